//! xAPI, launched as Tin Can packages are.

use super::{Limits, Target, Words};

/// xAPI: what launches says in the address where statements go.
pub static XAPI: Target = Target {
    name: "xapi",
    adapter: "xapi",
    title: "xAPI (`tincan.xml`): statements to the LRS that the launch names",
    // State documents and statements have no end that the standard sets: xAPI 1.0.3 Communication 2.2.
    limits: Limits { state: None, location: None, title: None, id: None, response: None, tokens: None, launch_data: None },
    interactions: super::XAPI_INTERACTIONS,
    words: Words::Scorm12,
    outcomes: false,
    has_lms: true,
    home: true,
    units: false,
    needs_iri: true,
};
