//! The vectors of the state that Rust and JavaScript share: frames, outcomes, drawn orders.

use coursec::model::Seed;
use coursec::state::{
    Layout, Layouts, Mark, Outcome, SheetLayout, State, StoredShape, Terms, Verdict, decode, draw, encode, outcome, passes,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct Frames {
    cases: Vec<Case>,
    encode: Vec<Encode>,
    decode: Vec<Decode>,
    hashes: Vec<Hash>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    data: Data,
    state: State,
    frame: String,
    numbers: Vec<String>,
}

#[derive(Deserialize)]
struct Encode {
    name: String,
    data: Data,
    state: State,
    frame: String,
}

#[derive(Deserialize)]
struct Decode {
    name: String,
    data: Data,
    frame: String,
    verdict: Verdict,
    state: Option<State>,
    lost: Vec<u32>,
}

#[derive(Deserialize)]
struct Hash {
    scope: String,
    layout: Hashed,
    #[serde(rename = "hash")]
    expected: u32,
}

#[derive(Deserialize)]
struct Hashed {
    pages: u32,
    sheets: Vec<SheetLayout>,
    items: Vec<(u32, u32, Vec<StoredShape>)>,
}

#[derive(Deserialize)]
struct Data {
    release: u32,
    pages: Vec<Page>,
    layouts: Vec<Layout>,
}

#[derive(Deserialize)]
struct Page {
    slot: u32,
}

impl Data {
    fn layouts(self) -> Layouts {
        Layouts { release: self.release, pages: self.pages.iter().map(|page| page.slot).collect(), known: self.layouts }
    }
}

fn vectors<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("the vectors are committed")
}

fn frames() -> Frames {
    vectors(include_str!("../vectors/frame.json"))
}

#[test]
fn a_state_gives_its_frame_and_back() {
    for Case { name, data, state, frame, .. } in frames().cases {
        let layouts = data.layouts();
        assert_eq!(encode(&state, &layouts), frame, "{name}");
        let decoded = decode(&frame, &layouts);
        assert_eq!((decoded.verdict, decoded.state, decoded.lost.len()), (Verdict::Whole, Some(state), 0), "{name}");
    }
}

/// A number to the base of 26, as the contract has it.
fn letters(number: u64) -> String {
    let mut digits = vec![number % 26];
    let mut rest = number / 26;
    while rest > 0 {
        digits.push(rest % 26);
        rest /= 26;
    }
    let last = digits.len() - 1;
    let letter =
        |(place, digit): (usize, &u64)| char::from(if place == last { b'a' } else { b'A' } + u8::try_from(*digit).expect("a digit"));
    digits.iter().rev().enumerate().map(letter).collect()
}

#[test]
fn the_letters_are_the_numbers_that_are_written_down() {
    for Case { name, frame, numbers, .. } in frames().cases {
        for (section, numbers) in frame.split('.').skip(1).zip(&numbers) {
            let said = numbers.split('(').filter_map(|part| part.split_once(')')).flat_map(|(_, numbers)| numbers.split_whitespace());
            let expected: String = said.map(|number| letters(number.parse().expect("a number"))).collect();
            let check = section.strip_prefix(&expected).unwrap_or_else(|| panic!("{name}: {section} is not {expected}"));
            assert!(check.len() <= 5 && check.bytes().filter(u8::is_ascii_lowercase).count() == 1, "{name}: {section}");
        }
        assert_eq!(frame.split('.').count(), numbers.len() + 1, "{name}");
    }
}

#[test]
fn what_no_layout_holds_is_left_out_of_a_frame() {
    for Encode { name, data, state, frame } in frames().encode {
        assert_eq!(encode(&state, &data.layouts()), frame, "{name}");
    }
}

#[test]
fn a_frame_is_read_as_far_as_it_is_intact_and_known() {
    for Decode { name, data, frame, verdict, state, lost } in frames().decode {
        let decoded = decode(&frame, &data.layouts());
        assert_eq!((decoded.verdict, decoded.state, decoded.lost.into_iter().collect()), (verdict, state, lost), "{name}");
    }
}

#[test]
fn a_layout_has_the_hash_of_its_scope_and_content() {
    for Hash { scope, layout, expected } in frames().hashes {
        assert_eq!(Layout::new(&scope, 1, layout.pages, layout.sheets, layout.items).hash, expected, "{scope}");
    }
}

#[derive(Deserialize)]
struct Outcomes {
    cases: Vec<OutcomeCase>,
    passes: Vec<Passes>,
}

#[derive(Deserialize)]
struct OutcomeCase {
    name: String,
    data: Terms,
    state: State,
    outcome: Outcome,
}

#[derive(Deserialize)]
struct Passes {
    points: u32,
    max: u32,
    pass: u32,
    passed: bool,
}

#[test]
fn an_outcome_follows_from_state_and_rules() {
    let vectors: Outcomes = vectors(include_str!("../vectors/outcome.json"));
    for OutcomeCase { name, data, state, outcome: expected } in vectors.cases {
        assert_eq!(outcome(&state, &data), expected, "{name}");
    }
    for Passes { points, max, pass, passed } in vectors.passes {
        assert_eq!(passes(Mark { points, max }, pass), passed, "{points} of {max} at {pass}");
    }
}

#[derive(Deserialize)]
struct Draws {
    fnv: Vec<Fnv>,
    seeds: Vec<SeedCase>,
    orders: Vec<Order>,
    papers: Vec<PaperCase>,
}

#[derive(Deserialize)]
struct PaperCase {
    name: String,
    sheet: SheetLayout,
    seed: Option<u32>,
    items: Vec<u32>,
}

#[derive(Deserialize)]
struct Fnv {
    text: String,
    hash: u32,
}

#[derive(Deserialize)]
struct SeedCase {
    kind: String,
    learner: Option<String>,
    own: Option<u32>,
    sheet: String,
    attempt: u32,
    #[serde(default)]
    unseen: bool,
    seed: u32,
}

#[derive(Deserialize)]
#[allow(clippy::struct_field_names, reason = "names of the vector")]
struct Order {
    seed: u32,
    item: Option<u32>,
    slots: Vec<u32>,
    last: Option<u32>,
    order: Vec<u32>,
}

#[test]
fn a_seed_draws_the_same_order_in_both_languages() {
    let vectors: Draws = vectors(include_str!("../vectors/draw.json"));
    for Fnv { text, hash } in vectors.fnv {
        assert_eq!(draw::fnv(&text), hash, "{text}");
    }
    for case in vectors.seeds {
        let kind = match case.kind.as_str() {
            "fixed" => Seed::Fixed,
            "learner" => Seed::Learner,
            _ => Seed::Attempt,
        };
        let learner = case.learner.unwrap_or_else(|| case.own.unwrap_or_default().to_string());
        assert_eq!(draw::seed(kind, case.unseen, &learner, &case.sheet, case.attempt), case.seed, "{} {learner}", case.kind);
    }
    for PaperCase { name, sheet, seed, items } in vectors.papers {
        assert_eq!(draw::paper(&sheet, seed), items, "{name}");
    }
    for Order { seed, item, slots, last, order } in vectors.orders {
        let drawn = item.map_or_else(|| draw::items(seed, &slots), |item| draw::parts(seed, item, &slots, last));
        assert_eq!(drawn, order, "{seed} {item:?} {slots:?}");
    }
}
