//! The plain text of a tree: what an LMS or an LRS gets.

use super::node::Node;
use super::rules::control_character::allowed;

/// The text of `nodes`, white space collapsed. A gap is `___`; a footnote is left out, with its mark.
pub(super) fn plain(nodes: &[Node]) -> String {
    let mut out = String::new();
    write(nodes, &mut out);
    collapse(&out)
}

/// `text` with each run of white space as one space, and none at its ends. A character that has no place in a text has been
/// reported; later stages do not meet it.
pub(super) fn collapse(text: &str) -> String {
    // Most texts are so already.
    let mut before = b' ';
    let is_so = text.bytes().all(|byte| {
        let fits = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        fits
    });
    if is_so && before != b' ' {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.bytes().all(|byte| byte.is_ascii_graphic()) {
            out.push_str(word);
        } else {
            out.extend(word.chars().filter(|c| allowed(*c)));
        }
    }
    out
}

fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Paragraph(inner)
            | Node::Heading(_, inner)
            | Node::Quote(inner)
            | Node::Callout(_, _, inner)
            | Node::List(_, inner)
            | Node::ListEntry(inner) => block(inner, out),
            Node::CodeBlock(text, _) => block(&[Node::Text(text.clone())], out),
            Node::Table(table) => {
                for cell in table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten()) {
                    block(cell, out);
                }
            }
            Node::Figure(image) => block(std::slice::from_ref(image), out),
            Node::Text(text) | Node::Code(text) => out.push_str(text),
            Node::Image(image) => out.push_str(&image.alt),
            Node::Emphasis(inner) | Node::Strong(inner) | Node::Struck(inner) | Node::Link(_, inner) | Node::Language(_, inner) => {
                write(inner, out);
            }
            Node::Blank(_) => out.push_str("___"),
            Node::SoftBreak | Node::HardBreak | Node::Rule => out.push(' '),
            Node::FootnoteMark(_) | Node::Footnote(..) | Node::Item(_) => {}
        }
    }
}

fn block(inner: &[Node], out: &mut String) {
    out.push(' ');
    write(inner, out);
    out.push(' ');
}
