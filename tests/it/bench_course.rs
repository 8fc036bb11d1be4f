//! A course in memory with its lock, to be edited, built and released as an author would.

use coursec::activity::{Delivery, plan};
use coursec::diag::{Severity, Warned, sort};
use coursec::lock::{self, Lock, Mode};
use coursec::model::{self, Course};
use coursec::source::Sources;
use coursec::state::{Layouts, layouts};
use coursec::syntax;

/// The sources of a course, `examples/minimal` at first, and its lock.
#[derive(Clone)]
pub(crate) struct Bench {
    pub(crate) course: String,
    pub(crate) unit: String,
    pub(crate) lock: String,
}

/// What a build came to.
pub(crate) struct Built {
    pub(crate) course: Course,
    pub(crate) lock: Option<Lock>,
    /// Code, whether it is an error, message.
    pub(crate) said: Vec<String>,
    /// What was said, with all its help.
    pub(crate) help: Vec<String>,
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self {
            course: include_str!("../../examples/minimal/course.yaml").to_owned(),
            unit: include_str!("../../examples/minimal/units/hand-washing.yaml").to_owned(),
            lock: String::new(),
        }
    }

    /// Replaces what has to be there once in the unit.
    #[track_caller]
    pub(crate) fn edit(mut self, from: &str, to: &str) -> Self {
        assert_eq!(self.unit.matches(from).count(), 1, "`{from}`");
        self.unit = self.unit.replace(from, to);
        self
    }

    /// Sets the version of the course.
    pub(crate) fn version(mut self, version: &str) -> Self {
        let line = self.course.lines().find(|line| line.starts_with("version:")).expect("it has a version").to_owned();
        self.course = self.course.replace(&line, &format!("version: {version}"));
        self
    }

    /// Adds a line to `moved:`.
    pub(crate) fn moved(mut self, from: &str, to: &str) -> Self {
        if !self.course.contains("\nmoved:") {
            self.course.push_str("moved:\n");
        }
        self.course = format!("{}  - {{from: {from}, to: {to}}}\n", self.course);
        self
    }

    /// Reads the sources and brings the lock to them.
    pub(crate) fn build(&self, mode: Mode<'_>) -> Built {
        let files = [("course.yaml", self.course.as_str()), ("units/hand-washing.yaml", &self.unit), ("course.lock", &self.lock)];
        let sources = Sources::from_memory(&files);
        let parsed = syntax::parse(&sources);
        let lowered = model::lower(parsed.output.expect("it can be read"), &sources);
        assert!(parsed.diagnostics.is_empty() && lowered.diagnostics.is_empty(), "{:#?}", lowered.diagnostics);
        let course = lowered.output;
        let file = sources.lock().expect("the lock can be read").expect("it is there");
        let Warned { output: found, mut diagnostics } = lock::parse(file, sources.content(file));
        let lock = found.and_then(|found| {
            let next = lock::update(&course, found.clone(), mode);
            diagnostics.extend(next.diagnostics);
            next.output
        });
        sort(&mut diagnostics);
        let said = diagnostics
            .iter()
            .map(|diagnostic| {
                let word = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
                format!("{word}[{}]: {}", diagnostic.lint.code, diagnostic.message)
            })
            .collect();
        let help = diagnostics.into_iter().flat_map(|diagnostic| diagnostic.help).collect();
        Built { course, lock, said, help }
    }

    /// Builds without a word said, and writes the lock.
    #[track_caller]
    pub(crate) fn built(mut self) -> Self {
        self.lock = self.build(Mode::Write).quiet().to_string();
        self
    }

    /// Builds and releases without a word said, and writes the lock.
    #[track_caller]
    pub(crate) fn released(self, version: &str) -> Self {
        let mut built = self.version(version).built();
        built.lock = built.build(Mode::Release { digest: version }).quiet().to_string();
        built
    }

    /// What is delivered, with the lock that a build leaves.
    #[track_caller]
    pub(crate) fn delivery(&self) -> (Built, Delivery) {
        let built = self.build(Mode::Write);
        let delivery = plan(&built.course, built.lock.as_ref().expect("a lock"));
        (built, delivery)
    }

    /// The layouts of the one unit.
    #[track_caller]
    pub(crate) fn layouts(&self) -> Layouts {
        let (built, delivery) = self.delivery();
        let pages = delivery.launchables[0].pages.iter().map(|page| page.slot).collect();
        layouts(&built.course, &built.course.units[0], built.lock.as_ref().expect("a lock"), pages)
    }
}

impl Built {
    /// The lock of a build that said nothing.
    #[track_caller]
    pub(crate) fn quiet(self) -> Lock {
        assert!(self.said.is_empty(), "{:#?}", self.said);
        self.lock.expect("a lock")
    }
}
