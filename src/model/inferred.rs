//! Which indicator a file belongs to, by its name and its folders, as agencies name what they upload.

use std::collections::BTreeSet;

use crate::model::row::RowId;

/// What the name of a file or a folder says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Inferred {
    /// The row.
    pub(crate) row: RowId,
    /// The level that it is to show, where the name says so.
    pub(crate) level: Option<u32>,
}

/// Finds what the names of a file and its folders say, the file first; none where they say nothing, or different things.
pub(crate) fn inferred<'a>(names: impl Iterator<Item = &'a str>, rows: &BTreeSet<RowId>) -> Option<Inferred> {
    let said: Vec<Inferred> = names.filter_map(|name| named(name, rows)).collect();
    let first = said.first()?;
    let level = said.iter().find_map(|said| said.level);
    said.iter().all(|other| other.row == first.row).then_some(Inferred { row: first.row, level })
}

/// Finds what a name says: `Indikator12a-…`, `12_…`, `35-1a…`, `1.a.Pergub-…`, `I1-L2-02…`.
fn named(name: &str, rows: &BTreeSet<RowId>) -> Option<Inferred> {
    let lower = name.trim().to_lowercase();
    let marked = ["indikator", "indicator", "ind", "i"].into_iter().find_map(|mark| lower.strip_prefix(mark));
    let marked =
        marked.map(|rest| rest.trim_start_matches([' ', '.', '_', '-'])).filter(|rest| begins_with_digit(rest));
    let (number, rest) = digits(marked.unwrap_or(&lower))?;
    // `12 Tahun 2018` is the number of a regulation.
    if marked.is_none() && (rest.trim_start().starts_with("tahun") || ends_a_day(rest)) {
        return None;
    }
    let services = rows.iter().any(|row| row.indicator == number && row.service.is_some());
    let (row, rest) = match rest.strip_prefix(['-', '.', '_']).and_then(digits).filter(|_| services) {
        Some((service, rest)) => (RowId::service(number, service), rest),
        None => (RowId::whole(number), rest),
    };
    let ends = rest.chars().next().is_none_or(|next| !next.is_alphanumeric()) || is_letter_of_a_list(rest);
    (ends && rows.contains(&row)).then(|| Inferred { row, level: level(rest) })
}

/// Tells whether a number was the day of a date: `-02-2018`.
fn ends_a_day(rest: &str) -> bool {
    let parts: Vec<&str> = rest.splitn(4, ['-', '.', '_', ' ']).collect();
    let is = |part: Option<&&str>, length: usize| {
        part.is_some_and(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is(parts.get(1), 2) && is(parts.get(2), 4)
}

/// Tells whether one letter follows that numbers the documents of an indicator: `12a-`, `1.a.`.
fn is_letter_of_a_list(rest: &str) -> bool {
    let mut letters = rest.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none_or(|next| !next.is_alphanumeric())
}

/// Finds the level in a code such as `-L2-02`, or said as `level 3`.
fn level(rest: &str) -> Option<u32> {
    let code = rest.strip_prefix(['-', '_', '.', ' ']).and_then(|rest| rest.strip_prefix('l')).and_then(digits);
    let word = || rest.split_once("level").map(|(_, rest)| rest.trim_start_matches([' ', '-', '_'])).and_then(digits);
    code.or_else(word).map(|(level, _)| level)
}

/// Tells whether a text begins with a digit.
fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Takes the number that a text begins with, and what follows.
fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::inferred;
    use crate::model::row::RowId;

    fn rows() -> BTreeSet<RowId> {
        let services = [1, 2].map(|service| RowId::service(35, service));
        (1..35).map(RowId::whole).chain(services).collect()
    }

    fn said(path: &str) -> Option<String> {
        let names = path.rsplit('/');
        inferred(names, &rows()).map(|found| match found.level {
            Some(level) => format!("{}@{level}", found.row),
            None => found.row.to_string(),
        })
    }

    #[test]
    fn the_names_of_the_field_are_understood() {
        for (path, expected) in [
            ("Indikator12a-SK Tim.pdf", "12"),
            ("12_perbup.pdf", "12"),
            ("35-1a Perizinan.pdf", "35-1"),
            ("1.a.Pergub-12.pdf", "1"),
            ("I1-L2-02 SOP.pdf", "1@2"),
            ("Indikator 7 - Peta rencana.pdf", "7"),
            ("12/perbup.pdf", "12"),
            ("35-2/layar.png", "35-2"),
            ("Indikator 12 Kebijakan/Level 3/perbup.pdf", "12"),
            ("12/12a-perbup level 3.pdf", "12@3"),
        ] {
            assert_eq!(said(path).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn what_says_nothing_or_two_things_is_not_guessed() {
        for path in [
            "Perbup 12.pdf",
            "2018 laporan.pdf",
            "12 Tahun 2018.pdf",
            "35 layanan.pdf",
            "99_x.pdf",
            "12/13_x.pdf",
            "notula.pdf",
            "01-02-2018 notula.pdf",
        ] {
            assert_eq!(said(path), None, "{path}");
        }
    }
}
