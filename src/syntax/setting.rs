//! Settings of a course: tracking, coverage, reports to an LRS.

use super::{Share, words};
use crate::yaml::{Cx, Decode, Kind, Named, Node, Spanned, record};

words! {
    /// What has to become of the summative assessments.
    pub enum AssessmentsRule {
        /// All passed.
        Passed = "passed",
        /// All submitted once.
        Attempted = "attempted",
        /// Nothing.
        None = "none",
    }
}

words! {
    /// What a learner who has finished meets.
    pub enum AfterCompletion {
        /// The course as a review.
        Review = "review",
        /// The course as before.
        Normal = "normal",
    }
}

words! {
    /// What a release with new pages does to who had finished.
    pub enum OnNewContent {
        /// They stay complete.
        Keep = "keep",
        /// They are incomplete until they have read them.
        Reopen = "reopen",
    }
}

words! {
    /// How grave a gap in the coverage is.
    pub enum CoverageLevel {
        /// It stops the build.
        Error = "error",
        /// It is said.
        Warning = "warning",
        /// Nothing is said.
        Off = "off",
    }
}

words! {
    /// Where endpoint and credential of an LRS may come from.
    pub enum LrsSource {
        /// A cmi5 launch.
        Cmi5 = "cmi5",
        /// The launch's query.
        Launch = "launch",
        /// A service that is asked.
        Broker = "broker",
        /// The LMS's launch data.
        Lms = "lms",
        /// A file that an administrator adds.
        Stamp = "stamp",
    }
}

/// The share of pages that has to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// Every page.
    All,
    /// No page.
    None,
    /// So many.
    Share(Share),
}

impl Decode for Pages {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(text, _) if text.text == "all" => Some(Self::All),
            Kind::Scalar(text, _) if text.text == "none" => Some(Self::None),
            Kind::Scalar(..) => Share::decode(node, cx).map(Self::Share),
            _ => {
                cx.expected("`all`, `none`, or a share such as `80%`", node);
                None
            }
        }
    }
}

record! {
    /// Completion and success.
    pub struct Tracking as "the tracking" {
        /// What has to be done.
        pub complete_when: Spanned<CompleteWhen> = default,
        /// The share of points that passes.
        pub pass_mark: Share = optional,
        /// What a learner who has finished meets.
        pub after_completion: AfterCompletion = optional,
        /// What new pages do to who had finished.
        pub on_new_content: OnNewContent = optional,
    }
}

record! {
    /// What has to be done for completion.
    pub struct CompleteWhen as "`complete_when`" {
        /// Pages to read.
        pub pages: Pages = optional,
        /// What has to become of the summative assessments.
        pub assessments: AssessmentsRule = optional,
    }
}

record! {
    /// What has to happen to every criterion.
    pub struct Coverage as "the coverage" {
        /// A lesson teaches it.
        pub taught: CoverageLevel = optional,
        /// An item assesses it.
        pub assessed: CoverageLevel = optional,
        /// Evidence is asked for it.
        pub evidenced: CoverageLevel = optional,
    }
}

record! {
    /// Reports to an LRS.
    pub struct Xapi as "the xAPI settings" {
        /// Where they go.
        pub lrs: Lrs = default,
        /// The profile that statements follow.
        pub profile: Spanned<Profile> = optional,
        /// Who they are about.
        pub actor: Actor = default,
        /// Which are sent.
        pub statements: Statements = default,
    }
}

record! {
    /// Where statements go.
    pub struct Lrs as "the LRS settings" {
        /// Where endpoint and credential may come from.
        pub from: Vec<Spanned<LrsSource>> = optional,
        /// The address of the service that is asked.
        pub broker: Option<Named> = default,
        /// Origins that statements may go to.
        pub allowed_origins: Vec<Named> = default,
    }
}

record! {
    /// Who statements are about.
    pub struct Actor as "the actor settings" {
        /// The home page of the accounts of the LMS.
        pub home_page: Option<Named> = default,
        /// Whether a learner's name goes along.
        pub include_name: bool = default,
    }
}

record! {
    /// Which statements are sent.
    pub struct Statements as "the statement settings" {
        /// One for a page that was read.
        pub experienced: bool = optional,
        /// One for each answer.
        pub answered: bool = optional,
        /// One for each outcome.
        pub outcomes: bool = optional,
        /// Whether what a learner typed goes along.
        pub free_text: bool = default,
    }
}

words! {
    /// The profile that statements follow.
    pub enum Profile {
        /// The course's own.
        Own = "own",
        /// The SCORM profile of xAPI.
        Scorm = "scorm",
    }
}
