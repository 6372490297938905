//! The one kind of message that people see when a text or a setting is wrong.
//!
//! A [`Diagnostic`] carries its own excerpt, so that it can be shown after the
//! file it speaks of has left memory.

use std::ops::Range;

use crate::fix::Fix;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing is generated while there is one.
    Error,
    /// Worth mending; does not stop anything.
    Warning,
    /// A suggestion.
    Advice,
}

impl Level {
    /// The name used in every output format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "advice",
        }
    }
}

/// A place in a file, with the lines around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Bytes from the start of the file.
    pub span: Range<usize>,
    /// Line of the start, from 1.
    pub line: usize,
    /// Column of the start in characters, from 1.
    pub column: usize,
    /// The lines that the span touches, at most [`MAX_EXCERPT`] bytes of them.
    pub excerpt: String,
    /// Where the excerpt begins, in bytes from the start of the file.
    pub excerpt_start: usize,
}

/// The most of a file that one diagnostic carries along, in bytes.
pub const MAX_EXCERPT: usize = 2000;

impl Place {
    /// The place of `span` in `text`. A span that is out of bounds or cuts a
    /// character is moved to the nearest position that is not.
    #[must_use]
    pub fn new(text: &str, span: Range<usize>) -> Place {
        Place::on(text, span, |start| memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count())
    }

    /// The same, where the ends of all lines are known: many places in one text
    /// would otherwise be counted from its start, each anew.
    #[must_use]
    pub fn among(text: &str, span: Range<usize>, line_ends: &[usize]) -> Place {
        Place::on(text, span, |start| line_ends.partition_point(|end| *end < start))
    }

    fn on(text: &str, span: Range<usize>, lines_before: impl Fn(usize) -> usize) -> Place {
        let start = floor_boundary(text, span.start);
        let end = floor_boundary(text, span.end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = lines_before(line_start) + 1;
        let column = text[line_start..start].chars().count() + 1;
        let tail = if end > start && text[..end].ends_with('\n') { end - 1 } else { end };
        let line_end = text[tail..].find('\n').map_or(text.len(), |at| tail + at);
        let excerpt_start = if start - line_start > MAX_EXCERPT / 2 {
            floor_boundary(text, start - MAX_EXCERPT / 2)
        } else {
            line_start
        };
        let excerpt_end = floor_boundary(text, line_end.min(excerpt_start + MAX_EXCERPT));
        let excerpt = text[excerpt_start..excerpt_end].trim_end_matches('\r').to_owned();
        Place { span: start..end, line, column, excerpt, excerpt_start }
    }

    /// Line and column behind the end, from 1; nothing where the excerpt was cut
    /// before it.
    #[must_use]
    pub fn end(&self) -> Option<(usize, usize)> {
        let from = self.span.start.checked_sub(self.excerpt_start)?;
        let to = self.span.end.checked_sub(self.excerpt_start)?;
        let inside = self.excerpt.get(from..to)?;
        Some(match inside.rsplit_once('\n') {
            None => (self.line, self.column + inside.chars().count()),
            Some((above, last)) => {
                (self.line + 1 + above.matches('\n').count(), last.chars().count() + 1)
            }
        })
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Name of the rule, such as `missing-clause`.
    pub rule: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// The file, relative to the workspace, with `/` between names.
    pub path: String,
    /// Where in the file; `None` when the whole file is meant.
    pub place: Option<Place>,
    /// What is wrong: one sentence, lower case, without a final full stop.
    pub message: String,
    /// What to type or do instead.
    pub hint: Option<String>,
    /// The policy concerned.
    pub policy: Option<String>,
    /// The locale concerned.
    pub locale: Option<String>,
    /// The clause concerned.
    pub clause: Option<String>,
    /// What it was compared with: the source of a translation.
    pub beside: Option<Box<Beside>>,
    /// How it can be mended without a person.
    pub fix: Option<Box<Fix>>,
    /// What people are told once of many such.
    pub alike: Option<Alike>,
}

/// What many diagnostics have in common, so that people can be told them as one.
/// Whoever makes a diagnostic says it: its words may be written otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alike {
    /// One act mends it in all languages.
    Languages,
    /// A message that a file has not.
    Message,
    /// A message that has no text.
    Text,
    /// A file that a language has not.
    File,
    /// A form that a term has not. So many bytes at the beginning of what is told
    /// name it; what follows is where it was used. A small number, since every
    /// diagnostic has the room for it.
    Form(u16),
}

impl Alike {
    /// A form that is named by the first words of what is told.
    #[must_use]
    pub fn form(first_words: &str) -> Alike {
        Alike::Form(u16::try_from(first_words.len()).unwrap_or(u16::MAX))
    }
}

/// A place in another file, which is shown beside what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The file, relative to the workspace.
    pub path: String,
    /// Where in it.
    pub place: Place,
}

impl Diagnostic {
    /// An error about a whole file.
    pub fn error(rule: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            level: Level::Error,
            path: path.into(),
            place: None,
            message: message.into(),
            hint: None,
            policy: None,
            locale: None,
            clause: None,
            beside: None,
            fix: None,
            alike: None,
        }
    }

    /// A warning about a whole file.
    pub fn warning(
        rule: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Diagnostic { level: Level::Warning, ..Self::error(rule, path, message) }
    }

    /// The same, at `span` of `text`.
    #[must_use]
    pub fn at(mut self, text: &str, span: Range<usize>) -> Self {
        self.place = Some(Place::new(text, span));
        self
    }

    /// The same, with advice on what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same, of a policy.
    #[must_use]
    pub fn of_policy(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    /// The same, of a locale.
    #[must_use]
    pub fn of_locale(mut self, locale: &str) -> Self {
        self.locale = Some(locale.to_owned());
        self
    }

    /// The same, of a clause.
    #[must_use]
    pub fn of_clause(mut self, clause: &str) -> Self {
        self.clause = Some(clause.to_owned());
        self
    }

    /// The same, with what it was compared with.
    #[must_use]
    pub fn beside(mut self, beside: Beside) -> Self {
        self.beside = Some(Box::new(beside));
        self
    }

    /// The same, with a way to mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(Box::new(fix));
        self
    }

    /// The same, as one of many that say so.
    #[must_use]
    pub fn alike(mut self, alike: Alike) -> Self {
        self.alike = Some(alike);
        self
    }

    /// What diagnostics are sorted by: file, then position, then rule.
    fn order(&self) -> impl Ord + '_ {
        (
            &self.path,
            self.place.as_ref().map_or((0, 0), |place| (place.span.start, place.span.end)),
            self.rule,
            &self.message,
            &self.policy,
            &self.locale,
        )
    }
}

/// Sorts by file and position, so that a run always reports in the same order,
/// and drops what was found twice (a shared file is read once a policy).
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup_by(|later, kept| {
        later.path == kept.path
            && later.place == kept.place
            && later.rule == kept.rule
            && later.message == kept.message
    });
}

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
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => "there are none".to_owned(),
        [one] => format!("there is {one}"),
        many => format!("there are {}", many.join(", ")),
    }
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
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "а = б\nвг = де\n";
        let at = text.find("де").expect("in the text");
        let place = Place::new(text, at..at + 2);
        assert_eq!((place.line, place.column), (2, 6));
        assert_eq!(place.excerpt, "вг = де");
        assert_eq!(&text[place.excerpt_start..][..place.excerpt.len()], place.excerpt);
    }

    #[test]
    fn a_place_ends_behind_its_last_character() {
        let text = "а = б\nвг = де\nж\n";
        let at = text.find("де").expect("in the text");
        assert_eq!(Place::new(text, at..at + 4).end(), Some((2, 8)));
        assert_eq!(Place::new(text, at..at + 7).end(), Some((3, 2)));
        assert_eq!(Place::new(text, at..at).end(), Some((2, 6)));
        let long = "é".repeat(5000);
        assert_eq!(Place::new(&long, 0..10_000).end(), None);
    }

    #[test]
    fn a_place_beyond_the_end_is_the_end() {
        let place = Place::new("ab\n", 7..9);
        assert_eq!((place.line, place.column, place.span), (2, 1, 3..3));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = "é".repeat(5000);
        let place = Place::new(&text, 6001..6003);
        assert!(place.excerpt.len() <= MAX_EXCERPT);
        assert!(place.excerpt_start <= place.span.start);
        assert!(place.span.end <= place.excerpt_start + place.excerpt.len());
    }

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
