//! What the rules are: `spbe explain`.

use serde::Serialize;

use crate::bilingual;
use crate::diagnostic::rule::Rule;
use crate::report::grid::{Column, Grid, hanging};
use crate::report::json_text;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

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

/// Explains one rule.
pub fn text(rule: &Rule, language: Language, width: usize) -> String {
    let (severity, stage) = (rule.severity.label(language), rule.stage.label(language));
    let when = bilingual!("{severity}, mulai tahap {stage}", "{severity}, from the stage {stage} on");
    let rows: Vec<(String, String)> = [
        (Bilingual::fixed("Memeriksa", "Checks"), rule.summary.get(language)),
        (Bilingual::fixed("Bobot", "Severity"), when.get(language)),
        (Bilingual::fixed("Sebab", "Why"), rule.why.get(language)),
        (Bilingual::fixed("Contoh", "Example"), rule.example),
        (Bilingual::fixed("Perbaikan", "To mend it"), rule.mend.get(language)),
    ]
    .into_iter()
    .map(|(label, said)| (label.get(language).to_owned(), said.to_owned()))
    .collect();
    format!("{}\n\n{}\n", rule.id, hanging(&rows, width).concat().join("\n"))
}

/// Tells rules as JSON, version 1.
pub fn json<'a>(rules: impl Iterator<Item = &'a Rule>, language: Language) -> String {
    let rules = rules.map(|rule| RuleOut {
        id: rule.id,
        severity: rule.severity.code(),
        stage: rule.stage.code(),
        summary: rule.summary.get(language),
        why: rule.why.get(language),
        example: rule.example,
        mend: rule.mend.get(language),
    });
    json_text(&RulesOut { version: 1, rules: rules.collect() })
}

/// Writes the table of the README: the same texts as everywhere, in English.
pub fn markdown<'a>(rules: impl Iterator<Item = &'a Rule>) -> String {
    let mut table = String::from("| rule | severity | from stage | what is wrong |\n|---|---|---|---|\n");
    for rule in rules {
        let (severity, stage) = (rule.severity.code(), rule.stage.code());
        table += &format!("| `{}` | {severity} | {stage} | {} |\n", rule.id, rule.summary.en);
    }
    table
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
    summary: &'a str,
    why: &'a str,
    example: &'a str,
    mend: &'a str,
}
