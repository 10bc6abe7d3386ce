//! What is known once all pages are: the foot of each page and the numbers in the contents.

use crate::bilingual;
use crate::paper::document::table::Align;
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::contents::NUMBERS;
use crate::paper::pdf::flow::Pages;
use crate::paper::pdf::paragraph::Setting;
use crate::paper::pdf::piece::{Piece, Placed};
use crate::paper::pdf::sheet::{FOOT, SheetColours, TEXT_WIDTH, TOP};
use crate::text::wrap::shortened;

/// The room for the number of the page.
const NUMBER: f32 = 130.0;

/// Puts the foot on every page but the cover, and numbers into the contents.
pub(crate) fn furnish(composer: &mut Composer, pages: &mut Pages, footer: &str) {
    let count = pages.pages.len();
    let headings = &pages.headings;
    let footer = on_one_line(composer, footer, TEXT_WIDTH - NUMBER - 12.0);
    for (at, page) in pages.pages.iter_mut().enumerate() {
        for placed in &mut page.pieces {
            if let Piece::PageOf { heading, setting } = placed.piece {
                let number = headings.get(&heading).map_or_else(String::new, |place| (place.page + 1).to_string());
                placed.piece = line(composer, &number, setting, NUMBERS);
            }
        }
        if !page.cover {
            page.pieces.extend(foot(composer, footer.clone(), at + 1, count));
        }
    }
}

/// Sets what stands at the foot of all pages; the foot has room for one line, and what is cut ends in an ellipsis.
fn on_one_line(composer: &mut Composer, text: &str, width: f32) -> Piece {
    let setting = small(composer);
    let text = shortened(text.trim_end(), width, |text| composer.unbroken(&text.into(), setting).widest);
    line(composer, &text, setting, width)
}

/// Sets the foot of a page below a thin rule; it belongs to no part, so that a screen reader passes over it.
fn foot(composer: &mut Composer, footer: Piece, number: usize, count: usize) -> Vec<Placed> {
    let number = bilingual!("halaman {number} dari {count}", "page {number} of {count}");
    let setting = small(composer).align(Align::End);
    let number = line(composer, number.get(composer.language), setting, NUMBER);
    let rule = Piece::Fill { size: (TEXT_WIDTH, 0.5), colour: SheetColours::HAIRLINE };
    let y = FOOT - TOP;
    let placed = |x, y, piece| Placed { x, y, piece, owner: None };
    vec![placed(0.0, y - 6.0, rule), placed(0.0, y, footer), placed(TEXT_WIDTH - NUMBER, y, number)]
}

/// Returns how the foot is set: small and quiet.
fn small(composer: &Composer) -> Setting {
    composer.setting(8.0, 11.0).colour(SheetColours::QUIET)
}

/// Sets words that are known only once all pages are, within a width.
fn line(composer: &mut Composer, text: &str, setting: Setting, width: f32) -> Piece {
    let paragraph = composer.set(&text.into(), setting, width);
    let lines = 0..paragraph.lines();
    Piece::Lines { paragraph, lines }
}
