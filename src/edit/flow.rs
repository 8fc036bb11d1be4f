//! What stands in brackets, with each key on a line of its own.
//!
//! In: a list or mapping in brackets. Out: its text in block form, comments on lines before what they are about. `None` where it has to
//! stay as it is.

use super::format::{Reading, magic};
use super::written;
use crate::diag::{Edit, Span};
use crate::yaml::{Form, Kind, Node, Style, quoted};

/// What a node stands in.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A file, or a list.
    Alone,
    /// A mapping, as the value of a key that begins in this column.
    Value(usize),
    /// Brackets that stay.
    Inside,
}

/// Columns that what belongs to a key or a dash stands to the right.
const STEP: usize = 2;

/// A part of a list or mapping: remarks to stand before it, and its text.
type Piece = (Vec<String>, String);

impl Reading<'_> {
    /// Whether it is written in brackets.
    pub(super) fn is_flow(&self, node: &Node) -> bool {
        !matches!(node.kind, Kind::Scalar(..)) && self.from(node).starts_with(['{', '['])
    }

    /// Whether it is written in brackets and there is prose in its braces.
    pub(super) fn holds_prose(&self, node: &Node) -> bool {
        match &node.kind {
            Kind::Map(entries) if self.is_flow(node) => {
                entries.iter().any(|entry| self.is_prose(&entry.value) || self.holds_prose(&entry.value))
            }
            Kind::List(nodes) if self.is_flow(node) => nodes.iter().any(|node| self.holds_prose(node)),
            _ => false,
        }
    }

    fn is_prose(&self, node: &Node) -> bool {
        matches!(&node.kind, Kind::Scalar(text, _) if !text.text.is_empty()) && self.texts.contains(&node.span)
    }

    /// The edit that gives `node`, which stands in brackets, block form.
    pub(super) fn opened(&self, node: &Node, place: Place) -> Option<Edit> {
        if matches!(place, Place::Inside) {
            return None;
        }
        let (mut start, mut end) = (node.span.start as usize, node.span.end as usize);
        let column = self.column(start);
        let own_line = self.content[start - column..start].trim().is_empty();
        let line_end = self.content[end..].find('\n').map_or(self.content.len(), |at| end + at);
        let rest = self.content[end..line_end].trim();
        let remark = match rest {
            "" => None,
            _ if rest.starts_with('#') => Some(rest),
            _ => return None,
        };
        end += self.content[end..line_end].trim_end().len();
        let (pad, before) = match place {
            Place::Value(of) if !own_line => {
                start = self.content[..start].trim_end().len();
                let pad = of + STEP;
                (pad, remark.map_or(String::new(), |remark| format!(" {remark}")) + "\n" + &" ".repeat(pad))
            }
            _ => (column, remark.map_or(String::new(), |remark| format!("{remark}\n{}", " ".repeat(column)))),
        };
        let replacement = before + &self.block(node, pad)?;
        Some(Edit { span: Span::new(node.span.file, start, end), replacement })
    }

    /// `node` in block form; its first line stands in column `pad` already.
    fn block(&self, node: &Node, pad: usize) -> Option<String> {
        let mut pieces: Vec<Piece> = self.ids.get(&node.span).map(|id| (Vec::new(), format!("id: {id}"))).into_iter().collect();
        let mut at = node.span.start as usize + 1;
        match &node.kind {
            Kind::Map(entries) => {
                for entry in entries {
                    if !matches!(entry.form, Form::Braces) {
                        return None;
                    }
                    let key = entry.key.span;
                    let own = self.remarks(at, key.start as usize, &mut pieces);
                    at = (entry.value.span.end.max(key.end)) as usize;
                    let between = self.loose(key.end as usize, entry.value.span.start as usize);
                    let name = self.content.get(key.start as usize..key.end as usize)?;
                    // At the begin of a line such a key would be taken for a text that goes on.
                    if name.contains(char::is_whitespace) {
                        return None;
                    }
                    let value = self.value(&entry.value, pad)?;
                    pieces.push((own.into_iter().chain(between).collect(), format!("{name}:{value}")));
                }
            }
            Kind::List(nodes) => {
                for one in nodes {
                    let own = self.remarks(at, one.span.start as usize, &mut pieces);
                    at = one.span.end as usize;
                    let text = if self.holds_prose(one) { self.block(one, pad + STEP)? } else { self.kept(one, pad + STEP) };
                    pieces.push((own, format!("- {text}")));
                }
            }
            Kind::Scalar(..) | Kind::Broken => return None,
        }
        let last = self.remarks(at, (node.span.end as usize).checked_sub(1)?, &mut pieces);
        let lines: Vec<String> = pieces.into_iter().flat_map(|(remarks, text)| remarks.into_iter().chain([text])).chain(last).collect();
        Some(lines.join(&format!("\n{}", " ".repeat(pad))))
    }

    /// What stands after a key in column `pad`.
    fn value(&self, node: &Node, pad: usize) -> Option<String> {
        if self.holds_prose(node) {
            return Some(format!("\n{}{}", " ".repeat(pad + STEP), self.block(node, pad + STEP)?));
        }
        let kept = self.kept(node, pad + STEP);
        Some(if kept.is_empty() { kept } else { format!(" {kept}") })
    }

    /// A value as it is written, with quotation marks where it needs them; its further lines begin in column `pad`.
    fn kept(&self, node: &Node, pad: usize) -> String {
        let from = node.span.start;
        let mut edits = self.quoting(node);
        for edit in &mut edits {
            edit.span = Span { start: edit.span.start - from, end: edit.span.end - from, ..edit.span };
        }
        let source = written(&self.content[from as usize..node.span.end as usize], &edits);
        let mut lines = source.split('\n').map(|line| line.trim_end_matches('\r'));
        let first = lines.next().unwrap_or_default().to_owned();
        lines.fold(first, |text, line| match line.trim_start() {
            "" => text + "\n",
            words => text + "\n" + &" ".repeat(pad) + words,
        })
    }

    /// The remarks in bytes `from..to`, between two parts. One that follows on a line goes before the last of `pieces`; the others are given back.
    fn remarks(&self, from: usize, to: usize, pieces: &mut [Piece]) -> Vec<String> {
        let gap = self.content.get(from..to).unwrap_or_default();
        let first_line = gap.split('\n').next().unwrap_or_default();
        let mut found = self.loose(from, to);
        if let Some((remarks, _)) = pieces.last_mut()
            && first_line.contains('#')
            && !found.is_empty()
        {
            remarks.push(found.remove(0));
        }
        found
    }

    /// The remarks in bytes `from..to`, where nothing else but signs stands.
    fn loose(&self, from: usize, to: usize) -> Vec<String> {
        let lines = self.content.get(from..to).unwrap_or_default().lines();
        lines.filter_map(|line| line.find('#').map(|at| line[at..].trim_end().to_owned())).collect()
    }

    /// What puts texts for people in quotation marks, in `node` and below, that YAML would take for something else.
    pub(super) fn quoting(&self, node: &Node) -> Vec<Edit> {
        match &node.kind {
            Kind::Scalar(text, Style::Plain) if self.texts.contains(&node.span) && magic(&text.text) => {
                vec![Edit { span: node.span, replacement: quoted(&text.text) }]
            }
            Kind::List(nodes) => nodes.iter().flat_map(|node| self.quoting(node)).collect(),
            Kind::Map(entries) => entries.iter().flat_map(|entry| self.quoting(&entry.value)).collect(),
            Kind::Scalar(..) | Kind::Broken => Vec::new(),
        }
    }

    /// The column in which byte `at` stands, in bytes.
    pub(super) fn column(&self, at: usize) -> usize {
        at - self.content[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn from(&self, node: &Node) -> &str {
        self.content.get(node.span.start as usize..).unwrap_or_default()
    }
}
