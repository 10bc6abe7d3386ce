//! The list of instruments.

use crate::bilingual;
use crate::model::instrument::Instrument;
use crate::result::instrument::{scale, years};
use crate::terminal::grid::{Column, Grid};
use crate::terminal::page::{FAINT, PLAIN, Page, inner};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// Lists instruments for a terminal.
pub(crate) fn list_text(instruments: &[&Instrument], language: Language, width: usize) -> String {
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::left("ID"),
            Column::left(heading("Tahun", "Years")),
            Column::left(heading("D/A/I", "D/A/I")),
            Column::left(heading("Nilai", "Values")),
            Column::giving_way(heading("Peraturan", "Regulation")),
        ],
        inner(width),
    );
    for instrument in instruments {
        let counts = [instrument.domains.len(), instrument.aspects.len(), instrument.indicators.len()];
        grid.row(vec![
            instrument.id.to_string(),
            years(instrument.years),
            counts.map(|count| if count == 0 { "–".to_owned() } else { count.to_string() }).join("/"),
            scale(instrument, language),
            short(&instrument.regulation).to_owned(),
        ]);
    }
    let mut page = Page::default();
    for (index, line) in grid.lines().iter().enumerate() {
        page.line(if index == 0 { FAINT } else { PLAIN }, line);
    }
    page.blank();
    let legend =
        bilingual!("D/A/I: banyaknya domain, aspek, indikator", "D/A/I: number of domains, aspects, indicators");
    page.line(FAINT, legend.get(language));
    page.finish()
}

/// Returns the number of a regulation without what it is about.
fn short(regulation: &str) -> &str {
    regulation.split_once(" tentang ").map_or(regulation, |(number, _)| number)
}
