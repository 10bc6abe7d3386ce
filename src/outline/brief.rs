//! One page for the leadership: the result, where it is weak, and what to do first.

use crate::bilingual;
use crate::model::recommendation::Recommendation;
use crate::outline::charts::radar;
use crate::outline::{ReportWriter, opening, recommendations, summary};
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::text::date;
use crate::text::visible::on_one_line;

/// How many recommendations fit.
const MOST: usize = 3;
/// How large the chart is, so that all of it stays on one page.
const CHART: f32 = 0.62;
/// How much of a recommendation is told.
const LENGTH: usize = 170;

/// Writes the page; a draft warns above its figures, and the radar comes last and smaller than elsewhere.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let (title, year, agency) = (writer.title(), writer.report.year, &writer.report.agency.name);
    let mut blocks = vec![Block::Heading { level: 1, text: format!("{title} {year}: {agency}") }];
    blocks.extend(opening::draft(writer));
    blocks.push(summary::figures(writer));
    blocks.extend(summary::paragraphs(writer));
    blocks.extend(first(writer));
    let chart = radar::chart(writer.report, writer.accent, writer.language);
    blocks.extend(chart.map(|chart| Block::Chart(chart.scaled(CHART))));
    blocks
}

/// Says what to do first: the most urgent recommendations, or the lowest indicators where there are none.
fn first(writer: &ReportWriter<'_>) -> Vec<Block> {
    let advised: Vec<Text> =
        recommendations::open(writer).into_iter().take(MOST).map(|one| advice(writer, one)).collect();
    if !advised.is_empty() {
        return vec![writer.part(&bilingual!("Yang perlu didahulukan", "What to do first")), Block::Numbered(advised)];
    }
    let numbers = writer.numbers();
    let lowest = writer.report.below_target().into_iter().take(MOST).map(|line| {
        let level = line.level.map(|level| numbers.level(level)).unwrap_or_default();
        let (row, name) = (line.row, line.short_name(writer.language));
        writer
            .say(&bilingual!("Indikator {row}, {name}: level {level}", "Indicator {row}, {name}: level {level}"))
            .into()
    });
    let lowest: Vec<Text> = lowest.collect();
    if lowest.is_empty() {
        return Vec::new();
    }
    vec![writer.part(&bilingual!("Indikator terendah", "The lowest indicators")), Block::Numbered(lowest)]
}

/// Writes a recommendation in one line: its row, what to do, and in brackets who is to do it by when.
fn advice(writer: &ReportWriter<'_>, one: &Recommendation) -> Text {
    let row = one.row.value;
    let label = writer.say(&bilingual!("Indikator {row}: ", "Indicator {row}: "));
    let due = one.due.as_ref().map(|due| date::in_words(due.value, writer.language));
    let who: Vec<String> = [one.unit.clone(), due].into_iter().flatten().collect();
    let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
    Text::default().strong(label).plain(format!("{}{who}", shortened(&one.action.value)))
}

/// Puts a text on one line, and cuts it after a whole word where the page has no room for more.
fn shortened(text: &str) -> String {
    let text = on_one_line(text);
    if text.chars().count() <= LENGTH {
        return text;
    }
    let kept: String = text.chars().take(LENGTH - 1).collect();
    let end = kept.rfind(' ').unwrap_or(kept.len());
    format!("{}…", &kept[..end])
}
