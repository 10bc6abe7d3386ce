//! Indicator selectors, rows, numbers and dates: what is read is printed and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| spbe::probe::fuzz::selector(text));
