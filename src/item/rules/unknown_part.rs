//! An item names a part that it has not.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::item::step::What;
use crate::yaml::{Named, nearest};

/// An item names a part that it has not.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0320",
    name: "unknown-part",
    severity: Severity::Error,
    docs: "A source names a `target` that the item does not have, or an entry names such a `category`. No answer to it could be right. \
           Write the id (the short name after `id:`) of one of the item's own `targets` or `categories`.",
    wrong: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "boards",
            r#"  - id: boards
    type: matching
    prompt: Which board is for which food?
    assesses: ["1.1"]
    targets:
      - {id: red, text: Red}
      - {id: green, text: Green}
    sources:
      - {id: meat, text: Raw meat, target: rde}
      - {id: salad, text: Salad, target: green}
"#
        ),
    )],
    right: &[(
        "units/hand-washing.yaml",
        unit_of!(
            "boards",
            r#"  - id: boards
    type: matching
    prompt: Which board is for which food?
    assesses: ["1.1"]
    targets:
      - {id: red, text: Red}
      - {id: green, text: Green}
    sources:
      - {id: meat, text: Raw meat, target: red}
      - {id: salad, text: Salad, target: green}
"#
        ),
    )],
};

/// `named` is none of the `known`, which are `what`.
pub(in crate::item) fn unknown(what: What, named: &Named, known: &[&str]) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&LINT, format!("this item has no {} `{}`", what.one, named.value)).at(named.span, format!("no such {}", what.one));
    match nearest(&named.value, known.iter().copied()) {
        Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
        None => {
            diagnostic.help(format!("the {} are {}", what.many, known.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")))
        }
    }
}
