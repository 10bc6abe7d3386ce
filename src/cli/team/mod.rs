//! `spbe team`: the members, who comes and who goes.

mod add;
mod list;
mod remove;
mod replace;
mod set;

use clap::{Args, Subcommand};

use crate::bilingual;
use crate::cli::choice::listed;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, wording, words};
use crate::model::files::RESERVED;
use crate::model::id::Id;
use crate::model::instrument::{Function, Instrument};
use crate::model::role::Role;
use crate::model::workspace::Workspace;
use crate::text::fold::same;
use crate::text::nearest::did_you_mean;

#[derive(Args, Debug)]
pub(super) struct TeamArgs {
    #[command(subcommand)]
    command: TeamCommand,
}

#[derive(Debug, Subcommand)]
enum TeamCommand {
    #[command(about = say("Menambahkan anggota, satu atau dari tabel", "Add a member, or many from a table"))]
    Add(add::AddArgs),
    #[command(about = say("Mengubah data anggota", "Change what is said of a member"))]
    Set(set::SetArgs),
    #[command(about = say("Mengganti anggota yang pindah tugas", "Replace a member who is transferred"))]
    Replace(replace::ReplaceArgs),
    #[command(about = say("Menghapus anggota yang belum menilai", "Remove a member who has scored nothing"))]
    Remove(remove::RemoveArgs),
    #[command(about = say("Menampilkan anggota", "List the members"))]
    List(list::ListArgs),
}

/// Hands over to the command that was named below `spbe team`.
pub(super) fn run(context: &Context, args: &TeamArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        TeamCommand::Add(args) => add::run(context, args),
        TeamCommand::Set(args) => set::run(context, args),
        TeamCommand::Replace(args) => replace::run(context, args),
        TeamCommand::Remove(args) => remove::run(context, args),
        TeamCommand::List(args) => list::run(context, args),
    }
}

/// What is said of a member beside the id, as options of several commands; what is absent stays as it was.
#[derive(Args, Clone, Debug, Default)]
struct Said {
    #[arg(long, value_name = say("NAMA", "NAME"), help = say("nama", "the name"))]
    name: Option<String>,
    #[arg(long, value_name = "UNIT", help = say("unit kerja", "the unit"))]
    unit: Option<String>,
    #[arg(long, value_name = say("PERAN", "ROLE"), help = say(
        "peran: koordinator, penanggung jawab, petugas entri data, anggota",
        "the role: coordinator, responsible, data-entry, member",
    ))]
    role: Option<String>,
    #[arg(long, num_args = 1.., value_name = say("FUNGSI", "FUNCTION"), help = say(
        "fungsi pemerintahan asal anggota, seperti `law` (lihat `spbe instrument show`)",
        "functions of government that the member comes from, such as `law` (see `spbe instrument show`)",
    ))]
    function: Vec<String>,
    #[arg(long, value_name = say("JABATAN", "POSITION"), help = say("jabatan", "the position"))]
    position: Option<String>,
}

/// What was said of a member, once it was read.
#[derive(Clone, Debug, Default)]
struct Known {
    name: Option<String>,
    unit: Option<String>,
    role: Option<Role>,
    functions: Option<Vec<String>>,
    position: Option<String>,
}

impl Said {
    /// Tells whether nothing is said.
    fn is_empty(&self) -> bool {
        let texts = [&self.name, &self.unit, &self.role, &self.position];
        texts.iter().all(|text| text.is_none()) && self.function.is_empty()
    }

    /// Reads what was said; an unknown role or function is refused.
    fn read(&self, context: &Context, workspace: &Workspace) -> Result<Known, Failure> {
        let function = |function: &String| known_function(pick::instrument(workspace)?, function);
        let functions: Vec<String> = self.function.iter().map(function).collect::<Result<_, Failure>>()?;
        Ok(Known {
            name: words::optional(context, "--name", self.name.as_deref())?,
            unit: words::optional(context, "--unit", self.unit.as_deref())?,
            role: self.role.as_deref().map(|role| pick::word::<Role>(role, "--role")).transpose()?,
            functions: (!functions.is_empty()).then_some(functions),
            position: words::optional(context, "--position", self.position.as_deref())?,
        })
    }
}

/// Reads the id of a new member; one whose score file would have a meaning of its own is refused.
fn new_id(text: &str) -> Result<Id, Failure> {
    let id = Id::parse(text).filter(|id| !RESERVED.contains(&id.as_str()));
    id.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan id anggota", "`{text}` is no id of a member")).help(bilingual!(
            "pakai huruf kecil, angka dan tanda hubung; `final` dan `external` sudah terpakai",
            "use lower-case letters, digits and hyphens; `final` and `external` are taken"
        ))
    })
}

/// Returns the id of a function that is named by it, or by its name in either language; one that the instrument does not
/// have is refused. Where it lists none, any may be named.
fn known_function(instrument: &Instrument, function: &str) -> Result<String, Failure> {
    if instrument.functions.is_empty() {
        return Ok(function.to_owned());
    }
    let ids = || instrument.functions.iter().map(|known| known.id.as_ref());
    let names = |known: &Function| [&known.name.id, &known.name.en].into_iter().any(|name| same(name, function));
    if let Some(known) = instrument.functions.iter().find(|known| known.id == function || names(known)) {
        return Ok(known.id.to_string());
    }
    let help = did_you_mean(function, ids()).unwrap_or_else(|| wording::choices(&listed(ids())));
    let message = bilingual!("tidak ada fungsi `{function}`", "there is no function `{function}`");
    Err(Failure::new(message).help(help))
}
