//! The sheet of the indicators: one row each, with the level that a person may change.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, XlsxError,
    column_number_to_name, row_col_to_cell,
};

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::result::label::{
    ASPECT, EVIDENCE, EXPLANATIONS, INDICATOR, INDICATORS, LEVEL, METHOD, MINISTRY, STATE, StandingWord, WEIGHT,
    capitalised,
};
use crate::result::previous::Previous;
use crate::result::report::{Line, Remark, Report};
use crate::result::state::in_full;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::workbook::formulas::Cells;
use crate::workbook::method::{Places, of_count};
use crate::workbook::names::INDICATOR_SHEET;
use crate::workbook::sheet::{Book, MOST_ROWS, Sheet, Written};

/// The row of the headings.
const HEAD: u32 = 3;

/// A column of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IndicatorField {
    Row,
    Name,
    Aspect,
    AspectName,
    Weight,
    Level,
    Lowest,
    Highest,
    LevelName,
    Target,
    Previous,
    External,
    Evidence,
    Methods,
    State,
    Explanation,
}

/// Where the result finds what it sums up.
#[derive(Debug)]
pub(super) struct IndicatorCells {
    /// The numbers of the aspects.
    pub(super) aspects: Cells,
    /// The weights.
    pub(super) weights: Cells,
    /// The levels.
    pub(super) levels: Cells,
    /// The lowest and the highest level that each row can come to, where that is less than the scale for any of them.
    ends: Option<[Cells; 2]>,
}

impl IndicatorCells {
    /// Returns the ends on one side; none where every open row can still come to any level.
    pub(super) fn ends(&self, highest: bool) -> Option<&Cells> {
        self.ends.as_ref().map(|ends| &ends[usize::from(highest)])
    }
}

/// Writes the sheet, and returns it with the places of aspects, weights and levels.
pub(super) fn write<'a>(book: Book<'a>, places: &Places) -> Result<(Sheet<'a>, IndicatorCells), XlsxError> {
    let mut sheet = book.sheet(&INDICATOR_SHEET)?;
    let fields = fields(book.report);
    book.title(&mut sheet, INDICATORS.get(book.language))?;
    let note = bilingual!(
        "Sel kuning dapat diubah; nilai aspek, domain, dan indeks di lembar Hasil ikut berubah. Level berwarna jingga \
         berada di bawah target.",
        "Yellow cells can be changed; aspects, domains and the index on the sheet Result follow. An orange level lies \
         below the target."
    );
    sheet.text(2, 0, note.get(book.language), &book.style.faint)?;
    sheet.table_head(HEAD, &headings(book, &fields))?;
    for (line, row) in book.report.indicators.iter().take(MOST_ROWS).zip(HEAD + 1..) {
        for (field, column) in fields.iter().zip(0..) {
            IndicatorCell { book, places, fields: &fields, line, row, column }.write(&mut sheet, *field)?;
        }
        sheet.end_row(row)?;
    }
    let count = u32::try_from(book.report.indicators.len().min(MOST_ROWS)).unwrap_or(u32::MAX);
    let last = HEAD + count.max(1);
    sheet.filter(HEAD, last, fields.len(), 2)?;
    let at = |field| column_of(&fields, field).expect("every sheet of indicators has this column");
    guard(book, &mut sheet, HEAD + 1, at(IndicatorField::Level), last)?;
    mark_below(book, &mut sheet, &fields, last)?;
    mark_off_scale(book, &mut sheet, &fields, last)?;
    let cells = |field| Cells {
        sheet: INDICATOR_SHEET.get(book.language).to_owned(),
        column: at(field),
        first: HEAD + 1,
        last,
    };
    let rows = IndicatorCells {
        aspects: cells(IndicatorField::Aspect),
        weights: cells(IndicatorField::Weight),
        levels: cells(IndicatorField::Level),
        ends: column_of(&fields, IndicatorField::Lowest)
            .map(|_| [IndicatorField::Lowest, IndicatorField::Highest].map(cells)),
    };
    Ok((sheet, rows))
}

/// Lists the columns; what nothing is known of has none.
fn fields(report: &Report<'_>) -> Vec<IndicatorField> {
    let known = |previous: &&Previous| report.indicators.iter().any(|line| previous.level(line).is_some());
    let mut fields = vec![
        IndicatorField::Row,
        IndicatorField::Name,
        IndicatorField::Aspect,
        IndicatorField::AspectName,
        IndicatorField::Weight,
        IndicatorField::Level,
    ];
    fields.extend([IndicatorField::Lowest, IndicatorField::Highest].into_iter().filter(|_| report.is_narrowed()));
    fields.extend((!report.instrument.scale.capabilities.is_empty()).then_some(IndicatorField::LevelName));
    fields.extend(report.target_level.map(|_| IndicatorField::Target));
    fields.extend(report.previous.as_ref().filter(known).map(|_| IndicatorField::Previous));
    fields.extend(report.has_external_levels().then_some(IndicatorField::External));
    fields.extend([
        IndicatorField::Evidence,
        IndicatorField::Methods,
        IndicatorField::State,
        IndicatorField::Explanation,
    ]);
    fields
}

/// Finds the column of a field; none where nothing is known of it and it was left out.
fn column_of(fields: &[IndicatorField], field: IndicatorField) -> Option<u16> {
    fields.iter().position(|known| *known == field).and_then(|column| u16::try_from(column).ok())
}

/// Returns the headings and the widths of their columns, in characters.
fn headings(book: Book<'_>, fields: &[IndicatorField]) -> Vec<(String, f64)> {
    let Book { report, language, .. } = book;
    let previous = report.previous.as_ref().map(|previous| previous.year).unwrap_or_default();
    let heading = |field: &IndicatorField| match field {
        IndicatorField::Row => (book.say(&bilingual!("No.", "No.")), 7.0),
        IndicatorField::Name => (book.say(&INDICATOR), 36.0),
        IndicatorField::Aspect => (book.say(&bilingual!("No. aspek", "Aspect no.")), 7.0),
        IndicatorField::AspectName => (book.say(&ASPECT), 22.0),
        IndicatorField::Weight => (book.say(&WEIGHT), 8.0),
        IndicatorField::Level => (book.say(&LEVEL), 8.0),
        IndicatorField::Lowest => (book.say(&bilingual!("Paling rendah", "Lowest")), 9.0),
        IndicatorField::Highest => (book.say(&bilingual!("Paling tinggi", "Highest")), 9.0),
        IndicatorField::LevelName => (book.say(&bilingual!("Nama level", "Name of level")), 16.0),
        IndicatorField::Target => (book.say(&bilingual!("Target", "Target")), 8.0),
        IndicatorField::Previous => (book.say(&bilingual!("Level {previous}", "Level {previous}")), 8.0),
        IndicatorField::External => (book.say(&MINISTRY), 10.0),
        IndicatorField::Evidence => (book.say(&EVIDENCE), 10.0),
        IndicatorField::Methods => (book.say(&METHOD), 13.0),
        IndicatorField::State => (book.say(&STATE), 16.0),
        IndicatorField::Explanation => (EXPLANATIONS.get(language).to_owned(), 64.0),
    };
    fields.iter().map(heading).collect()
}

/// A cell of a row, before it is written.
#[derive(Clone, Copy)]
struct IndicatorCell<'a> {
    book: Book<'a>,
    places: &'a Places,
    fields: &'a [IndicatorField],
    line: &'a Line<'a>,
    row: u32,
    column: u16,
}

impl IndicatorCell<'_> {
    /// Writes the cell as its field asks; the number of a row is a text only where it names a service (`35-1`).
    fn write(self, sheet: &mut Sheet<'_>, field: IndicatorField) -> Written {
        let Self { book, line, .. } = self;
        let Book { report, language, style } = book;
        match field {
            IndicatorField::Row if line.row.service.is_none() => {
                self.number(sheet, Some(line.row.indicator.into()), &style.count)
            }
            IndicatorField::Row => self.text(sheet, &line.row.to_string(), &style.middle),
            IndicatorField::Name => self.text(sheet, &on_one_line(&line.name(language)), &style.text),
            IndicatorField::Aspect => self.number(sheet, Some(line.indicator.aspect.into()), &style.count),
            IndicatorField::AspectName => {
                let aspect = report.instrument.aspect(line.indicator.aspect);
                self.text(sheet, aspect.map(|aspect| aspect.name.get(language)).unwrap_or_default(), &style.text)
            }
            IndicatorField::Weight => {
                sheet.exact(self.row, self.column, Some(&line.weight), style.of_weight(&line.weight))
            }
            IndicatorField::Level => self.number(sheet, line.level, &style.input),
            IndicatorField::Lowest => self.number(sheet, Some(self.ends().0), &style.level),
            IndicatorField::Highest => self.number(sheet, Some(self.ends().1), &style.level),
            IndicatorField::LevelName => self.level_name(sheet),
            IndicatorField::Target => self.number(sheet, report.target_level, &style.level),
            IndicatorField::Previous => {
                let level = report.previous.as_ref().and_then(|previous| previous.level(line));
                self.number(sheet, level, &style.level)
            }
            IndicatorField::External => self.number(sheet, line.external, &style.level),
            IndicatorField::Evidence => {
                sheet.exact(self.row, self.column, Some(&of_count(line.evidence)), &style.count)
            }
            IndicatorField::Methods => {
                let methods: Vec<&str> = line.methods.iter().map(|method| method.label(language)).collect();
                self.text(sheet, &capitalised(&methods.join(", ")), &style.text)
            }
            IndicatorField::State => self.text(sheet, &state(report, line, language), &style.text),
            IndicatorField::Explanation => {
                let remarks: Vec<String> = line.remarks.iter().map(|told| remark(report, told, language)).collect();
                self.text(sheet, &remarks.join("\n"), &style.text)
            }
        }
    }

    /// Returns the lowest and the highest level that the row can come to.
    fn ends(self) -> (Decimal, Decimal) {
        let scale = &self.book.report.instrument.scale;
        self.line.standing.ends().unwrap_or((scale.lowest, scale.highest))
    }

    /// Writes a text into the cell.
    fn text(self, sheet: &mut Sheet<'_>, text: &str, format: &Format) -> Written {
        sheet.text(self.row, self.column, text, format)
    }

    /// Writes a level or another number into the cell, and leaves it empty where there is none.
    fn number(self, sheet: &mut Sheet<'_>, number: Option<Decimal>, format: &Format) -> Written {
        sheet.exact(self.row, self.column, number.map(Into::into).as_ref(), format)
    }

    /// Looks the name of the level up, so that it changes with the level.
    fn level_name(self, sheet: &mut Sheet<'_>) -> Written {
        let style = self.book.style;
        let capability = self.line.indicator.capability.as_deref();
        let Some(names) = capability.and_then(|id| self.places.capabilities.get(id)) else {
            return self.text(sheet, "", &style.text);
        };
        // Not fixed to its row, so that it still looks at its own level when a person sorts the rows.
        let level =
            row_col_to_cell(self.row, column_of(self.fields, IndicatorField::Level).expect("a level has its column"));
        let (levels, names) = (self.places.levels.address(), self.places.levels.beside(*names).address());
        let formula = format!("=IF(ISNUMBER({level}),IFERROR(INDEX({names},MATCH({level},{levels},0)),\"\"),\"\")");
        sheet.formula(self.row, self.column, &formula, self.line.level_name.unwrap_or_default(), &style.text)
    }
}

/// Says how the level came about, and for an open row who is awaited.
fn state(report: &Report<'_>, line: &Line<'_>, language: Language) -> String {
    let open = in_full(&line.standing, report.numbers(language));
    capitalised(if open.is_empty() { StandingWord::from(&line.standing).label(language) } else { &open })
}

/// Says who gave or settled which level, and why.
fn remark(report: &Report<'_>, remark: &Remark<'_>, language: Language) -> String {
    format!("{}: {}", remark.speaker(report, language), remark.text.trim())
}

/// Lets only levels of the scale into the column of the levels.
pub(super) fn guard(book: Book<'_>, sheet: &mut Sheet<'_>, first: u32, column: u16, last: u32) -> Written {
    let scale = &book.report.instrument.scale;
    let whole = |level: Decimal| i32::try_from(level.units()).ok().filter(|_| level.places() == 0);
    let rule = match (whole(scale.lowest), whole(scale.highest)) {
        (Some(lowest), Some(highest)) if scale.step == 1.into() => {
            DataValidation::new().allow_whole_number(DataValidationRule::Between(lowest, highest))
        }
        _ => {
            let cell = row_col_to_cell(first, column);
            let (lowest, highest, step) = (scale.lowest, scale.highest, scale.step);
            // The nearest step is compared with some room, as a spreadsheet reckons in binary.
            let on_step = format!("ABS(ROUND(({cell}-{lowest})/{step},0)*{step}+{lowest}-{cell})<0.0000001");
            let rule = format!("=AND(ISNUMBER({cell}),{cell}>={lowest},{cell}<={highest},{on_step})");
            DataValidation::new().allow_custom(Formula::new(rule))
        }
    };
    let numbers = book.report.numbers(book.language);
    let (from, to, step) = (numbers.plain(scale.lowest), numbers.plain(scale.highest), numbers.plain(scale.step));
    let allowed = book.say(&bilingual!(
        "Level dari {from} sampai {to}, langkah {step}. Kosongkan bila belum dinilai.",
        "A level from {from} to {to} in steps of {step}. Leave it empty while it is open."
    ));
    let rule = rule
        .set_input_title(LEVEL.get(book.language))?
        .set_input_message(&allowed)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(book.say(&bilingual!("Di luar skala", "Not on the scale")))?
        .set_error_message(&allowed)?;
    sheet.cells.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

/// Colours levels below the target, whatever they are changed to.
fn mark_below(book: Book<'_>, sheet: &mut Sheet<'_>, fields: &[IndicatorField], last: u32) -> Written {
    let (Some(level), Some(target)) =
        (column_of(fields, IndicatorField::Level), column_of(fields, IndicatorField::Target))
    else {
        return Ok(());
    };
    let cell = |column| format!("${}{}", column_number_to_name(column), HEAD + 2);
    let (own, aim) = (cell(level), cell(target));
    let rule = format!("=AND(ISNUMBER({own}),ISNUMBER({aim}),{own}<{aim})");
    let below = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&book.style.below);
    sheet.cells.add_conditional_format(HEAD + 1, level, last, level, &below)?;
    Ok(())
}

/// Colours what was pasted over a level and is none: the drop of a value asks no rule, and no index is made of it.
fn mark_off_scale(book: Book<'_>, sheet: &mut Sheet<'_>, fields: &[IndicatorField], last: u32) -> Written {
    let Some(level) = column_of(fields, IndicatorField::Level) else { return Ok(()) };
    let own = format!("${}{}", column_number_to_name(level), HEAD + 2);
    let (lowest, highest) = (book.report.instrument.scale.lowest, book.report.instrument.scale.highest);
    let rule = format!("=AND(LEN({own})>0,NOT(AND(ISNUMBER({own}),{own}>={lowest},{own}<={highest})))");
    let off = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&book.style.below);
    sheet.cells.add_conditional_format(HEAD + 1, level, last, level, &off)?;
    Ok(())
}
