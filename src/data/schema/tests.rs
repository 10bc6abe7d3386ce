//! Readers and schemas judge alike: of each file, with every key taken away, renamed or given another value.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::json as schema;
use crate::check::registry::rule;
use crate::diagnostic::rule::Severity;
use crate::format::node::{RawNode, Style, Value as Node};
use crate::format::reading::Reading;
use crate::format::shape::{Described, FILES, Shape, Syntax, Table};
use crate::format::{aspect_findings, instrument, manifest, policy, presentation, team, toml, yaml};
use crate::text::language::Language;

/// What is looked at: a file of that name with everything in it that is described, or one that is carried.
const TEXTS: [(&str, &str); 11] = [
    ("spbe.toml", include_str!("../../../examples/pemalang-2018/spbe.toml")),
    (
        "spbe.toml",
        "schema = 1\nagency = { name = \"A\", kind = \"city\", code = \"1\" }\n\
         evaluation = { year = 2018, instrument = \"a\", instrument_sha256 = \"0\", language = \"id\", \
         target_index = \"2.60\", target_level = 3 }\n\
         [[service]]\nrow = \"35-1\"\nname = \"A\"\nunit = \"B\"\n\
         [schedule]\nplanning = { start = 2018-04-17, end = 2018-05-31 }\n\
         execution = { start = 2018-06-01, end = 2018-08-31 }\nreporting = { start = 2018-09-01, end = 2018-10-31 }\n\
         [rules]\nno-evidence = \"mati\"\n",
    ),
    (
        "instrument.yaml",
        "schema: 1\nid: a\ntitle: {id: A, en: A}\nregulation: A\nyears: {from: 2018}\n\
         terms: {evaluator: {id: A, en: A}}\nscale: {kind: whole, lowest: 0, highest: 5, step: 1, nothing_shown: 0}\n\
         predicates: [{name: A, from: 0, to: 5}]\npredicate_from: {default: exact, shown: [2019]}\nweights: equal\n\
         domains:\n- id: 1\n  name: {id: A, en: A}\n  weights: equal\n  aspects:\n  - id: 1\n    name: {id: A, en: A}\n    \
         weights: equal\n    indicators: [{id: 1, name: {id: A, en: A}}]\n",
    ),
    ("instrument.yaml", include_str!("../../../instruments/spbe-2018.yaml")),
    ("instrument.yaml", include_str!("../../../instruments/spbe-2020.yaml")),
    ("instrument.yaml", include_str!("../../../instruments/pemdi-2026.yaml")),
    ("team.toml", include_str!("../../../examples/pemalang-2018/team.toml")),
    (
        "team.toml",
        "[[member]]\nid = \"a\"\nname = \"A\"\nposition = \"B\"\nunit = \"C\"\nrole = \"anggota\"\n\
         functions = [\"law\"]\nuntil = 2018-07-01\nreplaced_by = \"b\"\n\
         [[briefing]]\ndate = 2018-04-17\nplace = \"A\"\ntopic = \"B\"\nattended = [\"a\"]\n",
    ),
    ("findings.toml", include_str!("../../../examples/pemalang-2018/findings.toml")),
    (
        "report.toml",
        "logo = \"a.svg\"\naccent = \"#0f5c4d\"\nplace = \"A\"\npreface = \"A\"\nbases = [\"A\"]\n\
         signature-tags = [\"#\"]\nletterhead = { parent = \"A\", name = \"B\", address = \"C\", telephone = \"D\", \
         email = \"E\" }\n[[signatory]]\noffice = \"A\"\nname = \"B\"\nnumber = \"C\"\n",
    ),
    (
        "policy.toml",
        "[rules]\nevidence-unused = \"error\"\n[target]\nindex = \"2.60\"\nlevel = 3\n\
         [[instrument]]\nid = \"kota-2026\"\nsha256 = \"ab\"\n",
    ),
];

/// What a reader refuses for two values at once, which a schema can't compare: the place that was changed.
const OF_TWO_VALUES: [(&str, &str); 2] =
    [("/repeat/least", "the least is above the most"), ("/scale/step", "the step does not fit the kind of scale")];

/// Where the two differ by intention: a file, whether its reader refuses it, whether the schema does, and why.
const DIFFERENCES: [(&str, &str, bool, bool, &str); 8] = [
    ("report.toml", "place = 2018-04-17\n", true, false, "JSON has no dates: to a schema a date is a text"),
    ("team.toml", "decree = { number = \"1\", date = \"17/04/2018\" }\n", false, true, "a warning, which schemas lack"),
    ("policy.toml", "rules = { blank = \"ERROR\" }\n", false, true, "a warning, which schemas lack"),
    ("policy.toml", "target = { level = 1e0 }\n", true, false, "JSON does not tell how a number was written"),
    ("findings.toml", "[[aspect]]\nid = 1.0\n", true, false, "JSON does not tell how a number was written"),
    ("findings.toml", "aspect = [{ id = 1, strengths = \"a\\u001Bb\" }]\n", true, false, "characters that nobody sees"),
    ("team.toml", "unit = [{ name = \"A\", indicators = [\"7..1\"] }]\n", true, false, "it compares two numbers"),
    ("team.toml", "unit = [{ name = \"\u{3164}\" }]\n", true, false, "a letter that shows nothing"),
];

fn described(file: &str) -> &'static Described {
    FILES.iter().find(|described| described.file == file).expect("a file that is described")
}

fn validator(described: &Described) -> Validator {
    let schema: Value = serde_json::from_str(&schema(described, Language::English)).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

/// What a schema sees of a file, whatever it is written in; days are texts there.
fn seen(node: &RawNode) -> Value {
    match &node.value {
        Node::Null => Value::Null,
        Node::List(items) => items.iter().map(seen).collect(),
        Node::Table(entries) => entries.iter().map(|entry| (entry.key.clone(), seen(&entry.node))).collect(),
        Node::Scalar(scalar) if scalar.style == Style::Quoted => json!(scalar.text),
        Node::Scalar(scalar) => serde_json::from_str(&scalar.text).unwrap_or_else(|_| json!(scalar.text)),
    }
}

fn parsed(file: &str, text: &str) -> Value {
    let reading = Reading::new(file);
    let root = match described(file).syntax {
        Syntax::Toml => toml::parse(text, &reading),
        Syntax::Yaml => yaml::parse(text, &reading),
    };
    seen(&root.expect("a file that can be parsed"))
}

/// Writes a value in the syntax of a file: JSON is YAML, and TOML but for `:` and what is null.
fn written(syntax: Syntax, value: &Value) -> String {
    let inline = |value: &Value| toml_value(value);
    match (syntax, value) {
        (Syntax::Toml, Value::Object(entries)) => {
            entries.iter().map(|(key, value)| format!("{} = {}\n", json!(key), inline(value))).collect()
        }
        _ => value.to_string(),
    }
}

fn toml_value(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{} = {}", json!(key), toml_value(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(toml_value).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// Tells whether a reader finds an error, and what it found.
fn refused(file: &str, text: &str) -> (bool, Vec<String>) {
    let reading = Reading::new(file);
    let mut rules = Vec::new();
    match file {
        "spbe.toml" => rules = manifest::read(text, &reading).map(|manifest| manifest.rules).unwrap_or_default(),
        "instrument.yaml" => drop(instrument::read(text, &reading)),
        "team.toml" => drop(team::read(text, &reading)),
        "findings.toml" => drop(aspect_findings::read(text, &reading)),
        "report.toml" => drop(presentation::read(text, &reading)),
        _ => rules = policy::read(text, &reading).rules,
    }
    // Whether a rule exists is for the rules to say, or for the command that takes a policy.
    let unknown = rules.iter().filter(|(name, _)| rule(&name.value).is_none()).map(|(name, _)| name.value.clone());
    let severe = |id: &str| rule(id).is_some_and(|rule| rule.severity == Severity::Error);
    let found = reading.finish().into_iter().filter(|finding| severe(finding.rule));
    let found: Vec<String> =
        found.map(|finding| format!("{} {}", finding.rule, finding.message.en)).chain(unknown).collect();
    (!found.is_empty(), found)
}

/// Every place in a value, of lists only the first item: as the schema knows it, and as it can be reached.
fn places(value: &Value, at: &str, pointer: &str, found: &mut BTreeMap<String, String>) {
    found.entry(at.to_owned()).or_insert_with(|| pointer.to_owned());
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                places(inner, &format!("{at}/{key}"), &format!("{pointer}/{}", key.replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (number, inner) in items.iter().enumerate() {
                places(inner, &format!("{at}/*"), &format!("{pointer}/{number}"), found);
            }
        }
        _ => {}
    }
}

/// The same value, of whose lists only the items stay that have something which none before them has.
fn pruned(value: &Value, at: &str, known: &mut BTreeMap<String, String>) -> Value {
    match value {
        Value::Object(entries) => {
            let inner = |(key, value): (&String, &Value)| (key.clone(), pruned(value, &format!("{at}/{key}"), known));
            entries.iter().map(inner).collect()
        }
        Value::Array(items) => {
            let mut kept = Vec::new();
            for item in items {
                let mut new = BTreeMap::new();
                places(item, &format!("{at}/*"), "", &mut new);
                if new.keys().any(|place| !known.contains_key(place)) {
                    kept.push(pruned(item, &format!("{at}/*"), known));
                    known.extend(new);
                }
            }
            Value::Array(kept)
        }
        other => other.clone(),
    }
}

/// What stands in place of a value: of another kind, and of its own kind with another meaning.
fn others(syntax: Syntax) -> Vec<Value> {
    let mut others = vec![
        json!("salah"),
        json!(""),
        json!(" - "),
        json!("2018-02-30"),
        json!("2,5"),
        json!("35-1"),
        json!("kota"),
        json!(7),
        json!(0),
        json!(2.5),
        json!(-1),
        json!(99_999_999_999_u64),
        json!(true),
        json!([]),
        json!(["salah"]),
        json!([1]),
        json!([{}]),
        json!({}),
        json!({ "salah": "x" }),
    ];
    if syntax == Syntax::Yaml {
        others.push(Value::Null);
    }
    others
}

/// A value with one place of it changed.
fn changed(value: &Value, pointer: &str, change: impl FnOnce(&mut Map<String, Value>, &str)) -> Option<Value> {
    let mut changed = value.clone();
    let (above, key) = pointer.rsplit_once('/')?;
    let Value::Object(entries) = changed.pointer_mut(above)? else { return None };
    change(entries, &key.replace("~1", "/"));
    Some(changed)
}

/// Every value that differs from this one in one place that was not tried yet, with what was done.
fn mutations(value: &Value, syntax: Syntax, tried: &mut BTreeSet<String>) -> Vec<(String, Value)> {
    let mut all = BTreeMap::new();
    places(value, "", "", &mut all);
    all.retain(|at, _| tried.insert(at.clone()));
    let mut mutations = Vec::new();
    for (at, pointer) in all {
        let renamed = |entries: &mut Map<String, Value>, key: &str| {
            let value = entries.remove(key).expect("the key");
            entries.insert(format!("{key}x"), value);
        };
        let removed = |entries: &mut Map<String, Value>, key: &str| drop(entries.remove(key));
        mutations.extend(changed(value, &pointer, renamed).map(|value| (format!("{at} renamed"), value)));
        mutations.extend(changed(value, &pointer, removed).map(|value| (format!("{at} removed"), value)));
        for other in others(syntax).into_iter().filter(|_| !pointer.is_empty()) {
            let mut whole = value.clone();
            *whole.pointer_mut(&pointer).expect("the place") = other.clone();
            mutations.push((format!("{at} = {other}"), whole));
        }
    }
    mutations
}

#[test]
fn every_file_is_valid_as_it_stands() {
    for (file, text) in TEXTS {
        let value = parsed(file, text);
        let errors: Vec<String> =
            validator(described(file)).iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{file}: {errors:?}");
        assert_eq!(refused(file, text), (false, Vec::new()), "{file}");
    }
}

#[test]
fn a_schema_refuses_what_the_reader_refuses_and_nothing_else() {
    let mut told = Vec::new();
    let (mut tried, mut places) = (0, BTreeMap::<&str, BTreeSet<String>>::new());
    for (file, text) in TEXTS {
        let Described { syntax, .. } = described(file);
        let validator = validator(described(file));
        let value = pruned(&parsed(file, text), "", &mut BTreeMap::new());
        for (what, mutated) in mutations(&value, *syntax, places.entry(file).or_default()) {
            tried += 1;
            let (refused, found) = refused(file, &written(*syntax, &mutated));
            let invalid = !validator.is_valid(&mutated);
            let of_two = OF_TWO_VALUES.iter().any(|(place, _)| what.contains(&format!("{place} = ")));
            if refused != invalid && !(of_two && refused) {
                let schema: Vec<String> = validator.iter_errors(&mutated).map(|error| error.to_string()).collect();
                told.push(format!("{file} {what}: reader {found:?}, schema {schema:?}"));
            }
        }
    }
    assert!(told.is_empty(), "{} of {tried}:\n{}", told.len(), told.join("\n"));
    assert!(tried > 3000, "{tried}");
}

#[test]
fn readers_and_schemas_differ_where_it_is_meant() {
    for (file, text, reader, schema, why) in DIFFERENCES {
        let (refused, found) = refused(file, text);
        assert_eq!(refused, reader, "{file} {text} ({why}): {found:?}");
        let value = parsed(file, text);
        assert_eq!(!validator(described(file)).is_valid(&value), schema, "{file} {text} ({why})");
    }
}

/// The tables below a shape.
fn below(shape: Shape) -> Option<&'static Table> {
    match shape {
        Shape::Table(table) | Shape::List(&Shape::Table(table)) => Some(table),
        _ => None,
    }
}

/// Every field of a table and of those below it, by what the table is about.
fn fields(table: &'static Table, found: &mut BTreeSet<(&'static str, &'static str)>) {
    for field in table.fields {
        if found.insert((table.about.get(Language::English), field.key)) {
            below(field.shape).into_iter().for_each(|table| fields(table, found));
        }
    }
}

/// The fields that a value has.
fn used(table: &'static Table, value: &Value, found: &mut BTreeSet<(&'static str, &'static str)>) {
    for field in table.fields {
        let Some(value) = value.get(field.key) else { continue };
        found.insert((table.about.get(Language::English), field.key));
        let Some(table) = below(field.shape) else { continue };
        let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        items.iter().for_each(|item| used(table, item, found));
    }
}

#[test]
fn every_field_that_is_described_is_tried() {
    for described in &FILES {
        let (mut known, mut tried) = (BTreeSet::new(), BTreeSet::new());
        fields(described.table, &mut known);
        for (_, text) in TEXTS.iter().filter(|(file, _)| *file == described.file) {
            used(described.table, &parsed(described.file, text), &mut tried);
        }
        let missing: Vec<_> = known.difference(&tried).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", described.file);
    }
}
