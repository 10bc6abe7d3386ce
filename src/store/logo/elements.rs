//! What may stand in the text of a drawing, before anything is made of it.
//!
//! Elements and attributes are those that are known to draw plain shapes; one that does more is not taken, and neither is
//! one that nobody knows, unless it is switched off.

use resvg::usvg::roxmltree::{Attribute, Document, Node};

use crate::store::logo::sheet;

/// The most elements of a drawing.
pub(super) const MOST_ELEMENTS: usize = 5_000;
/// How deep elements may stand within each other, the drawing as a whole counted too.
const DEEPEST: usize = 60;
/// The most attributes of one element: each is compared with all others.
const MOST_ATTRIBUTES: usize = 100;
/// The most bytes of style sheets in a drawing; every rule is tried on every element.
const MOST_STYLE: usize = 8 * 1024;

/// The elements of SVG that a logo may have.
const ELEMENTS: [&str; 19] = [
    "svg",
    "g",
    "a",
    "title",
    "desc",
    "metadata",
    "defs",
    "style",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
];

/// The attributes and properties that a logo may have.
#[rustfmt::skip]
const ATTRIBUTES: [&str; 90] = [
    // Where and how large.
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height", "d", "points",
    "viewBox", "preserveAspectRatio", "transform", "transform-origin", "transform-box", "gradientTransform",
    "gradientUnits", "spreadMethod", "offset", "href", "clipPathUnits", "pathLength",
    // In which colour.
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-dashoffset", "opacity", "color", "clip-path", "clip-rule", "display", "visibility",
    "stop-color", "stop-opacity", "paint-order", "isolation", "mix-blend-mode", "overflow", "vector-effect",
    // What a renderer takes as a wish, or leaves alone.
    "shape-rendering", "color-rendering", "image-rendering", "color-interpolation", "color-interpolation-filters",
    "color-profile", "solid-color", "solid-opacity", "enable-background", "line-height", "letter-spacing",
    "word-spacing", "writing-mode", "direction", "white-space", "block-progression", "baseline-shift",
    "dominant-baseline", "unicode-bidi", "pointer-events", "cursor",
    // What names things.
    "id", "class", "style", "version", "baseProfile", "lang", "title", "role", "focusable", "name", "type", "media",
    "zoomAndPan", "systemLanguage", "target", "rel",
];
/// How attributes and properties begin that draw nothing, whatever they are called.
const SILENT: [&str; 7] = ["data-", "aria-", "font", "text-", "shape-", "-inkscape-", "content"];
/// The values that switch a property off.
const SWITCHED_OFF: [&str; 5] = ["none", "normal", "auto", "inherit", "0"];

/// The namespace of SVG; elements of any other draw nothing.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Tells whether an element has so many attributes that comparing them would be work; asked before anything is parsed.
///
/// No `<` stands within an element, so what stands between two of them holds one element at most.
pub(super) fn too_many_attributes(text: &str) -> Option<String> {
    let crowded = |part: &str| part.bytes().filter(|byte| *byte == b'=').nth(MOST_ATTRIBUTES).is_some();
    text.split('<').any(crowded).then(|| format!("> {MOST_ATTRIBUTES} attributes"))
}

/// Finds what a drawing may not have; other programs' own elements draw nothing and may stand.
pub(super) fn unfit(drawing: &Document<'_>) -> Option<String> {
    let elements = || drawing.descendants().filter(Node::is_element);
    if elements().nth(MOST_ELEMENTS).is_some() {
        return Some(format!("> {MOST_ELEMENTS} elements"));
    }
    if elements().any(|node| node.ancestors().nth(DEEPEST).is_some()) {
        return Some(format!("> {DEEPEST} levels"));
    }
    let own = || elements().filter(|node| node.tag_name().namespace() == Some(SVG));
    if let Some(other) = own().find(|node| !ELEMENTS.contains(&node.tag_name().name())) {
        return Some(format!("<{}>", other.tag_name().name()));
    }
    let sheets: Vec<&str> =
        own().filter(|node| node.has_tag_name((SVG, "style"))).filter_map(|node| node.text()).collect();
    if sheets.iter().map(|sheet| sheet.len()).sum::<usize>() > MOST_STYLE {
        return Some("<style>".to_owned());
    }
    let mut attributes = own().flat_map(|node| node.attributes()).filter(|one| one.namespace().is_none());
    let declared = sheets.iter().flat_map(|sheet| sheet::declarations(sheet));
    let found = attributes.find_map(|attribute| unknown(&attribute)).or_else(|| unknown_property(declared));
    found.or_else(|| nested_clip(own, &sheets))
}

/// Names an attribute that is not known and not switched off, or a property in the style that it holds.
fn unknown(attribute: &Attribute<'_, '_>) -> Option<String> {
    if attribute.name() == "style" {
        return unknown_property(sheet::properties(attribute.value()));
    }
    unknown_property([(attribute.name(), attribute.value())])
}

/// Names the first property that is not known and not switched off.
fn unknown_property<'a>(properties: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let known = |name: &str, value: &str| {
        ATTRIBUTES.contains(&name)
            || SILENT.iter().any(|start| name.starts_with(start))
            || SWITCHED_OFF.contains(&value.trim())
    };
    properties.into_iter().find(|(name, value)| !known(name, value)).map(|(name, _)| name.to_owned())
}

/// Tells whether something is clipped within what clips: a chain of those multiplies the work at every step.
fn nested_clip<'a, 'i: 'a, E>(own: impl Fn() -> E, sheets: &[&str]) -> Option<String>
where
    E: Iterator<Item = Node<'a, 'i>>,
{
    let clipping = sheets.iter().map(|sheet| sheet::classes_that_clip(sheet)).collect::<Option<Vec<_>>>();
    let Some(clipping) = clipping else { return Some("clip-path".to_owned()) };
    let clipping: Vec<&str> = clipping.into_iter().flatten().collect();
    let clips = |node: &Node<'_, '_>| {
        let classes = node.attribute("class").unwrap_or_default();
        node.has_attribute("clip-path")
            || sheet::properties(node.attribute("style").unwrap_or_default()).any(|(name, _)| name == "clip-path")
            || classes.split_whitespace().any(|class| clipping.contains(&class))
    };
    let within = |node: &Node<'_, '_>| node.ancestors().any(|above| above.has_tag_name((SVG, "clipPath")));
    own().any(|node| within(&node) && clips(&node)).then(|| "clip-path".to_owned())
}
