//! The index in large digits with its predicate, and the figures beside it: target, range, last cycle, the ministry.

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::result::facts::predicate_name;
use crate::text::bilingual::Bilingual;
use crate::workbook::formulas::{here, is_below, name_of, number, rounded, shown};
use crate::workbook::nodes::{ResultField, ResultTable};
use crate::workbook::sheet::{Book, Sheet, Written};

/// Stands beside the target when the index is at least as high.
static REACHED: Bilingual = Bilingual::fixed("tercapai", "reached");
/// Stands beside the target when the index is lower.
static SHORT: Bilingual = Bilingual::fixed("belum tercapai", "not reached yet");
/// Stands beside the target when even the lowest end of the range reaches it.
static CERTAIN: Bilingual = Bilingual::fixed("sudah pasti tercapai", "reached whatever comes");
/// Stands beside the target when only the highest end of the range reaches it.
static IN_REACH: Bilingual = Bilingual::fixed("masih dapat dicapai", "still within reach");
/// Stands beside the target when even the highest end of the range stays below.
static OUT_OF_REACH: Bilingual = Bilingual::fixed("tidak dapat dicapai lagi", "out of reach");
/// Stands where the instrument has no predicate for an index.
static NO_PREDICATE: Bilingual = Bilingual::fixed("tanpa predikat", "no predicate");

/// One figure beside the index.
#[derive(Clone, Debug)]
enum Figure {
    /// What the index is to reach.
    Target(Decimal),
    /// The index with every open row at one level.
    Bound(ResultField, Rated),
    /// How many rows have no level.
    Open,
    /// What was found before, or by others: a label, the index, and what it means.
    Other(String, Option<Exact>, String),
}

/// The figures beside the index.
#[derive(Debug)]
pub(super) struct Figures<'a> {
    book: Book<'a>,
    figures: Vec<Figure>,
}

impl<'a> Figures<'a> {
    /// Collects the figures of a report.
    pub(super) fn of(book: Book<'a>) -> Self {
        let report = book.report;
        let mut figures = Vec::new();
        if let Outcome::Range { lowest, highest } = &report.outcome {
            figures.push(Figure::Bound(ResultField::Lowest, lowest.clone()));
            figures.push(Figure::Bound(ResultField::Highest, highest.clone()));
        }
        figures.extend(report.target_index.map(Figure::Target));
        if let Some(previous) = &report.previous {
            let year = previous.year;
            let instrument = previous.other_instrument.as_ref().map(|title| title.get(book.language).to_owned());
            // The predicates of another instrument are others; its title says enough.
            let meaning = instrument.unwrap_or_else(|| predicate(book, &previous.outcome));
            let label = book.say(&bilingual!("Indeks {year}", "Index {year}"));
            figures.push(Figure::Other(label, previous.outcome.index().cloned(), meaning));
        }
        if let Some(external) = &report.external {
            let label = book.say(&bilingual!("Evaluasi eksternal", "External evaluation"));
            let meaning = predicate(book, &external.outcome);
            figures.push(Figure::Other(label, external.outcome.index().cloned(), meaning));
        }
        figures.push(Figure::Open);
        Self { book, figures }
    }

    /// Returns how many rows stand here, the index in large digits included.
    pub(super) fn rows(&self) -> u32 {
        u32::try_from(self.figures.len() + 1).unwrap_or(u32::MAX)
    }

    /// Writes the index and the figures from a row on.
    pub(super) fn write(&self, sheet: &mut Sheet<'_>, row: u32, table: &ResultTable<'_>) -> Written {
        self.headline(sheet, row, table)?;
        for (figure, row) in self.figures.iter().zip(row + 1..) {
            self.figure(sheet, row, figure, table)?;
        }
        Ok(())
    }

    /// Writes the index in large digits and its predicate; while rows are open, how many there still are.
    fn headline(&self, sheet: &mut Sheet<'_>, row: u32, table: &ResultTable<'_>) -> Written {
        let Book { report, language, style } = self.book;
        sheet.cells.set_row_height(row, 42)?;
        sheet.cells.merge_range(row, 0, row, 1, "", &style.headline)?;
        let cell = table.of_index(ResultField::Value).expect("every table has a value");
        let numbers = report.numbers(language);
        let value = report.outcome.index().map_or_else(|| "–".to_owned(), |index| shown(Some(index), numbers));
        sheet.formula(row, 0, &format!("=IF(ISNUMBER({cell}),{cell},\"–\")"), &value, &style.headline)?;
        for column in 2..table.width() {
            sheet.blank(row, column, &style.predicate)?;
        }
        let (open, all) = (report.open_rows(), report.indicators.len());
        let none = bilingual!(
            "Belum ada indeks: {open} dari {all} indikator masih terbuka",
            "There is no index yet: {open} of {all} indicators are still open"
        );
        let result = match &report.outcome {
            Outcome::Index(rated) => predicate_name(report, rated, language),
            Outcome::Range { .. } => self.book.say(&none),
        };
        let exact = exact_index(table);
        let levels = table.rows.levels.address();
        let none = bilingual!(
            "\"Belum ada indeks: \"&({all}-COUNT({levels}))&\" dari {all} indikator masih terbuka\"",
            "\"There is no index yet: \"&({all}-COUNT({levels}))&\" of {all} indicators are still open\""
        );
        let name = self.predicate_of(&exact, table);
        let formula = format!("=IF(ISNUMBER({exact}),{name},{})", none.get(language));
        sheet.formula(row, 2, &formula, &result, &style.predicate)
    }

    /// Writes a figure from left to right: what it is, its value, and what that means.
    fn figure(&self, sheet: &mut Sheet<'_>, row: u32, figure: &Figure, table: &ResultTable<'_>) -> Written {
        match figure {
            Figure::Target(target) => self.target(sheet, row, *target, table),
            Figure::Bound(field, rated) => self.bound(sheet, row, *field, rated, table),
            Figure::Open => self.open(sheet, row, table),
            Figure::Other(label, index, meaning) => {
                sheet.text(row, 0, label, &self.book.style.label)?;
                sheet.text(row, 2, meaning, &self.book.style.remark)?;
                match index {
                    Some(index) => sheet.number(row, 1, number(index), &self.book.style.value),
                    None => sheet.text(row, 1, "–", &self.book.style.middle),
                }
            }
        }
    }

    /// Writes the target of the index, and whether it is reached: before rounding, as everywhere.
    fn target(&self, sheet: &mut Sheet<'_>, row: u32, target: Decimal, table: &ResultTable<'_>) -> Written {
        let Book { report, language, style } = self.book;
        sheet.text(row, 0, &self.book.say(&bilingual!("Target indeks", "Target index")), &style.label)?;
        sheet.number(row, 1, number(&target.into()), &style.value)?;
        let (cell, aim, target) = (exact_index(table), here(row, 1), Exact::from(target));
        let say = |text: &'static Bilingual| text.get(language);
        let ends = table.of_index(ResultField::Lowest).zip(table.of_index(ResultField::Highest));
        let open = ends.map_or_else(
            || "\"\"".to_owned(),
            |(lowest, highest)| {
                let (short, no) = (is_below(&lowest, &aim), is_below(&highest, &aim));
                format!("IF({no},\"{}\",IF({short},\"{}\",\"{}\"))", say(&OUT_OF_REACH), say(&IN_REACH), say(&CERTAIN))
            },
        );
        let short = is_below(&cell, &aim);
        let formula = format!("=IF(ISNUMBER({cell}),IF({short},\"{}\",\"{}\"),{open})", say(&SHORT), say(&REACHED));
        let result = match &report.outcome {
            Outcome::Index(rated) if rated.exact < target => &SHORT,
            Outcome::Index(_) => &REACHED,
            Outcome::Range { highest, .. } if highest.exact < target => &OUT_OF_REACH,
            Outcome::Range { lowest, .. } if lowest.exact < target => &IN_REACH,
            Outcome::Range { .. } => &CERTAIN,
        };
        sheet.formula(row, 2, &formula, say(result), &style.remark)
    }

    /// Writes an end of the range, and the predicate that it would have.
    fn bound(
        &self,
        sheet: &mut Sheet<'_>,
        row: u32,
        field: ResultField,
        rated: &Rated,
        table: &ResultTable<'_>,
    ) -> Written {
        let Book { report, language, style } = self.book;
        let label = match field {
            ResultField::Lowest => bilingual!("Paling rendah", "Lowest"),
            _ => bilingual!("Paling tinggi", "Highest"),
        };
        sheet.text(row, 0, label.get(language), &style.label)?;
        let numbers = report.numbers(language);
        let cell = table.of_index(field).expect("a table without an index has both ends of the range");
        let value = shown(Some(&rated.exact), numbers);
        sheet.formula(row, 1, &rounded(&cell, numbers.decimals), &value, &style.value)?;
        let (name, result) = (self.predicate_of(&cell, table), predicate_name(report, rated, language));
        sheet.formula(row, 2, &format!("={name}"), &result, &style.remark)
    }

    /// Writes how many rows have no level, which changes as levels are filled in.
    fn open(&self, sheet: &mut Sheet<'_>, row: u32, table: &ResultTable<'_>) -> Written {
        let Book { report, language, style } = self.book;
        let levels = table.rows.levels.address();
        let all = report.indicators.len();
        let label = bilingual!("Belum dinilai", "Not scored");
        let of = bilingual!("dari {all} indikator", "of {all} indicators");
        sheet.text(row, 0, label.get(language), &style.label)?;
        let formula = format!("={all}-COUNT({levels})");
        sheet.formula(row, 1, &formula, &report.open_rows().to_string(), &style.count)?;
        sheet.text(row, 2, of.get(language), &style.remark)
    }

    /// Writes the part of a formula that finds the predicate of a cell, from the value that decides in this year.
    fn predicate_of(&self, cell: &str, table: &ResultTable<'_>) -> String {
        let Book { report, language, .. } = self.book;
        let none = NO_PREDICATE.get(language);
        let Some(names) = &table.places.predicates else { return format!("\"{none}\"") };
        let from_shown = report.instrument.predicate_from_shown.contains(&report.year);
        let decimals = from_shown.then_some(report.instrument.decimals);
        name_of(cell, &table.places.bounds, names, decimals, none)
    }
}

/// Returns the cell of the index before rounding, which is what a target is compared with.
fn exact_index(table: &ResultTable<'_>) -> String {
    table.of_index(ResultField::Exact).expect("every table has exact values")
}

/// Says which predicate an index has; nothing for a range.
fn predicate(book: Book<'_>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Index(rated) => predicate_name(book.report, rated, book.language),
        Outcome::Range { .. } => book.say(&bilingual!("belum lengkap", "incomplete")),
    }
}
