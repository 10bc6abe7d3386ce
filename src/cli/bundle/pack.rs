//! Packing: refused while something is missing that the ministry asks for, unless it is to go out all the same.

use std::collections::BTreeMap;
use std::mem;
use std::path::Path;

use crate::bilingual;
use crate::check::policy::Policy;
use crate::check::{Facts, Judged, check};
use crate::cli::bar::Bar;
use crate::cli::bundle::BundleArgs;
use crate::cli::bundle::contents::{FINDINGS, Part, contents};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::pick;
use crate::cli::policy::Strictness;
use crate::diagnostic::rule::{Severity, Stage};
use crate::findings::Checked;
use crate::findings::format::{FindingFormat, Telling};
use crate::index::evaluation::Outcome;
use crate::model::disk::FileState;
use crate::result::report::Report;
use crate::store::bag::{Bag, Piece, vacant};
use crate::store::evidence_files::{incoming, inside};
use crate::store::layout;
use crate::store::load::Loaded;
use crate::text::digest::in_fours;
use crate::text::slug::{extension, plain};
use crate::text::word::Vocabulary;

/// What an evaluation ends with after it was handed in: it does not keep a bundle back.
const COMES_LATER: [&str; 4] =
    ["no-recommendation", "aspect-without-findings", "recommendation-incomplete", "no-target"];

/// Packs the evaluation.
pub(super) fn run(context: &Context, args: &BundleArgs, output: &Path) -> Result<ExitStatus, Failure> {
    let path = context.path(output);
    let packed = place(&path)?;
    let mut loaded = context.read(|_| true)?;
    loaded.see_evidence();
    refuse_absent(&loaded)?;
    let policy = args.policy.read(context, Strictness::Lenient)?.of(loaded.workspace.manifest.as_ref());
    let found = findings(&mut loaded, &policy);
    let stops = |judged: &&Judged| judged.severity == Severity::Error && !COMES_LATER.contains(&judged.finding.rule);
    let errors: Vec<Judged> = found.iter().filter(stops).cloned().collect();
    if !errors.is_empty() && !args.with_findings {
        context.ui.data(&told(context, &loaded, &policy, &errors, context.ui.colour()))?;
        let message =
            bilingual!("bundel tidak dibuat: masih ada yang kurang", "no bundle was made: something is missing");
        let help = bilingual!(
            "perbaiki, atau kemas apa adanya dengan `--with-findings`",
            "mend it, or pack it as it is with `--with-findings`"
        );
        context.ui.warning(&message, Some(&help));
        return Ok(ExitStatus::Findings);
    }
    let report = pick::report(&loaded)?;
    let mut pieces = pieces(&loaded, contents(context, &loaded, &report, context.language()))?;
    if args.with_findings && !found.is_empty() {
        let listed = told(context, &loaded, &policy, &found, false);
        pieces.insert(FINDINGS.to_owned(), Piece::made(listed.into_bytes()));
    }
    let bag = Bag { name: name(&report), info: info(context, &report), pieces };
    bag.admissible().map_err(|message| {
        Failure::new(message).help(bilingual!(
            "ganti nama berkasnya, lalu catat nama barunya: `spbe evidence set ID --file evidence/NAMA`",
            "rename the file, then note its new name: `spbe evidence set ID --file evidence/NAME`"
        ))
    })?;
    write(context, &bag, &path, packed)?;
    Ok(ExitStatus::Done)
}

/// Tells whether the bundle is to be packed, by the ending of its name, and refuses a place where something stands.
fn place(path: &Path) -> Result<bool, Failure> {
    let packed = extension(&path.to_string_lossy()) == "zip";
    vacant(path, packed).map_err(|message| {
        Failure::new(message).help(bilingual!("sebut nama lain dengan `-o`", "name another place with `-o`"))
    })?;
    if let Some(own) = layout::own_file(path) {
        let message = bilingual!("`{own}` adalah berkas ruang kerja", "`{own}` is a file of the workspace");
        return Err(Failure::new(message));
    }
    Ok(packed)
}

/// Refuses a workspace of which the bytes of documents are elsewhere: nobody could check what goes out.
fn refuse_absent(loaded: &Loaded) -> Result<(), Failure> {
    let elsewhere = |state: &&FileState| matches!(state, FileState::Pointer(_) | FileState::NotHere);
    let absent: Vec<&str> =
        loaded.disk.evidence.iter().filter(|(_, state)| elsewhere(state)).map(|(file, _)| file.as_str()).collect();
    let (count, Some(first)) = (absent.len(), absent.first()) else { return Ok(()) };
    let message = bilingual!(
        "isi {count} dokumen tidak ada di komputer ini, mulai dari `{first}`",
        "the bytes of {count} documents are not on this computer, `{first}` first"
    );
    Err(Failure::new(message).help(bilingual!(
        "ambil dahulu: `git lfs pull`, atau tunggu penyimpanan bersama selesai mengunduh",
        "fetch them first: `git lfs pull`, or let the shared drive finish downloading"
    )))
}

/// Finds what `validate` finds at submission, with the word of an officer asked for in any case.
fn findings(loaded: &mut Loaded, policy: &Policy) -> Vec<Judged> {
    let read = mem::take(&mut loaded.findings);
    let facts = Facts::new(&loaded.workspace, &loaded.disk, loaded.instrument_places.as_ref());
    let facts = facts.asking(policy.least).wanting_approval(true).after(&read);
    check(&facts, read, policy, Stage::Submission)
}

/// Tells findings as `validate` does.
fn told(context: &Context, loaded: &Loaded, policy: &Policy, findings: &[Judged], colour: bool) -> String {
    let checked = Checked { workspace: ".", within: None, policy, sources: &loaded.sources, findings, relaxed: &[] };
    let telling = Telling { stage: Stage::Submission, language: context.language(), colour };
    FindingFormat::Text.render(&[checked], telling)
}

/// Digests what is copied, and takes what is made as it is.
fn pieces(loaded: &Loaded, parts: BTreeMap<String, Part>) -> Result<BTreeMap<String, Piece>, Failure> {
    let piece = |part| -> Result<Piece, Failure> {
        Ok(match part {
            Part::Made(bytes) => Piece::made(bytes),
            Part::Own(file) => Piece::copied(incoming(&inside(loaded.root(), &file)?.0)?),
        })
    };
    parts.into_iter().map(|(path, part)| Ok((path, piece(part)?))).collect()
}

/// Names the folder of the bag.
fn name(report: &Report<'_>) -> String {
    format!("{}-{}", plain(&report.agency.name), report.year)
}

/// Says what the bag is; no day is said, so that the same evaluation is the same bag.
fn info(context: &Context, report: &Report<'_>) -> Vec<(&'static str, String)> {
    let version = env!("CARGO_PKG_VERSION");
    let index = match &report.outcome {
        Outcome::Index(rated) => rated.exact.fraction(),
        Outcome::Range { .. } => "-".to_owned(),
    };
    vec![
        ("Source-Organization", report.agency.name.clone()),
        ("External-Identifier", name(report)),
        ("Bag-Software-Agent", format!("spbe {version}")),
        ("Spbe-Language", context.language().code().to_owned()),
        ("Spbe-Instrument", report.instrument.id.to_string()),
        ("Spbe-Agency-Kind", report.agency.kind.code().to_owned()),
        ("Spbe-Year", report.year.to_string()),
        ("Spbe-Index", index),
    ]
}

/// Writes the bag, or says what would be written, and gives the receipt.
fn write(context: &Context, bag: &Bag, path: &Path, packed: bool) -> Result<(), Failure> {
    let (shown, files) = (path.display(), bag.pieces.len());
    if context.dry_run {
        context
            .ui
            .done(&bilingual!("`{shown}` akan ditulis: {files} berkas.", "`{shown}` would be written: {files} files."));
        return Ok(());
    }
    let bar = Bar::begin(context.ui, &bilingual!("Mengemas", "Packing"), files);
    let step = || bar.step();
    if packed {
        bag.pack(path, &step)?;
    } else {
        bag.lay_out(path, &step)?;
    }
    drop(bar);
    let receipt = in_fours(&bag.receipt());
    context.ui.done(&bilingual!(
        "`{shown}` ditulis: {files} berkas.\nTanda terima: {receipt}",
        "Wrote `{shown}`: {files} files.\nReceipt: {receipt}"
    ));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::COMES_LATER;
    use crate::check::registry::rule;

    #[test]
    fn what_comes_later_are_rules() {
        for id in COMES_LATER {
            assert!(rule(id).is_some(), "{id}");
        }
    }
}
