//! Every sentence in every language, and what chosen ones say.

#![allow(clippy::disallowed_methods, reason = "the sentences are files of the repository")]

use std::path::{Path, PathBuf};

use ereje::formats::{counted_categories, plural_category};
use ereje::phrases::MAX_TITLE;

use super::samples::COUNTS;
use super::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn shipped(tag: &str) -> Language {
    Language::read(&root().join("locales").join(tag), tag).expect(tag)
}

/// All languages that this repository has sentences in: its own and those that
/// `init` writes.
fn all() -> Vec<Language> {
    let starters = root().join("crates/ereje-cli/starter");
    let tags = names_in(&starters).expect("starters");
    let tags = tags.iter().filter(|tag| starters.join(tag).is_dir());
    let of_init = tags.map(|tag| Language::read(&starters.join(tag), tag).expect(tag));
    LANGUAGES.into_iter().map(shipped).chain(of_init).collect()
}

fn say(tag: &str, id: &str, name: &str, value: Fact) -> String {
    shipped(tag).say(id, &Facts::from([(name.to_owned(), value)])).expect(id)
}

fn of_day(tag: &str, id: &str, date: &str) -> String {
    say(tag, id, "date", Fact::Date(Date::parse(date).expect(date)))
}

#[test]
fn the_page_is_fresh() {
    let fresh = fs::read_to_string(root().join(PAGE)).ok() == page(&root()).ok();
    assert!(fresh, "{PAGE} is not what would be written: run `cargo xtask docs`");
}

#[test]
fn the_page_has_every_sentence_and_every_number() {
    let page = page(&root()).expect("a page");
    let ids = PHRASES.iter().chain(&ENDING).map(|(id, _)| *id).chain(FURNITURE);
    for id in ids {
        assert!(page.contains(&format!("`{id}`")), "`{id}` is not on the page");
    }
    for count in COUNTS {
        assert!(page.contains(&format!("\n| {count} |")), "{count} is not on the page");
    }
    for date in DATES {
        assert!(page.contains(&format!("\n| {date} |")), "{date} is not on the page");
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    let unchanged = |tag, count| say(tag, "unchanged-clauses", "count", Fact::Count(count));
    for (count, text) in [
        (1, "Без изменений остался 1 пункт."),
        (2, "Без изменений остались 2 пункта."),
        (5, "Без изменений осталось 5 пунктов."),
        (11, "Без изменений осталось 11 пунктов."),
        (21, "Без изменений остался 21 пункт."),
        (22, "Без изменений остались 22 пункта."),
        (25, "Без изменений осталось 25 пунктов."),
        (101, "Без изменений остался 101 пункт."),
        (111, "Без изменений осталось 111 пунктов."),
    ] {
        assert_eq!(unchanged("ru", count), text);
    }
    for count in COUNTS {
        assert_eq!(unchanged("kk", count), format!("{count} тармақ өзгеріссіз қалды."));
    }
    assert_eq!(unchanged("en", 1), "One clause is unchanged.");
    assert_eq!(unchanged("en", 21), "21 clauses are unchanged.");
    let more = |tag, count| say(tag, "more-clauses", "count", Fact::Count(count));
    assert_eq!(more("ru", 21), "ещё 21 пункт");
    assert_eq!(more("ru", 111), "ещё 111 пунктов");
    assert_eq!(more("kk", 5), "тағы 5 тармақ");
    assert_eq!(more("en", 1), "one more clause");
}

#[test]
fn sentences_are_right_with_any_date() {
    assert_eq!(
        of_day("ru", "coming-banner", "2027-03-02"),
        "Другая редакция этого текста вступит в силу 2 марта 2027 г."
    );
    assert_eq!(
        of_day("ru", "not-yet-banner", "2027-01-01"),
        "Эта редакция ещё не действует: она вступит в силу 1 января 2027 г."
    );
    assert_eq!(
        of_day("ru", "version-effective", "2027-09-21"),
        "Дата вступления в силу: 21 сентября 2027 г."
    );
    assert_eq!(
        of_day("kk", "version-effective", "2027-01-01"),
        "Күшіне ену күні: 2027 ж. 1 қаңтар"
    );
    assert_eq!(
        of_day("kk", "coming-banner", "2027-12-31"),
        "Осы мәтіннің басқа редакциясы күшіне енетін күн: 2027 ж. 31 желтоқсан."
    );
    assert_eq!(
        of_day("en", "coming-banner", "2027-03-02"),
        "From March 2, 2027, another version of this text will be in force."
    );
}

#[test]
fn notices_name_any_policy() {
    let cards = |tag: &str| phrase(&[shipped(tag)], "notice.title").expect("titles");
    let plural = |tag, phase: &str| {
        let label = format!("{phase}, a plural name");
        let rows = cards(tag);
        rows.into_iter().find(|(row, _)| *row == label).map(|(_, texts)| texts[0].clone())
    };
    let title = |tag, phase| plural(tag, phase).unwrap_or_default();
    assert_eq!(title("ru", "coming"), "Условия использования: изменения 1 января 2027 г.");
    assert_eq!(title("kk", "coming"), "Пайдалану шарттары өзгереді: 2027 ж. 1 қаңтар");
    assert_eq!(title("en", "coming"), "Terms of Use: changes on January 1, 2027");
    assert_eq!(title("en", "now"), "Terms of Use: new version");
}

/// A sentence ends once, has no empty places, and fits where it is shown.
#[test]
fn sentences_of_all_languages_are_whole() {
    for language in all() {
        let tag = language.locale.tag().to_owned();
        let languages = [language];
        for (id, names) in PHRASES {
            let rows = if names.is_empty() {
                vec![(String::new(), said(&languages, id, &Facts::new).expect(id))]
            } else {
                phrase(&languages, id).expect(id)
            };
            for (label, texts) in rows {
                let text = &texts[0];
                let told = format!("{tag}: `{id}` with {label}: {text}");
                assert!(!text.trim().is_empty(), "{told}");
                for wrong in ["..", "  ", "{", "$", " .", " ,", "。。", ". ."] {
                    assert!(!text.contains(wrong), "{told}");
                }
                if tag == "ru" {
                    let lower = text.to_lowercase();
                    assert!(!format!(" {lower}").contains(" с 2 "), "it is «со 2»: {told}");
                }
                if id == "notice.title" {
                    assert!(text.chars().count() <= MAX_TITLE, "{told}");
                }
            }
        }
    }
}

/// A form that is shown for several numbers has to say which: in Russian
/// `[one]` is 1, but 21 and 101 as well.
#[test]
fn a_form_for_several_numbers_says_the_number() {
    for language in all() {
        for (id, names) in PHRASES.iter().filter(|(_, names)| *names == ["count"]) {
            for count in COUNTS {
                let values = Facts::from([(names[0].to_owned(), Fact::Count(count))]);
                let text = language.say(id, &values).expect(id);
                let category = plural_category(&language.locale, &count.to_string(), false);
                let counted = counted_categories(&language.locale, false, 1000);
                let is_one = counted.iter().any(|(name, only)| *name == category && only.is_some());
                let says = ereje::formats::number(
                    &language.locale,
                    &count.to_string(),
                    ereje::formats::NumberStyle::default(),
                );
                assert!(
                    is_one || text.contains(&says),
                    "{}: `{id}` does not say {count}: {text}",
                    language.locale
                );
            }
        }
    }
}
