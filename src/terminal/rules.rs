//! What the rules are, for a terminal: `spbe explain`.

use crate::bilingual;
use crate::check::registry::severe_from;
use crate::diagnostic::rule::{Rule, Stage};
use crate::terminal::grid::{Column, Grid, hanging};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Lists rules, one a line.
pub(crate) fn list<'a>(rules: impl Iterator<Item = &'a Rule>, language: Language, width: usize) -> String {
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::left(heading("Aturan", "Rule")),
            Column::left(heading("Bobot", "Severity")).folding(2),
            Column::left(heading("Mulai tahap", "From stage")).folding(1),
            Column::giving_way(heading("Yang salah", "What is wrong")),
        ],
        width,
    );
    for rule in rules {
        let (severity, stage) = (rule.severity.label(language), rule.stage.label(language));
        grid.row(vec![
            rule.id.to_owned(),
            severity.to_owned(),
            stage.to_owned(),
            rule.summary.get(language).to_owned(),
        ]);
    }
    grid.lines().join("\n") + "\n"
}

/// Explains one rule; the lines of its example are never wrapped, for they are lines of files.
pub(crate) fn text(rule: &Rule, language: Language, width: usize) -> String {
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
    let then_id = severe.map(|stage| format!("; kesalahan mulai tahap {stage}")).unwrap_or_default();
    let then_en = error.map(|stage| format!("; an error from the stage {stage} on")).unwrap_or_default();
    bilingual!("{severity}, mulai tahap {stage}{then_id}", "{weight}, from the stage {begin} on{then_en}")
}

#[cfg(test)]
mod tests {
    use super::text;
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
        assert!(shown.contains("peringatan, mulai tahap pelaporan; kesalahan mulai tahap penyampaian\n"), "{shown}");
        let shown = text(rule, Language::English, 120);
        assert!(shown.contains("warning, from the stage reporting on; an error from the stage submission on\n"));
    }
}
