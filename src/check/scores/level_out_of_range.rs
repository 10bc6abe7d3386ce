//! The rule `level-out-of-range`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::levels;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A level is not on the scale of the instrument.
pub(crate) static RULE: Rule = Rule {
    id: "level-out-of-range",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("level di luar skala instrumen", "a level is not on the scale of the instrument"),
    why: Bilingual::fixed(
        "Level yang tidak ada di skala tidak dapat dihitung. Sering kali yang tertulis adalah nomor pilihan jawaban, \
         bukan levelnya.",
        "A level that the scale does not have can't be counted. Often the number of the answer was written and not \
         its level.",
    ),
    example: Bilingual::same("scores/hukum.csv:  12,9,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit"),
    mend: Bilingual::fixed(
        "Tulis level dari skala instrumen, seperti ditunjukkan `spbe show INDIKATOR`.",
        "Write a level of the instrument's scale, as `spbe show INDICATOR` shows it.",
    ),
};

/// Finds levels that the scale does not have, wherever a level is written.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(instrument) = &workspace.instrument else { return };
    let scale = &instrument.scale;
    let target = workspace.manifest.iter().filter_map(|manifest| manifest.target_level.as_ref());
    let written = (target.chain(workspace.links.iter().filter_map(|link| link.level.as_ref())))
        .chain(workspace.scores.iter().map(|score| &score.level))
        .chain(workspace.finals.iter().map(|score| &score.level))
        .chain(workspace.external.iter().map(|score| &score.level))
        .chain(workspace.recommendations.iter().filter_map(|advice| advice.to_level.as_ref()))
        .chain(workspace.wanted.iter().filter_map(|served| served.level.as_ref()));
    for level in written.filter(|level| !scale.allows(level.value)) {
        let (value, title) = (level.value, &instrument.id);
        let message = bilingual!(
            "level `{value:#}` tidak ada di skala `{title}`",
            "the level `{value}` is not on the scale of `{title}`"
        );
        findings.push(Finding::at(RULE.id, level.place.clone(), message).help(levels(scale)));
    }
    let target = workspace.manifest.iter().filter_map(|manifest| manifest.target_index.as_ref());
    let (lowest, highest) = (scale.lowest, scale.highest);
    for index in target.filter(|index| index.value < lowest || highest < index.value) {
        let value = index.value;
        let message = bilingual!(
            "indeks `{value:#}` tidak dapat dicapai dengan skala ini",
            "the index `{value}` can't be reached on this scale"
        );
        let help = bilingual!(
            "indeks berada di antara `{lowest:#}` dan `{highest:#}`",
            "an index lies between `{lowest}` and `{highest}`"
        );
        findings.push(Finding::at(RULE.id, index.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, link, number, row, score, sound};
    use crate::model::score::ExternalStage;
    use crate::model::served::Served;

    #[test]
    fn a_level_that_the_scale_does_not_have_is_found_wherever_it_stands() {
        let mut case = sound();
        case.manifest().target_level = Some(at("spbe.toml", 5, number("6")));
        case.workspace.links.push(link(5, "3-2", "perbup", Some("9")));
        case.workspace.scores.push(score(9, "hukum", "3-2", "2.5", &[]));
        case.settle(2, "1", "4");
        case.judge(2, "1", ExternalStage::Document, "5");
        case.workspace.wanted.push(Served {
            row: at("wanted.csv", 4, row("1")),
            level: Some(at("wanted.csv", 4, number("7"))),
            kind: None,
            title: "SK".to_owned(),
            unit: None,
        });
        assert_eq!(
            case.says(check),
            [
                "spbe.toml:5 the level `6` is not on the scale of `tiny`",
                "evidence-links.csv:5 the level `9` is not on the scale of `tiny`",
                "scores/hukum.csv:9 the level `2.5` is not on the scale of `tiny`",
                "scores/final.csv:2 the level `4` is not on the scale of `tiny`",
                "scores/external.csv:2 the level `5` is not on the scale of `tiny`",
                "wanted.csv:4 the level `7` is not on the scale of `tiny`"
            ]
        );
        assert_eq!(case.advises(check)[0], "the levels are `0`, `1`, `2`, `3`");
    }

    #[test]
    fn a_target_that_no_index_reaches_is_found() {
        let mut case = sound();
        case.manifest().target_index = Some(at("spbe.toml", 6, number("3.5")));
        assert_eq!(case.says(check), ["spbe.toml:6 the index `3.5` can't be reached on this scale"]);
        case.manifest().target_index = Some(at("spbe.toml", 6, number("2.60")));
        assert!(case.says(check).is_empty());
    }

    #[test]
    fn a_scale_of_decimals_takes_what_lies_on_its_grid() {
        let mut case = sound();
        case.instrument().scale.step = number("0.01");
        case.workspace.scores[0].level = at("scores/hukum.csv", 2, number("2.75"));
        assert!(case.says(check).is_empty());
        case.workspace.scores[0].level = at("scores/hukum.csv", 2, number("2.755"));
        assert_eq!(case.says(check).len(), 1);
    }
}
