//! The list of instruments.

use crate::bilingual;
use crate::model::instrument::Instrument;
use crate::report::grid::{Column, Grid};
use crate::report::instrument::{scale, years};
use crate::report::page::{FAINT, PLAIN, Page, inner};
use crate::text::language::Language;

/// Lists instruments for a terminal.
pub fn list_text(instruments: &[&Instrument], language: Language, width: usize) -> String {
    let headings = bilingual!(
        "ID|Tahun|Domain|Aspek|Indikator|Nilai|Peraturan",
        "ID|Years|Domains|Aspects|Indicators|Values|Regulation"
    );
    let mut columns: Vec<Column> = headings.get(language).split('|').map(Column::left).collect();
    if let Some(regulation) = columns.pop() {
        columns.push(regulation.give_way());
    }
    let mut grid = Grid::new(columns);
    for instrument in instruments {
        let count = |count: usize| if count == 0 { "–".to_owned() } else { count.to_string() };
        grid.row(vec![
            instrument.id.to_string(),
            years(instrument.years),
            count(instrument.domains.len()),
            count(instrument.aspects.len()),
            count(instrument.indicators.len()),
            scale(instrument, language),
            instrument.regulation.to_string(),
        ]);
    }
    let mut page = Page::default();
    for (index, line) in grid.lines(inner(width)).iter().enumerate() {
        page.line(if index == 0 { FAINT } else { PLAIN }, line);
    }
    page.finish()
}
