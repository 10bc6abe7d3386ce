//! The attendance list of the familiarisation briefing: the team, the units, and lines for guests.

use crate::bilingual;
use crate::form::writer::{FormWriter, position_and_unit};
use crate::model::role::Role;
use crate::paper::document::block::Block;
use crate::paper::document::table::Table;
use crate::result::label::NAME;
use crate::result::owners::owners;
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;

/// How many lines are left for guests.
const GUESTS: usize = 5;

/// Writes the list; day and place are those of the last briefing on record, else left open: it is printed before the
/// meeting.
pub(crate) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    vec![
        writer.heading(1, &Bilingual::fixed("Daftar hadir", "Attendance list")),
        head(writer),
        Block::Table(list(writer)),
        writer.signatures(vec![writer.signatory(Role::Responsible)]),
    ]
}

/// Says what the meeting is about; time and chair are filled in by hand, and what no briefing on record says.
fn head(writer: &FormWriter<'_>) -> Block {
    let (subject, year) = (writer.words.subject(), writer.report.year);
    let event = bilingual!(
        "Sosialisasi evaluasi {subject} Tahun {year}",
        "Familiarisation briefing on the {year} evaluation of {subject}"
    );
    let held = writer.report.workspace.team.briefings.iter().max_by_key(|briefing| briefing.date.value);
    let topic = held.and_then(|briefing| briefing.topic.clone()).unwrap_or_else(|| writer.say(&event));
    let day = held.map_or_else(|| DOTS.to_owned(), |briefing| in_words(briefing.date.value, writer.language));
    let venue = held.and_then(|briefing| briefing.venue.as_deref()).unwrap_or(DOTS);
    Block::Facts(vec![
        writer.fact(&Bilingual::fixed("Acara", "Event"), topic),
        writer.fact(&Bilingual::fixed("Penyelenggara", "Held by"), writer.report.agency.name.clone()),
        writer.fact(&Bilingual::fixed("Hari, tanggal", "Day"), day),
        writer.fact(&Bilingual::fixed("Waktu", "Time"), DOTS),
        writer.fact(&Bilingual::fixed("Tempat", "Place"), venue),
        writer.fact(&Bilingual::fixed("Pimpinan rapat", "Chaired by"), DOTS),
    ])
}

/// Lists the team, then a nameless line for each unit that owns indicators, then the lines for guests.
fn list(writer: &FormWriter<'_>) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(NAME.get(writer.language), 4)
        .wide(writer.say(&Bilingual::fixed("Jabatan, unit kerja", "Position, unit")), 4)
        .wide(writer.say(&Bilingual::fixed("Tanda tangan", "Signature")), 2);
    let workspace = writer.report.workspace;
    let members = workspace.team.present().map(|member| (member.name.clone(), position_and_unit(member)));
    let owners = owners(workspace);
    let units = owners.iter().map(|owner| (String::new(), owner.name.to_owned()));
    let guests = (0..GUESTS).map(|_| (String::new(), String::new()));
    let groups = [
        (Bilingual::fixed("Anggota tim", "The team"), members.collect::<Vec<_>>()),
        (Bilingual::fixed("Wakil unit pemilik indikator", "Units that own indicators"), units.collect()),
        (Bilingual::fixed("Undangan lain", "Other guests"), guests.collect()),
    ];
    let mut number = 0;
    for (group, people) in groups.into_iter().filter(|(_, people)| !people.is_empty()) {
        table.group(vec![writer.say(&group).into()]);
        for (name, office) in people {
            number += 1;
            table.row(vec![number.to_string().into(), name.into(), office.into(), "\n".into()]);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::dump;
    use crate::result::testing::pemalang;
    use crate::text::language::Language;

    #[test]
    fn everyone_of_the_team_and_every_unit_has_a_line_to_sign() {
        let text = dump(&pemalang(), Kind::Attendance, Language::Indonesian);
        assert!(text.contains("Acara: Sosialisasi evaluasi SPBE Tahun 2018"), "{text}");
        assert!(text.contains("4|Kepala Bagian Hukum|Bagian Hukum|\n"), "{text}");
        assert!(text.contains("8||DPMPTSP|\n"), "a unit names its own: {text}");
        assert!(text.contains("13|||\n"), "lines are left for guests: {text}");
        assert!(text.contains("Hari, tanggal: ...................."), "{text}");
    }
}
