//! What was given or written before stays until it is named: no command drops a field, and none says "done" for nothing.

use crate::harness::Place;

/// A workspace with a member, a document and a score that has everything.
fn scored() -> Place {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "Kabupaten A", "--kind", "regency", "--year", "2018"]).code(0);
    let add = |id: &str, role: &str| {
        let name = format!("Kepala {id}");
        place.spbe(&["team", "add", id, "--name", &name, "--unit", "Setda", "--role", role]).code(0);
    };
    add("hukum", "member");
    add("sekda", "coordinator");
    place.spbe(&["assign", "1..3", "--to", "hukum"]).code(0);
    place.write("in/sk.txt", "Surat keputusan tentang tim");
    place.spbe(&["evidence", "add", "in/sk.txt", "--for", "1..3", "--id", "sk", "--title", "SK"]).code(0);
    let explained = ["--evidence", "sk", "--method", "interview", "--explanation", "Fakta, lalu analisis"];
    place.spbe(&[&["score", "2", "--level", "2", "--by", "hukum"][..], &explained].concat()).code(0);
    place
}

/// The record of indicator 2 in a file.
fn record(place: &Place, file: &str) -> String {
    let text = place.read(file);
    text.lines().find(|line| line.starts_with("2,")).unwrap_or_default().to_owned()
}

#[test]
fn a_score_keeps_what_is_not_named_and_says_so() {
    let place = scored();
    let score = |more: &[&str]| place.spbe(&[&["score", "2", "--by", "hukum"], more].concat()).code(0).stderr;
    let said = score(&["--level", "3", "--date", "2018-07-05"]);
    assert_eq!(record(&place, "scores/hukum.csv"), "2,3,interview,2018-07-05,sk,\"Fakta, lalu analisis\"");
    assert!(said.contains("Replaced: level.") && said.contains("Kept: method, evidence and explanation."), "{said}");
    score(&["--explanation", ""]);
    assert_eq!(record(&place, "scores/hukum.csv"), "2,3,interview,2018-07-05,sk,");
    score(&["--evidence", "", "--explanation", "Baru"]);
    assert_eq!(record(&place, "scores/hukum.csv"), "2,3,interview,2018-07-05,,Baru");
    score(&["--clear"]);
    assert_eq!(record(&place, "scores/hukum.csv"), "");
    place.spbe(&["score", "2", "--by", "hukum", "--explanation", "x"]).code(2);
}

#[test]
fn a_row_that_was_typed_otherwise_is_the_same_row() {
    let place = scored();
    place.edit("scores/hukum.csv", "\n2,", "\n02,");
    place.spbe(&["score", "2", "--level", "1", "--by", "hukum"]).code(0);
    assert!(place.read("scores/hukum.csv").ends_with("\n02,1,interview,2018-07-01,sk,\"Fakta, lalu analisis\"\n"));
}

#[test]
fn nothing_on_standard_input_is_refused_wherever_it_is_read() {
    let place = scored();
    place.spbe(&["agree", "2", "--level", "2", "--by", "sekda", "--reason", "Rapat"]).code(0);
    let before = place.snapshot();
    for arguments in [
        &["score", "2", "--level", "2", "--by", "hukum", "--explanation", "-"][..],
        &["agree", "2", "--level", "2", "--by", "sekda", "--reason", "-"],
        &["agree", "2", "--explanation", "-"],
    ] {
        let ran = place.spbe(arguments).code(2);
        assert!(ran.stderr.contains("nothing on standard input"), "{arguments:?}: {}", ran.stderr);
    }
    assert_eq!(place.snapshot(), before);
}

#[test]
fn a_decision_and_an_answer_stand_beside_each_other() {
    let place = scored();
    let ran = place.spbe(&["agree", "2", "--level", "5", "--by", "sekda", "--reason", "Rapat"]).code(0);
    assert!(ran.stderr.contains("is above every evaluator's, 2 at most"), "{}", ran.stderr);
    place.spbe(&["agree", "2", "--explanation", "Sudah ada SK"]).code(0);
    assert_eq!(record(&place, "scores/final.csv"), "2,5,2018-07-01,sekda,Rapat,Sudah ada SK");
    let ran = place.spbe(&["agree", "2", "--level", "2", "--by", "sekda"]).code(0);
    let told = "Before: 2: 5 (sekda, 2018-07-01). Kept: reason and answer.";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert_eq!(record(&place, "scores/final.csv"), "2,2,2018-07-01,sekda,Rapat,Sudah ada SK");
    let shown = place.spbe(&["show", "2", "--format", "json"]).code(0).json();
    assert_eq!(shown["rows"][0]["answer"], "Sudah ada SK");
    let ran = place.spbe(&["agree", "2", "--clear"]).code(0);
    assert!(ran.stderr.contains("The answer for indicator 2 stays"), "{}", ran.stderr);
    assert_eq!(record(&place, "scores/final.csv"), "2,,,,,Sudah ada SK");
    let shown = place.spbe(&["show", "2", "--format", "json"]).code(0).json();
    assert_eq!((&shown["rows"][0]["standing"], &shown["rows"][0]["level"]), (&"agreed".into(), &"2".into()));
    place.spbe(&["agree", "2", "--explanation", ""]).code(2);
    place.spbe(&["agree", "1", "--level", "1", "--by", "sekda", "--reason", "R"]).code(0);
    place.spbe(&["agree", "1", "--clear"]).code(0);
    assert!(!place.read("scores/final.csv").contains("\n1,"));
}

#[test]
fn a_document_that_is_known_takes_what_is_named_and_says_what_that_replaced() {
    let place = scored();
    let add = |more: &[&str]| place.spbe(&[&["evidence", "add", "in/sk.txt", "--for", "1"], more].concat()).code(0);
    let ran = add(&["--title", "SK Tim", "--unit", "Bagian Hukum", "--dated", "2018-02-01"]);
    assert!(ran.stderr.contains("title: `SK` → `SK Tim`"), "{}", ran.stderr);
    let row = |place: &Place| place.read("evidence.csv").lines().nth(1).expect("a row").to_owned();
    assert!(row(&place).starts_with("sk,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk.txt,"), "{}", row(&place));
    let ran = add(&[]);
    assert!(ran.stderr.contains("stays as it is"), "{}", ran.stderr);
    place.spbe(&["evidence", "set", "sk", "--unit", ""]).code(0);
    assert!(row(&place).starts_with("sk,document,SK Tim,2018-02-01,,evidence/sk.txt,"), "{}", row(&place));
    place.write("in/baru.txt", "Surat keputusan yang baru");
    let ran = place.spbe(&["evidence", "replace", "sk", "in/baru.txt"]).code(0);
    for said in ["The title `SK Tim` and its day (2018-02-01) stay", "to be looked at again: 2 (hukum)"] {
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
    place.write("in/lagi.txt", "Surat keputusan yang lebih baru");
    let ran = place.spbe(&["evidence", "replace", "sk", "in/lagi.txt", "--title", "SK Tim 2019"]).code(0);
    for said in ["title: `SK Tim` → `SK Tim 2019`", "Its day (2018-02-01) stays", "to be looked at again: 2 (hukum)"]
    {
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
    place.write("in/lagi.txt", "Surat keputusan yang terbaru");
    let ran = place.spbe(&["evidence", "replace", "s", "in/lagi.txt", "--dated", "2019-02-01"]).code(0);
    assert!(ran.stderr.contains("The title `SK Tim 2019` stays"), "{}", ran.stderr);
    assert!(row(&place).starts_with("sk,document,SK Tim 2019,2019-02-01,"), "{}", row(&place));
}

#[test]
fn a_document_that_was_moved_by_hand_is_found_and_its_new_place_written_down() {
    for (now, listed) in [
        ("evidence/indikator-1/SK Tim.txt", "evidence/sk.txt"),
        ("evidence/SK.txt", "evidence/sk.txt"),
        ("evidence/sk.txt", "evidence\\sk.txt"),
    ] {
        let place = scored();
        let content = place.read("evidence/sk.txt");
        std::fs::remove_file(place.path().join("evidence/sk.txt")).expect("removed");
        place.write(now, content);
        place.edit("evidence.csv", "evidence/sk.txt", listed);
        let found = place.spbe(&["validate", "--format", "short"]).stdout;
        assert!(found.contains(&format!("its content lies at `{now}` now")), "{now}: {found}");
        assert!(!found.contains("evidence-not-indexed"), "{now}: told once: {found}");
        place.spbe(&["evidence", "set", "sk", "--file", now]).code(0);
        let found = place.spbe(&["validate", "--format", "short"]).stdout;
        assert!(!found.contains("evidence-missing") && !found.contains("evidence-outside"), "{now}: {found}");
    }
    let place = scored();
    place.write("evidence/lain.txt", "something else");
    let ran = place.spbe(&["evidence", "set", "sk", "--file", "evidence/lain.txt"]).code(2);
    assert!(ran.stderr.contains("is not that of `sk`"), "{}", ran.stderr);
}

/// Every text that a command takes: the command line around it, and the file that it is written to.
const TEXTS: [(&[&str], &[&str], &str); 13] = [
    (&["score", "1", "--level", "2", "--by", "hukum", "--explanation"], &[], "scores/hukum.csv"),
    (&["agree", "1", "--level", "2", "--by", "sekda", "--reason"], &[], "scores/final.csv"),
    (&["agree", "1", "--explanation"], &[], "scores/final.csv"),
    (&["evidence", "add", "in/lagi.txt", "--for", "1", "--title"], &[], "evidence.csv"),
    (&["evidence", "add", "in/lagi.txt", "--for", "1", "--unit"], &[], "evidence.csv"),
    (&["evidence", "set", "sk", "--title"], &[], "evidence.csv"),
    (&["evidence", "set", "sk", "--unit"], &[], "evidence.csv"),
    (&["recommend", "set", "1", "--action"], &[], "recommendations.csv"),
    (&["recommend", "set", "1", "--action", "Reviu", "--unit"], &[], "recommendations.csv"),
    (&["team", "add", "x", "--unit", "U", "--role", "member", "--name"], &[], "team.toml"),
    (&["team", "add", "x", "--name", "N", "--role", "member", "--unit"], &[], "team.toml"),
    (&["unit", "add"], &["--indicator", "1"], "team.toml"),
    (&["brief", "hukum", "--topic"], &[], "team.toml"),
];

#[test]
fn what_word_leaves_in_a_text_is_cleaned_with_a_note_wherever_it_is_given() {
    for (before, after, file) in TEXTS {
        let place = scored();
        place.write("in/lagi.txt", "another document of the team");
        let pasted = "\u{feff}Per\u{ad}aturan\u{b}Bupati\u{200e} Nomor\u{a0}12";
        let ran = place.spbe(&[before, &[pasted][..], after].concat()).code(0);
        assert!(ran.stderr.contains("invisible characters were taken out"), "{before:?}: {}", ran.stderr);
        let written = place.read(file).replace("Peraturan\nBupati", "Peraturan Bupati");
        assert!(written.contains("Peraturan Bupati Nomor 12"), "{before:?}: {written}");
        let found = place.spbe(&["validate", "--format", "short"]).stdout;
        assert!(!found.contains("control-character") && !found.contains("bad-"), "{before:?}: {found}");
    }
}

#[test]
fn a_text_that_says_nothing_or_acts_on_a_terminal_is_refused_wherever_it_is_given() {
    for (before, after, _) in TEXTS {
        let place = scored();
        place.write("in/lagi.txt", "another document of the team");
        let clean = place.snapshot();
        for text in [" . ", "-.", "a\u{1b}[31m", "\u{200b}…"] {
            let ran = place.spbe(&[before, &[text][..], after].concat());
            assert_eq!(ran.code, 2, "{before:?} {text:?}: {}", ran.stderr);
            assert_eq!(place.snapshot(), clean, "{before:?} {text:?}");
        }
    }
}

#[test]
fn an_address_is_written_as_a_browser_opens_it_or_not_at_all() {
    let place = scored();
    let add = |address: &str| place.spbe(&["evidence", "add", "--for", "1", "--", address]);
    let ran = add("https://a.go.id/Dokumen SK.pdf").code(0);
    assert!(ran.stderr.contains("is written as `https://a.go.id/Dokumen%20SK.pdf`"), "{}", ran.stderr);
    for (address, says) in [
        ("https://", "names no site"),
        ("http://x y", "names no site"),
        ("ftp://x/y", "is no web address"),
        ("https://admin:rahasia@a.go.id/x", "holds a password"),
        ("drive.google.com/file/d/1AbC", "write https://drive.google.com/file/d/1AbC"),
        ("www.pemalangkab.go.id", "write https://www.pemalangkab.go.id"),
    ] {
        let before = place.snapshot();
        let ran = add(address).code(2);
        assert!(ran.stderr.contains(says) && !ran.stderr.contains("rahasia"), "{address}: {}", ran.stderr);
        assert_eq!(place.snapshot(), before, "{address}");
    }
    let found = place.spbe(&["validate", "--format", "short"]).stdout;
    assert!(!found.contains("link-address"), "{found}");
}

#[test]
fn who_asks_for_nothing_new_is_told_so_and_what_is_replaced_is_named() {
    let place = scored();
    let said = |arguments: &[&str]| place.spbe(arguments).code(0).stderr;
    assert!(said(&["assign", "1..3", "--to", "hukum"]).contains("Assigned to hukum already"));
    let told = said(&["assign", "3..4", "--to", "hukum", "--due", "2018-07-31"]);
    assert!(told.contains("Assigned indicator 4") && told.contains("Changed the due day of indicator 3"), "{told}");
    assert!(said(&["assign", "3", "--to", "hukum", "--due", ""]).contains("Changed the due day of indicator 3"));
    assert!(place.read("assignments.csv").contains("3,hukum,\n"));
    assert!(said(&["assign", "9", "--to", "hukum", "--remove"]).contains("nothing is taken back"));
    assert!(said(&["score", "9", "--clear", "--by", "hukum"]).contains("nothing is removed"));
    assert!(said(&["evidence", "link", "sk", "--for", "1", "--level", "2"]).contains("Linked"));
    assert!(said(&["evidence", "link", "sk", "--for", "1", "--level", "3"]).contains("Replaced the level: 1: 2 → 3."));
    let ran = place.spbe(&["evidence", "add", "in/sk.txt", "--for", "1", "--id", "other"]).code(2);
    assert!(ran.stderr.contains("is there already as `sk`"), "{}", ran.stderr);
    assert!(said(&["brief", "hukum", "--place", "Aula"]).contains("Recorded the briefing of 2018-07-01"));
    assert!(said(&["brief", "sekda"]).contains("that was there already"));
    assert!(said(&["brief", "sekda", "--place", "Daring"]).contains("another briefing of 2018-07-01, number 2"));
    assert_eq!(place.read("team.toml").matches("[[briefing]]").count(), 2);
    let set =
        ["recommend", "set", "1", "--to-level", "3", "--action", "Reviu", "--unit", "Setda", "--due", "2019-06-30"];
    said(&set);
    let told = said(&["recommend", "set", "1", "--unit", "", "--due", ""]);
    assert!(told.contains("Replaced: `due` and `unit`."), "{told}");
    assert!(place.read("recommendations.csv").contains("1,3,Reviu,,,"));
}

#[test]
fn a_document_that_will_not_open_is_said_when_it_is_added_and_by_validate() {
    let place = scored();
    let page = "<!DOCTYPE html><html><body>Masuk ke Google Drive</body></html>";
    let whole = "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
    place.write("in/page.pdf", page);
    place.write("in/data.pdf", "{\"error\": \"sign in first\"}");
    place.write("in/cut.pdf", &whole[..60]);
    place.write("in/locked.pdf", whole.replace("/Root", "/Encrypt 5 0 R /Root"));
    place.write("in/whole.pdf", whole);
    place.write("in/empty.pdf", "");
    for (file, said) in [
        ("page", "is no PDF but a web page"),
        ("data", "is no PDF but a web page"),
        ("cut", "stops before the end of a PDF"),
        ("locked", "is locked"),
    ] {
        let path = format!("in/{file}.pdf");
        let ran = place.spbe(&["evidence", "add", &path, "--for", "1", "--id", file]).code(0);
        assert!(ran.stderr.contains(&format!("warning: `{path}` {said}")), "{file}: {}", ran.stderr);
        let told = place.spbe(&["validate", "--format", "short", "--stage", "execution"]).stdout;
        let finding = format!("warning[evidence-broken]: `evidence/{file}.pdf` {said}");
        assert!(told.contains(&finding), "{file}: {told}");
    }
    let ran = place.spbe(&["evidence", "add", "in/whole.pdf", "--for", "1", "--id", "whole"]).code(0);
    assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
    let ran = place.spbe(&["evidence", "replace", "whole", "in/empty.pdf"]).code(2);
    assert!(ran.stderr.contains("is empty"), "{}", ran.stderr);
    assert!(!place.spbe(&["validate", "--format", "short"]).stdout.contains("evidence/whole.pdf"));
}

#[test]
fn the_last_change_of_every_kind_can_be_taken_back_once() {
    let asked: [&[&str]; 8] = [
        &["score", "8", "--level", "2", "--by", "arsip"],
        &["score", "8", "--clear", "--by", "arsip"],
        &["evidence", "add", "in/lagi.txt", "--for", "1", "--id", "lagi"],
        &["evidence", "replace", "perbup-6-2018-5b3f80", "in/lagi.txt"],
        &["team", "add", "humas", "--name", "Humas", "--unit", "Setda", "--role", "member", "--function", "law"],
        &["agree", "1", "--level", "2", "--by", "sekda", "--reason", "Rapat"],
        &["assign", "9", "--to", "arsip"],
        &["recommend", "set", "2", "--to-level", "3", "--action", "Reviu"],
    ];
    for arguments in asked {
        let place = Place::example("pemalang-2018");
        place.write("in/lagi.txt", "another document of the team");
        let before = place.snapshot();
        place.spbe(arguments).code(0);
        assert_ne!(place.snapshot(), before, "{arguments:?}");
        place.spbe(&["undo", "--dry-run"]).code(0);
        let ran = place.spbe(&["undo"]).code(0);
        assert!(ran.stderr.contains("Taken back: "), "{}", ran.stderr);
        assert_eq!(place.snapshot(), before, "{arguments:?}");
        assert!(place.spbe(&["undo"]).code(2).stderr.contains("there is nothing to take back"));
    }
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "8", "--level", "2", "--by", "arsip"]).code(0);
    place.edit("scores/arsip.csv", "\n8,2,", "\n8,1,");
    let before = place.snapshot();
    let ran = place.spbe(&["undo"]).code(2);
    assert!(ran.stderr.contains("`scores/arsip.csv` has changed since"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), before);
}
