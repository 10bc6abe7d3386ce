//! `spbe evidence add --infer` and `--table`: many documents in one call, each to the indicator that its name or a table says.

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::bilingual;
use crate::cli::bar::Bar;
use crate::cli::change::Change;
use crate::cli::context::{Context, expanded, optional_date};
use crate::cli::evidence::add::{AddArgs, Named, NewEvidence};
use crate::cli::evidence::is_shortcut;
use crate::cli::evidence::link::put;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::{pick, rows, wording, words};
use crate::format::{evidence, evidence_links};
use crate::model::decimal::Decimal;
use crate::model::evidence::EvidenceKind;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, INSTRUMENT, MANIFEST, is_litter};
use crate::model::inferred::inferred;
use crate::model::row::RowId;
use crate::store::handed_in;
use crate::terminal::uploads::{self, Upload};
use crate::text::bilingual::Bilingual;

/// What is done while documents are read.
static READING: Bilingual = Bilingual::fixed("Membaca dokumen", "Reading documents");

/// A document that is to be taken in.
struct Planned {
    /// How it is named to the person.
    shown: String,
    /// The document.
    new: NewEvidence,
    /// The rows that it supports.
    rows: BTreeSet<RowId>,
    /// The level that it supports there.
    level: Option<Decimal>,
}

/// Takes documents in as their names or a table say; what can't be told is listed and stays where it is.
pub(super) fn run(context: &Context, args: &AddArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT].contains(&file))?;
    let (planned, left) = match &args.table {
        Some(table) => (table::planned(context, &change, table, args.outside)?, Vec::new()),
        None => by_names(context, &change, args)?,
    };
    let taken = take_in(context, &mut change, planned)?;
    context.ui.data(&uploads::table(&taken, &left, context.language(), context.list_width()))?;
    if taken.is_empty() {
        let message =
            bilingual!("tidak ada berkas yang dapat dikenali indikatornya", "no file says which indicator it is for");
        let help = bilingual!(
            "beri nama seperti `12_judul.pdf`, taruh di folder `12/`, atau sebut dengan `--for` atau `--table`",
            "name it such as `12_title.pdf`, put it into a folder `12/`, or say so with `--for` or `--table`"
        );
        return Err(Failure::new(message).help(help));
    }
    let documents: BTreeSet<&String> = taken.iter().map(|upload| &upload.id).collect();
    let (count, documents, waiting) = (taken.len(), documents.len(), left.len());
    let mut message =
        bilingual!("{count} berkas menjadi {documents} dokumen.", "{count} files are {documents} documents.");
    if waiting > 0 {
        message = message.and(bilingual!(" {waiting} belum dapat dikenali.", " {waiting} can't be told yet."));
    }
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Puts documents into the index and links them. One regulation comes under many names: it is one document.
fn take_in(context: &Context, change: &mut Change<'_>, planned: Vec<Planned>) -> Result<Vec<Upload>, Failure> {
    let mut index = change.table(EVIDENCE, &evidence::SCHEMA)?;
    let mut links = change.table(EVIDENCE_LINKS, &evidence_links::SCHEMA)?;
    let mut ids: Vec<String> = Vec::new();
    let mut by_content: BTreeMap<String, String> = BTreeMap::new();
    let mut taken = Vec::new();
    for Planned { shown, new, rows, level } in planned {
        let digest = new.sha256().map(str::to_owned);
        let id = match digest.as_ref().and_then(|digest| by_content.get(digest)) {
            Some(id) => id.clone(),
            None => new.take_in(context, change, &mut index, &ids)?,
        };
        by_content.extend(digest.map(|digest| (digest, id.clone())));
        put(&mut links, change, &id, &rows, level)?;
        taken.push(Upload { file: shown, rows: rows::listed(&rows), level, id: id.clone() });
        ids.push(id);
    }
    change.changes.text(EVIDENCE, index.into_text());
    change.changes.text(EVIDENCE_LINKS, links.into_text());
    Ok(taken)
}

/// Plans the files of what was named by their names; those that say nothing are returned apart.
fn by_names(context: &Context, change: &Change<'_>, args: &AddArgs) -> Result<(Vec<Planned>, Vec<String>), Failure> {
    let known = change.loaded.workspace.rows();
    let instrument = pick::instrument(&change.loaded.workspace)?;
    let kind = args.kind.as_deref().map(|kind| pick::word::<EvidenceKind>(kind, "--kind")).transpose()?;
    let date = optional_date(args.dated.as_deref())?.map(|date| date.to_string());
    let unit = words::optional(context, "--unit", args.unit.as_deref())?;
    let sources: Vec<PathBuf> = args.sources.iter().map(PathBuf::from).collect();
    let (mut planned, mut left) = (Vec::new(), Vec::new());
    for source in expanded(&context.directory, &sources) {
        let path = context.path(&source);
        let files = handed_in::files(&path)?;
        if files.is_empty() {
            return Err(wording::no_file(&source.display().to_string()));
        }
        let bar = Bar::begin(context.ui, &READING, files.len());
        for file in files {
            bar.step();
            let below = file.strip_prefix(path.parent().unwrap_or(Path::new(""))).unwrap_or(&file);
            let names: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            let name = names.last().cloned().unwrap_or_default();
            if is_litter(&name) || names.iter().any(|name| name.starts_with('.')) || name == "BACA.txt" {
                continue;
            }
            let found = inferred(names.iter().rev().map(String::as_str), &known).filter(|_| !is_shortcut(&name));
            let shown = names.join("/");
            let Some(found) = found else {
                left.push(shown);
                continue;
            };
            let named = Named { kind: kind.is_some(), date: date.clone(), unit: unit.clone(), ..Named::default() };
            let level = found.level.map(Decimal::from).filter(|level| instrument.scale.allows(*level));
            let new = NewEvidence::of_file(&file, kind, named)?;
            planned.push(Planned { shown, new, rows: BTreeSet::from([found.row]), level });
        }
    }
    Ok((planned, left))
}
