//! JUnit XML, which CI servers show: a suite a workspace, a case a rule.

use crate::check::registry::rules;
use crate::check::weight;
use crate::diagnostic::rule::{Severity, Stage};
use crate::findings::Checked;
use crate::findings::told::{Note, Told, notes, told};
use crate::text::language::Language;
use crate::text::visible::{on_one_line, visible};
use crate::text::xml;

/// Renders the suites of all workspaces.
pub(super) fn render(suites: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"spbe\">\n{suites}</testsuites>\n")
}

/// Renders every rule that speaks at a stage as the suite of one workspace.
///
/// A rule with errors fails, warnings are its output, and one that was turned off is skipped.
pub(super) fn suite(checked: &Checked<'_>, stage: Stage, language: Language) -> String {
    let told = told(checked, language);
    let (mut cases, mut count, mut failures, mut skipped) = (String::new(), 0, 0, 0);
    for rule in rules().filter(|rule| rule.stage <= stage) {
        let of_rule =
            |severity| told.iter().filter(move |told| told.rule == rule.id && told.severity == Some(severity));
        let errors: Vec<String> = of_rule(Severity::Error).map(line).collect();
        let warnings: Vec<String> = of_rule(Severity::Warning).map(line).collect();
        let off = weight(rule, checked.policy, stage) == Severity::Off;
        count += 1;
        failures += usize::from(!errors.is_empty());
        skipped += usize::from(off);
        if off {
            cases += &format!("{}>\n      <skipped/>\n    </testcase>\n", head(checked.workspace, rule.id));
            continue;
        }
        cases += &case(head(checked.workspace, rule.id), rule.summary.get(language), &errors, &warnings);
    }
    let name = escaped(checked.workspace);
    let counts = format!("tests=\"{count}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\"");
    let properties = properties(checked, language);
    format!("  <testsuite name=\"{name}\" {counts}>\n{properties}{cases}  </testsuite>\n")
}

/// Writes what the sender relaxed as properties of the suite.
fn properties(checked: &Checked<'_>, language: Language) -> String {
    let property = |note: &Note| {
        let value = escaped(&on_one_line(&line(&note.told)));
        format!("      <property name=\"relaxed\" value=\"{value}\"/>\n")
    };
    let properties: String = notes(checked, language).iter().map(property).collect();
    if properties.is_empty() { properties } else { format!("    <properties>\n{properties}    </properties>\n") }
}

/// Begins the case of a rule; the class is the workspace, so that the cases of several have different names.
fn head(workspace: &str, id: &str) -> String {
    format!("    <testcase classname=\"{}\" name=\"{}\"", escaped(workspace), escaped(id))
}

/// Writes the case of a rule; an empty one has passed.
fn case(head: String, summary: &str, errors: &[String], warnings: &[String]) -> String {
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

/// Writes a finding on one line, its place first, as compilers do.
fn line(told: &Told) -> String {
    let column = told.line.zip(told.column).map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let place = told.path().map(|path| format!("{path}{column}: ")).unwrap_or_default();
    format!("{place}{}", told.advice())
}

/// Escapes a text, and replaces what XML has no way at all to write.
fn escaped(text: &str) -> String {
    xml::escaped(&visible(text)).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use crate::check::policy::Policy;
    use crate::diagnostic::rule::Stage;
    use crate::findings::Checked;
    use crate::findings::format::{FindingFormat, Telling};
    use crate::findings::testing::{error, found, shown, sources, warning};
    use crate::text::language::Language;

    #[test]
    fn a_rule_with_errors_fails_and_one_with_warnings_passes() {
        let findings =
            [error(found("bad-value", "scores/hukum.csv", "9")), warning(found("not-briefed", "spbe.toml", "schema"))];
        let sources = sources();
        let checked = Checked {
            workspace: "kab",
            within: Some(""),
            policy: &Policy::default(),
            sources: &sources,
            findings: &findings,
            relaxed: &[],
        };
        let xml = shown(FindingFormat::Junit, &[checked], Language::English);
        assert!(xml.contains("failures=\"1\""), "{xml}");
        assert!(xml.contains("type=\"error\">kab/scores/hukum.csv:2:4: message</failure>"), "{xml}");
        assert!(xml.contains("<system-out>kab/spbe.toml:1:1: message</system-out>"), "{xml}");
        assert!(xml.contains("name=\"no-coordinator\"/>"), "{xml}");
        assert!(xml.contains("name=\"evidence-name\">\n      <skipped/>") && xml.contains("skipped=\"2\""), "{xml}");
        let planning = Telling { stage: Stage::Planning, language: Language::English, colour: false };
        let early = FindingFormat::Junit.render(&[checked], planning);
        assert!(xml.contains("name=\"score-missing\"") && !early.contains("name=\"score-missing\""));
    }

    #[test]
    fn nothing_in_a_text_ends_an_element() {
        assert_eq!(escaped("a<b>&\"\u{1b}\u{ffff}"), "a&lt;b&gt;&amp;&quot;\\u{1b}\u{fffd}");
    }
}
