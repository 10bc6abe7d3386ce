//! A value of the wrong shape, wherever it stands in a file that people write by hand: it is found where it stands.
//!
//! The files of an example are walked, and each value is replaced by one of every other kind. Nobody lists the keys.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use toml_edit::{DocumentMut, Item, Value};

use crate::harness::Place;

/// One value of every kind that TOML has, as it is written.
const KINDS: [(&str, &str); 7] = [
    ("string", "\"?\""),
    ("integer", "-7"),
    ("float", "1.5"),
    ("boolean", "true"),
    ("date", "1979-05-27"),
    ("array", "[[1, \"a\"]]"),
    ("table", "{ x = { y = 1 } }"),
];

/// One step on the way to a value.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Number(usize),
}

/// Collects the way to every value of a file, tables and lists of tables among them.
fn ways(item: &Item, way: &[Step], found: &mut Vec<Vec<Step>>) {
    let with = |step: Step| [way, &[step]].concat();
    if !way.is_empty() {
        found.push(way.to_vec());
    }
    match item {
        Item::Table(table) => table.iter().for_each(|(key, item)| ways(item, &with(Step::Key(key.to_owned())), found)),
        Item::ArrayOfTables(tables) => {
            // Such a list holds tables and nothing else, so its members are never of another kind.
            for (number, table) in tables.iter().enumerate() {
                let way = with(Step::Number(number));
                for (key, item) in table.iter() {
                    ways(item, &[&way[..], &[Step::Key(key.to_owned())]].concat(), found);
                }
            }
        }
        Item::Value(Value::InlineTable(table)) => {
            for (key, value) in table.iter() {
                ways(&Item::Value(value.clone()), &with(Step::Key(key.to_owned())), found);
            }
        }
        Item::Value(Value::Array(array)) => {
            for (number, value) in array.iter().enumerate() {
                ways(&Item::Value(value.clone()), &with(Step::Number(number)), found);
            }
        }
        Item::Value(_) | Item::None => {}
    }
}

/// Puts a value in the place of another; none where the place can only be another kind of its own, as one table of many.
fn replaced(text: &str, way: &[Step], value: &str) -> Option<(String, &'static str)> {
    let mut document: DocumentMut = text.parse().expect("an example is TOML");
    let value: Value = value.parse().expect("TOML");
    let mut item: &mut Item = document.as_item_mut();
    for step in way {
        item = match step {
            Step::Key(key) => item.get_mut(key.as_str())?,
            Step::Number(number) => item.get_mut(*number)?,
        };
    }
    let before = item.type_name();
    match item {
        // A value keeps the place and the remarks that it had.
        Item::Value(old) => {
            let decor = old.decor().clone();
            *old = value;
            *old.decor_mut() = decor;
        }
        _ => *item = Item::Value(value),
    }
    Some((document.to_string(), before))
}

/// Tells how a kind of value is called by the library that reads TOML.
fn same_kind(kind: &str, before: &str) -> bool {
    match kind {
        "date" => before == "datetime",
        "table" => before == "table" || before == "inline table",
        "array" => before == "array" || before == "array of tables",
        kind => before == kind,
    }
}

/// Replaces every value of a file by one of every other kind and asks `validate` each time.
fn try_all(example: &str, file: &str, asks: usize) {
    let place = Place::example(example);
    let text = place.read(file);
    let document: DocumentMut = text.parse().expect("an example is TOML");
    let mut found = Vec::new();
    ways(document.as_item(), &[], &mut found);
    let (mut asked, mut let_pass) = (0, Vec::new());
    for way in distinct(found) {
        for (kind, value) in KINDS {
            let Some((broken, before)) = replaced(&text, &way, value) else { continue };
            if same_kind(kind, before) {
                continue;
            }
            place.write(file, &broken);
            // 1: findings; 3 can't be, for the manifest is still there.
            let ran = place.spbe(&["validate", "--stage", "planning", "--format", "json"]);
            assert!(ran.code <= 1, "{file} {way:?} as {kind} ended with {}: {}", ran.code, ran.stderr);
            assert!(!ran.stderr.contains("panicked"), "{file} {way:?} as {kind}: {}", ran.stderr);
            let findings = ran.json();
            let findings = findings["findings"].as_array().expect("findings");
            let here =
                |finding: &&Json| finding["file"] == file && finding["line"].as_u64().is_some_and(|line| line > 0);
            let told: Vec<&Json> = findings.iter().filter(here).collect();
            if told.is_empty() && !may_be(&way, kind) {
                let_pass.push(format!("{} as {kind}", shape(&way)));
            }
            let lines = broken.lines().count() as u64;
            assert!(told.iter().all(|finding| finding["line"].as_u64() <= Some(lines)), "{told:?}");
            asked += 1;
        }
    }
    assert_eq!(let_pass, [""; 0], "of {asked}");
    assert!(asked >= asks, "{asked} questions were asked of {file}");
}

/// Writes a way with the entries of a list all alike.
fn shape(way: &[Step]) -> String {
    let part = |step: &Step| match step {
        Step::Key(key) => key.clone(),
        Step::Number(_) => "#".to_owned(),
    };
    way.iter().map(part).collect::<Vec<_>>().join(".")
}

/// Keeps one way of each shape: of the many entries of a list the first that has a key stands for all.
fn distinct(found: Vec<Vec<Step>>) -> Vec<Vec<Step>> {
    let mut known = BTreeSet::new();
    found.into_iter().filter(|way| known.insert(shape(way))).collect()
}

/// Tells which values may be of another kind: text that may hold anything, and numbers that may be written as text.
fn may_be(way: &[Step], kind: &str) -> bool {
    let key = way.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Number(_) => None,
    });
    matches!((key, kind), (Some(_), "string") | (Some("target_index"), "float"))
}

#[test]
fn in_the_manifest() {
    try_all("pemalang-2018", "spbe.toml", 100);
}

#[test]
fn in_the_team() {
    try_all("pemalang-2018", "team.toml", 80);
}

#[test]
fn in_the_findings() {
    try_all("pemalang-2018", "findings.toml", 20);
}

#[test]
fn in_the_look_of_the_report() {
    try_all("pemalang-2018", "report.toml", 40);
}

/// Lists the values of a file as they are read, without regard to how they are written or in which order.
fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| leaves(value, found)),
        Value::InlineTable(table) => table.iter().for_each(|(_, value)| leaves(value, found)),
        other => found.push(other.to_string().trim().to_owned()),
    }
}

/// Lists the values and the comments of a file.
fn said(text: &str) -> Vec<String> {
    fn walk(item: &Item, found: &mut Vec<String>) {
        match item {
            Item::Value(value) => leaves(value, found),
            Item::Table(table) => table.iter().for_each(|(_, item)| walk(item, found)),
            Item::ArrayOfTables(tables) => {
                tables.iter().flat_map(|table| table.iter()).for_each(|(_, item)| walk(item, found));
            }
            Item::None => {}
        }
    }
    let document: DocumentMut = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
    let mut found: Vec<String> =
        text.lines().filter_map(|line| Some(line.split_once('#')?.1.trim().to_owned())).collect();
    walk(document.as_item(), &mut found);
    found
}

/// Every way in which a list that a command edits can be written, right or wrong.
const TEAMS: [&str; 14] = [
    "",
    "unit = []\nmember = []\nbriefing = []\n",
    "unit = [{ name = \"Dinas A\", indicators = [1] }]\n",
    "# ours\nunit = [{ name = \"Dinas A\", indicators = [1] }, { name = \"B\" }]\n",
    "unit = [{ name = \"Dinas A\", indicators = [1] }] # end\n",
    "unit = [\n  # first\n  { name = \"Dinas A\", indicators = [1] },\n]\n",
    "unit = { name = \"Dinas A\" }\n",
    "unit = \"Dinas A\"\n",
    "[[unit]]\nname = \"Dinas A\"\nindicators = \"1..7\" # all\n",
    "[[unit]]\nname = \"Dinas A\"\nindicators = 5\n",
    "[[unit]]\nname = \"Dinas A\"\nindicators = [1, # one\n  2,\n]\n",
    "[unit]\nname = \"Dinas A\"\n",
    "member = [{ id = \"sekda\", name = \"Sekda\", unit = \"Setda\", role = \"coordinator\" }]\n",
    "[[briefing]]\ndate = 2018-04-17\nattended = \"sekda\"\n[[member]]\nid = \"sekda\"\nname = \"Sekda\"\nunit = \"Setda\"\n\
     role = \"coordinator\"\n",
];

#[test]
fn a_command_that_edits_a_list_of_any_shape_keeps_all_that_stands_there_or_writes_nothing() {
    let place = Place::example("denpasar-2018");
    let commands: [&[&str]; 3] = [
        &["unit", "add", "Dinas A", "--indicator", "3"],
        &["team", "add", "budi", "--name", "Budi", "--unit", "Dinas A", "--role", "member"],
        &["brief", "sekda", "--date", "2018-04-17"],
    ];
    let mut written = 0;
    for before in TEAMS {
        for arguments in commands {
            place.write("team.toml", before);
            let ran = place.spbe(arguments);
            let after = place.read("team.toml");
            if after == before {
                assert!(
                    ran.code != 0 || ran.stdout.contains("already"),
                    "{arguments:?} says done: {before}{}",
                    ran.stdout
                );
                continue;
            }
            assert_eq!(ran.code, 0, "{arguments:?}: {before}");
            written += 1;
            let mut left = said(&after);
            for one in said(before) {
                let at = left.iter().position(|other| *other == one);
                left.remove(at.unwrap_or_else(|| panic!("{arguments:?} lost {one} of:\n{before}\n{after}")));
            }
            assert!(!left.is_empty(), "{arguments:?} added nothing to:\n{before}");
            assert_eq!(place.spbe(&["fmt", "--check"]).code, 0, "{arguments:?} is not canonical:\n{after}");
        }
    }
    assert!(written > 15, "only {written} of the edits were possible");
}
