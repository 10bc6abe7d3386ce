//! `spbe external import`: the ministry's result out of a table, a copy of one, or its JSON.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::external::set::overruled;
use crate::cli::external::{Written, cells, nodes, order, replaced_levels, replaced_notes, stage, stage_help};
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::sheet_options::{SheetOptions, book};
use crate::cli::{pick, rows, wording};
use crate::format::external_scores::SCHEMA;
use crate::model::decimal::Decimal;
use crate::model::files::{EXTERNAL_SCORES, INSTRUMENT, MANIFEST};
use crate::model::row::RowId;
use crate::model::score::ExternalStage;
use crate::model::workspace::Workspace;
use crate::store::{handed_in, layout};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::slug::extension;
use crate::text::word::Vocabulary;
use crate::workbook::intake::handed::{Handed, handed};
use crate::workbook::intake::pasted::pasted;
use crate::workbook::intake::table::{Said, Whose};
use crate::workbook::intake::understand::{Understood, understand};
use crate::workbook::reading;

#[derive(Args, Debug)]
pub(super) struct ImportArgs {
    #[arg(value_name = say("BERKAS|-", "FILE|-"), help = say(
        "tabel (XLSX, CSV), teks dari `pdftotext -layout`, atau JSON kementerian; `-` membaca masukan standar",
        "a table (XLSX, CSV), text out of `pdftotext -layout`, or the ministry's JSON; `-` reads standard input",
    ))]
    source: PathBuf,
    #[arg(long, value_name = say("TAHAP", "STAGE"), help = stage_help())]
    stage: Option<String>,
    #[command(flatten)]
    table: SheetOptions,
}

/// Takes the ministry's result in, whole or not at all; what was passed over is named.
pub(super) fn run(context: &Context, args: &ImportArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT].contains(&file))?;
    pick::instrument(&change.loaded.workspace)?;
    let bytes = bytes(context, &args.source)?;
    let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| b"{[".contains(byte));
    let said = args.table.said()?;
    let message = if is_json {
        if args.stage.is_some() || !said.is_silent() {
            let message = bilingual!(
                "`--stage`, `--map`, `--sheet` dan `--header` hanya untuk tabel",
                "`--stage`, `--map`, `--sheet` and `--header` are for tables"
            );
            return Err(Failure::new(message));
        }
        nodes::write(context, &mut change, &bytes)?
    } else {
        let stage = stage(args.stage.as_deref())?;
        let read = table(context, &change.loaded.workspace, &args.source, &bytes, said)?;
        write(context, &mut change, &read, stage)?
    };
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Reads what was named.
fn bytes(context: &Context, source: &Path) -> Result<Vec<u8>, Failure> {
    if source == Path::new("-") {
        return context.standard_bytes();
    }
    let path = context.path(source);
    if !layout::is_there(&path) {
        return Err(wording::no_file(&source.display().to_string()));
    }
    Ok(handed_in::bytes(&path)?)
}

/// Reads a table, and refuses the whole of it where a row can't be taken.
fn table(
    context: &Context,
    workspace: &Workspace,
    source: &Path,
    bytes: &[u8],
    said: Said,
) -> Result<Understood, Failure> {
    let year = workspace.manifest.as_ref().map_or(0, |manifest| manifest.year.value);
    let said = Said { whose: Whose::Ministry(year), ..said };
    let handed = handed_of(workspace, source, bytes, &said).map_err(Failure::new)?;
    if handed.own {
        let message = Bilingual::fixed(
            "ini lembar kerja seorang evaluator, bukan hasil kementerian",
            "this is a work sheet of an evaluator and not the ministry's result",
        );
        return Err(Failure::new(message).help(bilingual!("pakai `spbe import`", "use `spbe import`")));
    }
    let Bilingual { id, en } = handed.recognised.clone();
    context.ui.done(&bilingual!("Dikenali: {id}.", "Recognised: {en}."));
    let understood = understand(&handed, workspace);
    for note in handed.notes.iter().chain(&understood.notes) {
        context.ui.warning(note, None);
    }
    if understood.faults.is_empty() {
        return Ok(understood);
    }
    for fault in &understood.faults {
        let (place, Bilingual { id, en }) = (&fault.place, &fault.message);
        context.ui.warning(&bilingual!("`{place}`: {id}", "`{place}`: {en}"), None);
    }
    let count = understood.faults.len();
    let verb = if count == 1 { "row" } else { "rows" };
    let message = Bilingual::new(
        format!("tidak ada yang dimasukkan: {count} baris tidak dapat dipakai"),
        format!("nothing is taken in: {count} {verb} can't be used"),
    );
    Err(Failure::new(message).help(bilingual!(
        "perbaiki nomor, nama atau levelnya menurut tabel kementerian",
        "mend the numbers, names or levels by the ministry's table"
    )))
}

/// Finds the table: in a workbook, in a text with a header, or line by line in a copy of one.
fn handed_of(workspace: &Workspace, source: &Path, bytes: &[u8], said: &Said) -> Result<Handed, Bilingual> {
    let ending = extension(&source.to_string_lossy());
    if bytes.starts_with(b"PK") || ["xlsx", "xlsm", "xls", "ods"].contains(&ending.as_str()) {
        return book(source, bytes).and_then(|book| handed(book, said));
    }
    let text = reading::decoded(bytes)?;
    let table = reading::text(bytes).and_then(|book| handed(book, said));
    match (table, &workspace.instrument) {
        (Err(_), Some(instrument)) if said.header.is_none() && said.sheet.is_none() => {
            let name = source.file_name().map_or("-".into(), |name| name.to_string_lossy());
            pasted(&text, &name, instrument, said)
        }
        (table, _) => table,
    }
}

/// Writes the levels of a table, and says which were replaced and which rows it does not have.
fn write(
    context: &Context,
    change: &mut Change<'_>,
    read: &Understood,
    stage: ExternalStage,
) -> Result<Bilingual, Failure> {
    let mut table = change.table(EXTERNAL_SCORES, &SCHEMA)?;
    let refused = |error| change.refused(EXTERNAL_SCORES, error);
    let mut written: Vec<Written> = Vec::new();
    for (row, said) in &read.rows {
        let Some((level, _)) = Decimal::parse(&said.values.level) else { continue };
        let note = Some(said.values.explanation.as_str()).filter(|note| !note.is_empty());
        let before = table.record(&[&row.to_string(), stage.code()]).map_err(refused)?;
        let Some(after) = cells(&table, (*row, stage), before.as_deref(), (Some(level), note)) else { continue };
        table.put(&after, |keys| order(keys, (*row, stage))).map_err(refused)?;
        written.push((*row, before, after));
    }
    if written.is_empty() {
        let message = bilingual!("tabel ini tidak berisi level", "this table holds no levels");
        return Err(Failure::new(message)
            .help(bilingual!("tunjuk kolomnya dengan `--map level=F`", "name the column with `--map level=F`")));
    }
    let workspace = &change.loaded.workspace;
    let rows: BTreeSet<RowId> = written.iter().map(|(row, _, _)| *row).collect();
    overruled(context, workspace, &rows, stage);
    let message = done(&written, stage).and(without(workspace, &rows));
    change.changes.text(EXTERNAL_SCORES, table.into_text());
    Ok(message)
}

/// Says how many levels came in, and which they replaced.
fn done(written: &[Written], stage: ExternalStage) -> Bilingual {
    let (id, en) = (stage.label(Language::Indonesian), stage.label(Language::English));
    let (all, new) = (written.len(), written.iter().filter(|(_, before, _)| before.is_none()).count());
    let level = if all == 1 { "level" } else { "levels" };
    let message = Bilingual::new(
        format!("Masuk: {all} level kementerian ({id}), {new} di antaranya baru."),
        format!("Taken in: {all} {level} of the ministry ({en}), {new} of them new."),
    );
    message.and(replaced_levels(written)).and(replaced_notes(written))
}

/// Names the rows of the evaluation that a table does not have.
fn without(workspace: &Workspace, rows: &BTreeSet<RowId>) -> Bilingual {
    let without: BTreeSet<RowId> = workspace.rows().difference(rows).copied().collect();
    if without.is_empty() {
        return Bilingual::same("");
    }
    let Bilingual { id, en } = rows::indicators(&without);
    bilingual!(" Tidak ada di tabel: {id}.", " Not in the table: {en}.")
}
