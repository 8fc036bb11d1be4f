//! Settings of a course and their defaults.

use super::Lowering;
use super::course::set;
use crate::diag::Span;
use crate::model::{
    AfterCompletion, AssessmentsRule, CompleteWhen, Coverage, CoverageLevel, LrsSource, OnNewContent, Profile, Tracking, Xapi,
};
use crate::syntax::{self, AssessmentModel, Pages};
use crate::value::{Iri, Thousandths};
use crate::yaml::rules;

/// The pass mark where nobody says one.
const PASS_MARK: Thousandths = Thousandths(800);

/// The pass mark of a course.
pub(super) fn pass_mark(tracking: &syntax::Tracking) -> Thousandths {
    tracking.pass_mark.map_or(PASS_MARK, |share| share.0)
}

/// Exams ask for questions; what else there is asks for them, but a criterion may be shown by other means.
pub(super) fn coverage(written: &syntax::Coverage, model: Option<AssessmentModel>) -> Coverage {
    let assessed = match model {
        None | Some(AssessmentModel::Exam) => CoverageLevel::Error,
        Some(AssessmentModel::Portfolio | AssessmentModel::Apprenticeship | AssessmentModel::Mixed) => CoverageLevel::Warning,
    };
    Coverage {
        taught: written.taught.unwrap_or(CoverageLevel::Error),
        assessed: written.assessed.unwrap_or(assessed),
        evidenced: written.evidenced.unwrap_or(CoverageLevel::Off),
    }
}

/// Completion and success.
pub(super) fn tracking(written: &syntax::Tracking) -> Tracking {
    let pages = match written.complete_when.value.pages {
        None | Some(Pages::All) => Thousandths::ONE,
        Some(Pages::None) => Thousandths(0),
        Some(Pages::Share(share)) => share.0,
    };
    Tracking {
        complete_when: CompleteWhen {
            pages,
            assessments: written.complete_when.value.assessments.unwrap_or(AssessmentsRule::Passed),
            span: Some(written.complete_when.span).filter(|span| *span != Span::default()),
        },
        pass_mark: pass_mark(written),
        after_completion: written.after_completion.unwrap_or(AfterCompletion::Review),
        on_new_content: written.on_new_content.unwrap_or(OnNewContent::Keep),
    }
}

impl Lowering<'_> {
    /// Reports to an LRS.
    pub(super) fn xapi(&mut self, xapi: syntax::Xapi) -> Xapi {
        let from = match xapi.lrs.from {
            None => vec![(LrsSource::Launch, None), (LrsSource::Lms, None)],
            Some(from) => from.into_iter().map(|source| (source.value, Some(source.span))).collect(),
        };
        let broker = xapi.lrs.broker.and_then(|broker| rules::checked(&broker, service, self.cx).map(|iri| (iri, broker.span)));
        let mut allowed_origins = Vec::new();
        for written in &xapi.lrs.allowed_origins {
            allowed_origins.extend(rules::checked(written, origin, self.cx));
        }
        Xapi {
            from,
            broker,
            profile: set(xapi.profile, Profile::Own),
            allowed_origins,
            home_page: xapi.actor.home_page.and_then(|iri| rules::checked(&iri, Iri::parse, self.cx)),
            include_name: xapi.actor.include_name,
            experienced: xapi.statements.experienced.unwrap_or(true),
            answered: xapi.statements.answered.unwrap_or(true),
            outcomes: xapi.statements.outcomes.unwrap_or(true),
            free_text: xapi.statements.free_text,
        }
    }
}

/// The address of a service: https or on this machine, without credentials, query or fragment.
fn service(text: &str) -> Result<Iri, String> {
    let end = text.match_indices('/').nth(2).map_or(text.len(), |(at, _)| at);
    origin(&text[..end])?;
    if text.contains('?') {
        return Err("an address of a service has no `?`".to_owned());
    }
    Iri::parse(text)
}

/// A scheme and a host, https or on this machine, and nothing more.
fn origin(text: &str) -> Result<String, &'static str> {
    const LOOK: &str = "an origin is written `https://host` or `https://host:port`, in small letters and without a path; `http://` only for this machine, such as `http://localhost:8080`";
    let (scheme, rest) = text.trim_end_matches('/').split_once("://").ok_or(LOOK)?;
    let (host, port) = match rest.rsplit_once(':').filter(|(_, port)| !port.contains(']')) {
        Some((host, port)) => (host, Some(port)),
        None => (rest, None),
    };
    let local = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
    let named = !host.is_empty() && host.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'));
    let numbered = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let secure = scheme == "https" || (scheme == "http" && local);
    if secure && numbered && (named || local) { Ok(format!("{scheme}://{rest}")) } else { Err(LOOK) }
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_secure_and_nothing_more() {
        for text in
            ["https://lrs.example.org", "https://lrs.example.org:8443/", "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:80"]
        {
            assert!(origin(text).is_ok(), "{text}");
        }
        for text in [
            "http://lrs.example.org",
            "https://",
            "https://a/b",
            "https://user:pw@a",
            "https://*",
            "ftp://a",
            "https://a:0",
            "a",
            "https://a b",
            "https://a;x",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
    }
}
