//! The rule `own-unit`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::assignment::Assignment;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::text::fold::same;
use std::collections::BTreeMap;

/// The only evaluator of a row belongs to the unit that owns it.
pub(crate) static RULE: Rule = Rule {
    id: "own-unit",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "satu-satunya penilai berasal dari unit pemilik indikator",
        "the only evaluator belongs to the unit that owns the indicator",
    ),
    why: Bilingual::fixed(
        "Unit yang menilai dirinya sendiri cenderung menilai terlalu tinggi.",
        "A unit that judges itself tends to judge too well.",
    ),
    example: Bilingual::same(concat!(
        "assignments.csv:  15,hukum,2018-08-31\n",
        "team.toml:  [[member]]\n",
        "            id = \"hukum\"\n",
        "            unit = \"Bagian Hukum\"\n",
        "            [[unit]]\n",
        "            name = \"Bagian Hukum\"\n",
        "            indicators = [\"15\"]",
    )),
    mend: Bilingual::fixed("Tugaskan penilai kedua dari unit lain.", "Assign a second evaluator from another unit."),
};

/// Finds rows with one evaluator, who belongs to a unit that owns the row.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(instrument) = workspace.instrument.as_deref() else { return };
    let mut tasks: BTreeMap<RowId, Vec<&Assignment>> = BTreeMap::new();
    for task in &workspace.assignments {
        tasks.entry(task.row.value).or_default().push(task);
    }
    let rows = workspace.rows();
    for unit in &workspace.team.units {
        let owned = unit.indicators.iter().flat_map(|selector| selector.value.rows(instrument, &rows));
        let own = |task: &&Assignment| {
            let member = workspace.team.member(&task.member.value);
            member.is_some_and(|member| same(&member.unit.value, &unit.name.value))
        };
        for row in owned {
            let Some([task]) = tasks.get(&row).map(Vec::as_slice) else { continue };
            if own(task) {
                let name = &unit.name.value;
                let message = bilingual!(
                    "indikator `{row}` milik {name} hanya dinilai oleh unit itu sendiri",
                    "indicator `{row}` of {name} is evaluated by that unit alone"
                );
                let help = bilingual!(
                    "tugaskan anggota dari unit lain: `spbe assign {row} --to ANGGOTA`",
                    "assign a member of another unit: `spbe assign {row} --to MEMBER`"
                );
                findings.push(Finding::at(RULE.id, task.member.place.clone(), message).help(help));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{Case, at, sound};
    use crate::model::team::Unit;

    fn owned(case: &mut Case, selector: &str) {
        let selector = selector.parse().expect("a selector");
        let unit =
            Unit { name: at("team.toml", 70, "Setda".to_owned()), indicators: vec![at("team.toml", 71, selector)] };
        case.workspace.team.units.push(unit);
    }

    #[test]
    fn a_unit_that_judges_itself_alone_is_found() {
        let mut case = sound();
        owned(&mut case, "1..2");
        assert_eq!(
            case.says(check),
            ["assignments.csv:2 indicator `1` of Setda is evaluated by that unit alone"],
            "indicator 2 has two evaluators"
        );
    }

    #[test]
    fn an_evaluator_of_another_unit_is_silent() {
        let mut case = sound();
        owned(&mut case, "1");
        case.workspace.team.members[3].unit.value = "Bagian Hukum".to_owned();
        assert!(case.says(check).is_empty());
    }
}
