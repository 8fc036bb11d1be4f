//! Times the parts of a build, in milliseconds. `cargo bench --bench stages -- ...`
//!
//! - `floor COURSE ZIP OUT`: what no build can do without: the files of COURSE read, those of ZIP deflated on all cores, a file of its size
//!   written at OUT.
//! - `stages COURSE OUT`: each stage of a build of COURSE for SCORM 1.2, written to OUT.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark reads what it times and prints figures")]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

use coursec::activity::plan;
use coursec::archive::archive;
use coursec::lock::{self, Mode};
use coursec::package::Sealer;
use coursec::source::Sources;
use coursec::theme::Theme;
use coursec::{check, lock_of, model, package, render, syntax};
use rayon::prelude::*;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, ZipArchive};

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    match words[..] {
        ["floor", course, zip, out] => floor(Path::new(course), Path::new(zip), Path::new(out)),
        ["stages", course, out] => stages(Path::new(course), Path::new(out)),
        _ => panic!("stages floor COURSE ZIP OUT, or stages stages COURSE OUT"),
    }
}

/// What `work` makes, and prints how long it took.
fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = work();
    println!("{name} {:.1}", start.elapsed().as_secs_f64() * 1000.0);
    made
}

fn floor(course: &Path, zip: &Path, out: &Path) {
    let mut packed = ZipArchive::new(File::open(zip).expect("the zip is there")).expect("it is a zip");
    let mut files = Vec::new();
    for at in 0..packed.len() {
        let mut entry = packed.by_index(at).expect("a file of the zip");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("it can be unpacked");
        files.push((entry.compression() == CompressionMethod::Deflated, bytes));
    }
    let bytes = fs::read(zip).expect("the zip can be read");
    timed("floor", || {
        let found = walkdir::WalkDir::new(course).into_iter().map(|entry| entry.expect("the course can be listed"));
        let found: Vec<_> = found.filter(|entry| entry.file_type().is_file()).collect();
        found.par_iter().for_each(|entry| drop(black_box(fs::read(entry.path()).expect("a source can be read"))));
        let options = SimpleFileOptions::default().compression_level(Some(6));
        files.par_iter().filter(|(deflated, _)| *deflated).for_each(|(_, bytes)| {
            drop(black_box(PreparedZipFile::from_data("file", options, bytes).expect("it can be deflated")));
        });
        fs::write(out, &bytes).expect("a file can be written");
    });
}

fn stages(folder: &Path, out: &Path) {
    let sources = timed("read", || Sources::load(folder).expect("the course can be read"));
    let lock = lock_of(&sources).output.expect("its lock can be read");
    timed("secrets", || package::secrets_in_sources(&sources));
    let files = timed("parse", || syntax::parse(&sources)).output.expect("it is a course");
    let course = timed("lower", || model::lower(files, &sources)).output;
    timed("check", || check::check(&course));
    let lock = timed("lock", || lock::update(&course, lock, Mode::Write)).output.expect("its lock fits");
    let delivery = timed("plan", || plan(&course, &lock));
    let theme = timed("theme", || Theme::load(&course, &sources, None)).output.expect("it has a theme");
    let target = package::select(&course, &["scorm12".to_owned()]).output[0];
    let material = render::Material {
        course: &course,
        delivery: &delivery,
        target: target.target,
        theme: &theme,
        sources: &sources,
        lock: &lock,
        origins: &[],
    };
    let rendered = timed("render", || {
        let sealer = Sealer::default();
        render::render(&material, |document| package::page(document, &sources, Some(&sealer)))
    });
    let rendered = rendered.output.expect("it can be rendered");
    let package = timed("package", || package::package(&course, &delivery, rendered, &sources, target)).output.expect("it can be packed");
    timed("archive", || archive(&package, &sources, File::create(out).expect("a file can be written")).expect("the zip can be written"));
}
