//! What the sender itself relaxed: said of every workspace in every format, for no rule of the sender's can silence it.

use crate::bilingual;
use crate::check::policy::Policy;
use crate::check::registry::rule;
use crate::check::{Facts, weight};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Severity, Stage};
use crate::index::exact::Exact;
use crate::index::predicate::predicate;
use crate::model::disk::FileState;
use crate::model::files::{EVIDENCE, INSTRUMENT, MANIFEST};
use crate::model::manifest::Manifest;
use crate::text::bilingual::Bilingual;
use crate::text::word::{Vocabulary, Word};

/// Under which name it is told; no rule has it.
const RELAXED: &str = "relaxed";

/// What was relaxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Rules that weigh less than they would.
    Rules,
    /// A target that is absent, or lower than usual.
    Target,
    /// An instrument that the tool does not carry.
    Instrument,
    /// Documents that are not here, of which the receiver asks the digest alone.
    Evidence,
}

impl Vocabulary for Kind {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Rules, Word { code: "rules", id: "aturan", en: "rules" }),
        (Self::Target, Word { code: "target", id: "target", en: "target" }),
        (Self::Instrument, Word { code: "instrument", id: "instrumen", en: "instrument" }),
        (Self::Evidence, Word { code: "evidence", id: "data-dukung", en: "evidence" }),
    ];
}

/// One thing that the sender relaxed.
#[derive(Clone, Debug)]
pub(crate) struct Relaxed {
    /// What it is.
    pub(crate) kind: Kind,
    /// The rules concerned; none unless it is about rules.
    pub(crate) rules: Vec<String>,
    /// Where it stands, and what to say of it.
    pub(crate) finding: Finding,
}

impl Relaxed {
    /// Says something of a place.
    fn at(kind: Kind, place: Place, message: Bilingual) -> Self {
        Self { kind, rules: Vec::new(), finding: Finding::at(RELAXED, place, message) }
    }
}

/// Says how many documents are known by the digest of their pointer alone, where the receiver allows that.
pub(crate) fn by_pointer(facts: &Facts<'_>) -> Option<Relaxed> {
    let pointers = facts.disk.evidence.values().filter(|state| matches!(state, FileState::Pointer(_))).count();
    let message = bilingual!(
        "{pointers} dokumen tidak ada di sini; atas permintaan penerima hanya sidiknya yang dibandingkan",
        "{pointers} documents are not here; as the receiver asked, their digests alone were compared"
    );
    (pointers > 0).then(|| Relaxed::at(Kind::Evidence, Place::file(EVIDENCE), message))
}

/// Finds what the sender relaxed, under the policy that counts.
///
/// `own_instrument` tells whether the instrument that is computed with is the sender's own and nobody else's.
pub(crate) fn relaxed(facts: &Facts<'_>, policy: &Policy, own_instrument: bool) -> Vec<Relaxed> {
    let Some(manifest) = &facts.workspace.manifest else { return Vec::new() };
    let mut all = Vec::new();
    let lowered = [
        (Severity::Off, bilingual!("mati", "off")),
        (Severity::Warning, bilingual!("hanya peringatan", "only warnings")),
    ];
    all.extend(lowered.into_iter().filter_map(|(severity, word)| rules(manifest, policy, severity, &word)));
    all.extend(target(facts, manifest));
    all.extend(own_instrument.then(|| {
        Relaxed::at(
            Kind::Instrument,
            Place::file(INSTRUMENT),
            bilingual!(
                "instrumen ini milik pengirim sendiri, bukan salah satu edisi bawaan",
                "the instrument is the sender's own and none of the editions that the tool carries"
            ),
        )
    }));
    all
}

/// Lists the rules that `[rules]` of the sender brings down to a severity; none where the receiver's word counts.
fn rules(manifest: &Manifest, policy: &Policy, to: Severity, word: &Bilingual) -> Option<Relaxed> {
    let usual = Policy::default();
    let lowered = |name: &str| {
        let rule = rule(name)?;
        let now = weight(rule, policy, Stage::Submission);
        (policy.is_of_sender(rule) && now == to && now < weight(rule, &usual, Stage::Submission)).then_some(rule.id)
    };
    let entries = || manifest.rules.iter().filter_map(|(name, _)| Some((lowered(&name.value)?, &name.place)));
    let (_, place) = entries().next()?;
    let mut rules: Vec<String> = entries().map(|(id, _)| id.to_owned()).collect();
    rules.sort_unstable();
    rules.dedup();
    let (count, listed, id, en) = (rules.len(), rules.join(", "), &word.id, &word.en);
    let message = bilingual!(
        "pengirim melonggarkan {count} aturan ({id}): {listed}",
        "the sender relaxed {count} rules ({en}): {listed}"
    );
    Some(Relaxed { rules, ..Relaxed::at(Kind::Rules, place.clone(), message) })
}

/// Says which target is absent, and whether the index is lower than the level that is to be reached everywhere.
fn target(facts: &Facts<'_>, manifest: &Manifest) -> Option<Relaxed> {
    let lacking = match (&manifest.target_index, &manifest.target_level) {
        (None, None) => bilingual!("target indeks dan target level", "target index and target level"),
        (None, Some(_)) => bilingual!("target indeks", "target index"),
        (Some(_), None) => bilingual!("target level", "target level"),
        (Some(index), Some(level)) => {
            let instrument = facts.workspace.instrument.as_ref()?;
            let usual = predicate(instrument, manifest.year.value, &Exact::from(level.value))?.from;
            let (index_now, level) = (index.value, level.value);
            return (index_now < usual).then(|| {
                Relaxed::at(
                    Kind::Target,
                    index.place.clone(),
                    bilingual!(
                        "target indeks {index_now:#} lebih rendah dari {usual:#}, yang sesuai dengan target level {level:#}",
                        "the target index {index_now} is lower than {usual}, which goes with the target level {level}"
                    ),
                )
            });
        }
    };
    let Bilingual { id, en } = lacking;
    Some(Relaxed::at(
        Kind::Target,
        Place::file(MANIFEST),
        bilingual!("tanpa {id}, sehingga tidak ada yang di bawah target", "no {en}, so nothing lies below the target"),
    ))
}

#[cfg(test)]
mod tests {
    use super::{Kind, relaxed};
    use crate::check::Facts;
    use crate::check::policy::Policy;
    use crate::check::testing::{at, number, sound};
    use crate::diagnostic::rule::Severity;

    #[test]
    fn rules_that_the_sender_brought_down_are_told_and_those_it_raised_are_not() {
        let mut case = sound();
        case.manifest().target_index = Some(at("spbe.toml", 7, number("2.6")));
        for (rule, severity) in [
            ("no-evidence", Severity::Off),
            ("undated", Severity::Warning),
            ("no-decree", Severity::Error),
            ("not-briefed", Severity::Warning),
            ("score-missing", Severity::Off),
        ] {
            case.manifest().rules.push((at("spbe.toml", 9, rule.to_owned()), severity));
        }
        let policy = Policy::of(case.workspace.manifest.as_ref());
        let facts = Facts::new(&case.workspace, &case.disk, None);
        let told: Vec<_> = relaxed(&facts, &policy, false).into_iter().map(|one| (one.kind, one.rules)).collect();
        let names = |rules: &[&str]| rules.iter().map(|rule| (*rule).to_owned()).collect::<Vec<_>>();
        assert_eq!(told, [(Kind::Rules, names(&["no-evidence", "score-missing"])), (Kind::Rules, names(&["undated"]))]);
        // The receiver's word on a rule is nobody's slackness.
        let receiver = policy.with("undated", Severity::Warning).with("no-evidence", Severity::Error);
        let told: Vec<_> = relaxed(&facts, &receiver, false).into_iter().map(|one| one.rules).collect();
        assert_eq!(told, [names(&["score-missing"])]);
        assert!(relaxed(&facts, &Policy::default(), false).is_empty());
    }

    #[test]
    fn a_target_that_is_absent_or_low_and_an_own_instrument_are_told() {
        let mut case = sound();
        case.manifest().target_index = Some(at("spbe.toml", 7, number("2.6")));
        let said = |case: &crate::check::testing::Case, own| -> Vec<String> {
            let facts = Facts::new(&case.workspace, &case.disk, None);
            let told = relaxed(&facts, &Policy::default(), own);
            told.into_iter().map(|one| one.finding.message.en.into_owned()).collect()
        };
        assert_eq!(
            said(&case, true),
            ["the instrument is the sender's own and none of the editions that the tool carries"]
        );
        case.manifest().target_level = None;
        assert_eq!(said(&case, false), ["no target level, so nothing lies below the target"]);
        case.manifest().target_index = None;
        assert_eq!(said(&case, false), ["no target index and target level, so nothing lies below the target"]);
    }
}
