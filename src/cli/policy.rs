//! How much each rule weighs in one run: the workspace's own word, the receiver's, and the command line's.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::check::policy::Policy;
use crate::check::registry::{rule, rules};
use crate::check::wording::no_rule;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::wording;
use crate::diagnostic::file_rules::UNKNOWN_FIELD;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity};
use crate::diagnostic::source::Sources;
use crate::format::policy;
use crate::format::reading::Reading;
use crate::model::manifest::Manifest;
use crate::model::policy::Targets;
use crate::store::read;
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

#[derive(Args, Debug)]
pub(super) struct PolicyArgs {
    #[arg(long, value_delimiter = ',', value_name = say("ATURAN", "RULE"), help = say(
        "jadikan aturan ini kesalahan; pisahkan beberapa dengan koma",
        "make this rule an error; separate several with commas",
    ))]
    deny: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = say("ATURAN", "RULE"), help = say(
        "jadikan aturan ini peringatan; pisahkan beberapa dengan koma",
        "make this rule a warning; separate several with commas",
    ))]
    warn: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = say("ATURAN", "RULE"), help = say(
        "matikan aturan ini; pisahkan beberapa dengan koma",
        "turn this rule off; separate several with commas",
    ))]
    allow: Vec<String>,
    #[arg(long, value_name = say("BERKAS", "FILE"), help = say(
        "berkas TOML milik penerima: [rules] menggantikan milik ruang kerja, [target] yang diminta, [[instrument]]",
        "the receiver's TOML file: [rules] in place of the workspace's own, the least [target], [[instrument]]",
    ))]
    policy: Option<PathBuf>,
}

/// What stands over the rules' own severities.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    receiver: Option<Policy>,
    stated: Vec<(String, Severity)>,
    strictness: Strictness,
}

/// Whose word is taken for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Strictness {
    /// The sender's, unless a policy says otherwise.
    #[default]
    Lenient,
    /// Nobody's for the instrument: it must be known, and the one of the year.
    TrustedInstrument,
    /// Nobody's at all: beside that, `[rules]` of the sender count for nothing, and both targets are asked for.
    Strict,
}

impl PolicyArgs {
    /// Reads the receiver's policy and what the command line says; an unknown rule is refused.
    pub(super) fn read(&self, context: &Context, strictness: Strictness) -> Result<Chosen, Failure> {
        let mut stated = Vec::new();
        for (names, severity) in
            [(&self.allow, Severity::Off), (&self.warn, Severity::Warning), (&self.deny, Severity::Error)]
        {
            for name in names {
                known(name)?;
                stated.push((name.clone(), severity));
            }
        }
        let receiver = self.policy.as_ref().map(|file| of_file(context, file)).transpose()?;
        Ok(Chosen { receiver, stated, strictness })
    }
}

impl Chosen {
    /// Returns the policy for a workspace.
    pub(super) fn of(&self, manifest: Option<&Manifest>) -> Policy {
        let strict = self.strictness == Strictness::Strict;
        let mut base = match &self.receiver {
            Some(receiver) => receiver.clone(),
            None if strict => Policy::default(),
            None => Policy::of(manifest),
        };
        if self.trusts_nobody() {
            base = base.unless_received("instrument-year", Severity::Error);
        }
        if strict || base.least != Targets::default() {
            base = base.unless_received("no-target", Severity::Error);
        }
        self.stated.iter().fold(base, |policy, (rule, severity)| policy.with(rule.as_str(), *severity))
    }

    /// Tells whether the sender's instrument must be a known one.
    pub(super) fn trusts_nobody(&self) -> bool {
        self.strictness != Strictness::Lenient
    }
}

/// Reads the receiver's policy from a file; the first mistake in it, or a rule that does not exist, refuses it whole.
fn of_file(context: &Context, file: &Path) -> Result<Policy, Failure> {
    let name = file.display().to_string();
    let text = match read::text(&context.directory, &name) {
        read::TextFile::Read(text) => text,
        read::TextFile::Absent => {
            return Err(wording::no_file(&name));
        }
        read::TextFile::Foreign(_, finding) | read::TextFile::Refused(finding) => {
            return Err(Failure::of_finding(&finding, &Sources::default()));
        }
    };
    let reading = Reading::new(name.as_str());
    let asked = policy::read(&text, &reading);
    let unknown = asked.rules.iter().find(|(name, _)| rule(&name.value).is_none());
    let unknown = unknown.map(|(name, _)| {
        Finding::at(UNKNOWN_FIELD, name.place.clone(), no_rule(&name.value)).help(suggestion(&name.value))
    });
    if let Some(finding) = reading.finish().into_iter().next().or(unknown) {
        let mut sources = Sources::default();
        sources.insert(name.into(), text);
        return Err(Failure::of_finding(&finding, &sources));
    }
    Ok(Policy::of_receiver(asked))
}

/// Refuses a rule that does not exist.
pub(super) fn known(name: &str) -> Result<&'static Rule, Failure> {
    rule(name).ok_or_else(|| Failure::new(no_rule(name)).help(suggestion(name)))
}

/// Returns the rule that may have been meant, or where all of them are listed.
fn suggestion(name: &str) -> Bilingual {
    let known = rules().map(|rule| rule.id);
    did_you_mean(name, known).unwrap_or_else(|| bilingual!("lihat `spbe explain`", "see `spbe explain`"))
}
