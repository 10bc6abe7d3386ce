//! Scoring in a terminal: in the editor, the next open row, and many at once.

use std::fs;

use crate::harness::{Place, Ran};

/// Opens a score in an editor that is a command.
#[cfg(unix)]
fn edited(place: &Place, what: &[&str], editor: &str) -> Ran {
    let arguments = [&["score"], what, &["--by", "hukum", "--lang", "id"]].concat();
    place.spbe_with(&arguments, &[("EDITOR", editor), ("PATH", "/usr/bin:/bin")])
}

#[cfg(unix)]
#[test]
fn a_score_is_written_in_the_editor_and_what_was_not_touched_stays() {
    let place = Place::example("pemalang-2018");
    let before = place.read("scores/hukum.csv");
    let said = edited(&place, &["13", "--edit"], "true").code(0).stderr;
    assert!(said.contains("Tidak ada yang diubah."), "{said}");
    assert_eq!(place.read("scores/hukum.csv"), before);
    edited(&place, &["13", "--edit"], "cp \"$1\" seen.txt; true").code(0);
    let draft = place.read("seen.txt");
    for words in [
        "# 13. Kebijakan Internal Layanan Pengadaan\n",
        "# > 3: Kebijakan mengatur",
        "itu bagian asesor luar",
        "\n== Fakta ==\n",
        "\n[x] perbup-6-2018-5b3f80  Peraturan",
        "\n[ ] sk-tim-pengarah-spbe-51d8fe  ",
    ] {
        assert!(draft.contains(words), "{words} in {draft}");
    }
    let fill = "sed -i -e 's/^3$/2/' -e 's/^\\[ \\] sk-tim/[x] sk-tim/' -e '/^== Analisis/a Hanya sebagian.'";
    let said = edited(&place, &["13", "--edit"], fill).code(0).stderr;
    assert!(said.contains("hukum menilai indikator 13: level 2."), "{said}");
    let after = place.read("scores/hukum.csv");
    let changed: Vec<&str> = after.lines().filter(|line| !before.lines().any(|other| other == *line)).collect();
    assert!(changed[0].starts_with("13,2,document,2018-07-01,perbup-6-2018-5b3f80 sk-tim-pengarah-spbe-51d8fe,"));
    assert!(after.contains("Fakta: ") && after.contains("\nAnalisis: Hanya sebagian."), "{after}");
    let wrong = edited(&place, &["13", "--edit"], "sed -i 's/^\\[x\\] perbup.*/[x] tidak-ada/'").code(2).stderr;
    assert!(wrong.contains("baris data dukung tidak terbaca: `[x] tidak-ada`"), "{wrong}");
    let kept = wrong.lines().find_map(|line| line.split_once("masih ada di ")).expect("the draft is kept").1;
    fs::remove_file(kept).expect("removed");
    assert_eq!(place.read("scores/hukum.csv"), after, "nothing is written");
}

#[cfg(unix)]
#[test]
fn the_next_open_row_is_the_one_that_is_due_first() {
    let place = Place::example("pemalang-2018");
    let next = |more: &[&str]| edited(&place, &[&["--next", "--date", "2018-07-10"], more].concat(), "true");
    assert!(next(&[]).code(0).stderr.contains("Semua indikator hukum sudah selesai."));
    for row in ["16", "5"] {
        place.spbe(&["score", row, "--clear", "--by", "hukum"]).code(0);
    }
    let said = next(&["--level", "1", "--evidence", "perbup-12-2018-2929b2", "--explanation", "Fakta: Ada."]);
    assert!(said.code(0).stderr.contains("hukum menilai indikator 5: level 1."));
    let fill = "sed -i -e '/^== Level/a 0' -e '/^== Fakta/a Belum ada.'";
    let said = edited(&place, &["--next", "--date", "2018-07-10"], fill).code(0).stderr;
    assert!(said.contains("hukum menilai indikator 16: level 0."), "{said}");
    let said = place.spbe(&["score", "--next", "--by", "hukum", "--date", "2018-07-10"]).code(0).stderr;
    assert!(said.contains("All indicators of hukum are done."), "{said}");
}

#[test]
fn who_works_here_is_told_by_git_once() {
    let place = Place::example("pemalang-2018");
    for arguments in [&["init", "-q"][..], &["config", "spbe.member", "hukum"]] {
        let done = std::process::Command::new("git").current_dir(place.path()).args(arguments).output().expect("git");
        assert!(done.status.success());
    }
    let score = ["score", "13", "--level", "2"];
    let path = [("PATH", "/usr/local/bin:/usr/bin:/bin")];
    assert!(
        place.spbe_with(&score, &path).code(0).stderr.contains("hukum menilai")
            || place.read("scores/hukum.csv").contains("\n13,2,")
    );
    let other = [path[0], ("SPBE_MEMBER", "arsip")];
    place.spbe_with(&["score", "8", "--level", "2"], &other).code(0);
    assert!(place.read("scores/arsip.csv").contains("\n8,2,") || place.read("scores/arsip.csv").contains("8,2,"));
}

#[test]
fn a_table_of_scores_goes_in_whole_or_not_at_all() {
    let place = Place::example("pemalang-2018");
    let whole = Place::example("pemalang-2018");
    let mut table = "Indikator;Level;Metode;Data dukung;Penjelasan;Anggota\r\n".to_owned();
    for member in ["hukum", "arsip"] {
        let text = whole.read(&format!("scores/{member}.csv"));
        for record in csv::Reader::from_reader(text.as_bytes()).records() {
            let record = record.expect("a record");
            let cell = |at: usize| format!("\"{}\"", record[at].replace('"', "\"\""));
            table += &format!("{};{};{};{};{};{member}\r\n", &record[0], &record[1], cell(2), cell(4), cell(5));
        }
        fs::remove_file(place.path().join(format!("scores/{member}.csv"))).expect("removed");
    }
    place.write("nilai.csv", table.replace("\r\n13;3;", "\r\n13;9;").replace(";\"document\";", ";\"dokumen\";"));
    let before = place.snapshot();
    let said = place.spbe(&["score", "--from", "nilai.csv"]).code(2).stderr;
    assert!(said.contains("1 rows of `nilai.csv` can't be used") && said.contains("there is no level `9`"), "{said}");
    assert_eq!(place.snapshot(), before, "nothing is written");
    place.write("nilai.csv", &table);
    place.spbe(&["score", "--from", "nilai.csv", "--dry-run"]).code(0);
    assert!(!place.path().join("scores/hukum.csv").exists());
    let said = place.spbe(&["score", "--from", "nilai.csv"]).code(0).stderr;
    assert!(said.contains("scores of 2 members"), "{said}");
    let levels = |place: &Place| -> Vec<String> {
        let text = place.read("scores/hukum.csv");
        let mut records = csv::Reader::from_reader(text.as_bytes());
        records.records().map(|record| record.expect("a record").iter().take(2).collect::<Vec<_>>().join(",")).collect()
    };
    assert_eq!(levels(&place), levels(&whole));
    let index = |place: &Place| place.spbe(&["report", "--format", "json"]).code(0).json()["index"].clone();
    assert_eq!(index(&place), index(&whole));
    for (text, says) in [
        ("indikator,level\n5,2\n5,3\n", "stands twice"),
        ("level\n2\n", "it lacks the column `indicator`"),
        ("indikator,level\n1..3,2\n", "one row is for one indicator"),
        ("", "empty"),
    ] {
        place.write("salah.csv", text);
        let said = place.spbe(&["score", "--from", "salah.csv", "--by", "hukum"]).code(2).stderr;
        assert!(said.contains(says), "{says}: {said}");
    }
    for (arguments, says) in [
        (&["score", "--by", "hukum"][..], "no indicator is named"),
        (&["score", "5", "--by", "hukum"], "it is not said what the score is"),
        (&["score", "5", "--from", "nilai.csv"], "does not go with"),
    ] {
        let said = place.spbe(arguments).code(2).stderr;
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
}
