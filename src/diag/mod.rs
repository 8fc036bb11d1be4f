//! What coursec says about a source: located diagnostics, as data.
//!
//! In: facts found by any stage. Out: values that `emit` turns into text or JSON at the edge. Never fails.

mod diagnostic;
pub mod emit;
mod lint;
mod span;

pub use diagnostic::{Diagnostic, Edit, Fix, Label, Severity, Warned, sort};
pub use lint::{Example, Lint};
pub use span::{FileId, Span};
