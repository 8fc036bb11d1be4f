//! Settings that contradict each other.

use crate::diag::{Diagnostic, Lint, Severity, Span};

/// Settings that contradict each other.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0207",
    name: "conflicting-settings",
    severity: Severity::Error,
    docs: "Two settings contradict each other. Feedback after the last attempt, for example, never comes where attempts are unlimited, and \
           a picture that is only decoration has no text alternative. One of the two would do nothing, and you would not notice. The \
           message names both: change one of them, or take it out.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry], feedback: after-last-attempt}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: test, title: Test, purpose: summative, items: [dry], feedback: after-last-attempt, attempts: 2}\n",
    )],
};

/// The assessment at `span` gives feedback after an attempt that never is the last.
pub(in crate::model) fn never_last(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "feedback after the last attempt never comes where attempts are unlimited")
        .at(span, "has no last attempt")
        .help("set `attempts` to a number, or `feedback` to `after-submit`")
}

/// `unseen_first` at `span`, with one attempt.
pub(in crate::model) fn never_again(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "`unseen_first` has nothing to do where there is one attempt")
        .at(span, "works from the second attempt on")
        .help("take it out, or set `attempts` to more")
}

/// `unseen_first` at `span`, where every paper is the same.
pub(in crate::model) fn nothing_drawn(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "`unseen_first` has nothing to choose where every paper has the same items")
        .at(span, "chooses among the items of a draw")
        .help("take it out, or draw some of a bank's items, such as `{bank: level-3, draw: 3}`")
}

/// `retry: wrong` at `span`, with one attempt.
pub(in crate::model) fn no_retry(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "`retry` has nothing to do where there is one attempt")
        .at(span, "works from the second attempt on")
        .help("take it out, or set `attempts` to more")
}

/// `retry: wrong` at `span`, where nobody is told what was wrong.
pub(in crate::model) fn retry_tells(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "`retry: wrong` tells which answers were right, and `feedback` does not")
        .at(span, "asks only the others again")
        .help("take it out, or set `feedback` to `after-submit`")
}

/// `retry: wrong` at `span`, where each answer can be given again as soon as it was checked.
pub(in crate::model) fn retried_at_once(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "`retry: wrong` has nothing to do where each wrong answer can be given again at once")
        .at(span, "is so already")
        .help("take it out, or set `feedback` to `after-submit`")
}

/// `retry: wrong` at `span`, where a new attempt draws another paper.
pub(in crate::model) fn retry_keeps(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "`retry: wrong` keeps the paper, and a new attempt is to have another")
        .at(span, "asks questions of the same paper again")
        .help("take it out, or take out `unseen_first` and `seed: attempt`")
}

/// The media at `span` is decorative, with a text.
pub(in crate::model) fn decorative(span: Span) -> Diagnostic {
    Diagnostic::new(&LINT, "media cannot be decorative and have a text alternative")
        .at(span, "has both")
        .help("remove `alt` or `decorative`")
}
