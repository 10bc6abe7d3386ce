//! The ministry's result: set by hand, taken from tables and pastes, and set beside the agency's own.

use serde_json::Value;

use crate::harness::Place;

/// The rows of a report, each with its name and level.
fn rows(place: &Place) -> Vec<(String, String, String)> {
    let report = place.spbe(&["report", "--format", "json", "--lang", "id"]).code(0).json();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = report["indicators"].as_array().expect("rows").iter();
    rows.map(|row| (text(&row["id"]), text(&row["name"]), text(&row["level"]))).collect()
}

/// Writes a table as `pdftotext -layout` gives it: names wrapped over lines, headings and feet of pages between.
fn pasted(rows: &[(String, String, String)]) -> String {
    let mut text =
        "            HASIL EVALUASI SPBE\n\n  No   Indikator                                  Nilai\n\n".to_owned();
    for (at, (row, name, level)) in rows.iter().enumerate() {
        let mut lines: Vec<String> = vec![String::new()];
        for word in name.split(' ') {
            if lines.last().is_some_and(|line| line.len() + word.len() > 38) {
                lines.push(String::new());
            }
            let line = lines.last_mut().expect("a line");
            *line = format!("{line} {word}").trim().to_owned();
        }
        text += &format!("  {row:>4}   {:<42} {level}\n", lines[0]);
        for line in &lines[1..] {
            text += &format!("         {line}\n");
        }
        if at == 16 {
            text += "\n                    Halaman 3 dari 5\n\u{c}  No   Indikator                                  Nilai\n\n";
        }
    }
    text
}

fn external(place: &Place) -> Vec<Vec<String>> {
    let text = place.read("scores/external.csv");
    let mut records = csv::Reader::from_reader(text.as_bytes());
    records.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_pasted_table_gives_the_ministry_s_index_beside_the_own() {
    let place = Place::example("denpasar-2018");
    let mut rows = rows(&place);
    rows[0].2 = "5".to_owned();
    place.write("tabel.txt", pasted(&rows));
    let before = place.snapshot();
    place.spbe(&["external", "import", "tabel.txt", "--dry-run"]).code(0);
    assert_eq!(place.snapshot(), before, "a dry run writes nothing");
    place.spbe(&["external", "import", "tabel.txt"]).code(0);
    let written: Vec<(String, String)> =
        external(&place).into_iter().map(|record| (record[0].clone(), record[2].clone())).collect();
    let expected: Vec<(String, String)> = rows.iter().map(|(row, _, level)| (row.clone(), level.clone())).collect();
    assert_eq!(written, expected);
    let report = place.spbe(&["report", "--format", "json"]).code(0).json();
    assert!(report["external"]["exact"].is_string(), "{}", report["external"]);
    let status = place.spbe(&["status", "--format", "json"]).code(0).json();
    assert_eq!(status["external"], report["external"], "status sets it beside");
    let screen = place.spbe(&["status", "--lang", "en"]).code(0).stdout;
    assert!(screen.contains("Ministry") && screen.contains("furthest apart: 1 ("), "{screen}");
    place.spbe(&["external", "import", "tabel.txt"]).code(0);
    assert_eq!(external(&place).len(), rows.len(), "nothing stands twice");
    let next = Place::empty();
    let last = place.path().to_str().expect("a path");
    next.spbe(&["init", "2019", "--from", last]).code(0);
    assert!(next.read("2019/spbe.toml").contains("year = 2019\n"));
    assert!(!next.path().join("2019/scores").exists(), "the ministry's levels are last year's");
}

#[test]
fn a_number_beside_the_name_of_another_indicator_is_refused_whole() {
    let place = Place::example("pemalang-2018");
    let mut rows = rows(&place);
    let (first, second) = (rows[12].1.clone(), rows[13].1.clone());
    rows[12].1 = second;
    rows[13].1 = first;
    place.write("tukar.txt", pasted(&rows));
    let before = place.snapshot();
    let ran = place.spbe(&["external", "import", "tukar.txt", "--lang", "en"]).code(2);
    assert!(ran.stderr.contains("13") && ran.stderr.contains("14"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), before, "nothing is written");
}

#[test]
fn one_level_is_set_noted_and_taken_back() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["external", "set", "12", "--level", "1", "--note", "Dokumen belum ada"]).code(0);
    assert_eq!(external(&place), [["12", "result", "1", "Dokumen belum ada"].map(str::to_owned).to_vec()]);
    let said = place.spbe(&["external", "set", "12", "--level", "2"]).code(0).stderr;
    assert!(said.contains('1') && external(&place)[0][3] == "Dokumen belum ada", "the note stays: {said}");
    place.spbe(&["external", "set", "12", "--stage", "visit", "--level", "3"]).code(0);
    let listed = place.spbe(&["external", "list", "--format", "json"]).code(0).json();
    assert_eq!(listed["version"], 1);
    let csv = place.spbe(&["external", "list", "--format", "csv"]).code(0).stdout;
    assert!(csv.starts_with("indicator,level,external,stage,difference,note\n"), "{csv}");
    for (arguments, says) in [
        (&["external", "set", "12", "--level", "9"][..], "there is no level `9`"),
        (&["external", "set", "99", "--level", "1"], "99"),
        (&["external", "set", "12", "--level", "1", "--stage", "rapat"], "rapat"),
        (&["external", "import", "nowhere.csv"], "nowhere.csv"),
    ] {
        let before = place.snapshot();
        let said = place.spbe(arguments).code(2).stderr;
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert_eq!(place.snapshot(), before);
    }
    place.spbe(&["external", "set", "12", "--clear"]).code(0);
    place.spbe(&["external", "set", "12", "--clear", "--stage", "visit"]).code(0);
    assert!(external(&place).is_empty());
}
