//! The only door to the terminal.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Color, Voice};
use crate::diag::emit::{Files, human};
use crate::diag::{Diagnostic, Severity};

/// So many diagnostics does a person get to read; programs get all.
const MOST: usize = 500;

/// Says things: people read stderr, programs stdout.
pub(super) struct Shell {
    voice: Voice,
    choice: ColorChoice,
    bar: Option<ProgressBar>,
}

impl Shell {
    pub(super) fn new(voice: Voice) -> Self {
        let choice = match voice.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { voice, choice, bar: None }
    }

    /// Shows how far `steps` steps are, where a person is watching.
    pub(super) fn begin(&mut self, steps: usize) {
        let watched = std::io::stderr().is_terminal() && std::env::var_os("CI").is_none_or(|ci| ci.is_empty());
        if !watched || self.voice.quiet || self.voice.verbose {
            return;
        }
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(steps as u64).with_style(style);
        bar.enable_steady_tick(Duration::from_millis(200));
        self.bar = Some(bar);
    }

    /// A step begins.
    pub(super) fn step(&self, what: impl Display) {
        match &self.bar {
            Some(bar) => {
                bar.set_message(what.to_string());
                bar.inc(1);
            }
            None if self.voice.verbose => self.err(&format!("{what}\n")),
            None => {}
        }
    }

    /// All steps are done.
    pub(super) fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    /// A line for people, unless they want quiet.
    pub(super) fn say(&self, line: impl Display) {
        if !self.voice.quiet {
            self.err(&format!("{line}\n"));
        }
    }

    /// A line about what went wrong with the command itself.
    pub(super) fn fail(&self, line: impl Display) {
        self.err(&format!("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: {line}\n"));
    }

    /// Those that are told: who wants quiet gets errors alone.
    pub(super) fn heard(&self, diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
        diagnostics.iter().filter(|one| !self.voice.quiet || one.severity == Severity::Error).cloned().collect()
    }

    /// Diagnostics for people.
    pub(super) fn report(&self, diagnostics: &[Diagnostic], files: &dyn Files) {
        let told = self.heard(diagnostics);
        let more = told.len().saturating_sub(MOST);
        self.err(&human(&told[..told.len() - more], files));
        if more > 0 {
            self.err(&format!("and {more} more: correct these first, then check again\n\n"));
        }
    }

    /// Text for programs.
    pub(super) fn print(&self, text: &str) {
        // Whoever reads may have gone: that is no failure of ours.
        let write = || AutoStream::new(std::io::stdout(), self.choice).lock().write_all(text.as_bytes());
        let _ = self.past_bar(write);
    }

    fn err(&self, text: &str) {
        let write = || AutoStream::new(std::io::stderr(), self.choice).lock().write_all(text.as_bytes());
        let _ = self.past_bar(write);
    }

    fn past_bar<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}
