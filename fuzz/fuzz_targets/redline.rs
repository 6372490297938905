//! libFuzzer on `redline`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ereje_fuzz::redline(bytes));
