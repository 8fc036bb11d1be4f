//! `docs/lms`: a page for each LMS, made from its profile, so that page and packages say the same.
//!
//! With `LMS=update` the pages are written anew; the difference is for a person to read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use coursec::target::{Exit, Profile, READY, Takes, profiles};
use serde::Deserialize;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What a file says for people.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    settings: serde_yaml::Value,
    upload: Vec<Said>,
    set: Vec<Setting>,
    expect: Vec<Said>,
    recorded: Vec<Said>,
    traps: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    say: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    name: String,
    to: String,
    say: String,
    source: String,
}

fn file(name: &str) -> File {
    let text = fs::read_to_string(Path::new(ROOT).join(format!("src/target/profiles/{name}.yaml"))).expect("each profile has a file");
    serde_yaml::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// The page of a profile.
fn page(profile: &Profile) -> String {
    let told = file(profile.name);
    let mut page = format!("# {}\n\n", told.title);
    let lms = if profile.name == "generic" {
        "This is the default.".to_owned()
    } else {
        format!("Build for it with `lms: {0}` in course.yaml, or `coursec build --lms {0}`.", profile.name)
    };
    let _ = write!(page, "{lms} {}\n\n", packages(profile));
    list(&mut page, "Upload it", &told.upload);
    page.push_str("## Set this\n\n| setting | to | why |\n|---|---|---|\n");
    for Setting { name, to, say, .. } in &told.set {
        let _ = writeln!(page, "| {name} | {to} | {say} |");
    }
    page.push('\n');
    list(&mut page, "Expect this", &told.expect);
    list(&mut page, "What is recorded", &told.recorded);
    list(&mut page, "If something is not as expected", &told.traps);
    page.push_str("## What coursec does for it\n\n");
    for line in done(profile) {
        let _ = writeln!(page, "- {line}");
    }
    let sources = sources(&told);
    page.push_str("\n## Where this comes from\n\n");
    for source in sources {
        let _ = writeln!(page, "- {source}");
    }
    page
}

fn list(page: &mut String, heading: &str, lines: &[Said]) {
    let _ = write!(page, "## {heading}\n\n");
    for Said { say, .. } in lines {
        let _ = writeln!(page, "- {say}");
    }
    page.push('\n');
}

/// Which packages it takes, in words.
fn packages(profile: &Profile) -> String {
    let of = |takes: Takes| -> Vec<String> {
        READY.iter().filter(|target| target.has_lms && profile.takes(target) == takes).map(|target| format!("`{}`", target.name)).collect()
    };
    let mut words = match of(Takes::Whole).as_slice() {
        [] => String::new(),
        whole => format!("Packages that play as they are: {}.", whole.join(", ")),
    };
    for (takes, say) in
        [(Takes::One, "Of these it records one unit only, so build them with `structure: course-per-sco`"), (Takes::No, "Not taken")]
    {
        if !of(takes).is_empty() {
            let _ = write!(words, " {say}: {}.", of(takes).join(", "));
        }
    }
    words.trim_start().to_owned()
}

/// What is done otherwise, or as everywhere, by the very values that packages are made with.
fn done(profile: &Profile) -> Vec<String> {
    let exit = |exit: Exit, end: &str| match exit {
        Exit::End => format!("`{end}`"),
        Exit::Keep => "`suspend` (answers are there again)".to_owned(),
        Exit::Tracking => format!("`suspend` for `after_completion: review`, else `{end}`"),
    };
    let mut lines = vec![
        format!(
            "What a learner's state may take: {} characters in SCORM 1.2, {} in SCORM 2004; `check` tells what does not fit.",
            profile.state12, profile.state2004
        ),
        format!(
            "A finished unit closes with {} in SCORM 1.2, with {} in SCORM 2004.",
            exit(profile.exit12, "").replace("``", "an empty exit"),
            exit(profile.exit2004, "normal")
        ),
    ];
    let more = [
        (profile.megabytes.map(|most| format!("Packages above {most} MB are more than it takes without help.")), true),
        (Some(format!("What is saved is saved again every {} seconds, so that the session lives on.", profile.alive)), profile.alive > 0),
        (Some("Outcomes are not shared between units in SCORM 2004 (no `mapInfo`).".to_owned()), !profile.global_objectives),
        (
            Some("Its own buttons for going on and leaving are hidden in SCORM 2004: the course has its own.".to_owned()),
            profile.hidden_buttons,
        ),
        (
            Some("When a learner leaves, a SCORM 2004 course hands its frame back (`adl.nav.request`).".to_owned()),
            profile.navigation_request,
        ),
        (Some("Single answers are not reported (`cmi.interactions`).".to_owned()), !profile.interactions),
        (Some("Outcomes are not reported (`cmi.objectives`).".to_owned()), !profile.objectives),
        (Some("A cmi5 unit asks for a window of its own.".to_owned()), profile.own_window),
    ];
    lines.extend(more.into_iter().filter(|(_, holds)| *holds).filter_map(|(line, _)| line));
    lines
}

/// Every source once, in the order of the page, those of settings last.
fn sources(told: &File) -> Vec<String> {
    fn of(value: &serde_yaml::Value, found: &mut Vec<String>) {
        if let serde_yaml::Value::Mapping(entries) = value {
            match value.get("source").and_then(serde_yaml::Value::as_str) {
                Some(source) => found.push(source.to_owned()),
                None => entries.values().for_each(|value| of(value, found)),
            }
        }
    }
    let said = [&told.upload, &told.expect, &told.recorded, &told.traps].into_iter().flatten().map(|one| &one.source);
    let mut all: Vec<String> = said.chain(told.set.iter().map(|one| &one.source)).cloned().collect();
    of(&told.settings, &mut all);
    let mut known = std::collections::BTreeSet::new();
    let mut once: Vec<String> = all.iter().flat_map(|sources| sources.split("; ")).map(str::to_owned).collect();
    once.retain(|source| known.insert(source.clone()));
    once
}

/// What holds whatever the LMS is.
const EVERYWHERE: &str = "
## Catalogues

A SCORM package says what is in it (`metadata.xml`, beside the manifest): title, keywords, hours, and the learning outcomes with their criteria. It lists the first 100 outcomes of the course, in the order of its units, so that catalogues keep the entry whole. Outcomes beyond these are taught, asked about and reported all the same; only the catalogue does not name them.

## Record stores

A package for `cmi5` or `xapi` keeps what a learner did in the store (LRS) that the LMS names, straight from the browser. Let the store answer other origins (CORS) with `Access-Control-Expose-Headers: ETag`: what one learner does in two windows, or on two devices, is then kept whole, even where both save in the same moment. Where it hides `ETag`, each window takes over what the other has stored before it saves; only two that save in the same instant can miss each other.

The address that you give for the store has to be the one that it answers at: where a page for people comes back (a sign-in, a start page), nothing counts as stored, and learners are told that their progress is not being saved. An address that redirects is not followed.
";

/// The index.
fn index() -> String {
    let mut text = "# Your LMS\n\nA page for each LMS that coursec knows: how to upload a course, what to set, what to expect, what is recorded, and what to look at where it is not. For any other LMS: [generic](generic.md).\n\n".to_owned();
    text.push_str("Not all of this could be tried on the systems themselves; each page ends with where its lines come from. If your LMS does otherwise, please tell us.\n\n");
    for profile in profiles() {
        let _ = writeln!(text, "- [{}]({}.md)", profile.title, profile.name);
    }
    text.push_str(EVERYWHERE);
    text
}

#[test]
fn the_pages_say_what_the_profiles_do() {
    let folder: PathBuf = Path::new(ROOT).join("docs/lms");
    let mut pages: BTreeMap<String, String> = profiles().iter().map(|profile| (format!("{}.md", profile.name), page(profile))).collect();
    pages.insert("README.md".to_owned(), index());
    let update = std::env::var_os("LMS").is_some_and(|value| value == "update");
    for (name, text) in &pages {
        let path = folder.join(name);
        if update {
            fs::create_dir_all(&folder).and_then(|()| fs::write(&path, text)).expect("the page can be written");
        }
        assert_eq!(fs::read_to_string(&path).unwrap_or_default(), *text, "{name}: LMS=update cargo test --test it lms_pages");
    }
    let there = fs::read_dir(folder).expect("the folder is there").count();
    assert_eq!(there, pages.len(), "a page without a profile");
}

#[test]
fn every_line_has_a_source_and_is_a_sentence() {
    for profile in profiles() {
        let told = file(profile.name);
        let said = [&told.upload, &told.expect, &told.recorded, &told.traps];
        assert!(said.iter().all(|lines| !lines.is_empty()), "{}", profile.name);
        for Said { say, source } in said.into_iter().flatten() {
            assert!(source.len() > 5 && say.ends_with(['.', '*', '?']), "{}: {say}", profile.name);
        }
        for Setting { name, to, say, source } in &told.set {
            assert!([name, to, say, source].iter().all(|text| text.len() > 1 && !text.contains('|')), "{}: {name}", profile.name);
        }
    }
}
