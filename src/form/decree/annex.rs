//! The annex of the decree that sets the team up: its members, their tasks, and who evaluates what.

use std::collections::BTreeMap;

use crate::form::decree::{about, decreed_by, number};
use crate::form::writer::{FormWriter, position_and_unit};
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::result::label::{INDICATOR, NAME, capitalised};
use crate::result::owners::owners;
use crate::result::signing::DOTS;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;

/// The roles in the order in which a decree lists them.
const ROLES: [Role; 4] = [Role::Coordinator, Role::Responsible, Role::DataEntry, Role::Member];

/// Writes the annex.
pub(super) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    let mut blocks = vec![
        writer.heading(1, &Bilingual::fixed("LAMPIRAN KEPUTUSAN", "ANNEX TO THE DECREE")),
        head(writer),
        writer.heading(2, &Bilingual::fixed("Susunan keanggotaan tim", "Members of the team")),
        Block::Table(members(writer)),
        writer.heading(2, &Bilingual::fixed("Uraian tugas", "Tasks")),
    ];
    blocks.extend(ROLES.iter().flat_map(|role| tasks(writer, *role)));
    if !writer.report.workspace.assignments.is_empty() {
        blocks.push(writer.heading(2, &Bilingual::fixed("Pembagian indikator", "Who evaluates what")));
        blocks.push(Block::Table(shares(writer)));
    }
    blocks.push(decreed_by(writer));
    blocks
}

/// Says which decree it is the annex of; number and date are dotted lines while none is on record.
fn head(writer: &FormWriter<'_>) -> Block {
    let decree = writer.report.workspace.team.decree.as_ref();
    let date = decree.and_then(|decree| decree.date).map(|date| in_words(date, writer.language));
    Block::Facts(vec![
        writer.fact(&Bilingual::fixed("NOMOR", "NUMBER"), number(writer)),
        writer.fact(&Bilingual::fixed("TANGGAL", "DATE"), date.unwrap_or_else(|| DOTS.to_owned())),
        writer.fact(&Bilingual::fixed("TENTANG", "SUBJECT"), writer.say(&about(writer))),
    ])
}

/// Lists the members by role, with dotted lines for the places that nobody fills.
fn members(writer: &FormWriter<'_>) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(NAME.get(writer.language), 4)
        .wide(writer.say(&Bilingual::fixed("Jabatan, unit kerja", "Position, unit")), 4)
        .wide(writer.say(&Bilingual::fixed("Kedudukan dalam tim", "Role in the team")), 2)
        .wide(writer.say(&Bilingual::fixed("Fungsi", "Function")), 3);
    let mut number = 0;
    let mut add = |cells: [Cell; 4]| {
        number += 1;
        table.row(std::iter::once(Cell::from(format!("{number}"))).chain(cells).collect());
    };
    for role in ROLES {
        let named = writer.words.role(role);
        let mut nobody = true;
        for member in writer.with_role(role) {
            nobody = false;
            add([
                member.name.as_str().into(),
                position_and_unit(member).into(),
                named.as_str().into(),
                writer.words.functions(member).into(),
            ]);
        }
        if nobody {
            vacancies(writer, role).into_iter().for_each(|function| {
                add([DOTS.into(), DOTS.into(), named.as_str().into(), function.into()]);
            });
        }
    }
    table
}

/// Returns a line for each place that nobody fills: one per role, for members one per function that is to be there.
fn vacancies(writer: &FormWriter<'_>, role: Role) -> Vec<String> {
    let functions = &writer.report.instrument.functions;
    if role != Role::Member || functions.is_empty() {
        return vec![String::new()];
    }
    functions.iter().map(|function| function.name.get(writer.language).to_owned()).collect()
}

/// Lists what a role does in the team.
fn tasks(writer: &FormWriter<'_>, role: Role) -> [Block; 2] {
    let tasks = writer.words.tasks(role);
    [
        Block::Heading { level: 3, text: capitalised(&writer.words.role(role)) },
        Block::Numbered(tasks.iter().map(|task| writer.say(task).into()).collect()),
    ]
}

/// Lists who evaluates each row and which units own it, with a dotted line where nobody does.
fn shares(writer: &FormWriter<'_>) -> Table {
    let mut table = Table::new("")
        .number("No.")
        .wide(INDICATOR.get(writer.language), 5)
        .wide(capitalised(&writer.words.evaluator()), 3)
        .wide(writer.say(&Bilingual::fixed("Unit pemilik", "Owned by")), 3);
    let mut evaluators: BTreeMap<RowId, Vec<&str>> = BTreeMap::new();
    let workspace = writer.report.workspace;
    for assignment in &workspace.assignments {
        let id = assignment.member.value.as_str();
        let name = workspace.team.member(id).map_or(id, |member| &member.name);
        evaluators.entry(assignment.row.value).or_default().push(name);
    }
    let owners = owners(workspace);
    let listed = |names: &[&str]| if names.is_empty() { DOTS.to_owned() } else { names.join("\n") };
    for line in &writer.report.indicators {
        let units: Vec<&str> =
            owners.iter().filter(|owner| owner.rows.contains(&line.row)).map(|owner| owner.name).collect();
        let names = evaluators.get(&line.row).map_or(&[][..], Vec::as_slice);
        table.row(vec![
            line.row.to_string().into(),
            line.name(writer.language).into(),
            listed(names).into(),
            listed(&units).into(),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use crate::form::Kind;
    use crate::form::testing::dump;
    use crate::result::testing::{denpasar, pemalang};
    use crate::text::language::Language;

    #[test]
    fn the_annex_lists_every_member_with_role_function_and_indicators() {
        let text = dump(&pemalang(), Kind::Decree, Language::Indonesian);
        assert!(text.contains("# LAMPIRAN KEPUTUSAN\nNOMOR: 480/112/2018\nTANGGAL: 2 April 2018\n"), "{text}");
        assert!(text.contains("\n1|Sekretaris Daerah|Sekretariat Daerah|Koordinator|\n"), "{text}");
        assert!(text.contains("\n4|Kepala Bagian Hukum|Bagian Hukum|Anggota|Hukum\n"), "{text}");
        assert!(
            text.contains("|Kepala Bagian Hukum\nKepala Bidang e-Government|Bagian Hukum\n"),
            "both evaluate 2: {text}"
        );
        assert!(text.ends_with("\nBupati Pemalang||\n"), "a regent has no NIP: {text}");
        assert!(text.contains("### Penanggung jawab\nmemimpin pelaksanaan"), "{text}");
    }

    #[test]
    fn a_team_that_is_not_there_yet_has_lines_for_every_role_and_function() {
        let text = dump(&denpasar(), Kind::Decree, Language::English);
        let lines = text.lines().filter(|line| line.contains("|....................|....................|"));
        assert_eq!(lines.count(), 3 + 12, "{text}");
        assert!(text.contains("|Member|Public service\n"), "{text}");
        assert!(text.contains("NUMBER: ....................\n"), "{text}");
        assert!(!text.contains("Who evaluates what"), "{text}");
    }
}
