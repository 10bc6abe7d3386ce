//! Edits of a table: a record is put, changed or removed, and no other byte moves.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use crate::diagnostic::finding::Finding;
use crate::format::control::hidden;
use crate::format::reading::Reading;
use crate::format::table::key::Key;
use crate::format::table::parse::{CONFLICT_MARKER, RawTable, parse};
use crate::format::table::scan::RawRecord;
use crate::format::table::schema::Schema;
use crate::model::decimal::Decimal;

/// A table while it is edited.
#[derive(Debug)]
pub(crate) struct TableEdit<'a> {
    schema: &'static Schema,
    text: String,
    file: &'a str,
}

/// Why a record can't be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EditError {
    /// The file can't be read as this table; the findings say why.
    #[error("the table can't be read")]
    Unreadable(Vec<Finding>),
    /// A cell of a table with one line a record holds a line break; the column is named.
    #[error("a line break in `{0}`")]
    LineBreak(&'static str),
    /// A line of a cell would be taken for an unfinished merge; the column is named.
    #[error("a conflict marker in `{0}`")]
    ConflictMarker(&'static str),
    /// A cell holds a character that nobody sees; the column is named.
    #[error("the hidden character {1:?} in `{0}`")]
    Hidden(&'static str, char),
}

impl<'a> TableEdit<'a> {
    /// Opens the text of a table; an absent one begins with its header.
    ///
    /// # Errors
    /// The text can't be read as this table.
    pub(crate) fn open(text: Option<&str>, schema: &'static Schema, file: &'a str) -> Result<Self, EditError> {
        let text = text.map_or_else(|| format!("{}\n", schema.header()), str::to_owned);
        let edit = Self { schema, text, file };
        edit.table()?;
        Ok(edit)
    }

    /// Puts a record: changes the one with the same key, or adds it where `order` places it, else at the end.
    ///
    /// # Errors
    /// A line break where one record is one line; a line that begins as a conflict of git does.
    pub(crate) fn put(&mut self, cells: &[String], order: impl Fn(&[&str]) -> Ordering) -> Result<(), EditError> {
        self.mergeable(cells)?;
        let table = self.table()?;
        let key: Vec<&str> = cells[..self.schema.keys].iter().map(String::as_str).collect();
        let splices = match self.find(&table, &key) {
            Some(record) => {
                // The key is right however it is spelt.
                let kept = keys(record, &table, self.schema.keys).into_iter().map(str::to_owned);
                let cells: Vec<String> = kept.chain(cells[self.schema.keys..].iter().cloned()).collect();
                self.changed(&table, record, &cells)
            }
            None => self.inserted(&table, cells, order),
        };
        self.splice(splices);
        Ok(())
    }

    /// Returns the cells of the record with a key, in the order of the schema; empty where the record lacks them.
    ///
    /// # Errors
    /// The text can't be read as this table.
    pub(crate) fn record(&self, key: &[&str]) -> Result<Option<Vec<String>>, EditError> {
        let table = self.table()?;
        Ok(self.find(&table, key).map(|record| cells_of(record, &table)))
    }

    /// Returns the cells of every record, as [`Self::record`] does.
    ///
    /// # Errors
    /// The text can't be read as this table.
    pub(crate) fn records(&self) -> Result<Vec<Vec<String>>, EditError> {
        let table = self.table()?;
        Ok(table.records.iter().map(|record| cells_of(record, &table)).collect())
    }

    /// Changes cells of the record with a key, and returns those that were replaced by something else.
    ///
    /// # Errors
    /// A line break where one record is one line; a line that begins as a conflict of git does.
    pub(crate) fn change(
        &mut self,
        key: &[&str],
        changes: &[(&'static str, String)],
    ) -> Result<Vec<Replaced>, EditError> {
        let table = self.table()?;
        let Some(record) = self.find(&table, key) else { return Ok(Vec::new()) };
        let place = record.span.clone();
        self.amend(&place, changes)
    }

    /// Finds the record with a key, however its cells are spelt.
    fn find<'t, 'r>(&self, table: &'r RawTable<'t>, key: &[&str]) -> Option<&'r RawRecord<'t>> {
        let columns = &self.schema.columns[..self.schema.keys];
        let of =
            |cells: &[&str]| columns.iter().zip(cells).map(|(column, cell)| Key::of(column, cell)).collect::<Vec<_>>();
        let key = of(key);
        table.records.iter().find(|record| of(&keys(record, table, self.schema.keys)) == key)
    }

    /// Changes cells of the record that stands at a place, its key too; every other byte stays.
    ///
    /// # Errors
    /// A line break where one record is one line.
    pub(crate) fn amend(
        &mut self,
        place: &Range<usize>,
        changes: &[(&'static str, String)],
    ) -> Result<Vec<Replaced>, EditError> {
        let table = self.table()?;
        let Some(record) = table.records.iter().find(|record| record.span == *place) else { return Ok(Vec::new()) };
        let mut cells = cells_of(record, &table);
        let mut replaced = Vec::new();
        for (column, cell) in self.schema.columns.iter().zip(&mut cells) {
            if let Some((_, now)) = changes.iter().find(|(changed, now)| changed == column && now != cell) {
                let before = std::mem::replace(cell, now.clone());
                replaced.push(Replaced { column, before, now: now.clone() });
            }
        }
        self.mergeable(&cells)?;
        let splices = self.changed(&table, record, &cells);
        self.splice(splices);
        Ok(replaced)
    }

    /// Returns what changes the cells of a record that differ, and the header where that gets a column.
    fn changed(&self, table: &RawTable<'_>, record: &RawRecord<'_>, cells: &[String]) -> Vec<Splice> {
        let (columns, header) = self.with_later_columns(table, cells);
        header.into_iter().chain(changed(record, &columns, table.delimiter, cells)).collect()
    }

    /// Returns where each column stands once those that came later, are absent and get a text are added behind the others,
    /// and what adds them to the header. No other row is touched: a merge of branches would double every one.
    fn with_later_columns(&self, table: &RawTable<'_>, cells: &[String]) -> (Vec<Option<usize>>, Option<Splice>) {
        let (mut columns, mut width, mut added) = (table.columns.clone(), table.width, String::new());
        for (index, cell) in cells.iter().enumerate() {
            if columns[index].is_none() && !cell.is_empty() {
                columns[index] = Some(width);
                width += 1;
                added.push(char::from(table.delimiter));
                added.push_str(self.schema.columns[index]);
            }
        }
        let header = (!added.is_empty()).then_some((table.header_end..table.header_end, added));
        (columns, header)
    }

    /// Refuses what no reader takes, and what a merge would trip over: a hidden character, a line break in a table whose branches merge line by line, and a line that
    /// would be taken for an unfinished merge.
    fn mergeable(&self, cells: &[String]) -> Result<(), EditError> {
        if self.schema.one_line
            && let Some(column) = cells.iter().position(|cell| cell.contains(['\n', '\r']))
        {
            return Err(EditError::LineBreak(self.schema.columns[column]));
        }
        // A cell that begins with the marker is put into quotes; a later line of it can't be.
        let marked = |cell: &String| cell.lines().skip(1).any(|line| line.starts_with(CONFLICT_MARKER));
        if let Some(column) = cells.iter().position(marked) {
            return Err(EditError::ConflictMarker(self.schema.columns[column]));
        }
        let mut hidden =
            cells.iter().zip(self.schema.columns).filter_map(|(cell, column)| Some((*column, hidden(cell).next()?)));
        match hidden.next() {
            Some((column, (_, character))) => Err(EditError::Hidden(column, character)),
            None => Ok(()),
        }
    }

    /// Removes every record that `chosen` names by its key cells; returns how many.
    ///
    /// # Errors
    /// The text can't be read as this table.
    pub(crate) fn remove(&mut self, chosen: impl Fn(&[&str]) -> bool) -> Result<usize, EditError> {
        let table = self.table()?;
        let gone = table.records.iter().filter(|record| chosen(&keys(record, &table, self.schema.keys)));
        let splices = gone.map(|record| {
            let rest = &self.text[record.span.end..];
            let ending = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
            (record.span.start..record.span.end + ending, String::new())
        });
        let splices: Vec<Splice> = splices.collect();
        let count = splices.len();
        self.splice(splices);
        Ok(count)
    }

    /// Writes a number as this file does: with a decimal comma where semicolons stand between cells.
    pub(crate) fn number(&self, number: Decimal) -> String {
        let semicolons = self.table().is_ok_and(|table| table.delimiter == b';');
        if semicolons { number.to_string().replace('.', ",") } else { number.to_string() }
    }

    /// Returns the text.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Reads the table. Any record that can't be read is refused: an open quote would swallow what is written behind it.
    fn table(&self) -> Result<RawTable<'_>, EditError> {
        let reading = Reading::new(self.file);
        let table = parse(&self.text, self.schema, &reading);
        let mut findings = reading.finish();
        let whole = !findings.iter().any(|finding| finding.cuts);
        match table {
            Some(table) if whole && table.columns[..self.schema.first_columns().len()].iter().all(Option::is_some) => {
                Ok(table)
            }
            _ => {
                findings.retain(|finding| finding.cuts);
                Err(EditError::Unreadable(findings))
            }
        }
    }

    /// Puts texts in place of bytes, the last first, so that no place moves before its turn.
    fn splice(&mut self, mut splices: Vec<Splice>) {
        splices.sort_by_key(|(span, _)| span.start);
        for (span, new) in splices.into_iter().rev() {
            self.text.replace_range(span, &new);
        }
    }

    /// Returns what adds a record where `order` places it, and what changes the header where that gets a column.
    fn inserted(&self, table: &RawTable<'_>, cells: &[String], order: impl Fn(&[&str]) -> Ordering) -> Vec<Splice> {
        let (columns, header) = self.with_later_columns(table, cells);
        let width = columns.iter().flatten().map(|column| column + 1).max().unwrap_or_default().max(table.width);
        let mut row = vec![Cow::Borrowed(""); width];
        for (new, column) in cells.iter().zip(&columns) {
            if let Some(column) = *column {
                row[column] = quoted(new, table.delimiter);
            }
        }
        let line = row.join(char::from(table.delimiter).to_string().as_str());
        let after = |record: &&RawRecord<'_>| order(&keys(record, table, self.schema.keys)) == Ordering::Greater;
        let row = if let Some(next) = table.records.iter().find(after) {
            let start = next.span.start;
            (start..start, format!("{line}{}", ending(&self.text[..start])))
        } else {
            let (end, ending) = (self.text.len(), ending(&self.text));
            let open = if self.text.ends_with(['\n', '\r']) { "" } else { ending };
            (end..end, format!("{open}{line}{ending}"))
        };
        header.into_iter().chain([row]).collect()
    }
}

/// Returns what ends the last line of a text that ends, so that a new line between others is like them.
fn ending(text: &str) -> &'static str {
    match text.rfind(['\n', '\r']) {
        Some(last) if text[..=last].ends_with("\r\n") => "\r\n",
        Some(last) if text[last..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// A text that comes in place of some bytes.
type Splice = (Range<usize>, String);

/// Returns what changes the cells of a record that differ; cells that the record lacks are added at its end.
fn changed(record: &RawRecord<'_>, columns: &[Option<usize>], delimiter: u8, cells: &[String]) -> Vec<Splice> {
    let differs = |(new, column): (&String, &Option<usize>)| {
        let cell = record.cells.get((*column)?)?;
        (cell.text != *new).then(|| (cell.span.clone(), quoted(new, delimiter).into_owned()))
    };
    let mut splices: Vec<Splice> = cells.iter().zip(columns).filter_map(differs).collect();
    let lacking = |(new, column): (&String, &Option<usize>)| {
        let column = column.filter(|column| *column >= record.cells.len() && !new.is_empty())?;
        Some((column, quoted(new, delimiter).into_owned()))
    };
    let mut lacking: Vec<(usize, String)> = cells.iter().zip(columns).filter_map(lacking).collect();
    lacking.sort();
    let (mut added, mut next) = (String::new(), record.cells.len());
    for (column, text) in lacking {
        added.extend(std::iter::repeat_n(char::from(delimiter), column + 1 - next));
        added.push_str(&text);
        next = column + 1;
    }
    if let Some(last) = record.cells.last().filter(|_| !added.is_empty()) {
        splices.push((last.span.end..last.span.end, added));
    }
    splices
}

/// A cell that was replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replaced {
    /// The name of its column.
    pub(crate) column: &'static str,
    /// What it said.
    pub(crate) before: String,
    /// What it says now.
    pub(crate) now: String,
}

/// Returns the cells of a record in the order of the schema; empty where it lacks them.
fn cells_of(record: &RawRecord<'_>, table: &RawTable<'_>) -> Vec<String> {
    let cell = |column: &Option<usize>| column.and_then(|column| record.cells.get(column));
    table.columns.iter().map(|column| cell(column).map(|cell| cell.text.to_string()).unwrap_or_default()).collect()
}

/// Returns the key cells of a record.
fn keys<'r>(record: &'r RawRecord, table: &RawTable<'_>, count: usize) -> Vec<&'r str> {
    let cell = |column: &Option<usize>| column.and_then(|position| record.cells.get(position));
    table.columns[..count].iter().map(|column| cell(column).map_or("", |cell| cell.text.trim())).collect()
}

/// Puts a cell into quotes where it needs them.
pub(crate) fn quoted(cell: &str, delimiter: u8) -> Cow<'_, str> {
    let special = |character: char| matches!(character, '"' | '\n' | '\r') || character == char::from(delimiter);
    let padded = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    if padded || cell.contains(special) || cell.starts_with(CONFLICT_MARKER) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{EditError, Replaced, TableEdit};
    use crate::format::table::schema::Schema;

    static SCHEMA: Schema = Schema { columns: &["indicator", "level", "note"], keys: 1, later: 0, one_line: false };
    static LINES: Schema = Schema { one_line: true, ..SCHEMA };

    fn put(text: Option<&str>, cells: [&str; 3]) -> String {
        let mut edit = TableEdit::open(text, &SCHEMA, "scores/a.csv").expect("a table");
        let key: u32 = cells[0].parse().expect("a number");
        let order = |keys: &[&str]| keys[0].parse::<u32>().map_or(Ordering::Less, |other| other.cmp(&key));
        edit.put(&cells.map(str::to_owned), order).expect("written");
        edit.into_text()
    }

    #[test]
    fn a_new_table_begins_with_its_header() {
        assert_eq!(put(None, ["3", "2", "a, \"b\""]), "indicator,level,note\n3,2,\"a, \"\"b\"\"\"\n");
    }

    #[test]
    fn no_cell_is_written_that_would_be_taken_for_an_unfinished_merge() {
        let text = put(None, ["3", "2", "<<<<<<< a"]);
        assert_eq!(text, "indicator,level,note\n3,2,\"<<<<<<< a\"\n");
        let mut edit = TableEdit::open(Some(&text), &SCHEMA, "a").expect("still a table");
        let cells = ["3", "2", "a\n<<<<<<< b"].map(str::to_owned);
        assert!(matches!(edit.put(&cells, |_| Ordering::Less), Err(EditError::ConflictMarker("note"))));
        let cells = ["3", "2", "a\u{1b}"].map(str::to_owned);
        assert!(matches!(edit.put(&cells, |_| Ordering::Less), Err(EditError::Hidden("note", '\u{1b}'))));
        assert_eq!(edit.into_text(), text);
    }

    static GROWN: Schema = Schema { columns: &["indicator", "level", "note", "answer", "items"], later: 2, ..SCHEMA };

    #[test]
    fn a_column_that_came_later_is_added_to_the_header_and_to_the_rows_that_are_written() {
        let text = "indicator;level;note;mine\r\n1;2;\"a;b\";x\r\n2;;;\r\n";
        let put = |text: &str, cells: [&str; 5]| {
            let mut edit = TableEdit::open(Some(text), &GROWN, "a").expect("a table");
            edit.put(&cells.map(str::to_owned), |_| Ordering::Less).expect("written");
            edit.into_text()
        };
        let expected = "indicator;level;note;mine;items\r\n1;2;\"a;b\";x\r\n2;;;;L1\r\n";
        assert_eq!(put(text, ["2", "", "", "", "L1"]), expected);
        let more = put(expected, ["1", "2", "a;b", "\"ya\"", "L2"]);
        let expected = "indicator;level;note;mine;items;answer\r\n1;2;\"a;b\";x;L2;\"\"\"ya\"\"\"\r\n2;;;;L1\r\n";
        assert_eq!(more, expected);
        assert_eq!(put(text, ["01", "3", "a;b", "", ""]), text.replace("1;2", "1;3"), "nothing to say, no column");
        let mut edit = TableEdit::open(Some(&more), &GROWN, "a").expect("a table");
        assert_eq!(edit.record(&["2"]).expect("read").expect("there"), ["2", "", "", "", "L1"]);
        edit.put(&["3", "1", "", "z", ""].map(str::to_owned), |_| Ordering::Less).expect("written");
        assert!(edit.into_text().ends_with("\r\n3;1;;;;z\r\n"));
    }

    #[test]
    fn what_is_changed_by_its_key_is_told_with_what_stood_there() {
        let text = "note;extra;indicator;level\n\"x\";keep;3;2\nz;;4;1";
        let mut edit = TableEdit::open(Some(text), &SCHEMA, "a").expect("a table");
        let changes = [("level", "5".to_owned()), ("note", "x".to_owned())];
        let replaced = Replaced { column: "level", before: "2".to_owned(), now: "5".to_owned() };
        assert_eq!(edit.change(&["03"], &changes).expect("written"), [replaced]);
        assert_eq!(edit.change(&["9"], &changes).expect("nothing to do"), []);
        assert_eq!(edit.into_text(), text.replace("3;2", "3;5"));
    }

    #[test]
    fn a_new_row_ends_as_its_neighbours_do() {
        let text = "indicator,level,note\n1,1,\r\n3,1,\n";
        assert_eq!(put(Some(text), ["2", "1", ""]), "indicator,level,note\n1,1,\r\n2,1,\r\n3,1,\n");
        assert_eq!(put(Some(text), ["4", "1", ""]), format!("{text}4,1,\n"));
    }

    #[test]
    fn a_row_is_found_however_its_number_is_spelt() {
        assert_eq!(put(Some("indicator,level,note\n03,1,a\n"), ["3", "2", "a"]), "indicator,level,note\n03,2,a\n");
    }

    #[test]
    fn a_change_touches_only_the_cells_that_differ() {
        let text = "\u{feff}note;extra;indicator;level\r\n\"x\";keep;3;2\r\nz;;4;1";
        assert_eq!(put(Some(text), ["3", "5", "x"]), text.replace("3;2", "3;5"));
    }

    #[test]
    fn a_new_record_stands_before_the_next_greater_one() {
        let text = "indicator,level,note\r\n1,1,\r\n12,1,";
        assert_eq!(put(Some(text), ["3", "2", ""]), "indicator,level,note\r\n1,1,\r\n3,2,\r\n12,1,");
        assert_eq!(put(Some(text), ["13", "2", ""]), "indicator,level,note\r\n1,1,\r\n12,1,\r\n13,2,\r\n");
    }

    #[test]
    fn a_record_is_found_by_its_place_and_its_key_can_change() {
        let text = "\u{feff}indicator;level;note;mine\r\n01;2;\"a;b\";x\r\n1;2;c;y\r\n";
        let place = text.find("01").expect("there")..text.find("\r\n1;").expect("there");
        let mut edit = TableEdit::open(Some(text), &SCHEMA, "a").expect("a table");
        edit.amend(&place, &[("level", "3".to_owned()), ("note", "d".to_owned())]).expect("written");
        assert_eq!(edit.into_text(), text.replace("2;\"a;b\"", "3;d"));
    }

    #[test]
    fn a_removed_record_leaves_the_others_as_they_are() {
        let mut edit =
            TableEdit::open(Some("indicator,level,note\n1,1,\"a\nb\"\n2,2,\n3,3,"), &SCHEMA, "a").expect("a table");
        assert_eq!(edit.remove(|keys| keys[0] != "2").expect("removed"), 2);
        assert_eq!(edit.into_text(), "indicator,level,note\n2,2,\n");
    }

    #[test]
    fn a_removed_record_takes_no_other_with_it_whatever_ends_the_lines() {
        let mut edit = TableEdit::open(Some("indicator,level,note\r1,1,\r2,2,\r3,3,"), &SCHEMA, "a").expect("a table");
        assert_eq!(edit.remove(|keys| keys[0] == "1").expect("removed"), 1);
        assert_eq!(edit.into_text(), "indicator,level,note\r2,2,\r3,3,");
    }

    #[test]
    fn a_semicolon_at_the_very_end_is_replaced_with_its_cell() {
        assert_eq!(put(Some("indicator,level,note\n1,1,a;"), ["1", "1", "b"]), "indicator,level,note\n1,1,b");
    }

    #[test]
    fn nothing_is_written_where_it_could_not_be_read_back() {
        for rows in ["1,1,\"open\n", "1,1,\"x\"y\n", "1,1\n", &"1,1,\n".repeat(100_001)] {
            let text = format!("indicator,level,note\n{rows}");
            assert!(matches!(TableEdit::open(Some(&text), &SCHEMA, "a"), Err(EditError::Unreadable(_))));
        }
        let open_header = "indicator,level,note,\"mine\n1,1,,\n";
        assert!(matches!(TableEdit::open(Some(open_header), &SCHEMA, "a"), Err(EditError::Unreadable(_))));
    }

    #[test]
    fn what_would_break_a_merge_is_refused() {
        let mut edit = TableEdit::open(None, &LINES, "a").expect("a table");
        let refused = edit.put(&["1".to_owned(), "2".to_owned(), "a\nb".to_owned()], |_| Ordering::Less);
        assert!(matches!(refused, Err(EditError::LineBreak("note"))));
        let conflict = "indicator,level,note\n<<<<<<< HEAD\n1,1,\n=======\n1,2,\n>>>>>>> b\n";
        assert!(matches!(TableEdit::open(Some(conflict), &SCHEMA, "a"), Err(EditError::Unreadable(_))));
    }
}
