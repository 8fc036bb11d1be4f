//! Text of authors: plain lines, inline Markdown and blocks, safe by construction, every offset kept.
//!
//! In: text and the place of each of its bytes. Out: `Line`, `Inline`, `Blocks`, their HTML and their plain text. Fails
//! with diagnostics at the very character.

mod decode;
mod link;
mod text;

pub use link::{Links, Reference, ReferenceKind};
pub use text::{Blocks, Inline, Line};
