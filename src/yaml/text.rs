//! A scalar's text, and where each of its bytes stands in the source.

use std::ops::Range;

use crate::diag::Span;

/// A text as it reads after YAML (folding, indentation, escapes resolved), with the way back to the source.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The text.
    pub text: String,
    /// The whole scalar in the source.
    pub span: Span,
    /// Where runs of bytes that stand in the source as they are begin: (byte in `text`, byte in the source), ascending.
    pub runs: Vec<(u32, u32)>,
}

impl Text {
    /// Where bytes `range` of the text stand in the source; the whole scalar if that cannot be told.
    #[must_use]
    pub fn locate(&self, range: Range<usize>) -> Span {
        let place = |at: usize| {
            let at = u32::try_from(at).ok()?;
            let (text, source) = self.runs.iter().rev().find(|(text, _)| *text <= at)?;
            Some(source + (at - text))
        };
        match (place(range.start), place(range.end.saturating_sub(1).max(range.start))) {
            (Some(start), Some(last)) if last >= start && last < self.span.end => {
                let end = if range.is_empty() { start } else { last + 1 };
                Span { file: self.span.file, start, end }
            }
            _ => self.span,
        }
    }
}
