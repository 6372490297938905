//! The sentences around the texts: messages that Ereje asks for by their names.

use ereje::catalog::{FUNCTIONS, FtlFile};
use ereje::diagnostic::{Diagnostic, Level, nearest};
use ereje::furniture::FURNITURE;
use ereje::locale::Locale;
use ereje::phrases::{ENDING, OWN_NOTICE, PHRASES, own_notice, variables};

use crate::references::messages_used;
use crate::rules::{Check, RULES, Rule};
use crate::{About, Comparison, References, Report, Side, Variables, check_file};

/// What is wrong with a locale's `notice.ftl`, by the rules that are `wanted`. Its
/// terms may be those of `terms.ftl`.
#[must_use]
pub fn check_furniture(
    file: &FtlFile,
    terms: Option<&FtlFile>,
    locale: &Locale,
    wanted: &dyn Fn(&Rule) -> bool,
) -> Vec<Diagnostic> {
    let mut found = check_file(file, locale, None, (false, wanted));
    let known = References::new(file, terms, Variables::Given(variables), Some(&FUNCTIONS));
    let about = About { policy: None, locale: locale.tag(), draft: false };
    for rule in RULES.iter().filter(|rule| wanted(rule)) {
        if let Check::References(check) = rule.check {
            check(&known, &mut Report::new(rule, about, &mut found));
        }
    }
    found
}

/// What a language may do otherwise in these sentences: each is given all that it may
/// use, and says of it what it needs; and labels as short as “No longer in force” are said
/// without a negation in many.
const FREE: [&str; 4] =
    ["extra-variable", "negation-mismatch", "selector-not-in-source", "too-many-forms"];

/// What is wrong between the sentences of a translation and those of its source, by the
/// rules that are `wanted`; of the messages that are `asked` for.
#[must_use]
pub fn compare_furniture(
    source: Side<'_>,
    own: Side<'_>,
    asked: &dyn Fn(&str) -> bool,
    wanted: &dyn Fn(&Rule) -> bool,
) -> Vec<Diagnostic> {
    let about = About { policy: None, locale: own.texts.locale.tag(), draft: false };
    let mut found = Vec::new();
    for texts in Comparison::of(source, own).filter(|texts| asked(&texts.own.message)) {
        for rule in RULES.iter().filter(|rule| !FREE.contains(&rule.name) && wanted(rule)) {
            // A title is short, and may leave a date to the words below it.
            let is_free = rule.name == "missing-variable" && texts.own.attribute.is_some();
            if let (Check::Texts(check), false) = (rule.check, is_free) {
                check(&texts, &mut Report::new(rule, about, &mut found));
            }
        }
    }
    found
}

/// Messages of `notice.ftl` that nothing asks for: most have a slip in their names.
/// Those about versions belong to one of the policies.
pub fn unasked<'f>(
    file: &'f FtlFile,
    locale: &'f Locale,
    policies: &'f [&str],
) -> impl Iterator<Item = Diagnostic> + 'f {
    let used = messages_used([file].into_iter());
    let of_policies: Vec<String> = policies.iter().map(|id| own_notice(id, "")).collect();
    let is_phrase = |id: &str| PHRASES.iter().any(|(name, _)| *name == id);
    let names: Vec<String> = of_policies.iter().map(|name| format!("`{name}…`")).collect();
    let names = names.join(", ");
    let is_asked = move |id: &str| {
        if id.starts_with(OWN_NOTICE) && !is_phrase(id) {
            return of_policies.iter().any(|name| id.starts_with(name));
        }
        variables(id).is_some()
    };
    let ids = file.messages().map(|message| message.id.name);
    ids.filter(move |id| !is_asked(id) && !used.contains(id)).map(move |id| {
        let phrases = PHRASES.iter().chain(&ENDING).map(|(name, _)| *name);
        let missing =
            FURNITURE.into_iter().chain(phrases).filter(|name| file.message(name).is_none());
        let hint = match nearest(id, missing) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if id.starts_with(OWN_NOTICE) => {
                format!("the words about a version are called {names}")
            }
            None => "remove it".to_owned(),
        };
        let told = file.fault("unknown-message", id, format!("nothing shows the sentence `{id}`"));
        Diagnostic {
            level: Level::Warning,
            ..told.hint(hint).of_clause(id).of_locale(locale.tag())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Form, Texts};

    fn told(ftl: &str) -> Vec<(&'static str, String, String)> {
        let locale = Locale::parse("en").expect("a locale");
        let file = FtlFile::parse("notice.ftl", ftl.to_owned());
        let mut found = check_furniture(&file, None, &locale, &|_| true);
        found.extend(unasked(&file, &locale, &["privacy"]));
        let told = found.into_iter();
        told.map(|told| (told.rule, told.message, told.hint.unwrap_or_default())).collect()
    }

    #[test]
    fn sentences_say_what_their_source_says() {
        let compared = |source: &str, own: &str| {
            let (en, de) = (Locale::parse("en"), Locale::parse("de"));
            let (en, de) = (en.expect("a locale"), de.expect("a locale"));
            let files = [source, own].map(|ftl| FtlFile::parse("notice.ftl", ftl.to_owned()));
            let [from, to] = [(&en, &files[0]), (&de, &files[1])]
                .map(|(locale, file)| Texts::of(locale, file, None, Form::Plain));
            let from = Side { texts: &from, file: &files[0], terms: None };
            let to = Side { texts: &to, file: &files[1], terms: None };
            let found = compare_furniture(from, to, &|id| id != "notice-a-1-0", &|_| true);
            let told = found.into_iter();
            told.map(|told| (told.rule, told.clause.unwrap_or_default())).collect::<Vec<_>>()
        };
        let source = "version-effective = In force from { DATETIME($date) }\n\
                      see-changes = See what the changes are\n\
                      status-past = No longer in force\n\
                      notice = From { $date }\n    .title = { $policy } changes on { $date }\n\
                      notice-a-1-0 = From { $date }\n";
        let sound = "version-effective = Gilt ab { DATETIME($date) }\n\
                     see-changes = Änderungen ansehen\n\
                     status-past = Außer Kraft\n\
                     notice = Ab { $date }: { $headings }\n    .title = { $policy } ändert sich\n\
                     notice-a-1-0 = Bald\n";
        assert_eq!(compared(source, sound), []);
        let wrong = sound.replace(" ab { DATETIME($date) }", "").replace("Ab { $date }: ", "");
        let wrong = wrong.replace("Änderungen ansehen", "See what the changes are");
        let expected = [
            ("missing-variable", "notice"),
            ("untranslated", "see-changes"),
            ("missing-variable", "version-effective"),
        ];
        let expected = expected.map(|(rule, id)| (rule, id.to_owned()));
        assert_eq!(compared(source, &wrong), expected);
    }

    #[test]
    fn words_about_a_version_are_asked_for_by_a_policy_of_any_name() {
        let text = "notice-privacy-v2-1-0 = So\nnotice-privacy-v3-1-0 = So\n";
        let file = FtlFile::parse("notice.ftl", text.to_owned());
        let locale = Locale::parse("en").expect("a locale");
        let told: Vec<_> = unasked(&file, &locale, &["privacy.v2"]).collect();
        let told: Vec<_> = told.iter().map(|d| (d.message.as_str(), d.hint.as_deref())).collect();
        let hint = "the words about a version are called `notice-privacy-v2-…`";
        assert_eq!(told, [("nothing shows the sentence `notice-privacy-v3-1-0`", Some(hint))]);
    }

    #[test]
    fn sentences_use_what_they_are_given() {
        let sound = "clause-missing = In { $language }\n\
                     version-published = On { DATETIME($date) }\n\
                     notice = { $count } { part }\n    .title = { $policy }\n\
                     notice-retracted = Taken back\npart = parts\n\
                     notice-privacy-2-0 = { $phase ->\n   *[now] { $date }\n }\n";
        assert_eq!(told(sound), []);
        let line = |rule, message: &str, hint: &str| (rule, message.to_owned(), hint.to_owned());
        let wrong = "contents = { $language }\n\
                     version-published = { $dat }\n\
                     notice-privacy-2-0 = { $version }\n\
                     histroy = History\n\
                     notice-privcy-2-0 = So\n";
        let none = "remove it; the program gives this message no variables";
        let given = "the program gives `$count`, `$date`, `$headings`, `$phase`, `$policy`";
        let expected = [
            line("unknown-variable", "`contents` is not given `$language`", none),
            line(
                "unknown-variable",
                "`version-published` is not given `$dat`",
                "did you mean `$date`?",
            ),
            line("unknown-variable", "`notice-privacy-2-0` is not given `$version`", given),
            line(
                "unknown-message",
                "nothing shows the sentence `histroy`",
                "did you mean `history`?",
            ),
            line(
                "unknown-message",
                "nothing shows the sentence `notice-privcy-2-0`",
                "the words about a version are called `notice-privacy-…`",
            ),
        ];
        assert_eq!(told(wrong), expected);
    }
}
