//! The team as JSON, version 1.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::model::workspace::Workspace;
use crate::result::team::assigned;
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// Writes the team as CSV: a record for each member.
pub(crate) fn csv(workspace: &Workspace) -> String {
    let assigned = assigned(workspace);
    let head =
        ["id", "name", "position", "unit", "role", "functions", "assigned", "until", "replaced_by"].map(str::to_owned);
    let members = workspace.team.members.iter().map(|member| {
        let functions: Vec<&str> = member.functions.iter().map(|function| function.value.as_str()).collect();
        let id = member.id.value.as_str();
        [
            id.to_owned(),
            harmless(&member.name),
            harmless(member.position.as_deref().unwrap_or_default()),
            harmless(&member.unit.value),
            member.role.value.code().to_owned(),
            functions.join(" "),
            assigned.get(id).copied().unwrap_or_default().to_string(),
            member.until.as_ref().map(|until| until.value.to_string()).unwrap_or_default(),
            harmless(member.replaced_by.as_ref().map_or("", |next| &next.value)),
        ]
    });
    written(std::iter::once(head).chain(members))
}

/// Writes the team as JSON, version 1.
pub(crate) fn json(workspace: &Workspace) -> String {
    let assigned = assigned(workspace);
    let members = workspace.team.members.iter().map(|member| MemberV1 {
        id: member.id.value.as_str(),
        name: &member.name,
        position: member.position.as_deref(),
        unit: &member.unit.value,
        role: member.role.value.code(),
        functions: member.functions.iter().map(|function| function.value.as_str()).collect(),
        assigned: assigned.get(member.id.value.as_str()).copied().unwrap_or_default(),
        until: member.until.as_ref().map(|until| until.value.to_string()),
        replaced_by: member.replaced_by.as_ref().map(|next| next.value.as_str()),
    });
    json_text(&TeamV1 { version: 1, members: members.collect() })
}

/// The members of the team, as they stand in the file.
#[derive(Serialize)]
struct TeamV1<'a> {
    version: u32,
    members: Vec<MemberV1<'a>>,
}

/// A member, with the number of rows assigned to them.
#[derive(Serialize)]
struct MemberV1<'a> {
    id: &'a str,
    name: &'a str,
    position: Option<&'a str>,
    unit: &'a str,
    role: &'static str,
    functions: Vec<&'a str>,
    assigned: usize,
    until: Option<String>,
    replaced_by: Option<&'a str>,
}
