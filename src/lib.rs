//! `spbe` evaluates electronic government as plain text.
//!
//! # The way of the data
//!
//! Bytes are read by `store`, become values with places in `format`, and mean something in `model`. `check` finds what
//! is wrong, `index` computes, `report` turns results and findings into bytes, `cli` talks to the person. Changes go
//! the other way: a command plans edits of texts in `format`, and `store` writes them.
//!
//! # Layers
//!
//! Imports run one way: `cli -> store, report, check, index -> format -> model -> diagnostic -> text`. Only `store`
//! touches the disk, only `cli::ui` prints, only `cli::context` reads the environment and the clock, only `report`
//! serialises for output. A test holds this.
//!
//! # Invariants
//!
//! - No floating point stands between a level and the index.
//! - A wrong file is a finding and loading goes on; a command that can't work is a failure; a broken invariant is a bug.
//! - The same input gives the same bytes.

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod format;
pub mod index;
pub mod model;
pub mod report;
pub mod store;
pub mod text;
