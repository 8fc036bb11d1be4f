//! Text of authors: plain lines, inline Markdown and blocks, safe by construction, every offset kept.
//!
//! In: text and the place of each of its bytes. Out: `Line`, `Inline`, `Blocks`, their HTML and their plain text. Fails
//! with diagnostics at the very character.

mod bracket;
mod captions;
mod decode;
mod destination;
mod html;
mod link;
mod node;
mod plain;
mod plain_line;
mod player;
mod quote;
mod read;
pub mod rules;
mod text;

pub use captions::captions;
pub use html::WORDS;
pub use link::{Links, Reference, ReferenceKind, Spoken};
pub use player::{Sounds, sounds};
pub use text::{Blank, Blocks, Inline, Line};
