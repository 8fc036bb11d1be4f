//! Texts as fields of a record.

use super::{Blocks, Inline, Line};
use crate::yaml::{Cx, Decode, Node, Text};

impl Decode for Line {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        Text::decode(node, cx).map(|text| Self::read(&text, &mut cx.diagnostics))
    }
}

impl Decode for Inline {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        Text::decode(node, cx).map(|text| Self::read(&text, &mut cx.diagnostics))
    }
}

impl Decode for Blocks {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        Text::decode(node, cx).map(|text| Self::read(&text, &mut cx.diagnostics))
    }
}
