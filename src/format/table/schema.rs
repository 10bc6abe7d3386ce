//! What a table of the workspace looks like: its columns, and how it merges.

/// The shape of a table.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The columns, in the order in which they are written.
    pub(crate) columns: &'static [&'static str],
    /// How many columns at the front make up the key of a record.
    pub(crate) keys: usize,
    /// Whether one record is one physical line, so that branches merge line by line.
    pub(crate) one_line: bool,
}

impl Schema {
    /// Returns the header line, without its line ending.
    pub(crate) fn header(&self) -> String {
        self.columns.join(",")
    }
}
