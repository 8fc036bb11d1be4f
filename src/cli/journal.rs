//! Several files of a course put in place together: all of them, or none, also where the run is killed in between.
//!
//! In: files and their new texts. Out: the files on disk. What is new stands in `.coursec-rewrite` first, with a list of it that appears by
//! a rename: before it nothing has happened, from it on the next run that writes finishes. Fails as disks do; a file that somebody else
//! has changed since is never written over.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::source::sum;

/// The folder below that of the course, while something is written.
pub(super) const FOLDER: &str = ".coursec-rewrite";

/// The list of what is to be put in place; it is there or not.
const LIST: &str = "list.json";

/// A file, and what becomes of it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Its path below the folder of the course, with `/`.
    file: String,
    /// SHA-256 of what it held.
    was: String,
    /// The same of what it is to hold.
    new: String,
}

/// New texts that stand ready.
#[derive(Debug)]
pub(super) struct Journal {
    root: PathBuf,
    entries: Vec<Entry>,
}

/// What a file held, and what it is to hold, both whole.
pub(super) struct Pair {
    /// The file on disk, below the folder of the course.
    pub(super) path: PathBuf,
    /// What it holds.
    pub(super) old: Vec<u8>,
    /// What it is to hold.
    pub(super) new: Vec<u8>,
}

impl Journal {
    /// Writes what is new of `pairs` beside the course at `root`; nothing of the course is touched.
    pub(super) fn begin(root: &Path, pairs: &[Pair]) -> Result<Self, Failure> {
        let folder = root.join(FOLDER);
        let told = |why: io::Error| failed("write", &folder, &why);
        let entries = pairs.iter().map(|pair| entry(root, pair)).collect::<io::Result<_>>().map_err(told)?;
        fs::create_dir(&folder).map_err(told)?;
        let journal = Self { root: root.to_owned(), entries };
        let written = journal.write(&folder, pairs);
        if written.is_err() {
            journal.clear();
        }
        written.map_err(told).map(|()| journal)
    }

    fn write(&self, folder: &Path, pairs: &[Pair]) -> io::Result<()> {
        for (at, pair) in pairs.iter().enumerate() {
            let new = folder.join(at.to_string());
            store(&new, &pair.new)?;
            fs::set_permissions(&new, fs::metadata(&pair.path)?.permissions())?;
        }
        let list = serde_json::to_vec_pretty(&self.entries)?;
        let draft = folder.join("draft");
        store(&draft, &list)?;
        fs::rename(draft, folder.join(LIST))
    }

    /// Puts everything in place. What was put in place goes back where a later one fails.
    pub(super) fn commit(self, pairs: &[Pair]) -> Result<(), Failure> {
        for (at, pair) in pairs.iter().enumerate() {
            if let Err(why) = fs::rename(self.new_of(at), &pair.path) {
                self.undo(&pairs[..at])?;
                return Err(failed("write", &pair.path, &why));
            }
        }
        self.clear();
        Ok(())
    }

    /// Puts back what `done` held. Where that fails too the list stays, and the next run finishes.
    fn undo(self, done: &[Pair]) -> Result<(), Failure> {
        for (at, pair) in done.iter().enumerate() {
            let back = self.new_of(at);
            let put = || {
                store(&back, &pair.old)?;
                fs::set_permissions(&back, fs::metadata(&pair.path)?.permissions())?;
                fs::rename(&back, &pair.path)
            };
            put().map_err(|why| failed("write", &pair.path, &why))?;
        }
        self.clear();
        Ok(())
    }

    /// Finishes what a run at `root` left half done; the files that it put in place, `None` where nothing was begun.
    pub(super) fn resume(root: &Path) -> Result<Option<Vec<String>>, Failure> {
        let Some(folder) = left(root) else { return Ok(None) };
        let list = match File::open(folder.join(LIST)) {
            Ok(list) => list,
            Err(why) if why.kind() == io::ErrorKind::NotFound => {
                Self { root: root.to_owned(), entries: Vec::new() }.clear();
                return Ok(Some(Vec::new()));
            }
            Err(why) => return Err(failed("read", &folder, &why)),
        };
        let entries: Vec<Entry> = serde_json::from_reader(io::BufReader::new(list)).map_err(|why| failed("read", &folder, &why.into()))?;
        let journal = Self { root: root.to_owned(), entries };
        let open = journal.open()?;
        let mut put = Vec::new();
        for at in open {
            let path = journal.path(at)?;
            fs::rename(journal.new_of(at), &path).map_err(|why| failed("write", &path, &why))?;
            put.push(journal.entries[at].file.clone());
        }
        journal.clear();
        Ok(Some(put))
    }

    /// What is not in place yet, as places in the list. Nothing is, where somebody else has changed a file.
    fn open(&self) -> Result<Vec<usize>, Failure> {
        let mut open = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let path = self.path(at)?;
            let now = digest_of(&path).map_err(|why| failed("read", &path, &why))?;
            if now == entry.new {
                continue;
            }
            let ready = digest_of(&self.new_of(at)).is_ok_and(|digest| digest == entry.new);
            if now != entry.was || !ready {
                let why = "an interrupted run wanted to change it, and somebody else has changed it since";
                let folder = self.root.join(FOLDER);
                return Err(Failure::Machine(format!(
                    "`{}`: {why}; look at it, then delete the folder `{}`",
                    entry.file,
                    folder.display()
                )));
            }
            open.push(at);
        }
        Ok(open)
    }

    /// The file of an entry: below the folder of the course, no link on the way.
    fn path(&self, at: usize) -> Result<PathBuf, Failure> {
        let path = self.root.join(&self.entries[at].file);
        let below = Path::new(&self.entries[at].file).components().all(|part| matches!(part, Component::Normal(_)));
        let same = fs::canonicalize(&path).map_err(|why| failed("read", &path, &why))? == path;
        if below && same && path.is_file() { Ok(path) } else { Err(failed("write", &path, &io::ErrorKind::InvalidInput.into())) }
    }

    fn new_of(&self, at: usize) -> PathBuf {
        self.root.join(FOLDER).join(at.to_string())
    }

    /// Takes everything away; first the list, so that what is left over says that nothing is to be done.
    fn clear(&self) {
        let folder = self.root.join(FOLDER);
        let named = |entry: fs::DirEntry| (entry.file_name() != LIST).then(|| entry.path());
        // What cannot be taken away is found by the next run.
        let _ = fs::remove_file(folder.join(LIST));
        let rest: Vec<PathBuf> = fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| named(entry.ok()?)).collect();
        for path in rest {
            let _ = fs::remove_file(path);
        }
        let _ = fs::remove_dir(&folder);
    }
}

/// The folder that a run at `root` left, if one did.
pub(super) fn left(root: &Path) -> Option<PathBuf> {
    let folder = root.join(FOLDER);
    fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()).then_some(folder)
}

fn entry(root: &Path, pair: &Pair) -> io::Result<Entry> {
    let below = pair.path.strip_prefix(root).map_err(io::Error::other)?;
    let file = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    Ok(Entry { file, was: sum(&mut pair.old.as_slice())?.1, new: sum(&mut pair.new.as_slice())?.1 })
}

/// Writes a new file and has it on disk.
fn store(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn digest_of(path: &Path) -> io::Result<String> {
    Ok(sum(&mut File::open(path)?)?.1)
}

/// `what` could not be done to `path`.
pub(super) fn failed(what: &str, path: &Path, why: &io::Error) -> Failure {
    Failure::Machine(format!("cannot {what} `{}`: {why}", path.display()))
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test looks at the files that were written")]
mod tests {
    use super::{Journal, Pair, left};
    use std::fs;
    use std::path::{Path, PathBuf};

    fn course() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::TempDir::new().expect("a folder can be made");
        let root = fs::canonicalize(folder.path()).expect("it is there");
        fs::create_dir(root.join("units")).expect("a folder can be made");
        for (file, text) in [("course.yaml", "one"), ("units/a.yaml", "two"), ("units/b.yaml", "three")] {
            fs::write(root.join(file), text).expect("it can be written");
        }
        (folder, root)
    }

    fn pairs(root: &Path) -> Vec<Pair> {
        let pair = |(file, old, new): (&str, &str, &str)| Pair { path: root.join(file), old: old.into(), new: new.into() };
        [("course.yaml", "one", "1"), ("units/a.yaml", "two", "2"), ("units/b.yaml", "three", "3")].map(pair).into()
    }

    fn texts(root: &Path) -> [String; 3] {
        ["course.yaml", "units/a.yaml", "units/b.yaml"].map(|file| fs::read_to_string(root.join(file)).unwrap_or_default())
    }

    #[test]
    fn all_is_put_in_place_and_nothing_left() {
        let (_folder, root) = course();
        let pairs = pairs(&root);
        assert!(Journal::begin(&root, &pairs).and_then(|journal| journal.commit(&pairs)).is_ok());
        assert_eq!((texts(&root), left(&root)), (["1", "2", "3"].map(str::to_owned), None));
        assert!(Journal::resume(&root).is_ok_and(|put| put.is_none()));
    }

    #[test]
    fn where_one_cannot_be_put_in_place_all_go_back() {
        let (_folder, root) = course();
        let pairs = pairs(&root);
        let journal = Journal::begin(&root, &pairs).expect("the folder can be written");
        // A folder in the way: no file is renamed over it.
        fs::remove_file(root.join("units/b.yaml")).and_then(|()| fs::create_dir(root.join("units/b.yaml"))).expect("it can be made");
        assert!(journal.commit(&pairs).is_err());
        assert_eq!((texts(&root), left(&root)), (["one", "two", ""].map(str::to_owned), None));
    }

    #[test]
    fn what_was_killed_is_finished_wherever_it_stopped() {
        for done in 0..=3 {
            let (_folder, root) = course();
            let pairs = pairs(&root);
            let journal = Journal::begin(&root, &pairs).expect("the folder can be written");
            for (at, pair) in pairs.iter().enumerate().take(done) {
                fs::rename(journal.new_of(at), &pair.path).expect("it can be renamed");
            }
            drop(journal);
            let put = Journal::resume(&root).expect("it can be finished").expect("something was begun");
            assert_eq!(put.len(), 3 - done);
            assert_eq!((texts(&root), left(&root)), (["1", "2", "3"].map(str::to_owned), None));
        }
    }

    #[test]
    fn what_was_killed_before_it_was_ready_is_taken_away() {
        let (_folder, root) = course();
        drop(Journal::begin(&root, &pairs(&root)).expect("the folder can be written"));
        fs::remove_file(root.join(".coursec-rewrite/list.json")).expect("it is there");
        assert!(Journal::resume(&root).is_ok_and(|put| put.is_some_and(|put| put.is_empty())));
        assert_eq!((texts(&root), left(&root)), (["one", "two", "three"].map(str::to_owned), None));
    }

    #[test]
    fn what_somebody_else_changed_is_not_written_over() {
        let (_folder, root) = course();
        drop(Journal::begin(&root, &pairs(&root)).expect("the folder can be written"));
        fs::write(root.join("units/a.yaml"), "mine").expect("it can be written");
        assert!(Journal::resume(&root).is_err());
        assert_eq!(texts(&root), ["one", "mine", "three"].map(str::to_owned));
        assert!(left(&root).is_some());
    }

    #[test]
    fn a_list_reaches_nothing_outside_the_course() {
        for file in ["../course.yaml", "/etc/hostname", "units/../course.yaml", "link.yaml", ""] {
            let (_folder, root) = course();
            drop(Journal::begin(&root, &pairs(&root)).expect("the folder can be written"));
            std::os::unix::fs::symlink(root.join("course.yaml"), root.join("link.yaml")).expect("a link can be made");
            let list = root.join(".coursec-rewrite/list.json");
            let text = fs::read_to_string(&list).expect("it is there").replacen("course.yaml", file, 1);
            fs::write(&list, text).expect("it can be written");
            assert!(Journal::resume(&root).is_err(), "{file}");
            assert_eq!(texts(&root), ["one", "two", "three"].map(str::to_owned));
        }
    }
}
