//! The argument parser, made to speak both languages.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use crate::bilingual;
use crate::cli::args::Invocation;
use crate::cli::examples;
use crate::cli::failure::{Failure, Kind};
use crate::cli::help::{say, speaking};
use crate::cli::usage_error::UsageError;
use crate::cli::wording;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::nearest::meant;

/// Parses a command line, the program's name first.
pub(super) fn parse(arguments: &[OsString], language: Language) -> Result<Invocation, UsageError> {
    speaking(language, || {
        let arguments = asking_for_help(arguments);
        let matches = command().try_get_matches_from(&*arguments).map_err(|error| explain(&error))?;
        Invocation::from_arg_matches(&matches).map_err(|error| explain(&error))
    })
}

/// Takes `spbe help score` for `spbe score --help`, as people type it who know other tools.
fn asking_for_help(arguments: &[OsString]) -> Cow<'_, [OsString]> {
    match arguments {
        [program, help, commands @ ..] if help == "help" => {
            let asked = [program].into_iter().chain(commands).cloned();
            asked.chain([OsString::from("--help")]).collect()
        }
        _ => Cow::Borrowed(arguments),
    }
}

/// Returns the whole command line in the language that help speaks.
pub(super) fn command() -> Command {
    let whole = Invocation::command().disable_help_subcommand(true).disable_help_flag(true).disable_version_flag(true);
    localized(whole, "")
}

/// The arguments that take several values, none of which has a comma in it.
const MANY: [&str; 7] = ["indicators", "indicator", "to", "function", "member", "members", "evidence"];

/// Lets several values be told apart by commas, and, of an option, by spaces or by naming it again.
fn many(arg: Arg) -> Arg {
    if !matches!(arg.get_action(), ArgAction::Append) {
        return arg;
    }
    let arg = arg.value_delimiter(',');
    // Behind `--to a b` indicators may stand, so `assign` itself tells which of them are members.
    if arg.is_positional() || arg.get_id() == "to" { arg } else { arg.num_args(1..) }
}

/// Gives a command, and all commands below it, headings, examples and an option for help in the language that help
/// speaks. It is known by its name with those above it.
fn localized(command: Command, path: &str) -> Command {
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
            let arg = if MANY.contains(&arg.get_id().as_str()) { many(arg) } else { arg };
            if arg.get_action().takes_values() { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
        });
    if let Some(examples) = examples::of(path) {
        command = command.after_help(examples);
    }
    for name in names {
        let inner = format!("{path} {name}").trim().to_owned();
        command = command.mut_subcommand(name, |command| localized(command, &inner));
    }
    command
}

/// Tells apart help that was asked for, a command line that asks for nothing, and a wrong one.
fn explain(error: &clap::Error) -> UsageError {
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => UsageError::Nothing(help_of(error)),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => UsageError::Help(help_of(error)),
        _ => wrong(error),
    }
}

/// Returns the help or version that was asked for, coloured, with one line break at its end.
fn help_of(error: &clap::Error) -> String {
    let text = in_language(&error.render().ansi().to_string());
    format!("{}\n", text.trim_end())
}

/// Makes a failure of wrong arguments, with what may have been meant and how the command is used.
fn wrong(error: &clap::Error) -> UsageError {
    let failure = Failure::of_kind(Kind::Usage, message(error));
    let failure = match suggestion(error) {
        Some(hint) => failure.help(hint),
        None => failure,
    };
    UsageError::Wrong(Box::new(failure), text_of_usage(error))
}

/// Says what is wrong with the arguments.
fn message(error: &clap::Error) -> Bilingual {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            bilingual!("`{argument}` tidak diharapkan di sini", "`{argument}` is one argument too many")
        }
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
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => wording::no_value(&value, &argument),
        ErrorKind::ArgumentConflict => {
            let prior = text(ContextKind::PriorArg).unwrap_or_default();
            if prior.is_empty() || prior == argument {
                wording::named_twice(&argument)
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
    }
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
        return Some(meant(&near));
    }
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => Some(wording::choices(&values.join(", "))),
        _ => None,
    }
}

/// Returns how the command is used, without colour; absent where the parser does not say it.
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
    use std::ffi::OsString;

    use clap::Command;

    use super::{UsageError, command, parse};
    use crate::cli::failure::Kind;
    use crate::cli::help::speaking;
    use crate::text::language::Language;

    fn line(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    /// Returns what is said of a wrong command line: the message, then the hints.
    fn said(text: &str, language: Language) -> Vec<String> {
        let Err(UsageError::Wrong(failure, _)) = parse(&line(text), language) else { panic!("{text} is not refused") };
        assert_eq!(failure.kind, Kind::Usage);
        let hints = failure.hints().iter().map(|hint| hint.get(language).to_owned());
        std::iter::once(failure.message(language)).chain(hints).collect()
    }

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

    #[test]
    fn global_options_stand_before_and_behind_the_command() {
        for text in ["spbe -C a --date 2018-07-01 --dry-run fmt", "spbe fmt --dry-run --date 2018-07-01 -C a"] {
            let global = parse(&line(text), Language::English).expect("a command line").global;
            assert_eq!(global.directory.as_deref(), Some("a".as_ref()), "{text}");
            assert!(global.dry_run && !global.quiet, "{text}");
            assert_eq!((global.date.as_deref(), global.lock_timeout), (Some("2018-07-01"), 60), "{text}");
        }
    }

    #[test]
    fn wrong_arguments_are_told_in_the_language_with_the_next_step() {
        let (id, en) = (Language::Indonesian, Language::English);
        assert_eq!(said("spbe scor 1", en), ["the command `scor` is not known", "did you mean `score`?"]);
        assert_eq!(said("spbe fmt --chek", id), ["opsi `--chek` tidak dikenal", "maksudnya `--check`?"]);
        assert_eq!(
            said("spbe report --format", en),
            ["`--format <FORMAT>` needs a value", "the choices are: text, md, html, pdf, docx, xlsx, csv, json"]
        );
        assert_eq!(
            said("spbe show 1 --format csw", id),
            ["`csw` bukan nilai untuk `--format <FORMAT>`", "pilihannya: text, json"]
        );
        assert_eq!(said("spbe form", id)[0], "`<JENIS>` belum disebut");
        assert_eq!(
            said("spbe assign 1 --to a --due 2018-01-01 --remove", en)[0],
            "`--due <YYYY-MM-DD>` does not go with `--remove`"
        );
        assert_eq!(said("spbe fmt --check --check", en), ["`--check` is named twice"]);
    }

    #[test]
    fn help_and_nothing_are_no_failures() {
        assert!(matches!(parse(&line("spbe --version"), Language::English), Err(UsageError::Help(_))));
        assert!(matches!(parse(&line("spbe"), Language::English), Err(UsageError::Nothing(_))));
        let Err(UsageError::Help(text)) = parse(&line("spbe show --help"), Language::Indonesian) else {
            panic!("help")
        };
        assert!(text.contains("Pemakaian:") && text.contains("[OPSI]"), "{text}");
    }
}
