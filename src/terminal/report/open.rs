//! The list of what is still open, with everyone who is awaited.

use crate::result::label::STILL_OPEN;
use crate::result::state::in_full;
use crate::terminal::grid::hanging;
use crate::terminal::page::{PLAIN, Page, inner};
use crate::terminal::report::layout::Layout;
use crate::text::visible::on_one_line;

/// The most rows that are listed one by one.
const MOST: usize = 20;

/// Writes the list; nothing where every row has its level.
pub(super) fn write(page: &mut Page, layout: Layout<'_>) {
    let Layout { report, language, .. } = layout;
    let open = report.open();
    // Where nearly nothing is scored the table above says it all.
    if open.is_empty() || open.len() > MOST {
        return;
    }
    page.heading(STILL_OPEN.get(language));
    let numbers = report.numbers(language);
    let rows: Vec<(String, String)> =
        open.iter().map(|line| (line.row.to_string(), on_one_line(&in_full(&line.standing, numbers)))).collect();
    for line in hanging(&rows, inner(layout.width)).concat() {
        page.line(PLAIN, &line);
    }
}
