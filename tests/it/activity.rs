//! What an LMS and an LRS can see of a course.

use std::collections::BTreeSet;

use coursec::activity::{PageKind, statements};
use coursec::lock::Lock;
use coursec::source::Sources;
use coursec::state::{bound, player, too_large};
use coursec::survey;
use coursec::target::SCORM12;
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::bench_course::Bench;

#[test]
fn identifiers_files_and_addresses_come_from_ids_and_slots() {
    let (_, delivery) = Bench::new().delivery();
    let unit = &delivery.launchables[0];
    let mut lines = vec![
        format!("{} {:?}", delivery.identifier, delivery.iri),
        format!("{} {} {:?} {:?}", unit.identifier, unit.file, unit.iri, unit.mastery),
    ];
    lines.extend(unit.objectives.iter().map(|one| format!("{} {:?}", one.id, one.iri)));
    lines.extend(unit.pages.iter().map(|one| format!("{} {:?} {} {:?}", one.slot, one.kind, one.address, one.iri)));
    lines.extend(unit.sheets.iter().map(|one| format!("{} on {:?} {:?} {:?}", one.slot, one.page, one.items, one.iri)));
    lines.extend(unit.interactions.iter().map(|one| format!("{} {} {:?}", one.slot, one.id, one.iri)));
    assert_data_eq!(
        lines.join("\n").replace("Iri(\"https://learn.example.org/clean-hands", "(\"~"),
        str![[r#"
clean-hands Some(("~"))
hand-washing_0 units/hand-washing.html Some(("~/units/hand-washing")) None
LO1_0_0 Some(("~/units/hand-washing/outcomes/LO1"))
0 Overview /overview None
1 Lesson /when-and-how Some(("~/units/hand-washing/lessons/when-and-how"))
2 Assessment /check Some(("~/units/hand-washing/assessments/check"))
3 Assessment /test Some(("~/units/hand-washing/assessments/test"))
4 Results /results None
0 on Some(2) [0, 1, 2] Some(("~/units/hand-washing/assessments/check"))
1 on Some(3) [3, 4, 5] Some(("~/units/hand-washing/assessments/test"))
0 q_when_0_0 Some(("~/units/hand-washing/items/q-when"))
1 q_gel_0_1 Some(("~/units/hand-washing/items/q-gel"))
2 q_seconds_0_2 Some(("~/units/hand-washing/items/q-seconds"))
3 t_moments_0_3 Some(("~/units/hand-washing/items/t-moments"))
4 t_dry_0_4 Some(("~/units/hand-washing/items/t-dry"))
5 t_seconds_0_5 Some(("~/units/hand-washing/items/t-seconds"))
"#]]
    );
}

#[test]
fn items_in_no_assessment_are_the_practice_pool() {
    let bench = Bench::new().edit("items: [q-when, q-gel, q-seconds]", "items: [q-when]");
    let (_, delivery) = bench.delivery();
    let unit = &delivery.launchables[0];
    let kinds: Vec<PageKind> = unit.pages.iter().map(|page| page.kind).collect();
    assert_eq!(
        kinds,
        [PageKind::Overview, PageKind::Lesson, PageKind::Assessment, PageKind::Assessment, PageKind::Practice, PageKind::Results]
    );
    let pool = unit.sheets.last().expect("a sheet");
    assert_eq!((pool.assessment.as_ref(), pool.items.as_slice(), pool.page), (None, [1, 2].as_slice(), Some(4)));
}

#[test]
fn an_id_like_a_page_of_the_compiler_gets_the_plain_address() {
    let bench = Bench::new().edit("  - id: when-and-how\n", "  - id: Overview\n");
    let (_, delivery) = bench.delivery();
    let addresses: Vec<&str> = delivery.launchables[0].pages.iter().map(|page| page.address.as_str()).collect();
    assert_eq!(addresses, ["/overview-0", "/Overview", "/check", "/test", "/results"]);
}

#[test]
fn a_mastery_score_is_given_only_where_it_decides() {
    let mastery = |bench: Bench| bench.delivery().1.launchables[0].mastery.map(|share| share.0);
    // Where pages have to be read, a score at the mark is not yet passed: SCORM 1.2 has one status.
    let pages = |which: &str| {
        let bench = Bench::new();
        Bench { course: format!("{}tracking: {{complete_when: {{pages: {which}}}}}\n", bench.course), ..bench }
    };
    let test = "    attempts: 2\n";
    assert_eq!(mastery(pages("none")), Some(600));
    assert_eq!(mastery(pages("all")), None);
    assert_eq!(mastery(pages("80%")), None);
    assert_eq!(mastery(pages("none").edit("pass_mark: 60%", "pass_mark: 0.666")), None);
    assert_eq!(mastery(pages("none").edit(test, "    attempts: 2\n    report_score: last\n")), None);
    assert_eq!(mastery(pages("none").edit("purpose: formative\n", "purpose: summative\n")), None);
    assert_eq!(mastery(pages("none").edit("purpose: formative\n", "purpose: formative\n    counts: {score: true}\n")), None);
    assert_eq!(mastery(pages("none").edit("purpose: summative\n", "purpose: formative\n")), None);
}

#[test]
fn the_run_time_gets_all_that_it_needs() {
    let (built, delivery) = Bench::new().delivery();
    let lock = built.lock.expect("a lock");
    let data = serde_json::to_value(player(&built.course, &delivery, &delivery.launchables[0], &lock, &coursec::target::SCORM12, &[]))
        .expect("it is data");
    let mut lines = Vec::new();
    for (key, value) in data.as_object().expect("an object").iter().filter(|(key, _)| *key != "layouts") {
        match value {
            Value::Array(list) => lines.extend(list.iter().map(|one| format!("{key}: {one}"))),
            value => lines.push(format!("{key}: {value}")),
        }
    }
    assert_data_eq!(
        lines.join("\n"),
        str![[r#"
format: 1
id: "hand-washing"
title: "Wash your hands so that food stays safe"
lang: "en-GB"
course: {"id":"clean-hands","title":"Clean hands in a kitchen","version":"1.0.0","iri":"https://learn.example.org/clean-hands"}
iri: "https://learn.example.org/clean-hands/units/hand-washing"
scope: "clean-hands/hand-washing"
release: 0
rules: {"pages":1000,"assessments":"passed","after_completion":"review","on_new_content":"keep"}
lms: {"exit12":"","exit2004":"suspend","request":true,"alive":0,"interactions":true,"objectives":true}
pages: {"slot":0,"kind":"overview","id":"overview","address":"/overview","title":"","minutes":null,"sheet":null}
pages: {"slot":1,"kind":"lesson","id":"when-and-how","address":"/when-and-how","title":"When and how to wash","minutes":5,"sheet":null}
pages: {"slot":2,"kind":"assessment","id":"check","address":"/check","title":"Check your understanding","minutes":null,"sheet":0}
pages: {"slot":3,"kind":"assessment","id":"test","address":"/test","title":"Test","minutes":null,"sheet":1}
pages: {"slot":4,"kind":"results","id":"results","address":"/results","title":"","minutes":null,"sheet":null}
sheets: {"0":{"slot":0,"id":"check","title":"Check your understanding","purpose":"formative","page":2,"attempts":null,"retry":"all","pass":800,"feedback":"after-each","report":"best","shuffle":{"items":false,"options":false},"seed":null,"unseen":false,"limit":null,"counts":false,"max":3000,"items":[0,1,2]},"1":{"slot":1,"id":"test","title":"Test","purpose":"summative","page":3,"attempts":2,"retry":"all","pass":600,"feedback":"after-submit","report":"best","shuffle":{"items":false,"options":false},"seed":null,"unseen":false,"limit":null,"counts":true,"max":4000,"items":[3,4,5]}}
items: {"0":{"slot":0,"id":"q-when","type":"choice","interaction":"q_when_0_0","meaning":1,"points":1000,"marking":"all-or-nothing","shape":["one-of(3)"],"key":{"correct":[0]},"parts":[0,1,2],"last":null,"report":{"kind":"choice","correct":["a"],"tokens":{"0":["a","wash"],"1":["b","wipe"],"2":["c","go-on"]}},"misconceptions":{},"regrade":false},"1":{"slot":1,"id":"q-gel","type":"true-false","interaction":"q_gel_0_1","meaning":1,"points":1000,"marking":"all-or-nothing","shape":["one-of(2)"],"key":{"correct":0},"parts":[],"last":null,"report":{"kind":"true-false","correct":["f"],"tokens":{"0":["f","false"],"1":["t","true"]}},"misconceptions":{},"regrade":false},"2":{"slot":2,"id":"q-seconds","type":"fill-in","interaction":"q_seconds_0_2","meaning":1,"points":1000,"marking":"per-part","shape":["text(40)"],"key":{"blanks":[{"part":0,"shown":"20","accepted":["20","twenty"],"patterns":[],"wrong":[]}],"ignore":["case","space"]},"parts":[0],"last":null,"report":{"kind":"fill-in","correct":["20","twenty"],"tokens":{}},"misconceptions":{},"regrade":false},"3":{"slot":3,"id":"t-moments","type":"choice","interaction":"t_moments_0_3","meaning":1,"points":2000,"marking":"per-part","shape":["subset(3)"],"key":{"correct":[0,1]},"parts":[0,1,2],"last":null,"report":{"kind":"choice","correct":["a,b"],"tokens":{"0":["a","waste"],"1":["b","cough"],"2":["c","plate"]}},"misconceptions":{},"regrade":false},"4":{"slot":4,"id":"t-dry","type":"true-false","interaction":"t_dry_0_4","meaning":1,"points":1000,"marking":"all-or-nothing","shape":["one-of(2)"],"key":{"correct":1},"parts":[],"last":null,"report":{"kind":"true-false","correct":["t"],"tokens":{"0":["f","false"],"1":["t","true"]}},"misconceptions":{},"regrade":false},"5":{"slot":5,"id":"t-seconds","type":"fill-in","interaction":"t_seconds_0_5","meaning":1,"points":1000,"marking":"per-part","shape":["text(40)","text(40)"],"key":{"blanks":[{"part":0,"shown":"soap","accepted":["soap"],"patterns":[],"wrong":[]},{"part":1,"shown":"20","accepted":["20","twenty"],"patterns":[],"wrong":[]}],"ignore":["case","space"]},"parts":[0,1],"last":null,"report":{"kind":"fill-in","correct":["soap,20","soap,twenty"],"tokens":{}},"misconceptions":{},"regrade":false}}
lrs: null
statements: null
"#]]
    );
    assert_eq!(data["layouts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_state_that_an_lms_has_no_room_for_is_told_with_what_takes_most() {
    let tell = |bench: Bench| {
        let (built, delivery) = bench.delivery();
        let lock = built.lock.expect("a lock");
        let bound = bound(&built.course, &delivery.launchables[0], &lock);
        let said = too_large(&built.course, &delivery, &lock, &SCORM12);
        (
            bound.total,
            said.iter().map(|one| format!("{}: {} ({} places)", one.lint.code, one.message, one.related.len())).collect::<Vec<_>>(),
        )
    };
    let (total, said) = tell(Bench::new());
    assert!(total < 4000 && said.is_empty(), "{total} {said:?}");
    let blanks = (0..5).fold(String::new(), |all, n| format!("{all} [[b{n}]]"));
    let answers = (0..5).fold(String::new(), |all, n| format!("{all}      b{n}: [{}]\n", "word ".repeat(25).trim()));
    let (_, said) = tell(
        Bench::new()
            .edit("Rub with soap for at least [[time]] seconds.", &format!("Name these{blanks}"))
            .edit("      time: ['20', twenty]\n    hint", &format!("{answers}    hint")),
    );
    assert_data_eq!(
        said.join("\n"),
        str!["E0620: the answers of unit `hand-washing` may need 5454 characters, and target `scorm12` has room for 4000 (3 places)"]
    );
}

/// The templates of the smallest course.
fn templates() -> Value {
    let (built, delivery) = Bench::new().delivery();
    statements(&built.course, &delivery, &delivery.launchables[0]).expect("the course has an IRI")
}

/// xAPI 1.0.3 Data 4.2: keys are language tags, values plain text.
fn is_language_map(value: &Value) -> bool {
    value.as_object().is_some_and(|map| {
        !map.is_empty() && map.values().all(|text| text.as_str().is_some_and(|text| !text.is_empty() && !text.contains(['<', '\n'])))
    })
}

fn each(value: &Value, path: &str, visit: &mut impl FnMut(&str, &Value)) {
    visit(path, value);
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| each(value, &format!("{path}/{key}"), visit)),
        Value::Array(list) => list.iter().for_each(|value| each(value, path, visit)),
        _ => {}
    }
}

#[test]
fn statements_keep_the_rules_of_their_shape() {
    let all = templates();
    each(&all, "", &mut |path, value| {
        // 2.2: no null; IRIs have a scheme; a name, description or display is a language map.
        assert!(!value.is_null(), "{path}");
        match path.rsplit('/').next().unwrap_or_default() {
            "id" if !path.contains("/choices") => assert!(value.as_str().is_some_and(|iri| iri.starts_with("http")), "{path}: {value}"),
            "name" | "description" | "display" => assert!(is_language_map(value), "{path}: {value}"),
            "type" => {
                assert!(value.as_str().is_some_and(|kind| kind.starts_with("http://adlnet.gov/expapi/activities/")), "{path}: {value}");
            }
            _ => {}
        }
    });
    // 2.4.6: context activities are arrays of activities; platform and revision go with an activity.
    let grouping = all["context"]["contextActivities"]["grouping"].as_array().expect("an array");
    assert!(grouping.iter().all(|activity| activity["objectType"] == "Activity"));
    assert_eq!((&all["context"]["language"], &all["context"]["revision"]), (&Value::from("en-GB"), &Value::from("1.0.0")));
    let known = ["name", "description", "type", "moreInfo", "extensions", "interactionType", "correctResponsesPattern", "choices"];
    for (key, activity) in all["activities"].as_object().expect("by key") {
        let definition = activity["definition"].as_object().expect("a definition");
        assert!(activity.as_object().is_some_and(|object| object.len() == 2), "{key}");
        assert!(definition.keys().all(|name| known.contains(&name.as_str())), "{key}: 2.4.4.1 knows no other");
        if key.starts_with("item:") {
            is_interaction(key, &activity["definition"]);
        }
    }
}

/// xAPI 1.0.3 Data 2.4.4.1.
fn is_interaction(key: &str, definition: &Value) {
    assert_eq!(definition["type"], "http://adlnet.gov/expapi/activities/cmi.interaction", "{key}");
    assert!(definition["correctResponsesPattern"].as_array().is_some_and(|list| !list.is_empty()), "{key}");
    let components = definition.get("choices").map(|choices| choices.as_array().expect("an array"));
    assert_eq!(components.is_some(), definition["interactionType"] == "choice", "{key}: no other list is allowed");
    let mut ids = std::collections::BTreeSet::new();
    for component in components.into_iter().flatten() {
        let id = component["id"].as_str().expect("an id");
        assert!(ids.insert(id) && !id.contains(char::is_whitespace), "{key}: {id}");
        assert!(is_language_map(&component["description"]), "{key}: {id}");
    }
    let right = definition["correctResponsesPattern"][0].as_str().unwrap_or_default();
    if components.is_some() {
        assert!(right.split("[,]").all(|id| ids.contains(id)), "{key}: {right}");
    }
}

#[test]
fn every_event_has_its_verb() {
    let all = templates();
    let verbs: Vec<String> = all["templates"]
        .as_object()
        .expect("by name")
        .iter()
        .map(|(name, template)| {
            let verb = template["verb"]["id"].as_str().and_then(|id| id.strip_prefix("http://adlnet.gov/expapi/verbs/"));
            format!(
                "{name} {} {} {}",
                verb.unwrap_or_default(),
                template["object"].as_str().unwrap_or_default(),
                template.get("parent").and_then(Value::as_str).unwrap_or("-")
            )
        })
        .collect();
    assert_data_eq!(
        verbs.join("\n"),
        str![[r#"
initialized initialized unit -
resumed resumed unit -
experienced experienced page unit
answered answered item sheet
handed-in scored sheet unit
progressed progressed unit -
scored scored unit -
mastered passed outcome unit
missed failed outcome unit
completed completed unit -
passed passed unit -
failed failed unit -
course-completed completed course -
course-passed passed course -
suspended suspended unit -
terminated terminated unit -
"#]]
    );
}

/// A unit in which ids are alike once `-` and `_` are: NCName and CMIIdentifier have other alphabets than ids.
fn alike(id: &str, long: &str) -> String {
    let item = |id: &str| format!("  - {{id: {id}, type: true-false, prompt: 'Is {id} so?', answer: true, assesses: [1.1]}}\n");
    let items: String = ["q-1", "q_1", "q-1_0", "q_1-0-0", "q", "q-0", &format!("{long}a"), &format!("{long}b")].map(item).concat();
    format!(
        "id: {id}\ntitle: Alike {id}\noutcomes:\n  - {{id: LO-1, statement: do one, criteria: [{{id: 1.1, statement: say one}}]}}\n  \
         - {{id: LO_1, statement: do two, criteria: [{{id: c_1, statement: say two}}]}}\n\
         lessons:\n  - {{id: one, title: One, teaches: [1.1, c_1], body: One.}}\nitems:\n{items}"
    )
}

#[test]
fn identifiers_are_names_and_no_two_are_the_same() {
    let long = "x".repeat(63);
    let (one, two) = (alike("a-b", &long), alike("a_b", &long));
    let course = "coursec: 1\nid: alike\nversion: 1.0.0\nlang: en\ntitle: Alike\nunits: [units/a.yaml, units/b.yaml]\n";
    let sources = Sources::from_memory(&[("course.yaml", course), ("units/a.yaml", &one), ("units/b.yaml", &two)]);
    let survey = survey(&sources, Lock::default()).output.expect("it can be read");
    let units = &survey.delivery.launchables;
    let manifest = units.iter().map(|unit| unit.identifier.clone()).chain([survey.delivery.identifier.clone()]);
    let objectives = units.iter().flat_map(|unit| unit.objectives.iter().map(|one| one.id.clone()));
    let interactions = units.iter().flat_map(|unit| unit.interactions.iter().map(|one| one.id.clone()));
    let lists: [Vec<String>; 3] = [manifest.collect(), objectives.collect(), interactions.collect()];
    assert_eq!(lists.each_ref().map(Vec::len), [3, 4, 16]);
    for (list, extra) in lists.iter().zip(["-", "", ""]) {
        let folded: BTreeSet<String> = list.iter().map(|name| name.to_ascii_lowercase()).collect();
        assert_eq!(folded.len(), list.len(), "{list:?}");
        for name in list {
            // XML Namespaces 1.0, 3, and SCORM 1.2 RTE 3.4.7: a letter first; LMSs keep 64 characters.
            let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || extra.contains(c);
            assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(allowed) && name.len() <= 64, "{name}");
        }
    }
}
