//! How a course looks: templates, style sheets, words, and the proof that a document keeps what the run-time relies on.
//!
//! In: the default theme, embedded, and what a course lays over it from its `theme/` folder. Out: [`Theme`], which turns views into HTML.
//! Fails with a diagnostic at the template, or at the file of words, that is to blame.

mod colour;
pub mod contract;
mod contrast;
mod display;
mod fold;
mod manifest;
mod markup;
mod messages;
mod names;
pub mod rules;
mod safety;
mod selector;
mod style;
#[expect(clippy::module_inception, reason = "the noun of this module is the theme")]
mod theme;
mod tokens;
pub mod view;
mod words;

pub use markup::{Element, Markup};
pub use messages::Messages;
pub use theme::{Theme, names, say};
pub use words::{Message, Words};
