//! Drawings as SVG, which becomes part of a page of the web.

use std::fmt::Write as _;

use maud::{Escaper, PreEscaped, html};

use crate::paper::drawing::{Anchor, Attribute, Drawing, Element, Point, Shape};

/// Writes a drawing, with its title and its words for those who don't see it.
pub(crate) fn write(drawing: &Drawing, title: &str, description: &str) -> String {
    let (title_id, description_id) = (format!("{}-title", drawing.id), format!("{}-desc", drawing.id));
    let view = format!("0 0 {} {}", at(drawing.width), at(drawing.height));
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img"
            aria-labelledby={ (title_id) " " (description_id) }
            font-family="Lato, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" {
            title id=(title_id) { (title) }
            desc id=(description_id) { (description) }
            (PreEscaped(elements(&drawing.elements, "text")))
        }
    };
    markup.into_string()
}

/// Writes elements one after the other; `words` is the name of a line of words among them.
fn elements(elements: &[Element], words: &str) -> String {
    elements.iter().map(|element| written(element, words)).collect()
}

/// Writes an element with all that is within it; a ground is a path, so that every rectangle is a bar.
fn written(element: &Element, words: &str) -> String {
    let looks: String = element.attributes.iter().map(attribute).collect();
    let xy = |(x, y): &Point| format!(" x=\"{}\" y=\"{}\"", at(*x), at(*y));
    let (name, place, content) = match &element.shape {
        Shape::Group(within) => ("g", String::new(), elements(within, words)),
        Shape::Lines(lines) => ("text", String::new(), elements(lines, "tspan")),
        Shape::Words(place, text) => (words, xy(place), escaped(text)),
        Shape::Line(from, to) => {
            let ends = [from.0, from.1, to.0, to.1].map(at);
            let [x1, y1, x2, y2] = ends;
            ("line", format!(" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\""), String::new())
        }
        Shape::Polygon(points) => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", at(*x), at(*y))).collect();
            ("polygon", format!(" points=\"{}\"", points.join(" ")), String::new())
        }
        Shape::Rectangle(corner, width, height) => {
            let size = format!(" width=\"{}\" height=\"{}\"", at(*width), at(*height));
            ("rect", xy(corner) + &size, String::new())
        }
        Shape::Ground((x, y), width, height) => {
            let [x, y, width, height] = [*x, *y, *width, *height].map(at);
            let outline = format!("{looks} d=\"M{x} {y}h{width}v{height}h-{width}z\"");
            return format!("<path{outline}></path>");
        }
        Shape::Circle((x, y), radius) => {
            ("circle", format!(" cx=\"{}\" cy=\"{}\" r=\"{}\"", at(*x), at(*y), at(*radius)), String::new())
        }
    };
    format!("<{name}{place}{looks}>{content}</{name}>")
}

/// Writes what is said of the looks of an element, with the space before it.
fn attribute(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Fill(Some(colour)) => format!(" fill=\"{colour}\""),
        Attribute::Fill(None) => " fill=\"none\"".to_owned(),
        Attribute::FillOpacity(share) => format!(" fill-opacity=\"{}\"", at(*share)),
        Attribute::Stroke(colour) => format!(" stroke=\"{colour}\""),
        Attribute::StrokeWidth(width) => format!(" stroke-width=\"{}\"", at(*width)),
        Attribute::Dashes(lengths) => {
            let lengths: Vec<String> = lengths.iter().copied().map(at).collect();
            format!(" stroke-dasharray=\"{}\"", lengths.join(" "))
        }
        Attribute::RoundCorners => " stroke-linejoin=\"round\"".to_owned(),
        Attribute::FontSize(size) => format!(" font-size=\"{}\"", at(*size)),
        Attribute::Bold => " font-weight=\"bold\"".to_owned(),
        Attribute::Anchor(anchor) => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            format!(" text-anchor=\"{anchor}\"")
        }
    }
}

/// Escapes words as the page around the drawing escapes its own.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    // A string takes whatever is written to it.
    let _ = Escaper::new(&mut written).write_str(text);
    written
}

/// Writes a coordinate: two decimals are finer than any printer.
fn at(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{at, write};
    use crate::paper::drawing::{Anchor, Drawing, Element};
    use crate::text::colour::Colour;

    #[test]
    fn coordinates_are_short_and_never_minus_nought() {
        assert_eq!([at(1.0), at(0.125), at(-0.001), at(12.5)], ["1", "0.12", "0", "12.5"]);
    }

    #[test]
    fn looks_stand_in_the_order_in_which_they_were_said() {
        let ink = Colour([0x1f, 0x29, 0x33]);
        let lines = vec![Element::words((1.0, 2.0), "a<b"), Element::words((1.0, 3.5), "c").bold()];
        let elements = vec![
            Element::group(vec![Element::line((0.0, 0.0), (1.0, 1.0)).dashes(&[6.0, 3.0]).dashes(&[])])
                .hollow()
                .stroke(ink),
            Element::lines(lines).anchor(Anchor::End),
            Element::ground((1.0, 2.0), 3.0, 4.0).fill(ink),
        ];
        let drawing = Drawing { id: "a".to_owned(), width: 10.0, height: 20.0, elements };
        let svg = write(&drawing, "T", "D & E");
        assert!(svg.contains(" viewBox=\"0 0 10 20\" "), "{svg}");
        assert!(svg.contains("<title id=\"a-title\">T</title><desc id=\"a-desc\">D &amp; E</desc>"), "{svg}");
        let drawn = "<g fill=\"none\" stroke=\"#1f2933\"><line x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\" stroke-dasharray=\"6 3\">\
                     </line></g><text text-anchor=\"end\"><tspan x=\"1\" y=\"2\">a&lt;b</tspan>\
                     <tspan x=\"1\" y=\"3.5\" font-weight=\"bold\">c</tspan></text>\
                     <path fill=\"#1f2933\" d=\"M1 2h3v4h-3z\"></path></svg>";
        assert!(svg.ends_with(drawn), "{svg}");
    }
}
