//! What can be typed.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::package::TARGETS;
use crate::target::profiles;
use crate::theme;

/// Turns YAML units, learning outcomes and quiz items into course packages that any LMS imports.
#[derive(Debug, Parser)]
#[command(name = "coursec", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) voice: Voice,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// How much is said, and how it looks.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Voice {
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// Show nothing but what is wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Show what is being done
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Makes a course that builds at once
    #[command(after_help = "Example:\n  coursec new my-course\n  coursec build my-course")]
    New(New),
    /// Shows every error and warning in one run; changes nothing unless you say `--fix`
    #[command(after_help = "Examples:\n  coursec check course-src --deny warnings\n  coursec check course-src --fix")]
    Check(Check),
    /// Tidies course files: long texts below their key, quotes where they are needed, ids where they are missing; changes no meaning
    #[command(after_help = "Examples:\n  coursec fmt course-src\n  coursec fmt course-src --check")]
    Fmt(Fmt),
    /// Gives a thing another id or place wherever the course names it, and adds a line to `moved:` so that learners keep their answers
    #[command(
        after_help = "Examples:\n  coursec mv hand-washing/q-when hand-washing/q-before course-src/clean-hands\n  coursec mv hand-washing/q-when bank:hygiene/q-when"
    )]
    Mv(Mv),
    /// Checks, then writes one package for each course and target
    #[command(after_help = "Example:\n  coursec build course-src --target scorm12 --out dist")]
    Build(Build),
    /// Prints what is taught and assessed where, what counts, and when a unit is completed, passed and failed
    #[command(after_help = "Example:\n  coursec report course-src > report.html")]
    Report(Report),
    /// Prints the xAPI statements that a course can send, or its xAPI Profile
    #[command(
        after_help = "Examples:\n  coursec statements course-src/my-course\n  coursec statements course-src --profile --out profiles"
    )]
    Statements(Statements),
    /// Explains a message: what is wrong, why it matters, what to do, a wrong and a right example
    #[command(after_help = "Examples:\n  coursec explain E0201\n  coursec explain undefined-reference")]
    Explain(Explain),
    /// Shows the courses in your browser, inside a strict LMS, and builds them again whenever you save
    #[command(after_help = "Example:\n  coursec preview course-src --open")]
    Preview(Preview),
    /// Prints what a shell needs to complete commands as they are typed
    #[command(after_help = "Example:\n  coursec completions bash > ~/.local/share/bash-completion/completions/coursec")]
    Completions(Completions),
    /// Prints the manual page
    #[command(after_help = "Example:\n  coursec man > ~/.local/share/man/man1/coursec.1")]
    Man,
}

/// Arguments of `preview`.
#[derive(Debug, Args)]
pub(super) struct Preview {
    #[command(flatten)]
    pub(super) place: Place,
    /// The port to listen on, on this machine only; 0 is any free one
    #[arg(long, value_name = "N", default_value_t = 8765)]
    pub(super) port: u16,
    /// The target to serve; may be given more than once [default: scorm12 and web]
    #[arg(long, value_name = "T", value_parser = PossibleValuesParser::new(TARGETS.iter().map(|projection| projection.target.name)))]
    pub(super) target: Vec<String>,
    /// Open it in the browser
    #[arg(long)]
    pub(super) open: bool,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code of the message, which it shows in brackets, or the name of the mistake
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub(super) diagnostic: Option<String>,
    /// Write a page for each message, and an index
    #[arg(long)]
    pub(super) all: bool,
    /// The folder that `--all` writes to
    #[arg(long, value_name = "DIR", default_value = "docs/diagnostics", requires = "all")]
    pub(super) out: PathBuf,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(super) struct New {
    /// The folder to make
    pub(super) dir: PathBuf,
    /// The example to begin with
    #[arg(long, value_name = "NAME", default_value = "minimal", value_parser = PossibleValuesParser::new(super::new::names()))]
    pub(super) example: String,
}

/// Where the courses are.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// A course folder, a course.yaml or a catalog folder [default: course-src if it is here, else .]
    pub(super) path: Option<PathBuf>,
}

/// How diagnostics are told.
#[derive(Debug, Args)]
pub(super) struct Telling {
    /// Text for people on stderr, or one of the forms for programs on stdout
    #[arg(long, default_value = "human")]
    pub(super) format: Format,
    /// What counts as an error
    #[arg(long, value_name = "WHAT")]
    pub(super) deny: Option<Deny>,
}

/// Forms of diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// One JSON object a line
    Json,
    /// Workflow commands: GitHub Actions shows them beside the lines
    Github,
    /// A SARIF 2.1.0 log, for code hosts and editors
    Sarif,
    /// A JUnit report, for CI servers
    Junit,
}

/// What counts as an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// A warning is an error
    Warnings,
    /// A criterion that is not covered as the course asks is an error
    Uncovered,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) place: Place,
    #[command(flatten)]
    pub(super) telling: Telling,
    /// Correct what is certain in the course's files, then show what is left
    #[arg(long)]
    pub(super) fix: bool,
}

/// Arguments of `fmt`.
#[derive(Debug, Args)]
pub(super) struct Fmt {
    #[command(flatten)]
    pub(super) place: Place,
    /// Write nothing; the exit status is 1 where something would change
    #[arg(long)]
    pub(super) check: bool,
}

/// Arguments of `mv`.
#[derive(Debug, Args)]
pub(super) struct Mv {
    /// The full path that it has now, such as `unit/item`
    pub(super) old: String,
    /// The full path that it is to have
    pub(super) new: String,
    #[command(flatten)]
    pub(super) place: Place,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) place: Place,
    #[command(flatten)]
    pub(super) telling: Telling,
    /// A target to build; may be given more than once [default: those that the course lists]
    #[arg(long, value_name = "TARGET", value_parser = PossibleValuesParser::new(TARGETS.iter().map(|one| one.target.name)))]
    pub(super) target: Vec<String>,
    /// The LMS that it is built for, in place of the course's own; docs/lms has a page for each
    #[arg(long, value_name = "PROFILE", value_parser = PossibleValuesParser::new(profiles().iter().map(|profile| profile.name)))]
    pub(super) lms: Option<String>,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(super) out: PathBuf,
    /// The theme, in place of the course's own
    #[arg(long, value_name = "THEME", value_parser = PossibleValuesParser::new(theme::names()))]
    pub(super) theme: Option<String>,
    /// Fail where course.lock would change
    #[arg(long)]
    pub(super) locked: bool,
    /// Record a release in course.lock
    #[arg(long)]
    pub(super) release: bool,
    /// A folder, or a SCORM zip, with the official schemas of SCORM: they stand in the place of coursec's own in SCORM packages
    #[arg(long, value_name = "DIR")]
    pub(super) schemas: Option<PathBuf>,
    /// How many jobs run at once [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) jobs: Option<u16>,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub(super) struct Report {
    #[command(flatten)]
    pub(super) place: Place,
    /// A page for people, or a table or data for programs
    #[arg(long, default_value = "html")]
    pub(super) format: ReportFormat,
    /// Show how many characters an LMS has to keep for a learner at most; in a table, in place of the rest
    #[arg(long)]
    pub(super) state: bool,
}

/// Forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// One page that needs nothing else
    Html,
    /// A list with one object for each course
    Json,
    /// A table for spreadsheets
    Csv,
}

/// Arguments of `statements`.
#[derive(Debug, Args)]
pub(super) struct Statements {
    #[command(flatten)]
    pub(super) place: Place,
    /// Print the course's xAPI Profile (JSON-LD): its activities, templates of its statements, and the order in which they come
    #[arg(long)]
    pub(super) profile: bool,
    /// The folder for the profile, a JSON Schema of the statements, and samples, one of each for a course
    #[arg(long, value_name = "DIR", requires = "profile")]
    pub(super) out: Option<PathBuf>,
}
