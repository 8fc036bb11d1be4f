//! How files are stored in a zip: the same for every machine and day.
//!
//! In: names, sizes, bytes. Out: options, and texts deflated as soon as they are made. Fails where a zip cannot hold a file.

use std::io::{self, Cursor, Read, Seek, Write};

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

/// A file as the only one of a zip, so that what a thousand units hold never stands in memory as text.
#[derive(Clone, Debug)]
pub struct Sealed {
    zip: Vec<u8>,
    size: u64,
}

impl Sealed {
    /// File `name` with these bytes.
    ///
    /// # Errors
    /// Where a zip cannot hold it.
    pub fn new(name: &str, bytes: &[u8]) -> io::Result<Self> {
        let size = bytes.len() as u64;
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, options(name, size))?;
        zip.write_all(bytes)?;
        let mut zip = zip.finish()?.into_inner();
        zip.shrink_to_fit();
        Ok(Self { zip, size })
    }

    /// Its bytes before they were deflated, in number.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds the file to `zip` as it is.
    ///
    /// # Errors
    /// Where `zip` cannot be written.
    pub fn add_to(&self, zip: &mut ZipWriter<impl Write + Seek>) -> io::Result<()> {
        let mut own = ZipArchive::new(Cursor::new(self.zip.as_slice()))?;
        Ok(zip.raw_copy_file(own.by_index_raw(0)?)?)
    }

    /// Its bytes.
    ///
    /// # Errors
    /// None that a file which was sealed in this run can have.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut own = ZipArchive::new(Cursor::new(self.zip.as_slice()))?;
        let mut bytes = Vec::new();
        own.by_index(0)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKED, Sealed, is_large};

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
    fn what_was_sealed_comes_back() {
        let text = "<p>Wash</p>".repeat(999);
        let sealed = Sealed::new("units/a.html", text.as_bytes()).expect("a zip can hold it");
        assert_eq!((sealed.size(), sealed.bytes().expect("it can be read")), (text.len() as u64, text.into_bytes()));
    }
}
