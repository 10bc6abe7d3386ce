//! `findings.toml`: strengths and weaknesses per aspect.

use crate::format::fields::{Fields, items};
use crate::format::line_ends;
use crate::format::node::{RawNode, Value};
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::shape;
use crate::format::toml;
use crate::model::aspect_findings::AspectFindings;
use crate::text::visible::on_one_line;

/// Reads `findings.toml`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<AspectFindings> {
    let Some(root) = toml::parse(text, reading) else { return Vec::new() };
    let Some(root) = Fields::open(&root, &shape::FINDINGS, reading) else { return Vec::new() };
    let aspects = root.list("aspect").iter().filter_map(|node| aspect(node, reading)).collect();
    root.close();
    aspects
}

/// Reads what was found about an aspect; nothing without its number.
fn aspect(node: &RawNode, reading: &Reading) -> Option<AspectFindings> {
    let fields = Fields::open(node, &shape::ASPECT, reading)?;
    let id = fields.take("id").and_then(|node| scalar::whole(node, reading));
    let strengths = texts(fields.take("strengths"), reading);
    let weaknesses = texts(fields.take("weaknesses"), reading);
    fields.close();
    Some(AspectFindings { aspect: id?, strengths, weaknesses })
}

/// Reads one text or a list of texts; empty ones say nothing.
fn texts(node: Option<&RawNode>, reading: &Reading) -> Vec<String> {
    let list = match node {
        None => &[][..],
        Some(node) if matches!(node.value, Value::List(_)) => items(node, reading),
        Some(node) => std::slice::from_ref(node),
    };
    let texts = list.iter().filter_map(|node| scalar::said(node, reading)).map(|text| text.value);
    texts.filter(|text| !text.trim().is_empty()).collect()
}

/// An aspect to add, with nothing found about it yet; its texts become comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewAspect {
    /// The number.
    pub(crate) id: u32,
    /// The name.
    pub(crate) name: String,
    /// What to look at for strengths.
    pub(crate) strengths: Option<String>,
    /// What to look at for weaknesses.
    pub(crate) weaknesses: Option<String>,
}

/// Why aspects can't be added.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AppendError {
    /// The file is no TOML.
    #[error("no TOML")]
    NoToml,
    /// Something that is no list of tables stands where the aspects must be.
    #[error("`aspect` is no list of tables")]
    NoTables,
}

/// Adds aspects at the end of `findings.toml` and moves no byte of what stands there; an empty file begins with `head`.
///
/// # Errors
/// The file is no TOML, or could not be read with the aspects behind it.
pub(crate) fn append(text: &str, head: &str, new: &[NewAspect]) -> Result<String, AppendError> {
    let is_toml = |text: &str| text.trim_start_matches('\u{feff}').parse::<toml_edit::DocumentMut>().is_ok();
    if !is_toml(text) {
        return Err(AppendError::NoToml);
    }
    let mut added = String::new();
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        added.push_str(&comment(head));
    } else if !text.ends_with('\n') {
        added.push('\n');
    }
    for aspect in new {
        let (id, name) = (aspect.id, on_one_line(&aspect.name));
        let hint = |text: &Option<String>| text.as_deref().map(comment).unwrap_or_default();
        let (strengths, weaknesses) = (hint(&aspect.strengths), hint(&aspect.weaknesses));
        added.push_str(&format!(
            "\n# {name}\n[[aspect]]\nid = {id}\n{strengths}strengths = []\n{weaknesses}weaknesses = []\n"
        ));
    }
    let whole = line_ends::like(text, &format!("{text}{added}"));
    if is_toml(&whole) { Ok(whole) } else { Err(AppendError::NoTables) }
}

/// Makes a comment, a line of it for every line of the text; no character of it can end it early.
fn comment(text: &str) -> String {
    text.lines().map(|line| format!("# {}\n", on_one_line(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::{AppendError, NewAspect, append, read};
    use crate::format::reading::Reading;

    #[test]
    fn one_text_and_a_list_of_texts_are_both_read() {
        let text =
            "[[aspect]]\nid = 1\nstrengths = \"a\"\nweaknesses = [\"b\", \" \", \"c\"]\n[[aspect]]\nid = \"x\"\n";
        let reading = Reading::new("findings.toml");
        let read = read(text, &reading);
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].strengths.join(" "), read[0].weaknesses.join(" ")), ("a".to_owned(), "b c".to_owned()));
        let rules: Vec<_> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["blank", "bad-value"], "a text that says nothing is left out, and told");
    }

    fn new(id: u32, name: &str) -> NewAspect {
        let hint = Some("tertinggi:\n[[aspect]]".to_owned());
        NewAspect { id, name: name.to_owned(), strengths: hint, weaknesses: None }
    }

    #[test]
    fn an_aspect_is_added_without_moving_a_byte_and_without_findings() {
        let before = "\u{feff}# mine\r\n[[aspect]] # a\r\nid=1\r\nstrengths = ['x']";
        let after = append(before, "head", &[new(2, "Nama\n[[aspect]]\u{7f}"), new(3, "C")]).expect("appended");
        let added = after.strip_prefix(before).expect("nothing moved");
        assert!(!added.replace("\r\n", "").contains('\n') && !added.contains("head"), "{added:?}");
        let reading = Reading::new("findings.toml");
        let read = read(&after, &reading);
        assert_eq!(reading.finish(), []);
        assert_eq!(read.iter().map(|found| found.aspect.value).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(read[1].strengths.is_empty() && read[1].weaknesses.is_empty());
    }

    #[test]
    fn a_file_of_mixed_line_ends_keeps_them_and_grows_by_its_last() {
        let before = "# mine\r\n[[aspect]]\nid = 1\n";
        let after = append(before, "head", &[new(2, "B")]).expect("appended");
        assert!(after.strip_prefix(before).is_some_and(|added| !added.contains('\r')), "{after:?}");
    }

    #[test]
    fn a_new_file_says_what_it_is_for() {
        let expected = "# Satu\n# Dua\n\n# Kelembagaan\n[[aspect]]\nid = 3\nstrengths = []\nweaknesses = []\n";
        let aspect = NewAspect { strengths: None, ..new(3, "Kelembagaan") };
        assert_eq!(append("", "Satu\nDua", &[aspect]).expect("appended"), expected);
    }

    #[test]
    fn what_could_not_be_read_behind_the_aspects_is_refused() {
        assert!(matches!(append("aspect = [{ id = 1 }]\n", "", &[new(2, "B")]), Err(AppendError::NoTables)));
        assert!(matches!(append("aspect = ", "", &[new(2, "B")]), Err(AppendError::NoToml)));
    }
}
