//! Forms as plain text, for tests.

use crate::form::{Kind, Options, document};
use crate::model::workspace::Workspace;
use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover, Figure, SignatureLine};
use crate::paper::document::look::Look;
use crate::paper::document::span::Text;
use crate::paper::document::table::{Cell, Table};
use crate::result::testing::report;
use crate::text::language::Language;

/// Makes a form for all and writes it as plain text.
pub(crate) fn dump(workspace: &Workspace, kind: Kind, language: Language) -> String {
    dump_for(workspace, kind, &Options::default(), language)
}

/// Makes a form and writes it as plain text: a line per block, item or row, and `---` between pages.
pub(crate) fn dump_for(workspace: &Workspace, kind: Kind, options: &Options<'_>, language: Language) -> String {
    plain(&document(kind, &report(workspace), options, Look::default(), language))
}

fn plain(document: &Document) -> String {
    let mut lines = vec![document.title.clone()];
    for block in &document.blocks {
        lines.extend(block_lines(block));
    }
    lines.join("\n") + "\n"
}

fn block_lines(block: &Block) -> Vec<String> {
    match block {
        Block::Cover(Cover { title, .. }) | Block::Contents { title } => vec![title.clone()],
        Block::Letterhead(head) => head.lines().map(str::to_owned).collect(),
        Block::Heading { level, text } => vec![format!("{} {text}", "#".repeat(usize::from(*level)))],
        Block::Paragraph(text) | Block::Message(text) | Block::Notice { text, .. } => vec![text.words()],
        Block::List(items) | Block::Numbered(items) => items.iter().map(Text::words).collect(),
        Block::Figures(figures) => {
            figures.iter().map(|Figure { label, value, remark, .. }| format!("{label}|{value}|{remark}")).collect()
        }
        Block::Facts(facts) => facts.iter().map(|(name, value)| format!("{name}: {}", value.words())).collect(),
        Block::Table(table) => table_lines(table),
        Block::Chart(chart) => vec![chart.title.clone()],
        Block::Signatures { place, signatories, copies } => {
            let signs = |SignatureLine { office, name, number }: &SignatureLine| format!("{office}|{name}|{number}");
            let copies = Some(copies.clone()).filter(|copies| !copies.is_empty());
            std::iter::once(place.clone()).chain(signatories.iter().map(signs)).chain(copies).collect()
        }
        Block::PageBreak => vec!["---".to_owned()],
    }
}

fn table_lines(table: &Table) -> Vec<String> {
    let head = table.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>().join("|");
    let row = |cells: &[Cell]| {
        assert!(cells.len() == 1 || cells.len() == table.columns.len(), "a row has as many cells as columns");
        cells.iter().map(|cell| cell.text.words()).collect::<Vec<_>>().join("|")
    };
    std::iter::once(head).chain(table.rows.iter().map(|it| row(&it.cells))).collect()
}
