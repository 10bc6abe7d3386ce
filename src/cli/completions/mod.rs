//! `spbe completions`: the script by which a shell completes a command line, and what it asks for each word.
//!
//! The scripts only call `spbe complete-word` with the words as they stand, one argument each: nothing that was typed is
//! evaluated. What is offered follows from the workspace of the command line.

mod known;

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::{Args, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, complete};

use crate::cli::choice::{code, codes};
use crate::cli::completions::known::{Known, Value};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::{say, speaking};
use crate::cli::usage;
use crate::text::visible::on_one_line;
use crate::text::word::{Vocabulary, Word};

/// A shell that completes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// bash.
    Bash,
    /// zsh.
    Zsh,
    /// fish.
    Fish,
    /// PowerShell.
    PowerShell,
}

impl Vocabulary for Target {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Bash, Word { code: "bash", id: "bash", en: "bash" }),
        (Self::Zsh, Word { code: "zsh", id: "zsh", en: "zsh" }),
        (Self::Fish, Word { code: "fish", id: "fish", en: "fish" }),
        (Self::PowerShell, Word { code: "powershell", id: "powershell", en: "powershell" }),
    ];
}

impl Target {
    /// Returns the script.
    fn script(self) -> &'static str {
        match self {
            Self::Bash => include_str!("bash.sh"),
            Self::Zsh => include_str!("zsh.sh"),
            Self::Fish => include_str!("fish.fish"),
            Self::PowerShell => include_str!("powershell.ps1"),
        }
    }
}

#[derive(Args, Debug)]
pub(super) struct CompletionsArgs {
    #[arg(value_parser = code::<Target>(), value_name = "SHELL", help = format!(
        "{}: {}",
        say("untuk shell ini", "for this shell"),
        codes::<Target>(),
    ))]
    shell: Target,
}

#[derive(Args, Debug)]
pub(super) struct CompleteWordArgs {
    #[arg(value_name = "N", help = say("kata ke berapa, dari 0", "which word, from 0"))]
    index: usize,
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = say("KATA", "WORD"), help = say(
        "kata-kata di baris perintah",
        "the words of the command line",
    ))]
    words: Vec<OsString>,
}

/// Writes the script of a shell.
pub(super) fn run(context: &Context, args: &CompletionsArgs) -> Result<ExitStatus, Failure> {
    context.ui.data(args.shell.script())?;
    Ok(ExitStatus::Done)
}

/// Writes what a word can become, a line each: the value, a tab, what it is. It never fails: where nothing is known,
/// nothing is offered.
pub(super) fn complete_word(context: &Context, args: &CompleteWordArgs) -> Result<ExitStatus, Failure> {
    let mut words = args.words.clone();
    if words.len() <= args.index {
        words.resize(args.index + 1, OsString::new());
    }
    let folder = folder_of(&words).map_or_else(|| context.directory.clone(), |folder| context.path(Path::new(folder)));
    let known = Known::of(&folder, context.language());
    let offered = speaking(context.language(), || {
        let mut command = with_values(usage::command(), "", &known);
        complete(&mut command, words, args.index, None).unwrap_or_default()
    });
    let line = |candidate: &CompletionCandidate| {
        let value = on_one_line(&candidate.get_value().to_string_lossy());
        let help = candidate.get_help().map(|help| help.to_string()).unwrap_or_default();
        format!("{value}\t{}\n", on_one_line(help.lines().next().unwrap_or_default()))
    };
    let lines: String = offered.iter().filter(|candidate| !candidate.is_hide_set()).map(line).collect();
    context.ui.data(&lines)?;
    Ok(ExitStatus::Done)
}

/// Returns the folder that the command line names with `-C`.
fn folder_of(words: &[OsString]) -> Option<&OsStr> {
    let at = words.iter().position(|word| word == "-C" || word == "--directory")?;
    words.get(at + 1).map(OsString::as_os_str).filter(|folder| !folder.is_empty())
}

/// Gives the arguments of a command, known by its name with those above it, and of all below it, the values that the workspace has for them.
fn with_values(command: Command, path: &str, known: &Known) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let mut command = command.mut_args(|arg| match known.values(path, arg.get_id().as_str()) {
        Some(values) => {
            let values: Vec<Value> = values.to_vec();
            arg.add(ArgValueCompleter::new(move |current: &OsStr| offered(&values, current)))
        }
        None => arg,
    });
    for name in names {
        let below = format!("{path} {name}").trim().to_owned();
        command = command.mut_subcommand(name, |inner| with_values(inner, &below, known));
    }
    command
}

/// Returns the values that begin with what stands there.
fn offered(values: &[Value], current: &OsStr) -> Vec<CompletionCandidate> {
    let begun = current.to_string_lossy();
    let fitting = values.iter().filter(|value| value.text.starts_with(&*begun));
    fitting.map(|value| CompletionCandidate::new(&value.text).help(Some(value.help.clone().into()))).collect()
}
