//! One page for the leadership: the result, where it is weak, and what to do first.

use crate::bilingual;
use crate::report::charts::radar;
use crate::report::document::block::Block;
use crate::report::document::span::Text;
use crate::report::outline::{Writer, recommendations, summary};
use crate::text::visible::on_one_line;

/// How many recommendations fit.
const MOST: usize = 3;
/// How large the chart is, so that all of it stays on one page.
const CHART: f32 = 0.62;
/// How much of a recommendation is told.
const LENGTH: usize = 170;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let (title, year, agency) = (writer.title(), writer.report.year, &writer.report.agency.name);
    let heading = Block::Heading { level: 1, text: format!("{title} {year}: {agency}") };
    let mut blocks = vec![heading, summary::figures(writer)];
    blocks.extend(summary::paragraphs(writer));
    let first: Vec<Text> = recommendations::open(writer)
        .into_iter()
        .take(MOST)
        .map(|one| {
            let row = one.row.value;
            let label = writer.say(&bilingual!("Indikator {row}: ", "Indicator {row}: "));
            let unit = one.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
            Text::default().strong(label).plain(format!("{}{unit}", shortened(&one.action.value)))
        })
        .collect();
    if !first.is_empty() {
        blocks.push(writer.part(&bilingual!("Yang perlu didahulukan", "What to do first")));
        blocks.push(Block::Numbered(first));
    }
    let chart = radar::chart(writer.report, writer.palette, writer.language);
    blocks.extend(chart.map(|chart| Block::Chart(chart.scaled(CHART))));
    blocks
}

fn shortened(text: &str) -> String {
    let text = on_one_line(text);
    if text.chars().count() <= LENGTH {
        return text;
    }
    let kept: String = text.chars().take(LENGTH - 1).collect();
    let end = kept.rfind(' ').unwrap_or(kept.len());
    format!("{}…", &kept[..end])
}
