//! One thing to say, with its places.

use super::{Lint, Span};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be built.
    Error,
    /// It can be built, but somebody will regret it.
    Warning,
    /// Good to know.
    Note,
}

/// A place, and what is to be said of it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words; may be empty.
    pub text: String,
}

/// A replacement of a stretch of source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

impl Severity {
    /// Its name for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A mend that a program can make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an imperative phrase.
    pub title: String,
    /// The edits, in source order, without overlap.
    pub edits: Vec<Edit>,
    /// Whether it is certain to be what the author meant, so that it may be made unasked; else a person chooses it.
    pub certain: bool,
}

/// One mistake or remark: a lowercase phrase, places, and the next action.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The kind of mistake.
    pub lint: &'static Lint,
    /// How grave it is in this course.
    pub severity: Severity,
    /// What is wrong: one fact, lowercase, names in backticks.
    pub message: String,
    /// Where.
    pub primary: Option<Label>,
    /// Other places that explain it.
    pub related: Vec<Label>,
    /// Next actions.
    pub help: Vec<String>,
    /// Mends.
    pub fixes: Vec<Fix>,
    /// Why it is raised, when a setting decided that.
    pub why: Option<String>,
    /// The record and the key in it whose value is left unread for its sake.
    pub unread: Option<(Span, &'static str)>,
}

impl Diagnostic {
    /// A diagnostic of kind `lint` that says `message`.
    #[must_use]
    pub fn new(lint: &'static Lint, message: impl Into<String>) -> Self {
        Self {
            lint,
            severity: lint.severity,
            message: message.into(),
            primary: None,
            related: Vec::new(),
            help: Vec::new(),
            fixes: Vec::new(),
            why: None,
            unread: None,
        }
    }

    /// The message, what to do and why, one line each: for formats that show one text.
    #[must_use]
    pub fn told(&self) -> String {
        let help = self.help.iter().map(|help| format!("\nhelp: {help}"));
        let why = self.why.iter().map(|why| format!("\nnote: {why}"));
        format!("{}{}", self.message, help.chain(why).collect::<String>())
    }

    /// Puts it at `span`, with a few words there.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.primary = Some(Label { span, text: text.into() });
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Adds a next action.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a certain mend.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fixes.push(Fix { title: title.into(), edits, certain: true });
        self
    }

    /// Adds the mend of writing `name` at `span`, certain or for a person to choose.
    #[must_use]
    pub fn write(self, name: &str, span: Span, certain: bool) -> Self {
        let edits = vec![Edit { span, replacement: name.to_owned() }];
        if certain { self.fix(format!("write `{name}`"), edits) } else { self.offer(format!("write `{name}`"), edits) }
    }

    /// Narrows mends that replace all of `whole` to the `part` that they are about; without one they are dropped.
    #[must_use]
    pub fn mend_within(mut self, whole: Span, part: Option<Span>) -> Self {
        match part {
            None => self.fixes.clear(),
            Some(part) => {
                let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits).filter(|edit| edit.span == whole);
                edits.for_each(|edit| edit.span = part);
            }
        }
        self
    }

    /// Adds a mend that is likely, but for a person to choose.
    #[must_use]
    pub fn offer(mut self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fixes.push(Fix { title: title.into(), edits, certain: false });
        self
    }
}

/// A result that may carry diagnostics: a failure is a list, a success may have warnings.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// What was made.
    pub output: T,
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// Sorts by file, place, code, so that threads never change what is printed.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.primary.as_ref().map(|label| label.span), d.lint.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
}
