//! Zip streams: the same bytes from any folder, at any time, on any number of threads.
//!
//! In: a [`Package`], its [`Sources`] and a place to write. Out: a zip. Fails where a media file cannot be read or the place cannot be
//! written.

use std::io::{self, Read, Seek, Write};

use rayon::prelude::*;
use zip::ZipWriter;
use zip::write::PreparedZipFile;

use crate::package::{Contents, Entry, Package, options};
use crate::source::Sources;

/// From so many bytes on a media file is streamed, not held.
const STREAMED: u64 = 4 << 20;

/// So many bytes are deflated side by side, then written.
const BATCH: u64 = 64 << 20;

/// Bytes that are read at once. What deflate writes depends on how it is fed, so it is fed the same way always.
const BUFFER: usize = 1 << 20;

/// Writes `package` to `out` as a zip.
pub fn archive(package: &Package, sources: &Sources, out: impl Write + Seek) -> io::Result<()> {
    let mut zip = ZipWriter::new(out);
    let mut rest = package.entries.as_slice();
    while !rest.is_empty() {
        let batch = batch(rest, sources);
        if batch == 0 {
            match &rest[0].contents {
                Contents::Sealed(sealed) => sealed.add_to(&mut zip)?,
                Contents::Generated(_) | Contents::Media(_) => stream(&mut zip, &rest[0], sources)?,
            }
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

/// How many of `entries` can be deflated side by side; 0 where the first is deflated already, or is to be streamed.
fn batch(entries: &[Entry], sources: &Sources) -> usize {
    let mut held = 0;
    let fits = |entry: &&Entry| {
        let size = entry.size(sources);
        let alone = match entry.contents {
            Contents::Media(_) => size >= STREAMED,
            Contents::Sealed(_) => true,
            Contents::Generated(_) => false,
        };
        let first = held == 0;
        held += size.max(1);
        !alone && (first || held <= BATCH)
    };
    entries.iter().take_while(fits).count()
}

fn prepare(entry: &Entry, sources: &Sources) -> io::Result<PreparedZipFile> {
    let read;
    let bytes = match &entry.contents {
        Contents::Generated(bytes) => bytes,
        Contents::Media(_) | Contents::Sealed(_) => {
            let mut bytes = Vec::new();
            copy(entry, sources, &mut bytes)?;
            read = bytes;
            &read
        }
    };
    Ok(PreparedZipFile::from_data(&entry.name, options(&entry.name, entry.size(sources)), bytes)?)
}

fn stream(zip: &mut ZipWriter<impl Write + Seek>, entry: &Entry, sources: &Sources) -> io::Result<()> {
    zip.start_file(&entry.name, options(&entry.name, entry.size(sources)))?;
    copy(entry, sources, zip)
}

/// Writes the bytes of `entry` to `out`, a media file by buffers of one size.
///
/// # Errors
/// Where a media file cannot be read, or has changed since it was measured; where `out` cannot be written.
pub fn copy(entry: &Entry, sources: &Sources, out: &mut impl Write) -> io::Result<()> {
    let media = match &entry.contents {
        Contents::Generated(bytes) => return out.write_all(bytes),
        Contents::Sealed(sealed) => return out.write_all(&sealed.bytes()?),
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
