//! `spbe init`: the workspace of a new evaluation.

mod files;
mod instrument;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::change::{lock, plan};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::init::files::{keep_what_is_there, new_files, refuse_what_is_there};
use crate::cli::init::instrument::{chosen, target_index, usual_target};
use crate::cli::{pick, synced, wording, words};
use crate::diagnostic::source::Sources;
use crate::format::manifest::{self, NewManifest};
use crate::model::instrument::Instrument;
use crate::model::manifest::{Agency, AgencyKind};
use crate::model::row::RowId;
use crate::store::{hash, layout};
use crate::text::language::Language;

#[derive(Args, Debug)]
pub(super) struct InitArgs {
    #[arg(value_name = say("FOLDER", "DIR"), help = say("folder yang akan dibuat", "the folder to make"))]
    folder: PathBuf,
    #[arg(long, value_name = say("NAMA", "NAME"), help = say("nama resmi instansi", "official name of the agency"))]
    agency: String,
    #[arg(long, value_name = say("JENIS", "KIND"), help = say(
        "jenis instansi: kementerian, lpnk, lembaga lain, provinsi, kabupaten, kota",
        "kind of agency: ministry, agency, institution, province, regency, city",
    ))]
    kind: String,
    #[arg(long, value_name = say("TAHUN", "YEAR"), help = say("tahun evaluasi", "year of the evaluation"))]
    year: u32,
    #[arg(long, value_name = say("ID|BERKAS", "ID|FILE"), help = say(
        "instrumen; bila tidak disebut, yang berlaku pada tahun itu",
        "the instrument; unless named, the one in use that year",
    ))]
    instrument: Option<String>,
    #[arg(long, value_name = "2.60", help = say(
        "target indeks; bila tidak disebut, indeks terendah dari predikat yang memuat target level",
        "target index; unless named, the lowest of the predicate that the target level falls into",
    ))]
    target_index: Option<String>,
    #[arg(long, value_name = "3", default_value = "3", help = say(
        "target level tiap indikator; 3 bila tidak disebut",
        "target level of every indicator; 3 unless named",
    ))]
    target_level: String,
    #[arg(long, value_name = say("KODE", "CODE"), help = say("kode resmi wilayah", "official code of the region"))]
    code: Option<String>,
}

/// Makes the workspace of a new evaluation; nothing that is there already is overwritten.
pub(super) fn run(context: &Context, args: &InitArgs) -> Result<ExitStatus, Failure> {
    let root = context.path(&args.folder);
    free(&root)?;
    if !manifest::YEARS.contains(&args.year) {
        let (year, first, last) = (args.year, manifest::YEARS.start(), manifest::YEARS.end());
        return Err(Failure::new(bilingual!("`{year}` bukan tahun evaluasi", "`{year}` is no year of an evaluation"))
            .help(wording::there_are(&first.to_string(), &last.to_string())));
    }
    let (text, instrument) = chosen(context, args.instrument.as_deref(), args.year)?;
    let kind = pick::word::<AgencyKind>(&args.kind, "--kind")?;
    let target_level = pick::level(&instrument, &args.target_level)?;
    let target_index = match &args.target_index {
        Some(text) => target_index(&instrument, text)?,
        None => usual_target(&instrument, args.year, target_level),
    };
    let services: Vec<RowId> = instrument.all_rows().into_iter().filter(|row| row.service.is_some()).collect();
    let language = context.stated_language.unwrap_or(Language::Indonesian);
    let name = words::line(context, "--agency", &args.agency)?;
    let code = words::optional(context, "--code", args.code.as_deref())?;
    let manifest = manifest::write(&NewManifest {
        agency: &Agency { name, kind, code },
        year: args.year,
        instrument: &instrument.id,
        instrument_sha256: &hash::bytes(text.as_bytes()),
        language,
        target_index,
        target_level,
        services: &services,
    });
    let mut changes = new_files(manifest, text, language);
    changes.leave_out_what_is_done(&root);
    if context.dry_run {
        keep_what_is_there(context, &root, &mut changes)?;
        context.ui.data(&plan(&changes, &Sources::default()))?;
        return Ok(ExitStatus::Done);
    }
    refuse_what_is_there(&root, &changes)?;
    let _lock = lock(context, &root)?;
    // Another `init` may have been faster.
    free(&root)?;
    keep_what_is_there(context, &root, &mut changes)?;
    changes.apply(&root)?;
    welcome(context, args, &instrument);
    synced::hint(context, &root);
    Ok(ExitStatus::Done)
}

/// Refuses a folder that is a workspace already, or lies in one.
fn free(root: &Path) -> Result<(), Failure> {
    let Some(found) = layout::find(root) else { return Ok(()) };
    let shown = found.display();
    let failure = if found == layout::absolute(root) {
        Failure::new(bilingual!("`{shown}` sudah berisi ruang kerja", "`{shown}` holds a workspace already"))
    } else {
        Failure::new(bilingual!(
            "folder itu berada di dalam ruang kerja `{shown}`",
            "that folder lies in the workspace `{shown}`"
        ))
    };
    Err(failure.help(bilingual!("pilih folder lain", "choose another folder")))
}

/// Says what was made, and the commands that usually come next.
fn welcome(context: &Context, args: &InitArgs, instrument: &Instrument) {
    let (folder, id, count) = (args.folder.display(), &instrument.id, instrument.indicators.len());
    context.ui.done(&bilingual!(
        "Ruang kerja `{folder}` dibuat dengan instrumen {id} ({count} indikator).\n\
         Langkah berikutnya, dari dalam folder itu:\n  \
         git init                      simpan evaluasi ini dalam git\n  \
         spbe team add hukum …         tambahkan anggota tim\n  \
         spbe assign all --to hukum    tugaskan indikator\n  \
         spbe validate                 lihat apa yang masih kurang",
        "The workspace `{folder}` is made with the instrument {id} ({count} indicators).\n\
         Next, from within that folder:\n  \
         git init                      keep this evaluation in git\n  \
         spbe team add law …           add members of the team\n  \
         spbe assign all --to law      assign indicators\n  \
         spbe validate                 see what is still missing"
    ));
}
