//! What an author did where the parser stopped: its own words are for programmers.
//!
//! In: the text, the place, the parser's reason. Out: where to point, what to say there, and what might mend it. It never fails: what is not
//! recognised keeps the parser's reason.

mod layout;
pub(super) mod moves;
pub(super) mod pasted;
mod prose;
pub(super) mod words;

use std::ops::Range;

use self::words::words;
use super::extent::{self, Line};
use super::mended::Patch;
use super::rules::{missing_block_sign, sign_before_text, syntax};
use crate::diag::Lint;

/// What to say of a text that is no YAML.
#[derive(Clone, Debug)]
pub(super) struct Slip {
    /// The kind of mistake.
    pub(super) lint: &'static Lint,
    /// What is wrong.
    pub(super) message: String,
    /// Bytes to point at.
    pub(super) at: Range<usize>,
    /// What is there.
    pub(super) label: String,
    /// The next action.
    pub(super) help: Vec<String>,
    /// A mend that is certain: what it does, and how.
    pub(super) fix: Option<(String, Vec<Patch>)>,
    /// Mends that let reading go on, the likeliest first.
    pub(super) mends: Vec<Mend>,
    /// Where the parser stopped, if that is elsewhere.
    pub(super) stopped: Option<usize>,
}

/// What may mend a slip.
#[derive(Clone, Debug)]
pub(super) struct Mend {
    /// How.
    pub(super) patches: Vec<Patch>,
    /// What to say where it is this that fits.
    pub(super) found: Option<Box<Slip>>,
}

impl Mend {
    /// The mend of `slip`, which has one.
    fn told(slip: Slip) -> Self {
        Self { patches: slip.fix.as_ref().map_or_else(Vec::new, |(_, patches)| patches.clone()), found: Some(Box::new(slip)) }
    }
}

impl From<Vec<Patch>> for Mend {
    fn from(patches: Vec<Patch>) -> Self {
        Self { patches, found: None }
    }
}

impl Slip {
    fn new(lint: &'static Lint, message: impl Into<String>, at: Range<usize>, label: impl Into<String>) -> Self {
        let (message, label) = (message.into(), label.into());
        Self { lint, message, at, label, help: Vec::new(), fix: None, mends: Vec::new(), stopped: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// With a certain mend.
    fn fix(mut self, title: impl Into<String>, patches: Vec<Patch>) -> Self {
        self.mends.push(patches.clone().into());
        self.fix = Some((title.into(), patches));
        self
    }

    fn mends<M: Into<Mend>>(mut self, mends: impl IntoIterator<Item = M>) -> Self {
        self.mends.extend(mends.into_iter().map(Into::into));
        self
    }

    /// Where its own mend makes a text of what is there.
    pub(super) fn makes_text(&self) -> Option<Range<usize>> {
        match self.lint.code {
            code if code == sign_before_text::LINT.code => Some(self.at.start..self.at.start + 1),
            code if code == missing_block_sign::LINT.code => Some(self.at.end..self.stopped.unwrap_or(self.at.end) + 1),
            _ => None,
        }
    }

    /// What `mend`, the one that fits, shows it to be.
    pub(super) fn settle(&mut self, mend: usize) {
        if let Some(found) = self.mends.get(mend).and_then(|mend| mend.found.clone()) {
            *self = *found;
        }
    }

    fn stopped(mut self, at: usize) -> Self {
        self.stopped = Some(at);
        self
    }
}

/// Where the parser stopped, and what was open there.
#[derive(Clone, Debug)]
pub(super) struct Stop<'a> {
    /// The whole text.
    pub(super) source: &'a str,
    /// The byte it stopped at.
    pub(super) at: usize,
    /// Its reason.
    pub(super) reason: &'a str,
    /// The end of what was read before.
    pub(super) read: usize,
    /// The innermost bracket that is open.
    pub(super) bracket: Option<usize>,
}

/// The reason where the parser did not stop, but a sign that begins a text was read as one of YAML.
pub(super) const SIGN: &str = "a sign begins a text";

impl<'a> Stop<'a> {
    /// The slip that explains the stop.
    pub(super) fn slip(&self) -> Slip {
        self.invisible()
            .or_else(|| self.odd_spaces())
            .or_else(|| self.tab())
            .or_else(|| self.remark())
            .or_else(|| self.quote())
            .or_else(|| self.bracket())
            .or_else(|| self.bullet())
            .or_else(|| self.heading())
            .or_else(|| self.sign())
            .unwrap_or_else(|| self.layout())
    }

    /// The slip where nothing else explains the stop: most often a line or a sign is out of place near by.
    fn layout(&self) -> Slip {
        let slip = self
            .spacing()
            .or_else(|| self.no_block())
            .or_else(|| self.no_colon())
            .or_else(|| self.key_too_deep())
            .or_else(|| self.colon())
            .or_else(|| self.comma())
            .or_else(|| self.placing())
            .unwrap_or_else(|| {
                Slip::new(&syntax::LINT, syntax::MESSAGE, self.character(self.at), self.reason)
                    .help("look at the indentation, quotation marks and brackets here and in the line above")
            });
        if self.inside().is_some() {
            return slip;
        }
        slip.mends(words(self.source, self.line()))
    }

    fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.reason.contains(word))
    }

    /// The line where it stopped.
    fn line(&self) -> Line<'a> {
        Line::at(self.source, self.at)
    }

    fn character(&self, at: usize) -> Range<usize> {
        at..self.source[at..].chars().next().map_or(at, |c| at + c.len_utf8())
    }

    /// The bracket around the place, if it is closed.
    fn inside(&self) -> Option<usize> {
        let open = self.bracket.or_else(|| extent::open(self.source, self.at));
        open.filter(|open| extent::closing(self.source, *open, false).is_some_and(|close| close >= self.at))
    }

    /// The value that the place belongs to.
    fn value(&self) -> Option<Range<usize>> {
        let range = match self.inside() {
            Some(open) => extent::flow(self.source, open, self.at),
            None => extent::block(self.source, self.at),
        };
        range.filter(|range| !range.is_empty())
    }
}
