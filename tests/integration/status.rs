//! How things stand on a Monday in the middle of the work.

use crate::harness::{Place, Ran};

/// Drops the rows of a table that belong to some indicators.
fn drop(place: &Place, file: &str, rows: &[&str]) {
    let text = place.read(file);
    let dropped = |line: &&str| line.split(',').next().is_some_and(|row| rows.contains(&row));
    let kept: Vec<&str> = text.lines().filter(|line| !dropped(line)).collect();
    assert_eq!(kept.len() + rows.len(), text.lines().count(), "{file} has these rows once each");
    place.write(file, kept.join("\n") + "\n");
}

/// Pemalang on the way: three scores of hukum are late, three of kominfo still to come, 19 is disputed, 5 has no document.
fn half_finished() -> Place {
    let place = Place::example("pemalang-2018");
    drop(&place, "scores/hukum.csv", &["5", "6", "7"]);
    drop(&place, "scores/kominfo.csv", &["22", "23", "24"]);
    drop(&place, "scores/final.csv", &["19"]);
    drop(&place, "evidence-links.csv", &["5"]);
    place
}

fn monday(place: &Place, arguments: &[&str], language: &str) -> Ran {
    let arguments = [&["status", "--date", "2018-07-16"], arguments].concat();
    place.spbe_with(&arguments, &[("SPBE_LANG", language), ("COLUMNS", "80")]).code(0)
}

#[test]
fn one_screen_says_on_monday_what_had_to_be_gathered() {
    let place = half_finished();
    let before = place.snapshot();
    let said = monday(&place, &[], "en").stdout;
    for wanted in [
        "Pemerintah Kabupaten Pemalang\n",
        "Monday, 16 July 2018",
        "Stage execution: 46 days left, until 31 August 2018",
        "Scores in      40 of 46",
        "Levels differ  1 row: 19",
        "\nLate\n  hukum  3 of 9 missing, 3 days late: 5..7\n",
        "  kominfo  3 of 8 missing, due 3 August 2018: 22..24\n",
        "\nComplete\n  probis, organisasi, bappeda, ",
        "  Dinas Komunikasi dan Informatika: 5 (due 13 July 2018, 3 days late)\n",
        "\nPlanning\n  done  coordinator, team, owning units, assignments, briefing, decree\n",
        "open  disagreements: 19 · `spbe agree 19 --level N --by sekda --reason TEXT`",
        "\nReporting\n",
    ] {
        assert!(said.contains(wanted), "{wanted:?} in:\n{said}");
    }
    let said = monday(&place, &[], "id").stdout;
    for wanted in [
        "Senin, 16 Juli 2018",
        "hukum  3 dari 9 belum masuk, terlambat 3 hari: 5..7",
        "2,42 (Cukup) sampai 3,01 (Baik)",
        "Terlambat",
    ] {
        assert!(said.contains(wanted), "{wanted:?} in:\n{said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    assert_eq!(place.snapshot(), before, "it only reads");
}

#[test]
fn a_day_before_nobody_is_late_and_a_whole_evaluation_lacks_nothing() {
    let place = half_finished();
    let said = place.spbe(&["status", "--late", "--date", "2018-07-13"]).code(0).stdout;
    assert!(said.contains("Nobody is late."), "{said}");
    let whole = Place::example("pemalang-2018");
    whole.spbe(&["approve", "all", "--by", "sekda"]).code(0);
    let said = monday(&whole, &[], "en").stdout;
    assert!(
        said.contains("Scores in      46 of 46") && !said.contains("\nLate\n") && !said.contains("open  "),
        "{said}"
    );
    for name in ["denpasar-2018", "bandar-lampung-2024", "pemdi-2026"] {
        for format in ["text", "chat", "json"] {
            Place::example(name).spbe(&["status", "--format", format]).code(0);
        }
    }
}

#[test]
fn a_member_sees_the_next_things_and_one_who_decides_what_is_disputed() {
    let place = half_finished();
    let said = monday(&place, &["--by", "hukum"], "en").stdout;
    assert!(said.contains("Kepala Bagian Hukum (hukum)\n  6 of 9 scores in\n"), "{said}");
    assert!(said.contains("  5  Internal policy on data-centre operation: score, evidence missing; due 13"), "{said}");
    assert!(said.contains("Next: `spbe score 5 --level N --by hukum"), "{said}");
    let said = monday(&place, &["--by", "sekda"], "id").stdout;
    assert!(said.contains("  19  Inovasi Proses Bisnis Terintegrasi: kurang keputusan level;"), "{said}");
    let ran = place.spbe(&["status", "--by", "hukun"]).code(2);
    assert!(ran.stderr.contains("did you mean `hukum`?"), "{}", ran.stderr);
}

#[test]
fn a_unit_sees_what_it_owns_and_what_is_wanted_of_it() {
    let place = half_finished();
    let said = monday(&place, &["--unit", "dinas komunikasi dan informatika"], "id").stdout;
    assert!(said.contains("13 indikator, 1 tanpa data dukung"), "{said}");
    assert!(
        said.contains("  5   Kebijakan Internal Pengoperasian Pusat Data: belum dinilai; diperlukan\n      bukti sampai level 3; tenggat"),
        "{said}"
    );
    let ran = place.spbe(&["status", "--unit", "Dinas Hukum"]).code(2);
    assert!(ran.stderr.contains("no unit `Dinas Hukum` owns an indicator"), "{}", ran.stderr);
    for both in
        [&["--unit", "Bappeda", "--by", "hukum"][..], &["--late", "--by", "hukum"], &["--late", "--unit", "Bappeda"]]
    {
        place.spbe(&[&["status"], both].concat()).code(2);
    }
}

#[test]
fn messages_are_short_plain_and_one_for_each_addressee() {
    let place = half_finished();
    for language in ["id", "en"] {
        for arguments in [
            &[][..],
            &["--late"],
            &["--by", "hukum"],
            &["--by", "arsip"],
            &["--unit", "Dinas Komunikasi dan Informatika"],
        ] {
            let said = monday(&place, &[arguments, &["--format", "chat"]].concat(), language).stdout;
            let messages: Vec<&str> = said.trim_end().split("\n\n").collect();
            assert_eq!(messages.len(), 1, "{said}");
            let (head, message) = messages[0].split_once('\n').expect("a line with the addressee");
            assert!(head.ends_with(':') && message.chars().count() <= 700, "{said}");
            assert!(
                !said.contains(['`', '*', '_', '#', '[']) && !said.contains("spbe") && !said.contains("git"),
                "{said}"
            );
        }
    }
    drop(&place, "scores/probis.csv", &["2"]);
    let said = monday(&place, &["--format", "chat"], "id").stdout;
    let heads: Vec<&str> = said.lines().filter(|line| line.starts_with("Kepada ")).collect();
    assert_eq!(heads, ["Kepada Kepala Bagian Tata Pemerintahan:", "Kepada Kepala Bagian Hukum:"]);
    assert!(said.contains("\n5. Kebijakan Internal Pengoperasian Pusat Data\n"), "{said}");
    let ran = place.spbe(&["status", "--format", "chat", "--date", "2018-07-01"]).code(0);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("Nobody is late."), "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn json_has_all_of_it_or_the_part_that_was_asked_for() {
    let place = half_finished();
    let json = |arguments: &[&str]| monday(&place, &[arguments, &["--format", "json"]].concat(), "en").json();
    let whole = json(&[]);
    assert_eq!((whole["version"].as_u64(), whole["date"].as_str()), (Some(1), Some("2018-07-16")));
    assert_eq!(whole["scores"], serde_json::json!({"in": 40, "due": 46}));
    assert_eq!(whole["disagreements"], serde_json::json!(["19"]));
    assert_eq!(whole["stage"]["days"], 46);
    let late = json(&["--late"]);
    assert_eq!(late["members"].as_array().map(Vec::len), Some(1));
    assert_eq!((&late["members"][0]["id"], &late["members"][0]["days_late"]), (&"hukum".into(), &3.into()));
    let unit = json(&["--unit", "Bappeda"]);
    assert_eq!((unit["members"].as_array().map(Vec::len), unit["units"].as_array().map(Vec::len)), (Some(0), Some(1)));
    let text = monday(&place, &["--format", "json"], "id").json();
    assert_eq!(text["stages"][1]["items"][1]["command"], "spbe agree 19 --level N --by sekda --reason ALASAN");
}

#[test]
fn the_commands_that_it_names_are_commands() {
    let place = Place::example("pemalang-2018");
    for file in ["team.toml", "assignments.csv", "findings.toml"] {
        std::fs::remove_file(place.path().join(file)).expect("removed");
    }
    let value = place.spbe(&["status", "--format", "json"]).code(0).json();
    let stages = value["stages"].as_array().expect("stages");
    let items = stages.iter().flat_map(|stage| stage["items"].as_array().expect("items"));
    for command in items.filter_map(|item| item["command"].as_str()) {
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        let options = words.iter().position(|word| word.starts_with("--") || word.chars().all(char::is_uppercase));
        // The name of the command alone, without what is only an example.
        let name: Vec<&str> = words[..options.unwrap_or(words.len()).min(2)].to_vec();
        let name = if ["assign", "brief", "agree", "form"].contains(&name[0]) { &name[..1] } else { &name[..] };
        let help = place.spbe(&[name, &["--help"]].concat()).code(0).stdout;
        for option in words.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(option), "{command}: {option} in {help}");
        }
    }
}

/// Runs git in a place, under a name of its own.
fn git(place: &Place, arguments: &[&str]) {
    let mut command = std::process::Command::new("git");
    command.current_dir(place.path()).args(["-c", "user.name=Tim", "-c", "user.email=tim@example.go.id"]);
    let output = command.args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn what_git_does_not_hold_yet_is_told_with_the_line_that_makes_it() {
    let place = half_finished();
    let status = |format: &str| {
        let path = "/usr/local/bin:/usr/bin:/bin";
        let arguments = ["status", "--date", "2018-07-16", "--lang", "en", "--format", format];
        place.spbe_with(&arguments, &[("PATH", path)]).code(0)
    };
    assert!(status("json").json()["uncommitted"].is_null(), "there is no git here");
    git(&place, &["init", "-q"]);
    git(&place, &["add", "-A"]);
    git(&place, &["commit", "-qm", "Awal"]);
    assert_eq!(status("json").json()["uncommitted"], serde_json::json!([]));
    place.edit("scores/hukum.csv", "\n1,", "\n 1,");
    place.write("evidence/baru dengan spasi.txt", "x");
    assert_eq!(
        status("json").json()["uncommitted"],
        serde_json::json!(["scores/hukum.csv", "evidence/baru dengan spasi.txt"])
    );
    let said = status("text").stdout;
    assert!(said.contains("2 files: scores/hukum.csv, evidence/baru dengan spasi.txt\n"), "{said}");
    let line = said.lines().find(|line| line.contains("git add")).expect("a line to paste").trim();
    assert_eq!(line, "git add -A . ; git commit -m \"Evaluation by 16 July 2018\"");
    git(&place, &["config", "user.name", "Tim"]);
    git(&place, &["config", "user.email", "tim@example.go.id"]);
    let pasted =
        std::process::Command::new("sh").current_dir(place.path()).args(["-c", line]).output().expect("a shell");
    assert!(pasted.status.success(), "{}", String::from_utf8_lossy(&pasted.stderr));
    assert_eq!(status("json").json()["uncommitted"], serde_json::json!([]));
}

#[test]
fn a_spreadsheet_gets_what_the_screen_shows() {
    let place = half_finished();
    let said = monday(&place, &["--format", "csv"], "en").stdout;
    assert!(said.starts_with("about,name,indicator,due,days_late,state\n"), "{said}");
    assert!(said.contains("\nmember,hukum,5,2018-07-13,3,late\n"), "{said}");
    assert!(said.contains("\nunit,Dinas Komunikasi dan Informatika,5,2018-07-13,3,any\n"), "{said}");
    place.write("scores/organisasi.csv", place.read("scores/organisasi.csv").replace("Fakta: ", "=2+3 Fakta: "));
    let disputed = place.spbe(&["agree", "--format", "csv"]).code(0).stdout;
    assert!(disputed.contains("'=2+3") && !disputed.contains(",=2+3"), "no cell is a formula: {disputed}");
    let late = monday(&place, &["--late", "--format", "csv"], "en").stdout;
    assert!(late.lines().skip(1).all(|line| line.starts_with("member,hukum,")), "{late}");
    let disputed = place.spbe(&["agree", "--format", "csv"]).code(0).stdout;
    assert!(disputed.starts_with("indicator,member,level,explanation\n19,"), "{disputed}");
    let stats = place.spbe(&["agree", "--stats", "--format", "csv"]).code(0).stdout;
    assert!(stats.starts_with("about,id,rows,exact,alpha,above\nall,,6,5/6,0.887,\naspect,1,1,1,,\n"), "{stats}");
}
