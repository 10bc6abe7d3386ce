//! What is set off from the text: figures that matter, notices, names and what they stand for.

use docx_rs::{Paragraph, Pic, Table, TableCell, TableCellBorderPosition, TableCellBorders, TableRow, WidthType};

use crate::paper::document::block::{Figure, Tone};
use crate::paper::document::span::Text;
use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::cover::picture;
use crate::paper::docx::styles::{self, colour_of, hex};
use crate::paper::docx::table::{framed, line, roomy, tinted};
use crate::paper::docx::text::{paragraph, run, words};
use crate::paper::docx::widths;
use crate::text::colour::Colour;

/// How many figures stand side by side at most.
const FIGURES: usize = 4;
/// The gap between two of them, in twips.
const GAP: usize = 170;

/// Makes a row of boxes for up to four figures, and a further row for the next four.
pub(super) fn figures(figures: &[Figure], accent: Colour) -> Vec<Table> {
    let rows = figures.len().div_ceil(FIGURES).max(1);
    let columns = figures.len().div_ceil(rows).max(1);
    let width = (TEXT_WIDTH - GAP * (columns - 1)) / columns;
    let widths: Vec<usize> = (0..2 * columns - 1).map(|at| if at % 2 == 0 { width } else { GAP }).collect();
    let row = |row: &[Figure]| {
        // Every second cell is a gap, and so are those behind the last figure.
        let cells = widths.iter().enumerate().map(|(at, width)| {
            let figure = row.get(at / 2).filter(|_| at % 2 == 0);
            figure.map_or_else(gap, |figure| figure_cell(figure, accent)).width(*width, WidthType::Dxa)
        });
        framed(vec![TableRow::new(cells.collect()).cant_split()], widths.clone())
    };
    figures.chunks(columns).map(row).collect()
}

fn gap() -> TableCell {
    TableCell::new().add_paragraph(words(styles::FIGURE_NAME, ""))
}

fn figure_cell(figure: &Figure, accent: Colour) -> TableCell {
    let colour = colour_of(figure.tone, accent);
    let value = Paragraph::new().style(styles::FIGURE_VALUE).add_run(run(&figure.value).color(hex(colour)));
    let mut remark = run(&figure.remark);
    if let Some(style) = styles::of_tone(figure.tone) {
        remark = remark.style(style);
    }
    let lines = TableCellBorders::with_empty().set(line(TableCellBorderPosition::Top, 24, colour));
    let cell = TableCell::new()
        .add_paragraph(words(styles::FIGURE_NAME, &figure.label))
        .add_paragraph(value)
        .add_paragraph(Paragraph::new().style(styles::FIGURE_REMARK).add_run(remark));
    roomy(tinted(cell, accent.tint(8)), 100, 160).set_borders(lines)
}

/// Makes a box around a notice.
pub(super) fn notice(tone: Tone, text: &Text, accent: Colour) -> Table {
    let colour = colour_of(tone, accent);
    let lines = TableCellBorders::with_empty().set(line(TableCellBorderPosition::Left, 36, colour));
    let cell = TableCell::new().add_paragraph(paragraph(styles::NOTICE, text)).width(TEXT_WIDTH, WidthType::Dxa);
    let cell = roomy(tinted(cell, colour.tint(10)), 60, 160).set_borders(lines);
    framed(vec![TableRow::new(vec![cell]).cant_split()], vec![TEXT_WIDTH])
}

/// Makes the head of a letter: the logo beside the agency and who writes for it, above a line.
pub(super) fn letterhead(agency: &str, writer: &str, logo: Option<Pic>, accent: Colour) -> Table {
    let left = if logo.is_some() { TEXT_WIDTH / 5 } else { 0 };
    let below = || TableCellBorders::with_empty().set(line(TableCellBorderPosition::Bottom, 16, accent));
    let cell = |width: usize| roomy(TableCell::new().width(width, WidthType::Dxa), 80, 0).set_borders(below());
    let right = TEXT_WIDTH - left;
    let names = cell(right).add_paragraph(words(styles::LETTERHEAD, agency)).add_paragraph(words(styles::FACT, writer));
    match logo {
        Some(logo) => {
            let row = TableRow::new(vec![cell(left).add_paragraph(picture(logo)), names]).cant_split();
            framed(vec![row], vec![left, right])
        }
        None => framed(vec![TableRow::new(vec![names]).cant_split()], vec![right]),
    }
}

/// Makes two columns without lines: names and what they stand for.
pub(super) fn facts(facts: &[(String, Text)]) -> Table {
    // The letters are a sixth larger than those of tables, for which widths are reckoned.
    let widest = facts.iter().map(|(name, _)| widths::width(name) * 7 / 6 + widths::PADDING).max();
    let left = widest.unwrap_or_default().clamp(TEXT_WIDTH / 6, TEXT_WIDTH / 3);
    let right = TEXT_WIDTH - left;
    let rows = facts.iter().map(|(name, text)| {
        let cell = |paragraph: Paragraph, width: usize| {
            roomy(TableCell::new().add_paragraph(paragraph).width(width, WidthType::Dxa), 0, 0)
        };
        let name = cell(words(styles::FACT_NAME, name), left);
        TableRow::new(vec![name, cell(paragraph(styles::FACT, text), right)]).cant_split()
    });
    framed(rows.collect(), vec![left, right])
}
