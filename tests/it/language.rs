//! What authors write, and what is said of it.

use std::path::Path;

use coursec::check;
use coursec::diag::{Lint, Warned, sort};
use coursec::item::{self, ITEM_TYPES};
use coursec::model::{self, Course};
use coursec::source::Sources;
use coursec::syntax;
use coursec::yaml;

/// The course of `sources`, with everything that reading it says.
fn course(sources: &Sources) -> Warned<Option<Course>> {
    let files = syntax::parse(sources);
    let mut diagnostics = files.diagnostics;
    let output = files.output.map(|files| {
        let lowered = model::lower(files, sources);
        diagnostics.extend(lowered.diagnostics);
        lowered.output
    });
    sort(&mut diagnostics);
    Warned { output, diagnostics }
}

fn example(name: &str) -> Course {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let read = course(&Sources::load(&root).expect("the example is there"));
    assert!(read.diagnostics.is_empty(), "{:#?}", read.diagnostics);
    read.output.expect("a course without diagnostics is there")
}

#[test]
fn the_smallest_course_has_its_defaults() {
    let course = example("minimal");
    let unit = &course.units[0];
    assert_eq!(course.targets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["scorm12", "web"]);
    assert_eq!(unit.items.len(), 6);
    assert_eq!(unit.assessments[0].attempts, None);
    assert_eq!(unit.assessments[1].attempts, Some(2));
    assert_eq!(unit.assessments[1].pass_mark.0, 600);
    assert!(!unit.assessments[0].counts && unit.assessments[1].counts);
    assert_eq!(unit.lessons[0].teaches.iter().map(ToString::to_string).collect::<Vec<_>>(), ["LO1", "1.1", "1.2"]);
}

#[test]
fn two_units_inherit_what_they_say() {
    let course = example("two-units");
    let inherited = |unit: usize, list: &str| course.units[unit].inherited[list].iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(inherited(0, "guidance"), ["keep-a-diary"]);
    assert_eq!(inherited(0, "key_terms"), ["plot", "mulch"]);
    assert_eq!(inherited(1, "key_concepts"), ["little-and-often"]);
    assert_eq!(inherited(1, "guidance"), ["keep-a-diary", "photograph-first"]);
    assert!(inherited(1, "key_terms").is_empty());
    let said = check::apply_levels(&course, &lints(), check::check(&course));
    assert_eq!(said.iter().map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Everything that is said of the smallest course with `files` laid over it.
fn said(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/minimal");
    let minimal = Sources::load(&root).expect("the example is there");
    let base = |path: &str| minimal.content(minimal.text(path).expect("the file is there")).to_owned();
    let (course_yaml, unit) = (base("course.yaml"), base("units/hand-washing.yaml"));
    let mut all = vec![("course.yaml", course_yaml.as_str()), ("units/hand-washing.yaml", unit.as_str())];
    all.retain(|(path, _)| files.iter().all(|(over, _)| over != path));
    all.extend(files);
    let sources = Sources::from_memory(&all);
    let read = course(&sources);
    let mut diagnostics = read.diagnostics;
    if let Some(course) = &read.output {
        diagnostics.extend(check::check(course));
        diagnostics = check::apply_levels(course, &lints(), diagnostics);
    }
    sort(&mut diagnostics);
    diagnostics.iter().map(|diagnostic| (diagnostic.lint.code.to_owned(), diagnostic.message.clone())).collect()
}

fn lints() -> Vec<&'static Lint> {
    [yaml::rules::RULES, item::rules::RULES, model::rules::RULES, check::rules::RULES].concat()
}

#[test]
fn every_mistake_is_said_in_one_run() {
    let course = "coursec: 1\nid: clean-hands\nversion: 1.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml, units/gone.yaml]\nmath: true\n";
    let unit = "id: hand-washing\ntitle: Wash\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{id: 1.3, statement: say when}]\n\
                lessons:\n  - {id: when, title: When, teaches: [LO1, 1.4], minuts: 5, body: 'See [this](lesson:wen).'}\n\
                assessments:\n  - {id: test, title: Test, purpose: sumative, items: [dry, wet], pass_mark: 80}\n\
                items:\n  - {id: dry, type: true-false, prompt: Dry hands., assesses: [LO1], answer: no}\n";
    let said = said(&[("course.yaml", course), ("units/hand-washing.yaml", unit)]);
    let said: Vec<String> = said.into_iter().map(|(code, message)| format!("{code} {message}")).collect();
    assert_eq!(
        said,
        [
            "E0114 `1.0` cannot be read here",
            "E0130 file `units/gone.yaml` is not in the course folder",
            "E0113 this version of coursec cannot build mathematics yet",
            "E0201 criterion `1.4` is not defined in unit `hand-washing`",
            "E0110 a lesson has no key `minuts`",
            "E0201 lesson `wen` is not defined in unit `hand-washing`",
            "E0112 expected `diagnostic`, `formative`, or `summative`, found `sumative`",
            "E0201 item `wet` is not defined in unit `hand-washing`",
            "E0114 `80` cannot be read here",
            "E0112 expected `true` or `false`, found `no`",
        ]
    );
}

#[test]
fn a_file_that_is_no_yaml_hides_nothing_of_the_others() {
    let course = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/broken.yaml, units/hand-washing.yaml]\n";
    let unit = "id: hand-washing\ntitle: Wash\noutcomes:\n  - {id: LO1, statement: keep hands clean, criteria: [{id: 1.1, statement: say when}]}\n\
                lessons:\n  - {id: when, title: When, teaches: [LO2], body: 'See [the other](unit:broken).'}\n";
    let said = said(&[("course.yaml", course), ("units/broken.yaml", "id: broken\ntitle: [\n"), ("units/hand-washing.yaml", unit)]);
    let said: Vec<String> = said.into_iter().map(|(code, message)| format!("{code} {message}")).collect();
    assert_eq!(
        said,
        [
            "E0101 this file is not valid YAML",
            "W0211 criterion `1.1` is assessed by no item of an assessment",
            "E0201 outcome `LO2` is not defined in unit `hand-washing`"
        ]
    );
}

#[test]
fn every_item_type_is_at_home_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names: Vec<&str> = ITEM_TYPES.iter().map(|kind| kind.name).collect();
    assert!(names.is_sorted(), "ITEM_TYPES is sorted by name: {names:?}");
    for kind in ITEM_TYPES {
        let name = kind.name;
        for path in [format!("src/item/{}.rs", name.replace('-', "_")), format!("tests/vectors/{name}.json")] {
            assert!(root.join(&path).is_file(), "item type `{name}` has no {path}");
        }
        for path in [format!("themes/default/item/{name}.html"), format!("themes/runtime/src/items/{name}.js")] {
            assert_eq!(root.join(&path).is_file(), kind.built, "item type `{name}` is built where it has {path}");
        }
    }
    for entry in std::fs::read_dir(root.join("themes/default/item")).expect("the theme is there") {
        let file = entry.expect("the folder can be listed").file_name().into_string().expect("names are UTF-8");
        let name = file.trim_end_matches(".html");
        assert!(name == "frame" || names.contains(&name), "themes/default/item/{file} belongs to no item type");
    }
}

#[test]
fn the_example_of_an_item_type_is_an_item() {
    for kind in ITEM_TYPES {
        let id = kind.example.lines().next().and_then(|line| line.strip_prefix("id: ")).expect("an example begins with its id");
        let item = format!("    {}\n", kind.example.trim_end().replace('\n', "\n    "));
        let unit = format!(
            "id: hand-washing\ntitle: Wash your hands\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    criteria: [{{id: 1.1, statement: say when}}]\n\
             lessons:\n  - {{id: when, title: When, teaches: [LO1], body: \"Before food.\\n\\n![](media:hand)\"}}\n\
             assessments:\n  - {{id: quiz, title: Quiz, purpose: formative, items: [{id}]}}\nitems:\n  -\n{item}    assesses: [LO1]\n"
        );
        let other = (!kind.marked).then_some("  - {id: dry, type: true-false, prompt: Dry hands., assesses: [LO1], answer: true}\n");
        let unit =
            unit.replace(&format!("items: [{id}]"), &format!("items: [{id}{}]", other.map_or("", |_| ", dry"))) + other.unwrap_or_default();
        let course = "coursec: 1\nid: clean-hands\nversion: 1.0.0\nlang: en-GB\ntitle: Clean hands\nunits: [units/hand-washing.yaml]\ntargets: [web]\nmedia: [{id: hand, file: media/hand.svg, alt: A hand}]\n";
        let image = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
        let said = said(&[("course.yaml", course), ("units/hand-washing.yaml", &unit), ("media/hand.svg", image)]);
        let expected: &[&str] = if kind.built { &[] } else { &["E0113"] };
        assert_eq!(said.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), expected, "{}", kind.name);
    }
}
