//! The style card, as far as it can be counted: lengths of files and functions, what no file holds.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Our own code: its path from the root, and its text.
fn sources(folders: &[&str], end: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        let walk = WalkDir::new(Path::new(ROOT).join(folder)).sort_by_file_name().into_iter().filter_entry(|entry| {
            let name = entry.file_name();
            name != "node_modules" && name != "dist"
        });
        for entry in walk.map(|entry| entry.expect("the folder can be listed")) {
            let path = entry.path().strip_prefix(ROOT).expect("below the root").display().to_string();
            if path.ends_with(end) {
                found.push((path, fs::read_to_string(entry.path()).expect("a source is text")));
            }
        }
    }
    found
}

/// How a function begins.
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    const RUST: &str = r"(?:pub(?:\([^)]*\))?\s+)?(?:const\s+)?(?:async\s+)?fn\s+(\w+)";
    const SCRIPT: &str = r"(?:export\s+)?(?:default\s+)?(?:async\s+)?function\*?\s+(\w+)";
    const ARROW: &str = r"(?:export\s+)?const\s+(\w+)\s*=\s*(?:async\s*)?\([^)]*\)\s*=>\s*\{$";
    Regex::new(&format!(r"^(\s*)(?:{RUST}|{SCRIPT}|{ARROW})")).expect("a pattern")
});

/// The functions in `text` with their lines, those of functions inside them apart. A function ends at the first line that closes it
/// at its own depth.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(head) = HEAD.captures(line) else { continue };
        let name = (2..=4).find_map(|group| head.get(group)).map_or("", |name| name.as_str());
        let close = [format!("{}}}", &head[1]), format!("{}}};", &head[1])];
        let more = lines[at..].iter().position(|line| close.iter().any(|close| line.trim_end() == close));
        let whole = line.trim_end().ends_with(['}', ';']);
        found.push((name.to_owned(), at, if whole { 1 } else { more.map_or(1, |more| more + 1) }));
    }
    let own = |(name, at, length): &(String, usize, usize)| {
        let inner = |line: &usize| found.iter().any(|(_, start, more)| start > at && (*start..start + more).contains(line));
        (name.clone(), (*at..at + length).filter(|line| !inner(line)).count())
    };
    found.iter().map(own).collect()
}

/// The value below which `share` per cent of `values` are.
fn percentile(mut values: Vec<usize>, share: usize) -> usize {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) * share / 100).copied().unwrap_or(0)
}

/// The files of more than `most` lines, one line each.
fn long_files(files: &[(String, String)], most: usize) -> Vec<String> {
    let long = files.iter().map(|(path, text)| (path, text.lines().count())).filter(|(_, lines)| *lines > most);
    long.map(|(path, lines)| format!("{path}: {lines} lines, at most {most}")).collect()
}

/// Checks lengths of one body of code.
fn hold(folders: &[&str], end: &str) {
    let files = sources(folders, end);
    let mut offenders = long_files(&files, 500);
    for (path, text) in &files {
        for (name, lines) in functions(text).into_iter().filter(|(_, lines)| *lines > 70) {
            offenders.push(format!("{path}: function `{name}` has {lines} lines, at most 70"));
        }
    }
    let median = percentile(files.iter().map(|(_, text)| text.lines().count()).collect(), 50);
    if median > 120 {
        offenders.push(format!("{folders:?}: the median file has {median} lines, at most 120"));
    }
    let lengths: Vec<usize> = files.iter().flat_map(|(_, text)| functions(text)).map(|(_, lines)| lines).collect();
    let (middle, ninth) = (percentile(lengths.clone(), 50), percentile(lengths, 90));
    if middle > 10 || ninth > 40 {
        offenders.push(format!("{folders:?}: functions have {middle} lines in the median and {ninth} at p90, at most 10 and 40"));
    }
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn rust_is_short() {
    hold(&["src"], ".rs");
}

#[test]
fn javascript_is_short() {
    hold(&["themes/runtime/src", "themes/runtime/host"], ".js");
}

#[test]
fn tests_are_short() {
    let files = sources(&["tests"], ".rs");
    let offenders = long_files(&files, 700);
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn files_are_named_by_their_noun() {
    let vague = Regex::new(r"(^|[/_-])(utils?|helpers?|common|manager|misc)([._/-]|$)").expect("a pattern");
    let all = [sources(&["src", "tests"], ".rs"), sources(&["themes/runtime/src", "themes/runtime/host"], ".js")].concat();
    let offenders: Vec<&String> = all.iter().map(|(path, _)| path).filter(|path| vague.is_match(path)).collect();
    assert!(offenders.is_empty(), "{offenders:?}");
}

#[test]
fn nothing_is_left_for_later() {
    // Written apart, so that this file does not find itself.
    let later = Regex::new(&["TO", "DO|FIX", "ME|XX", r"X\b|unimplemented", r"!\(|todo", r"!\("].concat()).expect("a pattern");
    let code =
        Regex::new(r"^\s*//\s*(let |fn |pub |use |if .*\{$|for .*\{$|\w+\(.*\);$|\w+ = .*;$|const |return |\}$)").expect("a pattern");
    let all = [sources(&["src", "tests"], ".rs"), sources(&["themes/runtime/src", "themes/runtime/host"], ".js")].concat();
    let mut offenders = Vec::new();
    for (path, text) in &all {
        for (at, line) in text.lines().enumerate() {
            if later.is_match(line) || code.is_match(line) {
                offenders.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(offenders.is_empty(), "\n{}", offenders.join("\n"));
}

#[test]
fn every_module_says_what_it_is() {
    let offenders: Vec<String> =
        sources(&["src", "tests"], ".rs").into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert!(offenders.is_empty(), "no `//!` in the first line: {offenders:?}");
}
