//! How a document looks: one accent colour and a logo.

use std::sync::Arc;

use crate::text::colour::Colour;

/// The look of a document.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// The colour of headings, rules and charts.
    pub(crate) accent: Colour,
    /// The logo on the cover.
    pub(crate) logo: Option<Logo>,
    /// What a program for electronic signatures looks for, one for each place to sign of a block.
    pub(crate) signature_tags: Vec<String>,
}

/// A picture of the agency.
#[derive(Clone, Debug)]
pub(crate) enum Logo {
    /// A PNG file, which is known to begin as one.
    Png(Arc<[u8]>),
    /// An SVG drawing. It comes from a user: it is shown as a picture and never becomes part of a page.
    Svg(Arc<str>),
}

impl Look {
    /// Takes what an agency wants; the accent that it does not name is the usual one.
    pub(crate) fn new(accent: Option<Colour>, logo: Option<Logo>) -> Self {
        Self { accent: accent.unwrap_or(Self::default().accent), logo, ..Self::default() }
    }
}

impl Default for Look {
    fn default() -> Self {
        Self { accent: Colour([0x1f, 0x4e, 0x79]), logo: None, signature_tags: Vec::new() }
    }
}
