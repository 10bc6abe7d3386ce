//! How reports look: `report.toml`, and the logo that it names.

use crate::bilingual;
use crate::check::logo_flaw;
use crate::cli::init::from::Last;
use crate::diagnostic::place::Located;
use crate::format::presentation;
use crate::model::disk::LogoState;
use crate::model::files::PRESENTATION;
use crate::store::evidence_files::{Incoming, incoming, inside};
use crate::store::write::Changes;
use crate::text::bilingual::Bilingual;

impl Last<'_> {
    /// Takes over how reports look, with the logo where a report can show it.
    ///
    /// One that can't be shown is looked at here, before anything is written: a path that leaves the folder would be
    /// refused halfway.
    pub(super) fn look(&mut self, changes: &mut Changes) {
        let loaded = self.loaded;
        let Some(text) = loaded.sources.text(PRESENTATION) else { return };
        let mut text = text.to_owned();
        if let Some(logo) = &loaded.workspace.presentation.logo {
            match self.logo(logo) {
                // The picture comes before the text that names it.
                Ok(picture) => changes.copy(logo.value.clone(), picture),
                Err(Bilingual { id, en }) => {
                    if let Some(value) = &logo.place.span {
                        text = presentation::without(&text, value);
                    }
                    self.told.doubtful(
                        bilingual!("logo tahun lalu tidak ikut: {id}", "without last year's logo: {en}"),
                        bilingual!(
                            "taruh logo di folder baru, lalu hapus tanda # di depan `logo` di `{PRESENTATION}`",
                            "put a logo into the new folder, then take the # before `logo` in `{PRESENTATION}` away"
                        ),
                    );
                }
            }
        }
        changes.text(PRESENTATION, text);
        self.told.came(bilingual!("tampilan laporan (`{PRESENTATION}`)", "the look of the report (`{PRESENTATION}`)"));
    }

    /// Reads the logo, or says why no report can show it.
    fn logo(&self, logo: &Located<String>) -> Result<Incoming, Bilingual> {
        let state = self.loaded.disk.logo.as_ref().unwrap_or(&LogoState::Absent);
        if let Some(flaw) = logo_flaw(&logo.value, state) {
            return Err(flaw);
        }
        let (path, _) = inside(self.loaded.root(), &logo.value).map_err(|error| error.message())?;
        incoming(&path).map_err(|error| error.message())
    }
}
