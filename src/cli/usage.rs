//! The argument parser, made to speak both languages.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use crate::bilingual;
use crate::cli::args::Invocation;
use crate::cli::failure::Failure;
use crate::cli::help::{say, speaking};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// Why no command came out of the arguments.
#[derive(Debug)]
pub(super) enum UsageError {
    /// Help or the version was asked for.
    Help(String),
    /// Nothing was asked for: help, and no success.
    Nothing(String),
    /// The arguments are wrong; and how the command is used.
    Wrong(Box<Failure>, Option<String>),
}

/// Parses a command line, the program's name first.
pub(super) fn parse(arguments: &[OsString], language: Language) -> Result<Invocation, UsageError> {
    speaking(language, || {
        let matches = command().try_get_matches_from(arguments).map_err(|error| explain(&error))?;
        Invocation::from_arg_matches(&matches).map_err(|error| explain(&error))
    })
}

/// Returns the whole command line in the language that help speaks.
pub(super) fn command() -> Command {
    localized(Invocation::command().disable_help_subcommand(true).disable_help_flag(true).disable_version_flag(true))
}

fn localized(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let help = help.help(say("tampilkan bantuan ini", "show this help"));
    let mut command = command
        .help_template(say(
            "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}",
            "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
        ))
        .subcommand_help_heading(say("Perintah", "Commands"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { say("Argumen", "Arguments") } else { say("Opsi", "Options") };
            let heading = if arg.is_global_set() { say("Opsi umum", "Global options") } else { heading };
            let arg = arg.help_heading(heading);
            // The texts name values and defaults themselves, in their own language.
            if arg.get_action().takes_values() { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
        });
    for name in names {
        command = command.mut_subcommand(name, localized);
    }
    command
}

fn explain(error: &clap::Error) -> UsageError {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let text = in_language(&error.render().ansi().to_string());
        let text = format!("{}\n", text.trim_end());
        return match error.kind() {
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => UsageError::Nothing(text),
            _ => UsageError::Help(text),
        };
    }
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => {
            bilingual!("opsi `{argument}` tidak dikenal", "the option `{argument}` is not known")
        }
        ErrorKind::InvalidSubcommand => {
            let command = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            bilingual!("perintah `{command}` tidak dikenal", "the command `{command}` is not known")
        }
        ErrorKind::MissingSubcommand => bilingual!("perintahnya belum disebut", "no command is named"),
        ErrorKind::MissingRequiredArgument => bilingual!("`{argument}` belum disebut", "`{argument}` is missing"),
        ErrorKind::InvalidValue if value.is_empty() => {
            bilingual!("`{argument}` memerlukan nilai", "`{argument}` needs a value")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            bilingual!("`{value}` bukan nilai untuk `{argument}`", "`{value}` is no value for `{argument}`")
        }
        ErrorKind::ArgumentConflict => {
            let prior = text(ContextKind::PriorArg).unwrap_or_default();
            if prior.is_empty() || prior == argument {
                bilingual!("`{argument}` disebut dua kali", "`{argument}` is named twice")
            } else {
                bilingual!(
                    "`{argument}` tidak dapat dipakai bersama `{prior}`",
                    "`{argument}` does not go with `{prior}`"
                )
            }
        }
        _ => {
            let said = error.kind().to_string();
            Bilingual::new(said.clone(), said)
        }
    };
    let mut failure = Failure::new(message);
    failure.help = suggestion(error);
    UsageError::Wrong(Box::new(failure), text_of_usage(error))
}

/// Says what may have been meant, or which values there are.
fn suggestion(error: &clap::Error) -> Option<Bilingual> {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(|kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    });
    if let Some(near) = near {
        return Some(bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"));
    }
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => {
            let values = values.join(", ");
            Some(bilingual!("pilihannya: {values}", "the choices are: {values}"))
        }
        _ => None,
    }
}

fn text_of_usage(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => {
            Some(in_language(&usage.to_string()).replacen("Usage:", say("Pemakaian:", "Usage:"), 1))
        }
        _ => None,
    }
}

/// Puts the parser's own words into the language that help speaks.
fn in_language(text: &str) -> String {
    text.replace("[OPTIONS]", say("[OPSI]", "[OPTIONS]")).replace("<COMMAND>", say("<PERINTAH>", "<COMMAND>"))
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::command;
    use crate::cli::help::speaking;
    use crate::text::language::Language;

    fn every(command: &Command, visit: &mut impl FnMut(&Command)) {
        visit(command);
        for inner in command.get_subcommands() {
            every(inner, visit);
        }
    }

    #[test]
    fn every_command_and_argument_says_what_it_is_for() {
        let command = speaking(Language::Indonesian, command);
        command.clone().debug_assert();
        every(&command, &mut |command| {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
            }
        });
    }
}
