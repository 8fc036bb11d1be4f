//! YAML as a tree in which every key and value knows its place.
//!
//! In: a text of `source`. Out: a spanned tree and decoders that go on after an error. Fails with every mistake of the file at once.

mod decode;
mod extent;
mod file;
mod keys;
mod mended;
mod near;
mod nearest;
mod node;
mod quoted;
mod read;
mod record;
mod remark;
pub mod rules;
mod runs;
mod scalar;
mod slip;
mod step;
mod text;

pub use decode::{Cx, Decode, Named, OneOrMany, Spanned, word};
pub use file::decode;
pub use nearest::{certain, nearest};
pub use node::{Entry, Form, Kind, Node, Style};
pub use quoted::{curly, quoted};
pub use read::read;
pub use record::Record;
pub(crate) use record::record;
pub use remark::Remark;
pub use scalar::{Plain, resolve};
pub use text::Text;
