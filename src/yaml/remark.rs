//! A remark on the line of a plain text, or below a block: to YAML it is none of the text, to the author it may be.

use super::extent::{Line, lines_below};
use super::{Text, quoted};
use crate::diag::{Diagnostic, Edit, Span};

/// What stands after ` #` on the line of a plain scalar, or on a line of its own below a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands, from the `#` on.
    pub span: Span,
    /// The text and the remark as they are written.
    pub(super) whole: String,
    /// How sure it is that the remark is one.
    pub(super) looks: Looks,
}

/// What a remark looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// `#1`, `#hand`: no author of remarks writes so.
    Text,
    /// ` # words`, a blank before it, like a dash in a sentence.
    Either,
    /// `  # words`: set off from what stands before it.
    Remark,
    /// `## Words` below a block, not indented like it.
    Heading,
}

impl Remark {
    /// The remark after the scalar that ends at byte `end` of `source`; `flow`: within brackets.
    pub(super) fn after(source: &str, start: usize, end: usize, span: impl Fn(usize, usize) -> Span) -> Option<Box<Self>> {
        let empty = start == end;
        // Nothing is told to stand before the `:` of its key.
        let end = end + usize::from(empty && source[end..].starts_with(':'));
        let words = source[end..].trim_start_matches([' ', '\t']);
        let hash = source.len() - words.len();
        let blanks = hash - end;
        let words = if words.starts_with('#') { words.split(['\n', '\r']).next()? } else { return None };
        let rest = &words[1..];
        let spaced = rest.is_empty() || rest.starts_with([' ', '\t', '#', '!']);
        let looks = match (blanks, spaced) {
            (_, false) if empty => Looks::Text,
            (1, false) => Looks::Text,
            (1, true) | (_, false) if !empty => Looks::Either,
            _ => Looks::Remark,
        };
        let start = if empty { hash } else { start };
        let whole = source[start..hash + words.trim_end().len()].trim_start().to_owned();
        Some(Box::new(Self { span: span(hash, hash + words.trim_end().len()), whole, looks }))
    }

    /// The heading below the block whose lines are `start..end` of `source`, from its first character to its last: in Markdown it would
    /// go on with the block, but it is indented less.
    pub(super) fn below(source: &str, start: usize, end: usize, span: impl Fn(usize, usize) -> Span) -> Option<Box<Self>> {
        let first = Line::at(source, start);
        let head = first.above(source).map_or(0, Line::inner);
        let line = lines_below(source, Line::at(source, end)).find(|line| !line.text.trim().is_empty())?;
        let words = line.text.trim();
        let title = words.trim_start_matches('#');
        let signs = words.len() - title.len();
        let titled = title.strip_prefix(' ').is_some_and(|title| title.starts_with(char::is_alphanumeric));
        // One `#` begins a remark wherever keys stand; between the key and its text nobody puts one.
        let heading = (2..=6).contains(&signs) || signs == 1 && line.indent() > head;
        let from = line.start + line.indent();
        let found = Self { span: span(from, from + words.len()), whole: words.to_owned(), looks: Looks::Heading };
        (titled && heading && line.indent() < first.indent()).then(|| Box::new(found))
    }

    /// Adds the replacement, and the mend.
    pub(super) fn mend(&self, diagnostic: Diagnostic, text: &Text) -> Diagnostic {
        let span = Span { end: self.span.end, start: if text.text.is_empty() { self.span.start } else { text.span.start }, ..text.span };
        let one_line = (span.end - span.start) as usize == self.whole.len();
        let advised = self.advise(diagnostic);
        if one_line {
            return advised.fix("put the text in quotes", vec![Edit { span, replacement: quoted(&self.whole) }]);
        }
        advised
    }

    /// Adds the replacement.
    pub(super) fn advise(&self, diagnostic: Diagnostic) -> Diagnostic {
        if self.whole.contains('\n') {
            return diagnostic.help("put the text in quotes, or write it below a `|`");
        }
        diagnostic.help(format!("put the text in quotes: `{}`", quoted(&self.whole)))
    }
}
