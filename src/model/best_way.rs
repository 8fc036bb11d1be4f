//! What the best way through a case study is worth. A choice counts once, however often it is taken.
//!
//! Within a circle of scenes every choice can be taken, so a circle is worth all that leads from one of its scenes to another; between
//! circles there is no way back, so the best way is the longest through them.

use std::collections::BTreeMap;

use super::CaseStudy;
use crate::value::{Id, Thousandths};

impl CaseStudy {
    /// The points of the best way from its start to an end.
    #[must_use]
    pub fn most(&self) -> Thousandths {
        let start = self.start.as_ref().and_then(|start| self.scenes.iter().position(|scene| scene.id == *start));
        Thousandths(start.map_or(0, |start| best(&self.ways(), start)))
    }

    /// Whether a way can lead to the same scene twice.
    #[must_use]
    pub fn has_circle(&self) -> bool {
        let ways = self.ways();
        (0..ways.len()).any(|scene| reach(&ways, scene)[scene])
    }

    /// For each scene where its ways lead, and what they are worth.
    fn ways(&self) -> Vec<Vec<(usize, u32)>> {
        let places: BTreeMap<&Id, usize> = self.scenes.iter().enumerate().map(|(place, scene)| (&scene.id, place)).collect();
        let mut ways: Vec<Vec<(usize, u32)>> = vec![Vec::new(); self.scenes.len()];
        for (from, scene) in self.scenes.iter().enumerate() {
            let choices = scene.choices().iter().filter_map(|choice| Some((*places.get(choice.to.as_ref()?)?, choice.points.0)));
            ways[from].extend(choices);
            if scene.choices().is_empty() {
                ways[from].extend(scene.nexts().filter_map(|next| Some((*places.get(next)?, 0))));
            }
        }
        ways
    }
}

/// The most that a walk from `start` can collect, each way's worth once.
fn best(ways: &[Vec<(usize, u32)>], start: usize) -> u32 {
    let reached: Vec<Vec<bool>> = (0..ways.len()).map(|from| reach(ways, from)).collect();
    let together = |a: usize, b: usize| a == b || reached[a][b] && reached[b][a];
    let inside = |circle: usize| -> u32 {
        let of = (0..ways.len()).filter(|scene| together(circle, *scene));
        of.flat_map(|scene| &ways[scene]).filter(|(to, _)| together(circle, *to)).fold(0, |sum, (_, points)| sum.saturating_add(*points))
    };
    // A scene comes after all from which it can be reached, those of its own circle apart.
    let mut order: Vec<usize> = (0..ways.len()).filter(|scene| *scene == start || reached[start][*scene]).collect();
    order.sort_by_key(|scene| std::cmp::Reverse(reached[*scene].iter().filter(|there| **there).count()));
    let mut most: Vec<Option<u32>> = vec![None; ways.len()];
    let come = |most: &mut Vec<Option<u32>>, to: usize, worth: u32| {
        let worth = worth.saturating_add(inside(to));
        for scene in (0..ways.len()).filter(|scene| together(to, *scene)) {
            most[scene] = most[scene].max(Some(worth));
        }
    };
    come(&mut most, start, 0);
    for scene in order {
        let Some(here) = most[scene] else { continue };
        for (to, points) in ways[scene].iter().filter(|(to, _)| !together(scene, *to)) {
            come(&mut most, *to, here.saturating_add(*points));
        }
    }
    most.into_iter().flatten().max().unwrap_or_default()
}

/// The scenes that a walk of at least one way from `from` can reach.
fn reach(ways: &[Vec<(usize, u32)>], from: usize) -> Vec<bool> {
    let mut reached = vec![false; ways.len()];
    let mut next: Vec<usize> = ways[from].iter().map(|(to, _)| *to).collect();
    while let Some(scene) = next.pop() {
        if !reached[scene] {
            reached[scene] = true;
            next.extend(ways[scene].iter().map(|(to, _)| *to));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::best;

    type Ways = Vec<Vec<(usize, u32)>>;

    #[test]
    fn each_choice_counts_once_and_circles_count_whole() {
        let cases: [(&str, Ways, u32); 6] = [
            ("one end", vec![vec![]], 0),
            ("the better of two", vec![vec![(1, 1000), (2, 2000)], vec![], vec![]], 2000),
            ("the longer way", vec![vec![(2, 2000), (1, 500)], vec![(2, 1700)], vec![]], 2200),
            ("a circle, each way of it once", vec![vec![(1, 1000)], vec![(0, 300), (2, 0)], vec![]], 1300),
            ("a scene that leads to itself", vec![vec![(0, 500), (1, 1000)], vec![]], 1500),
            ("one of two ways out of a circle", vec![vec![(1, 100)], vec![(0, 10), (2, 1000), (3, 2000)], vec![(3, 500)], vec![]], 2110),
        ];
        for (name, ways, most) in cases {
            assert_eq!(best(&ways, 0), most, "{name}");
        }
    }
}
