//! The workbook in which an officer reads the answers and says of each: approved, or returned with a note.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, XlsxError};

use crate::bilingual;
use crate::index::answer::answer;
use crate::index::approval::{Approvals, Approved, Judged};
use crate::model::approval::Verdict;
use crate::result::label::capitalised;
use crate::result::report::{Line, Report};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::workbook::entry::columns::{APPROVAL_SHEET, ApprovalColumn, MEMORY_SHEET};
use crate::workbook::entry::memory::{FIRST, MARK_OF_APPROVALS};
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::{rendered, saved};

/// The row of the headings.
const HEAD: u32 = 0;

/// Renders the workbook: a row for each that has a level.
pub(crate) fn render(report: &Report<'_>, approvals: &Approvals<'_>, language: Language) -> Vec<u8> {
    rendered(report, language, |book| write(book, approvals))
}

/// Writes the sheets.
fn write(book: Book<'_>, approvals: &Approvals<'_>) -> Result<Vec<u8>, XlsxError> {
    let judged = |line: &'_ Line<'_>| approvals.row(line.row).filter(|judged| judged.digest.is_some());
    let lines: Vec<(&Line<'_>, &Judged<'_>)> =
        book.report.indicators.iter().filter_map(|line| Some((line, judged(line)?))).collect();
    let mut sheet = book.sheet(&APPROVAL_SHEET)?;
    let headings: Vec<(String, f64)> =
        ApprovalColumn::ALL.iter().map(|(_, title, width)| (book.say(title), *width)).collect();
    sheet.table_head(HEAD, &headings)?;
    let mut last = HEAD + 1;
    for ((line, judged), row) in lines.iter().zip(HEAD + 1..) {
        for ((column, ..), at) in ApprovalColumn::ALL.iter().zip(0..) {
            cell(book, &mut sheet, (row, at), *column, (line, judged))?;
        }
        sheet.end_row(row)?;
        last = row;
    }
    let verdict = ApprovalColumn::Verdict.place();
    sheet.cells.add_data_validation(HEAD + 1, verdict, last, verdict, &verdicts(book)?)?;
    sheet.filter(HEAD, last, headings.len(), 2)?;
    sheet.cells.set_active(true);
    saved(book, [sheet, memory(book, &lines)?])
}

/// Writes a cell of a row.
fn cell(
    book: Book<'_>,
    sheet: &mut Sheet<'_>,
    (row, at): (u32, u16),
    column: ApprovalColumn,
    (line, judged): (&Line<'_>, &Judged<'_>),
) -> Written {
    let (style, language) = (book.style, book.language);
    match column {
        ApprovalColumn::Indicator => sheet.text(row, at, &line.row.to_string(), &style.middle),
        ApprovalColumn::Name => sheet.text(row, at, &on_one_line(&line.name(language)), &style.text),
        ApprovalColumn::Level => sheet.exact(row, at, line.level.map(Into::into).as_ref(), &style.level),
        ApprovalColumn::Answer => {
            let answer = answer(book.report.workspace, line.row);
            sheet.text(row, at, answer.unwrap_or_default(), &style.text)
        }
        ApprovalColumn::Documents => sheet.text(row, at, &documents(book.report, line), &style.text),
        ApprovalColumn::State => sheet.text(row, at, &book.say(&state(judged)), &style.text),
        ApprovalColumn::Verdict => sheet.text(row, at, "", &style.entry),
        ApprovalColumn::Note => sheet.text(row, at, "", &style.entry),
    }
}

/// Names the documents of a row, each on a line of its own.
fn documents(report: &Report<'_>, line: &Line<'_>) -> String {
    let documents = report.support.documents_of(line.row);
    documents.iter().map(|(document, _)| on_one_line(&document.title)).collect::<Vec<_>>().join("\n")
}

/// Says how a row stands before the officers, with the notes by which it went back.
fn state(judged: &Judged<'_>) -> Bilingual {
    match judged.stands() {
        Approved::Waiting => bilingual!("Menunggu", "Waiting"),
        Approved::Changed => bilingual!("Berubah setelah disetujui", "Changed after approval"),
        Approved::Accepted => {
            let by: Vec<&str> = judged.words.iter().map(|word| word.by.as_str()).collect();
            let by = by.join(", ");
            bilingual!("Disetujui {by}", "Approved by {by}")
        }
        Approved::Returned => {
            let said: Vec<String> = judged.returned().map(|word| format!("{}: {}", word.by, word.note)).collect();
            let said = said.join("\n");
            bilingual!("Dikembalikan {said}", "Returned by {said}")
        }
    }
}

/// Offers the two verdicts.
fn verdicts(book: Book<'_>) -> Result<DataValidation, XlsxError> {
    let choices: Vec<String> =
        Verdict::WORDS.iter().map(|(verdict, _)| capitalised(verdict.label(book.language))).collect();
    let [accepted, returned] = [&choices[0], &choices[1]];
    let wrong = book.say(&bilingual!("Pilih {accepted} atau {returned}.", "Choose {accepted} or {returned}."));
    DataValidation::new()
        .allow_list_strings(&choices)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_message(&wrong)
}

/// Writes the hidden sheet: what was judged, by its digest.
fn memory<'a>(book: Book<'a>, lines: &[(&Line<'_>, &Judged<'_>)]) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = book.sheet(&Bilingual::fixed(MEMORY_SHEET, MEMORY_SHEET))?;
    let plain = &book.style.text;
    let head = [MARK_OF_APPROVALS, "", &book.report.year.to_string(), &book.report.instrument.id];
    for (text, column) in head.iter().zip(0..) {
        sheet.text(0, column, text, plain)?;
    }
    for ((line, judged), row) in lines.iter().zip(FIRST..) {
        sheet.text(row, 0, &line.row.to_string(), plain)?;
        sheet.text(row, 1, judged.digest.as_deref().unwrap_or_default(), plain)?;
    }
    sheet.cells.set_hidden(true);
    Ok(sheet)
}
