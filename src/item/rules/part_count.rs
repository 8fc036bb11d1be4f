//! Too few or too many options.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::item::step::What;
use crate::yaml::Cx;

/// Too few or too many options.
pub(in crate::item) static LINT: Lint = Lint {
    code: "E0304",
    name: "part-count",
    severity: Severity::Error,
    docs: "The item has too few or too many parts. With fewer than two options, sources, targets or steps there is nothing to choose. More \
           than 36 of a kind cannot be recorded, because SCORM 1.2 has one small letter or digit for each. Only one option can have \
           `keep_last`. Add parts, or divide the item into several.",
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

/// `what` are `count`, from two to `most`.
pub(in crate::item) fn check(what: What, count: usize, most: usize, span: Span, cx: &mut Cx) {
    check_least(what, count, 2, most, span, cx);
}

/// `what` are `count`, from `least` (at most two) to `most`.
pub(in crate::item) fn check_least(what: What, count: usize, least: usize, most: usize, span: Span, cx: &mut Cx) {
    let many = what.many;
    if count < least {
        let fact = if least == 1 { format!("a {} is needed at least", what.one) } else { format!("two {many} are needed at least") };
        cx.push(Diagnostic::new(&LINT, fact).at(span, format!("{count} here")).help(format!("add another {}", what.one)));
    } else if count > most {
        cx.push(
            Diagnostic::new(&LINT, format!("{count} {many} are too many"))
                .at(span, format!("{most} at most"))
                .help("split the item into several"),
        );
    }
}

/// A second part that stays last.
pub(in crate::item) fn last_twice(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "two options cannot both stay last")
        .at(span, "has `keep_last` too")
        .related(first, "stays last")
        .help("remove one `keep_last`")
}
