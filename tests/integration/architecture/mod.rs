//! The house stays as it was planned: imports run one way, and each duty has one place.
//!
//! The sources are parsed, so that no way to write an import is overlooked; `caught` tries them all.

mod caught;
mod names;
mod source;

use crate::architecture::names::Name;
use crate::architecture::source::Source;

/// The rooms, and what each may import besides itself; each stands behind all that it imports.
const ROOMS: [(&str, &[&str]); 18] = [
    ("text", &[]),
    ("diagnostic", &["text"]),
    ("model", &["diagnostic", "text"]),
    ("format", &["model", "diagnostic", "text"]),
    ("index", &["format", "model", "diagnostic", "text"]),
    ("check", &["index", "format", "model", "diagnostic", "text"]),
    ("result", &["check", "index", "format", "model", "diagnostic", "text"]),
    ("paper", &["text"]),
    ("findings", &["result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("outline", &["paper", "result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("form", &["paper", "result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("submission", &["result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("workbook", &["paper", "result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("terminal", &["result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("data", &["result", "check", "index", "format", "model", "diagnostic", "text"]),
    ("store", &["format", "model", "diagnostic", "text"]),
    ("cli", BELOW_CLI),
    ("probe", BELOW_CLI),
];

/// What the command line stands on.
const BELOW_CLI: &[&str] = &[
    "store",
    "findings",
    "outline",
    "form",
    "submission",
    "workbook",
    "terminal",
    "data",
    "paper",
    "result",
    "check",
    "index",
    "format",
    "model",
    "diagnostic",
    "text",
];

/// A macro that stands at the root, for macros can't stand elsewhere, and belongs to a room.
const ROOTED: [(&str, &str); 1] = [("bilingual", "text")];

/// What only some places may do: the duty, those places, the names that give it away, and the methods.
struct Duty {
    duty: &'static str,
    places: &'static [&'static str],
    names: &'static [&'static str],
    methods: &'static [&'static str],
}

const DUTIES: [Duty; 9] = [
    Duty {
        duty: "touches the disk",
        places: &["store"],
        names: &[
            "std::fs",
            "std::path::Path::exists",
            "std::path::Path::is_dir",
            "std::path::Path::is_file",
            "std::path::Path::is_symlink",
            "std::os::unix::fs",
            "tempfile",
            "walkdir",
        ],
        methods: &[
            "canonicalize",
            "exists",
            "is_dir",
            "is_file",
            "is_symlink",
            "metadata",
            "read_dir",
            "read_link",
            "symlink_metadata",
            "try_exists",
        ],
    },
    Duty {
        duty: "reads the environment",
        places: &["cli::context"],
        names: &["std::env", "terminal_size"],
        methods: &[],
    },
    Duty {
        duty: "reads the clock",
        places: &["cli::context"],
        names: &["jiff::Timestamp::now", "jiff::Zoned::now", "std::time::SystemTime"],
        methods: &[],
    },
    // How long one waits for another is no date: nothing that is written shows it.
    Duty { duty: "measures time", places: &["store::lock"], names: &["std::time::Instant"], methods: &[] },
    Duty {
        duty: "reads standard input",
        places: &["cli::context"],
        names: &["std::io::stdin", "std::io::Stdin"],
        methods: &[],
    },
    Duty {
        duty: "prints",
        places: &["cli::ui"],
        names: &[
            "std::io::stdout",
            "std::io::stderr",
            "std::io::Stdout",
            "std::io::Stderr",
            "anstream::stdout",
            "anstream::stderr",
            "anstream::AutoStream",
            "print",
            "println",
            "eprint",
            "eprintln",
            "dbg",
        ],
        methods: &[],
    },
    Duty {
        duty: "serialises",
        places: &["findings", "data", "text::json"],
        names: &[
            "serde::Serialize",
            "serde::ser",
            "serde_json::to_string",
            "serde_json::to_vec",
            "serde_json::to_writer",
        ],
        methods: &[],
    },
    // The person's own editor, and git where there is one: nothing else is run.
    Duty {
        duty: "runs a program",
        places: &["store::editor", "store::git"],
        names: &["std::process::Command"],
        methods: &[],
    },
    Duty { duty: "goes to the network", places: &[], names: &["std::net", "std::os::unix::net"], methods: &[] },
];

/// Returns the imports of a file that its room may not have.
fn wrong_imports(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else { return Vec::new() };
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![format!("{}: the room `{room}` is not in the table", source.file)];
    };
    let wrong = |name: &&Name| {
        let Some(rest) = name.path.strip_prefix("crate") else { return false };
        let imported = rest.trim_start_matches("::").split("::").next().unwrap_or_default();
        let imported = ROOTED.iter().find(|(rooted, _)| *rooted == imported).map_or(imported, |(_, home)| home);
        imported != room && !allowed.contains(&imported)
    };
    source
        .names
        .iter()
        .filter(|name| name.path.split("::").next() == Some("crate"))
        .filter(wrong)
        .map(|name| told(source, name, "imports"))
        .collect()
}

/// Returns what a file does that others are there for.
fn wrong_duties(source: &Source) -> Vec<String> {
    let mut wrong = Vec::new();
    for Duty { duty, places, names, methods } in &DUTIES {
        if places.iter().any(|place| source.within(place))
            || source.file == "main.rs" && *duty == "reads the environment"
        {
            continue;
        }
        let used = source.names.iter().filter(|name| names.iter().any(|given| name.is_within(given)));
        let called = source.methods.iter().filter(|name| methods.contains(&name.path.as_str()));
        wrong.extend(used.chain(called).map(|name| told(source, name, duty)));
    }
    wrong
}

fn told(source: &Source, name: &Name, does: &str) -> String {
    format!("src/{}:{} {does}: {}", source.file, name.line, name.path)
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_itself_runs_one_way() {
    for (number, (room, allowed)) in ROOMS.iter().enumerate() {
        for imported in *allowed {
            let above = ROOMS[..number].iter().any(|(earlier, _)| earlier == imported);
            assert!(above, "{room} may import {imported}, which does not stand before it");
        }
    }
}

#[test]
fn imports_run_one_way() {
    none(&source::all().iter().flat_map(wrong_imports).collect::<Vec<_>>());
}

#[test]
fn every_duty_has_one_place() {
    none(&source::all().iter().flat_map(wrong_duties).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    let sources = source::all();
    assert!(sources.len() > 200, "the sources were found");
    for source in sources {
        assert!(source.documented, "{} has no module documentation", source.file);
        assert!(source.lines <= 400, "{} has {} lines", source.file, source.lines);
    }
}

#[test]
fn every_item_says_what_it_is_for() {
    let missing = source::all().iter().flat_map(|source| {
        source.undocumented.iter().map(|name| format!("{}: `{name}` does not say what it is for", source.file))
    });
    none(&missing.collect::<Vec<_>>());
}

#[test]
fn the_entry_is_small_and_only_links_the_library() {
    let sources = source::all();
    let entry = sources.iter().find(|source| source.file == "main.rs").expect("main.rs");
    assert!(entry.lines <= 40);
    assert!(entry.names.iter().all(|name| !name.is_within("spbe") || name.is_within("spbe::cli::run")));
}

#[test]
fn almost_nothing_is_for_everybody() {
    let (public, restricted) = source::all()
        .iter()
        .fold((0, 0), |(public, restricted), source| (public + source.visible.0, restricted + source.visible.1));
    let share = restricted * 1000 / (public + restricted);
    println!("{public} for everybody, {restricted} for the crate or less: {share} of 1000 restricted");
    assert!(share > 950, "{public} are `pub`, {restricted} are restricted: {share} of 1000");
}

#[test]
fn what_is_for_everybody_stands_at_two_doors() {
    for source in source::all() {
        let door = source.module.is_empty() || source.within("probe") || source.module == ["cli"];
        assert!(door || source.visible.0 == 0, "{} opens {} things to everybody", source.file, source.visible.0);
    }
}
