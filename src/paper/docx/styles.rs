//! The ids of the styles, by which paragraphs and runs name them, and the colours that styles and tables share.

use crate::paper::document::tone::Tone;
use crate::text::colour::Colour;

pub(super) const TITLE: &str = "Title";
pub(super) const SUBTITLE: &str = "Subtitle";
pub(super) const COVER_AGENCY: &str = "CoverAgency";
pub(super) const COVER_LINE: &str = "CoverLine";
pub(super) const CONTENTS_TITLE: &str = "TOCHeading";
pub(super) const CONTENTS: &str = "TOC1";
pub(super) const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
pub(super) const BODY: &str = "BodyText";
pub(super) const CAPTION: &str = "Caption";
pub(super) const PICTURE: &str = "Picture";
pub(super) const LIST_BULLET: &str = "ListBullet";
pub(super) const LIST_NUMBER: &str = "ListNumber";
pub(super) const TABLE_TEXT: &str = "TableText";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const TABLE_GROUP: &str = "TableGroup";
pub(super) const TABLE_DETAIL: &str = "TableDetail";
pub(super) const NOTICE: &str = "Notice";
pub(super) const FACT: &str = "Fact";
pub(super) const LETTERHEAD: &str = "Letterhead";
pub(super) const FACT_NAME: &str = "FactName";
pub(super) const FIGURE_NAME: &str = "FigureName";
pub(super) const FIGURE_VALUE: &str = "FigureValue";
pub(super) const FIGURE_REMARK: &str = "FigureRemark";
pub(super) const SIGNATURE: &str = "Signature";
pub(super) const SIGNATURE_NAME: &str = "SignatureName";
pub(super) const FOOTER: &str = "Footer";
pub(super) const SPACER: &str = "Spacer";

pub(super) const STRONG: &str = "Strong";
pub(super) const EMPHASIS: &str = "Emphasis";
pub(super) const QUIET: &str = "Quiet";
pub(super) const CODE: &str = "Code";
pub(super) const LINK: &str = "Hyperlink";
pub(super) const GOOD: &str = "Good";
pub(super) const ATTENTION: &str = "Attention";

/// What is reached; 5.9 : 1 on white.
pub(super) const GOOD_INK: Colour = Colour([0x1b, 0x6e, 0x3c]);
/// What wants attention; 6.4 : 1 on white.
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
