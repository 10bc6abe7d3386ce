//! The lines of a copied table: what each may be, by itself.

use crate::model::decimal::Decimal;
use crate::model::instrument::Instrument;
use crate::model::row::RowId;

/// Words that every name of a published table begins with, whether the instrument writes them or not.
const EVERY: [&str; 2] = ["tingkat", "kematangan"];
/// Words that the names of aspects and domains begin with.
const GROUPS: [&str; 3] = ["aspek", "domain", "aspect"];
/// Words of the heads of tables.
const HEAD: [&str; 26] = [
    "no",
    "nomor",
    "nama",
    "indikator",
    "nilai",
    "level",
    "akhir",
    "mandiri",
    "eksternal",
    "internal",
    "penilaian",
    "evaluasi",
    "hasil",
    "bobot",
    "capaian",
    "skor",
    "tingkat",
    "kematangan",
    "tahun",
    "aspek",
    "domain",
    "predikat",
    "catatan",
    "keterangan",
    "asesor",
    "evaluator",
];

/// What a line may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It begins with a number, as the row of an indicator does.
    Row,
    /// A part of a name.
    Fragment,
    /// A part of the head of a table.
    Head,
    /// The name of an aspect or a domain, the index, what is said of a page: nothing is lost with it.
    Furniture,
    /// A number alone.
    Number,
    /// None of these.
    Other,
}

/// A number in a line, and where it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// The digits as they stand there.
    pub(super) text: String,
    /// In which column of the line it ends.
    pub(super) end: usize,
}

/// A part of a line with two spaces around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// The text.
    pub(super) text: String,
    /// In which column it begins.
    pub(super) start: usize,
    /// In which column it ends.
    pub(super) end: usize,
}

/// A line that says something.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its number in the file.
    pub(super) number: usize,
    /// The whole text.
    pub(super) text: String,
    /// What it may be.
    pub(super) kind: Kind,
    /// The number at its beginning.
    pub(super) row: Option<String>,
    /// What stands between the number and the levels.
    pub(super) name: String,
    /// The numbers at its end.
    pub(super) values: Vec<Value>,
    /// Its parts.
    pub(super) segments: Vec<Segment>,
}

/// The names of an instrument, word by word.
pub(super) struct Known {
    /// Those of each indicator, with its number: the official one and the short one.
    pub(super) indicators: Vec<(u32, Vec<String>)>,
    /// Those of aspects and domains.
    groups: Vec<Vec<String>>,
}

impl Known {
    /// Takes the names of an instrument.
    pub(super) fn of(instrument: &Instrument) -> Self {
        let indicators = instrument.indicators.iter().flat_map(|indicator| {
            let names = std::iter::once(&*indicator.name.id).chain(indicator.short.as_deref());
            names.map(|name| (indicator.id, words_of_name(name))).collect::<Vec<_>>()
        });
        let groups = instrument.aspects.iter().map(|aspect| words(&aspect.name.id));
        let domains = instrument.domains.iter().map(|domain| words(&domain.name.id));
        Self { indicators: indicators.collect(), groups: groups.chain(domains).collect() }
    }

    /// Tells whether a text is a whole name of an indicator.
    fn is_name(&self, text: &str) -> bool {
        let text = words_of_name(text);
        self.indicators.iter().any(|(_, name)| *name == text)
    }

    /// Tells whether most words of a text are those of one name, or all of its letters stand in one: a narrow column breaks
    /// words.
    fn is_fragment(&self, text: &[String]) -> bool {
        let letters = text.concat();
        let within = |name: &[String]| letters.len() > 2 && name.concat().contains(&letters);
        self.indicators.iter().any(|(_, name)| is_mostly_of(text, name) || within(name))
    }

    /// Tells whether a word stands in any name of an indicator.
    fn is_word(&self, word: &str) -> bool {
        self.indicators.iter().any(|(_, name)| name.iter().any(|own| own == word))
    }

    /// Tells whether the name of an aspect or a domain goes on with a text.
    fn goes_on(&self, group: &[String], text: &[String]) -> bool {
        let called = |word: &&String| GROUPS.contains(&word.as_str()) || word.parse::<u32>().is_ok();
        let letters: String = group.iter().filter(|word| !called(word)).chain(text).map(String::as_str).collect();
        !group.is_empty() && !text.is_empty() && self.groups.iter().any(|name| name.concat().starts_with(&letters))
    }

    /// Tells whether a text is the name of an aspect or a domain, or says so.
    fn is_group(&self, text: &[String]) -> bool {
        let called = text.first().is_some_and(|word| GROUPS.contains(&word.as_str()));
        called || self.groups.iter().any(|group| group.as_slice() == text)
    }
}

/// Tells whether at least three of four words are those of a name.
fn is_mostly_of(text: &[String], name: &[String]) -> bool {
    let there = text.iter().filter(|word| name.contains(word)).count();
    there > 0 && there * 4 >= text.len() * 3
}

/// Returns the words of a text in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Returns the words of a name as a published table writes it.
fn words_of_name(name: &str) -> Vec<String> {
    let words = words(name);
    if words.starts_with(&EVERY.map(str::to_owned)) {
        return words;
    }
    EVERY.iter().map(|word| (*word).to_owned()).chain(words).collect()
}

/// Cuts a text into lines that say something, and tells what each may be.
pub(super) fn lines(text: &str, known: &Known) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut group: Vec<String> = Vec::new();
    for (raw, number) in text.lines().zip(1..) {
        let segments = segments(raw);
        if segments.is_empty() {
            continue;
        }
        let mut line = parse(number, segments, known);
        // The name of an aspect goes on in the next line.
        let named = words(&line.name);
        if line.row.is_none() && known.goes_on(&group, &named) {
            line.kind = Kind::Furniture;
            group.extend(named);
        } else if line.kind != Kind::Number {
            group = if known.is_group(&named) && line.row.is_none() { named } else { Vec::new() };
        }
        lines.push(line);
    }
    lines
}

/// Cuts a line at two spaces and more.
fn segments(raw: &str) -> Vec<Segment> {
    let letters: Vec<char> = raw.replace('\t', "  ").replace(['\u{c}', '\u{a0}', '\r'], " ").chars().collect();
    let mut segments: Vec<Segment> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if letters[at].is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        while at < letters.len()
            && !(letters[at].is_whitespace() && letters.get(at + 1).is_none_or(|l| l.is_whitespace()))
        {
            at += 1;
        }
        segments.push(Segment { text: letters[start..at].iter().collect(), start, end: at });
    }
    segments
}

/// Tells what a line may be.
fn parse(number: usize, segments: Vec<Segment>, known: &Known) -> Line {
    let text = segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" ");
    let first = segments[0].text.split(' ').next().unwrap_or_default();
    let row = first.trim_end_matches(['.', ')']);
    let row = (row.len() <= 5 && row.parse::<RowId>().is_ok_and(|row| row.indicator < 1000)).then(|| row.to_owned());
    let last = segments.iter().rposition(|segment| !is_value(&segment.text)).map_or(0, |last| last + 1);
    let last = if row.is_some() { last.max(1) } else { last };
    let value = |segment: &Segment| Value { text: segment.text.clone(), end: segment.end };
    let mut values: Vec<Value> = segments[last..].iter().map(value).collect();
    let mut name: Vec<&str> = segments[..last].iter().flat_map(|segment| segment.text.split(' ')).collect();
    if row.is_some() {
        name.remove(0);
    }
    // One space alone may part the level from a name, whose last word may be a number too: `Sektor 1`.
    if let (true, true, Some(end)) = (row.is_some(), values.is_empty(), name.last().filter(|word| is_value(word)))
        && !known.is_name(&name.join(" "))
    {
        values.push(Value { text: (*end).to_owned(), end: segments[last - 1].end });
        name.pop();
    }
    let name = name.join(" ");
    let kind = kind(row.as_deref(), &name, &values, known);
    Line { number, text, kind, row, name, values, segments }
}

/// Tells what a line may be, by its parts.
fn kind(row: Option<&str>, name: &str, values: &[Value], known: &Known) -> Kind {
    let said = words(name);
    match row {
        Some(_) if name.is_empty() && values.is_empty() => return Kind::Number,
        Some(_) if !said.is_empty() || !values.is_empty() => return Kind::Row,
        _ => {}
    }
    let lower = name.to_lowercase();
    let all = || lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    if said.is_empty() {
        return if values.is_empty() { Kind::Other } else { Kind::Number };
    }
    // A line of a name may consist of such words too: `Internal`.
    let of_head = |word: &str| HEAD.contains(&word) || word.parse::<u32>().is_ok();
    let is_head = all().all(of_head) && all().any(|word| !known.is_word(word));
    let begins = |words: &[&str]| all().next().is_some_and(|first| words.contains(&first));
    if is_head && !begins(&GROUPS) {
        Kind::Head
    } else if known.is_group(&said) || begins(&["indeks", "halaman", "page", "predikat"]) {
        Kind::Furniture
    } else if known.is_fragment(&said) {
        Kind::Fragment
    } else {
        Kind::Other
    }
}

/// Tells whether a text is a number as levels are written.
fn is_value(text: &str) -> bool {
    Decimal::parse(text).is_some() && text.len() <= 12
}
