//! A theme that has no course to show yet: one is lent to it.
//!
//! In: a theme. Out: what is wrong with the templates that a course laid over it. Never fails.

use super::{Material, render};
use crate::diag::Diagnostic;
use crate::lock::{self, Lock, Mode};
use crate::source::Sources;
use crate::target::Target;
use crate::theme::Theme;
use crate::{activity, model, syntax};

/// A course that asks for every template of an item.
const FILES: [(&str, &str); 2] = [
    ("course.yaml", include_str!("../../examples/every-item-type/course.yaml")),
    ("units/puncture.yaml", include_str!("../../examples/every-item-type/units/puncture.yaml")),
];

/// What is wrong with the templates of `theme` for `target`, as far as the sample shows it.
#[must_use]
pub fn prove(theme: &Theme, target: &'static Target) -> Vec<Diagnostic> {
    if theme.is_default() { Vec::new() } else { show(theme, target) }
}

/// What is said of the sample in `theme`: in the default theme nothing, so all is the theme's.
fn show(theme: &Theme, target: &'static Target) -> Vec<Diagnostic> {
    let sources = Sources::from_memory(&FILES);
    let files = syntax::parse(&sources).output.expect("the example is embedded, and every test reads it");
    let course = model::lower(files, &sources).output;
    let lock = lock::update(&course, Lock::default(), Mode::Write).output.expect("there is no lock that the example could break");
    let delivery = activity::plan(&course, &lock);
    let material = Material { course: &course, delivery: &delivery, target, theme, sources: &sources, lock: &lock, origins: &[] };
    let mut found = render(&material, |document| document).diagnostics;
    // What else there is to see is in the sample.
    for one in &mut found {
        one.related.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::show;
    use crate::target::{SCORM12, WEB};
    use crate::theme::Theme;

    #[test]
    fn the_default_theme_shows_the_sample() {
        for target in [&WEB, &SCORM12] {
            let found = show(&Theme::default_for("en"), target);
            assert!(found.is_empty(), "{found:?}");
        }
    }
}
