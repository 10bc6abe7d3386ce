//! What a row has and what it still wants, in words: shared by the forms for units.

use crate::bilingual;
use crate::form::writer::FormWriter;
use crate::model::served::Served;
use crate::result::owners::{Owner, owners};
use crate::result::wanted::{Held, Need, Want};
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

/// Finds the units that a form is for.
pub(crate) fn chosen<'a>(writer: &FormWriter<'a>, units: &[&str]) -> Vec<Owner<'a>> {
    let all = owners(writer.report.workspace).into_iter();
    all.filter(|owner| units.is_empty() || units.contains(&owner.name)).collect()
}

/// Names a row: its number and its indicator.
pub(crate) fn numbered(writer: &FormWriter<'_>, need: &Need<'_>) -> String {
    format!("{}. {}", need.line.row, need.line.name(writer.language))
}

/// Says at which level a row stands.
pub(crate) fn standing(writer: &FormWriter<'_>, need: &Need<'_>) -> String {
    writer.say(&need.standing(writer.numbers))
}

/// Says at which level a row stands and for what evidence is wanted.
pub(crate) fn state(writer: &FormWriter<'_>, need: &Need<'_>) -> String {
    let (standing, reason) = (standing(writer, need), reason(writer, need));
    writer.say(&match need.claimed {
        Some(_) => bilingual!("saat ini {standing}; {reason}", "{standing} at present; {reason}"),
        None => bilingual!("{standing}; {reason}", "{standing}; {reason}"),
    })
}

/// Lists documents with their kind and the level that they support, a line each.
pub(crate) fn listed<'a>(writer: &FormWriter<'_>, documents: impl Iterator<Item = &'a Held<'a>>) -> String {
    let lines: Vec<String> = documents
        .map(|document| {
            let (title, kind) = (document.title, document.kind.label(writer.language));
            match document.level.map(|level| writer.numbers.level(level)) {
                Some(level) => format!("{title} ({kind}, level {level})"),
                None => format!("{title} ({kind})"),
            }
        })
        .collect();
    lines.join("\n")
}

/// Lists the evidence that a row can be shown with, a line each; nothing where it wants none.
pub(crate) fn wants(writer: &FormWriter<'_>, need: &Need<'_>) -> Vec<String> {
    if need.wanted == Want::Nothing {
        return Vec::new();
    }
    let asked = &need.asked;
    let levels = asked.by_level.iter().map(|(level, text)| format!("Level {}: {text}", writer.numbers.plain(*level)));
    let mut lines: Vec<String> = levels.collect();
    if !asked.kinds.is_empty() {
        let kinds = asked.kinds.join("; ");
        lines.push(writer.say(&bilingual!("Salah satu atau beberapa dari: {kinds}", "One or more of: {kinds}")));
    }
    if lines.is_empty() {
        lines.push(writer.say(&Bilingual::fixed(
            "Dokumen atau tangkapan layar yang membuktikan kriteria di bawah ini",
            "Documents or pictures of screens that prove the criterion below",
        )));
    }
    lines.extend(need.served.iter().map(|served| before(writer, served)));
    lines
}

/// Names a document that served last year.
fn before(writer: &FormWriter<'_>, served: &Served) -> String {
    let title = &served.title;
    let kind = served.kind.map(|kind| kind.label(writer.language).to_owned());
    let level = served.level.as_ref().map(|level| format!("level {}", writer.numbers.level(level.value)));
    let about: Vec<String> = kind.into_iter().chain(level).chain(served.unit.clone()).collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    writer.say(&bilingual!("Tahun lalu dipakai: {title}{about}", "Served last year: {title}{about}"))
}

/// Says for what the evidence is wanted.
pub(crate) fn reason(writer: &FormWriter<'_>, need: &Need<'_>) -> String {
    writer.say(&need.reason(writer.numbers))
}

/// Quotes the criteria of the wanted levels, as the instrument words them.
pub(crate) fn criteria(writer: &FormWriter<'_>, need: &Need<'_>) -> Option<String> {
    let quoted: Vec<String> = need
        .asked
        .criteria
        .iter()
        .map(|(level, text)| {
            let level = writer.numbers.plain(*level);
            writer.say(&bilingual!("Kriteria level {level}: “{text}”", "Criterion of level {level}: “{text}”"))
        })
        .collect();
    (!quoted.is_empty()).then(|| quoted.join("\n"))
}
