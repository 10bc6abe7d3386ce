//! `spbe schema`: what editors need to help with the files of keys and values, as JSON Schema.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{ListFormat, Shown};
use crate::cli::wording;
use crate::format::shape::{Described, FILES, Syntax, directive};
use crate::text::nearest::did_you_mean;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct SchemaArgs {
    #[arg(value_name = say("BERKAS", "FILE"), help = say(
        "nama berkas, misalnya `team.toml`; bila tidak disebut, semuanya didaftar",
        "the name of the file, such as `team.toml`; all of them are listed unless named",
    ))]
    file: Option<String>,
    #[arg(long, conflicts_with_all = ["file", "format"], help = say(
        "tulis semua skema ke .spbe/schema dan sebut di baris pertama tiap berkas TOML",
        "write all schemas into .spbe/schema and name them in the first line of each TOML file",
    ))]
    write: bool,
    #[command(flatten)]
    shown: Shown,
}

/// Lists the files, shows the schema of one, or writes all of them; only the last needs a workspace.
pub(super) fn run(context: &Context, args: &SchemaArgs) -> Result<ExitStatus, Failure> {
    if args.write {
        return write(context);
    }
    let (language, width) = (context.language(), context.list_width());
    let shown = match (&args.file, args.shown.format) {
        (Some(file), _) => data::schema::json(known(file)?, language),
        (None, ListFormat::Json) => data::schema::list(language),
        (None, ListFormat::Text) => terminal::schema::list(language, width),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}

/// Refuses a file that has no schema.
fn known(file: &str) -> Result<&'static Described, Failure> {
    let names = || FILES.iter().map(|described| described.file);
    FILES.iter().find(|described| described.file == file).ok_or_else(|| {
        let message = bilingual!("`{file}` tidak mempunyai skema", "`{file}` has no schema");
        let listed = || wording::choices(&names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "));
        Failure::new(message).help(did_you_mean(file, names()).unwrap_or_else(listed))
    })
}

/// Writes all schemas, and the comments by which editors find them.
///
/// The instrument has no such comment: it must stay the copy whose digest is known.
fn write(context: &Context) -> Result<ExitStatus, Failure> {
    let mut change = Change::of_each_file(context)?;
    for described in &FILES {
        change.changes.text(described.schema_file(), data::schema::json(described, context.language()));
    }
    for described in FILES.iter().filter(|described| described.syntax == Syntax::Toml) {
        let text = change.text(described.file)?;
        if let Some(text) = text.and_then(|text| directive::added(text, &described.schema_file())) {
            change.changes.text(described.file, text);
        }
    }
    let root = change.loaded.root().to_owned();
    change.changes.leave_out_what_is_done(&root);
    let count = change.changes.steps().len();
    change.finish(&match count {
        0 => bilingual!("Skema sudah ada; tidak ada yang berubah.", "The schemas are there; nothing was changed."),
        _ => bilingual!("Skema ditulis: {count} berkas berubah.", "The schemas were written: {count} files changed."),
    })?;
    Ok(ExitStatus::Done)
}
