//! The fonts that come with the tool, so that no document depends on what a machine has installed.
//!
//! Lato by tyPoland Lukasz Dziedzic (SIL Open Font License 1.1); DejaVu Sans for characters that Lato lacks (Bitstream
//! Vera licence). The licences stand beside the files.

/// The name of the family that documents are set in.
pub(crate) const FAMILY: &str = "Lato";
/// The name of the family for characters that the first one lacks.
pub(crate) const FALLBACK_FAMILY: &str = "DejaVu Sans";

/// Lato, upright.
pub(crate) static REGULAR: &[u8] = include_bytes!("Lato-Regular.ttf");
/// Lato, bold.
pub(crate) static BOLD: &[u8] = include_bytes!("Lato-Bold.ttf");
/// Lato, italic.
pub(crate) static ITALIC: &[u8] = include_bytes!("Lato-Italic.ttf");
/// DejaVu Sans.
pub(crate) static FALLBACK: &[u8] = include_bytes!("DejaVuSans.ttf");
