//! Text and what it says: readers that keep places, and edits that keep everything they do not mean to change.
//!
//! TOML and YAML become one tree of nodes, CSV becomes records of cells; both are then lowered to the model. Readers
//! push findings and go on. Nothing here touches the disk.

pub mod aspect_findings;
pub mod assignments;
pub mod benchmarks;
pub mod canonical;
pub mod control;
pub mod evidence;
pub mod evidence_links;
pub mod external_scores;
pub mod fields;
pub mod final_scores;
pub mod instrument;
pub mod manifest;
pub mod node;
pub mod policy;
pub mod presentation;
pub mod reading;
pub mod recommendations;
pub mod scalar;
pub mod scores;
pub mod table;
pub mod team;
pub mod toml;
pub mod yaml;
