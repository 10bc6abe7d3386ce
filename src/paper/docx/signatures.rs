//! Places to sign: two side by side, never torn apart.

use maud::Markup;

use crate::paper::document::block::SignatureLine;
use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::grid::{Grid, GridCell, row};
use crate::paper::docx::styles::{SIGNATURE, SIGNATURE_NAME};
use crate::paper::docx::text::words;

/// The width of a place to sign, in twips: two share the width of the text.
const HALF: usize = TEXT_WIDTH / 2;
/// Where a name is written by hand.
const DOTS: &str = "........................................";

/// Makes the places to sign; who signs alone in a row signs at the right, below place and date.
///
/// Offices and names have rows of their own, so that names stand side by side however long the offices are.
pub(super) fn signatures(place: &str, lines: &[SignatureLine], tags: &[String], copies: &str) -> Grid<Vec<Markup>> {
    let mut rows = Vec::new();
    if !place.is_empty() {
        rows.push(row([empty(), cell().with(&words(SIGNATURE, place))]));
    }
    let mut tags = tags.iter();
    for (at, pair) in lines.chunks(2).enumerate() {
        let further = lines.len() > 2 * (at + 1);
        let (left, right) = match pair {
            [left, right] => (Some(left), right),
            [alone] => (None, alone),
            _ => continue,
        };
        let left_office = left.map_or_else(empty, |left| office(left, tags.next()));
        rows.push(row([left_office, office(right, tags.next())]));
        let beside = || if further { empty() } else { cell().with(&words(SIGNATURE, copies)) };
        rows.push(row([left.map_or_else(beside, |left| name(left, further)), name(right, further)]));
    }
    if lines.len().is_multiple_of(2) && !copies.is_empty() {
        // They stand below a number, from which a line sets them apart.
        rows.push(row([cell().with(&words(SIGNATURE, &format!("\n{copies}"))), empty()]));
    }
    Grid { widths: vec![HALF, HALF], rows }
}

/// Sets in whose name or as what somebody signs, and below it the tag of an electronic signature where there is one.
fn office(line: &SignatureLine, tag: Option<&String>) -> GridCell {
    let office = cell().with(&words(SIGNATURE, &line.office));
    match tag {
        Some(tag) => office.with(&words(SIGNATURE, &format!("\n{tag}"))),
        None => office,
    }
}

/// Sets a name, or dots where it is written by hand, and the number below it.
fn name(line: &SignatureLine, further: bool) -> GridCell {
    let name = if line.name.is_empty() { DOTS } else { &line.name };
    let number = &line.number;
    let cell = cell().with(&words(SIGNATURE_NAME, name));
    match (number.is_empty(), further) {
        // A row of names and the next one are set apart by the line below the number.
        (_, true) => cell.with(&words(SIGNATURE, &format!("{number}\n"))),
        (false, false) => cell.with(&words(SIGNATURE, number)),
        (true, false) => cell,
    }
}

/// Returns a cell without words, at the left of the place and of who signs alone: a cell must have a paragraph.
fn empty() -> GridCell {
    cell().with(&words(SIGNATURE, ""))
}

/// Begins a cell without room around its words, so that they begin where the text does.
fn cell() -> GridCell {
    GridCell::new(HALF).with_room(0, 0)
}

#[cfg(test)]
mod tests {
    use super::{DOTS, signatures};
    use crate::paper::document::block::SignatureLine;

    fn line(office: &str, name: &str) -> SignatureLine {
        SignatureLine { office: office.to_owned(), name: name.to_owned(), number: "NIP 1".to_owned() }
    }

    #[test]
    fn who_signs_third_signs_at_the_right() {
        let lines = [line("Ketua", "A"), line("Sekretaris", "B"), line("Anggota", "C")];
        let rows = signatures("Contoh, 2018", &lines, &[], "").rows;
        assert_eq!(rows.len(), 5, "the place, and two rows for each pair");
        let last = &rows[4].0;
        let right = last.rfind("<w:tc>").expect("a cell");
        assert!(last.find(">C<").is_some_and(|name| name > right), "{last}");
    }

    #[test]
    fn each_place_to_sign_has_its_tag() {
        let tags = ["#".to_owned(), "^".to_owned()];
        let rows = signatures("Contoh", &[line("Ketua", "A"), line("Sekretaris", "B")], &tags, "").rows;
        assert!(rows[1].0.find(">#<").is_some_and(|first| rows[1].0.find(">^<") > Some(first)), "{}", rows[1].0);
    }

    #[test]
    fn a_name_that_is_not_known_is_written_by_hand() {
        assert!(signatures("Contoh", &[line("Ketua", "")], &[], "").rows[2].0.contains(DOTS));
    }
}
