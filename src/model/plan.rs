//! How the draws of a paper are made, whatever the seed: strata that share no item, so that each item enters a paper once, every
//! draw gets its number, and the blueprint is met by all papers.

use std::collections::{BTreeMap, BTreeSet};

use super::cover::{Found, Problem};
use super::paper::{ItemAt, Paper, holders};

/// So much is looked at, in cells, to meet a blueprint step by step, before all of it is looked at together.
const WORK: usize = 2_000_000;

/// Whether every paper meets its blueprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// It does.
    Yes,
    /// None can.
    No,
    /// There are too many ways to try them all: none was found.
    Unknown,
}

/// Items of which every paper has so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// How many.
    pub takes: usize,
    /// The items, as a bank has them.
    pub items: Vec<ItemAt>,
}

/// What one draw takes from: its items that help with the same criteria of the blueprint.
#[derive(Debug)]
struct Cell {
    draw: usize,
    /// Places in the blueprint.
    helps: BTreeSet<usize>,
    items: Vec<ItemAt>,
    takes: usize,
}

impl Cell {
    fn left(&self) -> usize {
        self.items.len() - self.takes
    }
}

/// The strata of `paper`, for a blueprint of so many items on each of its criteria, and whether they meet it.
pub(super) fn strata(paper: &Paper<'_>) -> (Vec<Stratum>, Met) {
    let quotas: Vec<usize> = paper.blueprint().map(|(criterion, least)| least.saturating_sub(paper.always(criterion))).collect();
    let mut cells = cells(paper, &BTreeSet::new());
    let mut rest: Vec<usize> = paper.drawn();
    let mut tries = (WORK / (cells.len() * quotas.len()).max(1)).min(50_000);
    let mut met = if meet(&mut cells, &mut rest, &quotas, &mut tries) { Met::Yes } else { Met::No };
    if met == Met::No {
        // Each step was the best for itself; now all of it is looked at together.
        match choose(paper, quotas) {
            Ok(chosen) => {
                cells = self::cells(paper, &chosen);
                for cell in &mut cells {
                    cell.takes = cell.items.iter().filter(|item| chosen.contains(item)).count();
                    rest[cell.draw] -= cell.takes;
                }
                met = Met::Yes;
            }
            Err(not) => met = not,
        }
    }
    if met != Met::Yes {
        for cell in &mut cells {
            cell.takes = 0;
        }
        rest = paper.drawn();
    }
    let mut strata = Vec::new();
    for (draw, left) in rest.into_iter().enumerate() {
        let (of_draw, others) = std::mem::take(&mut cells).into_iter().partition(|cell| cell.draw == draw);
        cells = others;
        strata.extend(filled_up(of_draw, left, &paper.pools[draw].items));
    }
    (strata, met)
}

/// The strata of one draw, `left` of it given to chance: in proportion, and so that whatever can come up does.
fn filled_up(cells: Vec<Cell>, mut left: usize, pool: &[ItemAt]) -> Vec<Stratum> {
    let (mut needed, others): (Vec<Cell>, Vec<Cell>) = cells.into_iter().partition(|cell| cell.takes > 0);
    let spare = pool.iter().filter(|item| others.iter().any(|cell| cell.items.contains(item)));
    let mut spare = Cell { draw: 0, helps: BTreeSet::new(), items: spare.cloned().collect(), takes: 0 };
    if left > 0 && !spare.items.is_empty() {
        spare.takes = 1;
        left -= 1;
        needed.push(spare);
    }
    while left > 0 {
        let able = needed.iter_mut().filter(|cell| cell.left() > 0);
        let Some(cell) = able.max_by_key(|cell| cell.items.len() * 1000 / (cell.takes + 1)) else { break };
        cell.takes += 1;
        left -= 1;
    }
    needed.into_iter().map(|cell| Stratum { takes: cell.takes, items: cell.items }).collect()
}

/// Items that together meet `quotas` and have room in the draws; why there are none to be had.
fn choose(paper: &Paper<'_>, quotas: Vec<usize>) -> Result<BTreeSet<ItemAt>, Met> {
    let all: BTreeSet<&ItemAt> = paper.pools.iter().flat_map(|pool| &pool.items).collect();
    let kind = |item: &&ItemAt| {
        let draws = paper.pools.iter().enumerate().filter(|(_, pool)| pool.items.contains(item)).map(|(at, _)| at);
        let helps = paper.blueprint().enumerate().filter(|(at, (criterion, _))| quotas[*at] > 0 && paper.assesses(item, criterion));
        (draws.collect(), helps.map(|(at, _)| at).collect())
    };
    let items = all.iter().map(kind).collect();
    let problem = Problem { takes: paper.drawn(), quotas, items };
    let chosen = match problem.solve() {
        Found::Items(chosen) => chosen,
        Found::None => return Err(Met::No),
        Found::Unknown => return Err(Met::Unknown),
    };
    let all: Vec<&ItemAt> = all.into_iter().collect();
    Ok(chosen.into_iter().map(|number| all[number].clone()).collect())
}

/// The cells of all draws: an item that several can take goes to one, `first` before the others, those that have fewest for their number first.
fn cells(paper: &Paper<'_>, first: &BTreeSet<ItemAt>) -> Vec<Cell> {
    let pools: Vec<BTreeSet<ItemAt>> = paper.pools.iter().map(|pool| pool.items.iter().cloned().collect()).collect();
    let takes = paper.drawn();
    let mut of: BTreeMap<&ItemAt, usize> = holders(&pools, &takes, first);
    let mut sizes = vec![0; pools.len()];
    for draw in of.values() {
        sizes[*draw] += 1;
    }
    for item in paper.pools.iter().flat_map(|pool| &pool.items) {
        if of.contains_key(item) {
            continue;
        }
        let able = (0..pools.len()).filter(|draw| pools[*draw].contains(item) && takes[*draw] > 0);
        let Some(draw) = able.min_by_key(|draw| (sizes[*draw] * 1000 / takes[*draw], *draw)) else { continue };
        of.insert(item, draw);
        sizes[draw] += 1;
    }
    let mut cells: BTreeMap<(usize, BTreeSet<usize>), Vec<ItemAt>> = BTreeMap::new();
    for (draw, pool) in paper.pools.iter().enumerate() {
        for item in pool.items.iter().filter(|item| of.get(item) == Some(&draw)) {
            let helps = paper.blueprint().enumerate().filter(|(_, (criterion, _))| paper.assesses(item, criterion)).map(|(at, _)| at);
            cells.entry((draw, helps.collect())).or_default().push(item.clone());
        }
    }
    cells.into_iter().map(|((draw, helps), items)| Cell { draw, helps, items, takes: 0 }).collect()
}

/// Takes from `cells` what `quotas` need, `rest` being what each draw can still take; false where that cannot be.
fn meet(cells: &mut [Cell], rest: &mut [usize], quotas: &[usize], tries: &mut usize) -> bool {
    let met = |at: usize| cells.iter().filter(|cell| cell.helps.contains(&at)).map(|cell| cell.takes).sum::<usize>();
    let Some(open) = (0..quotas.len()).find(|at| met(*at) < quotas[*at]) else { return true };
    let mut able: Vec<usize> = (0..cells.len()).filter(|at| cells[*at].helps.contains(&open)).collect();
    // The largest first: an item that alone helps with much would be on every paper.
    able.sort_by_key(|at| std::cmp::Reverse(cells[*at].left()));
    for at in able {
        let draw = cells[at].draw;
        if cells[at].left() == 0 || rest[draw] == 0 || *tries == 0 {
            continue;
        }
        *tries -= 1;
        cells[at].takes += 1;
        rest[draw] -= 1;
        if meet(cells, rest, quotas, tries) {
            return true;
        }
        cells[at].takes -= 1;
        rest[draw] += 1;
    }
    false
}
