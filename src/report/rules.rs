//! What the rules are: `spbe explain`, and the table of the README.

use serde::Serialize;

use crate::bilingual;
use crate::check::registry::severe_from;
use crate::diagnostic::rule::{Rule, Stage};
use crate::report::grid::{Column, Grid, hanging};
use crate::report::json_text;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// The line before the table in the README.
pub const TABLE_BEGINS: &str = "<!-- rules -->\n";
/// The line after it.
pub const TABLE_ENDS: &str = "<!-- /rules -->\n";

/// Lists rules, one a line.
pub fn list<'a>(rules: impl Iterator<Item = &'a Rule>, language: Language, width: usize) -> String {
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(vec![
        Column::left(heading("Aturan", "Rule")),
        Column::left(heading("Bobot", "Severity")),
        Column::left(heading("Mulai tahap", "From stage")),
        Column::giving_way(heading("Yang salah", "What is wrong")),
    ]);
    for rule in rules {
        let (severity, stage) = (rule.severity.label(language), rule.stage.label(language));
        grid.row(vec![
            rule.id.to_owned(),
            severity.to_owned(),
            stage.to_owned(),
            rule.summary.get(language).to_owned(),
        ]);
    }
    grid.lines(width).join("\n") + "\n"
}

/// Explains one rule; the lines of its example are never wrapped, for they are lines of files.
pub fn text(rule: &Rule, language: Language, width: usize) -> String {
    let when = when(rule);
    let rows: Vec<(String, String)> = [
        (Bilingual::fixed("Memeriksa", "Checks"), rule.summary.get(language)),
        (Bilingual::fixed("Bobot", "Severity"), when.get(language)),
        (Bilingual::fixed("Sebab", "Why"), rule.why.get(language)),
        (Bilingual::fixed("Perbaikan", "To mend it"), rule.mend.get(language)),
    ]
    .into_iter()
    .map(|(label, said)| (label.get(language).to_owned(), said.to_owned()))
    .collect();
    let said = hanging(&rows, width).concat().join("\n");
    let heading = Bilingual::fixed("Contoh", "Example");
    let example: String = rule.example.get(language).lines().map(|line| format!("  {line}\n")).collect();
    format!("{}\n\n{said}\n\n{}\n{example}", rule.id, heading.get(language))
}

/// Says how much a rule weighs, and when.
fn when(rule: &Rule) -> Bilingual {
    let told = |language| {
        let label = |stage: Stage| stage.label(language);
        (rule.severity.label(language), label(rule.stage), severe_from(rule).map(label))
    };
    let ((severity, stage, severe), (weight, begin, error)) = (told(Language::Indonesian), told(Language::English));
    let then_id = severe.map(|stage| format!("; galat mulai tahap {stage}")).unwrap_or_default();
    let then_en = error.map(|stage| format!("; an error from the stage {stage} on")).unwrap_or_default();
    bilingual!("{severity}, mulai tahap {stage}{then_id}", "{weight}, from the stage {begin} on{then_en}")
}

/// Tells rules as JSON, version 1.
pub fn json<'a>(rules: impl Iterator<Item = &'a Rule>, language: Language) -> String {
    let rules = rules.map(|rule| RuleOut {
        id: rule.id,
        severity: rule.severity.code(),
        stage: rule.stage.code(),
        error_from_stage: severe_from(rule).map(Vocabulary::code),
        summary: rule.summary.get(language),
        why: rule.why.get(language),
        example: rule.example.get(language),
        mend: rule.mend.get(language),
    });
    json_text(&RulesOut { version: 1, rules: rules.collect() })
}

/// Writes the table of the README between its marks: the same texts as everywhere, in English.
pub fn markdown<'a>(rules: impl Iterator<Item = &'a Rule>) -> String {
    let mut table = format!("{TABLE_BEGINS}| rule | severity | from stage | what is wrong |\n|---|---|---|---|\n");
    for rule in rules {
        let (severity, stage) = (rule.severity.code(), rule.stage.code());
        let severe = severe_from(rule).map(|stage| format!(", error from {}", stage.code())).unwrap_or_default();
        table += &format!("| `{}` | {severity}{severe} | {stage} | {} |\n", rule.id, rule.summary.en);
    }
    table + TABLE_ENDS
}

#[derive(Serialize)]
struct RulesOut<'a> {
    version: u32,
    rules: Vec<RuleOut<'a>>,
}

#[derive(Serialize)]
struct RuleOut<'a> {
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
    use super::{json, text};
    use crate::check::registry::rule;
    use crate::text::language::Language;

    #[test]
    fn an_explanation_shows_the_example_as_it_stands_in_the_file() {
        let rule = rule("duplicate-assignment").expect("a rule");
        let shown = text(rule, Language::English, 80);
        let example = "\nExample\n  assignments.csv:  12,hukum,2018-08-31\n                    12,hukum,2018-09-15\n";
        assert!(shown.ends_with(example), "{shown}");
    }

    #[test]
    fn an_explanation_names_the_stage_from_which_a_warning_is_an_error() {
        let rule = rule("no-recommendation").expect("a rule");
        let shown = text(rule, Language::Indonesian, 120);
        assert!(shown.contains("peringatan, mulai tahap pelaporan; galat mulai tahap penyampaian\n"), "{shown}");
        let shown = text(rule, Language::English, 120);
        assert!(shown.contains("warning, from the stage reporting on; an error from the stage submission on\n"));
        assert!(json([rule].into_iter(), Language::English).contains("\"error_from_stage\": \"submission\""));
    }
}
