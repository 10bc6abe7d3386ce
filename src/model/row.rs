//! The rows of an evaluation: one per indicator, or one per service of an indicator assessed for several.

use std::fmt;
use std::str::FromStr;

/// A row that is scored: `12`, or `35-1` for the first service of indicator 35.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowId {
    /// The number of the indicator in its instrument.
    pub(crate) indicator: u32,
    /// The number of the service, where the indicator is assessed per service.
    pub(crate) service: Option<u32>,
}

impl RowId {
    /// Makes the row of an indicator that is assessed once.
    pub(crate) const fn whole(indicator: u32) -> Self {
        Self { indicator, service: None }
    }

    /// Makes the row of one service of an indicator.
    pub(crate) const fn service(indicator: u32, service: u32) -> Self {
        Self { indicator, service: Some(service) }
    }
}

/// A text that names no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotARow;

impl FromStr for RowId {
    type Err = NotARow;

    fn from_str(text: &str) -> Result<Self, NotARow> {
        match text.split_once('-') {
            None => Ok(Self::whole(number(text)?)),
            Some((indicator, service)) => Ok(Self::service(number(indicator)?, number(service)?)),
        }
    }
}

/// Reads a number of an indicator, aspect, domain or service: digits only, from 1.
pub(crate) fn number(text: &str) -> Result<u32, NotARow> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if plain { text.parse().map_err(|_| NotARow)? } else { 0 };
    if number == 0 { Err(NotARow) } else { Ok(number) }
}

impl fmt::Display for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.service {
            None => write!(formatter, "{}", self.indicator),
            Some(service) => write!(formatter, "{}-{service}", self.indicator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RowId;

    #[test]
    fn rows_read_print_and_sort_by_number() {
        let mut rows: Vec<RowId> =
            ["35-2", "4", "35-1", "12"].iter().map(|text| text.parse().expect("a row")).collect();
        rows.sort();
        let printed: Vec<String> = rows.iter().map(RowId::to_string).collect();
        assert_eq!(printed, ["4", "12", "35-1", "35-2"]);
    }

    #[test]
    fn what_names_no_row_is_refused() {
        for text in ["", "0", "35-", "35-0", "-1", "1..7", "a", "35-1-1", "9999999"] {
            assert!(text.parse::<RowId>().is_err(), "{text}");
        }
    }
}
