//! A file with its tree: where an entry of a list stands, how it is taken out, and how another is put in.
//!
//! In: a file of the course. Out: edits of it. `None` where what is asked for cannot be told apart from what stands around it.

use crate::diag::{Edit, FileId, Span};
use crate::source::Sources;
use crate::yaml::{self, Entry, Form, Kind, Node};

/// A file with its tree.
pub(super) struct Page<'s> {
    pub(super) file: FileId,
    pub(super) content: &'s str,
    pub(super) root: Node,
}

/// An entry of a list.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    /// The key of the list.
    pub(super) key: &'p Entry,
    /// The number of the entry, from 0.
    pub(super) number: usize,
}

/// The text of an entry, to be put into another list.
pub(super) struct Cut {
    /// Its lines, its dash in the first column; in brackets without a dash.
    pub(super) text: String,
    /// Whether it is written in brackets.
    pub(super) flow: bool,
}

impl<'s> Page<'s> {
    pub(super) fn read(sources: &'s Sources, file: FileId) -> Option<Self> {
        let content = sources.content(file);
        Some(Self { file, content, root: yaml::read(file, content).output? })
    }

    /// The mapping whose `id` is written at `id`.
    pub(super) fn holder(&self, id: Span) -> Option<&Node> {
        fn find(node: &Node, id: Span) -> Option<&Node> {
            match &node.kind {
                Kind::Map(_) if node.get("id").is_some_and(|of| of.span == id) => Some(node),
                Kind::Map(entries) => entries.iter().find_map(|entry| find(&entry.value, id)),
                Kind::List(nodes) => nodes.iter().find_map(|node| find(node, id)),
                Kind::Scalar(..) | Kind::Broken => None,
            }
        }
        find(&self.root, id)
    }

    /// The entry that has its `id` at `id`.
    pub(super) fn place(&self, id: Span) -> Option<Place<'_>> {
        fn find(node: &Node, id: Span) -> Option<Place<'_>> {
            let Kind::Map(entries) = &node.kind else { return None };
            entries.iter().find_map(|key| {
                let Kind::List(nodes) = &key.value.kind else { return find(&key.value, id) };
                let has = |node: &Node| node.get("id").is_some_and(|of| of.span == id);
                let here = nodes.iter().position(has).map(|number| Place { key, number });
                here.or_else(|| nodes.iter().find_map(|node| find(node, id)))
            })
        }
        find(&self.root, id)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    fn line_start(&self, at: usize) -> usize {
        self.content[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Where the line after that of byte `at` begins.
    fn next_line(&self, at: usize) -> usize {
        self.content[at..].find('\n').map_or(self.content.len(), |newline| at + newline + 1)
    }

    fn line(&self, start: usize) -> &str {
        self.content[start..self.next_line(start)].trim_end()
    }

    pub(super) fn is_flow(&self, node: &Node) -> bool {
        self.content[node.span.start as usize..].starts_with(['[', '{'])
    }

    /// The byte of the dash before an entry that is not in brackets.
    fn dash(&self, node: &Node) -> Option<usize> {
        let before = self.content[..node.span.start as usize].trim_end();
        let at = before.strip_suffix('-')?.len();
        self.content[self.line_start(at)..at].trim().is_empty().then_some(at)
    }

    /// Where the last thing that is written in `node` ends.
    fn end(&self, node: &Node) -> usize {
        let whole = node.span.end as usize;
        match &node.kind {
            _ if self.is_flow(node) => whole,
            Kind::Map(entries) => {
                entries.iter().map(|entry| self.end(&entry.value).max(entry.key.span.end as usize)).max().unwrap_or(whole)
            }
            Kind::List(nodes) => nodes.iter().map(|node| self.end(node)).max().unwrap_or(whole),
            Kind::Scalar(..) | Kind::Broken => {
                let start = node.span.start as usize;
                start + self.content[start..whole.max(start)].trim_end().len()
            }
        }
    }

    /// Where the lines of what ends at `end` and stands right of `column` are over, without the blank ones after them.
    fn after(&self, end: usize, column: usize) -> usize {
        let mut over = self.next_line(end);
        let mut at = over;
        while at < self.content.len() {
            let line = self.line(at);
            let indent = line.len() - line.trim_start_matches(' ').len();
            if !line.is_empty() && indent <= column {
                break;
            }
            at = self.next_line(at);
            if !line.is_empty() {
                over = at;
            }
        }
        over
    }

    /// The lines of an entry that is not in brackets, with the remarks right above it.
    fn lines(&self, node: &Node) -> Option<(usize, usize)> {
        let dash = self.dash(node)?;
        let column = self.column(dash);
        let mut start = self.line_start(dash);
        while start > 0 {
            let above = self.line_start(start - 1);
            let line = self.line(above);
            if !line.trim_start().starts_with('#') || line.len() - line.trim_start().len() != column {
                break;
            }
            start = above;
        }
        Some((start, self.after(self.end(node), column)))
    }

    /// The bytes of an entry, without what parts it from others.
    pub(super) fn range(&self, place: Place<'_>) -> Option<(usize, usize)> {
        let Kind::List(nodes) = &place.key.value.kind else { return None };
        let node = &nodes[place.number];
        if self.is_flow(&place.key.value) { Some((node.span.start as usize, node.span.end as usize)) } else { self.lines(node) }
    }

    /// The text of an entry after `edits`, which lie in it, and the edit that takes it out.
    pub(super) fn cut(&self, place: Place<'_>, edits: &[Edit]) -> Option<(Cut, Edit)> {
        let (start, end) = self.range(place)?;
        let Kind::List(nodes) = &place.key.value.kind else { return None };
        let shifted = |edit: &Edit| Edit {
            span: self.span(edit.span.start as usize - start, edit.span.end as usize - start),
            replacement: edit.replacement.clone(),
        };
        let shifted: Vec<Edit> = edits.iter().map(shifted).collect();
        let text = super::written(self.content.get(start..end)?, &shifted).replace("\r\n", "\n");
        let flow = self.is_flow(&place.key.value);
        let out = match (nodes.len(), flow) {
            (1, _) => self.emptied(place)?,
            (_, true) if place.number > 0 => self.span(nodes[place.number - 1].span.end as usize, end),
            (_, true) => self.span(start, nodes[1].span.start as usize),
            (_, false) => match nodes.get(place.number + 1) {
                Some(next) => self.span(start, self.lines(next)?.0),
                None => self.span(self.content[..start].trim_end().len(), self.content[..end].trim_end().len()),
            },
        };
        let replacement = if nodes.len() == 1 { " []".to_owned() } else { String::new() };
        let column = if flow { 0 } else { self.column(self.dash(&nodes[place.number])?) };
        let text = if flow { text } else { outdented(&text, column) };
        Some((Cut { text, flow }, Edit { span: out, replacement }))
    }

    /// What stands after the key of a list whose only entry goes.
    fn emptied(&self, place: Place<'_>) -> Option<Span> {
        let colon = self.colon(place.key)?;
        let list = &place.key.value;
        let end = if self.is_flow(list) { list.span.end as usize } else { self.content[..self.range(place)?.1].trim_end().len() };
        Some(self.span(colon, end))
    }

    /// The byte after the colon of a key.
    fn colon(&self, key: &Entry) -> Option<usize> {
        let end = key.key.span.end as usize;
        let rest = self.content.get(end..)?;
        let colon = rest.find(':')?;
        rest[..colon].trim_matches(['"', '\'', ' ']).is_empty().then_some(end + colon + 1)
    }

    /// The edit that puts `cut` at the end of the list `name` of `holder`.
    pub(super) fn put(&self, holder: &Node, name: &str, cut: &Cut) -> Option<Edit> {
        let Kind::Map(entries) = &holder.kind else { return None };
        let dashed = if cut.flow { format!("- {}", cut.text) } else { cut.text.clone() };
        let Some(key) = entries.iter().find(|entry| entry.key.text == name) else {
            let last = entries.last().filter(|last| matches!(last.form, Form::Lines))?;
            let column = self.column(last.key.span.start as usize);
            let at = self.after(self.end(&last.value).max(last.key.span.end as usize), column);
            let text = format!("{}{name}:\n{}", " ".repeat(column), indented(&dashed, column + 2));
            return Some(self.inserted(at, text));
        };
        match &key.value.kind {
            Kind::List(nodes) if !nodes.is_empty() && self.is_flow(&key.value) => {
                let end = nodes.last()?.span.end as usize;
                cut.flow.then(|| Edit { span: self.span(end, end), replacement: format!(", {}", cut.text) })
            }
            Kind::List(nodes) if !nodes.is_empty() => {
                let last = nodes.last()?;
                let column = self.column(self.dash(last)?);
                Some(self.inserted(self.lines(last)?.1, indented(&dashed, column)))
            }
            Kind::List(_) | Kind::Scalar(..) if matches!(key.form, Form::Lines) => {
                let start = self.colon(key)?;
                let end = (key.value.span.end as usize).max(start);
                let rest = &self.content[end..self.next_line(end)];
                let column = self.column(key.key.span.start as usize) + 2;
                let replacement = format!("\n{}", indented(&dashed, column).trim_end_matches('\n'));
                rest.trim().is_empty().then(|| Edit { span: self.span(start, end), replacement })
            }
            _ => None,
        }
    }

    /// The edit that puts whole lines at `at`, where a line begins or the file ends.
    fn inserted(&self, at: usize, lines: String) -> Edit {
        let open = at == self.content.len() && !self.content.is_empty() && !self.content.ends_with('\n');
        Edit { span: self.span(at, at), replacement: if open { format!("\n{lines}") } else { lines } }
    }
}

/// `text` with up to `column` spaces fewer before each line.
fn outdented(text: &str, column: usize) -> String {
    let less = |line: &str| {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        line[spaces.min(column)..].to_owned()
    };
    text.lines().map(less).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// `text` with `column` spaces before each line, its last one ended.
fn indented(text: &str, column: usize) -> String {
    let more = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{}{line}\n", " ".repeat(column)) };
    text.lines().map(more).collect()
}
