//! The three kinds of text.

use super::html::Writer;
use super::node::Node;
use super::plain::{collapse, plain};
use super::read::{self, Kind};
use super::{Links, Reference, rules};
use crate::diag::{Diagnostic, FileId, Span};
use crate::yaml::Text;

/// The most mistakes that are told of one text: what has more of them is hardly Markdown.
const MOST: usize = 100;

/// Plain text on one line: titles, terms, statements, claims, alternatives. White space is collapsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

/// Inline Markdown: definitions, options, hints, feedback.
#[derive(Clone, Debug, Default)]
pub struct Inline(Blocks);

/// Markdown blocks: bodies, overviews, prompts.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    nodes: Vec<Node>,
    span: Span,
    references: Vec<Reference>,
    blanks: Vec<Blank>,
}

/// A gap of a prompt: `[[name]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Its name.
    pub id: String,
    /// Where the name is written.
    pub span: Span,
}

impl Line {
    /// Reads a line; what is wrong is added to `diagnostics`.
    #[must_use]
    pub fn read(text: &Text, diagnostics: &mut Vec<Diagnostic>) -> Self {
        diagnostics.extend(rules::control_character::check(text));
        diagnostics.extend(rules::bidi_override::check(text));
        Self { text: collapse(&text.text), span: text.span }
    }
}

impl Inline {
    /// Reads inline Markdown; what is wrong is added to `diagnostics`.
    #[must_use]
    pub fn read(text: &Text, diagnostics: &mut Vec<Diagnostic>) -> Self {
        Self(Blocks::build(text, Kind::Inline, diagnostics))
    }

    /// Safe HTML of phrasing content.
    #[must_use]
    pub fn html(&self, links: &dyn Links) -> String {
        self.0.html(links)
    }

    /// The plain text, white space collapsed.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.plain()
    }

    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.0.span
    }

    /// What it points to.
    #[must_use]
    pub fn references(&self) -> &[Reference] {
        &self.0.references
    }
}

impl Blocks {
    /// Reads Markdown blocks; what is wrong is added to `diagnostics`.
    #[must_use]
    pub fn read(text: &Text, diagnostics: &mut Vec<Diagnostic>) -> Self {
        Self::build(text, Kind::Blocks, diagnostics)
    }

    /// Reads a prompt: blocks in which `[[name]]` is a gap to fill in.
    #[must_use]
    pub fn read_prompt(text: &Text, diagnostics: &mut Vec<Diagnostic>) -> Self {
        Self::build(text, Kind::Prompt, diagnostics)
    }

    /// Reads a whole file of Markdown, such as `lessons/first.md`.
    #[must_use]
    pub fn read_file(file: FileId, content: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let text = Text { text: content.to_owned(), span: Span::new(file, 0, content.len()), runs: vec![(0, 0)], ..Text::default() };
        Self::build(&text, Kind::Blocks, diagnostics)
    }

    fn build(text: &Text, kind: Kind, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut said = Vec::new();
        let read = read::read(text, kind, &mut said);
        said.splice(0..0, rules::control_character::check(text).into_iter().chain(rules::bidi_override::check(text)));
        diagnostics.extend(said.into_iter().take(MOST));
        Self { nodes: read.nodes, span: text.span, references: read.references, blanks: read.blanks }
    }

    /// Safe HTML of flow content. A gap is an empty `<span data-blank="name">`.
    #[must_use]
    pub fn html(&self, links: &dyn Links) -> String {
        Writer::new(links, self.span).html(&self.nodes)
    }

    /// The plain text, white space collapsed; a gap is `___`.
    #[must_use]
    pub fn plain(&self) -> String {
        plain(&self.nodes)
    }

    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What it points to.
    #[must_use]
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// Its gaps, in the order of the text; only a prompt has any.
    #[must_use]
    pub fn blanks(&self) -> &[Blank] {
        &self.blanks
    }
}

#[cfg(test)]
mod tests {
    use super::Blocks;
    use crate::diag::FileId;

    #[test]
    fn of_one_text_a_hundred_mistakes_are_told() {
        for (mistakes, told) in [(99, 99), (100, 100), (5_000, 100)] {
            let mut said = Vec::new();
            let text = "Hands are <u>clean</u>.\n\n".repeat(mistakes);
            let _ = Blocks::read_file(FileId(0), &text, &mut said);
            assert_eq!(said.len(), told);
        }
    }
}
