//! The small values of the language as types: what has one of these cannot be malformed.
//!
//! In: text of an author. Out: newtypes. Fails with a reason that a message can carry; knows nothing but `diag`.

mod duration;
mod id;
mod iri;
mod language;
mod score;
mod subtags;
mod version;

pub use duration::Duration;
pub use id::{Id, Path};
pub use iri::Iri;
pub use language::Language;
pub use score::Thousandths;
pub use subtags::TagFault;
pub use version::Version;
