#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| linchpin_fuzz::run("load_mail", bytes));
