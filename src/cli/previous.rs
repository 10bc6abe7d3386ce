//! The workspace of last cycle: another folder, of the same agency, of an earlier year.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{pick, reading};
use crate::model::manifest::Manifest;
use crate::model::workspace::Workspace;
use crate::result::report::Report;

/// Puts last cycle's result beside a report, where a folder is named for it.
pub(super) fn beside<'a>(context: &Context, folder: Option<&Path>, report: Report<'a>) -> Result<Report<'a>, Failure> {
    let Some(folder) = folder else { return Ok(report) };
    let earlier = context.read_previous(folder, reading::levels)?;
    comparable(context, &earlier.workspace, report.workspace)?;
    Ok(report.beside(&pick::report(&earlier)?))
}

/// Refuses a workspace that is not of last cycle: another agency's, or one of the same year or a later one.
pub(super) fn comparable(context: &Context, earlier: &Workspace, now: &Workspace) -> Result<(), Failure> {
    let (Some(earlier), Some(now)) = (&earlier.manifest, &now.manifest) else { return Ok(()) };
    let (before, year) = (earlier.year.value, now.year.value);
    if before >= year {
        let message = bilingual!(
            "ruang kerja sebelumnya dari tahun {before}, bukan sebelum {year}",
            "the previous workspace is of {before}, not before {year}"
        );
        let help = bilingual!("tunjuk ruang kerja siklus lalu", "name the workspace of last cycle");
        return Err(Failure::new(message).help(help));
    }
    let (theirs, ours) = (&earlier.agency.name, &now.agency.name);
    if others(earlier, now) {
        let message = bilingual!(
            "ruang kerja sebelumnya milik `{theirs}`, bukan `{ours}`",
            "the previous workspace is that of `{theirs}`, not of `{ours}`"
        );
        let help = bilingual!("tunjuk ruang kerja instansi yang sama", "name a workspace of the same agency");
        return Err(Failure::new(message).help(help));
    }
    if theirs.trim() != ours.trim() {
        let message = bilingual!(
            "nama instansi pada ruang kerja sebelumnya lain: `{theirs}`",
            "the previous workspace names the agency differently: `{theirs}`"
        );
        context.ui.warning(&message, None);
    }
    Ok(())
}

/// Tells whether two manifests are of different agencies; a name may change, a code and a kind do not.
fn others(earlier: &Manifest, now: &Manifest) -> bool {
    match (&earlier.agency.code, &now.agency.code) {
        (Some(before), Some(code)) => before != code,
        _ => earlier.agency.kind != now.agency.kind || earlier.agency.name.trim() != now.agency.name.trim(),
    }
}
