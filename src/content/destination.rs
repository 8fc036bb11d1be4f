//! Where links and pictures may lead.

use std::ops::Range;

use super::node::Destination;
use super::{ReferenceKind, rules};
use crate::diag::Diagnostic;
use crate::yaml::Text;

/// Schemes of addresses outside the course.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Prefixes of references.
const KINDS: [(&str, ReferenceKind); 4] =
    [("lesson", ReferenceKind::Lesson), ("media", ReferenceKind::Media), ("term", ReferenceKind::Term), ("unit", ReferenceKind::Unit)];

/// Reads where a link written `address` leads; `range` is the whole link in the text.
pub(super) fn link(address: &str, range: Range<usize>, text: &Text, out: &mut Vec<Diagnostic>) -> Destination {
    if let Some(thing) = thing(address) {
        return thing;
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str())) && !address.chars().any(char::is_control) {
        return Destination::Url(address.to_owned());
    }
    out.push(rules::link_address::diagnostic(address, text.locate(written(address, range, &text.text))));
    Destination::Refused
}

/// Reads where a picture written `address` comes from: always a file of the course.
pub(super) fn image(address: &str, range: Range<usize>, text: &Text, out: &mut Vec<Diagnostic>) -> Destination {
    if let Some(thing @ Destination::Thing(ReferenceKind::Media, _)) = thing(address) {
        return thing;
    }
    out.push(rules::image_elsewhere::diagnostic(address, text.locate(written(address, range, &text.text))));
    Destination::Refused
}

fn thing(address: &str) -> Option<Destination> {
    if address.starts_with("media/") {
        return Some(Destination::Thing(ReferenceKind::Media, address.to_owned()));
    }
    let (prefix, id) = address.split_once(':')?;
    let (_, kind) = KINDS.iter().find(|(name, _)| *name == prefix)?;
    Some(Destination::Thing(*kind, id.to_owned()))
}

/// Where the address itself is written in its link; the whole link if it is written in another way.
pub(super) fn written(address: &str, range: Range<usize>, markdown: &str) -> Range<usize> {
    match markdown.get(range.clone()).and_then(|link| link.rfind(address)) {
        Some(at) if !address.is_empty() => range.start + at..range.start + at + address.len(),
        _ => range,
    }
}
