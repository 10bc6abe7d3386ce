//! `spbe export`: work sheets for members, who fill them in without ever seeing this tool.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::import::waiting;
use crate::cli::{approve, output, pick, previous};
use crate::form::handout;
use crate::index::approval::Approvals;
use crate::model::files::{SHEETS_FOLDER, sheet_file, sheet_name};
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::model::workspace::Workspace;
use crate::result::report::Report;
use crate::result::submission::submitted;
use crate::store::{layout, write};
use crate::workbook;
use crate::workbook::entry::{WorkSheet, answers, approvals};

#[derive(Args, Debug)]
pub(super) struct ExportArgs {
    #[arg(long = "for", value_name = say("ANGGOTA", "MEMBER"), required_unless_present_any = ["all", "answers", "approvals", "assess"], help = say(
        "lembar kerja anggota ini",
        "the work sheet of this member",
    ))]
    member: Option<String>,
    #[arg(long, conflicts_with_all = ["member", "output"], help = say(
        "lembar kerja semua anggota yang bertugas, dengan folder dan pesannya, di `lembar/`",
        "the work sheets of all members with a task, with folders and a message, into `lembar/`",
    ))]
    all: bool,
    #[arg(long, conflicts_with_all = ["member", "all", "previous"], requires = "output", help = say(
        "lembar rapat: nilai berdampingan, level disepakati, alasan, jawaban instansi",
        "the sheet for the meeting: scores side by side, agreed level, reason, the agency's answer",
    ))]
    answers: bool,
    #[arg(long, conflicts_with_all = ["member", "all", "answers", "previous"], requires = "output", help = say(
        "lembar persetujuan: jawaban, data dukung, Disetujui atau Dikembalikan, catatan",
        "the sheet in which an officer approves: answer, documents, Approved or Returned, note",
    ))]
    approvals: bool,
    #[arg(
        long, conflicts_with_all = ["member", "all", "answers", "approvals", "previous"], requires = "output",
        value_name = say("BUNDEL|FOLDER", "BUNDLE|DIR"),
        help = say(
            "lembar asesor atas bundel atau ruang kerja ini: klaim, jawaban, berkas, tempat untuk level dan catatan",
            "the sheet of an assessor of this bundle or workspace: claim, answer, files, room for level and note",
        )
    )]
    assess: Option<PathBuf>,
    #[arg(long, requires = "answers", help = say("hanya yang nilainya berbeda", "only rows on which evaluators differ"))]
    disputed: bool,
    #[arg(long, value_name = "FOLDER", help = say(
        "ruang kerja tahun lalu: levelnya disandingkan",
        "the workspace of last year: its levels stand beside",
    ))]
    previous: Option<PathBuf>,
    #[arg(short, long, value_name = say("BERKAS", "FILE"), help = say(
        "tulis ke berkas ini",
        "write to this file",
    ))]
    output: Option<PathBuf>,
    #[arg(long, help = say(
        "ganti lembar yang isinya belum masuk",
        "replace a sheet whose entries are not in yet",
    ))]
    force: bool,
}

/// Writes the work sheet of one member, or those of all into folders of their own.
pub(super) fn run(context: &Context, args: &ExportArgs) -> Result<ExitStatus, Failure> {
    if let Some(received) = &args.assess {
        return assess(context, args, received);
    }
    let loaded = context.read(approve::rests_on)?;
    let report = pick::report(&loaded)?;
    let report = previous::beside(context, args.previous.as_deref(), report)?;
    if args.answers || args.approvals {
        let (file, language) = (args.output.as_deref(), context.language());
        let files: Vec<PathBuf> = file.map(|file| context.path(file)).into_iter().collect();
        refuse_pending(context, &loaded.workspace, &files, args.force)?;
        let bytes = match args.answers {
            true => answers::render(&report, args.disputed, language),
            false => approvals::render(&report, &Approvals::of(&loaded.workspace), language),
        };
        output::write(context, file, &bytes, false)?;
        return Ok(ExitStatus::Done);
    }
    let Some(member) = &args.member else {
        return all(context, &report, loaded.root(), args.force);
    };
    let member = pick::member(&loaded.workspace.team, member)?;
    let sheet = sheet_of(context, &report, member)?;
    let usual = PathBuf::from(sheet_name(member.id.value.as_str()));
    let file = args.output.as_deref().unwrap_or(&usual);
    output::refuse_terminal(context, Some(file), false)?;
    refuse_pending(context, &loaded.workspace, &[context.path(file)], args.force)?;
    output::write(context, Some(file), &sheet.render(context.language()), false)?;
    Ok(ExitStatus::Done)
}

/// Writes the sheet of an assessor of what was received; one that is there already may be filled in.
fn assess(context: &Context, args: &ExportArgs, received: &Path) -> Result<ExitStatus, Failure> {
    let file = args.output.as_deref();
    let taken = file.map(|file| context.path(file)).filter(|path| !args.force && layout::is_there(path));
    if let Some(path) = taken {
        let shown = path.display();
        let message =
            bilingual!("`{shown}` sudah ada dan mungkin sudah diisi", "`{shown}` exists and may be filled in");
        return Err(Failure::new(message).help(bilingual!(
            "sebut nama lain, atau ganti dengan `--force`",
            "name another file, or replace it with `--force`"
        )));
    }
    let loaded = context.read_received(received, approve::rests_on)?;
    let report = pick::report(&loaded)?;
    output::write(context, file, &workbook::assess::render(&report, &submitted(&report), context.language()), false)?;
    Ok(ExitStatus::Done)
}

/// Makes the work sheet of a member; without a task there is nothing to fill in.
fn sheet_of<'a>(context: &Context, report: &'a Report<'a>, member: &'a Member) -> Result<WorkSheet<'a>, Failure> {
    let contact = handout::contact(report, context.language());
    let owners = handout::owners_of_rows(report.workspace);
    let sheet = WorkSheet { report, member, contact, owners, returned: None };
    if sheet.entries().is_empty() {
        let id = &member.id.value;
        let message = bilingual!("{id} belum ditugaskan apa pun", "{id} has no task yet");
        let help = bilingual!("`spbe assign INDIKATOR --to {id}`", "`spbe assign INDICATOR --to {id}`");
        return Err(Failure::new(message).help(help));
    }
    Ok(sheet)
}

/// Refuses to replace sheets in which something stands that is not in the workspace yet: it would be lost.
fn refuse_pending(context: &Context, workspace: &Workspace, files: &[PathBuf], force: bool) -> Result<(), Failure> {
    let mut pending = Vec::new();
    for file in files.iter().filter(|_| !force) {
        if waiting::is_pending(context, workspace, file)? {
            pending.push(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    if pending.is_empty() {
        return Ok(());
    }
    let named = pending.join(", ");
    let message = bilingual!("ada isian yang belum masuk: {named}", "there are entries that are not in yet: {named}");
    let help = bilingual!(
        "masukkan dengan `spbe import`, atau ganti dengan `--force`",
        "take them in with `spbe import`, or replace them with `--force`"
    );
    Err(Failure::new(message).help(help))
}

/// Writes the work sheet of every member with a task, each into a folder with what goes with it.
fn all(context: &Context, report: &Report<'_>, root: &Path, force: bool) -> Result<ExitStatus, Failure> {
    let workspace = report.workspace;
    let has_task =
        |member: &&Member| workspace.assignments.iter().any(|task| task.member.value == member.id.value.as_str());
    let members: Vec<&Member> = workspace.team.present().filter(has_task).collect();
    let language = context.language();
    let folder_of = |member: &Member| root.join(SHEETS_FOLDER).join(member.id.value.as_str());
    let there: Vec<PathBuf> = members.iter().map(|member| root.join(sheet_file(member.id.value.as_str()))).collect();
    refuse_pending(context, workspace, &there, force)?;
    let written = members.len();
    for member in &members {
        let sheet = sheet_of(context, report, member)?;
        let folder = folder_of(member);
        let rows: Vec<RowId> = sheet.entries().iter().map(|entry| entry.line.row).collect();
        let mut files = vec![
            (sheet_name(member.id.value.as_str()), sheet.render(language)),
            ("pesan.txt".to_owned(), handout::mail(report, member, &rows, language).into_bytes()),
        ];
        for entry in sheet.entries() {
            let note = handout::note(report, entry.line, language);
            files.push((format!("{}/BACA.txt", entry.line.row), note.into_bytes()));
        }
        for (name, bytes) in files.into_iter().filter(|_| !context.dry_run) {
            let path = folder.join(name);
            write::make_folder(path.parent().unwrap_or(&folder))?;
            write::output(&path, &bytes)?;
        }
    }
    context.ui.done(&bilingual!(
        "{written} lembar kerja di `{SHEETS_FOLDER}/`: kirim tiap folder dengan `pesan.txt`-nya.",
        "{written} work sheets in `{SHEETS_FOLDER}/`: send each folder with its `pesan.txt`."
    ));
    Ok(ExitStatus::Done)
}
