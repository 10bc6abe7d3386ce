//! The rules as JSON, version 1, and as the table of the README.

use serde::Serialize;

use crate::check::registry::severe_from;
use crate::diagnostic::rule::Rule;
use crate::text::json::json_text;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// The line before the table in the README.
pub(crate) const TABLE_BEGINS: &str = "<!-- rules -->\n";
/// The line after it.
pub(crate) const TABLE_ENDS: &str = "<!-- /rules -->\n";

/// Tells rules as JSON, version 1.
pub(crate) fn json<'a>(rules: impl Iterator<Item = &'a Rule>, language: Language) -> String {
    let rules = rules.map(|rule| RuleV1 {
        id: rule.id,
        severity: rule.severity.code(),
        stage: rule.stage.code(),
        error_from_stage: severe_from(rule).map(Vocabulary::code),
        summary: rule.summary.get(language),
        why: rule.why.get(language),
        example: rule.example.get(language),
        mend: rule.mend.get(language),
    });
    json_text(&RulesV1 { version: 1, rules: rules.collect() })
}

/// Writes the table of the README between its marks: the same texts as everywhere, in English.
pub(crate) fn markdown<'a>(rules: impl Iterator<Item = &'a Rule>) -> String {
    let mut table = format!("{TABLE_BEGINS}| rule | severity | from stage | what is wrong |\n|---|---|---|---|\n");
    for rule in rules {
        let (severity, stage) = (rule.severity.code(), rule.stage.code());
        let severe = severe_from(rule).map(|stage| format!(", error from {}", stage.code())).unwrap_or_default();
        table += &format!("| `{}` | {severity}{severe} | {stage} | {} |\n", rule.id, rule.summary.en);
    }
    table + TABLE_ENDS
}

/// The rules that were asked for.
#[derive(Serialize)]
struct RulesV1<'a> {
    version: u32,
    rules: Vec<RuleV1<'a>>,
}

/// A rule with its documentation; the stage of the error is null where none turns its warning into one.
#[derive(Serialize)]
struct RuleV1<'a> {
    id: &'a str,
    severity: &'a str,
    stage: &'a str,
    error_from_stage: Option<&'a str>,
    summary: &'a str,
    why: &'a str,
    example: &'a str,
    mend: &'a str,
}

#[cfg(test)]
mod tests {
    use super::json;
    use crate::check::registry::rule;
    use crate::text::language::Language;

    #[test]
    fn a_rule_that_becomes_severe_names_the_stage() {
        let rule = rule("no-recommendation").expect("a rule");
        assert!(json([rule].into_iter(), Language::English).contains("\"error_from_stage\": \"submission\""));
    }
}
