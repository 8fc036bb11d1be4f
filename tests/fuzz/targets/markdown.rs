//! Any text as the body of a lesson, in a file of its own: what is said stands in it, and what is made of it is one document.
#![no_main]

use coursec::check;
use coursec::diag::emit::human;
use coursec::source::Sources;
use desk::{COURSE, hold, one_target};
use libfuzzer_sys::fuzz_target;

const UNIT: &str = "id: hand-washing\ntitle: Hands\noutcomes:\n  - {id: LO1, statement: wash hands}\nlessons:\n  - id: how\n    title: How\n    \
    teaches: [LO1]\n    body_file: lessons/how.md\n";

fuzz_target!(|bytes: &[u8]| {
    let body = String::from_utf8_lossy(bytes);
    let sources = Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", UNIT), ("lessons/how.md", &body)]);
    let diagnostics = check(&sources, &one_target());
    hold(&diagnostics, &sources);
    // A text is never the reason why a document is not what the run-time needs.
    assert!(diagnostics.iter().all(|one| !one.lint.code.starts_with("E05")), "{}", human(&diagnostics, &sources));
});
