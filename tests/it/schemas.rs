//! The schemas that packages carry: ours, or those behind `--schemas`.

use std::fs::File;
use std::io::{Cursor, Read, Write};

use snapbox::str;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::{CourseTest, Ran};

/// A schema of `namespace` that holds nothing but `inside`.
fn schema(namespace: &str, inside: &str) -> String {
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"{namespace}\">{inside}</xs:schema>\n")
}

/// Made-up schemas of SCORM 1.2, by name.
fn scorm12() -> Vec<(&'static str, String)> {
    vec![
        ("imscp_rootv1p1p2.xsd", schema("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "<xs:import schemaLocation='ims_xml.xsd'/>")),
        ("adlcp_rootv1p2.xsd", schema("http://www.adlnet.org/xsd/adlcp_rootv1p2", "<!-- theirs -->")),
        ("ims_xml.xsd", schema("http://www.w3.org/XML/1998/namespace", "")),
    ]
}

/// Made-up schemas of SCORM 2004, by name; `shared` is what the 4th edition alone declares.
fn scorm2004(shared: &str) -> Vec<(&'static str, String)> {
    let doctype = "<!DOCTYPE xs:schema PUBLIC \"-//W3C//DTD XMLSCHEMA 200102//EN\" \"XMLSchema.dtd\">\n";
    let lom = "<xs:include schemaLocation='common/dataTypes.xsd'/><xs:import schemaLocation='http://example.org/elsewhere.xsd'/>";
    vec![
        ("imscp_v1p1.xsd", schema("http://www.imsglobal.org/xsd/imscp_v1p1", "<xs:import schemaLocation='xml.xsd'/>")),
        ("adlcp_v1p3.xsd", schema("http://www.adlnet.org/xsd/adlcp_v1p3", shared)),
        ("adlseq_v1p3.xsd", schema("http://www.adlnet.org/xsd/adlseq_v1p3", "")),
        ("adlnav_v1p3.xsd", schema("http://www.adlnet.org/xsd/adlnav_v1p3", "")),
        ("imsss_v1p0.xsd", schema("http://www.imsglobal.org/xsd/imsss", "<xs:include schemaLocation = \"imsss_v1p0util.xsd\"/>")),
        ("imsss_v1p0util.xsd", schema("http://www.imsglobal.org/xsd/imsss", "")),
        ("xml.xsd", format!("{doctype}{}", schema("http://www.w3.org/XML/1998/namespace", ""))),
        ("XMLSchema.dtd", "<!ENTITY % xs-datatypes PUBLIC 'datatypes' 'datatypes.dtd' >\n".to_owned()),
        ("datatypes.dtd", "<!-- none -->\n".to_owned()),
        ("lom.xsd", schema("http://ltsc.ieee.org/xsd/LOM", lom)),
        ("common/dataTypes.xsd", schema("http://ltsc.ieee.org/xsd/LOM", "<xs:include schemaLocation='../xml.xsd'/>")),
    ]
}

const FOURTH: &str = "<xs:attribute name='sharedDataGlobalToSystem'/>";

/// A course beside these files in `folder`.
fn with(folder: &str, files: &[(&'static str, String)]) -> CourseTest {
    files.iter().fold(CourseTest::new(), |test, (name, text)| test.file(&format!("{folder}{name}"), text))
}

/// A zip with these entries.
fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("memory can be written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The names of the schemas in a package that was built.
fn carried(ran: &Ran, target: &str) -> Vec<String> {
    let mut zip = open(ran, target);
    let names = (0..zip.len()).map(|place| zip.by_index(place).expect("an entry").name().expect("a name").to_string());
    names.filter(|name| name.ends_with(".xsd") || name.ends_with(".dtd")).collect()
}

/// What an entry of a package that was built says.
fn says(ran: &Ran, target: &str, name: &str) -> String {
    let mut text = String::new();
    open(ran, target).by_name(name).expect("it is there").read_to_string(&mut text).expect("it is text");
    text
}

fn open(ran: &Ran, target: &str) -> ZipArchive<File> {
    let file = File::open(ran.path().join(format!("dist/clean-hands-1.0.0-{target}.zip"))).expect("a package");
    ZipArchive::new(file).expect("a zip")
}

#[test]
fn a_package_carries_every_schema_that_its_manifest_and_metadata_name() {
    let ran = CourseTest::new().run("build -q --target scorm12 --target scorm2004-3 --target scorm2004-4 --target cmi5").status(0);
    assert_eq!(carried(&ran, "scorm12"), ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"]);
    let ours = [
        "adlcp_v1p3.xsd",
        "adlnav_v1p3.xsd",
        "adlseq_v1p3.xsd",
        "imscp_v1p1.xsd",
        "imsss_v1p0.xsd",
        "imsss_v1p0auxresource.xsd",
        "imsss_v1p0control.xsd",
        "imsss_v1p0delivery.xsd",
        "imsss_v1p0limit.xsd",
        "imsss_v1p0objective.xsd",
        "imsss_v1p0random.xsd",
        "imsss_v1p0rollup.xsd",
        "imsss_v1p0seqrule.xsd",
        "imsss_v1p0util.xsd",
        "lom.xsd",
        "xml.xsd",
    ];
    for target in ["scorm2004-3", "scorm2004-4"] {
        assert_eq!(carried(&ran, target), ours);
    }
    // Whatever names a schema names one that is there.
    let named = regex::Regex::new("schemaLocation=\"([^\"]+)\"").expect("a pattern");
    for target in ["scorm12", "scorm2004-3", "scorm2004-4"] {
        let carried = carried(&ran, target);
        for file in carried.iter().map(String::as_str).chain(["imsmanifest.xml", "metadata.xml"]) {
            for found in named.captures_iter(&says(&ran, target, file)) {
                for name in found[1].split_whitespace().filter(|word| !word.contains("://")) {
                    assert!(carried.iter().any(|one| one == name), "{target}: {file} names {name}");
                }
            }
        }
    }
}

#[test]
fn the_schemas_of_a_folder_stand_in_the_place_of_ours() {
    let test = with("xsd/", &scorm2004(FOURTH)).file("xsd/notes.xsd", "not asked for").file("xsd/index.html", "nor this");
    let ran = test.run("build --target scorm2004-4 --target web --schemas xsd").stderr(str![[r#"
built dist/clean-hands-1.0.0-scorm2004-4.zip ([..] kB)
built dist/clean-hands-1.0.0-web.zip ([..] kB)
not a release; states that it leaves are not promised

"#]]);
    let ran = ran.status(0);
    assert_eq!(
        carried(&ran, "scorm2004-4"),
        [
            "XMLSchema.dtd",
            "adlcp_v1p3.xsd",
            "adlnav_v1p3.xsd",
            "adlseq_v1p3.xsd",
            "common/dataTypes.xsd",
            "datatypes.dtd",
            "imscp_v1p1.xsd",
            "imsss_v1p0.xsd",
            "imsss_v1p0util.xsd",
            "lom.xsd",
            "xml.xsd",
        ]
    );
    for (name, text) in scorm2004(FOURTH) {
        assert_eq!(says(&ran, "scorm2004-4", name), text);
    }
    // What is in a package is written down, and only there.
    let record = std::fs::read_to_string(ran.path().join("dist/build.json")).expect("it was written");
    assert_eq!(record.matches("\"schemas\": \"").count(), 1, "{record}");
    // The same again.
    let first = std::fs::read(ran.path().join("dist/clean-hands-1.0.0-scorm2004-4.zip")).expect("a package");
    let ran = ran.then().run("build -q --target scorm2004-4 --schemas xsd").status(0);
    assert_eq!(std::fs::read(ran.path().join("dist/clean-hands-1.0.0-scorm2004-4.zip")).expect("a package"), first);
}

#[test]
fn a_scorm_zip_gives_its_schemas_and_nothing_else() {
    let mut entries = scorm12();
    entries.push(("imsmanifest.xml", "<manifest/>".to_owned()));
    entries.push(("index.html", "<p>theirs</p>".to_owned()));
    let entries: Vec<(&str, &str)> = entries.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let test = CourseTest::new().file("their.zip", zipped(&entries));
    let ran = test.run("build -q --target scorm12 --schemas their.zip").stderr("").status(0);
    // They have none for metadata, so ours stays.
    assert_eq!(carried(&ran, "scorm12"), ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"]);
    assert!(says(&ran, "scorm12", "adlcp_rootv1p2.xsd").contains("<!-- theirs -->"));
    assert!(says(&ran, "scorm12", "imsmanifest.xml").contains("MANIFEST-"));
}

#[test]
fn each_edition_is_found_in_the_folder_that_has_it() {
    let under = |folder: &str, files: Vec<(&str, String)>, test: CourseTest| {
        files.iter().fold(test, |test, (name, text)| test.file(&format!("xsd/{folder}/{name}"), text))
    };
    let test = under("a", scorm2004(FOURTH), under("b", scorm2004(""), under("c", scorm12(), CourseTest::new())));
    let ran = test.run("build -q --target scorm12 --target scorm2004-3 --target scorm2004-4 --schemas xsd").stderr("").status(0);
    assert!(says(&ran, "scorm2004-4", "adlcp_v1p3.xsd").contains("sharedData"));
    assert!(!says(&ran, "scorm2004-3", "adlcp_v1p3.xsd").contains("sharedData"));
    under("d", scorm12(), ran.then())
        .run("build --target scorm12 --schemas xsd --out again")
        .stderr(str![[r#"
error: cannot take schemas from `xsd`: `c` and `d` in it both have schemas for `scorm12`: name one of them

"#]])
        .status(2)
        .no_file("again");
}

#[test]
fn a_place_that_has_not_what_is_needed_is_told_in_one_sentence() {
    let whole = scorm2004(FOURTH);
    let but = |name: &str, text: Option<&str>| -> Vec<(&'static str, String)> {
        let rest = whole.iter().filter(|(one, _)| *one != name).cloned();
        let other = whole.iter().find(|(one, _)| *one == name).zip(text).map(|((name, _), text)| (*name, text.to_owned()));
        rest.chain(other).collect()
    };
    let large = "<a/>".repeat(300_000);
    let hostile = schema("http://www.imsglobal.org/xsd/imscp_v1p1", "<xs:import schemaLocation='../../secret.xsd'/>");
    let cases = [
        (but("xml.xsd", None), "`xml.xsd` is missing, which `imscp_v1p1.xsd` needs"),
        (but("adlcp_v1p3.xsd", None), "no `adlcp_v1p3.xsd` for `scorm2004-4` is there, nor in a folder of it"),
        (scorm2004(""), "no `adlcp_v1p3.xsd` for `scorm2004-4` is there, nor in a folder of it"),
        (but("common/dataTypes.xsd", None), "`common/dataTypes.xsd` is missing, which `lom.xsd` needs"),
        (but("adlnav_v1p3.xsd", Some("<xs:schema")), "`adlnav_v1p3.xsd` is not XML: "),
        (but("adlnav_v1p3.xsd", Some("")), "`adlnav_v1p3.xsd` is not XML: it ends too soon"),
        (but("adlnav_v1p3.xsd", Some("<html/>")), "`adlnav_v1p3.xsd` is XML, but no schema"),
        (but("adlnav_v1p3.xsd", Some(&schema("urn:x", ""))), "`adlnav_v1p3.xsd` is no schema of `http://www.adlnet.org/xsd/adlnav_v1p3`"),
        (but("imsss_v1p0util.xsd", Some(&large)), "`imsss_v1p0util.xsd` is too large for a schema of a standard"),
        (but("imscp_v1p1.xsd", Some(&hostile)), "`imscp_v1p1.xsd` leads to `../../secret.xsd`, which is no schema of a standard"),
    ];
    for (files, why) in cases {
        let ran = with("xsd/", &files).file("secret.xsd", "mine").run("build --target scorm2004-4 --schemas xsd").status(2);
        let said = ran.err();
        assert!(said.starts_with(&format!("error: cannot take schemas from `xsd`: {why}")), "{said}");
        assert_eq!(said.trim_end().lines().count(), 1, "{said}");
        ran.no_file("dist").no_file("course.lock");
    }
}

#[test]
fn a_place_that_is_none_is_told_apart() {
    let test = CourseTest::new().file("note.txt", "no zip").file("evil.zip", zipped(&[("../adlcp_rootv1p2.xsd", "x"), ("a.xsd", "y")]));
    let test = test
        .run("build --schemas nowhere")
        .stderr(str![[r#"
error: cannot take schemas from `nowhere`: it is not there

"#]])
        .status(2)
        .then();
    let test = test
        .run("build --schemas note.txt")
        .stderr(str![[r#"
error: cannot take schemas from `note.txt`: it is neither a folder nor a zip

"#]])
        .status(2)
        .then();
    let test = test
        .run("build --schemas evil.zip")
        .stderr(str![[r#"
error: cannot take schemas from `evil.zip`: its entry `../adlcp_rootv1p2.xsd` leads out of it, so nothing in it can be trusted

"#]])
        .status(2)
        .then();
    // A folder that only web packages are built beside is not asked for anything.
    test.file("xsd/readme", "")
        .run("build --target web --schemas xsd")
        .stderr(str![[r#"
no package here carries schemas, so `--schemas` changes nothing: only those for SCORM do
built dist/clean-hands-1.0.0-web.zip ([..] kB)
not a release; states that it leaves are not promised

"#]])
        .status(0);
}

#[cfg(unix)]
#[test]
fn a_schema_that_may_not_be_read_is_for_the_machine() {
    use std::os::unix::fs::PermissionsExt;

    let test = with("xsd/", &scorm12());
    let file = test.path().join("xsd/ims_xml.xsd");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).expect("it is ours");
    test.run_without_rights("build --target scorm12 --schemas xsd")
        .stderr(str![[r#"
error: cannot read `xsd/ims_xml.xsd`: you may not read it

"#]])
        .status(3)
        .no_file("dist");
}
