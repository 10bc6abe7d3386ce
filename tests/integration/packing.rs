//! How well the pages of what is printed are filled, by the words that poppler finds on them.

use std::process::Command;

use crate::harness::{FORMS, Place};
use crate::tools;

/// Where the text of a page begins, and how high it is, in points.
const TOP: f32 = 56.0;
const BODY: f32 = 725.0;
/// What stands below this is the foot of the page.
const FOOT: f32 = 795.0;
/// The dots where a day is filled in by hand, above the places to sign.
const DOTS: &str = "........";

/// Where the right half of the text begins, in which place and day stand above the places to sign.
const RIGHT: f32 = 310.0;

/// A page: its words in reading order, each with its upper and its lower edge.
struct Page(Vec<(f32, f32, String)>);

impl Page {
    /// Returns the part of the page that is filled, from 0 to 1.
    fn filled(&self) -> f32 {
        self.0.iter().map(|(_, bottom, _)| (bottom - TOP) / BODY).fold(0.0, f32::max)
    }

    /// Returns how it begins.
    fn beginning(&self) -> String {
        self.0.iter().take(2).map(|(_, _, word)| word.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Returns how many lines stand above the places to sign; none where nobody signs.
    fn above_signatures(&self) -> Option<usize> {
        let place = self.0.iter().find(|(_, _, word)| word.contains(DOTS))?;
        let mut lines: Vec<i32> =
            self.0.iter().filter(|word| word.0 < place.0 - 2.0).map(|word| word.0 as i32).collect();
        lines.sort_unstable();
        lines.dedup();
        Some(lines.len())
    }
}

/// Returns an attribute of a line of poppler's answer.
fn edge(line: &str, name: &str) -> f32 {
    let value = line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).expect("an edge")
}

/// Reads the words of a file, page by page; none where poppler is missing and need not be there.
fn pages(place: &Place, file: &str) -> Option<Vec<Page>> {
    let path = place.path().join(file);
    let text = tools::printed(Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(path).arg("-"))?;
    let page = |page: &str| {
        let words = page.lines().filter(|line| line.trim_start().starts_with("<word "));
        let words = words.map(|line| {
            let word = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            // The dots of a head, at the left, are for no signature.
            let word = if edge(line, "xMin") < RIGHT { word.replace(DOTS, "") } else { word.to_owned() };
            (edge(line, "yMin"), edge(line, "yMax"), word)
        });
        Page(words.filter(|(top, _, _)| *top < FOOT).collect())
    };
    Some(text.split("<page ").skip(1).map(page).collect())
}

/// Writes a file of a place and looks at each of its pages.
#[track_caller]
fn look(place: &Place, arguments: &[&str]) {
    place.spbe_with(&[arguments, &["-o", "a.pdf"]].concat(), &[]).code(0);
    let Some(pages) = pages(place, "a.pdf") else { return };
    let first = pages[0].beginning();
    for (at, pair) in pages.windows(2).enumerate() {
        let next = pair[1].beginning();
        // Cover, contents, the last page of a letter and what is signed must end where they do.
        let ends = next == first
            || next == "Pemerintah Kabupaten"
            || next.starts_with("Lampiran:")
            || next.starts_with("Annex:");
        let own = at < 2 && arguments[0] == "report";
        assert!(own || ends || pair[0].filled() > 1.0 / 3.0, "{arguments:?}, page {}: nearly empty", at + 1);
    }
    for (at, page) in pages.iter().enumerate() {
        let alone = page.above_signatures().is_some_and(|lines| lines < 3);
        assert!(!alone, "{arguments:?}, page {}: a signature stands alone", at + 1);
    }
}

#[test]
fn no_page_of_a_report_is_nearly_empty_and_no_signature_stands_alone() {
    for example in ["pemalang-2018", "bandar-lampung-2024", "pemdi-2026", "denpasar-2018"] {
        for language in ["id", "en"] {
            look(&Place::example(example), &["report", "--lang", language]);
        }
    }
}

#[test]
fn no_page_of_a_form_is_nearly_empty_and_no_signature_stands_alone() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["score", "5", "--clear", "--by", "hukum"]).code(0);
    place.spbe(&["external", "set", "1", "--level", "1", "--note", "Belum ada bukti koordinasi"]).code(0);
    for kind in FORMS {
        for language in ["id", "en"] {
            look(&place, &["form", kind, "--lang", language]);
        }
    }
}

#[test]
fn a_letter_about_one_indicator_is_one_page() {
    let place = Place::example("pemalang-2018");
    let units = ["Bagian Umum Setda", "Badan Kepegawaian Daerah", "Bappeda"];
    for (unit, language) in units.into_iter().flat_map(|unit| [(unit, "id"), (unit, "en")]) {
        let arguments = ["form", "request", "--unit", unit, "--lang", language, "-o", "surat.pdf"];
        place.spbe(&arguments).code(0);
        let Some(pages) = pages(&place, "surat.pdf") else { return };
        let begins: Vec<String> = pages.iter().map(Page::beginning).collect();
        // The short message for a chat stands behind the letter, on a page of its own.
        assert_eq!(pages.len(), 2, "{unit}, {language}: {begins:?}");
    }
}

#[test]
fn a_reminder_is_one_page_a_unit_and_a_memo_one_page_however_much_is_late() {
    let place = Place::example("pemalang-2018");
    for scores in std::fs::read_dir(place.path().join("scores")).expect("the scores").flatten() {
        std::fs::remove_file(scores.path()).expect("nothing is scored");
    }
    place.write("evidence-links.csv", "indicator,evidence,level\n");
    // Two who differ, so that the memo asks for everything that it can ask for.
    place.spbe(&["score", "19", "--level", "1", "--by", "organisasi"]).code(0);
    place.spbe(&["score", "19", "--level", "2", "--by", "kominfo"]).code(0);
    for language in ["id", "en"] {
        let day = ["--date", "2018-12-01", "--lang", language, "-o", "surat.pdf"];
        place.spbe(&[&["form", "reminder", "--late"], &day[..]].concat()).code(0);
        let Some(letters) = pages(&place, "surat.pdf") else { return };
        let text = place.spbe(&["form", "reminder", "--late", "--date", "2018-12-01", "--lang", "id"]).code(0).stdout;
        assert_eq!(letters.len(), text.matches("\nYth. ").count(), "{language}");
        assert!(letters.len() > 10, "every unit is late: {}", letters.len());
        place.spbe(&[&["form", "memo"], &day[..]].concat()).code(0);
        assert_eq!(pages(&place, "surat.pdf").map(|pages| pages.len()), Some(1), "{language}");
    }
}

#[test]
fn a_follow_up_is_one_page_a_unit_unless_the_unit_has_much_to_do() {
    let place = Place::example("pemalang-2018");
    for (unit, language) in
        ["Inspektorat", "Bagian Organisasi Setda", "Bappeda"].iter().flat_map(|unit| [(unit, "id"), (unit, "en")])
    {
        place.spbe(&["form", "follow-up", "--unit", unit, "--lang", language, "-o", "surat.pdf"]).code(0);
        let Some(pages) = pages(&place, "surat.pdf") else { return };
        assert_eq!(pages.len(), 1, "{unit}, {language}");
    }
    place.spbe(&["report", "--sections", "follow-up", "--lang", "id", "-o", "a.pdf"]).code(0);
    let text = place.spbe(&["report", "--sections", "follow-up", "--lang", "id", "--format", "md"]).code(0).stdout;
    let Some(pages) = pages(&place, "a.pdf") else { return };
    assert!(pages.len() <= text.matches("Menyanggupi,").count() + 1, "{} pages", pages.len());
}
