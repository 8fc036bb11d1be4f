//! Any text as the frame of a learner: it is read without a panic, and what is read of it writes a frame that reads the same.
#![no_main]

use std::sync::LazyLock;

use coursec::state::{Layout, Layouts, Verdict, decode, encode};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// The layouts of the vectors that Rust and JavaScript share.
static LAYOUTS: LazyLock<Vec<Layouts>> = LazyLock::new(|| {
    let vectors: Value = serde_json::from_str(include_str!("../../vectors/frame.json")).expect("the vectors are JSON");
    let cases = vectors["cases"].as_array().expect("they have cases");
    let layouts = cases.iter().map(|case| {
        let data = &case["data"];
        let known: Vec<Layout> = serde_json::from_value(data["layouts"].clone()).expect("a case has layouts");
        let number = |value: &Value| u32::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
        let pages = data["pages"].as_array().expect("a case has pages").iter().map(|page| number(&page["slot"])).collect();
        Layouts { release: number(&data["release"]), pages, known }
    });
    layouts.collect()
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for layouts in LAYOUTS.iter() {
        let Some(state) = decode(&text, layouts).state else { continue };
        let again = decode(&encode(&state, layouts), layouts);
        assert_eq!((again.verdict, again.state), (Verdict::Whole, Some(state)));
    }
});
