//! Zips: what is in them, and that they are always the same.

use std::io::{Cursor, Read};

use coursec::archive::archive;
use coursec::package::{Contents, Entry, Package, Sealer};
use coursec::source::Sources;
use coursec::target::SCORM12;
use zip::{CompressionMethod, ZipArchive};

fn generated(name: &str, text: &str) -> Entry {
    Entry { name: name.to_owned(), contents: Contents::Generated(text.as_bytes().to_vec()) }
}

fn media(sources: &Sources, path: &str) -> Entry {
    let media = sources.media(path).expect("the file is in the course");
    Entry { name: path.to_owned(), contents: Contents::Media(media) }
}

/// A course with a large film, a large text and small files.
fn sources() -> Sources {
    let film: String =
        (0..700_000).map(|n: u32| char::from(b'a' + u8::try_from(n.wrapping_mul(2_654_435_761) >> 28).unwrap_or(0))).collect();
    let text = film.repeat(9);
    Sources::from_memory(&[("media/film.mp4", &film.repeat(8)), ("media/large.txt", &text), ("media/small.vtt", "WEBVTT\n")])
}

/// Deflates the texts of `entries` at once.
fn seal<'e>(entries: impl Iterator<Item = &'e mut Entry>) {
    let sealer = Sealer::default();
    for entry in entries {
        if let Contents::Generated(bytes) = &entry.contents {
            entry.contents = Contents::Sealed(sealer.seal(&entry.name, bytes).expect("a zip can hold it"));
        }
    }
}

fn package(sources: &Sources) -> Package {
    let mut entries: Vec<Entry> =
        (0..200).map(|n| generated(&format!("units/u{n:03}.html"), &format!("<p>{n}</p>").repeat(500 + n))).collect();
    seal(entries.iter_mut().step_by(3));
    entries.extend([generated("imsmanifest.xml", "<manifest/>"), generated("course.js", "go()")]);
    entries.extend(["media/film.mp4", "media/large.txt", "media/small.vtt"].map(|path| media(sources, path)));
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Package { target: &SCORM12, entries }
}

fn zip(package: &Package, sources: &Sources) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    archive(package, sources, &mut out).expect("memory can be written");
    out.into_inner()
}

#[test]
fn a_zip_holds_every_entry_in_order_and_nothing_that_differs_by_machine() {
    let sources = sources();
    let package = package(&sources);
    let mut read = ZipArchive::new(Cursor::new(zip(&package, &sources))).expect("a zip");
    let names: Vec<String> =
        (0..read.len()).map(|at| read.by_index(at).expect("an entry").name().expect("a name in UTF-8").into_owned()).collect();
    assert_eq!(names, package.entries.iter().map(|entry| entry.name.clone()).collect::<Vec<_>>());
    for (at, entry) in package.entries.iter().enumerate() {
        let mut file = read.by_index(at).expect("an entry");
        let stored = entry.name.ends_with(".mp4");
        assert_eq!(file.compression(), if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated }, "{}", entry.name);
        assert_eq!(file.unix_mode(), Some(0o100_644));
        assert_eq!(file.last_modified().map(|time| (time.year(), time.month(), time.day(), time.hour())), Some((1980, 1, 1, 0)));
        assert_eq!(file.extra_data().unwrap_or_default(), b"");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("an entry can be read");
        match &entry.contents {
            Contents::Generated(made) => assert_eq!(&bytes, made),
            Contents::Sealed(made) => assert_eq!(bytes, made.bytes().expect("it can be read")),
            Contents::Media(media) => assert_eq!(bytes.len() as u64, sources.media_size(*media)),
        }
    }
}

#[test]
fn what_is_deflated_at_once_is_stored_as_all_else_is() {
    let sources = sources();
    let entries: Vec<Entry> = (0..9).map(|n| generated(&format!("units/u{n}.html"), &format!("<p>{n} é</p>").repeat(900 * n))).collect();
    let plain = Package { target: &SCORM12, entries };
    let mut sealed = plain.clone();
    seal(sealed.entries.iter_mut());
    assert!(zip(&plain, &sources) == zip(&sealed, &sources));
}

#[test]
fn no_entry_has_a_data_descriptor() {
    let sources = sources();
    let bytes = zip(&package(&sources), &sources);
    // The general purpose flag stands 6 bytes into a local header (APPNOTE 4.3.7); bit 3 says that sizes follow the data.
    let flags: Vec<u8> = bytes.windows(8).filter(|header| header.starts_with(b"PK\x03\x04")).map(|header| header[6]).collect();
    assert!(flags.len() >= 205);
    assert!(flags.iter().all(|flag| flag & 0b1000 == 0));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let sources = sources();
    let package = package(&sources);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be made");
        pool.install(|| zip(&package, &sources))
    };
    assert!(with(1) == with(4));
}

#[test]
fn a_media_file_that_changes_under_way_is_an_error() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let film = folder.path().join("media/film.mp4");
    std::fs::create_dir_all(folder.path().join("media")).expect("a folder can be made");
    std::fs::write(&film, vec![7; 5 << 20]).expect("a file can be written");
    let sources = Sources::load(folder.path()).expect("the folder can be listed");
    let package = Package { target: &SCORM12, entries: vec![media(&sources, "media/film.mp4")] };
    for (bytes, why) in [(5 << 20, None), ((5 << 20) - 1, Some("changed")), ((5 << 20) + 1, Some("changed"))] {
        std::fs::write(&film, vec![7; bytes]).expect("a file can be written");
        let error = archive(&package, &sources, Cursor::new(Vec::new())).err().map(|error| error.to_string());
        assert_eq!(error, why.map(|_| "media/film.mp4: the file changed while it was read".to_owned()), "{bytes}");
    }
    std::fs::remove_file(&film).expect("a file can be removed");
    let error = archive(&package, &sources, Cursor::new(Vec::new())).expect_err("the file is gone").to_string();
    assert!(error.starts_with("media/film.mp4: "), "{error}");
}
