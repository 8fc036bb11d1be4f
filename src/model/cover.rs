//! Items that together meet a blueprint, each drawn once.
//!
//! In: how many items each draw takes, what each item helps with, how much is asked for. Out: items that meet it, whose draws have room for them,
//! or that there are none, or that this cannot be told in time. What helps with one criterion alone is a question of flow; of what helps with
//! several, every number is tried.

use std::collections::{BTreeMap, BTreeSet};

/// So much is looked at before it is given up, in entries of nets: a fraction of a second. What is asked for may be met all the same then.
const WORK: u64 = 40_000_000;

/// What is known of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Items that meet the quotas, by number, ascending.
    Items(Vec<usize>),
    /// That there are none.
    None,
    /// Nothing: there are too many ways to try.
    Unknown,
}

/// What is drawn from, and what is asked for.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    /// How many items each draw takes.
    pub(super) takes: Vec<usize>,
    /// How many items are asked for on each criterion.
    pub(super) quotas: Vec<usize>,
    /// Of each item the draws that can take it, and the criteria that it helps with.
    pub(super) items: Vec<Kind>,
}

/// The draws that can take an item, and the criteria that it helps with.
type Kind = (BTreeSet<usize>, BTreeSet<usize>);

/// Items that are alike, and how many of them are there.
struct Class<'p> {
    kind: &'p Kind,
    size: usize,
}

impl Problem {
    /// Looks for items that meet the quotas.
    pub(super) fn solve(&self) -> Found {
        if (0..self.takes.len()).map(|draw| self.most(draw)).sum::<usize>() < self.quotas.iter().sum() {
            return Found::None;
        }
        let mut sizes: BTreeMap<&Kind, usize> = BTreeMap::new();
        for kind in self.items.iter().filter(|(draws, helps)| !draws.is_empty() && !helps.is_empty()) {
            *sizes.entry(kind).or_default() += 1;
        }
        let mut classes: Vec<Class<'_>> = sizes.into_iter().map(|(kind, size)| Class { kind, size }).collect();
        classes.sort_by_key(|class| std::cmp::Reverse(class.kind.1.len()));
        let several = classes.iter().take_while(|class| class.kind.1.len() > 1).count();
        let mut search = Search { problem: self, classes, several, work: WORK };
        let Some(taken) = search.choose(&mut Vec::new()) else {
            return if search.work == 0 { Found::Unknown } else { Found::None };
        };
        let mut left: BTreeMap<&Kind, usize> = search.classes.iter().map(|class| class.kind).zip(taken).collect();
        let mut chosen = Vec::new();
        for (number, kind) in self.items.iter().enumerate() {
            if let Some(left) = left.get_mut(kind).filter(|left| **left > 0) {
                *left -= 1;
                chosen.push(number);
            }
        }
        Found::Items(chosen)
    }

    /// What a draw gives at most, were nothing given twice.
    fn most(&self, draw: usize) -> usize {
        let mut helps: Vec<usize> = self.items.iter().filter(|(draws, _)| draws.contains(&draw)).map(|(_, helps)| helps.len()).collect();
        helps.sort_unstable_by_key(|count| std::cmp::Reverse(*count));
        helps.into_iter().take(self.takes[draw]).sum()
    }
}

struct Search<'p> {
    problem: &'p Problem,
    /// Those that help with most first.
    classes: Vec<Class<'p>>,
    /// How many of them help with several criteria.
    several: usize,
    /// What may still be looked at.
    work: u64,
}

impl Search<'_> {
    /// How many of each class are taken, where of the first ones so many are.
    fn choose(&mut self, fixed: &mut Vec<usize>) -> Option<Vec<usize>> {
        if fixed.len() == self.several {
            let needs: Vec<(usize, usize)> = (0..self.problem.quotas.len()).map(|quota| (quota, self.needed(quota, fixed))).collect();
            return self.flow(fixed, &needs);
        }
        // What none of the others could fill is not tried.
        for quota in 0..self.problem.quotas.len() {
            self.flow(fixed, &[(quota, self.needed(quota, fixed))])?;
        }
        let class = &self.classes[fixed.len()];
        let wanted = class.kind.1.iter().map(|quota| self.needed(*quota, fixed)).max().unwrap_or(0);
        let room = class.kind.0.iter().map(|draw| self.problem.takes[*draw]).sum();
        for takes in (0..=class.size.min(wanted).min(room)).rev() {
            fixed.push(takes);
            let found = self.choose(fixed);
            fixed.pop();
            if found.is_some() || self.work == 0 {
                return found;
            }
        }
        None
    }

    /// How many items are still asked for on `quota`.
    fn needed(&self, quota: usize, fixed: &[usize]) -> usize {
        let helping = self.classes.iter().zip(fixed).filter(|(class, _)| class.kind.1.contains(&quota));
        self.problem.quotas[quota].saturating_sub(helping.map(|(_, takes)| takes).sum())
    }

    /// How many of each class are taken, where those of `fixed` have room, and the classes after them give what is needed, each item to one need.
    /// `None` where there is no room for all.
    fn flow(&mut self, fixed: &[usize], needs: &[(usize, usize)]) -> Option<Vec<usize>> {
        let (classes, draws) = (self.classes.len(), self.problem.takes.len());
        let nodes = 2 + classes + draws + needs.len();
        self.work = self.work.saturating_sub((nodes * nodes) as u64);
        if self.work == 0 {
            return None;
        }
        let (source, sink) = (0, 1);
        let class_at = |class: usize| 2 + class;
        let draw_at = |draw: usize| 2 + classes + draw;
        let need_at = |need: usize| 2 + classes + draws + need;
        let mut net = Net { room: vec![vec![0; nodes]; nodes] };
        for (number, class) in self.classes.iter().enumerate() {
            net.room[source][class_at(number)] = fixed.get(number).copied().unwrap_or(0);
            for draw in &class.kind.0 {
                net.room[class_at(number)][draw_at(*draw)] = class.size;
            }
        }
        for (draw, takes) in self.problem.takes.iter().enumerate() {
            net.room[draw_at(draw)][sink] = *takes;
        }
        for (place, (quota, needed)) in needs.iter().enumerate() {
            net.room[source][need_at(place)] = *needed;
            let helping = self.classes.iter().enumerate().skip(fixed.len()).filter(|(_, class)| class.kind.1.contains(quota));
            for (number, class) in helping {
                net.room[need_at(place)][class_at(number)] = class.size;
            }
        }
        let asked = fixed.iter().sum::<usize>() + needs.iter().map(|(_, needed)| needed).sum::<usize>();
        let passed = net.fill(source, sink, &mut self.work);
        let of_class = |class: usize| (0..draws).map(|draw| net.room[draw_at(draw)][class_at(class)]).sum();
        (passed == asked).then(|| (0..classes).map(of_class).collect())
    }
}

/// A net with the room that is left on each of its ways; what passes makes room on the way back.
struct Net {
    room: Vec<Vec<usize>>,
}

impl Net {
    /// Lets as much pass as can, and gives how much that is.
    fn fill(&mut self, source: usize, sink: usize, work: &mut u64) -> usize {
        let mut passed = 0;
        while let Some(more) = self.pass(source, sink, usize::MAX, &mut vec![false; self.room.len()], work) {
            passed += more;
        }
        passed
    }

    /// Lets up to `most` pass from `node` on one way to `sink`, over nodes that were not `seen`.
    fn pass(&mut self, node: usize, sink: usize, most: usize, seen: &mut Vec<bool>, work: &mut u64) -> Option<usize> {
        if node == sink {
            return Some(most);
        }
        seen[node] = true;
        *work = work.saturating_sub(self.room.len() as u64);
        if *work == 0 {
            return None;
        }
        for next in 0..self.room.len() {
            let room = self.room[node][next];
            if room == 0 || seen[next] {
                continue;
            }
            if let Some(passed) = self.pass(next, sink, most.min(room), seen, work) {
                self.room[node][next] -= passed;
                self.room[next][node] += passed;
                return Some(passed);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Kind, Problem};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Whether each of `items` has a draw with room.
    fn has_room(items: &[&Kind], takes: &mut [usize]) -> bool {
        let Some((first, rest)) = items.split_first() else { return true };
        first.0.iter().any(|draw| {
            if takes[*draw] == 0 {
                return false;
            }
            takes[*draw] -= 1;
            let room = has_room(rest, takes);
            takes[*draw] += 1;
            room
        })
    }

    /// Whether the items of these numbers meet the quotas and have room.
    fn meets(problem: &Problem, numbers: &[usize]) -> bool {
        let items: Vec<&Kind> = numbers.iter().map(|number| &problem.items[*number]).collect();
        let helped = |quota: &usize| items.iter().filter(|(_, helps)| helps.contains(quota)).count();
        problem.quotas.iter().enumerate().all(|(quota, asked)| helped(&quota) >= *asked) && has_room(&items, &mut problem.takes.clone())
    }

    fn subset(bits: u8, of: usize) -> BTreeSet<usize> {
        (0..of).filter(|bit| bits >> bit & 1 == 1).collect()
    }

    fn problems() -> impl Strategy<Value = Problem> {
        let items = prop::collection::vec((0_u8..8, 0_u8..8), 0..8);
        (prop::collection::vec(0_usize..4, 3), prop::collection::vec(0_usize..4, 3), items).prop_map(|(takes, quotas, items)| {
            let items = items.into_iter().map(|(draws, helps)| (subset(draws, 3), subset(helps, 3))).collect();
            Problem { takes, quotas, items }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

        #[test]
        fn a_blueprint_is_met_where_trying_everything_meets_it(problem in problems()) {
            let all = (0..1_u32 << problem.items.len()).any(|bits| {
                let numbers: Vec<usize> = (0..problem.items.len()).filter(|number| bits >> number & 1 == 1).collect();
                meets(&problem, &numbers)
            });
            let found = problem.solve();
            match found {
                Found::Items(numbers) => prop_assert!(all && meets(&problem, &numbers)),
                Found::None => prop_assert!(!all),
                Found::Unknown => prop_assert!(false, "a small problem is decided"),
            }
        }
    }
}
