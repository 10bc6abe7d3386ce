//! Pixels to PNG files, a byte a pixel: drawings have few colours, and so are small and soon packed.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

/// Packs pixels that nothing shines through.
///
/// Where the edges of shapes and letters have too many shades, neighbours become one: nobody can tell them apart.
pub(super) fn packed(pixels: &Pixmap) -> Option<Vec<u8>> {
    let colours = || pixels.data().chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    let (palette, numbers) = (0..8).find_map(|dropped| indexed(colours(), dropped))?;
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::Fast);
    // Most rows are as the one above, and nought is packed best.
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&numbers).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// Lists the colours and gives each pixel the number of its own; those that differ only in their last bits are one.
/// None if there are too many of them.
fn indexed(colours: impl Iterator<Item = [u8; 3]>, dropped: u32) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let mut palette = Vec::new();
    let mut known = BTreeMap::new();
    let mut numbers = Vec::new();
    // Most pixels are as the one before.
    let mut last = None;
    for colour in colours {
        let number = match last {
            Some((same, number)) if same == colour => number,
            _ => *known.entry(colour.map(|part| part >> dropped)).or_insert_with(|| {
                palette.push(colour);
                palette.len() - 1
            }),
        };
        last = Some((colour, number));
        numbers.push(u8::try_from(number).ok()?);
    }
    Some((palette, numbers))
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::{Color, Pixmap};

    use super::{indexed, packed};

    /// Returns this many shades of red and green, none of them twice.
    fn shades(count: usize) -> impl Iterator<Item = [u8; 3]> {
        (0..count).map(|number| [(number % 200) as u8, (number / 200) as u8, 0])
    }

    #[test]
    fn colours_are_kept_as_they_are_while_they_are_few() {
        let (palette, numbers) = indexed(shades(256), 0).expect("few colours");
        assert!(palette.into_iter().eq(shades(256)));
        assert_eq!((numbers[0], numbers[255]), (0, 255));
        assert!(indexed(shades(257), 0).is_none());
    }

    #[test]
    fn neighbours_become_one_colour_where_they_are_many() {
        let (palette, numbers) = indexed(shades(400), 1).expect("half of the colours");
        assert_eq!(palette.len(), 100);
        assert_eq!((numbers[0], numbers[1], numbers[2]), (0, 0, 1));
    }

    #[test]
    fn a_picture_can_be_read_back() {
        let mut pixels = Pixmap::new(3, 2).expect("a picture");
        pixels.fill(Color::from_rgba8(10, 20, 30, 255));
        let file = packed(&pixels).expect("a file");
        assert_eq!(Pixmap::decode_png(&file).expect("a picture").data(), pixels.data());
    }
}
