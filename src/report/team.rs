//! The team as a list: `spbe team list`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::bilingual;
use crate::model::workspace::Workspace;
use crate::report::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Writes the team for a terminal.
pub fn text(workspace: &Workspace, language: Language, width: usize) -> String {
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
    let mut grid = Grid::new(vec![
        Column::left("ID"),
        Column::left(heading("Peran", "Role")),
        Column::giving_way(heading("Nama", "Name")),
        Column::left(heading("Fungsi", "Functions")),
        Column::right(heading("Baris", "Rows")),
    ]);
    for member in &team.members {
        let functions: Vec<&str> = member.functions.iter().map(|function| function.value.as_str()).collect();
        let count = assigned.get(member.id.value.as_str()).copied().unwrap_or_default();
        grid.row(vec![
            member.id.value.to_string(),
            member.role.value.label(language).to_owned(),
            format!("{}, {}", member.name, member.unit.value),
            functions.join(", "),
            count.to_string(),
        ]);
    }
    grid.lines(width).join("\n") + "\n"
}

/// Writes the team as JSON, version 1.
pub fn json(workspace: &Workspace) -> String {
    let assigned = assigned(workspace);
    let members = workspace.team.members.iter().map(|member| MemberOut {
        id: member.id.value.as_str(),
        name: &member.name,
        position: member.position.as_deref(),
        unit: &member.unit.value,
        role: member.role.value.code(),
        functions: member.functions.iter().map(|function| function.value.as_str()).collect(),
        assigned: assigned.get(member.id.value.as_str()).copied().unwrap_or_default(),
    });
    crate::report::json_text(&TeamOut { version: 1, members: members.collect() })
}

/// Counts the rows that each member is to evaluate.
fn assigned(workspace: &Workspace) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for assignment in &workspace.assignments {
        *counts.entry(assignment.member.value.as_str()).or_default() += 1;
    }
    counts
}

#[derive(Serialize)]
struct TeamOut<'a> {
    version: u32,
    members: Vec<MemberOut<'a>>,
}

#[derive(Serialize)]
struct MemberOut<'a> {
    id: &'a str,
    name: &'a str,
    position: Option<&'a str>,
    unit: &'a str,
    role: &'static str,
    functions: Vec<&'a str>,
    assigned: usize,
}
