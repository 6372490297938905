//! libFuzzer on `markup`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| ereje_fuzz::markup(bytes));
