//! What the files mean: instrument, manifest, team, evidence, scores, workspace.
//!
//! No reading, no writing, no clock, and no serialising but in the snapshot of what the binary carries: constructors
//! check, fields speak the field's own terms.

pub(crate) mod address;
pub(crate) mod approval;
pub(crate) mod aspect_findings;
pub(crate) mod assignment;
pub(crate) mod benchmark;
pub(crate) mod decimal;
pub(crate) mod disk;
pub(crate) mod evidence;
pub(crate) mod explanation;
pub(crate) mod files;
pub(crate) mod id;
pub(crate) mod inferred;
pub(crate) mod instrument;
pub(crate) mod manifest;
pub(crate) mod policy;
pub(crate) mod presentation;
pub(crate) mod published;
pub(crate) mod received;
pub(crate) mod recommendation;
pub(crate) mod role;
pub(crate) mod row;
pub(crate) mod score;
pub(crate) mod selector;
pub(crate) mod served;
mod snapshot;
pub(crate) mod team;
pub(crate) mod workspace;
