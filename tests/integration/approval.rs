//! The word of an officer: given row by row or in a sheet, and held against what stands in the files afterwards.

use std::fs;

use crate::harness::Place;
use crate::sheets::refilled;

/// Approves everything on a day of the evaluation.
fn approve_all(place: &Place) {
    place.spbe(&["approve", "all", "--by", "sekda", "--date", "2018-08-30"]).code(0);
}

/// Returns the rules that `validate` finds, each with its file.
fn rules(place: &Place) -> Vec<String> {
    let ran = place.spbe(&["validate", "--format", "json"]);
    let findings = ran.json()["findings"].as_array().cloned().unwrap_or_default();
    let told = |finding: &serde_json::Value| format!("{} {}", finding["rule"], finding["file"]).replace('"', "");
    findings.iter().map(told).collect()
}

/// Returns how many rows stand in a state.
fn states(place: &Place, state: &str) -> Vec<String> {
    let rows = place.spbe(&["approve", "--format", "json"]).code(0).json()["rows"].clone();
    let chosen = rows.as_array().expect("rows").iter().filter(|row| row["state"] == state);
    chosen.map(|row| row["indicator"].as_str().expect("a row").to_owned()).collect()
}

#[test]
fn once_somebody_approves_every_row_wants_a_word_and_a_change_behind_it_is_found() {
    let place = Place::example("pemalang-2018");
    assert!(rules(&place).is_empty(), "nobody is asked for what nobody has begun");
    place.spbe(&["validate", "--deny", "not-approved"]).code(1);
    place.spbe(&["approve", "1..5", "--by", "sekda", "--date", "2018-08-30"]).code(0);
    assert_eq!(rules(&place).len(), 32, "{:?}", rules(&place));
    approve_all(&place);
    assert!(rules(&place).is_empty(), "{:?}", rules(&place));
    // Only where something of it is judged, a row is no longer what was approved.
    place.spbe(&["fmt"]).code(0);
    assert!(rules(&place).is_empty(), "{:?}", rules(&place));
    place.spbe(&["agree", "2", "--explanation", "Jawaban yang lain", "--by", "sekda"]).code(0);
    assert_eq!(rules(&place), ["changed-after-approval approvals/sekda.csv"]);
    assert_eq!(states(&place, "changed"), ["2"]);
    place.spbe(&["approve", "2", "--by", "sekda", "--date", "2018-08-31"]).code(0);
    assert!(rules(&place).is_empty());
    let document =
        place.read("evidence.csv").lines().find(|line| line.starts_with("perbup-30-2017")).map(str::to_owned);
    let file = document.expect("a document").split(',').nth(5).expect("a file").to_owned();
    fs::write(place.path().join(&file), "ditukar sesudah disetujui").expect("written");
    place.spbe(&["evidence", "replace", "perbup-30-2017-b5b10c", &file]);
    assert!(rules(&place).iter().any(|rule| rule.starts_with("evidence-altered") || rule.starts_with("changed-after")));
}

#[test]
fn what_cannot_be_approved_is_refused_and_nothing_is_written() {
    let place = Place::example("pemalang-2018");
    let before = place.snapshot();
    let refused = |arguments: &[&str], why: &str| {
        let ran = place.spbe(arguments).code(2);
        assert!(ran.stderr.contains(why), "{arguments:?}: {}", ran.stderr);
        assert_eq!(place.snapshot(), before, "{arguments:?}");
    };
    refused(&["approve", "1", "--by", "hukum"], "does not settle levels");
    refused(&["approve", "1", "--return", "--by", "sekda"], "without a reason");
    refused(&["approve", "99", "--by", "sekda"], "there is no indicator");
    refused(&["approve", "--by", "sekda"], "INDICATOR");
    refused(&["approve", "1", "--by", "sekda", "--format", "json"], "for the list alone");
    place.spbe(&["score", "1", "--level", "1", "--by", "hukum", "--explanation", "Kata yang lain"]).code(0);
    place.spbe(&["assign", "1", "--to", "arsip"]).code(0);
    let before = place.snapshot();
    let ran = place.spbe(&["approve", "1", "--by", "sekda"]).code(2);
    assert!(ran.stderr.contains("can't be judged without a level"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), before);
}

#[test]
fn several_explanations_want_one_answer_before_it_is_approved() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["assign", "5", "--to", "arsip"]).code(0);
    let level = place.spbe(&["show", "5", "--format", "json"]).code(0).json()["rows"][0]["scores"][0]["level"].clone();
    let level = level.as_str().expect("a level").to_owned();
    let asked = ["score", "5", "--level", &level, "--by", "arsip", "--explanation", "Kata yang lain"];
    place.spbe(&asked).code(0);
    let ran = place.spbe(&["approve", "5", "--by", "sekda"]).code(2);
    assert!(ran.stderr.contains("there is no single answer yet"), "{}", ran.stderr);
    assert!(place.spbe(&["show", "5", "--lang", "en"]).code(0).stdout.contains("none yet: `spbe agree 5"));
    place.spbe(&["agree", "5", "--explanation", "@arsip"]).code(0);
    place.spbe(&["approve", "5", "--by", "sekda"]).code(0);
    let shown = place.spbe(&["show", "5", "--lang", "en"]).code(0).stdout;
    let at = |text: &str| shown.find(text).unwrap_or_else(|| panic!("{text}: {shown}"));
    assert!(at("The agency's answer") < at("Kata yang lain") && at("Kata yang lain") < at("Scores"), "{shown}");
    assert_eq!(shown.matches("Kata yang lain").count(), 1, "{shown}");
}

#[test]
fn a_return_stands_until_its_author_accepts_and_reaches_who_scored_the_row() {
    let place = Place::example("pemalang-2018");
    approve_all(&place);
    let asked =
        ["approve", "12", "--return", "--note", "Mana SOP-nya?", "--by", "kadis-kominfo", "--date", "2018-08-31"];
    place.spbe(&asked).code(0);
    assert_eq!(states(&place, "returned"), ["12"]);
    assert_eq!(rules(&place), ["not-approved approvals/kadis-kominfo.csv"]);
    let scored = place.spbe(&["show", "12", "--format", "json"]).code(0).json()["rows"][0]["scores"][0]["by"].clone();
    let member = scored.as_str().expect("a member").to_owned();
    let todo = || place.spbe(&["status", "--by", &member, "--lang", "en", "--date", "2018-08-31"]).code(0).stdout;
    assert!(todo().contains("mending (returned)"), "{}", todo());
    place.spbe(&["export", "--for", &member, "-o", "isian.xlsx", "--lang", "id"]).code(0);
    let sheet = fs::read(place.path().join("isian.xlsx")).expect("a sheet");
    let said = cells(&sheet, "Isian");
    assert!(said.contains(&"kadis-kominfo: Mana SOP-nya?".to_owned()), "{said:?}");
    // The note is nothing that the evaluator hands in.
    place.spbe(&["import", "isian.xlsx"]).code(0);
    let asked = ["score", "12", "--by", &member, "--explanation", "SOP 2018 berlaku di semua unit"];
    place.spbe(&asked).code(0);
    assert!(!todo().contains("mending"), "{}", todo());
    let officer =
        place.spbe(&["status", "--by", "kadis-kominfo", "--lang", "en", "--date", "2018-08-31"]).code(0).stdout;
    assert!(officer.contains("spbe approve 12 --by kadis-kominfo"), "{officer}");
    let ran = place.spbe(&["approve", "12", "--by", "kadis-kominfo", "--date", "2018-09-01"]).code(0);
    assert!(ran.stderr.contains("The note before: 12: \"Mana SOP-nya?\"."), "{}", ran.stderr);
    assert_eq!(rules(&place), ["changed-after-approval approvals/sekda.csv"], "the other one saw something else");
}

/// Returns what stands in the cells of a sheet.
fn cells(bytes: &[u8], sheet: &str) -> Vec<String> {
    use calamine::Reader;
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes.to_vec())).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("a sheet");
    range.used_cells().map(|(_, _, data)| data.to_string()).collect()
}

#[test]
fn an_officer_approves_in_a_sheet() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["export", "--approvals", "-o", "setuju.xlsx", "--lang", "id"]).code(0);
    let sheet = fs::read(place.path().join("setuju.xlsx")).expect("a sheet");
    assert!(cells(&sheet, "Persetujuan").iter().filter(|cell| *cell == "Menunggu").count() == 37);
    place.spbe(&["import", "setuju.xlsx", "--by", "sekda"]).code(0);
    assert!(!place.path().join("approvals").exists(), "an empty sheet says nothing");
    let entries = [
        ("1", "Putusan", "Disetujui"),
        ("2", "Putusan", "Dikembalikan"),
        ("2", "Catatan", "Sebut pasalnya"),
        ("5", "Putusan", "disetujui"),
    ];
    place.write("setuju.xlsx", refilled(&sheet, &entries, true));
    let ran = place.spbe(&["export", "--approvals", "-o", "setuju.xlsx"]).code(2);
    assert!(ran.stderr.contains("not in yet"), "{}", ran.stderr);
    place.spbe(&["score", "5", "--level", "1", "--by", "hukum"]).code(0);
    place.spbe(&["import", "setuju.xlsx", "--by", "hukum"]).code(2);
    let ran = place.spbe(&["import", "setuju.xlsx", "--by", "sekda", "--date", "2018-08-30"]).code(0);
    assert!(ran.stderr.contains("indicator 5 changed since this sheet was made"), "{}", ran.stderr);
    let written: Vec<String> = place
        .read("approvals/sekda.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(',').take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(written, ["1 accepted", "2 returned", "5 accepted"]);
    assert_eq!(states(&place, "changed"), ["5"]);
    let before = place.snapshot();
    let ran = place.spbe(&["import", "setuju.xlsx", "--by", "sekda"]).code(0);
    assert!(ran.stderr.contains("nothing to write"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), before, "what is in already is in");
}

#[test]
fn who_has_left_approves_neither_by_command_nor_by_sheet() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["export", "--approvals", "-o", "setuju.xlsx", "--lang", "id"]).code(0);
    let sheet = fs::read(place.path().join("setuju.xlsx")).expect("a sheet");
    place.write("setuju.xlsx", refilled(&sheet, &[("1", "Putusan", "Disetujui")], true));
    place.edit("team.toml", "id = \"sekda\"", "id = \"sekda\"\nuntil = 2018-08-01");
    for asked in [&["approve", "1", "--by", "sekda"][..], &["import", "setuju.xlsx", "--by", "sekda"]] {
        let ran = place.spbe(asked).code(2);
        assert!(ran.stderr.contains("sekda has left the team"), "{asked:?}: {}", ran.stderr);
        assert!(!place.path().join("approvals").exists());
    }
}

#[test]
fn a_sheet_of_approvals_that_says_half_is_left_out_whole_with_its_cells() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["export", "--approvals", "-o", "setuju.xlsx", "--lang", "id"]).code(0);
    let sheet = fs::read(place.path().join("setuju.xlsx")).expect("a sheet");
    let entries = [
        ("1", "Putusan", "Disetujui"),
        ("2", "Putusan", "Dikembalikan"),
        ("3", "Putusan", "oke"),
        ("4", "Catatan", "Hm"),
    ];
    place.write("setuju.xlsx", refilled(&sheet, &entries, true));
    let ran = place.spbe(&["import", "setuju.xlsx", "--by", "sekda", "--lang", "en"]).code(2);
    for fault in [
        "`Persetujuan!H3`: returned without",
        "`Persetujuan!G4`: `oke` is neither",
        "`Persetujuan!G5`: there is a note",
    ] {
        assert!(ran.stdout.contains(fault), "{fault}: {}", ran.stdout);
    }
    assert!(!place.path().join("approvals").exists());
    place.edit("spbe.toml", "year = 2018", "year = 2019");
    let ran = place.spbe(&["import", "setuju.xlsx", "--by", "sekda", "--lang", "en"]).code(2);
    assert!(ran.stdout.contains("this sheet is of 2018"), "{}", ran.stdout);
}

#[test]
fn the_signed_minutes_are_held_against_the_files_by_their_code() {
    let place = Place::example("pemalang-2018");
    let code = |place: &Place| place.spbe(&["approve", "--code"]).code(0).stdout.trim().to_owned();
    let before = code(&place);
    assert_eq!((before.len(), before.split(' ').count()), (79, 16), "{before}");
    let minutes = place.spbe(&["form", "minutes", "--lang", "id"]).code(0).stdout;
    assert!(minutes.contains(&format!("**Kode keabsahan:** {before}")) || minutes.contains(&before), "{minutes}");
    approve_all(&place);
    assert_eq!(code(&place), before, "the code is of the answers, not of who approved them");
    place.spbe(&["agree", "2", "--explanation", "Jawaban yang lain"]).code(0);
    assert_ne!(code(&place), before);
}

#[test]
fn approvals_that_count_for_nothing_are_told() {
    let place = Place::example("pemalang-2018");
    approve_all(&place);
    let approved = place.read("approvals/sekda.csv");
    place.write("approvals/hukum.csv", &approved);
    place.write("approvals/sekda (1).csv", &approved);
    let first = approved.lines().nth(1).expect("a record").to_owned();
    place.write("approvals/sekda.csv", format!("{approved}{first}\n99{}\n", &first[1..]));
    assert_eq!(
        rules(&place),
        [
            "decided-by-member approvals/hukum.csv",
            "conflict-copy approvals/sekda (1).csv",
            "duplicate-score approvals/sekda.csv",
            "unknown-indicator approvals/sekda.csv",
        ]
    );
}
