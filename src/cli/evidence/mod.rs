//! `spbe evidence`: the documents, and what they support.

pub(super) mod add;
mod address;
mod bulk;
pub(super) mod link;
mod list;
mod remove;
mod replace;
mod set;
mod unlink;

use std::path::{Component, Path};

use clap::{Args, Subcommand};

use crate::bilingual;
use crate::check::doubts_about;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::format::table::edit::{Replaced, TableEdit};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::files::{EVIDENCE, EVIDENCE_FOLDER};
use crate::store::evidence_files::{Incoming, inside};
use crate::text::slug::extension;

#[derive(Args, Debug)]
pub(super) struct EvidenceArgs {
    #[command(subcommand)]
    command: EvidenceCommand,
}

#[derive(Debug, Subcommand)]
enum EvidenceCommand {
    #[command(about = say(
        "Menyalin berkas ke evidence/, mencatat dan menautkannya",
        "Copy files into evidence/, index and link them",
    ))]
    Add(add::AddArgs),
    #[command(about = say("Menautkan data dukung ke indikator", "Link evidence to indicators"))]
    Link(link::LinkArgs),
    #[command(about = say("Melepas data dukung dari indikator", "Take evidence off indicators"))]
    Unlink(unlink::UnlinkArgs),
    #[command(about = say("Mengubah keterangan data dukung", "Change what the index says of some evidence"))]
    Set(set::SetArgs),
    #[command(about = say("Mengganti berkas data dukung", "Replace the file of some evidence"))]
    Replace(replace::ReplaceArgs),
    #[command(about = say("Menghapus data dukung yang tidak dirujuk", "Remove evidence that no score cites"))]
    Remove(remove::RemoveArgs),
    #[command(about = say("Menampilkan daftar data dukung", "List the evidence"))]
    List(list::ListArgs),
}

/// Hands over to the command that was named below `spbe evidence`.
pub(super) fn run(context: &Context, args: &EvidenceArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        EvidenceCommand::Add(args) => add::run(context, args),
        EvidenceCommand::Link(args) => link::run(context, args),
        EvidenceCommand::Unlink(args) => unlink::run(context, args),
        EvidenceCommand::Set(args) => set::run(context, args),
        EvidenceCommand::Replace(args) => replace::run(context, args),
        EvidenceCommand::Remove(args) => remove::run(context, args),
        EvidenceCommand::List(args) => list::run(context, args),
    }
}

/// Writes what was named of a document into the index and says what it replaced; nothing where nothing differs.
fn written<const N: usize>(
    change: &Change<'_>,
    index: &mut TableEdit<'_>,
    id: &str,
    named: [(&'static str, Option<String>); N],
) -> Result<String, Failure> {
    let named = named.into_iter().filter_map(|(column, new)| Some((column, new?))).collect::<Vec<_>>();
    let replaced = index.change(&[id], &named).map_err(|error| change.refused(EVIDENCE, error))?;
    let told = replaced.into_iter().map(|Replaced { column, before, now }| format!("{column}: `{before}` → `{now}`"));
    Ok(told.collect::<Vec<_>>().join("; "))
}

/// Refuses a file that is no document at all, and says of one that may be none what is doubtful.
fn doubts(context: &Context, new: &Incoming) -> Result<(), Failure> {
    let path = new.path.display().to_string();
    if new.is_pointer() {
        let message = bilingual!("`{path}` adalah penunjuk Git LFS", "`{path}` is a Git LFS pointer");
        let help =
            bilingual!("ambil dulu dokumennya dengan `git lfs pull`", "fetch its document first with `git lfs pull`");
        return Err(Failure::new(message).help(help));
    }
    if new.seen.size == 0 {
        let message = bilingual!("berkas `{path}` kosong", "the file `{path}` is empty");
        let help = bilingual!("ambil lagi dokumennya", "get the document again");
        return Err(Failure::new(message).help(help));
    }
    for doubt in doubts_about(&path, &new.seen) {
        context
            .ui
            .warning(&doubt, Some(&bilingual!("buka dan periksa dokumennya", "open the document and look at it")));
    }
    Ok(())
}

/// The endings of files that only say where a document is.
const SHORTCUTS: [&str; 9] = ["gdoc", "gsheet", "gslides", "gdraw", "gform", "url", "lnk", "webloc", "desktop"];

/// Refuses a shortcut of a sync client, a browser or a desktop: the document is elsewhere.
fn refuse_shortcut(name: &str) -> Result<(), Failure> {
    if !is_shortcut(name) {
        return Ok(());
    }
    let message = bilingual!("`{name}` hanya penunjuk, bukan dokumennya", "`{name}` is a shortcut and no document");
    let help = bilingual!(
        "unduh dokumennya (misalnya sebagai PDF), atau tambahkan alamat di dalamnya: `spbe evidence add https://…`",
        "download the document (as a PDF, say), or add the address in it: `spbe evidence add https://…`"
    );
    Err(Failure::new(message).help(help))
}

/// Tells whether a file is a shortcut, by its name.
fn is_shortcut(name: &str) -> bool {
    SHORTCUTS.contains(&extension(name).as_str())
}

/// Refuses a file that is called an address, and an address that is called anything else.
fn link_and_file() -> Failure {
    Failure::new(bilingual!(
        "`link` adalah jenis untuk alamat, dan hanya untuknya",
        "`link` is the kind of addresses, and only theirs"
    ))
}

/// Returns the file that goes when a document goes: one below `evidence/` that no other document of the index has.
///
/// The index is edited by hand and merged; a score file that it names by mistake must not be deleted.
fn own_file(change: &Change<'_>, entry: &Evidence) -> Option<String> {
    let own = &entry.file.as_ref().filter(|_| entry.kind != EvidenceKind::Link)?.value;
    let names = |file: &str| parts(file).eq(parts(own));
    let others = change.loaded.workspace.evidence.iter().filter(|other| other.id.value != entry.id.value);
    let shared = others.filter_map(|other| other.file.as_ref()).any(|other| names(&other.value));
    let below = parts(own).next() == Some(Component::Normal(EVIDENCE_FOLDER.as_ref()));
    (below && !shared && inside(change.loaded.root(), own).is_ok()).then(|| own.clone())
}

/// Splits a path of the index for comparison; a `./` in it makes no difference.
fn parts(file: &str) -> impl Iterator<Item = Component<'_>> {
    Path::new(file).components().filter(|part| *part != Component::CurDir)
}
