//! The words of statements: a profile's verbs, types of activities, and what each kind of statement is about.

use serde_json::{Value, json};

use crate::model::{Course, Profile};
use crate::value::Iri;

/// Where verbs and types of activities are defined.
const ADL: &str = "http://adlnet.gov/expapi";

/// The SCORM profile of xAPI, 3.2.
const SCORM: &str = "https://w3id.org/xapi/scorm";

/// The words that a course's statements use.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// The version of the course's own profile; `None` where it follows the SCORM profile.
    own: Option<Iri>,
}

/// A kind of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementKind {
    /// Its name in the run-time's data.
    pub name: &'static str,
    /// IRI of its verb.
    pub verb: &'static str,
    /// What it is about: `course`, `unit`, `page`, `sheet`, `item` or `outcome`.
    pub object: &'static str,
    /// What stands above that.
    pub parent: Option<&'static str>,
}

macro_rules! kinds {
    ($($name:literal $verb:literal $object:literal $parent:expr),* $(,)?) => {
        &[$(StatementKind { name: $name, verb: concat!("http://adlnet.gov/expapi/verbs/", $verb), object: $object, parent: $parent }),*]
    };
}

/// Kinds of statements by the course's own profile.
const OWN: &[StatementKind] = kinds![
    "initialized" "initialized" "unit" None,
    "resumed" "resumed" "unit" None,
    "experienced" "experienced" "page" Some("unit"),
    "answered" "answered" "item" Some("sheet"),
    "handed-in" "scored" "sheet" Some("unit"),
    "progressed" "progressed" "unit" None,
    "scored" "scored" "unit" None,
    "mastered" "passed" "outcome" Some("unit"),
    "missed" "failed" "outcome" Some("unit"),
    "completed" "completed" "unit" None,
    "passed" "passed" "unit" None,
    "failed" "failed" "unit" None,
    "course-completed" "completed" "course" None,
    "course-passed" "passed" "course" None,
    "suspended" "suspended" "unit" None,
    "terminated" "terminated" "unit" None,
];

/// Kinds of statements by the SCORM profile of xAPI, 4 and 6: it has no word for a page that was read, and what is inside a SCO has it
/// as its parent.
const OF_SCORM: &[StatementKind] = kinds![
    "initialized" "initialized" "unit" None,
    "resumed" "resumed" "unit" None,
    "answered" "responded" "item" Some("unit"),
    "progressed" "progressed" "unit" None,
    "scored" "scored" "unit" None,
    "mastered" "passed" "outcome" Some("unit"),
    "missed" "failed" "outcome" Some("unit"),
    "completed" "completed" "unit" None,
    "passed" "passed" "unit" None,
    "failed" "failed" "unit" None,
    "course-completed" "completed" "course" None,
    "course-passed" "passed" "course" None,
    "suspended" "suspended" "unit" None,
    "terminated" "terminated" "unit" None,
];

impl Vocabulary {
    /// The words of `course`.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        let version = || Some(profile_iri(course)?.below(&[&format!("v{}", course.version)]));
        Self { own: if course.xapi.profile.value == Profile::Own { version() } else { None } }
    }

    /// This version of the course's own profile, where its statements follow that.
    #[must_use]
    pub fn version(&self) -> Option<&Iri> {
        self.own.as_ref()
    }

    /// Whether it is the course's own profile.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.own.is_some()
    }

    /// The activity that says which profile a statement follows. xAPI Profiles 1.0, 9.0; SCORM profile 3.2.
    #[must_use]
    pub fn category(&self) -> Value {
        let id = self.own.as_ref().map_or(SCORM, Iri::as_str);
        json!({"objectType": "Activity", "id": id, "definition": {"type": self.kind("profile")}})
    }

    /// A type of activity.
    #[must_use]
    pub fn kind(&self, name: &str) -> String {
        format!("{ADL}/activities/{name}")
    }

    /// The type of what is launched: in the SCORM profile every SCO is a `lesson`.
    #[must_use]
    pub fn unit(&self, is_final: bool) -> String {
        self.kind(match (self.is_own(), is_final) {
            (false, _) => "lesson",
            (true, true) => "assessment",
            (true, false) => "module",
        })
    }

    /// The type of an attempt, where attempts are activities. SCORM profile 4.
    #[must_use]
    pub fn attempt(&self) -> Option<String> {
        (!self.is_own()).then(|| self.kind("attempt"))
    }

    /// The activity of an item in a launchable; the SCORM profile has names of its own for it.
    #[must_use]
    pub fn item(&self, unit: &Iri, own: &Iri, id: &str) -> String {
        if self.is_own() { own.to_string() } else { unit.below(&["interactions", id]).to_string() }
    }

    /// The activity of an outcome in a launchable.
    #[must_use]
    pub fn outcome(&self, unit: &Iri, own: &Iri, id: &str) -> String {
        if self.is_own() { own.to_string() } else { unit.below(&["objectives", id]).to_string() }
    }

    /// The kinds of statements that `course` sends, in the order in which they come.
    #[must_use]
    pub fn kinds(&self, course: &Course) -> Vec<StatementKind> {
        let sent = |kind: &&StatementKind| match kind.object {
            "page" => course.xapi.experienced,
            "item" => course.xapi.answered,
            "outcome" => course.xapi.outcomes,
            _ => true,
        };
        let all = if self.is_own() { OWN } else { OF_SCORM };
        all.iter().filter(sent).copied().collect()
    }
}

/// The course's own profile.
#[must_use]
pub(super) fn profile_iri(course: &Course) -> Option<Iri> {
    course.base_iri.as_ref().map(|base| base.below(&["profile"]))
}
