//! The round trip of a work sheet: handed out, filled in by another program, and taken in cell by cell.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use rust_xlsxwriter::Workbook;

use crate::harness::Place;
use crate::tools;

/// A change to the sheet that is filled in: the row, the heading of the column, and what stands there now.
pub(crate) type Entry<'a> = (&'a str, &'a str, &'a str);

/// Returns a workbook as another program saves it, with cells of the sheet that is filled in changed; `hidden` keeps the hidden sheet.
pub(crate) fn refilled(bytes: &[u8], entries: &[Entry<'_>], hidden: bool) -> Vec<u8> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let mut saved = Workbook::new();
    for (name, visible) in sheets.into_iter().filter(|(_, visible)| hidden || *visible) {
        let range = book.worksheet_range(&name).expect("a sheet");
        let sheet = saved.add_worksheet().set_name(&name).expect("a name");
        sheet.set_hidden(!visible);
        let (top, left) = range.start().unwrap_or_default();
        let mut cells: BTreeMap<(u32, u32), Data> = range
            .used_cells()
            .map(|(row, column, data)| ((top + row as u32, left + column as u32), data.clone()))
            .collect();
        if ["Isian", "Jawaban", "Persetujuan", "Penilaian"].contains(&name.as_str()) {
            for (indicator, heading, text) in entries {
                let is = |data: &Data, text: &str| *data.to_string() == *text;
                let column = cells.iter().find(|((row, _), data)| *row < 5 && is(data, heading)).expect("a column").0.1;
                let row =
                    cells.iter().find(|((_, column), data)| *column == 0 && is(data, indicator)).expect("a row").0.0;
                cells.insert((row, column), Data::String((*text).to_owned()));
            }
        }
        for ((row, column), data) in cells {
            let column = u16::try_from(column).expect("a column");
            match data {
                Data::Float(number) => sheet.write_number(row, column, number),
                Data::Int(number) => sheet.write_number(row, column, number as f64),
                Data::DateTime(moment) => sheet.write_number(row, column, moment.as_f64()),
                other => sheet.write_string(row, column, other.to_string()),
            }
            .expect("written");
        }
    }
    saved.save_to_buffer().expect("saved")
}

/// Fills in the sheet of a member in `lembar/`.
fn fill_in(place: &Place, member: &str, entries: &[Entry<'_>]) {
    let file = format!("lembar/{member}/isian-{member}.xlsx");
    let bytes = fs::read(place.path().join(&file)).expect("a sheet");
    place.write(&file, refilled(&bytes, entries, true));
}

/// An evaluation whose sheets were handed out.
fn handed_out() -> Place {
    let place = Place::example("pemalang-2018");
    place.spbe(&["export", "--all", "--lang", "id"]).code(0);
    place
}

fn changed(place: &Place, file: &str) -> Vec<String> {
    let before = Place::example("pemalang-2018").read(file);
    place.read(file).lines().filter(|line| !before.lines().any(|other| other == *line)).map(str::to_owned).collect()
}

#[test]
fn what_comes_back_as_it_went_out_changes_nothing() {
    let place = handed_out();
    let before = place.snapshot();
    let ran = place.spbe(&["import", "lembar"]).code(0);
    assert!(ran.stderr.contains("There is nothing to write."), "{}", ran.stderr);
    assert_eq!(ran.stdout.matches("unchanged").count(), 12, "{}", ran.stdout);
    fill_in(&place, "hukum", &[]);
    place.spbe(&["import", "lembar"]).code(0);
    let evaluation = |files: Vec<(String, Vec<u8>)>| -> Vec<(String, Vec<u8>)> {
        files.into_iter().filter(|(name, _)| !name.starts_with("lembar/")).collect()
    };
    assert_eq!(evaluation(place.snapshot()), evaluation(before));
    assert!(place.read("lembar/hukum/1/BACA.txt").contains("Indikator 1: "));
    let mail = place.read("lembar/hukum/pesan.txt");
    assert!(mail.contains("Yth. Kepala Bagian Hukum") && !mail.contains("spbe") && !mail.contains("git"), "{mail}");
}

#[test]
fn status_says_whose_sheet_is_out_has_come_back_and_is_in() {
    let place = handed_out();
    let sheets =
        || place.spbe(&["status", "--format", "json", "--date", "2018-07-16"]).code(0).json()["sheets"].clone();
    let of = |sheets: &serde_json::Value, member: &str| {
        let all = sheets.as_array().expect("sheets").iter();
        let own: Vec<_> = all.filter(|sheet| sheet["member"] == member).cloned().collect();
        assert_eq!(own.len(), 1, "{member}: {sheets}");
        own[0].clone()
    };
    assert_eq!(of(&sheets(), "hukum")["state"], "sent");
    fill_in(&place, "hukum", &[("1", "Level", "4")]);
    fs::create_dir_all(place.path().join("masuk")).expect("a folder");
    place.write("masuk/dari WA.xlsx", fs::read(place.path().join("lembar/arsip/isian-arsip.xlsx")).expect("a sheet"));
    place.write("masuk/rusak.xlsx", "no workbook");
    let back = of(&sheets(), "hukum");
    assert_eq!((&back["state"], &back["file"]), (&"returned".into(), &"lembar/hukum/isian-hukum.xlsx".into()));
    assert_eq!(of(&sheets(), "arsip")["state"], "sent", "a sheet with nothing new has not come back");
    let screen = || place.spbe(&["status", "--lang", "en", "--date", "2018-07-16"]).code(0).stdout;
    let said = screen();
    assert!(said.contains("hukum: lembar/hukum/isian-hukum.xlsx") && said.contains("masuk/rusak.xlsx"), "{said}");
    assert!(said.contains("take in: `spbe import lembar masuk`"), "{said}");
    place.spbe(&["import", "lembar", "--date", "2018-07-14"]).code(0);
    let taken = of(&sheets(), "hukum");
    assert_eq!((&taken["state"], &taken["date"]), (&"in".into(), &"2018-07-14".into()));
    assert!(screen().contains("hukum (14 July 2018)"), "{}", screen());
}

#[test]
fn what_changed_in_the_sheet_alone_is_taken_and_what_changed_here_alone_stays() {
    let place = handed_out();
    let entries = [
        ("1", "Level", "2"),
        ("1", "Data dukung", "B1 B3"),
        ("5", "Metode", "dokumen, wawancara"),
        ("6", "Penjelasan", ""),
    ];
    fill_in(&place, "hukum", &entries);
    place.write("lembar/hukum/5/notula rapat.txt", "Notula rapat pembahasan pusat data, 2 Juli 2018");
    place.spbe(&["score", "7", "--level", "3", "--by", "hukum"]).code(0);
    let ran = place.spbe(&["import", "lembar/hukum", "--date", "2018-07-20"]).code(0);
    assert!(ran.stderr.contains("Taken in: 1 sheets, 2 scores, 1 documents."), "{}", ran.stderr);
    assert!(ran.stdout.contains("kept here: Isian!H"), "what was emptied is named: {}", ran.stdout);
    let scores = place.read("scores/hukum.csv");
    let row = |number: &str| scores.lines().find(|line| line.starts_with(number)).expect("a row").to_owned();
    assert!(row("1,").starts_with("1,2,document,2018-07-20,"), "{}", row("1,"));
    assert!(
        row("5,").starts_with("5,2,document+interview,2018-07-03,"),
        "only the method: the day stays: {}",
        row("5,")
    );
    assert!(row("5,").contains(" notula-rapat-"), "the document of its folder is cited: {}", row("5,"));
    assert!(row("7,").starts_with("7,3,"), "what was scored here meanwhile stays: {}", row("7,"));
    assert!(!row("6,").ends_with(','), "what was emptied in the sheet stays here: {}", row("6,"));
    let links = changed(&place, "evidence-links.csv");
    assert!(links.iter().any(|line| line.starts_with("5,notula-rapat-")), "{links:?}");
    assert!(
        links.iter().any(|line| line.starts_with("1,") && line.ends_with(",2")),
        "what is cited is linked: {links:?}"
    );
    assert!(place.read("received.csv").contains("2018-07-20,hukum,isian-hukum.xlsx,"));
    let told = place.spbe(&["validate", "--stage", "execution"]).code(0).stdout;
    assert!(told.contains("does not say `date`\n"), "the unit is the one that owns the indicator: {told}");
    let again = place.spbe(&["import", "lembar/hukum"]).code(0);
    assert!(again.stderr.contains("There is nothing to write."), "{}{}", again.stdout, again.stderr);
    place.spbe(&["import", "lembar/hukum", "--allow-clear"]).code(0);
    assert!(place.read("scores/hukum.csv").lines().any(|line| line.starts_with("6,") && line.ends_with(',')));
}

#[test]
fn what_changed_on_both_sides_is_shown_and_settled_by_a_word() {
    let place = handed_out();
    fill_in(&place, "hukum", &[("1", "Level", "2"), ("5", "Level", "3")]);
    fill_in(&place, "arsip", &[("8", "Level", "2")]);
    place.spbe(&["score", "1", "--level", "4", "--by", "hukum"]).code(0);
    let before = place.read("scores/hukum.csv");
    let ran = place.spbe(&["import", "lembar/hukum", "lembar/arsip"]).code(2);
    assert!(ran.stdout.contains("indicator 1, level (`Isian!D2`): in the sheet “2”, here “4”"), "{}", ran.stdout);
    assert!(ran.stderr.contains("1 sheets were left out; the other 1 are in"), "{}", ran.stderr);
    assert_eq!(place.read("scores/hukum.csv"), before, "a sheet is taken in whole or not at all");
    assert!(place.read("scores/arsip.csv").contains("\n8,2,"));
    place.spbe(&["import", "lembar/hukum", "--take", "workspace", "1"]).code(0);
    let scores = place.read("scores/hukum.csv");
    assert!(scores.contains("\n1,4,") && scores.contains("\n5,3,"), "{scores}");
    place.spbe(&["import", "lembar/hukum", "--take", "sheet"]).code(0);
    assert!(place.read("scores/hukum.csv").contains("\n1,2,"));
}

#[test]
fn a_cell_that_can_not_be_taken_is_named_and_its_sheet_left_out() {
    let place = handed_out();
    let before = place.read("scores/hukum.csv");
    for (entry, says) in [
        (("5", "Level", "7"), "`Isian!D4`: there is no level `7`; use 0 to 5"),
        (("5", "Metode", "telepon"), "`Isian!F4`: there is no method `telepon`"),
        (("5", "Data dukung", "B99"), "`Isian!G4`: there is no evidence `B99`"),
        (("5", "Indikator", "99"), "`Isian!A4`: this evaluation has no indicator 99"),
        (("5", "Indikator", "6"), "`Isian!A4`: number 6, but the name is that of indicator 5"),
    ] {
        place.spbe(&["export", "--all", "--lang", "id", "--force"]).code(0);
        fill_in(&place, "hukum", &[("1", "Level", "2"), entry]);
        let ran = place.spbe(&["import", "lembar/hukum"]).code(2);
        assert!(ran.stdout.contains(says), "{says}: {}", ran.stdout);
        assert_eq!(place.read("scores/hukum.csv"), before);
    }
    let refused = place.spbe(&["export", "--all"]).code(2);
    assert!(refused.stderr.contains("entries that are not in yet: isian-hukum.xlsx"), "{}", refused.stderr);
}

#[test]
fn a_sheet_without_its_hidden_sheet_or_of_another_evaluation_overwrites_nothing() {
    let place = handed_out();
    let file = place.path().join("lembar/hukum/isian-hukum.xlsx");
    let bytes = fs::read(&file).expect("a sheet");
    place.write("masuk/isian-hukum.xlsx", refilled(&bytes, &[("1", "Level", "2")], false));
    let ran = place.spbe(&["import", "masuk"]).code(2);
    assert!(ran.stdout.contains("indicator 1, level (`Isian!D2`): in the sheet “2”, here “3”"), "{}", ran.stdout);
    place.edit("spbe.toml", "\nyear = 2018", "\nyear = 2019");
    let ran = place.spbe(&["import", "lembar/hukum"]).code(2);
    assert!(ran.stdout.contains("this sheet is of 2018 (spbe-2018), not of 2019 (spbe-2018)"), "{}", ran.stdout);
}

#[test]
fn libreoffice_saves_a_sheet_that_comes_back_unharmed() {
    let place = handed_out();
    fill_in(&place, "kominfo", &[]);
    let folder = place.path().join("masuk");
    let out = folder.to_str().expect("a path");
    let sheet = place.path().join("lembar/hukum/isian-hukum.xlsx");
    let mut command = Command::new("soffice");
    command.args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out]).arg(sheet);
    let home = format!("-env:UserInstallation=file://{}/office", place.path().display());
    if tools::printed(command.arg(home)).is_none() {
        return;
    }
    let ran = place.spbe(&["import", "masuk"]).code(0);
    assert!(
        ran.stdout.contains("unchanged") && ran.stderr.contains("nothing to write"),
        "{}{}",
        ran.stdout,
        ran.stderr
    );
}

/// The levels of a score file by row.
fn levels(place: &Place, member: &str) -> BTreeMap<String, String> {
    let text = place.read(&format!("scores/{member}.csv"));
    let mut records = csv::Reader::from_reader(text.as_bytes());
    records
        .records()
        .map(|record| record.expect("a record"))
        .map(|record| (record[0].to_owned(), record[1].to_owned()))
        .collect()
}

#[test]
fn the_sheets_that_agencies_have_already_are_read_as_they_are() {
    let rows = |levels: &[&str]| -> Vec<Vec<String>> {
        levels
            .iter()
            .zip(1..)
            .map(|(level, number)| vec![number.to_string(), String::new(), (*level).to_owned()])
            .collect()
    };
    let cases: [(&str, &[&str], &str); 3] = [
        ("No;Nama Indikator;Nilai Penilaian Mandiri\n", &["2", "3"], ";"),
        ("KERTAS KERJA\n\nNomor,Indikator,Tingkat Kematangan\n(1),(2),(3)\n", &["0", "5"], ","),
        ("sep=;\nIndikator;Nama;Level\n", &["1", "4"], ";"),
    ];
    for (head, given, mark) in cases {
        let place = Place::example("pemalang-2018");
        place.spbe(&["team", "add", "tamu", "--name", "Tamu", "--unit", "Setda", "--role", "member"]).code(0);
        let lines: String = rows(given).iter().map(|cells| cells.join(mark) + "\n").collect();
        place.write("kertas.csv", format!("{head}{lines}{mark}Jumlah{mark}9\n"));
        place.spbe(&["import", "kertas.csv", "--by", "tamu"]).code(0);
        let expected: Vec<(String, String)> =
            given.iter().zip(1..).map(|(level, number)| (number.to_string(), (*level).to_owned())).collect();
        assert_eq!(levels(&place, "tamu").into_iter().collect::<Vec<_>>(), expected, "{head}");
    }
}

#[test]
fn numbers_whose_names_belong_to_others_are_refused() {
    let place = Place::example("pemalang-2018");
    let shown = place.spbe(&["instrument", "show", "spbe-2018", "--format", "json"]).code(0).json();
    let name = |at: usize| shown["indicators"][at]["name"]["id"].as_str().expect("a name").to_owned();
    let text = format!("No,Nama Indikator,Level\n13,\"{}\",2\n14,\"{}\",3\n", name(13), name(12));
    place.write("tukar.csv", text);
    let before = place.snapshot();
    let ran = place.spbe(&["import", "tukar.csv", "--by", "hukum"]).code(2);
    assert!(ran.stdout.contains("number 13, but the name is that of indicator 14"), "{}", ran.stdout);
    assert_eq!(place.snapshot(), before);
    place.write("peta.csv", "a,b,c\nx,4,0\n");
    place.spbe(&["import", "peta.csv", "--by", "arsip"]).code(2);
    let map = ["import", "peta.csv", "--by", "arsip", "--header", "1", "--map", "indicator=B,level=C"];
    place.spbe(&map).code(0);
    assert_eq!(levels(&place, "arsip")["4"], "0");
}

/// Packs files into an archive.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("begun");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn what_is_no_work_sheet_is_refused_with_a_reason() {
    let place = handed_out();
    let zeros = vec![b' '; 200 * 1024 * 1024];
    let cases: [(&str, Vec<u8>, &str); 4] = [
        ("teks.xlsx", b"indicator,level\n".to_vec(), "this is no XLSX workbook"),
        ("arsip.xlsx", archive(&[("a.txt", b"x")]), "this is no XLSX workbook"),
        ("bom.xlsx", archive(&[("xl/workbook.xml", &zeros)]), "unpacks to more than 128 MiB"),
        ("lama.xls", b"\xd0\xcf\x11\xe0".to_vec(), "save it as XLSX first"),
    ];
    for (name, bytes, says) in cases {
        place.write(name, bytes);
        let before = place.snapshot();
        let ran = place.spbe(&["import", name, "--by", "hukum"]).code(2);
        assert!(ran.stdout.contains(says), "{name}: {}{}", ran.stdout, ran.stderr);
        assert_eq!(place.snapshot(), before, "{name}");
    }
    assert!(!Path::new("/tmp/evil").exists());
}

#[test]
fn a_meeting_settles_what_differs_in_a_sheet() {
    let place = Place::example("pemalang-2018");
    let settled = place.read("scores/final.csv");
    let index = place.spbe(&["report", "--format", "json"]).code(0).json()["index"].clone();
    fs::remove_file(place.path().join("scores/final.csv")).expect("removed");
    let told = place.spbe(&["agree", "--format", "json"]).code(0).json();
    let rows: Vec<&str> =
        told["disputed"].as_array().expect("rows").iter().filter_map(|row| row["indicator"].as_str()).collect();
    assert_eq!(rows, ["19", "22"]);
    place.spbe(&["export", "--answers", "--lang", "id", "-o", "jawaban.xlsx"]).code(0);
    let bytes = fs::read(place.path().join("jawaban.xlsx")).expect("a sheet");
    let import = |by: &'static str| place.spbe(&["import", "jawaban.xlsx", "--by", by, "--date", "2018-08-20"]);
    assert!(import("sekda").code(0).stderr.contains("nothing to write"), "one text alone is the answer already");
    place.write("jawaban.xlsx", refilled(&bytes, &[("19", "Level disepakati", "2")], true));
    assert!(import("sekda").code(2).stdout.contains("a level is agreed on without a reason"));
    let entries = [
        ("19", "Level disepakati", "2"),
        ("19", "Alasan", "Rapat 20 Agustus"),
        ("22", "Level disepakati", "2"),
        ("22", "Alasan", "Hasil observasi lapangan"),
        ("22", "Jawaban instansi", "Sebelas dari tujuh belas perangkat daerah memakai pusat data."),
    ];
    place.write("jawaban.xlsx", refilled(&bytes, &entries, true));
    import("hukum").code(2);
    assert!(!place.path().join("scores/final.csv").exists(), "only who decides settles a level");
    import("sekda").code(0);
    let written = place.read("scores/final.csv");
    assert!(written.contains("\n19,2,2018-08-20,sekda,Rapat 20 Agustus\n"), "{written}");
    assert!(written.contains("\n22,2,2018-08-20,sekda,Hasil observasi lapangan,Sebelas dari"), "{written}");
    assert_eq!(written.lines().count(), 3, "nothing else is written: {written}");
    let after = place.spbe(&["report", "--format", "json"]).code(0).json()["index"].clone();
    assert_eq!(settled.contains("\n19,2,"), after == index, "{after}");
}

#[test]
fn a_level_and_an_answer_can_be_those_of_a_member() {
    let place = Place::example("pemalang-2018");
    fs::remove_file(place.path().join("scores/final.csv")).expect("removed");
    let told = place.spbe(&["agree"]).code(0).stdout;
    assert!(told.contains("level 2 to 3, 1 apart") && told.contains("spbe agree 19 --level N --by sekda"), "{told}");
    let agree =
        ["agree", "19", "--same-as", "probis", "--explanation", "@probis", "--by", "sekda", "--reason", "Rapat"];
    place.spbe(&agree).code(0);
    let written = place.read("scores/final.csv");
    assert!(written.contains("\n19,2,2018-07-01,sekda,Rapat,") && written.contains("Fakta: Rekapitulasi"), "{written}");
    for (arguments, says) in [
        (
            &["agree", "19", "--same-as", "hukum", "--by", "sekda", "--reason", "Rapat"][..],
            "hukum has not scored indicator 19",
        ),
        (&["agree", "19"], "it is not said what is agreed on"),
        (&["agree", "--level", "2"], "no indicator is named"),
        (&["agree", "19", "--explanation", "@humas"], "there is no member `humas`"),
    ] {
        let ran = place.spbe(arguments).code(2);
        assert!(ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
    }
    let stats = place.spbe(&["agree", "--stats", "--format", "json"]).code(0).json();
    assert_eq!((&stats["version"], &stats["exact"], &stats["rows"]), (&1.into(), &"7/9".into(), &9.into()), "{stats}");
}

#[cfg(unix)]
#[test]
fn level_reason_and_answer_are_written_in_the_editor() {
    let place = Place::example("pemalang-2018");
    fs::remove_file(place.path().join("scores/final.csv")).expect("removed");
    let agree = |editor: &str| {
        let arguments = ["agree", "19", "--edit", "--by", "sekda", "--lang", "id"];
        place.spbe_with(&arguments, &[("EDITOR", editor), ("PATH", "/usr/bin:/bin"), ("TMPDIR", "/tmp")])
    };
    let untouched = agree("true").code(0).stderr;
    assert!(untouched.contains("Tidak ada yang diubah."), "{untouched}");
    let fill = "sed -i -e '/^== Level/a 2' -e '/^== Alasan/a Rapat 20 Agustus.' -e '/^== Jawaban/a @probis'";
    let said = agree(fill).code(0).stderr;
    assert!(said.contains("indikator 19 di level 2"), "{said}");
    let written = place.read("scores/final.csv");
    assert!(written.contains("\n19,2,2018-07-01,sekda,Rapat 20 Agustus.,\"Fakta: Rekapitulasi"), "{written}");
    let shown = agree("cp \"$1\" seen.txt; true").code(0);
    drop(shown);
    let draft = place.read("seen.txt");
    for words in ["# 19. Inovasi Proses Bisnis Terintegrasi\n", "#   probis (", "\n== Alasan ==\nRapat 20 Agustus.\n"] {
        assert!(draft.contains(words), "{words} in {draft}");
    }
    let wrong = agree("sed -i 's/^2$/9/'").code(2).stderr;
    let kept = wrong.lines().find_map(|line| line.split_once("masih ada di ")).expect("the draft is kept").1;
    assert!(wrong.contains("tidak ada level `9`"), "{wrong}");
    assert!(fs::read_to_string(kept).expect("what was written").contains("== Level disepakati ==\n9\n"));
    fs::remove_file(kept).expect("removed");
    assert_eq!(place.read("scores/final.csv"), written, "nothing is written");
    let failed = agree("false").code(2).stderr;
    assert!(failed.contains("editor `false` berakhir dengan kesalahan"), "{failed}");
    let none = place.spbe(&["agree", "19", "--edit", "--by", "sekda"]).code(2).stderr;
    assert!(none.contains("set VISUAL or EDITOR"), "{none}");
    let many = place.spbe(&["agree", "19", "20", "--edit", "--by", "sekda"]).code(2).stderr;
    assert!(many.contains("2 rows are named"), "{many}");
}

/// A sheet in the layout of agencies or portals: the instrument's year, and the levels that must arrive, in order.
type FieldSheet = (&'static str, &'static str, &'static [&'static str]);

const FIELD_SHEETS: [FieldSheet; 3] = [
    (
        "kertas-kerja",
        "2024",
        &["2", "3", "1", "3", "5", "2", "1", "4", "4", "1", "1", "2", "3", "4", "5", "4", "4", "2", "2", "3"],
    ),
    (
        "laporan-portal-pemdi",
        "2026",
        &[
            "2", "2", "2.5", "3.1", "3.1", "2.75", "1", "3.1", "2.75", "1.25", "1", "2", "2.5", "1.5", "1", "1", "2.5",
            "2.75", "1", "1",
        ],
    ),
    ("laporan-portal-bertukar", "2026", &[]),
];

#[test]
fn the_layouts_of_the_field_arrive_whole_or_not_at_all() {
    let cases = crate::harness::repository().join("tests/cases/sheets");
    for (name, year, expected) in FIELD_SHEETS {
        let place = Place::empty();
        place.spbe(&["init", "w", "--agency", "Kota Contoh", "--kind", "city", "--year", year]).code(0);
        let inside = |arguments: &[&str]| place.spbe(&[&["-C", "w"], arguments].concat());
        inside(&["team", "add", "m", "--name", "Penilai", "--unit", "Setda", "--role", "member"]).code(0);
        let sheet = cases.join(name).with_extension("xlsx");
        let before = place.snapshot();
        let ran = inside(&["import", sheet.to_str().expect("a path"), "--by", "m"]);
        if expected.is_empty() {
            let told = ran.code(2).stdout;
            assert!(told.contains("number 13, but the name is that of indicator 14"), "{told}");
            assert_eq!(place.snapshot(), before, "nothing is written");
            continue;
        }
        ran.code(0);
        let text = place.read("w/scores/m.csv");
        let mut records = csv::Reader::from_reader(text.as_bytes());
        let levels: Vec<String> = records.records().map(|record| record.expect("a record")[1].to_owned()).collect();
        assert_eq!(levels, expected, "{name}");
    }
}

/// What a member of the example said, as cells of a sheet: documents by their ids.
fn said(member: &str) -> Vec<[String; 5]> {
    let text = Place::example("pemalang-2018").read(&format!("scores/{member}.csv"));
    let mut records = csv::Reader::from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| [0, 1, 2, 4, 5].map(|column| record[column].to_owned());
    records.records().map(|record| cells(record.expect("a record"))).collect()
}

/// Runs git in a folder.
fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=Tim", "-c", "user.email=tim@example.go.id"]).args(arguments);
    let output = command.output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Documents that come back in the folder of a row instead of being in the index: whose, for which row, and the id that
/// they must get.
const DOCUMENTS: [(&str, &str, &str); 2] =
    [("hukum", "13", "perbup-6-2018-5b3f80"), ("arsip", "8", "perbup-30-2017-b5b10c")];

/// Takes a document out of an evaluation and returns its bytes.
fn without(place: &Place, id: &str) -> Vec<u8> {
    let file = place.path().join(format!("evidence/{id}.pdf"));
    let bytes = fs::read(&file).expect("a document");
    fs::remove_file(file).expect("removed");
    for table in ["evidence.csv", "evidence-links.csv"] {
        let text = place.read(table);
        let kept: String = text.lines().filter(|line| !line.contains(id)).map(|line| format!("{line}\n")).collect();
        assert_ne!(kept, text, "{table} named it");
        place.write(table, kept);
    }
    bytes
}

/// Lets LibreOffice save the sheets of members, where it is to be had.
fn saved_by_libreoffice(place: &Place, members: &[&str]) {
    let out = place.path().join("saved");
    let home = format!("-env:UserInstallation=file://{}/office", place.path().display());
    let mut command = Command::new("soffice");
    command.args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", &home, "--outdir"]).arg(&out);
    let sheet = |member: &str| format!("lembar/{member}/isian-{member}.xlsx");
    command.args(members.iter().map(|member| place.path().join(sheet(member))));
    if tools::printed(&mut command).is_some() {
        for member in members {
            let saved = fs::read(out.join(format!("isian-{member}.xlsx"))).expect("LibreOffice saved it");
            place.write(&sheet(member), saved);
        }
    }
    for folder in [out, place.path().join("office")] {
        let _ = fs::remove_dir_all(folder);
    }
}

#[test]
fn a_whole_evaluation_comes_together_from_sheets_and_branches() {
    let whole = Place::example("pemalang-2018");
    let expected = whole.spbe(&["report", "--format", "json"]).code(0).json();
    let place = Place::example("pemalang-2018");
    fs::remove_dir_all(place.path().join("scores")).expect("removed");
    let documents = DOCUMENTS.map(|(_, _, id)| (id, without(&place, id)));
    git(place.path(), &["init", "-q", "-b", "main"]);
    place.write(".gitignore", "/lembar/\n/.spbe/\n");
    git(place.path(), &["add", "-A"]);
    git(place.path(), &["commit", "-qm", "Tim dan tugas"]);
    let members = ["anggaran", "arsip", "bappeda", "hukum", "inspektorat", "kepegawaian"];
    let others = ["keuangan", "kominfo", "organisasi", "pelayanan", "pengadaan", "probis"];
    for member in others {
        git(place.path(), &["checkout", "-q", "-b", member, "main"]);
        place.write(&format!("scores/{member}.csv"), whole.read(&format!("scores/{member}.csv")));
        git(place.path(), &["add", "-A"]);
        git(place.path(), &["commit", "-qm", member]);
    }
    git(place.path(), &["checkout", "-q", "main"]);
    place.spbe(&["export", "--all", "--lang", "id"]).code(0);
    for member in members {
        let rows = said(member);
        let entries: Vec<Entry<'_>> = rows
            .iter()
            .flat_map(|[row, level, method, evidence, text]| {
                // What lies in the folder of the row is cited for it without being named.
                let named = !DOCUMENTS.iter().any(|(by, of, _)| (*by, *of) == (member, row.as_str()));
                let evidence = if named { evidence } else { "" };
                let cells =
                    [("Level", level.as_str()), ("Metode", method), ("Data dukung", evidence), ("Penjelasan", text)];
                cells
                    .into_iter()
                    .filter(|(_, text)| !text.is_empty())
                    .map(move |(heading, text)| (row.as_str(), heading, text))
            })
            .collect();
        fill_in(&place, member, &entries);
    }
    for ((member, row, id), (_, bytes)) in DOCUMENTS.iter().zip(&documents) {
        let (name, _) = id.rsplit_once('-').expect("a name and a hash");
        place.write(&format!("lembar/{member}/{row}/{name}.pdf"), bytes);
    }
    saved_by_libreoffice(&place, &members);
    let told = place.spbe(&["import", "lembar", "--date", "2018-07-20"]).code(0);
    assert_eq!(told.stdout.matches("not filled in").count(), others.len(), "{}", told.stdout);
    for ((_, _, id), date) in DOCUMENTS.iter().zip(["2018-01-22", "2017-07-17"]) {
        place.spbe(&["evidence", "set", id, "--dated", date]).code(0);
    }
    git(place.path(), &["add", "-A"]);
    git(place.path(), &["commit", "-qm", "Lembar kerja"]);
    for member in others {
        git(place.path(), &["merge", "-q", "--no-edit", member]);
    }
    place.spbe(&["export", "--answers", "--disputed", "--lang", "id", "-o", "jawaban.xlsx"]).code(0);
    let bytes = fs::read(place.path().join("jawaban.xlsx")).expect("a sheet");
    let settled = whole.read("scores/final.csv");
    let mut records = csv::Reader::from_reader(settled.as_bytes());
    let rows: Vec<csv::StringRecord> = records.records().map(|record| record.expect("a record")).collect();
    let decided = rows.iter().filter(|record| !record[1].is_empty());
    let entries: Vec<Entry<'_>> = decided
        .flat_map(|record| [(&record[0], "Level disepakati", &record[1]), (&record[0], "Alasan", &record[4])])
        .collect();
    place.write("jawaban.xlsx", refilled(&bytes, &entries, true));
    place.spbe(&["import", "jawaban.xlsx", "--by", "sekda", "--date", "2018-08-20"]).code(0);
    for record in rows.iter().filter(|record| record.get(5).is_some_and(|answer| !answer.is_empty())) {
        place.spbe(&["agree", &record[0], "--explanation", &record[5]]).code(0);
    }
    fs::remove_file(place.path().join("jawaban.xlsx")).expect("removed");
    let result = place.spbe(&["report", "--format", "json"]).code(0).json();
    assert_eq!((&result["index"], &result["aspects"]), (&expected["index"], &expected["aspects"]));
    let found = place.spbe(&["validate", "--format", "json"]).code(0).json();
    assert_eq!(found["findings"].as_array().map(Vec::len), Some(0), "{found}");
}

#[test]
fn a_sheet_that_was_left_out_goes_back_with_what_is_to_be_mended() {
    let place = handed_out();
    fill_in(&place, "hukum", &[("1", "Level", "2"), ("5", "Level", "7"), ("6", "Penjelasan", "Fakta baru.")]);
    place.spbe(&["import", "lembar/hukum", "--lang", "id", "--reply", "kembali"]).code(2);
    let mail = place.read("kembali/hukum/pesan.txt");
    assert!(mail.contains("sel Isian!D4: level `7` tidak ada") && !mail.contains("spbe"), "{mail}");
    let bytes = fs::read(place.path().join("kembali/hukum/isian-hukum.xlsx")).expect("a sheet");
    let mut book = Xlsx::new(Cursor::new(bytes.clone())).expect("a workbook");
    let range = book.worksheet_range("Isian").expect("a sheet");
    let head: Vec<String> = range.rows().next().expect("a head").iter().map(ToString::to_string).collect();
    let at = |name: &str| head.iter().position(|title| title == name).expect("a column");
    let row = |number: &str| range.rows().find(|row| *row[0].to_string() == *number).expect("a row");
    assert_eq!(row("5")[at("Level")].to_string(), "7", "what was filled in stands there");
    assert!(row("5")[at("Perlu diperbaiki")].to_string().contains("pakai 0 sampai 5"));
    assert_eq!(row("1")[at("Level")].to_string(), "2");
    assert_eq!(row("6")[at("Penjelasan")].to_string(), "Fakta baru.");
    place.write("masuk/isian-hukum.xlsx", refilled(&bytes, &[("5", "Level", "3")], true));
    place.spbe(&["import", "masuk"]).code(0);
    let scores = place.read("scores/hukum.csv");
    assert!(scores.contains("\n1,2,") && scores.contains("\n5,3,") && scores.contains(",Fakta baru."), "{scores}");
}
