//! The table of `spbe evidence add --table`: a row for each document.

use std::path::{Component, Path};

use crate::bilingual;
use crate::cli::bar::Bar;
use crate::cli::change::Change;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::evidence::add::{Named, NewEvidence};
use crate::cli::evidence::bulk::{Planned, READING};
use crate::cli::failure::Failure;
use crate::cli::headed::{Headed, HeadedRow, HeadedTable};
use crate::cli::{pick, rows, words};
use crate::model::evidence::EvidenceKind;

/// The columns with the words that stand above them; the first two must be there.
const COLUMNS: [Headed; 7] = [
    ("file", &["file", "berkas", "nama berkas"]),
    ("indicator", &["indicator", "indikator", "no indikator", "nomor indikator"]),
    ("level", &["level", "tingkat"]),
    ("title", &["title", "judul", "nama dokumen"]),
    ("unit", &["unit", "unit kerja", "perangkat daerah"]),
    ("date", &["date", "tanggal"]),
    ("kind", &["kind", "jenis"]),
];

/// Plans the documents of a table: all of them, or none while a row is faulty.
pub(super) fn planned(
    context: &Context,
    change: &Change<'_>,
    table: &Path,
    outside: bool,
) -> Result<Vec<Planned>, Failure> {
    let path = context.path(table);
    let folder = path.parent().unwrap_or(Path::new(""));
    let table = HeadedTable::read(context, table, &COLUMNS, 2)?;
    let reader = Rows { context, change, folder, outside };
    let bar = Bar::begin(context.ui, &READING, table.len());
    table.each(|row| {
        bar.step();
        reader.row(row)
    })
}

/// Reads the rows of a table.
struct Rows<'a> {
    context: &'a Context,
    change: &'a Change<'a>,
    folder: &'a Path,
    outside: bool,
}

impl Rows<'_> {
    /// Reads a row.
    fn row(&self, row: HeadedRow<'_>) -> Result<Planned, Failure> {
        let workspace = &self.change.loaded.workspace;
        let cell = |name: &str| row.cell(name);
        let file = cell("file").ok_or_else(|| Failure::new(bilingual!("berkas belum disebut", "no file is named")))?;
        let indicators = cell("indicator").unwrap_or_default();
        let selectors = indicators.split([',', ';', ' ']).filter(|part| !part.is_empty());
        let selectors: Vec<String> = selectors.map(str::to_owned).collect();
        if selectors.is_empty() {
            return Err(Failure::new(bilingual!("indikator belum disebut", "no indicator is named")));
        }
        let rows = rows::named(workspace, &selectors)?;
        let instrument = pick::instrument(workspace)?;
        let level = cell("level").map(|level| pick::level(instrument, &level)).transpose()?;
        let kind = cell("kind").map(|kind| pick::word::<EvidenceKind>(&kind, "kind")).transpose()?;
        let named = Named {
            kind: kind.is_some(),
            title: words::optional(self.context, "title", cell("title").as_deref())?,
            date: cell("date").map(|date| date_or_nothing(&date)).transpose()?,
            unit: words::optional(self.context, "unit", cell("unit").as_deref())?,
            ..Named::default()
        };
        let new = if file.contains("://") {
            NewEvidence::of_address(self.context, &file, named)?
        } else {
            NewEvidence::of_file(&self.folder.join(self.inside(&file)?), kind, named)?
        };
        Ok(Planned { shown: file, new, rows, level })
    }

    /// Returns a path of the table; one that leaves its folder only where that was asked for.
    fn inside(&self, file: &str) -> Result<String, Failure> {
        let file = file.replace('\\', "/");
        let leaves = |part| !matches!(part, Component::Normal(_) | Component::CurDir);
        if self.outside || !Path::new(&file).components().any(leaves) {
            return Ok(file);
        }
        let message = bilingual!(
            "`{file}` di luar folder tabel ini (`--outside` mengizinkan)",
            "`{file}` lies outside of the folder of this table (`--outside` allows it)"
        );
        Err(Failure::new(message))
    }
}
