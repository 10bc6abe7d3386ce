//! Places to sign: two side by side, never torn apart.

use docx_rs::{Paragraph, Table, TableCell, TableRow, WidthType};

use crate::paper::document::block::Signatory;
use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::styles::{SIGNATURE, SIGNATURE_NAME};
use crate::paper::docx::table::{framed, roomy};
use crate::paper::docx::text::words;

const HALF: usize = TEXT_WIDTH / 2;
/// Where a name is written by hand.
const DOTS: &str = "........................................";

/// Makes the places to sign; who signs alone in a row signs at the right, below place and date.
///
/// Offices and names have rows of their own, so that names stand side by side however long the offices are.
pub(super) fn signatures(place: &str, signatories: &[Signatory]) -> Table {
    let mut rows = vec![row(empty(), cell(vec![words(SIGNATURE, place)]))];
    for pair in signatories.chunks(2) {
        let (left, right) = match pair {
            [left, right] => (Some(left), right),
            [alone] => (None, alone),
            _ => continue,
        };
        rows.push(row(left.map_or_else(empty, office), office(right)));
        rows.push(row(left.map_or_else(empty, name), name(right)));
    }
    framed(rows, vec![HALF, HALF])
}

fn office(signatory: &Signatory) -> TableCell {
    cell(vec![words(SIGNATURE, &signatory.office)])
}

fn name(signatory: &Signatory) -> TableCell {
    let name = if signatory.name.is_empty() { DOTS } else { &signatory.name };
    // A row of names and the next one are set apart by the line below the number.
    cell(vec![words(SIGNATURE_NAME, name), words(SIGNATURE, &format!("{}\n", signatory.number))])
}

fn row(left: TableCell, right: TableCell) -> TableRow {
    TableRow::new(vec![left, right]).cant_split()
}

fn empty() -> TableCell {
    cell(vec![words(SIGNATURE, "")])
}

fn cell(lines: Vec<Paragraph>) -> TableCell {
    let cell = lines.into_iter().fold(TableCell::new().width(HALF, WidthType::Dxa), TableCell::add_paragraph);
    roomy(cell, 0, 0)
}
