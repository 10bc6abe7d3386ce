//! `spbe guide`: the year in ten steps, a screen each, with what comes next in this workspace.

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::{Failure, Kind};
use crate::cli::help::say;
use crate::cli::{pick, wording};
use crate::result::guide::STEPS;
use crate::result::progress::Progress;
use crate::terminal;

#[derive(Args, Debug)]
pub(super) struct GuideArgs {
    #[arg(value_name = say("LANGKAH", "STEP"), help = say(
        "langkah 1 sampai 10; bila tidak disebut, semuanya dan yang berikutnya",
        "a step from 1 to 10; unless named, all of them and the next one",
    ))]
    step: Option<usize>,
}

/// Shows the steps; where there is no workspace yet, the first one is next.
pub(super) fn run(context: &Context, args: &GuideArgs) -> Result<ExitStatus, Failure> {
    let step = args.step.map(|step| {
        let known = step.checked_sub(1).filter(|at| *at < STEPS.len());
        known.ok_or_else(|| {
            let last = STEPS.len().to_string();
            let message = bilingual!("tidak ada langkah {step}", "there is no step {step}");
            Failure::new(message).help(wording::there_are("1", &last))
        })
    });
    let step = step.transpose()?;
    let loaded = match context.load() {
        Ok(loaded) => Some(loaded),
        Err(failure) if failure.kind == Kind::NoWorkspace => None,
        Err(failure) => return Err(failure),
    };
    let report = loaded.as_ref().and_then(|loaded| pick::report(loaded).ok());
    let day = context.today()?;
    let progress = report.as_ref().map(|report| Progress::of(report, day));
    let (language, width) = (context.language(), context.width());
    let shown = match step {
        Some(at) => terminal::guide::screen(at, progress.as_ref(), language, width),
        None => terminal::guide::overview(progress.as_ref(), language, width),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use crate::cli::usage::parse;
    use crate::result::guide::STEPS;
    use crate::text::language::Language;

    #[test]
    fn every_command_of_the_guide_can_be_typed() {
        for language in [Language::Indonesian, Language::English] {
            for line in STEPS.iter().flat_map(|step| step.commands(language)) {
                // A year is a number, whatever it is called.
                let line = line.replace("TAHUN", "2024").replace("YEAR", "2024");
                let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
                assert!(parse(&words, language).is_ok(), "{line}");
            }
        }
    }
}
