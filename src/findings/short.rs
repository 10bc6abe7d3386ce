//! One line a finding, as editors and `grep` read it: `file:line:column: error[rule]: message`.

use crate::findings::told::{Note, Told};
use crate::text::visible::on_one_line;

/// Renders one line a finding, then one a thing that a sender relaxed.
pub(super) fn render(all: &[Told], notes: &[Note]) -> String {
    let mut lines = String::new();
    for told in all.iter().chain(notes.iter().map(|note| &note.told)) {
        let place = match (told.path(), told.line, told.column) {
            (Some(path), Some(line), Some(column)) => format!("{path}:{line}:{column}: "),
            (Some(path), ..) => format!("{path}: "),
            (None, ..) if &*told.workspace == "." => String::new(),
            (None, ..) => format!("{}: ", told.workspace),
        };
        let (severity, rule) = (told.weight(), told.rule);
        lines += &format!("{}{severity}[{rule}]: {}\n", on_one_line(&place), on_one_line(&told.message));
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::check::policy::Policy;
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::findings::Checked;
    use crate::findings::format::FindingFormat;
    use crate::findings::testing::{error, found, shown, sources, warning};
    use crate::text::language::Language;

    #[test]
    fn a_finding_is_one_line() {
        let whole = Finding { place: Some(Place::file("team.toml")), ..found("b", "spbe.toml", "schema") };
        let nowhere = Finding { place: None, ..found("c", "spbe.toml", "schema") };
        let findings = [error(found("a", "scores/hukum.csv", "9")), warning(whole), error(nowhere)];
        let sources = sources();
        let here = Checked {
            workspace: ".",
            within: Some(""),
            policy: &Policy::default(),
            sources: &sources,
            findings: &findings,
            relaxed: &[],
        };
        assert_eq!(
            shown(FindingFormat::Short, &[here], Language::English),
            "error[c]: message\nscores/hukum.csv:2:4: error[a]: message\nteam.toml: warning[b]: message\n"
        );
        let there = Checked { workspace: "kab/", ..here };
        let text = shown(FindingFormat::Short, &[there], Language::English);
        assert!(text.starts_with("kab/: error[c]: message\nkab/scores/hukum.csv:2:4: "), "{text}");
    }
}
