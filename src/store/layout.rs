//! Where the files of a workspace are.

use std::path::{Path, PathBuf};

/// The manifest; the folder that holds it is a workspace.
pub(crate) const MANIFEST: &str = "spbe.toml";
/// The frozen instrument.
pub(crate) const INSTRUMENT: &str = "instrument.yaml";
/// The team.
pub(crate) const TEAM: &str = "team.toml";
/// Who evaluates what.
pub(crate) const ASSIGNMENTS: &str = "assignments.csv";
/// The evidence index.
pub(crate) const EVIDENCE: &str = "evidence.csv";
/// What each document supports.
pub(crate) const EVIDENCE_LINKS: &str = "evidence-links.csv";
/// The folder of the documents.
pub(crate) const EVIDENCE_FOLDER: &str = "evidence";
/// The folder of the scores.
pub(crate) const SCORES_FOLDER: &str = "scores";
/// The agreed levels.
pub(crate) const FINAL_SCORES: &str = "scores/final.csv";
/// The ministry's levels.
pub(crate) const EXTERNAL_SCORES: &str = "scores/external.csv";
/// What to improve.
pub(crate) const RECOMMENDATIONS: &str = "recommendations.csv";
/// Strengths and weaknesses.
pub(crate) const ASPECT_FINDINGS: &str = "findings.toml";
/// Logo, colour, preface and signatures of the report.
pub(crate) const PRESENTATION: &str = "report.toml";
/// The folder of what is nobody's business but the tool's.
pub(crate) const PRIVATE_FOLDER: &str = ".spbe";

/// Returns the file that evidence is stored in.
pub(crate) fn evidence_file(id: &str, extension: &str) -> String {
    if extension.is_empty() { format!("{EVIDENCE_FOLDER}/{id}") } else { format!("{EVIDENCE_FOLDER}/{id}.{extension}") }
}

/// Returns the path within its workspace of a file that belongs to one, so that no report may be written over it.
pub(crate) fn own_file(path: &Path) -> Option<String> {
    const FILES: [&str; 12] = [
        MANIFEST,
        INSTRUMENT,
        TEAM,
        ASSIGNMENTS,
        EVIDENCE,
        EVIDENCE_LINKS,
        RECOMMENDATIONS,
        ASPECT_FINDINGS,
        PRESENTATION,
        GIT_ATTRIBUTES,
        GIT_IGNORE,
        ".git",
    ];
    const FOLDERS: [&str; 4] = [SCORES_FOLDER, EVIDENCE_FOLDER, PRIVATE_FOLDER, ".git"];
    // A link is followed, and so is the folder of a file that is not there yet.
    let path = path.canonicalize().ok().or_else(|| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    })?;
    let root = find(path.parent()?)?.canonicalize().ok()?;
    let within: Vec<_> = path.strip_prefix(&root).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    let name = within.join("/");
    let folder = within.len() > 1 && FOLDERS.contains(&&*within[0]);
    (folder || FILES.contains(&name.as_str())).then_some(name)
}

/// What git merges how.
pub(crate) const GIT_ATTRIBUTES: &str = ".gitattributes";
/// What git leaves alone.
pub(crate) const GIT_IGNORE: &str = ".gitignore";

/// Returns the score file of a member.
pub(crate) fn score_file(member: &str) -> String {
    format!("{SCORES_FOLDER}/{member}.csv")
}

/// Returns where a folder is in its git repository, with a final `/`; empty at the top, nothing outside of one.
///
/// Links on the way are followed first, as git does.
pub(crate) fn within_repository(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().unwrap_or_else(|_| absolute(folder));
    let top = folder.ancestors().find(|folder| folder.join(".git").exists())?;
    let within = folder.strip_prefix(top).ok()?;
    Some(within.components().map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect())
}

/// Returns a path from the root of the disk, whether or not something stands there.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.components().collect()
}

/// Finds the workspace that a folder belongs to, walking up from it.
pub(crate) fn find(start: &Path) -> Option<PathBuf> {
    let start = absolute(start);
    let mut folder = Some(start.as_path());
    while let Some(candidate) = folder {
        if candidate.join(MANIFEST).is_file() {
            return Some(candidate.to_owned());
        }
        folder = candidate.parent();
    }
    None
}
