//! A media entry that no text shows.

use std::collections::BTreeSet;

use crate::check::words::{are_whole, is_one_missing, references};
use crate::content::{Reference, ReferenceKind};
use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, Media};
use crate::value::Id;

/// A media entry that is used nowhere.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0256",
    name: "unused-media",
    severity: Severity::Warning,
    docs: "No text shows this entry of `media:`, so learners never see it, and its file is left out of the package. Show it with \
           `![](media:id)`, or take the entry out.",
    wrong: &[
        ("media/tap.svg", SVG),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
             media:\n  - {id: tap, file: media/tap.svg, alt: A running tap}\n\
             lessons:\n  - id: when\n    title: When to wash\n    teaches: [LO1]\n    body: |\n      Before you touch food.\n\
             items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
    right: &[
        ("media/tap.svg", SVG),
        (
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when to wash}]}\n\
             media:\n  - {id: tap, file: media/tap.svg, alt: A running tap}\n\
             lessons:\n  - id: when\n    title: When to wash\n    teaches: [LO1]\n    body: |\n      Before you touch food.\n\n      ![](media:tap)\n\
             items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: formative, items: [dry]}\n",
        ),
    ],
};

/// A picture, for the examples.
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M1 1h6v6\"/></svg>\n";

/// Finds them; an entry of the course may be shown by any unit.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let entries = course.media.iter().chain(course.units.iter().flat_map(|unit| &unit.media));
    if is_one_missing(course, ReferenceKind::Media, entries.map(|media| &media.id)) {
        return;
    }
    let whole = course.lost.is_empty() && course.units.iter().all(are_whole);
    let all = shown(references(course));
    let is_read = |media: &&Media| media.id != Id::unread();
    diagnostics.extend(course.media.iter().filter(is_read).filter(|media| whole && !all.contains(media.id.as_str())).map(say));
    for unit in course.units.iter().filter(|unit| !unit.media.is_empty() && are_whole(unit)) {
        let own = shown(unit.references());
        diagnostics.extend(unit.media.iter().filter(is_read).filter(|media| !own.contains(media.id.as_str())).map(say));
    }
}

/// The last parts of the ids of media that `references` name.
fn shown<'a>(references: impl Iterator<Item = &'a Reference>) -> BTreeSet<&'a str> {
    references.filter(|reference| reference.kind == ReferenceKind::Media).filter_map(|reference| reference.id.rsplit('/').next()).collect()
}

fn say(media: &Media) -> Diagnostic {
    Diagnostic::new(&LINT, format!("media entry `{}` is shown nowhere", media.id))
        .at(media.span, "used nowhere")
        .help(format!("show it with `![](media:{})`, or leave it out", media.id))
}
