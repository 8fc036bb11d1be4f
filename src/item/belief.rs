//! A misconception that an answer shows.

use crate::value::Id;
use crate::yaml::{Cx, Decode, Named, Node};

/// A reference from an answer to a misconception.
#[derive(Clone, Debug, Default)]
pub struct Belief {
    /// As written.
    pub written: Named,
    /// The id of the entry, once `model` has found it.
    pub id: Option<Id>,
}

impl Decode for Belief {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        Named::decode(node, cx).map(|written| Self { written, id: None })
    }
}
