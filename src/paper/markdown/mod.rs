//! Any document as Markdown: headings, lists and tables that every forge shows, and no HTML.

mod escape;
mod spans;
mod table;

use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover, Figure, Letterhead, SignatureLine};
use crate::paper::document::span::Text;
use crate::paper::document::table::{Align, Column, Row, RowKind, Table, Width};
use crate::paper::markdown::escape::inline;
use crate::paper::markdown::spans::{lines, on_a_line, strong};
use crate::paper::markdown::table::PipeTable;
use crate::text::visible::visible;

/// Where somebody signs by hand.
const DOTS: &str = "........................................";

/// Renders a document. Contents and page breaks mean nothing here and are left out.
pub(crate) fn render(document: &Document) -> String {
    let mut parts = Vec::new();
    if !document.blocks.iter().any(|block| matches!(block, Block::Cover(_))) {
        parts.push(format!("# {}", inline(&document.title)));
    }
    // A heading that only says the title again is left out.
    let is_title = |block: &Block| matches!(block, Block::Heading { text, .. } if *text == document.title);
    let shown = |block: &&Block| !matches!(block, Block::Contents { .. } | Block::PageBreak) && !is_title(block);
    let blocks = document.blocks.iter().filter(shown);
    // A list that follows one of its kind would go on with it; every second one has another mark.
    let (mut last, mut other) = (None, false);
    for block in blocks {
        let kind = std::mem::discriminant(block);
        other = last == Some(kind) && !other;
        last = Some(kind);
        parts.push(part(block, other));
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

/// Writes a block; a list takes its other mark if `other` is set.
fn part(block: &Block, other: bool) -> String {
    match block {
        Block::Cover(block) => cover(block),
        Block::Letterhead(head) => letterhead(head),
        Block::Contents { .. } | Block::PageBreak => String::new(),
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level) + 1), inline(text)),
        Block::Paragraph(text) => lines(text, ""),
        Block::Message(text) => fenced(&text.words()),
        Block::List(items) => list(items, |_| if other { "*" } else { "-" }.to_owned()),
        Block::Numbered(items) => list(items, |number| format!("{number}{}", if other { ")" } else { "." })),
        Block::Figures(block) => figures(block),
        Block::Facts(block) => facts(block),
        Block::Table(block) => table(block),
        Block::Chart(chart) => paragraphs(&[strong(&chart.title), lines(&chart.description.as_str().into(), "")]),
        Block::Notice { text, .. } => format!("> {}", lines(text, "> ")),
        Block::Signatures { place, signatories, copies } => signatures(place, signatories, copies),
    }
}

/// Writes a text to be copied as it stands, between marks that do not stand in it.
fn fenced(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{}\n{fence}", visible(text))
}

/// Writes the cover: the only heading of level 1, and its further lines on a single one.
fn cover(cover: &Cover) -> String {
    let lines: Vec<String> = cover.lines.iter().map(|line| inline(line)).collect();
    let title = format!("# {}", inline(&cover.title));
    paragraphs(&[title, words(&cover.subtitle), strong(&cover.agency), lines.join(" · ")])
}

/// Writes the items of a list; their further lines are moved in by the width of the mark.
fn list(items: &[Text], mark: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for (number, item) in (1..).zip(items) {
        let mark = mark(number);
        text.push_str(&format!("{mark} {}\n", lines(item, &" ".repeat(mark.len() + 1))));
    }
    text
}

/// Writes the head of a letter, line by line, its name strong.
fn letterhead(head: &Letterhead) -> String {
    let parent = (!head.parent.is_empty()).then(|| inline(&head.parent));
    let below = head.below.iter().map(|line| inline(line));
    parent.into_iter().chain([strong(&head.name)]).chain(below).collect::<Vec<_>>().join("\\\n")
}

/// Writes figures side by side: names, figures and remarks below one another.
fn figures(figures: &[Figure]) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let mut table = PipeTable::default();
    for figure in figures {
        table.left(&inline(&figure.label));
    }
    table.written(figures.iter().map(|figure| strong(&figure.value)).collect());
    table.row(figures.iter().map(|figure| figure.remark.clone()).collect());
    table.render()
}

/// Writes names and what they stand for; the headings are empty, for Markdown knows no table without.
fn facts(facts: &[(String, Text)]) -> String {
    let mut table = PipeTable::default();
    table.left("").left("");
    for (name, text) in facts {
        table.written(vec![inline(name), on_a_line(text)]);
    }
    table.render()
}

/// Writes a table below its caption; columns keep where their cells stand and lose their widths.
fn table(table: &Table) -> String {
    let mut pipes = PipeTable::default();
    for column in &table.columns {
        let title = inline(&column.title);
        match column.align {
            Align::Start => pipes.left(&title),
            Align::Middle => pipes.middle(&title),
            Align::End => pipes.right(&title),
        };
    }
    for row in &table.rows {
        pipes.written(cells(row, &table.columns));
    }
    paragraphs(&[strong(&table.caption), pipes.render()])
}

/// Writes the cells of a row. Markdown knows no cell that spans others: such a text stands in the widest column.
fn cells(row: &Row, columns: &[Column]) -> Vec<String> {
    let mut cells: Vec<String> = row
        .cells
        .iter()
        .map(|cell| match row.kind {
            RowKind::Group => strong(&cell.text.words()),
            RowKind::Plain | RowKind::Detail => on_a_line(&cell.text),
        })
        .collect();
    if cells.len() == 1 {
        let before = widest(columns);
        cells.splice(0..0, vec![String::new(); before]);
    }
    cells.resize(columns.len(), String::new());
    cells
}

/// Returns which column is the widest: the first with the largest share.
fn widest(columns: &[Column]) -> usize {
    let share = |column: &Column| match column.width {
        Width::Share(share) => share,
        Width::Narrow => 0,
    };
    let largest = columns.iter().map(share).max().unwrap_or_default();
    columns.iter().position(|column| share(column) == largest).unwrap_or_default()
}

/// Writes places to sign one below the other, each with dots for a hand, whether or not the name is known.
fn signatures(place: &str, signatories: &[SignatureLine], copies: &str) -> String {
    let mut parts = vec![words(place)];
    for signatory in signatories {
        let lines = [strong(&signatory.office), DOTS.to_owned(), words(&signatory.name), words(&signatory.number)];
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        parts.push(lines.join("\\\n"));
    }
    parts.push(words(copies));
    paragraphs(&parts)
}

/// Writes plain words that stand on their own; line breaks stay.
fn words(text: &str) -> String {
    lines(&text.into(), "")
}

/// Joins paragraphs, without the empty ones.
fn paragraphs(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::paper::document::Document;
    use crate::paper::document::block::Block;
    use crate::paper::document::table::Table;
    use crate::paper::document::testing::{HOSTILE, sample};
    use crate::paper::document::tone::Tone;

    fn with(blocks: Vec<Block>) -> String {
        render(&Document { blocks, ..sample() })
    }

    #[test]
    fn a_text_to_be_copied_stands_as_it_is() {
        let message = |text: &str| super::part(&Block::Message(text.into()), false);
        assert_eq!(message("Yth. *Ibu*\n3. SK"), "```text\nYth. *Ibu*\n3. SK\n```");
        assert_eq!(message("```\nx"), "````text\n```\nx\n````");
    }

    #[test]
    fn the_whole_document_is_markdown() {
        insta::assert_snapshot!(render(&sample()));
    }

    #[test]
    fn no_text_becomes_html_or_another_block() {
        let hostile = || HOSTILE.into();
        let text = with(vec![
            Block::Heading { level: 3, text: HOSTILE.to_owned() },
            Block::Paragraph(hostile()),
            Block::Notice { tone: Tone::Plain, text: "# satu\n- dua\n> tiga".into() },
            Block::List(vec!["- satu".into(), "1. dua".into(), "\u{1b}[1m".into()]),
        ]);
        assert!(!text.replace("\\<", "").contains('<'), "{text}");
        assert!(text.contains("> \\# satu\\\n> \\- dua\\\n> \\> tiga\n"), "{text}");
        assert!(text.contains("- \\- satu\n- 1\\. dua\n- \\\\u{1b}\\[1m\n"), "{text}");
    }

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        let mut table = Table::new("").narrow("a").wide("b", 1).wide("c | d", 2).mark("e");
        table.group(vec!["Aspek".into()]);
        table.row(vec!["1".into(), "satu\ndua".into(), "x|y".into(), "".into()]);
        table.detail("lebih");
        let text = with(vec![Block::Table(table)]);
        let rows = "| a | b | c \\| d | e |\n| --- | --- | --- | :---: |\n|  |  | **Aspek** |  |\n\
                    | 1 | satu; dua | x\\|y |  |\n|  |  | lebih |  |\n";
        assert!(text.ends_with(rows), "{text}");
    }

    #[test]
    fn lists_that_follow_one_another_stay_apart() {
        let list = || Block::Numbered(vec!["a".into()]);
        let text = with(vec![list(), Block::PageBreak, list(), list()]);
        assert!(text.ends_with("\n1. a\n\n1) a\n\n1. a\n"), "{text}");
    }

    #[test]
    fn a_document_without_a_cover_begins_with_its_title() {
        assert_eq!(with(Vec::new()), "# Laporan \\<2018\\>\n");
    }
}
