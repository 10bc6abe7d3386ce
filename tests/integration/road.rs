//! The main road, command by command, as a new team walks it.

use crate::harness::Place;

/// A workspace with a team of three.
fn begun() -> Place {
    let place = Place::empty();
    place
        .spbe(&["init", ".", "--agency", "Pemerintah Kabupaten Contoh", "--kind", "kabupaten", "--year", "2018"])
        .code(0);
    for (id, role, function) in
        [("sekda", "coordinator", "organisation"), ("kominfo", "responsible", "ict"), ("hukum", "member", "law")]
    {
        place
            .spbe(&["team", "add", id, "--name", id, "--unit", "Setda", "--role", role, "--function", function])
            .code(0);
    }
    place
}

#[test]
fn init_takes_the_instrument_of_the_year_and_overwrites_nothing() {
    for (year, id) in [("2018", "spbe-2018"), ("2021", "spbe-2020"), ("2026", "pemdi-2026")] {
        let place = Place::empty();
        let ran = place.spbe(&["init", "w", "--agency", "A", "--kind", "city", "--year", year]).code(0);
        assert!(ran.stderr.contains(id), "{}", ran.stderr);
        assert!(place.read("w/spbe.toml").contains(&format!("instrument = \"{id}\"")));
        let before = place.snapshot();
        let ran = place.spbe(&["init", "w", "--agency", "B", "--kind", "city", "--year", year]).code(2);
        assert!(ran.stderr.contains("holds a workspace already"), "{}", ran.stderr);
        let ran = place.spbe(&["init", "w/inner", "--agency", "B", "--kind", "city", "--year", year]).code(2);
        assert!(ran.stderr.contains("lies in the workspace"), "{}", ran.stderr);
        assert_eq!(place.snapshot(), before);
    }
}

#[test]
fn evidence_stays_binary_to_git_whatever_else_is_said() {
    let place = begun();
    assert!(place.read(".gitattributes").ends_with("\nevidence/** -text -merge\n"));
    assert!(place.read(".gitattributes").contains("assignments.csv merge=union\n"));
}

#[test]
fn assignments_take_every_way_to_name_indicators() {
    let place = begun();
    place.spbe(&["assign", "1..3", "35", "aspect:3", "--to", "hukum", "--due", "2018-08-31"]).code(0);
    place.spbe(&["assign", "35-2", "2", "--to", "kominfo"]).code(0);
    let expected = "indicator,member,due\n1,hukum,2018-08-31\n2,hukum,2018-08-31\n2,kominfo,\n3,hukum,2018-08-31\n\
                    18,hukum,2018-08-31\n19,hukum,2018-08-31\n35-1,hukum,2018-08-31\n35-2,hukum,2018-08-31\n\
                    35-2,kominfo,\n35-3,hukum,2018-08-31\n";
    assert_eq!(place.read("assignments.csv"), expected);
    place.spbe(&["assign", "35", "18", "--to", "hukum", "--remove"]).code(0);
    let expected = "indicator,member,due\n1,hukum,2018-08-31\n2,hukum,2018-08-31\n2,kominfo,\n3,hukum,2018-08-31\n\
                    19,hukum,2018-08-31\n35-2,kominfo,\n";
    assert_eq!(place.read("assignments.csv"), expected);
    let ran = place.spbe(&["assign", "36", "--to", "hukum"]).code(2);
    assert!(ran.stderr.contains("there is no indicator `36`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("the nearest is `35-1`"), "{}", ran.stderr);
    let ran = place.spbe(&["assign", "1", "--to", "hukm"]).code(2);
    assert!(ran.stderr.contains("did you mean `hukum`?"), "{}", ran.stderr);
}

#[test]
fn evidence_is_copied_hashed_indexed_and_linked_once() {
    let place = begun();
    place.write("in/Perbup 12 2018.pdf", "%PDF-1.4 one");
    let add = ["evidence", "add", "in/Perbup 12 2018.pdf", "--for", "1", "2", "--level", "3", "--unit", "Bagian Hukum"];
    place.spbe(&add).code(0);
    let index = place.read("evidence.csv");
    let record = index.lines().nth(1).expect("a record");
    let cells: Vec<&str> = record.split(',').collect();
    assert_eq!(&cells[1..5], ["document", "Perbup 12 2018", "", "Bagian Hukum"]);
    assert_eq!(cells[6].len(), 64);
    assert_eq!(cells[0], format!("perbup-12-2018-{}", &cells[6][..6]));
    assert_eq!(cells[5], format!("evidence/{}.pdf", cells[0]));
    assert_eq!(place.read(cells[5]), "%PDF-1.4 one");
    place.spbe(&["evidence", "add", "in/Perbup 12 2018.pdf", "--for", "5"]).code(0);
    assert_eq!(place.read("evidence.csv"), index, "the same file is indexed once");
    let id = cells[0];
    assert_eq!(place.read("evidence-links.csv"), format!("indicator,evidence,level\n1,{id},3\n2,{id},3\n5,{id},\n"));
    place.spbe(&["evidence", "link", id, "--for", "5", "--level", "2"]).code(0);
    assert!(place.read("evidence-links.csv").ends_with(&format!("5,{id},2\n")));
}

#[test]
fn evidence_that_a_score_cites_is_not_removed_and_can_be_replaced() {
    let place = begun();
    place.write("in/a.pdf", "one");
    place.write("in/b.PDF", "two");
    place.spbe(&["evidence", "add", "in/a.pdf", "--for", "1", "--id", "sk-tim"]).code(0);
    place.spbe(&["score", "1", "--level", "2", "--by", "hukum", "--evidence", "sk-tim"]).code(0);
    let ran = place.spbe(&["evidence", "remove", "sk-tim"]).code(2);
    assert!(ran.stderr.contains("is cited by the score of indicator 1 by hukum"), "{}", ran.stderr);
    place.spbe(&["evidence", "replace", "sk-tim", "in/b.PDF"]).code(0);
    let listed = place.spbe(&["evidence", "list", "--format", "json"]).code(0).json();
    let file = listed["evidence"][0]["file"].as_str().expect("a file").to_owned();
    assert_eq!(place.read(&file), "two");
    assert!(!place.path().join("evidence/sk-tim.pdf").exists());
    place.spbe(&["score", "1", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["evidence", "remove", "sk-tim"]).code(0);
    assert!(!place.path().join(&file).exists());
    assert_eq!(place.read("evidence.csv"), "id,kind,title,date,unit,file,sha256\n");
    assert_eq!(place.read("evidence-links.csv"), "indicator,evidence,level\n");
}

#[test]
fn an_address_is_evidence_without_a_digest() {
    let place = begun();
    place.spbe(&["evidence", "add", "https://jdih.example.go.id/", "--for", "33", "--title", "JDIH"]).code(0);
    let listed = place.spbe(&["evidence", "list", "--format", "json"]).code(0).json();
    assert_eq!(listed["evidence"][0]["kind"], "link");
    assert_eq!(listed["evidence"][0]["file"], "https://jdih.example.go.id/");
    assert_eq!(listed["evidence"][0]["sha256"], serde_json::Value::Null);
}

#[test]
fn a_score_is_written_with_its_doubts_and_replaced_by_the_next() {
    let place = begun();
    let ran = place.spbe(&["score", "2", "--level", "3", "--by", "hukum", "--method", "dokumen+interview"]).code(0);
    assert!(ran.stderr.contains("cites no evidence"), "{}", ran.stderr);
    assert!(ran.stderr.contains("not assigned to hukum"), "{}", ran.stderr);
    place.spbe_with(&["score", "1", "--level", "0", "--explanation", "Belum ada"], &[("SPBE_MEMBER", "hukum")]).code(0);
    place.spbe(&["score", "2", "--level", "4", "--by", "hukum", "--date", "2018-07-09"]).code(0);
    let expected = "indicator,level,method,date,evidence,explanation\n\
                    1,0,document,2018-07-01,,Belum ada\n2,4,document+interview,2018-07-09,,\n";
    assert_eq!(place.read("scores/hukum.csv"), expected);
    for (level, help) in [("6", "from 0 to 5"), ("2.5", "from 0 to 5"), ("x", "from 0 to 5")] {
        let ran = place.spbe(&["score", "2", "--level", level, "--by", "hukum"]).code(2);
        assert!(ran.stderr.contains(help), "{}", ran.stderr);
    }
    assert_eq!(place.read("scores/hukum.csv"), expected);
}

#[test]
fn a_coordinator_settles_what_evaluators_see_differently() {
    let place = begun();
    place.spbe(&["assign", "1", "--to", "hukum", "--to", "kominfo"]).code(0);
    let level = |place: &Place| {
        let report = place.spbe(&["report", "--format", "json"]).code(0).json();
        (report["indicators"][0]["level"].clone(), report["indicators"][0]["standing"].clone())
    };
    place.spbe(&["score", "1", "--level", "2", "--by", "hukum"]).code(0);
    assert_eq!(level(&place), (serde_json::Value::Null, "missing".into()), "kominfo has still to score");
    place.spbe(&["score", "1", "--level", "3", "--by", "kominfo"]).code(0);
    assert_eq!(level(&place), (serde_json::Value::Null, "disputed".into()));
    place.spbe(&["agree", "1", "--level", "3", "--by", "hukum", "--reason", "x"]).code(2);
    place.spbe(&["agree", "1", "--level", "3", "--by", "sekda", "--reason", "SK berlaku, semua unit"]).code(0);
    assert_eq!(level(&place), ("3".into(), "final".into()));
    assert_eq!(
        place.read("scores/final.csv"),
        "indicator,level,date,decided_by,reason\n1,3,2018-07-01,sekda,\"SK berlaku, semua unit\"\n"
    );
}

#[test]
fn a_briefing_grows_with_those_who_attended() {
    let place = begun();
    place.spbe(&["brief", "hukum", "--date", "2018-04-17", "--place", "Sasana Bhakti Praja"]).code(0);
    place.spbe(&["brief", "all", "--date", "2018-04-17", "--place", "Sasana Bhakti Praja"]).code(0);
    let team = place.read("team.toml");
    assert_eq!(team.matches("[[briefing]]").count(), 1);
    assert!(team.contains("attended = [\"hukum\", \"sekda\", \"kominfo\"]"), "{team}");
}

#[test]
fn a_dry_run_shows_the_change_and_makes_none() {
    let place = begun();
    let before = place.snapshot();
    let ran = place.spbe(&["assign", "1", "--to", "hukum", "--dry-run"]).code(0);
    assert_eq!(ran.stdout, "assignments.csv\n+ 1,hukum,\n");
    let ran = place.spbe(&["--dry-run", "init", "x", "--agency", "A", "--kind", "city", "--year", "2018"]).code(2);
    assert!(ran.stderr.contains("lies in the workspace"));
    assert_eq!(place.snapshot(), before);
}

#[test]
fn the_range_of_an_open_evaluation_narrows_to_the_index() {
    let place = begun();
    place.spbe(&["assign", "all", "--to", "hukum"]).code(0);
    let report = place.spbe(&["report", "--format", "json"]).code(0).json();
    assert_eq!(report["range"]["lowest"], serde_json::json!({"exact": "0", "shown": "0.00", "predicate": "Kurang"}));
    assert_eq!(report["range"]["highest"]["shown"], "5.00");
    place.spbe(&["score", "all", "--level", "3", "--by", "hukum"]).code(0);
    let ran = place.spbe(&["report", "--format", "json"]).code(0);
    assert_eq!(ran.json()["index"], serde_json::json!({"exact": "3", "shown": "3.00", "predicate": "Baik"}));
    assert_eq!(ran.stderr, "", "nothing is open any more");
}

#[test]
fn where_everyone_has_scored_and_levels_differ_the_range_is_that_of_the_levels_given() {
    let place = begun();
    place.spbe(&["assign", "all", "--to", "hukum"]).code(0);
    place.spbe(&["assign", "all", "--to", "sekda"]).code(0);
    place.spbe(&["score", "all", "--level", "2", "--by", "hukum"]).code(0);
    let ends = || {
        let report = place.spbe(&["report", "--format", "json"]).code(0).json();
        (report["range"]["lowest"]["shown"].clone(), report["range"]["highest"]["shown"].clone())
    };
    assert_eq!(ends(), ("0.00".into(), "5.00".into()), "the other one may give any level");
    place.spbe(&["score", "all", "--level", "3", "--by", "sekda"]).code(0);
    assert_eq!(ends(), ("2.00".into(), "3.00".into()));
}

#[test]
fn the_ministrys_latest_stage_counts() {
    let place = begun();
    let mut external = String::from("indicator,stage,level,note\n");
    for row in (1..=34).map(|row| row.to_string()).chain(["35-1", "35-2", "35-3"].map(str::to_owned)) {
        external += &format!("{row},document,2,\n");
    }
    place.write("scores/external.csv", external.clone() + "1,visit,4,\n1,interview,3,\n");
    let report = place.spbe(&["report", "--format", "json"]).code(0).json();
    assert_eq!(
        report["external"]["exact"], "101/50",
        "one of seven rows of an aspect of weight 7 is two levels higher"
    );
    place.write("scores/external.csv", external.replace("7,document,2,\n", ""));
    let report = place.spbe(&["report", "--format", "json"]).code(0).json();
    assert_eq!(report["external"], serde_json::Value::Null);
}

#[test]
fn exit_codes_keep_their_word() {
    let place = Place::empty();
    place.spbe(&["report"]).code(3);
    place.spbe(&["validate", "-C", "nowhere"]).code(3);
    place.spbe(&["reprot"]).code(2);
    place.spbe(&["report", "--format", "docm"]).code(2);
    place.spbe(&["--version"]).code(0);
    let ran = place.spbe(&[]).code(2);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("Usage: spbe"), "{}", ran.stderr);
    let begun = begun();
    begun.spbe(&["validate"]).code(1);
    begun.spbe(&["validate", "--stage", "sumbission"]).code(2);
    begun.spbe(&["validate", "nowhere"]).code(3);
}
