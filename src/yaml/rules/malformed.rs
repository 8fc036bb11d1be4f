//! A value that is not of its form.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::yaml::{Cx, Named};

/// A value that is not of its form.
pub(in crate::yaml) static LINT: Lint = Lint {
    code: "E0114",
    name: "malformed-value",
    severity: Severity::Error,
    docs: "A value has a form of its own and is not of it: an id (a letter, then letters, digits, `-` or `_`), a version such as `1.0.0`, a language tag such \
           as `en-GB`, an IRI such as `https://learn.example.org/hands`, a duration such as `PT15M`, a share such as `80%`.",
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
    Diagnostic::new(&LINT, format!("`{value}` cannot be read here")).at(span, "malformed").help(look)
}
