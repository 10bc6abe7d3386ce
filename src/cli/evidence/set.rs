//! `spbe evidence set`: what the index says of a document; its content stays.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::evidence::{link_and_file, written};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, words};
use crate::format::evidence::SCHEMA;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::files::EVIDENCE;
use crate::store::evidence_files::{incoming, inside};
use crate::text::shell::quoted;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct SetArgs {
    #[arg(value_name = "ID", help = say("id data dukung", "the id of the evidence"))]
    id: String,
    #[arg(long, value_name = say("JENIS", "KIND"), help = say(
        "jenis: document, screenshot, interview, observation",
        "the kind: document, screenshot, interview, observation",
    ))]
    kind: Option<String>,
    #[arg(long, value_name = say("JUDUL", "TITLE"), help = say("judul", "the title"))]
    title: Option<String>,
    #[arg(long, value_name = "UNIT", help = say(
        "unit yang menyerahkan; `''` mengosongkan",
        "the unit that handed it over; `''` empties",
    ))]
    unit: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say(
        "tanggal dokumen; `''` mengosongkan",
        "the day of the document; `''` empties",
    ))]
    dated: Option<String>,
    #[arg(long, value_name = say("BERKAS", "FILE"), help = say(
        "tempat berkasnya sekarang di ruang kerja, bila dipindahkan; isinya harus sama",
        "where its file is now in the workspace, if it was moved; the content must be the same",
    ))]
    file: Option<String>,
}

/// Changes what was named of a document in the index; the rest stays, and what is replaced is said.
pub(super) fn run(context: &Context, args: &SetArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| file == EVIDENCE)?;
    let entry = pick::evidence(&change.loaded.workspace, &args.id)?;
    let id = entry.id.value.to_string();
    let named = [
        ("kind", args.kind.as_deref().map(|kind| kind_of(entry, kind)).transpose()?),
        ("title", words::optional(context, "--title", args.title.as_deref())?),
        ("date", args.dated.as_deref().map(date_or_nothing).transpose()?),
        ("unit", args.unit.as_deref().map(|unit| words::line_or_nothing(context, "--unit", unit)).transpose()?),
        ("file", args.file.as_deref().map(|file| moved(&change, entry, file)).transpose()?),
    ];
    if named.iter().all(|(_, new)| new.is_none()) {
        let help = bilingual!(
            "sebut misalnya `--title JUDUL` atau `--dated 2018-07-02`",
            "name for instance `--title TITLE` or `--dated 2018-07-02`"
        );
        return Err(Failure::new(bilingual!("tidak ada yang diubah", "nothing is changed")).help(help));
    }
    let mut index = change.table(EVIDENCE, &SCHEMA)?;
    let replaced = written(&change, &mut index, &id, named)?;
    change.changes.text(EVIDENCE, index.into_text());
    change.finish(&if replaced.is_empty() {
        bilingual!("`{id}` sudah begitu; tidak ada yang diubah.", "`{id}` is like that already; nothing is changed.")
    } else {
        bilingual!("`{id}` diubah: {replaced}.", "Changed `{id}`: {replaced}.")
    })?;
    Ok(ExitStatus::Done)
}

/// Reads a kind; an address stays a link, and nothing else becomes one.
fn kind_of(entry: &Evidence, text: &str) -> Result<String, Failure> {
    let kind = pick::word::<EvidenceKind>(text, "--kind")?;
    if (kind == EvidenceKind::Link) == (entry.kind == EvidenceKind::Link) {
        return Ok(kind.code().to_owned());
    }
    Err(link_and_file())
}

/// Finds the file of a document where it is now; one with other content is refused.
fn moved(change: &Change<'_>, entry: &Evidence, file: &str) -> Result<String, Failure> {
    let file = file.replace('\\', "/");
    let file = file.strip_prefix("./").unwrap_or(&file);
    let id = entry.id.value.as_str();
    if entry.kind == EvidenceKind::Link {
        return Err(Failure::new(bilingual!("`{id}` adalah alamat, bukan berkas", "`{id}` is an address, not a file")));
    }
    let (path, _) = inside(change.loaded.root(), file)?;
    let found = incoming(&path)?;
    if entry.sha256.as_ref().is_none_or(|digest| digest.value == found.seen.sha256) {
        return Ok(file.to_owned());
    }
    let shown = quoted(file);
    Err(Failure::new(bilingual!("isi `{file}` bukan isi `{id}`", "the content of `{file}` is not that of `{id}`"))
        .help(bilingual!(
            "untuk mengganti dokumennya: `spbe evidence replace {id} {shown}`",
            "to replace the document: `spbe evidence replace {id} {shown}`"
        )))
}
