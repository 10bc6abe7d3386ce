//! What is said of a new workspace: what was made, and which commands come next.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::init::from::Standing;
use crate::model::instrument::Instrument;
use crate::store::layout;
use crate::text::bilingual::Bilingual;

/// A command, and what it is for.
type Step = (Bilingual, Bilingual);

/// Says what was made, or would be.
pub(super) fn made(context: &Context, folder: &Path, instrument: &Instrument) {
    let (folder, id, count) = (folder.display(), &instrument.id, instrument.indicators.len());
    context.ui.done(&match context.dry_run {
        true => bilingual!(
            "Ruang kerja `{folder}` akan dibuat dengan instrumen {id} ({count} indikator).",
            "The workspace `{folder}` would be made with the instrument {id} ({count} indicators)."
        ),
        false => bilingual!(
            "Ruang kerja `{folder}` dibuat dengan instrumen {id} ({count} indikator).",
            "The workspace `{folder}` is made with the instrument {id} ({count} indicators)."
        ),
    });
}

/// Says which commands come next: those of an empty workspace, or what last year's leaves to be done.
pub(super) fn next(context: &Context, root: &Path, standing: Option<&Standing>) {
    let mut steps = Vec::new();
    // Next year's folder often lies beside last year's, in one repository.
    if layout::within_repository(root).is_none() {
        steps.push((
            Bilingual::same("git init"),
            bilingual!("simpan evaluasi ini dalam git", "keep this evaluation in git"),
        ));
    }
    match standing {
        Some(standing) => after_last_year(standing, &mut steps),
        None => from_nothing(&mut steps),
    }
    steps.push((
        Bilingual::same("spbe validate"),
        bilingual!("lihat apa yang masih kurang", "see what is still missing"),
    ));
    let lines = |pick: fn(&Bilingual) -> &str| -> String {
        let width = steps.iter().map(|(command, _)| pick(command).chars().count()).max().unwrap_or_default();
        let line = |(command, why): &Step| format!("\n  {:width$}  {}", pick(command), pick(why));
        steps.iter().map(line).collect()
    };
    let (id, en) = (lines(|text| &text.id), lines(|text| &text.en));
    context
        .ui
        .done(&bilingual!("Langkah berikutnya, dari dalam folder itu:{id}", "Next, from within that folder:{en}"));
}

/// Lists what an empty workspace needs: a team, and who evaluates what.
fn from_nothing(steps: &mut Vec<Step>) {
    steps.push((
        bilingual!("spbe team add hukum …", "spbe team add law …"),
        bilingual!("tambahkan anggota tim", "add members of the team"),
    ));
    steps.push((
        bilingual!("spbe assign all --to hukum", "spbe assign all --to law"),
        bilingual!("tugaskan indikator", "assign indicators"),
    ));
}

/// Lists what last year's workspace leaves to be done.
fn after_last_year(standing: &Standing, steps: &mut Vec<Step>) {
    let Standing { members, unassigned, wanted } = *standing;
    steps.push(match members {
        0 => (Bilingual::same("spbe team add …"), bilingual!("tambahkan anggota tim", "add members of the team")),
        _ => (
            Bilingual::same("spbe team list"),
            bilingual!(
                "lihat siapa yang masih bertugas; yang pindah: `spbe team replace`",
                "see who is still there; who was transferred: `spbe team replace`"
            ),
        ),
    });
    if unassigned > 0 {
        steps.push((
            Bilingual::same("spbe assign --auto"),
            bilingual!(
                "bagi {unassigned} indikator yang belum ada penilainya",
                "share out the {unassigned} indicators that nobody evaluates"
            ),
        ));
    }
    if members > 0 {
        steps.push((
            Bilingual::same("spbe brief all --date …"),
            bilingual!("catat sosialisasi tahun ini", "note this year's socialisation"),
        ));
    }
    if wanted > 0 {
        steps.push((
            Bilingual::same("spbe form request"),
            bilingual!(
                "minta data dukung kepada unit; yang dipakai tahun lalu disebut",
                "ask the units for evidence; what served last year is named"
            ),
        ));
    }
}
