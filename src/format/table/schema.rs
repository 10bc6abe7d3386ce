//! What a table of the workspace looks like: its columns, and how it merges.

/// The shape of a table.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The columns, in the order in which they are written.
    pub(crate) columns: &'static [&'static str],
    /// How many columns at the front make up the key of a record.
    pub(crate) keys: usize,
    /// How many columns at the end came later: a file or a row may lack them, and they stand behind columns of one's own.
    pub(crate) later: usize,
    /// Whether one record is one physical line, so that branches merge line by line.
    pub(crate) one_line: bool,
}

impl Schema {
    /// Returns the columns that every file has.
    pub(crate) fn first_columns(&self) -> &'static [&'static str] {
        &self.columns[..self.columns.len() - self.later]
    }

    /// Returns the header line of a new file, without its line ending.
    pub(crate) fn header(&self) -> String {
        self.first_columns().join(",")
    }
}
