//! Findings for machines, version 1: what stands here is a promise.

use serde::Serialize;

use crate::findings::Counts;
use crate::findings::told::{Note, Told};
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// The document.
#[derive(Serialize)]
struct FindingsV1<'a> {
    version: u32,
    findings: Vec<FindingV1<'a>>,
    counts: CountsV1,
    relaxed: Vec<RelaxedV1<'a>>,
}

/// A finding in it.
#[derive(Serialize)]
struct FindingV1<'a> {
    workspace: &'a str,
    rule: &'a str,
    severity: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
}

/// What a sender relaxed.
#[derive(Serialize)]
struct RelaxedV1<'a> {
    workspace: &'a str,
    kind: &'a str,
    rules: &'a [String],
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
}

/// How many findings there are.
#[derive(Serialize)]
struct CountsV1 {
    error: usize,
    warning: usize,
}

/// Renders the findings of all workspaces as one document, in the order given.
pub(super) fn render(all: &[Told], notes: &[Note], counts: Counts) -> String {
    let findings = all.iter().map(finding).collect();
    let Counts { errors, warnings } = counts;
    let (counts, relaxed) = (CountsV1 { error: errors, warning: warnings }, notes.iter().map(relaxed).collect());
    json_text(&FindingsV1 { version: 1, findings, counts, relaxed })
}

/// Writes what was relaxed as the document has it.
fn relaxed(note: &Note) -> RelaxedV1<'_> {
    let told = &note.told;
    RelaxedV1 {
        workspace: &told.workspace,
        kind: note.kind.code(),
        rules: &note.rules,
        file: told.file.as_deref(),
        line: told.line,
        column: told.column,
        message: &told.message,
    }
}

/// Writes a finding as the document has it; what it lacks is null.
fn finding(told: &Told) -> FindingV1<'_> {
    FindingV1 {
        workspace: &told.workspace,
        rule: told.rule,
        severity: told.weight(),
        file: told.file.as_deref(),
        line: told.line,
        column: told.column,
        message: &told.message,
        help: told.help.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::policy::Policy;
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::findings::Checked;
    use crate::findings::format::FindingFormat;
    use crate::findings::testing::{error, found, shown, sources, warning};
    use crate::text::bilingual::Bilingual;
    use crate::text::language::Language;

    #[test]
    fn the_document_keeps_its_promise() {
        let help = Bilingual::fixed("tulis 3", "write 3");
        let findings = [error(found("level-out-of-range", "scores/hukum.csv", "9").help(help))];
        let checked = Checked {
            workspace: ".",
            within: Some(""),
            policy: &Policy::default(),
            sources: &sources(),
            findings: &findings,
            relaxed: &[],
        };
        let expected = r#"{
  "version": 1,
  "findings": [
    {
      "workspace": ".",
      "rule": "level-out-of-range",
      "severity": "error",
      "file": "scores/hukum.csv",
      "line": 2,
      "column": 4,
      "message": "message",
      "help": "write 3"
    }
  ],
  "counts": {
    "error": 1,
    "warning": 0
  },
  "relaxed": []
}
"#;
        assert_eq!(shown(FindingFormat::Json, &[checked], Language::English), expected);
    }

    #[test]
    fn entries_are_sorted_by_workspace_file_and_line_and_what_has_no_line_comes_first() {
        let nowhere = Finding { place: None, ..found("d", "spbe.toml", "schema") };
        let whole = Finding { place: Some(Place::file("spbe.toml")), ..nowhere.clone() };
        let findings = [
            error(found("a", "spbe.toml", "name")),
            warning(found("b", "spbe.toml", "schema")),
            error(whole),
            error(nowhere),
        ];
        let (one, sources) = (&findings[..1], sources());
        let checked = [
            Checked {
                workspace: "b",
                within: Some(""),
                policy: &Policy::default(),
                sources: &sources,
                findings: one,
                relaxed: &[],
            },
            Checked {
                workspace: "a",
                within: Some(""),
                policy: &Policy::default(),
                sources: &sources,
                findings: &findings,
                relaxed: &[],
            },
        ];
        let document: serde_json::Value =
            serde_json::from_str(&shown(FindingFormat::Json, &checked, Language::Indonesian)).expect("JSON");
        let entries = document["findings"].as_array().expect("a list");
        let told: Vec<String> = entries
            .iter()
            .map(|entry| format!("{} {} {} {}", entry["workspace"], entry["file"], entry["line"], entry["column"]))
            .collect();
        assert_eq!(
            told,
            [
                r#""a" null null null"#,
                r#""a" "spbe.toml" null null"#,
                r#""a" "spbe.toml" 1 1"#,
                r#""a" "spbe.toml" 3 1"#,
                r#""b" "spbe.toml" 3 1"#
            ]
        );
        assert_eq!(document["counts"]["error"], 4);
        assert_eq!(entries[0]["help"], serde_json::Value::Null);
    }
}
