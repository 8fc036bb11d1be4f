//! What is known of a kind of mistake: its code, its name and its explanation.

use super::Severity;

/// A kind of mistake. Each stands in a file of its own in some stage's `rules/`, beside the check that finds it.
#[derive(Debug)]
pub struct Lint {
    /// The stable code, such as `E0201`. The band tells the stage: E01 files and YAML, E02 references and ids, E03 items,
    /// E04 content and media, E05 themes, E06 packaging and state; `W` codes are warnings in the same bands.
    pub code: &'static str,
    /// The stable name, such as `undefined-criterion`.
    pub name: &'static str,
    /// How grave it is unless the course says otherwise.
    pub severity: Severity,
    /// What it means and what to do, in a few plain sentences (Markdown).
    pub docs: &'static str,
    /// Sources that show it.
    pub wrong: Example,
    /// The same sources, mended.
    pub right: Example,
}

/// Files laid over the smallest course (`examples/minimal`): path in the course, content.
pub type Example = &'static [(&'static str, &'static str)];
