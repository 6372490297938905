//! What is told of a plan: each mistake at its place.

use super::*;

const SOUND: &str = "\
product = \"app\"
slug = \"privacy\"
source-locale = \"en\"
locales = [\"en\", \"kk\", \"zh-Hant\"]
former-locales = [\"ru\"]
permalink = \"{product}/{locale}/{policy}-{slug}\"
published = 2026-11-15
[front-matter]
layout = \"page\"
order = -3
[facts]
mail = { email = \"us@app.example\" }
[notice]
time-zone = \"Asia/Almaty\"
show-days = 30
action = \"consent\"
days = 7
profiles = [\"eu-p2b\"]
[[clause]]
id = \"intro\"
[[clause]]
id = \"use\"
level = 3
topics = [\"purpose\"]
promises = [\"main-page-notice\"]
[[clause]]
id = \"one\"
kind = \"item\"
[[clause]]
id = \"deep\"
kind = \"numbered\"
level = 2
";

/// Each mistake in a line: where, what, and what to do.
fn told(text: &str) -> Vec<String> {
    let (_, found) = read_manifest("p", "policy.toml", text);
    let one = |told: Diagnostic| {
        let place = told.place.expect("a place");
        let hint = told.hint.map(|hint| format!(" / {hint}")).unwrap_or_default();
        format!("{}:{} {}: {}{hint}", place.line, place.column, told.rule, told.message)
    };
    found.into_iter().map(one).collect()
}

#[test]
fn every_mistake_is_told_at_its_place() {
    assert_eq!(told(SOUND), [""; 0]);
    for (old, new, expected) in [
        (
            "product = \"app\"\n",
            "",
            "1:1 missing-key: `product` is missing / add `product = \"my-product\"`",
        ),
        ("slug = \"privacy\"", "slug = \" \"", "2:8 wrong-type: `slug` is empty"),
        (
            "\"privacy\"",
            "\"pri vacy\"",
            "2:8 unsafe-path: `pri vacy` can not be part of an address / \
             use letters, digits, `-`, `_` and `.` only",
        ),
        (
            "source-locale = \"en\"",
            "source-locale = \"english\"",
            "3:17 locale-tag: `english` is no locale / \
             write a BCP 47 tag such as `ru`, `zh-Hant` or `pt-BR`",
        ),
        (
            "[\"en\", \"kk\"",
            "[\"kk\"",
            "4:11 locale-tag: `locales` lacks the source locale `en` / add `\"en\"`",
        ),
        (
            "[\"en\", \"kk\"",
            "[\"en\", \"kk\", \"kk\"",
            "4:24 duplicate-id: the locale `kk` stands here twice / remove one of them",
        ),
        (
            "locales = [\"en\", \"kk\", \"zh-Hant\"]\n",
            "",
            "1:1 missing-key: `locales` is missing / add `locales = [\"en\"]`, the source locale first",
        ),
        (
            "[\"ru\"]",
            "[\"ru\", \"kk\"]",
            "5:25 duplicate-id: the locale `kk` stands here twice / remove one of them",
        ),
        (
            "[\"ru\"]",
            "[\"ru\", \"ru\"]",
            "5:25 duplicate-id: the locale `ru` stands here twice / remove one of them",
        ),
        (
            "{policy}",
            "{poliy}",
            "6:13 bad-permalink: `{poliy}` means nothing in a permalink / \
             use `{product}`, `{policy}`, `{locale}` and `{slug}`",
        ),
        (
            "2026-11-15",
            "\"15 November\"",
            "7:13 wrong-type: `published` must be a day such as `2026-11-15`",
        ),
        (
            "\"page\"",
            "[\"a\", [\"{b}\"]]",
            "9:10 unknown-key: `{b}` means nothing in front matter / use `{title}`, `{description}`, \
             `{permalink}`, `{locale}`, `{direction}`, `{published}` and `{policy}`",
        ),
        (
            "-3",
            "0.5",
            "10:9 wrong-type: `order` can not be written to front matter / \
             use text, a whole number, a date, `true`, `false` or a list of them",
        ),
        (
            "mail =",
            "published =",
            "12:1 bad-fact: `published` is the date of the version, which Ereje knows / \
             choose another name",
        ),
        (
            "mail =",
            "2mail =",
            "12:1 bad-fact: `2mail` can not be a variable in Fluent / \
             use letters, digits, `-` and `_`, a letter first",
        ),
        (
            "{ email =",
            "{ e-mail =",
            "12:10 bad-fact: `e-mail` is no type of fact / did you mean `email`?",
        ),
        (
            "{ email = \"us@app.example\" }",
            "\"us@app.example\"",
            "12:8 bad-fact: the fact `mail` needs a type / write `{ TYPE = VALUE }` with one of the \
             types `email`, `url`, `date`, `duration`, `money`, `count`, `text` and `list`",
        ),
        (
            "us@app.example",
            "us at app",
            "12:18 bad-fact: the fact `mail` is not what its type says / \
             `email` takes an address such as `\"help@example.com\"`",
        ),
        (
            "time-zone",
            "timezone",
            "14:1 unknown-key: unknown key `timezone` in `[notice]` / did you mean `time-zone`?",
        ),
        (
            "days = 7",
            "slug = \"privacy\"",
            "17:1 unknown-key: unknown key `slug` in `[notice]` / \
             move it above the first line in square brackets",
        ),
        (
            "show-days = 30",
            "show-days = 3661",
            "15:13 wrong-type: a notice can not be shown for 3661 days / \
             write a number of days from 1 to 3660",
        ),
        (
            "show-days = 30",
            "show-days = 0",
            "15:13 wrong-type: a notice can not be shown for 0 days / \
             write a number of days from 1 to 3660",
        ),
        (
            "\nshow-days = 30",
            "\nshow-days = \"30\"",
            "15:13 wrong-type: `show-days` must be a whole number",
        ),
        (
            "\ndays = 7",
            "\ndays = 367",
            "17:8 wrong-type: a change can not be announced 367 days before / \
             write a number of days from 1 to 366",
        ),
        (
            "\"consent\"",
            "\"consnt\"",
            "16:10 unknown-key: `consnt` is no action / did you mean `consent`?",
        ),
        (
            "\"consent\"",
            "\"dance\"",
            "16:10 unknown-key: `dance` is no action / \
             known are `none`, `inform`, `acknowledge` and `consent`",
        ),
        (
            "[\"eu-p2b\"]",
            "[\"eu-p2b\", \"eu-p2b\"]",
            "18:23 duplicate-id: the profile `eu-p2b` stands here twice / remove one of them",
        ),
        (
            "id = \"intro\"",
            "id = \"short-title\"",
            "20:6 bad-clause-id: `short-title` is kept for the page itself / choose another id",
        ),
        (
            "id = \"intro\"",
            "id = \"1st\"",
            "20:6 bad-clause-id: `1st` can not be the id of a clause / \
             use letters, digits, `-` and `_`, a letter first",
        ),
        (
            "id = \"intro\"",
            "id = \"use\"",
            "22:6 duplicate-id: two clauses have the id `use` / give one of them another id",
        ),
        ("level = 3", "level = 1", "23:9 bad-level: the level of a heading is 2 to 6"),
        ("level = 3", "level = 300", "23:9 bad-level: the level of a heading is 2 to 6"),
        ("level = 3", "level = 4", "23:9 bad-level: level 4 does not follow level 2 / use 3 here"),
        ("level = 2", "level = 5", "32:9 bad-level: the level of an item is 1 to 4"),
        ("level = 2", "level = 3", "32:9 bad-level: level 3 does not follow level 1 / use 2 here"),
        (
            "\"purpose\"",
            "\"purposes\"",
            "24:11 unknown-key: `purposes` is not known in `topics` / did you mean `purpose`?",
        ),
        (
            "\"main-page-notice\"",
            "\"main-page\"",
            "25:13 unknown-key: `main-page` is not known in `promises` / \
             known are `date-at-bottom` and `main-page-notice`",
        ),
    ] {
        let text = SOUND.replacen(old, new, 1);
        assert_ne!(text, SOUND, "{old}");
        assert_eq!(told(&text), [expected], "{new}");
    }
}

#[test]
fn what_follows_from_a_mistake_is_not_told() {
    // The clauses below it are as deep as they were.
    for (old, new, expected) in [
        ("id = \"intro\"\n", "", "19:1 missing-key: `id` is missing in `[clause]`"),
        ("\"item\"", "\"bullet\"", "28:8 unknown-key: `bullet` is no kind of clause"),
        ("\"item\"", "\"item\"\nlevel = 9", "29:9 bad-level: the level of an item is 1 to 4"),
    ] {
        let told = told(&SOUND.replacen(old, new, 1));
        assert!(told.len() == 1 && told[0].starts_with(expected), "{told:?}");
    }
}

#[test]
fn what_is_just_allowed_is_read() {
    for (old, new) in [
        ("show-days = 30", "show-days = 1"),
        ("show-days = 30", "show-days = 3660"),
        ("\ndays = 7", "\ndays = 366"),
        ("level = 3", "level = 2"),
        ("level = 2", "level = 1"),
        ("\"page\"", "\"{title} {in braces\""),
        ("-3", "2026-11-15"),
        ("-3", "[true, 0x10]"),
    ] {
        assert_eq!(told(&SOUND.replacen(old, new, 1)), [""; 0], "{new}");
    }
    let (manifest, _) = read_manifest("p", "policy.toml", SOUND);
    let manifest = manifest.expect("a sound plan");
    let pages: Vec<String> =
        manifest.pages().map(|(locale, page)| format!("{locale} {page}")).collect();
    assert_eq!(
        pages,
        [
            "en app/en/p-privacy",
            "kk app/kk/p-privacy",
            "zh-Hant app/zh-Hant/p-privacy",
            "ru app/ru/p-privacy"
        ]
    );
    let mut fewer = manifest.clone();
    fewer.locales.retain(|locale| locale.tag() != "kk");
    let pages: Vec<String> =
        fewer.pages().map(|(locale, page)| format!("{locale} {page}")).collect();
    let kept = ["en app/en/p-privacy", "zh-Hant app/zh-Hant/p-privacy", "ru app/ru/p-privacy"];
    assert_eq!(pages, kept);
    let kazakh = Locale::parse("kk").expect("a locale");
    let (former, none) = (manifest.former_locales[0].clone(), Locale::parse("de").expect("one"));
    assert_eq!(manifest.permalink(&kazakh), "app/kk/p-privacy");
    assert_eq!(manifest.permalink(&none), "");
    let rank = |locale| (manifest.rank(locale), manifest.has_pages_in(locale));
    assert_eq!(
        [rank(&kazakh), rank(&former), rank(&none)],
        [(1, true), (3, true), (usize::MAX, false)]
    );
    let clauses = manifest.clauses.iter().map(|clause| (clause.id.as_str(), clause.level));
    assert_eq!(clauses.collect::<Vec<_>>(), [("intro", 2), ("use", 3), ("one", 1), ("deep", 2)]);
    assert_eq!(&SOUND[manifest.clauses[1].span.clone()], "\"use\"");
    assert_eq!(&SOUND[manifest.published_span.clone()], "2026-11-15");
    assert!(SOUND[manifest.permalink_span()].starts_with("\"{product}/"));
    assert_eq!(&SOUND[manifest.notice.time_zone_span.clone()], "\"Asia/Almaty\"");
}
