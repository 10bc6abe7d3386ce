//! `spbe validate`: everything that is wrong, in one pass; writes nothing.

use std::path::PathBuf;

use clap::Args;

use crate::check::policy::Policy;
use crate::check::{Facts, Judged, check};
use crate::cli::context::{Context, root_of};
use crate::cli::help::say;
use crate::cli::outcome::Outcome;
use crate::cli::pick;
use crate::diagnostic::rule::{Severity, Stage};
use crate::report::findings::{self, Checked};
use crate::store::load::{Loaded, load_with_evidence};

#[derive(Args, Debug)]
pub(super) struct ValidateArgs {
    #[arg(value_name = say("FOLDER", "DIR"), help = say(
        "ruang kerja yang diperiksa; bila tidak disebut, yang ini",
        "the workspaces to check; this one unless named",
    ))]
    folders: Vec<PathBuf>,
    #[arg(long, value_name = say("TAHAP", "STAGE"), default_value = "submission", help = say(
        "tahap: planning, execution, reporting, submission (bila tidak disebut)",
        "the stage: planning, execution, reporting, submission (unless named)",
    ))]
    stage: String,
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ValidateArgs) -> anyhow::Result<Outcome> {
    let stage = pick::word::<Stage>(&args.stage, "--stage")?;
    let named = if args.folders.is_empty() { vec![PathBuf::from(".")] } else { args.folders.clone() };
    let mut checked = Vec::new();
    for folder in &named {
        let root = root_of(&context.path(folder))?;
        let loaded = load_with_evidence(&root);
        let findings = judge(&loaded, stage);
        checked.push((folder.display().to_string(), loaded, findings));
    }
    let checked: Vec<Checked<'_>> = checked
        .iter()
        .map(|(workspace, loaded, findings)| Checked { workspace, sources: &loaded.sources, findings })
        .collect();
    let shown = match args.format.as_str() {
        "json" => findings::json::render(&checked, context.language()),
        _ => findings::text::render(&checked, context.language(), context.ui.colour()),
    };
    context.ui.data(&shown)?;
    let errors = checked.iter().flat_map(|checked| checked.findings).any(|judged| judged.severity == Severity::Error);
    Ok(if errors { Outcome::Findings } else { Outcome::Done })
}

/// Applies all rules to a workspace that was loaded with its evidence.
fn judge(loaded: &Loaded, stage: Stage) -> Vec<Judged> {
    let facts = Facts {
        workspace: &loaded.workspace,
        disk: &loaded.disk,
        instrument_places: loaded.instrument_places.as_ref(),
    };
    let policy = Policy::of(loaded.workspace.manifest.as_ref());
    check(&facts, loaded.findings.clone(), &policy, stage)
}
