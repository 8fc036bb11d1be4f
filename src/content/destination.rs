//! Where links and pictures may lead.

use super::node::Destination;
use super::{ReferenceKind, rules};
use crate::diag::{Diagnostic, Span};

/// Schemes of addresses outside the course.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Prefixes of references.
const KINDS: [(&str, ReferenceKind); 4] =
    [("lesson", ReferenceKind::Lesson), ("media", ReferenceKind::Media), ("term", ReferenceKind::Term), ("unit", ReferenceKind::Unit)];

/// Reads where a link leads whose `address` is written at `span`.
pub(super) fn link(address: &str, span: Span, out: &mut Vec<Diagnostic>) -> Destination {
    if let Some(thing) = thing(address) {
        return thing;
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str())) && !address.chars().any(char::is_control) {
        if address.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("http:")) {
            out.push(rules::open_address::diagnostic(address, span));
        }
        return Destination::Url(address.to_owned());
    }
    out.push(rules::link_address::diagnostic(address, span));
    Destination::Refused
}

/// Reads where a picture comes from whose `address` is written at `span`: always a file of the course.
pub(super) fn image(address: &str, span: Span, out: &mut Vec<Diagnostic>) -> Destination {
    if let Some(thing @ Destination::Thing(ReferenceKind::Media, _)) = thing(address) {
        return thing;
    }
    out.push(rules::image_elsewhere::diagnostic(address, span));
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
