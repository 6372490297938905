//! A page and what was made of it, side by side: words in their order, links,
//! and structure.

mod links;

use ereje::diagnostic::Diagnostic;
use ereje::document::Document;
use ereje::markup::{Shown, rendered, shown};

use crate::dates::Dates;
use crate::front_matter;
use crate::heads::date_line;
use crate::{Wanted, advice};

/// What a comparison found.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Each difference.
    pub told: Vec<Diagnostic>,
    /// How many words of the page are in no place of the policy.
    pub missing: usize,
    /// How many words the page has.
    pub words: usize,
}

/// What a comparison has to know besides the page and the policy.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// Whether the policy is released: then the version bears the day and policy.toml none.
    pub is_released: bool,
    /// The link to a policy that a plan made of a link of the page, where there is one.
    pub led: &'k dyn Fn(&str) -> Option<String>,
}

/// So far is looked for the place where two rows go on alike.
const REACH: usize = 600;

/// Compares a page with the policy that was made of it.
#[must_use]
pub fn compare(wanted: &Wanted<'_>, document: &Document, known: Known<'_>) -> Verdict {
    let start = front_matter::read(wanted.text).map_or(0, |front| front.end);
    let mut page = rendered(&wanted.text[start..]);
    let made = shown_of(document);
    let has_title = without_title(&mut page, &made, document);
    let mut verdict = Verdict::default();
    words((wanted, start), (&page, has_title), &made, (document, known.is_released), &mut verdict);
    links::compare((wanted, start), &page, &made, known, &mut verdict.told);
    shapes(wanted, start, &page, &made, &mut verdict);
    verdict
}

/// Leaves out that the title is a heading of the page: of the policy it is no clause.
/// Answers whether it was one.
fn without_title(page: &mut Vec<(Shown, usize)>, made: &[Shown], document: &Document) -> bool {
    let title = document.title.text().to_lowercase();
    if title.trim().is_empty() {
        return false;
    }
    let is_title = |mut shown: std::slice::Iter<'_, Shown>| {
        title.split_whitespace().all(
            |word| matches!(shown.next(), Some(Shown::Word(other)) if other.to_lowercase() == word),
        )
    };
    let is_top = |shown: Option<&Shown>| matches!(shown, Some(Shown::Shape(_)));
    // A clause may have the words of the title as its heading.
    if is_top(made.first()) && is_title(made[1..].iter()) {
        return false;
    }
    let own: Vec<Shown> =
        page.iter().take(title.len() + 1).map(|(shown, _)| shown.clone()).collect();
    let is_heading =
        own.first() == Some(&Shown::Shape("heading 1".into())) && is_title(own[1..].iter());
    if is_heading {
        page.remove(0);
    }
    is_heading
}

fn shown_of(document: &Document) -> Vec<Shown> {
    let (mut found, mut links) = (Vec::new(), Vec::new());
    let mut add = |shown: Vec<Shown>| {
        let (of_links, others): (Vec<_>, Vec<_>) =
            shown.into_iter().partition(|shown| matches!(shown, Shown::Link(_)));
        links.extend(of_links);
        found.extend(others);
    };
    for clause in &document.clauses {
        if let Some(heading) = &clause.heading {
            add(vec![Shown::Shape(format!("heading {}", clause.level))]);
            add(shown(heading));
        }
        add(shown(&clause.body));
    }
    add(shown(&document.last_updated));
    found.extend(links);
    found
}

fn words(
    (wanted, start): (&Wanted<'_>, usize),
    (page, has_title): (&[(Shown, usize)], bool),
    made: &[Shown],
    (document, is_released): (&Document, bool),
    verdict: &mut Verdict,
) {
    let of_page: Vec<(&str, usize)> = page
        .iter()
        .filter_map(|(shown, at)| match shown {
            Shown::Word(word) => Some((word.as_str(), start + at)),
            _ => None,
        })
        .collect();
    let mut of_made: Vec<&str> = made
        .iter()
        .filter_map(|shown| match shown {
            Shown::Word(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    // The title stands in no clause, which may begin with its words all the same.
    let title: Vec<&str> = document.title.text().split_whitespace().collect();
    let plain: Vec<&str> = of_page.iter().map(|(word, _)| *word).collect();
    verdict.words = plain.len();
    if has_title || (plain.starts_with(&title) && !of_made.starts_with(&title)) {
        of_made.splice(0..0, title);
    }
    let hunks = differences(&plain, &of_made);
    let added: Vec<&[&str]> = hunks.iter().map(|hunk| &of_made[hunk.1.clone()]).collect();
    let dates = Dates::new(wanted.locale);
    let date_line = date_line(&wanted.text[start..], &dates)
        .map(|(span, day)| (start + span.start..start + span.end, day))
        .filter(|(_, day)| Some(*day) != document.published);
    let mut is_dated_otherwise = false;
    let has = |row: &[&str], run: &[&str]| {
        !run.is_empty() && row.windows(run.len()).any(|window| window == run)
    };
    for (from, _) in &hunks {
        let run = &plain[from.clone()];
        let Some((_, at)) = of_page.get(from.start).filter(|_| !run.is_empty()) else { continue };
        let line = wanted.text[*at..].lines().next().unwrap_or_default();
        let place = *at..*at + line.len();
        let words = listed(run);
        let is_date = run.len() <= 14
            && dates
                .find(&run.join(" "))
                .is_some_and(|found| Some(found.date) == document.published);
        if added.iter().any(|added| has(added, run)) || is_date {
            let message = format!(
                "these words stand in another place, or as the language writes dates: {words}"
            );
            let told = advice("import-difference", wanted.path, message);
            verdict
                .told
                .push(told.at(wanted.text, place).hint("nothing to do, if they belong there"));
        } else if let Some((_, day)) = date_line.as_ref().filter(|(line, _)| line.contains(at)) {
            verdict.missing += run.len();
            is_dated_otherwise = true;
            let own =
                document.published.map_or("bears no day".into(), |own| format!("is of {own}"));
            let message = format!(
                "the page is of {day} and the policy {own}, so that it lacks these words of the \
                 page’s date: {words}"
            );
            let hint = if is_released {
                "nothing to do: a version keeps its day, and the next one has that of its \
                 `release --published`"
                    .to_owned()
            } else {
                format!("set `published = {day}` in policy.toml, if the page is right")
            };
            let told = Diagnostic::error("import-difference", wanted.path, message);
            verdict.told.push(told.at(wanted.text, place).hint(hint));
        } else {
            verdict.missing += run.len();
            let message = format!("the policy lacks these words of the page: {words}");
            let told = Diagnostic::error("import-difference", wanted.path, message);
            verdict.told.push(told.at(wanted.text, place).hint("put them into the .ftl file"));
        }
    }
    // The date of the policy is told with that of the page.
    let line: Vec<&str> = document.last_updated.text().split_whitespace().collect();
    for (_, to) in &hunks {
        let run = &of_made[to.clone()];
        let is_told = is_dated_otherwise && has(&line, run);
        let elsewhere = is_told || hunks.iter().any(|(from, _)| has(&plain[from.clone()], run));
        if !run.is_empty() && !elsewhere {
            let message = format!("the page lacks these words of the policy: {}", listed(run));
            let told = Diagnostic::warning("import-difference", wanted.path, message);
            verdict.told.push(told.hint("nothing to do, if they were added on purpose"));
        }
    }
}

/// Words that stand together, the first of many.
fn listed(run: &[&str]) -> String {
    let shown = run.iter().take(20).copied().collect::<Vec<_>>().join(" ");
    if run.len() > 20 {
        format!("“{shown} …” ({} words)", run.len())
    } else {
        format!("“{shown}”")
    }
}

/// Where two rows differ: stretches of the one and of the other.
fn differences<T: PartialEq>(
    one: &[T],
    other: &[T],
) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let (mut a, mut b) = (0, 0);
    let mut found = Vec::new();
    while a < one.len() || b < other.len() {
        if a < one.len() && b < other.len() && one[a] == other[b] {
            a += 1;
            b += 1;
            continue;
        }
        let (to_a, to_b) = goes_on(&one[a..], &other[b..]);
        found.push((a..a + to_a, b..b + to_b));
        a += to_a;
        b += to_b;
    }
    found
}

/// How far two rows that differ at their start go until they are alike again.
fn goes_on<T: PartialEq>(one: &[T], other: &[T]) -> (usize, usize) {
    let alike = |a: usize, b: usize| {
        let (one, other) = (&one[a..], &other[b..]);
        let length = one.len().min(other.len()).min(4);
        length > 0 && one[..length] == other[..length] && (length == 4 || one.len() == other.len())
    };
    let most = REACH.min(one.len() + other.len());
    for sum in 1..=most {
        for a in 0..=sum.min(one.len()) {
            let b = sum - a;
            if b <= other.len() && alike(a, b) {
                return (a, b);
            }
        }
    }
    (one.len(), other.len())
}

fn shapes(
    wanted: &Wanted<'_>,
    start: usize,
    page: &[(Shown, usize)],
    made: &[Shown],
    verdict: &mut Verdict,
) {
    let of_page: Vec<(&str, usize)> = page
        .iter()
        .filter_map(|(shown, at)| match shown {
            Shown::Shape(name) => Some((name.as_str(), start + at)),
            _ => None,
        })
        .collect();
    let plain: Vec<&str> = of_page.iter().map(|(name, _)| *name).collect();
    let of_made: Vec<&str> = made
        .iter()
        .filter_map(|shown| match shown {
            Shown::Shape(name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    for (from, to) in differences(&plain, &of_made) {
        let name = |row: &[&str]| match row {
            [] => "nothing".to_owned(),
            row => listed(row),
        };
        let message = format!(
            "the page has {} where the policy has {}",
            name(&plain[from.clone()]),
            name(&of_made[to])
        );
        let told = Diagnostic::warning("import-difference", wanted.path, message);
        let told = match of_page.get(from.start) {
            Some((_, at)) => {
                let line = wanted.text[*at..].lines().next().unwrap_or_default();
                told.at(wanted.text, *at..*at + line.len())
            }
            None => told,
        };
        verdict.told.push(told.hint("look whether it is meant so"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_differ_are_found() {
        let rows = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(differences(&rows("abcdefg"), &rows("abcdefg")), []);
        assert_eq!(differences(&rows("abcdefgh"), &rows("abXdefgh")), [(2..3, 2..3)]);
        assert_eq!(differences(&rows("abcdefgh"), &rows("abefgh")), [(2..4, 2..2)]);
        assert_eq!(differences(&rows("ab"), &rows("abc")), [(2..2, 2..3)]);
    }
}
