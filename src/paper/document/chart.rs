//! A chart: a drawing, and the words that stand for it where it can't be seen.

use crate::paper::drawing::Drawing;

/// A chart.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    /// What it shows; set above the drawing.
    pub(crate) title: String,
    /// The same in words, with its figures, for those who do not see it.
    pub(crate) description: String,
    /// The drawing.
    pub(crate) drawing: Drawing,
    /// The same for a narrow screen, where the words of the first would be too small to read: 300 wide.
    pub(crate) narrow: Option<Drawing>,
    /// Its width in points, at most 482 (the width of the text on A4).
    pub(crate) width: f32,
    /// Its height in points, at most 700.
    pub(crate) height: f32,
}

impl Chart {
    /// Returns the same chart, smaller.
    pub(crate) fn scaled(self, by: f32) -> Self {
        Self { width: self.width * by, height: self.height * by, ..self }
    }
}
