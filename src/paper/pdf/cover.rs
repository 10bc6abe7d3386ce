//! The cover: the logo, the title on a field of the accent, and below it whom and what it is about.

use krilla::tagging::Tag;

use crate::paper::document::block::Cover;
use crate::paper::document::look::Logo;
use crate::paper::document::span::Text;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::paragraph::Setting;
use crate::paper::pdf::picture::picture;
use crate::paper::pdf::piece::{Item, Piece, Placed, Slab};
use crate::paper::pdf::sheet::{LEFT, SheetColours, TEXT_WIDTH, WIDTH};
use crate::paper::pdf::structure::TagNode;

/// The highest that a logo is shown.
const LOGO_HEIGHT: f32 = 90.0;
/// The widest that a logo is shown.
const LOGO_WIDTH: f32 = 260.0;
/// From the top of the text to the field of the title.
const ABOVE_TITLE: f32 = 176.0;
/// The height of the paler edge below the field of the title.
const EDGE: f32 = 5.0;

/// Sets the cover on a page of its own.
pub(crate) fn cover(composer: &mut Composer, cover: &Cover, logo: Option<&Logo>) -> Vec<Item> {
    let mut slabs = vec![head(logo)];
    let white = SheetColours::WHITE;
    let title = composer.setting(31.0, 38.0).strong().colour(white);
    let subtitle = composer.setting(15.0, 21.0).colour(composer.colours.accent.tint(12));
    let of_title = composer.structure.root(Tag::Title);
    slabs.extend(field(composer, &cover.title, title, of_title, (46.0, 4.0)));
    let of_subtitle = composer.structure.root(Tag::P);
    slabs.extend(field(composer, &cover.subtitle, subtitle, of_subtitle, (6.0, 46.0)));
    let edge = Piece::Fill { size: (WIDTH, EDGE), colour: composer.colours.accent.tint(40) };
    let pieces = vec![Placed { x: -LEFT, y: 0.0, piece: edge, owner: None }];
    slabs.push(Slab { height: EDGE, pieces, ..Slab::default() });
    let agency = composer.setting(15.0, 20.0).strong();
    slabs.extend(line(composer, &cover.agency, agency, 36.0));
    for text in &cover.lines {
        let setting = composer.setting(11.0, 16.0).colour(SheetColours::QUIET);
        slabs.extend(line(composer, text, setting, 4.0));
    }
    for slab in &mut slabs {
        slab.cover = true;
    }
    std::iter::once(Item::Break).chain(slabs.into_iter().map(Item::Slab)).chain([Item::Break]).collect()
}

/// Returns the room above the title, with the logo.
fn head(logo: Option<&Logo>) -> Slab {
    let mut slab = Slab { height: ABOVE_TITLE, ..Slab::default() };
    slab.pieces.extend(logo.and_then(|logo| shown(logo, (LOGO_WIDTH, LOGO_HEIGHT))).map(|(placed, _)| placed));
    slab
}

/// Returns a logo as large as its room allows, at the upper left, with its width; none if it is broken.
///
/// The agency's name is on the page in words: the logo says nothing more to those who don't see it.
pub(crate) fn shown(logo: &Logo, room: (f32, f32)) -> Option<(Placed, f32)> {
    let image = picture(logo, room)?;
    let (width, height) = image.size();
    let scale = (room.0 / width as f32).min(room.1 / height as f32);
    let size = (width as f32 * scale, height as f32 * scale);
    Some((Placed { x: 0.0, y: 0.0, piece: Piece::Picture { image, size }, owner: None }, size.0))
}

/// Sets words on the field of the accent, which reaches from edge to edge.
fn field(composer: &mut Composer, text: &str, setting: Setting, owner: TagNode, room: (f32, f32)) -> Vec<Slab> {
    let paragraph = composer.set(&Text::from(text), setting, TEXT_WIDTH);
    let colour = composer.colours.accent;
    let ground = Ground { x: -LEFT, width: WIDTH, colour, reach: Reach::Whole };
    let cells = vec![BandCell::new(0.0, paragraph, Some(owner))];
    Band { cells, grounds: vec![ground], top: room.0, bottom: room.1 }.lines()
}

/// Sets a line below the field of the title; to a screen reader it is a paragraph of its own.
fn line(composer: &mut Composer, text: &str, setting: Setting, above: f32) -> Vec<Slab> {
    let node = composer.structure.root(Tag::P);
    let paragraph = composer.set(&Text::from(text), setting, TEXT_WIDTH);
    Band { cells: vec![BandCell::new(0.0, paragraph, Some(node))], top: above, ..Band::default() }.lines()
}
