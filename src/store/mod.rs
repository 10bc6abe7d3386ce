//! The disk: where files are, reading them into a workspace, writing them safely, and what the binary carries.
//!
//! Nothing is written but through [`write::Changes`], which puts whole files in place at once under the workspace lock.

pub mod bundled;
mod disk;
pub mod error;
pub mod evidence_files;
pub mod hash;
pub mod layout;
pub mod load;
pub mod lock;
mod logo;
pub mod read;
pub mod write;
