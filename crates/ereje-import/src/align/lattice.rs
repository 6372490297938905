//! All ways in which the pieces of two texts can follow each other, by dynamic
//! programming: the best one, and for each of its steps how sure it is, which is
//! the share that all ways with this step have in the probability of all ways
//! (forward and backward sums, as for hidden Markov models).

/// A step: so many pieces of the source are so many of the page.
pub(super) const STEPS: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)];

/// A step of the best way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    /// The first piece of the source and of the page that it takes, and how many.
    pub(super) source: (usize, usize),
    pub(super) page: (usize, usize),
    /// Its share in the probability of all ways, 0 to 1.
    pub(super) share: f64,
}

/// The most places that are looked at.
const MOST_CELLS: usize = 6_000_000;

/// So far from the middle ways may go besides what lengths make necessary.
const SLACK: usize = 160;

/// The best way through `rows` pieces of a source and `columns` of a page; nothing
/// where they are too many to be compared. `cost` is that of a step of
/// [`STEPS`] from a place.
pub(super) fn best(
    rows: usize,
    columns: usize,
    cost: impl Fn(usize, usize, usize) -> f64,
) -> Option<Vec<Step>> {
    let half = rows.abs_diff(columns) + SLACK;
    let width = (2 * half + 1).min(columns + 1);
    if (rows + 1).saturating_mul(width) > MOST_CELLS {
        return None;
    }
    // Each row has `width` places, from its own first column on.
    let first = |row: usize| {
        let middle = (row * columns).checked_div(rows).unwrap_or(0);
        middle.saturating_sub(half).min(columns + 1 - width)
    };
    let place = |row: usize, column: usize| {
        let from = first(row);
        (row <= rows && (from..from + width).contains(&column)).then(|| row * width + column - from)
    };
    let size = (rows + 1) * width;
    let mut costs = vec![[f64::INFINITY; STEPS.len()]; size];
    let (mut forward, mut least) = (vec![f64::NEG_INFINITY; size], vec![f64::INFINITY; size]);
    let mut taken = vec![usize::MAX; size];
    forward[place(0, 0)?] = 0.0;
    least[place(0, 0)?] = 0.0;
    for row in 0..=rows {
        for column in first(row)..first(row) + width {
            let here = place(row, column)?;
            if least[here].is_infinite() {
                continue;
            }
            for (nth, (down, right)) in STEPS.into_iter().enumerate() {
                let Some(there) = place(row + down, column + right) else { continue };
                if row + down > rows || column + right > columns {
                    continue;
                }
                let cost = cost(row, column, nth);
                costs[here][nth] = cost;
                forward[there] = add(forward[there], forward[here] - cost);
                if least[here] + cost < least[there] {
                    least[there] = least[here] + cost;
                    taken[there] = nth;
                }
            }
        }
    }
    let mut backward = vec![f64::NEG_INFINITY; size];
    backward[place(rows, columns)?] = 0.0;
    for row in (0..=rows).rev() {
        for column in (first(row)..first(row) + width).rev() {
            let here = place(row, column)?;
            for (nth, (down, right)) in STEPS.into_iter().enumerate() {
                let Some(there) = place(row + down, column + right) else { continue };
                if costs[here][nth].is_finite() {
                    backward[here] = add(backward[here], backward[there] - costs[here][nth]);
                }
            }
        }
    }
    let all = forward[place(rows, columns)?];
    let (mut row, mut column) = (rows, columns);
    let mut way = Vec::new();
    while (row, column) != (0, 0) {
        let here = place(row, column)?;
        let nth = taken[here];
        let (down, right) = *STEPS.get(nth)?;
        let (from_row, from_column) = (row.checked_sub(down)?, column.checked_sub(right)?);
        let from = place(from_row, from_column)?;
        let share = (forward[from] - costs[from][nth] + backward[here] - all).exp().min(1.0);
        way.push(Step { source: (from_row, down), page: (from_column, right), share });
        (row, column) = (from_row, from_column);
    }
    way.reverse();
    Some(way)
}

/// The logarithm of the sum of two numbers given by theirs.
fn add(one: f64, other: f64) -> f64 {
    let (more, less) = if one > other { (one, other) } else { (other, one) };
    if less == f64::NEG_INFINITY { more } else { more + (less - more).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters are alike or not.
    fn way(one: &str, other: &str) -> Vec<Step> {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        best(one.len(), other.len(), |row, column, nth| match STEPS[nth] {
            (1, 1) if one[row] == other[column] => 0.0,
            (1, 1) => 20.0,
            (1, 0) | (0, 1) => 5.0,
            _ => 30.0,
        })
        .expect("few enough")
    }

    #[test]
    fn what_is_missing_is_stepped_over() {
        let steps = |one, other| {
            way(one, other).into_iter().map(|step| (step.source.1, step.page.1)).collect::<Vec<_>>()
        };
        assert_eq!(steps("abc", "abc"), [(1, 1); 3]);
        assert_eq!(steps("abc", "ac"), [(1, 1), (1, 0), (1, 1)]);
        assert_eq!(steps("ac", "abc"), [(1, 1), (0, 1), (1, 1)]);
        assert_eq!(steps("", "a"), [(0, 1)]);
        assert_eq!(steps("", ""), []);
    }

    #[test]
    fn a_step_with_a_rival_is_not_sure() {
        let told = way("abbc", "abc");
        assert!(told[0].share > 0.99, "{told:?}");
        assert!(told[1].share < 0.6, "either of two may be missing: {told:?}");
        assert!(told[3].share > 0.99, "{told:?}");
    }

    #[test]
    fn long_texts_are_compared_in_time() {
        let text = "abcdefghij".repeat(500);
        assert_eq!(way(&text, &text).len(), 5000);
        assert!(best(20_000, 10_000, |_, _, _| 0.0).is_none(), "too far apart");
    }
}
