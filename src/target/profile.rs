//! What a single LMS does otherwise than its standard: `profiles/<name>.yaml`, each line with its source.
//!
//! In: the files of this folder, embedded. Out: [`Profile`]s. Cannot fail: a test reads each file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Limits, Target};

/// What a course gets for one LMS. What no file says is as in `generic`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the files")]
pub struct Profile {
    /// Its name behind `lms:` and `--lms`.
    pub name: &'static str,
    /// The name of the LMS.
    pub title: String,
    /// The most characters of `cmi.suspend_data` in SCORM 1.2.
    pub state12: u32,
    /// The same in SCORM 2004.
    pub state2004: u32,
    /// The most characters of a title in a manifest; `None` where the standard's limit alone holds.
    pub title_most: Option<usize>,
    /// The megabytes above which it does not take a package without more ado.
    pub megabytes: Option<u64>,
    /// How it takes each target, by name; those that are not listed it takes whole.
    pub takes: BTreeMap<String, Takes>,
    /// Whether a SCORM 2004 manifest may share objectives between SCOs: `imsss:mapInfo`.
    pub global_objectives: bool,
    /// Whether a SCORM 2004 manifest asks it to hide its buttons: `adlnav:hideLMSUI`.
    pub hidden_buttons: bool,
    /// What `cmi.core.exit` of SCORM 1.2 becomes when a unit that is finished is closed.
    pub exit12: Exit,
    /// The same of `cmi.exit` of SCORM 2004.
    pub exit2004: Exit,
    /// Whether `adl.nav.request` is set when a learner leaves, so that it takes its frame back.
    pub navigation_request: bool,
    /// Seconds after which the record is saved again, though nothing changed, so that a session does not run out; 0 is never.
    pub alive: u32,
    /// Whether single answers are reported: `cmi.interactions`.
    pub interactions: bool,
    /// Whether outcomes are reported: `cmi.objectives`.
    pub objectives: bool,
    /// Whether a cmi5 unit asks for a window of its own: `launchMethod`.
    pub own_window: bool,
}

/// How an LMS takes the packages of a target.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Takes {
    /// Whatever is in them.
    Whole,
    /// It records the first launchable alone.
    One,
    /// Not at all.
    No,
}

/// How a unit that is finished is closed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Exit {
    /// The attempt ends: an empty `cmi.core.exit`, `normal` in SCORM 2004.
    End,
    /// The attempt is kept, answers with it: `suspend`.
    Keep,
    /// As `tracking` has it: kept for `after_completion: review`, ended for `normal`.
    Tracking,
}

impl Profile {
    /// The limits of `target`, where the LMS has room for less with the LMS's.
    #[must_use]
    pub fn limits(&self, target: &Target) -> Limits {
        let state = match target.name {
            "scorm12" => Some(self.state12),
            name if name.starts_with("scorm2004") => Some(self.state2004),
            _ => None,
        };
        Limits {
            state: target.limits.state.map(|most| state.map_or(most, |own| own.min(most))),
            title: target.limits.title.map(|most| self.title_most.map_or(most, |own| own.min(most))),
            ..target.limits
        }
    }

    /// How it takes the packages of `target`.
    #[must_use]
    pub fn takes(&self, target: &Target) -> Takes {
        self.takes.get(target.name).copied().unwrap_or(Takes::Whole)
    }

    /// That of any LMS.
    ///
    /// # Panics
    /// Never: it is embedded.
    #[must_use]
    pub fn generic() -> &'static Self {
        profile(GENERIC).expect("it is embedded")
    }

    /// This one with what `facts` say otherwise.
    fn with(&self, name: &'static str, title: String, facts: Facts) -> Self {
        fn or<T>(fact: Option<Fact<T>>, else_: T) -> T {
            fact.map_or(else_, |fact| fact.is)
        }
        let takes = facts.takes.into_iter().map(|(target, fact)| (target, fact.is));
        Self {
            name,
            title,
            state12: or(facts.state12, self.state12),
            state2004: or(facts.state2004, self.state2004),
            title_most: facts.title_most.map(|fact| fact.is).or(self.title_most),
            megabytes: facts.megabytes.map(|fact| fact.is).or(self.megabytes),
            takes: self.takes.clone().into_iter().chain(takes).collect(),
            global_objectives: or(facts.global_objectives, self.global_objectives),
            hidden_buttons: or(facts.hidden_buttons, self.hidden_buttons),
            exit12: or(facts.exit12, self.exit12),
            exit2004: or(facts.exit2004, self.exit2004),
            navigation_request: or(facts.navigation_request, self.navigation_request),
            alive: or(facts.alive, self.alive),
            interactions: or(facts.interactions, self.interactions),
            objectives: or(facts.objectives, self.objectives),
            own_window: or(facts.own_window, self.own_window),
        }
    }
}

/// The name of the profile for any LMS.
const GENERIC: &str = "generic";

/// The file of each profile, by name.
const FILES: &[(&str, &str)] = &[
    ("blackboard", include_str!("profiles/blackboard.yaml")),
    ("brightspace", include_str!("profiles/brightspace.yaml")),
    ("canvas", include_str!("profiles/canvas.yaml")),
    ("cornerstone", include_str!("profiles/cornerstone.yaml")),
    (GENERIC, include_str!("profiles/generic.yaml")),
    ("knowbe4", include_str!("profiles/knowbe4.yaml")),
    ("moodle", include_str!("profiles/moodle.yaml")),
    ("open-edx", include_str!("profiles/open-edx.yaml")),
    ("saba", include_str!("profiles/saba.yaml")),
    ("scorm-cloud", include_str!("profiles/scorm-cloud.yaml")),
    ("successfactors", include_str!("profiles/successfactors.yaml")),
];

/// A fact with where it comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact<T> {
    is: T,
    #[allow(dead_code, reason = "read by people; that it is there is held by reading the files")]
    source: String,
}

/// What a file says for the compiler.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Facts {
    #[serde(rename = "state-scorm12")]
    state12: Option<Fact<u32>>,
    #[serde(rename = "state-scorm2004")]
    state2004: Option<Fact<u32>>,
    title_most: Option<Fact<usize>>,
    megabytes: Option<Fact<u64>>,
    takes: BTreeMap<String, Fact<Takes>>,
    global_objectives: Option<Fact<bool>>,
    hidden_buttons: Option<Fact<bool>>,
    #[serde(rename = "exit-scorm12")]
    exit12: Option<Fact<Exit>>,
    #[serde(rename = "exit-scorm2004")]
    exit2004: Option<Fact<Exit>>,
    navigation_request: Option<Fact<bool>>,
    alive: Option<Fact<u32>>,
    interactions: Option<Fact<bool>>,
    objectives: Option<Fact<bool>>,
    own_window: Option<Fact<bool>>,
}

/// A file; what it says for people goes to docs/lms.
#[derive(Debug, Deserialize)]
struct File {
    title: String,
    #[serde(default)]
    settings: Facts,
}

/// Every profile, by name.
#[must_use]
pub fn profiles() -> &'static [Profile] {
    static ALL: LazyLock<Vec<Profile>> = LazyLock::new(|| {
        let read = |text: &str| serde_yaml::from_str::<File>(text).expect("the profiles are embedded, and a test reads each");
        let base = Profile {
            name: GENERIC,
            title: String::new(),
            state12: 4000,
            state2004: 60_000,
            title_most: None,
            megabytes: None,
            takes: BTreeMap::new(),
            global_objectives: true,
            hidden_buttons: true,
            exit12: Exit::End,
            exit2004: Exit::Tracking,
            navigation_request: true,
            alive: 0,
            interactions: true,
            objectives: true,
            own_window: false,
        };
        let of = |(name, text): &(&'static str, &str)| {
            let File { title, settings } = read(text);
            base.with(name, title, settings)
        };
        FILES.iter().map(of).collect()
    });
    &ALL
}

/// The profile called `name`.
#[must_use]
pub fn profile(name: &str) -> Option<&'static Profile> {
    profiles().iter().find(|profile| profile.name == name)
}

#[cfg(test)]
mod tests {
    use super::{Exit, FILES, Profile, Takes, profile, profiles};
    use crate::target::{SCORM12, WEB, names};

    #[test]
    fn every_profile_is_sound() {
        assert!(FILES.is_sorted_by_key(|(name, _)| name));
        for profile in profiles() {
            assert!(profile.takes.keys().all(|name| names().any(|known| known == name)), "{}: {:?}", profile.name, profile.takes);
            assert!(profile.state12 <= 4000 && profile.state2004 <= 60_000, "{}: a profile only narrows", profile.name);
        }
    }

    #[test]
    fn limits_are_narrowed_and_never_widened() {
        let small = Profile { state12: 1000, title_most: Some(50), ..Profile::generic().clone() };
        let limits = small.limits(&SCORM12);
        assert_eq!((limits.state, limits.title, limits.id), (Some(1000), Some(50), Some(255)));
        let large = Profile { state12: 64_000, title_most: Some(500), ..Profile::generic().clone() };
        assert_eq!((large.limits(&SCORM12).state, large.limits(&SCORM12).title), (Some(4000), Some(200)));
        assert_eq!((small.limits(&WEB).state, small.limits(&WEB).title), (None, None));
    }

    #[test]
    fn what_a_file_does_not_say_is_as_everywhere() {
        let moodle = profile("moodle").expect("it is there");
        assert!(!moodle.global_objectives && moodle.hidden_buttons && moodle.exit12 == Exit::End);
        assert_eq!((moodle.takes.get("cmi5"), moodle.takes(&SCORM12)), (Some(&Takes::No), Takes::Whole));
        assert_eq!(profile("none"), None);
    }
}
