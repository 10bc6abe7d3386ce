//! Slabs to pages.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::paper::pdf::piece::{Item, Placed, Slab};
use crate::paper::pdf::sheet::BODY;

/// How much rounding may put a slab over the edge.
const ROUNDING: f32 = 0.01;

/// A page, with its pieces placed from the upper left corner of the text.
#[derive(Clone, Default)]
pub(crate) struct PdfPage {
    /// What stands on it.
    pub(crate) pieces: Vec<Placed>,
    /// It is the cover or goes on with it: no footer.
    pub(crate) cover: bool,
}

/// Where a heading stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct HeadingPlace {
    /// Its page, from 0.
    pub(crate) page: usize,
    /// Its top, from the top of the text.
    pub(crate) y: f32,
}

/// All pages, and where each heading stands, by its number among the blocks.
#[derive(Clone, Default)]
pub(crate) struct Pages {
    /// The pages.
    pub(crate) pages: Vec<PdfPage>,
    /// The headings.
    pub(crate) headings: BTreeMap<usize, HeadingPlace>,
}

/// Fills pages; there is at least one.
pub(crate) fn fill(items: Vec<Item>) -> Pages {
    let mut flow = Flow { pages: vec![PdfPage::default()], ..Flow::default() };
    let mut chain = Vec::new();
    for item in items {
        match item {
            Item::Slab(slab) => {
                let open = slab.keep;
                chain.push(slab);
                if !open {
                    flow.chain(std::mem::take(&mut chain));
                }
            }
            Item::Break => {
                flow.chain(std::mem::take(&mut chain));
                if flow.used {
                    flow.turn();
                }
            }
        }
    }
    flow.chain(chain);
    flow.finish()
}

/// The pages so far, and how far the last one is filled.
#[derive(Default)]
struct Flow {
    pages: Vec<PdfPage>,
    headings: BTreeMap<usize, HeadingPlace>,
    /// How far the page is filled.
    y: f32,
    /// The room that the last slab wants below it.
    after: f32,
    /// Something stands on the page.
    used: bool,
}

impl Flow {
    /// Places slabs that belong together; on a new page, if that is what it takes and if a page can hold them.
    fn chain(&mut self, slabs: Vec<Slab>) {
        let Some(first) = slabs.first() else { return };
        let height = height(&slabs);
        let alone = height + repeated(first);
        if self.used && self.y + self.gap(first) + height > BODY + ROUNDING && alone <= BODY + ROUNDING {
            self.turn();
        }
        for slab in slabs {
            if self.used && self.y + self.gap(&slab) + slab.height > BODY + ROUNDING {
                self.turn();
            }
            self.place(slab);
        }
    }

    /// Places a slab; at the top of a page what its table repeats comes first.
    fn place(&mut self, slab: Slab) {
        if let Some(repeated) = slab.repeated.clone().filter(|_| !self.used) {
            self.paint(&repeated);
        }
        if self.used {
            self.y += self.gap(&slab);
        }
        if let Some(heading) = slab.heading {
            self.headings.insert(heading, HeadingPlace { page: self.pages.len() - 1, y: self.y });
        }
        self.paint(&slab);
    }

    /// Paints a slab where the page is filled to, without any room above it.
    fn paint(&mut self, slab: &Slab) {
        let y = self.y;
        let page = self.pages.last_mut().expect("there is always a page");
        page.cover |= slab.cover;
        page.pieces.extend(slab.pieces.iter().map(|placed| Placed { y: placed.y + y, ..placed.clone() }));
        self.y += slab.height;
        self.after = slab.after;
        self.used = true;
    }

    /// Returns the room above a slab: what it or the last one wants, whichever is more, and none at the top of a page.
    fn gap(&self, slab: &Slab) -> f32 {
        if self.used { self.after.max(slab.before) } else { 0.0 }
    }

    /// Begins a page.
    fn turn(&mut self) {
        self.pages.push(PdfPage::default());
        self.y = 0.0;
        self.after = 0.0;
        self.used = false;
    }

    /// Drops a page that was begun for nothing.
    fn finish(mut self) -> Pages {
        if !self.used && self.pages.len() > 1 {
            self.pages.pop();
        }
        Pages { pages: self.pages, headings: self.headings }
    }
}

/// Returns the height of slabs that follow one another on a page, with the room between them but none around.
fn height(slabs: &[Slab]) -> f32 {
    let gaps: f32 = slabs.windows(2).map(|pair| pair[0].after.max(pair[1].before)).sum();
    gaps + slabs.iter().map(|slab| slab.height).sum::<f32>()
}

/// Returns the height of what is repeated above a slab that begins a page.
fn repeated(slab: &Slab) -> f32 {
    slab.repeated.as_ref().map_or(0.0, |repeated: &Rc<Slab>| repeated.height)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Pages, fill};
    use crate::paper::pdf::piece::{Item, Piece, Placed, Slab};
    use crate::paper::pdf::sheet::BODY;
    use crate::text::colour::Colour;

    fn slab(height: f32) -> Slab {
        let piece = Piece::Fill { size: (1.0, height), colour: Colour([0; 3]) };
        Slab { height, pieces: vec![Placed { x: 0.0, y: 0.0, piece, owner: None }], ..Slab::default() }
    }

    /// Returns the tops of all pieces, page by page.
    fn tops(pages: &Pages) -> Vec<Vec<f32>> {
        pages.pages.iter().map(|page| page.pieces.iter().map(|placed| placed.y).collect()).collect()
    }

    #[test]
    fn the_larger_room_counts_where_slabs_meet_and_none_at_the_top() {
        let first = Slab { before: 30.0, after: 10.0, ..slab(20.0) };
        let second = Slab { before: 6.0, ..slab(20.0) };
        assert_eq!(tops(&fill(vec![Item::Slab(first), Item::Slab(second)])), [[0.0, 30.0]]);
    }

    #[test]
    fn a_heading_goes_to_the_next_page_with_what_follows() {
        let heading = Slab { keep: true, heading: Some(7), ..slab(20.0) };
        let pages = fill(vec![Item::Slab(slab(BODY - 30.0)), Item::Slab(heading), Item::Slab(slab(20.0))]);
        assert_eq!(tops(&pages), [vec![0.0], vec![0.0, 20.0]]);
        assert_eq!(pages.headings[&7].page, 1);
    }

    #[test]
    fn a_chain_longer_than_a_page_is_broken_and_nothing_is_lost() {
        let link = || Item::Slab(Slab { keep: true, ..slab(BODY / 2.0) });
        assert_eq!(tops(&fill(vec![link(), link(), link()])), [vec![0.0, BODY / 2.0], vec![0.0]]);
    }

    #[test]
    fn a_repeated_row_stands_above_what_goes_on() {
        let header = Rc::new(slab(15.0));
        let row = || Item::Slab(Slab { repeated: Some(header.clone()), ..slab(300.0) });
        assert_eq!(
            tops(&fill(vec![Item::Slab(slab(15.0)), row(), row(), row()])),
            [vec![0.0, 15.0, 315.0], vec![0.0, 15.0]]
        );
    }

    #[test]
    fn a_page_break_makes_no_empty_page() {
        let pages = fill(vec![Item::Break, Item::Slab(slab(1.0)), Item::Break, Item::Break]);
        assert_eq!(pages.pages.len(), 1);
        assert_eq!(fill(Vec::new()).pages.len(), 1);
    }
}
