//! Places to sign: two side by side, never torn apart.

use docx_rs::{Paragraph, Table, TableCell, TableRow, WidthType};

use crate::report::document::block::Signatory;
use crate::report::docx::TEXT_WIDTH;
use crate::report::docx::styles::{SIGNATURE, SIGNATURE_NAME};
use crate::report::docx::table::{framed, roomy};
use crate::report::docx::text::words;

const HALF: usize = TEXT_WIDTH / 2;
/// Where a name is written by hand.
const DOTS: &str = "........................................";

/// Makes the places to sign; who signs alone in a row signs at the right, below place and date.
pub(super) fn signatures(place: &str, signatories: &[Signatory]) -> Table {
    let mut rows = vec![row(empty(), cell(vec![words(SIGNATURE, place)]))];
    for pair in signatories.chunks(2) {
        rows.push(match pair {
            [left, right] => row(signatory(left), signatory(right)),
            [alone] => row(empty(), signatory(alone)),
            _ => continue,
        });
    }
    framed(rows, vec![HALF, HALF])
}

fn signatory(signatory: &Signatory) -> TableCell {
    let name = if signatory.name.is_empty() { DOTS } else { &signatory.name };
    let mut lines = vec![words(SIGNATURE, &signatory.office), words(SIGNATURE_NAME, name)];
    // A row of names and the next one are set apart by the line below the name.
    lines.push(words(SIGNATURE, &format!("{}\n", signatory.number)));
    cell(lines)
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
