//! `report.toml`.

use std::ops::Range;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_VALUE, MISSING_FIELD};
use crate::diagnostic::place::Located;
use crate::format::fields::{Fields, items};
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::{scalar, shape, toml};
use crate::model::presentation::{LetterheadLines, Presentation, Signatory};
use crate::text::colour::Colour;

/// Reads `report.toml`.
pub(crate) fn read(text: &str, reading: &Reading) -> Presentation {
    let root = toml::parse(text, reading);
    let Some(fields) = root.as_ref().and_then(|root| Fields::open(root, &shape::PRESENTATION, reading)) else {
        return Presentation::default();
    };
    let presentation = Presentation {
        logo: fields.take("logo").and_then(|node| scalar::text(node, reading)),
        accent: fields.take("accent").and_then(|node| colour(node, reading)),
        preface: filled(fields.take("preface"), reading),
        bases: fields.take("bases").map(|node| texts(node, reading)).unwrap_or_default(),
        place: filled(fields.take("place"), reading),
        letterhead: fields.take("letterhead").and_then(|node| letterhead(node, reading)).unwrap_or_default(),
        signature_tags: fields.take("signature-tags").map(|node| texts(node, reading)).unwrap_or_default(),
        signatories: fields.list("signatory").iter().filter_map(|node| signatory(node, reading)).collect(),
    };
    fields.close();
    presentation
}

/// Returns the text with the key of a value made a comment: what was written can be read and freed again.
///
/// A key stands on the line on which its value begins, and nothing else stands behind the value but a comment.
pub(crate) fn without(text: &str, value: &Range<usize>) -> String {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let (Some(before), Some(written)) = (text.get(..value.start), text.get(value.clone())) else {
        return text.to_owned();
    };
    let line = before.rfind('\n').map_or(mark, |end| end + 1);
    let (above, key) = before.split_at(line);
    let below = &text[value.end..];
    // A value may go on over lines.
    let written = written.replace('\n', "\n# ");
    format!("{above}# {key}{written}{below}")
}

/// Reads the head of letters.
fn letterhead(node: &RawNode, reading: &Reading) -> Option<LetterheadLines> {
    let fields = Fields::open(node, &shape::LETTERHEAD, reading)?;
    let line = |name| filled(fields.take(name), reading);
    let lines = LetterheadLines {
        parent: line("parent"),
        name: line("name"),
        address: line("address"),
        telephone: line("telephone"),
        email: line("email"),
    };
    fields.close();
    Some(lines)
}

/// Reads who signs: the office must be named, while name and number are often not known yet.
fn signatory(node: &RawNode, reading: &Reading) -> Option<Signatory> {
    let fields = Fields::open(node, &shape::SIGNATORY, reading)?;
    let node = fields.take("office");
    let office = filled(node, reading);
    if let (Some(node), None) = (node, &office) {
        let message = bilingual!("`office` kosong", "`office` is empty");
        let help = bilingual!("tulis jabatan yang menandatangani", "write the office that signs");
        reading.push(reading.finding(MISSING_FIELD, node.span.clone(), message).help(help));
    }
    let (name, number) = (filled(fields.take("name"), reading), filled(fields.take("number"), reading));
    fields.close();
    Some(Signatory { office: office?, name, number })
}

/// Reads a colour; anything but `#` and six hexadecimal digits is a finding.
fn colour(node: &RawNode, reading: &Reading) -> Option<Located<Colour>> {
    let text = scalar::text(node, reading)?;
    let Some(colour) = Colour::parse(&text.value) else {
        let found = &text.value;
        let message = bilingual!("`{found}` bukan warna", "`{found}` is no colour");
        let help = bilingual!(
            "tulis enam angka heksadesimal, misalnya \"#1f4e79\"",
            "write six hexadecimal digits, such as \"#1f4e79\""
        );
        reading.push(reading.finding(BAD_VALUE, node.span.clone(), message).help(help));
        return None;
    };
    Some(Located::new(colour, text.place))
}

/// Reads a text; one of spaces alone says nothing.
fn filled(node: Option<&RawNode>, reading: &Reading) -> Option<String> {
    let text = node.and_then(|node| scalar::text(node, reading))?.value;
    (!text.trim().is_empty()).then_some(text)
}

/// Reads a list of texts; those of spaces alone are left out.
fn texts(node: &RawNode, reading: &Reading) -> Vec<String> {
    items(node, reading).iter().filter_map(|node| filled(Some(node), reading)).collect()
}

#[cfg(test)]
mod tests {
    use super::{read, without};
    use crate::format::reading::Reading;

    #[test]
    fn everything_may_be_said_and_nothing_must() {
        let text = "logo = \"logo.svg\"\naccent = \"#004d40\"\npreface = \"a\\n\\nb\"\nbases = [\"Perbup 1\", \" \"]\n\
                    place = \"Pemalang\"\nsignature-tags = [\"#\", \"^\"]\n[letterhead]\nparent = \"Pemkab\"\nname = \"Dinas\"\n\
                    address = \"Jalan 1\"\ntelephone = \"(0284) 1\"\nemail = \"a@b.go.id\"\n[[signatory]]\noffice = \"Sekretaris Daerah\"\nname = \"X\"\n";
        let reading = Reading::new("report.toml");
        let read_whole = read(text, &reading);
        assert_eq!(read_whole.logo.expect("a logo").value, "logo.svg");
        assert_eq!(read_whole.accent.expect("a colour").value.to_string(), "#004d40");
        assert_eq!(read_whole.bases, ["Perbup 1"]);
        assert_eq!(read_whole.signature_tags, ["#", "^"]);
        assert_eq!(read_whole.letterhead.email.as_deref(), Some("a@b.go.id"));
        assert_eq!(read_whole.signatories[0].name.as_deref(), Some("X"));
        assert!(read("", &reading).signatories.is_empty());
        assert!(reading.finish().is_empty());
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        let text = "accent = \"blue\"\nlogos = \"x\"\n[[signatory]]\nname = \"X\"\n[[signatory]]\noffice = \" \"\n";
        let reading = Reading::new("report.toml");
        assert!(read(text, &reading).accent.is_none());
        let rules: Vec<&str> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["bad-value", "missing-field", "missing-field", "unknown-field"]);
    }

    #[test]
    fn a_key_that_is_made_a_comment_keeps_every_other_byte() {
        for (text, expected) in [
            (
                "# head\n\nlogo = \"../a.svg\"  # ours\nplace = \"X\"\n",
                "# head\n\n# logo = \"../a.svg\"  # ours\nplace = \"X\"\n",
            ),
            ("\u{feff}logo='a'\r\nplace='X'\r\n", "\u{feff}# logo='a'\r\nplace='X'\r\n"),
            ("place='X'\nlogo = \"\"\"\na.svg\"\"\"", "place='X'\n# logo = \"\"\"\n# a.svg\"\"\""),
        ] {
            let reading = Reading::new("report.toml");
            let logo = read(text, &reading).logo.expect("a logo");
            let changed = without(text, &logo.place.span.expect("a span"));
            assert_eq!(changed, expected);
            let now = read(&changed, &reading);
            assert!(now.logo.is_none() && reading.finish().is_empty(), "{changed}");
        }
    }
}
