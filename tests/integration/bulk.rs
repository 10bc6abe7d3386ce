//! Many documents in one call: by their names, by a table; links taken off, lists narrowed and read by programs.

use std::fs;

use crate::harness::Place;

/// A finished evaluation with uploads as agencies name them.
fn uploads() -> Place {
    let place = Place::example("pemalang-2018");
    for (file, text) in [
        ("unggahan/Indikator12a-Perbup Kinerja.txt", "Peraturan Bupati tentang kinerja"),
        ("unggahan/12/tangkapan layar e-kinerja.txt", "Tangkapan layar aplikasi kinerja"),
        ("unggahan/35-1a Perizinan.txt", "Panduan layanan perizinan"),
        ("unggahan/I1-L2-02 SK Tim.txt", "Keputusan Bupati tentang tim pengarah"),
        ("unggahan/salinan/1_SK lagi.txt", "Keputusan Bupati tentang tim pengarah"),
        ("unggahan/notula rapat.txt", "Notula rapat pembahasan"),
        ("unggahan/12/dokumen.gdoc", "{\"url\": \"https://docs.example\"}"),
        ("unggahan/12/BACA.txt", "Simpan di folder ini"),
        ("unggahan/12/~$perbup.docx", "x"),
    ] {
        place.write(file, text);
    }
    place
}

#[test]
fn files_go_to_the_indicators_that_their_names_and_folders_say() {
    let place = uploads();
    let before = place.snapshot();
    let dry = place.spbe(&["evidence", "add", "unggahan", "--infer", "--dry-run"]).code(0);
    assert!(dry.stdout.contains("unggahan/35-1a Perizinan.txt"), "{}", dry.stdout);
    assert_eq!(place.snapshot(), before);
    let ran = place.spbe(&["evidence", "add", "unggahan", "--infer", "--unit", "Bagian Hukum Setda"]).code(0);
    assert!(ran.stderr.contains("5 files are 4 documents. 2 can't be told yet."), "{}{}", ran.stdout, ran.stderr);
    for left in ["unggahan/notula rapat.txt", "unggahan/12/dokumen.gdoc"] {
        assert!(ran.stdout.contains(&format!("  {left}\n")), "{}", ran.stdout);
    }
    let links = place.read("evidence-links.csv");
    for link in [
        "\n1,i1-l2-02-sk-tim-",
        "\n12,indikator12a-perbup-kinerja-",
        "\n12,tangkapan-layar-e-kinerja-",
        "\n35-1,35-1a-perizinan-",
    ] {
        assert!(links.contains(link), "{link}: {links}");
    }
    assert!(links.lines().any(|line| line.starts_with("1,i1-l2-02-sk-tim-") && line.ends_with(",2")), "{links}");
    assert!(!place.read("evidence.csv").contains("BACA"));
    assert!(place.spbe(&["validate", "--stage", "planning"]).code(0).stdout.find("error").is_none());
    let none = place.spbe(&["evidence", "add", "unggahan/notula rapat.txt", "--infer"]).code(2);
    assert!(none.stderr.contains("no file says which indicator it is for"), "{}", none.stderr);
}

#[test]
fn a_table_brings_documents_in_all_or_none() {
    let place = uploads();
    let row = |file: &str, rest: &str| format!("{file};{rest}\n");
    let head = "Berkas;Indikator;Level;Judul;Unit;Tanggal;Jenis\n";
    let good = row(
        "12/tangkapan layar e-kinerja.txt",
        "12, 30;2;Aplikasi e-Kinerja;Bagian Organisasi Setda;17/04/2018;tangkapan layar",
    ) + &row("https://jdih.example.go.id/perbup-12", "1;;JDIH;;;");
    let bad = row("tidak-ada.txt", "12;;;;;")
        + &row("notula rapat.txt", "99;;;;;")
        + &row("../spbe.toml", "1;;;;;")
        + &row("notula rapat.txt", "1;9;;;;");
    place.write("unggahan/daftar.csv", format!("{head}{good}{bad}"));
    let before = place.snapshot();
    let ran = place.spbe(&["evidence", "add", "--table", "unggahan/daftar.csv"]).code(2);
    for says in ["line 4: ", "line 5: ", "line 6: `../spbe.toml` lies outside", "line 7: there is no level `9`"] {
        assert!(ran.stderr.contains(says), "{says}: {}", ran.stderr);
    }
    assert_eq!(place.snapshot(), before);
    place.write("unggahan/daftar.csv", format!("{head}{good}"));
    let ran = place.spbe(&["evidence", "add", "--table", "unggahan/daftar.csv"]).code(0);
    assert!(ran.stderr.contains("2 files are 2 documents."), "{}", ran.stderr);
    let index = place.read("evidence.csv");
    assert!(index.contains(",screenshot,Aplikasi e-Kinerja,2018-04-17,Bagian Organisasi Setda,"), "{index}");
    assert!(index.contains(",link,JDIH,,,https://jdih.example.go.id/perbup-12,"), "{index}");
    let links = place.read("evidence-links.csv");
    assert!(
        links.contains("\n12,tangkapan-layar-e-kinerja-") && links.contains("\n30,tangkapan-layar-e-kinerja-"),
        "{links}"
    );
}

#[test]
fn a_whole_season_of_uploads_is_one_call() {
    let place = Place::example("pemalang-2018");
    let mut table = "file,indicator\n".to_owned();
    for number in 0..286 {
        // 185 documents: the others came before under another name.
        fs::create_dir_all(place.path().join("unggahan")).expect("a folder");
        place.write(&format!("unggahan/dokumen {number}.txt"), format!("Dokumen nomor {}", number % 185).repeat(20));
        table += &format!("dokumen {number}.txt,{}\n", number % 34 + 1);
    }
    place.write("unggahan/daftar.csv", table);
    let ran = place.spbe(&["evidence", "add", "--table", "unggahan/daftar.csv"]).code(0);
    assert!(ran.stderr.contains("286 files are 185 documents."), "{}", ran.stderr);
    let again = place.spbe(&["evidence", "add", "--table", "unggahan/daftar.csv"]).code(0);
    assert_eq!(place.read("evidence.csv").matches("dokumen-").count() / 2, 185, "{}", again.stderr);
}

#[test]
fn a_link_is_taken_off_and_a_shortcut_is_no_document() {
    let place = uploads();
    let id = "perbup-12-2018-2929b2";
    let ran = place.spbe(&["evidence", "unlink", id, "--for", "5"]).code(0);
    assert!(ran.stderr.contains("Scores that still cite it: 5 (hukum)."), "{}", ran.stderr);
    assert!(!place.read("evidence-links.csv").contains(&format!("\n5,{id}")));
    let before = place.snapshot();
    let ran = place.spbe(&["evidence", "unlink", id, "--for", "5"]).code(2);
    assert!(ran.stderr.contains("is not linked to indicator 5"), "{}", ran.stderr);
    for name in ["a.gdoc", "b.url", "c.lnk", "d.webloc"] {
        place.write(name, "[InternetShortcut]\nURL=https://example.go.id\n");
        for arguments in [&["evidence", "add", name, "--for", "1"][..], &["evidence", "replace", id, name]] {
            let ran = place.spbe(arguments).code(2);
            assert!(ran.stderr.contains("is a shortcut and no document"), "{}", ran.stderr);
        }
        fs::remove_file(place.path().join(name)).expect("removed");
    }
    assert_eq!(place.snapshot(), before);
}

#[test]
fn lists_are_narrowed_and_read_by_spreadsheets() {
    let place = Place::example("pemalang-2018");
    for list in [&["team", "list"][..], &["evidence", "list"], &["recommend", "list"], &["instrument", "list"]] {
        let text = place.spbe(&[list, &["--format", "csv"]].concat()).code(0).stdout;
        let mut records = csv::Reader::from_reader(text.as_bytes());
        let width = records.headers().expect("a header").len();
        let rows: Vec<_> = records.records().map(|record| record.expect("a record")).collect();
        assert!(width > 3 && rows.len() > 2, "{list:?}: {text}");
    }
    let ids = |arguments: &[&str]| {
        place.spbe(&[&["evidence", "list", "--format", "csv"], arguments].concat()).code(0).stdout.lines().count() - 1
    };
    let all = ids(&[]);
    assert!((1..all).contains(&ids(&["--kind", "wawancara"])));
    let unit =
        place.read("evidence.csv").lines().nth(1).expect("a record").split(',').nth(4).expect("a unit").to_uppercase();
    assert!((1..all).contains(&ids(&["--unit", &unit])), "{unit}");
    assert!(place.spbe(&["evidence", "list", "--missing"]).code(0).stdout.contains("All levels that were given"));
    place.spbe(&["score", "1", "--level", "4", "--by", "hukum"]).code(0);
    let missing = place.spbe(&["evidence", "list", "--missing", "--format", "json"]).code(0).json();
    assert_eq!(
        missing["missing"][0],
        serde_json::json!({"indicator": "1", "level": "4", "supported": "3"}),
        "{missing}"
    );
}
