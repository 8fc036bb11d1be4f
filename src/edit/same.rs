//! Whether two trees say the same.
//!
//! In: what a file said before and says after. Out: yes or no; ids that were written in between are no difference. Never fails.

use super::format::Reading;
use crate::yaml::{Entry, Form, Kind, Node, Style};

/// Whether `after` says what `before` says, with the ids that `before` was given. Only texts for people may have got quotation marks.
pub(super) fn same(before: &Reading<'_>, after: &Node) -> bool {
    node(&before.root, after, before)
}

fn node(one: &Node, other: &Node, before: &Reading<'_>) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Scalar(text, style), Kind::Scalar(now, styled)) => {
            let quoted = *style == Style::Plain && *styled == Style::Quoted && before.texts.contains(&one.span);
            text.text == now.text && (style == styled || quoted)
        }
        (Kind::List(nodes), Kind::List(now)) => {
            nodes.len() == now.len() && nodes.iter().zip(now).all(|(one, other)| node(one, other, before))
        }
        (Kind::Map(entries), Kind::Map(now)) => {
            let mut now: Vec<&Entry> = now.iter().collect();
            if let Some(id) = before.ids.get(&one.span) {
                let Some(at) = now.iter().position(|entry| entry.key.text == "id") else { return false };
                let given = now.remove(at);
                if !matches!(&given.value.kind, Kind::Scalar(text, _) if text.text == *id) {
                    return false;
                }
            }
            let bare = |entry: &Entry| matches!(entry.form, Form::Bare | Form::Guessed);
            let entry = |(one, other): (&Entry, &&Entry)| {
                one.key.text == other.key.text && bare(one) == bare(other) && node(&one.value, &other.value, before)
            };
            entries.len() == now.len() && entries.iter().zip(&now).all(entry)
        }
        _ => false,
    }
}
