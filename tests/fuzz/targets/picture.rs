//! Any text as a picture in SVG: what is said of it stands in it.
#![no_main]

use coursec::package::in_picture;
use coursec::source::Sources;
use desk::{COURSE, UNIT, hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let sources = Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", UNIT), ("lessons/tap.md", &text)]);
    let file = sources.text("lessons/tap.md").expect("it is there");
    hold(&in_picture("media/tap.svg", file, sources.content(file), None), &sources);
});
