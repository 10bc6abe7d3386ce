//! `spbe import`: work sheets that came back, and sheets that an agency has already, are taken in cell by cell.

mod batch;
mod copy;
mod officers;
mod reply;
mod sheets;
mod told;
pub(super) mod waiting;

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, expanded};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::import::batch::Batch;
use crate::cli::sheet_options::SheetOptions;
use crate::cli::{approve, rows, wording};
use crate::model::files::RECEIVED;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::workbook::intake::merge::Take;

#[derive(Args, Debug)]
pub(super) struct ImportArgs {
    #[arg(required_unless_present = "copy", value_name = say("BERKAS|FOLDER", "FILE|DIR"), help = say(
        "lembar kerja (XLSX, CSV), atau folder atau ZIP berisi lembar kerja dan dokumennya",
        "work sheets (XLSX, CSV), or folders and ZIP archives with work sheets and their documents",
    ))]
    sources: Vec<PathBuf>,
    #[arg(
        long, value_name = say("BERKAS", "FILE"),
        conflicts_with_all = ["sources", "by", "take", "allow_clear", "reply", "map", "sheet", "header"],
        help = say(
            "salinan konflik dari drive bersama, misalnya `evidence-LAPTOP.csv`: ambil baris yang belum ada di berkas aslinya",
            "a conflict copy of a shared drive, such as `evidence-LAPTOP.csv`: take the rows that its real file lacks",
        )
    )]
    copy: Option<PathBuf>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "anggota yang menilai, bila lembarnya tidak menyebutkannya",
        "the member who evaluates, where the sheet does not say so",
    ))]
    by: Option<String>,
    #[arg(
        long, num_args = 1.., value_names = ["sheet|workspace", "INDICATOR"],
        help = say(
            "bila keduanya berubah: pakai isi lembar (`sheet`) atau ruang kerja (`workspace`), untuk semua atau indikator ini",
            "where both changed: take the sheet's word or the workspace's, for all or for these indicators",
        )
    )]
    take: Vec<String>,
    #[arg(long, help = say("sel yang dikosongkan di lembar juga dikosongkan di sini", "empty here what was emptied in the sheet"))]
    allow_clear: bool,
    #[arg(long, value_name = "FOLDER", help = say(
        "tulis lembar yang tidak dimasukkan ke folder ini, sel yang salah merah, dengan pesan untuk anggotanya",
        "write the sheets that were left out into this folder, faulty cells red, with a message to their member",
    ))]
    reply: Option<PathBuf>,
    #[command(flatten)]
    table: SheetOptions,
}

/// Takes in what was handed in: each sheet whole or not at all, and exit code 2 where one was left out.
pub(super) fn run(context: &Context, args: &ImportArgs) -> Result<ExitStatus, Failure> {
    if let Some(copy) = &args.copy {
        return copy::run(context, copy);
    }
    let mut change = Change::begin(context, |file| approve::rests_on(file) || file == RECEIVED)?;
    let said = args.table.said()?;
    let take = take(&change.loaded.workspace, &args.take)?;
    let by = args.by.clone().or_else(|| context.member());
    let sources = expanded(&context.directory, &args.sources);
    let handed_in = sheets::find(context, &change.loaded.workspace, &sources, &said, by.as_deref())?;
    let (found, officers) = (&handed_in.sheets, &handed_in.officers);
    let mut batch = Batch::new(&take, args.allow_clear);
    for sheet in found {
        batch.add(&change.loaded.workspace, sheet);
    }
    let left_out = batch.left_out() + officers::left_out(officers);
    let language = context.language();
    let mut told = if found.is_empty() { String::new() } else { told::told(&batch, language, context.list_width()) };
    told += &officers::told(officers, language);
    let message = batch.write(context, &mut change)?;
    let approved = officers::write(context, &mut change, officers, by.as_deref())?;
    context.ui.data(&told)?;
    let message = match (message, approved) {
        (Some(message), Some(approved)) => Some(message.and(bilingual!(" ", " ")).and(approved)),
        (message, approved) => message.or(approved),
    };
    match message {
        Some(message) => change.finish(&message)?,
        None => context.ui.done(&bilingual!("Tidak ada yang perlu ditulis.", "There is nothing to write.")),
    }
    if let (Some(folder), true) = (&args.reply, left_out > 0) {
        reply::write(context, &batch, folder)?;
    }
    if left_out > 0 {
        let message = match found.len() + officers.len() - left_out {
            0 => Bilingual::fixed("tidak ada lembar yang dimasukkan", "no sheet was taken in"),
            taken => bilingual!(
                "{left_out} lembar tidak dimasukkan; {taken} lainnya sudah",
                "{left_out} sheets were left out; the other {taken} are in"
            ),
        };
        let help = bilingual!(
            "perbaiki sel yang disebut, atau pilih dengan `--take sheet` atau `--take workspace`",
            "mend the cells that are named, or choose with `--take sheet` or `--take workspace`"
        );
        return Err(Failure::new(message).help(help));
    }
    Ok(ExitStatus::Done)
}

/// Reads whose word counts where both sides changed a cell.
fn take(workspace: &Workspace, words: &[String]) -> Result<Take, Failure> {
    let Some((side, named)) = words.split_first() else { return Ok(Take::Neither) };
    let rows = if named.is_empty() { workspace.rows() } else { rows::named(workspace, named)? };
    match side.to_lowercase().as_str() {
        "sheet" | "lembar" => Ok(Take::Sheet(rows)),
        "workspace" | "ruang-kerja" => Ok(Take::Workspace(rows)),
        _ => Err(Failure::new(wording::no_value(side, "--take")).help(wording::choices("`sheet`, `workspace`"))),
    }
}
