//! Any text as course.lock: what is taken from it can be written, and reads the same again.
#![no_main]

use coursec::source::Sources;
use coursec::{lock_of, survey};
use desk::{COURSE, UNIT, hold};
use libfuzzer_sys::fuzz_target;

fn with_lock(lock: &str) -> Sources {
    Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", UNIT), ("course.lock", lock)])
}

fuzz_target!(|bytes: &[u8]| {
    let sources = with_lock(&String::from_utf8_lossy(bytes));
    let read = lock_of(&sources);
    hold(&read.diagnostics, &sources);
    let Some(lock) = read.output else { return };
    if read.diagnostics.is_empty() {
        let written = lock.to_string();
        let again = lock_of(&with_lock(&written));
        assert!(again.diagnostics.is_empty(), "{:?}", again.diagnostics);
        assert_eq!(again.output.map(|lock| lock.to_string()), Some(written));
    }
    hold(&survey(&sources, lock).diagnostics, &sources);
});
