//! cmi5.

use super::{Limits, Target, Words};

/// cmi5: an LMS launches, an LRS keeps the record.
pub static CMI5: Target = Target {
    name: "cmi5",
    adapter: "cmi5",
    title: "cmi5: an LMS launches, its LRS keeps the record",
    // State documents and statements have no end that the standards set: xAPI 1.0.3 Communication 2.2.
    limits: Limits { state: None, location: None, title: None, id: None, response: None, tokens: None, launch_data: None },
    interactions: super::XAPI_INTERACTIONS,
    words: Words::Scorm12,
    outcomes: false,
    has_lms: true,
    home: false,
    units: true,
    needs_iri: true,
};
