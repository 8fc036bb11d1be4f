//! A text after edits.
//!
//! In: a text and edits of it. Out: the new text. Never fails: an edit that reaches into another is left out.

use std::borrow::Borrow;

use crate::diag::Edit;

/// `content` after `edits`, which do not overlap; lines that they bring end as its own do.
#[must_use]
pub fn written<E: Borrow<Edit>>(content: &str, edits: &[E]) -> String {
    let windows = content.find('\n').is_some_and(|at| content[..at].ends_with('\r'));
    let mut sorted: Vec<&Edit> = edits.iter().map(Borrow::borrow).collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(content.len());
    let mut done = 0;
    for edit in sorted {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let (Some(before), true) = (content.get(done..start), content.is_char_boundary(end)) else { continue };
        out.push_str(before);
        let new = &edit.replacement;
        out.push_str(&if windows { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new.clone() });
        done = end;
    }
    out.push_str(content.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::diag::{Edit, FileId, Span};

    #[test]
    fn edits_go_in_from_the_left_and_keep_line_ends() {
        let edit = |start, end, text: &str| Edit { span: Span::new(FileId(0), start, end), replacement: text.to_owned() };
        let (late, early) = (edit(6, 7, "x\ny"), edit(0, 1, ""));
        assert_eq!(written("a: 1\r\nb: 2\r\n", &[&late, &early]), ": 1\r\nx\r\ny: 2\r\n");
        assert_eq!(written("a: 1\nb: 2\n", &[&edit(5, 6, "x\ny")]), "a: 1\nx\ny: 2\n");
    }
}
