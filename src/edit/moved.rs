//! The list `moved:` of course.yaml after things got another path.

use super::edits::Edits;
use super::page::{Cut, Page, Place};
use crate::diag::Edit;
use crate::yaml::{Entry, Kind, Node};

/// A thing that gets another path.
pub(super) struct Change {
    pub(super) from: String,
    pub(super) to: String,
    /// Whether a release has recorded it, so that the list has to tell.
    pub(super) recorded: bool,
}

/// Brings the list to `changes`, and gives the number of lines that it gets.
pub(super) fn follow(changes: &[Change], edits: &mut Edits<'_>) -> Result<usize, String> {
    let unread = || "course.yaml cannot be read".to_owned();
    let file = edits.sources.text("course.yaml").map_err(|_| unread())?;
    let page = Page::read(edits.sources, file).ok_or_else(unread)?;
    let key = match &page.root.kind {
        Kind::Map(entries) => entries.iter().find(|entry| entry.key.text == "moved"),
        _ => None,
    };
    let mut lines: Vec<String> = Vec::new();
    for change in changes {
        let back = key.and_then(|key| {
            lines_of(key).into_iter().position(|line| is(line, &change.to, &change.from)).map(|number| Place { key, number })
        });
        match (back, change.recorded) {
            // It goes back to where a line says that it came from.
            (Some(place), true) => {
                turn(lines_of(place.key)[place.number], change, edits);
                lines.push(String::new());
            }
            (Some(place), false) => {
                let (_, out) = page.cut(place, &[]).ok_or_else(unread)?;
                edits.add(out);
            }
            (None, true) => lines.push(format!("{{from: {}, to: {}}}", change.from, change.to)),
            (None, false) => lead_on(key, change, edits),
        }
    }
    let new: Vec<&str> = lines.iter().filter(|line| !line.is_empty()).map(String::as_str).collect();
    if !new.is_empty() {
        let flow = key.is_some_and(|key| !lines_of(key).is_empty() && page.is_flow(&key.value));
        let text = if flow { new.join(", ") } else { new.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n") };
        let put = page.put(&page.root, "moved", &Cut { text, flow });
        edits.add(put.ok_or(
            "the list `moved:` of course.yaml cannot be told apart from what stands around it: write each of its lines below the other",
        )?);
    }
    Ok(lines.len())
}

fn lines_of(key: &Entry) -> Vec<&Node> {
    match &key.value.kind {
        Kind::List(nodes) => nodes.iter().collect(),
        _ => Vec::new(),
    }
}

fn text<'n>(line: &'n Node, key: &str) -> Option<&'n str> {
    match &line.get(key)?.kind {
        Kind::Scalar(text, _) => Some(&text.text),
        _ => None,
    }
}

fn is(line: &Node, from: &str, to: &str) -> bool {
    text(line, "from") == Some(from) && text(line, "to") == Some(to)
}

/// Lets `line` lead the other way.
fn turn(line: &Node, change: &Change, edits: &mut Edits<'_>) {
    for (key, path) in [("from", &change.from), ("to", &change.to)] {
        if let Some(node) = line.get(key) {
            edits.add(Edit { span: node.span, replacement: path.clone() });
        }
    }
}

/// Lets lines that no build has recorded yet lead to the new place.
fn lead_on(key: Option<&Entry>, change: &Change, edits: &mut Edits<'_>) {
    for node in key.into_iter().flat_map(lines_of).filter_map(|line| line.get("to")) {
        let Kind::Scalar(text, _) = &node.kind else { continue };
        let rest = text.text.strip_prefix(&change.from).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        if let Some(rest) = rest {
            edits.add(Edit { span: node.span, replacement: format!("{}{rest}", change.to) });
        }
    }
}
