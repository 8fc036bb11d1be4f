//! `course.lock` in git: what a merge makes of it, and what a build mends afterwards.

use std::fs;
use std::path::Path;
use std::process::Command;

use coursec::lock::Mode;
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

use crate::bench_course::Bench;
use crate::lock::added;

/// A course in a git repository of its own.
struct Repository {
    folder: TempDir,
}

impl Repository {
    fn new(bench: &Bench) -> Self {
        let repository = Self { folder: TempDir::new().expect("a temporary folder") };
        fs::write(repository.folder.path().join(".gitattributes"), "course.lock merge=union\n").expect("it can be written");
        repository.git(&["init", "-q", "-b", "main"]);
        repository.commit(bench);
        repository
    }

    fn git(&self, words: &[&str]) {
        let config =
            ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"];
        let output = Command::new("git")
            .args(config)
            .args(words)
            .current_dir(self.folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .output()
            .expect("git is a prerequisite of this repository");
        assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self, bench: &Bench) {
        fs::write(self.folder.path().join("course.lock"), &bench.lock).expect("it can be written");
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", "A course"]);
    }

    /// What git makes of `ours` and `theirs`, both grown from what was committed.
    fn merge(&self, ours: &Bench, theirs: &Bench) -> String {
        self.git(&["checkout", "-q", "-b", "theirs"]);
        self.commit(theirs);
        self.git(&["checkout", "-q", "main"]);
        self.commit(ours);
        self.git(&["merge", "-q", "--no-edit", "theirs"]);
        read(&self.folder.path().join("course.lock"))
    }
}

fn read(path: &Path) -> String {
    String::from_utf8(
        fs::File::open(path)
            .and_then(|mut file| {
                let mut bytes = Vec::new();
                std::io::Read::read_to_end(&mut file, &mut bytes).map(|_| bytes)
            })
            .expect("it is there"),
    )
    .expect("it is text")
}

/// An item called `id`, in the first sheet.
fn with_item(bench: Bench, id: &str) -> Bench {
    let item = format!("\nitems:\n  - id: {id}\n    type: true-false\n    prompt: About {id}.\n    assesses: [1.2]\n    answer: true\n");
    let list = bench.unit.lines().find(|line| line.starts_with("    items: [q-when")).expect("the first sheet").to_owned();
    bench.edit("\nitems:\n", &item).edit(&list, &list.replace(']', &format!(", {id}]")))
}

#[test]
fn git_keeps_the_lines_of_both_sides() {
    let base = Bench::new().released("1.0.0");
    let ours = with_item(base.clone(), "q-aprons").built();
    let theirs = with_item(base.clone(), "q-nails").built();
    let merged = Repository::new(&base).merge(&ours, &theirs);
    assert!(merged.contains("q-aprons item 6\n") && merged.contains("q-nails item 6\n"), "{merged}");
    let both = Bench { lock: merged, ..with_item(ours, "q-nails") };
    let built = both.build(Mode::Write);
    assert_data_eq!(
        built.said.join("\n"),
        str!["warning[W0291]: `hand-washing/q-nails` gets a new number, because `hand-washing/q-aprons` has the same"]
    );
    let lock = built.lock.expect("a warning stops nothing").to_string();
    assert_data_eq!(
        added(&base.lock, &lock),
        str![[r#"
hand-washing/q-aprons item 6
hand-washing/q-nails item 7

"#]]
    );
    assert_eq!(Bench { lock: lock.clone(), ..both }.build(Mode::Locked).quiet().to_string(), lock);
}

#[test]
fn after_a_merge_what_was_released_keeps_its_slot() {
    let base = Bench::new().released("1.0.0");
    let ours = with_item(base.clone(), "q-aprons").built();
    let theirs = with_item(base.clone(), "q-nails").released("1.1.0");
    let merged = Repository::new(&base).merge(&ours, &theirs);
    let both = Bench { lock: merged, ..with_item(ours, "q-nails") };
    let built = both.build(Mode::Write);
    assert_data_eq!(
        built.said.join("\n"),
        str!["warning[W0291]: `hand-washing/q-aprons` gets a new number, because `hand-washing/q-nails` has the same"]
    );
    let lock = built.lock.expect("a warning stops nothing").to_string();
    assert!(lock.contains("q-nails item 6 id=q-nails at=0.6 since=2\n") && lock.contains("q-aprons item 7\n"), "{lock}");
}

#[test]
fn a_rename_on_one_side_survives_what_the_other_side_adds_beside_it() {
    let base = Bench::new().released("1.0.0");
    let renamed = |bench: Bench| {
        bench
            .edit("  - id: q-gel\n", "  - id: q-grease\n")
            .edit(" q-gel, ", " q-grease, ")
            .moved("hand-washing/q-gel", "hand-washing/q-grease")
    };
    let ours = renamed(base.clone()).built();
    let theirs = with_item(base.clone(), "q-gel-too").built();
    let merged = Repository::new(&base).merge(&ours, &theirs);
    let both = Bench { lock: merged, ..with_item(ours.clone(), "q-gel-too") };
    let lock = both.build(Mode::Write).quiet().to_string();
    assert_data_eq!(
        added(&base.lock, &lock),
        str![[r#"
! moved hand-washing/q-gel hand-washing/q-grease
hand-washing/q-gel-too item 6
hand-washing/q-grease item 1 id=q-gel at=0.1 since=1
hand-washing/q-grease @1 meaning=1 revision=1 structure=7e6e3fcaf01cd874 wording=a52e0da4bc3295df shapes=one-of(2)

"#]]
    );
    assert!(!lock.contains("hand-washing/q-gel item"), "{lock}");
}

#[test]
fn two_branches_that_both_released_cannot_be_one() {
    let base = Bench::new().released("1.0.0");
    let ours = with_item(base.clone(), "q-aprons").released("1.1.0");
    let theirs = with_item(base.clone(), "q-nails").released("1.2.0");
    let merged = Repository::new(&base).merge(&ours, &theirs);
    let both = Bench { lock: merged, ..with_item(ours, "q-nails") };
    assert_data_eq!(
        both.build(Mode::Write).said.join("\n"),
        str!["error[E0282]: two branches made release 2: version 1.1.0 and version 1.2.0"]
    );
}
