//! Every rule, in the order of the handbook: files, instrument, team, scores, evidence.

use crate::check::Facts;
use crate::check::{evidence, files, instrument, reporting, scores, team};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::{
    ASPECT_FINDINGS, ASSIGNMENTS, EVERY_APPROVAL, EVERY_SCORE, EVIDENCE, EVIDENCE_LINKS, FINAL_SCORES, RECOMMENDATIONS,
    TEAM,
};
use crate::model::instrument::{Instrument, InstrumentPlaces};

/// What finds the findings of a rule.
#[derive(Clone, Copy)]
pub(crate) enum Logic {
    /// Nothing here: the readers of the files do.
    Reading,
    /// A look at the whole workspace.
    Workspace(fn(&Facts<'_>, &mut Vec<Finding>)),
    /// A look at the whole workspace by a rule that must know the ids of all rules.
    Naming(fn(&Facts<'_>, &[&'static str], &mut Vec<Finding>)),
    /// A look at an instrument that was read from a file.
    Instrument(fn(&Instrument, &InstrumentPlaces, &mut Vec<Finding>)),
}

/// A rule with its logic.
pub(crate) struct RegisteredRule {
    /// The rule.
    pub(crate) rule: &'static Rule,
    /// Its logic.
    pub(crate) logic: Logic,
    /// The files, and folders with a final `/`, whose silence it takes for an absence; while one of them is broken, the
    /// rule can't know.
    rests_on: &'static [&'static str],
    /// The stage from which a warning is an error.
    severe_from: Option<Stage>,
}

impl RegisteredRule {
    /// Registers a rule whose findings are made while the files are read.
    const fn read(rule: &'static Rule) -> Self {
        Self { rule, logic: Logic::Reading, rests_on: &[], severe_from: None }
    }

    /// Registers a rule that looks at the whole workspace.
    const fn on_workspace(rule: &'static Rule, check: fn(&Facts<'_>, &mut Vec<Finding>)) -> Self {
        Self { rule, logic: Logic::Workspace(check), rests_on: &[], severe_from: None }
    }

    /// Registers a rule that looks at the whole workspace and must know the ids of all rules.
    const fn naming(rule: &'static Rule, check: fn(&Facts<'_>, &[&'static str], &mut Vec<Finding>)) -> Self {
        Self { rule, logic: Logic::Naming(check), rests_on: &[], severe_from: None }
    }

    /// Registers a rule for instruments that were read from a file; a bundled one is known to be sound.
    const fn on_instrument(rule: &'static Rule, check: fn(&Instrument, &InstrumentPlaces, &mut Vec<Finding>)) -> Self {
        Self { rule, logic: Logic::Instrument(check), rests_on: &[], severe_from: None }
    }

    /// Keeps the rule silent while one of these files is broken, for what it takes for missing may stand there.
    const fn resting_on(self, files: &'static [&'static str]) -> Self {
        Self { rests_on: files, ..self }
    }

    /// Makes an error of the rule's warning from this stage on.
    const fn severe_from(self, stage: Stage) -> Self {
        Self { severe_from: Some(stage), ..self }
    }

    /// Returns the severity at a stage, unless somebody sets another.
    pub(crate) fn severity(&self, stage: Stage) -> Severity {
        if self.severe_from.is_some_and(|from| from <= stage) { Severity::Error } else { self.rule.severity }
    }

    /// Tells whether a file that the rule rests on could not be read whole.
    pub(crate) fn is_blind(&self, read: &[Finding]) -> bool {
        let rests_on = |file: &str| {
            let stands = |named: &&str| file == *named || (named.ends_with('/') && file.starts_with(*named));
            self.rests_on.iter().any(stands)
        };
        let mut broken = read.iter().filter(|finding| finding.cuts);
        broken.any(|finding| finding.place.as_ref().is_some_and(|place| rests_on(&place.file)))
    }
}

/// All rules. A new one is a line here.
pub(crate) static RULES: &[RegisteredRule] = &[
    RegisteredRule::read(&files::bad_syntax::RULE),
    RegisteredRule::read(&files::missing_field::RULE),
    RegisteredRule::naming(&files::unknown_field::RULE, files::unknown_field::check),
    RegisteredRule::read(&files::own_column::RULE),
    RegisteredRule::read(&files::duplicate_key::RULE),
    RegisteredRule::read(&files::blank::RULE),
    RegisteredRule::on_workspace(&files::bad_value::RULE, files::bad_value::check),
    RegisteredRule::on_workspace(&files::bad_id::RULE, files::bad_id::check),
    RegisteredRule::read(&files::not_canonical::RULE),
    RegisteredRule::read(&files::too_large::RULE),
    RegisteredRule::on_workspace(&files::litter::RULE, files::litter::check),
    RegisteredRule::on_workspace(&files::misnamed_file::RULE, files::misnamed_file::check),
    RegisteredRule::on_workspace(&files::conflict_copy::RULE, files::conflict_copy::check)
        .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&files::no_gitattributes::RULE, files::no_gitattributes::check),
    RegisteredRule::read(&files::encoding::RULE),
    RegisteredRule::read(&files::control_character::RULE),
    RegisteredRule::on_workspace(&files::stray_score_file::RULE, files::stray_score_file::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&instrument::instrument_changed::RULE, instrument::instrument_changed::check),
    RegisteredRule::on_workspace(&instrument::instrument_year::RULE, instrument::instrument_year::check),
    RegisteredRule::on_instrument(&instrument::instrument_ids::RULE, instrument::instrument_ids::check),
    RegisteredRule::on_instrument(&instrument::weights_not_100::RULE, instrument::weights_not_100::check),
    RegisteredRule::on_instrument(&instrument::predicates_broken::RULE, instrument::predicates_broken::check),
    RegisteredRule::on_instrument(&instrument::criteria_missing::RULE, instrument::criteria_missing::check),
    RegisteredRule::on_workspace(&team::no_coordinator::RULE, team::no_coordinator::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::no_responsible::RULE, team::no_responsible::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::replacement_unclear::RULE, team::replacement_unclear::check),
    RegisteredRule::on_workspace(&team::role_count::RULE, team::role_count::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::function_uncovered::RULE, team::function_uncovered::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::not_briefed::RULE, team::not_briefed::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::no_decree::RULE, team::no_decree::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::same_unit_twice::RULE, team::same_unit_twice::check),
    RegisteredRule::on_workspace(&team::unknown_member::RULE, team::unknown_member::check).resting_on(&[TEAM]),
    RegisteredRule::on_workspace(&team::duplicate_member::RULE, team::duplicate_member::check),
    RegisteredRule::on_workspace(&team::indicator_unassigned::RULE, team::indicator_unassigned::check)
        .resting_on(&[TEAM, ASSIGNMENTS]),
    RegisteredRule::on_workspace(&team::duplicate_assignment::RULE, team::duplicate_assignment::check),
    RegisteredRule::on_workspace(&team::due_outside_schedule::RULE, team::due_outside_schedule::check),
    RegisteredRule::on_workspace(&team::own_unit::RULE, team::own_unit::check).resting_on(&[TEAM, ASSIGNMENTS]),
    RegisteredRule::on_workspace(&scores::unknown_indicator::RULE, scores::unknown_indicator::check),
    RegisteredRule::on_workspace(&scores::service_missing::RULE, scores::service_missing::check),
    RegisteredRule::on_workspace(&scores::level_out_of_range::RULE, scores::level_out_of_range::check),
    RegisteredRule::on_workspace(&scores::duplicate_score::RULE, scores::duplicate_score::check),
    RegisteredRule::on_workspace(&scores::score_missing::RULE, scores::score_missing::check).resting_on(&[
        TEAM,
        ASSIGNMENTS,
        FINAL_SCORES,
    ]),
    RegisteredRule::on_workspace(&scores::disagreement::RULE, scores::disagreement::check).resting_on(&[FINAL_SCORES]),
    RegisteredRule::on_workspace(&scores::final_without_reason::RULE, scores::final_without_reason::check)
        .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&scores::undecided::RULE, scores::undecided::check).severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&scores::undated::RULE, scores::undated::check).severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&scores::unscored_level::RULE, scores::unscored_level::check)
        .resting_on(&[TEAM, EVERY_SCORE]),
    RegisteredRule::on_workspace(&scores::final_above_scores::RULE, scores::final_above_scores::check).resting_on(&[
        TEAM,
        EVERY_SCORE,
        EVIDENCE,
        EVIDENCE_LINKS,
    ]),
    RegisteredRule::on_workspace(&scores::level_without_support::RULE, scores::level_without_support::check)
        .resting_on(&[TEAM, EVERY_SCORE, EVIDENCE, EVIDENCE_LINKS]),
    RegisteredRule::on_workspace(&scores::answer_missing::RULE, scores::answer_missing::check)
        .resting_on(&[FINAL_SCORES]),
    RegisteredRule::on_workspace(&scores::changed_after_approval::RULE, scores::changed_after_approval::check)
        .resting_on(&[TEAM, EVERY_SCORE, EVIDENCE, EVIDENCE_LINKS]),
    RegisteredRule::on_workspace(&scores::not_approved::RULE, scores::not_approved::check).resting_on(&[
        TEAM,
        EVERY_SCORE,
        EVERY_APPROVAL,
    ]),
    RegisteredRule::on_workspace(&scores::wrong_year::RULE, scores::wrong_year::check),
    RegisteredRule::on_workspace(&scores::service_unnamed::RULE, scores::service_unnamed::check)
        .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&scores::decided_by_member::RULE, scores::decided_by_member::check),
    RegisteredRule::on_workspace(&scores::score_not_assigned::RULE, scores::score_not_assigned::check)
        .resting_on(&[ASSIGNMENTS]),
    RegisteredRule::on_workspace(&scores::no_explanation::RULE, scores::no_explanation::check),
    RegisteredRule::on_workspace(&scores::no_evidence::RULE, scores::no_evidence::check),
    RegisteredRule::on_workspace(&scores::unknown_evidence::RULE, scores::unknown_evidence::check)
        .resting_on(&[EVIDENCE]),
    RegisteredRule::on_workspace(
        &scores::evidence_of_other_indicator::RULE,
        scores::evidence_of_other_indicator::check,
    )
    .resting_on(&[EVIDENCE_LINKS]),
    RegisteredRule::on_workspace(&scores::not_linked::RULE, scores::not_linked::check).resting_on(&[EVIDENCE_LINKS]),
    RegisteredRule::on_workspace(&scores::evidence_level::RULE, scores::evidence_level::check)
        .resting_on(&[EVIDENCE_LINKS]),
    RegisteredRule::on_workspace(&scores::date_outside_schedule::RULE, scores::date_outside_schedule::check),
    RegisteredRule::on_workspace(&scores::published_value::RULE, scores::published_value::check),
    RegisteredRule::on_workspace(&scores::self_inflated::RULE, scores::self_inflated::check)
        .resting_on(&[FINAL_SCORES]),
    RegisteredRule::on_workspace(&evidence::evidence_incomplete::RULE, evidence::evidence_incomplete::check),
    RegisteredRule::on_workspace(&evidence::evidence_missing::RULE, evidence::evidence_missing::check),
    RegisteredRule::on_workspace(&evidence::evidence_altered::RULE, evidence::evidence_altered::check),
    RegisteredRule::on_workspace(&evidence::evidence_outside::RULE, evidence::evidence_outside::check),
    RegisteredRule::on_workspace(&evidence::link_address::RULE, evidence::link_address::check),
    RegisteredRule::on_workspace(&evidence::duplicate_evidence_id::RULE, evidence::duplicate_evidence_id::check),
    RegisteredRule::on_workspace(&evidence::duplicate_link::RULE, evidence::duplicate_link::check),
    RegisteredRule::on_workspace(&evidence::evidence_empty::RULE, evidence::evidence_empty::check),
    RegisteredRule::on_workspace(&evidence::evidence_pointer::RULE, evidence::evidence_pointer::check)
        .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&evidence::evidence_not_here::RULE, evidence::evidence_not_here::check)
        .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&evidence::evidence_not_indexed::RULE, evidence::evidence_not_indexed::check)
        .resting_on(&[EVIDENCE]),
    RegisteredRule::on_workspace(&evidence::evidence_broken::RULE, evidence::evidence_broken::check),
    RegisteredRule::on_workspace(&evidence::evidence_kind::RULE, evidence::evidence_kind::check),
    RegisteredRule::on_workspace(&evidence::evidence_duplicate::RULE, evidence::evidence_duplicate::check),
    RegisteredRule::on_workspace(&evidence::evidence_unused::RULE, evidence::evidence_unused::check)
        .resting_on(&[EVIDENCE_LINKS, EVERY_SCORE]),
    RegisteredRule::on_workspace(&evidence::interview_incomplete::RULE, evidence::interview_incomplete::check),
    RegisteredRule::on_workspace(&evidence::evidence_after_cycle::RULE, evidence::evidence_after_cycle::check),
    RegisteredRule::on_workspace(&evidence::evidence_name::RULE, evidence::evidence_name::check),
    RegisteredRule::on_workspace(&reporting::unknown_aspect::RULE, reporting::unknown_aspect::check),
    RegisteredRule::on_workspace(
        &reporting::duplicate_recommendation::RULE,
        reporting::duplicate_recommendation::check,
    ),
    RegisteredRule::on_workspace(&reporting::logo_unusable::RULE, reporting::logo_unusable::check),
    RegisteredRule::on_workspace(&reporting::no_recommendation::RULE, reporting::no_recommendation::check)
        .resting_on(&[RECOMMENDATIONS, FINAL_SCORES])
        .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&reporting::no_target::RULE, reporting::no_target::check),
    RegisteredRule::on_workspace(
        &reporting::recommendation_incomplete::RULE,
        reporting::recommendation_incomplete::check,
    )
    .severe_from(Stage::Submission),
    RegisteredRule::on_workspace(&reporting::aspect_without_findings::RULE, reporting::aspect_without_findings::check)
        .resting_on(&[ASPECT_FINDINGS])
        .severe_from(Stage::Submission),
];

/// Returns every rule.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().map(|entry| entry.rule)
}

/// Returns the stage from which a rule that warns finds errors.
pub(crate) fn severe_from(rule: &Rule) -> Option<Stage> {
    registered(rule.id).and_then(|entry| entry.severe_from)
}

/// Finds a rule with its logic by its id.
pub(crate) fn registered(id: &str) -> Option<&'static RegisteredRule> {
    RULES.iter().find(|entry| entry.rule.id == id)
}

/// Finds a rule by its id.
pub(crate) fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{rule, rules};
    use crate::diagnostic::file_rules;

    #[test]
    fn every_id_that_readers_use_is_a_rule() {
        for id in [
            file_rules::BAD_SYNTAX,
            file_rules::MISSING_FIELD,
            file_rules::UNKNOWN_FIELD,
            file_rules::OWN_COLUMN,
            file_rules::BLANK,
            file_rules::DUPLICATE_KEY,
            file_rules::BAD_VALUE,
            file_rules::BAD_ID,
            file_rules::NOT_CANONICAL,
            file_rules::TOO_LARGE,
            file_rules::ENCODING,
            file_rules::CONTROL_CHARACTER,
        ] {
            assert_eq!(rule(id).map(|rule| rule.id), Some(id));
        }
    }

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let mut seen = BTreeSet::new();
        for rule in rules() {
            assert!(seen.insert(rule.id), "{} stands twice", rule.id);
            let parts = rule.id.split('-');
            let kebab = |part: &str| {
                !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            };
            assert!(parts.into_iter().all(kebab), "{}", rule.id);
        }
    }

    #[test]
    fn every_rule_is_documented_in_both_languages() {
        for rule in rules() {
            for text in [&rule.summary, &rule.why, &rule.mend] {
                assert!(text.id.len() > 10 && text.en.len() > 10, "{}", rule.id);
                assert_ne!(text.id, text.en, "{}", rule.id);
            }
            assert!(rule.example.id.len() > 10 && rule.example.en.len() > 10, "{}", rule.id);
            assert!(!rule.summary.en.ends_with('.') && !rule.summary.id.ends_with('.'), "{}", rule.id);
            assert!(rule.why.en.ends_with('.') && rule.mend.id.ends_with('.'), "{}", rule.id);
        }
    }
}
