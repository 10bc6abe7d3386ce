//! The units for a terminal: `spbe unit list`.

use crate::bilingual;
use crate::model::row::RowId;
use crate::result::progress::runs::listed;
use crate::result::units::UnitInfo;
use crate::terminal::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// Writes the units, each with what it owns and who comes from it.
pub(crate) fn text(units: &[UnitInfo<'_>], language: Language, width: usize) -> String {
    if units.is_empty() {
        let none = bilingual!(
            "Belum ada unit; tambahkan dengan `spbe unit add`.\n",
            "There are no units yet; add them with `spbe unit add`.\n"
        );
        return none.get(language).to_owned();
    }
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::giving_way("Unit"),
            Column::left(heading("Indikator", "Indicators")),
            Column::left(heading("Anggota tim", "Members")).folding(1),
        ],
        width,
    );
    for unit in units {
        let rows: Vec<RowId> = unit.rows.iter().copied().collect();
        let rows = if rows.is_empty() { "–".to_owned() } else { listed(&rows) };
        grid.row(vec![on_one_line(unit.name), rows, unit.members.join(", ")]);
    }
    grid.lines().join("\n") + "\n"
}
