//! What is so of many languages, messages or files at once, told to people once.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ereje::diagnostic::{Alike, Diagnostic, Level};
use rustc_hash::FxHashMap;

/// So many of one kind are told one by one.
const FEW: usize = 3;

/// So many languages are named; of more, their number is.
const NAMED: usize = 8;

/// Diagnostics that say the same: what they have in common beside their rule.
#[derive(PartialEq, Eq, Hash)]
enum Same<'d> {
    /// The policy, and what is so in all its languages.
    Languages(Option<&'d str>, &'d str),
    /// The file that lacks messages, or has them without texts or with old ones.
    Messages(&'d str, Alike),
    /// The language that lacks files, and what to do.
    Files(Option<&'d str>, Option<&'d str>),
    /// The policy whose plan lacks a name, and what is told of that.
    Name(Option<&'d str>, &'d str),
    /// The file whose texts use forms that terms have not.
    Forms(&'d str),
}

impl Same<'_> {
    fn of(told: &Diagnostic) -> Option<(&'static str, Level, Same<'_>)> {
        let same = match told.alike? {
            Alike::Languages(_) => Same::Languages(told.policy.as_deref(), &told.message),
            alike @ (Alike::Message | Alike::Waiting | Alike::Text | Alike::Stale) => {
                Same::Messages(&told.path, alike)
            }
            Alike::Name => Same::Name(told.policy.as_deref(), &told.message),
            Alike::File => Same::Files(told.locale.as_deref(), told.hint.as_deref()),
            Alike::Form(_) => Same::Forms(&told.path),
        };
        Some((told.rule, told.level, same))
    }
}

/// The diagnostics as people are told them, each kind of what is folded in the place
/// of its first. Programs are told each.
pub(super) fn fold(diagnostics: &[Diagnostic]) -> Vec<Cow<'_, Diagnostic>> {
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut places: FxHashMap<(&str, Level, Same<'_>), usize> = FxHashMap::default();
    for told in diagnostics {
        let next = groups.len();
        let place = Same::of(told).map_or(next, |same| *places.entry(same).or_insert(next));
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
    let alike = first.alike?;
    let few = if matches!(alike, Alike::Languages(_) | Alike::Name) { 1 } else { FEW };
    (all.len() > few).then_some(())?;
    Some(match alike {
        Alike::Languages(_) => of_languages(first, all),
        Alike::Message => of_messages("messages are missing", first, all),
        Alike::Waiting => of_waiting(first, all),
        Alike::Text => of_messages("messages have no text", first, all),
        Alike::Stale => of_stale(first, all),
        Alike::Name => of_name(first, all),
        Alike::File => of_files(first, all),
        Alike::Form(_) => of_forms(first, all),
    })
}

/// In the order in which the policy offers its languages.
fn of_languages(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let languages = match all.len() {
        ..=NAMED => {
            let mut all = all.to_vec();
            all.sort_by_key(|told| match told.alike {
                Some(Alike::Languages(place)) => place,
                _ => u16::MAX,
            });
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

/// Those that stand behind `# `.
fn of_waiting(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let hint = "take away the `# ` before their lines, and translate them".to_owned();
    by_line(("messages are not translated yet", hint), first, all)
}

/// What to do with each is shown by `status`, and told to `confirm`.
fn of_stale(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let locale = first.locale.as_deref().unwrap_or_default();
    let policy = first.policy.as_deref().unwrap_or_default();
    let hint = format!(
        "translate the changes, which `ereje status --locale {locale}` shows; where a translation \
         still holds, `ereje confirm {policy} {locale} CLAUSE`"
    );
    by_line(("messages have changed in the source since they were translated", hint), first, all)
}

/// In the order of their own file.
fn by_line((how, mut hint): (&str, String), first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let line = |told: &&Diagnostic| told.place.as_ref().map_or(0, |place| place.line);
    let mut all = all.to_vec();
    all.sort_by_key(line);
    for told in &all {
        let id = told.clause.as_deref().unwrap_or_default();
        hint.push_str(&format!("\nline {}: {id}", line(told)));
    }
    let whole = Diagnostic::error(first.rule, &first.path, format!("{} {how}", all.len()));
    Diagnostic { level: first.level, ..whole.hint(hint) }
}

/// Shown where it is used first, with the lines of all files that use it.
fn of_name(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let mut hint = first.hint.clone().unwrap_or_default();
    for of_file in all.chunk_by(|one, next| one.path == next.path) {
        let mut lines: Vec<usize> =
            of_file.iter().filter_map(|told| Some(told.place.as_ref()?.line)).collect();
        lines.dedup();
        let s = if lines.len() == 1 { "" } else { "s" };
        let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
        hint.push_str(&format!("\n{}, line{s} {}", of_file[0].path, lines.join(", ")));
    }
    let message = format!("{}, and is used {} times", first.message, all.len());
    Diagnostic { message, hint: Some(hint), ..first.clone() }
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
fn of_forms<'d>(first: &Diagnostic, all: &[&'d Diagnostic]) -> Diagnostic {
    let form = |told: &&'d Diagnostic| match told.alike {
        Some(Alike::Form(end)) => told.message.get(..usize::from(end)).unwrap_or(&told.message),
        _ => told.message.as_str(),
    };
    let forms: BTreeSet<&str> = all.iter().map(form).collect();
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

    fn unreleased(policy: &str, (locale, place): (&str, usize), level: Level) -> Diagnostic {
        let path = format!("locales/{locale}/{policy}.ftl");
        let told = Diagnostic::error("unreleased-text", path, "the text differs from version 1.0");
        let told = Diagnostic { level, ..told }.of_policy(policy).of_locale(locale);
        told.alike(Alike::languages(place))
    }

    fn told(diagnostics: &[Diagnostic]) -> Vec<(String, String)> {
        let of = |one: Cow<'_, Diagnostic>| (one.path.clone(), one.message.clone());
        fold(diagnostics).into_iter().map(of).collect()
    }

    #[test]
    fn what_a_release_mends_is_told_once_a_policy() {
        let mut found = vec![
            unreleased("privacy", ("en", 1), Level::Advice),
            Diagnostic::warning("image", "locales/en/privacy.ftl", "so"),
            unreleased("terms", ("en", 1), Level::Advice),
            unreleased("privacy", ("ru", 0), Level::Advice),
        ];
        let differs = "the text differs from version 1.0";
        let line = |path: &str, words: String| (path.to_owned(), words);
        let expected = [
            line("locales/*/privacy.ftl", format!("{differs} (ru, en)")),
            line("locales/en/privacy.ftl", "so".to_owned()),
            line("locales/en/terms.ftl", differs.to_owned()),
        ];
        assert_eq!(told(&found), expected);
        let many = (0..9).map(|at| unreleased("terms", (&format!("e{at}"), at), Level::Advice));
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
            // What is told of each may be worded in any way.
            let message = format!("nobody has translated `{id}`");
            let told = Diagnostic::warning("missing-message", "de/x.ftl", message).of_clause(id);
            told.beside(beside).alike(Alike::Message)
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
        let empty = Diagnostic { alike: Some(Alike::Text), ..lacks("a") };
        let elsewhere = Diagnostic { path: "fr/x.ftl".to_owned(), ..lacks("a") };
        let found: Vec<_> = found.into_iter().chain([empty, elsewhere]).collect();
        assert_eq!(fold(&found).len(), 3);
    }

    #[test]
    fn what_waits_in_a_file_is_a_list_in_its_order() {
        let text = "# b = B\n\n# a = A\n\n# c = C\n\n# d = D\n";
        let waits = |id: &str| {
            let at = text.find(&format!("{id} =")).expect(id);
            let place = Some(Place::new(text, at..at + 1));
            let told = Diagnostic::error("missing-clause", "de/x.ftl", "so").of_clause(id);
            Diagnostic { place, ..told }.alike(Alike::Waiting)
        };
        let found = ["a", "b", "c", "d"].map(waits);
        let folded = fold(&found);
        assert_eq!(folded.len(), 1);
        assert_eq!(folded[0].message, "4 messages are not translated yet");
        let hint = folded[0].hint.as_deref().unwrap_or_default();
        assert!(hint.ends_with("them\nline 1: b\nline 3: a\nline 5: c\nline 7: d"), "{hint}");
    }

    #[test]
    fn what_is_stale_in_a_file_is_a_list_and_no_picture_each() {
        let text = "b = B\na = A\nc = C\nd = D\n";
        let stale = |id: &str| {
            let at = text.find(&format!("{id} =")).expect(id);
            let place = Some(Place::new(text, at..at + 1));
            let told = Diagnostic::warning("stale-translation", "de/x.ftl", "so").of_clause(id);
            let told = Diagnostic { place, ..told }.of_policy("x").of_locale("de");
            told.alike(Alike::Stale)
        };
        let found = ["a", "b", "c", "d"].map(stale);
        assert_eq!(fold(&found[1..]).len(), 3);
        let folded = fold(&found);
        assert_eq!((folded.len(), folded[0].level), (1, Level::Warning));
        assert!(folded[0].message.starts_with("4 messages have changed in the source"));
        let hint = folded[0].hint.as_deref().unwrap_or_default();
        let told = "`ereje confirm x de CLAUSE`\nline 1: b\nline 2: a\nline 3: c\nline 4: d";
        assert!(hint.ends_with(told), "{hint}");
    }

    #[test]
    fn files_that_a_language_lacks_are_a_list() {
        let lacks = |path: &str, locale: &str| {
            let told = Diagnostic::warning("missing-file", path, "the file is missing");
            told.hint("translate it").of_locale(locale).alike(Alike::File)
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
            let lacking = format!("`-{term}` has no form “{form}”");
            let message = format!("{lacking}, which `{unit}` uses");
            Diagnostic::warning("xliff-term", "de.xlf", message).alike(Alike::form(&lacking))
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
