//! Files of the examples with something broken in them: no reader stumbles, and all that is found has a place.
//!
//! A text made of nothing but chance never gets past a parser. So what people wrote is taken, and a piece of it is
//! lost, doubled, moved or replaced, by the character, the word or the line.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::diagnostic::file_rules::BAD_SYNTAX;
use crate::format::reading::Reading;
use crate::format::{instrument, scores, team};
use crate::model::id::Id;
use crate::probe::fuzz;

/// What breaks files: marks with a meaning to a parser, numbers out of any range, what nobody sees, halves of merges.
const HOSTILE: [&str; 36] = [
    "\"",
    "'",
    "\"\"\"",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    ",",
    ";",
    ",,,,,,",
    "\t",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "\u{1b}[31m",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> lain\n",
    "[[",
    "]]",
    "{",
    "}",
    "&a ",
    "*a ",
    "!!binary ",
    "- ",
    ": ",
    "#",
    " = ",
    "99999999999999999999",
    "-1",
    "1e400",
    "0,5",
    "2018-02-30",
    "é日",
    "sep=;\n",
];

/// The texts of one kind in the examples.
struct Texts(Vec<String>);

impl Texts {
    /// Reads the files whose names end in one way, and those bundled with the tool for instruments.
    fn ending(ending: &str) -> Self {
        let mut texts = Vec::new();
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), ending, &mut texts);
        assert!(texts.len() >= 4, "the examples have files that end in {ending}");
        Self(texts)
    }
}

static TABLES: LazyLock<Texts> = LazyLock::new(|| Texts::ending("csv"));
static SETTINGS: LazyLock<Texts> = LazyLock::new(|| Texts::ending("toml"));
static INSTRUMENTS: LazyLock<Texts> = LazyLock::new(|| Texts::ending("yaml"));

fn collect(folder: &Path, ending: &str, texts: &mut Vec<String>) {
    let entries = fs::read_dir(folder).expect("a folder of the examples");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, ending, texts);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            texts.push(fs::read_to_string(path).expect("a text"));
        }
    }
}

/// How large a piece is that something happens to.
#[derive(Clone, Copy, Debug)]
enum Grain {
    Character,
    Word,
    Line,
}

/// What happens to a piece.
#[derive(Clone, Debug)]
enum Change {
    Lose,
    Double,
    /// It is taken away and stands somewhere else.
    Move(u16),
    Replace(&'static str),
    /// Something stands before it that was not there.
    Insert(&'static str),
    /// All that follows is lost.
    Cut,
}

/// Something that happens to a file: where, in parts of 65,536 of its length, and to how much of it.
#[derive(Clone, Debug)]
struct Mishap {
    place: u16,
    grain: Grain,
    change: Change,
}

fn mishap() -> impl Strategy<Value = Mishap> {
    let grain = prop_oneof![Just(Grain::Character), Just(Grain::Word), Just(Grain::Line)];
    let hostile = || (0..HOSTILE.len()).prop_map(|number| HOSTILE[number]);
    let change = prop_oneof![
        3 => Just(Change::Lose),
        3 => Just(Change::Double),
        2 => any::<u16>().prop_map(Change::Move),
        4 => hostile().prop_map(Change::Replace),
        4 => hostile().prop_map(Change::Insert),
        1 => Just(Change::Cut),
    ];
    (any::<u16>(), grain, change).prop_map(|(place, grain, change)| Mishap { place, grain, change })
}

impl Mishap {
    fn befall(&self, text: &str) -> String {
        let piece = piece(text, at(text, self.place), self.grain);
        let (before, here, after) = (&text[..piece.start], &text[piece.clone()], &text[piece.end..]);
        match &self.change {
            Change::Lose => format!("{before}{after}"),
            Change::Double => format!("{before}{here}{here}{after}"),
            Change::Replace(new) => format!("{before}{new}{after}"),
            Change::Insert(new) => format!("{before}{new}{here}{after}"),
            Change::Cut => before.to_owned(),
            Change::Move(place) => {
                let mut rest = format!("{before}{after}");
                rest.insert_str(at(&rest, *place), here);
                rest
            }
        }
    }
}

/// Finds a place between two characters.
fn at(text: &str, place: u16) -> usize {
    let mut place = text.len() * usize::from(place) / usize::from(u16::MAX);
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

/// Finds the piece of a text that lies around a place.
fn piece(text: &str, place: usize, grain: Grain) -> Range<usize> {
    let (before, after) = text.split_at(place);
    let limits: fn(char) -> bool = match grain {
        Grain::Character => return place..place + after.chars().next().map_or(0, char::len_utf8),
        Grain::Word => |character| !character.is_alphanumeric(),
        Grain::Line => |character| character == '\n',
    };
    let start =
        before.rfind(limits).map_or(0, |found| found + before[found..].chars().next().map_or(0, char::len_utf8));
    let more = usize::from(matches!(grain, Grain::Line));
    let end = after.find(limits).map_or(text.len(), |found| place + found + more);
    start..end
}

/// One of the texts, and what happened to it.
fn broken(texts: &'static Texts) -> impl Strategy<Value = String> {
    (0..texts.0.len(), vec(mishap(), 1..3))
        .prop_map(|(number, mishaps)| mishaps.iter().fold(texts.0[number].clone(), |text, mishap| mishap.befall(&text)))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_broken_table_makes_no_reader_stumble(text in broken(&TABLES)) {
        fuzz::csv(&text);
    }

    #[test]
    fn broken_settings_make_no_reader_stumble(text in broken(&SETTINGS)) {
        fuzz::toml(&text);
    }

    #[test]
    fn a_broken_name_of_indicators_makes_no_reader_stumble(
        (name, mishaps) in (0..6_usize, vec(mishap(), 0..3)),
    ) {
        let name = ["12", "35-1", "1..7", "aspect:3", "domain:2", "2018-07-13"][name];
        fuzz::selector(&mishaps.iter().fold(name.to_owned(), |text, mishap| mishap.befall(&text)));
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn a_broken_instrument_makes_no_reader_stumble(text in broken(&INSTRUMENTS)) {
        fuzz::yaml(&text);
    }
}

/// Counts how many of a hundred broken texts get past a parser, so that what they say is looked at.
fn read_of_a_hundred<T>(texts: &'static Texts, read: impl Fn(&str, &Reading) -> T) -> usize {
    let mut runner = TestRunner::deterministic();
    let texts = broken(texts);
    let mut past_the_parser = || {
        let reading = Reading::new("x");
        read(&texts.new_tree(&mut runner).expect("a text").current(), &reading);
        reading.finish().iter().all(|finding| finding.rule != BAD_SYNTAX)
    };
    (0..100).filter(|_| past_the_parser()).count()
}

/// Else the tests above would try nothing but the first line of a parser.
#[test]
fn of_what_is_broken_enough_is_read_still() {
    let by = Id::parse("a").expect("an id");
    let tables = read_of_a_hundred(&TABLES, |text, reading| scores::read(text, &by, reading));
    let settings = read_of_a_hundred(&SETTINGS, team::read);
    let instruments = read_of_a_hundred(&INSTRUMENTS, instrument::read);
    println!("of 100: {tables} tables, {settings} settings, {instruments} instruments");
    for read in [tables, settings, instruments] {
        assert!((20..100).contains(&read), "of 100: {tables} {settings} {instruments}");
    }
}
