//! Any text as a unit: everything that is said stands at a place in it, and can be shown.
#![no_main]

use coursec::lock::Lock;
use coursec::survey;
use desk::{hold, with_unit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let sources = with_unit(&String::from_utf8_lossy(bytes));
    hold(&survey(&sources, Lock::default()).diagnostics, &sources);
});
