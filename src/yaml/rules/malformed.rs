//! A value that is not of its form.

use crate::diag::{Diagnostic, Edit, Lint, Severity, Span};
use crate::yaml::{Cx, Named, curly};

/// A value that is not of its form.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0114",
    name: "malformed-value",
    severity: Severity::Error,
    docs: "A value that needs a fixed form does not have it. An id (the short name after `id:`) is a letter, then letters, digits, `-` or \
           `_`. A version looks like `1.0.0`, a language like `en-GB`, an address like `https://learn.example.org/hands`, 15 minutes like \
           `PT15M`, a percentage like `80%`. Other programs read these values too, and know no other form. The message says how to write \
           the one that is meant.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\n",
    )],
};

/// `written` is not what `parse` takes.
pub fn checked<T, E: Into<String>>(written: &Named, parse: impl Fn(&str) -> Result<T, E>, cx: &mut Cx) -> Option<T> {
    if written.value.is_empty() {
        return None;
    }
    match parse(&written.value) {
        Ok(value) => Some(value),
        Err(look) => {
            cx.push(malformed(&written.value, written.span, &look.into()));
            None
        }
    }
}

/// `value` has not the `look` it should have.
#[must_use]
pub fn malformed(value: &str, span: Span, look: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("`{value}` cannot be read here")).at(span, "not in the form that is needed");
    match curly(value) {
        Some(inner) => diagnostic
            .help(format!("write `{inner}` without the quotation marks"))
            .fix("leave the quotation marks out", vec![Edit { span, replacement: inner.to_owned() }]),
        None => diagnostic.help(look),
    }
}
