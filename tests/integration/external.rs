//! The ministry's result: taken in from what it publishes, written by hand, and put beside the agency's own.

use serde_json::Value;

use crate::harness::{Place, repository};

/// Reads data of the tests.
fn data(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("tests/cases").join(name)).expect("a file")
}

fn case(name: &str) -> Value {
    serde_json::from_slice(&data(name)).expect("a case is JSON")
}

/// A workspace of a case, in the folder `w`, without any level.
fn of_case(case: &Value) -> Place {
    let place = Place::empty();
    let (year, agency) = (case["year"].to_string(), case["agency"].as_str().expect("a name"));
    place.spbe(&["init", "w", "--agency", agency, "--kind", "city", "--year", &year]).code(0);
    place
}

/// The ministry's levels of a workspace by row.
fn levels(place: &Place) -> Vec<(String, String)> {
    let text = place.read("w/scores/external.csv");
    let record = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0].to_owned(), cells[2].to_owned())
    };
    text.lines().skip(1).map(record).collect()
}

/// Breaks a name into lines that fit a narrow column.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split(' ') {
        if lines.last().is_some_and(|line| !line.is_empty() && line.len() + word.len() >= 38) {
            lines.push(String::new());
        }
        let line = lines.last_mut().expect("a line");
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    }
    lines
}

/// The table of a published result as `pdftotext -layout` gives it: the number and the level stand beside the middle of a name,
/// and a page ends after some rows, wherever that is.
fn copied(place: &Place, case: &Value) -> String {
    let shown = place.spbe(&["-C", "w", "instrument", "show", "--format", "json", "--lang", "id"]).code(0).json();
    let names: Vec<(String, String)> = shown["indicators"]
        .as_array()
        .expect("indicators")
        .iter()
        .map(|one| {
            (one["id"].as_str().expect("an id").to_owned(), one["name"]["id"].as_str().expect("a name").to_owned())
        })
        .collect();
    let mut lines =
        vec!["HASIL EVALUASI SPBE".to_owned(), "  No     Nama Indikator                             Nilai".to_owned()];
    let levels = case["levels"].as_object().expect("levels");
    for number in 1..=levels.len() {
        let name = names.get(number - 1).unwrap_or(&names[names.len() - 1]).1.clone();
        let broken = wrapped(&format!("Tingkat Kematangan {}", name.trim_start_matches("Tingkat Kematangan ")));
        let middle = broken.len() / 2;
        for (at, part) in broken.iter().enumerate() {
            lines.push(match at == middle {
                true => format!("  {number:<4}   {part:<40}   {}", levels[&number.to_string()]),
                false => format!("         {part}"),
            });
            if lines.len() % 40 == 0 {
                lines.extend([
                    "  Laporan Hasil Evaluasi 7".to_owned(),
                    "\u{c}  No     Nama Indikator    Nilai".to_owned(),
                ]);
            }
        }
        if number % 10 == 0 {
            lines.push("  Aspek 3 - Teknologi Informasi dan Komunikasi      2,50".to_owned());
        }
    }
    lines.push("  INDEKS SPBE                                         2,98".to_owned());
    lines.join("\n") + "\n"
}

#[test]
fn a_copied_table_gives_the_index_that_the_ministry_published() {
    for name in ["bandar-lampung-2024.json", "denpasar-2018.json"] {
        let case = case(name);
        let place = of_case(&case);
        place.write("lhe.txt", copied(&place, &case));
        let ran = place.spbe(&["-C", "w", "external", "import", "../lhe.txt"]).code(0);
        assert!(!ran.stderr.contains("is not known"), "every name was put together: {}", ran.stderr);
        let report = place.spbe(&["-C", "w", "report", "--format", "json"]).code(0).json();
        let published = &case["published"];
        assert_eq!(
            report["external"]["shown"],
            format!("{:.2}", published["index"].as_f64().expect("a number")),
            "{name}"
        );
        let listed = place.spbe(&["-C", "w", "external", "--format", "json"]).code(0).json();
        let aspects = published["aspects"].as_object().expect("aspects").len();
        assert_eq!(listed["aspects"].as_array().map(Vec::len), Some(aspects));
        assert_eq!(listed["index"]["external"], report["external"]);
    }
}

#[test]
fn of_an_annex_with_two_columns_the_ministry_s_is_taken() {
    let place = of_case(&case("bandar-lampung-2024.json"));
    place.write("lampiran.xlsx", data("sheets/lampiran-lhe.xlsx"));
    let dry = place.spbe(&["-C", "w", "external", "import", "../lampiran.xlsx", "--dry-run"]).code(0);
    assert!(dry.stdout.contains("+ 1,result,1,\n"), "{}", dry.stdout);
    assert!(!place.path().join("w/scores/external.csv").exists());
    let ran = place.spbe(&["-C", "w", "external", "import", "../lampiran.xlsx"]).code(0);
    assert!(ran.stderr.contains("Taken in: 47 levels of the ministry (result), 47 of them new."), "{}", ran.stderr);
    let levels = levels(&place);
    assert_eq!(levels.len(), 47);
    // The agency gave 2, 5 and 3.
    for (row, level) in [("1", "1"), ("5", "4"), ("13", "2")] {
        assert!(levels.contains(&(row.to_owned(), level.to_owned())), "{row}");
    }
    place.spbe(&["-C", "w", "undo"]).code(0);
    assert!(!place.path().join("w/scores/external.csv").exists());
}

#[test]
fn a_number_beside_the_name_of_another_indicator_refuses_the_whole() {
    let place = of_case(&case("bandar-lampung-2024.json"));
    let table = |names: [&str; 3]| {
        let [first, second, third] = names;
        format!(
            "No,Nama Indikator,Nilai Mandiri,Nilai Akhir\n\n3,{first},4,3\n9,{second},4,2\n10,{third},4,1\n,Rapat,,3\n"
        )
    };
    let (data, audit) = ("Kebijakan Internal Manajemen Data", "Kebijakan Internal Audit TIK");
    place.write("tabel.csv", table([audit, data, "Jumlah Pegawai"]));
    let before = place.snapshot();
    let ran = place.spbe(&["-C", "w", "external", "import", "../tabel.csv"]).code(2);
    for said in [
        "`CSV!A3`: number 3, but the name is that of indicator 9",
        "`CSV!A4`: number 9, but the name is that of indicator 3",
    ] {
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
    assert_eq!(place.snapshot(), before);
    place.write("tabel.csv", table([data, audit, "Jumlah Pegawai"]));
    let ran = place.spbe(&["-C", "w", "external", "import", "../tabel.csv", "--stage", "interviu"]).code(2);
    assert!(ran.stderr.contains("`interviu`"), "{}", ran.stderr);
    let ran = place.spbe(&["-C", "w", "external", "import", "../tabel.csv", "--stage", "wawancara"]).code(0);
    for said in [
        "indicator 10: the name `Jumlah Pegawai` is not known",
        "`CSV!D6`: `Rapat` is no indicator",
        "Not in the table",
    ] {
        assert!(ran.stderr.contains(said), "{said}: {}", ran.stderr);
    }
    assert_eq!(
        place.read("w/scores/external.csv"),
        "indicator,stage,level,note\n3,interview,3,\n9,interview,2,\n10,interview,1,\n"
    );
}

#[test]
fn a_work_sheet_of_an_evaluator_is_not_the_ministry_s_result() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["export", "--all"]).code(0);
    let ran = place.spbe(&["external", "import", "lembar/hukum/isian-hukum.xlsx"]).code(2);
    assert!(ran.stderr.contains("use `spbe import`"), "{}", ran.stderr);
    assert!(place.spbe(&["external", "import", "none.csv"]).code(2).stderr.contains("does not exist"));
}

#[test]
fn what_is_set_by_hand_keeps_what_is_not_named_and_names_what_it_replaces() {
    let place = Place::example("pemalang-2018");
    let set = |arguments: &[&str]| place.spbe(&[&["external", "set"], arguments].concat());
    set(&["45", "--level", "2"]).code(2);
    assert!(set(&["5", "--level", "9"]).code(2).stderr.contains("there is no level `9`"));
    assert!(set(&["5", "--note", "Belum"]).code(2).stderr.contains("no level of the ministry yet for indicator 5"));
    set(&["5", "--level", "2", "--note", "Belum; sebagian", "--stage", "visitasi"]).code(0);
    set(&["5", "--level", "3"]).code(0);
    let ran = set(&["5", "--level", "1", "--lang", "id"]).code(0);
    assert_eq!(ran.stderr, "Level kementerian untuk indikator 5 (hasil): 1. Sebelumnya 5: 3.\n");
    let ran = set(&["5", "--level", "2", "--stage", "visit"]).code(0);
    assert!(ran.stderr.contains("there is a later stage") && ran.stderr.contains("Kept: note."), "{}", ran.stderr);
    let text = place.read("scores/external.csv");
    assert_eq!(text, "indicator,stage,level,note\n5,visit,2,Belum; sebagian\n5,result,1,\n");
    let listed = place.spbe(&["external", "--format", "csv"]).code(0).stdout;
    assert!(listed.contains("\n5,2,1,result,1,\n"), "{listed}");
    set(&["5", "--clear"]).code(0);
    let listed = place.spbe(&["external", "list", "--format", "csv"]).code(0).stdout;
    assert!(listed.contains("\n5,2,2,visit,0,Belum; sebagian\n"), "{listed}");
    let none = set(&["5", "--clear"]).code(0);
    assert!(none.stderr.contains("There are: `--stage visit`."), "{}", none.stderr);
    place.spbe(&["fmt", "--check"]).code(0);
}

#[test]
fn a_result_without_levels_stands_beside_the_index_and_is_checked() {
    let place = Place::example("pemalang-2018");
    let json = |year: u32, values: &str| {
        format!(
            "[{{\"kode\":\"33.27\",\"tahun\":\"{year}\",\"nama_instansi\":\"Pemerintah Kabupaten Pemalang\",\"nilai\":{{{values}}}}}]"
        )
    };
    let values = "\"D1801\":\"2.0588235294\",\"A1807\":\"2.5000000000\",\"indeks\":\"2.6400000000\"";
    place.write("hasil.json", json(2017, values));
    assert!(place.spbe(&["external", "import", "hasil.json"]).code(2).stderr.contains("this result is of 2017"));
    place.write("hasil.json", json(2018, &values.replace("A1807", "A1808")));
    let ran = place.spbe(&["external", "import", "hasil.json"]).code(2);
    assert!(
        ran.stderr.contains("aspect:8: 2.5") && !place.path().join("external-nodes.csv").exists(),
        "{}",
        ran.stderr
    );
    place.write("hasil.json", json(2018, values));
    place.spbe(&["external", "import", "hasil.json"]).code(0);
    assert_eq!(
        place.read("external-nodes.csv"),
        "node,value,note\nindex,2.64,\ndomain:1,2.0588235294,\naspect:7,2.5,\n"
    );
    let report = place.spbe(&["report", "--format", "json"]).code(0).json();
    assert_eq!((&report["external"]["shown"], &report["external"]["predicate"]), (&"2.64".into(), &"Baik".into()));
    let page = place.spbe(&["report", "--sections", "external", "--format", "md"]).code(0).stdout;
    assert!(page.contains("2.64 (Baik)") && page.contains("| **Domain 1. ") && !page.contains("The largest"), "{page}");
    place.spbe(&["validate"]).code(0);
    place.edit("external-nodes.csv", "domain:1,", "domain:4,");
    let found = place.spbe(&["validate", "--format", "short"]).code(1).stdout;
    assert!(
        found.contains("external-nodes.csv:3:1: error[published-value]: the instrument has no `domain:4`"),
        "{found}"
    );
}

#[test]
fn the_report_says_both_indices_and_where_they_differ_most() {
    let case = case("denpasar-2018.json");
    let place = of_case(&case);
    place.write("lhe.txt", copied(&place, &case));
    place.spbe(&["-C", "w", "external", "import", "../lhe.txt"]).code(0);
    let external = place.read("w/scores/external.csv");
    let mut finals = String::from("indicator,level,date,decided_by,reason\n");
    for line in external.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let level = if cells[0] == "18" { "5" } else { cells[2] };
        finals += &format!("{},{level},,,\n", cells[0]);
    }
    place.write("w/scores/final.csv", finals);
    let page = place.spbe(&["-C", "w", "report", "--sections", "external", "--format", "md"]).code(0).stdout;
    assert!(page.contains("2.64 (Baik) by the external evaluation: self-assessment is"), "{page}");
    assert!(page.contains("The largest differences, self against external: 18 SPBE steering team (+4)."), "{page}");
}
