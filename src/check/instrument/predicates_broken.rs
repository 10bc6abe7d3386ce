//! The rule `predicates-broken`.

use crate::bilingual;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::instrument::{Instrument, InstrumentPlaces, Predicate};
use crate::text::bilingual::Bilingual;

/// An index could have no predicate, or two.
pub(crate) static RULE: Rule = Rule {
    id: "predicates-broken",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "predikat tidak membagi seluruh rentang indeks",
        "the predicates do not divide the range of the index",
    ),
    why: Bilingual::fixed(
        "Setiap indeks harus mendapat tepat satu predikat.",
        "Every index must have exactly one predicate.",
    ),
    example: Bilingual::same(concat!(
        "instrument.yaml:  - {from: 3.5, to: 4.1}\n",
        "                  - {from: 4.2, to: 5}",
    )),
    mend: Bilingual::fixed(
        "Urutkan predikat dari yang terbaik. Batas atas masing-masing sama dengan batas bawah predikat di atasnya; \
         yang pertama berakhir pada nilai tertinggi skala, yang terakhir bermula pada nilai terendah.",
        "List the predicates best first. Each ends where the one above begins; the first ends at the highest value of \
         the scale, the last begins at the lowest.",
    ),
};

/// Walks the predicates from the best to the last and looks for gaps and overlaps.
pub(crate) fn check(instrument: &Instrument, places: &InstrumentPlaces, findings: &mut Vec<Finding>) {
    let scale = &instrument.scale;
    let predicates: Vec<(&Predicate, &Place)> = instrument.predicates.iter().zip(&places.predicates).collect();
    let (Some((best, best_place)), Some((last, last_place))) = (predicates.first(), predicates.last()) else {
        findings.extend(places.top.as_ref().map(none_at_all));
        return;
    };
    findings.extend(predicates.iter().filter_map(|(predicate, place)| reversed(predicate, place)));
    if best.to != scale.highest {
        let (name, to, highest) = (&best.name, best.to, scale.highest);
        let message = bilingual!(
            "predikat terbaik, {name}, berakhir pada `{to}`, seharusnya pada nilai tertinggi `{highest}`",
            "the best predicate, {name}, ends at `{to}`, expected the highest value `{highest}`"
        );
        findings.push(Finding::at(RULE.id, Place::clone(best_place), message));
    }
    for pair in predicates.windows(2) {
        findings.extend(seam(pair[0], pair[1]));
    }
    if last.from != scale.lowest {
        let (name, from, lowest) = (&last.name, last.from, scale.lowest);
        let message = bilingual!(
            "predikat terakhir, {name}, bermula pada `{from}`, seharusnya pada nilai terendah `{lowest}`",
            "the last predicate, {name}, begins at `{from}`, expected the lowest value `{lowest}`"
        );
        findings.push(Finding::at(RULE.id, Place::clone(last_place), message));
    }
}

/// Complains of an instrument without predicates, at the file as a whole: no line of it is at fault.
fn none_at_all(top: &Place) -> Finding {
    let message = Bilingual::fixed("instrumen tidak memiliki predikat", "the instrument has no predicates");
    Finding::at(RULE.id, Place::file(std::sync::Arc::clone(&top.file)), message)
}

/// Complains of a predicate that ends where it begins or below, which no index could have.
fn reversed(predicate: &Predicate, place: &Place) -> Option<Finding> {
    let Predicate { name, from, to, .. } = predicate;
    let message = bilingual!(
        "predikat {name} bermula pada `{from}` tetapi berakhir pada `{to}`",
        "the predicate {name} begins at `{from}` but ends at `{to}`"
    );
    (from >= to).then(|| Finding::at(RULE.id, place.clone(), message))
}

/// What is wrong where two neighbours meet; the better one comes first.
fn seam((better, better_place): (&Predicate, &Place), (worse, place): (&Predicate, &Place)) -> Option<Finding> {
    if worse.to == better.from {
        return None;
    }
    let (name, above, to, from) = (&worse.name, &better.name, worse.to, better.from);
    let message = if to < from {
        bilingual!(
            "tidak ada predikat untuk indeks dari `{to}` sampai `{from}`",
            "no predicate covers an index from `{to}` to `{from}`"
        )
    } else {
        bilingual!(
            "predikat {name} berakhir pada `{to}`, padahal {above} sudah bermula pada `{from}`",
            "the predicate {name} ends at `{to}`, although {above} begins at `{from}`"
        )
    };
    let begins = bilingual!("{above} bermula pada `{from}`", "{above} begins at `{from}`");
    let help = bilingual!("tulis `to: {from}` pada {name}", "write `to: {from}` at {name}");
    Some(Finding::at(RULE.id, place.clone(), message).help(help).also(better_place.clone(), begins))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{instrument, number, says};

    #[test]
    fn a_gap_and_an_overlap_are_told_apart() {
        let mut broken = instrument();
        broken.predicates.to_mut()[1].to = number("1.4");
        assert_eq!(says(check, &broken), ["instrument.yaml:51 no predicate covers an index from `1.4` to `1.5`"]);
        broken.predicates.to_mut()[1].to = number("1.6");
        assert_eq!(
            says(check, &broken),
            ["instrument.yaml:51 the predicate Kurang ends at `1.6`, although Baik begins at `1.5`"]
        );
    }

    #[test]
    fn the_predicates_cover_the_scale_from_end_to_end() {
        let mut broken = instrument();
        broken.scale.highest = number("4");
        broken.scale.lowest = number("1");
        assert_eq!(
            says(check, &broken),
            [
                "instrument.yaml:50 the best predicate, Baik, ends at `3`, expected the highest value `4`",
                "instrument.yaml:51 the last predicate, Kurang, begins at `0`, expected the lowest value `1`"
            ]
        );
    }

    #[test]
    fn a_predicate_that_ends_before_it_begins_is_found() {
        let mut broken = instrument();
        broken.predicates.to_mut()[0].from = number("3");
        broken.predicates.to_mut()[1].to = number("3");
        assert_eq!(says(check, &broken), ["instrument.yaml:50 the predicate Baik begins at `3` but ends at `3`"]);
        broken.predicates = Vec::new().into();
        assert_eq!(says(check, &broken), ["instrument.yaml:- the instrument has no predicates"]);
    }

    #[test]
    fn predicates_that_join_are_silent() {
        assert!(says(check, &instrument()).is_empty());
    }
}
