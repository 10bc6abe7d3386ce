//! `spbe evidence replace`: another file under the same id.

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::evidence::{doubts, own_file, refuse_shortcut, written};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, words};
use crate::diagnostic::place::Located;
use crate::format::evidence::SCHEMA;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::files::{EVIDENCE, evidence_file};
use crate::model::workspace::Workspace;
use crate::store::evidence_files::{incoming, vacant};
use crate::text::bilingual::Bilingual;
use crate::text::slug::extension;

#[derive(Args, Debug)]
pub(super) struct ReplaceArgs {
    #[arg(value_name = "ID", help = say("id data dukung", "the id of the evidence"))]
    id: String,
    #[arg(value_name = say("BERKAS", "FILE"), help = say("berkas penggantinya", "the new file"))]
    file: PathBuf,
    #[arg(long, value_name = say("JUDUL", "TITLE"), help = say(
        "judul yang baru; tanpa ini judul tetap",
        "its new title; without one the title stays",
    ))]
    title: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say(
        "tanggal dokumen yang baru; tanpa ini tanggalnya tetap, `''` mengosongkan",
        "the day of the new document; without one the day stays, `''` empties",
    ))]
    dated: Option<String>,
}

/// Puts another file under an id, whose links stay, and whose title and date do unless named; an address has no file to
/// replace.
pub(super) fn run(context: &Context, args: &ReplaceArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| file == EVIDENCE)?;
    let entry = pick::evidence(&change.loaded.workspace, &args.id)?.clone();
    let id = entry.id.value.to_string();
    if entry.kind == EvidenceKind::Link {
        let message = bilingual!("`{id}` adalah alamat, bukan berkas", "`{id}` is an address, not a file");
        return Err(Failure::new(message));
    }
    let title = words::optional(context, "--title", args.title.as_deref())?;
    let date = args.dated.as_deref().map(date_or_nothing).transpose()?;
    let stays = what_stays(&entry, title.is_none(), date.is_none());
    let cited = who_cites(&change.loaded.workspace, &entry);
    refuse_shortcut(&args.file.to_string_lossy())?;
    let new = incoming(&context.path(&args.file))?;
    doubts(context, &new)?;
    let name = args.file.to_string_lossy();
    // A name of its own for each content: until the index names the new file, the old one is still there.
    let file = evidence_file(&format!("{id}-{}", &new.seen.sha256[..6]), &extension(&name));
    let old = own_file(&change, &entry).filter(|old| *old != file);
    // Under its own name a document is mended; under a new one nothing may be written over.
    if entry.file.is_none_or(|old| old.value != file) {
        vacant(change.loaded.root(), &file, &new)?;
    }
    let mut index = change.table(EVIDENCE, &SCHEMA)?;
    let told = written(&change, &mut index, &id, [("title", title), ("date", date)])?;
    written(&change, &mut index, &id, [("file", Some(file.clone())), ("sha256", Some(new.seen.sha256.clone()))])?;
    change.changes.copy(file, new);
    change.changes.text(EVIDENCE, index.into_text());
    if let Some(old) = old {
        change.changes.remove(old);
    }
    let told = if told.is_empty() { told } else { format!(" {told}.") };
    let message = bilingual!("Berkas `{id}` diganti.{told}", "Replaced the file of `{id}`.{told}");
    let message = message.and(stays).and(cited);
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Says what of a document stays that was not named, and how to change it.
fn what_stays(entry: &Evidence, title_stays: bool, date_stays: bool) -> Bilingual {
    let (id, title) = (&entry.id.value, &entry.title);
    let date = entry.date.as_ref().map_or_else(
        || bilingual!("tanpa tanggal", "without a date"),
        |date| Bilingual::new(date.value.to_string(), date.value.to_string()),
    );
    let (date_id, date_en) = (&date.id, &date.en);
    match (title_stays, date_stays) {
        (true, true) => bilingual!(
            "\nJudul `{title}` dan tanggalnya ({date_id}) tetap; ubah dengan `spbe evidence set {id} --title … --dated …`.",
            "\nThe title `{title}` and its day ({date_en}) stay; change them with `spbe evidence set {id} --title … --dated …`."
        ),
        (true, false) => bilingual!(
            "\nJudul `{title}` tetap; ubah dengan `spbe evidence set {id} --title …`.",
            "\nThe title `{title}` stays; change it with `spbe evidence set {id} --title …`."
        ),
        (false, true) => bilingual!(
            "\nTanggalnya ({date_id}) tetap; ubah dengan `spbe evidence set {id} --dated …`.",
            "\nIts day ({date_en}) stays; change it with `spbe evidence set {id} --dated …`."
        ),
        (false, false) => Bilingual::fixed("", ""),
    }
}

/// Names the scores that cite a document and should be looked at again.
fn who_cites(workspace: &Workspace, entry: &Evidence) -> Bilingual {
    let id = entry.id.value.as_str();
    let cites = |evidence: &[Located<String>]| evidence.iter().any(|cited| cited.value == id);
    let cited = workspace.scores.iter().filter(|score| cites(&score.evidence));
    let cited: Vec<String> = cited.map(|score| format!("{} ({})", score.row.value, score.by)).collect();
    if cited.is_empty() {
        return Bilingual::fixed("", "");
    }
    let cited = cited.join(", ");
    bilingual!(
        "\nNilai yang merujuknya, untuk dilihat lagi: {cited}.",
        "\nScores that cite it, to be looked at again: {cited}."
    )
}
