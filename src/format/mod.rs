//! Text and what it says: readers that keep places, and edits that keep everything they do not mean to change.
//!
//! TOML and YAML become one tree of nodes, CSV becomes records of cells; both are then lowered to the model. Readers
//! push findings and go on. Nothing here touches the disk.

pub(crate) mod approvals;
pub(crate) mod aspect_findings;
pub(crate) mod assignments;
#[cfg(test)]
pub(crate) mod benchmarks;
pub(crate) mod canonical;
pub(crate) mod control;
pub(crate) mod evidence;
pub(crate) mod evidence_links;
pub(crate) mod external_nodes;
pub(crate) mod external_scores;
pub(crate) mod fields;
pub(crate) mod final_scores;
pub(crate) mod instrument;
pub(crate) mod line_ends;
pub(crate) mod manifest;
pub(crate) mod node;
pub(crate) mod policy;
pub(crate) mod presentation;
pub(crate) mod published_result;
pub(crate) mod reading;
pub(crate) mod received;
pub(crate) mod recommendations;
pub(crate) mod scalar;
pub(crate) mod scores;
pub(crate) mod service_units;
pub(crate) mod shape;
pub(crate) mod table;
pub(crate) mod tables;
pub(crate) mod team;
pub(crate) mod toml;
pub(crate) mod wanted;
pub(crate) mod yaml;
