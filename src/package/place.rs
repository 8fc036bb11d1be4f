//! Where a course uses a media file, and what a small one says.

use std::collections::BTreeMap;
use std::io::Read;

use crate::content::ReferenceKind;
use crate::diag::Span;
use crate::model::{Bank, Course, Media, Qualification, Unit};
use crate::source::{MediaId, Sources};
use crate::target::entry_name;

/// Endings of files that are text, in which code or a secret can stand.
const TEXTS: [&str; 13] = ["svg", "html", "htm", "xhtml", "xml", "js", "mjs", "css", "vtt", "txt", "md", "json", "csv"];

/// The most bytes that a media file has to be read as text.
const MOST: u64 = 16 * 1024 * 1024;

/// Where `media` is named: its entry in `media:`, else the first text that shows it.
pub(super) fn of_media(course: &Course, sources: &Sources, media: MediaId) -> Option<Span> {
    let entries = course.media.iter().chain(course.units.iter().flat_map(|unit| &unit.media));
    let is_of = |entry: &Media| {
        entry.file == media || entry.transcript == Some(media) || entry.captions.iter().any(|(_, captions)| *captions == media)
    };
    if let Some(entry) = entries.into_iter().find(|entry| is_of(entry)) {
        return Some(entry.span);
    }
    let path = sources.media_path(media);
    let of_units = course.units.iter().flat_map(Unit::references);
    let of_banks = course.banks.iter().flat_map(Bank::references);
    let mut all = of_units.chain(of_banks).chain(course.qualification.iter().flat_map(Qualification::references));
    all.find(|to| to.kind == ReferenceKind::Media && to.id == path).map(|to| to.span)
}

/// The media that the texts of `course` show or lead to, with the names that they have in a package.
pub(super) fn shown(course: &Course, sources: &Sources) -> BTreeMap<MediaId, String> {
    let of_units = course.units.iter().flat_map(|unit| unit.references().map(|to| (&unit.media[..], to)));
    let of_qualification = course.qualification.iter().flat_map(Qualification::references).map(|to| (&course.media[..], to));
    let of_banks = course.banks.iter().flat_map(Bank::references).map(|to| (&course.media[..], to));
    let mut shown = BTreeMap::new();
    for (own, to) in of_units.chain(of_banks).chain(of_qualification).filter(|(_, to)| to.kind == ReferenceKind::Media) {
        let files: Vec<MediaId> = match own.iter().chain(&course.media).find(|entry| entry.id.as_str() == to.id) {
            Some(entry) => {
                let transcript = entry.transcript.filter(|_| entry.transcript_text.is_none());
                // Of captions with nothing in them that has been said.
                let captions = entry.captions.iter().map(|(_, file)| *file).filter(|file| sources.media_size(*file) > 0);
                std::iter::once(entry.file).chain(captions).chain(transcript).collect()
            }
            None => sources.media(&to.id).into_iter().collect(),
        };
        shown.extend(files.into_iter().map(|file| (file, entry_name(sources.media_path(file)))));
    }
    shown
}

/// The text of `media`, where it is one and not too large.
pub(super) fn text_of(sources: &Sources, media: MediaId) -> Option<String> {
    let path = sources.media_path(media).to_ascii_lowercase();
    let (_, ending) = path.rsplit_once('.')?;
    if !TEXTS.contains(&ending) || sources.media_size(media) > MOST {
        return None;
    }
    let mut bytes = Vec::new();
    // A file that cannot be read is told of when it is packed.
    sources.open(media).ok()?.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
