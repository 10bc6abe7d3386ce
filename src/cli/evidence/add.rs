//! `spbe evidence add`: files are copied, hashed, indexed and linked; addresses are indexed and linked.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::Path;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, expanded, optional_date};
use crate::cli::evidence::address::{address_of, is_address};
use crate::cli::evidence::link::{Target, put};
use crate::cli::evidence::{doubts, link_and_file, written};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows, words};
use crate::format::table::edit::TableEdit;
use crate::format::{evidence, evidence_links};
use crate::model::decimal::Decimal;
use crate::model::evidence::EvidenceKind;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, INSTRUMENT, MANIFEST, evidence_file};
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::store::evidence_files::{Incoming, incoming, vacant};
use crate::store::{hash, layout};
use crate::text::bilingual::Bilingual;
use crate::text::clean;
use crate::text::slug::{extension, slug};
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct AddArgs {
    #[arg(required = true, value_name = say("BERKAS|ALAMAT", "FILE|URL"), help = say(
        "berkas atau alamat (https://…)",
        "files or addresses (https://…)",
    ))]
    sources: Vec<String>,
    #[command(flatten)]
    target: Target,
    #[arg(long, value_name = "ID", help = say(
        "id; bila tidak disebut, dari nama dan isi berkas",
        "the id; unless named, made of the file's name and content",
    ))]
    id: Option<String>,
    #[arg(long, value_name = say("JENIS", "KIND"), help = say(
        "jenis: document, screenshot, interview, observation, link",
        "the kind: document, screenshot, interview, observation, link",
    ))]
    kind: Option<String>,
    #[arg(long, value_name = say("JUDUL", "TITLE"), help = say("judul", "the title"))]
    title: Option<String>,
    #[arg(long, value_name = "UNIT", help = say("unit yang menyerahkan", "the unit that handed it over"))]
    unit: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say("tanggal dokumen", "the day of the document"))]
    dated: Option<String>,
}

/// Takes files and addresses in as evidence of rows; an id or a title can only be given to a single one.
pub(super) fn run(context: &Context, args: &AddArgs) -> Result<ExitStatus, Failure> {
    let sources = sources(context, &args.sources);
    if sources.len() > 1 && (args.id.is_some() || args.title.is_some()) {
        let message =
            bilingual!("`--id` dan `--title` hanya untuk satu berkas", "`--id` and `--title` go with one file");
        return Err(Failure::new(message));
    }
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT].contains(&file))?;
    let (rows, level) = args.target.read(&change)?;
    let mut index = change.table(EVIDENCE, &evidence::SCHEMA)?;
    let mut links = change.table(EVIDENCE_LINKS, &evidence_links::SCHEMA)?;
    let mut ids: Vec<String> = Vec::new();
    let mut replaced = Bilingual::fixed("", "");
    for source in &sources {
        let new = NewEvidence::read(context, args, source)?;
        let id = new.take_in(context, &mut change, &mut index, &ids)?;
        replaced = replaced.and(put(&mut links, &change, &id, &rows, level)?);
        ids.push(id);
    }
    change.changes.text(EVIDENCE, index.into_text());
    change.changes.text(EVIDENCE_LINKS, links.into_text());
    let (indicators, ids) = (rows::indicators(&rows), ids.join(", "));
    let (id, en) = (&indicators.id, &indicators.en);
    change.finish(&bilingual!("Data dukung {ids} untuk {id}.", "Evidence {ids} for {en}.").and(replaced))?;
    Ok(ExitStatus::Done)
}

/// Takes in a document that was handed in for a row, links it at its level, and returns its id.
pub(in crate::cli) fn hand_in(
    context: &Context,
    change: &mut Change<'_>,
    index: &mut TableEdit<'_>,
    links: &mut TableEdit<'_>,
    (file, row, level, unit): (&Path, RowId, Option<Decimal>, Option<&String>),
    taken: &[String],
) -> Result<String, Failure> {
    let path = layout::absolute(file);
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let new = NewEvidence::of_file(incoming(&path)?, &name, unit)?;
    let id = new.take_in(context, change, index, taken)?;
    put(links, change, &id, &BTreeSet::from([row]), level)?;
    Ok(id)
}

/// Expands patterns among the sources; an address is none, whatever is in it.
fn sources(context: &Context, named: &[String]) -> Vec<String> {
    let each = named.iter().flat_map(|source| {
        if source.contains("://") {
            return vec![source.clone()];
        }
        let found = expanded(&context.directory, &[source.into()]);
        found.iter().map(|path| path.to_string_lossy().into_owned()).collect()
    });
    each.collect()
}

/// What a person says of a document; what is not named of a known one stays.
#[derive(Default)]
struct Named {
    id: bool,
    kind: bool,
    title: Option<String>,
    date: Option<String>,
    unit: Option<String>,
}

/// One document that is about to be evidence.
struct NewEvidence {
    id: Id,
    kind: EvidenceKind,
    /// What the person named.
    named: Named,
    /// The title unless one was named.
    title: String,
    /// The file to copy and its ending; absent for an address.
    file: Option<(Incoming, String)>,
    /// The address of a link.
    address: String,
}

impl NewEvidence {
    /// Hashes one source; what the person left out follows from its name, ending and content. Nothing is copied yet.
    fn read(context: &Context, args: &AddArgs, source: &str) -> Result<Self, Failure> {
        let address = is_address(context, source)?;
        let written = if address { address_of(context, source)? } else { source.to_owned() };
        let source = written.as_str();
        let name = source.trim_end_matches('/').rsplit(['/', '\\']).next().unwrap_or(source);
        let file = if address { None } else { Some((incoming(&context.path(Path::new(source)))?, extension(name))) };
        let digest = match &file {
            Some((incoming, _)) => incoming.seen.sha256.clone(),
            None => hash::bytes(source.as_bytes()),
        };
        let kind = match &args.kind {
            Some(kind) => pick::word::<EvidenceKind>(kind, "--kind")?,
            None => guessed_kind(file.as_ref().map(|(_, extension)| extension.as_str())),
        };
        if address != (kind == EvidenceKind::Link) {
            return Err(link_and_file());
        }
        let id = match &args.id {
            Some(id) => Id::parse(id).ok_or_else(|| no_id(id))?,
            None => usual_id(name, &digest)?,
        };
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let named = Named {
            id: args.id.is_some(),
            kind: args.kind.is_some(),
            title: words::optional(context, "--title", args.title.as_deref())?,
            date: optional_date(args.dated.as_deref())?.map(|date| date.to_string()),
            unit: words::optional(context, "--unit", args.unit.as_deref())?,
        };
        let title = if address { source.to_owned() } else { title_of(stem) };
        let address = if address { source.to_owned() } else { String::new() };
        Ok(Self { id, kind, named, title, file, address })
    }

    /// Makes evidence of a file alone: its name and content say all.
    fn of_file(incoming: Incoming, name: &str, unit: Option<&String>) -> Result<Self, Failure> {
        let ending = extension(name);
        let id = usual_id(name, &incoming.seen.sha256)?;
        let title = title_of(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        let kind = guessed_kind(Some(ending.as_str()));
        Ok(Self {
            id,
            kind,
            named: Named { unit: unit.cloned(), ..Named::default() },
            title,
            file: Some((incoming, ending)),
            address: String::new(),
        })
    }

    /// Copies and indexes the document; one that is there already, by its content or address, gets links and what was named.
    fn take_in(
        self,
        context: &Context,
        change: &mut Change<'_>,
        index: &mut TableEdit<'_>,
        taken: &[String],
    ) -> Result<String, Failure> {
        let digest = self.file.as_ref().map(|(incoming, _)| incoming.seen.sha256.clone()).unwrap_or_default();
        let same =
            |field: Option<&String>, wanted: &str| !wanted.is_empty() && field.is_some_and(|text| text == wanted);
        let there = change.loaded.workspace.evidence.iter().find(|entry| {
            same(entry.sha256.as_ref().map(|digest| &digest.value), &digest)
                || same(entry.file.as_ref().map(|file| &file.value), &self.address)
        });
        if let Some(there) = there {
            let id = there.id.value.to_string();
            if self.named.id && self.id != there.id.value {
                let other = &self.id;
                let message = bilingual!(
                    "dokumen ini sudah ada sebagai `{id}`, tidak dapat menjadi `{other}`",
                    "this document is there already as `{id}` and can't be `{other}`"
                );
                let help = bilingual!(
                    "untuk menautkannya: `spbe evidence link {id} --for INDIKATOR`",
                    "to link it: `spbe evidence link {id} --for INDICATOR`"
                );
                return Err(Failure::new(message).help(help));
            }
            self.amend(context, change, index, &id)?;
            return Ok(id);
        }
        let id = self.id.to_string();
        let known = change.loaded.workspace.evidence.iter().any(|entry| entry.id.value == self.id);
        if known {
            let message = bilingual!(
                "data dukung `{id}` sudah ada, dengan isi lain",
                "the evidence `{id}` is there already, with other content"
            );
            let help = bilingual!(
                "pilih id lain, atau `spbe evidence replace {id} BERKAS`",
                "choose another id, or `spbe evidence replace {id} FILE`"
            );
            return Err(Failure::new(message).help(help));
        }
        if taken.contains(&id) {
            return Ok(id);
        }
        let Named { title, date, unit, .. } = self.named;
        let mut file = self.address;
        if let Some((incoming, extension)) = self.file {
            file = evidence_file(&id, &extension);
            doubts(context, &incoming)?;
            vacant(&change.loaded.root, &file, &incoming)?;
            change.changes.copy(file.as_str(), incoming);
        }
        let cells = [
            id.clone(),
            self.kind.code().to_owned(),
            title.unwrap_or(self.title),
            date.unwrap_or_default(),
            unit.unwrap_or_default(),
            file,
            digest,
        ];
        index
            .put(&cells, |keys| if keys[0] < id.as_str() { Ordering::Less } else { Ordering::Greater })
            .map_err(|error| change.refused(EVIDENCE, error))?;
        Ok(id)
    }

    /// Writes what was named of a document that is there already, and says what that replaced.
    fn amend(
        &self,
        context: &Context,
        change: &Change<'_>,
        index: &mut TableEdit<'_>,
        id: &str,
    ) -> Result<(), Failure> {
        let Named { kind, title, date, unit, id: _ } = &self.named;
        let kind = kind.then(|| self.kind.code().to_owned());
        let named = [("kind", kind), ("title", title.clone()), ("date", date.clone()), ("unit", unit.clone())];
        let replaced = written(change, index, id, named)?;
        context.ui.done(&if replaced.is_empty() {
            bilingual!("`{id}` sudah ada; isinya tetap.", "`{id}` is there already and stays as it is.")
        } else {
            bilingual!("`{id}` sudah ada; diganti {replaced}.", "`{id}` is there already; replaced {replaced}.")
        });
        Ok(())
    }
}

/// Makes the id of a document from its name and its content.
fn usual_id(name: &str, digest: &str) -> Result<Id, Failure> {
    Id::parse(&format!("{}-{}", slug(name), &digest[..6])).ok_or_else(|| no_id(name))
}

/// Refuses a text that is no id.
fn no_id(text: &str) -> Failure {
    Failure::new(bilingual!("`{text}` bukan id", "`{text}` is no id"))
        .help(bilingual!("pakai huruf kecil, angka dan tanda hubung", "use lower-case letters, digits and hyphens"))
}

/// Makes a title of the name of a file; what can't be shown of it is left out.
fn title_of(stem: &str) -> String {
    let shown: String = stem.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    clean::line(&shown).map_or_else(|_| stem.to_owned(), |cleaned| cleaned.text)
}

/// Guesses the kind of a file by its ending; an address is a link.
fn guessed_kind(extension: Option<&str>) -> EvidenceKind {
    match extension {
        None => EvidenceKind::Link,
        Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp") => EvidenceKind::Screenshot,
        Some(_) => EvidenceKind::Document,
    }
}
