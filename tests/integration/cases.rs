//! The official cases come out of the binary to the last digit.

use serde_json::Value;

use crate::harness::{Place, repository};

fn case(name: &str) -> Value {
    let path = repository().join("tests/cases").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("a case is JSON")
}

/// Makes a workspace with the levels of a case as the agreed ones, and returns its report.
fn report(name: &str, kind: &str) -> (Value, Value) {
    let case = case(name);
    let report = reported(&case, kind);
    (case, report)
}

fn reported(case: &Value, kind: &str) -> Value {
    let place = Place::empty();
    let year = case["year"].to_string();
    let agency = case["agency"].as_str().expect("a name");
    place.spbe(&["init", "w", "--agency", agency, "--kind", kind, "--year", &year]).code(0);
    let mut finals = String::from("indicator,level,date,decided_by,reason\n");
    for (key, level) in case["levels"].as_object().expect("levels") {
        finals += &format!("{},{level},,,\n", row(key, case["indicators"].as_u64() == Some(37)));
    }
    place.write("w/scores/final.csv", finals);
    place.spbe(&["-C", "w", "report", "--format", "json"]).code(0).json()
}

/// In the table of 2018 the three services of indicator 35 are numbered on as 35, 36 and 37.
fn row(key: &str, services: bool) -> String {
    match key {
        "35" | "36" | "37" if services => format!("35-{}", key.parse::<u32>().expect("a number") - 34),
        _ => key.to_owned(),
    }
}

#[test]
fn denpasar_2018_comes_out() {
    let (case, report) = report("denpasar-2018.json", "city");
    let shown = |nodes: &str, id: usize| report[nodes][id - 1]["shown"].as_str().expect("a value").to_owned();
    let published = &case["published"];
    for (id, key) in [
        "kebijakan_tata_kelola",
        "kebijakan_layanan",
        "kelembagaan",
        "strategi_perencanaan",
        "tik",
        "layanan_administrasi",
        "layanan_publik",
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(shown("aspects", id + 1), two(&published["aspects"][key]), "{key}");
    }
    for (id, key) in ["kebijakan", "tata_kelola", "layanan"].into_iter().enumerate() {
        assert_eq!(shown("domains", id + 1), two(&published["domains"][key]), "{key}");
    }
    assert_eq!(report["index"], serde_json::json!({"exact": "66/25", "shown": "2.64", "predicate": "Baik"}));
    assert_eq!(report["domains"][0]["exact"], "35/17");
    assert_eq!(report["range"], Value::Null);
    assert_eq!(report["external"], Value::Null);
}

#[test]
fn bandar_lampung_2024_comes_out() {
    let (case, report) = report("bandar-lampung-2024.json", "city");
    let shown = |nodes: &str, id: usize| report[nodes][id - 1]["shown"].as_str().expect("a value").to_owned();
    let published = &case["published"];
    for (id, key) in [
        "kebijakan",
        "perencanaan_strategis",
        "tik",
        "penyelenggara",
        "penerapan_manajemen",
        "audit_tik",
        "layanan_administrasi",
        "layanan_publik",
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(shown("aspects", id + 1), two(&published["aspects"][key]), "{key}");
    }
    for (id, key) in ["kebijakan", "tata_kelola", "manajemen", "layanan"].into_iter().enumerate() {
        assert_eq!(shown("domains", id + 1), two(&published["domains"][key]), "{key}");
    }
    assert_eq!(report["index"]["exact"], "5959/2000");
    assert_eq!(report["index"]["shown"], two(&published["index"]));
    assert_eq!(report["index"]["predicate"], published["predicate"]);
}

#[test]
fn aceh_tengah_2026_comes_out() {
    let (case, report) = report("aceh-tengah-2026.json", "regency");
    let published = &case["published"];
    let aspects = [
        "tata_kelola_dan_manajemen",
        "penyelenggara",
        "data",
        "keamanan",
        "teknologi",
        "keterpaduan_layanan",
        "kepuasan_pengguna",
    ];
    for (number, key) in aspects.into_iter().enumerate() {
        assert_eq!(report["aspects"][number]["shown"], two(&published["aspects"][key]), "{key}");
        if key != "teknologi" {
            assert_eq!(report["aspects"][number]["exact"], case["recomputed"]["aspects"][key], "{key}");
        }
    }
    assert_eq!(report["index"]["shown"], two(&published["index"]));
    assert_eq!(report["index"]["predicate"], case["recomputed"]["predicate"]);
    assert_eq!(report["domains"].as_array().map(Vec::len), Some(0), "this instrument has no domains");
}

/// A value that is rounded before it is entered can move an aspect by a hundredth: only one row, and not the index.
#[test]
fn what_rounding_a_value_costs_is_known() {
    let mut case = case("aceh-tengah-2026.json");
    let entered = &case["rounded"]["13"];
    assert_eq!(case["levels"]["13"], entered["entered"]);
    case["levels"]["13"] = entered["shown"].clone();
    let report = reported(&case, "regency");
    let aspect = &report["aspects"][4];
    assert_eq!((aspect["exact"].as_str(), aspect["shown"].as_str()), (Some("217/200"), Some("1.09")));
    assert_eq!(report["index"]["shown"], two(&case["published"]["index"]));
}

#[test]
fn the_worked_examples_of_the_regulation_come_out() {
    let examples = case("59-2020-worked-examples.json");
    let first = &examples["examples"][0];
    let place = Place::empty();
    place.spbe(&["init", "w", "--agency", "A", "--kind", "regency", "--year", "2021"]).code(0);
    let mut finals = String::from("indicator,level,date,decided_by,reason\n");
    for (row, level) in first["levels"].as_object().expect("levels") {
        finals += &format!("{row},{level},,,\n");
    }
    // Levels that give the other two aspects of table 11 their values, 4.0 and 3.0.
    for (row, level) in [(15, 4), (16, 4), (17, 4), (18, 4), (19, 3), (20, 3)] {
        finals += &format!("{row},{level},,,\n");
    }
    place.write("w/scores/final.csv", finals);
    let report = place.spbe(&["-C", "w", "report", "--format", "json"]).code(0).json();
    assert_eq!(report["aspects"][1]["shown"], two(&first["published"]));
    assert_eq!(report["domains"][1]["shown"], two(&examples["examples"][1]["published"]));
    assert_eq!(report["index"], Value::Null, "the other indicators are open");
    assert_eq!(report["domains"][0]["exact"], Value::Null);
}

fn two(figure: &Value) -> String {
    format!("{:.2}", figure.as_f64().expect("a number"))
}
