//! Texts as fields of a record.

use super::{Blocks, Inline, Line};
use crate::yaml::{Cx, Decode, Node, Text, rules};

impl Decode for Line {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let text = Text::decode(node, cx)?;
        cx.diagnostics.extend(rules::curly_quotes(&text));
        Some(Self::read(&text, &mut cx.diagnostics))
    }
}

impl Decode for Inline {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        Text::decode(node, cx).map(|text| Self::read(&text, &mut cx.diagnostics))
    }
}

impl Decode for Blocks {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let text = Text::decode(node, cx)?;
        cx.diagnostics.extend(rules::joined_lines(&text));
        Some(Self::read(&text, &mut cx.diagnostics))
    }
}
