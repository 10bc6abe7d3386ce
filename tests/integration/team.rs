//! People come and go, and units change their names: the team stays whole and old scores stay valid.

use serde_json::Value;

use crate::harness::Place;

fn index(place: &Place) -> Value {
    place.spbe(&["report", "--format", "json"]).code(0).json()["index"].clone()
}

fn findings(place: &Place) -> Value {
    place.spbe(&["validate", "--format", "json"]).json()["findings"].clone()
}

#[test]
fn an_official_is_replaced_in_july_and_neither_index_nor_findings_change() {
    let place = Place::example("pemalang-2018");
    let before = (index(&place), findings(&place));
    let scores = place.read("scores/hukum.csv");
    let said = place.spbe(&[
        "team",
        "replace",
        "hukum",
        "--by",
        "hukum-baru",
        "--name",
        "Plt. Kepala Bagian Hukum",
        "--from",
        "2018-07-20",
    ]);
    assert!(said.code(0).stderr.contains("`hukum` is replaced by `hukum-baru` from 2018-07-20. No task is left over."));
    place.spbe(&["brief", "hukum-baru", "--date", "2018-07-23"]).code(0);
    assert_eq!((index(&place), findings(&place)), before);
    assert_eq!(place.read("scores/hukum.csv"), scores, "what was scored stays with who scored it");
    let minutes = place.spbe(&["form", "minutes", "--lang", "id"]).code(0).stdout;
    let told = "Kepala Bagian Hukum digantikan Plt. Kepala Bagian Hukum sejak 20 Juli 2018";
    assert!(minutes.contains(told), "{minutes}");
    let team = place.spbe(&["team", "list", "--format", "json"]).code(0).json();
    let of = |id: &str| {
        let members = team["members"].as_array().expect("members");
        members.iter().find(|member| member["id"] == id).expect("a member").clone()
    };
    assert_eq!((&of("hukum")["until"], &of("hukum")["replaced_by"]), (&"2018-07-20".into(), &"hukum-baru".into()));
    assert_eq!(
        (&of("hukum-baru")["unit"], &of("hukum-baru")["functions"]),
        (&of("hukum")["unit"], &of("hukum")["functions"])
    );
    let listed = place.spbe_with(&["team", "list", "--lang", "id"], &[("COLUMNS", "80")]).code(0).stdout;
    assert!(
        listed.contains("anggota s.d. 2018-07-20, lalu hukum-baru")
            && listed.lines().all(|line| line.chars().count() <= 80),
        "{listed}"
    );
    place.spbe(&["fmt", "--check"]).code(0);
}

#[test]
fn open_tasks_move_and_a_new_score_takes_the_place_of_the_old() {
    let place = Place::example("pemalang-2018");
    for row in ["5", "6"] {
        place.spbe(&["score", row, "--clear", "--by", "hukum"]).code(0);
    }
    let said = place.spbe(&["team", "replace", "hukum", "--by", "arsip", "--from", "2018-07-20"]).code(0).stderr;
    assert!(said.contains("Tasks that move: 5, 6."), "{said}");
    let tasks = place.read("assignments.csv");
    assert!(tasks.contains("5,arsip,2018-07-13") && !tasks.contains("5,hukum,"), "{tasks}");
    let row = |place: &Place| place.spbe(&["show", "13", "--format", "json"]).code(0).json()["rows"][0].clone();
    assert_eq!(row(&place)["level"], "3");
    let evidence = ["--evidence", "perbup-6-2018-5b3f80", "--explanation", "Fakta: Sebagian saja."];
    place.spbe(&[&["score", "13", "--level", "2", "--by", "arsip"], &evidence[..]].concat()).code(0);
    assert_eq!((&row(&place)["level"], &row(&place)["standing"]), (&"2".into(), &"agreed".into()));
    let said = place.spbe(&["validate", "--format", "short"]).stdout;
    assert!(!said.contains("score-not-assigned") && !said.contains("disagreement"), "{said}");
    for (arguments, says) in [
        (&["team", "replace", "hukum", "--by", "bappeda"][..], "is replaced by `arsip` already"),
        (&["team", "replace", "arsip", "--by", "hukum"], "`hukum` can't replace `arsip`"),
        (&["team", "replace", "arsip", "--by", "arsip"], "can't replace"),
        (&["team", "replace", "arsip", "--by", "baru"], "is without `--name`"),
        (&["team", "replace", "arsip", "--by", "bappeda", "--from", "besok"], "besok"),
    ] {
        let before = place.snapshot();
        let said = place.spbe(arguments).code(2).stderr;
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert_eq!(place.snapshot(), before);
    }
}

#[test]
fn a_team_comes_from_a_table_whole_or_not_at_all() {
    let place = Place::example("pemalang-2018");
    let whole = place.read("team.toml");
    let (decree, _) = whole.split_once("[[member]]").expect("members");
    let place = Place::example("pemalang-2018");
    place.write("team.toml", decree);
    let table = "ID;Nama;Jabatan;Unit Kerja;Peran;Fungsi\r\n\
                 sekda;Sekretaris Daerah;Sekretaris Daerah;Sekretariat Daerah;koordinator;\r\n\
                 ;Kepala Bagian Hukum;Kepala Bagian;Bagian Hukum Setda;;law\r\n";
    place.write("tim.csv", table.replace("law", "hukun"));
    let said = place.spbe(&["team", "add", "--from", "tim.csv"]).code(2).stderr;
    assert!(
        said.contains("1 rows of `tim.csv` can't be used") && said.contains("there is no function `hukun`"),
        "{said}"
    );
    assert_eq!(place.read("team.toml"), decree);
    place.write("tim.csv", table);
    let said = place.spbe(&["team", "add", "--from", "tim.csv"]).code(0).stderr;
    assert!(said.contains("Added 2 members: sekda, kepala-bagian-hukum."), "{said}");
    let team = place.spbe(&["team", "list", "--format", "csv"]).code(0).stdout;
    assert!(
        team.contains("\nkepala-bagian-hukum,Kepala Bagian Hukum,Kepala Bagian,Bagian Hukum Setda,member,law,"),
        "{team}"
    );
    assert!(place.spbe(&["team", "add", "--from", "tim.csv"]).code(2).stderr.contains("is there already"));
}

#[test]
fn a_member_is_changed_and_removed_with_care() {
    let place = Place::example("pemalang-2018");
    let before = place.read("team.toml");
    place.spbe(&["team", "set", "arsip", "--position", "Arsiparis Madya"]).code(0);
    let changed: Vec<String> =
        place.read("team.toml").lines().filter(|line| !before.contains(*line)).map(str::to_owned).collect();
    assert_eq!(changed, ["position = \"Arsiparis Madya\""]);
    assert!(place.spbe(&["team", "set", "arsip"]).code(2).stderr.contains("nothing is changed"));
    assert!(place.spbe(&["team", "set", "arsip", "--role", "raja"]).code(2).stderr.contains("raja"));
    let said = place.spbe(&["team", "remove", "arsip"]).code(2).stderr;
    assert!(said.contains("scores") && said.contains("spbe team replace arsip"), "{said}");
    let add = ["team", "add", "magang", "--name", "Magang", "--unit", "Bappeda", "--role", "member"];
    place.spbe(&add).code(0);
    place.spbe(&["assign", "30", "--to", "magang"]).code(0);
    place.spbe(&["brief", "magang", "--date", "2018-04-17"]).code(0);
    let said = place.spbe(&["team", "remove", "magang"]).code(0).stderr;
    assert!(said.contains("Removed the member `magang` with 1 assignments."), "{said}");
    assert!(!place.read("team.toml").contains("magang") && !place.read("assignments.csv").contains("magang"));
    assert_eq!(findings(&place), serde_json::json!([]));
}

#[test]
fn a_unit_is_renamed_wherever_it_stands_and_its_indicators_move() {
    let place = Place::example("pemalang-2018");
    let before = (index(&place), findings(&place));
    place.spbe(&["unit", "set", "dpmptsp", "--rename", "Dinas Penanaman Modal"]).code(0);
    for file in ["spbe.toml", "evidence.csv", "team.toml", "recommendations.csv"] {
        assert!(!place.read(file).contains("\"DPMPTSP\"") && !place.read(file).contains(",DPMPTSP,"), "{file}");
    }
    assert_eq!((index(&place), findings(&place)), before);
    let units = || place.spbe(&["unit", "list", "--format", "json"]).code(0).json()["units"].clone();
    let rows = |name: &str| {
        let units = units();
        let unit = units.as_array().expect("units").iter().find(|unit| unit["name"] == name).cloned();
        unit.map(|unit| unit["indicators"].clone()).unwrap_or_default()
    };
    assert!(rows("Dinas Penanaman Modal").as_array().is_some_and(|rows| !rows.is_empty()));
    let said = place.spbe(&["unit", "remove", "Dinas Penanaman Modal"]).code(2).stderr;
    assert!(said.contains("spbe unit move"), "{said}");
    let all: Vec<String> = rows("Dinas Penanaman Modal")
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row.as_str().expect("a row").to_owned())
        .collect();
    let arguments: Vec<&str> =
        ["unit", "move"].into_iter().chain(all.iter().map(String::as_str)).chain(["--to", "bappeda"]).collect();
    place.spbe(&arguments).code(0);
    assert_eq!(rows("Dinas Penanaman Modal"), serde_json::json!([]));
    assert!(all.iter().all(|row| rows("Bappeda").as_array().expect("rows").contains(&row.as_str().into())));
    assert!(place.spbe(&["unit", "move", "12", "--to", "Dinas"]).code(2).stderr.contains("can mean"));
    assert!(place.spbe(&["unit", "move", "12", "--to", "Kementerian"]).code(2).stderr.contains("there is no unit"));
    let csv = place.spbe(&["unit", "list", "--format", "csv"]).code(0).stdout;
    assert!(csv.starts_with("name,indicators,services,members\n"), "{csv}");
    assert!(place.spbe(&["unit", "list"]).code(0).stdout.lines().all(|line| line.chars().count() <= 200));
    place.spbe(&["fmt", "--check"]).code(0);
}
