//! The rules: what is wrong in a workspace, and how much it weighs.
//!
//! One file per rule holds its id, severity, stage, logic, messages and documentation in both languages. A new rule is
//! one such file, its `mod` line, and one line in [`registry`].

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::finding::{Finding, Fold};
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::agreement::{Standing, standings};
use crate::index::approval::Approvals;
use crate::index::support::Support;
use crate::model::disk::Disk;
use crate::model::instrument::{Instrument, InstrumentPlaces};
use crate::model::policy::Targets;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;

mod evidence;
mod files;
mod instrument;
pub(crate) mod policy;
pub(crate) mod registry;
pub(crate) mod relaxed;
mod repeated;
mod reporting;
mod scores;
mod team;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod wording;

pub(crate) use crate::check::evidence::doubts_about;
pub(crate) use crate::check::instrument::instrument_changed::unknown_to_all;
use crate::check::policy::Policy;
use crate::check::registry::{Logic, RULES, RegisteredRule, rules};
pub(crate) use crate::check::reporting::logo_unusable::flaw as logo_flaw;

/// What the rules look at.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    /// What the files say.
    pub(crate) workspace: &'a Workspace,
    /// What was seen on disk beside the texts.
    pub(crate) disk: &'a Disk,
    /// Where the parts of the instrument stand; absent for a bundled one, whose content is not the agency's to mend.
    pub(crate) instrument_places: Option<&'a InstrumentPlaces>,
    /// Which document supports which row.
    pub(crate) support: Support<'a>,
    /// How every row stands.
    pub(crate) standings: BTreeMap<RowId, Standing>,
    /// The least targets that a receiver asks for.
    pub(crate) least: Targets,
    /// Whether every answer must be approved, although nobody has begun to approve.
    pub(crate) approval: bool,
    /// The files that were not read whole: what they should say can't be missed.
    pub(crate) cut: BTreeSet<String>,
}

impl<'a> Facts<'a> {
    /// Collects the facts.
    pub(crate) fn new(
        workspace: &'a Workspace,
        disk: &'a Disk,
        instrument_places: Option<&'a InstrumentPlaces>,
    ) -> Self {
        Self {
            workspace,
            disk,
            instrument_places,
            support: Support::of(workspace),
            standings: standings(workspace),
            least: Targets::default(),
            approval: false,
            cut: BTreeSet::new(),
        }
    }

    /// Notes which files were not read whole, by what reading them found.
    #[must_use]
    pub(crate) fn after(self, read: &[Finding]) -> Self {
        let cut = read.iter().filter(|finding| finding.cuts).filter_map(|finding| finding.place.as_ref());
        Self { cut: cut.map(|place| place.file.to_string()).collect(), ..self }
    }

    /// Wants every answer approved, whether or not somebody has begun to approve.
    #[must_use]
    pub(crate) fn wanting_approval(self, approval: bool) -> Self {
        Self { approval, ..self }
    }

    /// Gathers what officers said of every row.
    fn approvals(&self) -> Approvals<'a> {
        Approvals::over(self.workspace, &self.support, &self.standings)
    }

    /// Takes the least targets that a receiver asks for.
    #[must_use]
    pub(crate) fn asking(self, least: Targets) -> Self {
        Self { least, ..self }
    }
}

/// A finding and how much it weighs here; never [`Severity::Off`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    /// The finding.
    pub(crate) finding: Finding,
    /// Its severity.
    pub(crate) severity: Severity,
}

/// Applies every rule that speaks at a stage, and weighs its findings together with those of reading.
pub(crate) fn check(facts: &Facts<'_>, read: Vec<Finding>, policy: &Policy, stage: Stage) -> Vec<Judged> {
    let mut findings = Vec::new();
    for entry in RULES {
        let before = findings.len();
        if entry.rule.stage > stage || severity(entry, policy, stage) == Severity::Off || entry.is_blind(&read) {
            continue;
        }
        match entry.logic {
            Logic::Reading => {}
            Logic::Workspace(check) => check(facts, &mut findings),
            Logic::Naming(check) => check(facts, &rules().map(|rule| rule.id).collect::<Vec<_>>(), &mut findings),
            Logic::Instrument(check) => {
                if let (Some(instrument), Some(places)) = (&facts.workspace.instrument, facts.instrument_places) {
                    check(instrument, places, &mut findings);
                }
            }
        }
        fold(&mut findings, before);
    }
    let mut read = read;
    fold(&mut read, 0);
    findings.extend(read);
    judge(findings, policy, stage)
}

/// Folds what stands behind a place of a list where there are very many findings of one rule in one file.
fn fold(findings: &mut Vec<Finding>, from: usize) {
    let mut fold = Fold::default();
    let new: Vec<Finding> = findings.drain(from..).filter_map(|finding| fold.keep(finding)).collect();
    findings.extend(new);
    findings.extend(fold.folded());
}

/// Applies the rules on an instrument alone, and weighs their findings together with those of reading it.
pub(crate) fn check_instrument(
    instrument: &Instrument,
    places: &InstrumentPlaces,
    read: Vec<Finding>,
    policy: &Policy,
) -> Vec<Judged> {
    let mut findings = read;
    for entry in RULES {
        if let Logic::Instrument(check) = entry.logic {
            check(instrument, places, &mut findings);
        }
    }
    judge(findings, policy, Stage::Submission)
}

/// Weighs findings: drops what is silent at a stage or under a policy, and sorts the rest by place.
pub(crate) fn judge(findings: Vec<Finding>, policy: &Policy, stage: Stage) -> Vec<Judged> {
    let mut judged: Vec<Judged> =
        findings.into_iter().filter_map(|finding| judge_one(finding, policy, stage)).collect();
    judged.sort_by(|one, other| order(&one.finding).cmp(&order(&other.finding)));
    judged
}

/// Weighs one finding; absent where its rule is off or speaks only at a later stage.
fn judge_one(finding: Finding, policy: &Policy, stage: Stage) -> Option<Judged> {
    let entry = registry::registered(finding.rule).expect("every finding bears the id of a registered rule");
    let severity = severity(entry, policy, stage);
    (entry.rule.stage <= stage && severity != Severity::Off).then_some(Judged { finding, severity })
}

/// Returns how much a rule weighs under a policy at a stage at which it speaks.
pub(crate) fn weight(rule: &Rule, policy: &Policy, stage: Stage) -> Severity {
    let entry = registry::registered(rule.id).expect("every rule is registered");
    severity(entry, policy, stage)
}

/// The severity that somebody set, else the rule's own at the stage.
fn severity(entry: &RegisteredRule, policy: &Policy, stage: Stage) -> Severity {
    policy.set(entry.rule).unwrap_or_else(|| entry.severity(stage))
}

/// What stands nowhere comes first, then what can't be read, for all else may follow from it; then by file, by where it
/// begins, and by rule.
///
/// What is equal in all of that keeps the order in which its rule found it, so that indicator 2 comes before 10.
fn order(finding: &Finding) -> (bool, bool, Option<&str>, Option<usize>, &'static str) {
    let place = finding.place.as_ref();
    let start = place.and_then(|place| place.span.as_ref()).map(|span| span.start);
    (place.is_some(), !finding.cuts, place.map(|place| place.file.as_ref()), start, finding.rule)
}

#[cfg(test)]
mod tests {
    use super::{Judged, check, check_instrument};
    use crate::check::policy::Policy;
    use crate::check::testing::{instrument, places, sound};
    use crate::diagnostic::file_rules::{BAD_SYNTAX, NOT_CANONICAL, TOO_LARGE};
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::diagnostic::rule::{Severity, Stage};
    use crate::text::bilingual::Bilingual;

    fn read(rule: &'static str, place: Place) -> Finding {
        Finding::at(rule, place, Bilingual::fixed("x", "x"))
    }

    fn rules(judged: &[Judged]) -> Vec<&str> {
        judged.iter().map(|judged| judged.finding.rule).collect()
    }

    #[test]
    fn what_the_report_lacks_is_a_warning_until_it_is_handed_in() {
        let mut case = sound();
        case.workspace.recommendations.clear();
        let at = |stage| {
            let judged = check(&case.facts(), Vec::new(), &Policy::default(), stage);
            judged.iter().map(|judged| (judged.finding.rule, judged.severity)).collect::<Vec<_>>()
        };
        assert_eq!(at(Stage::Execution), []);
        assert_eq!(at(Stage::Reporting), [("no-recommendation", Severity::Warning); 3]);
        assert_eq!(at(Stage::Submission), [("no-recommendation", Severity::Error); 3]);
    }

    #[test]
    fn a_sound_workspace_has_no_finding_at_any_stage() {
        let case = sound();
        assert_eq!(check(&case.facts(), Vec::new(), &Policy::default(), Stage::Submission), []);
        assert_eq!(check_instrument(&instrument(), &places(&instrument()), Vec::new(), &Policy::default()), []);
    }

    #[test]
    fn findings_come_by_file_and_place_and_causes_first() {
        let file = "b.csv".into();
        let nowhere = Finding { place: None, ..read(NOT_CANONICAL, Place::file("a")) };
        let found = vec![
            read(NOT_CANONICAL, Place::new(&file, 7..8)),
            read(NOT_CANONICAL, Place::new(&file, 3..4)),
            read(BAD_SYNTAX, Place::new(&file, 7..8)),
            read(BAD_SYNTAX, Place::file("b.csv")),
            read(NOT_CANONICAL, Place::file("a.csv")),
            nowhere,
        ];
        let judged = super::judge(found, &Policy::default(), Stage::Planning);
        let starts: Vec<_> = judged.iter().map(|judged| super::order(&judged.finding)).collect();
        assert!(starts.is_sorted());
        assert_eq!(judged[0].finding.place, None);
        assert_eq!(
            rules(&judged)[1..4],
            [BAD_SYNTAX, BAD_SYNTAX, NOT_CANONICAL],
            "a cause comes before what follows from it"
        );
    }

    #[test]
    fn a_stage_hears_its_own_rules_and_those_of_the_stages_before() {
        let mut case = sound();
        case.workspace.scores.clear();
        case.workspace.team.briefings.clear();
        let at = |stage| check(&case.facts(), Vec::new(), &Policy::default(), stage);
        assert!(rules(&at(Stage::Planning)).contains(&"not-briefed"));
        assert!(!rules(&at(Stage::Execution)).contains(&"score-missing"));
        assert!(rules(&at(Stage::Reporting)).contains(&"score-missing"));
        assert!(rules(&at(Stage::Submission)).contains(&"not-briefed"));
    }

    #[test]
    fn the_agency_sets_the_severity_and_can_silence_a_rule() {
        let mut case = sound();
        case.workspace.team.briefings.clear();
        let at = |severity| {
            let policy = Policy::default().with("not-briefed", severity);
            check(&case.facts(), Vec::new(), &policy, Stage::Submission)
        };
        assert!(at(Severity::Error).iter().all(|judged| judged.severity == Severity::Error));
        assert_eq!(at(Severity::Off), []);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_blamed_for_what_it_would_say() {
        let mut case = sound();
        case.workspace.team = crate::model::team::Team::default();
        for broken in [BAD_SYNTAX, TOO_LARGE] {
            let found = vec![read(broken, Place::file("team.toml"))];
            let judged = check(&case.facts(), found, &Policy::default(), Stage::Submission);
            assert_eq!(rules(&judged), [broken]);
        }
    }
}
