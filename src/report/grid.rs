//! Plain tables for a terminal.

use comfy_table::{ContentArrangement, Table, presets};

/// Lays rows out under a header, as wide as the terminal at most.
pub(crate) fn grid(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>, width: usize) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_BORDERS_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    table.set_header(header.iter().copied());
    table.add_rows(rows);
    format!("{table}\n")
}
