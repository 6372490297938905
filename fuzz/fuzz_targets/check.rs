//! libFuzzer on `check`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ereje_fuzz::check(bytes));
