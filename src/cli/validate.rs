//! `spbe validate`: everything that is wrong, in one pass; writes nothing.

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::check::policy::Policy;
use crate::check::{Facts, Judged, check};
use crate::cli::choice::{code, codes};
use crate::cli::context::{Context, root_of};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
use crate::cli::policy::PolicyArgs;
use crate::cli::wording;
use crate::diagnostic::rule::{Severity, Stage};
use crate::findings::Checked;
use crate::findings::format::{FindingFormat, Telling};
use crate::store::layout;
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
    #[arg(
        long, value_parser = code::<FindingFormat>(), default_value = "text", value_name = "FORMAT",
        help = format!("{}: {}", say("bentuk keluaran", "output format"), codes::<FindingFormat>())
    )]
    format: FindingFormat,
    #[command(flatten)]
    policy: PolicyArgs,
    #[arg(long, help = say(
        "pakai instrumen bawaan, bukan instrument.yaml kiriman",
        "use the bundled instrument and not the sender's instrument.yaml",
    ))]
    trusted_instrument: bool,
}

/// A workspace that was checked, by the folder that was given.
struct Judgement {
    folder: String,
    within: Option<String>,
    policy: Policy,
    loaded: Loaded,
    findings: Vec<Judged>,
}

pub(super) fn run(context: &Context, args: &ValidateArgs) -> Result<ExitStatus, Failure> {
    let stage = pick::word::<Stage>(&args.stage, "--stage")?;
    let chosen = args.policy.read(context)?;
    let named = if args.folders.is_empty() { vec![PathBuf::from(".")] } else { args.folders.clone() };
    let mut outcomes = Vec::new();
    for folder in &named {
        let root = root_of(&context.path(folder))?;
        let mut loaded = load_with_evidence(&root);
        if args.trusted_instrument {
            trust(&mut loaded)?;
        }
        let policy = chosen.of(loaded.workspace.manifest.as_ref());
        let findings = judge(&loaded, &policy, stage);
        let within = layout::within_repository(&root);
        outcomes.push(Judgement { folder: folder.display().to_string(), within, policy, loaded, findings });
    }
    let checked: Vec<Checked<'_>> = outcomes
        .iter()
        .map(|Judgement { folder, within, policy, loaded, findings }| Checked {
            workspace: folder,
            within: within.as_deref(),
            policy,
            sources: &loaded.sources,
            findings,
        })
        .collect();
    let telling = Telling { stage, language: context.language(), colour: context.ui.colour() };
    context.ui.data(&args.format.render(&checked, telling))?;
    let errors = checked.iter().flat_map(|checked| checked.findings).any(|judged| judged.severity == Severity::Error);
    Ok(if errors { ExitStatus::Findings } else { ExitStatus::Done })
}

/// Takes the bundled instrument in place of the one that was sent.
pub(super) fn trust(loaded: &mut Loaded) -> Result<(), Failure> {
    loaded.trust_bundled().map_err(|id| {
        Failure::new(bilingual!("tidak ada instrumen bawaan `{id}`", "there is no bundled instrument `{id}`"))
            .help(wording::see_instrument_list())
    })
}

/// Applies all rules to a workspace that was loaded with its evidence.
fn judge(loaded: &Loaded, policy: &Policy, stage: Stage) -> Vec<Judged> {
    let facts = Facts {
        workspace: &loaded.workspace,
        disk: &loaded.disk,
        instrument_places: loaded.instrument_places.as_ref(),
    };
    check(&facts, loaded.findings.clone(), policy, stage)
}
