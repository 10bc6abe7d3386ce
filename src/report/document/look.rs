//! How a document looks: one accent colour and a logo.

use std::sync::Arc;

use crate::model::colour::Colour;
use crate::model::disk::LogoState;
use crate::model::presentation::Presentation;

/// The look of a document.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// The colour of headings, rules and charts.
    pub(crate) accent: Colour,
    /// The logo on the cover.
    pub(crate) logo: Option<Logo>,
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
    /// Takes the look that an agency wants; a logo that can't be used is left out.
    pub(crate) fn of(presentation: &Presentation, logo: Option<&LogoState>) -> Self {
        let accent = presentation.accent.as_ref().map(|accent| accent.value);
        let logo = match logo {
            Some(LogoState::Png(bytes)) => Some(Logo::Png(Arc::clone(bytes))),
            Some(LogoState::Svg(text)) => Some(Logo::Svg(Arc::clone(text))),
            _ => None,
        };
        Self { accent: accent.unwrap_or(Self::default().accent), logo }
    }
}

impl Default for Look {
    fn default() -> Self {
        Self { accent: Colour([0x1f, 0x4e, 0x79]), logo: None }
    }
}
