//! What is so of many languages, messages or files at once, told to people once.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ereje::diagnostic::{Diagnostic, Level};
use rustc_hash::FxHashMap;

/// So many of one kind are told one by one.
const FEW: usize = 3;

/// So many languages are named; of more, their number is.
const NAMED: usize = 8;

/// What a message that is missed is told with, of one and of several.
const MISSED: [(&str, &str); 2] =
    [(" is missing", "messages are missing"), (" has no text", "messages have no text")];

/// Diagnostics that say the same.
#[derive(PartialEq, Eq, Hash)]
enum Alike<'d> {
    /// One act mends it in all languages: a release.
    Unreleased(Level, Option<&'d str>, &'d str),
    /// Messages that a file lacks, and how.
    Messages(&'d str, Level, &'d str, &'static str),
    /// Files that a language lacks, and what to do.
    Files(Level, Option<&'d str>, Option<&'d str>),
    /// Forms of terms that a translation, which came in a file, uses and has not.
    Forms(Level, &'d str),
}

impl Alike<'_> {
    fn of(told: &Diagnostic) -> Option<Alike<'_>> {
        let level = told.level;
        match told.rule {
            "unreleased-text" => {
                Some(Alike::Unreleased(level, told.policy.as_deref(), &told.message))
            }
            rule @ ("missing-clause" | "missing-message") => {
                let (_, of_many) = MISSED.iter().find(|(one, _)| told.message.ends_with(one))?;
                Some(Alike::Messages(rule, level, &told.path, of_many))
            }
            "missing-file" => {
                Some(Alike::Files(level, told.locale.as_deref(), told.hint.as_deref()))
            }
            "xliff-term" => Some(Alike::Forms(level, &told.path)),
            _ => None,
        }
    }
}

/// The diagnostics as people are told them, each kind of what is folded in the place
/// of its first. Programs are told each.
pub(super) fn fold(diagnostics: &[Diagnostic]) -> Vec<Cow<'_, Diagnostic>> {
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut places: FxHashMap<Alike<'_>, usize> = FxHashMap::default();
    for told in diagnostics {
        let next = groups.len();
        let place = Alike::of(told).map_or(next, |alike| *places.entry(alike).or_insert(next));
        match groups.get_mut(place) {
            Some(group) => group.push(told),
            None => groups.push(vec![told]),
        }
    }
    let told = groups.into_iter().flat_map(|all| match in_one(&all) {
        Some(one) => vec![Cow::Owned(one)],
        None => all.into_iter().map(Cow::Borrowed).collect(),
    });
    told.collect()
}

/// Diagnostics that say the same as one, if they are enough for that.
fn in_one(all: &[&Diagnostic]) -> Option<Diagnostic> {
    let first = *all.first()?;
    match Alike::of(first)? {
        Alike::Unreleased(..) if all.len() > 1 => Some(of_languages(first, all)),
        Alike::Messages(.., how) if all.len() > FEW => Some(of_messages(how, first, all)),
        Alike::Files(..) if all.len() > FEW => Some(of_files(first, all)),
        Alike::Forms(..) if all.len() > FEW => Some(of_forms(first, all)),
        _ => None,
    }
}

fn of_languages(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let languages = match all.len() {
        ..=NAMED => {
            all.iter().filter_map(|told| told.locale.as_deref()).collect::<Vec<_>>().join(", ")
        }
        number => format!("{number} languages"),
    };
    let message = format!("{} ({languages})", first.message);
    let path = match &first.policy {
        Some(policy) => format!("locales/*/{policy}.ftl"),
        None => first.path.clone(),
    };
    Diagnostic { message, path, ..first.clone() }
}

/// In the order of the source, which is how they are translated.
fn of_messages(how: &str, first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let mut all = all.to_vec();
    let line = |told: &Diagnostic| told.beside.as_ref().map_or(usize::MAX, |b| b.place.line);
    all.sort_by_key(|told| line(told));
    let source = first.beside.as_ref().map(|beside| beside.path.as_str());
    let mut hint = match source {
        Some(path) => format!("write them in this language; in {path} they are"),
        None => "write them in this language".to_owned(),
    };
    for told in &all {
        let id = told.clause.as_deref().unwrap_or_default();
        match &told.beside {
            Some(beside) => hint.push_str(&format!("\nline {}: {id}", beside.place.line)),
            None => hint.push_str(&format!("\n{id}")),
        }
    }
    let whole = Diagnostic::error(first.rule, &first.path, format!("{} {how}", all.len()));
    Diagnostic { level: first.level, ..whole.hint(hint) }
}

fn of_files(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let mut hint = first.hint.clone().unwrap_or_default();
    for told in all {
        hint.push_str(&format!("\n{}", told.path));
    }
    let message = format!("{} files are missing", all.len());
    let whole = Diagnostic::error(first.rule, folder_of(all), message);
    Diagnostic { level: first.level, ..whole.hint(hint) }
}

/// Each form once, wherever it is used.
fn of_forms(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let form = |told: &&Diagnostic| match told.message.split_once(": in `") {
        Some((form, _)) => form.to_owned(),
        None => told.message.clone(),
    };
    let forms: BTreeSet<String> = all.iter().map(form).collect();
    let mut hint = "write them into terms.ftl, and import the file again".to_owned();
    for form in &forms {
        hint.push_str(&format!("\n{form}"));
    }
    let message = "terms lack forms that the text uses: there it has words in their places";
    let whole = Diagnostic::error(first.rule, &first.path, message);
    Diagnostic { level: first.level, ..whole.hint(hint) }
}

/// The folder that all files are in.
fn folder_of(all: &[&Diagnostic]) -> String {
    let mut folder = all.first().map_or("", |told| told.path.as_str());
    while !all.iter().all(|told| is_below(&told.path, folder)) {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    folder.to_owned()
}

fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use ereje::diagnostic::{Beside, Place};

    use super::*;

    fn unreleased(policy: &str, locale: &str, level: Level) -> Diagnostic {
        let path = format!("locales/{locale}/{policy}.ftl");
        let told = Diagnostic::error("unreleased-text", path, "the text differs from version 1.0");
        Diagnostic { level, ..told }.of_policy(policy).of_locale(locale)
    }

    fn told(diagnostics: &[Diagnostic]) -> Vec<(String, String)> {
        let of = |one: Cow<'_, Diagnostic>| (one.path.clone(), one.message.clone());
        fold(diagnostics).into_iter().map(of).collect()
    }

    #[test]
    fn what_a_release_mends_is_told_once_a_policy() {
        let mut found = vec![
            unreleased("privacy", "en", Level::Advice),
            Diagnostic::warning("image", "locales/en/privacy.ftl", "so"),
            unreleased("terms", "en", Level::Advice),
            unreleased("privacy", "ru", Level::Advice),
        ];
        let differs = "the text differs from version 1.0";
        let line = |path: &str, words: String| (path.to_owned(), words);
        let expected = [
            line("locales/*/privacy.ftl", format!("{differs} (en, ru)")),
            line("locales/en/privacy.ftl", "so".to_owned()),
            line("locales/en/terms.ftl", differs.to_owned()),
        ];
        assert_eq!(told(&found), expected);
        let many = (0..9).map(|at| unreleased("terms", &format!("e{at}"), Level::Advice));
        found.extend(many);
        assert_eq!(told(&found)[2].1, format!("{differs} (10 languages)"));
        // Of other rules nothing is folded.
        let other = [Diagnostic::warning("image", "x.ftl", "so"), found[1].clone()];
        assert_eq!(told(&other).len(), 2);
    }

    #[test]
    fn what_a_file_lacks_is_a_list_in_the_order_of_the_source() {
        let source = "a = A\nb = B\nc = C\nd = D\n";
        let lacks = |id: &str| {
            let at = source.find(id).unwrap_or_default();
            let place = Place::new(source, at..at + 1);
            let beside = Beside { path: "en/x.ftl".to_owned(), place };
            let message = format!("`{id}` is missing");
            Diagnostic::warning("missing-message", "de/x.ftl", message).of_clause(id).beside(beside)
        };
        let found = ["d", "b", "a", "c"].map(lacks);
        assert_eq!(fold(&found[1..]).len(), 3);
        let folded = fold(&found);
        assert_eq!(told(&found), [("de/x.ftl".to_owned(), "4 messages are missing".to_owned())]);
        let hint = "write them in this language; in en/x.ftl they are\n\
                    line 1: a\nline 2: b\nline 3: c\nline 4: d";
        assert_eq!(folded[0].hint.as_deref(), Some(hint));
        assert_eq!(folded[0].level, Level::Warning);
        // What is wrong otherwise, or elsewhere, is told by itself.
        let empty = Diagnostic::warning("missing-message", "de/x.ftl", "`e` has no text");
        let elsewhere = Diagnostic { path: "fr/x.ftl".to_owned(), ..lacks("a") };
        let found: Vec<_> = found.into_iter().chain([empty, elsewhere]).collect();
        assert_eq!(fold(&found).len(), 3);
    }

    #[test]
    fn files_that_a_language_lacks_are_a_list() {
        let lacks = |path: &str, locale: &str| {
            let told = Diagnostic::warning("missing-file", path, "the file is missing");
            told.hint("translate it").of_locale(locale)
        };
        let mut found = ["de/a/x.ftl", "de/a/y.ftl", "de/ab.ftl", "de/z.ftl"]
            .map(|path| lacks(path, "de"))
            .to_vec();
        found.push(lacks("fr/z.ftl", "fr"));
        let folded = fold(&found);
        assert_eq!(folded.len(), 2);
        assert_eq!((folded[0].path.as_str(), &*folded[0].message), ("de", "4 files are missing"));
        let hint = "translate it\nde/a/x.ftl\nde/a/y.ftl\nde/ab.ftl\nde/z.ftl";
        assert_eq!(folded[0].hint.as_deref(), Some(hint));
    }

    #[test]
    fn forms_that_terms_lack_are_told_once_each() {
        let lacks = |term: &str, form: &str, unit: &str| {
            let message =
                format!("`-{term}` has no form “{form}”: in `{unit}` it is written in words");
            Diagnostic::warning("xliff-term", "de.xlf", message)
        };
        let found = [
            lacks("user", "Nutzer", "use"),
            lacks("app", "App", "use"),
            lacks("user", "Nutzer", "title"),
            lacks("user", "Nutzern", "title"),
        ];
        assert_eq!(fold(&found[..3]).len(), 3);
        let folded = fold(&found);
        assert_eq!(folded.len(), 1);
        let hint = folded[0].hint.as_deref().unwrap_or_default();
        let forms: Vec<&str> = hint.lines().skip(1).collect();
        let expected = [
            "`-app` has no form “App”",
            "`-user` has no form “Nutzern”",
            "`-user` has no form “Nutzer”",
        ];
        assert_eq!(forms, expected);
    }
}
