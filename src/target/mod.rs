//! What packages are made for: names, limits and vocabularies of the standards, as data that all may read.
//!
//! In: nothing. Out: [`Target`]s, [`Profile`]s of single LMSs and the rule for names in packages. Cannot fail.

mod cmi5;
mod entry;
mod profile;
mod scorm12;
mod scorm2004;
mod web;
mod xapi;

pub use cmi5::CMI5;
pub use entry::{NameFault, entry_name, fault_of};
pub use profile::{Exit, Profile, Takes, profile, profiles};
pub use scorm12::SCORM12;
pub use scorm2004::{SCORM2004_3, SCORM2004_4};
pub use web::WEB;
pub use xapi::XAPI;

/// xAPI 1.0.3 Data 2.4.4.1, `interactionType`.
const XAPI_INTERACTIONS: &[&str] =
    &["choice", "fill-in", "likert", "long-fill-in", "matching", "numeric", "other", "performance", "sequencing", "true-false"];

/// What a package is made for.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is something that a standard has or has not")]
pub struct Target {
    /// Its name in `targets:` and behind `--target`.
    pub name: &'static str,
    /// The name of the run-time's adapter: `adapters/<adapter>.js`.
    pub adapter: &'static str,
    /// What it is, for `--help` and the docs.
    pub title: &'static str,
    /// How long things may be.
    pub limits: Limits,
    /// The types of interaction that it has words for.
    pub interactions: &'static [&'static str],
    /// In whose words the run-time tells interactions.
    pub words: Words,
    /// Whether it is told what comes of each outcome.
    pub outcomes: bool,
    /// Whether an LMS is there that launches, lists the units and keeps the record.
    pub has_lms: bool,
    /// Whether the package has a page that lists its units, because nothing else does.
    pub home: bool,
    /// Whether each unit is launched by itself whatever the structure of the course.
    pub units: bool,
    /// Whether records are kept under IRIs, so that a course without `base_iri` cannot be built for it.
    pub needs_iri: bool,
}

/// A standard's words for interactions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// SCORM 1.2's.
    Scorm12,
    /// SCORM 2004's.
    Scorm2004,
}

/// How long things may be, in characters; `None` where the standard sets no end.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The state that is kept between sessions.
    pub state: Option<u32>,
    /// The bookmark.
    pub location: Option<u32>,
    /// A title in a manifest.
    pub title: Option<usize>,
    /// The id of an interaction or objective.
    pub id: Option<u32>,
    /// A response, and a pattern of right responses.
    pub response: Option<u32>,
    /// The characters that stand for parts in responses; `None` where ids do.
    pub tokens: Option<&'static str>,
    /// What a manifest hands to a launchable.
    pub launch_data: Option<u32>,
}

/// The targets that this version builds, by name.
pub const READY: &[&Target] = &[&CMI5, &SCORM12, &SCORM2004_3, &SCORM2004_4, &WEB, &XAPI];

/// The targets that a course is built for which lists none.
pub const USUAL: &[&Target] = &[&SCORM12, &WEB];

/// The names of all targets, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    READY.iter().map(|target| target.name)
}

/// What `name` means as a target.
#[must_use]
pub fn named(name: &str) -> Option<&'static Target> {
    READY.iter().copied().find(|target| target.name == name)
}

/// The name of a target that somebody asks for, or why it cannot be had.
///
/// # Errors
/// Says which targets there are.
pub fn ask(name: &str) -> Result<String, String> {
    let known = || names().collect::<Vec<_>>().join(", ");
    named(name).map(|target| target.name.to_owned()).ok_or_else(|| format!("there is no such target; there are {}", known()))
}

#[cfg(test)]
mod tests {
    use super::ask;

    #[test]
    fn a_target_that_is_none_is_told_with_those_that_are() {
        assert_eq!(ask("web"), Ok("web".to_owned()));
        assert_eq!(ask("SCORM12"), Err("there is no such target; there are cmi5, scorm12, scorm2004-3, scorm2004-4, web, xapi".to_owned()));
    }
}
