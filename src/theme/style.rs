//! The style sheet of a course: the theme's files joined in the theme's order, then what the course adds.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `theme.yaml`.
#[derive(Debug, Deserialize)]
pub(super) struct Manifest {
    /// Its style sheets, in order.
    pub(super) css: Vec<String>,
}

/// One style sheet of the theme's files, each of them the course's where it has one of that name, and then of the course's others
/// (`css/*.css`, sorted).
pub(super) fn join(manifest: &Manifest, default: &BTreeMap<&str, &str>, course: &BTreeMap<&str, &str>) -> String {
    let own = manifest.css.iter().filter_map(|name| course.get(name.as_str()).or_else(|| default.get(name.as_str())));
    let added = course.iter().filter(|(name, _)| is_added(manifest, name)).map(|(_, text)| text);
    let mut joined = String::new();
    for text in own.chain(added) {
        joined.push_str(text.trim_end());
        joined.push('\n');
    }
    joined
}

/// Whether `name` is a style sheet that the theme does not have.
pub(super) fn is_added(manifest: &Manifest, name: &str) -> bool {
    name.strip_prefix("css/").is_some_and(|rest| rest.strip_suffix(".css").is_some()) && !manifest.css.iter().any(|own| own == name)
}
