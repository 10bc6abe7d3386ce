//! The table of `spbe evidence add --table`: a row for each document.

use std::path::{Component, Path};

use crate::bilingual;
use crate::cli::bar::Bar;
use crate::cli::change::Change;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::evidence::add::{Named, NewEvidence};
use crate::cli::evidence::bulk::{Planned, READING};
use crate::cli::failure::Failure;
use crate::cli::{pick, rows, words};
use crate::model::evidence::EvidenceKind;
use crate::store::handed_in;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::workbook::reading::{ReadSheet, text};

/// How many faulty rows are told.
const TOLD: usize = 20;

/// The columns with the words that stand above them; the first two must be there.
const COLUMNS: [(&str, &[&str]); 7] = [
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
    let shown = table.display();
    let broken = |Bilingual { id, en }: Bilingual| Failure::new(bilingual!("`{shown}`: {id}", "`{shown}`: {en}"));
    let book = text(&handed_in::bytes(&path)?).map_err(broken)?;
    let Some(sheet) = book.sheets.first().filter(|sheet| !sheet.cells.is_empty()) else {
        return Err(broken(Bilingual::fixed("tabel ini kosong", "this table is empty")));
    };
    let column = |words: &[&str]| {
        (0..=sheet.last_column()).find(|column| words.contains(&sheet.text(0, *column).to_lowercase().trim()))
    };
    let columns: Vec<Option<u32>> = COLUMNS.iter().map(|(_, words)| column(words)).collect();
    if columns[..2].iter().any(Option::is_none) {
        let message =
            Bilingual::fixed("kolom berkas atau indikator tidak ada", "it lacks the column file or indicator");
        return Err(broken(message).help(bilingual!(
            "baris judulnya `berkas,indikator,level,judul,unit,tanggal,jenis`",
            "the header is `file,indicator,level,title,unit,date,kind`"
        )));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let reader = Rows { context, change, sheet, columns: &columns, folder, outside };
    let (mut planned, mut faults) = (Vec::new(), Vec::new());
    let bar = Bar::begin(context.ui, &READING, usize::try_from(sheet.last_row()).unwrap_or_default());
    for row in 1..=sheet.last_row() {
        if (0..=sheet.last_column()).all(|column| sheet.text(row, column).is_empty()) {
            continue;
        }
        bar.step();
        match reader.row(row) {
            Ok(document) => planned.push(document),
            Err(failure) => faults.push((row + 1, failure)),
        }
    }
    drop(bar);
    if faults.is_empty() {
        return Ok(planned);
    }
    let say = |language: Language, word: &str| -> String {
        let told = faults.iter().take(TOLD);
        told.map(|(row, failure)| format!("\n  {word} {row}: {}", failure.message(language))).collect()
    };
    let count = faults.len();
    let (id, en) = (say(Language::Indonesian, "baris"), say(Language::English, "line"));
    let message =
        bilingual!("{count} baris `{shown}` tidak dapat dipakai:{id}", "{count} rows of `{shown}` can't be used:{en}");
    let help = bilingual!("tidak ada yang ditulis; perbaiki tabelnya", "nothing is written; mend the table");
    Err(Failure::new(message).help(help))
}

/// Reads the rows of a table.
struct Rows<'a> {
    context: &'a Context,
    change: &'a Change<'a>,
    sheet: &'a ReadSheet,
    columns: &'a [Option<u32>],
    folder: &'a Path,
    outside: bool,
}

impl Rows<'_> {
    /// Reads a row.
    fn row(&self, row: u32) -> Result<Planned, Failure> {
        let workspace = &self.change.loaded.workspace;
        let cell = |name: &str| {
            let at = COLUMNS.iter().position(|(column, _)| *column == name)?;
            Some(self.sheet.text(row, self.columns[at]?)).filter(|text| !text.is_empty())
        };
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
