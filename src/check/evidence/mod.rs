//! Rules on the evidence index and its files.

pub(crate) mod duplicate_evidence_id;
pub(crate) mod duplicate_link;
pub(crate) mod evidence_after_cycle;
pub(crate) mod evidence_altered;
pub(crate) mod evidence_broken;
pub(crate) mod evidence_duplicate;
pub(crate) mod evidence_empty;
pub(crate) mod evidence_incomplete;
pub(crate) mod evidence_kind;
pub(crate) mod evidence_missing;
pub(crate) mod evidence_name;
pub(crate) mod evidence_not_here;
pub(crate) mod evidence_not_indexed;
pub(crate) mod evidence_outside;
pub(crate) mod evidence_pointer;
pub(crate) mod evidence_unused;
pub(crate) mod interview_incomplete;
pub(crate) mod link_address;

use crate::check::Facts;
use crate::diagnostic::place::Located;
use crate::model::disk::{FileState, SoundFile};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::text::bilingual::Bilingual;

/// Says what is doubtful about a file that is to be evidence, as the rules will.
pub(crate) fn doubts_about(path: &str, seen: &SoundFile) -> Vec<Bilingual> {
    let said = [
        evidence_empty::says(path, seen.size),
        evidence_kind::says(path, seen),
        seen.flaw.map(|flaw| evidence_broken::says(path, flaw)),
    ];
    said.into_iter().flatten().collect()
}

/// Pairs every document that has a file with the file and what was seen there; an address is no file.
fn files<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a Evidence, &'a Located<String>, &'a FileState)> {
    let disk = facts.disk;
    let kept = facts.workspace.evidence.iter().filter(|evidence| evidence.kind != EvidenceKind::Link);
    kept.filter_map(|evidence| {
        let file = evidence.file.as_ref()?;
        Some((evidence, file, disk.evidence.get(&file.value)?))
    })
}
