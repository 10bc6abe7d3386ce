//! JUnit XML, which CI servers show: a suite a workspace, a case a rule.

use std::collections::BTreeMap;

use crate::check::registry::rules;
use crate::diagnostic::rule::{Severity, Stage};
use crate::report::findings::Checked;
use crate::report::findings::told::{Told, told};
use crate::text::language::Language;
use crate::text::visible::is_hidden;

/// Renders every rule that speaks at a stage: one with errors fails, warnings are its output.
pub fn render(checked: &[Checked<'_>], stage: Stage, language: Language) -> String {
    let mut suites: BTreeMap<&str, Vec<Told<'_>>> =
        checked.iter().map(|checked| (checked.workspace, Vec::new())).collect();
    for told in told(checked, language) {
        suites.entry(told.workspace).or_default().push(told);
    }
    let body: String = suites.iter().map(|(workspace, told)| suite(workspace, told, stage, language)).collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"spbe\">\n{body}</testsuites>\n")
}

fn suite(workspace: &str, told: &[Told<'_>], stage: Stage, language: Language) -> String {
    let (mut cases, mut count, mut failures) = (String::new(), 0, 0);
    for rule in rules().filter(|rule| rule.stage <= stage) {
        let of_rule = |severity| told.iter().filter(move |told| told.rule == rule.id && told.severity == severity);
        let errors: Vec<String> = of_rule(Severity::Error).map(line).collect();
        let warnings: Vec<String> = of_rule(Severity::Warning).map(line).collect();
        count += 1;
        failures += usize::from(!errors.is_empty());
        cases += &case(rule.id, rule.summary.get(language), &errors, &warnings);
    }
    let name = escaped(workspace);
    format!(
        "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{failures}\" errors=\"0\">\n{cases}  </testsuite>\n"
    )
}

fn case(id: &str, summary: &str, errors: &[String], warnings: &[String]) -> String {
    let head = format!("    <testcase classname=\"spbe\" name=\"{}\"", escaped(id));
    if errors.is_empty() && warnings.is_empty() {
        return format!("{head}/>\n");
    }
    let mut body = String::new();
    if !errors.is_empty() {
        let (summary, errors) = (escaped(summary), escaped(&errors.join("\n")));
        body += &format!("      <failure message=\"{summary}\" type=\"error\">{errors}</failure>\n");
    }
    if !warnings.is_empty() {
        body += &format!("      <system-out>{}</system-out>\n", escaped(&warnings.join("\n")));
    }
    format!("{head}>\n{body}    </testcase>\n")
}

fn line(told: &Told<'_>) -> String {
    let path = told.path().unwrap_or_default();
    let place = told.line.zip(told.column).map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    format!("{path}{place}: {}", told.advice())
}

/// Escapes a text for XML, which has no way to write most control characters at all.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            hidden if is_hidden(hidden) => safe.push('\u{fffd}'),
            plain => safe.push(plain),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{escaped, render};
    use crate::diagnostic::rule::Stage;
    use crate::report::findings::Checked;
    use crate::report::findings::testing::{error, found, sources, warning};
    use crate::text::language::Language;

    #[test]
    fn a_rule_with_errors_fails_and_one_with_warnings_passes() {
        let findings =
            [error(found("bad-value", "scores/hukum.csv", "9")), warning(found("not-briefed", "spbe.toml", "schema"))];
        let sources = sources();
        let checked = Checked { workspace: "kab", within: "", sources: &sources, findings: &findings };
        let xml = render(&[checked], Stage::Submission, Language::English);
        assert!(xml.contains("failures=\"1\""), "{xml}");
        assert!(xml.contains("type=\"error\">kab/scores/hukum.csv:2:4: message</failure>"), "{xml}");
        assert!(xml.contains("<system-out>kab/spbe.toml:1:1: message</system-out>"), "{xml}");
        assert!(xml.contains("name=\"no-coordinator\"/>"), "{xml}");
        let early = render(&[checked], Stage::Planning, Language::English);
        assert!(xml.contains("name=\"score-missing\"") && !early.contains("name=\"score-missing\""));
    }

    #[test]
    fn nothing_in_a_text_ends_an_element() {
        assert_eq!(escaped("a<b>&\"\u{1b}\u{0}"), "a&lt;b&gt;&amp;&quot;\u{fffd}\u{fffd}");
    }
}
