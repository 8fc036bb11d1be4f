//! Shares of points in whole thousandths.

use crate::value::Thousandths;

/// `points` × `right` / `all`, rounded half up; nothing where there is nothing to get right.
pub(super) fn share(points: Thousandths, right: usize, all: usize) -> Thousandths {
    let (points, right, all) = (u64::from(points.0), right as u64, all as u64);
    if all == 0 {
        return Thousandths(0);
    }
    Thousandths(u32::try_from((2 * points * right + all) / (2 * all)).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::share;
    use crate::value::Thousandths;

    #[test]
    fn half_goes_up() {
        for (points, right, all, mark) in
            [(1000, 2, 3, 667), (1000, 1, 3, 333), (125, 1, 2, 63), (2500, 3, 3, 2500), (1000, 0, 3, 0), (1000, 1, 0, 0)]
        {
            assert_eq!(share(Thousandths(points), right, all), Thousandths(mark));
        }
    }
}
