//! A web site without an LMS.

use super::{Limits, Target, Words};

/// A web site without an LMS: the browser keeps the state.
pub static WEB: Target = Target {
    name: "web",
    adapter: "web",
    title: "a web site, no LMS: the browser keeps the state",
    limits: Limits { state: None, location: None, title: None, id: None, response: None, tokens: None, launch_data: None },
    interactions: &[],
    words: Words::Scorm12,
    outcomes: false,
    has_lms: false,
    home: true,
    units: false,
    needs_iri: false,
};
