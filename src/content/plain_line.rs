//! Most texts of a course are one line of words, and Markdown says nothing of them. In: a text. Out: whether it is one. Never fails.

/// Whether `text` is one line without any mark of Markdown: it reads as it is written.
pub(super) fn is(text: &str) -> bool {
    let begins = text.bytes().next().is_some_and(|first| first.is_ascii_alphabetic());
    begins && !text.ends_with(' ') && text.bytes().all(|byte| !MARKS[usize::from(byte)])
}

/// By byte, whether it may mean something in Markdown, or ends a line.
static MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        marks[control] = true;
        control += 1;
    }
    let signs = b"\\`*_{}[]<>#!|~&^$@\x7f";
    let mut at = 0;
    while at < signs.len() {
        marks[signs[at] as usize] = true;
        at += 1;
    }
    marks
};

#[cfg(test)]
mod tests {
    use super::is;
    use crate::content::read::{Kind, marked, read};
    use crate::yaml::Text;

    #[test]
    fn a_plain_line_reads_as_it_does_with_marks() {
        for text in [
            "Wash your hands.",
            "a",
            "It’s so: “20 seconds” – or (at least) 15; why not 50 % + more?",
            "e.g. www.example.org, 1. and 2) and - and = and a  b",
            "Ünder\u{a0}the tap, naïve",
            "Say 'yes' / \"no\"",
        ] {
            assert_eq!(is(text), text.starts_with(|c: char| c.is_ascii_alphabetic()), "{text}");
            let text = Text { text: text.to_owned(), runs: vec![(0, 0)], ..Text::default() };
            for kind in [Kind::Inline, Kind::Blocks, Kind::Prompt] {
                let mut said = Vec::new();
                assert_eq!(read(&text, kind, &mut said).nodes, marked(&text, kind, &mut said).nodes, "{}", text.text);
                assert!(said.is_empty(), "{said:?}");
            }
        }
    }

    #[test]
    fn a_text_with_marks_is_none() {
        for text in ["", "1. April", "- a", "a *b*", "a\nb", "a [b](c)", "a &amp; b", "a ", "[[gap]]", "a\\*", "a `b`", "a <b>"] {
            assert!(!is(text), "{text}");
        }
    }
}
