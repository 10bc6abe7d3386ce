//! The workbook of an officer as it comes back: what they approve, what they return and why.

use std::collections::BTreeMap;

use crate::bilingual;
use crate::model::approval::Verdict;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;
use crate::workbook::entry::columns::{APPROVAL_SHEET, ApprovalColumn, MEMORY_SHEET};
use crate::workbook::entry::memory::{FIRST, MARK_OF_APPROVALS};
use crate::workbook::intake::plain;
use crate::workbook::reading::{ReadBook, ReadSheet};

/// What an officer says in a workbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Approving {
    /// The year of the evaluation that it was made for.
    pub(crate) year: String,
    /// The id of its instrument.
    pub(crate) instrument: String,
    /// The rows with a word.
    pub(crate) words: Vec<Said>,
    /// What can't be taken, each with its cell; nothing of the book is, while there is any.
    pub(crate) faults: Vec<(String, Bilingual)>,
}

/// What an officer says of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// The row.
    pub(crate) row: RowId,
    /// The word.
    pub(crate) verdict: Verdict,
    /// The digest of what they saw.
    pub(crate) digest: String,
    /// The note.
    pub(crate) note: String,
}

/// Reads a book in which answers are approved; nothing where it is none.
pub(crate) fn approving(book: &ReadBook) -> Option<Approving> {
    let memory = book.sheets.iter().find(|sheet| sheet.name == MEMORY_SHEET);
    let memory = memory.filter(|sheet| sheet.text(0, 0) == MARK_OF_APPROVALS)?;
    let sheet = book.sheet([&APPROVAL_SHEET.id, &APPROVAL_SHEET.en])?;
    let mut approving = Approving { year: memory.text(0, 2), instrument: memory.text(0, 3), ..Approving::default() };
    let digests: BTreeMap<String, String> =
        (FIRST..=memory.last_row()).map(|row| (memory.text(row, 0), memory.text(row, 1))).collect();
    let Some(columns) = columns(sheet) else {
        let message = bilingual!("judul kolomnya tidak lagi dikenali", "its headings are no longer known");
        approving.faults.push((sheet.place(0, 0), message));
        return Some(approving);
    };
    let mut seen: BTreeMap<RowId, u32> = BTreeMap::new();
    for row in 1..=sheet.last_row() {
        match said(sheet, &columns, row, &digests) {
            Ok(None) => {}
            Ok(Some(said)) => match seen.insert(said.row, row) {
                None => approving.words.push(said),
                Some(_) => {
                    let id = said.row;
                    let message = bilingual!("indikator {id} ada dua kali", "indicator {id} stands twice");
                    approving.faults.push((sheet.place(row, columns[&ApprovalColumn::Indicator]), message));
                }
            },
            Err(fault) => approving.faults.push(fault),
        }
    }
    Some(approving)
}

/// Finds the columns by their headings in either language, wherever they were moved.
fn columns(sheet: &ReadSheet) -> Option<BTreeMap<ApprovalColumn, u32>> {
    let place = |title: &Bilingual| {
        (0..=sheet.last_column()).find(|column| {
            let found = sheet.text(0, *column);
            [&title.id, &title.en].iter().any(|known| found.eq_ignore_ascii_case(known))
        })
    };
    let wanted = [ApprovalColumn::Indicator, ApprovalColumn::Verdict, ApprovalColumn::Note];
    let of = |column: ApprovalColumn| {
        let (_, title, _) = ApprovalColumn::ALL.into_iter().find(|(known, ..)| *known == column)?;
        Some((column, place(&title)?))
    };
    wanted.into_iter().map(of).collect()
}

/// Reads what stands in a row; nothing where the officer said nothing of it.
fn said(
    sheet: &ReadSheet,
    columns: &BTreeMap<ApprovalColumn, u32>,
    row: u32,
    digests: &BTreeMap<String, String>,
) -> Result<Option<Said>, (String, Bilingual)> {
    let [at_number, at_verdict, at_note] =
        [ApprovalColumn::Indicator, ApprovalColumn::Verdict, ApprovalColumn::Note].map(|column| columns[&column]);
    let [number, verdict, note] = [at_number, at_verdict, at_note].map(|column| sheet.text(row, column));
    let note = plain(&note);
    if verdict.is_empty() && note.is_empty() {
        return Ok(None);
    }
    let known = number.parse::<RowId>().ok().zip(digests.get(&number).filter(|digest| !digest.is_empty()));
    let Some((id, digest)) = known else {
        let message =
            bilingual!("`{number}` bukan indikator di lembar ini", "`{number}` is no indicator of this sheet");
        return Err((sheet.place(row, at_number), message));
    };
    let Some(verdict) = Verdict::from_word(&verdict) else {
        let message = match verdict.is_empty() {
            true => bilingual!("ada catatan tanpa putusan", "there is a note and no verdict"),
            false => bilingual!(
                "`{verdict}` bukan Disetujui atau Dikembalikan",
                "`{verdict}` is neither Approved nor Returned"
            ),
        };
        return Err((sheet.place(row, at_verdict), message));
    };
    if verdict == Verdict::Returned && note.is_empty() {
        let message = bilingual!(
            "dikembalikan tanpa catatan: apa yang harus diperbaiki?",
            "returned without a note: what is to be mended?"
        );
        return Err((sheet.place(row, at_note), message));
    }
    Ok(Some(Said { row: id, verdict, digest: digest.clone(), note }))
}
