//! What a SCORM package says about its course for catalogues: `metadata.xml`.

#![allow(clippy::too_many_lines, reason = "whole records stand in the stories")]

use std::fs::File;
use std::io::Read;

use snapbox::str;
use zip::ZipArchive;

use crate::harness::CourseTest;

/// The record of the course in a package for `target`.
fn record(test: CourseTest, target: &str) -> String {
    let ran = test.run(&format!("build -q --target {target}")).status(0);
    let file = File::open(ran.path().join(format!("dist/clean-hands-1.0.0-{target}.zip"))).expect("a package");
    let mut text = String::new();
    ZipArchive::new(file).expect("a zip").by_name("metadata.xml").expect("it is there").read_to_string(&mut text).expect("a text");
    text
}

/// A course that says much of itself, with little in it.
fn course() -> CourseTest {
    CourseTest::new()
        .edit(
            "course.yaml",
            "units:",
            "description: Keep food safe & sound.\nmeta: {author: 'Lee, Ann', licence: CC-BY-4.0, keywords: [hygiene]}\nunits:",
        )
        .file(
            "units/hand-washing.yaml",
            "id: hand-washing\ntitle: Wash your hands\nidentity: {glh: 2}\noutcomes:\n  - id: LO1\n    statement: keep hands clean\n    alignments: [{framework: case, uri: 'https://case.example.org/uri/1'}]\n    criteria: [{id: 1.1, statement: say when to wash}]\n\
             key_terms:\n  - {id: germ, term: germ, definition: A thing too small to see.}\n  - {id: again, term: Hygiene, definition: Being clean of germs.}\n\
             lessons:\n  - {id: when, title: When to wash, teaches: [LO1, 1.1], body: Before you touch food.}\n\
             items:\n  - {id: dry, type: true-false, prompt: Dry hands are safer., answer: true, assesses: [1.1]}\n\
             assessments:\n  - {id: quiz, title: Quiz, purpose: summative, items: [dry]}\n",
        )
}

#[test]
fn a_course_is_described_in_scorm_2004() {
    snapbox::assert_data_eq!(
        record(course(), "scorm2004-4"),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<lom xmlns="http://ltsc.ieee.org/xsd/LOM" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://ltsc.ieee.org/xsd/LOM lom.xsd">
  <general>
    <identifier>
      <catalog>URI</catalog>
      <entry>https://learn.example.org/clean-hands</entry>
    </identifier>
    <title>
      <string language="en-GB">Clean hands in a kitchen</string>
    </title>
    <language>en-GB</language>
    <description>
      <string language="en-GB">Keep food safe &amp; sound.</string>
    </description>
    <keyword>
      <string language="en-GB">hygiene</string>
    </keyword>
    <keyword>
      <string language="en-GB">germ</string>
    </keyword>
    <structure>
      <source>LOMv1.0</source>
      <value>collection</value>
    </structure>
    <aggregationLevel>
      <source>LOMv1.0</source>
      <value>3</value>
    </aggregationLevel>
  </general>
  <lifeCycle>
    <version>
      <string language="en-GB">1.0.0</string>
    </version>
    <status>
      <source>LOMv1.0</source>
      <value>final</value>
    </status>
    <contribute>
      <role>
        <source>LOMv1.0</source>
        <value>author</value>
      </role>
      <entity>BEGIN:VCARD
VERSION:3.0
FN:Lee/, Ann
N:Lee/, Ann
END:VCARD</entity>
    </contribute>
  </lifeCycle>
  <metaMetadata>
    <identifier>
      <catalog>URI</catalog>
      <entry>https://learn.example.org/clean-hands#metadata</entry>
    </identifier>
    <metadataSchema>LOMv1.0</metadataSchema>
    <metadataSchema>ADLv1.0</metadataSchema>
    <language>en-GB</language>
  </metaMetadata>
  <technical>
    <format>text/html</format>
    <location>units/hand-washing.html</location>
    <requirement>
      <orComposite>
        <type>
          <source>LOMv1.0</source>
          <value>browser</value>
        </type>
        <name>
          <source>LOMv1.0</source>
          <value>any</value>
        </name>
      </orComposite>
    </requirement>
  </technical>
  <educational>
    <interactivityType>
      <source>LOMv1.0</source>
      <value>mixed</value>
    </interactivityType>
    <learningResourceType>
      <source>LOMv1.0</source>
      <value>narrative text</value>
    </learningResourceType>
    <learningResourceType>
      <source>LOMv1.0</source>
      <value>exam</value>
    </learningResourceType>
    <intendedEndUserRole>
      <source>LOMv1.0</source>
      <value>learner</value>
    </intendedEndUserRole>
    <typicalLearningTime>
      <duration>PT2H</duration>
    </typicalLearningTime>
    <language>en-GB</language>
  </educational>
  <rights>
    <copyrightAndOtherRestrictions>
      <source>LOMv1.0</source>
      <value>yes</value>
    </copyrightAndOtherRestrictions>
    <description>
      <string language="en-GB">CC-BY-4.0</string>
    </description>
  </rights>
  <classification>
    <purpose>
      <source>LOMv1.0</source>
      <value>educational objective</value>
    </purpose>
    <taxonPath>
      <source>
        <string language="en-GB">Clean hands in a kitchen</string>
      </source>
      <taxon>
        <id>hand-washing</id>
        <entry>
          <string language="en-GB">Wash your hands</string>
        </entry>
      </taxon>
      <taxon>
        <id>https://learn.example.org/clean-hands/units/hand-washing/outcomes/LO1</id>
        <entry>
          <string language="en-GB">keep hands clean</string>
        </entry>
      </taxon>
    </taxonPath>
    <taxonPath>
      <source>
        <string language="en-GB">Clean hands in a kitchen</string>
      </source>
      <taxon>
        <id>hand-washing</id>
      </taxon>
      <taxon>
        <id>https://learn.example.org/clean-hands/units/hand-washing/outcomes/LO1</id>
      </taxon>
      <taxon>
        <id>1.1</id>
        <entry>
          <string language="en-GB">say when to wash</string>
        </entry>
      </taxon>
    </taxonPath>
    <description>
      <string language="en-GB">keep hands clean</string>
    </description>
    <keyword>
      <string language="en-GB">LO1</string>
    </keyword>
  </classification>
  <classification>
    <purpose>
      <source>LOMv1.0</source>
      <value>competency</value>
    </purpose>
    <taxonPath>
      <source>
        <string language="en-GB">case</string>
      </source>
      <taxon>
        <id>https://case.example.org/uri/1</id>
        <entry>
          <string language="en-GB">keep hands clean</string>
        </entry>
      </taxon>
    </taxonPath>
    <description>
      <string language="en-GB">keep hands clean</string>
    </description>
    <keyword>
      <string language="en-GB">LO1</string>
    </keyword>
  </classification>
</lom>

"#]]
    );
}

#[test]
fn a_course_is_described_in_scorm_12() {
    snapbox::assert_data_eq!(
        record(course(), "scorm12"),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">
  <general>
    <title>
      <langstring xml:lang="en-GB">Clean hands in a kitchen</langstring>
    </title>
    <catalogentry>
      <catalog>URI</catalog>
      <entry>
        <langstring xml:lang="x-none">https://learn.example.org/clean-hands</langstring>
      </entry>
    </catalogentry>
    <language>en-GB</language>
    <description>
      <langstring xml:lang="en-GB">Keep food safe &amp; sound.</langstring>
    </description>
    <keyword>
      <langstring xml:lang="en-GB">hygiene</langstring>
    </keyword>
    <keyword>
      <langstring xml:lang="en-GB">germ</langstring>
    </keyword>
    <structure>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Collection</langstring>
      </value>
    </structure>
    <aggregationlevel>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">3</langstring>
      </value>
    </aggregationlevel>
  </general>
  <lifecycle>
    <version>
      <langstring xml:lang="en-GB">1.0.0</langstring>
    </version>
    <status>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Final</langstring>
      </value>
    </status>
    <contribute>
      <role>
        <source>
          <langstring xml:lang="x-none">LOMv1.0</langstring>
        </source>
        <value>
          <langstring xml:lang="x-none">Author</langstring>
        </value>
      </role>
      <centity>
        <vcard>BEGIN:VCARD
VERSION:3.0
FN:Lee/, Ann
N:Lee/, Ann
END:VCARD</vcard>
      </centity>
    </contribute>
  </lifecycle>
  <metametadata>
    <catalogentry>
      <catalog>URI</catalog>
      <entry>
        <langstring xml:lang="x-none">https://learn.example.org/clean-hands#metadata</langstring>
      </entry>
    </catalogentry>
    <metadatascheme>ADL SCORM 1.2</metadatascheme>
    <language>en-GB</language>
  </metametadata>
  <technical>
    <format>text/html</format>
    <location type="URI">units/hand-washing.html</location>
    <requirement>
      <type>
        <source>
          <langstring xml:lang="x-none">LOMv1.0</langstring>
        </source>
        <value>
          <langstring xml:lang="x-none">Browser</langstring>
        </value>
      </type>
      <name>
        <source>
          <langstring xml:lang="x-none">LOMv1.0</langstring>
        </source>
        <value>
          <langstring xml:lang="x-none">Any</langstring>
        </value>
      </name>
    </requirement>
  </technical>
  <educational>
    <interactivitytype>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Mixed</langstring>
      </value>
    </interactivitytype>
    <learningresourcetype>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Narrative Text</langstring>
      </value>
    </learningresourcetype>
    <learningresourcetype>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Exam</langstring>
      </value>
    </learningresourcetype>
    <intendedenduserrole>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Learner</langstring>
      </value>
    </intendedenduserrole>
    <typicallearningtime>
      <datetime>PT2H</datetime>
    </typicallearningtime>
    <language>en-GB</language>
  </educational>
  <rights>
    <copyrightandotherrestrictions>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">yes</langstring>
      </value>
    </copyrightandotherrestrictions>
    <description>
      <langstring xml:lang="en-GB">CC-BY-4.0</langstring>
    </description>
  </rights>
  <classification>
    <purpose>
      <source>
        <langstring xml:lang="x-none">LOMv1.0</langstring>
      </source>
      <value>
        <langstring xml:lang="x-none">Educational Objective</langstring>
      </value>
    </purpose>
    <taxonpath>
      <source>
        <langstring xml:lang="en-GB">Clean hands in a kitchen</langstring>
      </source>
      <taxon>
        <id>hand-washing</id>
        <entry>
          <langstring xml:lang="en-GB">Wash your hands</langstring>
        </entry>
        <taxon>
          <id>https://learn.example.org/clean-hands/units/hand-washing/outcomes/LO1</id>
          <entry>
            <langstring xml:lang="en-GB">keep hands clean</langstring>
          </entry>
        </taxon>
      </taxon>
    </taxonpath>
    <taxonpath>
      <source>
        <langstring xml:lang="en-GB">Clean hands in a kitchen</langstring>
      </source>
      <taxon>
        <id>hand-washing</id>
        <taxon>
          <id>https://learn.example.org/clean-hands/units/hand-washing/outcomes/LO1</id>
          <taxon>
            <id>1.1</id>
            <entry>
              <langstring xml:lang="en-GB">say when to wash</langstring>
            </entry>
          </taxon>
        </taxon>
      </taxon>
    </taxonpath>
    <taxonpath>
      <source>
        <langstring xml:lang="en-GB">case</langstring>
      </source>
      <taxon>
        <id>https://case.example.org/uri/1</id>
        <entry>
          <langstring xml:lang="en-GB">keep hands clean</langstring>
        </entry>
      </taxon>
    </taxonpath>
    <description>
      <langstring xml:lang="en-GB">keep hands clean</langstring>
    </description>
    <keyword>
      <langstring xml:lang="en-GB">LO1</langstring>
    </keyword>
  </classification>
</lom>

"#]]
    );
}

#[test]
fn both_editions_of_scorm_2004_say_the_same() {
    assert_eq!(record(course(), "scorm2004-3"), record(course(), "scorm2004-4"));
}

#[test]
fn what_is_not_known_is_left_out_and_what_is_long_is_cut() {
    let long = format!(
        "description: {}\nmeta: {{keywords: [{}]}}\nunits:",
        "Wash them. ".repeat(150),
        ('a'..='z').map(String::from).collect::<Vec<_>>().join(", ")
    );
    let text = record(CourseTest::new().edit("course.yaml", "units:", &long), "scorm2004-4");
    let read = roxmltree::Document::parse(&text).expect("XML");
    let of = |name: &str| read.descendants().filter(|node| node.tag_name().name() == name).count();
    assert_eq!((of("rights"), of("contribute"), of("typicalLearningTime")), (0, 0, 0), "{text}");
    let general = read.descendants().find(|node| node.tag_name().name() == "general").expect("it is there");
    let texts = |name: &str| -> Vec<String> {
        let found = general.children().filter(|node| node.tag_name().name() == name);
        found
            .map(|node| {
                node.descendants().filter(roxmltree::Node::is_text).filter_map(|one| one.text()).collect::<String>().trim().to_owned()
            })
            .collect()
    };
    assert_eq!(texts("keyword").len(), 10);
    let description = &texts("description")[0];
    assert!(description.chars().count() <= 1000 && description.ends_with("Wash…"), "{description}");
}
