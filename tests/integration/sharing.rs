//! Who evaluates what: shared out by rule beside what was assigned by hand, and listed.

use crate::harness::Place;

/// Pemalang with five assignments left, made by hand.
fn nearly_empty() -> Place {
    let place = Place::example("pemalang-2018");
    let kept: Vec<String> = place.read("assignments.csv").lines().take(6).map(str::to_owned).collect();
    place.write("assignments.csv", kept.join("\n") + "\n");
    place
}

#[test]
fn rows_without_an_evaluator_are_shared_out_and_each_line_says_why() {
    let place = nearly_empty();
    let by_hand = place.read("assignments.csv");
    let before = place.snapshot();
    let shown = place.spbe(&["assign", "--auto", "--dry-run", "--lang", "en"]).code(0).stdout;
    assert!(shown.contains("function archives"), "a dry run says why too: {shown}");
    assert_eq!(place.snapshot(), before, "a dry run writes nothing");
    let ran = place.spbe(&["assign", "--auto", "--due", "2018-07-31", "--lang", "en"]).code(0);
    assert!(ran.stdout.contains("    8  arsip: function archives; the owning unit is avoided\n"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains(": least load") && ran.stdout.contains("; the owning unit is avoided\n"),
        "{}",
        ran.stdout
    );
    assert!(!ran.stdout.contains("there is nobody else"), "{}", ran.stdout);
    let now = place.read("assignments.csv");
    assert!(by_hand.lines().all(|line| now.lines().any(|other| other == line)), "what was assigned by hand is kept");
    let found = place.spbe(&["validate", "--stage", "planning", "--format", "short"]).code(0).stdout;
    for rule in ["indicator-unassigned", "own-unit", "unknown-member", "duplicate-assignment"] {
        assert!(!found.contains(rule), "{found}");
    }
    let again = place.spbe(&["assign", "--auto"]).code(0);
    assert!(again.stderr.contains("There is nothing to assign.") && again.stdout.is_empty(), "{}", again.stderr);
    assert_eq!(place.read("assignments.csv"), now);
    let some = nearly_empty();
    some.spbe(&["assign", "20..22", "--auto", "--each", "2"]).code(0);
    assert_eq!(some.read("assignments.csv").lines().count(), 6 + 6, "the rows that were named alone");
}

#[test]
fn nobody_gets_more_than_the_most_and_the_rest_is_told() {
    let place = nearly_empty();
    let ran = place.spbe(&["assign", "--auto", "--max-load", "2", "--lang", "en"]).code(0);
    assert!(ran.stderr.contains("there are too few evaluators for "), "{}", ran.stderr);
    let listed = place.spbe(&["assign", "list", "--format", "csv"]).code(0).stdout;
    let mut loads = std::collections::BTreeMap::new();
    for line in listed.lines().skip(1).filter(|line| !line.contains(",,")) {
        let member = line.rsplit(',').nth(1).expect("a member").to_owned();
        *loads.entry(member).or_insert(0) += 1;
    }
    // Law had two by hand already.
    assert!(loads.values().all(|load| *load <= 2), "{loads:?}");
    let json = place.spbe(&["assign", "list", "--format", "json"]).code(0).json();
    let rows = json["rows"].as_array().expect("rows");
    assert!(
        rows.iter().any(|row| row["members"].as_array().is_some_and(Vec::is_empty)),
        "what nobody evaluates is told"
    );
    let text = place.spbe(&["assign", "list", "--lang", "id"]).code(0).stdout;
    assert!(text.contains("Anggota\n") && text.contains("Tanpa penilai\n"), "{text}");
    for (arguments, says) in [
        (&["assign", "12"][..], "no member is named"),
        (&["assign", "--auto", "--each", "0"], "no evaluator for any indicator"),
        (&["assign", "--auto", "--each", "99"], "only 12 members assess"),
        (&["assign", "--to", "arsip"], "no indicator is named"),
        (&["assign", "12", "--to", "arsip", "--each", "2"], "--auto"),
        (&["assign", "12", "--auto", "--to", "arsip"], "does not go with"),
    ] {
        let said = place.spbe(arguments).code(2).stderr;
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
}
