//! How files are stored in a zip: the same for every machine and day.
//!
//! In: names, sizes, bytes. Out: options, and texts deflated as soon as they are made. Fails where a zip cannot hold a file.

use std::io::{self, Cursor, Read, Seek, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use zip::write::{FileOptions, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// Ends of names of files that are packed already.
const PACKED: [&str; 22] = [
    "7z", "aac", "avif", "docx", "epub", "gif", "gz", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "png", "pptx",
    "webm", "webp", "zip",
];

/// From so many bytes on an entry has fields of 64 bits. Deflate adds 5 bytes to 16 KiB at most, so below it nothing grows past 4 GiB.
const LARGE: u64 = (4 << 30) - (2 << 20);

/// How file `name` of `size` bytes is stored: a fixed time, system and permissions.
#[must_use]
pub fn options(name: &str, size: u64) -> SimpleFileOptions {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let stored = PACKED.binary_search(&ending).is_ok();
    FileOptions::default()
        .compression_method(if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated })
        .compression_level(if stored { None } else { Some(6) })
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644)
        .large_file(is_large(size))
}

fn is_large(size: u64) -> bool {
    size >= LARGE
}

/// So many files share a zip in memory: what deflates the first of them is used again for the others.
const TOGETHER: usize = 32;

/// Deflates files as soon as they are made, so that what a thousand units hold never stands in memory as text. When it is dropped, its
/// files can be read.
#[derive(Debug, Default)]
pub struct Sealer {
    /// One for each that seals at this moment.
    open: Mutex<Vec<Open>>,
}

/// A zip that takes more files.
#[derive(Debug)]
struct Open {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    files: usize,
    closed: Closed,
}

/// A zip in memory once it takes no more files; `None` where it could not be closed.
type Closed = Arc<OnceLock<Option<ZipArchive<Cursor<Arc<[u8]>>>>>>;

impl Sealer {
    /// File `name` with these bytes.
    ///
    /// # Errors
    /// Where a zip cannot hold it.
    pub fn seal(&self, name: &str, bytes: &[u8]) -> io::Result<Sealed> {
        let open = || self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let size = bytes.len() as u64;
        let free = open().pop();
        let mut zip = free.unwrap_or_else(Open::new);
        let made = zip.add(name, bytes);
        let sealed = Sealed { zip: Arc::clone(&zip.closed), place: zip.files, size };
        zip.files += 1;
        // What was refused may have left a zip that takes no more.
        if made.is_ok() && zip.files < TOGETHER {
            open().push(zip);
        } else {
            zip.close();
        }
        made.map(|()| sealed)
    }
}

impl Drop for Sealer {
    fn drop(&mut self) {
        let open = self.open.get_mut().unwrap_or_else(PoisonError::into_inner);
        open.drain(..).for_each(Open::close);
    }
}

impl Open {
    fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), files: 0, closed: Closed::default() }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.zip.start_file(name, options(name, bytes.len() as u64))?;
        self.zip.write_all(bytes)
    }

    fn close(self) {
        let read = |zip: Cursor<Vec<u8>>| ZipArchive::new(Cursor::new(Arc::from(zip.into_inner())));
        self.closed.get_or_init(|| self.zip.finish().and_then(read).ok());
    }
}

/// A file that has been deflated.
#[derive(Clone, Debug)]
pub struct Sealed {
    zip: Closed,
    /// Its place in the zip.
    place: usize,
    size: u64,
}

impl Sealed {
    /// Its bytes before they were deflated, in number.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds the file to `zip` as it is.
    ///
    /// # Errors
    /// Where `zip` cannot be written; where its sealer is still at work.
    pub fn add_to(&self, zip: &mut ZipWriter<impl Write + Seek>) -> io::Result<()> {
        Ok(zip.raw_copy_file(self.closed()?.by_index_raw(self.place)?)?)
    }

    /// Its bytes.
    ///
    /// # Errors
    /// None that a file which was sealed in this run can have, once its sealer was dropped.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.closed()?.by_index(self.place)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// A reader of the zip that it is in; it shares what the zip holds.
    fn closed(&self) -> io::Result<ZipArchive<Cursor<Arc<[u8]>>>> {
        self.zip.get().cloned().flatten().ok_or_else(|| io::Error::other("what was deflated cannot be read"))
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKED, Sealed, Sealer, TOGETHER, is_large};

    #[test]
    fn endings_are_sorted_to_be_found() {
        assert!(PACKED.is_sorted());
    }

    #[test]
    fn fields_of_64_bits_begin_before_4_gib() {
        let most = u64::from(u32::MAX);
        // What deflate makes of the largest entry with fields of 32 bits still fits into them.
        let largest = (0..1024).map(|step| most - step * 4096).find(|&size| !is_large(size)).expect("small entries have small fields");
        assert!(largest + largest.div_ceil(16 << 10) * 5 < most, "{largest}");
        assert!(is_large(most) && !is_large(2 << 30));
    }

    #[test]
    fn what_was_sealed_comes_back_from_whatever_zip_it_is_in() {
        let text = |number: usize| "<p>Wash</p>".repeat(number * 99).into_bytes();
        let sealer = Sealer::default();
        let seal = |number: usize| sealer.seal(&format!("units/{number}.html"), &text(number)).expect("a zip can hold it");
        let sealed: Vec<Sealed> = (0..=TOGETHER).map(seal).collect();
        assert!(sealer.seal("units/32.html", b"the name is taken in this zip").is_err());
        let last = sealer.seal("units/33.html", &text(33)).expect("a zip can hold it");
        assert!(last.bytes().is_err(), "its zip takes more files");
        drop(sealer);
        for (number, sealed) in sealed.iter().chain([&last]).enumerate() {
            assert_eq!((sealed.size(), sealed.bytes().expect("it can be read")), (text(number).len() as u64, text(number)));
        }
    }
}
