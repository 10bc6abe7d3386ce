//! The formats of lists and of what a command shows: for a person by the room `terminal`, for a program by `data`.

use clap::Args;

use crate::cli::choice::{code, codes};
use crate::cli::help::say;
use crate::text::word::{Vocabulary, Word};

/// A format of what a command shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListFormat {
    /// For a person.
    Text,
    /// For a program.
    Json,
}

impl Vocabulary for ListFormat {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Text, Word { code: "text", id: "text", en: "text" }),
        (Self::Json, Word { code: "json", id: "json", en: "json" }),
    ];
}

/// The option of every command that shows something.
#[derive(Args, Debug)]
pub(super) struct Shown {
    /// The format.
    #[arg(
        long, value_parser = code::<ListFormat>(), default_value = "text", value_name = "FORMAT",
        help = format!("{}: {}", say("bentuk keluaran", "output format"), codes::<ListFormat>())
    )]
    pub(super) format: ListFormat,
}

/// A format of a list, whose rows a spreadsheet takes too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableFormat {
    /// For a person.
    Text,
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

impl Vocabulary for TableFormat {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Text, Word { code: "text", id: "text", en: "text" }),
        (Self::Csv, Word { code: "csv", id: "csv", en: "csv" }),
        (Self::Json, Word { code: "json", id: "json", en: "json" }),
    ];
}

/// The option of every command that lists something.
#[derive(Args, Clone, Debug)]
pub(super) struct Listed {
    /// The format.
    #[arg(
        long, value_parser = code::<TableFormat>(), default_value = "text", value_name = "FORMAT",
        help = format!("{}: {}", say("bentuk keluaran", "output format"), codes::<TableFormat>())
    )]
    pub(super) format: TableFormat,
}
