//! A text in which slips are mended in memory, so that what stands after them is read too.
//!
//! In: a text and patches. Out: the mended text, and for each of its places the place in what the author wrote. Never fails.

use std::ops::Range;

/// A stretch of text, and what stands there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    /// Bytes.
    pub(super) at: Range<usize>,
    /// What takes their place.
    pub(super) text: String,
}

impl Patch {
    /// Puts `text` before byte `at`.
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { at: at..at, text: text.into() }
    }

    /// Replaces bytes `at`.
    pub(super) fn replace(at: Range<usize>, text: impl Into<String>) -> Self {
        Self { at, text: text.into() }
    }
}

/// A text with patches applied.
#[derive(Clone, Debug)]
pub(super) struct Mended {
    /// The text as it reads now.
    pub(super) text: String,
    /// From which byte of `text` on what stands how far away in the original: (byte in `text`, byte in the original, whether the author wrote it).
    runs: Vec<(usize, usize, bool)>,
}

impl Mended {
    /// A text that nothing has been done to; what is shown stands `skipped` bytes into the file.
    pub(super) fn new(text: &str, skipped: usize) -> Self {
        Self { text: text.to_owned(), runs: vec![(0, skipped, true)] }
    }

    /// Where byte `at` stands in the original; what was put in stands where it was put.
    pub(super) fn original(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|(start, ..)| *start <= at).saturating_sub(1);
        let (start, original, written) = self.runs[run];
        if written { original + (at - start) } else { original }
    }

    /// The same with `patches` applied, which are in order and do not overlap.
    pub(super) fn with(&self, patches: &[Patch]) -> Self {
        let mut next = Self { text: String::with_capacity(self.text.len() + 16), runs: Vec::new() };
        let mut at = 0;
        for patch in patches {
            self.copy(at..patch.at.start, &mut next);
            next.push(self.original(patch.at.start), false);
            next.text.push_str(&patch.text);
            at = patch.at.end;
        }
        self.copy(at..self.text.len(), &mut next);
        next
    }

    /// Where byte `original` of the file stands in the text; `None` where it is no more.
    pub(super) fn place(&self, original: usize) -> Option<usize> {
        let run = self.runs.iter().rposition(|(_, from, written)| *written && *from <= original)?;
        let (start, from, _) = self.runs[run];
        Some(start + original - from).filter(|at| *at <= self.text.len() && self.original(*at) == original)
    }

    /// What stands before byte `end`.
    pub(super) fn until(&self, end: usize) -> Self {
        Self { text: self.text[..end].to_owned(), runs: self.runs.iter().copied().take_while(|(start, ..)| *start <= end).collect() }
    }

    fn push(&mut self, original: usize, written: bool) {
        let at = self.text.len();
        self.runs.retain(|(start, ..)| *start < at || *start == 0 && at > 0);
        self.runs.push((at, original, written));
    }

    fn copy(&self, range: Range<usize>, to: &mut Self) {
        let base = to.text.len();
        to.push(self.original(range.start), self.written(range.start));
        let inner = self.runs.iter().filter(|(start, ..)| range.start < *start && *start < range.end);
        to.runs.extend(inner.map(|(start, original, written)| (base + start - range.start, *original, *written)));
        to.text.push_str(&self.text[range]);
    }

    /// Whether the author wrote what stands at `at`.
    fn written(&self, at: usize) -> bool {
        let run = self.runs.partition_point(|(start, ..)| *start <= at).saturating_sub(1);
        self.runs[run].2
    }

    /// Whether all of `range` is as the author wrote it, so that a mend of it is one of the file.
    pub(super) fn is_original(&self, range: Range<usize>) -> bool {
        self.written(range.start) && self.original(range.end).checked_sub(self.original(range.start)) == Some(range.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Mended, Patch};

    #[test]
    fn every_byte_is_found_where_it_was_written() {
        let source = "a: one: two\nb: three: four\nc: x\n";
        let once = Mended::new(source, 0).with(&[Patch::insert(3, "'"), Patch::insert(11, "'")]);
        assert_eq!(once.text, "a: 'one: two'\nb: three: four\nc: x\n");
        let at = once.text.find("three").expect("it is there");
        let end = at + "three: four".len();
        assert!(once.is_original(at..end));
        let twice = once.with(&[Patch::insert(at, "'"), Patch::insert(end, "'")]);
        assert_eq!(twice.text, "a: 'one: two'\nb: 'three: four'\nc: x\n");
        for word in ["one", "two", "three", "four", "b:", "c:", "x"] {
            let place = twice.original(twice.text.find(word).expect("it is there"));
            assert!(source[place..].starts_with(word), "{word} {place}");
        }
        assert_eq!(twice.original(twice.text.len()), source.len());
        assert!(!twice.is_original(0..6));
    }
}
