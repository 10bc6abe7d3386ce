//! Recommendations as a coordinator makes them: drafted from the gap, edited, carried over, and never overwritten.

use crate::harness::{Place, Ran};

/// A pilot whose levels are official, without a team and without recommendations.
const DENPASAR: &str = "denpasar-2018";

/// Last cycle's workspace and a new one of the next instrument, every row at level 2, side by side.
fn two_cycles() -> Place {
    let place = Place::empty();
    for (folder, year) in [("lama", "2018"), ("baru", "2021")] {
        place.spbe(&["init", folder, "--agency", "Kabupaten Contoh", "--kind", "kabupaten", "--year", year]).code(0);
        let final_scores = rows(&place, folder).into_iter().map(|row| format!("{row},2,2018-08-01,sekda,Rapat\n"));
        let table = format!("indicator,level,date,decided_by,reason\n{}", final_scores.collect::<String>());
        place.write(&format!("{folder}/scores/final.csv"), table);
    }
    place
}

fn rows(place: &Place, folder: &str) -> Vec<String> {
    let report = place.spbe(&["-C", folder, "report", "--format", "json"]).code(0).json();
    let rows = report["indicators"].as_array().expect("indicators");
    rows.iter().map(|row| row["id"].as_str().expect("a row").to_owned()).collect()
}

fn listed(place: &Place, arguments: &[&str]) -> Vec<serde_json::Value> {
    let all = [&["recommend", "list", "--format", "json"], arguments].concat();
    place.spbe(&all).code(0).json()["recommendations"].as_array().expect("recommendations").clone()
}

/// The rules that find something at submission, each once.
fn found(place: &Place) -> Vec<String> {
    let ran = place.spbe(&["validate", "--stage", "submission", "--format", "json"]);
    let mut rules: Vec<String> = ran.json()["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| finding["rule"].as_str().expect("a rule").to_owned())
        .collect();
    rules.sort();
    rules.dedup();
    rules
}

fn warned(ran: &Ran, text: &str) {
    assert!(ran.stderr.contains(text), "{text:?} is not said:\n{}", ran.stderr);
}

#[test]
fn every_indicator_under_the_target_gets_the_next_level_with_its_evidence() {
    let place = Place::example(DENPASAR);
    let ran = place.spbe(&["recommend"]).code(0);
    warned(&ran, "Added: 16 new recommendations, the frame of 7 aspects.");
    warned(&ran, "no unit answers for it: indicators 1 … 35-1 (16)");
    let all = listed(&place, &[]);
    let next = |entry: &serde_json::Value| {
        let number = |key: &str| entry[key].as_str().expect("a level").parse::<u32>().expect("a number");
        number("level") + 1 == number("to_level") && number("level") < 3
    };
    assert!(all.len() == 16 && all.iter().all(next), "{all:?}");
    assert_eq!(
        all[0]["action"],
        "Penuhi level 2: Kebijakan ditetapkan; tugas Tim Pengarah hanya berlaku untuk sebagian unit kerja/perangkat \
         daerah. Data dukung: Dokumen kebijakan; Bukti evaluasi kebijakan; Bukti permintaan perubahan kebijakan; \
         Bukti lain; Ditambah bukti pelaksanaan tugas menurut kebijakan."
    );
    assert!(!found(&place).contains(&"no-recommendation".to_owned()));
    assert!(found(&place).contains(&"aspect-without-findings".to_owned()), "an empty frame says nothing yet");
}

#[test]
fn what_adds_most_to_the_index_is_most_urgent() {
    let place = Place::example(DENPASAR);
    place.spbe(&["recommend"]).code(0);
    let all = listed(&place, &[]);
    let of = |row: &str| all.iter().find(|entry| entry["indicator"] == row).map(|entry| entry["priority"].clone());
    // Policies weigh 1 per cent each, governance 4, services five and a half shared by eleven.
    assert_eq!((of("1"), of("18")), (Some("rendah".into()), Some("tinggi".into())));
}

#[test]
fn a_second_run_changes_no_byte_and_a_dry_run_writes_nothing() {
    let place = Place::example(DENPASAR);
    let before = place.snapshot();
    let shown = place.spbe(&["recommend", "--dry-run"]).code(0).stdout;
    assert!(shown.contains("recommendations.csv\n+ indicator,to_level,") && shown.contains("findings.toml\n+ "));
    assert_eq!(place.snapshot(), before);
    place.spbe(&["recommend"]).code(0);
    let after = place.snapshot();
    warned(&place.spbe(&["recommend"]).code(0), "There is nothing to add (target level 3).");
    assert_eq!(place.snapshot(), after);
    place.spbe(&["fmt", "--check"]).code(0);
}

#[test]
fn what_is_written_speaks_the_language_of_the_workspace_whoever_runs_it() {
    let place = Place::example(DENPASAR);
    place.edit("spbe.toml", "language = \"id\"", "language = \"en\"");
    place.spbe_with(&["recommend", "--lang", "id"], &[]).code(0);
    let first = &listed(&place, &[])[0];
    assert_eq!(first["priority"], "low");
    assert!(first["action"].as_str().expect("an action").starts_with("Meet level 2: "), "{first}");
    assert!(place.read("findings.toml").starts_with("# Strengths and weaknesses of each aspect"));
}

#[test]
fn rows_written_by_hand_survive_in_every_dress() {
    let by_hand = "\u{feff}catatan;state;indicator;to_level;action;unit;due;priority;source\r\n\
                   punya kami;;1;3;\"Susun; segera\";Setda;30/06/2019;P1;\r\n";
    let place = Place::example(DENPASAR);
    place.write("recommendations.csv", by_hand);
    let findings = "\u{feff}# kami\r\n[[aspect]]\r\nid=3   # lama\r\nstrengths=['a']\r\n";
    place.write("findings.toml", findings);
    place.spbe(&["recommend"]).code(0);
    let (table, frame) = (place.read("recommendations.csv"), place.read("findings.toml"));
    assert!(table.starts_with(by_hand) && frame.starts_with(findings), "{table}\n{frame}");
    for text in [&table, &frame] {
        assert!(!text.replace("\r\n", "").contains('\n'), "line endings stay: {text:?}");
    }
    let all = listed(&place, &[]);
    let firsts: Vec<_> = all.iter().filter(|entry| entry["indicator"] == "1").collect();
    assert_eq!(firsts.len(), 1, "the row of a person leads on already");
    assert_eq!((all.len(), frame.matches("[[aspect]]").count()), (16, 7));
    let after = place.snapshot();
    place.spbe(&["recommend"]).code(0);
    assert_eq!(place.snapshot(), after);
}

#[test]
fn a_level_that_rose_wants_the_next_recommendation() {
    let place = Place::example(DENPASAR);
    place.spbe(&["recommend"]).code(0);
    place.edit("scores/final.csv", "\n1,1,", "\n1,2,");
    let ran = place.spbe(&["recommend"]).code(0);
    warned(&ran, "the level is reached: indicator 1");
    warned(&ran, "Added: 1 new recommendation.");
    place.spbe(&["recommend", "set", "1", "--to-level", "2", "--state", "done"]).code(0);
    assert_eq!(place.spbe(&["recommend"]).code(0).stderr, "There is nothing to add (target level 3).\n");
    let states = |level: &str| listed(&place, &["--state", level]).len();
    assert_eq!((states("done"), states("open")), (1, 16));
}

#[test]
fn a_draft_that_was_given_up_does_not_come_back() {
    let place = Place::example(DENPASAR);
    place.spbe(&["recommend"]).code(0);
    place.spbe(&["recommend", "set", "1", "--state", "dibatalkan"]).code(0);
    let before = place.snapshot();
    warned(
        &place.spbe(&["recommend"]).code(0),
        "still under the target, but its draft is done or dropped: indicator 1",
    );
    assert_eq!(place.snapshot(), before);
}

#[test]
fn open_rows_are_left_out_with_a_word_and_no_target_is_asked_for() {
    let place = Place::example(DENPASAR);
    place.edit("scores/final.csv", "\n1,1,", "\n1,9,");
    warned(&place.spbe(&["recommend"]).code(0), "left out, for there is no level yet: indicator 1");
    assert_eq!(listed(&place, &[]).len(), 15);
    place.edit("spbe.toml", "target_level = 3", "");
    warned(&place.spbe(&["recommend"]).code(2), "write `target_level = 3` under [evaluation] in spbe.toml");
}

#[test]
fn a_recommendation_is_set_added_and_told_apart() {
    let place = Place::example(DENPASAR);
    place.spbe(&["recommend"]).code(0);
    let set = ["recommend", "set", "1", "--due", "30/06/2019", "--unit", "Bagian Hukum, Setda", "--priority", "high"];
    place.spbe(&set).code(0);
    let first = &listed(&place, &["--unit", "bagian hukum, setda"])[0];
    assert_eq!((&first["due"], &first["priority"]), (&"2019-06-30".into(), &"tinggi".into()));
    let add = ["recommend", "set", "1", "--to-level", "4", "--action", "Atur integrasi", "--source", "eksternal"];
    warned(&place.spbe(&add).code(0), "Added a recommendation for indicator 1.");
    let ran = place.spbe(&["recommend", "set", "1", "--unit", "X"]).code(2);
    warned(&ran, "indicator 1 has 2 recommendations:\n  level 2, open: Penuhi level 2: ");
    warned(&ran, "level 4, open: Atur integrasi");
    place.spbe(&["recommend", "set", "1", "--to-level", "4", "--action", "Ubah kalimat", "--state", "selesai"]).code(0);
    let done = listed(&place, &["--state", "done"]);
    assert_eq!((done.len(), &done[0]["action"], &done[0]["source"]), (1, &"Ubah kalimat".into(), &"external".into()));
    place.spbe(&["recommend", "set", "1", "--unit", "Y"]).code(0);
    assert_eq!(listed(&place, &["--unit", "y"])[0]["to_level"], "2", "the only open one is meant");
    warned(&place.spbe(&["recommend", "set", "1"]).code(2), "nothing is changed");
    warned(
        &place.spbe(&["recommend", "set", "4", "--unit", "X"]).code(2),
        "there is no recommendation yet for indicator 4",
    );
    warned(&place.spbe(&["recommend", "set", "1..4", "--due", "2019-01-31"]).code(0), "yet for indicator 4");
    warned(
        &place.spbe(&["recommend", "set", "2", "--action", "Revisi.\r\nSusun\u{ad} SOP.\n"]).code(0),
        "the lines of `--action` were joined into one",
    );
    assert!(place.read("recommendations.csv").contains("Revisi. Susun SOP."));
}

#[test]
fn the_list_shows_where_each_row_stands() {
    let place = Place::example("pemdi-2026");
    let shown = place.spbe_with(&["recommend", "list", "--lang", "id"], &[]).code(0).stdout;
    let mut lines = shown.lines();
    assert_eq!(
        lines.next(),
        Some("No  Level     Prioritas  Tenggat     Unit                  Tindakan"),
        "what is usual has no column"
    );
    assert!(lines.next().is_some_and(|line| line.starts_with("1   2,75 → 3  tinggi     2027-08-31  Dinas Komunikasi")));
    assert!(shown.ends_with("\n\n16 terbuka.\n"), "{shown}");
    let none = Place::example(DENPASAR).spbe(&["recommend", "list"]).code(0).stdout;
    assert_eq!(none, "There are no recommendations; draft them with `spbe recommend`.\n");
}

#[test]
fn what_last_cycle_left_open_is_carried_over_once_and_last_cycle_is_only_read() {
    let place = two_cycles();
    let table = "indicator,to_level,action,unit,due,priority,source,state\n\
                 3,3,\"Susun rencana induk, lengkap\",Dinas Kominfo,2019-03-31,P1,external,open\n\
                 5,3,Sudah,Dinas Kominfo,,,,done\n\
                 27,2,Sudah tercapai,,,,,open\n\
                 20,3,\u{1b}[31mMerah,,,,,open\n\
                 24,3,Tanpa padanan,,,,,open\n";
    place.write("lama/recommendations.csv", table);
    let before = place.snapshot().into_iter().filter(|(file, _)| file.starts_with("lama/")).collect::<Vec<_>>();
    let ran = place.spbe(&["-C", "baru", "recommend", "--previous", "../lama"]).code(0);
    warned(&ran, "Added: 43 new recommendations, 4 of last cycle, the frame of 8 aspects.");
    warned(&ran, "Of last cycle's, 1 are reached");
    warned(&ran, "1 recommendations of last cycle have no counterpart");
    let written = place.read("baru/recommendations.csv");
    let of = |row: &str| written.lines().filter(|line| line.starts_with(&format!("{row},"))).collect::<Vec<_>>();
    let carried = ",3,\"Susun rencana induk, lengkap\",Dinas Kominfo,2019-03-31,P1,external,open";
    assert_eq!([of("1"), of("2")], [[format!("1{carried}")], [format!("2{carried}")]]);
    assert!(written.contains("\n12,3,\\u{1b}[31mMerah,") && !written.contains('\u{1b}'), "nothing acts on a terminal");
    assert!(!written.contains("Sudah") && !written.contains("Tanpa padanan"), "{written}");
    let after = place.snapshot();
    let ran = place.spbe(&["-C", "baru", "recommend", "--previous", "../lama"]).code(0);
    warned(&ran, "There is nothing to add (target level 3).");
    assert_eq!(place.snapshot(), after);
    let now = place.snapshot().into_iter().filter(|(file, _)| file.starts_with("lama/")).collect::<Vec<_>>();
    assert_eq!(now, before, "not even a lock is left there");
    place.spbe(&["-C", "baru", "recommend", "--previous", "nowhere"]).code(3);
}

#[test]
fn hostile_names_stay_texts() {
    let place = Place::example(DENPASAR);
    let evil = "\"=cmd\",\n[[aspect]]\nid = 1\n# x";
    let name = serde_json::to_string(evil).expect("a string");
    place.edit(
        "instrument.yaml",
        "{id: Kelembagaan, en: Institutional arrangements}",
        &format!("{{id: {name}, en: {name}}}"),
    );
    place.edit("instrument.yaml", "2: Tim disahkan dan menjalankan sebagian tugasnya.", &format!("2: {name}"));
    place.write("team.toml", "[[unit]]\nname = \"A, \\\"B\\\"; C\"\nindicators = [\"all\"]\n");
    place.spbe(&["recommend"]).code(0);
    let (table, frame) = (place.read("recommendations.csv"), place.read("findings.toml"));
    assert!(table.contains("Penuhi level 2: \"\"=cmd\"\", [[aspect]] id = 1 # x."), "{table}");
    assert_eq!((table.lines().count(), frame.matches("\n[[aspect]]\n").count()), (17, 7));
    assert!(listed(&place, &[]).iter().all(|entry| entry["unit"] == "A, \"B\"; C"));
    place.write("findings.toml", "aspect = [{ id = 1 }]\n");
    let before = place.snapshot();
    warned(&place.spbe(&["recommend"]).code(2), "`aspect` in findings.toml is no list of tables");
    place.write("findings.toml", "aspect = \n");
    warned(&place.spbe(&["recommend"]).code(2), "`findings.toml:1:");
    place.write("findings.toml", "aspect = [{ id = 1 }]\n");
    place.write("recommendations.csv", "indicator,to_level\n1,\"open\n");
    warned(&place.spbe(&["recommend"]).code(2), "recommendations.csv");
    place.write("recommendations.csv", table);
    assert_eq!(place.snapshot(), before, "what can't be read is never written");
}

#[test]
fn a_workspace_made_by_commands_alone_passes_submission_once_people_wrote_what_they_found() {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "Kabupaten Contoh", "--kind", "kabupaten", "--year", "2026"]).code(0);
    for (id, role) in [("sekda", "coordinator"), ("asisten", "responsible"), ("entri", "data-entry"), ("tik", "member")]
    {
        place.spbe(&["team", "add", id, "--name", id, "--unit", "Setda", "--role", role]).code(0);
    }
    place.spbe(&["unit", "add", "Dinas Kominfo", "--indicator", "all"]).code(0);
    place.spbe(&["brief", "all", "--date", "2026-06-17"]).code(0);
    place.spbe(&["assign", "all", "--to", "tik"]).code(0);
    place.write("sk.txt", "Keputusan Bupati");
    place.spbe(&["evidence", "add", "sk.txt", "--for", "all", "--level", "3", "--id", "sk"]).code(0);
    place.spbe(&["evidence", "set", "sk", "--dated", "2026-01-12", "--unit", "Setda"]).code(0);
    place.write("team.toml", format!("decree = {{ number = \"1\", date = 2026-01-05 }}\n{}", place.read("team.toml")));
    let score = ["score", "all", "--level", "2.5", "--by", "tik", "--evidence", "sk", "--date", "2026-07-10"];
    place
        .spbe(&[&score[..], &["--explanation", "Fakta: SK ada. Analisis: sebagian. Justifikasi: 2,5."]].concat())
        .code(0);
    place
        .spbe(&["score", "1", "--level", "3", "--by", "tik", "--explanation", "Lengkap", "--date", "2026-07-10"])
        .code(0);
    assert_eq!(found(&place), ["aspect-without-findings", "no-recommendation"]);
    place.spbe(&["recommend"]).code(0);
    assert_eq!(found(&place), ["aspect-without-findings", "recommendation-incomplete"], "a draft has no day yet");
    place.spbe(&["recommend", "set", "all", "--due", "2027-08-31"]).code(0);
    let all = listed(&place, &["--unit", "dinas kominfo"]);
    assert!(all.iter().all(|entry| entry["to_level"] == "3" && entry["due"] == "2027-08-31"), "{all:?}");
    let frame = place.read("findings.toml");
    assert!(frame.contains("# highest, level 3: 1 "), "{frame}");
    place.write("findings.toml", frame.replace("strengths = []", "strengths = [\"Tim sudah bekerja.\"]"));
    place.spbe(&["validate", "--stage", "submission"]).code(0);
}

#[test]
fn a_list_in_which_nothing_matches_says_so() {
    let place = Place::example("pemalang-2018");
    let ran = place.spbe(&["recommend", "list", "--unit", "nobody"]).code(0);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("no recommendation matches"), "{}{}", ran.stdout, ran.stderr);
    let json = place.spbe(&["recommend", "list", "--state", "done", "--format", "json"]).code(0).json();
    assert_eq!(json["recommendations"].as_array().map(Vec::len), Some(0));
}
