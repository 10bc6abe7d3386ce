//! Pictures: drawings are painted, because not every Word shows SVG.

use crate::paper::document::chart::Chart;
use crate::paper::document::look::Logo;
use crate::paper::docx::inline::Picture;
use crate::paper::drawing::{LogoDrawing, picture};

/// English Metric Units to the point, in which Word measures pictures.
const UNITS: f32 = 12_700.0;
/// The width of the text in points.
const TEXT_WIDTH: f32 = 453.5;
/// The room for the logo on the cover, in points.
pub(super) const COVER: (f32, f32) = (220.0, 90.0);
/// The room for the logo at the head of a letter, in points.
pub(super) const LETTER: (f32, f32) = (90.0, 44.0);
/// How many pixels a drawing gets to its unit: enough for print.
const SCALE: f32 = 2.5;
/// How many pixels a logo gets to the point.
const LOGO_SCALE: f32 = 4.0;

/// Paints a chart; none if it can't be painted.
pub(super) fn chart(chart: &Chart) -> Option<Picture> {
    let png = picture::png(&chart.drawing, SCALE)?;
    picture_of(png, within_text(chart.width, chart.height))
}

/// Makes a picture of a logo within a room; none if it can't be shown.
pub(super) fn logo(logo: &Logo, room: (f32, f32)) -> Option<Picture> {
    match logo {
        Logo::Png(bytes) => {
            let (width, height) = size(bytes)?;
            picture_of(bytes.to_vec(), fitted((width as f32, height as f32), room))
        }
        Logo::Svg(text) => {
            let drawing = LogoDrawing::read(text)?;
            let natural = drawing.size();
            let shown = fitted(natural, room);
            picture_of(drawing.png(LOGO_SCALE * shown.0 / natural.0)?, shown)
        }
    }
}

/// Makes a picture of a size in points; none if its file says no size, or one that no agency's picture has.
fn picture_of(png: Vec<u8>, (width, height): (f32, f32)) -> Option<Picture> {
    size(&png)?;
    Some(Picture { png, width: (width * UNITS) as u32, height: (height * UNITS) as u32 })
}

/// Makes a size as large as its room allows.
fn fitted((width, height): (f32, f32), (room_width, room_height): (f32, f32)) -> (f32, f32) {
    let factor = (room_width / width).min(room_height / height);
    (width * factor, height * factor)
}

/// Makes a chart smaller if it is wider than the text.
fn within_text(width: f32, height: f32) -> (f32, f32) {
    let factor = (TEXT_WIDTH / width).min(1.0);
    (width * factor, height * factor)
}

/// Reads the size of a PNG file from its first block.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    // Sizes that a picture of an agency has; others would make Word's numbers overflow.
    let size = (number(16)?, number(20)?);
    let sane = 1..=20_000;
    (sane.contains(&size.0) && sane.contains(&size.1)).then_some(size)
}

#[cfg(test)]
mod tests {
    use super::{COVER, fitted, size, within_text};

    #[test]
    fn a_logo_fills_its_room_and_keeps_its_shape() {
        assert_eq!(fitted((100.0, 100.0), COVER), (90.0, 90.0));
        assert_eq!(fitted((2200.0, 100.0), COVER), (220.0, 10.0));
    }

    #[test]
    fn a_chart_is_never_wider_than_the_text() {
        assert_eq!(within_text(907.0, 200.0), (453.5, 100.0));
        assert_eq!(within_text(200.0, 100.0), (200.0, 100.0));
    }

    #[test]
    fn a_file_that_is_cut_off_has_no_size() {
        assert_eq!(size(b"\x89PNG\r\n\x1a\n"), None);
    }
}
