//! Quotations that are callouts: `> [!NOTE]`, alone or with a title behind it.

use pulldown_cmark::BlockQuoteKind;

use super::node::{Callout, Node};

/// The name in `[!NAME]` at the beginning of a quotation.
pub(super) fn marker(nodes: &[Node]) -> Option<String> {
    let Some(Node::Paragraph(first)) = nodes.first() else { return None };
    let Some(Node::Text(text)) = first.first() else { return None };
    let (name, _) = text.strip_prefix("[!")?.split_once(']')?;
    Some(name.to_owned())
}

/// Takes the first line of a callout out of `nodes`, without its marker.
pub(super) fn title(nodes: &mut Vec<Node>) -> Vec<Node> {
    let Some(Node::Paragraph(first)) = nodes.first_mut() else { return Vec::new() };
    let end = first.iter().position(|node| matches!(node, Node::SoftBreak | Node::HardBreak));
    let rest = end.map(|end| first.split_off(end)).unwrap_or_default();
    let mut line = std::mem::replace(first, rest.into_iter().skip(1).collect());
    if first.is_empty() {
        nodes.remove(0);
    }
    if let Some(Node::Text(text)) = line.first_mut() {
        *text = text.split_once(']').map_or("", |(_, title)| title).trim_start().to_owned();
    }
    line
}

/// The kind of a callout that Markdown itself knows.
pub(super) fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}
