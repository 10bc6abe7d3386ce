//! The next year begins from the last: what stays, what does not, and what has no counterpart.

use crate::harness::{Place, repository};

/// Begins a workspace from the example, in a folder of a place.
fn begun(place: &Place, more: &[&str]) -> String {
    let last = repository().join("examples/pemalang-2018");
    let last = last.to_str().expect("a path");
    place.spbe(&[&["init", "baru", "--from", last], more].concat()).code(0).stderr
}

/// Begins a workspace from another one, and returns what was said.
fn begun_from(place: &Place, last: &Place, more: &[&str]) -> String {
    let last = last.path().to_str().expect("a path");
    place.spbe(&[&["init", "baru", "--from", last], more].concat()).code(0).stderr
}

fn at<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &["-C", "baru"]].concat()
}

#[test]
fn the_team_goes_on_and_scores_and_evidence_do_not() {
    let place = Place::empty();
    let said = begun(&place, &["--lang", "en"]);
    for words in ["team: 15 members, 12 units", "46 assignments", "19 open recommendations", "45 documents that served"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    let manifest = place.read("baru/spbe.toml");
    for words in [
        "year = 2019\ninstrument = \"spbe-2018\"",
        "name = \"Administrasi Kependudukan\"\nunit = \"Disdukcapil\"",
        "execution = { start = 2019-06-01, end = 2019-08-31 }",
        "target_index = \"2.60\"",
    ] {
        assert!(manifest.contains(words), "{words} in {manifest}");
    }
    let team = place.read("baru/team.toml");
    assert!(team.contains("id = \"hukum\"") && !team.contains("[[briefing]]"), "{team}");
    assert!(place.read("baru/assignments.csv").contains("\n5,hukum,2019-07-13\n"));
    assert!(place.read("baru/wanted.csv").contains("\n13,3,document,Peraturan Bupati Nomor 6 Tahun 2018"));
    assert_eq!(place.read("baru/evidence.csv").lines().count(), 1, "no evidence of last year");
    assert!(!place.path().join("baru/scores").exists(), "no scores of last year");
    place.spbe(&at(&["fmt", "--check"])).code(0);
    let found = place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).code(0).stdout;
    assert!(found.lines().all(|line| line.contains("[not-briefed]")), "{found}");
    let unit = place.spbe(&at(&["status", "--unit", "pengadaan", "--lang", "en"])).code(0).stdout;
    assert!(unit.replace("\n      ", " ").contains("Last year: Peraturan Bupati Nomor 6 Tahun 2018"), "{unit}");
    let letter = place.spbe(&at(&["form", "request", "--unit", "pengadaan", "--lang", "id"])).code(0).stdout;
    assert!(letter.contains("Tahun lalu dipakai: Peraturan Bupati Nomor 6 Tahun 2018"), "{letter}");
}

#[test]
fn under_another_instrument_what_continues_comes_and_the_rest_is_told() {
    let place = Place::empty();
    let said = begun(&place, &["--year", "2024", "--lang", "en"]);
    assert!(said.contains("without a counterpart in the new instrument: ") && said.contains("35-1"), "{said}");
    let manifest = place.read("baru/spbe.toml");
    assert!(manifest.contains("instrument = \"spbe-2020\"") && !manifest.contains("[[service]]"), "{manifest}");
    let found = place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).stdout;
    assert!(!found.contains("unknown-indicator") && !found.contains("bad-value"), "{found}");
    assert!(said.contains("functions that the new instrument does not have: business-process (probis)"), "{said}");
    let units = place.spbe(&at(&["unit", "list", "--format", "json"])).code(0).json();
    assert!(units["units"].as_array().is_some_and(|units| units.iter().any(|unit| unit["name"] == "Bappeda")));
}

#[test]
fn what_is_named_comes_before_last_year_and_a_dry_run_writes_nothing() {
    let place = Place::empty();
    begun(&place, &["--dry-run"]);
    assert!(!place.path().join("baru").exists());
    begun(&place, &["--agency", "Pemkab Pemalang Baru", "--target-index", "3", "--year", "2020"]);
    let manifest = place.read("baru/spbe.toml");
    assert!(manifest.contains("name = \"Pemkab Pemalang Baru\"") && manifest.contains("target_index = \"3.00\""));
    let last = repository().join("examples/pemalang-2018");
    let last = last.to_str().expect("a path");
    let early = place.spbe(&["init", "lama", "--from", last, "--year", "2018"]).code(2).stderr;
    assert!(early.contains("is of 2018, not before 2018"), "{early}");
    assert!(place.spbe(&["init", "x", "--from", "nowhere"]).code(2).stderr.contains("nowhere"));
}

#[test]
fn a_new_workspace_shows_what_is_still_to_be_filled_in() {
    let place = Place::empty();
    let arguments = ["init", "baru", "--agency", "Kota Contoh", "--kind", "city", "--year", "2019", "--lang", "id"];
    place.spbe(&arguments).code(0);
    let (manifest, team) = (place.read("baru/spbe.toml"), place.read("baru/team.toml"));
    assert!(manifest.contains("# [schedule]  # hari tiap tahap") && manifest.contains("[[service]]\nrow = \"35-1\""));
    assert!(team.contains("# decree = { number = "), "{team}");
    place.spbe(&at(&["fmt", "--check"])).code(0);
    let freed: String = manifest
        .lines()
        .map(|line| {
            let freed = line.strip_prefix("# [schedule]").map(|_| "[schedule]");
            format!(
                "{}\n",
                freed.unwrap_or_else(|| line.strip_prefix("# ").filter(|line| line.contains("= {")).unwrap_or(line))
            )
        })
        .collect();
    place.write("baru/spbe.toml", freed);
    let found = place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).stdout;
    assert!(!found.contains("spbe.toml:") || found.contains("service"), "the frame is read once it is freed: {found}");
}

#[test]
fn a_logo_that_no_report_can_show_is_left_out_and_the_rest_is_whole() {
    let outside = Place::empty();
    let picture = std::fs::read(repository().join("examples/pemalang-2018/logo.svg")).expect("a logo");
    outside.write("logo.svg", &picture);
    let absolute = outside.path().join("logo.svg").to_str().expect("a path").replace('\\', "/");
    // Temporary folders lie side by side.
    let beside = format!("../{}/logo.svg", outside.path().file_name().expect("a name").to_string_lossy());
    for logo in [&beside, &absolute, "none.svg", "", ".", "team.toml"] {
        let (place, last) = (Place::empty(), Place::example("pemalang-2018"));
        last.edit("report.toml", "logo = \"logo.svg\"", &format!("logo = \"{logo}\""));
        let shown = begun_from(&place, &last, &["--dry-run"]);
        assert!(!place.path().join("baru").exists());
        let said = begun_from(&place, &last, &[]);
        for said in [&shown, &said] {
            assert!(said.contains("warning: without last year's logo: ") && said.contains(logo), "{logo}: {said}");
        }
        let look = place.read("baru/report.toml");
        assert!(
            look.contains(&format!("\n# logo = \"{logo}\"\naccent = ")) && look.contains("lihat README.md"),
            "{look}"
        );
        assert!(place.read("baru/team.toml").contains("[[member]]") && !place.path().join("baru/logo.svg").exists());
        let found = place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).code(0).stdout;
        assert!(found.lines().all(|line| line.contains("[not-briefed]")), "{found}");
    }
}

#[test]
fn a_begin_that_was_interrupted_behind_the_logo_is_completed() {
    let place = Place::empty();
    let picture = std::fs::read(repository().join("examples/pemalang-2018/logo.svg")).expect("a logo");
    place.write("baru/logo.svg", &picture);
    begun(&place, &[]);
    assert!(place.path().join("baru/spbe.toml").exists());
    let place = Place::empty();
    place.write("baru/logo.svg", "<svg/>");
    let last = repository().join("examples/pemalang-2018");
    let refused = place.spbe(&["init", "baru", "--from", last.to_str().expect("a path")]).code(2).stderr;
    assert!(refused.contains("`logo.svg` exists"), "{refused}");
    assert_eq!(place.snapshot().len(), 1, "nothing is written");
}

/// Makes last year's instrument one of the agency's own.
fn own_instrument(last: &Place) -> String {
    let text = last.read("instrument.yaml").replacen("id: spbe-2018", "id: kab-2018", 1);
    last.write("instrument.yaml", &text);
    last.edit("spbe.toml", "instrument = \"spbe-2018\"", "instrument = \"kab-2018\"");
    text
}

#[test]
fn an_instrument_of_the_agency_s_own_goes_on_unless_another_is_named() {
    let (place, last) = (Place::empty(), Place::example("pemalang-2018"));
    let text = own_instrument(&last);
    let said = begun_from(&place, &last, &[]);
    for words in ["the own instrument `kab-2018`", "46 assignments", "changed since it was frozen"] {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(!said.contains("without a counterpart"), "{said}");
    assert_eq!(place.read("baru/instrument.yaml"), text);
    let manifest = place.read("baru/spbe.toml");
    assert!(manifest.contains("instrument = \"kab-2018\"") && manifest.contains("Administrasi Kependudukan"));
    let found = place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).code(0).stdout;
    assert!(!found.contains("instrument-changed"), "the digest is that of the text: {found}");
    // Its own years say that it is in use no more.
    let place = Place::empty();
    let said = begun_from(&place, &last, &["--year", "2024", "--instrument", "kab-2018"]);
    let late = "warning: the instrument `kab-2018` is not in use in 2024";
    assert!(said.contains(late) && said.contains("`--instrument spbe-2020`"), "{said}");
    let place = Place::empty();
    let said = begun_from(&place, &last, &["--year", "2024", "--instrument", "spbe-2020"]);
    assert!(!said.contains("the own instrument") && said.contains("without a counterpart"), "{said}");
    assert!(place.read("baru/spbe.toml").contains("instrument = \"spbe-2020\""));
}

#[test]
fn another_bundled_instrument_than_last_year_s_is_told() {
    let place = Place::empty();
    let said = begun(&place, &["--year", "2024"]);
    assert!(said.contains("not the instrument `spbe-2018` but `spbe-2020`, in use that year"), "{said}");
    let (place, last) = (Place::empty(), Place::example("pemalang-2018"));
    last.edit("instrument.yaml", "title:", "# ours\ntitle:");
    let said = begun_from(&place, &last, &[]);
    assert!(said.contains("last year's `instrument.yaml` is not the official `spbe-2018`"), "{said}");
    let place = Place::empty();
    assert!(!begun(&place, &[]).contains("instrument.yaml"), "the same one is not worth a word");
}

#[test]
fn who_came_in_the_place_of_another_evaluates_what_they_did() {
    let (place, last) = (Place::empty(), Place::example("pemalang-2018"));
    for (old, new) in [("hukum", "hukum-2"), ("hukum-2", "hukum-3")] {
        let replace = ["team", "replace", old, "--by", new, "--name", "Kepala Bagian Hukum", "--from", "2018-07-20"];
        last.spbe(&replace).code(0);
    }
    last.edit("team.toml", "id = \"arsip\"", "id = \"arsip\"\nuntil = 2018-12-01");
    let said = begun_from(&place, &last, &[]);
    assert!(said.contains("tasks of `hukum`, who has left, for the successor `hukum-3`: 1, 3, 5..7"), "{said}");
    assert!(said.contains("the team without those who have left: `hukum`, `arsip`, `hukum-2`"), "{said}");
    assert!(
        said.contains("warning: indicators that lose an evaluator, who has left without a successor: 8, 25 (`arsip`)"),
        "{said}"
    );
    assert!(said.contains("spbe assign 8 25 --to MEMBER"), "{said}");
    assert!(said.contains("spbe assign --auto       share out the 2 indicators that nobody evaluates"), "{said}");
    let tasks = place.read("baru/assignments.csv");
    assert!(
        tasks.contains("\n5,hukum-3,2019-07-13\n") && !tasks.contains("hukum,") && !tasks.contains("arsip"),
        "{tasks}"
    );
    let found = place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).stdout;
    assert!(!found.contains("unknown-member"), "{found}");
}

#[test]
fn a_dry_run_tells_what_the_run_does() {
    for more in [&["--year", "2024"][..], &[]] {
        let place = Place::empty();
        let shown = begun(&place, &[more, &["--dry-run"]].concat());
        let said = begun(&place, more);
        let (said, next) = said.split_once("Next, from within that folder:\n").expect("the next steps");
        let would = said.replace("is made with", "would be made with").replace("last year:", "last year would come:");
        assert_eq!(shown, would);
        assert!(next.contains("spbe validate") && !shown.contains("spbe validate"), "{next}");
    }
    let place = Place::empty();
    let shown = begun(&place, &["--dry-run", "--lang", "id"]);
    assert!(shown.contains("Dari tahun lalu akan ikut: 46 penugasan.") && shown.contains("akan dibuat"), "{shown}");
}

#[test]
fn what_comes_next_is_what_is_still_to_do() {
    let place = Place::empty();
    let said = begun(&place, &[]);
    for words in ["git init", "spbe team list", "spbe brief all --date …", "spbe form request", "spbe validate"] {
        assert!(said.contains(&format!("\n  {words} ")), "{words} in {said}");
    }
    assert!(!said.contains("team add") && !said.contains("spbe assign"), "the team and its tasks came along: {said}");
    let (place, last) = (Place::empty(), Place::example("pemalang-2018"));
    for file in ["team.toml", "assignments.csv"] {
        std::fs::remove_file(last.path().join(file)).expect("removed");
    }
    // A repository around it needs no other within.
    std::fs::create_dir(place.path().join(".git")).expect("a folder");
    let said = begun_from(&place, &last, &[]);
    assert!(
        said.contains("spbe team add …") && said.contains("the 37 indicators") && !said.contains("git init"),
        "{said}"
    );
    assert!(place.read("baru/team.toml").contains("# decree = "), "the blank team stays");
}

#[test]
fn units_services_and_levels_without_a_counterpart_are_told() {
    let (place, last) = (Place::empty(), Place::example("pemalang-2018"));
    // The scale of the next instrument begins at 1.
    let links = last.read("evidence-links.csv");
    let link = links.lines().find(|line| line.starts_with("1,")).expect("a link");
    let (head, _) = link.rsplit_once(',').expect("a level");
    last.edit("evidence-links.csv", link, &format!("{head},0"));
    let said = begun_from(&place, &last, &["--year", "2024"]);
    for words in [
        "warning: units without an indicator in `spbe-2020`: `Inspektorat`, `DPMPTSP`, `Disdukcapil`, `Dinas Kesehatan`",
        "warning: services without a counterpart in `spbe-2020`: Perizinan (35-1), Administrasi Kependudukan (35-2)",
        "warning: levels that are not on the scale of `spbe-2020`, left empty at: 10",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let wanted = place.read("baru/wanted.csv");
    assert!(wanted.contains("\n10,,document,"), "{wanted}");
    let found = || place.spbe(&at(&["validate", "--stage", "planning", "--format", "short"])).stdout;
    assert!(!found().contains("level-out-of-range"));
    place.write("baru/wanted.csv", wanted.replacen("\n10,,", "\n10,9,", 1));
    assert!(found().contains("wanted.csv:") && found().contains("[level-out-of-range]"), "{}", found());
}
