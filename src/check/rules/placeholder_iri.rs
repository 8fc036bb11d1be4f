//! IRIs below a name that is nobody's.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::Course;

/// IRIs below a name that is nobody's.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0223",
    name: "placeholder-iri",
    severity: Severity::Warning,
    docs: "The web address after `base_iri` is not your own, but an example such as `example.org`, or that of somebody else. What learners \
           do is recorded under this address, so it could never be told from the records of others. Write an address that your organisation \
           owns. No page has to be there. (RFC 2606; xAPI 1.0.3, Data 2.2)",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nbase_iri: https://example.com/clean-hands\nxapi: {lrs: {from: [launch], allowed_origins: ['https://lrs.uni.ac.uk']}}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nbase_iri: https://learn.uni.ac.uk/clean-hands\nxapi: {lrs: {from: [launch], allowed_origins: ['https://lrs.uni.ac.uk']}}\n",
    )],
};

/// Names that are nobody's, or somebody else's, with all below them.
const NOT_OURS: [&str; 11] = [
    "adlnet.gov",
    "example",
    "example.com",
    "example.net",
    "example.org",
    "invalid",
    "localhost",
    "purl.org",
    "test",
    "tincanapi.com",
    "w3id.org",
];

/// Finds it, where statements can be sent.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let Some((iri, span)) = course.base_iri.as_ref().zip(course.base_iri_span) else { return };
    let rest = iri.as_str().split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default().to_ascii_lowercase();
    let below = |name: &&str| host == **name || host.strip_suffix(*name).is_some_and(|sub| sub.ends_with('.'));
    if !course.xapi.allowed_origins.is_empty() && NOT_OURS.iter().any(below) {
        let diagnostic = Diagnostic::new(&LINT, format!("`{host}` is not a name of your own"));
        diagnostics.push(diagnostic.at(span, "records would stand below it").help("use a web address that your organisation owns"));
    }
}
