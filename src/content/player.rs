//! Sound and films as HTML. In: an address and what belongs to it. Out: the browser's own player, with captions, and what is said in it below. Never fails.

use super::html::escape;
use super::{Links, Spoken};

/// What is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sounds {
    /// Heard alone.
    Audio,
    /// Watched.
    Video,
}

/// Ends of names of files that are heard.
const AUDIO: [&str; 8] = ["aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"];

/// Ends of names of files that are watched.
const VIDEO: [&str; 4] = ["m4v", "mp4", "ogv", "webm"];

/// What the file `name` is, if it is played.
#[must_use]
pub fn sounds(name: &str) -> Option<Sounds> {
    let end = name.rsplit_once('.')?.1.to_ascii_lowercase();
    let is = |ends: &[&str]| ends.contains(&end.as_str());
    match (is(&AUDIO), is(&VIDEO)) {
        (true, _) => Some(Sounds::Audio),
        (_, true) => Some(Sounds::Video),
        _ => None,
    }
}

/// The player of the file at `href`, called `name`.
pub(super) fn html(kind: Sounds, href: &str, name: &str, spoken: &Spoken, links: &dyn Links) -> String {
    let element = if kind == Sounds::Audio { "audio" } else { "video" };
    // Nothing is fetched before it is played: a page must not wait for it.
    let mut html = format!("<{element} controls preload=\"none\"");
    attribute("src", href, &mut html);
    attribute("aria-label", name, &mut html);
    html.push('>');
    for (at, (lang, file)) in spoken.tracks.iter().enumerate() {
        html.push_str("<track kind=\"captions\"");
        attribute("srclang", lang, &mut html);
        attribute("src", file, &mut html);
        html.push_str(if at == 0 { " default>" } else { ">" });
    }
    html.extend(["</", element, ">"]);
    let word = links.word("transcript", 0);
    if let Some(text) = &spoken.text {
        html.push_str("<details class=\"transcript\"><summary>");
        escape(&word, &mut html);
        html.extend(["</summary><div class=\"transcript-text\">", text, "</div></details>"]);
    } else if let Some(file) = &spoken.file {
        html.push_str("<p class=\"transcript\"><a");
        attribute("href", file, &mut html);
        html.push_str(" target=\"_blank\" rel=\"noopener noreferrer\">");
        escape(&word, &mut html);
        html.push_str("<span class=\"vh\"> ");
        escape(&links.word("new-window", 0), &mut html);
        html.push_str("</span></a></p>");
    }
    html
}

/// Adds ` name="value"`.
fn attribute(name: &str, value: &str, html: &mut String) {
    html.extend([" ", name, "=\""]);
    escape(value, html);
    html.push('"');
}
