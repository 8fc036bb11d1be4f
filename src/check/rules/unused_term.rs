//! A key term that stands in no text.

use crate::check::words::{are_whole, is_one_missing, of_qualification, words};
use crate::content::ReferenceKind;
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, KeyTerm, Unit};
use crate::value::Id;

/// A key term that is used nowhere.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0255",
    name: "unused-term",
    severity: Severity::Warning,
    docs: "A key term is explained, but no text uses it. Learners would learn a word that they never meet. Use it in a text, link to it \
           with `[words](term:id)`, or take the term out.",
    wrong: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         key_terms:\n  - {id: pathogen, term: Pathogen, definition: A germ that makes ill.}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
    right: &[(
        "units/hand-washing.yaml",
        "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
         key_terms:\n  - {id: pathogen, term: Pathogen, definition: A germ that makes ill.}\n\
         lessons:\n  - {id: when, title: When to wash, teaches: [LO1], body: Before you touch food. Soap carries pathogens away.}\n\
         items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
         assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
    )],
};

/// Finds them; a term of the qualification may be used in any unit that inherits it.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let above: &[KeyTerm] = course.qualification.as_ref().map_or(&[], |qualification| &qualification.lists.key_terms);
    let whole = course.lost.is_empty() && course.units.iter().all(are_whole);
    let all = above.iter().chain(course.units.iter().flat_map(|unit| &unit.lists.key_terms));
    if all.clone().next().is_none() || is_one_missing(course, ReferenceKind::Term, all.map(|term| &term.id)) {
        return;
    }
    let units: Vec<(&Unit, Vec<String>)> = course.units.iter().map(|unit| (unit, words(unit))).collect();
    let of_course: Vec<String> = course.qualification.iter().flat_map(of_qualification).collect();
    let is_read = |term: &&KeyTerm| term.id != Id::unread();
    for term in above.iter().filter(|_| whole).filter(is_read) {
        let inherits = |unit: &Unit| unit.inherited.get("key_terms").is_some_and(|ids| ids.contains(&term.id));
        let used = |(unit, words): &(&Unit, Vec<String>)| is_named(term, unit) || inherits(unit) && stands_in(term, words);
        if !units.iter().any(used) && !stands_in(term, &of_course) {
            diagnostics.push(say(term));
        }
    }
    for (unit, words) in units.iter().filter(|(unit, _)| are_whole(unit)) {
        let own = unit.lists.key_terms.iter().filter(is_read);
        diagnostics.extend(own.filter(|term| !is_named(term, unit) && !stands_in(term, words)).map(say));
    }
}

/// Whether a text of `unit` points to it.
fn is_named(term: &KeyTerm, unit: &Unit) -> bool {
    let means = |id: &str| id.rsplit('/').next() == Some(term.id.as_str());
    unit.references().any(|reference| reference.kind == ReferenceKind::Term && means(&reference.id))
}

/// Whether the words of `term` stand in a text beside its own. `First contact resolution (FCR)` may stand as either.
fn stands_in(term: &KeyTerm, words: &[String]) -> bool {
    let own = term.definition.plain().to_lowercase();
    let whole = term.term.text.to_lowercase();
    let forms: Vec<&str> = whole.split(['(', ')', '/', ',']).map(str::trim).filter(|form| !form.is_empty()).collect();
    words.iter().any(|text| *text != own && *text != whole && forms.iter().any(|form| text.contains(form)))
}

fn say(term: &KeyTerm) -> Diagnostic {
    Diagnostic::new(&LINT, format!("key term `{}` is used in no text", term.id))
        .at(term.span, "used nowhere")
        .help(format!("use the words `{}` in a text, point to them with `(term:{})`, or leave the term out", term.term.text, term.id))
}
