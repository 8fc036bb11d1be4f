//! The three kinds of text.

use super::{Links, Reference};
use crate::diag::{Diagnostic, Span};
use crate::yaml::Text;

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
    markdown: String,
    span: Span,
    references: Vec<Reference>,
}

impl Line {
    /// Reads a plain text; what is wrong with it is added to `diagnostics`.
    pub fn read(text: &Text, _diagnostics: &mut Vec<Diagnostic>) -> Self {
        Self { text: text.text.split_whitespace().collect::<Vec<_>>().join(" "), span: text.span }
    }
}

impl Inline {
    /// Reads inline Markdown; what is wrong with it is added to `diagnostics`.
    pub fn read(text: &Text, diagnostics: &mut Vec<Diagnostic>) -> Self {
        Self(Blocks::read(text, diagnostics))
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
    /// Reads Markdown blocks; what is wrong with them is added to `diagnostics`.
    pub fn read(text: &Text, _diagnostics: &mut Vec<Diagnostic>) -> Self {
        Self { markdown: text.text.clone(), span: text.span, references: Vec::new() }
    }

    /// Safe HTML of flow content.
    #[must_use]
    pub fn html(&self, _links: &dyn Links) -> String {
        self.markdown.clone()
    }

    /// The plain text, white space collapsed.
    #[must_use]
    pub fn plain(&self) -> String {
        self.markdown.clone()
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
}
