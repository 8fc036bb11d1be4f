//! What authors write, and what is said of it.

use std::path::Path;

use coursec::diag::{Warned, sort};
use coursec::model::{self, Course};
use coursec::source::Sources;
use coursec::syntax;

/// The course of `sources`, with everything that reading it says.
fn course(sources: &Sources) -> Warned<Option<Course>> {
    let files = syntax::parse(sources);
    let mut diagnostics = files.diagnostics;
    let lowered = files.output.map(|files| model::lower(files, sources));
    let output = lowered.and_then(|lowered| {
        diagnostics.extend(lowered.diagnostics);
        lowered.output
    });
    sort(&mut diagnostics);
    Warned { output, diagnostics }
}

fn example(name: &str) -> Course {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let read = course(&Sources::load(&root).expect("the example is there"));
    assert!(read.diagnostics.is_empty(), "{:#?}", read.diagnostics);
    read.output.expect("a course without diagnostics is there")
}

#[test]
fn the_smallest_course_has_its_defaults() {
    let course = example("minimal");
    let unit = &course.units[0];
    assert_eq!(course.targets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["scorm12", "web"]);
    assert_eq!(unit.items.len(), 6);
    assert_eq!(unit.assessments[0].attempts, None);
    assert_eq!(unit.assessments[1].attempts, Some(2));
    assert_eq!(unit.assessments[1].pass_mark.0, 600);
    assert!(!unit.assessments[0].counts && unit.assessments[1].counts);
    assert_eq!(unit.lessons[0].teaches.iter().map(ToString::to_string).collect::<Vec<_>>(), ["LO1", "1.1", "1.2"]);
}
