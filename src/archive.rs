//! Zip streams: the same bytes from any folder, at any time, on any number of threads.
//!
//! In: a [`Package`], its [`Sources`] and a place to write. Out: a zip. Fails where a media file cannot be read or the place cannot be
//! written.

use std::io::{self, Read, Seek, Write};

use rayon::prelude::*;
use zip::write::{FileOptions, PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::package::{Contents, Entry, Package};
use crate::source::Sources;

/// Ends of names of files that are packed already.
const PACKED: [&str; 22] = [
    "7z", "aac", "avif", "docx", "epub", "gif", "gz", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "png", "pptx",
    "webm", "webp", "zip",
];

/// From so many bytes on a media file is streamed, not held.
const STREAMED: u64 = 4 << 20;

/// So many bytes are deflated side by side, then written.
const BATCH: u64 = 64 << 20;

/// From so many bytes on an entry has fields of 64 bits. Deflate adds 5 bytes to 16 KiB at most, so below it nothing grows past 4 GiB.
const LARGE: u64 = (4 << 30) - (2 << 20);

/// Bytes that are read at once. What deflate writes depends on how it is fed, so it is fed the same way always.
const BUFFER: usize = 1 << 20;

/// Writes `package` to `out` as a zip.
pub fn archive(package: &Package, sources: &Sources, out: impl Write + Seek) -> io::Result<()> {
    let mut zip = ZipWriter::new(out);
    let mut rest = package.entries.as_slice();
    while !rest.is_empty() {
        let batch = batch(rest, sources);
        if batch == 0 {
            stream(&mut zip, &rest[0], sources)?;
            rest = &rest[1..];
            continue;
        }
        let prepared: Vec<io::Result<PreparedZipFile>> = rest[..batch].par_iter().map(|entry| prepare(entry, sources)).collect();
        for file in prepared {
            zip.add_prepared_file(file?)?;
        }
        rest = &rest[batch..];
    }
    zip.finish()?.flush()
}

/// How many of `entries` can be deflated side by side; 0 where the first is to be streamed.
fn batch(entries: &[Entry], sources: &Sources) -> usize {
    let mut held = 0;
    let fits = |entry: &&Entry| {
        let streamed = matches!(entry.contents, Contents::Media(_)) && size(entry, sources) >= STREAMED;
        let first = held == 0;
        held += size(entry, sources).max(1);
        !streamed && (first || held <= BATCH)
    };
    entries.iter().take_while(fits).count()
}

fn prepare(entry: &Entry, sources: &Sources) -> io::Result<PreparedZipFile> {
    let read;
    let bytes = match &entry.contents {
        Contents::Generated(bytes) => bytes,
        Contents::Media(_) => {
            let mut bytes = Vec::new();
            copy(entry, sources, &mut bytes)?;
            read = bytes;
            &read
        }
    };
    Ok(PreparedZipFile::from_data(&entry.name, options(entry, sources), bytes)?)
}

fn stream(zip: &mut ZipWriter<impl Write + Seek>, entry: &Entry, sources: &Sources) -> io::Result<()> {
    zip.start_file(&entry.name, options(entry, sources))?;
    copy(entry, sources, zip)
}

/// Writes the bytes of `entry` to `out`, a media file by buffers of one size.
///
/// # Errors
/// Where a media file cannot be read, or has changed since it was measured; where `out` cannot be written.
pub fn copy(entry: &Entry, sources: &Sources, out: &mut impl Write) -> io::Result<()> {
    let media = match &entry.contents {
        Contents::Generated(bytes) => return out.write_all(bytes),
        Contents::Media(media) => *media,
    };
    let told = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", sources.media_path(media)));
    let size = sources.media_size(media);
    // One byte more than there should be shows that a file has grown.
    let mut file = sources.open(media).map_err(told)?.take(size + 1);
    let mut buffer = vec![0; BUFFER.min(usize::try_from(size + 1).unwrap_or(BUFFER))];
    let mut copied = 0;
    loop {
        let filled = fill(&mut file, &mut buffer).map_err(told)?;
        out.write_all(&buffer[..filled])?;
        copied += filled as u64;
        if filled < buffer.len() || copied > size {
            break;
        }
    }
    if copied == size { Ok(()) } else { Err(told(io::Error::new(io::ErrorKind::InvalidData, "the file changed while it was read"))) }
}

/// Fills `buffer` as far as `file` reaches.
fn fill(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// The same for every machine and day: a fixed time, system and permissions.
fn options(entry: &Entry, sources: &Sources) -> SimpleFileOptions {
    let ending = entry.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let stored = PACKED.binary_search(&ending).is_ok();
    FileOptions::default()
        .compression_method(if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated })
        .compression_level(if stored { None } else { Some(6) })
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644)
        .large_file(is_large(size(entry, sources)))
}

fn size(entry: &Entry, sources: &Sources) -> u64 {
    match &entry.contents {
        Contents::Generated(bytes) => bytes.len() as u64,
        Contents::Media(media) => sources.media_size(*media),
    }
}

fn is_large(size: u64) -> bool {
    size >= LARGE
}

#[cfg(test)]
mod tests {
    use super::{PACKED, is_large};

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
}
