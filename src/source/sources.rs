//! What a course folder holds, read once.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::path::{self, FILES};
use super::{MediaId, Problem, disk, picture, sum, sum_of, sum_of_text};
use crate::diag::{Diagnostic, FileId, Span, emit::Files};

/// The texts and media of a course. Texts have been read; media are opened when they are packed.
#[derive(Debug, Default)]
pub struct Sources {
    entries: BTreeMap<String, Found>,
    texts: Vec<TextFile>,
    media: Vec<MediaFile>,
    shown: String,
}

/// What stands at a path.
#[derive(Debug)]
enum Found {
    Text(FileId),
    Media(MediaId),
    /// A file that cannot be had; it has a number all the same, so that what is said of it has a place.
    Bad(Problem, FileId),
}

#[derive(Debug)]
struct TextFile {
    path: String,
    content: String,
    /// Bytes of the byte order mark that stood before `content`.
    mark: usize,
}

#[derive(Debug)]
struct MediaFile {
    path: String,
    size: u64,
    contents: Contents,
    /// What it says, where it is a text.
    text: Option<Result<FileId, Problem>>,
}

/// Where the bytes of a media file are.
#[derive(Debug)]
enum Contents {
    Disk(PathBuf),
    Memory(Vec<u8>),
}

/// A file as it was found, before it has a number.
#[derive(Debug)]
pub(super) enum Raw {
    /// The bytes of a text.
    Text(Vec<u8>),
    /// A media file: where it is, its bytes in number, and, where it is a text, those bytes.
    Media(PathBuf, u64, Option<Result<Vec<u8>, Problem>>),
    /// A media file of a test.
    Memory(Vec<u8>),
    /// None.
    Bad(Problem),
}

impl Sources {
    /// Reads the course in folder `root`: its texts now, of its media the names and sizes. If the folder above has a
    /// `catalog.yaml`, what is in that folder's `shared` is known as `shared:...`.
    ///
    /// # Errors
    /// Only where `root` is no folder that can be listed; a single file's trouble shows when it is asked for.
    pub fn load(root: &Path) -> io::Result<Self> {
        disk::read(root).map(Self::number)
    }

    /// Sources that are not on a disk, as (path, content): for tests and examples.
    #[must_use]
    pub fn from_memory(files: &[(&str, &str)]) -> Self {
        let raw = |path: &str, content: &str| {
            let bytes = content.as_bytes().to_vec();
            if path::is_text(path) { Raw::Text(bytes) } else { Raw::Memory(bytes) }
        };
        Self::number(files.iter().map(|(path, content)| ((*path).to_owned(), raw(path, content))).collect())
    }

    /// The same, with `folder` before every name that is shown to people.
    #[must_use]
    pub fn shown_in(mut self, folder: &str) -> Self {
        self.shown = match folder.trim_end_matches('/') {
            "" | "." => String::new(),
            folder => format!("{folder}/"),
        };
        self
    }

    /// Gives numbers in the order of paths.
    pub(super) fn number(raw: BTreeMap<String, Raw>) -> Self {
        let mut sources = Self::default();
        for (path, raw) in raw {
            let found = match raw {
                Raw::Text(bytes) => sources.add_text(&path, bytes),
                Raw::Media(file, size, text) => sources.add_media(&path, size, Contents::Disk(file), text),
                Raw::Memory(bytes) => {
                    let text = path::is_written(&path).then(|| Ok(bytes.clone()));
                    sources.add_media(&path, bytes.len() as u64, Contents::Memory(bytes), text)
                }
                Raw::Bad(problem) => Found::Bad(problem, sources.numbered(&path, String::new(), 0)),
            };
            sources.entries.insert(path, found);
        }
        sources.part_clashes();
        sources
    }

    /// Refuses the second of two texts whose names are one on some systems. What media are called in a package is its own business.
    fn part_clashes(&mut self) {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for (path, found) in &mut self.entries {
            if let Some(first) = names.insert(path.nfc().collect::<String>().to_lowercase(), path.clone())
                && let Found::Text(file) = found
            {
                *found = Found::Bad(Problem::Clash { other: first }, *file);
            }
        }
    }

    fn add_text(&mut self, path: &str, bytes: Vec<u8>) -> Found {
        match self.add(path, bytes) {
            Ok(file) => Found::Text(file),
            Err((problem, file)) => Found::Bad(problem, file),
        }
    }

    /// Gives a text its number.
    fn numbered(&mut self, path: &str, content: String, mark: usize) -> FileId {
        let file = FileId(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(TextFile { path: path.to_owned(), content, mark });
        file
    }

    /// Numbers a text; where it is none, it can be shown all the same.
    fn add(&mut self, path: &str, bytes: Vec<u8>) -> Result<FileId, (Problem, FileId)> {
        let (mut content, fault) = match String::from_utf8(bytes) {
            Ok(content) => (content, None),
            Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(error.utf8_error().valid_up_to())),
        };
        let mark = if content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        content.drain(..mark);
        let file = self.numbered(path, content, mark);
        match fault {
            None => Ok(file),
            // What stands there now is the replacement character.
            Some(at) => Err((Problem::NotText { place: Span::new(file, at - mark, at - mark + '\u{fffd}'.len_utf8()) }, file)),
        }
    }

    fn add_media(&mut self, path: &str, size: u64, contents: Contents, text: Option<Result<Vec<u8>, Problem>>) -> Found {
        let text = text.map(|text| text.and_then(|bytes| self.add(path, bytes).map_err(|(problem, _)| problem)));
        let id = MediaId(u32::try_from(self.media.len()).unwrap_or(u32::MAX));
        self.media.push(MediaFile { path: path.to_owned(), size, contents, text });
        Found::Media(id)
    }

    /// The text at `path`, such as `units/first.yaml` or `shared:qualification.yaml`.
    pub fn text(&self, path: &str) -> Result<FileId, Problem> {
        match self.find(path)? {
            Found::Text(file) => Ok(*file),
            Found::Media(_) => Err(Problem::Folder("units/, banks/ and lessons/")),
            Found::Bad(problem, _) => Err(problem.clone()),
        }
    }

    /// The media file at `path`, such as `media/intro.mp4`.
    pub fn media(&self, path: &str) -> Result<MediaId, Problem> {
        match self.find(path)? {
            Found::Media(media) => Ok(*media),
            Found::Text(_) => Err(Problem::Folder("media/")),
            Found::Bad(problem, _) => Err(problem.clone()),
        }
    }

    fn find(&self, path: &str) -> Result<&Found, Problem> {
        if let Some(fault) = path::fault(path) {
            return Err(Problem::Path(fault));
        }
        if let Some(found) = self.entries.get(path) {
            return Ok(found);
        }
        if self.entries.keys().any(|other| other.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))) {
            return Err(Problem::NotAFile);
        }
        // A folder that is a link stands here itself; nothing below it is known.
        let mut above = path.match_indices('/').filter_map(|(at, _)| self.entries.get(&path[..at]));
        if let Some(Found::Bad(problem, _)) = above.next_back() {
            return Err(problem.clone());
        }
        if path::room(path).is_none() {
            return Err(Problem::Folder("units/, banks/, lessons/, media/ and theme/"));
        }
        let (folded, composed): (String, String) = (path.to_lowercase(), path.nfc().collect());
        if let Some(real) = self.entries.keys().find(|other| other.to_lowercase() == folded) {
            return Err(Problem::Case { real: real.clone() });
        }
        if let Some(real) = self.entries.keys().find(|other| other.nfc().eq(composed.chars())) {
            return Err(Problem::Form { real: real.clone() });
        }
        Err(Problem::Missing { near: self.near(path) })
    }

    /// The path in the same room that looks most like `path`.
    fn near(&self, path: &str) -> Option<String> {
        // A bound for hostile courses: a name that is looked for among thousands is seldom a slip.
        const LOOKED_AT: usize = 2000;
        let likely = self.entries.keys().filter(|other| path::room(other) == path::room(path)).take(LOOKED_AT);
        let scored = likely.map(|other| (strsim::damerau_levenshtein(other, path), other));
        let (distance, best) = scored.min()?;
        (distance <= path.chars().count() / 3).then(|| best.clone())
    }

    /// The path of a text from the course folder.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        self.texts.get(file.0 as usize).map_or("", |text| &text.path)
    }

    /// A text, without a byte order mark.
    #[must_use]
    pub fn content(&self, file: FileId) -> &str {
        self.texts.get(file.0 as usize).map_or("", |text| &text.content)
    }

    /// Puts `content` in the place of what the text `file` says.
    pub fn replace(&mut self, file: FileId, content: String) {
        if let Some(text) = self.texts.get_mut(file.0 as usize) {
            text.content = content;
        }
    }

    /// The path of a media file from the course folder.
    #[must_use]
    pub fn media_path(&self, media: MediaId) -> &str {
        self.media.get(media.0 as usize).map_or("", |file| &file.path)
    }

    /// The bytes of a media file, in number.
    #[must_use]
    pub fn media_size(&self, media: MediaId) -> u64 {
        self.media.get(media.0 as usize).map_or(0, |file| file.size)
    }

    /// What a media file says that is a text: a picture in SVG, captions, a transcript. `None` for all others.
    #[must_use]
    pub fn media_text(&self, media: MediaId) -> Option<Result<FileId, Problem>> {
        self.media.get(media.0 as usize)?.text.clone()
    }

    /// Every media file, by path.
    pub fn media_files(&self) -> impl Iterator<Item = MediaId> {
        (0..self.media.len()).map(|at| MediaId(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// Opens a media file, to be read from its first byte.
    pub fn open(&self, media: MediaId) -> io::Result<Box<dyn Read + Send>> {
        match self.media.get(media.0 as usize).map(|file| &file.contents) {
            Some(Contents::Disk(path)) => Ok(Box::new(File::open(path)?)),
            Some(Contents::Memory(bytes)) => Ok(Box::new(io::Cursor::new(bytes.clone()))),
            None => Err(io::Error::new(io::ErrorKind::NotFound, "no such media file")),
        }
    }

    /// The first bytes of `media`; none where it cannot be read, which is told when it is packed.
    #[must_use]
    pub fn first(&self, media: MediaId) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Ok(file) = self.open(media) {
            let _ = file.take(picture::FIRST).read_to_end(&mut bytes);
        }
        bytes
    }

    /// Width and height of a picture in pixels; `None` where `media` is no picture, or does not say.
    #[must_use]
    pub fn picture(&self, media: MediaId) -> Option<(u32, u32)> {
        match self.media_text(media) {
            Some(text) => picture::of_drawing(self.content(text.ok()?)),
            None => picture::picture_size(&self.first(media)),
        }
    }

    /// The lock, if there is one.
    pub fn lock(&self) -> Result<Option<FileId>, Problem> {
        match self.text(FILES[0]) {
            Ok(file) => Ok(Some(file)),
            Err(Problem::Missing { .. }) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// The texts below folder `folder` (`banks`, `theme`, ...), by path, in its order.
    pub fn texts_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, FileId)> {
        self.entries.iter().filter_map(move |(path, found)| match found {
            Found::Text(file) if path.strip_prefix(folder)?.starts_with('/') => Some((path.as_str(), *file)),
            _ => None,
        })
    }

    /// Says of the file at `path`, which nothing in a text names, why it cannot be had: at its beginning, where it is there.
    #[must_use]
    pub fn unnamed(&self, path: &str, problem: &Problem) -> Diagnostic {
        let file = self.entries.get(path).and_then(|found| match found {
            Found::Bad(_, file) => Some(*file),
            _ => None,
        });
        problem.diagnostic(path, file.map(|file| Span::new(file, 0, 0)))
    }

    /// The paths in folder `folder` whose files cannot be had, with the reason.
    pub fn problems_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Problem)> {
        self.entries.iter().filter_map(move |(path, found)| match found {
            Found::Bad(problem, _) if path.strip_prefix(folder)?.starts_with('/') => Some((path.as_str(), problem)),
            _ => None,
        })
    }

    /// Every text by path, the lock apart.
    pub fn texts(&self) -> impl Iterator<Item = (&str, FileId)> {
        self.entries.iter().filter_map(|(path, found)| match found {
            Found::Text(file) if path != FILES[0] => Some((path.as_str(), *file)),
            _ => None,
        })
    }

    /// SHA-256 over the course as it is written: every text, the lock apart, and the bytes of `media`; in hexadecimal.
    ///
    /// # Errors
    /// Names the media file that cannot be read.
    pub fn digest(&self, media: impl IntoIterator<Item = MediaId>) -> Result<String, (MediaId, io::Error)> {
        let texts: Vec<(&str, FileId)> = self.texts().collect();
        let mut sums: BTreeMap<&str, String> = texts.into_par_iter().map(|(path, file)| (path, sum_of_text(self.content(file)))).collect();
        for id in media {
            let found = self.open(id).and_then(|mut file| sum(&mut file)).map_err(|error| (id, error))?;
            sums.insert(self.media_path(id), found.1);
        }
        Ok(sum_of(&sums))
    }
}

impl Files for Sources {
    fn name(&self, file: FileId) -> String {
        format!("{}{}", self.shown, Self::name(self, file))
    }

    fn content(&self, file: FileId) -> &str {
        Self::content(self, file)
    }

    fn skipped(&self, file: FileId) -> usize {
        self.texts.get(file.0 as usize).map_or(0, |text| text.mark)
    }
}
