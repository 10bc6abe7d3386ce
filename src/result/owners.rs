//! Which unit answers for which rows.

use std::collections::BTreeSet;

use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::text::fold::same;

/// A unit and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner<'a> {
    /// The name of the unit.
    pub(crate) name: &'a str,
    /// The rows that it answers for.
    pub(crate) rows: BTreeSet<RowId>,
}

/// Finds the units and their rows: first as `team.toml` lists them, then those that only run a service.
pub(crate) fn owners(workspace: &Workspace) -> Vec<Owner<'_>> {
    let mut owners: Vec<Owner<'_>> = Vec::new();
    let known = workspace.rows();
    if let Some(instrument) = workspace.instrument.as_deref() {
        for unit in &workspace.team.units {
            let rows = unit.indicators.iter().flat_map(|selector| selector.value.rows(instrument, &known));
            add(&mut owners, &unit.name.value, rows.collect());
        }
    }
    for service in workspace.manifest.iter().flat_map(|manifest| &manifest.services) {
        if let Some(unit) = service.unit.as_deref().filter(|unit| !unit.is_empty()) {
            add(&mut owners, unit, BTreeSet::from([service.row.value]).intersection(&known).copied().collect());
        }
    }
    owners.retain(|owner| !owner.rows.is_empty());
    owners
}

/// Gives a unit more rows; one that is not listed yet comes last.
fn add<'a>(owners: &mut Vec<Owner<'a>>, name: &'a str, rows: BTreeSet<RowId>) {
    match owners.iter_mut().find(|owner| same(owner.name, name)) {
        Some(owner) => owner.rows.extend(rows),
        None => owners.push(Owner { name, rows }),
    }
}

/// Finds the rows that no unit answers for.
pub(crate) fn ownerless(workspace: &Workspace) -> BTreeSet<RowId> {
    let mut rows = workspace.rows();
    for owner in owners(workspace) {
        rows.retain(|row| !owner.rows.contains(row));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{ownerless, owners};
    use crate::result::testing::pemalang;

    #[test]
    fn a_unit_that_runs_a_service_owns_its_row() {
        let workspace = pemalang();
        let listed: Vec<String> = owners(&workspace)
            .iter()
            .map(|owner| {
                let rows: Vec<String> = owner.rows.iter().map(ToString::to_string).collect();
                format!("{}: {}", owner.name, rows.join(" "))
            })
            .collect();
        assert_eq!(listed, ["Bagian Hukum: 1 2 33", "Dinas Kominfo: 3 4 18", "DPMPTSP: 35-1"]);
    }

    #[test]
    fn rows_without_an_owner_are_known() {
        let workspace = pemalang();
        let rows = ownerless(&workspace);
        assert_eq!(rows.len(), workspace.rows().len() - 7);
        assert!(rows.iter().all(|row| row.to_string() != "35-1"));
    }
}
