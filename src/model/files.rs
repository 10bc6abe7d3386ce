//! The names of the files of a workspace, each relative to its folder with `/` between folders.

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
/// Every file of scores, by what they begin with.
pub(crate) const EVERY_SCORE: &str = "scores/";
/// The agreed levels.
pub(crate) const FINAL_SCORES: &str = "scores/final.csv";
/// The ministry's levels.
pub(crate) const EXTERNAL_SCORES: &str = "scores/external.csv";
/// What the ministry published beside levels.
pub(crate) const EXTERNAL_NODES: &str = "external-nodes.csv";
/// The folder of what officers approved.
pub(crate) const APPROVALS_FOLDER: &str = "approvals";
/// Every file of approvals, by what they begin with.
pub(crate) const EVERY_APPROVAL: &str = "approvals/";
/// What to improve.
pub(crate) const RECOMMENDATIONS: &str = "recommendations.csv";
/// Strengths and weaknesses.
pub(crate) const ASPECT_FINDINGS: &str = "findings.toml";
/// Logo, colour, preface and signatures of the report.
pub(crate) const PRESENTATION: &str = "report.toml";
/// Which work sheet came in from whom.
pub(crate) const RECEIVED: &str = "received.csv";
/// What served as evidence last year.
pub(crate) const WANTED: &str = "wanted.csv";
/// The folder of the work sheets that go out.
pub(crate) const SHEETS_FOLDER: &str = "lembar";
/// The folder of the work sheets that came back.
pub(crate) const IN_FOLDER: &str = "masuk";
/// The folder of what is nobody's business but the tool's.
pub(crate) const PRIVATE_FOLDER: &str = ".spbe";
/// What git merges how.
pub(crate) const GIT_ATTRIBUTES: &str = ".gitattributes";
/// What git leaves alone.
pub(crate) const GIT_IGNORE: &str = ".gitignore";

/// The files that are read at the top of a workspace.
pub(crate) const AT_THE_TOP: [&str; 12] = [
    MANIFEST,
    INSTRUMENT,
    TEAM,
    ASSIGNMENTS,
    EVIDENCE,
    EVIDENCE_LINKS,
    EXTERNAL_NODES,
    RECOMMENDATIONS,
    ASPECT_FINDINGS,
    PRESENTATION,
    RECEIVED,
    WANTED,
];

/// What git is told to leave alone besides reports and locks: what systems and programs leave behind.
pub(crate) const LITTER: [&str; 9] =
    [".DS_Store", "._*", "Thumbs.db", "ehthumbs.db", "desktop.ini", "~$*", ".~lock.*#", "*~", "*.tmp"];

/// Tells whether a file is one that systems and programs leave behind, by its name.
pub(crate) fn is_litter(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    LITTER.iter().any(|pattern| match pattern.to_lowercase().split_once('*') {
        Some((start, end)) => name.len() > start.len() + end.len() && name.starts_with(start) && name.ends_with(end),
        None => name == pattern.to_lowercase(),
    })
}

/// Returns the name of the work sheet of a member.
pub(crate) fn sheet_name(member: &str) -> String {
    format!("isian-{member}.xlsx")
}

/// Returns where the work sheet of a member lies when it was made for all.
pub(crate) fn sheet_file(member: &str) -> String {
    format!("{SHEETS_FOLDER}/{member}/{}", sheet_name(member))
}

/// Returns the file that another is a copy of, by the marks of those who make copies: programs that keep folders alike,
/// browsers, file managers.
pub(crate) fn copied_from(file: &str) -> Option<String> {
    let (folder, name) = file.rsplit_once('/').map_or(("", file), |(folder, name)| (folder, name));
    let (stem, ending) = name.rsplit_once('.')?;
    let lower = stem.to_ascii_lowercase();
    // The mark and everything behind it is not the original's.
    let marks =
        [".sync-conflict-", " (conflicted copy", " (salinan konflik", " (konflik", "_conflict-", " - copy", " - salin"];
    let at = marks.iter().filter_map(|mark| lower.find(mark)).min();
    let at = at.or_else(|| numbered(&lower)).or_else(|| of_computer(stem))?;
    let original = format!("{}.{ending}", &stem[..at]);
    Some(if folder.is_empty() { original } else { format!("{folder}/{original}") })
}

/// Returns where a number in brackets begins at the end of a name: `hukum (1)`.
fn numbered(stem: &str) -> Option<usize> {
    let (before, number) = stem.strip_suffix(')')?.rsplit_once(" (")?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(before.len())
}

/// Returns where the name of a computer begins at the end of a name, as OneDrive adds it: `evidence-LAPTOP-4F2A`.
fn of_computer(stem: &str) -> Option<usize> {
    let is_name = |name: &str| {
        let letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        name.bytes().all(letter) && name.starts_with(|first: char| first.is_ascii_uppercase())
    };
    stem.match_indices('-').map(|(at, _)| at).find(|at| *at > 0 && is_name(&stem[at + 1..]))
}

/// In whose place the agreed levels stand.
pub(crate) const FINAL: &str = "final";
/// In whose place the ministry's levels stand.
const EXTERNAL: &str = "external";
/// The ids that no member can have, for their files of scores belong to no one person.
pub(crate) const RESERVED: [&str; 2] = [FINAL, EXTERNAL];

/// Returns the score file of a member.
pub(crate) fn score_file(member: &str) -> String {
    format!("{SCORES_FOLDER}/{member}.csv")
}

/// Returns the file of what an officer approved.
pub(crate) fn approval_file(member: &str) -> String {
    format!("{APPROVALS_FOLDER}/{member}.csv")
}

/// Returns the file that evidence is stored in.
pub(crate) fn evidence_file(id: &str, extension: &str) -> String {
    if extension.is_empty() { format!("{EVIDENCE_FOLDER}/{id}") } else { format!("{EVIDENCE_FOLDER}/{id}.{extension}") }
}

#[cfg(test)]
mod tests {
    use super::{EVERY_SCORE, EXTERNAL_SCORES, FINAL_SCORES, RESERVED, copied_from, is_litter, score_file};

    #[test]
    fn a_copy_is_traced_back_by_the_marks_of_those_who_make_them() {
        for (name, original) in [
            ("team.sync-conflict-20180713-101112-ABCDEFG.toml", "team.toml"),
            ("scores/hukum (conflicted copy 2018-07-13).csv", "scores/hukum.csv"),
            ("evidence (1).csv", "evidence.csv"),
            ("assignments - Copy.csv", "assignments.csv"),
            ("assignments - Salinan.csv", "assignments.csv"),
            ("evidence-LAPTOP.csv", "evidence.csv"),
            ("evidence-links-DESKTOP-4F2AB1.csv", "evidence-links.csv"),
            ("scores/final-PC-BAPPEDA.csv", "scores/final.csv"),
        ] {
            assert_eq!(copied_from(name).as_deref(), Some(original), "{name}");
        }
        for name in ["team.toml", "hukum (Setda).csv", "report", "notes-copyright.txt"] {
            assert_eq!(copied_from(name), None, "{name}");
        }
    }

    #[test]
    fn what_systems_leave_behind_is_told_from_documents() {
        for name in ["evidence/Thumbs.db", "DESKTOP.INI", "a/~$rbup.docx", ".~lock.sk.docx#", "._sk.pdf", "sk.pdf~"] {
            assert!(is_litter(name), "{name}");
        }
        for name in ["evidence/sk.pdf", "thumbs.pdf", "lock.docx", "tmp"] {
            assert!(!is_litter(name), "{name}");
        }
    }

    #[test]
    fn the_reserved_ids_are_those_whose_files_have_a_meaning_of_their_own() {
        assert_eq!(RESERVED.map(score_file), [FINAL_SCORES, EXTERNAL_SCORES]);
        assert!(FINAL_SCORES.starts_with(EVERY_SCORE));
    }
}
