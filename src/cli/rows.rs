//! The rows that the person named by selectors, and how messages name rows; an unknown one is answered with the nearest.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::{pick, wording};
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::selector::Selector;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;

/// Returns the rows that selectors name.
pub(super) fn named(workspace: &Workspace, selectors: &[String]) -> Result<BTreeSet<RowId>, Failure> {
    let instrument = pick::instrument(workspace)?;
    let known = workspace.rows();
    let mut rows = BTreeSet::new();
    for text in selectors {
        let selector: Selector = text.parse().map_err(|_| no_selector(text))?;
        let chosen = selector.rows(instrument, &known);
        if chosen.is_empty() {
            return Err(unknown_indicator(text, selector, instrument, &known));
        }
        rows.extend(chosen);
    }
    Ok(rows)
}

/// Returns the selectors as they are written, each known to name something.
pub(super) fn selectors(workspace: &Workspace, texts: &[String]) -> Result<Vec<String>, Failure> {
    named(workspace, texts)?;
    Ok(texts.to_vec())
}

fn no_selector(text: &str) -> Failure {
    Failure::new(bilingual!("`{text}` bukan pilihan indikator", "`{text}` names no indicators")).help(bilingual!(
        "tulis `12`, `35-1`, `1..7`, `aspect:3`, `domain:2` atau `all`",
        "write `12`, `35-1`, `1..7`, `aspect:3`, `domain:2` or `all`"
    ))
}

fn unknown_indicator(text: &str, selector: Selector, instrument: &Instrument, known: &BTreeSet<RowId>) -> Failure {
    let failure = Failure::new(bilingual!(
        "indikator `{text}` tidak ada dalam evaluasi ini",
        "there is no indicator `{text}` in this evaluation"
    ));
    if matches!(selector, Selector::Service(row) if instrument.all_rows().contains(&row)) {
        return failure.help(bilingual!(
            "tambahkan [[service]] dengan row = \"{text}\" di spbe.toml bila layanan ini dinilai",
            "add a [[service]] with row = \"{text}\" to spbe.toml if this service is assessed"
        ));
    }
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return failure };
    let help = match nearest_row(selector, known) {
        Some(near) => bilingual!(
            "yang terdekat `{near}`; ada {first} sampai {last}",
            "the nearest is `{near}`; there are {first} to {last}"
        ),
        None => wording::there_are(&first.to_string(), &last.to_string()),
    };
    failure.help(help)
}

/// Finds the row whose number is nearest to the one that was named.
fn nearest_row(selector: Selector, known: &BTreeSet<RowId>) -> Option<RowId> {
    let named = match selector {
        Selector::Indicator(indicator) => RowId::whole(indicator),
        Selector::Service(row) => row,
        Selector::Range(..) | Selector::Aspect(_) | Selector::Domain(_) | Selector::All => return None,
    };
    let distance = |row: &RowId| {
        let services = row.service.unwrap_or_default().abs_diff(named.service.unwrap_or_default());
        (row.indicator.abs_diff(named.indicator), services)
    };
    known.iter().copied().min_by_key(distance)
}

/// Lists rows for a message: `1, 2, 3`, with the middle of a long list left out.
pub(super) fn listed(rows: &BTreeSet<RowId>) -> String {
    let names: Vec<String> = rows.iter().map(RowId::to_string).collect();
    match names.as_slice() {
        [first, .., last] if names.len() > 8 => format!("{first} … {last} ({})", names.len()),
        _ => names.join(", "),
    }
}

/// Names rows for a message: the indicator or indicators.
pub(super) fn indicators(rows: &BTreeSet<RowId>) -> Bilingual {
    let listed = listed(rows);
    let plural = if rows.len() == 1 { "indicator" } else { "indicators" };
    Bilingual::new(format!("indikator {listed}"), format!("{plural} {listed}"))
}

/// Compares the key of a record with a row; what is no row stands before all.
pub(super) fn by_key(keys: &[&str], row: RowId) -> Ordering {
    keys[0].parse::<RowId>().map_or(Ordering::Less, |other| other.cmp(&row))
}
