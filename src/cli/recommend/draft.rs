//! `spbe recommend`: drafts recommendations from the gap, and the frame of `findings.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::{Failure, no_list_of_tables};
use crate::cli::recommend::basis;
use crate::cli::{previous, reading, rows, wording};
use crate::format::aspect_findings::{self, AppendError, NewAspect};
use crate::format::recommendations::{SCHEMA, cells};
use crate::index::recommend::{Basis, Plan, frame};
use crate::model::decimal::Decimal;
use crate::model::files::{ASPECT_FINDINGS, RECOMMENDATIONS};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What a new `findings.toml` says at its top.
static HEAD: Bilingual = Bilingual::fixed(
    "Kekuatan dan kelemahan tiap aspek, untuk ditulis oleh tim:\n\
     strengths = [\"Kalimat pertama.\", \"Kalimat kedua.\"]",
    "Strengths and weaknesses of each aspect, for the team to write:\n\
     strengths = [\"First sentence.\", \"Second sentence.\"]",
);

/// Adds the recommendations and aspects that are missing; what is there already is never changed.
pub(super) fn run(context: &Context, folder: Option<&Path>) -> Result<ExitStatus, Failure> {
    let earlier = folder.map(|folder| context.read_previous(folder, rests_on)).transpose()?;
    let mut change = Change::begin(context, rests_on)?;
    let basis = basis(context, &change.loaded.workspace)?;
    if let Some(earlier) = &earlier {
        previous::comparable(context, &earlier.workspace, &change.loaded.workspace)?;
    }
    let target = target(basis)?;
    let plan = Plan::of(basis, target, earlier.as_ref().map(|earlier| &earlier.workspace));
    let (aspects, language) = (frame::missing(basis), basis.language);
    put_recommendations(&mut change, &plan)?;
    put_frame(&mut change, &aspects, language)?;
    notes(context, &plan);
    let message = done(&plan, aspects.len(), target);
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Drafts follow from the levels, and what is there already is not drafted again.
fn rests_on(file: &str) -> bool {
    reading::levels(file) || [RECOMMENDATIONS, ASPECT_FINDINGS].contains(&file)
}

/// Returns the level that every indicator should reach; without one there is no gap to draft from.
fn target(basis: Basis<'_>) -> Result<Decimal, Failure> {
    basis.manifest.target_level.as_ref().map(|target| target.value).ok_or_else(|| {
        Failure::new(bilingual!("target level belum ditetapkan", "no target level is set")).help(bilingual!(
            "tulis `target_level = 3` di bawah [evaluation] dalam spbe.toml",
            "write `target_level = 3` under [evaluation] in spbe.toml"
        ))
    })
}

/// Puts the drafts into their table in the order of the rows; where there are none, the file stays untouched.
fn put_recommendations(change: &mut Change<'_>, plan: &Plan) -> Result<(), Failure> {
    // Also where nothing is added, a table that can't be read is refused: what it says may be missing here.
    let mut table = change.table(RECOMMENDATIONS, &SCHEMA)?;
    for draft in &plan.added {
        let cells = cells(draft, &table);
        table
            .put(&cells, |keys| rows::by_key(keys, draft.row))
            .map_err(|error| change.refused(RECOMMENDATIONS, error))?;
    }
    if !plan.added.is_empty() {
        change.changes.text(RECOMMENDATIONS, table.into_text());
    }
    Ok(())
}

/// Adds a frame to `findings.toml` for each of these aspects; where there are none, the file stays untouched.
fn put_frame(change: &mut Change<'_>, aspects: &[NewAspect], language: Language) -> Result<(), Failure> {
    if aspects.is_empty() {
        return Ok(());
    }
    let text = change.text(ASPECT_FINDINGS)?.unwrap_or_default();
    let text = aspect_findings::append(text, HEAD.get(language), aspects).map_err(|error| match error {
        AppendError::NoToml => change.unreadable(ASPECT_FINDINGS),
        AppendError::NoTables => no_list_of_tables(ASPECT_FINDINGS, "aspect"),
    })?;
    change.changes.text(ASPECT_FINDINGS, text);
    Ok(())
}

/// Says what was left to people.
fn notes(context: &Context, plan: &Plan) {
    let (unmapped, reached) = (plan.unmapped, plan.reached);
    note(
        context,
        &plan.waiting,
        |id, en| bilingual!("dilewati, belum punya level: {id}", "left out, for there is no level yet: {en}"),
        &wording::see_validate(),
    );
    note(
        context,
        &plan.finished,
        |id, en| bilingual!("levelnya sudah tercapai: {id}", "the level is reached: {en}"),
        &bilingual!(
            "tutup dengan `spbe recommend set INDIKATOR --to-level N --state done`",
            "close it with `spbe recommend set INDICATOR --to-level N --state done`"
        ),
    );
    note(
        context,
        &plan.answered,
        |id, en| {
            bilingual!(
                "masih di bawah target, tetapi usulnya sudah selesai atau dibatalkan: {id}",
                "still under the target, but its draft is done or dropped: {en}"
            )
        },
        &bilingual!("tulis yang lain di {RECOMMENDATIONS}", "write another one into {RECOMMENDATIONS}"),
    );
    let lacking: BTreeSet<RowId> =
        plan.added.iter().filter(|draft| draft.unit.is_none()).map(|draft| draft.row).collect();
    note(
        context,
        &lacking,
        |id, en| bilingual!("rekomendasi tanpa unit: {id}", "no unit answers for it: {en}"),
        &bilingual!(
            "isi dengan `spbe recommend set INDIKATOR --unit UNIT`",
            "name one with `spbe recommend set INDICATOR --unit UNIT`"
        ),
    );
    if reached > 0 {
        context.ui.done(&bilingual!(
            "Dari siklus lalu, {reached} sudah tercapai dan tidak dibawa.",
            "Of last cycle's, {reached} are reached and stay behind."
        ));
    }
    if unmapped > 0 {
        let message = bilingual!(
            "{unmapped} rekomendasi siklus lalu tidak punya padanan di instrumen ini",
            "{unmapped} recommendations of last cycle have no counterpart in this instrument"
        );
        context.ui.warning(&message, None);
    }
}

/// Warns of some rows, with the next step; where there are none, nothing is said.
fn note(context: &Context, rows: &BTreeSet<RowId>, say: impl Fn(&str, &str) -> Bilingual, help: &Bilingual) {
    if !rows.is_empty() {
        let indicators = rows::indicators(rows);
        context.ui.warning(&say(&indicators.id, &indicators.en), Some(help));
    }
}

/// Says what was drafted, and what comes next.
fn done(plan: &Plan, aspects: usize, target: Decimal) -> Bilingual {
    if plan.added.is_empty() && aspects == 0 {
        return bilingual!(
            "Tidak ada yang perlu ditambahkan (target level {target:#}).",
            "There is nothing to add (target level {target})."
        );
    }
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let part = |count: usize, text: fn(usize, &str) -> Bilingual| (count > 0).then(|| text(count, plural(count)));
    let added = [
        part(plan.added.len() - plan.carried, |count, s| {
            bilingual!("{count} rekomendasi baru", "{count} new recommendation{s}")
        }),
        part(plan.carried, |count, _| bilingual!("{count} dari siklus lalu", "{count} of last cycle")),
        part(aspects, |count, s| bilingual!("kerangka {count} aspek", "the frame of {count} aspect{s}")),
    ];
    let (id, en): (Vec<_>, Vec<_>) = added.into_iter().flatten().map(|part| (part.id, part.en)).unzip();
    let mut id = vec![format!("Ditambahkan: {}.", id.join(", "))];
    let mut en = vec![format!("Added: {}.", en.join(", "))];
    let mut next = |step: Bilingual| {
        id.push(step.id.into_owned());
        en.push(step.en.into_owned());
    };
    if !plan.added.is_empty() {
        next(bilingual!(
            "Sunting kalimat, unit dan tenggatnya di {RECOMMENDATIONS} atau dengan `spbe recommend set`.",
            "Edit wording, unit and due date in {RECOMMENDATIONS} or with `spbe recommend set`."
        ));
    }
    if aspects > 0 {
        next(bilingual!(
            "Tulis kekuatan dan kelemahan tiap aspek di {ASPECT_FINDINGS}.",
            "Write strengths and weaknesses of every aspect into {ASPECT_FINDINGS}."
        ));
    }
    Bilingual::new(id.join("\n"), en.join("\n"))
}
