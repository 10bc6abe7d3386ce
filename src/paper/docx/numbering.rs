//! Lists with real numbers and marks, so that a new item gets its own.

use maud::{Markup, html};

use crate::paper::document::span::Text;
use crate::paper::docx::paragraph::Paragraph;
use crate::paper::docx::part::{Part, WORD};
use crate::paper::docx::relations::Relations;
use crate::paper::docx::styles;
use crate::paper::docx::text::paragraph;

/// The list with marks.
const BULLETS: usize = 2;
/// The first list with numbers; every further one has a number of its own, so that it begins at 1.
const NUMBERS: usize = 3;

/// Writes the sorts of lists, and as many lists with numbers as a document has.
pub(super) fn part(numbered: usize) -> Part {
    let numbering = html! {
        w:numbering xmlns:w=(WORD) {
            (sort(BULLETS, "bullet", "•"))
            (sort(NUMBERS, "decimal", "%1."))
            w:num w:numId=(BULLETS) { w:abstractNumId w:val=(BULLETS) {} }
            @for list in NUMBERS..NUMBERS + numbered {
                w:num w:numId=(list) {
                    w:abstractNumId w:val=(NUMBERS) {}
                    w:lvlOverride w:ilvl="0" { w:startOverride w:val="1" {} }
                }
            }
        }
    };
    Part::word("word/numbering.xml", "numbering", numbering)
}

/// Writes a sort of list of one level; `text` is its mark, with `%1` where the number goes.
fn sort(id: usize, format: &str, text: &str) -> Markup {
    html! {
        w:abstractNum w:abstractNumId=(id) {
            w:lvl w:ilvl="0" {
                w:start w:val="1" {}
                w:numFmt w:val=(format) {}
                w:lvlText w:val=(text) {}
                w:lvlJc w:val="left" {}
                w:pPr { w:ind w:left="397" w:hanging="284" {} }
            }
        }
    }
}

/// Makes the items of a list with marks.
pub(super) fn bullets(items: &[Text], relations: &mut Relations) -> impl Iterator<Item = Paragraph> {
    items.iter().map(|item| paragraph(styles::LIST_BULLET, item, relations).in_list(BULLETS))
}

/// Makes the items of a list with numbers; `number` counts those before it.
pub(super) fn numbers(items: &[Text], number: usize, relations: &mut Relations) -> impl Iterator<Item = Paragraph> {
    items.iter().map(move |item| paragraph(styles::LIST_NUMBER, item, relations).in_list(NUMBERS + number))
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::{bullets, numbers, part};
    use crate::paper::document::span::Text;
    use crate::paper::docx::paragraph::Paragraph;
    use crate::paper::docx::relations::Relations;

    fn lists(items: impl Iterator<Item = Paragraph>) -> Vec<String> {
        let list = |item: Paragraph| {
            let xml = item.render().into_string();
            let number = xml.split("<w:numId w:val=\"").nth(1).and_then(|rest| rest.split('"').next());
            number.expect("a list").to_owned()
        };
        items.map(list).collect()
    }

    #[test]
    fn the_items_of_a_list_count_together_and_those_of_two_lists_do_not() {
        let items: [Text; 2] = ["a".into(), "b".into()];
        let mut relations = Relations::default();
        let [marks, first, second] = [
            lists(bullets(&items, &mut relations)),
            lists(numbers(&items, 0, &mut relations)),
            lists(numbers(&items, 1, &mut relations)),
        ];
        for list in [&marks, &first, &second] {
            assert_eq!(list[0], list[1]);
        }
        assert!(marks[0] != first[0] && first[0] != second[0]);
        let xml = String::from_utf8(part(2).bytes).expect("UTF-8");
        for list in [&marks[0], &first[0], &second[0]] {
            assert!(xml.contains(&format!("<w:num w:numId=\"{list}\">")), "{xml}");
        }
        assert_eq!(xml.matches("<w:startOverride w:val=\"1\">").count(), 2, "{xml}");
    }
}
