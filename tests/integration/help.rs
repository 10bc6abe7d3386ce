//! Help is part of the product: every page of it, in both languages, is kept as it is printed.

use std::fmt::Write as _;

use crate::harness::Place;

/// Walks the tree of commands as help itself shows it: each one before its own.
fn commands(place: &Place, command: &[String], found: &mut Vec<Vec<String>>) {
    found.push(command.to_vec());
    let page = page(place, command, "en");
    let listed = page.split_once("\nCommands:\n").map_or("", |(_, rest)| rest);
    for line in listed.lines().take_while(|line| !line.is_empty()) {
        // What goes on under a name stands further in.
        if let Some(name) = line.strip_prefix("  ").filter(|line| !line.starts_with(' ')) {
            let name = name.split_whitespace().next().expect("a name");
            commands(place, &[command, &[name.to_owned()]].concat(), found);
        }
    }
}

fn page(place: &Place, command: &[String], language: &str) -> String {
    let arguments: Vec<&str> = command.iter().map(String::as_str).chain(["--help", "--lang", language]).collect();
    place.spbe_with(&arguments, &[]).code(0).stdout
}

fn pages(language: &str) -> String {
    let place = Place::empty();
    let mut found = Vec::new();
    commands(&place, &[], &mut found);
    let mut pages = String::new();
    for command in found {
        let name: String = command.iter().map(|part| format!("{part} ")).collect();
        let _ = writeln!(pages, "$ spbe {name}--help\n{}", page(&place, &command, language));
    }
    pages
}

#[test]
fn the_tree_of_commands_is_walked_to_its_leaves() {
    let mut found = Vec::new();
    commands(&Place::empty(), &[], &mut found);
    let named = |name: &str| found.iter().any(|command| command.join(" ") == name);
    assert!(found.len() >= 30 && named("") && named("init") && named("evidence list") && named("recommend set"));
}

#[test]
fn help_in_indonesian() {
    insta::assert_snapshot!(pages("id"));
}

#[test]
fn help_in_english() {
    insta::assert_snapshot!(pages("en"));
}
