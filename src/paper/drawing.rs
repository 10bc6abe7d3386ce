//! Drawings: SVG that is read for formats which can't show it as text.
//!
//! Nothing outside of the drawing is ever read: no file, no network, no font of the machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::paper::fonts;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [fonts::REGULAR, fonts::BOLD, fonts::ITALIC, fonts::FALLBACK] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    Arc::new(fonts)
});

/// Reads a drawing; none if it is not SVG.
pub(crate) fn parse(svg: &str) -> Option<Tree> {
    let options = Options {
        font_family: fonts::FAMILY.to_owned(),
        fontdb: FONTS.clone(),
        // Pictures within a drawing are shown if they are part of it (`data:`); an address or a path is not followed.
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).ok()
}

/// Paints a drawing as a PNG file, `scale` pixels to the unit; none if it is too large to paint.
pub(crate) fn png(drawing: &Tree, scale: f32) -> Option<Vec<u8>> {
    let size = drawing.size();
    let mut pixels = Pixmap::new((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32)?;
    resvg::render(drawing, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::{parse, png};

    const SQUARE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><text>Aspek</text></svg>"##;

    #[test]
    fn a_drawing_becomes_a_picture_of_its_size() {
        let picture = png(&parse(SQUARE).expect("a drawing"), 2.0).expect("a picture");
        assert!(picture.starts_with(b"\x89PNG"));
        assert_eq!(&picture[16..24], [0, 0, 0, 20, 0, 0, 0, 40]);
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        assert!(parse("<html/>").is_none());
        assert!(parse("").is_none());
    }

    #[test]
    fn a_drawing_reads_no_file() {
        let outside = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><image href="/etc/passwd.png" width="1" height="1"/></svg>"##;
        assert!(!parse(outside).expect("a drawing").root().has_children());
    }
}
