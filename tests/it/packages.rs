//! What a target makes of a course.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use coursec::activity::{Delivery, Launchable};
use coursec::archive::archive;
use coursec::content::Line;
use coursec::diag::{FileId, Span, Warned};
use coursec::model::{
    AfterCompletion, AssessmentsRule, CompleteWhen, Course, Coverage, CoverageLevel, Lists, Media, Meta, Navigation, OnNewContent, Profile,
    Setting, Structure, Tracking, Unit, Xapi,
};
use coursec::package::{Package, Page, Sealer, TARGETS, package, page, secrets_in_sources, select};
use coursec::render::{Document, Rendered};
use coursec::source::Sources;
use coursec::target::{READY, entry_name};
use coursec::value::{Id, Language, Thousandths, Version};
use snapbox::{assert_data_eq, str};
use zip::ZipArchive;

fn line(text: &str) -> Line {
    Line { text: text.to_owned(), span: Span::new(FileId(0), 7, 9) }
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// A course called `title` with one unit for each of `units` (id, title), and the media of `sources`.
fn course(title: &str, units: &[(&str, &str)], media: Vec<Media>) -> Course {
    let unit = |&(name, title): &(&str, &str)| Unit {
        id: id(name),
        span: Span::default(),
        title: line(title),
        identity: Vec::new(),
        opens_after: Vec::new(),
        synopsis: None,
        outcomes: Vec::new(),
        marking_points: Vec::new(),
        lists: Lists::default(),
        inherited: BTreeMap::new(),
        key_skills: Vec::new(),
        media: Vec::new(),
        lessons: Vec::new(),
        case_studies: Vec::new(),
        assessments: Vec::new(),
        items: Vec::new(),
        unread: Vec::new(),
        lost: BTreeSet::new(),
    };
    let complete_when = CompleteWhen { pages: Thousandths::ONE, assessments: AssessmentsRule::Passed, span: None };
    Course {
        id: id("tea"),
        version: Version::parse("1.2.0").expect("a version"),
        version_span: Span::default(),
        lang: Language::parse("en-GB").expect("a language"),
        title: line(title),
        description: None,
        meta: Meta::default(),
        base_iri: None,
        base_iri_span: None,
        qualification: None,
        units: units.iter().map(unit).collect::<Vec<_>>().into(),
        lent: std::collections::BTreeSet::new(),
        finals: Vec::new(),
        banks: Vec::new(),
        structure: Setting { value: Structure::UnitPerSco, span: None },
        navigation: Setting { value: Navigation::Free, span: None },
        lms: Setting { value: coursec::target::Profile::generic(), span: None },
        math: Setting { value: false, span: None },
        tracking: Tracking {
            complete_when,
            pass_mark: Thousandths(800),
            after_completion: AfterCompletion::Review,
            on_new_content: OnNewContent::Keep,
        },
        targets: ["scorm2004-4", "scorm12", "web"].map(|name| (name.to_owned(), Span::new(FileId(0), 1, 2))).into(),
        coverage: Coverage { taught: CoverageLevel::Off, assessed: CoverageLevel::Off, evidenced: CoverageLevel::Off },
        levels: Vec::new(),
        theme: "default".to_owned(),
        theme_span: None,
        xapi: Xapi {
            from: Vec::new(),
            broker: None,
            profile: Setting { value: Profile::Own, span: None },
            allowed_origins: Vec::new(),
            home_page: None,
            include_name: false,
            experienced: true,
            answered: true,
            outcomes: true,
            free_text: false,
        },
        media,
        moved: Vec::new(),
        index: coursec::model::Index::default(),
        lost: BTreeSet::new(),
    }
}

fn delivery(course: &Course) -> Delivery {
    let launchable = |(at, unit): (usize, &Unit)| Launchable {
        unit: at,
        slot: u32::try_from(at).expect("few units"),
        public_id: unit.id.to_string(),
        identifier: format!("{}_{at}", unit.id),
        file: format!("units/{}.html", unit.id),
        iri: None,
        title: unit.title.text.clone(),
        objectives: Vec::new(),
        passing: None,
        done: None,
        pages: Vec::new(),
        sheets: Vec::new(),
        cases: Vec::new(),
        interactions: Vec::new(),
        mastery: (at == 0).then_some(Thousandths(855)),
        opens_after: Vec::new(),
    };
    Delivery {
        iri: None,
        identifier: course.id.to_string(),
        title: course.title.text.clone(),
        launchables: course.units.iter().enumerate().map(launchable).collect(),
        whole: None,
        navigation: Navigation::Free,
        release: 0,
    }
}

/// Documents for `delivery`; the first uses every picture of `course`.
fn rendered(course: &Course, delivery: &Delivery, sources: &Sources) -> Rendered<Page> {
    let media: BTreeMap<_, _> = course.media.iter().map(|media| (media.file, entry_name(sources.media_path(media.file)))).collect();
    let sealer = Sealer::default();
    let kept = |file: &str, html: &str, media| {
        let document = Document { file: file.to_owned(), html: html.to_owned(), media };
        page(document, sources, Some(&sealer))
    };
    let document = |file: &str, media: BTreeSet<_>| kept(file, "<!doctype html><p>Tea</p>", media);
    let shared = [("course.css", "p{}"), ("course.js", "go()")];
    let used = |at| if at == 0 { media.keys().copied().collect() } else { BTreeSet::new() };
    Rendered {
        home: None,
        documents: delivery.launchables.iter().enumerate().map(|(at, one)| document(&one.file, used(at))).collect(),
        shared: shared.map(|(name, text)| (name.to_owned(), kept(name, text, BTreeSet::new()))).into(),
        media,
    }
}

/// What target `target` makes of a course of these units and media.
fn made(target: &str, title: &str, units: &[(&str, &str)], files: &[(&str, &str)]) -> (Warned<Option<Package>>, Sources) {
    let sources = Sources::from_memory(files);
    let media = |&(path, _): &(&str, &str)| {
        sources.media(path).ok().map(|file| Media {
            id: id("m"),
            span: Span::new(FileId(0), 3, 5),
            file,
            alt: String::new(),
            caption: None,
            credit: None,
            captions: Vec::new(),
            transcript: None,
            transcript_text: None,
        })
    };
    let course = course(title, units, files.iter().filter_map(media).collect());
    let delivery = delivery(&course);
    let rendered = rendered(&course, &delivery, &sources);
    let projection = TARGETS.iter().find(|one| one.target.name == target).expect("a target");
    (package(&course, &delivery, rendered, &sources, projection), sources)
}

/// The zip of a course that has nothing wrong.
fn zipped(target: &str, title: &str, units: &[(&str, &str)], files: &[(&str, &str)]) -> ZipArchive<Cursor<Vec<u8>>> {
    let (Warned { output, diagnostics }, sources) = made(target, title, units, files);
    assert!(output.is_some(), "{diagnostics:?}");
    let mut out = Cursor::new(Vec::new());
    archive(&output.expect("a package"), &sources, &mut out).expect("memory can be written");
    ZipArchive::new(out).expect("a zip")
}

fn manifest(zip: &mut ZipArchive<Cursor<Vec<u8>>>) -> String {
    let mut text = String::new();
    zip.by_name("imsmanifest.xml").expect("a manifest").read_to_string(&mut text).expect("UTF-8");
    text
}

fn messages(diagnostics: &[coursec::diag::Diagnostic]) -> Vec<String> {
    diagnostics
        .iter()
        .map(|one| format!("{}{}: {}", one.lint.code, if one.primary.is_some() { " (located)" } else { "" }, one.message))
        .collect()
}

const UNITS: [(&str, &str); 2] = [("brew", "Brew tea"), ("serve", "Serve tea")];

#[test]
fn a_manifest_lists_units_and_files() {
    let files = [("media/Pot.svg", "<svg/>"), ("media/cup.gif", "GIF89a")];
    assert_data_eq!(
        manifest(&mut zipped("scorm12", "All about tea", &UNITS, &files)),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="MANIFEST-tea" version="1.2.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <adlcp:location>metadata.xml</adlcp:location>
  </metadata>
  <organizations default="ORG-tea">
    <organization identifier="ORG-tea">
      <title>All about tea</title>
      <item identifier="ITEM-brew_0" identifierref="RES-brew_0" isvisible="true">
        <title>Brew tea</title>
        <adlcp:masteryscore>85.5</adlcp:masteryscore>
      </item>
      <item identifier="ITEM-serve_1" identifierref="RES-serve_1" isvisible="true">
        <title>Serve tea</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="RES-brew_0" type="webcontent" adlcp:scormtype="sco" href="units/brew.html">
      <file href="units/brew.html"/>
      <file href="media/cup.gif"/>
      <file href="media/pot.svg"/>
      <dependency identifierref="SHARED-tea"/>
    </resource>
    <resource identifier="RES-serve_1" type="webcontent" adlcp:scormtype="sco" href="units/serve.html">
      <file href="units/serve.html"/>
      <dependency identifierref="SHARED-tea"/>
    </resource>
    <resource identifier="SHARED-tea" type="webcontent" adlcp:scormtype="asset">
      <file href="course.css"/>
      <file href="course.js"/>
    </resource>
  </resources>
</manifest>

"#]]
    );
}

#[test]
fn every_file_of_a_package_is_listed_and_the_other_way_round() {
    let mut zip = zipped("scorm12", "All about tea", &UNITS, &[("media/pot.svg", "<svg/>"), ("media/unused/Cup.GIF", "GIF89a")]);
    let text = manifest(&mut zip);
    let read = roxmltree::Document::parse(&text).expect("XML");
    let href = |node: roxmltree::Node<'_, '_>| node.attribute("href").map(str::to_owned);
    let listed: BTreeSet<String> = read.descendants().filter(|node| node.tag_name().name() == "file").filter_map(href).collect();
    let packed: BTreeSet<String> = zip.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
    // The manifest, its schemas and its metadata stand at the root, and are no resources.
    let control = ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmanifest.xml", "imsmd_rootv1p2p1.xsd", "metadata.xml"]
        .map(str::to_owned)
        .into();
    assert_eq!(packed.difference(&listed).cloned().collect::<BTreeSet<String>>(), control);
    assert!(listed.is_subset(&packed), "{listed:?}");
    let identifiers: Vec<&str> = read.descendants().filter_map(|node| node.attribute("identifier")).collect();
    assert_eq!(identifiers.len(), identifiers.iter().collect::<BTreeSet<_>>().len(), "{identifiers:?}");
    for reference in read.descendants().filter_map(|node| node.attribute("identifierref")) {
        assert!(identifiers.contains(&reference), "{reference}");
    }
}

#[test]
fn a_title_comes_back_from_a_manifest_as_it_was_written() {
    let hostile = "Tea & <b>\"cake\"</b> 'n' ]]> <!-- --> <?php ?> &amp; &#0; \u{85}\u{a0}\u{2028}\u{200f}\u{1f375}\u{fffd}\u{10ffff}";
    let text = manifest(&mut zipped("scorm12", hostile, &[("brew", hostile)], &[]));
    let read = roxmltree::Document::parse(&text).expect("XML");
    let titles: Vec<&str> = read.descendants().filter(|node| node.tag_name().name() == "title").filter_map(|node| node.text()).collect();
    assert_eq!(titles, [hostile, hostile]);
}

#[test]
fn a_title_that_xml_cannot_hold_is_an_error_at_the_title() {
    let (made, _) = made("scorm12", "Tea\u{1}time", &[("brew", "Brew\u{fffe}")], &[]);
    assert!(made.output.is_none());
    assert_eq!(
        messages(&made.diagnostics),
        [
            "E0604 (located): the invisible character U+0001 cannot go into a manifest",
            "E0604 (located): the invisible character U+FFFE cannot go into a manifest"
        ]
    );
}

#[test]
fn a_long_title_is_cut_and_told() {
    let long = "Tea ".repeat(60).trim_end().to_owned();
    let (made, _) = made("scorm12", &long, &UNITS, &[]);
    assert_eq!(messages(&made.diagnostics), ["W0601 (located): the title has 239 characters; `scorm12` has room for 200"]);
    let text = manifest(&mut zipped("scorm12", &long, &UNITS, &[]));
    assert!(text.contains(&format!("<title>{}…</title>", "Tea ".repeat(49).trim_end())), "{text}");
}

#[test]
fn a_web_package_has_no_manifest() {
    let zip = zipped("web", "All about tea", &UNITS, &[("media/pot.svg", "<svg/>")]);
    let names: Vec<String> = zip.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
    assert_eq!(names, ["course.css", "course.js", "media/pot.svg", "units/brew.html", "units/serve.html"]);
}

#[test]
fn names_and_files_that_some_system_refuses_are_errors() {
    let files = [
        ("media/a b.txt", "x"),
        ("media/cup", "x"),
        ("media/Cup/a.txt", "x"),
        ("media/empty.png", ""),
        ("media/Tea.svg", "<svg/>"),
        ("media/tea.svg", "<svg/>"),
    ];
    let (made, _) = made("web", "Tea", &UNITS, &files);
    assert!(made.output.is_none());
    assert_eq!(
        messages(&made.diagnostics),
        [
            "E0601 (located): file `media/a b.txt` cannot go into a package under this name: it has a space",
            "E0602 (located): files `media/Cup/a.txt` and `media/cup` cannot both go into a package",
            "E0603 (located): file `media/empty.png` is empty",
            "E0602 (located): files `media/Tea.svg` and `media/tea.svg` cannot both go into a package",
        ]
    );
}

#[test]
fn code_and_secrets_in_media_are_errors() {
    let files = [
        ("media/evil.svg", "<svg onload='go()'/>"),
        ("media/notes.csv", "https://lrs:q7Zt81xK@lrs.acme.edu/xapi"),
        ("media/plain.svg", "<svg/>"),
    ];
    let (made, _) = made("web", "Tea", &UNITS, &files);
    assert!(made.output.is_none());
    assert_eq!(
        messages(&made.diagnostics),
        [
            "E0606 (located): picture `media/evil.svg` has an event handler",
            "E0605 (located): an address with a password (`lrs:…`) would stand in file `media/notes.csv` of the package"
        ]
    );
}

#[test]
fn a_secret_in_a_source_is_found_where_it_stands() {
    let text = "id: brew\nsynopsis: |\n  Results go to https://lrs:q7Zt81xK@lrs.acme.edu/xapi.\n";
    let sources = Sources::from_memory(&[("course.yaml", "id: tea\n"), ("units/brew.yaml", text)]);
    let found = secrets_in_sources(&sources);
    assert_eq!(messages(&found), ["E0605 (located): an address with a password is in a file of the course"]);
    let span = found[0].primary.as_ref().expect("a place").span;
    assert_eq!((sources.name(span.file), &text[span.start as usize..span.end as usize]), ("units/brew.yaml", "lrs:q7Zt81xK"));
}

#[test]
fn the_targets_to_build_are_those_asked_for_or_listed() {
    let course = course("Tea", &UNITS, Vec::new());
    let names = |asked: &[&str]| {
        let asked: Vec<String> = asked.iter().map(|&name| name.to_owned()).collect();
        let Warned { output, diagnostics } = select(&course, &asked);
        (output.iter().map(|one| one.target.name).collect::<Vec<_>>(), messages(&diagnostics))
    };
    assert_eq!(names(&[]), (vec!["scorm12", "scorm2004-4", "web"], Vec::new()));
    assert_eq!(names(&["web"]), (vec!["web"], Vec::new()));
}

#[test]
fn every_target_has_a_file_and_a_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/package");
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_file() && fs::read_to_string(&path).expect("a text").contains(": Projection = Projection {") {
            files.insert(path.file_stem().expect("a name").display().to_string());
        }
    }
    let lines: Vec<&str> = TARGETS.iter().map(|one| one.target.name).collect();
    // Editions of a standard share a file.
    let standards: BTreeSet<String> = TARGETS.iter().map(|one| one.target.adapter.to_owned()).collect();
    assert_eq!(standards, files, "a standard is a file in src/package, each target of it a line in TARGETS");
    assert!(lines.is_sorted(), "{lines:?}");
    assert_eq!(lines, READY.iter().map(|target| target.name).collect::<Vec<_>>(), "READY and TARGETS name the same targets");
}
