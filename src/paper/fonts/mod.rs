//! The fonts that come with the tool, so that no document depends on what a machine has installed.
//!
//! Lato by tyPoland Lukasz Dziedzic (SIL Open Font License 1.1); DejaVu Sans for characters that Lato lacks (Bitstream
//! Vera licence). The licences stand beside the files.

pub(crate) mod coverage;
pub(crate) mod shaper;

/// The name of the family that documents are set in.
const FAMILY: &str = "Lato";
/// The name of the family for characters that the first one lacks.
const FALLBACK_FAMILY: &str = "DejaVu Sans";

/// The faces: Lato upright, bold and italic, and DejaVu Sans.
pub(crate) static FACES: [&[u8]; 4] = [
    include_bytes!("Lato-Regular.ttf"),
    include_bytes!("Lato-Bold.ttf"),
    include_bytes!("Lato-Italic.ttf"),
    include_bytes!("DejaVuSans.ttf"),
];
