//! Published averages of agencies, to stand beside a result.

use std::fmt;

use serde::Deserialize;

use crate::model::decimal::Decimal;
use crate::model::instrument::{Instrument, Wording};
use crate::model::manifest::AgencyKind;
use crate::model::row::number;
use crate::text::bilingual::Bilingual;

/// One published average.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Benchmark {
    /// The year of the evaluation.
    pub(crate) year: u32,
    /// The id of the instrument.
    pub(crate) instrument: Wording,
    /// Whose average it is.
    pub(crate) group: Group,
    /// What was averaged.
    pub(crate) node: BenchmarkNode,
    /// The average.
    pub(crate) value: Decimal,
    /// Where it was published.
    pub(crate) source: Bilingual,
}

/// The agencies that an average was taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(crate) enum Group {
    /// All agencies of one kind.
    Kind(AgencyKind),
    /// All agencies (*nasional*).
    National,
}

#[cfg(test)]
impl Group {
    /// Reads the word of the published tables.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let kind = match word {
            "kementerian" => AgencyKind::Ministry,
            "lpnk" => AgencyKind::Agency,
            "lembaga_lain" => AgencyKind::Institution,
            "provinsi" => AgencyKind::Province,
            "kabupaten" => AgencyKind::Regency,
            "kota" => AgencyKind::City,
            "nasional" => return Some(Self::National),
            _ => return None,
        };
        Some(Self::Kind(kind))
    }
}

/// What an average was taken of, and what else is published of: the whole of an instrument or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(crate) enum BenchmarkNode {
    /// The index.
    Index,
    /// A domain, by number.
    Domain(u32),
    /// An aspect, by number.
    Aspect(u32),
}

impl BenchmarkNode {
    /// Reads `index`, `domain:2` or `aspect:5`, in either language and any case.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if ["index", "indeks"].contains(&text.as_str()) {
            return Some(Self::Index);
        }
        let (node, id) = text.split_once(':')?;
        let id = number(id.trim()).ok()?;
        match node.trim() {
            "domain" => Some(Self::Domain(id)),
            "aspect" | "aspek" => Some(Self::Aspect(id)),
            _ => None,
        }
    }

    /// Tells whether an instrument has this part.
    pub(crate) fn is_of(self, instrument: &Instrument) -> bool {
        match self {
            Self::Index => true,
            Self::Domain(id) => instrument.domain(id).is_some(),
            Self::Aspect(id) => instrument.aspect(id).is_some(),
        }
    }
}

impl fmt::Display for BenchmarkNode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index => formatter.write_str("index"),
            Self::Domain(id) => write!(formatter, "domain:{id}"),
            Self::Aspect(id) => write!(formatter, "aspect:{id}"),
        }
    }
}

#[cfg(test)]
impl BenchmarkNode {
    /// Reads `index`, `domain-2` or `aspect-5`.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        if word == "index" {
            return Some(Self::Index);
        }
        let (node, id) = word.split_once('-')?;
        let id = number(id).ok()?;
        match node {
            "domain" => Some(Self::Domain(id)),
            "aspect" => Some(Self::Aspect(id)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BenchmarkNode, Group};
    use crate::model::manifest::AgencyKind;

    #[test]
    fn the_words_of_the_published_tables_are_read() {
        assert_eq!(Group::from_word("lembaga_lain"), Some(Group::Kind(AgencyKind::Institution)));
        assert_eq!(Group::from_word("nasional"), Some(Group::National));
        assert_eq!(Group::from_word("desa"), None);
        assert_eq!(BenchmarkNode::from_word("domain-2"), Some(BenchmarkNode::Domain(2)));
        assert_eq!(BenchmarkNode::from_word("index"), Some(BenchmarkNode::Index));
        assert_eq!(BenchmarkNode::from_word("domain-0"), None);
    }
}
