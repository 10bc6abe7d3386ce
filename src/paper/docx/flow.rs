//! The body as it grows: paragraphs and tables, one below the other.

use maud::{Markup, Render};

use crate::paper::docx::grid::Grid;
use crate::paper::docx::paragraph::Paragraph;
use crate::paper::docx::styles::SPACER;

/// What is written so far.
pub(super) struct Flow {
    xml: String,
    /// Whether nothing stands in it yet.
    empty: bool,
    /// Whether the next paragraph begins a page.
    new_page: bool,
}

impl Flow {
    /// Goes on below what is written already.
    pub(super) fn below(xml: String) -> Self {
        Self { xml, empty: true, new_page: false }
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: Paragraph) {
        paragraph.beginning_page(self.new_page).render_to(&mut self.xml);
        (self.empty, self.new_page) = (false, false);
    }

    /// Adds paragraphs.
    pub(super) fn paragraphs(&mut self, paragraphs: impl IntoIterator<Item = Paragraph>) {
        paragraphs.into_iter().for_each(|paragraph| self.paragraph(paragraph));
    }

    /// Adds a table. Two in a row would become one, and a page can't begin with one: a low paragraph stands between.
    pub(super) fn table(&mut self, grid: Grid<impl IntoIterator<Item = Markup>>) {
        if self.new_page {
            self.paragraph(Paragraph::new(SPACER));
        }
        grid.write(&mut self.xml);
        self.paragraph(Paragraph::new(SPACER));
    }

    /// Makes what follows begin a page.
    pub(super) fn begin_page(&mut self) {
        self.new_page = true;
    }

    /// Makes what follows begin a page, unless it is the first.
    pub(super) fn begin_further_page(&mut self) {
        self.new_page = !self.empty;
    }

    /// Ends the body with what stands below everything.
    pub(super) fn finish(mut self, end: &str) -> String {
        self.xml.push_str(end);
        self.xml
    }
}

#[cfg(test)]
mod tests {
    use super::Flow;
    use crate::paper::docx::grid::{Grid, GridCell, row};
    use crate::paper::docx::paragraph::Paragraph;

    fn table() -> Grid<[maud::Markup; 1]> {
        Grid { widths: vec![9], rows: [row([GridCell::new(9).with(&Paragraph::new("Fact"))])] }
    }

    #[test]
    fn tables_never_touch_and_never_begin_a_page() {
        let mut flow = Flow::below(String::new());
        flow.begin_page();
        flow.table(table());
        flow.table(table());
        let xml = flow.finish("");
        assert!(!xml.contains("</w:tbl><w:tbl>"), "{xml}");
        let page = xml.find("<w:pageBreakBefore>").expect("a new page");
        assert!(page < xml.find("<w:tbl>").expect("a table"), "{xml}");
    }

    #[test]
    fn only_a_page_that_follows_another_is_begun() {
        let mut flow = Flow::below(String::new());
        flow.begin_further_page();
        flow.paragraph(Paragraph::new("Title"));
        flow.begin_further_page();
        flow.paragraph(Paragraph::new("Title"));
        assert_eq!(flow.finish("").matches("<w:pageBreakBefore>").count(), 1);
    }
}
