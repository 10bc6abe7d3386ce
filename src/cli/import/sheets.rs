//! The work sheets among what was named: files, and whatever a folder holds.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::bilingual;
use crate::cli::agree::decide::may_decide;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::import::officers::Officer;
use crate::cli::pick;
use crate::cli::sheet_options::book;
use crate::model::files::{FINAL, is_litter};
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::store::archive::{self, Unpacked};
use crate::store::{handed_in, hash};
use crate::text::bilingual::Bilingual;
use crate::text::slug::extension;
use crate::workbook::intake::Values;
use crate::workbook::intake::approvals::approving;
use crate::workbook::intake::handed::{Handed, handed};
use crate::workbook::intake::table::Said;
use crate::workbook::intake::understand::{Understood, understand};

/// A work sheet that was found.
pub(super) struct Found {
    /// How it was named, or where it lies below what was named.
    pub(super) shown: String,
    /// The SHA-256 digest of the file.
    pub(super) sha256: String,
    /// What became of reading it.
    pub(super) content: Result<Sheet, Bilingual>,
    /// The documents beside it, by the number of the folder that they lie in.
    pub(super) documents: Vec<(RowId, PathBuf)>,
}

impl Found {
    /// Notes what can't be used at all, so that the rest goes in without it.
    fn unfit(shown: String, why: Bilingual) -> Self {
        Self { shown, sha256: String::new(), content: Err(why), documents: Vec::new() }
    }
}

/// A work sheet that could be read.
pub(super) struct Sheet {
    /// Whose it is; of the agreed levels, who decides.
    pub(super) member: Id,
    /// What was handed in.
    pub(super) handed: Handed,
    /// What it says.
    pub(super) understood: Understood,
}

impl Sheet {
    /// Returns in whose file what it says stands.
    pub(super) fn whose(&self) -> &str {
        if self.handed.is_of_answers() { FINAL } else { self.member.as_str() }
    }

    /// Returns what stands there of a row.
    pub(super) fn values(&self, workspace: &Workspace, row: RowId) -> Values {
        if self.handed.is_of_answers() {
            return Values::agreed(workspace, row);
        }
        Values::of(workspace, self.member.as_str(), row)
    }
}

/// What was handed in.
pub(super) struct HandedIn {
    /// The work sheets.
    pub(super) sheets: Vec<Found>,
    /// The books in which an officer approved answers.
    pub(super) officers: Vec<Officer>,
    /// The archives that some of them and their documents lie in, unpacked for as long as this lives.
    _archives: Vec<Unpacked>,
}

/// Finds and reads the work sheets; a folder without any is refused, for it would be taken for one that came back empty.
pub(super) fn find(
    context: &Context,
    workspace: &Workspace,
    sources: &[PathBuf],
    said: &Said,
    by: Option<&str>,
) -> Result<HandedIn, Failure> {
    let mut files: Vec<Lying> = Vec::new();
    let (mut archives, mut found) = (Vec::new(), Vec::new());
    for source in sources {
        let path = context.path(source);
        let below = handed_in::files(&path)?;
        let mut sheets: Vec<Lying> = Vec::new();
        let before = found.len();
        for file in below {
            if may_be_archive(&file) {
                match Unpacked::of(&file, &|_| true) {
                    Ok(archive) => {
                        sheets.extend(packed(&archive, &shown(context, &file))?);
                        archives.push(archive);
                    }
                    Err(why) => found.push(Found::unfit(shown(context, &file), why)),
                }
            } else if file == path || is_sheet(&file) {
                sheets.push(Lying { shown: shown(context, &file), file });
            }
        }
        if sheets.is_empty() && found.len() == before {
            let shown = source.display();
            let message = bilingual!("tidak ada lembar kerja di `{shown}`", "there is no work sheet in `{shown}`");
            return Err(
                Failure::new(message).help(bilingual!("lembar kerja berakhiran .xlsx", "a work sheet ends in .xlsx"))
            );
        }
        files.extend(sheets);
    }
    let mut seen = BTreeSet::new();
    files.retain(|lying| seen.insert(lying.file.clone()));
    let mut folders = BTreeSet::new();
    let mut officers = Vec::new();
    for lying in files {
        let mut sheet = match read(workspace, &lying, said, by)? {
            Read::Sheet(sheet) => *sheet,
            Read::Officer(officer) => {
                officers.push(officer);
                continue;
            }
        };
        // Two sheets in one folder share its documents: they are taken once.
        let folder = lying.file.parent().unwrap_or(&lying.file);
        if sheet.content.as_ref().is_ok_and(|sheet| sheet.handed.own) && folders.insert(folder.to_owned()) {
            sheet.documents = documents(workspace, folder)?;
        }
        found.push(sheet);
    }
    Ok(HandedIn { sheets: found, officers, _archives: archives })
}

/// A work sheet where it lies.
pub(super) struct Lying {
    /// The file; of one from an archive, where that was unpacked.
    pub(super) file: PathBuf,
    /// How it is named to the person.
    pub(super) shown: String,
}

/// Names a file as the person did, or by where it lies below the folder of the command.
pub(super) fn shown(context: &Context, file: &Path) -> String {
    file.strip_prefix(&context.directory).unwrap_or(file).display().to_string()
}

/// Lists the work sheets of an archive.
pub(super) fn packed(archive: &Unpacked, shown: &str) -> Result<Vec<Lying>, Failure> {
    let files = archive.files()?.into_iter().filter(|(file, _)| is_sheet(file));
    Ok(files.map(|(file, name)| Lying { file, shown: format!("{shown}/{name}") }).collect())
}

/// What a file turned out to be.
pub(super) enum Read {
    /// A work sheet, whatever became of reading it.
    Sheet(Box<Found>),
    /// A book in which an officer approved answers.
    Officer(Officer),
}

/// Reads a work sheet, without the documents beside it.
pub(super) fn read(workspace: &Workspace, lying: &Lying, said: &Said, by: Option<&str>) -> Result<Read, Failure> {
    let file = lying.file.as_path();
    let shown = lying.shown.clone();
    let bytes = handed_in::bytes(file)?;
    let book = book(file, &bytes);
    if let Some(approving) = book.as_ref().ok().and_then(approving) {
        let content = of_this_evaluation(workspace, &approving.year, &approving.instrument).map(|()| approving);
        return Ok(Read::Officer(Officer { shown, content }));
    }
    let content = match book.and_then(|book| handed(book, said)) {
        Err(message) => Err(message),
        Ok(handed) => match member(workspace, &handed, file, by)? {
            Ok(member) => belongs(&handed, workspace).map(|()| {
                let understood = understand(&handed, workspace);
                Sheet { member, handed, understood }
            }),
            Err(message) => Err(message),
        },
    };
    Ok(Read::Sheet(Box::new(Found { shown, sha256: hash::bytes(&bytes), content, documents: Vec::new() })))
}

/// Tells whether a file may be a work sheet, by its name; what a spreadsheet keeps beside an open one is none.
pub(super) fn is_sheet(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    ["xlsx", "xlsm"].contains(&extension(&name).as_str()) && may_be_handed_in(file, &name)
}

/// Tells whether a file is an archive in which sheets may have come back, by its name.
pub(super) fn may_be_archive(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    archive::is_archive(file) && may_be_handed_in(file, &name)
}

/// Tells a file that was handed in from the documents of a row and from what programs leave lying.
fn may_be_handed_in(file: &Path, name: &str) -> bool {
    let within_a_row = file.parent().and_then(|folder| folder.file_name()).and_then(|name| name.to_str());
    let is_document = within_a_row.is_some_and(|name| name.parse::<RowId>().is_ok());
    !is_litter(name) && !name.starts_with('.') && !is_document
}

/// Finds whose sheet it is: the hidden sheet says so, else the option, else the name of the file.
fn member(
    workspace: &Workspace,
    handed: &Handed,
    file: &Path,
    by: Option<&str>,
) -> Result<Result<Id, Bilingual>, Failure> {
    if handed.is_of_answers() {
        let decider = pick::acting_member(&workspace.team, by.map(str::to_owned))?;
        may_decide(decider)?;
        return Ok(Ok(decider.id.value.clone()));
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let by_name = stem.strip_prefix("isian-").map(str::to_owned);
    let named = handed.origin.as_ref().map(|origin| origin.member.clone());
    if let (Some(named), Some(by)) = (&named, by)
        && named != by
    {
        return Ok(Err(bilingual!(
            "lembar ini milik {named}, bukan {by}",
            "this is the sheet of {named}, not of {by}"
        )));
    }
    match named.or_else(|| by.map(str::to_owned)).or(by_name) {
        Some(id) => match workspace.team.member(&id) {
            Some(member) => Ok(Ok(member.id.value.clone())),
            None if by == Some(id.as_str()) => {
                pick::member(&workspace.team, &id).map(|member| Ok(member.id.value.clone()))
            }
            None => Ok(Err(bilingual!("tidak ada anggota `{id}`", "there is no member `{id}`"))),
        },
        None => Ok(Err(bilingual!(
            "tidak disebut siapa yang menilai; tambahkan `--by ANGGOTA`",
            "it is not said who evaluates; add `--by MEMBER`"
        ))),
    }
}

/// Refuses a sheet of another year or instrument: its numbers mean other indicators.
fn belongs(handed: &Handed, workspace: &Workspace) -> Result<(), Bilingual> {
    handed.origin.as_ref().map_or(Ok(()), |origin| of_this_evaluation(workspace, &origin.year, &origin.instrument))
}

/// Refuses what was made for another year or instrument.
fn of_this_evaluation(workspace: &Workspace, other_year: &str, other: &str) -> Result<(), Bilingual> {
    let year = workspace.manifest.as_ref().map(|manifest| manifest.year.value.to_string()).unwrap_or_default();
    let instrument = workspace.instrument.as_ref().map(|instrument| instrument.id.to_string()).unwrap_or_default();
    if (other_year, other) == (year.as_str(), instrument.as_str()) {
        return Ok(());
    }
    Err(bilingual!(
        "lembar ini untuk {other_year} ({other}), bukan {year} ({instrument})",
        "this sheet is of {other_year} ({other}), not of {year} ({instrument})"
    ))
}

/// Lists the documents in the folders beside a sheet that bear the number of a row; the note that went with it is none.
fn documents(workspace: &Workspace, folder: &Path) -> Result<Vec<(RowId, PathBuf)>, Failure> {
    let rows = workspace.rows();
    let mut documents = Vec::new();
    for row in rows {
        let within = folder.join(row.to_string());
        for file in handed_in::files(&within)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name != "BACA.txt" && !is_litter(&name) && !name.starts_with('.') {
                documents.push((row, file));
            }
        }
    }
    Ok(documents)
}
