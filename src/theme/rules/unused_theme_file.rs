//! A file in `theme/` that nothing uses.

use crate::diag::{Diagnostic, FileId, Lint, Severity, Span};

/// A file in `theme/` that nothing uses.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "W0514",
    name: "unused-theme-file",
    severity: Severity::Warning,
    docs: "A file in the folder `theme/` is not used, because the default theme has no file of that name which it could replace. Perhaps \
           its name is misspelt. New style belongs in a file `theme/css/<name>.css`, which is always used.",
    wrong: &[("theme/section/leson.html", "<p>.</p>\n")],
    right: &[("theme/css/brand.css", ":root { --radius: 2px; }\n")],
};

/// Nothing uses `theme/path`; the default theme has the files `known`.
pub(in crate::theme) fn diagnostic<'a>(path: &str, known: impl Iterator<Item = &'a str>, file: FileId) -> Diagnostic {
    let near = known.map(|own| (strsim::damerau_levenshtein(own, path), own)).min().filter(|(far, _)| *far <= 3);
    let help = near.map_or_else(
        || "give it the path of a file of the default theme, or move it out of `theme/`".to_owned(),
        |(_, own)| format!("did you mean `theme/{own}`?"),
    );
    Diagnostic::new(&LINT, format!("nothing uses `theme/{path}`")).at(Span::new(file, 0, 0), "").help(help)
}
