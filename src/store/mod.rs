//! The disk: where files are, reading them into a workspace, writing them safely, and what the binary carries.
//!
//! Nothing is written but through [`write::Changes`], which puts whole files in place at once under the workspace lock.

pub(crate) mod archive;
pub(crate) mod bag;
mod beside;
pub(crate) mod bundled;
mod disk;
pub(crate) mod drive;
pub(crate) mod editor;
pub(crate) mod error;
pub(crate) mod evidence_files;
pub(crate) mod git;
pub(crate) mod handed_in;
pub(crate) mod hash;
mod held;
pub(crate) mod journal;
pub(crate) mod layout;
pub(crate) mod load;
pub(crate) mod lock;
mod logo;
mod packed_evidence;
mod pdf;
pub(crate) mod read;
mod route;
pub(crate) mod scratch;
pub(crate) mod tree;
pub(crate) mod write;
