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
use crate::text::nearest::meant;

/// Returns the rows that selectors name.
pub(super) fn named(workspace: &Workspace, selectors: &[String]) -> Result<BTreeSet<RowId>, Failure> {
    let instrument = pick::instrument(workspace)?;
    let known = workspace.rows();
    let mut rows = BTreeSet::new();
    for text in selectors {
        let selector: Selector = text.parse().map_err(|_| no_selector(text, instrument))?;
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

/// Says that a text is no selector, and which indicator may be meant or how one is written.
fn no_selector(text: &str, instrument: &Instrument) -> Failure {
    let failure = Failure::new(bilingual!("`{text}` bukan pilihan indikator", "`{text}` names no indicators"));
    if let Some(number) = as_portals_write(text, instrument) {
        return failure.help(meant(&number.to_string()));
    }
    failure.help(bilingual!(
        "tulis `12`, `35-1`, `1..7`, `aspect:3`, `domain:2` atau `all`",
        "write `12`, `35-1`, `1..7`, `aspect:3`, `domain:2` or `all`"
    ))
}

/// Returns the indicator that portals write as `I12` or `Indikator 12`, or by its place in an aspect as `2.1`.
fn as_portals_write(text: &str, instrument: &Instrument) -> Option<u32> {
    let known = |number: &u32| instrument.indicator(*number).is_some();
    let bare =
        text.trim_start_matches(|letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '.' | '-' | ':'));
    if let Ok(number) = bare.parse() {
        return Some(number).filter(known);
    }
    let (aspect, place) = bare.split_once('.')?;
    let (aspect, place): (u32, usize) = (aspect.parse().ok()?, place.parse().ok()?);
    let mut within = instrument.indicators.iter().filter(|indicator| indicator.aspect == aspect);
    within.nth(place.checked_sub(1)?).map(|indicator| indicator.id)
}

/// Says that a selector names no row here: its service is not assessed, or its number does not exist.
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

/// How many runs of rows a message tells; of more only the ends.
const MOST_RUNS: usize = 4;

/// Lists rows for a message: `1, 2, 3`, with the middle of a long list, or of its few runs, left out.
pub(super) fn listed(rows: &BTreeSet<RowId>) -> String {
    if rows.len() <= 8 {
        return rows.iter().map(RowId::to_string).collect::<Vec<_>>().join(", ");
    }
    let mut runs: Vec<(RowId, RowId)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if follows(*last, *row) => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    if let ([(first, _), .., (_, last)], true) = (runs.as_slice(), runs.len() > MOST_RUNS) {
        return format!("{first} … {last} ({})", rows.len());
    }
    let shown = |(first, last): &(RowId, RowId)| match first == last {
        true => first.to_string(),
        false => format!("{first} … {last}"),
    };
    format!("{} ({})", runs.iter().map(shown).collect::<Vec<_>>().join(", "), rows.len())
}

/// Tells whether a row comes right behind another: the next indicator, or the next service of the same one.
fn follows(row: RowId, next: RowId) -> bool {
    if row.indicator == next.indicator {
        return next.service == row.service.map(|service| service + 1);
    }
    next.indicator == row.indicator + 1 && next.service.is_none_or(|service| service == 1)
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

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{by_key, indicators, listed, named};
    use crate::model::row::RowId;
    use crate::model::workspace::Workspace;
    use crate::store::load::load;
    use crate::text::bilingual::Bilingual;
    use crate::text::language::Language;

    fn workspace() -> Workspace {
        load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pemalang-2018")).workspace
    }

    fn rows(numbers: impl IntoIterator<Item = u32>) -> BTreeSet<RowId> {
        numbers.into_iter().map(RowId::whole).collect()
    }

    #[test]
    fn selectors_name_rows_and_each_row_once() {
        let selectors = ["3", "1..2", "2"].map(str::to_owned);
        assert_eq!(named(&workspace(), &selectors).expect("rows"), rows(1..=3));
    }

    #[test]
    fn what_names_no_row_is_answered_with_the_nearest_or_with_how_to_write_it() {
        let said = |selector: &str| {
            let failure = named(&workspace(), &[selector.to_owned()]).expect_err(selector);
            (failure.message(Language::English), failure.hints()[0].get(Language::English).to_owned())
        };
        let (message, hint) = said("99");
        assert_eq!(message, "there is no indicator `99` in this evaluation");
        assert!(hint.starts_with("the nearest is `35"), "{hint}");
        let (_, hint) = said("aspect:99");
        assert!(hint.starts_with("there are 1 to 35"), "{hint}");
        let (message, hint) = said("one");
        assert_eq!(message, "`one` names no indicators");
        assert!(hint.contains("`1..7`"), "{hint}");
    }

    #[test]
    fn a_long_list_of_rows_is_told_by_its_ends() {
        assert_eq!(listed(&rows(1..=8)), "1, 2, 3, 4, 5, 6, 7, 8");
        assert_eq!(listed(&rows(1..=9)), "1 … 9 (9)");
        assert_eq!(listed(&rows((11..=20).chain(42..=47))), "11 … 20, 42 … 47 (16)");
        assert_eq!(indicators(&rows([4])), Bilingual::fixed("indikator 4", "indicator 4"));
        assert_eq!(indicators(&rows([4, 5])).en, "indicators 4, 5");
    }

    #[test]
    fn a_key_that_is_no_row_stands_before_all() {
        let order = |key: &str| by_key(&[key], RowId::whole(3));
        assert_eq!(
            [order("2"), order("3"), order("10"), order("x")],
            [Ordering::Less, Ordering::Equal, Ordering::Greater, Ordering::Less]
        );
    }
}
