//! What a workspace has for the arguments of commands: rows, members, documents, units; and what every workspace has.

use std::path::Path;

use crate::check::registry::rules;
use crate::cli::context::tree_of;
use crate::form::Kind;
use crate::model::workspace::Workspace;
use crate::result::report::Report;
use crate::store::load::Begun;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// A value that can be typed, and what it is.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// What is typed.
    pub(super) text: String,
    /// What it is.
    pub(super) help: String,
}

/// What can be typed for the arguments of commands.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    rows: Vec<Value>,
    members: Vec<Value>,
    documents: Vec<Value>,
    units: Vec<Value>,
    rules: Vec<Value>,
    forms: Vec<Value>,
}

impl Known {
    /// Gathers what the workspace of a folder has; no document is looked at. Without one there are rules and forms.
    pub(super) fn of(folder: &Path, language: Language) -> Self {
        let rules = rules().map(|rule| value(rule.id, rule.summary.get(language)));
        let forms = Kind::WORDS.iter().map(|(kind, word)| value(word.code, kind.label(language)));
        let known = Self { rules: rules.collect(), forms: forms.collect(), ..Self::default() };
        match tree_of(folder) {
            Ok(tree) => known.with(&Begun::of(tree).load().workspace, language),
            Err(_) => known,
        }
    }

    /// Adds what a workspace has.
    fn with(self, workspace: &Workspace, language: Language) -> Self {
        let rows = Report::of(workspace, &[]).map(|report| {
            report.indicators.iter().map(|line| value(&line.row.to_string(), &line.name(language))).collect()
        });
        let members = workspace.team.members.iter().map(|member| value(member.id.value.as_str(), &member.name));
        let documents = workspace.evidence.iter().map(|entry| value(entry.id.value.as_str(), &entry.title));
        let units = workspace.team.units.iter().map(|unit| value(&unit.name.value, ""));
        Self {
            rows: rows.unwrap_or_default(),
            members: members.collect(),
            documents: documents.collect(),
            units: units.collect(),
            ..self
        }
    }

    /// Returns what can be typed for an argument of a command; nothing where that is anybody's text.
    pub(super) fn values(&self, command: &str, argument: &str) -> Option<&[Value]> {
        Some(match (command, argument) {
            ("team set" | "team remove", "id") | ("team replace", "old") => &self.members,
            ("unit set" | "unit remove", "name") | ("unit move", "to") => &self.units,
            // What is new is anybody's text.
            (command, "id") if !command.starts_with("evidence ") || command == "evidence add" => return None,
            ("form", "kind") => &self.forms,
            (_, "indicators" | "indicator") => &self.rows,
            (_, "to" | "by" | "member" | "members" | "same_as") => &self.members,
            (_, "evidence" | "id") => &self.documents,
            (_, "unit") => &self.units,
            (_, "rule" | "deny" | "warn" | "allow") => &self.rules,
            _ => return None,
        })
    }
}

/// Makes a value.
fn value(text: &str, help: &str) -> Value {
    Value { text: text.to_owned(), help: help.to_owned() }
}
