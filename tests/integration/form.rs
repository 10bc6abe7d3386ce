//! `spbe form`: every kind in every format, for whom it was asked.

use std::collections::BTreeSet;

use crate::harness::{FORMS, Place, repository, spbe_in};

#[test]
fn every_kind_is_written_in_every_format_and_both_languages() {
    let place = Place::example("pemdi-2026");
    place.spbe(&["unit", "add", "Badan Perencanaan", "--indicator", "1..3"]).code(0);
    // Something must be awaited for a reminder.
    place.spbe(&["score", "1", "--clear", "--by", "bappeda"]).code(0);
    // And a lower level of the assessors' for a reply.
    place.spbe(&["external", "set", "2", "--level", "1"]).code(0);
    for kind in FORMS {
        for (file, beginning) in
            [("a.md", &b"#"[..]), ("a.html", b"<!DOCTYPE html>"), ("a.docx", b"PK"), ("a.pdf", b"%PDF")]
        {
            let mut before = Vec::new();
            for language in ["id", "en"] {
                place.spbe(&["form", kind, "-o", file, "--lang", language]).code(0);
                let bytes = std::fs::read(place.path().join(file)).expect("the form");
                assert!(bytes.starts_with(beginning), "{kind} {file}");
                assert!(bytes != before, "{kind} {file} is the same in both languages");
                before = bytes;
            }
        }
    }
}

#[test]
fn a_letter_names_the_rows_of_its_unit_alone_and_the_deadline() {
    let folder = repository().join("examples/pemalang-2018");
    let letter = spbe_in(&folder, &["form", "permintaan", "--unit", "Inspektorat", "--lang", "id"], &[]).code(0).stdout;
    assert!(letter.contains("Whistle Blowing System") && letter.contains("13 Juli 2018"), "{letter}");
    assert!(!letter.contains("Rencana Induk") && !letter.contains("Bappeda"), "{letter}");
}

#[test]
fn without_an_owner_no_form_for_units_is_written() {
    let place = Place::example("pemalang-2018");
    let team = std::fs::read_to_string(place.path().join("team.toml")).expect("the team");
    let (members, _) = team.split_once("[[unit]]").expect("units");
    std::fs::write(place.path().join("team.toml"), members).expect("a team without units");
    let manifest = std::fs::read_to_string(place.path().join("spbe.toml")).expect("the manifest");
    let ownerless: String =
        manifest.lines().filter(|line| !line.starts_with("unit =")).map(|line| format!("{line}\n")).collect();
    std::fs::write(place.path().join("spbe.toml"), ownerless).expect("services of nobody");
    for kind in ["request", "interview", "observation"] {
        let said = place.spbe(&["form", kind, "-o", "a.md"]).code(2).stderr;
        assert!(said.contains("no unit owns an indicator yet") && said.contains("`spbe unit add`"), "{said}");
        assert!(!place.path().join("a.md").exists(), "{kind} is not written");
    }
    let text = place.spbe(&["form", "minutes"]).code(0).stdout;
    assert!(text.contains("Sekretaris Daerah"), "a form of the whole team needs no unit: {text}");
}

#[test]
fn a_member_finds_the_own_indicators_in_the_hand_out() {
    let folder = repository().join("examples/pemalang-2018");
    let sheet = spbe_in(&folder, &["form", "briefing", "--member", "inspektorat", "--lang", "id"], &[]).code(0).stdout;
    assert!(sheet.contains("Inspektur Pembantu Wilayah I"), "{sheet}");
    assert!(!sheet.contains("Lembar sosialisasi: Kepala Bagian Hukum"), "{sheet}");
}

#[test]
fn an_open_evaluation_has_draft_minutes_and_no_index() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "8", "--clear", "--by", "arsip"]).code(0);
    let ran = place.spbe(&["form", "minutes", "--lang", "id"]).code(0);
    assert!(ran.stdout.contains("DRAF") && !ran.stdout.contains("sebesar 2,63"), "{}", ran.stdout);
    assert!(ran.stderr.contains("1 baris belum punya level"), "{}", ran.stderr);
}

#[test]
fn what_is_not_known_is_answered_with_the_nearest() {
    let place = Place::example("pemalang-2018");
    let said = |arguments: &[&str]| place.spbe(arguments).code(2).stderr;
    assert!(said(&["form", "minute"]).contains("did you mean `minutes`?"));
    assert!(said(&["form", "request", "--unit", "Inspektorak"]).contains("did you mean `Inspektorat`?"));
    assert!(said(&["form", "briefing", "--member", "hukun"]).contains("did you mean `hukum`?"));
    assert!(said(&["form", "decree", "--unit", "Inspektorat"]).contains("is not made per unit"));
    assert!(said(&["form", "minutes", "-o", "a.xlsx"]).contains("there is no form format `.xlsx`"));
}

#[test]
fn a_form_says_that_a_file_could_not_be_read() {
    let place = Place::example("pemalang-2018");
    place.write("team.toml", place.read("team.toml") + "<<<<<<< HEAD\n");
    let ran = place.spbe(&["form", "decree"]).code(0);
    assert!(ran.stderr.contains("reading the files gave 2 findings"), "{}", ran.stderr);
}

#[test]
fn a_reminder_goes_to_who_is_late_and_to_nobody_else() {
    let place = Place::example("pemalang-2018");
    let said = place.spbe(&["form", "reminder", "--late", "--date", "2018-07-16", "-o", "a.md"]).code(2).stderr;
    assert!(said.contains("no unit is late on 16 July 2018"), "{said}");
    assert!(!place.path().join("a.md").exists(), "an empty letter is not written");
    place.spbe(&["score", "5", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["external", "set", "1", "--level", "1", "--note", "Belum ada bukti koordinasi"]).code(0);
    let reminder = |more: &[&str]| {
        let arguments = [&["form", "reminder", "--late", "--date", "2018-07-16"], more].concat();
        place.spbe(&arguments).code(0).stdout
    };
    let text = reminder(&["--lang", "en"]);
    assert_eq!(text.matches("To the head of").count(), 1, "{text}");
    assert!(text.contains("To the head of Bagian Hukum Setda") && text.contains("13 July 2018 | 3 |"), "{text}");
    assert_eq!(reminder(&["--lang", "en", "--unit", "hukum"]), text, "a part of the name tells the unit");
    let said = place.spbe(&["form", "memo", "--late"]).code(2).stderr;
    assert!(said.contains("knows no `--late`"), "{said}");
    let said = place.spbe(&["form", "request", "--unit", "dinas"]).code(2).stderr;
    assert!(said.contains("can mean 2 things") && said.contains("`Dinas Kesehatan`"), "{said}");
}

#[test]
fn a_memo_says_how_far_it_is_on_its_day() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "5", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["external", "set", "1", "--level", "1", "--note", "Belum ada bukti koordinasi"]).code(0);
    let memo = |day: &str| place.spbe(&["form", "nota-dinas", "--date", day, "--lang", "id"]).code(0).stdout;
    let text = memo("2018-07-16");
    for words in ["Senin, 16 Juli 2018", "| Penilaian masuk | 45 dari 46 |", "| Bagian Hukum Setda | 5 | 3 |"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("spbe "), "no command stands in a memo: {text}");
    assert!(!memo("2018-07-01").contains("terlambat"), "on time");
}

#[test]
fn a_follow_up_goes_to_each_unit_that_a_recommendation_is_for() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["recommend", "set", "34", "--state", "done"]).code(0);
    place.spbe(&["recommend", "set", "16", "--unit", "Bagian Baru"]).code(0);
    let form = |more: &[&str]| place.spbe(&[&["form", "follow-up", "--lang", "id"], more].concat()).code(0);
    let all = form(&[]).stdout;
    assert_eq!(all.matches("Yth. Kepala/Pimpinan").count(), all.matches("Menyanggupi,").count(), "{all}");
    assert!(!all.contains("Inspektorat"), "nothing of it is open: {all}");
    let one = form(&["--unit", "bagian baru"]).stdout;
    assert!(one.contains("Pimpinan Bagian Baru") && one.contains("28 Februari 2019"), "{one}");
    assert_eq!(one.matches("Yth. Kepala/Pimpinan").count(), 1, "{one}");
    let said = place.spbe(&["form", "follow-up", "--unit", "Inspektorat", "-o", "a.md"]).code(2).stderr;
    assert!(said.contains("no open recommendation is for a unit `Inspektorat`"), "{said}");
    place.write("team.toml", "");
    place.spbe(&["recommend", "set", "2", "--unit", ""]).code(0);
    let said = place.spbe(&["form", "follow-up"]).code(0).stderr;
    assert!(said.contains("no unit is to do what is recommended for indicator 2"), "{said}");
    place.write("recommendations.csv", "indicator,to_level,action,unit,due,priority,source,state\n");
    let said = place.spbe(&["form", "follow-up", "-o", "a.md"]).code(2).stderr;
    assert!(said.contains("no open recommendation is for a unit to do"), "{said}");
    assert!(!place.path().join("a.md").exists(), "an empty letter is not written");
}

#[test]
fn each_unit_has_a_page_of_follow_up_in_the_report_that_asks_for_it() {
    let place = Place::example("pemalang-2018");
    let report =
        |more: &[&str]| place.spbe(&[&["report", "--format", "md", "--lang", "id"], more].concat()).code(0).stdout;
    let text = report(&["--sections", "tindak-lanjut"]);
    let units: BTreeSet<String> = place.read("recommendations.csv").lines().skip(1).filter_map(unit_of).collect();
    for unit in &units {
        assert!(text.contains(&format!("Tindakan {unit}")), "{unit}: {text}");
    }
    assert_eq!(text.matches("Menyanggupi,").count(), units.len(), "{text}");
    assert!(!report(&[]).contains("Menyanggupi,"));
}

/// Returns the unit of a recommendation: the fifth cell from the end.
fn unit_of(line: &str) -> Option<String> {
    line.rsplit(',').nth(4).map(str::to_owned)
}

/// Words of files and programs, which say nothing to those who get a form.
const TECHNICAL: [&str; 13] = [
    "digest",
    "hash",
    "baris",
    "row",
    "rows",
    "csv",
    "toml",
    "sha-256",
    "sha256",
    "commit",
    "json",
    "workspace",
    "spbe --",
];

#[test]
fn no_form_speaks_of_files_and_programs() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "5", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["external", "set", "1", "--level", "1", "--note", "Belum ada bukti koordinasi"]).code(0);
    for (kind, language) in FORMS.into_iter().flat_map(|kind| [(kind, "id"), (kind, "en")]) {
        let day = ["--date", "2018-07-16", "--lang", language];
        let text = place.spbe(&[&["form", kind], &day[..]].concat()).code(0).stdout.to_lowercase();
        let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
        for word in TECHNICAL {
            let is_said = if word.contains(' ') { text.contains(word) } else { words.contains(word) };
            assert!(!is_said, "{kind} in {language} says {word:?}: {text}");
        }
        for command in ["validate", "report", "status", "agree", "score", "form", "unit", "recommend"] {
            assert!(!text.contains(&format!("spbe {command}")), "{kind} in {language} names a command: {text}");
        }
    }
}

#[test]
fn every_letter_has_the_heads_of_an_office() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "5", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["external", "set", "1", "--level", "1", "--note", "Belum ada bukti koordinasi"]).code(0);
    let id = ["| Nomor | ........", "| Sifat | ", "| Lampiran | ", "| Hal | ", "Tembusan:"];
    let en = ["| Number | ........", "| Classification | ", "| Attachments | ", "| Subject | ", "Copies:"];
    for kind in ["request", "reminder", "memo", "follow-up", "objection"] {
        for (language, heads) in [("id", id), ("en", en)] {
            let arguments = ["form", kind, "--date", "2018-07-16", "--lang", language];
            let text = place.spbe(&arguments).code(0).stdout;
            for head in heads {
                assert!(text.contains(head), "{kind} in {language} lacks {head:?}: {text}");
            }
            let to = if language == "id" {
                ["Yth. Kepala", "Yth. Tim Asesor", "| Yth. |"]
            } else {
                ["To the head of", "To the external assessors", "| To |"]
            };
            assert!(to.iter().any(|to| text.contains(to)), "{kind} in {language} is to nobody: {text}");
        }
    }
}
