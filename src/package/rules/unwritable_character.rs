//! A character that a manifest cannot hold.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A character that a manifest cannot hold.
pub(in crate::package) static LINT: Lint = Lint {
    code: "E0604",
    name: "unwritable-character",
    severity: Severity::Error,
    docs: "A title holds a character that cannot be seen, and that cannot go into the package's manifest (the list that an LMS reads \
           first). The LMS would refuse the package. Such a character comes with words copied from another program. Type the title again by \
           hand.",
    // Earlier stages take such a character out of every text that they read; src/package/xml.rs shows it.
    wrong: &[],
    right: &[],
};

/// `odd` stands in the text at `span`.
pub(in crate::package) fn diagnostic(odd: char, span: Option<Span>) -> Diagnostic {
    let code = u32::from(odd);
    let diagnostic = Diagnostic::new(&LINT, format!("the invisible character U+{code:04X} cannot go into a manifest"))
        .help("type the text again at this place; the character came with a copy");
    match span {
        Some(span) => diagnostic.at(span, "in this text"),
        None => diagnostic,
    }
}
