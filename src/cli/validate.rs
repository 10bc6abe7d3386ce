//! `spbe validate`: everything that is wrong, in one pass; writes nothing.

use std::mem;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use crate::check::relaxed::{by_pointer, relaxed};
use crate::check::{Facts, check, unknown_to_all};
use crate::cli::choice::{code, codes};
use crate::cli::context::{Context, expanded, tree_of};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::output;
use crate::cli::pick;
use crate::cli::policy::{Chosen, PolicyArgs, Strictness};
use crate::diagnostic::rule::{Severity, Stage};
use crate::findings::Checked;
use crate::findings::format::{FindingFormat, Kept, Telling};
use crate::store::layout;
use crate::store::load::{Begun, Loaded};
use crate::store::tree::Tree;
use crate::text::word::{Vocabulary, Word};

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
    #[arg(short, long, value_name = say("BERKAS", "FILE"), help = say(
        "tulis ke berkas ini, selalu sebagai UTF-8",
        "write to this file, always as UTF-8",
    ))]
    output: Option<PathBuf>,
    #[arg(long, help = say(
        "tanpa kelonggaran pengirim: [rules]-nya tidak berlaku, instrumen yang dikenal dan berlaku, kedua target",
        "no leniency of the sender's: its [rules] don't count, a known instrument of the year, both targets",
    ))]
    strict: bool,
    #[arg(long, value_parser = code::<Asked>(), default_value = "files", value_name = "files|pointers", help = say(
        "`pointers`: cukup penunjuk Git LFS yang sidiknya cocok, tanpa dokumennya",
        "`pointers`: a Git LFS pointer with the right digest will do, without its document",
    ))]
    evidence: Asked,
}

/// What is asked of the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// Every document is here.
    Files,
    /// A pointer to it is here.
    Pointers,
}

impl Vocabulary for Asked {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Files, Word { code: "files", id: "berkas", en: "files" }),
        (Self::Pointers, Word { code: "pointers", id: "penunjuk", en: "pointers" }),
    ];
}

/// Tells what is wrong in the workspaces that were named; an error in any of them gives exit code 1.
pub(super) fn run(context: &Context, args: &ValidateArgs) -> Result<ExitStatus, Failure> {
    let stage = pick::word::<Stage>(&args.stage, "--stage")?;
    let format = args.format;
    let named =
        if args.folders.is_empty() { vec![PathBuf::from(".")] } else { expanded(&context.directory, &args.folders) };
    let strictness = match (args.strict, args.trusted_instrument) {
        (true, _) => Strictness::Strict,
        (false, true) => Strictness::TrustedInstrument,
        (false, false) => Strictness::Lenient,
    };
    let judge = Judge {
        chosen: args.policy.read(context, strictness)?,
        pointers: args.evidence == Asked::Pointers,
        approval: false,
        format,
        telling: Telling { stage, language: context.language(), colour: context.ui.colour() && args.output.is_none() },
    };
    let folders: Vec<(String, PathBuf)> =
        named.iter().map(|folder| (folder.display().to_string(), context.path(folder))).collect();
    let kept = judge.all(&folders, |tree| context.begun(tree))?;
    let errors = kept.iter().any(|kept| kept.counts.errors > 0);
    let told = format.write(kept, context.language());
    output::write(context, args.output.as_deref(), told.as_bytes(), true)?;
    Ok(if errors { ExitStatus::Findings } else { ExitStatus::Done })
}

/// How workspaces are judged.
pub(super) struct Judge {
    /// What the rules weigh.
    pub(super) chosen: Chosen,
    /// Whether a pointer to a document will do.
    pub(super) pointers: bool,
    /// Whether every answer must be approved, although nobody has begun to approve.
    pub(super) approval: bool,
    /// The format of what is told.
    pub(super) format: FindingFormat,
    /// How it is told.
    pub(super) telling: Telling,
}

impl Judge {
    /// Judges folders on all cores, each by its name and its path; returns what is told of them in the same order.
    ///
    /// A workspace is dropped once it was judged, so that the memory needed does not grow with their number. The first
    /// folder in order that can't be judged is the failure, whichever was tried first. Of a single folder, `begun` may know
    /// something already.
    fn all(&self, folders: &[(String, PathBuf)], begun: impl Fn(Tree) -> Begun) -> Result<Vec<Kept>, Failure> {
        // Threads take longer to start than one workspace takes to judge.
        let judged: Vec<Result<Kept, Failure>> = match folders {
            [(name, path)] => vec![self.one(name, path, begun)],
            _ => folders.par_iter().map(|(name, path)| self.one(name, path, Begun::of)).collect(),
        };
        judged.into_iter().collect()
    }

    /// Judges the workspace that a folder belongs to, with its evidence hashed anew.
    fn one(&self, name: &str, path: &Path, begun: impl Fn(Tree) -> Begun) -> Result<Kept, Failure> {
        let mut loaded = begun(tree_of(path)?).load();
        Ok(self.loaded(name, &mut loaded))
    }

    /// Judges a workspace that was loaded, with its evidence hashed anew.
    pub(super) fn loaded(&self, name: &str, loaded: &mut Loaded) -> Kept {
        loaded.see_evidence();
        let mut policy = self.chosen.of(loaded.workspace.manifest.as_ref());
        if self.pointers {
            policy = policy.unless_received("evidence-pointer", Severity::Off);
        }
        if self.chosen.trusts_nobody() {
            let unknown = loaded.trust_known(&policy.instruments).err();
            loaded.findings.extend(unknown.map(|named| unknown_to_all(&named)));
        }
        let own_instrument = !loaded.knows_instrument(&policy.instruments);
        let read = mem::take(&mut loaded.findings);
        let facts = Facts::new(&loaded.workspace, &loaded.disk, loaded.instrument_places.as_ref())
            .asking(policy.least)
            .wanting_approval(self.approval || policy.asks_for("not-approved"))
            .after(&read);
        let mut relaxed = relaxed(&facts, &policy, own_instrument);
        relaxed.extend(by_pointer(&facts).filter(|_| self.pointers));
        let findings = check(&facts, read, &policy, self.telling.stage);
        let within = loaded.folder().and_then(layout::within_repository);
        let checked = Checked {
            workspace: name,
            within: within.as_deref(),
            policy: &policy,
            sources: &loaded.sources,
            findings: &findings,
            relaxed: &relaxed,
        };
        self.format.keep(&checked, self.telling)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::Judge;
    use crate::cli::policy::Chosen;
    use crate::diagnostic::rule::Stage;
    use crate::findings::format::{FindingFormat, Telling};
    use crate::store::load::Begun;
    use crate::text::language::Language;
    use crate::text::word::Vocabulary;

    /// Workspaces that lack one thing each, so that every one is told apart.
    fn folders(root: &std::path::Path, count: usize) -> Vec<(String, PathBuf)> {
        let folder = |number: usize| {
            // The names go against the order in which they are given.
            let name = format!("kab-{:02}", count - number);
            let path = root.join(&name);
            fs::create_dir_all(&path).expect("a folder");
            fs::write(path.join("spbe.toml"), format!("schema = 1\nname{number} = 1\n")).expect("written");
            (name, path)
        };
        (0..count).map(folder).collect()
    }

    fn judge(format: FindingFormat) -> Judge {
        let telling = Telling { stage: Stage::Submission, language: Language::English, colour: false };
        Judge { chosen: Chosen::default(), pointers: false, approval: false, format, telling }
    }

    #[test]
    fn many_folders_are_told_like_each_one_after_the_other() {
        let root = tempfile::tempdir().expect("a folder");
        let given = folders(root.path(), 24);
        let mut by_name = given.clone();
        by_name.sort();
        for (format, _) in FindingFormat::WORDS {
            let judge = judge(*format);
            let together = format.write(judge.all(&given, Begun::of).expect("judged"), Language::English);
            let each = |folder| judge.all(std::slice::from_ref(folder), Begun::of).expect("judged").remove(0);
            let apart = format.write(by_name.iter().map(each).collect(), Language::English);
            assert_eq!(together, apart, "{format:?}");
            assert!((0..24).all(|number| together.contains(&format!("name{number}`"))), "{format:?}: {together}");
        }
        let judge = judge(FindingFormat::Short);
        let lines = |folders: &[_]| {
            FindingFormat::Short.write(judge.all(folders, Begun::of).expect("judged"), Language::English)
        };
        let concatenated: String = by_name.chunks(1).map(lines).collect();
        assert_eq!(lines(&given), concatenated);
    }

    #[test]
    fn the_first_folder_that_cannot_be_judged_is_the_failure() {
        let root = tempfile::tempdir().expect("a folder");
        let mut given = folders(root.path(), 8);
        for (at, name) in [(3, "first"), (6, "second")] {
            given[at].1 = root.path().join(name);
        }
        for _ in 0..8 {
            let failure = judge(FindingFormat::Text).all(&given, Begun::of).expect_err("there is no such folder");
            assert!(format!("{failure:?}").contains("first"), "{failure:?}");
        }
    }
}
