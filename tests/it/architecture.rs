//! Each module uses only those that stand before it in `src/lib.rs`.

use std::fs;
use std::path::Path;

use regex::Regex;
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The modules, in order.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).expect("lib.rs is there");
    let module = Regex::new(r"(?m)^pub mod (\w+);").expect("a pattern");
    module.captures_iter(&lib).map(|found| found[1].to_owned()).collect()
}

#[test]
fn the_modules_stand_in_their_order() {
    let expected = [
        "diag", "value", "source", "yaml", "content", "target", "item", "syntax", "model", "lock", "activity", "state", "check", "theme",
        "report", "render", "package", "archive", "host", "edit", "cli",
    ];
    assert_eq!(order(), expected);
}

#[test]
fn no_module_uses_a_later_one() {
    let order = order();
    let used = Regex::new(r"\bcrate::(?:\{([^}]*)\}|(\w+))").expect("a pattern");
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut offenders = Vec::new();
    for entry in WalkDir::new(Path::new(ROOT).join("src")).sort_by_file_name().into_iter().map(|entry| entry.expect("src can be listed")) {
        let path = entry.path().strip_prefix(ROOT).expect("below the root").display().to_string();
        let Some(module) = path.strip_prefix("src/").and_then(|rest| rest.split(['/', '.']).next()).filter(|_| path.ends_with(".rs"))
        else {
            continue;
        };
        let Some(own) = place(module) else { continue };
        let text = fs::read_to_string(entry.path()).expect("a source is text");
        for found in used.captures_iter(&text) {
            let names = found.get(1).or(found.get(2)).map_or("", |names| names.as_str());
            for name in names.split(',').filter_map(|name| name.trim().split("::").next()) {
                if place(name).is_some_and(|other| other > own) {
                    offenders.push(format!("{path}: `{module}` uses `{name}`, which stands after it"));
                }
            }
        }
    }
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}
