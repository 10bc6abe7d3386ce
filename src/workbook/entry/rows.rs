//! The sheet that is filled in: a row for each row that is assigned.

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, XlsxError};

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::instrument::Indicator;
use crate::model::score::Method;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::text::wrap::shortened;
use crate::workbook::entry::columns::{ENTRY_SHEET, EntryColumn};
use crate::workbook::entry::documents::number;
use crate::workbook::entry::{Entry, Returned};
use crate::workbook::indicators::guard;
use crate::workbook::intake::table::Field;
use crate::workbook::sheet::{Book, Sheet, Written};

/// The row of the headings.
const HEAD: u32 = 0;
/// How many letters the criteria of all levels have together at most.
const MOST_LETTERS: usize = 499;

/// Writes the sheet, and returns the place of its levels for a formula.
pub(super) fn write<'a>(
    book: Book<'a>,
    entries: &[Entry<'_>],
    documents: &[&Evidence],
    returned: Option<&Returned>,
) -> Result<(Sheet<'a>, String), XlsxError> {
    let mut sheet = book.sheet(&ENTRY_SHEET)?;
    let columns: Vec<(EntryColumn, String, f64)> = EntryColumn::ALL
        .into_iter()
        .filter(|(column, ..)| match column {
            EntryColumn::Previous => book.report.previous.is_some(),
            EntryColumn::Mend => returned.is_some(),
            EntryColumn::Officer => entries.iter().any(|entry| !entry.returned.is_empty()),
            _ => true,
        })
        .map(|(column, title, width)| (column, title.get(book.language).to_owned(), width))
        .collect();
    let headings: Vec<(String, f64)> = columns.iter().map(|(_, title, width)| (title.clone(), *width)).collect();
    sheet.table_head(HEAD, &headings)?;
    let place = |wanted: EntryColumn| {
        let at = columns.iter().position(|(column, ..)| *column == wanted).unwrap_or_default();
        u16::try_from(at).unwrap_or_default()
    };
    let level = place(EntryColumn::Level);
    let mut last = HEAD + 1;
    for (entry, row) in entries.iter().zip(HEAD + 1..) {
        let cells = Cells { book, entry, documents, row, level, returned };
        for ((column, ..), at) in columns.iter().zip(0..) {
            cells.write(&mut sheet, *column, at)?;
        }
        sheet.end_row(row)?;
        last = row;
    }
    levels(book, &mut sheet, (HEAD + 1, last), level)?;
    methods(book, &mut sheet, place(EntryColumn::Method), last)?;
    sheet.filter(HEAD, last, columns.len(), 2)?;
    let letter = column_number_to_name(level);
    let name = ENTRY_SHEET.get(book.language);
    Ok((sheet, format!("'{name}'!${letter}${}:${letter}${}", HEAD + 2, last + 1)))
}

/// The cells of one row.
struct Cells<'a, 'e> {
    book: Book<'a>,
    entry: &'e Entry<'e>,
    documents: &'e [&'e Evidence],
    row: u32,
    level: u16,
    returned: Option<&'e Returned>,
}

impl Cells<'_, '_> {
    /// Writes a cell.
    fn write(&self, sheet: &mut Sheet<'_>, column: EntryColumn, at: u16) -> Written {
        let Self { book, entry, row, .. } = self;
        let (style, language, line) = (book.style, book.language, entry.line);
        let values = &entry.values;
        if let Some((text, format)) = self.returned(column) {
            return sheet.text(*row, at, &text, format);
        }
        match column {
            EntryColumn::Indicator => sheet.text(*row, at, &line.row.to_string(), &style.middle),
            EntryColumn::Name => sheet.text(*row, at, &on_one_line(&line.name(language)), &style.text),
            EntryColumn::Criteria => sheet.small(*row, at, &self.criteria(line.indicator), &style.criteria),
            EntryColumn::Level => {
                let filled = self.returned.and_then(|returned| returned.cells.get(&(line.row, Field::Level)));
                let level = Decimal::parse(filled.unwrap_or(&values.level)).map(|(level, _)| level);
                sheet.exact(*row, at, level.map(Into::into).as_ref(), &style.input)
            }
            EntryColumn::LevelName => self.level_name(sheet, at),
            EntryColumn::Previous => {
                let before = book.report.previous.as_ref().and_then(|previous| previous.level(line));
                sheet.exact(*row, at, before.map(Into::into).as_ref(), &style.level)
            }
            EntryColumn::Method => sheet.text(*row, at, &said_methods(&values.method, language), &style.entry),
            EntryColumn::Evidence => sheet.text(*row, at, &self.numbers(), &style.entry),
            EntryColumn::Explanation => sheet.text(*row, at, &values.explanation, &style.entry),
            EntryColumn::Unit => sheet.text(*row, at, &entry.unit, &style.text),
            EntryColumn::Due => sheet.date(*row, at, entry.due, &style.date),
            EntryColumn::Officer => sheet.text(*row, at, &entry.returned, &style.wrong),
            EntryColumn::Mend => sheet.text(*row, at, "", &style.text),
        }
    }

    /// Returns what was filled in, in red where it is to be mended; nothing on a sheet that goes out.
    fn returned(&self, column: EntryColumn) -> Option<(String, &Format)> {
        let returned = self.returned?;
        let style = self.book.style;
        let row = self.entry.line.row;
        let field = match column {
            EntryColumn::Level => Field::Level,
            EntryColumn::Method => Field::Method,
            EntryColumn::Evidence => Field::Evidence,
            EntryColumn::Explanation => Field::Explanation,
            EntryColumn::Mend => {
                let own = returned.faults.iter().filter(|((other, _), _)| *other == row);
                let faults: Vec<&str> = own.map(|(_, fault)| fault.as_str()).collect();
                return Some((faults.join("\n"), &style.text));
            }
            _ => return None,
        };
        let text = returned.cells.get(&(row, field))?;
        let wrong = returned.faults.contains_key(&(row, field));
        // A level that is one stays a number.
        if !wrong && field == Field::Level {
            return None;
        }
        Some((text.clone(), if wrong { &style.wrong } else { &style.entry }))
    }

    /// Names the level beside it, as its capability calls it, and follows it when it is changed.
    fn level_name(&self, sheet: &mut Sheet<'_>, at: u16) -> Written {
        let (instrument, line) = (self.book.report.instrument, self.entry.line);
        let scale = &instrument.scale;
        let mut names = Vec::new();
        let mut level = scale.lowest;
        while level <= scale.highest && level.places() == 0 && names.len() < 30 {
            names.push(instrument.level_name(line.indicator, level).unwrap_or_default());
            level = Decimal::from(u32::try_from(level.units()).unwrap_or_default() + 1);
        }
        if names.iter().all(|name| name.is_empty()) {
            return sheet.text(self.row, at, "", &self.book.style.text);
        }
        let cell = row_col_to_cell(self.row, self.level);
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{}\"", name.replace('"', "\"\""))).collect();
        let (lowest, choices) = (scale.lowest, quoted.join(","));
        let formula = format!("=IF(ISNUMBER({cell}),IFERROR(CHOOSE(INT({cell})-{lowest}+1,{choices}),\"\"),\"\")");
        let now = Decimal::parse(&self.entry.values.level).map(|(level, _)| level);
        let name = now.and_then(|level| instrument.level_name(line.indicator, level)).unwrap_or_default();
        sheet.formula(self.row, at, &formula, name, &self.book.style.text)
    }

    /// Lists what every level asks, each shortened so that all of them fit.
    fn criteria(&self, indicator: &Indicator) -> String {
        let numbers = self.book.report.numbers(self.book.language);
        let criteria: Vec<(String, &str)> = indicator
            .criteria
            .iter()
            .map(|(level, text)| (format!("{}: ", numbers.plain(*level)), text.as_ref()))
            .collect();
        let heads: usize = criteria.iter().map(|(head, _)| head.chars().count() + 1).sum();
        let room = MOST_LETTERS.saturating_sub(heads);
        let lines: Vec<String> = criteria
            .iter()
            .zip(shares(room, criteria.iter().map(|(_, text)| text.chars().count())))
            .map(|((head, text), share)| format!("{head}{}", shortened(text, share, |text| text.chars().count())))
            .collect();
        lines.join("\n")
    }

    /// Names the documents that are cited, by their numbers; one that has none by its id.
    fn numbers(&self) -> String {
        let place = |id: &str| self.documents.iter().position(|evidence| evidence.id.value.as_str() == id);
        let numbers = self.entry.values.evidence.split(' ').filter(|id| !id.is_empty());
        let numbers: Vec<String> = numbers.map(|id| place(id).map_or_else(|| id.to_owned(), number)).collect();
        numbers.join(" ")
    }
}

/// Shares room among texts: what a short one leaves is for the others.
fn shares(room: usize, lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let lengths: Vec<usize> = lengths.collect();
    let mut shares = vec![0; lengths.len()];
    let (mut left, mut waiting): (usize, Vec<usize>) = (room, (0..lengths.len()).collect());
    waiting.sort_by_key(|at| lengths[*at]);
    let mut count = waiting.len();
    for at in waiting {
        shares[at] = lengths[at].min(left / count);
        left -= shares[at];
        count -= 1;
    }
    shares
}

/// Says methods in words, joined as the column takes them.
fn said_methods(codes: &str, language: Language) -> String {
    let said = codes.split('+').filter_map(Method::from_word).map(|method| method.label(language));
    said.collect::<Vec<_>>().join("+")
}

/// Offers the levels of the scale in a list; where there are too many for one, a rule keeps out what is none.
pub(in crate::workbook) fn levels(
    book: Book<'_>,
    sheet: &mut Sheet<'_>,
    (first, last): (u32, u32),
    column: u16,
) -> Written {
    let scale = &book.report.instrument.scale;
    let (lowest, highest) = (scale.lowest, scale.highest);
    if scale.step != 1.into() || lowest.places() > 0 || highest > Decimal::from(10) {
        return guard(book, sheet, first, column, last);
    }
    let choices: Vec<String> = (lowest.units()..=highest.units()).map(|level| level.to_string()).collect();
    let wrong = book.say(&bilingual!("Pilih {lowest} sampai {highest}.", "Choose {lowest} to {highest}."));
    let rule = DataValidation::new()
        .allow_list_strings(&choices)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_message(&wrong)?;
    sheet.cells.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

/// Offers the usual methods; others may be written.
fn methods(book: Book<'_>, sheet: &mut Sheet<'_>, column: u16, last: u32) -> Written {
    let sets: [&[Method]; 5] = [
        &[Method::Document],
        &[Method::Document, Method::Interview],
        &[Method::Document, Method::Observation],
        &[Method::Document, Method::Interview, Method::Observation],
        &[Method::Interview],
    ];
    let choice = |set: &[Method]| set.iter().map(|method| method.label(book.language)).collect::<Vec<_>>().join("+");
    let choices: Vec<String> = sets.into_iter().map(choice).collect();
    let hint = book.say(&bilingual!("Cara menilai, digabung dengan +", "How it was assessed, joined with +"));
    let rule = DataValidation::new()
        .allow_list_strings(&choices)?
        .set_input_message(&hint)?
        .set_error_style(DataValidationErrorStyle::Information);
    sheet.cells.add_data_validation(HEAD + 1, column, last, column, &rule)?;
    Ok(())
}
