//! Paths as authors write them: from the course folder, with `/`, in exact case.

/// What a path in a course leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// Texts of the course: `course.yaml`, `course.lock`, `units/`, `banks/`, `lessons/`.
    Text,
    /// `media/`.
    Media,
    /// `theme/` and `shared:`: texts and media, told apart by the end of the name.
    Either,
}

/// The folders of a course that are read.
pub(super) const FOLDERS: [&str; 5] = ["banks", "lessons", "media", "theme", "units"];

/// The files at the top of a course that are read.
pub(super) const FILES: [&str; 2] = ["course.lock", "course.yaml"];

/// What stands before a path in the catalog's folder `shared`.
pub(super) const SHARED: &str = "shared:";

/// Ends of names that are texts where texts and media stand together.
const TEXT_ENDS: [&str; 9] = ["css", "html", "js", "json", "md", "svg", "txt", "yaml", "yml"];

/// Ends of names of media that are texts.
const WRITTEN_ENDS: [&str; 4] = ["md", "svg", "txt", "vtt"];

/// Names of devices on Windows: no file can be called so there, with whatever ending.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
    "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// The most characters of a path: Windows ends at 260, and a course stands in a folder of its own.
const LONGEST: usize = 200;

/// The room that `path` is in, if files are read there at all.
pub(super) fn room(path: &str) -> Option<Room> {
    if path.starts_with(SHARED) {
        return Some(Room::Either);
    }
    if FILES.contains(&path) {
        return Some(Room::Text);
    }
    match path.split_once('/')?.0 {
        "media" => Some(Room::Media),
        "theme" => Some(Room::Either),
        "banks" | "lessons" | "units" => Some(Room::Text),
        _ => None,
    }
}

/// Whether a file that was found at `path` is read as text.
pub(super) fn is_text(path: &str) -> bool {
    match room(path) {
        Some(Room::Text) => true,
        Some(Room::Either) => path.rsplit_once('.').is_some_and(|(_, end)| TEXT_ENDS.contains(&end)),
        Some(Room::Media) | None => false,
    }
}

/// Whether a media file that was found at `path` is a text too.
pub(super) fn is_written(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| WRITTEN_ENDS.iter().any(|own| end.eq_ignore_ascii_case(own)))
}

/// Says what is wrong with the form of `path`, if something is.
pub(super) fn fault(path: &str) -> Option<&'static str> {
    let rest = path.strip_prefix(SHARED).unwrap_or(path);
    if rest.is_empty() {
        return Some("it is empty");
    }
    if rest.contains('\\') {
        return Some("folders are separated by `/`, not by `\\`");
    }
    if rest.starts_with('/') {
        return Some("a path starts at the course folder, not with `/`");
    }
    if rest.chars().any(char::is_control) {
        return Some("it holds a control character");
    }
    if rest.contains(':') {
        return Some("it holds a `:`; a path starts at the course folder, or with `shared:`");
    }
    if rest.split('/').any(|part| part == "..") {
        return Some("`..` would lead out of the course folder");
    }
    if rest.split('/').any(|part| part.is_empty() || part == ".") {
        return Some("it has an empty part or `.` between two `/`");
    }
    if path.chars().count() > LONGEST {
        return Some("it has more than 200 characters, which is more than some systems take");
    }
    rest.split('/').find_map(part_fault)
}

/// Why Windows cannot have a file or folder called `part`, if it cannot.
fn part_fault(part: &str) -> Option<&'static str> {
    if part.contains(['<', '>', '"', '|', '?', '*']) {
        return Some("no file on Windows can have `<`, `>`, `\"`, `|`, `?` or `*` in its name");
    }
    if part.ends_with(['.', ' ']) {
        return Some("on Windows no name can end with a dot or a space");
    }
    let stem = part.split('.').next().unwrap_or_default().trim_end();
    DEVICES
        .iter()
        .any(|device| stem.eq_ignore_ascii_case(device))
        .then_some("on Windows it is the name of a device, such as `con` or `aux`")
}

#[cfg(test)]
mod tests {
    use super::{Room, fault, is_text, room};

    #[test]
    fn paths_that_lead_anywhere_else_are_at_fault() {
        for path in [
            "units/aux.yaml",
            "units/Con",
            "media/lpt1.tar.gz",
            "media/x.",
            "media/x ",
            "media/a /b",
            "media/a?.png",
            "media/a*b",
            "",
            "../x",
            "units/../../x",
            "/etc/passwd",
            "C:/x",
            "units\\a.yaml",
            "units//a.yaml",
            "./units/a.yaml",
            "a\0b",
            "shared:../x",
        ] {
            assert!(fault(path).is_some(), "{path:?}");
        }
        assert!(fault(&format!("units/{}", "a".repeat(195))).is_some());
        for path in [
            "course.yaml",
            "units/a.yaml",
            "media/é ü.png",
            "shared:qualification.yaml",
            "media/..dots",
            "units/auxiliary.yaml",
            "units/console",
        ] {
            assert_eq!(fault(path), None, "{path:?}");
        }
    }

    #[test]
    fn a_path_tells_its_room() {
        assert_eq!(room("units/a.yaml"), Some(Room::Text));
        assert_eq!(room("media/a.md"), Some(Room::Media));
        assert_eq!(room("theme/logo.png"), Some(Room::Either));
        assert_eq!(room("secrets/key"), None);
        assert_eq!(room("units"), None);
        assert!(is_text("theme/section/lesson.html") && !is_text("theme/logo.png") && !is_text("media/intro.md"));
    }
}
