//! Any text as captions: what is said of them stands in them.
#![no_main]

use coursec::content::captions;
use coursec::source::Sources;
use desk::{COURSE, UNIT, hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let sources = Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", UNIT), ("lessons/film.md", &text)]);
    let file = sources.text("lessons/film.md").expect("it is there");
    hold(&captions(file, sources.content(file)), &sources);
});
