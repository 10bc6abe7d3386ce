//! What the screen shows and what its keys do, on a terminal that is only a memory.

use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Screen, View, Wish, draw};
use crate::model::workspace::Workspace;
use crate::result::progress::members::members;
use crate::result::testing::{assign, pemalang, pemdi, report, score, support};
use crate::text::language::Language;

/// Presses keys on the screen of a member and returns what is shown then, and what was wished.
fn pressed(
    workspace: &Workspace,
    member: &str,
    keys: &[KeyCode],
    (width, height): (u16, u16),
    language: Language,
) -> (String, Option<Wish>) {
    let report = report(workspace);
    let all = members(&report, date(2018, 7, 16));
    let progress = all.iter().find(|known| known.id == member).expect("a member");
    let view = View::of(&report, progress, language);
    let mut screen = Screen::default();
    let mut wish = None;
    for key in keys {
        wish = screen.key(&view, KeyEvent::new(*key, KeyModifiers::NONE));
    }
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal.draw(|frame| draw(frame, &view, &screen)).expect("drawn");
    let buffer = terminal.backend().buffer().clone();
    let rows: Vec<String> = (0..height)
        .map(|y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned())
        .collect();
    (rows.join("\n"), wish)
}

fn typed(text: &str) -> Vec<KeyCode> {
    text.chars().map(KeyCode::Char).collect()
}

/// Tik has scored 2; 3 and 4 are open, 4 is late.
fn busy() -> Workspace {
    let mut workspace = pemalang();
    support(
        &mut workspace,
        "sk,document,SK Tim,2018-01-02,,evidence/sk.pdf,00\njdih,document,JDIH,2018-01-02,,evidence/jdih.pdf,01\n",
        "4,sk,2\n",
    );
    assign(&mut workspace, "4,tik,2018-07-10\n3,tik,2018-08-13\n");
    workspace
}

#[test]
fn the_screen_fits_a_small_terminal_and_uses_a_large_one() {
    let small = pressed(&busy(), "tik", &[KeyCode::Down], (80, 24), Language::Indonesian).0;
    insta::assert_snapshot!("small", small);
    let large = pressed(&busy(), "tik", &[], (200, 50), Language::English).0;
    assert!(large.contains("0-5 level  e text  d evidence  b file  m method  / find  n next  u undo  q quit"));
    for (width, height) in [(20, 6), (40, 10), (1, 1)] {
        pressed(&busy(), "tik", &[], (width, height), Language::Indonesian);
    }
    let nothing = pressed(&busy(), "entri", &typed("3nd/e"), (80, 24), Language::English);
    assert!(nothing.0.contains("No indicator is assigned."), "{}", nothing.0);
}

#[test]
fn what_others_gave_is_hidden_until_the_own_level_is_given() {
    let mut workspace = busy();
    score(&mut workspace, "hukum", "3,5,document,,,Ada.\n");
    let find = [typed("/3"), vec![KeyCode::Enter]].concat();
    let hidden = pressed(&workspace, "tik", &find, (100, 40), Language::English).0;
    assert!(hidden.contains("3. ") && !hidden.contains("hukum") && !hidden.contains("Other scores"), "{hidden}");
    score(&mut workspace, "tik", "3,2,document,,,Ada.\n");
    let shown = pressed(&workspace, "tik", &find, (100, 40), Language::English).0;
    assert!(shown.contains("Other scores") && shown.contains("hukum: 5"), "{shown}");
}

#[test]
fn a_digit_gives_a_level_and_a_scale_of_decimals_asks_for_more() {
    let wish = |workspace: &Workspace, member: &str, keys: &[KeyCode]| {
        pressed(workspace, member, keys, (80, 24), Language::Indonesian)
    };
    assert_eq!(wish(&busy(), "tik", &typed("3")).1, Some(Wish::Level(3.into())));
    let (shown, none) = wish(&busy(), "tik", &typed("9"));
    assert!(none.is_none() && shown.contains("tidak ada level 9; pakai 0 sampai 5"), "{shown}");
    let mut decimals = pemdi();
    decimals.team = pemalang().team;
    assign(&mut decimals, "1,tik,\n");
    let (shown, none) = wish(&decimals, "tik", &typed("2,7"));
    assert!(none.is_none() && shown.contains("Level: 2,7_"), "{shown}");
    let keys = [typed("2,75"), vec![KeyCode::Enter]].concat();
    let level = crate::model::decimal::Decimal::parse("2.75").map(|(level, _)| level).expect("a level");
    assert_eq!(wish(&decimals, "tik", &keys).1, Some(Wish::Level(level)));
}

#[test]
fn documents_and_methods_are_ticked_and_escape_leaves_all_as_it_was() {
    let wish = |keys: &[KeyCode]| pressed(&busy(), "tik", keys, (80, 24), Language::English);
    let four = [typed("/4"), vec![KeyCode::Enter]].concat();
    let tick = [four.clone(), typed("d "), vec![KeyCode::Down], typed("x"), vec![KeyCode::Enter]].concat();
    assert_eq!(wish(&tick).1, Some(Wish::Cite(vec!["sk".to_owned(), "perbup-1".to_owned()])));
    let (shown, none) = wish(&[four.clone(), typed("d "), vec![KeyCode::Esc]].concat());
    assert!(none.is_none() && shown.contains("[ ] SK Tim"), "{shown}");
    let methods = [four, typed("m"), vec![KeyCode::Down], typed(" "), vec![KeyCode::Enter]].concat();
    assert_eq!(wish(&methods).1, Some(Wish::Methods("document+interview".to_owned())));
    assert_eq!(wish(&typed("u")).1, Some(Wish::Undo));
    assert_eq!(wish(&typed("e")).1, Some(Wish::Edit));
    let add = [typed("bin/sk.pdf"), vec![KeyCode::Backspace, KeyCode::Char('f'), KeyCode::Enter]].concat();
    assert_eq!(wish(&add).1, Some(Wish::Add("in/sk.pdf".to_owned())));
}

#[test]
fn the_next_open_row_is_found_and_a_word_that_is_nowhere_is_said() {
    let shown = |keys: &[KeyCode]| pressed(&busy(), "tik", keys, (80, 24), Language::English).0;
    let next = shown(&typed("n"));
    let again = shown(&typed("nn"));
    assert_ne!(next, again, "it goes on to the row behind");
    let nowhere = shown(&[typed("/zebra"), vec![KeyCode::Enter]].concat());
    assert!(nowhere.contains("`zebra` is not found"), "{nowhere}");
}

#[test]
fn a_name_cannot_act_on_the_terminal() {
    let mut workspace = busy();
    let tik = workspace.team.members.iter().position(|member| member.id.value.as_str() == "tik").expect("tik");
    workspace.team.members[tik].name = "Si\u{1b}[31m\u{202e}B".to_owned();
    let shown = pressed(&workspace, "tik", &[], (80, 24), Language::English).0;
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
}
