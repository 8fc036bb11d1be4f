//! What the fuzz targets share: the smallest course around a text, and what has to be true of all that is said.

use coursec::Options;
use coursec::diag::Diagnostic;
use coursec::diag::emit::{Files, Sarif, github, human, json};
use coursec::source::Sources;

/// course.yaml of the smallest course.
pub const COURSE: &str = include_str!("../../../examples/minimal/course.yaml");

/// Its unit.
pub const UNIT: &str = include_str!("../../../examples/minimal/units/hand-washing.yaml");

/// The smallest course with `unit` as its unit.
#[must_use]
pub fn with_unit(unit: &str) -> Sources {
    Sources::from_memory(&[("course.yaml", COURSE), ("units/hand-washing.yaml", unit)])
}

/// A check that makes one package only: what another target says of the same text is the same.
#[must_use]
pub fn one_target() -> Options {
    Options { targets: vec!["web".to_owned()], ..Options::default() }
}

/// Everything that is said stands at a place in a text, and can be shown in every format.
///
/// # Panics
/// Where it does not: that is a find.
pub fn hold(diagnostics: &[Diagnostic], files: &dyn Files) {
    for one in diagnostics {
        let mended = one.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in one.primary.iter().chain(&one.related).map(|label| label.span).chain(mended) {
            let text = files.content(span.file);
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} of {one:?}");
        }
    }
    assert!(human(diagnostics, files).len() >= diagnostics.len());
    assert_eq!(json(diagnostics, files).lines().count(), diagnostics.len());
    assert_eq!(github(diagnostics, files).lines().count(), diagnostics.len());
    let mut sarif = Sarif::default();
    sarif.add(diagnostics, files);
    serde_json::from_str::<serde_json::Value>(&sarif.document()).expect("a log is JSON");
}
