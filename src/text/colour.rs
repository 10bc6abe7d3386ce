//! Colours, and whether everyone can read what is set in them.

use std::fmt;

/// A colour on the screen: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) [u8; 3]);

impl Colour {
    /// Reads `#1f4e79`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let hexadecimal = |digits: &&str| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let digits = text.strip_prefix('#').filter(hexadecimal)?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Returns this colour, darkened until white letters on it and it on white can be read by everyone.
    ///
    /// The ratio of 4.5 : 1 is that of WCAG 2.2, success criterion 1.4.3 (level AA).
    pub(crate) fn readable(self) -> Self {
        let mut colour = self;
        while colour.contrast_with_white() < 4.5 {
            colour = Self(colour.0.map(|part| (u16::from(part) * 19 / 20) as u8));
        }
        colour
    }

    /// Mixes this colour with white; 0 is white, 100 the colour itself.
    pub(crate) fn tint(self, percent: u16) -> Self {
        let mixed = |part: u8| (u16::from(part) * percent + 255 * (100 - percent)) / 100;
        Self(self.0.map(|part| mixed(part) as u8))
    }

    /// Returns the contrast with white as WCAG 2.2 defines it: 1 for white itself, 21 for black.
    fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// The relative luminance of WCAG 2.2.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(Colour::parse("#1F4E79").expect("a colour").to_string(), "#1f4e79");
        for text in ["1f4e79", "#1f4e7", "#1f4e7g", "#ééé", "red", "#+1+1+1"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_pale_colour_is_darkened_until_it_can_be_read() {
        let yellow = Colour([0xff, 0xeb, 0x3b]);
        assert!(yellow.contrast_with_white() < 4.5);
        assert!(yellow.readable().contrast_with_white() >= 4.5);
        let blue = Colour([0x1f, 0x4e, 0x79]);
        assert_eq!(blue.readable(), blue);
    }
}
