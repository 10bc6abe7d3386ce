//! Strengths and weaknesses of each aspect.

use crate::bilingual;
use crate::model::aspect_findings::AspectFindings;
use crate::outline::ReportWriter;
use crate::outline::words::shown_value;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::result::report::Node;

/// Writes what `findings.toml` says; without a word in it there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let aspects = writer.report.nodes().into_iter().filter(|node| !node.is_domain());
    let parts: Vec<Block> = aspects.flat_map(|aspect| part(writer, aspect)).collect();
    if parts.is_empty() {
        return parts;
    }
    let heading = writer.chapter(&bilingual!("Kekuatan dan Kelemahan", "Strengths and weaknesses"));
    std::iter::once(heading).chain(parts).collect()
}

/// Writes what was found of one aspect; nothing where no strength and no weakness of it is on record.
fn part(writer: &ReportWriter<'_>, aspect: &Node<'_>) -> Vec<Block> {
    let found: Vec<&AspectFindings> =
        writer.report.workspace.aspect_findings.iter().filter(|found| found.aspect.value == aspect.id).collect();
    let texts = |pick: fn(&AspectFindings) -> &Vec<String>| -> Vec<Text> {
        found.iter().flat_map(|found| pick(found)).map(|text| text.as_str().into()).collect()
    };
    let (strengths, weaknesses) = (texts(|found| &found.strengths), texts(|found| &found.weaknesses));
    if strengths.is_empty() && weaknesses.is_empty() {
        return Vec::new();
    }
    let value = shown_value(writer, aspect);
    let (id, name) = (aspect.id, aspect.name.get(writer.language));
    let mut blocks = vec![writer.part(&bilingual!("Aspek {id}. {name} ({value})", "Aspect {id}. {name} ({value})"))];
    // The headings say of which aspect, so that each of them can be jumped to.
    for (label, texts) in [
        (bilingual!("Kekuatan aspek {id}", "Strengths of aspect {id}"), strengths),
        (bilingual!("Kelemahan aspek {id}", "Weaknesses of aspect {id}"), weaknesses),
    ] {
        if !texts.is_empty() {
            blocks.push(Block::Heading { level: 3, text: writer.say(&label) });
            blocks.push(Block::List(texts));
        }
    }
    blocks
}
