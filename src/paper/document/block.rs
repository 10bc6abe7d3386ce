//! The parts that documents are made of.

use crate::paper::document::chart::Chart;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::paper::document::tone::Tone;

/// One part of a document.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// The cover, a page of its own on paper.
    Cover(Cover),
    /// The head of a letter, with a line below.
    Letterhead(Letterhead),
    /// The table of contents: the chapters of the document.
    Contents {
        /// What stands above it.
        title: String,
    },
    /// A heading: 1 for a chapter, 2 for a section, 3 for a part of it. No level is skipped.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph; a line break within it is kept.
    Paragraph(Text),
    /// A text that is copied as it stands, such as one for a chat; line breaks are kept.
    Message(Text),
    /// A list with a mark before each item.
    List(Vec<Text>),
    /// A list with a number before each item, from 1.
    Numbered(Vec<Text>),
    /// A few figures that matter most, side by side.
    Figures(Vec<Figure>),
    /// Names and what they stand for, in two columns: the head of a letter, the members of a decree.
    Facts(Vec<(String, Text)>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// Something that must not be overlooked, set off from the text.
    Notice {
        /// What sort it is.
        tone: Tone,
        /// What it says.
        text: Text,
    },
    /// Places to sign, side by side, all on one page.
    Signatures {
        /// Place and date, with dots to be filled in by hand.
        place: String,
        /// Who signs.
        signatories: Vec<SignatureLine>,
        /// What stands below, at the left: who gets a copy of a letter.
        copies: String,
    },
    /// What follows begins on a new page.
    PageBreak,
}

impl Block {
    /// Tells whether it is what the paragraph before it speaks of, and must not begin on another page.
    pub(crate) fn is_led_to(&self) -> bool {
        matches!(self, Self::Table(_) | Self::Chart(_) | Self::List(_) | Self::Numbered(_) | Self::Signatures { .. })
    }
}

/// What stands on a cover.
#[derive(Clone, Debug)]
pub(crate) struct Cover {
    /// The title: the document's only heading of its kind.
    pub(crate) title: String,
    /// What it is about, below the title.
    pub(crate) subtitle: String,
    /// The agency.
    pub(crate) agency: String,
    /// Further lines: year, instrument.
    pub(crate) lines: Vec<String>,
}

/// The head of a letter, beside the logo.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letterhead {
    /// What the agency or unit belongs to, above its name; empty where nothing stands there.
    pub(crate) parent: String,
    /// The agency or unit that writes.
    pub(crate) name: String,
    /// Further lines: who writes for it, address, telephone, e-mail.
    pub(crate) below: Vec<String>,
}

#[cfg(test)]
impl Letterhead {
    /// Returns its lines from the first to the last.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        let parent = (!self.parent.is_empty()).then_some(self.parent.as_str());
        parent.into_iter().chain([self.name.as_str()]).chain(self.below.iter().map(String::as_str))
    }
}

/// A figure that matters, large, with its name above and a remark below.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// What it is.
    pub(crate) label: String,
    /// The figure.
    pub(crate) value: String,
    /// What it means.
    pub(crate) remark: String,
    /// How it stands.
    pub(crate) tone: Tone,
}

/// Somebody who signs.
#[derive(Clone, Debug)]
pub(crate) struct SignatureLine {
    /// In whose name or as what: `Koordinator SPBE`.
    pub(crate) office: String,
    /// The name; empty where it is written by hand.
    pub(crate) name: String,
    /// The line below the name: rank or registry number (NIP).
    pub(crate) number: String,
}
