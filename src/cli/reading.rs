//! The one door through which a command reads a workspace.
//!
//! Every command says which files it rests on. Half of one of them is refused, for it would be taken for the whole;
//! what is wrong elsewhere is noted, so that nobody takes silence for soundness.

use std::collections::BTreeMap;
use std::path::Path;

use crate::bilingual;
use crate::cli::context::{Context, root_of, tree_of};
use crate::cli::failure::Failure;
use crate::cli::wording;
use crate::diagnostic::finding::Finding;
use crate::model::files;
use crate::store::load::{self, Begun, Loaded};
use crate::text::bilingual::Bilingual;

/// The files of which nothing can be left out where levels are counted.
pub(super) fn levels(file: &str) -> bool {
    let of_scores = [files::TEAM, files::ASSIGNMENTS, files::EXTERNAL_NODES].contains(&file);
    [files::MANIFEST, files::INSTRUMENT].contains(&file) || of_scores || scores(file)
}

/// The scores of everyone, the agreed levels and the ministry's among them.
pub(super) fn scores(file: &str) -> bool {
    file.starts_with(files::EVERY_SCORE)
}

impl Context {
    /// Reads the workspace for a command that rests on these files.
    pub(super) fn read(&self, rests_on: impl Fn(&str) -> bool) -> Result<Loaded, Failure> {
        let loaded = self.load()?;
        self.admit(&loaded, rests_on)?;
        Ok(loaded)
    }

    /// Reads the workspace as [`Self::read`] does, also one in a bundle.
    pub(super) fn read_anywhere(&self, rests_on: impl Fn(&str) -> bool) -> Result<Loaded, Failure> {
        let loaded = self.load_anywhere()?;
        self.admit(&loaded, rests_on)?;
        Ok(loaded)
    }

    /// Reads a workspace that was received, in a bundle or a folder, as [`Self::read`] does with the own.
    pub(super) fn read_received(&self, path: &Path, rests_on: impl Fn(&str) -> bool) -> Result<Loaded, Failure> {
        let loaded = Begun::of(tree_of(&self.path(path))?).load();
        self.admit(&loaded, rests_on)?;
        Ok(loaded)
    }

    /// Refuses half of a file that the command rests on, and notes what else is wrong.
    pub(super) fn admit(&self, loaded: &Loaded, rests_on: impl Fn(&str) -> bool) -> Result<(), Failure> {
        if let Some(finding) = obstacle(loaded, rests_on) {
            return Err(Failure::of_finding(finding, &loaded.sources).or_help(wording::mend_first()));
        }
        if let Some(Bilingual { id, en }) = noted(&loaded.findings) {
            let message = bilingual!("ada {id}", "reading the files gave {en}");
            self.ui.warning(&message, Some(&wording::see_validate()));
        }
        Ok(())
    }

    /// Reads the workspace of last cycle, in another folder, as [`Self::read`] does with this one.
    pub(super) fn read_previous(&self, folder: &Path, rests_on: impl Fn(&str) -> bool) -> Result<Loaded, Failure> {
        let loaded = load::load(&root_of(&self.path(folder))?);
        let shown = folder.display().to_string();
        let help = wording::see_validate_of(&shown);
        if obstacle(&loaded, rests_on).is_some() {
            let message = bilingual!(
                "ruang kerja siklus lalu `{shown}` tidak dapat dibaca",
                "the workspace of last cycle, `{shown}`, can't be read"
            );
            return Err(Failure::new(message).help(help));
        }
        if let Some(Bilingual { id, en }) = noted(&loaded.findings) {
            let message =
                bilingual!("ruang kerja siklus lalu: ada {id}", "reading the workspace of last cycle gave {en}");
            self.ui.warning(&message, Some(&help));
        }
        Ok(loaded)
    }
}

/// Says how many findings reading gave, and in which files; nothing where there are none.
fn noted(findings: &[Finding]) -> Option<Bilingual> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for place in findings.iter().filter_map(|finding| finding.place.as_ref()) {
        *files.entry(&place.file).or_default() += 1;
    }
    let each: Vec<String> = files.iter().map(|(file, count)| format!("`{file}` ({count})")).collect();
    let (count, each) = (findings.len(), each.join(", "));
    let said = bilingual!("{count} temuan saat membaca berkas: {each}", "{count} findings: {each}");
    (count > 0).then_some(said)
}

/// Finds what keeps a file from being taken for the whole: the first finding that cut it short.
fn obstacle(loaded: &Loaded, rests_on: impl Fn(&str) -> bool) -> Option<&Finding> {
    let workspace = &loaded.workspace;
    // These two are taken whole or not at all, whatever was wrong with them.
    let lost = |file: &str| match file {
        files::MANIFEST => workspace.manifest.is_none(),
        files::INSTRUMENT => workspace.instrument.is_none(),
        _ => false,
    };
    loaded.findings.iter().find(|finding| {
        let Some(place) = &finding.place else { return false };
        rests_on(&place.file) && (finding.cuts || lost(&place.file))
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{levels, obstacle, scores};
    use crate::bilingual;
    use crate::diagnostic::file_rules::{BAD_SYNTAX, MISSING_FIELD, NOT_CANONICAL};
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::place::Place;
    use crate::model::files;
    use crate::store::load::{Loaded, load};

    /// A sound workspace in which something is wrong with a file.
    fn with_finding(rule: &'static str, file: &str) -> Loaded {
        let mut loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pemalang-2018"));
        assert!(obstacle(&loaded, |_| true).is_none(), "the example is sound");
        loaded.findings.push(Finding::at(rule, Place::file(file), bilingual!("salah", "wrong")));
        loaded
    }

    #[test]
    fn half_a_file_stands_in_the_way_of_those_that_rest_on_it() {
        let loaded = with_finding(BAD_SYNTAX, files::TEAM);
        assert!(obstacle(&loaded, |file| file == files::TEAM).is_some());
        assert!(obstacle(&loaded, |file| file == files::EVIDENCE).is_none());
        let spelling = with_finding(NOT_CANONICAL, files::TEAM);
        assert!(obstacle(&spelling, |_| true).is_none(), "a spelling cuts nothing off");
    }

    #[test]
    fn a_manifest_or_instrument_that_is_not_there_is_told_by_what_is_wrong_with_it() {
        for file in [files::MANIFEST, files::INSTRUMENT] {
            let mut loaded = with_finding(MISSING_FIELD, file);
            assert!(obstacle(&loaded, |_| true).is_none(), "{file} could be read all the same");
            loaded.workspace.manifest = None;
            loaded.workspace.instrument = None;
            assert!(obstacle(&loaded, |named| named == file).is_some(), "{file}");
            assert!(obstacle(&loaded, |named| named == files::TEAM).is_none(), "{file}");
        }
    }

    #[test]
    fn levels_rest_on_every_score_and_on_who_was_to_give_one() {
        for file in ["scores/hukum.csv", files::FINAL_SCORES, files::EXTERNAL_SCORES] {
            assert!(scores(file) && levels(file), "{file}");
        }
        assert!(levels(files::ASSIGNMENTS) && levels(files::TEAM) && levels(files::INSTRUMENT));
        for file in [files::EVIDENCE, files::RECOMMENDATIONS, "scores.csv", files::PRESENTATION] {
            assert!(!levels(file), "{file}");
        }
    }
}
