//! What the person is told of last year's workspace: what comes along, and what is doubtful about it.

use crate::bilingual;
use crate::cli::context::Context;
use crate::text::bilingual::Bilingual;

/// What there is to tell; a dry run tells the same as the run that writes.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What comes along, without a verb: it stands behind "from last year".
    came: Vec<Bilingual>,
    /// What does not come along, or not as it was, each with the next step.
    doubtful: Vec<(Bilingual, Bilingual)>,
}

impl Told {
    /// Notes what comes along.
    pub(super) fn came(&mut self, what: Bilingual) {
        self.came.push(what);
    }

    /// Notes what is left behind or needs to be looked at, with the next step.
    pub(super) fn doubtful(&mut self, what: Bilingual, help: Bilingual) {
        self.doubtful.push((what, help));
    }

    /// Says all of it; what is left behind is a warning, for nobody finds it missing in the new workspace by themselves.
    pub(super) fn say(&self, context: &Context) {
        for Bilingual { id, en } in &self.came {
            context.ui.done(&match context.dry_run {
                true => bilingual!("Dari tahun lalu akan ikut: {id}.", "From last year would come: {en}."),
                false => bilingual!("Dari tahun lalu: {id}.", "From last year: {en}."),
            });
        }
        for (what, help) in &self.doubtful {
            context.ui.warning(what, Some(help));
        }
    }
}
