//! Which work sheets are with their members, which lie here with something that is not in yet, and which are in.

use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::import::batch::Batch;
use crate::cli::import::sheets::{self, Lying, Read};
use crate::model::files::{IN_FOLDER, SHEETS_FOLDER, sheet_file};
use crate::model::workspace::Workspace;
use crate::result::progress::sheets::{Sheet, SheetState};
use crate::store::archive::Unpacked;
use crate::store::{handed_in, layout};
use crate::workbook::intake::merge::{Merged, Take};
use crate::workbook::intake::table::Said;

/// Tells whether anything in a work sheet that lies there is not in the workspace yet; what can't be read may hold anything.
pub(in crate::cli) fn is_pending(context: &Context, workspace: &Workspace, file: &Path) -> Result<bool, Failure> {
    let lying = Lying { file: file.to_owned(), shown: sheets::shown(context, file) };
    Ok(layout::is_there(file) && holds_more(workspace, &read(workspace, &lying)?))
}

/// Finds what became of every work sheet; the files that are handed in lie in `masuk/`, or where they were made.
pub(in crate::cli) fn sheets(workspace: &Workspace, root: &Path) -> Result<Vec<Sheet>, Failure> {
    let mut found = Vec::new();
    let returned = returned(workspace, root)?;
    for member in &workspace.team.members {
        let id = member.id.value.as_str();
        let back = returned.iter().filter(|sheet| sheet.member.as_deref() == Some(id));
        let before = found.len();
        found.extend(back.cloned());
        let came = workspace.received.iter().filter(|received| received.member == id);
        let state = if came.clone().next().is_some() {
            SheetState::In
        } else if layout::is_there(&root.join(sheet_file(id))) {
            SheetState::Sent
        } else {
            continue;
        };
        if found.len() == before {
            let date = came.filter_map(|received| received.date).max();
            found.push(Sheet { member: Some(id.to_owned()), state, file: None, date });
        }
    }
    found.extend(returned.into_iter().filter(|sheet| sheet.member.is_none()));
    Ok(found)
}

/// Finds the sheets that lie here with something that is not in yet.
fn returned(workspace: &Workspace, root: &Path) -> Result<Vec<Sheet>, Failure> {
    let mut returned = Vec::new();
    let mut look = |lying: &Lying| {
        let (member, more) = match read(workspace, lying) {
            Ok(found) => {
                let own = match &found {
                    Read::Sheet(found) => found.content.as_ref().ok(),
                    Read::Officer(_) => None,
                };
                let own = own.filter(|sheet| !sheet.handed.is_of_answers());
                (own.map(|sheet| sheet.member.to_string()), holds_more(workspace, &found))
            }
            // One that is open elsewhere may hold anything.
            Err(_) => (None, true),
        };
        if more {
            let file = Some(lying.shown.clone());
            returned.push(Sheet { member, state: SheetState::Returned, file, date: None });
        }
    };
    for folder in [SHEETS_FOLDER, IN_FOLDER] {
        for file in handed_in::files(&root.join(folder))? {
            let shown = shown(&file, root);
            if sheets::may_be_archive(&file) {
                // Of an archive the sheets alone are looked at; one that can't be unpacked is told by `import`.
                match Unpacked::of(&file, &sheets::is_sheet) {
                    Ok(archive) => sheets::packed(&archive, &shown)?.iter().for_each(&mut look),
                    Err(_) => look(&Lying { file, shown }),
                }
            } else if sheets::is_sheet(&file) {
                look(&Lying { file, shown });
            }
        }
    }
    Ok(returned)
}

/// Reads a sheet of whatever sort.
fn read(workspace: &Workspace, lying: &Lying) -> Result<Read, Failure> {
    // A sheet of answers does not say who will decide; for what it holds, anybody who may stands in.
    let mut deciders = workspace.team.present().filter(|member| member.role.value.decides());
    let decider = deciders.next().map(|member| member.id.value.as_str());
    sheets::read(workspace, lying, &Said::default(), None)
        .or_else(|_| sheets::read(workspace, lying, &Said::default(), decider))
}

/// Tells whether anything that a sheet says is not in the workspace yet.
fn holds_more(workspace: &Workspace, read: &Read) -> bool {
    let found = match read {
        Read::Sheet(found) => found,
        Read::Officer(officer) => return officer.is_pending(workspace),
    };
    let take = Take::Neither;
    let mut batch = Batch::new(&take, false);
    batch.add(workspace, found);
    batch.outcomes.iter().any(|outcome| outcome.merged.as_ref().is_none_or(Merged::is_pending))
}

/// Names a file as it lies in the workspace, with `/` between folders.
fn shown(file: &Path, root: &Path) -> String {
    let within: PathBuf = file.strip_prefix(root).unwrap_or(file).to_owned();
    within.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
