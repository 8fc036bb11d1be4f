//! An item has a type that there is not.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::ITEM_TYPES;
use crate::yaml::{Named, certain, nearest};

/// An item has a type that there is not.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0301",
    name: "unknown-item-type",
    severity: Severity::Error,
    docs: "An item has a `type` that does not exist. The type says what learners do with it, so without one the item cannot be shown. The \
           types are choice, true-false, fill-in, long-fill-in, matching, sequencing, numeric, likert, hotspot, categorise and performance. \
           Write one of these.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "next",
            r#"  - id: next
    type: choise
    prompt: What comes next?
    assesses: ["1.1"]
    options:
      - id: wash
        text: Wash your hands
        correct: true
      - id: wipe
        text: Wipe your hands
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
      - id: wash
        text: Wash your hands
        correct: true
      - id: wipe
        text: Wipe your hands
"#
        ),
    )],
};

/// `kind` is no type.
pub(in crate::item) fn unknown(kind: &Named) -> Diagnostic {
    let names = ITEM_TYPES.iter().map(|known| known.name);
    let diagnostic = Diagnostic::new(&LINT, format!("there is no item type `{}`", kind.value)).at(kind.span, "not a type");
    match nearest(&kind.value, names.clone()) {
        Some(name) => {
            let sure = certain(&kind.value, names) == Some(name);
            diagnostic.help(format!("did you mean `{name}`?")).write(name, kind.span, sure)
        }
        None => diagnostic.help(format!("the types are {}", names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))),
    }
}
