//! Two courses of a catalog have one id.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Two courses of a catalog have one id.
pub(in crate::source) static LINT: Lint = Lint {
    code: "E0138",
    name: "clashing-courses",
    severity: Severity::Error,
    docs: "Two courses that are built together have the same `id`. Packages are named by it, so one would take the place of the other, and \
           learners' records would get mixed up. Often one course began as a copy of the other. Give one of them another `id` in its \
           course.yaml.",
    wrong: &[],
    right: &[],
};

/// The course in folder `name` has the `id` that the one in folder `other` has.
#[must_use]
pub fn same_id(name: (&str, Span), other: (&str, Span), id: &str) -> Diagnostic {
    Diagnostic::new(&LINT, format!("courses `{}` and `{}` have one id, `{id}`", other.0, name.0))
        .at(name.1, "the same id again")
        .related(other.1, "first here")
        .help(format!("give one of them another `id` in its course.yaml; until then only `{}` is built", other.0))
}
