//! `spbe init`: the workspace of a new evaluation.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::change::{lock, plan};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
use crate::diagnostic::source::Sources;
use crate::format::manifest::{self, NewManifest};
use crate::format::reading::Reading;
use crate::format::{assignments, evidence, evidence_links, instrument};
use crate::model::decimal::Decimal;
use crate::model::files;
use crate::model::instrument::{Instrument, Predicate};
use crate::model::manifest::{Agency, AgencyKind};
use crate::model::row::RowId;
use crate::store::write::Changes;
use crate::store::{bundled, hash, layout, read};
use crate::text::language::Language;
use crate::text::nearest::nearest;

/// Evidence is binary to git, last of all: line endings must not change what was hashed.
const GIT_ATTRIBUTES: &str = "\
*.toml text eol=lf
*.yaml text eol=lf
*.csv text eol=lf
assignments.csv merge=union
evidence.csv merge=union
evidence-links.csv merge=union
recommendations.csv merge=union
evidence/** -text -merge
";
/// What is made anew, what is the tool's own, and what a killed command may leave.
const GIT_IGNORE: &str = "/report/\n/.spbe/\n.spbe-*.tmp\n";

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

pub(super) fn run(context: &Context, args: &InitArgs) -> anyhow::Result<ExitStatus> {
    let root = context.path(&args.folder);
    free(&root)?;
    let (text, instrument) = chosen(context, args)?;
    let kind = pick::word::<AgencyKind>(&args.kind, "--kind")?;
    let target_level = pick::level(&instrument, &args.target_level)?;
    let target_index = match &args.target_index {
        Some(text) => target_index(&instrument, text)?,
        None => usual_target(&instrument, target_level),
    };
    let services: Vec<RowId> = instrument.all_rows().into_iter().filter(|row| row.service.is_some()).collect();
    let language = context.stated_language.unwrap_or(Language::Indonesian);
    let manifest = manifest::write(&NewManifest {
        agency: &Agency { name: args.agency.clone(), kind, code: args.code.clone() },
        year: args.year,
        instrument: &instrument.id,
        instrument_sha256: &hash::bytes(text.as_bytes()),
        language,
        target_index,
        target_level,
        services: &services,
    });
    let mut changes = files(manifest, text, language);
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
    Ok(ExitStatus::Done)
}

/// Refuses a folder that is a workspace already, or lies in one.
fn free(root: &Path) -> anyhow::Result<()> {
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
    Err(failure.help(bilingual!("pilih folder lain", "choose another folder")).into())
}

/// Finds the instrument by its id, by its file, or by the year; returns its text too, which will be frozen.
fn chosen(context: &Context, args: &InitArgs) -> anyhow::Result<(String, Cow<'static, Instrument>)> {
    let found = match &args.instrument {
        None => bundled::in_use(args.year),
        Some(named) => bundled::find(named),
    };
    if let Some(found) = found {
        return Ok((found.text.to_owned(), Cow::Borrowed(found.instrument())));
    }
    match &args.instrument {
        Some(named) if named.contains(['.', '/', '\\']) => from_file(context, named),
        Some(named) => {
            let ids = bundled::all().iter().map(|bundled| bundled.id);
            let message = bilingual!("tidak ada instrumen `{named}`", "there is no instrument `{named}`");
            let help = match nearest(named, ids) {
                Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
                None => bilingual!("lihat `spbe instrument list`", "see `spbe instrument list`"),
            };
            Err(Failure::new(message).help(help).into())
        }
        None => {
            let year = args.year;
            let message = bilingual!("tidak ada instrumen untuk tahun {year}", "no instrument is in use in {year}");
            let help = bilingual!("sebutkan dengan `--instrument ID`", "name one with `--instrument ID`");
            Err(Failure::new(message).help(help).into())
        }
    }
}

fn from_file(context: &Context, named: &str) -> anyhow::Result<(String, Cow<'static, Instrument>)> {
    let reading = Reading::new(named);
    let read = match read::text(&context.directory, named) {
        read::TextFile::Read(text) => instrument::read(&text, &reading).map(|(read, _)| (text, Cow::Owned(read))),
        read::TextFile::Absent => {
            return Err(
                Failure::new(bilingual!("berkas `{named}` tidak ada", "the file `{named}` does not exist")).into()
            );
        }
        read::TextFile::Foreign(..) | read::TextFile::Refused(_) => None,
    };
    read.ok_or_else(|| {
        Failure::new(bilingual!("`{named}` bukan instrumen", "`{named}` is no instrument"))
            .help(bilingual!("lihat `spbe instrument check {named}`", "see `spbe instrument check {named}`"))
            .into()
    })
}

/// Returns the target of an agency that names none: the predicate that follows when every indicator is at its target.
fn usual_target(instrument: &Instrument, level: Decimal) -> Decimal {
    let covers = |predicate: &&Predicate| predicate.from <= level && level <= predicate.to;
    instrument.predicates.iter().find(covers).map_or(level, |predicate| predicate.from)
}

fn target_index(instrument: &Instrument, text: &str) -> anyhow::Result<Decimal> {
    let (lowest, highest) = (instrument.scale.lowest, instrument.scale.highest);
    let index = Decimal::parse(text).map(|(index, _)| index).filter(|index| (lowest..=highest).contains(index));
    index.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan target indeks", "`{text}` is no target index"))
            .help(bilingual!("pakai bilangan {lowest} sampai {highest}", "use a number from {lowest} to {highest}"))
            .into()
    })
}

fn files(manifest: String, instrument: String, language: Language) -> Changes {
    let team = match language {
        Language::Indonesian => {
            "# Tim evaluasi: tambahkan anggota dengan `spbe team add`, unit dengan `spbe unit add`.\n"
        }
        Language::English => "# The team: add members with `spbe team add`, units with `spbe unit add`.\n",
    };
    let mut changes = Changes::default();
    changes.text(files::INSTRUMENT, instrument);
    changes.text(files::TEAM, team.to_owned());
    changes.text(files::ASSIGNMENTS, assignments::SCHEMA.header() + "\n");
    changes.text(files::EVIDENCE, evidence::SCHEMA.header() + "\n");
    changes.text(files::EVIDENCE_LINKS, evidence_links::SCHEMA.header() + "\n");
    changes.text(files::GIT_ATTRIBUTES, GIT_ATTRIBUTES.to_owned());
    changes.text(files::GIT_IGNORE, GIT_IGNORE.to_owned());
    // The manifest comes last: only with it the folder is a workspace.
    changes.text(files::MANIFEST, manifest);
    changes
}

/// Refuses to write over anything but git's own files, which are left as they are later on.
fn refuse_what_is_there(root: &Path, changes: &Changes) -> anyhow::Result<()> {
    match changes.existing(root).iter().find(|file| !of_git(file)) {
        None => Ok(()),
        Some(file) => {
            Err(Failure::new(bilingual!("`{file}` sudah ada di folder itu", "`{file}` exists in that folder"))
                .help(bilingual!(
                    "pilih folder lain; tidak ada yang ditimpa",
                    "choose another folder; nothing is overwritten"
                ))
                .into())
        }
    }
}

/// As [`refuse_what_is_there`]; git's own files are left as they are, and what they lack is said.
fn keep_what_is_there(context: &Context, root: &Path, changes: &mut Changes) -> anyhow::Result<()> {
    refuse_what_is_there(root, changes)?;
    for file in changes.existing(root) {
        let lines = if file == files::GIT_IGNORE { GIT_IGNORE } else { GIT_ATTRIBUTES };
        let lines = lines.trim_end().replace('\n', "; ");
        let message = bilingual!("`{file}` sudah ada dan tidak diubah", "`{file}` exists and is left as it is");
        let help = bilingual!("tambahkan sendiri: {lines}", "add to it yourself: {lines}");
        context.ui.warning(&message, Some(&help));
        changes.drop(&file);
    }
    Ok(())
}

fn of_git(file: &str) -> bool {
    [files::GIT_ATTRIBUTES, files::GIT_IGNORE].contains(&file)
}

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
