//! One diagnostic, told to somebody who meets it for the first time.

use std::collections::{BTreeMap, BTreeSet};

use anstream::adapter::strip_str;

use crate::cli::new;
use crate::diag::emit::human;
use crate::diag::{Example, Lint, Severity};
use crate::edit::{Formatted, format};
use crate::lock::Lock;
use crate::source::Sources;
use crate::{Options, check};

/// The characters of a line of prose.
const WIDTH: usize = 100;

/// The lines shown before and after the ones that matter.
const AROUND: usize = 2;

/// Where the story is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// On a terminal.
    Terminal,
    /// As a page in Markdown.
    Page,
}

/// What `lint` means, an example that is wrong, what is said of it, and the example mended.
pub(super) fn story(lint: &Lint, form: Form) -> String {
    let level = match lint.code.chars().next() {
        Some('W') if lint.severity == Severity::Note => format!("A note: nothing has to be done. {}.", silence(lint)),
        Some('W') => format!("A warning: the course is built all the same. {}; with `deny` it is an error.", silence(lint)),
        _ => "An error: nothing is built until it is corrected.".to_owned(),
    };
    let head = if form == Form::Page { "# " } else { "" };
    let mut text = format!("{head}{}: {}\n\n{}\n{}", lint.code, lint.name, wrapped(&level), wrapped(lint.docs));
    if lint.wrong.is_empty() {
        return text;
    }
    let (wrong, right) = in_block_form(laid_over(lint.wrong), laid_over(lint.right));
    let before = paths(lint).into_iter().filter_map(|path| excerpt(path, &wrong, &right));
    add(&mut text, "Wrong", before, form);
    let sources = sources(&wrong);
    let said = strip_str(&human(&check(&sources, &Options::default()), &sources)).to_string();
    let said = said.lines().filter(|line| !line.trim_start().starts_with("= for more:")).collect::<Vec<_>>().join("\n");
    let heading = if form == Form::Page { "## What coursec says" } else { "What coursec says:" };
    text.push_str(&format!("\n{heading}\n\n{}", block(said.trim_end(), "text", form)));
    let after = paths(lint).into_iter().filter_map(|path| excerpt(path, &right, &wrong));
    add(&mut text, "Right", after, form);
    text
}

/// What to write so that nothing more is said of it.
fn silence(lint: &Lint) -> String {
    format!("To silence it, write `{}: {{level: allow, reason: ...}}` under `lints:` in course.yaml", lint.name)
}

/// The first sentence of `docs`.
pub(super) fn first_sentence(docs: &str) -> &str {
    docs.find(". ").map_or(docs, |end| &docs[..=end])
}

/// Adds excerpts under `heading`; none: the file that is wrong is not there at all.
fn add(text: &mut String, heading: &str, excerpts: impl Iterator<Item = (String, String)>, form: Form) {
    let excerpts: Vec<(String, String)> = excerpts.collect();
    text.push_str(&if form == Form::Page { format!("\n## {heading}\n") } else { format!("\n{heading}:\n") });
    if excerpts.is_empty() {
        text.push_str("\nThe same course without that file.\n");
    }
    for (path, excerpt) in excerpts {
        let kind = path.rsplit_once('.').map_or("text", |(_, end)| if end == "lock" { "text" } else { end });
        let path = if form == Form::Page { format!("`{path}`") } else { path.clone() };
        text.push_str(&format!("\nIn {path}:\n\n{}", block(&excerpt, kind, form)));
    }
}

/// A piece of source or output.
fn block(text: &str, kind: &str, form: Form) -> String {
    match form {
        Form::Page => format!("```{kind}\n{text}\n```\n"),
        Form::Terminal => text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect(),
    }
}

/// The files that the examples of `lint` are about.
fn paths(lint: &Lint) -> BTreeSet<&'static str> {
    lint.wrong.iter().chain(lint.right).map(|(path, _)| *path).collect()
}

/// The smallest course with `example` laid over it.
fn laid_over(example: Example) -> BTreeMap<String, String> {
    let mut files = new::files("minimal");
    files.extend(example.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    files
}

fn sources(files: &BTreeMap<String, String>) -> Sources {
    Sources::from_memory(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// Both as `coursec fmt` writes them; a file that would be mended by that, or cannot be read, stays as it is in both.
fn in_block_form(wrong: BTreeMap<String, String>, right: BTreeMap<String, String>) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let said = |files: &BTreeMap<String, String>| {
        let found = check(&sources(files), &Options::default());
        found.into_iter().map(|one| (one.lint.code, one.message)).collect::<Vec<_>>()
    };
    let before = said(&wrong);
    let (mut wrong, mut right) = (wrong, right);
    let mut kept = BTreeSet::new();
    for (path, outcome) in formatted(&wrong) {
        let mut tried = wrong.clone();
        tried.extend(outcome.clone().map(|text| (path.clone(), text)));
        if outcome.is_some() && said(&tried) == before {
            wrong = tried;
        } else {
            kept.insert(path);
        }
    }
    for (path, text) in formatted(&right).into_iter().filter(|(path, _)| !kept.contains(path)) {
        right.extend(text.map(|text| (path, text)));
    }
    (wrong, right)
}

/// The files that `coursec fmt` would change, with their new texts; none for one that it cannot read.
fn formatted(files: &BTreeMap<String, String>) -> BTreeMap<String, Option<String>> {
    let sources = sources(files);
    let outcomes = format(&sources, &Lock::default()).into_iter();
    outcomes.map(|(file, outcome)| (sources.name(file).to_owned(), outcome.ok().map(|Formatted { text, .. }| text))).collect()
}

/// The lines of the file at `path` in `these` that differ from those in `others`, with some around them; `None` where none does.
fn excerpt(path: &str, these: &BTreeMap<String, String>, others: &BTreeMap<String, String>) -> Option<(String, String)> {
    let lines: Vec<&str> = these.get(path)?.lines().collect();
    let other: Vec<&str> = others.get(path).map(|text| text.lines().collect()).unwrap_or_default();
    if lines == other {
        return None;
    }
    if let Some(words) = these.get(path).filter(|_| path.starts_with("media/")).and_then(|text| in_words(text)) {
        return Some((path.to_owned(), words));
    }
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = lines.iter().zip(&other).take_while(same).count();
    let most = lines.len().min(other.len()) - head;
    let tail = lines.iter().rev().zip(other.iter().rev()).take(most).take_while(same).count();
    let (first, last) = (head.saturating_sub(AROUND), (lines.len() - tail + AROUND).min(lines.len()));
    let mut shown: Vec<&str> = Vec::new();
    shown.extend((first > 0).then_some("..."));
    shown.extend(&lines[first..last]);
    shown.extend((last < lines.len()).then_some("..."));
    Some((path.to_owned(), shown.join("\n")))
}

/// What is in a file that has no lines to show.
fn in_words(text: &str) -> Option<String> {
    match text.as_bytes() {
        [] => Some("(nothing)".to_owned()),
        [b'G', b'I', b'F', b'8', _, _, wide, wide_high, high, high_high, ..] => {
            let pixels = |low: &u8, high: &u8| u16::from_le_bytes([*low, *high]);
            Some(format!("(a GIF picture of {} x {} pixels)", pixels(wide, wide_high), pixels(high, high_high)))
        }
        [b'G', b'I', b'F', b'8', ..] => Some("(a GIF picture)".to_owned()),
        [b'B', b'M', ..] => Some("(a BMP picture)".to_owned()),
        _ => None,
    }
}

/// `text` in lines of prose, paragraphs apart.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        if !out.is_empty() {
            out.push('\n');
        }
        let mut length = 0;
        for word in words(paragraph) {
            let more = word.chars().count();
            if length > 0 {
                let fits = length + 1 + more <= WIDTH;
                out.push(if fits { ' ' } else { '\n' });
                length = if fits { length + 1 } else { 0 };
            }
            out.push_str(word);
            length += more;
        }
        out.push('\n');
    }
    out
}

/// The pieces of a paragraph between which a line may end: what is between backticks stays together.
fn words(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let ends = move |c: char| {
        quoted ^= c == '`';
        c.is_whitespace() && !quoted
    };
    paragraph.split(ends).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{excerpt, wrapped};
    use std::collections::BTreeMap;

    #[test]
    fn an_excerpt_shows_what_differs() {
        let file = |text: &str| BTreeMap::from([("a.yaml".to_owned(), text.to_owned())]);
        let (one, two) = (file("1\n2\n3\n4\n5\n6\n7\n8\n"), file("1\n2\n3\n4\nx\n6\n7\n8\n"));
        assert_eq!(excerpt("a.yaml", &one, &two).map(|(_, text)| text).as_deref(), Some("...\n3\n4\n5\n6\n7\n..."));
        assert_eq!(excerpt("a.yaml", &one, &one), None);
        let short = file("1\n2\n");
        assert_eq!(excerpt("a.yaml", &short, &file("1\n2\n2\n")).map(|(_, text)| text).as_deref(), Some("1\n2"));
    }

    #[test]
    fn prose_is_wrapped() {
        let text = wrapped(&"word ".repeat(40));
        assert!(text.lines().count() == 2 && text.lines().all(|line| line.len() <= 100));
        assert_eq!(wrapped("a\n\nb"), "a\n\nb\n");
        let quoted = format!("{} `level: allow`.", "word ".repeat(18).trim_end());
        assert!(wrapped(&quoted).ends_with("\n`level: allow`.\n"), "what is quoted stays on one line");
    }
}
