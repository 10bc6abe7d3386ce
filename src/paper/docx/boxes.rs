//! What is set off from the text: figures that matter, notices, names and what they stand for.

use maud::Markup;

use crate::paper::document::block::Figure;
use crate::paper::document::span::Text;
use crate::paper::document::tone::Tone;
use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::grid::{Grid, GridCell, PADDING, row};
use crate::paper::docx::paragraph::{Ink, Paragraph, run};
use crate::paper::docx::relations::Relations;
use crate::paper::docx::styles::{self, colour_of};
use crate::paper::docx::text::{paragraph, words};
use crate::paper::docx::widths;
use crate::text::colour::Colour;

/// How many figures stand side by side at most.
const FIGURES: usize = 4;
/// The gap between two of them, in twips.
const GAP: usize = 170;

/// Makes a row of boxes for up to four figures, and a further row for the next four.
pub(super) fn figures(figures: &[Figure], accent: Colour) -> impl Iterator<Item = Grid<[Markup; 1]>> {
    let rows = figures.len().div_ceil(FIGURES).max(1);
    let columns = figures.len().div_ceil(rows).max(1);
    let width = (TEXT_WIDTH - GAP * (columns - 1)) / columns;
    let widths: Vec<usize> = (0..2 * columns - 1).map(|at| if at % 2 == 0 { width } else { GAP }).collect();
    figures.chunks(columns).map(move |figures| {
        // Every second cell is a gap, and so are those behind the last figure.
        let cells = widths.iter().enumerate().map(|(at, width)| {
            let cell = GridCell::new(*width);
            match figures.get(at / 2).filter(|_| at % 2 == 0) {
                Some(figure) => figure_cell(cell, figure, accent),
                None => cell.with(&Paragraph::new(styles::FIGURE_NAME)),
            }
        });
        Grid { rows: [row(cells)], widths: widths.clone() }
    })
}

/// Fills the box of a figure: name, value and remark below a line of three points in the colour of its tone.
fn figure_cell(cell: GridCell, figure: &Figure, accent: Colour) -> GridCell {
    let colour = colour_of(figure.tone, accent);
    let remark = styles::of_tone(figure.tone).map_or(Ink::Plain, Ink::Style);
    cell.with(&words(styles::FIGURE_NAME, &figure.label))
        .with(&Paragraph::new(styles::FIGURE_VALUE).with(run(Ink::Colour(colour), &figure.value)))
        .with(&Paragraph::new(styles::FIGURE_REMARK).with(run(remark, &figure.remark)))
        .on(accent.tint(8))
        .with_room(100, 160)
        .ruled_above(24, colour)
}

/// Makes a box around a notice.
pub(super) fn notice(tone: Tone, text: &Text, accent: Colour, relations: &mut Relations) -> Grid<[Markup; 1]> {
    let colour = colour_of(tone, accent);
    let cell = GridCell::new(TEXT_WIDTH).with(&paragraph(styles::NOTICE, text, relations));
    let cell = cell.on(colour.tint(10)).with_room(60, 160).ruled_at_the_left(36, colour);
    Grid { widths: vec![TEXT_WIDTH], rows: [row([cell])] }
}

/// Makes two columns without lines: names and what they stand for.
pub(super) fn facts(facts: &[(String, Text)], relations: &mut Relations) -> Grid<impl Iterator<Item = Markup>> {
    // The letters are a sixth larger than those of tables, for which widths are reckoned.
    let widest = facts.iter().map(|(name, _)| widths::width(name) * 7 / 6 + PADDING).max();
    let left = widest.unwrap_or_default().clamp(TEXT_WIDTH / 6, TEXT_WIDTH / 3);
    let right = TEXT_WIDTH - left;
    let rows = facts.iter().map(move |(name, text)| {
        let cell = |width: usize| GridCell::new(width).with_room(0, 0);
        row([
            cell(left).with(&words(styles::FACT_NAME, name)),
            cell(right).with(&paragraph(styles::FACT, text, relations)),
        ])
    });
    Grid { widths: vec![left, right], rows }
}

#[cfg(test)]
mod tests {
    use super::{facts, figures, notice};
    use crate::paper::document::block::Figure;
    use crate::paper::document::tone::Tone;
    use crate::paper::docx::TEXT_WIDTH;
    use crate::paper::docx::relations::Relations;
    use crate::text::colour::Colour;

    const ACCENT: Colour = Colour([0x1f, 0x4e, 0x79]);

    #[test]
    fn five_figures_are_two_rows_of_boxes_of_one_width() {
        let figure = |tone| Figure { label: "a".into(), value: "1".into(), remark: "b".into(), tone };
        let all = [Tone::Plain, Tone::Good, Tone::Attention, Tone::Plain, Tone::Plain].map(figure);
        let grids: Vec<_> = figures(&all, ACCENT).collect();
        assert_eq!(grids.len(), 2);
        assert_eq!(grids[0].widths, grids[1].widths);
        assert!(grids[0].widths.iter().sum::<usize>() <= TEXT_WIDTH);
        let cells = |at: usize| grids[at].rows[0].0.matches("<w:tc>").count();
        assert_eq!((cells(0), cells(1)), (5, 5), "a gap where no figure stands");
        assert!(grids[0].rows[0].0.contains("<w:rStyle w:val=\"Attention\">"));
    }

    #[test]
    fn a_notice_has_a_line_in_the_colour_of_its_tone() {
        let grid = notice(Tone::Attention, &"Awas".into(), ACCENT, &mut Relations::default());
        assert!(grid.rows[0].0.contains("<w:left w:val=\"single\" w:sz=\"36\" w:space=\"0\" w:color=\"9a3f00\">"));
    }

    #[test]
    fn a_long_name_of_a_fact_leaves_room_for_what_it_stands_for() {
        let pairs = [("x".repeat(400), "a".into())];
        let mut relations = Relations::default();
        let grid = facts(&pairs, &mut relations);
        assert_eq!(grid.widths, [TEXT_WIDTH / 3, TEXT_WIDTH - TEXT_WIDTH / 3]);
    }
}
