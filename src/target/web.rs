//! A web site without an LMS.

use super::{Limits, Target};

/// A web site without an LMS: the browser keeps the state.
pub static WEB: Target = Target {
    name: "web",
    title: "a web site, no LMS: the browser keeps the state",
    limits: Limits { state: None, location: None, title: None, id: None, response: None, tokens: None, launch_data: None },
    interactions: &[],
    has_lms: false,
};
