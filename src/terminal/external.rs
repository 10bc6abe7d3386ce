//! The agency's levels beside the ministry's for a terminal: `spbe external`.

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::result::external::{Judged, apart, signed, with_sign};
use crate::result::facts::predicate_name;
use crate::result::label::{ASPECT, DOMAIN, INDEX, INDICATOR, MINISTRY, NAME};
use crate::result::numbers::Numbers;
use crate::result::report::{Node, Report};
use crate::terminal::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// The agency's own level or value.
static OWN: Bilingual = Bilingual::fixed("Mandiri", "Self");
/// How far both lie apart.
static DIFFERENCE: Bilingual = Bilingual::fixed("Selisih", "Difference");

/// Writes the index and the parts of the instrument as both sides have them, then every row.
pub(crate) fn text(report: &Report<'_>, language: Language, width: usize) -> String {
    let Some(external) = &report.external else {
        let none = bilingual!(
            "Belum ada hasil kementerian; masukkan dengan `spbe external import` atau `spbe external set`.\n",
            "There is no result of the ministry yet; take it in with `spbe external import` or `spbe external set`.\n"
        );
        return none.get(language).to_owned();
    };
    let mut text = nodes(report, &external.outcome, language, width);
    if report.has_external_levels() {
        text += &format!("\n{}", rows(report, language, width));
        let counts = counts(report, language);
        text += &if counts.is_empty() { counts } else { format!("\n{counts}") };
    }
    text
}

/// Writes the index, the domains and the aspects.
fn nodes(report: &Report<'_>, theirs: &Outcome, language: Language, width: usize) -> String {
    let numbers = report.numbers(language);
    let mut grid = Grid::new(
        vec![
            Column::giving_way(NAME.get(language)),
            Column::right(OWN.get(language)),
            Column::right(MINISTRY.get(language)),
            Column::right(DIFFERENCE.get(language)),
        ],
        width,
    );
    let (own, others) = (report.outcome.index(), theirs.index());
    let value = |outcome: &Outcome| match outcome {
        Outcome::Index(rated) => rated_text(report, rated, language),
        Outcome::Range { lowest, highest } => {
            format!("{}–{}", numbers.shown(&lowest.exact), numbers.shown(&highest.exact))
        }
    };
    let difference = apart(own.cloned(), others.cloned()).map(|(side, by)| with_sign(side, &numbers.distance(&by)));
    grid.row(vec![
        INDEX.get(language).to_owned(),
        value(&report.outcome),
        value(theirs),
        difference.unwrap_or_default(),
    ]);
    for node in report.nodes() {
        grid.row(of_node(node, numbers));
    }
    grid.lines().join("\n") + "\n"
}

/// Writes an index and its predicate.
fn rated_text(report: &Report<'_>, rated: &Rated, language: Language) -> String {
    format!("{} {}", predicate_name(report, rated, language), report.numbers(language).shown(&rated.exact))
}

/// Writes the cells of a domain or an aspect.
fn of_node(node: &Node<'_>, numbers: Numbers) -> Vec<String> {
    let kind = if node.is_domain() { &DOMAIN } else { &ASPECT };
    let difference = apart(node.value.clone(), node.external.clone());
    vec![
        format!("{} {}. {}", kind.get(numbers.language), node.id, node.name.get(numbers.language)),
        numbers.shown_or_open(node.value.as_ref()),
        numbers.shown_or_open(node.external.as_ref()),
        difference.map(|(side, by)| with_sign(side, &numbers.distance(&by))).unwrap_or_default(),
    ]
}

/// Writes every row with both levels.
fn rows(report: &Report<'_>, language: Language, width: usize) -> String {
    let numbers = report.numbers(language);
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::right("No"),
            Column::giving_way(INDICATOR.get(language)),
            Column::right(OWN.get(language)),
            Column::right(MINISTRY.get(language)),
            Column::left(heading("Tahap", "Stage")).folding(1),
            Column::right(DIFFERENCE.get(language)),
            Column::left(heading("Catatan", "Note")).folding(0),
        ],
        width,
    );
    for judged in Judged::all(report) {
        let line = judged.line;
        grid.row(vec![
            line.row.to_string(),
            line.short_name(language),
            numbers.level_or_open(line.level),
            numbers.level_or_open(line.external),
            judged.stage.map(|stage| stage.label(language).to_owned()).unwrap_or_default(),
            judged.apart().map(|apart| signed(&apart, numbers)).unwrap_or_default(),
            judged.note.to_owned(),
        ]);
    }
    grid.lines().join("\n") + "\n"
}

/// Says how often the agency stands higher and lower, and how many rows the ministry has given nothing.
fn counts(report: &Report<'_>, language: Language) -> String {
    let sides = report.sides();
    let (all, higher, same, lower) = (sides.all(), sides.higher, sides.same, sides.lower);
    let mut said = match all {
        0 => Vec::new(),
        _ => vec![bilingual!(
            "Dinilai keduanya {all}: mandiri lebih tinggi {higher}, sama {same}, lebih rendah {lower}.",
            "Assessed by both {all}: self higher {higher}, the same {same}, lower {lower}."
        )],
    };
    let without = report.indicators.iter().filter(|line| line.external.is_none()).count();
    if without > 0 {
        said.push(bilingual!("Belum dinilai kementerian: {without}.", "Not assessed by the ministry: {without}."));
    }
    said.iter().map(|line| format!("{}\n", line.get(language))).collect()
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::result::report::Report;
    use crate::result::testing::{assessed, denpasar};
    use crate::text::language::Language;

    #[test]
    fn both_sides_stand_beside_each_other_on_any_page() {
        let mut workspace = denpasar();
        assessed(&mut workspace, "1,visit,3,Sudah berlaku di semua unit\n4,result,2,\n");
        let report = Report::of(&workspace, &[]).expect("a report");
        let wide = text(&report, Language::English, 200);
        assert!(wide.contains("Sudah berlaku di semua unit") && wide.contains("Baik 2.64"), "{wide}");
        assert!(
            wide.ends_with(
                "Assessed by both 2: self higher 1, the same 0, lower 1.\nNot assessed by the ministry: 35.\n"
            )
        );
        let narrow = text(&report, Language::Indonesian, 80);
        assert!(narrow.contains("Selisih") && narrow.lines().all(|line| line.chars().count() <= 80), "{narrow}");
        let none = text(&Report::of(&denpasar(), &[]).expect("a report"), Language::English, 80);
        assert!(none.starts_with("There is no result of the ministry yet"));
    }
}
