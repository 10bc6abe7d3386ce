//! The options that every command takes.

use std::path::PathBuf;

use clap::Args;

use crate::cli::help::say;

/// The options of every command.
#[derive(Args, Debug)]
pub(super) struct Global {
    /// The folder to work in.
    #[arg(
        short = 'C', long, global = true, value_name = say("FOLDER", "DIR"),
        help = say("bekerja di folder ini", "work in this folder")
    )]
    pub(super) directory: Option<PathBuf>,
    /// The language of messages and reports.
    #[arg(
        long, global = true, value_name = "id|en", value_parser = ["id", "en"],
        help = say("bahasa pesan dan laporan", "language of messages and reports")
    )]
    pub(super) lang: Option<String>,
    /// Whether only errors and warnings are said.
    #[arg(
        short, long, global = true,
        help = say("hanya sampaikan kesalahan dan peringatan", "say only errors and warnings")
    )]
    pub(super) quiet: bool,
    /// Whether changes are only shown.
    #[arg(
        long, global = true,
        help = say("tampilkan perubahan tanpa menulis apa pun", "show the changes and write nothing")
    )]
    pub(super) dry_run: bool,
    /// The day of what is written now.
    #[arg(
        long, global = true, value_name = "YYYY-MM-DD",
        help = say("tanggal untuk yang ditulis sekarang", "the day of what is written now")
    )]
    pub(super) date: Option<String>,
    /// How many seconds to wait for another command.
    #[arg(
        long, global = true, value_name = say("DETIK", "SECONDS"), default_value_t = 60,
        help = say(
            "berapa lama menunggu perintah lain; 60 bila tidak disebut",
            "how long to wait for another command; 60 unless named",
        )
    )]
    pub(super) lock_timeout: u64,
    #[arg(
        short = 'V', long, action = clap::ArgAction::Version,
        help = say("tampilkan versi", "show the version")
    )]
    version: Option<bool>,
}
