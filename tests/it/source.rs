//! Which files of a course are read, and which never.

use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;
use std::path::Path;

use coursec::source::{Problem, Sources};
use tempfile::TempDir;

/// A folder with files, as (path, bytes).
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("below the folder")).expect("a folder can be made");
        fs::write(file, bytes).expect("a file can be written");
    }
    folder
}

fn load(root: &Path) -> Sources {
    Sources::load(root).expect("the folder can be listed")
}

#[test]
fn texts_are_read_and_media_are_opened_later() {
    let course = folder(&[("course.yaml", b"id: x"), ("units/a.yaml", b"\xef\xbb\xbfid: a"), ("media/p.bin", &[0, 1, 255])]);
    let sources = load(course.path());
    let unit = sources.text("units/a.yaml").expect("the unit is there");
    assert_eq!((sources.name(unit), sources.content(unit)), ("units/a.yaml", "id: a"));
    let media = sources.media("media/p.bin").expect("the file is there");
    let mut bytes = Vec::new();
    sources.open(media).expect("it opens").read_to_end(&mut bytes).expect("it can be read");
    assert_eq!((bytes, sources.media_size(media)), (vec![0, 1, 255], 3));
    assert_eq!(sources.lock(), Ok(None));
}

#[test]
fn nothing_else_is_read() {
    let course = folder(&[("course.yaml", b""), ("secret.txt", b"s"), ("other/x.yaml", b"s")]);
    let sources = load(course.path());
    assert!(matches!(sources.text("secret.txt"), Err(Problem::Folder(_))));
    assert!(matches!(sources.text("other/x.yaml"), Err(Problem::Folder(_))));
    assert!(matches!(sources.text("units/../secret.txt"), Err(Problem::Path(_))));
    assert!(matches!(sources.media("/etc/passwd"), Err(Problem::Path(_))));
    assert_eq!(sources.texts().map(|(path, _)| path).collect::<Vec<_>>(), ["course.yaml"]);
}

#[test]
fn no_link_leads_out() {
    let outside = folder(&[("secret.txt", b"s"), ("in/x.yaml", b"s")]);
    let course = folder(&[("course.yaml", b""), ("units/a.yaml", b"id: a"), ("media/p.svg", b"<svg/>")]);
    let put = |to: &Path, at: &str| symlink(to, course.path().join(at)).expect("a link can be made");
    put(&outside.path().join("secret.txt"), "units/out.yaml");
    put(&outside.path().join("in"), "units/folder");
    put(Path::new("/dev/zero"), "media/zero");
    put(&course.path().join("nowhere"), "media/nowhere");
    put(Path::new("a.yaml"), "units/same.yaml");
    put(outside.path(), "lessons");
    let sources = load(course.path());
    for path in ["units/out.yaml", "units/folder", "units/folder/x.yaml", "lessons/x.md", "lessons"] {
        assert_eq!(sources.text(path), Err(Problem::Link), "{path}");
    }
    assert_eq!(sources.media("media/zero"), Err(Problem::Link));
    assert_eq!(sources.media("media/nowhere"), Err(Problem::Link));
    assert!(sources.text("units/same.yaml").is_ok(), "a link to a file of the course is that file");
}

#[test]
fn folders_pipes_and_large_texts_are_no_texts() {
    let course = folder(&[("course.yaml", b""), ("units/a.yaml", b"id: a"), ("units/large.yaml", &vec![b' '; (16 << 20) + 1])]);
    let pipe = course.path().join("media/pipe");
    fs::create_dir(course.path().join("media")).expect("a folder can be made");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let sources = load(course.path());
    assert_eq!(sources.text("units"), Err(Problem::NotAFile));
    assert_eq!(sources.media("media/pipe"), Err(Problem::NotAFile));
    assert_eq!(sources.text("units/large.yaml"), Err(Problem::TooLarge { size: (16 << 20) + 1, most: 16 << 20 }));
}

#[test]
fn bytes_that_are_no_text_are_located() {
    let course = folder(&[("course.yaml", b""), ("units/a.yaml", b"id: a\ntitle: caf\xe9\n")]);
    let Err(Problem::NotText { place }) = load(course.path()).text("units/a.yaml") else { panic!("it is no UTF-8") };
    assert_eq!((place.start, place.end), (16, 19));
}

#[test]
fn a_missing_file_has_a_nearest_name_and_case_counts() {
    let sources = Sources::from_memory(&[("course.yaml", ""), ("units/tea.yaml", "")]);
    assert_eq!(sources.text("units/tee.yaml"), Err(Problem::Missing { near: Some("units/tea.yaml".to_owned()) }));
    assert_eq!(sources.text("units/quite-another.yaml"), Err(Problem::Missing { near: None }));
    assert_eq!(sources.text("units/Tea.yaml"), Err(Problem::Case { real: "units/tea.yaml".to_owned() }));
}

#[test]
fn what_a_catalog_shares_is_read_from_its_folder_only() {
    let catalog = folder(&[("catalog.yaml", b"coursec: 1"), ("shared/q.yaml", b"q"), ("other/q.yaml", b"q"), ("c/course.yaml", b"")]);
    let sources = load(&catalog.path().join("c"));
    assert!(sources.text("shared:q.yaml").is_ok());
    assert!(matches!(sources.text("shared:../other/q.yaml"), Err(Problem::Path(_))));
}

#[test]
fn what_the_machine_refuses_is_said_at_the_reference() {
    let problem = Problem::Unreadable { reason: "permission denied".to_owned() };
    let told = problem.diagnostic("units/first.yaml", None);
    assert_eq!((told.lint.code, told.message.as_str()), ("E0137", "`units/first.yaml` cannot be read: permission denied"));
    assert_eq!(told.help, ["see that you may read the file, and that no other program holds it"]);
}
