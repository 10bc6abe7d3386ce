//! `spbe.toml`, `team.toml`, `findings.toml` and policies: any text is read or refused at places that it has.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| spbe::probe::fuzz::toml(text));
