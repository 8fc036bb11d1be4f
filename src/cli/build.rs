//! `coursec build`: one package for each course and target.

use std::collections::BTreeMap;

use super::args::Build;
use super::courses::{self, Folder};
use super::dist::{self, Built};
use super::schemas::Schemas;
use super::shell::Shell;
use super::tell::{Teller, count};
use super::{Failure, Status};
use crate::package::Package;
use crate::{Aim, Options, compile, lock_of, target};

/// Builds the courses at PATH. One that fails does not stop the others.
pub(super) fn run(arguments: &Build, shell: &mut Shell) -> Result<Status, Failure> {
    let courses = courses::find(arguments.place.path.as_deref())?;
    let mut schemas = arguments.schemas.as_deref().map(Schemas::open).transpose()?;
    if let Some(schemas) = &mut schemas {
        for target in arguments.target.iter().filter_map(|name| target::named(name)) {
            schemas.of(target)?;
        }
    }
    let mut teller = Teller::new(&arguments.telling);
    let mut status = teller.catalog(&courses, shell);
    let options = Options {
        targets: arguments.target.clone(),
        theme: arguments.theme.clone(),
        lms: arguments.lms.as_deref().and_then(target::profile),
        release: arguments.release,
        locked: arguments.locked,
        aim: Aim::Write,
        ..Options::default()
    };
    shell.begin(courses.folders.len() * 3);
    for folder in &courses.folders {
        status = status.max(one(folder, arguments, &options, schemas.as_mut(), &mut teller, shell)?);
    }
    shell.finish();
    teller.finish(shell);
    if !arguments.release && status == Status::Done {
        shell.say("not a release; states that it leaves are not promised");
    }
    Ok(status)
}

/// Builds one course: nothing of it is written where it has errors.
fn one(
    folder: &Folder,
    arguments: &Build,
    options: &Options,
    schemas: Option<&mut Schemas>,
    teller: &mut Teller<'_>,
    shell: &Shell,
) -> Result<Status, Failure> {
    let sources = folder.load(shell)?;
    let found = lock_of(&sources);
    let mut diagnostics = found.diagnostics;
    shell.step(format_args!("compiling {}", folder.name()));
    let mut output = None;
    if let Some(lock) = found.output {
        let built = compile(&sources, lock, options);
        diagnostics.extend(built.diagnostics);
        output = built.output;
    }
    let status = teller.tell(folder.name(), &diagnostics, &sources, shell);
    let Some(mut output) = output.filter(|_| status == Status::Done) else {
        shell.say(format_args!("nothing built of {}: {}", folder.name(), count(&diagnostics)));
        return Ok(Status::Errors);
    };
    shell.step(format_args!("packing {}", folder.name()));
    let sums = match schemas {
        Some(schemas) => exchange(&mut output.packages, schemas, shell)?,
        None => BTreeMap::new(),
    };
    let (course, version) = (&output.course.id, &output.course.version);
    let built = Built { course, version, sources: &sources, packages: &output.packages, schemas: &sums };
    let (artifacts, text) = rayon::join(|| dist::write(&arguments.out, built), || output.lock.to_string());
    let artifacts = artifacts.map_err(|why| Failure::Machine(why.to_string()))?;
    for artifact in artifacts {
        shell.say(format_args!("built {} ({})", arguments.out.join(&artifact.file).display(), size(artifact.size)));
    }
    let before = sources.lock().ok().flatten().map(|file| sources.content(file));
    if before != Some(text.as_str()) {
        // The last thing that a build does, by a rename: the lock is whole or as it was.
        dist::replace(&folder.root.join("course.lock"), text.as_bytes()).map_err(|why| Failure::Machine(why.to_string()))?;
    }
    // Taking a large course apart takes time that nobody has to wait for.
    rayon::spawn(move || drop(output));
    Ok(Status::Done)
}

/// Puts `schemas` into `packages` in the place of ours; the sum of those of each target that carries any.
fn exchange(packages: &mut Vec<Package>, schemas: &mut Schemas, shell: &Shell) -> Result<BTreeMap<&'static str, String>, Failure> {
    let mut sums = BTreeMap::new();
    for package in std::mem::take(packages) {
        let target = package.target;
        let (package, sum) = schemas.put_into(package)?;
        packages.push(package);
        sums.extend(sum.map(|sum| (target.name, sum)));
    }
    if sums.is_empty() {
        shell.say("no package here carries schemas, so `--schemas` changes nothing: only those for SCORM do");
    }
    Ok(sums)
}

/// Bytes for people.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        1_000_000..1_000_000_000 => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
        _ => format!("{}.{} GB", bytes / 1_000_000_000, bytes / 100_000_000 % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in [(0, "0 kB"), (1, "1 kB"), (12_345, "13 kB"), (1_250_000, "1.2 MB"), (2_000_000_000, "2.0 GB")] {
            assert_eq!(size(bytes), text);
        }
    }
}
