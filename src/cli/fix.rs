//! The certain mends of a course, made in its files.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Failure;
use super::courses::Folder;
use super::shell::Shell;
use crate::diag::emit::Files;
use crate::diag::{Diagnostic, Edit, FileId, Fix};
use crate::source::Sources;
use crate::{Options, check};

/// A mend can bring the next one to light; so many times they are looked for.
const ROUNDS: usize = 8;

/// Mends the course in `folder` until there is nothing certain left to mend, and says what it changed.
pub(super) fn run(folder: &Folder, shell: &Shell) -> Result<(), Failure> {
    let root = fs::canonicalize(&folder.root).map_err(|why| failed("read", &folder.root, &why))?;
    for _ in 0..ROUNDS {
        let sources = folder.load(shell)?;
        let diagnostics = check(&sources, &Options::default());
        let chosen = choose(&diagnostics, |file| place(&root, &sources, file).is_some());
        if chosen.is_empty() {
            break;
        }
        let mut edits: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
        for edit in chosen.iter().flat_map(|(_, fix)| &fix.edits) {
            edits.entry(edit.span.file).or_default().push(edit);
        }
        for (file, edits) in edits {
            if let Some(path) = place(&root, &sources, file) {
                write(&path, &sources, file, &edits)?;
            }
        }
        for (diagnostic, fix) in chosen {
            shell.say(format_args!("fixed {}: {} ({})", at(diagnostic, &sources), fix.title, diagnostic.lint.code));
        }
    }
    Ok(())
}

/// The mends to make now: certain, the only one of its diagnostic, in files that may be written, none into another.
fn choose(diagnostics: &[Diagnostic], ours: impl Fn(FileId) -> bool) -> Vec<(&Diagnostic, &Fix)> {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut chosen = Vec::new();
    for diagnostic in diagnostics {
        let mut certain = diagnostic.fixes.iter().filter(|fix| fix.certain);
        let (Some(fix), None) = (certain.next(), certain.next()) else { continue };
        let free = |edit: &Edit| taken.iter().all(|other| apart(edit, other));
        if !fix.edits.is_empty() && fix.edits.iter().all(|edit| ours(edit.span.file) && free(edit)) {
            taken.extend(&fix.edits);
            chosen.push((diagnostic, fix));
        }
    }
    chosen
}

/// Whether the edits touch nothing in common.
fn apart(one: &Edit, other: &Edit) -> bool {
    one.span.file != other.span.file || one.span.end < other.span.start || other.span.end < one.span.start
}

/// The file on disk, if it is one of the course folder `root` itself: `shared:` belongs to others, and a link may lead elsewhere.
fn place(root: &Path, sources: &Sources, file: FileId) -> Option<PathBuf> {
    let name = sources.name(file);
    let path = fs::canonicalize(root.join(name)).ok()?;
    (!name.starts_with("shared:") && path.starts_with(root) && path.is_file()).then_some(path)
}

/// Writes `file` anew, with `edits`; it is whole at every moment.
fn write(path: &Path, sources: &Sources, file: FileId, edits: &[&Edit]) -> Result<(), Failure> {
    let content = sources.content(file);
    let mark = if sources.skipped(file) > 0 { "\u{feff}" } else { "" };
    let before = fs::read(path).map_err(|why| failed("read", path, &why))?;
    if before != format!("{mark}{content}").as_bytes() {
        return Err(Failure::Machine(format!("`{}` was changed by somebody else; nothing was written to it", path.display())));
    }
    let text = format!("{mark}{}", mended(content, edits));
    let folder = path.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(path).map_err(|why| failed("read", path, &why))?.permissions();
    let told = |why: &std::io::Error| failed("write", path, why);
    let mut new = tempfile::Builder::new().prefix(".coursec-").suffix(".tmp").tempfile_in(folder).map_err(|why| told(&why))?;
    new.write_all(text.as_bytes()).map_err(|why| told(&why))?;
    new.as_file().set_permissions(permissions).map_err(|why| told(&why))?;
    new.persist(path).map_err(|why| told(&why.error))?;
    Ok(())
}

/// `content` after `edits`, which do not overlap; lines that they bring end as its own do.
fn mended(content: &str, edits: &[&Edit]) -> String {
    let windows = content.find('\n').is_some_and(|at| content[..at].ends_with('\r'));
    let mut sorted = edits.to_vec();
    sorted.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(content.len());
    let mut done = 0;
    for edit in sorted {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let (Some(before), true) = (content.get(done..start), content.is_char_boundary(end)) else { continue };
        out.push_str(before);
        let new = &edit.replacement;
        out.push_str(&if windows { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new.clone() });
        done = end;
    }
    out.push_str(content.get(done..).unwrap_or_default());
    out
}

/// The file and line of `diagnostic`.
fn at(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let Some(label) = &diagnostic.primary else { return "the course".to_owned() };
    let content = sources.content(label.span.file);
    let before = content.get(..label.span.start as usize).unwrap_or_default();
    format!("{}:{}", Files::name(sources, label.span.file), before.matches('\n').count() + 1)
}

fn failed(what: &str, path: &Path, why: &std::io::Error) -> Failure {
    Failure::Machine(format!("cannot {what} `{}`: {why}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::mended;
    use crate::diag::{Edit, FileId, Span};

    #[test]
    fn edits_go_in_from_the_left_and_keep_line_ends() {
        let edit = |start, end, text: &str| Edit { span: Span::new(FileId(0), start, end), replacement: text.to_owned() };
        let (late, early) = (edit(6, 7, "x\ny"), edit(0, 1, ""));
        assert_eq!(mended("a: 1\r\nb: 2\r\n", &[&late, &early]), ": 1\r\nx\r\ny: 2\r\n");
        assert_eq!(mended("a: 1\nb: 2\n", &[&edit(5, 6, "x\ny")]), "a: 1\nx\ny: 2\n");
    }
}
