//! The disk: where files are, reading them into a workspace, writing them safely, and what the binary carries.

pub mod bundled;
