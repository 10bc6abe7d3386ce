//! `spbe import --copy FILE`: the rows of a conflict copy that the real file lacks.
//!
//! Where two people change a file that a drive keeps alike, the second one's changes end up in a copy that nobody reads.

use std::path::Path;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::difference;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::format::table::edit::TableEdit;
use crate::format::table::schema::Schema;
use crate::format::tables::schema;
use crate::model::decimal::Decimal;
use crate::model::files::{SCORES_FOLDER, copied_from};
use crate::model::row::RowId;
use crate::store::handed_in;
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// Takes the rows of a copy that its real file lacks; what differs stays as it is here, and is shown.
pub(super) fn run(context: &Context, copy: &Path) -> Result<ExitStatus, Failure> {
    let shown = copy.display().to_string();
    let bytes = handed_in::bytes(&context.path(copy))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::new(bilingual!("`{shown}` bukan teks UTF-8", "`{shown}` is no text in UTF-8"))
            .help(bilingual!("simpan ulang sebagai CSV UTF-8", "save it again as CSV in UTF-8"))
    })?;
    let mut change = Change::begin(context, |_| false)?;
    let original = original(&change, copy)?;
    let Some(schema) = schema(&original) else {
        return Err(by_hand(context, &change, &original, &shown, &text)?);
    };
    let mut table = change.table(&original, schema)?;
    let compared = compare(&change, &mut table, (text.trim_start_matches('\u{feff}'), &shown), schema, &original)?;
    context.ui.data(&compared.told(&original, context.language()))?;
    let (taken, differing) = (compared.taken.len(), compared.differing.len());
    let Compared { same, .. } = compared;
    if taken > 0 {
        change.changes.text(original.as_str(), table.into_text());
        change.finish(&bilingual!(
            "{taken} baris diambil ke `{original}`; {same} baris sama.",
            "Took {taken} rows into `{original}`; {same} rows are the same."
        ))?;
    } else {
        context.ui.done(&bilingual!(
            "`{original}` tidak kekurangan baris; {same} baris sama.",
            "`{original}` lacks no row; {same} rows are the same."
        ));
    }
    if differing > 0 {
        let message = bilingual!(
            "{differing} baris berbeda dan tetap seperti di `{original}`",
            "{differing} rows differ and stay as they are in `{original}`"
        );
        return Err(Failure::new(message).help(bilingual!(
            "pilih yang benar di `{original}`, lalu hapus salinannya",
            "put what is right into `{original}`, then delete the copy"
        )));
    }
    context.ui.done(&bilingual!("Salinan `{shown}` boleh dihapus.", "The copy `{shown}` can be deleted."));
    Ok(ExitStatus::Done)
}

/// Finds the file that a copy is of, by its name, at the top of the workspace or among the scores.
fn original(change: &Change<'_>, copy: &Path) -> Result<String, Failure> {
    let name = copy.file_name().unwrap_or_default().to_string_lossy();
    let named = copied_from(&name).filter(|_| !name.contains(['/', '\\']));
    let among = |original: &String| [original.clone(), format!("{SCORES_FOLDER}/{original}")];
    let found = named.iter().flat_map(among).find(|file| change.loaded.sources.text(file).is_some());
    found.ok_or_else(|| {
        let message = match &named {
            Some(original) => bilingual!(
                "`{name}` salinan `{original}`, tetapi `{original}` tidak ada",
                "`{name}` is a copy of `{original}`, but there is no `{original}`"
            ),
            None => bilingual!(
                "dari namanya, `{name}` bukan salinan berkas ruang kerja",
                "by its name, `{name}` is no copy of a file of the workspace"
            ),
        };
        Failure::new(message).help(bilingual!(
            "nama salinan misalnya `evidence (1).csv` atau `evidence-LAPTOP.csv`",
            "a copy is named such as `evidence (1).csv` or `evidence-LAPTOP.csv`"
        ))
    })
}

/// Shows what differs in a file that is no table, which only a person can put together.
fn by_hand(
    context: &Context,
    change: &Change<'_>,
    original: &str,
    shown: &str,
    copy: &str,
) -> Result<Failure, Failure> {
    let text = change.text(original)?.unwrap_or_default();
    if text.lines().eq(copy.lines()) {
        let message = bilingual!("`{shown}` sama dengan `{original}`", "`{shown}` says what `{original}` says");
        return Ok(Failure::new(message).help(bilingual!("hapus salinannya", "delete the copy")));
    }
    context.ui.data(&difference::lines(original, text, copy))?;
    let message = bilingual!(
        "`{original}` bukan tabel; yang berbeda di salinan (`+`) tidak diambil",
        "`{original}` is no table; what differs in the copy (`+`) is not taken"
    );
    Ok(Failure::new(message).help(bilingual!(
        "pindahkan baris yang kurang ke `{original}`, lalu hapus salinannya",
        "move the lines that it lacks into `{original}`, then delete the copy"
    )))
}

/// A cell that differs: its column, what stands here, what the copy says.
type Cell = (&'static str, String, String);

/// What a copy says beside its real file.
#[derive(Default)]
struct Compared {
    /// The rows that were taken, by their keys.
    taken: Vec<String>,
    /// The rows that differ, by their keys.
    differing: Vec<(String, Vec<Cell>)>,
    /// How many rows are the same.
    same: usize,
}

/// Compares a copy with its real file row by row, and puts the rows that it lacks into it.
fn compare(
    change: &Change<'_>,
    table: &mut TableEdit<'_>,
    (copy, shown): (&str, &str),
    schema: &'static Schema,
    original: &str,
) -> Result<Compared, Failure> {
    let unreadable = |error| change.refused(shown, error);
    let records = TableEdit::open(Some(copy), schema, shown).and_then(|copy| copy.records()).map_err(unreadable)?;
    let mut compared = Compared::default();
    for mut cells in records {
        // A file with semicolons writes its levels with a comma.
        for (column, cell) in schema.columns.iter().zip(&mut cells) {
            if let Some((level, _)) = Decimal::parse(cell).filter(|_| LEVELS.contains(column)) {
                *cell = table.number(level);
            }
        }
        for cell in &mut cells[..schema.keys] {
            *cell = cell.trim().to_owned();
        }
        let key: Vec<&str> = cells[..schema.keys].iter().map(String::as_str).collect();
        let refused = |error| change.refused(original, error);
        let named = on_one_line(&key.join(", "));
        match table.record(&key).map_err(refused)? {
            None => {
                let row = cells[0].parse::<RowId>();
                table
                    .put(&cells, |keys| match (&row, keys[0].parse::<RowId>()) {
                        (Ok(row), Ok(other)) => other.cmp(row),
                        _ => std::cmp::Ordering::Less,
                    })
                    .map_err(refused)?;
                compared.taken.push(named);
            }
            Some(here) => match differing(schema, &here, &cells) {
                differing if differing.is_empty() => compared.same += 1,
                differing => compared.differing.push((named, differing)),
            },
        }
    }
    Ok(compared)
}

/// The columns that hold levels.
const LEVELS: [&str; 2] = ["level", "to_level"];

/// Lists the cells that say something else than here.
fn differing(schema: &Schema, here: &[String], copy: &[String]) -> Vec<Cell> {
    let level = |text: &str| Decimal::parse(text).map(|(level, _)| level);
    let columns = schema.columns.iter().copied().zip(here.iter().zip(copy)).skip(schema.keys);
    let differs = |(column, (here, copy)): &(&'static str, (&String, &String))| {
        let alike = LEVELS.contains(column) && level(here).is_some() && level(here) == level(copy);
        !alike && here.trim() != copy.trim()
    };
    let told = columns.filter(differs);
    told.map(|(column, (here, copy))| (column, on_one_line(here.trim()), on_one_line(copy.trim()))).collect()
}

impl Compared {
    /// Shows what was taken and what differs, side by side.
    fn told(&self, original: &str, language: Language) -> String {
        let mut text = String::new();
        for key in &self.taken {
            text += &format!("+ {key}\n");
        }
        for (key, cells) in &self.differing {
            text += &format!("≠ {key}\n");
            for (column, here, copy) in cells {
                let line = bilingual!(
                    "    {column}: `{here}` di {original}, `{copy}` di salinan\n",
                    "    {column}: `{here}` in {original}, `{copy}` in the copy\n"
                );
                text += line.get(language);
            }
        }
        text
    }
}
