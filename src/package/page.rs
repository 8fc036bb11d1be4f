//! A document of a package, or what documents share, looked through as soon as it is made. In: a document. Out: its contents, where it leads, what is wrong in it.

use std::collections::BTreeSet;

use super::rules::{code_in_file, secret as secret_rule};
use super::stored::Sealer;
use super::{Contents, address, code, code_in, secret};
use crate::diag::{Diagnostic, Span};
use crate::render::Document;
use crate::source::{MediaId, Sources};

/// A document of a package, or what documents share.
#[derive(Debug)]
pub struct Page {
    /// Its path in a package.
    pub(super) file: String,
    /// The media that it uses.
    pub(super) media: BTreeSet<MediaId>,
    /// Its text.
    pub(super) contents: Contents,
    /// Where it leads out of itself to the package, each address once.
    pub(super) addresses: BTreeSet<String>,
    /// What must not stand in it.
    pub(super) found: Vec<Diagnostic>,
}

/// The page of `document`; its text is deflated at once where there is a `sealer`, for a package that is written.
#[must_use]
pub fn page(document: Document, sources: &Sources, sealer: Option<&Sealer>) -> Page {
    let Document { file, html, media } = document;
    let mut leads = BTreeSet::new();
    let code = if file.strip_suffix(".html").is_some() {
        // What stays in the document leads nowhere else.
        code::in_markup(&html, |name, value| {
            address::each(name, value, |address| {
                if !address.starts_with('#') {
                    leads.insert(address);
                }
            });
        })
    } else {
        leads.extend(address::addresses(&file, &html));
        code_in(&file, &html)
    };
    let found = told(code, &file, &html, None, sources);
    let addresses = leads.into_iter().filter(|address| address::meant(&file, address).is_some()).map(str::to_owned).collect();
    // What a zip cannot hold is told by the archive.
    let sealed = sealer.and_then(|sealer| sealer.seal(&file, html.as_bytes()).ok());
    let contents = sealed.map_or_else(|| Contents::Generated(html.into_bytes()), Contents::Sealed);
    Page { file, media, contents, addresses, found }
}

/// Code and secrets in `text`, the text of file `name` that is used at `span`.
pub(super) fn forbidden(name: &str, text: &str, span: Option<Span>, sources: &Sources) -> Vec<Diagnostic> {
    told(code_in(name, text), name, text, span, sources)
}

/// The same where the code is known.
fn told(code: Option<&str>, name: &str, text: &str, span: Option<Span>, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = code.map(|what| code_in_file::diagnostic(what, name, span)).into_iter().collect();
    for found in secret::secrets(text) {
        let value = &text[found.range.clone()];
        let told = sources.texts().any(|(_, file)| sources.content(file).contains(value));
        if !told {
            diagnostics.push(secret_rule::in_file(found.kind, name, &found.excerpt(text), span));
        }
    }
    diagnostics
}
