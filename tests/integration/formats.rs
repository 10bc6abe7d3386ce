//! One result, many formats: every file says the same figures.

use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader};
use serde_json::Value;

use crate::harness::Place;
use crate::tools;

const EXAMPLES: [&str; 4] = ["bandar-lampung-2024", "denpasar-2018", "pemalang-2018", "pemdi-2026"];

/// Writes a report of an example and returns its bytes.
fn report(place: &Place, file: &str, arguments: &[&str]) -> Vec<u8> {
    place.spbe_with(&[&["report", "--lang", "id", "-o", file], arguments].concat(), &[]).code(0);
    std::fs::read(place.path().join(file)).expect("the report")
}

/// Reads the words of a file in their order, one space between them; none where a program for it is missing.
fn words(file: &Path, bytes: &[u8]) -> Option<String> {
    let ending = file.extension().expect("an ending").to_str().expect("UTF-8");
    let text = match ending {
        "md" => String::from_utf8_lossy(bytes).replace(['|', '*', '\\'], " "),
        "html" => markup(&String::from_utf8_lossy(bytes)),
        "docx" => markup(&part(bytes, "word/document.xml").replace("</w:p>", "\n").replace("<w:br>", "\n")),
        "pdf" => tools::printed(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file).arg("-"))?,
        _ => unreachable!("a format of documents"),
    };
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the text of a page without its elements; those that end a piece of text become a space.
fn markup(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for (number, character) in page.char_indices() {
        match character {
            '<' => {
                inside = true;
                let element = page[number + 1..].trim_start_matches('/');
                if ["td", "th", "tr", "p>", "h", "li", "br", "d", "caption"].iter().any(|end| element.starts_with(end))
                {
                    text.push(' ');
                }
            }
            '>' => inside = false,
            _ if inside => {}
            _ => text.push(character),
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").replace("&apos;", "'")
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} of {value}"))
}

fn comma(number: &str) -> String {
    number.replace('.', ",")
}

#[test]
fn every_document_says_the_figures_of_the_json() {
    for example in EXAMPLES {
        let place = Place::example(example);
        let json: Value = serde_json::from_slice(&report(&place, "report.json", &[])).expect("JSON");
        let places = usize::from(example.starts_with("pemdi")) * 2;
        for file in ["report.md", "report.html", "report.docx", "report.pdf"] {
            let bytes = report(&place, file, &[]);
            let Some(words) = words(&place.path().join(file), &bytes) else { continue };
            // A line may end behind a slash, where no space was: spaces do not count.
            let solid = |text: &str| text.replace(' ', "");
            let words = solid(&words);
            let says = |text: &str| assert!(words.contains(&solid(text)), "{example} {file} lacks {text}");
            let index = format!(
                "{} dengan predikat {}",
                comma(text(&json["index"], "shown")),
                text(&json["index"], "predicate")
            );
            says(&index);
            for (kind, nodes) in [("Domain", &json["domains"]), ("Aspek", &json["aspects"])] {
                for node in nodes.as_array().expect("a list") {
                    let [id, name, weight, shown] = ["id", "name", "weight", "shown"].map(|key| text(node, key));
                    let row = format!("{kind} {id}. {name} {} {}", comma(weight), comma(shown));
                    says(&row);
                }
            }
            for line in json["indicators"].as_array().expect("a list") {
                let level: f64 = text(line, "level").parse().expect("a number");
                let row =
                    format!("{} {} {}", text(line, "id"), text(line, "name"), comma(&format!("{level:.places$}")));
                says(&row);
            }
        }
    }
}

#[test]
fn the_workbook_says_the_figures_of_the_json() {
    for example in EXAMPLES {
        let place = Place::example(example);
        let json: Value = serde_json::from_slice(&report(&place, "report.json", &[])).expect("JSON");
        let bytes = report(&place, "report.xlsx", &[]);
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let mut row = |sheet: &str, cells: &[&str]| {
            let sheet = book.worksheet_range(sheet).expect("a sheet");
            let same = |cell: &Data, expected: &str| match cell {
                Data::Float(value) => expected.parse().is_ok_and(|expected: f64| (value - expected).abs() < 0.000_1),
                // A predicate may have a second name behind it.
                other => {
                    let said = other.to_string();
                    said == expected || said.split(" (").next() == Some(expected)
                }
            };
            sheet.rows().any(|row| cells.iter().all(|expected| row.iter().any(|cell| same(cell, expected))))
        };
        let index = [text(&json["index"], "shown"), text(&json["index"], "predicate")];
        assert!(row("Hasil", &index), "{example}: {index:?}");
        for node in json["domains"].as_array().into_iter().chain(json["aspects"].as_array()).flatten() {
            let cells = [text(node, "name"), text(node, "weight"), text(node, "shown")];
            assert!(row("Hasil", &cells), "{example}: {cells:?}");
        }
        for line in json["indicators"].as_array().expect("a list") {
            let cells = [text(line, "id"), text(line, "name"), text(line, "level")];
            assert!(row("Indikator", &cells), "{example}: {cells:?}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_format() {
    for file in ["a.md", "a.html", "a.docx", "a.pdf", "a.xlsx", "a.json", "a.csv"] {
        let (one, other) = (Place::example("pemalang-2018"), Place::example("pemalang-2018"));
        let again = report(&one, file, &[]);
        assert!(!again.is_empty());
        assert!(again == report(&other, file, &[]), "{file} differs in another folder");
        let variables = [("SOURCE_DATE_EPOCH", "1000000000"), ("LANG", "en_GB"), ("HOME", "/"), ("USER", "hukum")];
        one.spbe_with(&["report", "--lang", "id", "-o", file], &variables).code(0);
        assert!(again == std::fs::read(one.path().join(file)).expect("the report"), "{file} differs on another day");
    }
}

#[test]
fn parts_and_a_page_for_the_leadership_can_be_asked_for() {
    let place = Place::example("pemalang-2018");
    let whole = report(&place, "a.html", &[]).len();
    let parts = report(&place, "a.html", &["--sections", "rekomendasi,summary"]);
    let parts = String::from_utf8(parts).expect("UTF-8");
    assert!(parts.contains("Ringkasan Eksekutif") && parts.contains("Prioritas tinggi"));
    assert!(!parts.contains("Daftar Data Dukung") && parts.find("Ringkasan") < parts.find("Prioritas tinggi"));
    let brief = report(&place, "a.html", &["--brief"]);
    assert!(brief.len() < whole / 4);
    for example in EXAMPLES {
        let place = Place::example(example);
        report(&place, "a.pdf", &["--brief"]);
        let file = place.path().join("a.pdf");
        let Some(text) = tools::printed(Command::new("pdftotext").arg(file).arg("-")) else { break };
        assert_eq!(text.matches('\u{c}').count(), 1, "one page for the leadership of {example}");
    }
    let ran = place.spbe(&["report", "--sections", "sumary", "-o", "a.html"]).code(2);
    assert!(ran.stderr.contains("`sumary` is no value for `--sections`"), "{}", ran.stderr);
    let ran = place.spbe(&["report", "--brief", "-o", "a.json"]).code(2);
    assert!(ran.stderr.contains("md, html, pdf and docx"), "{}", ran.stderr);
}

#[test]
fn what_to_look_at_first_stands_alone_and_only_where_it_is_asked_for() {
    let place = Place::example("pemalang-2018");
    let earlier = Place::example("pemalang-2018");
    earlier.edit("spbe.toml", "year = 2018", "year = 2017");
    earlier.spbe(&["agree", "8", "--level", "1", "--by", "sekda", "--reason", "Rapat"]).code(0);
    let folder = earlier.path().to_str().expect("UTF-8");
    let asked = |file: &str| report(&place, file, &["--sections", "risiko", "--previous", folder]);
    let title = "Yang Perlu Diperiksa Lebih Dahulu";
    for file in ["a.md", "a.html", "a.txt"] {
        let text = String::from_utf8(asked(file)).expect("UTF-8");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.to_lowercase().contains(&title.to_lowercase()), "{file}: {text}");
        assert!(text.contains("aik jauh dari level 1 pada tahun 2017"), "{file}: {text}");
        assert!(text.contains("bertanggal sebelum tahun"), "{file}: {text}");
        let usual = String::from_utf8(report(&place, file, &["--previous", folder])).expect("UTF-8");
        assert!(!usual.to_lowercase().contains(&title.to_lowercase()), "{file}");
    }
    for file in ["a.pdf", "a.docx"] {
        assert!(asked(file).len() < report(&place, file, &[]).len(), "{file}");
    }
    let json: Value = serde_json::from_slice(&asked("a.json")).expect("JSON");
    let rows = json["risk"].as_array().expect("rows");
    let reasons: Vec<usize> = rows.iter().map(|row| row["reasons"].as_array().expect("reasons").len()).collect();
    assert!(reasons.is_sorted_by(|one, other| one >= other) && reasons[0] > 1, "{reasons:?}");
    let csv = String::from_utf8(asked("a.csv")).expect("UTF-8");
    assert_eq!(csv.lines().count() - 1, reasons.iter().sum::<usize>(), "a record for each reason: {csv}");
    let book = asked("a.xlsx");
    let mut book = calamine::Xlsx::new(Cursor::new(book)).expect("a workbook");
    let sheet = Reader::worksheet_range(&mut book, "Periksa dahulu").expect("a sheet");
    assert_eq!(
        sheet
            .rows()
            .filter(|row| row[0].to_string().parse::<u32>().is_ok() || row[0].to_string().contains("35-"))
            .count(),
        rows.len()
    );
    let ran = place.spbe(&["report", "--sections", "risk,index", "-o", "a.json"]).code(2);
    assert!(ran.stderr.contains("`--sections risk` by itself has every format"), "{}", ran.stderr);
}

#[test]
fn last_cycle_stands_beside_the_result() {
    let place = Place::example("pemalang-2018");
    let earlier = Place::example("pemalang-2018");
    earlier.edit("spbe.toml", "year = 2018", "year = 2017");
    let folder = earlier.path().to_str().expect("UTF-8");
    let page = String::from_utf8(report(&place, "a.html", &["--previous", folder])).expect("UTF-8");
    assert!(page.contains("Indeks sama dengan tahun 2017 (2,63)."), "{page}");
    let json: Value = serde_json::from_slice(&report(&place, "a.json", &["--previous", folder])).expect("JSON");
    assert_eq!(json["previous"]["year"], 2017);
    assert_eq!(json["previous"]["index"]["exact"], json["index"]["exact"]);
    let ran = place.spbe(&["report", "--previous", "nowhere"]).code(3);
    assert!(ran.stderr.contains("`nowhere`"), "{}", ran.stderr);
}

#[test]
fn no_report_is_written_over_the_files_of_a_workspace() {
    let place = Place::example("pemalang-2018");
    let before = place.snapshot();
    for file in ["spbe.toml", "scores/final.csv", "scores/new.csv", "scores/../team.toml", "report.toml"] {
        for command in [&["report", "--format", "csv"][..], &["form", "minutes", "--format", "md"]] {
            let ran = place.spbe(&[command, &["-o", file]].concat()).code(2);
            assert!(ran.stderr.contains("is a file of the workspace"), "{file}: {}", ran.stderr);
        }
    }
    place.spbe(&["report", "-o", "evidence/a.pdf"]).code(2);
    assert!(place.snapshot() == before, "nothing was written");
    std::fs::create_dir(place.path().join("report")).expect("a folder");
    place.spbe(&["report", "-o", "report/laporan.md"]).code(0);
}

#[cfg(unix)]
#[test]
fn no_report_reaches_the_files_of_a_workspace_through_a_link() {
    let place = Place::example("pemdi-2026");
    let outside = Place::empty();
    let link = outside.path().join("laporan.md");
    std::os::unix::fs::symlink(place.path().join("spbe.toml"), &link).expect("a link");
    let before = place.read("spbe.toml");
    let ran = place.spbe(&["report", "-o", link.to_str().expect("UTF-8")]).code(2);
    assert!(ran.stderr.contains("`spbe.toml` is a file of the workspace"), "{}", ran.stderr);
    assert_eq!(place.read("spbe.toml"), before);
}

#[cfg(unix)]
#[test]
fn a_stream_is_written_on_and_never_replaced() {
    let place = Place::example("pemdi-2026");
    let script = format!(
        "{spbe} report --format md -o /dev/stdout -q | head -c 9; echo; echo kept > log; \
         {{ {spbe} report --format csv -o /dev/stdout -q; echo behind; }} >> log; head -1 log; tail -1 log; \
         {spbe} report --format md -o - | head -c 9",
        spbe = env!("CARGO_BIN_EXE_spbe")
    );
    let ran = Command::new("sh").args(["-c", &script]).current_dir(place.path()).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "# Laporan\nkept\nbehind\n# Laporan");
}

#[test]
fn last_cycle_is_of_the_same_agency_and_an_earlier_year() {
    let place = Place::example("pemalang-2018");
    let said = |folder: &str| place.spbe(&["report", "--previous", folder]).code(2).stderr;
    assert!(said(".").contains("is of 2018, not before 2018"));
    let other = Place::example("denpasar-2018");
    other.edit("spbe.toml", "year = 2018", "year = 2017");
    assert!(said(other.path().to_str().expect("UTF-8")).contains("is that of `Pemerintah Kota Denpasar`"));
}

#[test]
fn a_text_in_a_file_is_the_same_whatever_the_terminal_is() {
    let place = Place::example("pemdi-2026");
    let written = |columns: &str| {
        place.spbe_with(&["report", "-o", "a.txt"], &[("COLUMNS", columns)]).code(0);
        place.read("a.txt")
    };
    assert_eq!(written("40"), written("200"));
}

#[test]
fn sections_about_which_nothing_is_said_make_no_empty_file() {
    let place = Place::example("denpasar-2018");
    let ran = place.spbe(&["report", "--sections", "team", "-o", "a.pdf"]).code(2);
    assert!(ran.stderr.contains("nothing to say in these sections"), "{}", ran.stderr);
    assert!(!place.path().join("a.pdf").exists());
}

#[test]
fn letters_that_a_pdf_cannot_show_are_named() {
    let place = Place::example("pemalang-2018");
    place.edit("report.toml", "place = \"Pemalang\"", "place = \"電子\"");
    let ran = place.spbe(&["report", "-o", "a.pdf"]).code(0);
    assert!(ran.stderr.contains("子 (U+5B50), 電 (U+96FB)"), "{}", ran.stderr);
    let ran = place.spbe(&["report", "-o", "a.docx"]).code(0);
    assert!(!ran.stderr.contains("U+5B50"), "{}", ran.stderr);
}

/// A complete evaluation whose domains weigh the same, and whose aspects share the weight of their domain.
fn weighing_the_same() -> Place {
    let place = Place::example("pemalang-2018");
    let mut text = place.read("instrument.yaml").replacen("\ndomains:\n", "\nweights: equal\ndomains:\n", 1);
    for weight in ["17", "28", "55"] {
        text = text.replacen(&format!("    weight: {weight}\n"), "    weights: equal\n", 1);
    }
    for weight in ["7", "10", "8", "8", "12", "35", "20"] {
        text = text.replacen(&format!("        weight: {weight}\n"), "", 1);
    }
    place.write("instrument.yaml", text);
    let told = place.spbe(&["validate", "--format", "json"]).code(1).stdout;
    let manifest = place.read("spbe.toml");
    let digest = told.split('`').find(|word| word.len() == 64 && !manifest.contains(*word)).expect("the new digest");
    let noted = manifest.split('"').find(|word| word.len() == 64).expect("the old digest");
    place.write("spbe.toml", manifest.replace(noted, digest));
    place
}

#[test]
fn parts_that_weigh_the_same_share_the_whole_to_the_last_digit_in_every_format() {
    let place = weighing_the_same();
    assert!(!place.spbe(&["validate"]).code(0).stdout.contains("weights-not-100"));
    let json = place.spbe(&["report", "--format", "json"]).code(0).json();
    let list = |key: &str| json[key].as_array().expect("a list").clone();
    let fraction = |node: &Value| {
        let (above, below) = text(node, "exact").split_once('/').unwrap_or((text(node, "exact"), "1"));
        [above, below].map(|number| number.parse::<i64>().expect("a number"))
    };
    // Over one line of 2 x 2 x 3 x 35 x 36, which each aspect of this instrument divides, the sum is one of whole numbers.
    let line = 2 * 2 * 3 * 35 * 36;
    let mean_of = |domain: &Value| {
        let of_domain: Vec<Value> =
            list("aspects").into_iter().filter(|aspect| aspect["domain"] == domain["id"]).collect();
        let values = of_domain.iter().map(fraction).map(|[above, below]| above * line / below).sum::<i64>();
        values / i64::try_from(of_domain.len()).expect("a count")
    };
    let [above, below] = fraction(&json["index"]);
    assert_eq!(list("domains").iter().map(mean_of).sum::<i64>() / 3 * below, above * line, "{}", json["index"]);
    let weights: Vec<String> = list("aspects").iter().map(|aspect| text(aspect, "weight").to_owned()).collect();
    assert_eq!(weights, ["50/3", "50/3", "100/9", "100/9", "100/9", "50/3", "50/3"]);
    let explained = place.spbe(&["report", "--explain"]).code(0).stdout;
    assert!(explained.contains("100/9 ≈ 11.1111"), "{explained}");
    let bytes = report(&place, "laporan.xlsx", &[]);
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("read");
    let index: f64 = text(&json["index"], "shown").parse().expect("a number");
    let near = |cell: &Data| matches!(cell, Data::Float(number) if (number - index).abs() < 0.005_01);
    assert!(sheet.used_cells().any(|(_, _, cell)| near(cell)), "{index} stands nowhere");
    for file in ["laporan.md", "laporan.html", "laporan.docx", "laporan.pdf"] {
        let bytes = report(&place, file, &[]);
        let Some(words) = words(&place.path().join(file), &bytes) else { continue };
        assert!(words.contains("100/9") && words.contains("100/3"), "{file}: {words}");
    }
}
