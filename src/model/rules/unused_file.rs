//! A file in `media/` that nothing names.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Lint, Severity};
use crate::source::Sources;
use crate::yaml::nearest;

/// A file in `media/` that nothing names.
pub(in crate::model) static LINT: Lint = Lint {
    code: "W0355",
    name: "unused-file",
    severity: Severity::Warning,
    docs: "Nothing in the course uses this file in `media/`, so it is left out of the package. Perhaps its name is misspelt where you meant \
           to show it. Show it with `![what it shows](media/name.svg)`, link to it with `[words](media/name.pdf)`, or move it out of the \
           folder.",
    wrong: &[("media/tap.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M1 1h6v6\"/></svg>\n")],
    right: &[],
};

/// Finds them. It goes by the names in all texts, be they read or not, so that no other mistake counts as one of these.
pub(in crate::model) fn check(sources: &Sources) -> Vec<Diagnostic> {
    let files: BTreeSet<&str> = sources.media_files().map(|media| sources.media_path(media)).filter(|path| is_kept(path)).collect();
    if files.is_empty() {
        return Vec::new();
    }
    let spoken = sources.media_files().filter_map(|media| sources.media_text(media)?.ok());
    let texts: Vec<&str> = sources.texts().map(|(_, file)| file).chain(spoken).map(|file| sources.content(file)).collect();
    let named: BTreeSet<&str> = texts.iter().flat_map(|text| names(text)).collect();
    // What a name was probably to be that leads to no file has been said there.
    let meant: BTreeSet<&str> =
        named.iter().filter(|name| !files.contains(*name)).filter_map(|name| nearest(name, files.iter().copied())).collect();
    // A name with signs in it that end one is looked for as it is.
    let used = |path: &&str| named.contains(path) || meant.contains(path) || texts.iter().any(|text| text.contains(path));
    files.iter().filter(|path| !used(path)).map(|path| say(path)).collect()
}

/// Whether a person put the file there, and not the system.
fn is_kept(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("media/") && !path.contains("/.") && !matches!(name, "Thumbs.db" | "desktop.ini")
}

/// What is written in `text` like the path of such a file.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let name = |(at, _): (usize, &str)| {
        let rest = &text[at..];
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '\'' | '"' | ')' | '>' | ',' | '}' | ']' | '#')).unwrap_or(rest.len());
        &rest[..end]
    };
    text.match_indices("media/").map(name)
}

fn say(path: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("file `{path}` is used nowhere")).help("show it or link to it, or move it out of the folder")
}
