//! The sentences of the executive summary: each says what the figures say, in both languages.

use crate::model::workspace::Workspace;
use crate::outline::document;
use crate::outline::section::Section;
use crate::paper::document::look::Look;
use crate::paper::document::words;
use crate::result::report::Report;
use crate::result::testing::{BANDAR_LAMPUNG, bandar_lampung, benchmarks, denpasar, in_progress, pemdi, settle};
use crate::text::language::Language;

fn summary(report: &Report<'_>, language: Language) -> String {
    words(&document(report, &[Section::Summary], Look::default(), language))
}

fn of(workspace: &Workspace, language: Language) -> String {
    summary(&Report::of(workspace, &benchmarks()).expect("a report"), language)
}

#[track_caller]
fn says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence:?} is not in:\n{text}");
    }
}

#[track_caller]
fn says_not(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(!text.contains(sentence), "{sentence:?} is in:\n{text}");
    }
}

/// Changes what an agency wants to reach.
fn aiming(mut workspace: Workspace, index: &str, level: u32) -> Workspace {
    let manifest = workspace.manifest.as_mut().expect("a manifest");
    let (index, _) = crate::model::decimal::Decimal::parse(index).expect("a number");
    manifest.target_index.as_mut().expect("a target").value = index;
    manifest.target_level.as_mut().expect("a target").value = level.into();
    workspace
}

#[test]
fn the_result_stands_with_its_predicate_its_target_and_what_is_next() {
    says(
        &of(&bandar_lampung(), Language::Indonesian),
        &[
            "Pada evaluasi tahun 2024, Pemerintah Kota Bandar Lampung memperoleh indeks SPBE 2,98 dengan predikat Baik.",
            "Target indeks 3,00 belum tercapai, masih kurang 0,02.",
            "Untuk predikat berikutnya, Sangat Baik (3,50), masih diperlukan 0,52.",
        ],
    );
    says(
        &of(&bandar_lampung(), Language::English),
        &[
            "In the evaluation of 2024, Pemerintah Kota Bandar Lampung obtained an index of",
            "The target index of 3.00 is not reached; 0.02 is missing.",
        ],
    );
}

#[test]
fn a_target_is_missed_met_or_passed() {
    says(
        &of(&aiming(denpasar(), "2.70", 3), Language::English),
        &["target index of 2.70 is not reached; 0.06 is missing."],
    );
    says(&of(&aiming(denpasar(), "2.64", 3), Language::English), &["The target index of 2.64 is reached."]);
    says(&of(&aiming(denpasar(), "2.60", 3), Language::English), &["of 2.60 is reached, with 0.04 to spare."]);
    says(&of(&aiming(denpasar(), "2.64", 3), Language::Indonesian), &["Target indeks 2,64 tercapai."]);
    says(&of(&aiming(denpasar(), "2.60", 3), Language::Indonesian), &["2,60 tercapai, dengan kelebihan 0,04."]);
    let mut without = denpasar();
    without.manifest.as_mut().expect("a manifest").target_index = None;
    says_not(&of(&without, Language::English), &["target index"]);
}

#[test]
fn the_best_predicate_has_none_above_it() {
    let mut workspace = bandar_lampung();
    settle(&mut workspace, &[5; 47]);
    let text = of(&workspace, Language::English);
    says_not(&text, &["For the next predicate"]);
    // All aspects are alike: none is strongest.
    says_not(&text, &["The strongest aspect"]);
    says(&text, &["All 47 indicators reach the target level 3."]);
}

#[test]
fn a_level_that_evaluators_gave_is_called_a_self_assessment() {
    let mut workspace = bandar_lampung();
    crate::result::testing::score(&mut workspace, "hukum", "1,3,document,2024-07-02,,Ada.\n");
    says(&of(&workspace, Language::English), &["In the self-assessment of 2024, "]);
    says(&of(&workspace, Language::Indonesian), &["Dalam penilaian mandiri tahun 2024, "]);
}

#[test]
fn the_strongest_and_the_weakest_aspect_are_named_with_their_values() {
    says(
        &of(&bandar_lampung(), Language::Indonesian),
        &[
            "Aspek terkuat adalah Layanan Administrasi Pemerintahan Berbasis Elektronik (3,90); yang terlemah Perencanaan Strategis SPBE (1,50).",
        ],
    );
}

#[test]
fn what_lies_below_the_target_is_counted_and_its_lowest_named() {
    let text = of(&bandar_lampung(), Language::English);
    let below = BANDAR_LAMPUNG.iter().filter(|level| **level < 3).count();
    says(&text, &[&format!("{below} of 47 indicators lie below the target level 3; the lowest: ")]);
    // One row of three services: rows, not indicators.
    says(&of(&denpasar(), Language::English), &["of 37 scored rows lie below the target level 3"]);
    says(&of(&in_progress(), Language::English), &["rows that are scored so far lie below the target level 3"]);
    says(
        &of(&aiming(denpasar(), "2.60", 0), Language::Indonesian),
        &["Semua 37 baris penilaian mencapai target level 0."],
    );
}

#[test]
fn an_open_evaluation_is_a_draft_without_index_strength_or_change() {
    let workspace = in_progress();
    for (language, says_so, never) in [
        (Language::Indonesian, "Belum ada indeks: ", ["memperoleh indeks", "Aspek terkuat adalah"]),
        (Language::English, "There is no index yet: ", ["obtained an index", "The strongest aspect is"]),
    ] {
        let text = of(&workspace, language);
        says(&text, &[says_so]);
        says_not(&text, &never);
    }
    says(&of(&workspace, Language::English), &["3 of 35 indicators of Pemerintah Kabupaten Pemalang are still open."]);
    says(&of(&workspace, Language::English), &["Of the aspects that are scored in full, the strongest is"]);
}

#[test]
fn last_cycle_is_told_as_a_rise_a_fall_or_no_change() {
    let (lower, higher) = (denpasar(), {
        let mut workspace = denpasar();
        let mut levels = crate::result::testing::DENPASAR;
        levels[0] += 1;
        settle(&mut workspace, &levels);
        workspace
    });
    let [lower, higher] = [&lower, &higher].map(|workspace| Report::of(workspace, &[]).expect("a report"));
    let rose = summary(&higher.clone().beside(&lower), Language::English);
    says(&rose, &["Compared with 2018 (2.64), the index rose by 0.0", "1 (1) rose, 0 fell and 36 stayed."]);
    let fell = summary(&lower.clone().beside(&higher), Language::Indonesian);
    says(&fell, &["Dibanding tahun 2018 (", "indeks turun 0,0", "yang naik 0, yang turun 1 (1), dan yang tetap 36."]);
    let same = summary(&lower.clone().beside(&lower), Language::English);
    says(
        &same,
        &["The index is the same as in 2018 (2.64).", "Of 37 indicators that compare, 0 rose, 0 fell and 37 stayed."],
    );
    says_not(&same, &["another instrument was used"]);
}

#[test]
fn another_instrument_is_said_to_compare_only_in_part() {
    let (earlier, now) = (denpasar(), bandar_lampung());
    let earlier = Report::of(&earlier, &[]).expect("a report");
    let now = Report::of(&now, &[]).expect("a report").beside(&earlier);
    says(&summary(&now, Language::English), &["In 2018 another instrument was used (", "do not compare in full."]);
    says(&summary(&now, Language::Indonesian), &["Tahun 2018 memakai instrumen lain ("]);
}

#[test]
fn what_the_ministry_found_is_told_with_what_was_judged_too_high() {
    let workspace = bandar_lampung();
    let higher = BANDAR_LAMPUNG.iter().filter(|level| **level > 2).count();
    says(
        &of(&workspace, Language::English),
        &[
            "The external evaluation gave the index 2.25 (",
            &format!("The agency judged {higher} indicators higher than the external evaluation."),
        ],
    );
    let mut same = workspace.clone();
    for assessed in &mut same.external {
        assessed.level.value = 5.into();
    }
    says(&of(&same, Language::English), &["No indicator was judged higher by the agency."]);
    let mut partly = workspace;
    partly.external.truncate(3);
    says_not(&of(&partly, Language::English), &["The external evaluation gave"]);
}

#[test]
fn an_instrument_with_decimals_shows_them() {
    let text = of(&pemdi(), Language::Indonesian);
    says(&text, &["indeks Pemerintah Digital", "target level 3,00"]);
}
