//! Tags. In: HTML, SVG or other XML, be it broken. Out: each start tag with its attributes, as they are written. Never fails.

use memchr::{memchr, memmem};

/// A start tag that is being read; names as they are written, in either case.
pub(super) struct Tag<'t> {
    text: &'t str,
    name: &'t str,
    /// Where what is not read yet begins.
    at: usize,
}

/// Shows the start tags of `text` to `look`, one by one, which reads all attributes of each. What stands between the tags of a script is passed over.
pub(super) fn each<'t>(text: &'t str, mut look: impl FnMut(&mut Tag<'t>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(open) = memchr(b'<', &bytes[at..]) {
        at += open + 1;
        if bytes[at..].starts_with(b"!--") {
            at = memmem::find(&bytes[at + 3..], b"-->").map_or(bytes.len(), |end| at + 3 + end + 3);
        } else if bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            let end = past(bytes, at, OTHER | EQUALS);
            let mut tag = Tag { text, name: &text[at..end], at: end };
            look(&mut tag);
            at = if tag.is_script() { after_script(bytes, tag.at) } else { tag.at };
        }
    }
}

impl<'t> Tag<'t> {
    /// Whether it begins a script.
    pub(super) fn is_script(&self) -> bool {
        let name = self.name.as_bytes();
        let before = name.len().wrapping_sub(6);
        name.get(before..).is_some_and(|end| end.eq_ignore_ascii_case(b"script")) && (before == 0 || name[before - 1] == b':')
    }

    /// Reads the next attribute, name and value; `None` at the end of the tag.
    pub(super) fn attribute(&mut self) -> Option<(&'t str, &'t str)> {
        let bytes = self.text.as_bytes();
        let start = past(bytes, self.at, BLANK | SLASH);
        let end = past(bytes, start, OTHER);
        self.at = end;
        let name = &self.text[start..end];
        // Most are written just so.
        if bytes.get(end..end + 2) == Some(b"=\"") {
            let value = end + 2;
            let length = memchr(b'"', &bytes[value..]).unwrap_or(bytes.len() - value);
            self.at = (value + length + 1).min(bytes.len());
            return Some((name, &self.text[value..value + length]));
        }
        let sign = past(bytes, end, BLANK);
        if bytes.get(sign) != Some(&b'=') {
            return (!name.is_empty()).then_some((name, ""));
        }
        let first = past(bytes, sign + 1, BLANK);
        let (value, after) = match bytes.get(first) {
            Some(&mark @ (b'"' | b'\'')) => {
                let end = memchr(mark, &bytes[first + 1..]).map_or(bytes.len(), |length| first + 1 + length);
                (&self.text[first + 1..end], (end + 1).min(bytes.len()))
            }
            _ => {
                let end = past(bytes, first, OTHER | SLASH | EQUALS);
                (&self.text[first..end], end)
            }
        };
        self.at = after;
        Some((name, value))
    }
}

/// Where what stands after the end tag of a script goes on.
fn after_script(bytes: &[u8], from: usize) -> usize {
    let mut ends = memmem::find_iter(&bytes[from..], b"</").map(|at| from + at + 2);
    ends.find(|at| bytes.get(*at..at + 6).is_some_and(|name| name.eq_ignore_ascii_case(b"script"))).unwrap_or(bytes.len())
}

/// Where the bytes from `at` on are of other kinds than `kinds`. Whole characters are passed over: those that are not ASCII are of one kind.
fn past(bytes: &[u8], at: usize, kinds: u8) -> usize {
    let mut end = at;
    while let Some(byte) = bytes.get(end)
        && KINDS[usize::from(*byte)] & kinds != 0
    {
        end += 1;
    }
    end
}

/// Kinds of bytes in a tag: white space, signs, and all others.
const BLANK: u8 = 1;
const SLASH: u8 = 2;
const CLOSE: u8 = 4;
const EQUALS: u8 = 8;
const OTHER: u8 = 16;

/// The kind of each byte.
static KINDS: [u8; 256] = {
    let mut kinds = [OTHER; 256];
    let (mut at, blanks) = (0, b" \t\n\x0c\r");
    while at < blanks.len() {
        kinds[blanks[at] as usize] = BLANK;
        at += 1;
    }
    kinds[b'/' as usize] = SLASH;
    kinds[b'>' as usize] = CLOSE;
    kinds[b'=' as usize] = EQUALS;
    kinds
};
