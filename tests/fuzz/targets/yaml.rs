//! `instrument.yaml`: any text is read or refused at places that it has.
#![no_main]

use libfuzzer_sys::fuzz_target;
use spbe::check::check_instrument;
use spbe::check::policy::Policy;
use spbe::format::instrument;
use spbe::format::reading::Reading;

fuzz_target!(|text: &str| {
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
});
