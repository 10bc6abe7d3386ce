//! The sheet about the method: what the evaluation rests on, and how the index comes about.
//!
//! Names of levels, bounds of predicates and weights stand here once; the formulas of the other sheets look them up.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::index::exact::Exact;
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::model::evidence::EvidenceKind;
use crate::model::instrument::{Capability, Predicate};
use crate::model::score::Method;
use crate::result::facts::full_name;
use crate::result::label::{
    ASPECT, CALCULATION, DOMAIN, EVIDENCE, INDICATOR, LEVEL, METHOD, NAME, NATIONAL, WEIGHT, capitalised, kind_heading,
};
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;
use crate::workbook::explanation::explanation;
use crate::workbook::formulas::Cells;
use crate::workbook::names::METHOD_SHEET;
use crate::workbook::sheet::{Book, Sheet, Written, height, lines};

/// The heading of the predicates.
static PREDICATE: Bilingual = Bilingual::fixed("Predikat", "Predicate");
/// The last column; texts run as far as that.
const LAST: u16 = 5;
/// The width of the first column.
const FIRST: f64 = 24.0;
/// The width of each column but the first.
const OTHER: f64 = 20.0;
/// How many capabilities have a column; the sheet has no more room, and no instrument has more than two.
const MOST_CAPABILITIES: usize = 100;
/// A sheet of up to so many rows is printed on one page; more would be too small to read.
const ONE_PAGE: u32 = 80;

/// Where other sheets find what they look up.
#[derive(Debug)]
pub(super) struct Places {
    /// The lower bounds of the predicates, lowest first.
    pub(super) bounds: Cells,
    /// The names of the predicates beside them; none where the instrument has no predicates.
    pub(super) predicates: Option<Cells>,
    /// The levels that have a name, and the column of the names of each capability.
    pub(super) levels: Cells,
    /// The columns of the names of levels, by the id of their capability.
    pub(super) capabilities: BTreeMap<String, u16>,
    /// The cells of the weights of domains and aspects.
    pub(super) weights: BTreeMap<BenchmarkNode, String>,
}

/// Writes the sheet, and returns it with the places of what is looked up.
pub(super) fn write<'a>(book: Book<'a>) -> Result<(Sheet<'a>, Places), XlsxError> {
    let mut sheet = book.sheet(&METHOD_SHEET)?;
    sheet.cells.set_portrait().set_column_width(0, FIRST)?.set_column_range_width(1, LAST, OTHER)?;
    let mut writer = MethodSheet { book, sheet, row: 3 };
    book.title(&mut writer.sheet, &book.say(&bilingual!("Metode evaluasi", "Method of the evaluation")))?;
    writer.instrument()?;
    writer.calculation()?;
    let (levels, capabilities) = writer.levels()?;
    let (bounds, predicates) = writer.predicates()?;
    let weights = writer.weights()?;
    writer.counts()?;
    writer.sources()?;
    if writer.row <= ONE_PAGE {
        writer.sheet.cells.set_print_fit_to_pages(1, 1);
    }
    Ok((writer.sheet, Places { bounds, predicates, levels, capabilities, weights }))
}

/// The sheet while it is written, row by row.
struct MethodSheet<'a> {
    book: Book<'a>,
    sheet: Sheet<'a>,
    row: u32,
}

impl MethodSheet<'_> {
    /// Writes the heading of a section.
    fn section(&mut self, title: &str) -> Written {
        self.sheet.text(self.row, 0, title, &self.book.style.section)?;
        self.row += 1;
        Ok(())
    }

    /// Writes headings of columns, from the first column on.
    fn head(&mut self, headings: &[String]) -> Written {
        for (heading, column) in headings.iter().zip(0..) {
            self.sheet.text(self.row, column, heading, &self.book.style.head)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes a text over several columns; a merged cell does not find its height, so it is estimated.
    fn wide(&mut self, from: u16, text: &str) -> Written {
        let width = FIRST * f64::from(u8::from(from == 0)) + OTHER * f64::from(LAST);
        let height = height(lines(text, width));
        self.sheet.cells.merge_range(self.row, from, self.row, LAST, "", &self.book.style.paragraph)?;
        self.sheet.text(self.row, from, text, &self.book.style.paragraph)?;
        self.sheet.cells.set_row_height(self.row, height)?;
        Ok(())
    }

    /// Writes a label and its text.
    fn pair(&mut self, label: &Bilingual, text: &str) -> Written {
        self.sheet.text(self.row, 0, label.get(self.book.language), &self.book.style.remark)?;
        self.wide(1, text)?;
        self.row += 1;
        Ok(())
    }

    /// Writes which instrument is used and where it comes from; what the instrument does not tell has no line.
    fn instrument(&mut self) -> Written {
        let Book { report, language, .. } = self.book;
        let instrument = report.instrument;
        self.section(&self.book.say(&bilingual!("Instrumen", "Instrument")))?;
        self.pair(&bilingual!("Instrumen", "Instrument"), instrument.title.get(language))?;
        self.pair(&bilingual!("Kode", "Id"), &instrument.id)?;
        self.pair(&bilingual!("Peraturan", "Regulation"), &instrument.regulation)?;
        if let Some(gazette) = &instrument.gazette {
            self.pair(&bilingual!("Diundangkan dalam", "Published in"), gazette)?;
        }
        if let Some(note) = &instrument.criteria_note {
            self.pair(&bilingual!("Catatan kriteria", "Note on criteria"), note)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes how the index is calculated, in numbered sentences.
    fn calculation(&mut self) -> Written {
        self.section(CALCULATION.get(self.book.language))?;
        for (sentence, number) in explanation(self.book.report, self.book.language).iter().zip(1..) {
            self.wide(0, &format!("{number}. {sentence}"))?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes the names of the levels, one column for each capability.
    fn levels(&mut self) -> Result<(Cells, BTreeMap<String, u16>), XlsxError> {
        let Book { report, language, style } = self.book;
        let capabilities = &report.instrument.scale.capabilities;
        let capabilities = &capabilities[..capabilities.len().min(MOST_CAPABILITIES)];
        let (lowest, highest, step) = {
            let (scale, numbers) = (&report.instrument.scale, report.numbers(language));
            (numbers.plain(scale.lowest), numbers.plain(scale.highest), numbers.plain(scale.step))
        };
        self.section(&self.book.say(&bilingual!("Level", "Levels")))?;
        let scale = bilingual!(
            "Skala {lowest} sampai {highest} dengan langkah {step}.",
            "The scale goes from {lowest} to {highest} in steps of {step}."
        );
        self.wide(0, scale.get(language))?;
        self.row += 1;
        let levels = named_levels(capabilities);
        let column = |number: usize| u16::try_from(number + 1).unwrap_or(u16::MAX);
        let places: BTreeMap<String, u16> =
            capabilities.iter().enumerate().map(|(number, of)| (of.id.to_string(), column(number))).collect();
        let mut cells = self.cells(0, 0);
        if !levels.is_empty() {
            let names = capabilities.iter().map(|capability| capability.name.get(language).to_owned());
            self.head(&[LEVEL.get(language).to_owned()].into_iter().chain(names).collect::<Vec<_>>())?;
            cells = self.cells(0, levels.len());
        }
        for level in levels {
            self.sheet.exact(self.row, 0, Some(&level.into()), &style.level)?;
            for (number, capability) in capabilities.iter().enumerate() {
                let name = capability.levels.iter().find(|(named, _)| *named == level).map(|(_, name)| name.as_ref());
                self.sheet.text(self.row, column(number), name.unwrap_or_default(), &style.text)?;
            }
            self.row += 1;
        }
        self.row += 1;
        Ok((cells, places))
    }

    /// Writes the predicates, lowest first, as a lookup needs them.
    fn predicates(&mut self) -> Result<(Cells, Option<Cells>), XlsxError> {
        let Book { report, language, style } = self.book;
        let mut predicates: Vec<&Predicate> = report.instrument.predicates.iter().collect();
        predicates.sort_by_key(|predicate| predicate.from);
        self.section(PREDICATE.get(language))?;
        let (from, to) = (bilingual!("Dari (≥)", "From (≥)"), bilingual!("Sampai", "To"));
        self.head(&[PREDICATE.get(language).to_owned(), self.book.say(&from), self.book.say(&to)])?;
        let names = self.cells(0, predicates.len());
        for predicate in &predicates {
            self.sheet.text(self.row, 0, &full_name(predicate, language), &style.text)?;
            self.sheet.exact(self.row, 1, Some(&predicate.from.into()), &style.value)?;
            let below = if predicate.to == report.instrument.scale.highest { "≤" } else { "<" };
            let to = report.numbers(language).even(predicate.to);
            self.sheet.text(self.row, 2, &format!("{below} {to}"), &style.middle)?;
            self.row += 1;
        }
        self.row += 1;
        Ok((names.beside(1), (!predicates.is_empty()).then_some(names)))
    }

    /// Writes the weights of domains and aspects; those of the rows stand beside the rows.
    fn weights(&mut self) -> Result<BTreeMap<BenchmarkNode, String>, XlsxError> {
        let Book { report, language, style } = self.book;
        self.section(&self.book.say(&bilingual!("Bobot (persen dari indeks)", "Weights (per cent of the index)")))?;
        let part = self.book.say(&bilingual!("Bagian", "Part"));
        self.head(&[part, NAME.get(language).to_owned()])?;
        let head = self.row - 1;
        self.sheet.cells.merge_range(head, 1, head, LAST - 1, NAME.get(language), &style.head)?;
        self.sheet.text(head, LAST, WEIGHT.get(language), &style.head)?;
        let mut places = BTreeMap::new();
        for node in report.nodes() {
            let kind = if node.is_domain() { &DOMAIN } else { &ASPECT };
            let label = format!("{} {}", kind.get(language), node.id);
            let strong = |format| if node.is_domain() { style.strong(format) } else { format.clone() };
            self.sheet.text(self.row, 0, &label, &strong(&style.text))?;
            self.sheet.cells.merge_range(self.row, 1, self.row, LAST - 1, "", &strong(&style.text))?;
            self.sheet.text(self.row, 1, node.name.get(language), &strong(&style.text))?;
            self.sheet.exact(self.row, LAST, Some(&node.weight), &strong(style.of_weight(&node.weight)))?;
            let cell = Cells { column: LAST, ..self.cells(0, 1) };
            places.insert(node.benchmark, cell.address_of(0));
            self.row += 1;
        }
        self.row += 1;
        Ok(places)
    }

    /// Writes how many documents of each kind there are, and how many rows were assessed by each method.
    fn counts(&mut self) -> Written {
        let Book { report, language, .. } = self.book;
        let documents =
            |kind: EvidenceKind| report.workspace.evidence.iter().filter(|found| found.kind == kind).count();
        let kinds = EvidenceKind::WORDS.iter().map(|(kind, _)| (kind.label(language), documents(*kind)));
        self.tally(EVIDENCE.get(language), &bilingual!("Dokumen", "Documents"), kinds.collect())?;
        let rows = |method: Method| report.indicators.iter().filter(|line| line.methods.contains(&method)).count();
        let methods = Method::WORDS.iter().map(|(method, _)| (method.label(language), rows(*method)));
        self.tally(METHOD.get(language), &INDICATOR, methods.collect())
    }

    /// Writes names with their counts, also those of which there is none.
    fn tally(&mut self, title: &str, of: &Bilingual, counts: Vec<(&str, usize)>) -> Written {
        let style = self.book.style;
        self.head(&[title.to_owned(), self.book.say(of)])?;
        for (name, count) in counts {
            self.sheet.text(self.row, 0, &capitalised(name), &style.text)?;
            self.sheet.exact(self.row, 1, Some(&of_count(count)), &style.count)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes where the averages were published.
    fn sources(&mut self) -> Written {
        let Book { report, language, .. } = self.book;
        let kind = kind_heading(report.agency.kind, language);
        let averages = [(kind.as_str(), &report.averages.kind), (NATIONAL.get(language), &report.averages.national)];
        let known: Vec<_> = averages.iter().filter_map(|(group, average)| Some((group, average.as_ref()?))).collect();
        if known.is_empty() {
            return Ok(());
        }
        self.section(&self.book.say(&bilingual!("Sumber rata-rata", "Sources of the averages")))?;
        for (group, average) in known {
            let year = average.year;
            self.pair(&bilingual!("{group} {year}", "{group} {year}"), average.source.get(language))?;
        }
        Ok(())
    }

    /// Returns cells from the row that comes next.
    fn cells(&self, column: u16, rows: usize) -> Cells {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        let sheet = METHOD_SHEET.get(self.book.language).to_owned();
        Cells { sheet, column, first: self.row, last: self.row + rows.saturating_sub(1) }
    }
}

/// Returns the levels that any capability names, lowest first.
fn named_levels(capabilities: &[Capability]) -> Vec<Decimal> {
    let mut levels: Vec<Decimal> =
        capabilities.iter().flat_map(|capability| capability.levels.iter().map(|(level, _)| *level)).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// Makes an exact number of a count.
pub(super) fn of_count(count: usize) -> Exact {
    Exact::from(u32::try_from(count).unwrap_or(u32::MAX))
}
