//! How reports look: `report.toml`, and the logo that it names.

use crate::bilingual;
use crate::cli::init::from::Last;
use crate::model::files::PRESENTATION;
use crate::store::evidence_files::incoming;
use crate::store::write::Changes;

impl Last<'_> {
    /// Takes over how the report looks, with its logo.
    pub(super) fn look(&mut self, changes: &mut Changes) {
        let Some(text) = self.loaded.sources.text(PRESENTATION) else { return };
        changes.text(PRESENTATION, text.to_owned());
        if let Some(logo) = &self.loaded.workspace.presentation.logo {
            let file = logo.value.replace('\\', "/");
            if let Ok(logo) = incoming(&self.loaded.root.join(&file)) {
                changes.copy(file, logo);
            }
        }
        self.told.came(bilingual!("tampilan laporan (`{PRESENTATION}`)", "the look of the report (`{PRESENTATION}`)"));
    }
}
