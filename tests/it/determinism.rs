//! The same sources give the same bytes: from any folder, in any zone, under any umask, on any number of threads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

/// Every file below `folder`, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.expect("the folder can be listed"));
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("below the folder").display().to_string();
        (path, fs::read(entry.path()).expect("a file can be read"))
    };
    entries.filter(|entry| entry.file_type().is_file()).map(file).collect()
}

/// Copies the files of `from`, in the order of `order`, so that the folder lists them in another order.
fn copy(from: &Path, to: &Path, order: fn(&mut Vec<(String, Vec<u8>)>)) {
    let mut all: Vec<_> = files(from).into_iter().collect();
    order(&mut all);
    for (path, bytes) in all {
        let file = to.join(path);
        fs::create_dir_all(file.parent().expect("below the folder")).expect("a folder can be made");
        fs::write(file, bytes).expect("a file can be written");
    }
}

/// What `coursec build` makes of all examples in folder `name`, under these circumstances.
fn built(name: &str, order: fn(&mut Vec<(String, Vec<u8>)>), zone: &str, umask: &str, jobs: &str) -> BTreeMap<String, Vec<u8>> {
    let desk = TempDir::new().expect("a temporary folder");
    let courses = desk.path().join(name);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), &courses, order);
    // What stands beside a course must not matter, nor what is there already.
    fs::write(courses.join("minimal/media.txt"), zone).expect("a file can be written");
    let output = Command::new("sh")
        .args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_coursec"), "build"])
        .args([&courses.display().to_string(), "--out", "dist", "--jobs", jobs])
        .current_dir(desk.path())
        .env("TZ", zone)
        .env("LC_ALL", if jobs == "1" { "C" } else { "tr_TR.UTF-8" })
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(&desk.path().join("dist"))
}

#[test]
fn a_build_gives_the_same_bytes_everywhere() {
    let one = built("courses", |_| (), "UTC", "022", "1");
    let other = built("other folder/kurse", |files| files.reverse(), "Pacific/Kiritimati", "077", "4");
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for target in coursec::target::names() {
        assert!(one.keys().any(|path| path.ends_with(&format!("-{target}.zip"))), "an example for {target}");
    }
    for (path, bytes) in one {
        assert!(other[&path] == bytes, "{path} differs");
    }
}
