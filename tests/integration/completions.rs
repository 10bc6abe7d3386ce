//! What a shell is offered for a word: by the tool itself, and through the scripts in shells that are there.

use std::path::Path;
use std::process::Command;

use crate::harness::Place;
use crate::tools;

/// Returns what the last of some words can become: each value with what it is.
fn offered(place: &Place, line: &[&str]) -> Vec<(String, String)> {
    let at = (line.len() - 1).to_string();
    let ran = place.spbe_with(&[&["complete-word", "--", &at], line].concat(), &[]).code(0);
    assert_eq!(ran.stderr, "", "{line:?}");
    let lines = ran.stdout.lines().map(|line| line.split_once('\t').expect("a value and what it is"));
    lines.map(|(value, help)| (value.to_owned(), help.to_owned())).collect()
}

#[test]
fn every_kind_of_argument_is_offered_what_this_workspace_has_for_it() {
    let place = Place::example("pemalang-2018");
    let first = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        offered(&place, &words).into_iter().next().map(|(value, _)| value).unwrap_or_default()
    };
    for (line, value) in [
        ("spbe appr", "approve"),
        ("spbe score 35", "35-1"),
        ("spbe show ", "1"),
        ("spbe score 12 --by ka", "kadis-kominfo"),
        ("spbe score 12 --by hukum --evidence perbup-3", "perbup-30-2017-b5b10c"),
        ("spbe assign 1 --to ka", "kadis-kominfo"),
        ("spbe agree 12 --same-as hu", "hukum"),
        ("spbe export --for hu", "hukum"),
        ("spbe brief hu", "hukum"),
        ("spbe team set hu", "hukum"),
        ("spbe team replace hu", "hukum"),
        ("spbe team remove hu", "hukum"),
        ("spbe evidence link perbup-3", "perbup-30-2017-b5b10c"),
        ("spbe evidence replace perbup-3", "perbup-30-2017-b5b10c"),
        ("spbe evidence list --for 35", "35-1"),
        ("spbe unit set Bapp", "Bappeda"),
        ("spbe unit move 12 --to Bapp", "Bappeda"),
        ("spbe form req", "request"),
        ("spbe form request --unit Bapp", "Bappeda"),
        ("spbe explain no-ev", "no-evidence"),
        ("spbe validate --deny no-ev", "no-evidence"),
        ("spbe evidence add x.pdf --id ", ""),
        ("spbe team add hu", ""),
    ] {
        assert_eq!(first(line), value, "{line}");
    }
    let named = offered(&place, &["spbe", "show", "12"]);
    assert_eq!(named, [("12".to_owned(), "Kebijakan Internal Layanan Manajemen Kinerja".to_owned())]);
}

#[test]
fn a_completion_takes_the_workspace_of_its_line_and_never_fails() {
    let (place, other) = (Place::example("pemalang-2018"), Place::empty());
    let folder = place.path().to_str().expect("a path");
    assert_eq!(offered(&other, &["spbe", "-C", folder, "show", "12"])[0].0, "12");
    assert!(offered(&other, &["spbe", "show", "12"]).is_empty(), "there is no workspace here");
    assert_eq!(offered(&other, &["spbe", "explain", "no-evi"])[0].0, "no-evidence");
    for broken in ["spbe.toml", "instrument.yaml", "team.toml", "evidence.csv"] {
        place.write(broken, "= [[ \u{0}");
        offered(&place, &["spbe", "show", ""]);
    }
    for line in [&[""][..], &["spbe", "\u{1b}[2J"], &["spbe", "--by"], &["spbe", "no-such", "x", ""], &["spbe", "-C"]] {
        offered(&place, line);
    }
}

#[test]
fn what_somebody_wrote_cannot_act_on_the_terminal_of_who_completes() {
    let place = Place::example("pemalang-2018");
    place.edit("team.toml", "name = \"Kepala Bagian Hukum\"", "name = \"Kepala\\u001b[2J\\tBagian\"");
    let offered = offered(&place, &["spbe", "score", "1", "--by", "huk"]);
    assert_eq!(offered.len(), 1);
    assert!(!offered[0].1.contains(|letter: char| letter.is_control()), "{offered:?}");
}

/// Runs a script of a shell with the tool on its path.
fn shell(place: &Place, program: &str, script: &str) -> Option<String> {
    let tool = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let path = format!("{}:/usr/bin:/bin", tool.display());
    let mut command = Command::new(program);
    command.args(["-c", script]).current_dir(place.path()).env("PATH", path).env("HOME", place.path());
    tools::printed(&mut command)
}

#[test]
fn the_scripts_complete_in_their_shells() {
    let place = Place::example("pemalang-2018");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = place.spbe(&["completions", shell]).code(0).stdout;
        assert!(script.contains("complete-word") && !script.contains("Invoke-Expression"), "{shell}");
        place.write(&format!("spbe.{shell}"), script);
    }
    let line = "spbe form request --unit Bagian";
    let bash =
        format!("source spbe.bash; COMP_WORDS=({line}); COMP_CWORD=4; _spbe; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
    let said = shell(&place, "bash", &bash).expect("bash is everywhere");
    assert!(said.contains("Bagian\\ Hukum\\ Setda\n") && said.lines().all(|line| line.starts_with("Bagian")), "{said}");
    if let Some(said) = shell(&place, "fish", &format!("source spbe.fish; complete -C '{line}'")) {
        assert!(said.contains("Bagian\\ Hukum\\ Setda") || said.contains("Bagian Hukum Setda"), "{said}");
    }
    let zsh = format!(
        "compdef() {{ :; }}; _describe() {{ print -rl -- ${{(P)2}}; }}; source ./spbe.zsh; words=({line}); CURRENT=5; _spbe"
    );
    if let Some(said) = shell(&place, "zsh", &zsh) {
        assert!(said.contains("Bagian Hukum Setda:"), "{said}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_command_in_the_language_spoken() {
    let place = Place::empty();
    place.spbe(&["man", "--dir", "man1", "--lang", "id"]).code(0);
    let page = place.read("man1/spbe-evidence-add.1");
    assert!(page.contains("Data dukung") || page.contains("data dukung") || page.contains("dokumen"), "{page}");
    assert!(place.read("man1/spbe.1").contains("bundle"));
    let before = place.snapshot();
    place.spbe(&["man", "--dir", "man1", "--lang", "id"]).code(0);
    assert_eq!(place.snapshot(), before, "the same pages each time");
    assert!(before.len() > 40 && !before.iter().any(|(name, _)| name.contains("complete-word")), "{}", before.len());
}
