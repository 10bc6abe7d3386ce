//! What the screen and the messages say, and that they fit.

use jiff::civil::date;

use super::{Shown, text};
use crate::model::workspace::Workspace;
use crate::result::progress::Progress;
use crate::result::progress::sheets::{Beside, Sheet, SheetState};
use crate::result::testing::{assign, empty, pemalang, pemdi, report, settled};
use crate::text::language::Language;
use crate::text::wrap::columns;

fn busy() -> Workspace {
    let mut workspace = pemalang();
    assign(&mut workspace, "4,tik,2018-07-10\n5,tik,2018-07-10\n6,tik,2018-07-10\n3,tik,2018-08-13\n");
    workspace
}

/// Sheets in every state, and more files than are named.
fn beside() -> Beside {
    let sheet = |member: Option<&str>, state, file: Option<&str>, date| Sheet {
        member: member.map(str::to_owned),
        state,
        file: file.map(str::to_owned),
        date,
    };
    Beside {
        sheets: vec![
            sheet(Some("tik"), SheetState::Returned, Some("masuk/isian-tik.xlsx"), None),
            sheet(Some("hukum"), SheetState::In, None, Some(date(2018, 7, 2))),
            sheet(Some("entri"), SheetState::Sent, None, None),
            sheet(None, SheetState::Returned, Some("masuk/jawaban.xlsx"), None),
        ],
        uncommitted: Some((1..=7).map(|number| format!("scores/anggota-{number}.csv")).collect()),
    }
}

/// Shows something and takes the styles off.
fn shown(workspace: &Workspace, what: &str, language: Language, width: usize) -> String {
    let beside = beside();
    let report = report(workspace);
    let progress = Progress::of(&report, date(2018, 7, 16));
    let member = progress.members.iter().find(|member| member.id == what);
    let unit = progress.units.iter().find(|unit| unit.name == what);
    let shown = match (what, member, unit) {
        ("late", ..) => Shown::Late,
        (_, Some(member), _) => Shown::Member(member),
        (_, _, Some(unit)) => Shown::Unit(unit),
        _ => Shown::Whole(&beside),
    };
    anstream::adapter::strip_str(&text(&progress, shown, language, width)).to_string()
}

#[test]
fn one_screen_says_what_is_open() {
    insta::assert_snapshot!("whole_id", shown(&busy(), "", Language::Indonesian, 80));
    insta::assert_snapshot!("whole_en", shown(&busy(), "", Language::English, 100));
}

#[test]
fn a_member_sees_what_is_next_and_a_unit_what_it_owes() {
    insta::assert_snapshot!("member", shown(&busy(), "tik", Language::Indonesian, 80));
    insta::assert_snapshot!("unit", shown(&busy(), "Dinas Kominfo", Language::Indonesian, 80));
    assert!(shown(&busy(), "entri", Language::English, 80).contains("There is nothing to do."));
}

#[test]
fn the_late_stand_alone_where_they_are_asked_for() {
    let late = shown(&busy(), "late", Language::English, 80);
    assert!(late.contains("\nLate\n  tik  4 of 5 missing, 6 days late: 4..6; not due yet: 3\n"), "{late}");
    assert!(!late.contains("hukum") && !late.contains("Planning"), "{late}");
    assert!(shown(&settled(), "late", Language::Indonesian, 80).contains("Tidak ada yang terlambat."));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let fresh = empty("spbe-2020", 2023, "Kota Baru", "city", "", &[]);
    for workspace in [busy(), settled(), pemdi(), fresh] {
        for what in ["", "late", "tik", "Dinas Kominfo"] {
            for (width, language) in [(80, Language::Indonesian), (80, Language::English), (50, Language::Indonesian)] {
                // A line to paste must stay one line.
                let shown = shown(&workspace, what, language, width);
                for line in shown.lines().filter(|line| !line.starts_with("  git add")) {
                    assert!(columns(line) <= width, "{width}: {line}");
                }
            }
        }
    }
}

#[test]
fn a_name_cannot_act_on_the_terminal() {
    let mut workspace = busy();
    workspace.manifest.as_mut().expect("a manifest").agency.name = "Kota \u{1b}]0;x\u{7}\nx".to_owned();
    workspace.team.members[4].name = "Si\u{202e}\u{1b}[31m\nB".to_owned();
    let report = report(&workspace);
    let progress = Progress::of(&report, date(2018, 7, 16));
    let member = progress.members.iter().find(|member| member.id == "tik").expect("a member");
    let said = text(&progress, Shown::Member(member), Language::English, 200);
    assert!(!said.contains(['\u{7}', '\u{202e}']) && !said.contains("\u{1b}]") && !said.contains("[31m\nB"), "{said}");
}
