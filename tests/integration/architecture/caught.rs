//! What the checker of the house must catch, however it is written, and what it must let pass.

use crate::architecture::source::Source;
use crate::architecture::{wrong_duties, wrong_imports};

/// Says what is wrong with a text that stands in a module.
fn said(module: &[&str], text: &str) -> Vec<String> {
    let source = Source::parse("x.rs", module, text);
    [wrong_imports(&source), wrong_duties(&source)].concat()
}

#[track_caller]
fn caught(module: &[&str], text: &str, told: &str) {
    let said = said(module, text);
    assert!(said.iter().any(|one| one.ends_with(told)), "{text:?} should be told as {told:?}: {said:?}");
}

#[track_caller]
fn let_pass(module: &[&str], text: &str) {
    assert_eq!(said(module, text), [""; 0], "{text}");
}

#[test]
fn an_import_is_seen_in_every_dress() {
    let index = ["index", "exact"];
    for (text, told) in [
        ("use crate::result;", "imports: crate::result"),
        ("use crate::result as outcome;", "imports: crate::result"),
        ("use crate::{format, result};", "imports: crate::result"),
        ("use crate::{format, model::{id::Id, row}, result::{self, report::Report}};", "imports: crate::result"),
        ("use crate::{format, result::{facts, report::Report}};", "imports: crate::result::report::Report"),
        ("use super::super::result::report;", "imports: crate::result::report"),
        ("use crate::result::*;", "imports: crate::result::*"),
        ("use crate::*;", "imports: crate::*"),
        ("use crate as house; fn f() { house::store::load::load(); }", "imports: crate::store::load::load"),
        ("fn f() { crate::store::load::load(); }", "imports: crate::store::load::load"),
        ("fn f() -> Vec<crate::result::report::Report> { Vec::new() }", "imports: crate::result::report::Report"),
        ("fn f() { println_it!(1, crate::store::load::load()); }", "imports: crate::store::load::load"),
        ("#[derive(crate::data::Shown)] struct S;", "imports: crate::data::Shown"),
        ("mod inner { fn f() { super::super::super::cli::run(); } }", "imports: crate::cli::run"),
        ("impl crate::terminal::Shown for u8 {}", "imports: crate::terminal::Shown"),
    ] {
        caught(&index, text, told);
    }
}

#[test]
fn rooms_of_one_floor_are_strangers() {
    for (room, other) in [
        ("outline", "form"),
        ("form", "outline"),
        ("terminal", "data"),
        ("workbook", "terminal"),
        ("findings", "data"),
        ("paper", "result"),
        ("paper", "model"),
        ("store", "result"),
        ("check", "result"),
        ("data", "store"),
        ("cli", "probe"),
    ] {
        caught(&[room], &format!("use crate::{other};"), &format!("imports: crate::{other}"));
    }
    caught(&["attic"], "", "the room `attic` is not in the table");
}

#[test]
fn a_duty_is_seen_in_every_dress() {
    let index = ["index"];
    for (text, told) in [
        ("use std::{fs, io};", "touches the disk: std::fs"),
        ("use std::fs::File;", "touches the disk: std::fs::File"),
        ("use std::fs as disk; fn f() { disk::read(\"x\"); }", "touches the disk: std::fs::read"),
        ("fn f() { std::fs::read(\"x\"); }", "touches the disk: std::fs::read"),
        ("fn f() { format!(\"{}\", std::fs::read(\"x\")); }", "touches the disk: std::fs::read"),
        ("fn f(path: &std::path::Path) -> bool { path.exists() }", "touches the disk: exists"),
        ("fn f(path: &std::path::Path) { vec![path.is_dir()]; }", "touches the disk: is_dir"),
        (
            "use std::path::Path; const F: fn(&Path) -> bool = Path::is_file;",
            "touches the disk: std::path::Path::is_file",
        ),
        ("fn f() { std::env::var(\"X\"); }", "reads the environment: std::env::var"),
        ("use std::{env, path::Path}; fn f() { env::args(); }", "reads the environment: std::env::args"),
        ("use jiff::Zoned; fn f() { Zoned::now(); }", "reads the clock: jiff::Zoned::now"),
        ("use std::time::{Duration, SystemTime};", "reads the clock: std::time::SystemTime"),
        ("use std::time::Instant;", "measures time: std::time::Instant"),
        ("fn f() { std::io::stdin().lines(); }", "reads standard input: std::io::stdin"),
        ("use std::io; fn f() { io::read_to_string(io::stdin()); }", "reads standard input: std::io::stdin"),
        ("use std::io::{self, Write}; fn f() { io::stdout().lock(); }", "prints: std::io::stdout"),
        ("fn f() { println!(\"x\"); }", "prints: println"),
        ("use serde::Serialize; #[derive(Debug, Serialize)] struct S;", "serialises: serde::Serialize"),
        ("#[derive(serde::Serialize)] struct S;", "serialises: serde::Serialize"),
        ("fn f() { std::process::Command::new(\"x\"); }", "runs a program: std::process::Command::new"),
        ("use std::net::TcpStream;", "goes to the network: std::net::TcpStream"),
    ] {
        caught(&index, text, told);
    }
}

#[test]
fn what_a_place_is_there_for_passes() {
    let_pass(&["store", "read"], "use std::fs; fn f(p: &std::path::Path) { fs::read(p); p.exists(); }");
    let_pass(&["cli", "context"], "fn f() { std::env::var(\"X\"); jiff::Zoned::now(); std::io::stdin(); }");
    let_pass(&["cli", "ui"], "fn f() { std::io::stdout(); }");
    let_pass(&["data", "row"], "use serde::Serialize; use crate::bilingual; use crate::text::json;");
    let_pass(&["outline"], "use crate::paper::document; use crate::result::report::Report;");
    let_pass(&["index"], "use crate::format::reading; fn f() { crate::bilingual!(\"a\", \"b\"); self::exact::f(); }");
    let_pass(&["index"], "use std::io; fn f(e: io::Error) {} use jiff::civil::Date;");
    // What is compiled for tests alone may build on anything.
    let_pass(&["index"], "#[cfg(test)] mod tests { use crate::store; use std::fs; fn f() { println!(\"x\"); } }");
    let_pass(&["index"], "#[cfg(test)] use crate::store;");
    let_pass(&["model"], "#[cfg_attr(test, derive(serde::Serialize))] struct S;");
    caught(&["model"], "#[cfg_attr(unix, derive(serde::Serialize))] struct S;", "serialises: serde::Serialize");
    let_pass(&["index"], "/// See `std::fs` and [`crate::cli`].\nstruct S;");
}

#[test]
fn lines_and_doors_are_counted_without_the_tests() {
    let text = "//! What it is for.\npub fn a() {}\npub(crate) struct S {\n    pub(super) field: u8,\n    own: u8,\n}\n\
                #[cfg(test)]\nmod tests {\n    pub fn b() {}\n}\n";
    let source = Source::parse("x.rs", &["index"], text);
    assert_eq!((source.lines, source.visible, source.documented), (6, (1, 2), true));
    assert!(!Source::parse("x.rs", &["index"], "// no\n").documented);
}

#[test]
fn what_does_not_say_what_it_is_for_is_named() {
    let text = "//! What it is for.\n/// Said.\nfn a() { const HERE: u8 = 1; }\nfn b() {}\nstruct S;\nimpl S { fn c() {} }\n\
                impl Clone for S { fn clone(&self) -> Self { S } }\n#[derive(Args, Debug)]\nstruct T;\n#[cfg(test)]\nfn d() {}\n";
    assert_eq!(Source::parse("x.rs", &["index"], text).undocumented, ["b", "S", "c"]);
}
