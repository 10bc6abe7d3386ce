//! The work sheet of a member (XLSX): what is assigned to them, to be filled in by people who never see a terminal.
//!
//! What is handed out is kept in a hidden sheet, so that what comes back can be told from what changed here meanwhile.

pub(crate) mod answers;
pub(crate) mod approvals;
pub(in crate::workbook) mod columns;
pub(in crate::workbook) mod documents;
mod guide;
pub(in crate::workbook) mod memory;
mod rows;

pub(in crate::workbook) use crate::workbook::entry::rows::levels;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

use crate::index::approval::{Approvals, Judged};
use crate::model::assignment::Assignment;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::result::report::{Line, Report};
use crate::text::language::Language;
use crate::workbook::intake::Values;
use crate::workbook::intake::table::Field;
use crate::workbook::sheet::Book;
use crate::workbook::{rendered, saved};

/// A work sheet that is to be written.
#[derive(Clone, Debug)]
pub(crate) struct WorkSheet<'a> {
    /// The result so far.
    pub(crate) report: &'a Report<'a>,
    /// Whose it is.
    pub(crate) member: &'a Member,
    /// To whom it is given back.
    pub(crate) contact: String,
    /// Which unit owns which row.
    pub(crate) owners: BTreeMap<RowId, String>,
    /// What was handed in and goes back to be mended; nothing on a sheet that goes out.
    pub(crate) returned: Option<Returned>,
}

/// A sheet that goes back: what stood in it, what is wrong with that, and what it was handed out with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Returned {
    /// The cells as they were filled in.
    pub(crate) cells: BTreeMap<(RowId, Field), String>,
    /// What is to be mended, by cell.
    pub(crate) faults: BTreeMap<(RowId, Field), String>,
    /// The values that it was handed out with.
    pub(crate) before: BTreeMap<RowId, Values>,
}

/// A row of it: what is assigned, and what was said about it so far.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// What the member said.
    pub(crate) values: Values,
    /// Until when it is due.
    pub(crate) due: Option<Date>,
    /// The unit that owns it; empty where none does.
    pub(crate) unit: String,
    /// What an officer wants mended; empty where the row was not returned.
    pub(crate) returned: String,
}

impl<'a> WorkSheet<'a> {
    /// Lists the rows that are assigned to the member, in order.
    pub(crate) fn entries(&self) -> Vec<Entry<'a>> {
        let workspace = self.report.workspace;
        let member = self.member.id.value.as_str();
        let own = |line: &&Line<'_>| {
            workspace.assignments.iter().find(|task| task.row.value == line.row && task.member.value == member)
        };
        let lines = self.report.indicators.iter().filter_map(|line| Some((line, own(&line)?)));
        let approvals = Approvals::of(workspace);
        let notes = |judged: &Judged<'_>| {
            let said: Vec<String> = judged.returned().map(|word| format!("{}: {}", word.by, word.note)).collect();
            said.join("\n")
        };
        let entry = |(line, task): (&'a Line<'a>, &Assignment)| Entry {
            line,
            values: Values::of(workspace, member, line.row),
            due: task.due,
            unit: self.owners.get(&line.row).cloned().unwrap_or_default(),
            returned: approvals.row(line.row).map(notes).unwrap_or_default(),
        };
        lines.map(entry).collect()
    }

    /// Lists the documents in the order of their numbers: those of the member's rows first, then all others.
    fn documents(&self, entries: &[Entry<'_>]) -> Vec<&'a Evidence> {
        let of_rows = |evidence: &&Evidence| {
            let rows = self.report.support.rows_of(evidence.id.value.as_str());
            rows.iter().any(|(row, _)| entries.iter().any(|entry| entry.line.row == *row))
        };
        let (own, others): (Vec<&Evidence>, Vec<&Evidence>) = self.report.workspace.evidence.iter().partition(of_rows);
        own.into_iter().chain(others).collect()
    }

    /// Renders the workbook.
    pub(crate) fn render(&self, language: Language) -> Vec<u8> {
        rendered(self.report, language, |book| self.write(book))
    }

    /// Writes the sheets.
    fn write(&self, book: Book<'_>) -> Result<Vec<u8>, XlsxError> {
        let entries = self.entries();
        let documents = self.documents(&entries);
        let (mut rows, levels) = rows::write(book, &entries, &documents, self.returned.as_ref())?;
        rows.cells.set_active(true);
        let guide = guide::write(book, self, &entries, &levels)?;
        let documents = documents::write(book, &documents)?;
        // What comes back again is still compared with what went out first.
        let before = |row: &RowId| self.returned.as_ref()?.before.get(row).cloned();
        let rows_of = entries.iter().map(|entry| {
            let row = entry.line.row;
            (row, before(&row).unwrap_or_else(|| entry.values.clone()))
        });
        let memory = memory::write(book, self.member.id.value.as_str(), rows_of)?;
        saved(book, [guide, rows, documents, memory])
    }
}
