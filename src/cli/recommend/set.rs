//! `spbe recommend set`: changes the recommendation of a row, or adds one.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::mem;
use std::ops::Range;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::recommend::basis;
use crate::cli::recommend::wanted::Wanted;
use crate::cli::{reading, rows, wording};
use crate::format::recommendations::{SCHEMA, cells};
use crate::model::decimal::Decimal;
use crate::model::files::{INSTRUMENT, MANIFEST, RECOMMENDATIONS};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

#[derive(Args, Debug)]
pub(super) struct SetArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `1..7`, …",
        "the indicator: `12`, `35-1`, `1..7`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say(
        "level yang dituju; membedakan beberapa rekomendasi satu indikator",
        "the level that it leads to; tells several of one indicator apart",
    ))]
    pub(super) to_level: Option<String>,
    #[arg(long, value_name = say("TEKS", "TEXT"), help = say(
        "apa yang dilakukan; `-` membaca masukan standar",
        "what to do; `-` reads standard input",
    ))]
    pub(super) action: Option<String>,
    #[arg(long, value_name = "UNIT", help = say(
        "unit yang melakukannya; `''` mengosongkan",
        "the unit that does it; `''` empties",
    ))]
    pub(super) unit: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say(
        "tenggat; `''` mengosongkan",
        "the day until which it is due; `''` empties",
    ))]
    pub(super) due: Option<String>,
    #[arg(long, value_name = say("PRIORITAS", "PRIORITY"), help = say(
        "prioritas: tinggi, sedang, rendah",
        "the priority: high, medium, low",
    ))]
    pub(super) priority: Option<String>,
    #[arg(long, value_name = say("SUMBER", "SOURCE"), help = say(
        "pemberinya: internal, external",
        "who gave it: internal, external",
    ))]
    pub(super) source: Option<String>,
    #[arg(long, value_name = say("KEADAAN", "STATE"), help = say(
        "keadaannya: open, done, dropped",
        "what has become of it: open, done, dropped",
    ))]
    pub(super) state: Option<String>,
}

/// Changes the recommendations of rows; with `--action`, a row that has none gets one.
pub(super) fn run(context: &Context, args: &SetArgs) -> Result<ExitStatus, Failure> {
    let adds = args.action.is_some();
    let mut change = Change::begin(context, |file| match file {
        MANIFEST | INSTRUMENT => true,
        // What a new one has unless it is named follows from the levels and from who owns the indicator.
        _ => adds && reading::levels(file),
    })?;
    let workspace = &change.loaded.workspace;
    let rows = rows::named(workspace, &args.indicators)?;
    let basis = basis(context, workspace)?;
    let wanted = Wanted::read(context, basis, args)?;
    let mut table = change.table(RECOMMENDATIONS, &SCHEMA)?;
    let mut places: Vec<Range<usize>> = Vec::new();
    let (mut changed, mut without) = (BTreeSet::new(), BTreeSet::new());
    for row in &rows {
        match wanted.chosen(&workspace.recommendations, *row)? {
            Some(advice) => {
                places.extend(advice.place.span.clone());
                changed.insert(*row);
            }
            None => _ = without.insert(*row),
        }
    }
    let new = if wanted.action.is_some() { mem::take(&mut without) } else { BTreeSet::new() };
    left_out(context, &changed, &new, &without, wanted.to_level)?;
    // From the end: a change moves what stands behind it.
    places.sort_by_key(|place| Reverse(place.start));
    let mut replaced = BTreeSet::new();
    for place in &places {
        let told = table.amend(place, &wanted.cells()).map_err(|error| change.refused(RECOMMENDATIONS, error))?;
        replaced.extend(told.into_iter().filter(|one| !one.before.is_empty()).map(|one| one.column));
    }
    for row in &new {
        let cells = cells(&wanted.draft(basis, *row), &table);
        table.put(&cells, |keys| rows::by_key(keys, *row)).map_err(|error| change.refused(RECOMMENDATIONS, error))?;
    }
    change.changes.text(RECOMMENDATIONS, table.into_text());
    change.finish(&done(&changed, &new, &replaced))?;
    Ok(ExitStatus::Done)
}

/// Says which of many rows have no recommendation to change; where none of them has one, nothing can be done.
fn left_out(
    context: &Context,
    changed: &BTreeSet<RowId>,
    new: &BTreeSet<RowId>,
    without: &BTreeSet<RowId>,
    to_level: Option<Decimal>,
) -> Result<(), Failure> {
    if without.is_empty() {
        return Ok(());
    }
    let indicators = rows::indicators(without);
    let (id, en) = (&indicators.id, &indicators.en);
    let message = match to_level {
        Some(level) => bilingual!(
            "tidak ada rekomendasi ke level {level:#} untuk {id}",
            "there is no recommendation to level {level} for {en}"
        ),
        None => bilingual!("belum ada rekomendasi untuk {id}", "there is no recommendation yet for {en}"),
    };
    let help = bilingual!(
        "tambahkan dengan `--action`, atau susun dengan `spbe recommend`",
        "add one with `--action`, or draft it with `spbe recommend`"
    );
    if changed.is_empty() && new.is_empty() {
        return Err(Failure::new(message).help(help));
    }
    context.ui.warning(&message, Some(&help));
    Ok(())
}

/// Says which rows had a recommendation changed, and in which fields, and which got a new one, a line for each.
fn done(changed: &BTreeSet<RowId>, new: &BTreeSet<RowId>, replaced: &BTreeSet<&str>) -> Bilingual {
    let replaced: Vec<Bilingual> = replaced.iter().map(|column| bilingual!("`{column}`", "`{column}`")).collect();
    let replaced = wording::replaced_and_kept(&replaced, &[]);
    let part = |rows: &BTreeSet<RowId>, id: &str, en: &str| {
        let indicators = rows::indicators(rows);
        (!rows.is_empty()).then(|| (format!("{id}: {}.", indicators.id), format!("{en} {}.", indicators.en)))
    };
    let parts = [
        Some((replaced.id.trim().to_owned(), replaced.en.trim().to_owned())).filter(|(id, _)| !id.is_empty()),
        part(changed, "Rekomendasi diubah", "Changed the recommendation of"),
        part(new, "Rekomendasi ditambahkan", "Added a recommendation for"),
    ];
    let (id, en): (Vec<String>, Vec<String>) = parts.into_iter().flatten().unzip();
    Bilingual::new(id.join("\n"), en.join("\n"))
}
