//! SCORM 1.2.

use super::{Limits, Target, Words};

/// SCORM 1.2.
pub static SCORM12: Target = Target {
    name: "scorm12",
    adapter: "scorm12",
    title: "SCORM 1.2, which every LMS imports",
    limits: Limits {
        // cmi.suspend_data is CMIString4096 (SCORM 1.2 RTE 3.4.4); some LMSs count bytes and their own framing
        state: Some(4000),
        // cmi.core.lesson_location is CMIString255
        location: Some(255),
        // imscp_rootv1p1p2.xsd, title.type
        title: Some(200),
        // CMIIdentifier
        id: Some(255),
        // CMIFeedback is a CMIString255
        response: Some(255),
        tokens: Some("abcdefghijklmnopqrstuvwxyz0123456789"),
        // adlcp_rootv1p2.xsd, datafromlms; the run-time element could hold 4096
        launch_data: Some(255),
    },
    // SCORM 1.2 RTE 3.4.7, cmi.interactions.n.type
    interactions: &["choice", "fill-in", "likert", "matching", "numeric", "performance", "sequencing", "true-false"],
    words: Words::Scorm12,
    outcomes: false,
    has_lms: true,
    home: false,
    units: false,
    needs_iri: false,
};
