#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| msdk_fuzz_targets::public_parsers::run(input));
