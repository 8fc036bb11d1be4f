//! A text in quotation marks, so that YAML takes it as it is written.

use std::ops::Range;

use super::mended::Patch;

/// Pairs of quotation marks that word processors make.
const CURLY: [(char, &[char]); 5] = [('“', &['”', '“']), ('„', &['“', '”']), ('”', &['”']), ('‘', &['’', '‘']), ('«', &['»'])];

/// The text between quotation marks of a word processor, if it stands in such.
#[must_use]
pub fn curly(text: &str) -> Option<&str> {
    let (_, ends) = CURLY.iter().find(|(open, _)| text.starts_with(*open))?;
    let inner = text.strip_prefix(|_| true)?;
    let inner = ends.iter().find_map(|end| inner.strip_suffix(*end))?;
    let again = |c: char| CURLY.iter().any(|(open, ends)| c == *open || ends.contains(&c)) && c != '’';
    (!inner.is_empty() && !inner.contains(again)).then_some(inner)
}

/// `text` in quotation marks: single ones, where it holds such double ones, where it holds both single ones that are doubled.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut made = String::new();
    let mut at = 0;
    for patch in patches(text, 0..text.len()) {
        made.push_str(&text[at..patch.at.start]);
        made.push_str(&patch.text);
        at = patch.at.end;
    }
    made + &text[at..]
}

/// What puts bytes `range` of `source` in quotation marks.
pub(super) fn patches(source: &str, range: Range<usize>) -> Vec<Patch> {
    let text = &source[range.clone()];
    if let Some(inner) = curly(text) {
        let start = range.start + text.chars().next().map_or(0, char::len_utf8);
        let inside = start..start + inner.len();
        let mut patches = patches(source, inside.clone());
        // The marks of the word processor go, straight ones come.
        if let [first, .., last] = patches.as_mut_slice() {
            first.at.start = range.start;
            last.at.end = range.end;
        }
        return patches;
    }
    // Within single marks `''` is an apostrophe: the author has begun to write it so.
    let whole = text.len() > 1 && text.starts_with('\'') && text.ends_with('\'');
    if whole {
        let inner = &text[1..text.len() - 1];
        return apostrophes(inner, range.start + 1);
    }
    let mark = if text.contains('\'') && !text.contains(['"', '\\']) { "\"" } else { "'" };
    let mut patches = vec![Patch::insert(range.start, mark)];
    if mark == "'" {
        patches.extend(text.match_indices('\'').map(|(at, _)| Patch::insert(range.start + at, "'")));
    }
    patches.push(Patch::insert(range.end, mark));
    patches
}

/// Doubles the apostrophes of `inner`, which begins at `start`, but for those that are doubled.
fn apostrophes(inner: &str, start: usize) -> Vec<Patch> {
    let mut patches = Vec::new();
    let mut at = 0;
    while let Some(found) = inner[at..].find('\'').map(|found| found + at) {
        let doubled = inner[found + 1..].starts_with('\'');
        if !doubled {
            patches.push(Patch::insert(start + found, "'"));
        }
        at = found + 1 + usize::from(doubled);
    }
    patches
}

#[cfg(test)]
mod tests {
    use super::{curly, quoted};

    #[test]
    fn quotation_marks_fit_the_text() {
        for (text, made) in [
            ("Chicken: you", "'Chicken: you'"),
            ("it's: so", "\"it's: so\""),
            ("it's \"so\"", "'it''s \"so\"'"),
            ("“Clean: hands”", "'Clean: hands'"),
            ("“don’t: do”", "'don’t: do'"),
            ("'don't'", "'don''t'"),
            ("'Gel' alone", "\"'Gel' alone\""),
            ("", "''"),
        ] {
            assert_eq!(quoted(text), made);
        }
        assert_eq!(curly("“one” and “two”"), None);
        assert_eq!(curly("“one”"), Some("one"));
    }
}
