//! Two options say the same.

use std::collections::BTreeMap;

use crate::content::Inline;
use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::item::step::What;
use crate::yaml::Cx;

/// Two options say the same.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0303",
    name: "equal-options",
    severity: Severity::Error,
    docs: "Two options of the item have the same text, or two of its sources, targets or steps. Learners could not tell the right one from \
           the wrong one. Change one of them, or take it out.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "next",
            r#"  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands, correct: true}
      - {id: wipe, text: Wash your  hands}
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "next",
            r#"  - id: next
    type: choice
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - {id: wash, text: Wash your hands, correct: true}
      - {id: wipe, text: Wipe your hands}
"#
        ),
    )],
};

/// Reports `texts` of `what` that read the same; a text that is missing has been said.
pub(in crate::item) fn check<'t>(what: What, texts: impl Iterator<Item = &'t Inline>, cx: &mut Cx) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for text in texts {
        let plain = text.plain();
        if plain.is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(plain, text.span()) {
            cx.push(
                Diagnostic::new(&LINT, format!("two {} say the same", what.many))
                    .at(text.span(), "the same text again")
                    .related(first, "first here")
                    .help("change one of them, or take it out"),
            );
        }
    }
}
