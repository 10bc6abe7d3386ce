//! What every part of the page needs to know.

use crate::result::report::Report;
use crate::text::language::Language;

/// From this width on, a report shows more columns.
const WIDE: usize = 100;
/// The narrowest page that is laid out; a narrower terminal wraps it.
const NARROWEST: usize = 60;

/// The report, its language and the room there is.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a> {
    /// The report.
    pub(super) report: &'a Report<'a>,
    /// The language.
    pub(super) language: Language,
    /// How many columns the page has.
    pub(super) width: usize,
}

impl<'a> Layout<'a> {
    /// Lays a report out for a terminal of a width.
    pub(super) fn new(report: &'a Report<'a>, language: Language, width: usize) -> Self {
        Self { report, language, width: width.max(NARROWEST) }
    }

    /// Tells whether there is room for more columns.
    pub(super) fn is_wide(&self) -> bool {
        self.width >= WIDE
    }
}
