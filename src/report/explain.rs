//! Every line of the sum, from weight times level to the index, so that it can be checked with a pocket calculator.

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::index::predicate::deciding;
use crate::model::instrument::Predicate;
use crate::report::facts::{full_name, predicate_name};
use crate::report::grid::{Column, Grid};
use crate::report::label::{ASPECT, CALCULATION, DOMAIN, INDEX};
use crate::report::numbers::Numbers;
use crate::report::page::{FAINT, PLAIN, Page, STRONG};
use crate::report::result::{Node, Report};
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// Wide enough for every line, whatever the numbers are.
const WIDTH: usize = 10_000;
/// What stands for a value that is not known yet.
const OPEN: &str = "?";

/// Renders the sum for a terminal.
pub fn text(report: &Report<'_>, language: Language) -> String {
    let mut page = Page::default();
    page.title(&format!("{} {}", CALCULATION.get(language), report.year));
    page.line(PLAIN, &on_one_line(&report.agency.name));
    Sum { report, language, numbers: report.numbers(language) }.write(&mut page);
    page.finish()
}

/// Renders the sum for Markdown, as a block of plain text.
pub fn markdown(report: &Report<'_>, language: Language) -> String {
    let plain = anstream::adapter::strip_str(&text(report, language)).to_string();
    // The fence is longer than any row of backticks that a name could hold.
    let longest = plain.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{plain}{fence}\n")
}

/// One part of a sum: what it is, its weight, its value where it has one.
struct Part {
    label: String,
    weight: Exact,
    value: Option<Exact>,
}

struct Sum<'a> {
    report: &'a Report<'a>,
    language: Language,
    numbers: Numbers,
}

impl Sum<'_> {
    fn write(&self, page: &mut Page) {
        for aspect in &self.report.aspects {
            let rows = self.report.lines_of(aspect.id).map(|line| Part {
                label: line.row.to_string(),
                weight: line.weight.clone(),
                value: line.level.map(Exact::from),
            });
            self.node(page, aspect, rows.collect());
        }
        for domain in &self.report.domains {
            let aspects = self.report.aspects_of(domain.id).map(|aspect| self.part(aspect));
            self.node(page, domain, aspects.collect());
        }
        self.index(page);
    }

    fn part(&self, node: &Node<'_>) -> Part {
        Part { label: self.short_label(node), weight: node.weight.into(), value: node.value.clone() }
    }

    fn short_label(&self, node: &Node<'_>) -> String {
        let kind = if node.is_domain() { &DOMAIN } else { &ASPECT };
        format!("{} {}", kind.get(self.language), node.id)
    }

    /// Writes the sum of an aspect or domain.
    fn node(&self, page: &mut Page, node: &Node<'_>, parts: Vec<Part>) {
        let label = self.short_label(node);
        page.heading(&format!("{label}  {}", on_one_line(node.name.get(self.language))));
        let weight = Exact::from(node.weight);
        let sum = self.products(page, &parts);
        self.quotient(page, &label, sum.as_ref(), &weight, node.value.as_ref());
    }

    fn index(&self, page: &mut Page) {
        let label = INDEX.get(self.language);
        page.heading(label);
        let top = if self.report.domains.is_empty() { &self.report.aspects } else { &self.report.domains };
        let parts: Vec<Part> = top.iter().map(|node| self.part(node)).collect();
        let sum = self.products(page, &parts);
        let value = match &self.report.outcome {
            Outcome::Index(rated) => Some(&rated.exact),
            Outcome::Range { .. } => None,
        };
        self.quotient(page, label, sum.as_ref(), &Exact::from(100), value);
        page.blank();
        match &self.report.outcome {
            Outcome::Index(rated) => self.rounding(page, rated),
            Outcome::Range { lowest, highest } => self.range(page, lowest, highest),
        }
    }

    /// Writes the products of weights and values, and returns their sum where all are known.
    fn products(&self, page: &mut Page, parts: &[Part]) -> Option<Exact> {
        let mut grid = Grid::new(vec![
            Column::left(""),
            Column::right(""),
            Column::left(""),
            Column::right(""),
            Column::left(""),
            Column::right(""),
        ]);
        let mut sum = Some(Exact::zero());
        for part in parts {
            let product = part.value.as_ref().map(|value| &part.weight * value);
            grid.row(vec![
                part.label.clone(),
                self.numbers.exactly_and_about(&part.weight),
                "×".to_owned(),
                self.or_open(part.value.as_ref()),
                "=".to_owned(),
                self.or_open(product.as_ref()),
            ]);
            sum = sum.zip(product).map(|(sum, product)| &sum + &product);
        }
        for line in grid.lines(WIDTH).iter().skip(1) {
            page.line(PLAIN, line);
        }
        sum
    }

    /// Writes the sum of the products over the weight.
    fn quotient(&self, page: &mut Page, label: &str, sum: Option<&Exact>, weight: &Exact, value: Option<&Exact>) {
        let total = bilingual!("jumlah", "sum").get(self.language).to_owned();
        let (sum, weight) = (self.or_open(sum), self.numbers.exactly(weight));
        page.line(FAINT, &format!("{total} = {sum}"));
        page.line(STRONG, &format!("{label} = {sum} / {weight} = {}", self.or_open(value)));
    }

    fn or_open(&self, value: Option<&Exact>) -> String {
        value.map_or_else(|| OPEN.to_owned(), |value| self.numbers.exactly_and_about(value))
    }

    /// Writes how the index is rounded, and which predicate follows from which value.
    fn rounding(&self, page: &mut Page, rated: &Rated) {
        let (exact, shown) = (self.numbers.exactly(&rated.exact), self.numbers.shown(&rated.exact));
        let decimals = self.numbers.decimals;
        let rounding = bilingual!(
            "Dibulatkan ke {decimals} desimal baru di sini, setengah ke atas: {exact} → {shown}",
            "Rounded to {decimals} decimals only here, half up: {exact} → {shown}"
        );
        page.line(PLAIN, rounding.get(self.language));
        let instrument = self.report.instrument;
        let by = if instrument.predicate_from_shown.contains(&self.report.year) {
            bilingual!("menurut indeks yang dibulatkan", "by the rounded index")
        } else {
            bilingual!("menurut indeks yang belum dibulatkan", "by the unrounded index")
        };
        let deciding = self.numbers.exactly(&deciding(instrument, self.report.year, &rated.exact));
        let name = rated.predicate.as_deref();
        match name.and_then(|name| instrument.predicates.iter().find(|predicate| predicate.name == name)) {
            Some(predicate) => {
                let bounds = self.bounds(predicate, &deciding);
                let name = full_name(predicate, self.language);
                let by = by.get(self.language);
                let text = bilingual!("Predikat {name} {by}: {bounds}", "Predicate {name} {by}: {bounds}");
                page.line(STRONG, text.get(self.language));
            }
            None => page.line(STRONG, &predicate_name(self.report, rated, self.language)),
        }
    }

    /// Writes the bounds of a predicate around the value that decides.
    fn bounds(&self, predicate: &Predicate, value: &str) -> String {
        let (from, to) = (self.numbers.even(predicate.from), self.numbers.even(predicate.to));
        let below = if predicate.to == self.report.instrument.scale.highest { "≤" } else { "<" };
        format!("{from} ≤ {value} {below} {to}")
    }

    fn range(&self, page: &mut Page, lowest: &Rated, highest: &Rated) {
        let (open, all) = (self.report.open_rows(), self.report.indicators.len());
        let none = bilingual!(
            "Belum ada indeks: {open} dari {all} indikator masih terbuka ({OPEN})",
            "There is no index yet: {open} of {all} indicators are still open ({OPEN})"
        );
        page.line(STRONG, none.get(self.language));
        let scale = &self.report.instrument.scale;
        for (rated, level) in [(lowest, scale.lowest), (highest, scale.highest)] {
            let level = self.numbers.plain(level);
            let (exact, shown) = (self.numbers.exactly(&rated.exact), self.numbers.shown(&rated.exact));
            let predicate = predicate_name(self.report, rated, self.language);
            let text = bilingual!(
                "Bila semuanya {level}: {exact} → {shown}, {predicate}",
                "If all of them are {level}: {exact} → {shown}, {predicate}"
            );
            page.line(PLAIN, text.get(self.language));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{markdown, text};
    use crate::model::workspace::Workspace;
    use crate::report::result::Report;
    use crate::report::testing::{bandar_lampung, denpasar, in_progress, pemdi};
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
