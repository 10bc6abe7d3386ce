//! `spbe evidence add`: files are copied, hashed, indexed and linked; addresses are indexed and linked.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, expanded, optional_date};
use crate::cli::evidence::address::{address_of, is_address};
use crate::cli::evidence::link::{put, target};
use crate::cli::evidence::{bulk, doubts, link_and_file, refuse_shortcut, written};
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

#[derive(Args, Debug, Default)]
pub(in crate::cli) struct AddArgs {
    #[arg(required_unless_present = "table", value_name = say("BERKAS|ALAMAT", "FILE|URL"), help = say(
        "berkas atau alamat (https://…); dengan `--infer` juga folder",
        "files or addresses (https://…); with `--infer` folders too",
    ))]
    pub(super) sources: Vec<String>,
    #[arg(
        long = "for", required_unless_present_any = ["infer", "table"], num_args = 1..,
        value_name = say("INDIKATOR", "INDICATOR"),
        help = say("indikator yang didukung", "the indicators that it supports")
    )]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say(
        "level yang didukung di indikator itu",
        "the level that it supports there",
    ))]
    level: Option<String>,
    #[arg(long, conflicts_with_all = ["indicators", "level", "id", "title", "table"], help = say(
        "indikator dan level dari nama berkas dan foldernya: `12_…`, `Indikator12a-…`, `I1-L2-02…`, `12/…`",
        "indicator and level from the names of files and folders: `12_…`, `Indikator12a-…`, `I1-L2-02…`, `12/…`",
    ))]
    pub(super) infer: bool,
    #[arg(long, conflicts_with_all = ["sources", "indicators", "level", "id", "title"], value_name = "FILE.csv", help = say(
        "tabel dengan kolom berkas, indikator, level, judul, unit, tanggal, jenis",
        "a table with the columns file, indicator, level, title, unit, date, kind",
    ))]
    pub(super) table: Option<PathBuf>,
    #[arg(long, requires = "table", help = say(
        "berkas dalam tabel boleh di luar foldernya",
        "files of the table may lie outside of its folder",
    ))]
    pub(super) outside: bool,
    #[arg(long, value_name = "ID", help = say(
        "id; bila tidak disebut, dari nama dan isi berkas",
        "the id; unless named, made of the file's name and content",
    ))]
    id: Option<String>,
    #[arg(long, value_name = say("JENIS", "KIND"), help = say(
        "jenis: document, screenshot, interview, observation, link",
        "the kind: document, screenshot, interview, observation, link",
    ))]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = say("JUDUL", "TITLE"), help = say("judul", "the title"))]
    title: Option<String>,
    #[arg(long, value_name = "UNIT", help = say("unit yang menyerahkan", "the unit that handed it over"))]
    pub(super) unit: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say("tanggal dokumen", "the day of the document"))]
    pub(super) dated: Option<String>,
}

impl AddArgs {
    /// Names a file or address for one row, and nothing else of it.
    pub(in crate::cli) fn for_row(source: &str, row: RowId) -> Self {
        Self { sources: vec![source.to_owned()], indicators: vec![row.to_string()], ..Self::default() }
    }
}

/// Takes files and addresses in as evidence of rows; an id or a title can only be given to a single one.
pub(in crate::cli) fn run(context: &Context, args: &AddArgs) -> Result<ExitStatus, Failure> {
    if args.infer || args.table.is_some() {
        return bulk::run(context, args);
    }
    let sources = sources(context, &args.sources);
    if sources.len() > 1 && (args.id.is_some() || args.title.is_some()) {
        let message =
            bilingual!("`--id` dan `--title` hanya untuk satu berkas", "`--id` and `--title` go with one file");
        return Err(Failure::new(message));
    }
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT].contains(&file))?;
    let (rows, level) = target(&change, &args.indicators, args.level.as_deref())?;
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
    let named = Named { unit: unit.cloned(), ..Named::default() };
    let id = NewEvidence::of_file(file, None, named)?.take_in(context, change, index, taken)?;
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
pub(super) struct Named {
    /// An id was.
    pub(super) id: bool,
    /// A kind was.
    pub(super) kind: bool,
    /// The title.
    pub(super) title: Option<String>,
    /// The day.
    pub(super) date: Option<String>,
    /// The unit.
    pub(super) unit: Option<String>,
}

/// One document that is about to be evidence.
pub(super) struct NewEvidence {
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
        if !address {
            refuse_shortcut(name)?;
        }
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

    /// Makes evidence of a file: what was not named follows from its name and content.
    pub(super) fn of_file(file: &Path, kind: Option<EvidenceKind>, named: Named) -> Result<Self, Failure> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        refuse_shortcut(&name)?;
        let incoming = incoming(&layout::absolute(file))?;
        let ending = extension(&name);
        let id = usual_id(&name, &incoming.seen.sha256)?;
        let title = title_of(name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
        let kind = kind.unwrap_or_else(|| guessed_kind(Some(ending.as_str())));
        if kind == EvidenceKind::Link {
            return Err(link_and_file());
        }
        Ok(Self { id, kind, named, title, file: Some((incoming, ending)), address: String::new() })
    }

    /// Makes evidence of an address.
    pub(super) fn of_address(context: &Context, address: &str, named: Named) -> Result<Self, Failure> {
        let address = address_of(context, address)?;
        let name = address.trim_end_matches('/').rsplit('/').next().unwrap_or(&address);
        let id = usual_id(name, &hash::bytes(address.as_bytes()))?;
        Ok(Self { id, kind: EvidenceKind::Link, named, title: address.clone(), file: None, address })
    }

    /// Returns the digest of its content; nothing of an address.
    pub(super) fn sha256(&self) -> Option<&str> {
        self.file.as_ref().map(|(incoming, _)| incoming.seen.sha256.as_str())
    }

    /// Copies and indexes the document; one that is there already, by its content or address, gets links and what was named.
    pub(super) fn take_in(
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
            vacant(change.loaded.root(), &file, &incoming)?;
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
