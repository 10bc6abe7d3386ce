//! `spbe schema`: every file that is carried is valid by its schema, and writing the schemas disturbs nothing.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use toml::de::{DeTable, DeValue};

use crate::harness::{Place, repository};

/// Returns the files below a folder that end in `.toml` or `.yaml`.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "yaml") {
            found.push(path);
        }
    }
}

/// What a schema sees of TOML: a day is a text.
fn seen(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Boolean(word) => json!(word),
        DeValue::Datetime(day) => json!(day.to_string()),
        DeValue::Array(items) => items.iter().map(|item| seen(item.get_ref())).collect(),
        DeValue::Table(table) => of_table(table),
        number => {
            serde_json::from_str(&number.as_float().map_or_else(|| whole(number), |float| float.as_str().to_owned()))
                .expect("a number")
        }
    }
}

fn whole(number: &DeValue<'_>) -> String {
    number.as_integer().expect("a number").as_str().to_owned()
}

fn of_table(table: &DeTable<'_>) -> Value {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), seen(value.get_ref()))).collect()
}

#[test]
fn every_file_that_is_carried_is_valid_in_both_languages() {
    let mut found = Vec::new();
    files(&repository().join("examples"), &mut found);
    files(&repository().join("instruments"), &mut found);
    assert!(found.len() >= 16, "{found:?}");
    let place = Place::empty();
    for path in found {
        let text = fs::read_to_string(&path).expect("a text");
        let yaml = path.extension().is_some_and(|ending| ending == "yaml");
        let name = if yaml { "instrument.yaml" } else { path.file_name().expect("a name").to_str().expect("UTF-8") };
        let value = if yaml {
            serde_yaml::from_str(&text).expect("YAML")
        } else {
            of_table(DeTable::parse(&text).expect("TOML").get_ref())
        };
        for language in ["id", "en"] {
            let schema = place.spbe(&["schema", name, "--lang", language]).code(0).json();
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            let options = jsonschema::options().should_validate_formats(true);
            let validator = options.build(&schema).expect("a schema");
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        }
    }
}

#[test]
fn every_field_says_in_either_language_what_it_is_for() {
    let place = Place::empty();
    let schema = |language| place.spbe(&["schema", "team.toml", "--lang", language]).code(0).json();
    let role = |schema: &Value| schema["properties"]["member"]["items"]["properties"]["role"].clone();
    let (indonesian, english) = (role(&schema("id")), role(&schema("en")));
    assert_eq!(indonesian["description"], "Peran dalam tim");
    assert_eq!(english["description"], "The role in the team");
    assert_eq!(indonesian["enum"], english["enum"]);
    assert_eq!(english["enum"][0], "coordinator");
    assert!(english["enum"].as_array().expect("words").contains(&json!("anggota")));
}

#[test]
fn the_files_are_listed_and_an_unknown_one_is_refused_with_the_nearest_name() {
    let place = Place::empty();
    let listed = place.spbe(&["schema"]).code(0).stdout;
    let known = place.spbe(&["schema", "--format", "json"]).code(0).json();
    assert_eq!(known["version"], 1);
    for file in known["files"].as_array().expect("files") {
        let name = file["file"].as_str().expect("a name");
        assert!(listed.contains(name), "{listed}");
        assert_eq!(place.spbe(&["schema", name]).code(0).json()["title"], name);
    }
    assert!(place.spbe(&["schema", "tem.toml"]).code(2).stderr.contains("did you mean `team.toml`?"));
    assert!(place.spbe(&["schema", "scores"]).code(2).stderr.contains("`findings.toml`"));
    for asked in [&["schema", "--write", "team.toml"][..], &["schema", "--write", "--format", "json"]] {
        place.spbe(asked).code(2);
    }
    place.spbe(&["schema", "--write"]).code(3);
}

#[test]
fn schemas_are_written_once_disturb_nothing_and_can_be_taken_back() {
    let place = Place::example("pemalang-2018");
    place.edit("team.toml", "\n", "\r\n");
    let before = place.snapshot();
    let said = place.spbe(&["validate"]).stdout;
    assert!(
        place.spbe(&["schema", "--write", "--dry-run"]).code(0).stdout.contains("+ #:schema ./.spbe/schema/spbe.json")
    );
    assert_eq!(place.snapshot(), before);
    place.spbe(&["schema", "--write"]).code(0);
    for (file, bytes) in &before {
        let now = fs::read(place.path().join(file)).expect("the file");
        let schema = file.strip_suffix(".toml").map(|stem| format!("#:schema ./.spbe/schema/{stem}.json"));
        let added = schema.map(|schema| schema + if file == "team.toml" { "\r\n" } else { "\n" }).unwrap_or_default();
        assert_eq!(now, [added.as_bytes(), bytes].concat(), "{file}");
    }
    for file in ["spbe.toml", "instrument.yaml", "team.toml", "findings.toml", "report.toml", "policy.toml"] {
        let written = place.read(&format!(".spbe/schema/{}.json", file.rsplit_once('.').expect("an ending").0));
        assert_eq!(written, place.spbe(&["schema", file]).code(0).stdout);
    }
    assert_eq!(place.spbe(&["validate"]).stdout, said);
    place.spbe(&["fmt"]).code(0);
    place.spbe(&["fmt", "--check"]).code(0);
    let written = place.snapshot();
    place.spbe(&["schema", "--write"]).code(0);
    place.spbe(&["team", "set", "sekda", "--position", "Sekretaris"]).code(0);
    assert!(place.read("team.toml").starts_with("#:schema ./.spbe/schema/team.json\n"));
    place.spbe(&["undo"]).code(0);
    assert_eq!(place.snapshot(), written);
}

#[test]
fn what_schemas_changed_is_taken_back_whole() {
    let place = Place::example("pemdi-2026");
    let before = place.snapshot();
    place.spbe(&["schema", "--write"]).code(0);
    assert_ne!(place.snapshot(), before);
    place.spbe(&["undo"]).code(0);
    for (file, bytes) in &before {
        assert_eq!(&fs::read(place.path().join(file)).expect("the file"), bytes, "{file}");
    }
    assert!(!place.path().join(".spbe/schema/spbe.json").exists());
}

#[test]
fn a_line_that_is_no_toml_is_where_an_editor_helps_most() {
    let place = Place::example("pemalang-2018");
    place.write("report.toml", "logo = \n");
    place.spbe(&["schema", "--write"]).code(0);
    assert_eq!(place.read("report.toml"), "#:schema ./.spbe/schema/report.json\nlogo = \n");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_nothing_is_written() {
    let place = Place::example("pemalang-2018");
    place.write("report.toml", b"place = \"Caf\xe9\"\n");
    let before = place.snapshot();
    assert!(place.spbe(&["schema", "--write"]).code(2).stderr.contains("report.toml"));
    assert_eq!(place.snapshot(), before);
    assert!(!place.path().join(".spbe/schema").exists());
}
