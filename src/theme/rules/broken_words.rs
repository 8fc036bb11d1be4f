//! A file of words that cannot be used.

use super::super::Words;
use crate::diag::{Diagnostic, Lint, Severity, Span};

/// A file of words that cannot be used.
pub(in crate::theme) static LINT: Lint = Lint {
    code: "E0503",
    name: "broken-words",
    severity: Severity::Error,
    docs: "A file with the words for buttons and headings cannot be used. In `theme/messages/<language>.yaml` there are two lists, `page:` \
           and `script:`. Each of their lines begins with a name from the default theme, and has your words after the colon. Where numbers \
           matter, a name has one text for one thing and one, called `other`, for several. Correct the line that the message shows.",
    wrong: &[("theme/messages/en.yaml", "page:\n  strat: Begin\n")],
    right: &[("theme/messages/en.yaml", "page:\n  start: Begin\n")],
};

/// `name` cannot be used, for `reason`.
pub(in crate::theme) fn diagnostic(name: &str, reason: &str, place: Option<Span>) -> Diagnostic {
    let message = format!("the words in `{name}` cannot be used");
    match place {
        Some(span) => Diagnostic::new(&LINT, message).at(span, reason),
        None => Diagnostic::new(&LINT, format!("{message}: {reason}")),
    }
    .help("write `page:` or `script:`, then one line `key: text` for each word that is to be different")
}

/// `key` is none of the theme's.
pub(in crate::theme) fn unknown(key: &str, known: &Words, place: Option<Span>) -> Diagnostic {
    let (part, name) = key.split_once('.').unwrap_or(("page", key));
    let keys = if part == "script" { known.script.keys() } else { known.page.keys() };
    let near = keys.map(|own| (strsim::damerau_levenshtein(own, name), own)).min().filter(|(far, _)| *far <= 2);
    let diagnostic = Diagnostic::new(&LINT, format!("no word of the theme has the key `{key}`"));
    let diagnostic = match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    };
    match near {
        Some((_, own)) => diagnostic.help(format!("did you mean `{own}`?")),
        None => diagnostic.help("the keys are those of the default theme's `messages/en.yaml`"),
    }
}
