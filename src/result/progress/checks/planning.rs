//! What planning asks for: a team that knows its work.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::result::owners::ownerless;
use crate::result::progress::checks::{Check, CheckState, Inspector, Item, done, named};
use crate::result::progress::runs::arguments;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

impl Inspector<'_, '_> {
    /// Looks for somebody who coordinates, where the instrument asks for one.
    pub(super) fn coordinator(&self) -> Check {
        let mut roles = self.report.instrument.roles.iter();
        let asked = roles.any(|count| count.role == Role::Coordinator && count.least > 0);
        let state = match self.holders(Role::Coordinator) {
            0 if asked => CheckState::Open,
            0 => CheckState::NotNeeded,
            _ => CheckState::Done,
        };
        Check { state, ..done(Item::Coordinator, add_member(Role::Coordinator, None)) }
    }

    /// Looks for roles without the members that the instrument asks for, and for functions that send nobody.
    pub(super) fn team(&self) -> Check {
        let (instrument, team) = (self.report.instrument, &self.report.workspace.team);
        let missing = |(role, least): (Role, u32)| self.holders(role) < least as usize;
        let counts = instrument.roles.iter().map(|count| (count.role, count.least));
        let roles: Vec<Role> =
            counts.filter(|count| count.0 != Role::Coordinator && missing(*count)).map(|(role, _)| role).collect();
        let covered: BTreeSet<&str> =
            team.present().flat_map(|member| &member.functions).map(|function| function.value.as_str()).collect();
        let functions = instrument.functions.iter().map(|function| function.id.as_ref());
        let functions: Vec<&str> = functions.filter(|id| !covered.contains(id)).collect();
        let role = roles.first().copied().unwrap_or(Role::Member);
        let names = roles.iter().map(|role| role.code()).chain(functions.iter().copied()).map(str::to_owned).collect();
        named(Item::Team, names, add_member(role, functions.first().copied()))
    }

    /// Looks for rows that no unit answers for.
    pub(super) fn owners(&self) -> Check {
        let rows: Vec<RowId> = ownerless(self.report.workspace).into_iter().collect();
        let named = arguments(&rows);
        self.of_rows(Item::Units, rows, |_| {
            bilingual!("spbe unit add UNIT --indicator {named}", "spbe unit add UNIT --indicator {named}")
        })
    }

    /// Looks for rows that no member of the team is to score.
    pub(super) fn assignments(&self) -> Check {
        let workspace = self.report.workspace;
        let members: BTreeSet<&str> = workspace.team.ids().collect();
        let known = workspace.assignments.iter().filter(|task| members.contains(task.member.value.as_str()));
        let assigned: BTreeSet<RowId> = known.map(|task| task.row.value).collect();
        let rows = workspace.rows().difference(&assigned).copied().collect();
        self.of_rows(Item::Assignments, rows, |rows| {
            let rows = arguments(rows);
            bilingual!("spbe assign {rows} --to ANGGOTA --due TANGGAL", "spbe assign {rows} --to MEMBER --due DATE")
        })
    }

    /// Looks for members who attended no briefing.
    pub(super) fn briefing(&self) -> Check {
        let team = &self.report.workspace.team;
        let attended =
            |id: &&str| team.briefings.iter().flat_map(|briefing| &briefing.attended).any(|member| member.value == *id);
        let present = || team.present().map(|member| member.id.value.as_str());
        let absent: Vec<String> = present().filter(|id| !attended(id)).map(str::to_owned).collect();
        let whom = if absent.len() == present().count() { "all".to_owned() } else { absent.join(" ") };
        let command = bilingual!("spbe brief {whom} --date TANGGAL", "spbe brief {whom} --date DATE");
        if team.members.is_empty() {
            return Check { state: CheckState::Open, ..done(Item::Briefing, command) };
        }
        named(Item::Briefing, absent, command)
    }

    /// Looks for the decree.
    pub(super) fn decree(&self) -> Check {
        let state = if self.report.workspace.team.decree.is_some() { CheckState::Done } else { CheckState::Open };
        let command = bilingual!("spbe form keputusan -o keputusan.docx", "spbe form decree -o decree.docx");
        Check { state, ..done(Item::Decree, command) }
    }
}

/// The command that adds a member with a role and a function.
fn add_member(role: Role, function: Option<&str>) -> Bilingual {
    let role = role.code();
    let function = function.map(|function| format!(" --function {function}")).unwrap_or_default();
    bilingual!(
        "spbe team add ID --name NAMA --unit UNIT --role {role}{function}",
        "spbe team add ID --name NAME --unit UNIT --role {role}{function}"
    )
}
