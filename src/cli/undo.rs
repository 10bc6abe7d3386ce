//! `spbe undo`: what the last command changed is put back, as long as nobody changed it since.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::store::journal::Journal;

#[derive(Args, Debug)]
pub(super) struct UndoArgs {}

/// Puts back what the last command changed; one step, and refused where any of it is not as that command left it.
pub(super) fn run(context: &Context, _: &UndoArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::of_each_file(context)?;
    let root = change.loaded.root().to_owned();
    let Some(journal) = Journal::last(&root) else {
        let message = bilingual!("tidak ada yang dapat dibatalkan", "there is nothing to take back");
        let help = bilingual!(
            "hanya perubahan terakhir yang dapat dibatalkan, sekali",
            "only what the last command changed can be taken back, once"
        );
        return Err(Failure::new(message).help(help));
    };
    if let Some(file) = journal.changed_since(&root) {
        let message = bilingual!("`{file}` sudah berubah sesudah itu", "`{file}` has changed since");
        let help = bilingual!(
            "tidak ada yang dibatalkan; lihat isinya, atau kembalikan dari git bila ada",
            "nothing is taken back; look at it, or bring it back from git where there is one"
        );
        return Err(Failure::new(message).help(help));
    }
    let files: Vec<String> = journal.files().map(|file| format!("`{file}`")).collect();
    let files = files.join(", ");
    change.changes = journal.back()?;
    change.put_back(&bilingual!("Dibatalkan: {files} seperti semula.", "Taken back: {files} as before."))?;
    if !context.dry_run {
        journal.forget();
    }
    Ok(ExitStatus::Done)
}
