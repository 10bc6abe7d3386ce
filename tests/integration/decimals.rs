//! An Indonesian reads 2,75, and what is to be typed stays 2.75: in every answer, list, form and report.

use crate::harness::Place;

/// An evaluation with decimal levels, a decimal target.
fn decimal() -> Place {
    let place = Place::example("pemdi-2026");
    place.edit("spbe.toml", "target_level = 3\n", "target_level = 3.5\n");
    place.edit("scores/kominfo.csv", "\n3,2.1,", "\n3,2.15,");
    place.edit("evidence-links.csv", ",2.1\n", ",2.05\n");
    place
}

/// Finds what looks like a decimal with a point, outside of what is to be typed; dates and numbers of documents have more
/// points or letters about them.
fn points(text: &str) -> Vec<&str> {
    let spoken = text.split('`').step_by(2);
    let words = spoken.flat_map(|part| part.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.'));
    let is_decimal = |word: &&str| {
        let Some((whole, part)) = word.trim_matches('.').split_once('.') else { return false };
        let digits = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
        digits(whole) && digits(part) && part.len() < 3
    };
    words.filter(is_decimal).collect()
}

#[test]
fn every_answer_in_indonesian_writes_decimal_commas() {
    let place = decimal();
    let asked: [(i32, &[&str]); 25] = [
        (0, &["unit", "add", "Dinas Kominfo", "--indicator", "1..3"]),
        (0, &["show", "1..3"]),
        (0, &["status"]),
        (0, &["status", "--unit", "Dinas Kominfo"]),
        (0, &["score", "2", "--level", "2,65", "--by", "bappeda"]),
        (2, &["score", "2", "--level", "2,655", "--by", "bappeda"]),
        (0, &["score", "3", "--level", "2,25", "--by", "kominfo", "--dry-run"]),
        (0, &["agree", "3", "--level", "2,25", "--by", "sekda", "--reason", "Rapat"]),
        (0, &["agree", "3", "--level", "2,35", "--by", "sekda"]),
        (0, &["agree", "3", "--clear", "--by", "sekda"]),
        (0, &["evidence", "list"]),
        (0, &["evidence", "link", "survei-kepuasan-07b5fd", "--for", "20", "--level", "2,95"]),
        (0, &["recommend"]),
        (0, &["recommend", "set", "3", "--to-level", "3,35", "--action", "Latih semua"]),
        (0, &["recommend", "list"]),
        (1, &["validate", "--stage", "submission", "--format", "short"]),
        (0, &["report"]),
        (0, &["report", "--explain"]),
        (0, &["report", "--format", "md"]),
        (0, &["instrument", "show"]),
        (0, &["instrument", "show", "pemdi-2026", "1"]),
        (0, &["form", "briefing", "--format", "md"]),
        (0, &["form", "minutes", "--format", "md"]),
        (0, &["form", "interview", "--format", "md"]),
        (2, &["init", "../x", "--agency", "A", "--kind", "city", "--year", "2026", "--target-index", "9"]),
    ];
    for (code, arguments) in asked {
        let ran = place.spbe_with(arguments, &[("SPBE_LANG", "id")]).code(code);
        // What `--dry-run` and `validate` quote are lines of files.
        let quoted = |line: &&str| !line.starts_with(['+', '-']) && !line.contains(" | ");
        for text in [&ran.stdout, &ran.stderr] {
            let spoken: Vec<&str> = text.lines().filter(quoted).collect();
            let spoken = spoken.join("\n");
            assert!(points(&spoken).is_empty(), "{arguments:?}: {:?} in {spoken}", points(&spoken));
        }
    }
}
