//! Help is part of the product: every page of it, in both languages, is kept as it is printed.

use std::fmt::Write as _;

use crate::harness::Place;

const COMMANDS: [&[&str]; 29] = [
    &[],
    &["init"],
    &["assign"],
    &["score"],
    &["validate"],
    &["report"],
    &["instrument"],
    &["instrument", "list"],
    &["instrument", "show"],
    &["instrument", "check"],
    &["team"],
    &["team", "add"],
    &["team", "list"],
    &["unit"],
    &["unit", "add"],
    &["brief"],
    &["evidence"],
    &["evidence", "add"],
    &["evidence", "link"],
    &["evidence", "replace"],
    &["evidence", "remove"],
    &["show"],
    &["agree"],
    &["recommend"],
    &["recommend", "list"],
    &["recommend", "set"],
    &["form"],
    &["explain"],
    &["fmt"],
];

fn pages(language: &str) -> String {
    let place = Place::empty();
    let mut pages = String::new();
    for command in COMMANDS {
        let arguments: Vec<&str> = command.iter().copied().chain(["--help", "--lang", language]).collect();
        let page = place.spbe_with(&arguments, &[]).code(0).stdout;
        let _ = writeln!(pages, "$ spbe {}\n{page}", arguments[..arguments.len() - 2].join(" "));
    }
    pages
}

#[test]
fn help_in_indonesian() {
    insta::assert_snapshot!(pages("id"));
}

#[test]
fn help_in_english() {
    insta::assert_snapshot!(pages("en"));
}
