//! Dates as people write them.

use jiff::civil::Date;

use crate::text::language::Language;

/// The months in Indonesian, from the first.
const INDONESIAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
/// The months in English, from the first.
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes a date in words, such as `17 April 2018`.
pub(crate) fn in_words(date: Date, language: Language) -> String {
    let months = match language {
        Language::Indonesian => INDONESIAN,
        Language::English => ENGLISH,
    };
    let month = months[usize::from(date.month().unsigned_abs()) - 1];
    format!("{} {month} {}", date.day(), date.year())
}

/// The days of the week in both languages, from Monday.
const WEEKDAYS: [(&str, &str); 7] = [
    ("Senin", "Monday"),
    ("Selasa", "Tuesday"),
    ("Rabu", "Wednesday"),
    ("Kamis", "Thursday"),
    ("Jumat", "Friday"),
    ("Sabtu", "Saturday"),
    ("Minggu", "Sunday"),
];

/// Writes a date in words behind the day of the week, such as `Monday, 16 July 2018`.
pub(crate) fn with_weekday(date: Date, language: Language) -> String {
    let (id, en) = WEEKDAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
    let weekday = match language {
        Language::Indonesian => id,
        Language::English => en,
    };
    format!("{weekday}, {}", in_words(date, language))
}

/// How a date was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// `2018-04-17`, the form that is written here.
    Iso,
    /// `17/04/2018`, as an Indonesian spreadsheet saves it.
    DayFirst,
}

/// Reads `2018-04-17` or `17/04/2018`; a day that does not exist is no date.
pub(crate) fn parse(text: &str) -> Option<(Date, Written)> {
    if let Some((year, month, day)) = three(text, '-') {
        return (year.len() == 4 && month.len() == 2 && day.len() == 2)
            .then(|| Some((date(year, month, day)?, Written::Iso)))?;
    }
    let (day, month, year) = three(text, '/')?;
    (year.len() == 4 && month.len() <= 2 && day.len() <= 2)
        .then(|| Some((date(year, month, day)?, Written::DayFirst)))?
}

/// Splits a text at its first two marks; a third stays in the last part, which is then no number.
fn three(text: &str, mark: char) -> Option<(&str, &str, &str)> {
    let (first, rest) = text.split_once(mark)?;
    let (second, third) = rest.split_once(mark)?;
    Some((first, second, third))
}

/// Makes a date of digits alone; a sign or a day that no calendar has is refused.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year) && digits(month) && digits(day)) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Written, in_words, parse, with_weekday};
    use crate::text::language::Language;

    #[test]
    fn both_ways_of_writing_mean_the_same_day() {
        let (iso, written) = parse("2018-04-17").expect("a date");
        assert_eq!(written, Written::Iso);
        assert_eq!(parse("17/04/2018"), Some((iso, Written::DayFirst)));
        assert_eq!(in_words(iso, Language::Indonesian), "17 April 2018");
    }

    #[test]
    fn a_day_of_the_week_is_named_from_monday_to_sunday() {
        assert_eq!(with_weekday(date(2018, 7, 16), Language::Indonesian), "Senin, 16 Juli 2018");
        assert_eq!(with_weekday(date(2018, 7, 22), Language::English), "Sunday, 22 July 2018");
    }

    #[test]
    fn what_is_no_day_is_no_date() {
        for text in
            ["2018-02-30", "30/02/2018", "2018-4-17", "17-04-2018", "tomorrow", "", "2018-04-17T00:00", "+018-04-17"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
