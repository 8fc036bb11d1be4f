//! Slips that come with words from a word processor: characters that cannot be seen, spaces that are none to YAML, dashes and bullets.

use super::{Slip, Stop};
use crate::yaml::extent::{Line, lines, lines_above, lines_below};
use crate::yaml::mended::Patch;
use crate::yaml::rules::{syntax, tab};

/// The reason where the parser did not stop, but took such a space for a letter.
pub(in crate::yaml) const SPACE: &str = "a key begins with a space that is none";

/// What a word processor writes in place of a `-` that begins an entry.
const BULLETS: [char; 9] = ['–', '—', '•', '‣', '▪', '◦', '●', '○', '·'];

/// So many lines above the place are looked at.
const NEAR: usize = 3;

impl<'a> Stop<'a> {
    /// A character that cannot be seen, which YAML does not take.
    pub(super) fn invisible(&self) -> Option<Slip> {
        let hidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        let (far, c) = self.source[self.at..].char_indices().find(|(_, c)| hidden(*c)).filter(|_| self.says(&["unexpected character"]))?;
        let at = self.at + far;
        let line = Line::at(self.source, at);
        let delete = |(from, c): (usize, char)| {
            let between =
                !line.text[..from].ends_with(char::is_whitespace) && !line.text[from + c.len_utf8()..].starts_with(char::is_whitespace);
            // Word processors end a line with one of these two.
            let instead = if matches!(c, '\u{b}' | '\u{c}') && between { " " } else { "" };
            Patch::replace(line.start + from..line.start + from + c.len_utf8(), instead)
        };
        let patches = line.text.char_indices().filter(|(_, c)| hidden(*c)).map(delete).collect();
        let message = format!("the character U+{:04X} has no place in a course", u32::from(c));
        let slip = Slip::new(&syntax::LINT, message, self.character(at), "cannot be seen");
        Some(slip.help("delete it; it often comes with words copied from another program").fix("delete it", patches))
    }

    /// Spaces before a line that are none to YAML, such as those which do not break.
    pub(super) fn odd_spaces(&self) -> Option<Slip> {
        let first = self.near().filter(|line| is_oddly_indented(*line)).last()?;
        let odd: Vec<Line<'_>> = lines(self.source).filter(|line| is_oddly_indented(*line)).collect();
        let plain = |line: &Line<'_>| {
            let white = &line.text[..line.indent()];
            Patch::replace(line.start..line.start + white.len(), " ".repeat(white.chars().count()))
        };
        let slip = Slip::new(&tab::LINT, tab::ODD, first.start..first.start + first.indent(), "not plain spaces");
        let help = "type these spaces again: they come with words copied from another program";
        let slip = slip.help(help).fix("write plain spaces", odd.iter().map(plain).collect());
        Some(match odd.len() {
            1 => slip,
            lines => slip.help(format!("{lines} lines of this file begin with such spaces")),
        })
    }

    /// A bullet or a long dash in place of the `-` of an entry.
    pub(super) fn bullet(&self) -> Option<Slip> {
        let first = self.near().take(2).find(|line| bullet(*line).is_some())?;
        let level = |line: &Line<'a>| line.text.trim().is_empty() || line.indent() >= first.indent();
        let below = lines_below(self.source, first).take_while(level).filter(|line| line.indent() == first.indent());
        let entries = std::iter::once(first).chain(below).filter_map(|line| Some((line.start + line.indent(), bullet(line)?)));
        let patches: Vec<Patch> = entries.map(|(at, length)| Patch::replace(at..at + length, "- ")).collect();
        let at = first.start + first.indent();
        let shown = self.character(at);
        let message = format!("`{}` begins no entry of a list", &self.source[shown.clone()]);
        let slip = Slip::new(&syntax::LINT, message, shown, "a sign of a word processor");
        Some(slip.help("write `-` and a space in its place").fix("write `- `", patches))
    }

    /// The line of the place, and those above it.
    fn near(&self) -> impl Iterator<Item = Line<'a>> {
        std::iter::once(self.line()).chain(lines_above(self.source, self.line()).take(NEAR))
    }
}

/// Whether a key or an entry has spaces before it that are none to YAML.
pub(in crate::yaml) fn is_oddly_indented(line: Line<'_>) -> bool {
    let odd = line.text[..line.indent()].contains(|c: char| !matches!(c, ' ' | '\t'));
    odd && (line.key().is_some() || line.inner() > line.indent())
}

/// The bytes of the bullet that a key of an entry stands after, with the spaces between.
fn bullet(line: Line<'_>) -> Option<usize> {
    let words = line.text.trim_start();
    let rest = words.strip_prefix(BULLETS)?;
    let text = rest.trim_start();
    let entry = text.len() < rest.len() && Line { start: 0, text }.key().is_some();
    entry.then(|| words.len() - text.len())
}
