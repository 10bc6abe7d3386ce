//! Whether the name beside a number is that of its indicator: a real template has two pairs of indicators exchanged, and
//! levels would land on the wrong ones in silence.

use crate::model::instrument::{Indicator, Instrument};

/// From which likeness on two names are taken for the same.
const SAME: f64 = 0.86;
/// How much more like another one a name must be to be that one's.
const CLEARLY: f64 = 0.04;

/// What a name beside a number says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// It is the name of that indicator, or there is none.
    Same,
    /// It is the name of another indicator.
    Other(u32),
    /// It is the name of an aspect or a domain.
    Group,
    /// It is like no name of the instrument.
    Unknown,
}

/// Tells whose name stands beside the number of an indicator.
pub(crate) fn named(instrument: &Instrument, number: u32, name: &str) -> Named {
    let name = plain(name);
    if name.is_empty() {
        return Named::Same;
    }
    let own = instrument.indicator(number).map_or(0.0, |indicator| likeness(indicator, &name));
    let others = instrument.indicators.iter().filter(|other| other.id != number);
    let other = others.map(|other| (likeness(other, &name), other.id)).max_by(|one, two| one.0.total_cmp(&two.0));
    let groups = instrument.aspects.iter().map(|aspect| &aspect.name);
    let groups = groups.chain(instrument.domains.iter().map(|domain| &domain.name));
    let group =
        groups.flat_map(|name| [&name.id, &name.en]).map(|group| alike(&plain(group), &name)).fold(0.0, f64::max);
    match other {
        _ if group >= SAME && group > own && other.is_none_or(|(other, _)| group > other) => Named::Group,
        Some((likeness, other)) if likeness >= SAME && likeness > own + CLEARLY => Named::Other(other),
        _ if own >= SAME => Named::Same,
        _ => Named::Unknown,
    }
}

/// Tells how like a name is to those of an indicator.
fn likeness(indicator: &Indicator, name: &str) -> f64 {
    let names = [Some(&*indicator.name.id), Some(&*indicator.name.en), indicator.short.as_deref()];
    names.into_iter().flatten().map(|own| alike(&plain(own), name)).fold(0.0, f64::max)
}

/// Tells how like a name is to one of the instrument, from 0 to 1.
fn alike(own: &str, name: &str) -> f64 {
    // The name of a service stands behind that of its indicator.
    let begins = name.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if begins { 1.0 } else { strsim::normalized_levenshtein(own, name) }
}

/// Returns the words of a name in lower case, without those that every name of an instrument begins with.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let words = words.join(" ");
    ["tingkat kematangan ", "maturity of ", "maturity level of "]
        .iter()
        .find_map(|beginning| words.strip_prefix(beginning))
        .map_or_else(|| words.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Named, named};
    use crate::result::testing::instrument_of;

    #[test]
    fn a_name_is_its_own_another_s_a_group_s_or_nobody_s() {
        let instrument = &instrument_of("pemdi-2026");
        let name = |id: u32| instrument.indicator(id).expect("an indicator").name.id.to_string();
        for indicator in instrument.indicators.iter() {
            assert_eq!(named(instrument, indicator.id, &indicator.name.id.to_uppercase()), Named::Same);
        }
        assert_eq!(named(instrument, 13, &name(14)), Named::Other(14));
        assert_eq!(named(instrument, 15, &name(18)), Named::Other(18));
        assert_eq!(named(instrument, 1, &instrument.aspects[0].name.id), Named::Group);
        assert_eq!(named(instrument, 1, "Jumlah pegawai"), Named::Unknown);
        assert_eq!(named(instrument, 1, ""), Named::Same);
    }
}
