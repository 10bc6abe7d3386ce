//! One line a finding, as editors and `grep` read it: `file:line:column: error[rule]: message`.

use crate::report::findings::Checked;
use crate::report::findings::told::told;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// Renders one line a finding.
pub fn render(checked: &[Checked<'_>], language: Language) -> String {
    let mut lines = String::new();
    for told in told(checked, language) {
        let path = told.path().unwrap_or_else(|| told.workspace.to_owned());
        let place = match (told.line, told.column) {
            (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
            _ => path,
        };
        let (severity, rule) = (told.severity.code(), told.rule);
        lines += &format!("{}: {severity}[{rule}]: {}\n", on_one_line(&place), on_one_line(told.message));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::report::findings::Checked;
    use crate::report::findings::testing::{error, found, sources, warning};
    use crate::text::language::Language;

    #[test]
    fn a_finding_is_one_line() {
        let whole = Finding { place: Some(Place::file("team.toml")), ..found("b", "spbe.toml", "schema") };
        let findings = [error(found("a", "scores/hukum.csv", "9")), warning(whole)];
        let sources = sources();
        let here = Checked { workspace: ".", within: "", sources: &sources, findings: &findings };
        assert_eq!(
            render(&[here], Language::English),
            "scores/hukum.csv:2:4: error[a]: message\nteam.toml: warning[b]: message\n"
        );
        let there = Checked { workspace: "kab/", ..here };
        assert!(render(&[there], Language::English).starts_with("kab/scores/hukum.csv:2:4: "));
    }
}
