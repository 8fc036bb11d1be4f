//! Tags. In: HTML, SVG or other XML, be it broken. Out: each start tag with its attributes, as they are written. Never fails.

/// A start tag that is being read; names as they are written, in either case.
pub(super) struct Tag<'t> {
    name: &'t str,
    /// What is not read yet.
    rest: &'t str,
}

/// Shows the start tags of `text` to `look`, one by one. What stands between the tags of a script is passed over.
pub(super) fn each<'t>(text: &'t str, mut look: impl FnMut(&mut Tag<'t>)) {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            let (name, after) = split(rest, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
            let mut tag = Tag { name, rest: after };
            look(&mut tag);
            while tag.attribute().is_some() {}
            rest = if tag.is_script() { after_script(tag.rest) } else { tag.rest };
        }
    }
}

impl<'t> Tag<'t> {
    /// Whether it begins a script.
    pub(super) fn is_script(&self) -> bool {
        self.name.len() >= 6 && self.name.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case("script"))
    }

    /// Reads the next attribute, name and value; `None` at the end of the tag.
    pub(super) fn attribute(&mut self) -> Option<(&'t str, &'t str)> {
        // Most tags end at once.
        if self.rest.starts_with('>') {
            return None;
        }
        let (_, text) = split(self.rest, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        let (name, after) = split(text, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        if name.is_empty() && !text.starts_with('=') {
            self.rest = text;
            return None;
        }
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let (value, rest) = match value.as_bytes().first() {
            Some(b'"') => value[1..].split_once('"').unwrap_or((&value[1..], "")),
            Some(b'\'') => value[1..].split_once('\'').unwrap_or((&value[1..], "")),
            _ => split(value, |byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// What stands after the end tag of a script.
fn after_script(text: &str) -> &str {
    let is_end = |at: &usize| text.as_bytes()[at + 2..].get(..6).is_some_and(|name| name.eq_ignore_ascii_case(b"script"));
    text.match_indices("</").map(|(at, _)| at).find(is_end).map_or("", |at| &text[at + 2..])
}

/// `text` before and from the first byte, an ASCII one or the first of a character, that `ends` holds of.
fn split(text: &str, ends: impl Fn(u8) -> bool) -> (&str, &str) {
    let found = text.bytes().position(|byte| (byte.is_ascii() || byte >= 0xc0) && ends(byte));
    text.split_at(found.unwrap_or(text.len()))
}
