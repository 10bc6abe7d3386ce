//! A whole evaluation from an empty folder, by the commands of those who run the tool: the same index, and no finding.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::harness::Place;
use crate::sheets::refilled;

/// The rows that are shared out by rule; everything else is assigned by hand.
const SHARED_OUT: [&str; 7] = ["8", "17", "18", "33", "34", "35-2", "35-3"];
/// The member who fills in a sheet instead of a table.
const BY_SHEET: &str = "arsip";
/// The row that is scored in the editor.
const IN_THE_EDITOR: (&str, &str) = ("13", "hukum");

/// Reads a table as records of columns.
fn records(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a header").clone();
    let record = |record: csv::StringRecord| {
        head.iter().zip(&record).map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|one| record(one.expect("a record"))).collect()
}

/// Writes a table.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(head).expect("written");
    rows.for_each(|row| writer.write_record(row).expect("written"));
    String::from_utf8(writer.into_inner().expect("whole")).expect("a text")
}

/// Begins the workspace and fills in the frames of its manifest and team.
fn begin(place: &Place, whole: &Place) {
    let init = ["init", ".", "--agency", "Pemerintah Kabupaten Pemalang", "--kind", "regency", "--year", "2018"];
    place.spbe(&[&init[..], &["--code", "33.27", "--lang", "id"]].concat()).code(0);
    let frame = place.read("spbe.toml");
    let (head, _) = frame.split_once("\n[[service]]").expect("services to fill in");
    let filled = whole.read("spbe.toml");
    let services = &filled[filled.find("[[service]]").expect("services")..];
    place.write("spbe.toml", format!("{head}\n{services}"));
    place.edit("team.toml", "# decree", "decree");
}

/// Sets up the team, its units, the briefing and the tasks.
fn plan(place: &Place, whole: &Place) {
    place.write("tim.csv", whole.spbe(&["team", "list", "--format", "csv"]).code(0).stdout);
    place.spbe(&["team", "add", "--from", "tim.csv"]).code(0);
    let units = whole.spbe(&["unit", "list", "--format", "json"]).code(0).json();
    for unit in units["units"].as_array().expect("units") {
        let of =
            |key: &str| -> Vec<&str> { unit[key].as_array().expect("rows").iter().filter_map(Value::as_str).collect() };
        let services = of("services");
        let own: Vec<&str> = of("indicators").into_iter().filter(|row| !services.contains(row)).collect();
        if !own.is_empty() {
            let name = unit["name"].as_str().expect("a name");
            place.spbe(&[&["unit", "add", name, "--indicator"], &own[..]].concat()).code(0);
        }
    }
    place.spbe(&["brief", "all", "--date", "2018-04-17", "--place", "Sasana Bhakti Praja"]).code(0);
    let tasks = records(&whole.read("assignments.csv"));
    let due = |row: &str| tasks.iter().find(|task| task["indicator"] == row).expect("a task")["due"].clone();
    for task in tasks.iter().filter(|task| !SHARED_OUT.contains(&task["indicator"].as_str())) {
        place.spbe(&["assign", &task["indicator"], "--to", &task["member"], "--due", &task["due"]]).code(0);
    }
    for row in SHARED_OUT {
        place.spbe(&["assign", row, "--auto", "--due", &due(row)]).code(0);
    }
    assert_eq!(place.read("assignments.csv"), whole.read("assignments.csv"), "what is shared out is as it was by hand");
}

/// Takes the documents in, by one table.
fn gather(place: &Place, whole: &Place) {
    let documents = records(&whole.read("evidence.csv"));
    let links = records(&whole.read("evidence-links.csv"));
    let of = |id: &str| documents.iter().find(|document| document["id"] == id).expect("a document").clone();
    for document in documents.iter().filter(|document| document["kind"] != "link") {
        let (id, ending) = document["file"].rsplit_once('.').expect("an ending");
        let name = id.rsplit_once('/').expect("a folder").1.rsplit_once('-').expect("a hash").0;
        let bytes = fs::read(whole.path().join(&document["file"])).expect("a document");
        place.write(&format!("kiriman/{name}.{ending}"), bytes);
    }
    let head = ["file", "indicator", "level", "title", "unit", "date", "kind"];
    let rows = links.iter().filter(|link| of(&link["evidence"])["kind"] != "link").map(|link| {
        let document = of(&link["evidence"]);
        let (path, ending) = document["file"].rsplit_once('.').expect("an ending");
        let name = path.rsplit_once('/').expect("a folder").1.rsplit_once('-').expect("a hash").0;
        let cell = |key: &str| document[key].clone();
        vec![
            format!("{name}.{ending}"),
            link["indicator"].clone(),
            link["level"].clone(),
            cell("title"),
            cell("unit"),
            cell("date"),
            cell("kind"),
        ]
    });
    place.write("kiriman/tabel.csv", table(&head, rows));
    place.spbe(&["evidence", "add", "--table", "kiriman/tabel.csv"]).code(0);
    for link in links.iter().filter(|link| of(&link["evidence"])["kind"] == "link") {
        let document = of(&link["evidence"]);
        let add = ["evidence", "add", &document["file"], "--for", &link["indicator"], "--level", &link["level"]];
        let told = [
            "--id",
            &document["id"],
            "--title",
            &document["title"],
            "--unit",
            &document["unit"],
            "--dated",
            &document["date"],
        ];
        place.spbe(&[&add[..], &told[..]].concat()).code(0);
    }
    fs::remove_dir_all(place.path().join("kiriman")).expect("removed");
}

/// Scores everything: one row in the editor, one member by a sheet, the rest by a table.
fn score(place: &Place, whole: &Place) {
    let head = ["indicator", "level", "method", "evidence", "explanation", "member"];
    let mut rows = Vec::new();
    let mut sheet = Vec::new();
    for task in records(&whole.spbe(&["team", "list", "--format", "csv"]).code(0).stdout) {
        let member = &task["id"];
        let Ok(text) = fs::read_to_string(whole.path().join(format!("scores/{member}.csv"))) else { continue };
        for one in records(&text) {
            let cells = ["indicator", "level", "method", "evidence", "explanation"].map(|key| one[key].clone());
            match (cells[0].as_str(), member.as_str()) {
                IN_THE_EDITOR => in_the_editor(place, &cells),
                (_, BY_SHEET) => sheet.push(cells),
                _ => rows.push([&cells[..], std::slice::from_ref(member)].concat()),
            }
        }
    }
    place.write("nilai.csv", table(&head, rows.into_iter()));
    place.spbe(&["score", "--from", "nilai.csv", "--date", "2018-07-12"]).code(0);
    place.spbe(&["export", "--for", BY_SHEET, "--lang", "id", "-o", "isian.xlsx"]).code(0);
    let headings = ["Level", "Metode", "Data dukung", "Penjelasan"];
    let entries: Vec<(&str, &str, &str)> = sheet
        .iter()
        .flat_map(|cells| {
            headings.iter().zip(&cells[1..]).map(|(heading, cell)| (cells[0].as_str(), *heading, cell.as_str()))
        })
        .filter(|(.., cell)| !cell.is_empty())
        .collect();
    let bytes = fs::read(place.path().join("isian.xlsx")).expect("a sheet");
    place.write("isian.xlsx", refilled(&bytes, &entries, true));
    place.spbe(&["import", "isian.xlsx", "--date", "2018-07-13"]).code(0);
    for file in ["nilai.csv", "isian.xlsx", "tim.csv"] {
        fs::remove_file(place.path().join(file)).expect("removed");
    }
}

/// Scores a row in an editor that does what a person would type.
fn in_the_editor(place: &Place, [row, level, _, evidence, explanation]: &[String; 5]) {
    let (facts, analysis) =
        explanation.strip_prefix("Fakta: ").and_then(|text| text.split_once(" Analisis: ")).expect("heads");
    let ticks: String = evidence.split(' ').map(|id| format!(" -e 's/^\\[ \\] {id} /[x] {id} /'")).collect();
    let fill =
        |title: &str, text: &str| format!(" -e '/^== {title}/a {}'", text.replace('\'', "'\\''").replace('/', "\\/"));
    let editor = format!("sed -i{ticks}{}{}{}", fill("Level", level), fill("Fakta", facts), fill("Analisis", analysis));
    let arguments = ["score", row, "--edit", "--by", IN_THE_EDITOR.1, "--lang", "id", "--date", "2018-07-12"];
    place.spbe_with(&arguments, &[("EDITOR", &editor), ("PATH", "/usr/bin:/bin")]).code(0);
}

/// Settles what differs, and writes what only people can write.
fn settle(place: &Place, whole: &Place) {
    for decision in records(&whole.read("scores/final.csv")) {
        let row = decision["indicator"].as_str();
        if !decision["level"].is_empty() {
            let said =
                ["--level", &decision["level"], "--by", &decision["decided_by"], "--reason", &decision["reason"]];
            place.spbe(&[&["agree", row], &said[..], &["--date", &decision["date"]]].concat()).code(0);
        }
        if !decision["explanation"].is_empty() {
            place.spbe(&["agree", row, "--explanation", &decision["explanation"]]).code(0);
        }
    }
    for file in ["recommendations.csv", "findings.toml"] {
        place.write(file, whole.read(file));
    }
}

#[cfg(unix)]
#[test]
fn an_evaluation_is_built_from_an_empty_folder_by_commands() {
    let (place, whole) = (Place::empty(), Place::example("pemalang-2018"));
    begin(&place, &whole);
    plan(&place, &whole);
    gather(&place, &whole);
    score(&place, &whole);
    let next = ["team", "replace", "hukum", "--by", "hukum-baru", "--name", "Plt. Kepala Bagian Hukum"];
    place.spbe(&[&next[..], &["--from", "2018-07-20"]].concat()).code(0);
    place.spbe(&["brief", "hukum-baru", "--date", "2018-07-23"]).code(0);
    settle(&place, &whole);
    let report = |place: &Place| place.spbe(&["report", "--format", "json"]).code(0).json();
    let (built, expected) = (report(&place), report(&whole));
    for key in ["index", "aspects", "domains"] {
        assert_eq!(built[key], expected[key], "{key}");
    }
    let found = place.spbe(&["validate", "--stage", "submission", "--format", "json"]).json();
    assert_eq!(found["findings"].as_array().map(Vec::len), Some(0), "{found}");
    place.spbe(&["fmt", "--check"]).code(0);
}
