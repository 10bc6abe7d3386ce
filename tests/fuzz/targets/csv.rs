//! Every table: any text is read or refused at places that it has; an edit that changes nothing changes no byte.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| spbe::probe::fuzz::csv(text));
