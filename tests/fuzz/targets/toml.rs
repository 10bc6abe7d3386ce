//! `spbe.toml`, `team.toml`, `findings.toml` and policies: any text is read or refused at places that it has.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spbe::format::reading::Reading;
use spbe::format::team::TeamEdit;
use spbe::format::{aspect_findings, canonical, manifest, policy, team};

fuzz_target!(|text: &str| {
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
});
