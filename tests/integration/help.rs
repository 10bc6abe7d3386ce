//! Help is part of the product: every page of it, in both languages, is kept as it is printed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::harness::{Place, copy, spbe_in};

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

/// Returns the example lines of every page of help, each once.
fn examples() -> Vec<String> {
    let place = Place::empty();
    let mut found = Vec::new();
    commands(&place, &[], &mut found);
    let pages = found.iter().map(|command| page(&place, command, "en"));
    let lines: BTreeSet<String> = pages
        .flat_map(|page| {
            let examples = page.split_once("\nExamples:\n").map_or("", |(_, rest)| rest).to_owned();
            let mut lines: Vec<String> = Vec::new();
            for line in examples.lines().filter_map(|line| line.strip_prefix("    ")) {
                // A long one goes on in the next line.
                match lines.last_mut().filter(|_| !line.starts_with("spbe ")) {
                    Some(last) => *last += &format!(" {line}"),
                    None => lines.push(line.to_owned()),
                }
            }
            lines
        })
        .collect();
    lines.into_iter().collect()
}

/// Splits a line as a shell does, as far as an example goes: at spaces outside of quotes.
fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            letter => words.last_mut().expect("a word").push(letter),
        }
    }
    words
}

#[test]
fn every_example_in_help_does_what_it_says() {
    let ready = Place::example("pemalang-2018");
    ready.write("perbup.pdf", "%PDF-1.4 Peraturan Bupati\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    ready.write("hasil.csv", "No;Nilai Akhir\n1;2\n2;2\n");
    // Who has left nothing behind, and a unit that owns nothing, can be removed.
    let team = ready.read("team.toml") + "\n[[unit]]\nname = \"Bagian Arsip\"\nindicators = []\n";
    ready.write("team.toml", team);
    let magang = ["--name", "Magang", "--unit", "Bappeda", "--role", "member", "--function", "law"];
    ready.spbe(&[&["team", "add", "magang"], &magang[..]].concat()).code(0);
    ready.write("konsep.txt", "Konsep surat edaran tentang data");
    ready.spbe(&["evidence", "add", "konsep.txt", "--for", "12", "--dated", "2018-06-01"]).code(0);
    ready.spbe(&["export", "--for", "hukum", "-o", "isian-hukum.xlsx"]).code(0);
    ready.spbe(&["bundle", "-o", "diterima.zip", "--with-findings"]).code(0);
    let examples = examples();
    assert!(examples.len() > 55, "{}", examples.len());
    let mut failed = String::new();
    for line in examples {
        let words = split(&line);
        let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        // A new workspace is made beside the old one, all else is done within it.
        let around = Place::empty();
        let within = around.path().join("pemalang-2018");
        copy(ready.path(), &within);
        let folder = if arguments[0] == "init" { around.path() } else { &within };
        let ran = spbe_in(folder, &arguments, &[("SPBE_LANG", "en")]);
        // Of the bundle nothing was approved, which is what checking it finds.
        let expected = i32::from(arguments.contains(&"--verify"));
        if ran.code != expected || words[0] != "spbe" {
            failed += &format!("{line}: {}\n{}", ran.code, ran.stderr);
        }
    }
    assert_eq!(failed, "");
}
