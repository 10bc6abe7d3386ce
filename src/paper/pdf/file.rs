//! The file: pages, bookmarks, properties and structure.

use std::collections::BTreeMap;

use krilla::Document as Pdf;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::error::KrillaResult;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;

use crate::paper::document::Document;
use crate::paper::pdf::flow::{HeadingPlace, Pages, PdfPage};
use crate::paper::pdf::paint::{Painter, destination};
use crate::paper::pdf::sheet::{HEIGHT, WIDTH};
use crate::paper::pdf::structure::Structure;

/// What a file is tried with.
#[derive(Clone, Copy)]
pub(crate) struct Attempt {
    /// Say that it follows PDF/UA-1, which screen readers rely on, and be held to it.
    pub(crate) accessible: bool,
    /// Show pictures that come from users.
    pub(crate) pictures: bool,
}

impl Attempt {
    /// What is tried, the best first: a character that is in no font keeps a file from following PDF/UA-1, and a broken
    /// picture is left out. The last can't fail.
    pub(crate) const ALL: [Self; 4] = [
        Self { accessible: true, pictures: true },
        Self { accessible: false, pictures: true },
        Self { accessible: true, pictures: false },
        Self { accessible: false, pictures: false },
    ];
}

/// Writes the file; each page is dropped once it was painted, and the parts once they were told.
pub(crate) fn write(
    document: &Document,
    pages: Pages,
    mut structure: Structure,
    attempt: Attempt,
) -> KrillaResult<Vec<u8>> {
    let settings =
        SerializeSettings { configuration: configuration(attempt.accessible), ..SerializeSettings::default() };
    let mut file = Pdf::new_with(settings);
    let Pages { pages, headings } = pages;
    for (number, page) in pages.into_iter().enumerate() {
        paint(&mut file, &headings, number, &page, &mut structure, attempt.pictures);
    }
    file.set_outline(outline(document, &headings));
    file.set_tag_tree(structure.into_tree(document.language));
    // No date: the same document is the same file.
    let metadata = Metadata::new()
        .title(document.title.clone())
        .authors(Some(document.author.clone()).into_iter().filter(|author| !author.is_empty()).collect())
        .language(document.language.code().to_owned())
        .creator("spbe".to_owned());
    file.set_metadata(metadata);
    file.finish()
}

/// Returns what the file is held to while it is written: PDF/UA-1, or no more than PDF itself.
fn configuration(accessible: bool) -> Configuration {
    if !accessible {
        return Configuration::default();
    }
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    builder.finish().expect("PDF/UA-1 goes with the newest version that it knows")
}

/// Paints a page; its links follow once the surface is done, for the page takes none before.
fn paint(
    file: &mut Pdf,
    headings: &BTreeMap<usize, HeadingPlace>,
    number: usize,
    page: &PdfPage,
    structure: &mut Structure,
    pictures: bool,
) {
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).expect("A4 has a size");
    let mut sheet = file.start_page_with(settings);
    let mut surface = sheet.surface();
    let place = |heading: usize| headings.get(&heading).copied();
    let mut painter = Painter { surface: &mut surface, structure, page: number, place: &place, hotspots: Vec::new() };
    painter.paint(page, pictures);
    let hotspots = painter.hotspots;
    surface.finish();
    for hotspot in hotspots {
        let content = sheet.add_tagged_annotation(hotspot.annotation);
        structure.content(hotspot.owner, content);
    }
    sheet.finish();
}

/// Makes bookmarks of the headings, each within the last one of a higher level.
fn outline(document: &Document, headings: &BTreeMap<usize, HeadingPlace>) -> Outline {
    let mut outline = Outline::new();
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    for (number, level, text) in document.headings() {
        let Some(place) = headings.get(&number) else { continue };
        close(&mut outline, &mut open, level);
        let title = if text.is_empty() { "–" } else { text };
        open.push((level, OutlineNode::new(title.to_owned(), destination(*place)).with_open(level == 1)));
    }
    close(&mut outline, &mut open, 0);
    outline
}

/// Closes the bookmarks that a heading of this level does not stand within.
fn close(outline: &mut Outline, open: &mut Vec<(u8, OutlineNode)>, level: u8) {
    while open.last().is_some_and(|(last, _)| *last >= level) {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => outline.push_child(node),
        }
    }
}
