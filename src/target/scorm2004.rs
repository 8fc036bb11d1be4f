//! SCORM 2004, 3rd and 4th edition: for content they differ in the manifest alone.

use super::{Limits, Target, Words};

/// SCORM 2004 4th Edition RTE 4.2; the 3rd edition has the same.
const LIMITS: Limits = Limits {
    // cmi.suspend_data: 64000 characters are the least that an LMS keeps; some count bytes and their own framing
    state: Some(60_000),
    // cmi.location
    location: Some(1000),
    // imscp_v1p1.xsd sets no end; CAM 3.4.1.9 has 200 as the least that an LMS keeps
    title: Some(200),
    // long_identifier_type
    id: Some(4000),
    // cmi.interactions.n.learner_response of a long fill-in
    response: Some(4000),
    // parts are told by their ids
    tokens: None,
    // adlcp:dataFromLMS
    launch_data: Some(4000),
};

/// RTE 4.2.9.1, `cmi.interactions.n.type`.
const INTERACTIONS: &[&str] =
    &["choice", "fill-in", "likert", "long-fill-in", "matching", "numeric", "other", "performance", "sequencing", "true-false"];

/// The 3rd edition.
pub static SCORM2004_3: Target = edition("scorm2004-3", "SCORM 2004 3rd Edition");

/// The 4th edition.
pub static SCORM2004_4: Target = edition("scorm2004-4", "SCORM 2004 4th Edition");

const fn edition(name: &'static str, title: &'static str) -> Target {
    Target {
        name,
        adapter: "scorm2004",
        title,
        limits: LIMITS,
        interactions: INTERACTIONS,
        words: Words::Scorm2004,
        outcomes: true,
        has_lms: true,
        home: false,
        units: false,
        needs_iri: false,
    }
}
