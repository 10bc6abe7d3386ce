//! What the files mean: instrument, manifest, team, evidence, scores, workspace.
//!
//! No reading, no writing, no serialising and no clock: constructors check, fields speak the field's own terms.

pub mod aspect_findings;
pub mod assignment;
pub mod benchmark;
pub mod colour;
pub mod decimal;
pub mod disk;
pub mod evidence;
pub mod id;
pub mod instrument;
pub mod manifest;
pub mod presentation;
pub mod recommendation;
pub mod row;
pub mod score;
pub mod selector;
pub mod team;
pub mod workspace;
