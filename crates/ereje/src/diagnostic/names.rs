//! Names that can be given: which one is meant by what was typed, and which there are.

/// The name in `known` nearest to `typed`, when it is near enough to be meant.
#[must_use]
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    near(typed, known).min().map(|(_, candidate)| candidate)
}

/// The one name in `known` that is near enough to `typed` to be meant; none where
/// two are.
#[must_use]
pub fn only_near<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let mut near = near(typed, known);
    let (_, candidate) = near.next()?;
    near.next().is_none().then_some(candidate)
}

/// The names that can be given, as a hint.
#[must_use]
pub fn there_are<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names = marked(names);
    match names.as_slice() {
        [] => "there are none".to_owned(),
        [one] => format!("there is {one}"),
        many => format!("there are {}", many.join(", ")),
    }
}

/// The names that something has, as a hint.
#[must_use]
pub fn it_has<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names = marked(names);
    if names.is_empty() { "it has none".to_owned() } else { format!("it has {}", names.join(", ")) }
}

/// Names as they stand in a sentence.
fn marked<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    names.into_iter().map(|name| format!("`{name}`")).collect()
}

/// Longer names are not compared: it takes as long as both are, multiplied.
const LONGEST_NAME: usize = 200;

fn near<'k>(
    typed: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> impl Iterator<Item = (usize, &'k str)> {
    let length = typed.chars().count();
    let limit = (length / 3).max(1);
    // Names of another length can not be near, and most are of another length.
    let is_likely = move |known: &&str| {
        let other = known.chars().count();
        other <= LONGEST_NAME && length <= LONGEST_NAME && other.abs_diff(length) <= limit
    };
    let known = known.into_iter().filter(is_likely);
    let distances = known.map(move |known| (distance(typed, known), known));
    distances.filter(move |(distance, _)| *distance <= limit)
}

/// Optimal string alignment distance: insertions, deletions, substitutions and
/// swaps of two neighbours each count one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        assert_eq!(nearest("permalnik", ["permalink", "product"]), Some("permalink"));
        assert_eq!(nearest("suport-email", ["support-email"]), Some("support-email"));
        assert_eq!(nearest("banana", ["permalink", "product"]), None);
        assert_eq!(only_near("maill", ["mail", "phone"]), Some("mail"));
        assert_eq!(only_near("maill", ["mail", "mails"]), None);
    }

    #[test]
    fn names_are_told_as_one_or_as_many() {
        assert_eq!(there_are([]), "there are none");
        assert_eq!(there_are(["mail"]), "there is `mail`");
        assert_eq!(there_are(["mail", "phone"]), "there are `mail`, `phone`");
    }
}
