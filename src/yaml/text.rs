//! A scalar's text, and where each of its bytes stands in the source.

use std::ops::Range;

use super::Remark;
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
    /// The quotation mark that it is written in.
    pub quote: Option<char>,
    /// What stands after ` #` on the line of a plain text.
    pub remark: Option<Box<Remark>>,
    /// Where a plain text had a line of its own that was joined with those before it.
    pub joined: Option<Span>,
}

impl Text {
    /// Where bytes `range` of the text stand in the source; the whole scalar if that cannot be told.
    #[must_use]
    pub fn locate(&self, range: Range<usize>) -> Span {
        let last = range.end.saturating_sub(1).max(range.start);
        match (self.place(range.start), self.place(last)) {
            (Some(start), Some(last)) if last >= start && last < self.span.end => {
                let end = if range.is_empty() { start } else { self.after_escape(range.end).unwrap_or(last + 1) };
                Span { file: self.span.file, start, end: end.min(self.span.end) }
            }
            _ => self.span,
        }
    }

    fn place(&self, at: usize) -> Option<u32> {
        let at = u32::try_from(at).ok()?;
        let run = self.runs.partition_point(|(text, _)| *text <= at).checked_sub(1)?;
        let (text, source) = self.runs[run];
        Some(source + (at - text))
    }

    /// Where an escape ends whose character ends before byte `at` of the text. White space before a run is what folding left.
    fn after_escape(&self, at: usize) -> Option<u32> {
        let is_word = self.text.get(..at)?.ends_with(|c: char| !c.is_whitespace());
        let run = self.runs.binary_search_by_key(&u32::try_from(at).ok()?, |(text, _)| *text).ok()?;
        is_word.then(|| self.runs[run].1)
    }

    /// `piece` as it has to be written inside this scalar.
    #[must_use]
    pub fn written(&self, piece: &str) -> String {
        match self.quote {
            Some('"') => piece.replace('\\', "\\\\").replace('"', "\\\""),
            Some('\'') => piece.replace('\'', "''"),
            _ => piece.to_owned(),
        }
    }
}
