//! Any text as course.lock: what is taken from it can be written, and reads the same again.
#![no_main]

use coursec::source::Sources;
use coursec::{Options, check, lock_of};
use libfuzzer_sys::fuzz_target;

const COURSE: &str = include_str!("../../../examples/minimal/course.yaml");
const UNIT: &str = include_str!("../../../examples/minimal/units/hand-washing.yaml");

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let with = |lock: &str| Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", UNIT), ("course.lock", lock)]);
    let sources = with(&text);
    let read = lock_of(&sources);
    if let Some(lock) = read.output.filter(|_| read.diagnostics.is_empty()) {
        let written = lock.to_string();
        let again = lock_of(&with(&written));
        assert!(again.diagnostics.is_empty(), "{:?}", again.diagnostics);
        assert_eq!(again.output.map(|lock| lock.to_string()), Some(written));
    }
    check(&sources, &Options::default());
});
