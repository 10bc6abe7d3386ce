//! The team for a terminal: `spbe team list`.

use crate::bilingual;
use crate::model::team::Member;
use crate::model::workspace::Workspace;
use crate::result::team::assigned;
use crate::terminal::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Writes the team for a terminal.
pub(crate) fn text(workspace: &Workspace, language: Language, width: usize) -> String {
    let team = &workspace.team;
    if team.members.is_empty() {
        let none = bilingual!(
            "Tim belum beranggota; tambahkan dengan `spbe team add`.\n",
            "The team has no members yet; add them with `spbe team add`.\n"
        );
        return none.get(language).to_owned();
    }
    let assigned = assigned(workspace);
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::left("ID"),
            Column::left(heading("Peran", "Role")),
            Column::giving_way(heading("Nama", "Name")),
            Column::left(heading("Fungsi", "Functions")).folding(1),
            Column::right(heading("Baris", "Rows")),
        ],
        width,
    );
    for member in &team.members {
        let functions: Vec<&str> = member.functions.iter().map(|function| function.value.as_str()).collect();
        let count = assigned.get(member.id.value.as_str()).copied().unwrap_or_default();
        grid.row(vec![
            member.id.value.to_string(),
            member.role.value.label(language).to_owned() + &left(member, language),
            format!("{}, {}", member.name, member.unit.value),
            functions.join(", "),
            count.to_string(),
        ]);
    }
    grid.lines().join("\n") + "\n"
}

/// Says of a member who has left since when, and who came; it stands where a narrow terminal cuts nothing.
fn left(member: &Member, language: Language) -> String {
    let Some(until) = &member.until else { return String::new() };
    let day = until.value;
    let text = match &member.replaced_by {
        Some(next) => {
            let next = &next.value;
            bilingual!(" s.d. {day}, lalu {next}", " until {day}, then {next}")
        }
        None => bilingual!(" s.d. {day}", " until {day}"),
    };
    text.get(language).to_owned()
}
