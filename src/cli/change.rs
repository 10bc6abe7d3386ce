//! A workspace while a command changes it: locked, loaded, and written at the end or only shown.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::source::Sources;
use crate::format::table::edit::{EditError, TableEdit};
use crate::format::table::schema::Schema;
use crate::format::team::TeamEdit;
use crate::model::files;
use crate::store::load::Loaded;
use crate::store::lock::Lock;
use crate::store::write::{Changes, Step};
use crate::text::bilingual::Bilingual;
use crate::text::visible::visible;

/// A workspace that this command alone may write to.
#[derive(Debug)]
pub(super) struct Change<'a> {
    context: &'a Context,
    /// The workspace as it is.
    pub(super) loaded: Loaded,
    /// What will be written.
    pub(super) changes: Changes,
    _lock: Option<Lock>,
}

impl<'a> Change<'a> {
    /// Locks and loads the workspace; a dry run needs no lock.
    pub(super) fn begin(context: &'a Context) -> anyhow::Result<Self> {
        let root = context.root()?;
        let lock = if context.dry_run { None } else { Some(lock(context, &root)?) };
        Ok(Self { context, loaded: context.begun(&root).renewed().load(), changes: Changes::default(), _lock: lock })
    }

    /// Opens a table for editing.
    pub(super) fn table<'f>(&self, file: &'f str, schema: &'static Schema) -> anyhow::Result<TableEdit<'f>> {
        let text = self.text(file)?;
        TableEdit::open(text, schema, file).map_err(|error| self.refused(file, error))
    }

    /// Opens `team.toml` for editing.
    pub(super) fn team(&self) -> anyhow::Result<TeamEdit> {
        let text = self.text(files::TEAM)?.unwrap_or_default();
        TeamEdit::open(text).map_err(|_| self.unreadable(files::TEAM))
    }

    /// Says why a table could not be edited.
    pub(super) fn refused(&self, file: &str, error: EditError) -> anyhow::Error {
        match error {
            EditError::Unreadable(findings) => self.broken(file, findings.first()),
            EditError::LineBreak(column) => {
                Failure::new(bilingual!("`{column}` tidak boleh berganti baris", "`{column}` can't hold a line break"))
                    .help(bilingual!(
                        "tulis dalam satu baris: tabel ini digabungkan git baris demi baris",
                        "write it in one line: git merges this table line by line"
                    ))
                    .into()
            }
            EditError::Hidden(column, character) => {
                let code = format!("U+{:04X}", u32::from(character));
                let message = bilingual!(
                    "`{column}` memuat karakter tak terlihat {code}",
                    "`{column}` holds the invisible character {code}"
                );
                Failure::new(message).help(bilingual!("hapus karakter itu", "remove that character")).into()
            }
            EditError::ConflictMarker(column) => {
                let message = bilingual!(
                    "satu baris pada `{column}` diawali `<<<<<<< `",
                    "a line in `{column}` begins with `<<<<<<< `"
                );
                let help = bilingual!(
                    "ubah baris itu: git menandai penggabungan yang belum selesai dengan cara yang sama",
                    "change that line: git marks an unfinished merge in the same way"
                );
                Failure::new(message).help(help).into()
            }
        }
    }

    /// Writes the changes, or shows them in a dry run, and says what was done.
    pub(super) fn finish(self, message: &Bilingual) -> anyhow::Result<()> {
        if self.context.dry_run {
            return Ok(self.context.ui.data(&plan(&self.changes, &self.loaded.sources))?);
        }
        self.changes.apply(&self.loaded.root)?;
        self.context.ui.done(message);
        Ok(())
    }

    /// Returns the text of a file that is about to be edited; absent where the file is.
    pub(super) fn text(&self, file: &str) -> anyhow::Result<Option<&str>> {
        if self.loaded.unreadable.contains(file) {
            return Err(self.unreadable(file));
        }
        Ok(self.loaded.sources.text(file))
    }

    fn first_finding(&self, file: &str) -> Option<&Finding> {
        let here = |finding: &&Finding| finding.place.as_ref().is_some_and(|place| &*place.file == file);
        self.loaded.findings.iter().find(here)
    }

    /// Refuses to write to a file that can't be read, and says where reading it failed.
    pub(super) fn unreadable(&self, file: &str) -> anyhow::Error {
        self.broken(file, self.first_finding(file))
    }

    /// Refuses to write to a file that can't be read whole, for what can't be read would be lost.
    fn broken(&self, file: &str, finding: Option<&Finding>) -> anyhow::Error {
        let help = bilingual!("perbaiki dahulu; lihat `spbe validate`", "mend it first; see `spbe validate`");
        let Some(finding) = finding else {
            return Failure::new(bilingual!("`{file}` tidak dapat dibaca", "`{file}` can't be read")).help(help).into();
        };
        Failure::of_finding(finding, &self.loaded.sources).or_help(help).into()
    }
}

/// Locks a workspace, or a folder that is about to be one; says so if it has to wait.
pub(super) fn lock(context: &Context, root: &Path) -> anyhow::Result<Lock> {
    let waiting = || context.ui.done(&bilingual!("menunggu perintah lain selesai …", "waiting for another command …"));
    Ok(Lock::acquire(root, context.patience, waiting)?)
}

/// Shows what would be written, line by line.
pub(super) fn plan(changes: &Changes, before: &Sources) -> String {
    let mut shown = String::new();
    for (file, step) in changes.steps() {
        match step {
            Step::Text(text) => shown += &lines(file, before.text(file).unwrap_or_default(), text),
            Step::Copy(incoming) => shown += &format!("+ {file} ({} bytes)\n", incoming.size),
            Step::Remove => shown += &format!("- {file}\n"),
        }
    }
    visible(&shown).into_owned()
}

/// Shows the lines that differ between two texts, the file's name first.
fn lines(file: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[same..], &new[same..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let mut shown = format!("{file}\n");
    for line in &old[..old.len() - tail] {
        shown += &format!("- {line}\n");
    }
    for line in &new[..new.len() - tail] {
        shown += &format!("+ {line}\n");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_dry_run_shows_only_the_lines_that_differ() {
        let (before, after) = ("head\na\nb\nc\n", "head\na\nB\nnew\nc\n");
        assert_eq!(lines("x.csv", before, after), "x.csv\n- b\n+ B\n+ new\n");
    }
}
