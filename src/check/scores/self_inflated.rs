//! The rule `self-inflated`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::evaluation;
use crate::model::decimal::Decimal;
use crate::model::score::ExternalScore;
use crate::text::bilingual::Bilingual;

/// The ministry's level is lower by two or more.
pub(crate) static RULE: Rule = Rule {
    id: "self-inflated",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "level kementerian lebih rendah dua level atau lebih",
        "the ministry's level is lower by two or more",
    ),
    why: Bilingual::fixed(
        "Selisih sebesar ini berarti data dukung atau kriterianya dipahami berbeda; tahun depan akan terulang.",
        "So large a difference means that evidence or criteria are understood differently; it will happen again.",
    ),
    example: Bilingual::same(concat!(
        "scores/final.csv:  12,4,2018-08-29,sekda,Terpadu dengan instansi lain\n",
        "scores/external.csv:  12,interview,2,Belum terpadu",
    )),
    mend: Bilingual::fixed(
        "Baca catatan kementerian, lalu tinjau data dukung dan cara menilainya.",
        "Read the ministry's note, then review the evidence and how it was judged.",
    ),
};

/// How much higher than the ministry's a level may be.
const MOST: u32 = 2;

/// Compares the level that counts with the ministry's.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let (Some(instrument), Some(manifest)) = (workspace.instrument.as_deref(), &workspace.manifest) else { return };
    let Some(external) = evaluation::external(workspace, instrument, manifest) else { return };
    for (&row, standing) in &facts.standings {
        let (Some(own), Some(theirs)) = (standing.level(), external.levels.get(&row)) else { continue };
        if own < plus(*theirs, MOST) {
            continue;
        }
        let message = bilingual!(
            "indikator `{row}` dinilai `{own:#}`, kementerian menilai `{theirs:#}`",
            "indicator `{row}` is scored `{own}`, the ministry found `{theirs}`"
        );
        let help = bilingual!(
            "tinjau dengan `spbe show {row}` dan catatan kementerian",
            "review it with `spbe show {row}` and the ministry's note"
        );
        let judged = |score: &&ExternalScore| score.row.value == row && score.level.value == *theirs;
        if let Some(score) = workspace.external.iter().rfind(judged) {
            findings.push(Finding::at(RULE.id, score.level.place.clone(), message).help(help));
        }
    }
}

/// Adds whole levels to a level.
fn plus(level: Decimal, whole: u32) -> Decimal {
    let step = 10_i64.saturating_pow(level.places());
    Decimal::new(level.units().saturating_add(step.saturating_mul(i64::from(whole))), level.places())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;
    use crate::model::score::ExternalStage;

    #[test]
    fn two_levels_above_the_ministry_is_found_at_its_record() {
        let mut case = sound();
        case.judge(7, "2", ExternalStage::Interview, "1");
        assert_eq!(case.says(check), ["scores/external.csv:7 indicator `2` is scored `3`, the ministry found `1`"]);
    }

    #[test]
    fn one_level_above_and_any_below_are_silent() {
        let mut case = sound();
        case.judge(7, "2", ExternalStage::Interview, "2");
        case.judge(8, "3-2", ExternalStage::Interview, "3");
        assert!(case.says(check).is_empty());
    }
}
