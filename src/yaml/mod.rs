//! YAML as a tree in which every key and value knows its place.
//!
//! In: a text of `source`. Out: a spanned tree and decoders that go on after an error. Fails with every mistake of the file at once.

mod text;

pub use text::Text;
