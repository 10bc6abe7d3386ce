//! The files of a new workspace, and what stands in their way.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::format::{assignments, evidence, evidence_links};
use crate::model::files;
use crate::store::write::Changes;
use crate::text::language::Language;

/// Evidence is binary to git, last of all: line endings must not change what was hashed.
const GIT_ATTRIBUTES: &str = "\
*.toml text eol=lf
*.yaml text eol=lf
*.csv text eol=lf
assignments.csv merge=union
evidence.csv merge=union
evidence-links.csv merge=union
recommendations.csv merge=union
received.csv merge=union
wanted.csv merge=union
evidence/** -text -merge
";

/// Says what git is to leave alone: what is made anew, what is the tool's own, and what commands, programs and systems
/// leave behind.
fn git_ignore() -> String {
    ["/report/", "/lembar/", "/masuk/", "/.spbe/", ".spbe-*.tmp"]
        .iter()
        .chain(&files::LITTER)
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Plans the files of a new workspace.
pub(super) fn new_files(manifest: String, instrument: String, language: Language) -> Changes {
    let team = match language {
        Language::Indonesian => {
            "# Tim evaluasi: tambahkan anggota dengan `spbe team add`, unit dengan `spbe unit add`.\n\
             # Keputusan pembentukan tim: hapus tanda # dan isi nomor serta tanggalnya.\n\
             # decree = { number = \"480/112/2018\", date = 2018-04-02 }\n"
        }
        Language::English => {
            "# The team: add members with `spbe team add`, units with `spbe unit add`.\n\
             # The decree that sets the team up: take the # away and fill in its number and day.\n\
             # decree = { number = \"480/112/2018\", date = 2018-04-02 }\n"
        }
    };
    let mut changes = Changes::default();
    changes.text(files::INSTRUMENT, instrument);
    changes.text(files::TEAM, team.to_owned());
    changes.text(files::ASSIGNMENTS, assignments::SCHEMA.header() + "\n");
    changes.text(files::EVIDENCE, evidence::SCHEMA.header() + "\n");
    changes.text(files::EVIDENCE_LINKS, evidence_links::SCHEMA.header() + "\n");
    changes.text(files::GIT_ATTRIBUTES, GIT_ATTRIBUTES.to_owned());
    changes.text(files::GIT_IGNORE, git_ignore());
    // The manifest comes last: only with it the folder is a workspace.
    changes.text(files::MANIFEST, manifest);
    changes
}

/// Refuses to write over anything but git's own files, which are left as they are later on.
pub(super) fn refuse_what_is_there(root: &Path, changes: &Changes) -> Result<(), Failure> {
    match changes.existing(root).iter().find(|file| !of_git(file)) {
        None => Ok(()),
        Some(file) => {
            Err(Failure::new(bilingual!("`{file}` sudah ada di folder itu", "`{file}` exists in that folder")).help(
                bilingual!(
                    "pilih folder lain; tidak ada yang ditimpa",
                    "choose another folder; nothing is overwritten"
                ),
            ))
        }
    }
}

/// As [`refuse_what_is_there`]; git's own files are left as they are, and what they lack is said.
pub(super) fn keep_what_is_there(context: &Context, root: &Path, changes: &mut Changes) -> Result<(), Failure> {
    refuse_what_is_there(root, changes)?;
    for file in changes.existing(root) {
        let lines = if file == files::GIT_IGNORE { git_ignore() } else { GIT_ATTRIBUTES.to_owned() };
        let lines = lines.trim_end().replace('\n', "; ");
        let message = bilingual!("`{file}` sudah ada dan tidak diubah", "`{file}` exists and is left as it is");
        let help = bilingual!("tambahkan sendiri: {lines}", "add to it yourself: {lines}");
        context.ui.warning(&message, Some(&help));
        changes.drop(&file);
    }
    Ok(())
}

/// Tells whether a file is one of git's own, which a folder may have before it is a workspace.
fn of_git(file: &str) -> bool {
    [files::GIT_ATTRIBUTES, files::GIT_IGNORE].contains(&file)
}
