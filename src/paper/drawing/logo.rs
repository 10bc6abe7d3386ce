//! Logos that are drawn as SVG: they come from users, and become pictures.
//!
//! Nothing outside of the drawing is ever read: no file, no network. Words in it are not shown, for a logo may have none.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

/// A logo that was read.
pub(crate) struct LogoDrawing(Tree);

impl LogoDrawing {
    /// Reads a logo; none if it is not SVG.
    pub(crate) fn read(svg: &str) -> Option<Self> {
        let options = Options {
            // Pictures within a drawing are shown if they are part of it (`data:`); an address or a path is not followed.
            image_href_resolver: ImageHrefResolver {
                resolve_data: ImageHrefResolver::default_data_resolver(),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        Tree::from_str(svg, &options).ok().map(Self)
    }

    /// Returns its width and height.
    pub(crate) fn size(&self) -> (f32, f32) {
        (self.0.size().width(), self.0.size().height())
    }

    /// Paints it as a PNG file, `scale` pixels to the unit; none if it is too large to paint.
    pub(crate) fn png(&self, scale: f32) -> Option<Vec<u8>> {
        let (width, height) = self.size();
        let mut pixels = Pixmap::new((width * scale).ceil() as u32, (height * scale).ceil() as u32)?;
        resvg::render(&self.0, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::LogoDrawing;

    const SQUARE: &str =
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="5" height="5"/></svg>"##;

    #[test]
    fn a_logo_becomes_a_picture_of_its_size() {
        let picture = LogoDrawing::read(SQUARE).expect("a drawing").png(2.0).expect("a picture");
        assert!(picture.starts_with(b"\x89PNG"));
        assert_eq!(&picture[16..24], [0, 0, 0, 20, 0, 0, 0, 40]);
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        assert!(LogoDrawing::read("<html/>").is_none());
        assert!(LogoDrawing::read("").is_none());
    }

    #[test]
    fn a_logo_reads_no_file() {
        let outside = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><image href="/etc/passwd.png" width="1" height="1"/></svg>"##;
        assert!(!LogoDrawing::read(outside).expect("a drawing").0.root().has_children());
    }
}
