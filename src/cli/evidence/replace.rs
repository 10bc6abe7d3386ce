//! `spbe evidence replace`: another file under the same id.

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::evidence::{doubts, own_file, refuse_shortcut, written};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
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
}

/// Puts another file under an id, whose title, date and links stay; an address has no file to replace.
pub(super) fn run(context: &Context, args: &ReplaceArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| file == EVIDENCE)?;
    let entry = pick::evidence(&change.loaded.workspace, &args.id)?.clone();
    let id = entry.id.value.to_string();
    if entry.kind == EvidenceKind::Link {
        let message = bilingual!("`{id}` adalah alamat, bukan berkas", "`{id}` is an address, not a file");
        return Err(Failure::new(message));
    }
    let stays = what_stays(&change.loaded.workspace, &entry);
    refuse_shortcut(&args.file.to_string_lossy())?;
    let new = incoming(&context.path(&args.file))?;
    doubts(context, &new)?;
    let name = args.file.to_string_lossy();
    // A name of its own for each content: until the index names the new file, the old one is still there.
    let file = evidence_file(&format!("{id}-{}", &new.seen.sha256[..6]), &extension(&name));
    let old = own_file(&change, &entry).filter(|old| *old != file);
    // Under its own name a document is mended; under a new one nothing may be written over.
    if entry.file.is_none_or(|old| old.value != file) {
        vacant(&change.loaded.root, &file, &new)?;
    }
    let mut index = change.table(EVIDENCE, &SCHEMA)?;
    written(&change, &mut index, &id, [("file", Some(file.clone())), ("sha256", Some(new.seen.sha256.clone()))])?;
    change.changes.copy(file, new);
    change.changes.text(EVIDENCE, index.into_text());
    if let Some(old) = old {
        change.changes.remove(old);
    }
    let message = bilingual!("Berkas `{id}` diganti.", "Replaced the file of `{id}`.").and(stays);
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Says what of a document stays, how to change it, and which scores cite it and should be looked at again.
fn what_stays(workspace: &Workspace, entry: &Evidence) -> Bilingual {
    let (id, title) = (&entry.id.value, &entry.title);
    let date = entry.date.as_ref().map_or_else(
        || bilingual!("tanpa tanggal", "without a date"),
        |date| Bilingual::new(date.value.to_string(), date.value.to_string()),
    );
    let (date_id, date_en) = (&date.id, &date.en);
    let mut message = bilingual!(
        "\nJudul `{title}` dan tanggalnya ({date_id}) tetap; ubah dengan `spbe evidence set {id} --title … --dated …`.",
        "\nThe title `{title}` and its day ({date_en}) stay; change them with `spbe evidence set {id} --title … --dated …`."
    );
    let cited = workspace.scores.iter().filter(|score| score.evidence.iter().any(|cited| cited.value == id.as_str()));
    let cited: Vec<String> = cited.map(|score| format!("{} ({})", score.row.value, score.by)).collect();
    if !cited.is_empty() {
        let cited = cited.join(", ");
        message = message.and(bilingual!(
            "\nNilai yang merujuknya, untuk dilihat lagi: {cited}.",
            "\nScores that cite it, to be looked at again: {cited}."
        ));
    }
    message
}
