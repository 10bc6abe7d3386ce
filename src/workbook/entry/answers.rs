//! The workbook that lies on the projector at the meeting: what each evaluator gave and said, the level that is agreed on,
//! why, and the agency's answer.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::model::decimal::Decimal;
use crate::model::files::FINAL;
use crate::model::score::Score;
use crate::result::report::{Line, Report};
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::workbook::entry::columns::ANSWER_SHEET;
use crate::workbook::entry::memory;
use crate::workbook::entry::rows::levels;
use crate::workbook::intake::{Values, plain};
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::{rendered, saved};

/// The row of the headings.
const HEAD: u32 = 0;
/// The column of the agreed level.
const LEVEL: u16 = 4;

/// Renders the workbook; only the rows on which evaluators differ, where that is asked for.
pub(crate) fn render(report: &Report<'_>, disputed: bool, language: Language) -> Vec<u8> {
    rendered(report, language, |book| write(book, disputed))
}

/// Writes the sheets.
fn write(book: Book<'_>, disputed: bool) -> Result<Vec<u8>, XlsxError> {
    let chosen = |line: &&Line<'_>| !disputed || matches!(line.standing, Standing::Disputed { .. });
    let lines: Vec<&Line<'_>> = book.report.indicators.iter().filter(chosen).collect();
    let mut sheet = book.sheet(&ANSWER_SHEET)?;
    let headings = [
        (book.say(&bilingual!("Indikator", "Indicator")), 9.0),
        (book.say(&bilingual!("Nama", "Name")), 22.0),
        (book.say(&bilingual!("Nilai evaluator", "Scores")), 18.0),
        (book.say(&bilingual!("Kata evaluator", "What they say")), 52.0),
        (book.say(&bilingual!("Level disepakati", "Agreed level")), 10.0),
        (book.say(&bilingual!("Alasan", "Reason")), 28.0),
        (book.say(&bilingual!("Jawaban instansi", "Agency's answer")), 44.0),
    ];
    sheet.table_head(HEAD, &headings)?;
    let mut last = HEAD + 1;
    for (line, row) in lines.iter().zip(HEAD + 1..) {
        write_row(book, &mut sheet, row, line)?;
        sheet.end_row(row)?;
        last = row;
    }
    levels(book, &mut sheet, (HEAD + 1, last), LEVEL)?;
    sheet.filter(HEAD, last, headings.len(), 2)?;
    sheet.cells.set_active(true);
    let workspace = book.report.workspace;
    let memory = memory::write(book, FINAL, lines.iter().map(|line| (line.row, Values::agreed(workspace, line.row))))?;
    saved(book, [sheet, memory])
}

/// Writes the row of an indicator.
fn write_row(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32, line: &Line<'_>) -> Written {
    let (style, language, workspace) = (book.style, book.language, book.report.workspace);
    let numbers = book.report.numbers(language);
    let scores: Vec<&Score> = workspace.scores.iter().filter(|score| score.row.value == line.row).collect();
    let given: Vec<String> =
        scores.iter().map(|score| format!("{}: {}", score.by, numbers.level(score.level.value))).collect();
    let said = scores.iter().filter(|score| !score.explanation.value.trim().is_empty());
    let said: Vec<String> = said.map(|score| format!("{}: {}", score.by, plain(&score.explanation.value))).collect();
    let agreed = Values::agreed(workspace, line.row);
    let level = Decimal::parse(&agreed.level).map(|(level, _)| level);
    sheet.text(row, 0, &line.row.to_string(), &style.middle)?;
    sheet.text(row, 1, &on_one_line(&line.name(language)), &style.text)?;
    sheet.text(row, 2, &given.join("\n"), &style.text)?;
    sheet.text(row, 3, &said.join("\n\n"), &style.text)?;
    sheet.exact(row, LEVEL, level.map(Into::into).as_ref(), &style.input)?;
    sheet.text(row, 5, &agreed.reason, &style.entry)?;
    sheet.text(row, 6, &agreed.explanation, &style.entry)
}
