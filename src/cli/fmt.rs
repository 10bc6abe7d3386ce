//! `spbe fmt`: the files of a workspace in canonical form.

use clap::Args;

use crate::bilingual;
use crate::cli::change::{Change, plan};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::wording;
use crate::diagnostic::finding::Finding;
use crate::format::canonical::{self, Canonical};
use crate::format::{assignments, evidence, evidence_links, external_scores, final_scores, recommendations, scores};
use crate::model::files;
use crate::store::load::Loaded;
use crate::store::write::Changes;

#[derive(Args, Debug)]
pub(super) struct FmtArgs {
    #[arg(long, help = say(
        "hanya periksa; keluar dengan kode 1 bila ada yang akan berubah",
        "only check; exit with code 1 if something would change",
    ))]
    check: bool,
}

/// What became of the files.
struct Written {
    /// The files that differ from their canonical form, with that form.
    changed: Vec<(String, String)>,
    /// The files that can't be read whole, with the first reason.
    refused: Vec<(String, Option<Finding>)>,
}

/// Puts the files into canonical form; with `--check` none is written, and a difference gives exit code 1.
pub(super) fn run(context: &Context, args: &FmtArgs) -> Result<ExitStatus, Failure> {
    if args.check {
        let loaded = context.load()?;
        let written = write_all(&loaded);
        refused(context, &loaded, &written);
        let clean = written.changed.is_empty() && written.refused.is_empty();
        let names: String = written.changed.iter().map(|(file, _)| format!("{file}\n")).collect();
        let mut changes = Changes::default();
        for (file, text) in written.changed {
            changes.text(file, text);
        }
        context.ui.data(&if context.dry_run { plan(&changes, &loaded.sources) } else { names })?;
        return Ok(if clean { ExitStatus::Done } else { ExitStatus::Findings });
    }
    let mut change = Change::of_each_file(context)?;
    let written = write_all(&change.loaded);
    refused(context, &change.loaded, &written);
    let count = written.changed.len();
    for (file, text) in written.changed {
        change.changes.text(file, text);
    }
    change.finish(&bilingual!("{count} berkas dirapikan.", "{count} files were put into canonical form."))?;
    Ok(if written.refused.is_empty() { ExitStatus::Done } else { ExitStatus::Failed })
}

/// Warns of every file that was left as it is, with the first reason.
fn refused(context: &Context, loaded: &Loaded, written: &Written) {
    for (file, finding) in &written.refused {
        let reason = match finding {
            Some(finding) => wording::with_place(finding, &loaded.sources),
            None => wording::unreadable(file),
        };
        let (id, en) = (&reason.id, &reason.en);
        let message = bilingual!("`{file}` dilewati: {id}", "`{file}` is left as it is: {en}");
        context.ui.warning(&message, finding.as_ref().and_then(|finding| finding.help.as_ref()));
    }
}

/// Finds the canonical form of every file but the frozen instrument and stray score files; nothing is written yet.
fn write_all(loaded: &Loaded) -> Written {
    let mut written = Written { changed: Vec::new(), refused: Vec::new() };
    let mut keep = |file: &str, write: &dyn Fn(&str) -> Canonical| {
        if loaded.unreadable.contains(file) {
            let here = |finding: &&Finding| finding.place.as_ref().is_some_and(|place| &*place.file == file);
            return written.refused.push((file.to_owned(), loaded.findings.iter().find(here).cloned()));
        }
        let Some(text) = loaded.sources.text(file) else { return };
        match write(text) {
            Ok(canonical) if canonical == text => {}
            Ok(canonical) => written.changed.push((file.to_owned(), canonical)),
            Err(findings) => written.refused.push((file.to_owned(), findings.into_iter().next())),
        }
    };
    keep(files::MANIFEST, &|text| canonical::manifest(text, files::MANIFEST));
    keep(files::TEAM, &|text| canonical::team(text, files::TEAM));
    keep(files::ASPECT_FINDINGS, &|text| canonical::aspect_findings(text, files::ASPECT_FINDINGS));
    keep(files::PRESENTATION, &|text| canonical::presentation(text, files::PRESENTATION));
    macro_rules! table {
        ($file:expr, $module:ident) => {
            keep($file, &|text| canonical::table(text, &$module::SCHEMA, $file, $module::read));
        };
    }
    table!(files::ASSIGNMENTS, assignments);
    table!(files::EVIDENCE, evidence);
    table!(files::EVIDENCE_LINKS, evidence_links);
    table!(files::FINAL_SCORES, final_scores);
    table!(files::EXTERNAL_SCORES, external_scores);
    table!(files::RECOMMENDATIONS, recommendations);
    for member in &loaded.workspace.team.members {
        let (id, file) = (&member.id.value, files::score_file(member.id.value.as_str()));
        keep(&file, &|text| {
            canonical::table(text, &scores::SCHEMA, &file, |text, reading| scores::read(text, id, reading))
        });
    }
    written
}
