//! Where names are defined and where they are used: what a rename has to follow.

use crate::diag::Span;

/// Every name of a course.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Names as they are defined.
    pub defined: Vec<Defined>,
    /// References that were resolved.
    pub uses: Vec<Use>,
}

impl Index {
    /// Adds the names of a part of the course.
    pub(super) fn extend(&mut self, part: Self) {
        self.defined.extend(part.defined);
        self.uses.extend(part.uses);
    }
}

/// A name that is defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defined {
    /// Its path: `unit`, `unit/item`, `^/entry`.
    pub path: String,
    /// What it is, such as `criterion`.
    pub noun: &'static str,
    /// Where its id is written.
    pub span: Span,
}

/// A reference: a bare id or a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Where it is written.
    pub at: Span,
    /// Where the id that it leads to is written.
    pub of: Span,
}
