//! The command line as a whole: the options of every command, and the list of commands.

use clap::{Parser, Subcommand};

use crate::cli;
use crate::cli::global::Global;
use crate::cli::help::say;

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
    /// The options of every command.
    #[command(flatten)]
    pub(super) global: Global,
    /// The command.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands: the main road first, then by stage.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = say("Membuat ruang kerja evaluasi", "Make the workspace of an evaluation"))]
    Init(cli::init::InitArgs),
    #[command(about = say("Menugaskan indikator kepada anggota tim", "Assign indicators to a member of the team"))]
    Assign(cli::assign::AssignArgs),
    #[command(about = say("Menilai indikator", "Score indicators"))]
    Score(cli::score::ScoreArgs),
    #[command(about = say("Memeriksa ruang kerja; tidak menulis apa pun", "Check the workspace; writes nothing"))]
    Validate(cli::validate::ValidateArgs),
    #[command(about = say("Menghitung indeks dan menulis laporan", "Compute the index and write the report"))]
    Report(cli::report::ReportArgs),
    #[command(about = say("Perencanaan: menampilkan dan memeriksa instrumen", "Planning: show and check instruments"))]
    Instrument(cli::instrument::InstrumentArgs),
    #[command(about = say("Perencanaan: anggota tim", "Planning: members of the team"))]
    Team(cli::team::TeamArgs),
    #[command(about = say("Perencanaan: unit pemilik indikator", "Planning: units that own indicators"))]
    Unit(cli::unit::UnitArgs),
    #[command(about = say("Perencanaan: mencatat sosialisasi", "Planning: record a briefing (socialisation)"))]
    Brief(cli::brief::BriefArgs),
    #[command(about = say("Pelaksanaan: data dukung", "Execution: evidence"))]
    Evidence(cli::evidence::EvidenceArgs),
    #[command(about = say("Pelaksanaan: menampilkan satu indikator", "Execution: show one indicator"))]
    Show(cli::show::ShowArgs),
    #[command(about = say(
        "Pelaksanaan: keadaan hari ini, siapa yang terlambat, apa yang kurang",
        "Execution: how things stand today, who is late, what is missing",
    ))]
    Status(cli::status::StatusArgs),
    #[command(about = say("Pelaksanaan: menetapkan level yang disepakati", "Execution: settle the agreed level"))]
    Agree(cli::agree::AgreeArgs),
    #[command(about = say("Pelaksanaan: membuat lembar kerja untuk anggota", "Execution: make work sheets for members"))]
    Export(cli::export::ExportArgs),
    #[command(about = say("Pelaksanaan: memasukkan lembar kerja yang kembali", "Execution: take in work sheets that came back"))]
    Import(cli::import::ImportArgs),
    #[command(about = say(
        "Pelaksanaan: hasil kementerian di samping nilai mandiri",
        "Execution: the ministry's result beside the agency's own",
    ))]
    External(cli::external::ExternalArgs),
    #[command(about = say("Pelaporan: menyetujui atau mengembalikan jawaban", "Reporting: approve or return answers"))]
    Approve(cli::approve::ApproveArgs),
    #[command(about = say(
        "Pelaporan: mengemas untuk kementerian, dan memeriksa yang diterima",
        "Reporting: pack for the ministry, and check what was received",
    ))]
    Bundle(cli::bundle::BundleArgs),
    #[command(about = say(
        "Pelaporan: menyusun rekomendasi dari yang belum mencapai target",
        "Reporting: draft recommendations from what is under the target",
    ))]
    Recommend(cli::recommend::RecommendArgs),
    #[command(about = say("Semua tahap: surat, daftar, berita acara", "All stages: letters, lists, minutes to sign"))]
    Form(cli::form::FormArgs),
    #[command(about = say("Pemeliharaan: menjelaskan aturan pemeriksaan", "Upkeep: explain a rule"))]
    Explain(cli::explain::ExplainArgs),
    #[command(about = say("Pemeliharaan: skema berkas untuk editor", "Upkeep: schemas of files, for editors"))]
    Schema(cli::schema::SchemaArgs),
    #[command(about = say("Pemeliharaan: merapikan bentuk berkas", "Upkeep: put files into canonical form"))]
    Fmt(cli::fmt::FmtArgs),
    #[command(about = say(
        "Pemeliharaan: membatalkan perubahan terakhir",
        "Upkeep: take back what the last command changed",
    ))]
    Undo(cli::undo::UndoArgs),
    #[command(about = say(
        "Semua tahap: setahun dalam sepuluh langkah, dan yang berikutnya di sini",
        "All stages: the year in ten steps, and what comes next here",
    ))]
    Guide(cli::guide::GuideArgs),
    #[command(about = say(
        "Pemeliharaan: skrip pelengkap baris perintah untuk shell",
        "Upkeep: the script by which a shell completes a command line",
    ))]
    Completions(cli::completions::CompletionsArgs),
    #[command(hide = true, about = say("Melengkapi satu kata", "Complete a word"))]
    CompleteWord(cli::completions::CompleteWordArgs),
    #[command(about = say("Pemeliharaan: menulis halaman manual", "Upkeep: write the pages of the manual"))]
    Man(cli::man::ManArgs),
}
