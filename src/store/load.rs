//! Loading a workspace: every file is read, whatever is wrong with the others.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::bilingual;
use crate::diagnostic::file_rules::MISSING_FIELD;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::{Located, Place};
use crate::diagnostic::source::Sources;
use crate::format::reading::Reading;
use crate::format::{
    approvals, aspect_findings, assignments, control, evidence, evidence_links, external_nodes, external_scores,
    final_scores, line_ends, manifest, presentation, received, recommendations, scores, team, wanted,
};
use crate::model::disk::Disk;
use crate::model::files;
use crate::model::id::Id;
use crate::model::instrument::InstrumentPlaces;
use crate::model::manifest::Manifest;
use crate::model::policy::TrustedInstrument;
use crate::model::workspace::Workspace;
use crate::store::read::TextFile;
use crate::store::tree::Tree;
use crate::store::{bundled, hash};
use crate::text::language::Language;

/// A workspace as it was loaded.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The folder, or the bag.
    tree: Tree,
    /// What the files say.
    pub(crate) workspace: Workspace,
    /// Where the parts of the instrument stand; absent for a bundled one, which is known to be sound.
    pub(crate) instrument_places: Option<InstrumentPlaces>,
    /// What was seen beside the texts.
    pub(crate) disk: Disk,
    /// The texts.
    pub(crate) sources: Sources,
    /// What is wrong with them.
    pub(crate) findings: Vec<Finding>,
    /// The files of which not every byte could be read; they must not be written.
    pub(crate) unreadable: BTreeSet<String>,
    /// The files whose texts are not the bytes on disk, for their lines end in a way of old.
    pub(crate) of_old: BTreeSet<String>,
}

impl Loaded {
    /// Returns the folder, or the bag.
    pub(crate) fn root(&self) -> &Path {
        self.tree.path()
    }

    /// Returns the folder, where it lies in one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.tree.folder()
    }

    /// Looks at all evidence, hashing it anew, and at the logo.
    pub(crate) fn see_evidence(&mut self) {
        self.disk.evidence = self.tree.states(&self.workspace.evidence);
        self.see_logo();
        self.tree.look(&self.workspace.evidence, &mut self.disk);
    }

    /// Looks at the logo that `report.toml` names, if it names one.
    pub(crate) fn see_logo(&mut self) {
        let logo = self.workspace.presentation.logo.as_ref();
        self.disk.logo = logo.map(|file| self.tree.logo(&file.value));
    }

    /// Tells whether the instrument that is computed with is one that the tool carries or carried, or one of those known.
    pub(crate) fn knows_instrument(&self, known: &[TrustedInstrument]) -> bool {
        let (Some(instrument), Some(sha256)) = (&self.workspace.instrument, &self.disk.instrument_sha256) else {
            return true;
        };
        let stands = |id: &str, digest: &str| id == instrument.id && digest == sha256;
        let borrowed = matches!(instrument, Cow::Borrowed(_));
        borrowed || bundled::is_edition(&instrument.id, sha256) || known.iter().any(|one| stands(&one.id, &one.sha256))
    }

    /// Takes the bundled instrument of the manifest's id in place of `instrument.yaml`, which must then be its copy; one
    /// that is known is computed with as it was frozen.
    ///
    /// Returns the id, and where it stands, where no bundled instrument has it. A manifest that could not be read names
    /// none, and has its own findings; there is no instrument then.
    pub(crate) fn trust_known(&mut self, known: &[TrustedInstrument]) -> Result<(), Located<String>> {
        let named = self.workspace.manifest.as_ref().map(|manifest| manifest.instrument.value.as_str());
        let frozen = self.workspace.instrument.as_ref().map(|instrument| instrument.id.as_ref());
        if named.is_some() && named == frozen && self.knows_instrument(known) {
            return Ok(());
        }
        self.workspace.instrument = None;
        self.instrument_places = None;
        let Some(manifest) = &mut self.workspace.manifest else { return Ok(()) };
        let named = &manifest.instrument;
        let known = bundled::find(&named.value).ok_or_else(|| named.clone())?;
        self.workspace.instrument = Some(Cow::Borrowed(known.instrument()));
        // The sender's digest says nothing: it may have been changed together with the file.
        let place = manifest
            .instrument_sha256
            .as_ref()
            .map_or_else(|| manifest.instrument.place.clone(), |digest| digest.place.clone());
        manifest.instrument_sha256 = Some(Located::new(known.sha256().to_owned(), place));
        Ok(())
    }
}

/// A workspace of which only the manifest was read: a command is told its language by it, and then loads the rest.
#[derive(Debug)]
pub(crate) struct Begun {
    loader: Loader,
    manifest: Option<Manifest>,
}

impl Begun {
    /// Reads the manifest of a workspace.
    pub(crate) fn at(root: &Path) -> Self {
        Self::of(Tree::Folder(root.to_owned()))
    }

    /// Reads the manifest of a workspace, wherever it lies.
    pub(crate) fn of(tree: Tree) -> Self {
        let mut loader = Loader {
            tree,
            sources: Sources::default(),
            findings: Vec::new(),
            unreadable: BTreeSet::new(),
            of_old: BTreeSet::new(),
        };
        let manifest = loader.required(files::MANIFEST, manifest::read).flatten();
        Self { loader, manifest }
    }

    /// Returns the folder of the workspace, or its bag.
    pub(crate) fn path(&self) -> &Path {
        self.loader.tree.path()
    }

    /// Returns the language that the manifest names; what can't be read whole names none.
    pub(crate) fn language(&self) -> Option<Language> {
        let whole = !self.loader.unreadable.contains(files::MANIFEST);
        self.manifest.as_ref().filter(|_| whole)?.language
    }

    /// Reads the manifest anew where it is no longer what was read: another command may have written since.
    pub(crate) fn renewed(self) -> Self {
        let known = self.loader.sources.text(files::MANIFEST);
        match self.loader.tree.text(files::MANIFEST) {
            TextFile::Read(now) if known == Some(now.as_str()) => self,
            _ => Self::of(self.loader.tree),
        }
    }

    /// Loads the texts of the workspace; evidence and logo are not looked at.
    pub(crate) fn load(self) -> Loaded {
        let Self { mut loader, manifest } = self;
        let mut disk = Disk::default();
        let (finals, answers) = loader.optional(files::FINAL_SCORES, final_scores::read);
        let mut workspace = Workspace {
            manifest,
            team: loader.optional(files::TEAM, team::read),
            assignments: loader.optional(files::ASSIGNMENTS, assignments::read),
            evidence: loader.optional(files::EVIDENCE, evidence::read),
            links: loader.optional(files::EVIDENCE_LINKS, evidence_links::read),
            finals,
            answers,
            external: loader.optional(files::EXTERNAL_SCORES, external_scores::read),
            published: loader.optional(files::EXTERNAL_NODES, external_nodes::read),
            recommendations: loader.optional(files::RECOMMENDATIONS, recommendations::read),
            received: loader.optional(files::RECEIVED, received::read),
            wanted: loader.optional(files::WANTED, wanted::read),
            aspect_findings: loader.optional(files::ASPECT_FINDINGS, aspect_findings::read),
            presentation: loader.optional(files::PRESENTATION, presentation::read),
            ..Workspace::default()
        };
        let instrument_places = loader.instrument(&mut workspace, &mut disk);
        loader.of_members(&mut workspace, &mut disk);
        let Loader { tree, sources, findings, unreadable, of_old } = loader;
        Loaded { tree, workspace, instrument_places, disk, sources, findings, unreadable, of_old }
    }
}

/// Loads the texts of a workspace; evidence and logo are not looked at.
pub(crate) fn load(root: &Path) -> Loaded {
    Begun::at(root).load()
}

/// What was read so far.
#[derive(Debug)]
struct Loader {
    tree: Tree,
    sources: Sources,
    findings: Vec<Finding>,
    unreadable: BTreeSet<String>,
    of_old: BTreeSet<String>,
}

impl Loader {
    /// Reads a file that may be absent; an absent one is empty.
    fn optional<T: Default>(&mut self, file: &str, read: impl FnOnce(&str, &Reading) -> T) -> T {
        self.text(file).map(|text| self.read(file, text, read)).unwrap_or_default()
    }

    /// Reads a file without which there is no evaluation.
    fn required<T>(&mut self, file: &str, read: impl FnOnce(&str, &Reading) -> T) -> Option<T> {
        let before = self.findings.len();
        let text = self.text(file);
        if text.is_none() && self.findings.len() == before {
            let message = bilingual!("berkas `{file}` tidak ada", "the file `{file}` is missing");
            let help = bilingual!(
                "ambil kembali dari git: `git checkout -- {file}`",
                "bring it back from git: `git checkout -- {file}`"
            );
            self.findings.push(Finding::at(MISSING_FIELD, Place::file(file), message).help(help));
        }
        text.map(|text| self.read(file, text, read))
    }

    /// Returns a text as far as it can be understood; a file that can't be read whole is noted and not written to.
    fn text(&mut self, file: &str) -> Option<String> {
        match self.tree.text(file) {
            TextFile::Absent => None,
            TextFile::Read(text) => Some(text),
            TextFile::Foreign(text, finding) => {
                self.findings.push(*finding);
                self.unreadable.insert(file.to_owned());
                Some(text)
            }
            TextFile::Refused(finding) => {
                self.findings.push(*finding);
                self.unreadable.insert(file.to_owned());
                None
            }
        }
    }

    /// Reads a text in its format, notes what is wrong with it, and keeps it for messages to quote.
    fn read<T>(&mut self, file: &str, text: String, read: impl FnOnce(&str, &Reading) -> T) -> T {
        let reading = Reading::new(file);
        let text = match line_ends::usual(&text, &reading) {
            Some(usual) => {
                self.of_old.insert(file.to_owned());
                usual
            }
            None => text,
        };
        control::check_text(&text, &reading);
        let value = read(&text, &reading);
        let name = Arc::clone(reading.file());
        self.findings.extend(reading.finish());
        self.sources.insert(name, text);
        value
    }

    /// Reads the frozen instrument; a byte-for-byte copy of a bundled one is not parsed.
    fn instrument(&mut self, workspace: &mut Workspace, disk: &mut Disk) -> Option<InstrumentPlaces> {
        let read = self.required(files::INSTRUMENT, |text, reading| {
            let known = bundled::of_text(text);
            let digest = known.map_or_else(|| hash::bytes(text.as_bytes()), |known| known.sha256().to_owned());
            disk.instrument_sha256 = Some(digest);
            match known {
                Some(bundled) => Some((Cow::Borrowed(bundled.instrument()), None)),
                None => bundled::read_other(text, reading).map(|(read, places)| (Cow::Owned(read), Some(places))),
            }
        });
        let (instrument, places) = read.flatten()?;
        workspace.instrument = Some(instrument);
        places
    }

    /// Reads what members wrote into files of their own; a file that belongs to nobody is noted and not counted.
    fn of_members(&mut self, workspace: &mut Workspace, disk: &mut Disk) {
        // While the team can't be read, a file cannot be told from a stray one, and each counts.
        let there = self.sources.text(files::TEAM).is_some() || self.unreadable.contains(files::TEAM);
        let team_unread = workspace.team.members.is_empty() && there;
        for folder in [files::SCORES_FOLDER, files::APPROVALS_FOLDER] {
            for name in own_files(&self.tree, folder) {
                let file = format!("{folder}/{name}");
                let member = name.strip_suffix(".csv").and_then(Id::parse);
                let known = |id: &Id| team_unread || workspace.team.member(id.as_str()).is_some();
                let Some(id) = member.filter(known) else {
                    disk.stray_files.push(file);
                    continue;
                };
                if folder == files::SCORES_FOLDER {
                    workspace.scores.extend(self.optional(&file, |text, reading| scores::read(text, &id, reading)));
                } else {
                    workspace
                        .approvals
                        .extend(self.optional(&file, |text, reading| approvals::read(text, &id, reading)));
                }
            }
        }
    }
}

/// Lists the files in a folder of members by name, but those in `scores/` that have a meaning of their own.
fn own_files(tree: &Tree, folder: &str) -> Vec<String> {
    let of_scores = folder == files::SCORES_FOLDER;
    let reserved = |file: &str| of_scores && file.strip_suffix(".csv").is_some_and(|id| files::RESERVED.contains(&id));
    tree.names(folder).into_iter().filter(|name| !name.starts_with('.') && !reserved(name)).collect()
}
