//! `findings.toml`: strengths and weaknesses per aspect.

use crate::format::fields::{Fields, items};
use crate::format::node::{Node, Value};
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::toml;
use crate::model::aspect_findings::AspectFindings;

/// Reads `findings.toml`.
pub fn read(text: &str, reading: &Reading) -> Vec<AspectFindings> {
    let Some(root) = toml::parse(text, reading) else { return Vec::new() };
    let Some(root) = Fields::open(&root, reading) else { return Vec::new() };
    let aspects = root.list("aspect").iter().filter_map(|node| aspect(node, reading)).collect();
    root.close();
    aspects
}

fn aspect(node: &Node, reading: &Reading) -> Option<AspectFindings> {
    let fields = Fields::open(node, reading)?;
    let id = fields.required("id").and_then(|node| scalar::whole(node, reading));
    let strengths = texts(fields.optional("strengths"), reading);
    let weaknesses = texts(fields.optional("weaknesses"), reading);
    let place = reading.place(fields.span());
    fields.close();
    Some(AspectFindings { aspect: id?, strengths, weaknesses, place })
}

/// Reads one text or a list of texts; empty ones say nothing.
fn texts(node: Option<&Node>, reading: &Reading) -> Vec<String> {
    let list = match node {
        None => &[][..],
        Some(node) if matches!(node.value, Value::List(_)) => items(node, reading),
        Some(node) => std::slice::from_ref(node),
    };
    let texts = list.iter().filter_map(|node| scalar::text(node, reading)).map(|text| text.value);
    texts.filter(|text| !text.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;

    #[test]
    fn one_text_and_a_list_of_texts_are_both_read() {
        let text =
            "[[aspect]]\nid = 1\nstrengths = \"a\"\nweaknesses = [\"b\", \" \", \"c\"]\n[[aspect]]\nid = \"x\"\n";
        let reading = Reading::new("findings.toml");
        let read = read(text, &reading);
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].strengths.join(" "), read[0].weaknesses.join(" ")), ("a".to_owned(), "b c".to_owned()));
        assert_eq!(reading.finish().len(), 1);
    }
}
