//! What the fuzz targets throw any text at; each panics where something does not hold.

use crate::check::check_instrument;
use crate::check::policy::Policy;
use crate::format::reading::Reading;
use crate::format::table::edit::TableEdit;
use crate::format::team::TeamEdit;
use crate::format::{
    approvals, aspect_findings, assignments, canonical, evidence, evidence_links, external_nodes, external_scores,
    final_scores, instrument, manifest, policy, received, recommendations, scores, team, wanted,
};
use crate::model::decimal::Decimal;
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::model::selector::Selector;
use crate::store::bag::{BagFiles, sealed};
use crate::store::load::Begun;
use crate::store::{bundled, scratch};
use crate::text::date;

/// Every table: any text is read or refused at places that it has; an edit that changes nothing changes no byte.
pub fn csv(text: &str) {
    let by = Id::parse("a").expect("an id");
    let reading = Reading::new("x.csv");
    let _ = scores::read(text, &by, &reading);
    let _ = assignments::read(text, &reading);
    let _ = evidence::read(text, &reading);
    let _ = evidence_links::read(text, &reading);
    let _ = final_scores::read(text, &reading);
    let _ = external_scores::read(text, &reading);
    let _ = external_nodes::read(text, &reading);
    let _ = recommendations::read(text, &reading);
    let _ = approvals::read(text, &by, &reading);
    let _ = received::read(text, &reading);
    let _ = wanted::read(text, &reading);
    for finding in reading.finish() {
        let span = finding.place.and_then(|place| place.span).expect("a reader points at bytes");
        assert!(text.get(span).is_some());
    }
    if let Ok(mut edit) = TableEdit::open(Some(text), &assignments::SCHEMA, "assignments.csv") {
        assert_eq!(edit.remove(|_| false).expect("a table"), 0);
        assert_eq!(edit.into_text(), text);
    }
    if let Ok(written) =
        canonical::table(text, &assignments::SCHEMA, "assignments.csv", canonical::Order::OfKeys, assignments::read)
    {
        let again = canonical::table(
            &written,
            &assignments::SCHEMA,
            "assignments.csv",
            canonical::Order::OfKeys,
            assignments::read,
        );
        assert_eq!(again.as_deref(), Ok(written.as_str()));
    }
}

/// `spbe.toml`, `team.toml`, `findings.toml` and policies: any text is read or refused at places that it has.
pub fn toml(text: &str) {
    let reading = Reading::new("x.toml");
    let _ = manifest::read(text, &reading);
    let _ = team::read(text, &reading);
    let _ = aspect_findings::read(text, &reading);
    let _ = policy::read(text, &reading);
    for finding in reading.finish() {
        let span = finding.place.and_then(|place| place.span).expect("a reader points at bytes");
        assert!(text.get(span).is_some());
    }
    if let Ok(edit) = TeamEdit::open(text) {
        let _ = edit.into_text();
    }
    if let Ok(written) = canonical::team(text, "team.toml") {
        assert_eq!(canonical::team(&written, "team.toml").as_deref(), Ok(written.as_str()));
    }
}

/// `instrument.yaml`: any text is read or refused at places that it has.
pub fn yaml(text: &str) {
    let reading = Reading::new("instrument.yaml");
    let read = instrument::read(text, &reading);
    let findings = reading.finish();
    for finding in &findings {
        let span = finding.place.as_ref().and_then(|place| place.span.clone()).expect("a reader points at bytes");
        assert!(text.get(span).is_some());
    }
    if let Some((instrument, places)) = read {
        let _ = check_instrument(&instrument, &places, findings, &Policy::default());
    }
}

/// A bag in a ZIP archive: any bytes are refused, or read without leaving it and without end.
pub fn bag(bytes: &[u8]) {
    let archive = scratch::archive(bytes);
    let Ok(files) = BagFiles::open(archive.path()) else { return };
    let _ = sealed(&files, &|| ());
    let mut loaded = Begun::of(files.workspace()).load();
    loaded.see_evidence();
}

/// Indicator selectors, rows, numbers and dates: what is read is printed and read again.
pub fn selector(text: &str) {
    if let Ok(selector) = text.parse::<Selector>() {
        assert_eq!(selector.to_string().parse::<Selector>(), Ok(selector));
        for known in bundled::all() {
            let rows = known.instrument().all_rows();
            assert!(selector.rows(known.instrument(), &rows).is_subset(&rows));
        }
    }
    if let Ok(row) = text.parse::<RowId>() {
        assert_eq!(row.to_string().parse::<RowId>(), Ok(row));
    }
    if let Some((number, _)) = Decimal::parse(text) {
        assert_eq!(Decimal::parse(&number.to_string()).map(|(again, _)| again), Some(number));
    }
    if let Some((day, _)) = date::parse(text) {
        assert_eq!(date::parse(&day.to_string()).map(|(again, _)| again), Some(day));
    }
}
