//! Who evaluated: decree, members, socialisations.

use crate::bilingual;
use crate::model::team::{Briefing, Member};
use crate::outline::ReportWriter;
use crate::outline::words::NONE;
use crate::paper::document::block::Block;
use crate::paper::document::table::Table;
use crate::result::label::{NAME, capitalised, joined};
use crate::text::date;
use crate::text::word::Vocabulary;

/// Writes the team; without a member there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let team = &writer.report.workspace.team;
    if team.members.is_empty() {
        return Vec::new();
    }
    let evaluator = writer.report.instrument.evaluator.get(writer.language);
    let capital = capitalised(evaluator);
    let title = bilingual!("Tim {capital} Internal", "The team of internal {evaluator}s");
    let mut blocks = vec![writer.chapter(&title)];
    blocks.extend(decree(writer));
    blocks.push(Block::Table(members(writer, &team.members)));
    if !team.briefings.is_empty() {
        blocks.push(writer.part(&bilingual!("Sosialisasi", "Briefings")));
        blocks.push(Block::Table(briefings(writer, &team.briefings)));
    }
    blocks
}

/// Says by which decree the team was set up; nothing where none is on record.
fn decree(writer: &ReportWriter<'_>) -> Option<Block> {
    let decree = writer.report.workspace.team.decree.as_ref()?;
    let number = &decree.number;
    let text = match decree.date.map(|date| date::in_words(date, writer.language)) {
        Some(date) => bilingual!(
            "Tim dibentuk dengan Keputusan Nomor {number} tanggal {date}.",
            "The team was set up by decree number {number} of {date}."
        ),
        None => bilingual!(
            "Tim dibentuk dengan Keputusan Nomor {number}.",
            "The team was set up by decree number {number}."
        ),
    };
    Some(writer.paragraph(&text))
}

/// Lists the members as `team.toml` does, each with role and functions.
fn members(writer: &ReportWriter<'_>, members: &[Member]) -> Table {
    let mut table = Table::new(writer.say(&bilingual!("Anggota tim", "Members of the team")))
        .number("No.")
        .wide(NAME.get(writer.language), 4)
        .wide(writer.say(&bilingual!("Jabatan dan unit", "Position and unit")), 4)
        .wide(writer.say(&bilingual!("Peran", "Role")), 2)
        .wide(writer.say(&bilingual!("Fungsi", "Functions")), 3);
    for (number, member) in members.iter().enumerate() {
        // A position that the name already says is not said twice.
        let position = member.position.iter().filter(|position| !member.name.starts_with(position.as_str()));
        let position = position.chain([&member.unit.value]).cloned().collect::<Vec<_>>().join("\n");
        table.row(vec![
            (number + 1).to_string().into(),
            member.name.as_str().into(),
            position.into(),
            member.role.value.label(writer.language).into(),
            functions(writer, member).into(),
        ]);
    }
    table.folded()
}

/// Names the functions that a member comes from; one that the instrument does not know stands as it was written.
fn functions(writer: &ReportWriter<'_>, member: &Member) -> String {
    let known = &writer.report.instrument.functions;
    let name = |id: &str| {
        let function = known.iter().find(|function| function.id == id);
        function.map_or_else(|| id.to_owned(), |function| function.name.get(writer.language).to_owned())
    };
    let names: Vec<String> = member.functions.iter().map(|function| name(&function.value)).collect();
    if names.is_empty() { NONE.to_owned() } else { joined(&names, writer.language) }
}

/// Lists the briefings, and how many attended each.
fn briefings(writer: &ReportWriter<'_>, briefings: &[Briefing]) -> Table {
    let mut table = Table::new("")
        .wide(writer.say(&bilingual!("Tanggal", "Date")), 2)
        .wide(writer.say(&bilingual!("Tempat", "Venue")), 3)
        .wide(writer.say(&bilingual!("Acara", "Topic")), 4)
        .number(writer.say(&bilingual!("Hadir", "Attended")));
    for briefing in briefings {
        table.row(vec![
            date::in_words(briefing.date.value, writer.language).into(),
            briefing.venue.as_deref().unwrap_or(NONE).into(),
            briefing.topic.as_deref().unwrap_or(NONE).into(),
            briefing.attended.len().to_string().into(),
        ]);
    }
    table.folded()
}
