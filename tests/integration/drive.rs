//! A shared drive instead of git: sheets that come back as ZIP, conflict copies, files that are not here yet.

use std::fs;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::Place;

/// Packs files into an archive.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("begun");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// An evaluation whose sheets were handed out; law has not scored 13, and its document is not in the index.
fn handed_out() -> (Place, Vec<u8>) {
    let place = Place::example("pemalang-2018");
    let document = fs::read(place.path().join("evidence/perbup-6-2018-5b3f80.pdf")).expect("a document");
    place.spbe(&["export", "--all", "--lang", "id"]).code(0);
    fs::remove_file(place.path().join("evidence/perbup-6-2018-5b3f80.pdf")).expect("removed");
    for table in ["evidence.csv", "evidence-links.csv"] {
        let text = place.read(table);
        let others = text.lines().filter(|line| !line.contains("perbup-6-2018-5b3f80"));
        place.write(table, others.map(|line| format!("{line}\n")).collect::<String>());
    }
    (place, document)
}

#[test]
fn a_folder_comes_back_as_a_zip_with_its_documents() {
    let (place, document) = handed_out();
    let sheet = fs::read(place.path().join("lembar/hukum/isian-hukum.xlsx")).expect("a sheet");
    let other = fs::read(place.path().join("lembar/arsip/isian-arsip.xlsx")).expect("a sheet");
    let files: [(&str, &[u8]); 5] = [
        ("hukum/isian-hukum.xlsx", &sheet),
        ("hukum/13/BACA.txt", b"x"),
        ("hukum/13/perbup-6-2018.pdf", &document),
        ("__MACOSX/hukum/._isian-hukum.xlsx", b"noise"),
        ("arsip/isian-arsip.xlsx", &other),
    ];
    place.write("masuk/dari WA.zip", packed(&files));
    let sheets = place.spbe(&["status", "--format", "json"]).code(0).json()["sheets"].clone();
    assert!(!sheets.to_string().contains("dari WA"), "the sheets hold nothing new: {sheets}");
    let ran = place.spbe(&["import", "masuk"]).code(0);
    for name in ["masuk/dari WA.zip/hukum/isian-hukum.xlsx", "masuk/dari WA.zip/arsip/isian-arsip.xlsx"] {
        assert!(ran.stdout.contains(name), "{}", ran.stdout);
    }
    assert!(ran.stderr.contains("1 documents"), "{}", ran.stderr);
    let stored = fs::read(place.path().join("evidence/perbup-6-2018-5b3f80.pdf")).expect("stored");
    assert_eq!(stored, document);
    assert!(place.read("evidence-links.csv").contains("13,perbup-6-2018-5b3f80,3"));
    assert!(place.read("received.csv").contains(",hukum,isian-hukum.xlsx,"), "{}", place.read("received.csv"));
    let again = place.spbe(&["import", "masuk/dari WA.zip"]).code(0);
    assert!(again.stderr.contains("nothing to write") || again.stderr.contains("0 documents"), "{}", again.stderr);
}

#[test]
fn an_archive_that_reaches_out_is_left_out_and_the_others_go_in() {
    let (place, _) = handed_out();
    let sheet = fs::read(place.path().join("lembar/hukum/isian-hukum.xlsx")).expect("a sheet");
    let outside = place.path().parent().expect("a folder").join("keluar.xlsx");
    for (name, bytes, why) in [
        ("a.zip", packed(&[("isian-hukum.xlsx", &sheet), ("../keluar.xlsx", &sheet)]), "is not safe"),
        ("b.zip", packed(&[("C:\\keluar.xlsx", &sheet)]), "is not safe"),
        ("c.zip", packed(&[("1/bom.pdf", &vec![0; 80 * 1024 * 1024])]), "too large"),
        ("d.zip", b"PK\x03\x04".to_vec(), "no whole ZIP"),
    ] {
        place.write(&format!("masuk/{name}"), bytes);
        place.write("masuk/isian-hukum.xlsx", &sheet);
        let before = place.snapshot();
        let ran = place.spbe(&["import", "masuk"]).code(2);
        assert!(ran.stdout.contains(&format!("masuk/{name}")) && ran.stdout.contains(why), "{name}: {}", ran.stdout);
        assert!(ran.stderr.contains("the other 1 are in"), "{name}: {}", ran.stderr);
        assert_eq!(place.snapshot(), before, "{name}");
        assert!(!outside.exists(), "{name} left its folder");
        fs::remove_file(place.path().join("masuk").join(name)).expect("removed");
    }
    place.write("masuk/kosong.zip", packed(&[("catatan.txt", b"x")]));
    fs::remove_file(place.path().join("masuk/isian-hukum.xlsx")).expect("removed");
    let ran = place.spbe(&["import", "masuk/kosong.zip"]).code(2);
    assert!(ran.stderr.contains("there is no work sheet in `masuk/kosong.zip`"), "{}", ran.stderr);
}

#[test]
fn a_conflict_copy_gives_the_rows_that_the_real_file_lacks() {
    let place = Place::example("pemalang-2018");
    let links = place.read("evidence-links.csv");
    let lacking: String =
        links.lines().filter(|line| !line.starts_with("5,")).map(|line| format!("{line}\n")).collect();
    place.write("evidence-links.csv", &lacking);
    place.write("evidence-links-LAPTOP-4F2A.csv", links.replace("\n1,", "\n 1,"));
    let found = place.spbe(&["validate", "--stage", "submission", "--format", "short"]).stdout;
    assert!(found.contains("evidence-links-LAPTOP-4F2A.csv: error[conflict-copy]"), "{found}");
    assert!(found.contains("spbe import --copy evidence-links-LAPTOP-4F2A.csv") || found.contains("is a copy of"));
    let copy = ["import", "--copy", "evidence-links-LAPTOP-4F2A.csv"];
    let before = place.snapshot();
    place.spbe(&[&copy[..], &["--dry-run"]].concat()).code(0);
    assert_eq!(place.snapshot(), before, "a dry run writes nothing");
    let ran = place.spbe(&copy).code(0);
    assert!(ran.stdout.starts_with("+ 5, ") && ran.stderr.contains("can be deleted"), "{}{}", ran.stdout, ran.stderr);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&place.read("evidence-links.csv")), sorted(&links));
    let again = place.spbe(&copy).code(0);
    assert!(again.stderr.contains("lacks no row"), "{}", again.stderr);
    place.spbe(&["undo"]).code(0);
    assert_eq!(place.read("evidence-links.csv"), lacking, "it can be taken back");
}

#[test]
fn what_differs_in_a_conflict_copy_is_shown_and_stays() {
    let place = Place::example("pemalang-2018");
    let scores = place.read("scores/hukum.csv");
    place.write("scores/hukum (konflik 2018-07-13).csv", scores.replace("\n5,2,", "\n5,4,"));
    let ran = place.spbe(&["import", "--copy", "scores/hukum (konflik 2018-07-13).csv"]).code(2);
    assert!(ran.stdout.contains("≠ 5\n    level: `2` in scores/hukum.csv, `4` in the copy"), "{}", ran.stdout);
    assert!(ran.stderr.contains("1 rows differ"), "{}", ran.stderr);
    assert_eq!(place.read("scores/hukum.csv"), scores);
    place.write("team (1).toml", place.read("team.toml") + "\n[[member]]\nid = \"baru\"\n");
    let ran = place.spbe(&["import", "--copy", "team (1).toml"]).code(2);
    assert!(
        ran.stdout.contains("+ id = \"baru\"") && ran.stderr.contains("is no table"),
        "{}{}",
        ran.stdout,
        ran.stderr
    );
    for (file, says) in [("catatan.csv", "is no copy of a file"), ("lain (1).csv", "there is no `lain.csv`")] {
        place.write(file, "a\n");
        let said = place.spbe(&["import", "--copy", file]).code(2).stderr;
        assert!(said.contains(says), "{file}: {said}");
    }
    place.spbe(&["import", "--copy", "team (1).toml", "lembar"]).code(2);
}

#[test]
fn a_document_that_the_drive_has_not_brought_is_not_called_missing() {
    let place = Place::example("pemalang-2018");
    let file = place.path().join("evidence/perbup-6-2018-5b3f80.pdf");
    fs::remove_file(&file).expect("removed");
    place.write("evidence/.perbup-6-2018-5b3f80.pdf.icloud", "bplist00");
    let check = |stage: &str| place.spbe(&["validate", "--stage", stage, "--format", "short"]);
    let found = check("planning").code(0).stdout;
    assert!(found.contains("warning[evidence-not-here]") && !found.contains("evidence-missing"), "{found}");
    assert!(check("submission").code(1).stdout.contains("error[evidence-not-here]"));
    fs::rename(
        place.path().join("evidence/.perbup-6-2018-5b3f80.pdf.icloud"),
        place.path().join("evidence/perbup-6-2018-5b3f80.pdf.nextcloud"),
    )
    .expect("renamed");
    let found = check("planning").code(0).stdout;
    assert!(found.contains("evidence-not-here") && !found.contains("evidence-not-indexed"), "{found}");
}

#[test]
fn a_workspace_in_a_synced_folder_is_told_what_that_means() {
    let place = Place::example("pemalang-2018");
    let folder = "OneDrive - Pemkab Contoh/spbe-2019";
    let arguments = ["init", folder, "--agency", "Pemkab Contoh", "--kind", "regency", "--year", "2019", "-C"];
    let outside = tempfile::tempdir().expect("a folder");
    let at = outside.path().to_str().expect("a path");
    let said = place.spbe(&[&arguments[..], &[at]].concat()).code(0).stderr;
    assert!(said.contains("lies in a folder of OneDrive") && !said.contains("`.git`"), "{said}");
    fs::create_dir(outside.path().join(folder).join(".git")).expect("a folder of git");
    let at = outside.path().join(folder);
    let said = place.spbe(&["status", "--lang", "en", "-C", at.to_str().expect("a path")]).code(0).stderr;
    assert!(said.contains("OneDrive keeps `.git` alike too"), "{said}");
    assert!(!place.spbe(&["status"]).code(0).stderr.contains("computers"), "an ordinary folder is not spoken of");
}
