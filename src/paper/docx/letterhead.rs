//! The head of a letter: the logo beside the agency and who writes for it, above a line.

use maud::Markup;

use crate::paper::document::block::Letterhead;
use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::grid::{Grid, GridCell, row};
use crate::paper::docx::inline::paragraph as picture;
use crate::paper::docx::styles;
use crate::paper::docx::text::words;
use crate::text::colour::Colour;

/// Makes the head of a letter.
pub(super) fn letterhead(head: &Letterhead, logo: Option<Markup>, accent: Colour) -> Grid<[Markup; 1]> {
    let left = if logo.is_some() { TEXT_WIDTH / 5 } else { 0 };
    let right = TEXT_WIDTH - left;
    let cell = |width: usize| GridCell::new(width).with_room(80, 0).ruled_below(16, accent);
    let mut names = cell(right);
    if !head.parent.is_empty() {
        names = names.with(&words(styles::FACT, &head.parent));
    }
    names = names.with(&words(styles::LETTERHEAD, &head.name));
    for line in &head.below {
        names = names.with(&words(styles::FACT, line));
    }
    match logo {
        Some(logo) => Grid { widths: vec![left, right], rows: [row([cell(left).with(&picture(logo)), names])] },
        None => Grid { widths: vec![right], rows: [row([names])] },
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::letterhead;
    use crate::paper::document::block::Letterhead;
    use crate::paper::docx::TEXT_WIDTH;
    use crate::text::colour::Colour;

    #[test]
    fn the_names_fill_the_line_with_a_logo_and_without_one() {
        for logo in [None, Some(html! { w:r {} })] {
            let below = vec!["Tim Evaluator".to_owned()];
            let head = Letterhead { parent: String::new(), name: "Pemerintah <Contoh>".to_owned(), below };
            let head = letterhead(&head, logo, Colour([0, 0, 0]));
            assert_eq!(head.widths.iter().sum::<usize>(), TEXT_WIDTH);
            let row = &head.rows[0].0;
            assert_eq!(row.matches("<w:tc>").count(), head.widths.len(), "{row}");
            assert!(row.contains("Pemerintah &lt;Contoh&gt;") && row.contains("Tim Evaluator"), "{row}");
        }
    }
}
