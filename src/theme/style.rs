//! The style sheet of a course: the theme's files joined in the theme's order, then what the course adds.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rules::style_from_elsewhere;
use crate::diag::{Diagnostic, FileId, Span};

/// `theme.yaml`.
#[derive(Debug, Deserialize)]
pub(super) struct Manifest {
    /// Its style sheets, in order.
    pub(super) css: Vec<String>,
}

/// The style sheets in their order, by name: the theme's files, each of them the course's where it has one of that name, and then the
/// course's others (`css/*.css`, sorted).
pub(super) fn sheets<'m, 't: 'm>(
    manifest: &'m Manifest,
    default: &BTreeMap<&'m str, &'t str>,
    course: &BTreeMap<&'m str, &'t str>,
) -> Vec<(&'m str, &'t str)> {
    let text = |name: &str| course.get(name).or_else(|| default.get(name)).copied();
    let own = manifest.css.iter().filter_map(|name| Some((name.as_str(), text(name)?)));
    let added = course.iter().filter(|(name, _)| is_added(manifest, name)).map(|(name, text)| (*name, *text));
    own.chain(added).collect()
}

/// One style sheet of all.
pub(super) fn join(sheets: &[(&str, &str)]) -> String {
    let mut joined = String::new();
    for (_, text) in sheets {
        joined.push_str(text.trim_end());
        joined.push('\n');
    }
    joined
}

/// What the style sheet `css` in `file` loads from outside the package: each `@import`, and addresses of elsewhere.
pub(super) fn elsewhere(file: FileId, css: &str) -> Vec<Diagnostic> {
    let lower = css.to_ascii_lowercase();
    let told = |at: usize, end: usize| style_from_elsewhere::diagnostic(&css[at..end], Span::new(file, at, end));
    let imports = lower.match_indices("@import").map(|(at, sign)| told(at, at + sign.len()));
    let urls = lower.match_indices("url(").filter_map(|(at, sign)| {
        let rest = &lower[at + sign.len()..];
        let length = rest.find([')', '\n']).unwrap_or(rest.len());
        let address = rest[..length].trim().trim_matches(['"', '\'']);
        let scheme = address.split_once(':').is_some_and(|(scheme, _)| scheme != "data" && !scheme.contains('/'));
        // An address behind `@import` is told with it.
        let imported = lower[..at].trim_end().ends_with("@import");
        ((scheme || address.starts_with("//")) && !imported)
            .then(|| told(at, at + sign.len() + length + usize::from(rest[length..].starts_with(')'))))
    });
    imports.chain(urls).collect()
}

/// Whether `name` is a style sheet that the theme does not have.
pub(super) fn is_added(manifest: &Manifest, name: &str) -> bool {
    name.strip_prefix("css/").is_some_and(|rest| rest.strip_suffix(".css").is_some()) && !manifest.css.iter().any(|own| own == name)
}
