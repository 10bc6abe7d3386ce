//! What holds for any input: edits touch only their record, what is written is read back, the index stays in its range.

mod mutations;
mod submission;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::diagnostic::file_rules::BLANK;
use crate::diagnostic::finding::Finding;
use crate::format::reading::Reading;
use crate::format::table::edit::TableEdit;
use crate::format::table::scan::scan;
use crate::format::team::{NewMember, TeamEdit};
use crate::format::{assignments, canonical, evidence, manifest, scores, team};
use crate::index::evaluation::{Outcome, Rating, rate};
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::id::Id;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::model::selector::Selector;
use crate::store::bundled;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

/// Texts as people and spreadsheets put them into cells.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 .;,]{0,12}",
        "[\"\n,;=+@é日' -]{0,8}",
        Just(String::new()),
        Just("Fakta: \"a\"\r\nAnalisis".to_owned()),
    ]
}

/// The same on one line, as tables that merge line by line have it.
fn line() -> impl Strategy<Value = String> {
    cell().prop_map(|text| text.replace(['\r', '\n'], " "))
}

fn quoted(cell: &str, delimiter: char) -> String {
    if cell.contains(['"', '\n', '\r', delimiter]) || cell.trim() != cell {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A score file that somebody saved somehow, and its records by row.
fn file() -> impl Strategy<Value = (String, BTreeMap<u32, Vec<String>>)> {
    let records = btree_map(1..40_u32, vec(cell(), 6), 0..8);
    let form = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (records, form).prop_map(|(records, (semicolons, returns, mark, last))| {
        let (delimiter, ending) = (if semicolons { ';' } else { ',' }, if returns { "\r\n" } else { "\n" });
        let names = ["indicator", "level", "method", "date", "evidence", "explanation", "own column"];
        let mut lines = vec![names.join(&delimiter.to_string())];
        for (row, cells) in &records {
            let cells: Vec<String> = cells.iter().map(|cell| quoted(cell, delimiter)).collect();
            lines.push(format!("{row}{delimiter}{}", cells.join(&delimiter.to_string())));
        }
        let text = format!(
            "{}{}{}",
            if mark { "\u{feff}" } else { "" },
            lines.join(ending),
            if last || records.is_empty() { ending } else { "" }
        );
        (text, records)
    })
}

fn texts(text: &str) -> Vec<Vec<String>> {
    let cells = |record: &crate::format::table::scan::RawRecord<'_>| {
        record.cells.iter().map(|cell| cell.text.to_string()).collect::<Vec<_>>()
    };
    scan(text).records.iter().map(cells).collect()
}

fn put(text: &str, row: u32, cells: &[String]) -> String {
    let mut edit = TableEdit::open(Some(text), &scores::SCHEMA, "scores/a.csv").expect("a table");
    let new: Vec<String> = std::iter::once(row.to_string()).chain(cells.iter().cloned()).collect();
    let order = |keys: &[&str]| keys[0].parse::<u32>().map_or(Ordering::Less, |other| other.cmp(&row));
    edit.put(&new, order).expect("written");
    edit.into_text()
}

/// Ends a reading and returns what is wrong but for texts that say nothing: chance makes many of them.
fn faults(reading: Reading) -> Vec<Finding> {
    reading.finish().into_iter().filter(|finding| finding.rule != BLANK).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn putting_a_record_changes_no_other_byte((text, records) in file(), row in 1..40_u32, cells in vec(cell(), 5)) {
        let after = put(&text, row, &cells);
        let found = texts(&after).into_iter().find(|record| record[0] == row.to_string()).expect("the record");
        prop_assert_eq!(&found[1..6], &cells[..]);
        match records.get(&row) {
            // One record more, and all the bytes there were before it and behind it.
            None => {
                let same = text.bytes().zip(after.bytes()).take_while(|(old, new)| old == new).count();
                let rest = &text[same..];
                prop_assert!(after.ends_with(rest), "{:?} -> {:?}", text, after);
                prop_assert_eq!(texts(&after).len(), texts(&text).len() + 1);
            }
            Some(old) => {
                prop_assert_eq!(&found[6], &old[5], "a column of one's own stays");
                // Back to what it was, byte for byte but for the quotes that the cell did not need.
                let back = put(&after, row, &old[..5]);
                prop_assert_eq!(texts(&back), texts(&text));
                let span = |text: &str| {
                    let records = scan(text).records;
                    let record = records.iter().find(|record| record.cells[0].text == row.to_string());
                    record.expect("the record").span.clone()
                };
                let (was, is) = (span(&text), span(&after));
                prop_assert_eq!(&text[..was.start], &after[..is.start]);
                prop_assert_eq!(&text[was.end..], &after[is.end..]);
            }
        }
    }

    #[test]
    fn removing_what_is_not_there_changes_nothing((text, _) in file()) {
        let mut edit = TableEdit::open(Some(&text), &scores::SCHEMA, "scores/a.csv").expect("a table");
        prop_assert_eq!(edit.remove(|keys| keys[0] == "99").expect("a table"), 0);
        prop_assert_eq!(edit.into_text(), text);
    }

    #[test]
    fn a_removed_record_is_gone_and_the_others_stay((text, records) in file(), row in 1..40_u32) {
        let mut edit = TableEdit::open(Some(&text), &scores::SCHEMA, "scores/a.csv").expect("a table");
        let gone = edit.remove(|keys| keys[0] == row.to_string()).expect("a table");
        prop_assert_eq!(gone, usize::from(records.contains_key(&row)));
        let mut expected = texts(&text);
        expected.retain(|record| record[0] != row.to_string());
        prop_assert_eq!(texts(&edit.into_text()), expected);
    }

    #[test]
    fn the_canonical_form_says_the_same_and_is_its_own((text, _) in file()) {
        let by = Id::parse("a").expect("an id");
        let read = |text: &str, reading: &Reading| scores::read(text, &by, reading);
        let written = canonical::table(&text, &scores::SCHEMA, "scores/a.csv", canonical::Order::OfKeys, read).expect("a table");
        let again = canonical::table(&written, &scores::SCHEMA, "scores/a.csv", canonical::Order::OfKeys, read);
        prop_assert_eq!(again.as_ref(), Ok(&written));
        let plain = !written.contains("\r\n") && !written.contains('\u{feff}') && written.ends_with('\n');
        prop_assert!(plain, "{:?}", written);
        let said = |text: &str| -> Vec<_> {
            let read = read(text, &Reading::new("scores/a.csv")).into_iter();
            read.map(|score| (score.row.value, score.level.value, score.explanation.value.replace("\r\n", "\n"))).collect()
        };
        prop_assert_eq!(said(&written), said(&text));
        let own = |text: &str| -> Vec<String> {
            texts(text).into_iter().map(|record| record[6].trim().replace("\r\n", "\n")).collect()
        };
        prop_assert_eq!(own(&written), own(&text));
    }

    #[test]
    fn other_records_are_read_back_too(title in line(), member in "[a-z][a-z0-9-]{0,8}", day in 1..=28_u32) {
        let day = format!("2018-07-{day:02}");
        let mut edit = TableEdit::open(None, &assignments::SCHEMA, "assignments.csv").expect("a table");
        edit.put(&["12".to_owned(), member.clone(), day.clone()], |_| Ordering::Less).expect("written");
        let reading = Reading::new("assignments.csv");
        let read = assignments::read(&edit.into_text(), &reading);
        prop_assert_eq!(&read[0].member.value, &member);
        prop_assert_eq!(read[0].due.map(|due| due.to_string()), Some(day.clone()));
        let mut edit = TableEdit::open(None, &evidence::SCHEMA, "evidence.csv").expect("a table");
        let cells = ["a-1", "document", &title, &day, &title, "evidence/a-1.pdf", "00"].map(str::to_owned);
        edit.put(&cells, |_| Ordering::Less).expect("written");
        let read = evidence::read(&edit.into_text(), &reading);
        prop_assert_eq!(&*read[0].title, title.trim());
        prop_assert_eq!(read[0].unit.as_deref().unwrap_or_default(), title.trim());
        prop_assert_eq!(faults(reading), vec![]);
    }

    #[test]
    fn canonical_toml_keeps_comments_and_is_its_own(
        comment in "[a-z #\"'=]{0,20}", kind in "City|kota|Kota|KABUPATEN", quote in "[\"']", returns in any::<bool>(), mark in any::<bool>(),
    ) {
        let text = format!(
            "{}# {comment}\n[agency]  # {comment}\n\n\nkind = {quote}{kind}{quote} # {comment}\nname = \"A\"\n\n[schedule]\nplanning = {{ start = {quote}17/04/2018{quote}, end = 2018-05-31 }}",
            if mark { "\u{feff}" } else { "" },
        );
        let text = if returns { text.replace('\n', "\r\n") } else { text };
        let written = canonical::manifest(&text, "spbe.toml").expect("TOML");
        prop_assert_eq!(written.matches(&format!("# {comment}\n")).count(), 3);
        let again = canonical::manifest(&written, "spbe.toml");
        prop_assert_eq!(again.as_ref(), Ok(&written));
        let reading = Reading::new("spbe.toml");
        let _ = manifest::read(&written, &reading);
        prop_assert!(reading.finish().iter().all(|finding| finding.rule != "not-canonical"), "{}", written);
        let kept = written.contains("\n\n\nkind = \"") && written.contains("start = 2018-04-17, end = 2018-05-31 }\n");
        prop_assert!(kept, "{:?}", written);
    }

    #[test]
    fn an_explanation_is_read_back_as_it_was_written(said in cell(), level in 0..=5_u32, row in 1..35_u32) {
        let cells = [level.to_string(), "document".to_owned(), "2018-07-02".to_owned(), "a-1".to_owned(), said.clone()];
        let mut edit = TableEdit::open(None, &scores::SCHEMA, "scores/a.csv").expect("a table");
        let new: Vec<String> = std::iter::once(row.to_string()).chain(cells).collect();
        edit.put(&new, |_| Ordering::Less).expect("written");
        let reading = Reading::new("scores/a.csv");
        let read = scores::read(&edit.into_text(), &Id::parse("a").expect("an id"), &reading);
        prop_assert_eq!(faults(reading), vec![]);
        prop_assert_eq!(read[0].level.value, Decimal::from(level));
        prop_assert_eq!(read[0].explanation.value.as_str(), said.trim());
    }

    #[test]
    fn a_member_is_added_behind_what_stands_there(comment in "[a-z #]{0,20}", names in vec("[^\\p{C}]{1,12}", 1..4)) {
        let mut text = format!("# {comment}\ndecree = {{ number = \"1\", date = 2018-04-02 }}  # {comment}\n");
        for (index, name) in names.iter().enumerate() {
            let id = Id::parse(&format!("m{index}")).expect("an id");
            let mut edit = TeamEdit::open(&text).expect("TOML");
            let new =
                NewMember { id: &id, name, position: None, unit: name, role: Role::Member, functions: std::slice::from_ref(name) };
            edit.add_member(&new).expect("a list of members");
            let after = edit.into_text();
            prop_assert!(after.starts_with(&text), "{:?} -> {:?}", text, after);
            text = after;
        }
        let reading = Reading::new("team.toml");
        let read = team::read(&text, &reading);
        prop_assert_eq!(faults(reading), vec![]);
        let read: Vec<&str> = read.members.iter().map(|member| member.name.as_str()).collect();
        prop_assert_eq!(read, names);
    }

    #[test]
    fn the_index_lies_in_its_range_and_rises_with_every_level(
        which in 0..3_usize,
        levels in vec(option::of(0..=100_u32), 47),
        raised in 0..47_usize,
    ) {
        let instrument = bundled::all()[which].instrument();
        let scale = &instrument.scale;
        let (lowest, span) = (scale.lowest.units(), scale.highest.units() - scale.lowest.units());
        let level = |percent: u32| Decimal::from(u32::try_from(lowest + span * i64::from(percent) / 100).expect("small"));
        let rows: Vec<RowId> = instrument.all_rows().into_iter().collect();
        let known: BTreeMap<RowId, Option<Decimal>> =
            rows.iter().zip(levels.iter().cycle()).map(|(row, percent)| (*row, percent.map(level))).collect();
        let (least, most) = ends(&rate(instrument, 2024, &known));
        prop_assert!(Exact::from(scale.lowest) <= least && least <= most && most <= Exact::from(scale.highest));
        let full: BTreeMap<RowId, Option<Decimal>> =
            known.iter().map(|(row, level)| (*row, Some(level.unwrap_or(scale.lowest)))).collect();
        let (index, same) = ends(&rate(instrument, 2024, &full));
        prop_assert_eq!(&index, &same);
        prop_assert_eq!(&index, &least);
        let row = rows[raised % rows.len()];
        if full[&row] < Some(scale.highest) {
            let mut higher = full;
            let next = full_level(higher[&row]) + scale.step.units().max(1);
            let next = if scale.is_whole() { Decimal::new(next, 0) } else { scale.highest };
            higher.insert(row, Some(next));
            prop_assert!(ends(&rate(instrument, 2024, &higher)).0 > index);
        }
    }

    #[test]
    fn what_is_printed_reads_back(units in 0..10_i64.pow(12), places in 0..6_u32, row in 1..9999_u32, service in option::of(1..99_u32)) {
        let number = Decimal::new(units, places);
        prop_assert_eq!(Decimal::parse(&number.to_string()).map(|(read, _)| read), Some(number));
        let row = RowId { indicator: row, service };
        prop_assert_eq!(row.to_string().parse::<RowId>(), Ok(row));
        prop_assert!(row.to_string().parse::<Selector>().is_ok());
    }
}

fn full_level(level: Option<Decimal>) -> i64 {
    level.expect("every row has a level").units()
}

fn ends(rating: &Rating) -> (Exact, Exact) {
    match &rating.outcome {
        Outcome::Index(rated) => (rated.exact.clone(), rated.exact.clone()),
        Outcome::Range { lowest, highest } => (lowest.exact.clone(), highest.exact.clone()),
    }
}
