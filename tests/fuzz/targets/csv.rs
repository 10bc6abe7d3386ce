//! Every table: any text is read or refused at places that it has; an edit that changes nothing changes no byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spbe::format::reading::Reading;
use spbe::format::table::edit::TableEdit;
use spbe::format::{
    assignments, canonical, evidence, evidence_links, external_scores, final_scores, recommendations, scores,
};
use spbe::model::id::Id;

fuzz_target!(|text: &str| {
    let by = Id::parse("a").expect("an id");
    let reading = Reading::new("x.csv");
    let _ = scores::read(text, &by, &reading);
    let _ = assignments::read(text, &reading);
    let _ = evidence::read(text, &reading);
    let _ = evidence_links::read(text, &reading);
    let _ = final_scores::read(text, &reading);
    let _ = external_scores::read(text, &reading);
    let _ = recommendations::read(text, &reading);
    for finding in reading.finish() {
        let span = finding.place.and_then(|place| place.span).expect("a reader points at bytes");
        assert!(text.get(span).is_some());
    }
    if let Ok(mut edit) = TableEdit::open(Some(text), &assignments::SCHEMA, "assignments.csv") {
        assert_eq!(edit.remove(|_| false).expect("a table"), 0);
        assert_eq!(edit.into_text(), text);
    }
    if let Ok(written) = canonical::table(text, &assignments::SCHEMA, "assignments.csv", assignments::read) {
        let again = canonical::table(&written, &assignments::SCHEMA, "assignments.csv", assignments::read);
        assert_eq!(again.as_deref(), Ok(written.as_str()));
    }
});
