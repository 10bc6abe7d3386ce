//! Every command that writes: as it is meant, dry and quietly; and every command once on a bad request.

use crate::harness::{Place, changes};

/// A request that is done: what is asked, what differs in the folder afterwards, and what is said.
struct Done {
    arguments: &'static [&'static str],
    writes: &'static str,
    says: &'static str,
}

const DONE: [Done; 16] = [
    Done {
        arguments: &["assign", "1", "--to", "probis", "--due", "2018-07-20"],
        writes: "assignments.csv\n+ 1,probis,2018-07-20\n",
        says: "Assigned indicator 1 to probis.",
    },
    Done {
        arguments: &["assign", "1", "--to", "hukum", "--remove"],
        writes: "assignments.csv\n- 1,hukum,2018-07-13\n",
        says: "Took indicator 1 back from hukum.",
    },
    Done {
        arguments: &[
            "score",
            "8",
            "--level",
            "2",
            "--by",
            "arsip",
            "--method",
            "wawancara+dokumen",
            "--explanation",
            "Fakta: \"SK\", pasal 4",
            "--date",
            "2018-07-20",
        ],
        writes: "scores/arsip.csv\n- 8,3,(…)\n+ 8,2,interview+document,2018-07-20,perbup-30-2017-b5b10c,\"Fakta: \"\"SK\"\", pasal 4\"\n",
        says: "arsip scored indicator 8: level 2. Replaced: level, method and explanation. Kept: evidence.",
    },
    Done {
        arguments: &["score", "8", "--clear", "--by", "arsip"],
        writes: "scores/arsip.csv\n- 8,3,(…)\n",
        says: "Removed 1 scores of arsip (indicator 8).",
    },
    Done {
        arguments: &["agree", "1", "--level", "2", "--by", "sekda", "--reason", "Rapat 20 Agustus 2018"],
        writes: "scores/final.csv\n+ 1,2,2018-07-01,sekda,Rapat 20 Agustus 2018,\n",
        says: "Agreed on indicator 1: level 2.",
    },
    Done {
        arguments: &[
            "team",
            "add",
            "humas",
            "--name",
            "Humas",
            "--unit",
            "Setda",
            "--role",
            "anggota",
            "--function",
            "law",
        ],
        writes: "team.toml\n+ [[member]]\n+ id = \"humas\"\n+ name = \"Humas\"\n+ unit = \"Setda\"\n\
                 + role = \"member\"\n+ functions = [\"law\"]\n+ \n",
        says: "Added the member `humas` (Humas).",
    },
    Done {
        arguments: &["unit", "add", "Bagian Humas Setda", "--indicator", "19", "20..21"],
        writes: "team.toml\n+ [[unit]]\n+ name = \"Bagian Humas Setda\"\n+ indicators = [\"19\", \"20..21\"]\n+ \n",
        says: "The unit Bagian Humas Setda owns 19, 20..21.",
    },
    Done {
        arguments: &["brief", "hukum", "probis", "--date", "2018-05-02", "--place", "Aula", "--topic", "Data dukung"],
        writes: "team.toml\n+ \n+ [[briefing]]\n+ date = 2018-05-02\n+ place = \"Aula\"\n+ topic = \"Data dukung\"\n\
                 + attended = [\"hukum\", \"probis\"]\n",
        says: "Recorded the briefing of 2018-05-02: 2 members attended.",
    },
    Done {
        arguments: &[
            "evidence",
            "add",
            "in/Nota Dinas.pdf",
            "--for",
            "1",
            "--level",
            "2",
            "--unit",
            "Setda",
            "--dated",
            "2018-02-03",
        ],
        writes: "evidence-links.csv\n+ 1,nota-dinas-1a2d15,2\nevidence.csv\n\
                 + nota-dinas-1a2d15,document,Nota Dinas,2018-02-03,Setda,evidence/nota-dinas-1a2d15.pdf,1a2d158016ec95856c7f16847fa3ddf11dc00bf87d5a1eb9c3a0dca7297dfa5c\n\
                 evidence/nota-dinas-1a2d15.pdf\n+ %PDF-1.4 nota\n+ %%EOF\n",
        says: "Evidence nota-dinas-1a2d15 for indicator 1.",
    },
    Done {
        arguments: &[
            "evidence",
            "add",
            "https://pemalangkab.example/",
            "--for",
            "1",
            "--id",
            "situs",
            "--title",
            "Situs",
        ],
        writes: "evidence-links.csv\n+ 1,situs,\nevidence.csv\n+ situs,link,Situs,,,https://pemalangkab.example/,\n",
        says: "Evidence situs for indicator 1.",
    },
    Done {
        arguments: &["evidence", "link", "perbup-45-2017-7add35", "--for", "1", "3", "--level", "2"],
        writes: "evidence-links.csv\n+ 1,perbup-45-2017-7add35,2\n+ 3,perbup-45-2017-7add35,2\n",
        says: "Linked `perbup-45-2017-7add35` to indicators 1, 3.",
    },
    Done {
        arguments: &["evidence", "replace", "perbup-45-2017-7add35", "in/Nota Dinas.pdf"],
        writes: "evidence.csv\n- perbup-45-2017-7add35,(…)\n+ perbup-45-2017-7add35,(…)\n\
                 evidence/perbup-45-2017-7add35-1a2d15.pdf\n+ %PDF-1.4 nota\n+ %%EOF\n\
                 evidence/perbup-45-2017-7add35.pdf is gone\n",
        says: "Replaced the file of `perbup-45-2017-7add35`.\nThe title (…)",
    },
    Done {
        arguments: &["evidence", "set", "perbup-45-2017-7add35", "--title", "Perbup 45", "--dated", "3/2/2018"],
        writes: "evidence.csv\n- perbup-45-2017-7add35,(…)\n+ perbup-45-2017-7add35,document,Perbup 45,2018-02-03,(…)\n",
        says: "Changed `perbup-45-2017-7add35`: title: (…)",
    },
    Done {
        arguments: &["agree", "8", "--explanation", "Sudah diatur"],
        writes: "scores/final.csv\n+ 8,,,,,Sudah diatur\n",
        says: "Wrote the answer for indicator 8.",
    },
    Done {
        arguments: &["recommend", "set", "2", "--state", "selesai"],
        writes: "recommendations.csv\n- 2,3,(…)\n+ 2,3,(…)\n",
        says: "Changed the recommendation of indicator 2.",
    },
    Done {
        arguments: &[
            "recommend",
            "set",
            "1",
            "--to-level",
            "4",
            "--action",
            "Reviu",
            "--due",
            "2019-12-31",
            "--priority",
            "low",
        ],
        writes: "recommendations.csv\n+ 1,4,Reviu,Bagian Organisasi Setda,2019-12-31,rendah,internal,open\n",
        says: "Added a recommendation for indicator 1.",
    },
];

fn pemalang() -> Place {
    let place = Place::example("pemalang-2018");
    place.write("in/Nota Dinas.pdf", "%PDF-1.4 nota\n%%EOF");
    place
}

/// Tells whether what differs is what was expected; `(…)` stands for the rest of a line that is long.
#[track_caller]
fn assert_writes(said: &str, expected: &str) {
    let same = |said: &str, expected: &str| match expected.split_once("(…)") {
        Some((start, _)) => said.starts_with(start),
        None => said == expected,
    };
    let (lines, wanted): (Vec<&str>, Vec<&str>) = (said.lines().collect(), expected.lines().collect());
    let all = lines.len() == wanted.len() && lines.iter().zip(&wanted).all(|(said, expected)| same(said, expected));
    assert!(all, "written:\n{said}expected:\n{expected}");
}

/// Returns what a command changed, with the exit code 0, and what it printed and said.
#[track_caller]
fn changed(place: &Place, arguments: &[&str]) -> (String, String, String) {
    let before = place.snapshot();
    let ran = place.spbe(arguments).code(0);
    (changes(&before, &place.snapshot()), ran.stdout, ran.stderr)
}

#[test]
fn several_values_are_told_apart_however_people_write_them() {
    for arguments in [
        &["assign", "9", "10", "--to", "tik", "arsip"][..],
        &["assign", "9,10", "--to", "tik,arsip"],
        &["assign", "--to", "tik", "--to", "arsip", "9", "10"],
    ] {
        let place = Place::example("pemalang-2018");
        place.write("assignments.csv", "indicator,member,due\n");
        place.write(
            "team.toml",
            place.read("team.toml") + "\n[[member]]\nid = \"tik\"\nname = \"T\"\nunit = \"U\"\nrole = \"member\"\n",
        );
        place.spbe(arguments).code(0);
        let expected = "indicator,member,due\n9,arsip,\n9,tik,\n10,arsip,\n10,tik,\n";
        assert_eq!(place.read("assignments.csv"), expected, "{arguments:?}");
    }
    for functions in [&["--function", "a", "b"][..], &["--function", "a,b"], &["--function", "a", "--function", "b"]] {
        let place = Place::example("pemalang-2018");
        let add = ["team", "add", "baru", "--name", "N", "--unit", "U", "--role", "penanggung jawab"];
        let ran = place.spbe(&[&add[..], functions].concat());
        assert!(ran.stderr.contains("there is no function `a`"), "{functions:?}: {}", ran.stderr);
    }
}

#[test]
fn a_function_is_named_by_its_id_or_by_its_name_in_either_language() {
    for function in ["law", "hukum", "Law", "Hukum"] {
        let place = Place::example("pemalang-2018");
        place
            .spbe(&["team", "add", "baru", "--name", "N", "--unit", "U", "--role", "anggota", "--function", function])
            .code(0);
        let team = place.read("team.toml");
        let new = team.split("[[member]]").find(|member| member.contains("id = \"baru\"")).expect("the new member");
        assert!(new.contains("functions = [\"law\"]"), "{function}: {new}");
    }
}

#[test]
fn numbers_as_portals_write_them_are_answered_with_the_indicator() {
    let place = Place::example("pemalang-2018");
    for (text, meant) in [("I1", "1"), ("Indikator 12", "12"), ("2.1", "8")] {
        let ran = place.spbe(&["show", text]).code(2);
        assert!(ran.stderr.contains(&format!("did you mean `{meant}`?")), "{text}: {}", ran.stderr);
    }
    let ran = place.spbe(&["show", "aspek:2", "--format", "json"]).code(0).json();
    assert_eq!(ran["rows"][0]["id"], "8");
    place.spbe(&["team", "add", "baru", "--name", "N", "--unit", "U", "--role", "penanggung-jawab"]).code(0);
}

#[test]
fn help_is_there_where_people_look_for_it_and_a_file_holds_no_colours() {
    let place = Place::example("pemalang-2018");
    let asked = place.spbe(&["help", "evidence", "add"]).code(0).stdout;
    assert_eq!(asked, place.spbe(&["evidence", "add", "--help"]).code(0).stdout);
    assert_eq!(place.spbe(&["help"]).code(0).stdout, place.spbe(&["--help"]).code(0).stdout);
    let ran = place.spbe(&["init", "a", "b", "--agency", "A", "--kind", "city", "--year", "2021"]).code(2);
    assert!(ran.stderr.contains("`b` is one argument too many"), "{}", ran.stderr);
    place.spbe(&["report", "-o", "laporan.txt"]).code(0);
    assert!(!place.read("laporan.txt").contains('\u{1b}'));
}

#[test]
fn a_command_writes_the_lines_that_it_is_asked_for_and_says_so() {
    for Done { arguments, writes, says } in DONE {
        let (written, printed, said) = changed(&pemalang(), arguments);
        assert_writes(&written, writes);
        assert_eq!(printed, "", "{arguments:?}");
        let whole = match says.split_once("(…)") {
            Some((start, _)) => said.contains(start),
            None => said.ends_with(&format!("{says}\n")),
        };
        assert!(whole, "{arguments:?}: {said}");
    }
}

#[test]
fn a_quiet_command_writes_the_same_and_says_nothing_of_it() {
    for Done { arguments, writes, says } in DONE {
        let (written, printed, said) = changed(&pemalang(), &[arguments, &["--quiet"]].concat());
        assert_writes(&written, writes);
        assert_eq!(printed, "", "{arguments:?}");
        assert!(!said.contains(says), "{arguments:?}: {said}");
        assert!(said.lines().all(|line| line.starts_with("warning: ") || line.starts_with("help: ")), "{said}");
    }
}

#[test]
fn a_dry_run_shows_every_line_that_would_come_and_writes_none() {
    for Done { arguments, writes, .. } in DONE {
        let place = pemalang();
        let (written, printed, _) = changed(&place, &[arguments, &["--dry-run"]].concat());
        assert_eq!(written, "", "{arguments:?}");
        assert!(!place.path().join(".spbe").exists(), "not even a lock");
        // The content of a document is told by its size.
        let tables = writes.lines().filter(|line| !line.contains("(…)") && !line.starts_with("+ %"));
        for line in tables.filter(|line| line.starts_with("+ ") || line.starts_with("- ")) {
            assert!(printed.lines().any(|printed| printed == line), "{arguments:?} does not show {line}:\n{printed}");
        }
    }
}

#[test]
fn what_was_asked_twice_is_written_once() {
    for Done { arguments, .. } in DONE {
        // Somebody who is there can't be added, and what is gone can't be taken away or be replaced by itself.
        if matches!(arguments, ["team", "add", ..] | ["evidence", "replace", ..]) {
            continue;
        }
        let place = pemalang();
        place.spbe(arguments).code(0);
        let (written, _, _) = changed(&place, arguments);
        assert_eq!(written, "", "{arguments:?}");
    }
}

#[test]
fn what_a_command_writes_is_canonical_and_no_fault() {
    for Done { arguments, .. } in DONE {
        let place = pemalang();
        place.spbe(arguments).code(0);
        place.spbe(&["fmt", "--check"]).code(0);
        let found = place.spbe(&["validate", "--stage", "planning", "--format", "short"]);
        for rule in ["bad-", "unknown-", "duplicate-", "missing-field", "not-canonical", "evidence-altered"] {
            // A member who owns nothing yet is briefed later; the unit may own what another one owns.
            assert!(!found.stdout.contains(&format!("[{rule}")), "{arguments:?}: {}", found.stdout);
        }
    }
}

/// A request that can't be done, and what is said of it.
const REFUSED: [(&[&str], &str); 44] = [
    (&["assign", "99", "--to", "hukum"], "there is no indicator `99` in this evaluation"),
    (&["assign", "1", "--to", "hukm"], "did you mean `hukum`?"),
    (&["assign", "1", "--to", "hukum", "--due", "2018-02-30"], "`2018-02-30` is no date"),
    (&["assign", "x..", "--to", "hukum"], "`x..` names no indicators"),
    (&["score", "1", "--level", "7", "--by", "hukum"], "use a whole number from 0 to 5"),
    (&["score", "1", "--level", "2", "--by", "nobody"], "there is no member `nobody`"),
    (&["score", "1", "--level", "2"], "add `--by MEMBER`, or set SPBE_MEMBER"),
    (&["score", "1", "--level", "2", "--by", "hukum", "--evidence", "none"], "there is no evidence `none`"),
    (&["score", "1", "--level", "2", "--by", "hukum", "--method", "telepon"], "`telepon` is no value for `--method`"),
    (&["score", "1", "--level", "2", "--by", "hukum", "--method", "document+dokumen"], "`document` is named twice"),
    (&["score", "1", "--level", "2", "--by", "hukum", "--date", "kemarin"], "`kemarin` is no date"),
    (&["agree", "1", "--level", "2", "--by", "hukum", "--reason", "x"], "does not settle levels"),
    (&["agree", "1", "--level", "9", "--by", "sekda", "--reason", "x"], "there is no level `9`"),
    (&["agree", "1", "--level", "2", "--by", "sekda"], "a decision without a reason"),
    (
        &["team", "add", "hukum", "--name", "X", "--unit", "U", "--role", "member"],
        "the member `hukum` is there already",
    ),
    (&["team", "add", "humas", "--name", "X", "--unit", "U", "--role", "boss"], "`boss` is no value for `--role`"),
    (
        &["team", "add", "humas", "--name", "X", "--unit", "U", "--role", "member", "--function", "lawx"],
        "did you mean `law`?",
    ),
    (&["team", "list", "--format", "xml"], "`xml` is no value for `--format <FORMAT>`"),
    (&["unit", "add", "U", "--indicator", "99"], "there is no indicator `99`"),
    (&["brief", "hukm"], "did you mean `hukum`?"),
    (&["evidence", "add", "nowhere.pdf", "--for", "1"], "nowhere.pdf: does not exist"),
    (&["evidence", "add", "in/Nota Dinas.pdf", "--for", "99"], "there is no indicator `99`"),
    (&["evidence", "add", "in/Nota Dinas.pdf", "--for", "1", "--kind", "link"], "is the kind of addresses"),
    (&["evidence", "add", "in/Nota Dinas.pdf", "--for", "1", "--id", "A b"], "`A b` is no id"),
    (
        &["evidence", "add", "in/Nota Dinas.pdf", "--for", "1", "--id", "perbup-45-2017-7add35"],
        "is there already, with other content",
    ),
    (&["evidence", "add", "in/Nota Dinas.pdf", "in/x.pdf", "--for", "1", "--title", "T"], "go with one file"),
    (&["evidence", "link", "none", "--for", "1"], "there is no evidence `none`"),
    (&["evidence", "link", "perbup-45-2017-7add35", "--for", "1", "--level", "9"], "there is no level `9`"),
    (&["evidence", "replace", "none", "in/Nota Dinas.pdf"], "there is no evidence `none`"),
    (&["evidence", "replace", "perbup-45-2017-7add35", "nowhere.pdf"], "nowhere.pdf: does not exist"),
    (&["evidence", "remove", "perbup-45-2017-7add35"], "is cited by the score of indicator 19 by organisasi"),
    (&["evidence", "list", "--for", "99"], "there is no indicator `99`"),
    (&["recommend", "set", "1", "--state", "open"], "there is no recommendation yet for indicator 1"),
    (&["recommend", "set", "2", "--state", "finished"], "`finished` is no value for `--state`"),
    (&["recommend", "set", "2"], "nothing is changed"),
    (&["recommend", "set", "2", "--action", " "], "`--action` is empty"),
    (&["recommend", "list", "--state", "x"], "`x` is no value for `--state`"),
    (&["show", "99"], "there is no indicator `99`"),
    (&["explain", "no-evidenc"], "did you mean `no-evidence`?"),
    (&["instrument", "show", "spbe-2017"], "did you mean `spbe-2018`?"),
    (&["instrument", "check", "nowhere.yaml"], "`nowhere.yaml` does not exist"),
    (&["report", "--sections", "sumary", "-o", "a.md"], "`sumary` is no value for `--sections`"),
    (&["report", "-o", "a.docm"], "there is no report format `.docm`"),
    (&["init", "in", "--agency", "A", "--kind", "city", "--year", "2018"], "lies in the workspace"),
];

#[test]
fn a_bad_request_is_answered_and_changes_nothing() {
    let place = pemalang();
    let before = place.snapshot();
    for (arguments, says) in REFUSED {
        for more in [&[][..], &["--dry-run"], &["--quiet"]] {
            let ran = place.spbe(&[arguments, more].concat()).code(2);
            assert_eq!(ran.stdout, "", "{arguments:?}");
            assert!(ran.stderr.starts_with("error: ") && ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
        }
        assert_eq!(changes(&before, &place.snapshot()), "", "{arguments:?}");
    }
}

#[test]
fn a_bad_request_is_answered_in_indonesian_as_well() {
    let place = pemalang();
    for (arguments, says) in REFUSED {
        let ran = place.spbe_with(arguments, &[("SPBE_LANG", "id")]).code(2);
        assert!(ran.stderr.starts_with("kesalahan: "), "{arguments:?}: {}", ran.stderr);
        let english = says.contains("there is no") || says.contains("did you mean") || says.contains("is no ");
        assert!(!english || !ran.stderr.contains(says), "{arguments:?} is answered in English: {}", ran.stderr);
    }
}

#[test]
fn a_workspace_that_can_not_be_is_not_begun() {
    let place = Place::empty();
    for (kind, year, more, says) in [
        ("town", "2018", None, "`town` is no value for `--kind`"),
        ("city", "1999", None, "`1999` is no year of an evaluation"),
        ("city", "2017", None, "no instrument is in use in 2017"),
        ("city", "2018", Some(&["--instrument", "spbe-2019"][..]), "did you mean `spbe-2018`?"),
        ("city", "2018", Some(&["--target-level", "9"][..]), "9"),
        ("city", "2018", Some(&["--target-index", "high"][..]), "high"),
    ] {
        let asked = ["init", "w", "--agency", "A", "--kind", kind, "--year", year];
        let more = more.unwrap_or_default();
        let ran = place.spbe(&[&asked[..], more].concat()).code(2);
        assert!(ran.stdout.is_empty() && ran.stderr.contains(says), "{}", ran.stderr);
        assert_eq!(place.snapshot(), [], "nothing is left behind");
    }
}

#[test]
fn outside_of_a_workspace_every_command_says_so() {
    let place = Place::empty();
    let commands: [&[&str]; 18] = [
        &["assign", "1", "--to", "a"],
        &["score", "1", "--level", "1", "--by", "a"],
        &["validate"],
        &["report"],
        &["team", "list"],
        &["team", "add", "a", "--name", "A", "--unit", "U", "--role", "member"],
        &["unit", "add", "U", "--indicator", "1"],
        &["brief", "a"],
        &["evidence", "list"],
        &["evidence", "link", "a", "--for", "1"],
        &["show", "1"],
        &["status"],
        &["agree", "1", "--level", "1", "--by", "a", "--reason", "r"],
        &["recommend"],
        &["recommend", "list"],
        &["form", "minutes"],
        &["fmt"],
        &["schema", "--write"],
    ];
    for arguments in commands {
        let ran = place.spbe(arguments).code(3);
        assert!(ran.stdout.is_empty() && ran.stderr.contains("spbe init"), "{arguments:?}: {}", ran.stderr);
    }
    assert_eq!(place.snapshot(), []);
    // These need none.
    for arguments in
        [&["instrument", "list"][..], &["instrument", "show", "spbe-2018"], &["explain", "no-evidence"], &["schema"]]
    {
        assert!(!place.spbe(arguments).code(0).stdout.is_empty());
    }
}
