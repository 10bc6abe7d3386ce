//! A workspace for the tests of forms, and documents as plain text.

use crate::form::{Kind, Options, document};
use crate::format::reading::Reading;
use crate::format::{manifest, team};
use crate::model::workspace::Workspace;
use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover, Figure, SignatureLine};
use crate::paper::document::look::Look;
use crate::paper::document::span::Text;
use crate::paper::document::table::{Cell, Table};
use crate::result::report::Report;
use crate::result::testing::{DENPASAR, in_progress, settle};
use crate::text::language::Language;

const TEAM: &str = r#"
decree = { number = "480/112/2018", date = 2018-04-02 }
[[member]]
id = "sekda"
name = "Sekretaris Daerah"
unit = "Sekretariat Daerah"
role = "coordinator"
functions = []
[[member]]
id = "kadis"
name = "Kepala Dinas Kominfo"
unit = "Dinas Kominfo"
role = "responsible"
functions = []
[[member]]
id = "entri"
name = "Pengelola Data"
unit = "Dinas Kominfo"
role = "data-entry"
functions = []
[[member]]
id = "hukum"
name = "Kepala Bagian Hukum"
position = "Kepala Bagian"
unit = "Bagian Hukum"
role = "member"
functions = ["law"]
[[member]]
id = "tik"
name = "Kepala Bidang e-Government"
unit = "Dinas Kominfo"
role = "member"
functions = ["ict"]
[[unit]]
name = "Bagian Hukum"
indicators = ["1..2", "33"]
[[unit]]
name = "Dinas Kominfo"
indicators = ["3..4", "18"]
"#;

const MANIFEST: &str = r#"
schema = 1
[agency]
name = "Pemerintah Kabupaten Pemalang"
kind = "regency"
[evaluation]
year = 2018
instrument = "spbe-2018"
target_index = "2.60"
target_level = 3
[[service]]
row = "35-1"
name = "Perizinan"
unit = "DPMPTSP"
[schedule]
planning = { start = 2018-04-17, end = 2018-05-31 }
execution = { start = 2018-06-01, end = 2018-08-31 }
"#;

/// Pemalang in 2018, in the middle of its work, with a team, units and a schedule.
///
/// Indicator 1 is agreed at 3 with its document, 2 is disputed, 3 awaits scores, 4 is not assigned; the rest is settled
/// without evidence.
pub(crate) fn pemalang() -> Workspace {
    let mut workspace = in_progress();
    workspace.manifest = manifest::read(MANIFEST, &Reading::new("spbe.toml"));
    workspace.team = team::read(TEAM, &Reading::new("team.toml"));
    workspace
}

/// The same, with every level settled.
pub(crate) fn settled() -> Workspace {
    let mut workspace = pemalang();
    settle(&mut workspace, &DENPASAR);
    workspace
}

/// Makes the result.
pub(crate) fn report(workspace: &Workspace) -> Report<'_> {
    Report::of(workspace, &[]).expect("a report")
}

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
