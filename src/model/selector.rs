//! Indicator selectors: how a person names one or more rows.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::model::instrument::Instrument;
use crate::model::row::{NotARow, RowId, number};

/// A way to name rows: `12`, `35-1`, `35` (all its rows), `1..7`, `aspect:3`, `domain:2` or `all`; `aspek:3` and `semua`
/// are read too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Selector {
    /// All rows of one indicator.
    Indicator(u32),
    /// One row of an indicator assessed per service.
    Service(RowId),
    /// All rows of the indicators from the first to the last, both included.
    Range(u32, u32),
    /// All rows of an aspect.
    Aspect(u32),
    /// All rows of a domain.
    Domain(u32),
    /// Every row.
    All,
}

impl Selector {
    /// Returns the rows that this selector names among `rows`; empty when it names none.
    pub(crate) fn rows(self, instrument: &Instrument, rows: &BTreeSet<RowId>) -> BTreeSet<RowId> {
        rows.iter().copied().filter(|row| self.names(instrument, *row)).collect()
    }

    /// Tells whether a row is named; one whose indicator is not in the instrument belongs to no aspect and no domain.
    fn names(self, instrument: &Instrument, row: RowId) -> bool {
        let aspect = || instrument.indicator(row.indicator).map(|indicator| indicator.aspect);
        match self {
            Self::Indicator(indicator) => row.indicator == indicator,
            Self::Service(named) => row == named,
            Self::Range(first, last) => (first..=last).contains(&row.indicator),
            Self::Aspect(named) => aspect() == Some(named),
            Self::Domain(named) => {
                aspect().and_then(|id| instrument.aspect(id)).and_then(|aspect| aspect.domain) == Some(named)
            }
            Self::All => true,
        }
    }
}

impl FromStr for Selector {
    type Err = NotARow;

    fn from_str(text: &str) -> Result<Self, NotARow> {
        if ["all", "semua"].contains(&text) {
            return Ok(Self::All);
        }
        if let Some(aspect) = text.strip_prefix("aspect:").or_else(|| text.strip_prefix("aspek:")) {
            return number(aspect).map(Self::Aspect);
        }
        if let Some(domain) = text.strip_prefix("domain:") {
            return number(domain).map(Self::Domain);
        }
        if let Some((first, last)) = text.split_once("..") {
            let (first, last) = (number(first)?, number(last)?);
            return if first <= last { Ok(Self::Range(first, last)) } else { Err(NotARow) };
        }
        let row: RowId = text.parse()?;
        Ok(if row.service.is_some() { Self::Service(row) } else { Self::Indicator(row.indicator) })
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Indicator(indicator) => write!(formatter, "{indicator}"),
            Self::Service(row) => write!(formatter, "{row}"),
            Self::Range(first, last) => write!(formatter, "{first}..{last}"),
            Self::Aspect(aspect) => write!(formatter, "aspect:{aspect}"),
            Self::Domain(domain) => write!(formatter, "domain:{domain}"),
            Self::All => formatter.write_str("all"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Selector;

    #[test]
    fn every_form_reads_and_prints_as_it_was_written() {
        for text in ["12", "35-1", "1..7", "aspect:3", "domain:2", "all"] {
            assert_eq!(text.parse::<Selector>().expect("a selector").to_string(), text);
        }
    }

    #[test]
    fn the_words_of_indonesian_are_read_too() {
        assert_eq!("semua".parse(), Ok(Selector::All));
        assert_eq!("aspek:3".parse(), Ok(Selector::Aspect(3)));
    }

    #[test]
    fn what_names_nothing_is_refused() {
        for text in ["", "7..1", "aspect:", "aspect:x", "1..", "..7", "*", "All"] {
            assert!(text.parse::<Selector>().is_err(), "{text}");
        }
    }
}
