//! A small instrument for tests: two domains of one aspect each, equal weights, one indicator assessed per service.

use std::borrow::Cow;

use crate::index::roll_up::Levels;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Aspect, Domain, Indicator, Instrument, Predicate, Repeat, Scale, Years};
use crate::text::bilingual::Bilingual;

/// Reads a decimal.
pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).expect("a decimal").0
}

/// Reads levels such as `35-1 3`, or `4 -` for an open row.
pub(crate) fn levels(rows: &[&str]) -> Levels {
    let level = |row: &&str| {
        let (row, level) = row.split_once(' ').expect("a row and a level");
        (row.parse().expect("a row"), (level != "-").then(|| decimal(level)))
    };
    rows.iter().map(level).collect()
}

/// Makes the instrument: domains of 60 and 40 per cent, indicators 1 to 3 and 4 to 5, indicator 5 per service.
pub(crate) fn instrument() -> Instrument {
    Instrument {
        id: "small".into(),
        title: Bilingual::fixed("Kecil", "Small"),
        regulation: "none".into(),
        gazette: None,
        years: Years { from: 2018, to: None },
        criteria_note: None,
        subject: Bilingual::same("SPBE"),
        evaluator: Bilingual::fixed("evaluator", "evaluator"),
        scale: Scale {
            lowest: decimal("0"),
            highest: decimal("5"),
            step: decimal("1"),
            nothing_shown: decimal("0"),
            capabilities: Cow::Borrowed(&[]),
        },
        predicates: predicates().into(),
        predicate_from_shown: vec![2023].into(),
        decimals: 2,
        functions: Cow::Borrowed(&[]),
        roles: Cow::Borrowed(&[]),
        maps_from: None,
        domains: vec![domain(1, "60"), domain(2, "40")].into(),
        aspects: vec![aspect(1, "60"), aspect(2, "40")].into(),
        indicators: vec![
            indicator(1, 1, None),
            indicator(2, 1, None),
            indicator(3, 1, None),
            indicator(4, 2, None),
            indicator(5, 2, Some(Repeat { least: 1, most: 3 })),
        ]
        .into(),
    }
}

fn predicates() -> Vec<Predicate> {
    let bounds = ["5", "4.2", "3.5", "2.6", "1.8", "0"];
    let names = ["Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang"];
    let predicate = |(name, bounds): (&'static str, &[&str])| Predicate {
        name: name.into(),
        also: None,
        from: decimal(bounds[1]),
        to: decimal(bounds[0]),
    };
    names.into_iter().zip(bounds.windows(2)).map(predicate).collect()
}

fn domain(id: u32, weight: &str) -> Domain {
    Domain { id, name: Bilingual::fixed("Domain", "Domain"), weight: Some(decimal(weight)) }
}

fn aspect(id: u32, weight: &str) -> Aspect {
    Aspect { id, domain: Some(id), name: Bilingual::fixed("Aspek", "Aspect"), weight: Some(decimal(weight)) }
}

fn indicator(id: u32, aspect: u32, repeat: Option<Repeat>) -> Indicator {
    Indicator {
        id,
        aspect,
        name: Bilingual::fixed("Indikator", "Indicator"),
        short: None,
        weight: None,
        capability: None,
        functions: Cow::Borrowed(&[]),
        repeat,
        criteria: Cow::Borrowed(&[]),
        evidence: Cow::Borrowed(&[]),
        evidence_by_level: Cow::Borrowed(&[]),
        note: None,
    }
}
