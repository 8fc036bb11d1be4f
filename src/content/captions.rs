//! Captions as WebVTT. In: a file's text. Out: what keeps a player from showing them. Never fails.

use std::ops::Range;

use super::rules::{broken_captions, caption_times};
use crate::diag::{Diagnostic, FileId, Span};

/// The most mistakes that are told of one file: what has more of them is no captions.
const MOST: usize = 100;

/// Everything that is wrong with `text`, the captions in `file`. WebVTT 4.1.
#[must_use]
pub fn captions(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut check = Check { file, last: None, cues: 0, found: Vec::new() };
    let mut lines = lines(text).peekable();
    let head = lines.next().unwrap_or((0, ""));
    // What stands right below the first line tells of the file, as in `Kind: captions`.
    while lines.next_if(|line| !line.1.is_empty() && !line.1.contains("-->")).is_some() {}
    if !head.1.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])) {
        check.found.push(broken_captions::no_head(check.span(head, 0..head.1.len())));
    }
    let mut block: Vec<Line<'_>> = Vec::new();
    for line in lines.chain([(text.len(), "")]) {
        if line.1.is_empty() {
            check.block(&block);
            block.clear();
        } else {
            block.push(line);
        }
        if check.found.len() >= MOST {
            return check.found;
        }
    }
    if check.cues == 0 && check.found.is_empty() {
        check.found.push(broken_captions::empty(check.span(head, 0..head.1.len())));
    }
    check.found
}

/// A line without its end, and the byte at which it begins.
type Line<'a> = (usize, &'a str);

/// The lines of `text`: each ends with CR, LF or both.
fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let line = &rest[..rest.find(['\r', '\n']).unwrap_or(rest.len())];
        let start = at;
        let end = &rest[line.len()..];
        at += line.len() + if end.starts_with("\r\n") { 2 } else { usize::from(!end.is_empty()) };
        Some((start, line))
    })
}

struct Check {
    file: FileId,
    /// When the last cue begins, and where that is written.
    last: Option<(u64, Span)>,
    cues: usize,
    found: Vec<Diagnostic>,
}

impl Check {
    fn span(&self, line: Line<'_>, range: Range<usize>) -> Span {
        Span::new(self.file, line.0 + range.start, line.0 + range.end)
    }

    /// Lines with nothing between them: a cue, a note, a style.
    fn block(&mut self, block: &[Line<'_>]) {
        let Some(first) = block.first() else { return };
        let Some(&times) = block.iter().take(2).find(|line| line.1.contains("-->")) else {
            let is_other = |name: &str| first.1.strip_prefix(name).is_some_and(|rest| rest.trim().is_empty());
            let is_note = first.1.strip_prefix("NOTE").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
            if !is_note && !is_other("STYLE") && !is_other("REGION") {
                self.found.push(broken_captions::no_times(self.span(*first, 0..first.1.len())));
            }
            return;
        };
        self.cues += 1;
        self.times(times);
    }

    /// The line with the times of a cue: `00:01.000 --> 00:04.500`, and settings behind them.
    fn times(&mut self, line: Line<'_>) {
        let Some((from, to)) = line.1.split_once("-->") else { return };
        let lead = from.len() - from.trim_start().len();
        let from = lead..lead + from.trim().len();
        let gap = line.1.len() - to.trim_start().len();
        let length = to.trim_start().find([' ', '\t']).unwrap_or(to.trim_start().len());
        let to = gap..gap + length;
        let mut read = Vec::new();
        for range in [from.clone(), to.clone()] {
            let time = &line.1[range.clone()];
            match milliseconds(time) {
                Some(at) => read.push(at),
                None => self.found.push(broken_captions::time(time, self.span(line, range))),
            }
        }
        let [start, end] = read[..] else { return };
        if end <= start {
            self.found.push(caption_times::ends_first(self.span(line, to), self.span(line, from)));
            return;
        }
        let place = self.span(line, from);
        if let Some((last, before)) = self.last
            && start < last
        {
            self.found.push(caption_times::goes_back(place, before));
        }
        self.last = Some((start, place));
    }
}

/// `hh:mm:ss.ttt` or `mm:ss.ttt` in milliseconds. WebVTT 4.1, WebVTT timestamp.
fn milliseconds(time: &str) -> Option<u64> {
    let (whole, thousandths) = time.split_once('.')?;
    let mut parts = whole.rsplit(':');
    let two = |part: &str| (part.len() == 2).then(|| digits(part)).flatten().filter(|number| *number < 60);
    let (seconds, minutes) = (two(parts.next()?)?, two(parts.next()?)?);
    let hours = match parts.next() {
        None => 0,
        Some(part) if (2..=6).contains(&part.len()) => digits(part)?,
        Some(_) => return None,
    };
    if thousandths.len() != 3 || parts.next().is_some() {
        return None;
    }
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + digits(thousandths)?)
}

fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{captions, milliseconds};
    use crate::diag::FileId;

    #[test]
    fn times_are_read() {
        for (time, read) in [
            ("00:01.000", Some(1000)),
            ("59:59.999", Some(3_599_999)),
            ("01:00:00.000", Some(3_600_000)),
            ("100:00:00.000", Some(360_000_000)),
            ("00:60.000", None),
            ("00:01,000", None),
            ("0:01.000", None),
            ("00:01.00", None),
            ("1:00:01.000", None),
            ("+0:01.000", None),
            ("00:00:00:01.000", None),
            ("", None),
        ] {
            assert_eq!(milliseconds(time), read, "{time}");
        }
    }

    #[test]
    fn captions_that_players_show_have_no_fault() {
        for text in [
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n",
            "WEBVTT - Film\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000 align:start line:0\r\nHello\r\n\r\nNOTE for us\r\n\r\n00:01.000 --> 00:03.000\r\nAgain",
            "WEBVTT\rKind: captions\r\rSTYLE\r::cue{}\r\r00:01.000 --> 00:02.000\rHello\r",
        ] {
            assert!(captions(FileId(0), text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn a_fault_is_told_at_its_characters() {
        for (text, code, place) in [
            ("", "E0414", ""),
            ("WEBVTT\n", "E0414", "WEBVTT"),
            ("1\n00:01.000 --> 00:02.000\nHello\n", "E0414", "1"),
            ("WEBVTT\n00:01 --> 00:02.000\nHello\n", "E0414", "00:01"),
            ("WEBVTT\n\n00:01,000 --> 00:02.000\nHello\n", "E0414", "00:01,000"),
            ("WEBVTT\n\n00:01.000 --> \nHello\n", "E0414", ""),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nyou\n", "E0414", "you"),
            ("WEBVTT\n\n00:02.000 --> 00:01.000\nHello\n", "E0415", "00:01.000"),
            ("WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:04.000\nB\n", "E0415", "00:01.000"),
        ] {
            let found = captions(FileId(0), text);
            assert_eq!(found.len(), 1, "{text:?}");
            let span = found[0].primary.as_ref().expect("it has a place").span;
            assert_eq!((found[0].lint.code, &text[span.start as usize..span.end as usize]), (code, place), "{text:?}");
        }
    }
}
