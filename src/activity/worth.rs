//! What an attempt at an assessment can be worth, computed exactly.

use std::collections::BTreeSet;

use crate::item::Item;
use crate::model::{Assessment, Course, ItemAt, Paper, Stratum, Unit};
use crate::value::Thousandths;

/// More scores than these lie so close together that no pass mark falls into a gap worth a word.
const MOST: usize = 4096;

/// What the papers of an assessment are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// Thousandths of the points of a whole paper; where it is drawn, of the one that is worth most.
    pub points: u64,
    /// Every score that an attempt can reach, in thousandths of a point; `None` where there are too many to tell apart.
    pub scores: Option<BTreeSet<u64>>,
}

impl Worth {
    /// The least score that passes where `mark` is asked for; `None` where there are no points, or too many scores.
    #[must_use]
    pub fn least_that_passes(&self, mark: Thousandths) -> Option<u64> {
        let scores = self.scores.as_ref().filter(|_| self.points > 0)?;
        scores.iter().copied().find(|score| self.passes(*score, mark))
    }

    /// Whether `score` passes where `mark` is asked for.
    fn passes(&self, score: u64, mark: Thousandths) -> bool {
        score * 1000 >= u64::from(mark.0) * self.points
    }

    /// Those scores that SCORM 1.2, which is told whole per cents, is told to be on the other side of `mark` than they are; `None` where that
    /// cannot be known. B.4 of what the run-time sends: half a per cent is rounded up, as `Math.round` does.
    #[must_use]
    pub fn told_otherwise(&self, mark: Thousandths) -> Option<Vec<u64>> {
        let scores = self.scores.as_ref().filter(|_| self.points > 0)?;
        let otherwise = |score: &u64| (told(*score, self.points) * 10 >= u64::from(mark.0)) != self.passes(*score, mark);
        Some(scores.iter().copied().filter(otherwise).collect())
    }
}

/// The whole per cents that SCORM 1.2 is told of `score` out of `points`.
#[must_use]
pub fn told(score: u64, points: u64) -> u64 {
    (200 * score + points) / (2 * points.max(1))
}

/// What an attempt at `assessment` of `unit` is worth.
#[must_use]
pub fn worth(course: &Course, unit: &Unit, assessment: &Assessment) -> Worth {
    let Some(paper) = Paper::of(course, Some(&unit.id), assessment) else { return Worth { points: 0, scores: None } };
    let items = |all: &[ItemAt]| -> Vec<&Item> { all.iter().filter_map(|at| course.item(at)).collect() };
    let points = |all: &[ItemAt]| -> Vec<u64> { items(all).into_iter().map(|item| u64::from(item.points.0)).collect() };
    let strata = paper.strata();
    let dearest = |stratum: &Stratum| {
        let mut points = points(&stratum.items);
        points.sort_unstable_by_key(|points| std::cmp::Reverse(*points));
        points.into_iter().take(stratum.takes).sum::<u64>()
    };
    let always: u64 = points(&paper.fixed).into_iter().sum();
    // A paper that is drawn has the scores of its own items alone, but where those it is drawn from are worth the same.
    let drawn = |stratum: &Stratum| {
        let mut marks = items(&stratum.items).into_iter().map(Item::marks);
        let first = marks.next()?;
        marks.all(|marks| marks == first).then(|| vec![first; stratum.takes])
    };
    let drawn: Option<Vec<_>> = strata.iter().map(drawn).collect();
    let scores = drawn.and_then(|drawn| sums(items(&paper.fixed).into_iter().map(Item::marks).chain(drawn.into_iter().flatten())));
    Worth { points: always + strata.iter().map(dearest).sum::<u64>(), scores }
}

/// Every sum of one mark of each item.
fn sums(items: impl Iterator<Item = BTreeSet<u32>>) -> Option<BTreeSet<u64>> {
    let mut sums = BTreeSet::from([0]);
    for marks in items {
        let marks: Vec<u32> = marks.into_iter().filter(|mark| *mark > 0).collect();
        let more: Vec<u64> = sums.iter().flat_map(|sum| marks.iter().map(move |mark| sum + u64::from(*mark))).collect();
        sums.extend(more);
        if sums.len() > MOST {
            return None;
        }
    }
    Some(sums)
}

#[cfg(test)]
mod tests {
    use super::{Worth, sums, told};
    use crate::value::Thousandths;

    #[test]
    fn every_sum_is_there_once() {
        let items = [[0, 1000].into(), [0, 500, 1000].into(), [0].into()];
        assert_eq!(sums(items.into_iter()), Some([0, 500, 1000, 1500, 2000].into()));
    }

    #[test]
    fn there_are_no_more_sums_than_can_be_told_apart() {
        assert_eq!(sums((0..13).map(|place| [0, 1 << place].into())), None);
        assert_eq!(sums((0..200).map(|_| [0, 1000].into())).map(|sums| sums.len()), Some(201));
    }

    #[test]
    fn the_least_that_passes_is_exact() {
        let four = Worth { points: 4000, scores: Some([0, 1000, 2000, 3000, 4000].into()) };
        for (mark, least) in [(800, 4000), (750, 3000), (751, 4000), (1, 1000), (1000, 4000)] {
            assert_eq!(four.least_that_passes(Thousandths(mark)), Some(least), "{mark}");
        }
        assert_eq!(Worth { points: 0, scores: Some([0].into()) }.least_that_passes(Thousandths(800)), None);
    }

    #[test]
    fn what_is_told_is_rounded_as_math_round_does() {
        for (score, points, percent) in
            [(0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (199, 40_000, 0), (39, 49, 80), (7, 8, 88), (3, 3, 100)]
        {
            assert_eq!(told(score, points), percent, "{score} of {points}");
        }
    }

    #[test]
    fn a_score_below_the_mark_may_be_told_as_the_mark_and_none_above_as_less() {
        let worth = |points: u64| Worth { points, scores: Some((0..=points).collect()) };
        assert_eq!(worth(49).told_otherwise(Thousandths(800)), Some(vec![39]), "39 of 49 are 79.6%");
        assert_eq!(worth(4).told_otherwise(Thousandths(800)), Some(vec![]));
        assert_eq!(worth(3).told_otherwise(Thousandths(670)), Some(vec![2]), "66.7% are told as 67");
        assert_eq!(worth(3).told_otherwise(Thousandths(665)), Some(vec![]));
        for (points, mark) in (1..200).flat_map(|points| (1..=100).map(move |mark| (points, mark))) {
            let worth = worth(points);
            let below = |score: &u64| score * 100 < mark * points;
            let mark = Thousandths(u32::try_from(mark * 10).unwrap_or(0));
            assert!(worth.told_otherwise(mark).is_some_and(|scores| scores.iter().all(below)), "{points} {mark:?}");
        }
        assert_eq!(Worth { points: 9, scores: None }.told_otherwise(Thousandths(800)), None);
    }
}
