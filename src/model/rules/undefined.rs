//! A reference that leads nowhere.

use crate::diag::{Diagnostic, Lint, Severity, Span};
use crate::model::index::Defined;
use crate::model::scope::{Name, Place, Thing};
use crate::yaml::{certain, nearest};

/// A reference that leads nowhere.
pub(in crate::model) static LINT: Lint = Lint {
    code: "E0201",
    name: "undefined-reference",
    severity: Severity::Error,
    docs: "The course names something that is not there, such as a criterion, an item or a term. Its id (the short name after `id:`) is \
           misspelt or has changed, or it belongs to another unit. coursec looks in the unit, then in the qualification, then in the \
           course, and takes capitals for different letters. Write the id that the message offers, or add what is missing. To give a thing \
           another id, use `coursec mv`: it changes it in all places.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.2], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// A reference that was not found.
pub(in crate::model) struct Missing<'a> {
    /// As written.
    pub(in crate::model) written: &'a str,
    /// The id in it.
    pub(in crate::model) id: &'a str,
    /// Where in it that begins.
    pub(in crate::model) at: usize,
    /// Where.
    pub(in crate::model) span: Span,
    /// What it may be.
    pub(in crate::model) things: &'a [Thing],
    /// Where it was looked for first.
    pub(in crate::model) place: Place<'a>,
    /// The names of the right kind.
    pub(in crate::model) likely: Vec<&'a Name>,
    /// Paths to what has this id in other units.
    pub(in crate::model) elsewhere: Vec<String>,
}

/// What is said of the `id` of a `noun` that is not in `place`.
fn message(noun: &str, id: &str, place: &str) -> String {
    format!("{noun} `{id}` is not defined in {place}")
}

/// What is missing by `message`: of what units share with the qualification and the course, wherever it was looked for.
pub(in crate::model) fn missing(message: &str) -> &str {
    const OWN: [&str; 9] = ["outcome", "criterion", "lesson", "item", "case study", "scene", "choice", "assessment", "marking point"];
    let noun = message.split(" `").next().unwrap_or_default();
    if OWN.contains(&noun) { message } else { message.split(" is not defined").next().unwrap_or(message) }
}

/// Whether `message` says of such a thing as `one` is that it is not where `one` is.
pub(in crate::model) fn is_like(message: &str, one: &Defined) -> bool {
    let Some(id) = message.split('`').nth(1) else { return false };
    let place = match one.path.rsplit_once('/') {
        Some(("^", _)) => return message.starts_with(&self::message(one.noun, id, "")),
        Some((bank, _)) if bank.starts_with("bank:") => format!("bank `{}`", &bank[5..]),
        Some((unit, _)) => format!("unit `{unit}`"),
        None => "this course".to_owned(),
    };
    message == self::message(one.noun, id, &place)
}

/// `missing` was not found.
pub(in crate::model) fn undefined(missing: &Missing<'_>) -> Diagnostic {
    let Missing { written, id, at, span, things, place, likely, elsewhere } = missing;
    // What looks like `1.2` was meant as a criterion, wherever outcomes may stand too.
    let meant = match things {
        [Thing::Outcome, ..] if id.starts_with(|c: char| c.is_ascii_digit()) => Thing::Criterion,
        [first, ..] => *first,
        [] => Thing::Unit,
    };
    let place = match place {
        Place::Unit(unit) if meant != Thing::Unit => format!("unit `{unit}`"),
        Place::CaseStudy(case) => format!("case study `{case}`"),
        Place::Bank(bank) => format!("bank `{bank}`"),
        Place::Qualification if written.starts_with("^/") => "the qualification".to_owned(),
        _ => "this course".to_owned(),
    };
    let diagnostic = Diagnostic::new(&LINT, message(meant.noun(), id, &place)).at(*span, "not found");
    let near = nearest(id, likely.iter().map(|name| name.id.as_str())).and_then(|near| likely.iter().find(|name| name.id == near));
    let replacement = near.map(|name| format!("{}{}{}", &written[..*at], name.id, &written[at + id.len()..])).unwrap_or_default();
    // `[LO1 1.1]` and `[LO1; 1.1]` were meant as two.
    let parts: Vec<&str> = id.split([' ', ';']).filter(|part| !part.is_empty()).collect();
    match near {
        _ if parts.len() > 1 && parts.iter().all(|part| likely.iter().any(|name| name.id == *part)) => {
            diagnostic.help(format!("put commas between them: `{}`", parts.join(", ")))
        }
        _ if !elsewhere.is_empty() => {
            let paths: Vec<String> = elsewhere.iter().map(|path| format!("`{path}`")).collect();
            diagnostic.help(format!("elsewhere in the course there is {}", paths.join(", ")))
        }
        Some(name) => {
            let sure = certain(id, likely.iter().map(|name| name.id.as_str())) == Some(name.id.as_str());
            diagnostic
                .related(name.span, format!("{} with a similar id", name.thing.with_article()))
                .help(format!("did you mean `{}`?", name.id))
                .write(&replacement, *span, sure)
        }
        None if likely.is_empty() => diagnostic.help(format!("define {} with this id, or take the reference out", meant.with_article())),
        None => {
            let names: Vec<String> = likely.iter().take(8).map(|name| format!("`{}`", name.id)).collect();
            let more = if likely.len() > 8 { ", ..." } else { "" };
            diagnostic.help(format!("there is {}{more}", names.join(", ")))
        }
    }
}
