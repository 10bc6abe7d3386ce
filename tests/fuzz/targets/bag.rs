//! A bag in a ZIP archive: any bytes are refused, or read without leaving it and without end.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| spbe::probe::fuzz::bag(bytes));
