//! The ids of the styles, by which paragraphs and runs name them, and the colours that styles and tables share.

use crate::paper::document::tone::Tone;
use crate::text::colour::Colour;

/// The title on the cover.
pub(super) const TITLE: &str = "Title";
/// What stands below the title, ruled off from the rest of the cover.
pub(super) const SUBTITLE: &str = "Subtitle";
/// The agency on the cover.
pub(super) const COVER_AGENCY: &str = "CoverAgency";
/// The further lines of the cover: year, instrument.
pub(super) const COVER_LINE: &str = "CoverLine";
/// The title of the contents: it looks like a chapter's, but is no entry of them.
pub(super) const CONTENTS_TITLE: &str = "TOCHeading";
/// An entry of the contents.
pub(super) const CONTENTS: &str = "TOC1";
/// Headings, by their level: chapters, sections, and parts of these.
pub(super) const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
/// A paragraph of running text.
pub(super) const BODY: &str = "BodyText";
/// What stands above a table or a chart, on the same page.
pub(super) const CAPTION: &str = "Caption";
/// A paragraph that holds nothing but a picture.
pub(super) const PICTURE: &str = "Picture";
/// An item of a list with marks.
pub(super) const LIST_BULLET: &str = "ListBullet";
/// An item of a list with numbers.
pub(super) const LIST_NUMBER: &str = "ListNumber";
/// A cell of a row among many.
pub(super) const TABLE_TEXT: &str = "TableText";
/// A cell of the heading row: white, for it stands on the accent colour.
pub(super) const TABLE_HEAD: &str = "TableHead";
/// A cell of a row that begins a group or sums it up.
pub(super) const TABLE_GROUP: &str = "TableGroup";
/// A cell of a row that says more about the one above it: smaller and paler.
pub(super) const TABLE_DETAIL: &str = "TableDetail";
/// The words of a notice, in their box.
pub(super) const NOTICE: &str = "Notice";
/// What a name stands for, among facts; and who writes a letter, at its head.
pub(super) const FACT: &str = "Fact";
/// The agency at the head of a letter.
pub(super) const LETTERHEAD: &str = "Letterhead";
/// A name among facts, paler than what it stands for.
pub(super) const FACT_NAME: &str = "FactName";
/// The name above a figure; the gaps between boxes are set in it too.
pub(super) const FIGURE_NAME: &str = "FigureName";
/// A figure that matters, larger than all but the title on the cover.
pub(super) const FIGURE_VALUE: &str = "FigureValue";
/// What a figure means, below it.
pub(super) const FIGURE_REMARK: &str = "FigureRemark";
/// A place to sign but for the name: place and date, office, number.
pub(super) const SIGNATURE: &str = "Signature";
/// The name of who signs, with room above it for a hand.
pub(super) const SIGNATURE_NAME: &str = "SignatureName";
/// The foot of the pages.
pub(super) const FOOTER: &str = "Footer";
/// A low paragraph where Word wants one: below a table or the contents, and above a table that begins a page.
pub(super) const SPACER: &str = "Spacer";

/// Strong words, in bold.
pub(super) const STRONG: &str = "Strong";
/// Foreign words and titles, in italics.
pub(super) const EMPHASIS: &str = "Emphasis";
/// Words that only help to read, in a paler ink.
pub(super) const QUIET: &str = "Quiet";
/// Ids and digests, letter by letter.
pub(super) const CODE: &str = "Code";
/// The words of a link, underlined in the accent colour.
pub(super) const LINK: &str = "Hyperlink";
/// What is reached: bold too, for not everybody sees the colour.
pub(super) const GOOD: &str = "Good";
/// What wants attention: bold too, for not everybody sees the colour.
pub(super) const ATTENTION: &str = "Attention";

/// What is reached; 6.3 : 1 on white.
pub(super) const GOOD_INK: Colour = Colour([0x1b, 0x6e, 0x3c]);
/// What wants attention; 6.8 : 1 on white.
pub(super) const ATTENTION_INK: Colour = Colour([0x9a, 0x3f, 0x00]);

/// Returns the character style for how something stands.
pub(super) fn of_tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some(GOOD),
        Tone::Attention => Some(ATTENTION),
    }
}

/// Returns the colour for how something stands.
pub(super) fn colour_of(tone: Tone, accent: Colour) -> Colour {
    match tone {
        Tone::Plain => accent,
        Tone::Good => GOOD_INK,
        Tone::Attention => ATTENTION_INK,
    }
}

/// Writes a colour as Word reads it.
pub(super) fn hex(colour: Colour) -> String {
    colour.to_string().replace('#', "")
}
