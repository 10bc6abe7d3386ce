//! The units of an evaluation: what each owns, runs, and who comes from it.

use std::collections::BTreeSet;

use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::result::owners::owners;
use crate::text::fold::same;

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitInfo<'a> {
    /// The name.
    pub(crate) name: &'a str,
    /// The rows that it answers for, those of its services among them.
    pub(crate) rows: BTreeSet<RowId>,
    /// The rows of the services that it runs.
    pub(crate) services: BTreeSet<RowId>,
    /// The ids of its members of the team who have not left.
    pub(crate) members: Vec<&'a str>,
}

/// Finds the units: first those that own rows, then those listed without any, then those of members alone.
pub(crate) fn units(workspace: &Workspace) -> Vec<UnitInfo<'_>> {
    let mut units: Vec<UnitInfo<'_>> = Vec::new();
    let named = |units: &mut Vec<UnitInfo<'_>>, name: &str| units.iter().position(|unit| same(unit.name, name));
    for owner in owners(workspace) {
        units.push(UnitInfo { name: owner.name, rows: owner.rows, services: BTreeSet::new(), members: Vec::new() });
    }
    let listed = workspace.team.units.iter().map(|unit| unit.name.value.as_str());
    let of_members = workspace.team.present().map(|member| member.unit.value.as_str());
    for name in listed.chain(of_members) {
        if named(&mut units, name).is_none() {
            let (rows, services) = (BTreeSet::new(), BTreeSet::new());
            units.push(UnitInfo { name, rows, services, members: Vec::new() });
        }
    }
    for member in workspace.team.present() {
        if let Some(at) = named(&mut units, &member.unit.value) {
            units[at].members.push(member.id.value.as_str());
        }
    }
    for service in workspace.manifest.iter().flat_map(|manifest| &manifest.services) {
        if let Some(at) = service.unit.as_deref().and_then(|unit| named(&mut units, unit)) {
            units[at].services.insert(service.row.value);
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::units;
    use crate::result::testing::pemalang;

    #[test]
    fn a_unit_is_known_by_what_it_owns_runs_and_sends() {
        let workspace = pemalang();
        let units = units(&workspace);
        let of = |name: &str| units.iter().find(|unit| unit.name == name).expect("a unit");
        assert!(of("Dinas Kominfo").rows.len() >= 3 && of("Dinas Kominfo").services.is_empty());
        assert_eq!(of("DPMPTSP").services.len(), 1);
        assert!(units.iter().any(|unit| unit.rows.is_empty() && !unit.members.is_empty()), "of members alone");
    }
}
