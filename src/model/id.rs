//! Ids of members and evidence: names that are safe as file names everywhere.

use std::fmt;

/// The longest id.
const LONGEST: usize = 64;

/// An id: lower-case letters, digits and hyphens, beginning with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id(String);

impl Id {
    /// Reads an id; what could not be a safe file name on every system is none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let first = text.bytes().next()?;
        let safe = letter(first) && text.bytes().all(|byte| letter(byte) || byte == b'-');
        (safe && text.len() <= LONGEST && !is_device(text)).then(|| Self(text.to_owned()))
    }

    /// Returns the id as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Tells whether Windows takes a name for a device; a workspace with such a file can't be cloned there.
fn is_device(name: &str) -> bool {
    matches!(name, "con" | "prn" | "aux" | "nul")
        || (name.len() == 4
            && (name.starts_with("com") || name.starts_with("lpt"))
            && name.as_bytes()[3].is_ascii_digit())
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_safe_names_are_ids() {
        for good in ["hukum", "12-a", "perbup-12-2018-3fa94c"] {
            assert_eq!(Id::parse(good).expect("an id").as_str(), good);
        }
        for bad in ["", "..", "-rf", "Hukum", "a b", "a/b", "con", "com1", "é", &"a".repeat(65)] {
            assert_eq!(Id::parse(bad), None, "{bad}");
        }
    }
}
