//! What keeps an item of a check list open, and what does away with it.

use jiff::civil::date;

use crate::format::reading::Reading;
use crate::format::team;
use crate::model::workspace::Workspace;
use crate::result::progress::Progress;
use crate::result::testing::{assign, denpasar, empty, pemalang, report, settled};
use crate::text::word::Vocabulary;

/// Tells every item: its state, what keeps it open, the English command of an open one.
fn told(workspace: &Workspace) -> Vec<String> {
    let report = report(workspace);
    let progress = Progress::of(&report, date(2018, 7, 16));
    let items = progress.stages.into_iter().flat_map(|stage| stage.items);
    let open = |rows: Vec<String>, names: Vec<String>| rows.into_iter().chain(names).collect::<Vec<_>>().join(" ");
    items
        .map(|check| {
            let rows = check.rows.iter().map(ToString::to_string).collect();
            format!("{} {} {}", check.item.code(), check.state.code(), open(rows, check.names)).trim().to_owned()
        })
        .collect()
}

fn of<'a>(told: &'a [String], item: &str) -> &'a str {
    told.iter().find(|line| line.starts_with(item)).expect("an item")
}

#[test]
fn a_new_workspace_has_everything_before_it() {
    let told = told(&empty("spbe-2018", 2018, "Kabupaten Contoh", "regency", "", &["Perizinan"]));
    assert_eq!(of(&told, "coordinator"), "coordinator open");
    assert!(of(&told, "team").starts_with("team open responsible data-entry member business-process"), "{told:?}");
    assert!(of(&told, "units").starts_with("units open 1 2 3"), "{told:?}");
    assert!(of(&told, "assignments").starts_with("assignments open 1 2 3"), "{told:?}");
    assert_eq!((of(&told, "briefing"), of(&told, "decree")), ("briefing open", "decree open"));
    assert!(of(&told, "scores").starts_with("scores open 1 2 3"), "{told:?}");
    assert_eq!(of(&told, "disagreements"), "disagreements not-needed");
    assert_eq!(of(&told, "recommendations"), "recommendations not-needed", "no level is wanted");
    assert_eq!(of(&told, "findings"), "findings not-needed");
    assert_eq!((of(&told, "answers"), of(&told, "approval")), ("answers done", "approval not-needed"));
    assert_eq!(of(&told, "targets"), "targets open target_index target_level");
}

#[test]
fn a_half_finished_one_names_what_is_left() {
    let mut workspace = pemalang();
    assign(&mut workspace, "4,tik,2018-07-10\n");
    let told = told(&workspace);
    assert_eq!((of(&told, "coordinator"), of(&told, "decree")), ("coordinator done", "decree done"));
    assert!(of(&told, "team").starts_with("team open business-process organisation planning"), "{told:?}");
    assert_eq!(of(&told, "briefing"), "briefing open sekda kadis entri hukum tik");
    assert_eq!(of(&told, "scores"), "scores open 3 4");
    assert_eq!(of(&told, "disagreements"), "disagreements open 2");
    assert!(of(&told, "evidence").starts_with("evidence open 3 4 5 6"), "{told:?}");
    assert!(of(&told, "recommendations").starts_with("recommendations open 5"), "{told:?}");
    assert_eq!(of(&told, "answers"), "answers done", "2 has no level yet");
    assert!(of(&told, "approval").starts_with("approval open 1 5 6"), "{told:?}");
    assert_eq!(of(&told, "targets"), "targets done");
}

#[test]
fn what_was_settled_without_evaluators_needs_no_scores() {
    let told = told(&denpasar());
    assert_eq!((of(&told, "scores"), of(&told, "disagreements")), ("scores not-needed", "disagreements not-needed"));
}

#[test]
fn a_difference_that_was_settled_is_done() {
    assert_eq!(of(&told(&settled()), "disagreements"), "disagreements done");
}

#[test]
fn a_briefing_that_all_attended_is_done() {
    let mut workspace = pemalang();
    let text = "[[member]]\nid = \"a\"\nname = \"A\"\nunit = \"U\"\nrole = \"member\"\nfunctions = []\n\
                [[briefing]]\ndate = 2018-04-17\nattended = [\"a\"]\n";
    workspace.team = team::read(text, &Reading::new("team.toml"));
    assert_eq!(of(&told(&workspace), "briefing"), "briefing done");
}
