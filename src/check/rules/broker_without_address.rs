//! A broker that has no address.

use crate::diag::{Diagnostic, Lint, Severity};
use crate::model::{Course, LrsSource};

/// A broker that has no address.
pub(in crate::check) static LINT: Lint = Lint {
    code: "W0660",
    name: "broker-without-address",
    severity: Severity::Warning,
    docs: "Packages may ask a service of yours, a broker, where statements go and with what short-lived credential. The course names `broker` among its sources, but not the address of that \
           service, so packages ask nobody and go on with the next source.",
    wrong: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nxapi: {lrs: {from: [broker]}}\n",
    )],
    right: &[(
        "course.yaml",
        "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\nxapi: {lrs: {from: [broker], broker: 'https://lrs.uni.ac.uk/token'}}\n",
    )],
};

/// Finds it.
pub(in crate::check) fn check(course: &Course, diagnostics: &mut Vec<Diagnostic>) {
    let named = course.xapi.from.iter().find_map(|(source, span)| span.filter(|_| *source == LrsSource::Broker));
    let unread = course.lost.contains("broker");
    if let (Some(span), None, false) = (named, &course.xapi.broker, unread) {
        diagnostics.push(
            Diagnostic::new(&LINT, "`broker` is named as a source, and there is no address of one")
                .at(span, "nobody is asked")
                .help("add the address of the service, such as `broker: https://lrs.example.org/token`, or take `broker` out of the list"),
        );
    }
}
