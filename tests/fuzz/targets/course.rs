//! Any text as a unit: everything that is said stands at a place in it, and can be shown.
#![no_main]

use coursec::diag::emit::{human, json};
use coursec::source::Sources;
use coursec::{Options, check};
use libfuzzer_sys::fuzz_target;

const COURSE: &str = include_str!("../../../examples/minimal/course.yaml");

fuzz_target!(|bytes: &[u8]| {
    let unit = String::from_utf8_lossy(bytes);
    let sources = Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", &unit)]);
    let diagnostics = check(&sources, &Options::default());
    for label in diagnostics.iter().flat_map(|one| one.primary.iter().chain(&one.related)) {
        let text = sources.content(label.span.file);
        assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{label:?}");
    }
    human(&diagnostics, &sources);
    json(&diagnostics, &sources);
});
