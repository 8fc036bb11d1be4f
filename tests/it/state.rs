//! What is kept of a learner: it comes back whole, or as far as it is intact, and it is small.

use std::collections::{BTreeMap, BTreeSet};

use coursec::item::Shape;
use coursec::state::{
    Answer, Completion, Given, Layout, Layouts, Mark, Paper, SheetLayout, SheetState, State, StoredShape, Success, Verdict, decode, encode,
};
use proptest::prelude::*;

/// Thirty choice items in two sheets.
fn thirty() -> Layouts {
    let items = (0..30).map(|slot| (slot, 1, vec![StoredShape(if slot % 3 == 0 { Shape::Subset(4) } else { Shape::OneOf(4) })])).collect();
    let sheets = vec![SheetLayout(1, (15..30).collect(), Vec::new()), SheetLayout(0, (0..15).collect(), Vec::new())];
    Layouts { release: 3, pages: (0..8).collect(), known: vec![Layout::new("course/unit", 3, 8, sheets, items)] }
}

#[test]
fn thirty_choice_items_take_less_than_four_characters_each() {
    let layouts = thirty();
    let own = &layouts.known[0];
    let mark = |points| Some(Mark { points, max: 15_000 });
    let sheet = |slot: u32, seed| SheetState {
        attempts: 2,
        passed: true,
        best: mark(14_000),
        last: mark(14_000),
        first: mark(9_000),
        paper: Some(Paper { layout: own.hash, attempt: 2, seed, submitted: true, until: None }),
        answers: own
            .sheet(slot)
            .expect("a sheet")
            .1
            .iter()
            .map(|item| {
                let given = if item % 3 == 0 { Given::List(vec![Some(0), Some(2)]) } else { Given::Number(3) };
                (*item, Answer { response: Some(vec![given]), checked: slot == 0, tries: u32::from(slot == 0) })
            })
            .collect(),
    };
    let state = State {
        page: 7,
        read: (0..8).collect(),
        seed: Some(u32::MAX),
        counter: 60,
        completion: Completion::Completed,
        success: Success::Passed,
        sheets: BTreeMap::from([(0, sheet(0, None)), (1, sheet(1, Some(u32::MAX)))]),
    };
    let frame = encode(&state, &layouts);
    let (whole, hundredths) = (frame.len() / 30, frame.len() % 30 * 100 / 30);
    snapbox::assert_data_eq!(
        format!("{} characters, {whole}.{hundredths:02} an item", frame.len()),
        snapbox::str!["99 characters, 3.30 an item"]
    );
    assert!(frame.len() < 4 * 30, "{} characters: {frame}", frame.len());
    assert_eq!(decode(&frame, &layouts).state, Some(state));
}

fn shapes() -> impl Strategy<Value = Vec<Shape>> {
    let shape = prop_oneof![
        (1..9_u32).prop_map(Shape::OneOf),
        (1..7_u32).prop_map(Shape::Subset),
        (1..6_u32).prop_map(Shape::Order),
        (1..5_u32, 1..5_u32).prop_map(|(n, m)| Shape::Map(n, m)),
        Just(Shape::Decimal),
        (1..12_u32).prop_map(Shape::Text),
        (1..9_u32).prop_map(Shape::Flags),
        Just(Shape::Path),
    ];
    proptest::collection::vec(shape, 1..3)
}

fn layout() -> impl Strategy<Value = Layouts> {
    let sheets = proptest::collection::vec(0..3_usize, 1..8);
    (sheets, proptest::collection::vec(shapes(), 8), 1..9_u32, 0..40_u32).prop_map(|(places, shapes, pages, release)| {
        let mut sheets: Vec<SheetLayout> = (0..3).rev().map(|slot| SheetLayout(slot, Vec::new(), Vec::new())).collect();
        let mut items = Vec::new();
        for (slot, (place, shapes)) in (0_u32..).zip(places.into_iter().zip(shapes)) {
            sheets[place].1.push(slot);
            items.push((slot, 1 + slot % 2, shapes.into_iter().map(StoredShape).collect()));
        }
        Layouts { release, pages: (0..pages).collect(), known: vec![Layout::new("c/u", release, pages, sheets, items)] }
    })
}

fn given(shape: Shape, from: u64) -> Given {
    let number = |below: u32| u32::try_from(from % u64::from(below)).expect("it is below");
    let set = |n: u32| Given::List((0..n).filter(|at| from >> at & 1 == 1).map(Some).collect());
    let letters = |max: u32| ["", "a", "é", "😀", "12.5", "ab cd"][number(6) as usize].chars().take(max as usize / 2).collect::<String>();
    match shape {
        Shape::OneOf(n) => Given::Number(number(n)),
        Shape::Subset(n) | Shape::Flags(n) => set(n),
        Shape::Order(n) => Given::List((0..n).map(|at| Some((at + number(n)) % n)).collect()),
        Shape::Map(n, m) => Given::List((0..n).map(|at| (number(m + 1) + at).checked_sub(1).map(|at| at % m)).collect()),
        Shape::Path => Given::List((0..number(Shape::LONGEST_PATH + 1)).map(|at| Some(at * 31 % 700)).collect()),
        Shape::Decimal => Given::Text(letters(24)),
        Shape::Text(max) => Given::Text(letters(max)),
    }
}

fn mark() -> impl Strategy<Value = Mark> {
    (0..100_000_u32, 0..100_000_u32).prop_map(|(points, max)| Mark { points, max })
}

type Chances = (Vec<(bool, u64, bool, u32)>, Option<(Mark, Mark, Mark, u32)>, Option<(Option<u32>, bool)>, bool);

fn chances() -> impl Strategy<Value = Chances> {
    let answers = proptest::collection::vec((any::<bool>(), any::<u64>(), any::<bool>(), 0..40_u32), 8);
    let paper = proptest::option::of((proptest::option::of(any::<u32>()), any::<bool>()));
    (answers, proptest::option::of((mark(), mark(), mark(), 1..300_u32)), paper, any::<bool>())
}

fn state() -> impl Strategy<Value = (Layouts, State)> {
    let facts = (0..9_u32, any::<u64>(), proptest::option::of(any::<u32>()), any::<u32>(), any::<bool>(), 0..3_u8);
    (layout(), facts, proptest::collection::vec(proptest::option::of(chances()), 3)).prop_map(|(layouts, facts, sheets)| {
        let (page, read, seed, counter, completed, success) = facts;
        let own = &layouts.known[0];
        let state = State {
            page: page % own.pages,
            read: (0..own.pages).filter(|at| read >> at & 1 == 1).collect::<BTreeSet<_>>(),
            seed,
            counter,
            completion: if completed { Completion::Completed } else { Completion::Incomplete },
            success: [Success::Unknown, Success::Passed, Success::Failed][usize::from(success)],
            sheets: (0_u32..).zip(sheets).filter_map(|(slot, sheet)| Some((slot, sheet_of(own, slot, sheet?)))).collect(),
        };
        (layouts, state)
    })
}

fn sheet_of(own: &Layout, slot: u32, (answers, marks, paper, passed): Chances) -> SheetState {
    let mut sheet = SheetState { passed, ..SheetState::default() };
    if let Some((best, last, first, attempts)) = marks {
        (sheet.best, sheet.last, sheet.first, sheet.attempts) = (Some(best), Some(last), Some(first), attempts);
    }
    let Some((seed, submitted)) = paper else { return sheet };
    let attempt = sheet.attempts + u32::from(!submitted);
    sheet.paper = Some(Paper { layout: own.hash, attempt, seed, submitted, until: None });
    for (item, (answered, from, checked, tries)) in own.sheet(slot).map(|sheet| &sheet.1).into_iter().flatten().zip(answers) {
        let (_, shapes) = own.item(*item).expect("it is in the layout");
        let response: Vec<Given> = shapes.iter().map(|shape| given(shape.0, from)).collect();
        if answered {
            sheet.answers.insert(*item, Answer { response: Some(response), checked, tries });
        } else if tries > 0 {
            sheet.answers.insert(*item, Answer { response: None, checked: false, tries });
        }
    }
    sheet
}

/// Every answer of `part` that is an answer is one of `whole`.
fn is_part(part: &State, whole: &State) -> bool {
    let same = |part: &SheetState, whole: &SheetState| {
        part.answers.iter().all(|(item, answer)| answer.response.is_none() || whole.answers.get(item) == Some(answer))
            && SheetState { answers: BTreeMap::new(), ..part.clone() } == SheetState { answers: BTreeMap::new(), ..whole.clone() }
    };
    State { sheets: BTreeMap::new(), ..part.clone() } == State { sheets: BTreeMap::new(), ..whole.clone() }
        && part.sheets.len() == whole.sheets.len()
        && part.sheets.iter().all(|(slot, sheet)| whole.sheets.get(slot).is_some_and(|other| same(sheet, other)))
}

proptest! {
    #[test]
    fn a_frame_gives_its_state_back((layouts, state) in state()) {
        let frame = encode(&state, &layouts);
        prop_assert!(frame.is_ascii());
        let decoded = decode(&frame, &layouts);
        prop_assert_eq!(decoded.verdict, Verdict::Whole);
        prop_assert_eq!(decoded.state, Some(state));
        prop_assert!(decoded.lost.is_empty());
    }

    #[test]
    fn a_cut_frame_is_never_whole_and_its_intact_beginning_is_restored((layouts, state) in state()) {
        let frame = encode(&state, &layouts);
        let standing = frame.match_indices('.').nth(1).map_or(frame.len(), |(at, _)| at);
        for cut in 0..frame.len() {
            let decoded = decode(&frame[..cut], &layouts);
            let expected = if cut == 0 { Verdict::Empty } else if cut < standing { Verdict::Damaged } else { Verdict::Partial };
            prop_assert_eq!(decoded.verdict, expected, "{} of {}", cut, frame);
            prop_assert!(decoded.state.is_none_or(|part| is_part(&part, &state)), "{} of {}", cut, frame);
        }
    }

    #[test]
    fn a_changed_frame_is_never_whole((layouts, state) in state(), at in any::<prop::sample::Index>(), to in any::<char>()) {
        let frame = encode(&state, &layouts);
        let at = at.index(frame.len());
        let changed = format!("{}{to}{}", &frame[..at], &frame[at + 1..]);
        prop_assume!(changed != frame);
        let decoded = decode(&changed, &layouts);
        prop_assert_ne!(decoded.verdict, Verdict::Whole);
        prop_assert!(decoded.state.is_none_or(|part| is_part(&part, &state)), "{} at {}", changed, at);
    }

    #[test]
    fn no_text_makes_reading_panic(layouts in layout(), text in "C1\\.[A-Za-z0-9_.\u{e9}-]{0,80}") {
        prop_assert_ne!(decode(&text, &layouts).verdict, Verdict::Whole);
    }
}
