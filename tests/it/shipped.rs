//! What stands in the packages of all examples: nothing that must not run, no link that leads nowhere.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use coursec::package::code_in;
use regex::Regex;
use tempfile::TempDir;
use zip::ZipArchive;

/// The files of a package, as (name, bytes).
type Files = Vec<(String, Vec<u8>)>;

/// The packages of all examples: name and files.
fn packages() -> Vec<(String, Files)> {
    let desk = TempDir::new().expect("a temporary folder");
    let courses = desk.path().join("examples");
    let copied = Command::new("cp").args(["-r", &format!("{}/examples", env!("CARGO_MANIFEST_DIR"))]).arg(&courses).status();
    assert!(copied.expect("cp runs").success());
    let output = Command::new(env!("CARGO_BIN_EXE_coursec"))
        .args(["build", "examples", "--out", "dist"])
        .current_dir(desk.path())
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let zips = std::fs::read_dir(desk.path().join("dist")).expect("a folder").map(|entry| entry.expect("an entry").path());
    zips.filter(|path| path.extension().is_some_and(|end| end == "zip")).map(|path| (path.display().to_string(), read(&path))).collect()
}

fn read(path: &Path) -> Files {
    let mut zip = ZipArchive::new(File::open(path).expect("a file")).expect("a zip");
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).expect("an entry");
        let name = entry.name().expect("UTF-8").into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("an entry can be read");
        files.push((name, bytes));
    }
    files
}

#[test]
fn no_file_holds_code_that_must_not_run() {
    let packages = packages();
    assert!(packages.len() >= 2, "{}", packages.len());
    for (package, files) in &packages {
        for (name, bytes) in files {
            assert!(!bytes.is_empty(), "{package}: {name} is empty");
            assert_eq!(code_in(name, &String::from_utf8_lossy(bytes)), None, "{package}: {name}");
        }
        assert!(files.iter().any(|(name, _)| Path::new(name).extension().is_some_and(|end| end == "js")), "{package} has no script");
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let link = Regex::new(r##"(?:href|src)="([^"#?:]+)[^":]*""##).expect("a pattern");
    let mut followed = 0;
    for (package, files) in packages() {
        let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        for (name, bytes) in files.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|end| end == "html")) {
            let text = String::from_utf8_lossy(bytes);
            for to in link.captures_iter(&text) {
                let path = resolve(name, &to[1]);
                assert!(names.contains(path.as_str()), "{package}: {name} leads to {path}");
                followed += 1;
            }
        }
    }
    assert!(followed > 0);
}

/// Where `to` leads from file `from`.
fn resolve(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            ".." => drop(parts.pop().expect("a link stays in its package")),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
