//! Checking a bundle: nothing of it is believed, and nothing of it is unpacked.

use std::collections::BTreeMap;
use std::path::Path;

use crate::bilingual;
use crate::cli::bar::Bar;
use crate::cli::bundle::BundleArgs;
use crate::cli::bundle::contents::{FINDINGS, Part, RESULT, contents, within};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::list_format::ListFormat;
use crate::cli::pick;
use crate::cli::policy::Strictness;
use crate::cli::validate::Judge;
use crate::diagnostic::rule::Stage;
use crate::findings::format::{FindingFormat, Telling};
use crate::index::evaluation::Outcome;
use crate::result::facts::predicate_name;
use crate::result::report::Report;
use crate::result::verified::{Computed, Verified};
use crate::store::bag::{BagFiles, PAYLOAD, Sealed, sealed};
use crate::store::load::{Begun, Loaded};
use crate::store::{layout, read};
use crate::text::digest;
use crate::text::language::Language;
use crate::{data, terminal};

/// The most bytes of the result that a bundle holds.
const MOST_RESULT: u64 = 64 * 1024 * 1024;

/// Checks a bundle; what is wrong with it gives exit code 1.
pub(super) fn run(context: &Context, args: &BundleArgs, bundle: &Path) -> Result<ExitStatus, Failure> {
    let path = context.path(bundle);
    if !layout::is_there(&path) {
        let shown = bundle.display();
        return Err(Failure::new(bilingual!("`{shown}` tidak ada", "`{shown}` does not exist")));
    }
    let chosen = args.policy.read(context, Strictness::Strict)?;
    let mut verified = Verified { bundle: bundle.display().to_string(), ..Verified::default() };
    let mut numbers = None;
    let findings = match BagFiles::open(&path) {
        Err(fault) => {
            verified.faults.push(fault);
            String::new()
        }
        Ok(files) => {
            let seal = seal(context, &files);
            verified.faults.extend(seal.faults.iter().cloned());
            verified.receipt.clone_from(&seal.receipt);
            verified.agent = seal.info.get("Bag-Software-Agent").cloned().unwrap_or_default();
            let telling =
                Telling { stage: Stage::Submission, language: context.language(), colour: context.ui.colour() };
            let judge = Judge { chosen, pointers: false, approval: true, format: FindingFormat::Text, telling };
            let mut loaded = Begun::of(files.workspace()).load();
            let kept = judge.loaded(&verified.bundle, &mut loaded);
            (verified.errors, verified.warnings) = (kept.counts.errors, kept.counts.warnings);
            compare(context, &loaded, &files, &seal, &mut verified);
            numbers = pick::report(&loaded).ok().map(|report| report.numbers(context.language()));
            judge.format.write(vec![kept], context.language())
        }
    };
    let told = match args.format {
        ListFormat::Json => data::bundle::json(&verified, context.language()),
        ListFormat::Text => {
            findings + &terminal::bundle::text(&verified, numbers, context.language(), context.list_width())
        }
    };
    context.ui.data(&told)?;
    Ok(if verified.is_sound() { ExitStatus::Done } else { ExitStatus::Findings })
}

/// Digests every file of the bag.
fn seal(context: &Context, files: &BagFiles) -> Sealed {
    let bar = Bar::begin(context.ui, &bilingual!("Memeriksa", "Checking"), files.names().count());
    sealed(files, &|| bar.step())
}

/// Makes report and texts again and holds those of the bag against them.
fn compare(context: &Context, loaded: &Loaded, files: &BagFiles, seal: &Sealed, verified: &mut Verified) {
    let Ok(report) = pick::report(loaded) else {
        verified.faults.push(bilingual!(
            "tidak ada yang dapat dihitung dari ruang kerjanya",
            "nothing can be computed from its workspace"
        ));
        return;
    };
    verified.index = computed(&report, context.language());
    let said = seal.info.get("Spbe-Language").map(String::as_str).unwrap_or_default();
    let language = Language::from_code(said).unwrap_or_else(|| context.language());
    let expected = contents(&context.silent(), loaded, &report, language);
    let same_version = verified.agent == format!("spbe {}", env!("CARGO_PKG_VERSION"));
    hold(&expected, seal, same_version, verified);
    if same_version {
        return;
    }
    let theirs = files.read(&format!("{PAYLOAD}/{RESULT}"), |file, size| read::whole(file, size, MOST_RESULT));
    if let (Some(Ok(theirs)), Some(Part::Made(ours))) = (theirs, expected.get(RESULT)) {
        verified.faults.extend(data::bundle::same_result(&theirs, ours).err().unwrap_or_default());
    }
}

/// Returns the index that follows from a workspace.
fn computed(report: &Report<'_>, language: Language) -> Option<Computed> {
    match &report.outcome {
        Outcome::Index(rated) => {
            Some(Computed { exact: rated.exact.clone(), predicate: predicate_name(report, rated, language) })
        }
        Outcome::Range { .. } => None,
    }
}

/// Holds the files of the bag against what is expected; what is made by another version of the tool is only named.
fn hold(expected: &BTreeMap<String, Part>, seal: &Sealed, same_version: bool, verified: &mut Verified) {
    for (path, part) in expected {
        let Some(found) = seal.digests.get(path) else {
            verified.faults.push(bilingual!("`{path}` tidak ada di dalamnya", "`{path}` is not in it"));
            continue;
        };
        let same = match part {
            Part::Made(bytes) => *found == digest::of(bytes),
            Part::Own(file) => seal.digests.get(&within(file)) == Some(found),
        };
        match (same, part) {
            (true, _) => verified.remade += 1,
            (false, Part::Made(_)) if !same_version => verified.unverified.push(path.clone()),
            (false, Part::Made(_)) => verified.faults.push(bilingual!(
                "`{path}` bukan yang dihasilkan dari ruang kerja di dalamnya",
                "`{path}` is not what follows from the workspace in it"
            )),
            (false, Part::Own(file)) => {
                verified.faults.push(bilingual!("`{path}` bukan salinan `{file}`", "`{path}` is no copy of `{file}`"));
            }
        }
    }
    let strange = seal.digests.keys().filter(|path| !expected.contains_key(*path) && *path != FINDINGS);
    verified.faults.extend(strange.map(|path| {
        bilingual!(
            "`{path}` tidak berasal dari ruang kerja di dalamnya",
            "`{path}` does not come from the workspace in it"
        )
    }));
}
