//! Every line of the sum, from weight times level to the index, so that it can be checked with a pocket calculator.

use crate::bilingual;
use crate::index::exact::Exact;
use crate::result::label::CALCULATION;
use crate::result::numbers::Numbers;
use crate::result::report::Report;
use crate::result::sum::{OPEN, Step, closing, steps};
use crate::terminal::grid::{Column, Grid, WIDEST};
use crate::terminal::page::{FAINT, PLAIN, Page, STRONG};
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// Renders the sum for a terminal.
pub(crate) fn text(report: &Report<'_>, language: Language) -> String {
    let mut page = Page::default();
    page.title(&format!("{} {}", CALCULATION.get(language), report.year));
    page.line(PLAIN, &on_one_line(&report.agency.name));
    let numbers = report.numbers(language);
    for step in steps(report, language) {
        write(&mut page, &step, numbers);
    }
    page.blank();
    for remark in closing(report, language) {
        page.line(if remark.matters { STRONG } else { PLAIN }, &remark.text);
    }
    page.finish()
}

/// Renders the sum for Markdown, as a block of plain text.
pub(crate) fn markdown(report: &Report<'_>, language: Language) -> String {
    let plain = anstream::adapter::strip_str(&text(report, language)).to_string();
    // The fence is longer than any row of backticks that a name could hold.
    let longest = plain.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{plain}{fence}\n")
}

/// Writes one sum: its products, and their sum over the weight.
fn write(page: &mut Page, step: &Step, numbers: Numbers) {
    let label = &step.label;
    match &step.name {
        Some(name) => page.heading(&format!("{label}  {}", on_one_line(name))),
        None => page.heading(label),
    }
    products(page, step, numbers);
    let total = bilingual!("jumlah", "sum").get(numbers.language).to_owned();
    let (sum, weight) = (or_open(step.sum.as_ref(), numbers), numbers.exactly(&step.weight));
    page.line(FAINT, &format!("{total} = {sum}"));
    page.line(STRONG, &format!("{label} = {sum} / {weight} = {}", or_open(step.value.as_ref(), numbers)));
}

/// Writes the products of a sum, a line each: weight × value = product.
fn products(page: &mut Page, step: &Step, numbers: Numbers) {
    let mut grid = Grid::new(
        vec![
            Column::left(""),
            Column::right(""),
            Column::left(""),
            Column::right(""),
            Column::left(""),
            Column::right(""),
        ],
        WIDEST,
    );
    for part in &step.parts {
        grid.row(vec![
            part.label.clone(),
            numbers.exactly_and_about(&part.weight),
            "×".to_owned(),
            or_open(part.value.as_ref(), numbers),
            "=".to_owned(),
            or_open(part.product.as_ref(), numbers),
        ]);
    }
    page.rows(grid);
}

/// Writes a value exactly, or the mark of one that is not known yet.
fn or_open(value: Option<&Exact>, numbers: Numbers) -> String {
    value.map_or_else(|| OPEN.to_owned(), |value| numbers.exactly_and_about(value))
}

#[cfg(test)]
mod tests {
    use super::{markdown, text};
    use crate::model::workspace::Workspace;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, denpasar, in_progress, pemdi};
    use crate::text::language::Language;

    fn plain(workspace: &Workspace, language: Language) -> String {
        let report = Report::of(workspace, &[]).expect("a report");
        anstream::adapter::strip_str(&text(&report, language)).to_string()
    }

    #[test]
    fn every_line_of_the_sum_is_there() {
        insta::assert_snapshot!("denpasar", plain(&denpasar(), Language::Indonesian));
        insta::assert_snapshot!("pemdi", plain(&pemdi(), Language::English));
    }

    #[test]
    fn open_rows_stay_open_up_to_the_range() {
        insta::assert_snapshot!("in_progress", plain(&in_progress(), Language::English));
    }

    #[test]
    fn the_value_that_decides_the_predicate_is_named() {
        let mut workspace = bandar_lampung();
        assert!(
            plain(&workspace, Language::English)
                .contains("Predicate Baik by the unrounded index: 2.60 ≤ 2.9795 < 3.50")
        );
        workspace.manifest.as_mut().expect("a manifest").year.value = 2023;
        assert!(
            plain(&workspace, Language::English).contains("Predicate Baik by the rounded index: 2.60 ≤ 2.98 < 3.50")
        );
    }

    #[test]
    fn no_name_can_end_the_block_in_markdown() {
        let mut workspace = denpasar();
        workspace.manifest.as_mut().expect("a manifest").agency.name = "``` ````".to_owned();
        let block = markdown(&Report::of(&workspace, &[]).expect("a report"), Language::English);
        assert!(block.starts_with("`````text\n") && block.ends_with("\n`````\n"), "{block}");
    }
}
