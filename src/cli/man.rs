//! `spbe man`: a page of the manual for each command, in the language spoken.

use std::path::PathBuf;

use clap::{Args, Command};

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::{say, speaking};
use crate::cli::usage;
use crate::store::write;

#[derive(Args, Debug)]
pub(super) struct ManArgs {
    #[arg(long, value_name = "FOLDER", help = say(
        "tulis halamannya ke folder ini, misalnya ~/.local/share/man/man1",
        "write the pages into this folder, such as ~/.local/share/man/man1",
    ))]
    dir: PathBuf,
}

/// Writes the pages.
pub(super) fn run(context: &Context, args: &ManArgs) -> Result<ExitStatus, Failure> {
    let folder = context.path(&args.dir);
    let mut pages = Vec::new();
    speaking(context.language(), || {
        let mut command = usage::command();
        command.build();
        collect(&command, "spbe", &mut pages)
    })
    .map_err(|error| Failure::of_system(bilingual!("halaman manual", "a manual page"), error))?;
    let (count, shown) = (pages.len(), args.dir.display());
    if context.dry_run {
        context
            .ui
            .done(&bilingual!("{count} halaman akan ditulis ke `{shown}`.", "{count} pages would go to `{shown}`."));
        return Ok(ExitStatus::Done);
    }
    write::make_folder(&folder)?;
    for (name, page) in pages {
        write::output(&folder.join(name), &page)?;
    }
    context.ui.done(&bilingual!("{count} halaman ditulis ke `{shown}`.", "Wrote {count} pages to `{shown}`."));
    Ok(ExitStatus::Done)
}

/// Renders the page of a command and those of all commands below it.
fn collect(command: &Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> Result<(), std::io::Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).title(name).render(&mut page)?;
    pages.push((format!("{name}.1"), page));
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        collect(inner, &format!("{name}-{}", inner.get_name()), pages)?;
    }
    Ok(())
}
