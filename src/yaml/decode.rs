//! Reading values out of the tree: what is wrong is collected, and reading goes on.

use std::collections::BTreeSet;

use super::remark::Looks;
use super::rules::{hash_in_text, heading_below_text, missing_block_sign, remark_after_text, wrong_type};
use super::{Kind, Node, Plain, Style, Text, resolve};
use crate::diag::{Diagnostic, Severity, Span};
use crate::value::Thousandths;

/// What decoding a file has to say.
#[derive(Debug, Default)]
pub struct Cx {
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
    /// Keys whose values could not be read whole: nothing is known of what is not there.
    pub lost: BTreeSet<&'static str>,
    /// Whether the text that is read next may be empty.
    pub(super) may_be_empty: bool,
    /// Keys that are misspelt, with what was meant.
    pub(super) meant: Vec<Meant>,
    /// Keys that have to be there and are not, with the record that lacks them.
    pub(super) lacking: Vec<(Span, &'static str)>,
    /// Whether an entry of the list that was just read could not be.
    dropped: bool,
    /// Where texts for people stand.
    pub texts: Vec<Span>,
    /// Records that should have an `id` and have none, where they stand.
    pub unnamed: Vec<Span>,
}

impl Cx {
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Remembers that the value of `key` was read, and whether it was `read`.
    pub(super) fn note(&mut self, key: &'static str, read: bool) {
        if std::mem::take(&mut self.dropped) || !read {
            self.lost.insert(key);
        }
    }

    /// How many errors there are so far; warnings and notes apart.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// Says that `node` is not what was expected.
    pub fn expected(&mut self, expected: &str, node: &Node) {
        if !matches!(node.kind, Kind::Broken) {
            self.push(wrong_type::expected(expected, node));
        }
    }
}

/// A key that is misspelt.
#[derive(Debug)]
pub(super) struct Meant {
    /// Where it stands.
    pub(super) key: Span,
    /// Where its value begins.
    pub(super) value: Span,
    /// The key that was probably meant.
    pub(super) name: &'static str,
    /// Whether it was certainly meant.
    pub(super) sure: bool,
}

/// What can be read from a value. What cannot has been reported.
pub trait Decode: Sized {
    /// Reads it.
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self>;
}

/// A value with its place.
#[derive(Clone, Debug, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A name as written, such as an id or a reference: not looked at yet.
pub type Named = Spanned<String>;

/// A scalar stands where its text does, a list or mapping where its first entry does.
impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let span = match &node.kind {
            Kind::Scalar(text, _) => text.span,
            _ => node.mark(),
        };
        T::decode(node, cx).map(|value| Self { value, span })
    }
}

/// A text for people: what YAML may have dropped of it is said.
impl Decode for Text {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        cx.texts.push(node.span);
        if let Kind::Scalar(Self { remark: Some(remark), .. }, _) = &node.kind {
            let text = scalar(node);
            match remark.looks {
                Looks::Text => cx.push(hash_in_text::cut(text.unwrap_or(&Self { span: node.span, ..Self::default() }), remark)),
                Looks::Either => cx.push(remark_after_text::cut(remark)),
                Looks::Heading => cx.push(heading_below_text::dropped(remark)),
                Looks::Remark => return words(node, cx).cloned(),
            }
            return text.cloned();
        }
        if let Some(found) = missing_block_sign::became_keys(node) {
            cx.push(found);
            return None;
        }
        words(node, cx).cloned()
    }
}

/// The text of a scalar that has one.
fn scalar(node: &Node) -> Option<&Text> {
    match &node.kind {
        Kind::Scalar(text, style) if !(text.text.trim().is_empty() && *style == Style::Plain) => Some(text),
        _ => None,
    }
}

/// The same; where there is none that is said. An empty text, and what stands for nothing, are none.
fn words<'n>(node: &'n Node, cx: &mut Cx) -> Option<&'n Text> {
    let text = scalar(node);
    let Some(written) = text else {
        cx.expected("text", node);
        return None;
    };
    if matches!(plain(node), Some(Plain::Null)) {
        cx.push(wrong_type::nothing(written, node));
        return None;
    }
    if written.text.trim().is_empty() && !cx.may_be_empty {
        cx.push(wrong_type::empty(node));
        return None;
    }
    text
}

impl Decode for String {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        words(node, cx).map(|text| text.text.clone())
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::List(nodes) => {
                let read: Vec<T> = nodes.iter().filter_map(|node| T::decode(node, cx)).collect();
                cx.dropped |= read.len() < nodes.len();
                Some(read)
            }
            Kind::Broken => None,
            _ => {
                cx.push(wrong_type::no_list(node));
                None
            }
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        T::decode(node, cx).map(Box::new)
    }
}

/// The plain scalar of a node; `None` where it is quoted, a block, or no scalar.
fn plain(node: &Node) -> Option<Plain<'_>> {
    match &node.kind {
        Kind::Scalar(text, Style::Plain) => Some(resolve(&text.text)),
        _ => None,
    }
}

/// `null` is "not known".
impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match plain(node) {
            Some(Plain::Null) => Some(None),
            _ => T::decode(node, cx).map(Some),
        }
    }
}

impl Decode for bool {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if let Some(Plain::Bool(value)) = plain(node) {
            return Some(value);
        }
        match scalar(node) {
            Some(text) if node.span.end > node.span.start => cx.push(wrong_type::boolean(text, node)),
            _ => cx.expected("`true` or `false`", node),
        }
        None
    }
}

impl Decode for u32 {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if let Some(Plain::Number(text)) = plain(node)
            && let Ok(number) = text.parse()
        {
            return Some(number);
        }
        cx.expected("a whole number", node);
        None
    }
}

/// A number of points with at most three decimals.
impl Decode for Thousandths {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if let Some(Plain::Number(text)) = plain(node)
            && let Some(number) = thousandths(text)
        {
            return Some(number);
        }
        cx.expected("a number, not negative, with at most three decimals", node);
        None
    }
}

/// Reads `12.125` exactly.
pub(crate) fn thousandths(text: &str) -> Option<Thousandths> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || text.starts_with(['-', '+']) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let part: u32 = format!("{fraction:0<3}").parse().ok()?;
    whole.checked_mul(1000)?.checked_add(part).map(Thousandths)
}

/// One value, or a list of them.
#[derive(Clone, Debug)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Decode> Decode for OneOrMany<T> {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::decode(node, cx).map(Self),
            _ => T::decode(node, cx).map(|one| Self(vec![one])),
        }
    }
}

/// One of the `words`, with what it means; another word is a wrong type.
pub fn word<T: Copy>(node: &Node, words: &[(&str, T)], cx: &mut Cx) -> Option<T> {
    if let Kind::Scalar(text, _) = &node.kind
        && let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text.text)
    {
        return Some(*meaning);
    }
    if !matches!(node.kind, Kind::Broken) {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        cx.push(wrong_type::word(&names, node));
    }
    None
}
