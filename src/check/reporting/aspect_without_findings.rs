//! The rule `aspect-without-findings`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::ASPECT_FINDINGS;
use crate::text::bilingual::Bilingual;

/// An aspect has neither strengths nor weaknesses.
pub(crate) static RULE: Rule = Rule {
    id: "aspect-without-findings",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed("aspek tanpa kekuatan dan kelemahan", "an aspect has neither strengths nor weaknesses"),
    why: Bilingual::fixed(
        "Laporan resmi menyebut kekuatan dan kelemahan tiap aspek; tanpa itu pimpinan hanya membaca angka.",
        "The official report names strengths and weaknesses of every aspect; without them the leadership reads only \
         figures.",
    ),
    example: Bilingual::same(concat!(
        "findings.toml:  [[aspect]]\n",
        "                id = 3\n",
        "                strengths = []\n",
        "                weaknesses = []",
    )),
    mend: Bilingual::fixed(
        "Tulis di findings.toml: [[aspect]] dengan id, strengths dan weaknesses; `spbe recommend` menyiapkan kerangkanya.",
        "Write it into findings.toml: [[aspect]] with id, strengths and weaknesses; `spbe recommend` makes the frame.",
    ),
};

/// Finds aspects that `findings.toml` says nothing about; it is asked for where a target is set.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let (Some(instrument), Some(manifest)) = (workspace.instrument.as_deref(), &workspace.manifest) else { return };
    if manifest.target_level.is_none() && manifest.target_index.is_none() {
        return;
    }
    for aspect in instrument.aspects.iter() {
        let said = workspace.aspect_findings.iter().any(|found| {
            found.aspect.value == aspect.id && !(found.strengths.is_empty() && found.weaknesses.is_empty())
        });
        if said {
            continue;
        }
        let (id, name_id, name_en) = (aspect.id, &aspect.name.id, &aspect.name.en);
        let message = bilingual!(
            "aspek `{id}` ({name_id}) tanpa kekuatan dan kelemahan",
            "aspect `{id}` ({name_en}) has neither strengths nor weaknesses"
        );
        let help = bilingual!(
            "tulis [[aspect]] dengan id = {id} di findings.toml",
            "write an [[aspect]] with id = {id} into findings.toml"
        );
        findings.push(Finding::at(RULE.id, Place::file(ASPECT_FINDINGS), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{said, sound};

    #[test]
    fn an_aspect_about_which_nothing_is_said_is_found() {
        let mut case = sound();
        case.workspace.aspect_findings = vec![said(2, 1, &["a"]), said(5, 2, &[])];
        assert_eq!(case.says(check), ["findings.toml:- aspect `2` (aspect) has neither strengths nor weaknesses"]);
    }

    #[test]
    fn without_a_target_nothing_is_asked_for() {
        let mut case = sound();
        case.manifest().target_level = None;
        assert!(case.says(check).is_empty());
    }
}
