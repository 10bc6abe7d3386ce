//! The command line as a whole: global options and the list of commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::cli::help::say;
use crate::cli::{
    agree, assign, brief, evidence, explain, fmt, form, init, instrument, recommend, report, score, show, team, unit,
    validate,
};

/// One command line.
#[derive(Debug, Parser)]
#[command(
    name = "spbe",
    version,
    about = say(
        "Mengevaluasi pemerintahan berbasis elektronik (SPBE) sebagai teks biasa",
        "Evaluate electronic government (SPBE) as plain text",
    ),
    after_help = say(
        "Mulai dengan `spbe init`; `spbe PERINTAH --help` menjelaskan tiap perintah.",
        "Begin with `spbe init`; `spbe COMMAND --help` explains each command.",
    ),
    arg_required_else_help = true
)]
pub(super) struct Invocation {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The options of every command.
#[derive(Args, Debug)]
pub(super) struct Global {
    #[arg(
        short = 'C', long, global = true, value_name = say("FOLDER", "DIR"),
        help = say("bekerja di folder ini", "work in this folder")
    )]
    pub(super) directory: Option<PathBuf>,
    #[arg(
        long, global = true, value_name = "id|en", value_parser = ["id", "en"],
        help = say("bahasa pesan dan laporan", "language of messages and reports")
    )]
    pub(super) lang: Option<String>,
    #[arg(
        short, long, global = true,
        help = say("hanya sampaikan galat dan peringatan", "say only errors and warnings")
    )]
    pub(super) quiet: bool,
    #[arg(
        long, global = true,
        help = say("tampilkan perubahan tanpa menulis apa pun", "show the changes and write nothing")
    )]
    pub(super) dry_run: bool,
    #[arg(
        long, global = true, value_name = "YYYY-MM-DD",
        help = say("tanggal untuk yang ditulis sekarang", "the day of what is written now")
    )]
    pub(super) date: Option<String>,
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

/// The commands: the main road first, then by stage.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = say("Membuat ruang kerja evaluasi", "Make the workspace of an evaluation"))]
    Init(init::InitArgs),
    #[command(about = say("Menugaskan indikator kepada anggota tim", "Assign indicators to a member of the team"))]
    Assign(assign::AssignArgs),
    #[command(about = say("Menilai indikator", "Score indicators"))]
    Score(score::ScoreArgs),
    #[command(about = say("Memeriksa ruang kerja; tidak menulis apa pun", "Check the workspace; writes nothing"))]
    Validate(validate::ValidateArgs),
    #[command(about = say("Menghitung indeks dan menulis laporan", "Compute the index and write the report"))]
    Report(report::ReportArgs),
    #[command(about = say("Perencanaan: menampilkan dan memeriksa instrumen", "Planning: show and check instruments"))]
    Instrument(instrument::InstrumentArgs),
    #[command(about = say("Perencanaan: anggota tim", "Planning: members of the team"))]
    Team(team::TeamArgs),
    #[command(about = say("Perencanaan: unit pemilik indikator", "Planning: units that own indicators"))]
    Unit(unit::UnitArgs),
    #[command(about = say("Perencanaan: mencatat sosialisasi", "Planning: record a briefing (socialisation)"))]
    Brief(brief::BriefArgs),
    #[command(about = say("Pelaksanaan: data dukung", "Execution: evidence"))]
    Evidence(evidence::EvidenceArgs),
    #[command(about = say("Pelaksanaan: menampilkan satu indikator", "Execution: show one indicator"))]
    Show(show::ShowArgs),
    #[command(about = say("Pelaksanaan: menetapkan level yang disepakati", "Execution: settle the agreed level"))]
    Agree(agree::AgreeArgs),
    #[command(about = say(
        "Pelaporan: menyusun rekomendasi dari yang belum mencapai target",
        "Reporting: draft recommendations from what is under the target",
    ))]
    Recommend(recommend::RecommendArgs),
    #[command(about = say("Semua tahap: surat, daftar, berita acara", "All stages: letters, lists, minutes to sign"))]
    Form(form::FormArgs),
    #[command(about = say("Pemeliharaan: menjelaskan aturan pemeriksaan", "Upkeep: explain a rule"))]
    Explain(explain::ExplainArgs),
    #[command(about = say("Pemeliharaan: merapikan bentuk berkas", "Upkeep: put files into canonical form"))]
    Fmt(fmt::FmtArgs),
}
