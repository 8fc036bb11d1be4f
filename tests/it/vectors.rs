//! The hand-written vectors of the item types, which Node runs too.

use std::collections::BTreeMap;

use coursec::diag::FileId;
use coursec::item::{self, ITEM_TYPES, Item, Parts};
use coursec::value::{Id, Thousandths};
use coursec::yaml::{self, Cx};
use serde_json::{Value, json};

/// The slots that a case gives.
struct Slots(BTreeMap<String, u32>);

impl Parts for Slots {
    fn slot(&self, id: &Id) -> u32 {
        self.0[id.as_str()]
    }

    fn bound(&self) -> u32 {
        self.0.values().max().map_or(0, |slot| slot + 1)
    }
}

fn vectors(name: &str) -> Value {
    let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::File::open(&path).unwrap_or_else(|why| panic!("{path}: {why}"));
    serde_json::from_reader(file).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The item of `source`; its misconceptions are taken as they are written.
fn item(source: &str) -> Item {
    let tree = yaml::read(FileId(0), source).output.expect("the item is YAML");
    let mut cx = Cx::default();
    let draft = item::decode(&tree, &mut cx);
    assert!(cx.diagnostics.is_empty(), "{source}{:#?}", cx.diagnostics);
    let mut item = draft.and_then(|draft| draft.item).expect("an item without a diagnostic is there");
    for belief in item.body.beliefs() {
        belief.id = Id::parse(&belief.written.value).ok();
    }
    item
}

/// What the run-time gets of an item, as the vectors show it.
fn data(item: &Item, slots: &Slots) -> Value {
    let report = item.body.interaction(slots);
    let tokens: BTreeMap<String, Value> = report.tokens.iter().map(|(slot, (one, id))| (slot.to_string(), json!([one, id]))).collect();
    json!({
        "type": item.kind.name,
        "key": item.body.key(slots),
        "shape": item.body.shapes(slots).iter().map(ToString::to_string).collect::<Vec<_>>(),
        "parts": item.body.parts().into_iter().map(|id| slots.slot(id)).collect::<Vec<_>>(),
        "last": item.body.keep_last().map(|id| slots.slot(id)),
        "marking": item.marking.name(),
        "points": item.points.0,
        "report": {"kind": report.kind.scorm12(), "correct": report.scorm12, "tokens": tokens},
    })
}

#[test]
fn items_are_what_their_vectors_say() {
    for kind in ITEM_TYPES {
        let vectors = vectors(kind.name);
        let cases = vectors["cases"].as_array().expect("vectors have cases");
        assert!(!cases.is_empty(), "{}", kind.name);
        for case in cases {
            let name = format!("{}: {}", kind.name, case["name"]);
            let slots = Slots(serde_json::from_value(case["slots"].clone()).expect("slots are numbers"));
            let item = item(case["yaml"].as_str().expect("a case has YAML"));
            assert_eq!(data(&item, &slots), case["data"], "{name}");
            let report = item.body.interaction(&slots);
            let list = |components: &Vec<item::Component>| {
                components.iter().map(|one| json!({"id": one.id, "description": one.description})).collect::<Vec<_>>()
            };
            let mut told = json!({"correct": report.xapi});
            for (name, components) in &report.components {
                told[*name] = json!(list(components));
            }
            assert_eq!(told, case["xapi"], "{name}");
            let tokens: BTreeMap<String, String> = report.tokens2004().into_iter().map(|(slot, token)| (slot.to_string(), token)).collect();
            let told = json!({"kind": report.kind.name(), "correct": item.body.scorm2004(&slots, "{lang=en}"), "tokens": tokens});
            let mut expected = case["scorm2004"].clone();
            expected.as_object_mut().expect("a case has a column for SCORM 2004").remove("responses");
            assert_eq!(told, expected, "{name}");
            for expected in case["responses"].as_array().expect("a case has responses") {
                let points = item.body.mark(&expected["response"], item.marking, item.points, &slots);
                assert_eq!(json!(points.0), expected["points"], "{name}: {}", expected["response"]);
                let right = item.kind.marked.then_some(points == item.points && points > Thousandths(0));
                assert_eq!(json!(right), expected["right"], "{name}: {}", expected["response"]);
            }
        }
    }
}

#[test]
fn no_response_and_foreign_ones_have_no_mark() {
    for kind in ITEM_TYPES {
        for case in vectors(kind.name)["cases"].as_array().expect("vectors have cases") {
            let slots = Slots(serde_json::from_value(case["slots"].clone()).expect("slots are numbers"));
            let item = item(case["yaml"].as_str().expect("a case has YAML"));
            for response in
                [json!(null), json!([]), json!([null]), json!([-1]), json!([[]]), json!([[99]]), json!([{}]), json!("x"), json!([3.5])]
            {
                assert_eq!(item.body.mark(&response, item.marking, item.points, &slots), Thousandths(0), "{} {response}", case["name"]);
            }
        }
    }
}
