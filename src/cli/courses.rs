//! From PATH to the folders of courses.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Failure;
use super::journal;
use super::shell::Shell;
use crate::diag::{Diagnostic, Warned};
use crate::source::rules::clashing_courses;
use crate::source::{self, Problem, Sources};
use crate::yaml::{self, Cx, Decode, Named, Record};

/// A course to work on.
#[derive(Debug)]
pub(super) struct Folder {
    /// Where it is.
    pub(super) root: PathBuf,
    /// What stands before the names of its files when they are shown.
    pub(super) shown: String,
}

/// The courses at a PATH; in a catalog with what is wrong with the catalog itself.
#[derive(Debug)]
pub(super) struct Courses {
    pub(super) folders: Vec<Folder>,
    /// What is wrong with catalog.yaml, and its text.
    pub(super) catalog: Option<(Vec<Diagnostic>, Sources)>,
}

impl Folder {
    /// Its name for people.
    pub(super) fn name(&self) -> &str {
        if self.shown.is_empty() { "." } else { &self.shown }
    }

    /// Reads the course.
    pub(super) fn load(&self, shell: &Shell) -> Result<Sources, Failure> {
        shell.step(format_args!("reading {}", self.name()));
        if journal::left(&self.root).is_some() {
            let what = "an earlier run was interrupted while it wrote the files of this course";
            return Err(Failure::Machine(format!("{what}: `coursec fmt {}` finishes it", self.name())));
        }
        let sources = Sources::load(&self.root).map_err(|why| Failure::Machine(format!("cannot read `{}`: {why}", self.root.display())))?;
        Ok(sources.shown_in(&self.shown))
    }
}

/// Finds the courses at `path`; left out, it is `course-src` if that is here, else `.`.
pub(super) fn find(path: Option<&Path>) -> Result<Courses, Failure> {
    let given = match path {
        Some(path) => path,
        None if Path::new("course-src").is_dir() => Path::new("course-src"),
        None => Path::new("."),
    };
    let path = match given.file_name().and_then(|name| name.to_str()) {
        Some("course.yaml" | "catalog.yaml") if given.is_file() => {
            given.parent().filter(|path| *path != Path::new("")).unwrap_or(Path::new("."))
        }
        _ => given,
    };
    if !path.exists() {
        return Err(Failure::Usage(format!("`{}` does not exist", path.display())));
    }
    let one = given.file_name().is_some_and(|name| name == "course.yaml");
    match source::catalog(path) {
        Some(sources) if !one => Ok(catalog(path, sources)),
        _ if path.join("course.yaml").symlink_metadata().is_ok() => Ok(Courses { folders: vec![folder(path)], catalog: None }),
        _ => Err(Failure::Usage(format!("`{}` holds no course.yaml and no catalog.yaml", given.display()))),
    }
}

fn folder(path: &Path) -> Folder {
    let shown = path.strip_prefix(".").unwrap_or(path).display().to_string();
    Folder { root: path.to_owned(), shown }
}

/// The courses that catalog.yaml names. A name that leads nowhere is an error of the catalog; the others are built.
fn catalog(path: &Path, sources: Sources) -> Courses {
    let sources = sources.shown_in(&folder(path).shown);
    let mut cx = Cx::default();
    let mut folders = Vec::new();
    match sources.text(source::CATALOG) {
        Err(problem) => cx.push(sources.unnamed(source::CATALOG, &problem)),
        Ok(file) => {
            let Warned { output: (catalog, read), diagnostics } = yaml::decode::<Catalog>(file, sources.content(file));
            cx.diagnostics.extend(diagnostics);
            cx.diagnostics.extend(read.diagnostics);
            let mut known: BTreeMap<String, Named> = BTreeMap::new();
            for name in catalog.map(|catalog| catalog.courses).unwrap_or_default() {
                match member(path, &name.value) {
                    Ok(folder) => {
                        let id = id(&folder).unwrap_or_default();
                        match known.get(&id.to_ascii_lowercase()).filter(|_| !id.is_empty()) {
                            Some(first) => {
                                cx.push(clashing_courses::same_id((&name.value, name.span), (&first.value, first.span), &id));
                            }
                            None => {
                                known.insert(id.to_ascii_lowercase(), name);
                                folders.push(folder);
                            }
                        }
                    }
                    Err(problem) => cx.push(problem.diagnostic(&format!("{}/course.yaml", name.value), Some(name.span))),
                }
            }
        }
    }
    Courses { folders, catalog: Some((cx.diagnostics, sources)) }
}

/// What catalog.yaml says.
struct Catalog {
    courses: Vec<Named>,
}

impl Decode for Catalog {
    fn decode(node: &yaml::Node, cx: &mut Cx) -> Option<Self> {
        let record = Record::open("a catalog", node, cx)?;
        let version: Option<u32> = record.optional("coursec", cx);
        if version.is_some_and(|version| version != 1)
            && let Some(node) = record.node("coursec")
        {
            cx.expected("`1`, the version of the language", node);
        }
        let courses: Vec<Named> = record.required("courses", cx);
        if let Some(node) = record.node("courses").filter(|node| matches!(&node.kind, yaml::Kind::List(nodes) if nodes.is_empty())) {
            cx.expected("the folder of one course at least", node);
        }
        record.close(cx);
        Some(Self { courses })
    }
}

/// The id in the course.yaml of `folder`, if it can be read; whoever compiles the course says why it cannot.
fn id(folder: &Folder) -> Option<String> {
    let sources = Sources::load(&folder.root).ok()?;
    let file = sources.text("course.yaml").ok()?;
    let node = yaml::read(file, sources.content(file)).output?;
    match &node.get("id")?.kind {
        yaml::Kind::Scalar(text, _) => Some(text.text.clone()),
        _ => None,
    }
}

/// The folder called `name` in the catalog at `path`: there, and no link.
fn member(path: &Path, name: &str) -> Result<Folder, Problem> {
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) || name.chars().any(char::is_control) {
        return Err(Problem::Path("a catalog names folders that stand beside catalog.yaml"));
    }
    let root = path.join(name);
    if root.is_symlink() {
        return Err(Problem::Link);
    }
    if !root.join("course.yaml").is_file() {
        return Err(Problem::Missing { near: None });
    }
    Ok(folder(&root))
}
