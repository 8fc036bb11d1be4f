//! A remark on the line of a plain text: to YAML it is none of the text, to the author it may be.

use super::{Text, quoted};
use crate::diag::{Diagnostic, Edit, Span};

/// What stands after ` #` on the line of a plain scalar.
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
