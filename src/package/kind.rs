//! What a file is by its first bytes, and what its ending says. In: a name and bytes. Out: what does not agree. Never fails.

/// How many bytes tell what a file is.
pub(super) const FIRST: usize = 64;

/// Endings that servers run or LMSs refuse, wherever in a name they stand.
const BLOCKED: [&str; 45] = [
    "apk", "app", "asp", "aspx", "bat", "cgi", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "htaccess", "htpasswd", "jar", "jsp",
    "jspx", "lnk", "msi", "msp", "phar", "php", "php3", "php4", "php5", "php7", "php8", "phtml", "pl", "ps1", "py", "pyc", "rb", "reg",
    "scr", "sh", "shtml", "so", "swf", "vb", "vbe", "vbs", "wsf", "wsh",
];

/// Endings, words with an article, and bytes at a place.
type Known = (&'static [&'static str], &'static str, &'static [(usize, &'static [u8])]);

/// Endings, what such a file is called, and the bytes that it has at a place, any of them.
const KINDS: &[Known] = &[
    (&["png"], "a PNG picture", &[(0, b"\x89PNG\r\n\x1a\n")]),
    (&["jpg", "jpeg"], "a JPEG picture", &[(0, b"\xff\xd8\xff")]),
    (&["gif"], "a GIF picture", &[(0, b"GIF87a"), (0, b"GIF89a")]),
    (&["webp"], "a WebP picture", &[(8, b"WEBP")]),
    (&["avif"], "an AVIF picture", &[(4, b"ftypavif"), (4, b"ftypavis"), (4, b"ftypmif1")]),
    (&["wav"], "a WAVE sound", &[(8, b"WAVE")]),
    (&["mp4", "m4v", "m4a", "mov"], "an MP4 film or sound", &[(4, b"ftyp")]),
    (&["webm", "mkv"], "a WebM film", &[(0, b"\x1a\x45\xdf\xa3")]),
    (&["ogg", "oga", "ogv", "opus"], "an Ogg film or sound", &[(0, b"OggS")]),
    (&["mp3"], "an MP3 sound", &[(0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"), (0, b"\xff\xfa")]),
    (&["flac"], "a FLAC sound", &[(0, b"fLaC")]),
    (&["pdf"], "a PDF document", &[(0, b"%PDF-")]),
    (&["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"], "a zip archive or an office document", &[(0, b"PK\x03\x04")]),
    (&["woff"], "a WOFF font", &[(0, b"wOFF")]),
    (&["woff2"], "a WOFF2 font", &[(0, b"wOF2")]),
];

/// Forms that are not for web pages: endings, what such a file is, and what to save it as.
const HEAVY: [(&[&str], &str, &str); 3] = [
    (&["bmp", "tif", "tiff"], "a picture that is not compressed", "PNG, JPEG or WebP"),
    (&["wav", "aif", "aiff"], "a sound that is not compressed", "MP3 or M4A"),
    (&["avi", "flv", "mkv", "mov", "mpeg", "mpg", "wmv"], "a film that not every browser plays", "MP4 with H.264"),
];

/// Ways of compression in MP4 that not every browser plays. ISO/IEC 14496-12, 8.5.2: the sample entry.
const UNPLAYED: [&[u8; 4]; 9] = [b"hvc1", b"hev1", b"dvh1", b"dvhe", b"mp4v", b"apcn", b"apch", b"jpeg", b"s263"];

/// What `path`, which begins with `bytes`, is where it is not for web pages, and what it is better saved as.
pub(super) fn heavy(path: &str, bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let ending = path.rsplit_once('.')?.1.to_ascii_lowercase();
    if let Some((_, what, better)) = HEAVY.iter().find(|(endings, ..)| endings.contains(&ending.as_str())) {
        return Some((what, better));
    }
    let entry = |at: usize| bytes.get(at + 16..at + 20);
    let tables = bytes.windows(4).enumerate().filter(|(_, word)| word == b"stsd").map(|(at, _)| at);
    let unplayed = tables.filter_map(entry).any(|entry| UNPLAYED.iter().any(|name| name.as_slice() == entry));
    (matches!(ending.as_str(), "mp4" | "m4v") && unplayed).then_some(("a film in a form that not every browser plays", "MP4 with H.264"))
}

/// What runs, by its first bytes.
const PROGRAMS: [&[u8]; 7] = [b"MZ\x90", b"\x7fELF", b"#!", b"<?php", b"FWS", b"CWS", b"\xcf\xfa\xed\xfe"];

/// What a name and its bytes do not agree on.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Disagree {
    /// The file may be run by a server: the ending or what it is.
    Blocked(String),
    /// The ending says the first, the bytes the second if they are known.
    Kind(&'static str, Option<&'static str>),
}

/// What is wrong with a file called `path` that begins with `bytes`, if something is.
pub(super) fn disagree(path: &str, bytes: &[u8]) -> Option<Disagree> {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    if let Some(ending) = name.split('.').skip(1).find(|part| BLOCKED.contains(part)) {
        return Some(Disagree::Blocked(format!(".{ending}")));
    }
    if PROGRAMS.iter().any(|sign| bytes.starts_with(sign)) {
        return Some(Disagree::Blocked("a program".to_owned()));
    }
    let has = |signs: &[(usize, &[u8])]| signs.iter().any(|(at, sign)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(sign)));
    let found = KINDS.iter().find(|(_, _, signs)| has(signs));
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let named = KINDS.iter().find(|(endings, ..)| endings.contains(&ending));
    match (named, found) {
        (Some((_, _, signs)), _) if has(signs) => None,
        (Some((_, said, _)), found) => Some(Disagree::Kind(said, found.map(|(_, is, _)| *is))),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Disagree, disagree, heavy};

    #[test]
    fn what_is_not_for_the_web_is_known() {
        let film = |entry: &str| format!("\0\0\0\u{18}ftypmp42...stsd\0\0\0\0\0\0\0\u{1}\0\0\0\u{56}{entry}");
        for (path, bytes, told) in [
            ("media/a.BMP", "BM".to_owned(), true),
            ("media/a.wav", String::new(), true),
            ("media/a.mov", String::new(), true),
            ("media/a.mp4", film("hvc1"), true),
            ("media/a.mp4", film("avc1"), false),
            ("media/a.mp4", "stsd".to_owned(), false),
            ("media/a.png", film("hvc1"), false),
            ("media/a", String::new(), false),
        ] {
            assert_eq!(heavy(path, bytes.as_bytes()).is_some(), told, "{path}");
        }
    }

    #[test]
    fn names_and_first_bytes_agree_or_not() {
        let blocked = |what: &str| Some(Disagree::Blocked(what.to_owned()));
        for (path, bytes, said) in [
            ("media/a.png", &b"\x89PNG\r\n\x1a\n0"[..], None),
            ("media/a.JPG", b"\xff\xd8\xff\xe0", None),
            ("media/a.mp4", b"\0\0\0\x18ftypmp42", None),
            ("media/a.docx", b"PK\x03\x04", None),
            ("media/notes.txt", b"GIF89a", None),
            ("media/photo.jpg", b"RIFF\0\0\0\0WEBPVP8 ", Some(Disagree::Kind("a JPEG picture", Some("a WebP picture")))),
            ("media/a.png", b"<html>", Some(Disagree::Kind("a PNG picture", None))),
            ("media/a.pdf", b"", Some(Disagree::Kind("a PDF document", None))),
            ("media/setup.exe", b"", blocked(".exe")),
            ("media/a.php.jpg", b"\xff\xd8\xff", blocked(".php")),
            ("media/.htaccess", b"", blocked(".htaccess")),
            ("media/a.png", b"MZ\x90\0", blocked("a program")),
            ("media/a", b"#!/bin/sh", blocked("a program")),
            ("media/php", b"x", None),
        ] {
            assert_eq!(disagree(path, bytes), said, "{path}");
        }
    }
}
