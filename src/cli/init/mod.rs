//! `spbe init`: the workspace of a new evaluation.

mod files;
mod from;
mod instrument;
mod told;
mod welcome;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::change::{lock, plan};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::init::files::{keep_what_is_there, new_files, refuse_what_is_there};
use crate::cli::init::instrument::{chosen, following, target_index, usual_target};
use crate::cli::init::told::Told;
use crate::cli::{pick, synced, wording, words};
use crate::diagnostic::rule::Severity;
use crate::diagnostic::source::Sources;
use crate::format::manifest::{self, NewManifest, NewService};
use crate::model::decimal::Decimal;
use crate::model::files::MANIFEST;
use crate::model::instrument::Instrument;
use crate::model::manifest::{Agency, AgencyKind, Manifest};
use crate::store::load::Loaded;
use crate::store::write::Changes;
use crate::store::{hash, layout};
use crate::text::language::Language;

#[derive(Args, Debug)]
pub(super) struct InitArgs {
    #[arg(value_name = say("FOLDER", "DIR"), help = say("folder yang akan dibuat", "the folder to make"))]
    folder: PathBuf,
    #[arg(long, required_unless_present = "from", value_name = say("NAMA", "NAME"), help = say(
        "nama resmi instansi",
        "official name of the agency",
    ))]
    agency: Option<String>,
    #[arg(long, required_unless_present = "from", value_name = say("JENIS", "KIND"), help = say(
        "jenis instansi: kementerian, lpnk, lembaga lain, provinsi, kabupaten, kota",
        "kind of agency: ministry, agency, institution, province, regency, city",
    ))]
    kind: Option<String>,
    #[arg(long, required_unless_present = "from", value_name = say("TAHUN", "YEAR"), help = say(
        "tahun evaluasi; dengan `--from`, tahun sesudahnya",
        "year of the evaluation; with `--from` the year behind",
    ))]
    year: Option<u32>,
    #[arg(long, value_name = say("ID|BERKAS", "ID|FILE"), help = say(
        "instrumen; bila tidak disebut, yang berlaku pada tahun itu, atau dengan `--from` yang milik instansi sendiri",
        "the instrument; unless named, the one in use that year, or with `--from` the agency's own",
    ))]
    instrument: Option<String>,
    #[arg(long, value_name = "2.60", help = say(
        "target indeks; bila tidak disebut, indeks terendah dari predikat yang memuat target level",
        "target index; unless named, the lowest of the predicate that the target level falls into",
    ))]
    target_index: Option<String>,
    #[arg(long, value_name = "3", help = say(
        "target level tiap indikator; 3 bila tidak disebut",
        "target level of every indicator; 3 unless named",
    ))]
    target_level: Option<String>,
    #[arg(long, value_name = say("KODE", "CODE"), help = say("kode resmi wilayah", "official code of the region"))]
    code: Option<String>,
    #[arg(long, value_name = say("FOLDER", "DIR"), help = say(
        "ruang kerja tahun lalu: instansi, tim, unit, penugasan, rekomendasi terbuka dan tampilan ikut; nilai dan data dukung tidak",
        "last year's workspace: agency, team, units, assignments, open recommendations and look come along; scores and evidence don't",
    ))]
    from: Option<PathBuf>,
}

/// Makes the workspace of a new evaluation; nothing that is there already is overwritten.
pub(super) fn run(context: &Context, args: &InitArgs) -> Result<ExitStatus, Failure> {
    let root = context.path(&args.folder);
    free(&root)?;
    let last = args.from.as_deref().map(|folder| from::read(context, folder)).transpose()?;
    let before = last.as_ref().and_then(|last| last.workspace.manifest.as_ref());
    let year = year(args, before)?;
    let mut told = Told::default();
    let named = args.instrument.as_deref();
    let (text, instrument) = match &last {
        Some(last) => following(context, named, year, last, &mut told)?,
        None => chosen(context, named, year)?,
    };
    let services = match &last {
        Some(last) if from::is_same(&last.workspace, &instrument) => from::services(&last.workspace, &instrument),
        _ => blank_services(&instrument),
    };
    let (manifest, language) = written(context, args, (year, &text, &instrument), last.as_ref(), &services)?;
    let mut changes = new_files(manifest.clone(), text, language);
    let standing = match &last {
        Some(last) => {
            changes.drop(MANIFEST);
            let standing = from::Last::new(last, &instrument, &services, &mut told).carry(&mut changes, year)?;
            // The manifest comes last: only with it the folder is a workspace.
            changes.text(MANIFEST, manifest);
            Some(standing)
        }
        None => None,
    };
    changes.leave_out_what_is_done(&root);
    write(context, &root, changes)?;
    welcome::made(context, &args.folder, &instrument);
    told.say(context);
    if !context.dry_run {
        welcome::next(context, &root, standing.as_ref());
        synced::hint(context, &root);
    }
    Ok(ExitStatus::Done)
}

/// Writes the new workspace, or shows it in a dry run; nothing is written where something stands in the way.
fn write(context: &Context, root: &Path, mut changes: Changes) -> Result<(), Failure> {
    if context.dry_run {
        keep_what_is_there(context, root, &mut changes)?;
        return context.ui.data(&plan(&changes, &Sources::default()));
    }
    refuse_what_is_there(root, &changes)?;
    let _lock = lock(context, root)?;
    // Another `init` may have been faster.
    free(root)?;
    keep_what_is_there(context, root, &mut changes)?;
    Ok(changes.apply(root)?)
}

/// Returns the year of the evaluation: the one that was named, or the one behind last year's.
fn year(args: &InitArgs, before: Option<&Manifest>) -> Result<u32, Failure> {
    let year = args.year.or_else(|| Some(before?.year.value + 1)).unwrap_or_default();
    if !manifest::YEARS.contains(&year) {
        let (first, last) = (manifest::YEARS.start(), manifest::YEARS.end());
        return Err(Failure::new(bilingual!("`{year}` bukan tahun evaluasi", "`{year}` is no year of an evaluation"))
            .help(wording::there_are(&first.to_string(), &last.to_string())));
    }
    if let Some(before) = before.filter(|before| before.year.value >= year) {
        let before = before.year.value;
        let message = bilingual!(
            "ruang kerja `--from` dari tahun {before}, bukan sebelum {year}",
            "the workspace of `--from` is of {before}, not before {year}"
        );
        return Err(Failure::new(message).help(bilingual!("sebut `--year` yang kemudian", "name a later `--year`")));
    }
    Ok(year)
}

/// Returns all rows that are assessed per service, to be filled in or removed.
fn blank_services(instrument: &Instrument) -> Vec<NewService> {
    let rows = instrument.all_rows().into_iter().filter(|row| row.service.is_some());
    rows.map(|row| NewService { row, name: String::new(), unit: String::new() }).collect()
}

/// Writes the manifest from what was named, and what was not from last year's; returns its language too.
fn written(
    context: &Context,
    args: &InitArgs,
    (year, text, instrument): (u32, &str, &Instrument),
    last: Option<&Loaded>,
    services: &[NewService],
) -> Result<(String, Language), Failure> {
    let before = last.and_then(|last| last.workspace.manifest.as_ref());
    let kind = match (&args.kind, before) {
        (None, Some(before)) => before.agency.kind,
        (kind, _) => pick::word::<AgencyKind>(kind.as_deref().unwrap_or_default(), "--kind")?,
    };
    let name = match (&args.agency, before) {
        (None, Some(before)) => before.agency.name.clone(),
        (name, _) => words::line(context, "--agency", name.as_deref().unwrap_or_default())?,
    };
    let code = words::optional(context, "--code", args.code.as_deref())?;
    let code = code.or_else(|| before?.agency.code.clone());
    let kept = |target: fn(&Manifest) -> Option<Decimal>| {
        before.and_then(target).filter(|_| before.is_some_and(|before| before.instrument.value == instrument.id))
    };
    let target_level = match (&args.target_level, kept(|before| Some(before.target_level.as_ref()?.value))) {
        (None, Some(level)) => level,
        (level, _) => pick::level(instrument, level.as_deref().unwrap_or("3"))?,
    };
    let target_index = match (&args.target_index, kept(|before| Some(before.target_index.as_ref()?.value))) {
        (Some(text), _) => target_index(instrument, text)?,
        (None, Some(index)) => index,
        (None, None) => usual_target(instrument, year, target_level),
    };
    let language = context.stated_language.or_else(|| before?.language).unwrap_or(Language::Indonesian);
    let rules: Vec<(String, Severity)> = before
        .iter()
        .flat_map(|before| &before.rules)
        .map(|(rule, severity)| (rule.value.clone(), *severity))
        .collect();
    let manifest = manifest::write(&NewManifest {
        agency: &Agency { name, kind, code },
        year,
        instrument: &instrument.id,
        instrument_sha256: &hash::bytes(text.as_bytes()),
        language,
        target_index,
        target_level,
        services,
        schedule: last.map(|last| from::schedule(&last.workspace, year)).unwrap_or_default(),
        rules: &rules,
    });
    Ok((manifest, language))
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
