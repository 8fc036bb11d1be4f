//! Blanks and answers do not fit.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::value::Id;
use crate::yaml::{Text, certain, nearest};

/// Blanks and answers do not fit.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0305",
    name: "blanks",
    severity: Severity::Error,
    docs: "The blanks of a fill-in item and its answers do not fit together. A blank is written `[[name]]` in the prompt, and `answers` has \
           a line that begins with the same name. Here a blank has no answers, or answers have no blank, or a name is there twice or has a \
           space in it. Learners would see a blank that no answer fits. Write the same name in both places. A prompt without any blank \
           needs no names: its `answers` are a list.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "seconds",
            r#"  - id: seconds
    type: fill-in
    prompt: Rub for [[tim]] seconds.
    assesses: ["1.1"]
    answers:
      time: ["20", twenty]
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "seconds",
            r#"  - id: seconds
    type: fill-in
    prompt: Rub for [[time]] seconds.
    assesses: ["1.1"]
    answers:
      time: ["20", twenty]
"#
        ),
    )],
};

/// The answer of `key` has none of the `blanks`.
pub(in crate::item) fn not_in_prompt(key: &Text, blanks: &[Id]) -> Diagnostic {
    let diagnostic = Diagnostic::new(&LINT, format!("the prompt has no blank `{}`", key.text)).at(key.span, "no such blank");
    match nearest(&key.text, blanks.iter().map(Id::as_str)) {
        Some(name) => {
            let sure = certain(&key.text, blanks.iter().map(Id::as_str)) == Some(name);
            diagnostic.help(format!("did you mean `{name}`?")).write(name, key.span, sure)
        }
        None => diagnostic.help(format!("write `[[{}]]` where the blank is in the prompt", key.text)),
    }
}

/// A blank has neither answer nor pattern.
pub(in crate::item) fn no_answer(blank: Option<&Id>, span: Span) -> Diagnostic {
    match blank {
        Some(id) => Diagnostic::new(&LINT, format!("blank `{id}` has no answers"))
            .at(span, "blank without an answer")
            .help(format!("add `{id}: [...]` to `answers`")),
        None => Diagnostic::new(&LINT, "this item accepts no answer").at(span, "no answer").help("add a right answer to `answers`"),
    }
}

/// A blank is there twice.
pub(in crate::item) fn twice(id: &Id, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("blank `{id}` is in the prompt twice"))
        .at(span, "the same name again")
        .help("give one of the two another name")
}

/// `name` is no id.
pub(in crate::item) fn malformed(name: &str, look: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, format!("`[[{name}]]` names no blank")).at(span, "not a name").help(look)
}
