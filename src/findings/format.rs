//! The formats of findings: a new one is a file beside this one and a variant here.
//!
//! Findings are told in two steps, so that thousands of workspaces need no more memory than what is told of them: what
//! a format needs of a workspace is kept, and all that was kept is written.

use crate::diagnostic::rule::Stage;
use crate::findings::told::{Note, Told, notes, told};
use crate::findings::{Checked, Counts, github, json, junit, sarif, short, text};
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// A format of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindingFormat {
    /// For a person, with the lines concerned.
    Text,
    /// One line a finding, for editors.
    Short,
    /// For programs.
    Json,
    /// For code scanning (SARIF 2.1.0).
    Sarif,
    /// For the test reports of CI.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Vocabulary for FindingFormat {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Text, Word { code: "text", id: "text", en: "text" }),
        (Self::Short, Word { code: "short", id: "short", en: "short" }),
        (Self::Json, Word { code: "json", id: "json", en: "json" }),
        (Self::Sarif, Word { code: "sarif", id: "sarif", en: "sarif" }),
        (Self::Junit, Word { code: "junit", id: "junit", en: "junit" }),
        (Self::Github, Word { code: "github", id: "github", en: "github" }),
    ];
}

/// How findings are told, whatever the format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Telling {
    /// The stage that was asked about.
    pub(crate) stage: Stage,
    /// The language.
    pub(crate) language: Language,
    /// Whether colours are shown.
    pub(crate) colour: bool,
}

/// What a format needs of a workspace that was checked; it borrows none of the texts.
#[derive(Debug)]
pub(crate) struct Kept {
    /// The folder, as it was given.
    workspace: String,
    /// How many findings weigh how much.
    pub(crate) counts: Counts,
    /// What is told of it.
    part: Part,
}

/// What is told of one workspace.
#[derive(Debug)]
enum Part {
    /// Its part of the output, where that stands apart from those of the others.
    Written(String),
    /// Its findings, where those of all workspaces are written together, and what its sender relaxed.
    Told(Vec<Told>, Vec<Note>),
}

impl FindingFormat {
    /// Keeps what the format needs of a workspace.
    pub(crate) fn keep(self, checked: &Checked<'_>, telling: Telling) -> Kept {
        let Telling { stage, language, colour } = telling;
        let part = match self {
            Self::Text => Part::Written(text::page(checked, language, colour)),
            Self::Junit => Part::Written(junit::suite(checked, stage, language)),
            Self::Short | Self::Json | Self::Sarif | Self::Github => {
                Part::Told(told(checked, language), notes(checked, language))
            }
        };
        Kept { workspace: checked.workspace.to_owned(), counts: Counts::of(checked.findings), part }
    }

    /// Writes what was kept of all workspaces, in the order of their names.
    pub(crate) fn write(self, mut kept: Vec<Kept>, language: Language) -> String {
        kept.sort_by(|one, other| one.workspace.cmp(&other.workspace));
        let counts = kept.iter().map(|kept| kept.counts).sum();
        let (mut written, mut told, mut notes) = (String::new(), Vec::new(), Vec::new());
        for kept in kept {
            match kept.part {
                Part::Written(part) => written.push_str(&part),
                Part::Told(findings, relaxed) => {
                    told.extend(findings);
                    notes.extend(relaxed);
                }
            }
        }
        // A folder that was named twice has the findings of both beside each other.
        told.sort_by(|one, other| one.key().cmp(&other.key()));
        match self {
            Self::Text => text::render(written, counts, language),
            Self::Junit => junit::render(&written),
            Self::Short => short::render(&told, &notes),
            Self::Json => json::render(&told, &notes, counts),
            Self::Sarif => sarif::render(&told, &notes, language),
            Self::Github => github::render(&told, &notes),
        }
    }

    /// Renders the findings of workspaces whose texts are at hand.
    pub(crate) fn render(self, checked: &[Checked<'_>], telling: Telling) -> String {
        let kept = checked.iter().map(|checked| self.keep(checked, telling)).collect();
        self.write(kept, telling.language)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{FindingFormat, Telling};
    use crate::check::Judged;
    use crate::check::policy::Policy;
    use crate::check::relaxed::{Kind, Relaxed};
    use crate::diagnostic::rule::Stage;
    use crate::diagnostic::source::Sources;
    use crate::findings::testing::{error, found, sources, warning};
    use crate::findings::{Checked, Counts};
    use crate::text::language::Language;
    use crate::text::word::Vocabulary;

    const TELLING: Telling = Telling { stage: Stage::Submission, language: Language::English, colour: false };

    fn checked<'a>(
        workspace: &'a str,
        policy: &'a Policy,
        sources: &'a Sources,
        findings: &'a [Judged],
    ) -> Checked<'a> {
        Checked { workspace, within: None, policy, sources, findings, relaxed: &[] }
    }

    #[test]
    fn workspaces_are_told_in_the_order_of_their_names_whatever_the_order_they_were_given_in() {
        let (policy, sources) = (Policy::default(), sources());
        let one = [error(found("bad-value", "scores/hukum.csv", "9")), warning(found("bad-id", "spbe.toml", "name"))];
        let two = [warning(found("not-canonical", "spbe.toml", "schema"))];
        let (a, b) = (checked("a", &policy, &sources, &one), checked("b", &policy, &sources, &two));
        for (format, _) in FindingFormat::WORDS {
            let told = format.render(&[b, a], TELLING);
            assert_eq!(told, format.render(&[a, b], TELLING), "{format:?}");
            let first = ["a/", "\"a\""].iter().filter_map(|name| told.find(name)).min();
            let second = ["b/", "\"b\""].iter().filter_map(|name| told.rfind(name)).max();
            assert!(first.is_some() && first < second, "{format:?}: {told}");
        }
    }

    #[test]
    fn the_same_folder_twice_has_its_findings_beside_each_other() {
        let (policy, sources) = (Policy::default(), sources());
        let findings = [error(found("a", "scores/hukum.csv", "9")), error(found("b", "spbe.toml", "name"))];
        let twice = [checked("x", &policy, &sources, &findings); 2];
        let rules = FindingFormat::Short.render(&twice, TELLING);
        let rules: Vec<&str> = rules.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
        assert_eq!(rules, ["a", "a", "b", "b"]);
    }

    #[test]
    fn what_a_sender_relaxed_is_told_in_every_format_and_counts_for_nothing() {
        let (policy, sources) = (Policy::default(), sources());
        let finding = found("relaxed", "spbe.toml", "name");
        let relaxed = [Relaxed { kind: Kind::Rules, rules: vec!["no-evidence".to_owned()], finding }];
        let checked = Checked { relaxed: &relaxed, ..checked("kab", &policy, &sources, &[]) };
        for (format, part) in [
            (FindingFormat::Text, "note[relaxed]: message\n --> kab/spbe.toml:3:1"),
            (FindingFormat::Short, "kab/spbe.toml:3:1: note[relaxed]: message\n"),
            (FindingFormat::Json, "\"kind\": \"rules\",\n      \"rules\": [\n        \"no-evidence\"\n      ]"),
            (FindingFormat::Sarif, "\"ruleId\": \"relaxed\",\n          \"level\": \"note\""),
            (FindingFormat::Junit, "<property name=\"relaxed\" value=\"kab/spbe.toml:3:1: message\"/>"),
            (FindingFormat::Github, "::notice file=kab/spbe.toml,line=3,col=1,title=relaxed::message\n"),
        ] {
            let told = format.render(&[checked], TELLING);
            assert!(told.contains(part), "{format:?}: {told}");
            assert_eq!(format.keep(&checked, TELLING).counts, Counts::default());
        }
    }

    #[test]
    fn what_is_kept_outlives_the_texts() {
        let findings = [error(found("bad-value", "scores/hukum.csv", "9"))];
        for (format, _) in FindingFormat::WORDS {
            let (policy, mut texts) = (Policy::default(), sources());
            let expected = format.render(&[checked("a", &policy, &texts, &findings)], TELLING);
            let kept = format.keep(&checked("a", &policy, &texts, &findings), TELLING);
            texts.insert(Arc::from("scores/hukum.csv"), String::new());
            assert_eq!(format.write(vec![kept], TELLING.language), expected, "{format:?}");
        }
    }
}
