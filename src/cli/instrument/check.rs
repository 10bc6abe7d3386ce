//! `spbe instrument check`: whether an instrument file holds together.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::check::policy::Policy;
use crate::check::{check_instrument, judge};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{ListFormat, Shown};
use crate::cli::wording;
use crate::diagnostic::rule::{Severity, Stage};
use crate::diagnostic::source::Sources;
use crate::findings::Checked;
use crate::findings::format::{FindingFormat, Telling};
use crate::format::reading::Reading;
use crate::store::{bundled, read};

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[arg(required = true, value_name = say("BERKAS", "FILE"), help = say("berkas instrumen", "the instrument file"))]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shown: Shown,
}

/// Checks instrument files by the rules' own severities, as at the last stage; no workspace is needed.
pub(super) fn run(context: &Context, args: &CheckArgs) -> Result<ExitStatus, Failure> {
    let mut sources = Sources::default();
    let mut judged = Vec::new();
    let policy = Policy::default();
    for file in &args.files {
        let name = file.display().to_string();
        let text = match read::text(&context.directory, &name) {
            read::TextFile::Read(text) => text,
            read::TextFile::Absent => {
                return Err(wording::no_file(&name));
            }
            read::TextFile::Foreign(text, finding) => {
                sources.insert(Arc::from(name.as_str()), text);
                judged.extend(judge(vec![*finding], &policy, Stage::Submission));
                continue;
            }
            read::TextFile::Refused(finding) => {
                judged.extend(judge(vec![*finding], &policy, Stage::Submission));
                continue;
            }
        };
        let reading = Reading::new(name.as_str());
        let read = bundled::read_other(&text, &reading);
        let findings = reading.finish();
        judged.extend(match read {
            Some((instrument, places)) => check_instrument(&instrument, &places, findings, &policy),
            None => judge(findings, &policy, Stage::Submission),
        });
        sources.insert(Arc::from(name.as_str()), text);
    }
    let checked =
        [Checked { workspace: ".", within: None, policy: &policy, sources: &sources, findings: &judged, relaxed: &[] }];
    let format = match args.shown.format {
        ListFormat::Text => FindingFormat::Text,
        ListFormat::Json => FindingFormat::Json,
    };
    let telling = Telling { stage: Stage::Submission, language: context.language(), colour: context.ui.colour() };
    let shown = format.render(&checked, telling);
    context.ui.data(&shown)?;
    let errors = judged.iter().any(|judged| judged.severity == Severity::Error);
    Ok(if errors { ExitStatus::Findings } else { ExitStatus::Done })
}
