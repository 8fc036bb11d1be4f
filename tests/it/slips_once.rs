//! One mistake in a course that uses every key: one diagnostic, at its token, whatever else hangs on what is there.

use coursec::{Options, check};

use crate::harness::{loaded, whole};

/// What is said where in `file` `from`, which is there once, is `to`: code and token of each.
fn said(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = whole();
    let text = String::from_utf8(files[file].clone()).expect("a text");
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {file}");
    files.insert(file.to_owned(), text.replace(from, to).into_bytes());
    let (_folder, sources) = loaded(&files);
    let told = |one: &coursec::diag::Diagnostic| match &one.primary {
        Some(label) => {
            let token = &sources.content(label.span.file)[label.span.start as usize..label.span.end as usize];
            format!("{} {}", one.lint.code, token.lines().next().unwrap_or_default())
        }
        None => one.lint.code.to_owned(),
    };
    check(&sources, &Options::default()).iter().map(told).collect()
}

fn once(cases: &[(&str, &str, &str, &str)]) {
    for (file, from, to, expected) in cases {
        assert_eq!(said(file, from, to), [*expected], "{to}");
    }
}

const COURSE: &str = "course.yaml";
const UNIT: &str = "units/online.yaml";
const SECOND: &str = "units/second.yaml";
const BANK: &str = "banks/l3.yaml";

#[test]
fn a_misspelt_key_is_told_and_stands_for_what_was_meant() {
    once(&[
        (BANK, "id: level-3", "idd: level-3", "E0110 idd"),
        (BANK, "unit: online", "unti: online", "E0110 unti"),
        (COURSE, "correction: They", "correctino: They", "E0110 correctino"),
        (COURSE, "answer: Because", "answre: Because", "E0110 answre"),
        (COURSE, "decorative: true", "decoratiev: true", "E0110 decoratiev"),
        (COURSE, "broker: https", "brokre: https", "E0110 brokre"),
        (COURSE, "\nlints:", "\nlinst:", "E0110 linst"),
        (COURSE, "less-in-scorm12: {level", "less-in-scorm12: {levle", "E0110 levle"),
        (UNIT, "id: online\n", "idd: online\n", "E0110 idd"),
        (UNIT, "alt: A cover", "atl: A cover", "E0110 atl"),
        (UNIT, "captions: [", "captiosn: [", "E0110 captiosn"),
        (UNIT, "body_file:", "body_fiel:", "E0110 body_fiel"),
        (UNIT, "- id: first-contact", "- idd: first-contact", "E0110 idd"),
        (UNIT, "        choices:", "        choicse:", "E0110 choicse"),
        (UNIT, "next: good", "netx: good", "E0110 netx"),
        (UNIT, "- id: check-1", "- idd: check-1", "E0110 idd"),
        (UNIT, "range: {min: 3, max: 9}", "raneg: {min: 3, max: 9}", "E0110 raneg"),
        (UNIT, "targets: [{id: t1", "targets: [{idd: t1", "E0110 idd"),
        (SECOND, "attempts: 3", "attempst: 3", "E0110 attempst"),
        (SECOND, "lessons: [{id: l,", "lessons: [{idd: l,", "E0110 idd"),
    ]);
}

#[test]
fn an_item_without_a_type_is_not_passed_over() {
    once(&[
        (UNIT, "    type: choice\n", "", "E0111 id"),
        (UNIT, "    type: choice\n", "    tyep: choice\n", "E0110 tyep"),
        (UNIT, "{id: pr1, type: true-false", "{id: pr1, Type: true-false", "E0110 Type"),
        (UNIT, "{id: pr1, type: true-false", "{id: pr1, type:true-false", "E0125 :"),
        (UNIT, "    type: choice\n", "    type:\n", "E0112 "),
        (UNIT, "    type: choice\n", "    type: \"\"\n", "E0112 \"\""),
        (BANK, "{id: b-hold, type: true-false", "{id: b-hold, tyep: true-false", "E0110 tyep"),
    ]);
}

#[test]
fn a_needed_value_that_is_empty_or_null_is_told() {
    once(&[
        (UNIT, "    purpose: formative\n", "    purpose:\n", "E0112 "),
        (UNIT, "    purpose: formative\n", "    purpose: null\n", "E0112 null"),
        (UNIT, "draw: 1", "draw: null", "E0112 null"),
        (UNIT, "limit: PT20M", "limit: null", "E0112 null"),
        (COURSE, "criterion-not-evidenced: {level: allow", "criterion-not-evidenced: {level: null", "E0112 null"),
        (COURSE, "title: Every key\n", "title: \"\"\n", "E0112 \"\""),
        (COURSE, "title: Every key\n", "title: '  '\n", "E0112 '  '"),
        (UNIT, "id: LO1\n", "id: \"\"\n", "E0112 \"\""),
        (UNIT, "statement: another", "statement: ~", "E0112 ~"),
        (UNIT, "gap: not now", "gap: null", "E0112 null"),
        (UNIT, "hint: Ask.", "hint: \"\"", "E0112 \"\""),
        (UNIT, "alt: A cover", "alt: \"\"", "E0208 intro"),
        (COURSE, "correction: They are not.", "correction: ''", "E0229 ''"),
        (COURSE, "reason: \"told in the docs\"", "reason: ''", "E0112 ''"),
        (BANK, "id: level-3", "id: ''", "E0112 ''"),
    ]);
}

#[test]
fn what_cannot_be_read_is_not_missing() {
    once(&[
        (BANK, "id: level-3", "id: [level-3]", "E0112 level-3"),
        (BANK, "unit: online", "unit: [online]", "E0112 online"),
        (COURSE, "correction: They are not.", "correction: [They are not.]", "E0112 They are not."),
        (COURSE, "answer: Because.", "answer: [Because.]", "E0112 Because."),
        (COURSE, "decorative: true", "decorative: yes", "E0112 yes"),
        (COURSE, "base_iri: https://learn.clearwater.ac.uk/every-key", "base_iri: [learn]", "E0112 learn"),
        (COURSE, "base_iri: https", "base_iri: htps//", "E0114 htps//://learn.clearwater.ac.uk/every-key"),
        (COURSE, "broker: https://b.clearwater.ac.uk/token", "broker: [here]", "E0112 here"),
        (COURSE, "broker: https://b.clearwater.ac.uk/token", "broker: here", "E0114 here"),
        (UNIT, "alt: A cover", "alt: [A cover]", "E0112 A cover"),
        (UNIT, "    body_file: lessons/how.md", "    body_file: {a: b}", "E0112 a"),
        (UNIT, "        next: good", "        next: [good]", "E0112 good"),
        (COURSE, "less-in-scorm12: {level: allow", "less-in-scorm12: {level: alow", "E0112 alow"),
        (COURSE, "less-in-scorm12: {", "less-in-scorm21: {", "E0216 less-in-scorm21"),
    ]);
}

#[test]
fn a_sign_that_is_missing_is_told_once_whatever_follows_from_it() {
    once(&[
        (BANK, "unit: online", "unit online", "E0101 unit"),
        (COURSE, "\nqualification:\n", "\nqualification\n", "E0101 qualification"),
        (COURSE, "  title: Every key of a", "  title:Every key of a", "E0125 :"),
        (COURSE, "  title: Every key of a", "  title Every key of a", "E0101 title"),
        (COURSE, "  stems:\n", "  stems\n", "E0101 stems"),
        (COURSE, "less-in-scorm12: {", "less-in-scorm12:{", "E0125 :"),
        (UNIT, "        choices:\n", "        choices\n", "E0101 choices"),
        (UNIT, "    counts: {score: true}\n    scenes:", "    counts:{score: true}\n    scenes:", "E0125 :"),
        (UNIT, "  - id: mt\n", "  - id:mt\n", "E0125 :"),
        (UNIT, "  - id: mt\n", "    id: mt\n", "E0101 id"),
        (UNIT, "  - id: q-clarify\n", "    id: q-clarify\n", "E0101 id"),
        (UNIT, "  - id: fi\n", "    id: fi\n", "E0101 id"),
    ]);
}

#[test]
fn an_anchor_before_what_is_no_text_is_to_go() {
    once(&[
        (BANK, "id: level-3", "id: &a level-3", "E0103 &a"),
        (COURSE, "version: 1.0.0", "version: &a 1.0.0", "E0103 &a"),
        (COURSE, "base_iri: https", "base_iri: &a https", "E0103 &a"),
        (UNIT, "id: online\n", "id: &a online\n", "E0103 &a"),
        (UNIT, "targets: [{id: t1", "targets: &a [{id: t1", "E0103 &a"),
        (UNIT, "id: LO1\n", "id: !Tag LO1\n", "E0104 !Tag"),
        (UNIT, "title: Diagnose the need", "title: &Diagnose the need", "E0123 &"),
    ]);
}

#[test]
fn an_id_that_was_changed_where_it_is_defined_is_one_mistake_however_many_name_it() {
    once(&[
        (BANK, "id: level-3", "id: level-4", "E0201 level-3"),
        (COURSE, "{id: kt1,", "{id: word-1,", "E0201 kt1"),
        (COURSE, "{id: cov,", "{id: front,", "E0201 media:cov"),
        (UNIT, "- id: talk\n", "- id: speech\n", "E0201 media:talk"),
        (UNIT, "- id: intro\n", "- id: opening\n", "E0201 media:intro"),
        (UNIT, "- id: 1.10\n", "- id: 1.7\n", "E0201 1.10"),
        (UNIT, "- id: 1.1\n", "- id: 1.7\n", "E0201 1.1"),
        (UNIT, "- id: LO1\n", "- id: outcome-1\n", "E0201 LO1"),
    ]);
}

#[test]
fn numbers_of_a_unit_are_numbers() {
    once(&[
        (UNIT, "credit: 4, ", "credit: four, ", "E0114 four"),
        (UNIT, "glh: 20}", "glh: 20 hours}", "E0114 20 hours"),
        (UNIT, "glh: 20}", "glh: 2.5}", "E0114 2.5"),
    ]);
    for (from, to) in [("credit: 4, ", "credit: 2.5, "), ("credit: 4, ", "credit: '4', "), ("glh: 20}", "glh: null}")] {
        assert!(said(UNIT, from, to).is_empty(), "{to}");
    }
}

#[test]
fn a_malformed_id_is_told_where_it_stands_and_not_where_it_is_named() {
    once(&[
        (BANK, "id: level-3", "id: “level-3”", "E0114 “level-3”"),
        (BANK, "id: level-3", "id: level 3", "E0114 level 3"),
        (COURSE, "{id: kt1,", "{id: 1.5,", "E0114 1.5"),
        (UNIT, "faq: [f1]", "faq: {f1: f2}", "E0112 f1"),
        (UNIT, "key_terms: [kt1]", "key_terms: [null]", "E0112 null"),
        (UNIT, "key_terms: [kt1]", "key_terms: [kc1]", "E0204 kc1"),
    ]);
}
