//! `spbe` evaluates electronic government as plain text.
//!
//! # The way of the data
//!
//! Bytes are read by `store`, become values with places in `format`, and mean something in `model`. `check` finds what
//! is wrong, `index` computes, `result` holds what is reported. From there bytes are made: of findings in `findings`, of
//! documents in `outline` and `form` by way of `paper`, of what is pasted in `submission`, of spreadsheets in `workbook`, for a person in `terminal`, for
//! programs in `data`. `cli` talks to the person. Changes go the other way: a command plans edits of texts in `format`,
//! and `store` writes them.
//!
//! # Layers
//!
//! Imports run one way: `cli -> store, findings, outline, form, submission, workbook, terminal, data -> result -> check, index ->
//! format -> model -> diagnostic -> text`; `outline`, `form` and `workbook` also use `paper`, which uses `text` alone.
//! Rooms on one floor never import each other. Only `store` touches the disk, only `cli::ui` prints, only
//! `cli::context` reads the environment, the clock and standard input, only the rooms that write bytes serialise. A test
//! holds this.
//!
//! `cli::run` is the tool. `probe` is for benches, fuzz targets and the integration tests; all else is the crate's own.
//!
//! # Invariants
//!
//! - No floating point stands between a level and the index.
//! - A wrong file is a finding and loading goes on; a command that can't work is a failure; a broken invariant is a bug.
//! - The same input gives the same bytes.

mod check;
pub mod cli;
mod data;
mod diagnostic;
mod findings;
mod form;
mod format;
mod index;
mod model;
mod outline;
mod paper;
pub mod probe;
#[cfg(test)]
mod properties;
mod result;
mod store;
mod submission;
mod terminal;
mod text;
mod workbook;
