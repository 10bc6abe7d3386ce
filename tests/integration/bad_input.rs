//! What people, spreadsheets and merges do to files: each gets a finding with its place, and no byte is lost.

use std::fs;

use serde_json::Value;

use crate::harness::Place;

const HEADER: &str = "indicator,level,method,date,evidence,explanation\n";

/// A workspace with one member and one task.
fn begun() -> Place {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2018"]).code(0);
    place.spbe(&["team", "add", "hukum", "--name", "H", "--unit", "U", "--role", "member"]).code(0);
    place
}

/// Returns rule, line and column of the findings that have a place in one file.
fn found(place: &Place, file: &str) -> Vec<(String, Value, Value)> {
    let before = place.snapshot();
    let report = place.spbe(&["validate", "--stage", "planning", "--format", "json"]).code(1).json();
    assert_eq!(place.snapshot(), before, "validate wrote something");
    let findings = report["findings"].as_array().expect("findings").iter();
    let here = findings.filter(|finding| finding["file"] == file && !finding["line"].is_null());
    here.map(|finding| {
        let rule = finding["rule"].as_str().expect("a rule").to_owned();
        (rule, finding["line"].clone(), finding["column"].clone())
    })
    .collect()
}

#[track_caller]
fn expect(file: &str, content: impl AsRef<[u8]>, expected: &[(&str, usize, usize)]) {
    let place = begun();
    place.write(file, content);
    let found = found(&place, file);
    for (rule, line, column) in expected {
        let wanted = ((*rule).to_owned(), Value::from(*line), Value::from(*column));
        assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
    // Human output must cope with the same file, in both languages.
    for language in ["id", "en"] {
        let ran = place.spbe(&["validate", "--lang", language]).code(1);
        assert!(expected.iter().all(|(rule, ..)| ran.stdout.contains(rule)), "{}", ran.stdout);
    }
}

#[test]
fn an_empty_file() {
    expect("scores/hukum.csv", "", &[("bad-syntax", 1, 1)]);
    expect("assignments.csv", "\n\n", &[("bad-syntax", 1, 1)]);
    expect("instrument.yaml", "", &[("bad-syntax", 1, 1)]);
    expect("spbe.toml", "", &[("missing-field", 1, 1), ("missing-field", 1, 1), ("missing-field", 1, 1)]);
}

#[test]
fn what_a_spreadsheet_saves_is_read() {
    let place = begun();
    let table = "\u{feff}sep=;\r\nindicator;level;method;date;evidence;explanation\r\n\
                 1;3;dokumen;17/04/2018;;\"Fakta; analisis\"\r\n;;;;;\r\n";
    place.write("scores/hukum.csv", table);
    let found = found(&place, "scores/hukum.csv");
    let expected = [
        ("not-canonical".to_owned(), Value::from(3), Value::from(5)),
        ("not-canonical".to_owned(), Value::from(3), Value::from(13)),
    ];
    assert_eq!(found, expected, "only spellings");
    place.spbe(&["score", "2", "--level", "4", "--by", "hukum"]).code(0);
    let expected = table.replace(";;;;;\r\n", "2;4;document;2018-07-01;;\r\n;;;;;\r\n");
    let written = place.read("scores/hukum.csv");
    assert!(written == expected || written == format!("{table}2;4;document;2018-07-01;;\r\n"), "{written:?}");
}

#[test]
fn levels_that_are_none() {
    let rows = "1,\"3,0\",,,,\n2,03,,,,\n3,-1,,,,\n4,9,,,,\n5,three,,,,\n6,1e400,,,,\n7,2.5,,,,\n";
    expect(
        "scores/hukum.csv",
        format!("{HEADER}{rows}"),
        &[
            ("not-canonical", 2, 3),
            ("not-canonical", 3, 3),
            ("bad-value", 4, 3),
            ("level-out-of-range", 5, 3),
            ("bad-value", 6, 3),
            ("bad-value", 7, 3),
            ("level-out-of-range", 8, 3),
        ],
    );
}

#[test]
fn columns_that_are_missing_or_unknown() {
    expect(
        "assignments.csv",
        "indicator,membr\n1,hukum\n",
        &[("unknown-field", 1, 11), ("missing-field", 1, 1), ("missing-field", 1, 1)],
    );
    expect("assignments.csv", "indicator,member,due,note\n", &[("own-column", 1, 22)]);
    expect(
        "assignments.csv",
        "indicator,member,due\n1,hukum\n2,hukum,,x\n",
        &[("bad-syntax", 2, 1), ("bad-syntax", 3, 1)],
    );
}

#[test]
fn dates_and_words_that_are_none() {
    expect(
        "assignments.csv",
        "indicator,member,due\n1,hukum,2018-02-30\n2,hukum,17/04/2018\n",
        &[("bad-value", 2, 9), ("not-canonical", 3, 9)],
    );
    expect("scores/hukum.csv", format!("{HEADER}1,3,phone,,,\n"), &[("bad-value", 2, 5)]);
    expect(
        "evidence.csv",
        "id,kind,title,date,unit,file,sha256\nA B,paper,,,,,\n",
        &[("bad-id", 2, 1), ("bad-value", 2, 5)],
    );
}

#[test]
fn keys_that_stand_twice() {
    let place = begun();
    let manifest = place.read("spbe.toml").replace("year = 2018\n", "year = 2018\nyear = 2019\n");
    let line = manifest.lines().position(|line| line == "year = 2019").expect("the second year") + 1;
    expect("spbe.toml", manifest, &[("duplicate-key", line, 1)]);
    let instrument = place.read("instrument.yaml").replacen("language: id\n", "language: id\nlanguage: en\n", 1);
    let line = instrument.lines().position(|line| line == "language: en").expect("the second language") + 1;
    expect("instrument.yaml", instrument, &[("duplicate-key", line, 1)]);
}

#[test]
fn a_tab_in_yaml_and_a_date_as_text_in_toml() {
    let place = begun();
    let instrument = place.read("instrument.yaml").replacen("  kind: whole", "\tkind: whole", 1);
    let line = instrument.lines().position(|line| line.starts_with('\t')).expect("the tab") + 1;
    expect("instrument.yaml", instrument, &[("bad-syntax", line, 2)]);
    let manifest = place.read("spbe.toml") + "\n[schedule]\nplanning = { start = \"2018-04-17\", end = 2018-05-31 }\n";
    let line = manifest.lines().count();
    expect("spbe.toml", manifest, &[("not-canonical", line, 22)]);
}

#[test]
fn a_merge_that_was_not_finished() {
    let conflict = format!("{HEADER}<<<<<<< HEAD\n1,2,,,,\n=======\n1,3,,,,\n>>>>>>> lain\n");
    expect("scores/hukum.csv", &conflict, &[("bad-syntax", 2, 1)]);
    let place = begun();
    place.write("scores/hukum.csv", &conflict);
    let ran = place.spbe(&["score", "1", "--level", "2", "--by", "hukum"]).code(2);
    assert!(ran.stderr.contains("scores/hukum.csv:2:1"), "{}", ran.stderr);
    assert_eq!(place.read("scores/hukum.csv"), conflict, "what can't be read is not written");
}

#[test]
fn no_command_writes_what_would_be_taken_for_an_unfinished_merge() {
    let place = begun();
    let score =
        |explanation: &str| place.spbe(&["score", "1", "--level", "2", "--by", "hukum", "--explanation", explanation]);
    let ran = score("a\n<<<<<<< b").code(2);
    assert!(ran.stderr.contains("begins with `<<<<<<< `"), "{}", ran.stderr);
    score("<<<<<<< b").code(0);
    score("a").code(0);
}

#[test]
fn another_encoding_is_refused_and_kept() {
    let content = [HEADER.as_bytes(), b"1,2,,,,caf\xe9\n"].concat();
    expect("scores/hukum.csv", &content, &[("encoding", 2, 11)]);
    let place = begun();
    place.write("scores/hukum.csv", &content);
    place.spbe(&["score", "1", "--level", "2", "--by", "hukum"]).code(2);
    assert_eq!(fs::read(place.path().join("scores/hukum.csv")).expect("read"), content);
}

#[test]
fn characters_that_nobody_sees() {
    let rows = "1,2,,,,\"a\u{1b}[31mb\"\n2,2,,,,\u{202e}c\n";
    expect("scores/hukum.csv", format!("{HEADER}{rows}"), &[("control-character", 2, 10), ("control-character", 3, 8)]);
    let place = begun();
    let team = place.read("team.toml").replace("name = \"H\"", "name = \"H\\u0000\"");
    let line = team.lines().position(|line| line.starts_with("name")).expect("a name") + 1;
    expect("team.toml", team, &[("not-briefed", line - 1, 6), ("control-character", line, 8)]);
    let utf_16: Vec<u8> = HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.write("scores/hukum.csv", [&[0xff, 0xfe][..], &utf_16].concat());
    let ran = place.spbe(&["validate"]).code(1);
    assert!(ran.stdout.contains("this file is no UTF-8 text"), "{}", ran.stdout);
}

#[test]
fn more_rows_than_any_evaluation_has() {
    let rows = "1,2,,,,\n".repeat(100_001);
    let place = begun();
    place.write("scores/hukum.csv", format!("{HEADER}{rows}"));
    let found = found(&place, "scores/hukum.csv");
    assert!(found.contains(&("too-large".to_owned(), Value::from(100_002), Value::from(1))), "the first row beyond");
    place.spbe(&["score", "3", "--level", "2", "--by", "hukum"]).code(2);
}

#[test]
fn a_folder_that_can_not_be_written() {
    let place = begun();
    place.write("scores", "a file where a folder must be");
    let ran = place.spbe(&["score", "1", "--level", "2", "--by", "hukum"]).code(2);
    assert!(ran.stderr.starts_with("warning: ") && ran.stderr.contains("error: "), "{}", ran.stderr);
    assert_eq!(place.read("scores"), "a file where a folder must be");
}

#[test]
fn ids_that_lead_elsewhere() {
    let place = begun();
    for id in ["..", "-rf", "con", "a/b", "final", "external", "Hukum"] {
        let ran = place.spbe(&["team", "add", "--name", "H", "--unit", "U", "--role", "member", "--", id]).code(2);
        assert!(ran.stderr.contains("is no id of a member"), "{id}: {}", ran.stderr);
    }
    place.write(
        "evidence.csv",
        "id,kind,title,date,unit,file,sha256\na,document,,,,../../etc/passwd,00\nb,document,,,,/etc/passwd,00\n",
    );
    let found = found(&place, "evidence.csv");
    let outside = found.iter().filter(|(rule, ..)| rule == "evidence-outside").count();
    assert_eq!(outside, 2, "{found:?}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_elsewhere_are_not_followed() {
    use std::os::unix::fs::symlink;
    let place = begun();
    fs::create_dir_all(place.path().join("evidence")).expect("a folder");
    symlink("/etc/passwd", place.path().join("evidence/a.txt")).expect("linked");
    symlink("b.txt", place.path().join("evidence/b.txt")).expect("linked");
    place.write(
        "evidence.csv",
        "id,kind,title,date,unit,file,sha256\na,document,,,,evidence/a.txt,00\nb,document,,,,evidence/b.txt,00\n",
    );
    let found = found(&place, "evidence.csv");
    assert!(found.contains(&("evidence-outside".to_owned(), Value::from(2), Value::from(15))), "{found:?}");
    assert!(found.iter().any(|(rule, line, _)| rule == "evidence-missing" && *line == 3), "{found:?}");
}

#[test]
fn escapes_in_a_name_never_reach_the_terminal() {
    let place = begun();
    place.edit("team.toml", "name = \"H\"", "name = \"H\\u001B[31mX\\u202E\"");
    place.edit("spbe.toml", "name = \"A\"", "name = \"A\\u001B]0;x\\u0007\"");
    for arguments in [&["team", "list"][..], &["report"], &["report", "--format", "md"], &["validate"], &["show", "1"]]
    {
        let ran = place.spbe(arguments);
        assert!(!ran.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{arguments:?}: {}", ran.stdout);
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_link_loops_in_place_of_files_block_nothing() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let pipe = |place: &Place, file: &str| {
        let path = place.path().join(file);
        let _ = fs::remove_file(&path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo runs").success());
    };
    for file in ["scores/hukum.csv", "team.toml", "instrument.yaml", "evidence/a.pdf"] {
        let place = begun();
        place.write("evidence.csv", "id,kind,title,date,unit,file,sha256\na,document,A,,,evidence/a.pdf,00\n");
        pipe(&place, file);
        let ran = place.spbe(&["validate", "--format", "short"]).code(1);
        assert!(ran.stdout.contains("ordinary file") || ran.stdout.contains("regular file"), "{file}: {}", ran.stdout);
    }
    let place = begun();
    pipe(&place, "spbe.toml");
    place.spbe(&["validate"]).code(3);
    let place = begun();
    symlink("loop", place.path().join("loop")).expect("linked");
    fs::remove_file(place.path().join("assignments.csv")).expect("removed");
    symlink("loop", place.path().join("assignments.csv")).expect("linked");
    let ran = place.spbe(&["validate", "--format", "short"]).code(1);
    assert!(ran.stdout.contains("assignments.csv: error[bad-syntax]: can't be read"), "{}", ran.stdout);
    place.spbe(&["assign", "1", "--to", "hukum"]).code(2);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_leaves_the_workspace() {
    use std::os::unix::fs::symlink;
    let outside = Place::empty();
    for link in ["evidence", "scores", ".spbe"] {
        let place = begun();
        let _ = fs::remove_dir_all(place.path().join(link));
        symlink(outside.path(), place.path().join(link)).expect("linked");
        place.write("in.txt", "x");
        match link {
            "evidence" => place.spbe(&["evidence", "add", "in.txt", "--for", "1"]).code(2),
            _ => place.spbe(&["score", "1", "--level", "2", "--by", "hukum"]).code(2),
        };
        assert_eq!(outside.snapshot(), [], "{link}");
    }
}

#[test]
fn odd_folders_are_worked_in_or_refused() {
    let place = Place::empty();
    place.spbe(&["init", "a b ü (1)", "--agency", "A", "--kind", "city", "--year", "2018"]).code(0);
    place.spbe(&["-C", "a b ü (1)", "report"]).code(0);
    place.write("file", "x");
    place.spbe(&["-C", "file", "report"]).code(3);
    place.spbe(&["init", "file", "--agency", "A", "--kind", "city", "--year", "2018"]).code(2);
}

#[test]
fn an_instrument_that_explodes_or_digs_without_end_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for step in 1..12 {
        let earlier = format!("*a{}", step - 1);
        bomb += &format!("a{step}: &a{step} [{}]\n", [earlier.as_str(); 10].join(", "));
    }
    for text in [bomb, "[".repeat(100_000), "{a: ".repeat(100_000), format!("a: {}", "- ".repeat(100_000))] {
        let place = begun();
        place.write("instrument.yaml", text);
        let found = found(&place, "instrument.yaml");
        assert!(found.iter().any(|(rule, ..)| rule == "bad-syntax"), "{found:?}");
    }
    let place = begun();
    place.write("team.toml", format!("a = {}", "[".repeat(100_000)));
    assert!(found(&place, "team.toml").iter().any(|(rule, ..)| rule == "bad-syntax"));
}

#[test]
fn a_score_is_refused_where_it_could_not_be_read_back() {
    for rows in ["1,2,,,,\"open\n", "1,2\n"] {
        let place = begun();
        let text = format!("{HEADER}{rows}");
        place.write("scores/hukum.csv", &text);
        assert!(found(&place, "scores/hukum.csv").iter().any(|(rule, ..)| rule == "bad-syntax"));
        place.spbe(&["score", "3", "--level", "2", "--by", "hukum"]).code(2);
        place.spbe(&["score", "1", "--clear", "--by", "hukum"]).code(2);
        assert_eq!(place.read("scores/hukum.csv"), text, "nothing is written");
    }
}

#[test]
fn a_header_without_end_or_with_an_open_quote_is_refused_at_once() {
    let wide: String = (0..200_000).map(|column| format!(",a{column}")).collect();
    expect("assignments.csv", format!("indicator,member,due{wide}\n"), &[("too-large", 1, 4897)]);
    expect("assignments.csv", "indicator,member,due,\"mine\n1,hukum,,x\n", &[("bad-syntax", 1, 22)]);
}

#[test]
fn a_cell_that_cites_without_end_is_told_at_once() {
    let place = begun();
    let cited = "a ".repeat(20_000);
    place.write("scores/hukum.csv", format!("{HEADER}1,2,,,{cited},\n"));
    let found = found(&place, "scores/hukum.csv");
    assert!(found.contains(&("unknown-evidence".to_owned(), Value::from(2), Value::from(7 + 2 * 19_999))));
}

#[test]
fn toml_that_digs_without_end_is_refused() {
    let deep = 100_000;
    for text in [
        format!("{}a = 1\n", "a.".repeat(deep)),
        format!("[{}a]\nx = 1\n", "a.".repeat(deep)),
        format!("a = {}1{}\n", "{a = ".repeat(deep), "}".repeat(deep)),
        format!("a = {}1{}\n", "[{a = ".repeat(deep), "}]".repeat(deep)),
    ] {
        let place = begun();
        place.write("team.toml", &text);
        assert!(found(&place, "team.toml").iter().any(|(rule, ..)| rule == "bad-syntax"));
        place.spbe(&["team", "add", "x", "--name", "X", "--unit", "U", "--role", "member"]).code(2);
        place.spbe(&["fmt"]).code(2);
        assert!(place.read("team.toml") == text, "nothing is written");
    }
}

#[test]
fn a_list_of_a_file_that_could_not_be_read_whole_is_refused() {
    for (file, list) in [
        ("recommendations.csv", &["recommend", "list"][..]),
        ("evidence.csv", &["evidence", "list"]),
        ("team.toml", &["team", "list"]),
    ] {
        let place = Place::example("pemalang-2018");
        place.write(file, place.read(file) + "<<<<<<< HEAD\n");
        for format in ["text", "json"] {
            let ran = place.spbe(&[list, &["--format", format]].concat()).code(2);
            assert!(ran.stderr.contains(&format!("`{file}:")) && ran.stdout.is_empty(), "{}", ran.stderr);
        }
    }
}

#[test]
fn no_command_writes_a_character_that_nobody_sees() {
    let place = begun();
    let ran = place.spbe(&["score", "1", "--level", "2", "--by", "hukum", "--explanation", "a\u{1b}[31mb"]).code(2);
    assert!(
        ran.stderr.contains("`--explanation` holds the invisible character U+001B at character 2"),
        "{}",
        ran.stderr
    );
}
