//! Logos as pictures in the file.

use krilla::image::Image;

use crate::paper::document::look::Logo;
use crate::paper::drawing::LogoDrawing;

/// Pixels to the point at which a drawn logo becomes a picture: 300 to the inch.
const DENSITY: f32 = 300.0 / 72.0;

/// Returns a logo as a picture; none if it is broken.
///
/// A drawing comes from a user, with whatever is in it: it becomes a picture, and no part of the page.
pub(crate) fn picture(logo: &Logo, room: (f32, f32)) -> Option<Image> {
    let file = match logo {
        Logo::Png(data) => data.to_vec(),
        Logo::Svg(svg) => {
            let drawing = LogoDrawing::read(svg)?;
            let (width, height) = drawing.size();
            drawing.png((room.0 / width).min(room.1 / height) * DENSITY)?
        }
    };
    Image::from_png(file.into(), true).ok()
}
