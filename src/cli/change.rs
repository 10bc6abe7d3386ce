//! A workspace while a command changes it: locked, read, and written at the end or only shown.

use std::path::Path;

use crate::bilingual;
use crate::cli::bar::Bar;
use crate::cli::context::Context;
use crate::cli::difference::lines;
use crate::cli::failure::{Failure, refused_cell};
use crate::cli::wording;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::source::Sources;
use crate::format::table::edit::{EditError, TableEdit};
use crate::format::table::schema::Schema;
use crate::format::team::TeamEdit;
use crate::model::files;
use crate::store::error::Error;
use crate::store::load::Loaded;
use crate::store::lock::Lock;
use crate::store::tree::Tree;
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
    /// Locks and reads the workspace for a command that rests on these files, beside those that it edits.
    pub(super) fn begin(context: &'a Context, rests_on: impl Fn(&str) -> bool) -> Result<Self, Failure> {
        let change = Self::of_each_file(context)?;
        context.admit(&change.loaded, rests_on)?;
        Ok(change)
    }

    /// Locks and loads the workspace for a command that judges each file by itself; a dry run needs no lock.
    pub(super) fn of_each_file(context: &'a Context) -> Result<Self, Failure> {
        let root = context.root()?;
        let lock = if context.dry_run { None } else { Some(lock(context, &root)?) };
        Ok(Self {
            context,
            loaded: context.begun(Tree::Folder(root)).renewed().load(),
            changes: Changes::default(),
            _lock: lock,
        })
    }

    /// Opens a table for editing.
    pub(super) fn table<'f>(&self, file: &'f str, schema: &'static Schema) -> Result<TableEdit<'f>, Failure> {
        let text = self.text(file)?;
        TableEdit::open(text, schema, file).map_err(|error| self.refused(file, error))
    }

    /// Opens `team.toml` for editing.
    pub(super) fn team(&self) -> Result<TeamEdit, Failure> {
        let text = self.text(files::TEAM)?.unwrap_or_default();
        TeamEdit::open(text).map_err(|_| self.unreadable(files::TEAM))
    }

    /// Says why a table could not be edited.
    pub(super) fn refused(&self, file: &str, error: EditError) -> Failure {
        refused_cell(error).unwrap_or_else(|findings| self.broken(file, findings.first()))
    }

    /// Writes the changes, or shows them in a dry run, and says what was done.
    pub(super) fn finish(self, message: &Bilingual) -> Result<(), Failure> {
        self.end(message, Changes::apply_kept)
    }

    /// Puts back what was changed before, or shows it in a dry run; that itself is not kept to be taken back.
    pub(super) fn put_back(self, message: &Bilingual) -> Result<(), Failure> {
        self.end(message, |changes, root, _| changes.apply(root))
    }

    /// Makes the changes, or shows them in a dry run.
    fn end(
        self,
        message: &Bilingual,
        apply: impl FnOnce(&Changes, &Path, &dyn Fn()) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        if self.context.dry_run {
            return self.context.ui.data(&plan(&self.changes, &self.loaded.sources));
        }
        let bar = Bar::begin(self.context.ui, &bilingual!("Menulis", "Writing"), self.changes.steps().len());
        apply(&self.changes, self.loaded.root(), &|| bar.step())?;
        drop(bar);
        self.context.ui.done(message);
        Ok(())
    }

    /// Returns the text of a file that is about to be edited; absent where the file is.
    pub(super) fn text(&self, file: &str) -> Result<Option<&str>, Failure> {
        if self.loaded.unreadable.contains(file) {
            return Err(self.unreadable(file));
        }
        Ok(self.loaded.sources.text(file))
    }

    /// Refuses to write to a file that can't be read, and says where reading it failed.
    pub(super) fn unreadable(&self, file: &str) -> Failure {
        let here = |finding: &&Finding| finding.place.as_ref().is_some_and(|place| &*place.file == file);
        self.broken(file, self.loaded.findings.iter().find(here))
    }

    /// Refuses to write to a file that can't be read whole, for what can't be read would be lost.
    fn broken(&self, file: &str, finding: Option<&Finding>) -> Failure {
        let failure = match finding {
            Some(finding) => Failure::of_finding(finding, &self.loaded.sources),
            None => Failure::new(wording::unreadable(file)),
        };
        failure.or_help(wording::mend_first())
    }
}

/// Locks a workspace, or a folder that is about to be one; says so if it has to wait.
pub(super) fn lock(context: &Context, root: &Path) -> Result<Lock, Failure> {
    let waiting = || context.ui.done(&bilingual!("menunggu perintah lain selesai …", "waiting for another command …"));
    Ok(Lock::acquire(root, context.patience, waiting)?)
}

/// Shows what would be written, line by line.
pub(super) fn plan(changes: &Changes, before: &Sources) -> String {
    let mut shown = String::new();
    for (file, step) in changes.steps() {
        match step {
            Step::Text(text) => shown += &lines(file, before.text(file).unwrap_or_default(), text),
            Step::Copy(incoming) => shown += &format!("+ {file} ({} bytes)\n", incoming.seen.size),
            Step::Remove => shown += &format!("- {file}\n"),
        }
    }
    visible(&shown).into_owned()
}
