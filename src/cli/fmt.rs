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
use crate::format::canonical::{self, Canonical, Order};
use crate::format::{
    approvals, assignments, evidence, evidence_links, external_nodes, external_scores, final_scores, received,
    recommendations, scores, wanted,
};
use crate::model::files;
use crate::store::load::Loaded;
use crate::store::write::Changes;
use crate::text::bilingual::Bilingual;
use crate::text::wrap::{columns, shortened};

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
    /// The files that differ from their canonical form.
    changed: Vec<Changed>,
    /// The files that can't be read whole, with the first reason.
    refused: Vec<(String, Option<Finding>)>,
}

/// A file that differs from its canonical form.
struct Changed {
    file: String,
    /// Its canonical form.
    text: String,
    /// The same with the records in the order in which they stand; where this is what is there, the order alone differs.
    in_order: String,
}

/// Puts the files into canonical form; with `--check` none is written, and a difference gives exit code 1.
pub(super) fn run(context: &Context, args: &FmtArgs) -> Result<ExitStatus, Failure> {
    if args.check {
        let loaded = context.load()?;
        let mut written = write_all(&loaded);
        // A merge of branches puts records where it can: their order is no fault.
        written.changed.retain(|changed| !is(&loaded, &changed.file, &changed.in_order));
        refused(context, &loaded, &written);
        differing(context, &loaded, &written);
        let clean = written.changed.is_empty() && written.refused.is_empty();
        let names: String = written.changed.iter().map(|changed| format!("{}\n", changed.file)).collect();
        let mut changes = Changes::default();
        for Changed { file, text, .. } in written.changed {
            changes.text(file, text);
        }
        context.ui.data(&if context.dry_run { plan(&changes, &loaded.sources) } else { names })?;
        return Ok(if clean { ExitStatus::Done } else { ExitStatus::Findings });
    }
    let mut change = Change::of_each_file(context)?;
    let written = write_all(&change.loaded);
    refused(context, &change.loaded, &written);
    let count = written.changed.len();
    for Changed { file, text, .. } in written.changed {
        change.changes.text(file, text);
    }
    change.finish(&bilingual!("{count} berkas dirapikan.", "{count} files were put into canonical form."))?;
    Ok(if written.refused.is_empty() { ExitStatus::Done } else { ExitStatus::Failed })
}

/// Tells whether a file holds a text, byte by byte.
fn is(loaded: &Loaded, file: &str, text: &str) -> bool {
    loaded.sources.text(file) == Some(text) && !loaded.of_old.contains(file)
}

/// Says of every file how it first differs from its canonical form.
fn differing(context: &Context, loaded: &Loaded, written: &Written) {
    let help = bilingual!("tulis ulang dengan `spbe fmt`", "rewrite it with `spbe fmt`");
    for Changed { file, in_order, .. } in &written.changed {
        let found = loaded.sources.text(file).unwrap_or_default();
        context.ui.warning(&difference(file, found, in_order, loaded.of_old.contains(file)), Some(&help));
    }
}

/// Says how a text first differs from its canonical form: by its beginning, by how its lines end, or in a line.
fn difference(file: &str, found: &str, canonical: &str, of_old: bool) -> Bilingual {
    const MOST: usize = 60;
    if found.starts_with('\u{feff}') {
        return bilingual!("`{file}` diawali BOM", "`{file}` begins with a byte order mark");
    }
    if of_old || (found.contains("\r\n") && found.replace("\r\n", "\n") == canonical) {
        return bilingual!("baris `{file}` tidak berakhir dengan LF", "the lines of `{file}` do not end with LF");
    }
    let shown = |line: Option<&str>| shortened(line.unwrap_or_default(), MOST, columns);
    let (mut before, mut after) = (found.lines(), canonical.lines());
    for number in 1.. {
        match (before.next(), after.next()) {
            (None, None) => break,
            (one, other) if one == other => {}
            (one, other) => {
                let (one, other) = (shown(one), shown(other));
                return bilingual!(
                    "`{file}:{number}` tertulis `{one}`, bakunya `{other}`",
                    "`{file}:{number}` reads `{one}`, its canonical form is `{other}`"
                );
            }
        }
    }
    bilingual!(
        "baris terakhir `{file}` tidak berakhir dengan benar",
        "the last line of `{file}` does not end as it should"
    )
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
    let mut keep = |file: &str, write: &dyn Fn(&str, Order) -> Canonical| {
        if loaded.unreadable.contains(file) {
            let here = |finding: &&Finding| finding.place.as_ref().is_some_and(|place| &*place.file == file);
            return written.refused.push((file.to_owned(), loaded.findings.iter().find(here).cloned()));
        }
        let Some(text) = loaded.sources.text(file) else { return };
        let canonical = write(text, Order::OfKeys);
        if canonical.as_ref().is_ok_and(|canonical| is(loaded, file, canonical)) {
            return;
        }
        match canonical.and_then(|canonical| Ok((canonical, write(text, Order::AsTheyStand)?))) {
            Ok((text, in_order)) => written.changed.push(Changed { file: file.to_owned(), text, in_order }),
            Err(findings) => written.refused.push((file.to_owned(), findings.into_iter().next())),
        }
    };
    keep(files::MANIFEST, &|text, _| canonical::manifest(text, files::MANIFEST));
    keep(files::TEAM, &|text, _| canonical::team(text, files::TEAM));
    keep(files::ASPECT_FINDINGS, &|text, _| canonical::aspect_findings(text, files::ASPECT_FINDINGS));
    keep(files::PRESENTATION, &|text, _| canonical::presentation(text, files::PRESENTATION));
    macro_rules! table {
        ($file:expr, $module:ident) => {
            keep($file, &|text, order| canonical::table(text, &$module::SCHEMA, $file, order, $module::read));
        };
    }
    table!(files::ASSIGNMENTS, assignments);
    table!(files::EVIDENCE, evidence);
    table!(files::EVIDENCE_LINKS, evidence_links);
    table!(files::FINAL_SCORES, final_scores);
    table!(files::EXTERNAL_SCORES, external_scores);
    table!(files::EXTERNAL_NODES, external_nodes);
    table!(files::RECOMMENDATIONS, recommendations);
    table!(files::RECEIVED, received);
    table!(files::WANTED, wanted);
    for member in &loaded.workspace.team.members {
        let id = &member.id.value;
        macro_rules! of_member {
            ($file:expr, $module:ident) => {
                let file = $file;
                keep(&file, &|text, order| {
                    canonical::table(text, &$module::SCHEMA, &file, order, |text, reading| {
                        $module::read(text, id, reading)
                    })
                });
            };
        }
        of_member!(files::score_file(id.as_str()), scores);
        of_member!(files::approval_file(id.as_str()), approvals);
    }
    written
}
