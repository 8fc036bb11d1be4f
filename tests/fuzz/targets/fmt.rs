//! Any text as a unit that `coursec fmt` gets: what it makes says the same, and is not changed again.
#![no_main]

use coursec::edit::format;
use coursec::lock::Lock;
use coursec::source::Sources;
use coursec::survey;
use desk::{hold, with_unit};
use libfuzzer_sys::fuzz_target;

/// What is wrong with a course, in order, without its places.
fn wrong(sources: &Sources, lock: &Lock) -> Vec<(&'static str, &'static str, String)> {
    let said = survey(sources, lock.clone()).diagnostics.into_iter();
    let mut wrong: Vec<_> = said.map(|one| (one.lint.code, one.lint.name, one.message)).collect();
    wrong.sort();
    wrong
}

/// Mistakes that say nothing which could be kept: `fmt` mends them.
const MENDED: [&str; 4] = ["hash-in-text", "comma-in-text", "colon-in-text", "sign-before-text"];

fuzz_target!(|bytes: &[u8]| {
    let lock = Lock::default();
    let mut sources = with_unit(&String::from_utf8_lossy(bytes));
    let before = wrong(&sources, &lock);
    let mut ids = 0;
    let mut made = Vec::new();
    for (file, outcome) in format(&sources, &lock) {
        match outcome {
            Ok(formatted) => {
                ids += formatted.changes.ids.len();
                made.push((file, formatted.text));
            }
            Err(diagnostics) => hold(&diagnostics, &sources),
        }
    }
    if made.is_empty() {
        return;
    }
    for (file, text) in made {
        sources.replace(file, text);
    }
    let after = wrong(&sources, &lock);
    if before.iter().all(|(code, ..)| !code.starts_with("E01")) {
        if ids == 0 {
            assert_eq!(before, after);
        }
    } else if !before.iter().any(|(_, name, _)| MENDED.contains(name)) {
        // What is wrong may be called by another name on a line of its own, but it stays wrong.
        assert!(after.iter().any(|(code, ..)| code.starts_with('E')), "{before:?}");
    }
    // What is broken is mended step by step, and each step can bring the next one to light.
    if before.iter().all(|(code, ..)| !code.starts_with("E01")) {
        let again: Vec<_> = format(&sources, &lock).into_iter().filter_map(|(_, outcome)| outcome.ok()).collect();
        assert!(again.is_empty(), "{again:?}");
    }
});
