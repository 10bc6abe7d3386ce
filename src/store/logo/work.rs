//! How much work it is to paint a drawing: counted before it is done, and given up where it is too much.

use resvg::tiny_skia::Rect;
use resvg::usvg::{Group, Node, Tree};

/// The most parts of outlines that are painted, those of what clips counted each time.
const MOST_SEGMENTS: usize = 200_000;
/// The most layers: groups that are painted apart and laid over what is there.
const MOST_LAYERS: usize = 100;
/// How many times the whole drawing may be painted over.
const MOST_PAINT: f32 = 300.0;
/// How far anything may lie outside of the drawing, in its longer sides.
const FARTHEST: f32 = 1_000.0;

/// Finds what makes a drawing too much work; nothing where it is not.
pub(super) fn too_much(tree: &Tree) -> Option<&'static str> {
    let mut budget = Budget {
        side: tree.size().width().max(tree.size().height()),
        area: tree.size().width() * tree.size().height(),
        segments: MOST_SEGMENTS,
        layers: MOST_LAYERS,
        paint: MOST_PAINT,
    };
    budget.group(tree.root()).err()
}

/// What may still be spent.
struct Budget {
    side: f32,
    area: f32,
    segments: usize,
    layers: usize,
    paint: f32,
}

impl Budget {
    /// Spends what a group needs.
    fn group(&mut self, group: &Group) -> Result<(), &'static str> {
        if group.should_isolate() {
            self.layers = self.layers.checked_sub(1).ok_or("> 100 layers")?;
        }
        if let Some(clip) = group.clip_path() {
            self.group(clip.root())?;
        }
        group.children().iter().try_for_each(|node| self.node(node))
    }

    /// Spends what an element needs.
    fn node(&mut self, node: &Node) -> Result<(), &'static str> {
        match node {
            Node::Group(group) => self.group(group),
            Node::Path(path) => {
                if path.stroke().is_some_and(|stroke| stroke.dasharray().is_some()) {
                    return Err("stroke-dasharray");
                }
                self.segments = self.segments.checked_sub(path.data().len()).ok_or("> 200000 segments")?;
                self.area(path.abs_stroke_bounding_box())
            }
            // The white list of elements has neither pictures nor words.
            Node::Image(_) => Err("<image>"),
            Node::Text(_) => Err("<text>"),
        }
    }

    /// Spends the paint for a part; one that lies too far out is not painted at all.
    fn area(&mut self, bounds: Rect) -> Result<(), &'static str> {
        let sides = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
        if sides.iter().any(|side| !side.is_finite() || side.abs() > self.side * FARTHEST) {
            return Err("> 1000 × viewBox");
        }
        let within = |from: f32, to: f32| (to.min(self.side) - from.max(0.0)).max(0.0);
        let painted = within(bounds.left(), bounds.right()) * within(bounds.top(), bounds.bottom());
        self.paint -= painted / self.area;
        if self.paint < 0.0 { Err("> 300 × paint") } else { Ok(()) }
    }
}
