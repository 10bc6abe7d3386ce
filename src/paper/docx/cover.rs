//! The cover: logo, title, what it is about, the agency.

use maud::Markup;

use crate::paper::document::block::Cover;
use crate::paper::docx::inline::paragraph as picture;
use crate::paper::docx::paragraph::Paragraph;
use crate::paper::docx::styles;
use crate::paper::docx::text::words;

/// The room above the title, in twips: with a logo and without one.
const ABOVE_TITLE: [u32; 2] = [2800, 4400];

/// Makes the paragraphs of a cover.
pub(super) fn cover(cover: &Cover, logo: Option<Markup>) -> Vec<Paragraph> {
    let above = ABOVE_TITLE[usize::from(logo.is_none())];
    let mut lines: Vec<Paragraph> = logo.map(picture).into_iter().collect();
    lines.push(words(styles::TITLE, &cover.title).below_room(above));
    lines.push(words(styles::SUBTITLE, &cover.subtitle));
    lines.push(words(styles::COVER_AGENCY, &cover.agency));
    lines.extend(cover.lines.iter().map(|line| words(styles::COVER_LINE, line)));
    lines
}
