//! The rule `disagreement`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::agreement::Standing;
use crate::model::row::RowId;
use crate::model::score::Score;
use crate::text::bilingual::Bilingual;

/// Evaluators differ, and nobody has settled it.
pub(crate) static RULE: Rule = Rule {
    id: "disagreement",
    severity: Severity::Error,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "penilai berbeda pendapat dan belum ada kesepakatan",
        "evaluators differ and no level was agreed",
    ),
    why: Bilingual::fixed(
        "Selama level indikator belum disepakati, indeks tidak dapat dihitung.",
        "While the level of an indicator is not agreed there is no index.",
    ),
    example: Bilingual::fixed(
        concat!(
            "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\n",
            "scores/kominfo.csv:  12,2,interview,2018-07-03,perbup-12-2018-2929b2,Sebagian unit saja\n",
            "scores/final.csv: tidak ada baris 12",
        ),
        concat!(
            "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\n",
            "scores/kominfo.csv:  12,2,interview,2018-07-03,perbup-12-2018-2929b2,Sebagian unit saja\n",
            "scores/final.csv: no row 12",
        ),
    ),
    mend: Bilingual::fixed(
        "Bahas bersama para penilai, lalu catat hasilnya dengan `spbe agree`.",
        "Talk it over with the evaluators and record the outcome with `spbe agree`.",
    ),
};

/// Finds rows on which evaluators differ without an agreed level.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    // Two agreed levels of one row are a duplicate, which has a rule of its own.
    let settled: BTreeSet<RowId> = workspace.finals.iter().map(|score| score.row.value).collect();
    for (row, standing) in &facts.standings {
        if matches!(standing, Standing::Disputed { .. }) && !settled.contains(row) {
            findings.extend(differing(*row, facts));
        }
    }
}

/// Complains at the first score of a row, points at the others, and names who can settle it.
fn differing(row: RowId, facts: &Facts<'_>) -> Option<Finding> {
    let scores: Vec<&Score> = facts.workspace.scores.iter().filter(|score| score.row.value == row).collect();
    let (first, others) = scores.split_first()?;
    let listed: Vec<String> = scores.iter().map(|score| format!("`{}` {}", score.by, score.level.value)).collect();
    let listed = listed.join(", ");
    let message = bilingual!(
        "penilai indikator `{row}` berbeda pendapat: {listed}",
        "the evaluators of indicator `{row}` differ: {listed}"
    );
    let decider = facts.workspace.team.members.iter().find(|member| member.role.value.decides());
    let by = decider.map_or("MEMBER", |member| member.id.value.as_str());
    let help = bilingual!(
        "catat kesepakatannya: `spbe agree {row} --level N --by {by} --reason TEKS`",
        "record what is agreed: `spbe agree {row} --level N --by {by} --reason TEXT`"
    );
    let finding = Finding::at(RULE.id, first.level.place.clone(), message).help(help);
    Some(others.iter().fold(finding, |finding, score| {
        let (by, level) = (&score.by, score.level.value);
        finding.also(score.level.place.clone(), bilingual!("`{by}` menilai `{level:#}`", "`{by}` scored `{level}`"))
    }))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{score, sound};

    #[test]
    fn evaluators_who_differ_are_named_with_their_levels() {
        let mut case = sound();
        case.workspace.scores[2] = score(2, "ict", "2", "1", &["perbup"]);
        assert_eq!(case.says(check), ["scores/hukum.csv:3 the evaluators of indicator `2` differ: `hukum` 3, `ict` 1"]);
        assert_eq!(case.advises(check), ["record what is agreed: `spbe agree 2 --level N --by sekda --reason TEXT`"]);
    }

    #[test]
    fn an_agreed_level_settles_it() {
        let mut case = sound();
        case.workspace.scores[2] = score(2, "ict", "2", "1", &["perbup"]);
        case.settle(2, "2", "3");
        assert!(case.says(check).is_empty());
    }
}
