//! How many members have a role, beside how many the instrument asks for.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::model::files::TEAM;
use crate::model::instrument::RoleCount;
use crate::model::role::Role;
use crate::model::team::Member;
use crate::text::word::Vocabulary;

/// Pairs each role that the instrument counts with the members who have it.
pub(super) fn counted<'a>(facts: &Facts<'a>) -> Vec<(&'a RoleCount, Vec<&'a Member>)> {
    let team = &facts.workspace.team;
    let roles = facts.workspace.instrument.iter().flat_map(|instrument| instrument.roles.iter());
    let holders = |role: Role| team.present().filter(move |member| member.role.value == role);
    roles.map(|count| (count, holders(count.role).collect())).collect()
}

/// Says that a role of the instrument has fewer members than it asks for, if so.
pub(super) fn too_few(rule: &'static str, facts: &Facts<'_>, role: Role) -> Option<Finding> {
    let (count, holders) = counted(facts).into_iter().find(|(count, _)| count.role == role)?;
    let (found, least) = (holders.len(), count.least as usize);
    if found >= least {
        return None;
    }
    let code = role.code();
    let message = bilingual!(
        "anggota dengan peran `{code}`: {found}, seharusnya sedikitnya {least}",
        "members with the role `{code}`: {found}, expected at least {least}"
    );
    let help = bilingual!(
        "tambahkan dengan `spbe team add ID --name NAMA --unit UNIT --role {code}`",
        "add one with `spbe team add ID --name NAME --unit UNIT --role {code}`"
    );
    Some(Finding::at(rule, Place::file(TEAM), message).help(help))
}
