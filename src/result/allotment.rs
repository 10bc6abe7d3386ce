//! Who could evaluate what: a proposal for rows that have too few evaluators, with the reason for each.
//!
//! Nobody is given what the own unit answers for while anybody else can take it; of the others, those come first whose
//! function knows the indicator; of those, who has least to do. What was assigned before is kept, and counts as load.
//! Every row gets its first evaluator before any gets a second; rows that somebody must not take come first, for few can.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::instrument::Instrument;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::model::workspace::Workspace;
use crate::result::owners::{Owner, owners};
use crate::text::fold::same;

/// What a proposal must keep to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// How many evaluators each row is to have.
    pub(crate) each: usize,
    /// The most rows that anybody gets, those assigned before among them; absent where nothing limits them.
    pub(crate) max_load: Option<usize>,
}

/// A proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Allotment<'a> {
    /// Who is to evaluate which row, in the order of rows.
    pub(crate) given: Vec<Given<'a>>,
    /// How many rows each member has then, of those who can be given rows, as they stand in the team.
    pub(crate) loads: Vec<(&'a str, usize)>,
    /// The rows for which there are not as many evaluators as each is to have.
    pub(crate) short: BTreeSet<RowId>,
}

/// A row given to a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given<'a> {
    /// The row.
    pub(crate) row: RowId,
    /// The id of the member.
    pub(crate) member: &'a str,
    /// The function of the member that knows the indicator; absent where none does.
    pub(crate) function: Option<&'a str>,
    /// Whether the member's own unit answers for the row.
    pub(crate) own_unit: bool,
    /// Whether somebody was passed over whose own unit answers for the row.
    pub(crate) avoids_owner: bool,
}

/// Proposes evaluators for rows.
pub(crate) fn allotment<'a>(workspace: &'a Workspace, rows: &BTreeSet<RowId>, terms: Terms) -> Allotment<'a> {
    let Some(instrument) = workspace.instrument.as_deref() else { return Allotment::default() };
    let mut table = Table {
        workspace,
        instrument,
        candidates: candidates(workspace),
        owners: owners(workspace),
        tasks: BTreeMap::new(),
        loads: BTreeMap::new(),
    };
    table.count();
    let mut allotment = Allotment::default();
    let is_owned = |row: &RowId| table.candidates.iter().any(|member| table.answers_for(*row, member));
    let (owned, others): (Vec<RowId>, Vec<RowId>) = rows.iter().copied().partition(is_owned);
    let order: Vec<RowId> = owned.into_iter().chain(others).collect();
    for turn in 1..=terms.each {
        for row in &order {
            if table.tasks.get(row).map_or(0, BTreeSet::len) >= turn {
                continue;
            }
            let Some(given) = table.best(*row, terms) else {
                allotment.short.insert(*row);
                continue;
            };
            table.tasks.entry(*row).or_default().insert(given.member);
            *table.loads.entry(given.member).or_default() += 1;
            allotment.given.push(given);
        }
    }
    allotment.given.sort_by_key(|given| given.row);
    let load = |member: &&'a Member| {
        let id = member.id.value.as_str();
        (id, table.loads.get(id).copied().unwrap_or_default())
    };
    allotment.loads = table.candidates.iter().map(load).collect();
    allotment
}

/// Returns the members who can be given rows: those whose role is to assess, and who have not left.
pub(crate) fn candidates(workspace: &Workspace) -> Vec<&Member> {
    workspace.team.present().filter(|member| member.role.value == Role::Member).collect()
}

/// Who has what by now.
struct Table<'a> {
    workspace: &'a Workspace,
    instrument: &'a Instrument,
    candidates: Vec<&'a Member>,
    owners: Vec<Owner<'a>>,
    /// The members of each row.
    tasks: BTreeMap<RowId, BTreeSet<&'a str>>,
    /// How many rows each member has.
    loads: BTreeMap<&'a str, usize>,
}

impl<'a> Table<'a> {
    /// Counts what was assigned before; who has left counts for nothing.
    fn count(&mut self) {
        let known = self.workspace.rows();
        for task in self.workspace.assignments.iter().filter(|task| known.contains(&task.row.value)) {
            let member = self.workspace.team.member(&task.member.value);
            if member.is_none_or(Member::has_left) {
                continue;
            }
            if self.tasks.entry(task.row.value).or_default().insert(&task.member.value) {
                *self.loads.entry(&task.member.value).or_default() += 1;
            }
        }
    }

    /// Finds who is to take a row next; nobody where all have it already or have enough to do.
    fn best(&self, row: RowId, terms: Terms) -> Option<Given<'a>> {
        let has = |id: &str| self.tasks.get(&row).is_some_and(|members| members.contains(id));
        let load = |id: &str| self.loads.get(id).copied().unwrap_or_default();
        let free = |member: &&&Member| {
            let id = member.id.value.as_str();
            !has(id) && terms.max_load.is_none_or(|most| load(id) < most)
        };
        let given = |member: &&'a Member| Given {
            row,
            member: member.id.value.as_str(),
            function: self.function(row, member),
            own_unit: self.answers_for(row, member),
            avoids_owner: false,
        };
        let free: Vec<Given<'a>> = self.candidates.iter().filter(free).map(given).collect();
        let owner_is_free = free.iter().any(|given| given.own_unit);
        // Of several who are alike the one who stands first in the team.
        let best = free
            .into_iter()
            .min_by_key(|given| (given.own_unit, Reverse(given.function.is_some()), load(given.member)))?;
        Some(Given { avoids_owner: owner_is_free && !best.own_unit, ..best })
    }

    /// Returns the function of a member that knows a row.
    fn function(&self, row: RowId, member: &'a Member) -> Option<&'a str> {
        let indicator = self.instrument.indicators.iter().find(|indicator| indicator.id == row.indicator)?;
        let knows = |function: &&str| indicator.functions.iter().any(|known| known.as_ref() == *function);
        member.functions.iter().map(|function| function.value.as_str()).find(knows)
    }

    /// Tells whether the unit of a member answers for a row.
    fn answers_for(&self, row: RowId, member: &Member) -> bool {
        let unit = member.unit.value.as_str();
        self.owners.iter().any(|owner| same(owner.name, unit) && owner.rows.contains(&row))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Terms, allotment};
    use crate::format::reading::Reading;
    use crate::format::team;
    use crate::model::workspace::Workspace;
    use crate::result::testing::{assign, pemalang};

    /// Members a to d of units A to D, of whom a knows law and b information technology; A owns 1 to 3.
    fn workspace() -> Workspace {
        let mut workspace = pemalang();
        let members = [("a", "law"), ("b", "ict"), ("c", ""), ("d", "")].map(|(id, function)| {
            let functions = if function.is_empty() { String::new() } else { format!("\"{function}\"") };
            let unit = id.to_uppercase();
            format!("[[member]]\nid = \"{id}\"\nname = \"{id}\"\nunit = \"{unit}\"\nrole = \"member\"\nfunctions = [{functions}]\n")
        });
        let text = members.concat() + "[[unit]]\nname = \"a\"\nindicators = [\"1..3\"]\n";
        workspace.team = team::read(&text, &Reading::new("team.toml"));
        workspace.assignments.clear();
        workspace
    }

    fn loads(workspace: &Workspace, terms: Terms) -> BTreeMap<String, usize> {
        let mut loads = BTreeMap::new();
        for given in allotment(workspace, &workspace.rows(), terms).given {
            *loads.entry(given.member.to_owned()).or_default() += 1;
        }
        loads
    }

    const ONE: Terms = Terms { each: 1, max_load: None };

    #[test]
    fn the_own_unit_is_avoided_and_functions_come_first() {
        let workspace = workspace();
        let proposed = allotment(&workspace, &workspace.rows(), ONE);
        assert_eq!(proposed.given.len(), workspace.rows().len());
        assert!(proposed.short.is_empty());
        assert!(proposed.given.iter().all(|given| !given.own_unit), "others could take them");
        assert!(proposed.given.iter().filter(|given| given.row.indicator <= 3).all(|given| given.member != "a"));
        let law = proposed.given.iter().find(|given| given.row.indicator == 15).expect("a row");
        assert!(law.function.is_some(), "legal documentation is for who knows law or information technology");
    }

    #[test]
    fn where_functions_do_not_decide_loads_differ_by_one_at_most() {
        let mut workspace = workspace();
        for member in &mut workspace.team.members {
            member.functions.clear();
        }
        workspace.team.units.clear();
        let loads = loads(&workspace, ONE);
        let (least, most) = (loads.values().min().expect("loads"), loads.values().max().expect("loads"));
        assert!(most - least <= 1, "{loads:?}");
    }

    #[test]
    fn what_was_assigned_by_hand_is_kept_and_counts() {
        let mut workspace = workspace();
        assign(&mut workspace, "5,c,\n6,c,\n7,c,\n15,d,\n");
        let proposed = allotment(&workspace, &workspace.rows(), ONE);
        let rows: BTreeSet<u32> = proposed.given.iter().map(|given| given.row.indicator).collect();
        assert!([5, 6, 7, 15].iter().all(|row| !rows.contains(row)), "{rows:?}");
        let mut other_way = workspace.clone();
        other_way.assignments.reverse();
        assert_eq!(allotment(&other_way, &workspace.rows(), ONE), proposed, "whatever the order of the file");
    }

    #[test]
    fn nobody_gets_more_than_the_most_and_what_is_left_is_told() {
        let workspace = workspace();
        let terms = Terms { each: 2, max_load: Some(5) };
        let proposed = allotment(&workspace, &workspace.rows(), terms);
        assert!(loads(&workspace, terms).values().all(|load| *load <= 5));
        assert_eq!(proposed.given.len(), 20, "four members have five rows each");
        assert!(!proposed.short.is_empty());
        let mut pairs = BTreeSet::new();
        assert!(proposed.given.iter().all(|given| pairs.insert((given.row, given.member))), "nobody has a row twice");
    }

    #[test]
    fn the_own_unit_is_avoided_under_a_limit_and_every_row_gets_its_first_evaluator_first() {
        let mut workspace = workspace();
        workspace.team.members.truncate(2);
        for member in &mut workspace.team.members {
            member.functions.clear();
        }
        let two: BTreeSet<_> = workspace.rows().into_iter().filter(|row| [3, 4].contains(&row.indicator)).collect();
        let proposed = allotment(&workspace, &two, Terms { each: 1, max_load: Some(1) });
        let told: Vec<_> =
            proposed.given.iter().map(|given| (given.row.indicator, given.member, given.own_unit)).collect();
        assert_eq!(told, [(3, "b", false), (4, "a", false)], "unit A owns 3");
        let all = allotment(&workspace, &workspace.rows(), Terms { each: 2, max_load: Some(20) });
        let rows: BTreeSet<_> = all.given.iter().map(|given| given.row).collect();
        assert_eq!(rows, workspace.rows(), "no row is left for the second evaluator of another");
    }

    #[test]
    fn who_has_left_gets_nothing_and_a_second_run_changes_nothing() {
        let mut workspace = workspace();
        let mut rows = String::new();
        for given in allotment(&workspace, &workspace.rows(), ONE).given {
            rows += &format!("{},{},\n", given.row, given.member);
        }
        assign(&mut workspace, &rows);
        assert!(allotment(&workspace, &workspace.rows(), ONE).given.is_empty());
        let until = workspace.team.members[0].id.place.clone();
        workspace.team.members[0].until =
            Some(crate::diagnostic::place::Located::new(jiff::civil::date(2018, 7, 1), until));
        let again = allotment(&workspace, &workspace.rows(), ONE);
        assert!(!again.given.is_empty() && again.given.iter().all(|given| given.member != "a"));
    }
}
