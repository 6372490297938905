//! `import` of a further language: each clause gets its own text or is told, a
//! person's file is changed by a word, and what is in doubt waits for a person.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::Path;

use support::pages::{import, read, run_in};
use support::tree;

const RU: &str = "---\ntitle: \"Политика\"\npermalink: /app/ru/privacy/\nsitemap: false\n---\n\n\
    Эта политика объясняет, что делает приложение Notes.\n\n\
    ## Какие данные мы собираем\n\nМы узнаём версию iOS и адрес help@example.kz.\n\n\
    - имя;\n- телефон и его модель.\n\n\
    ## Срок хранения\n\nЖурналы сервера мы удаляем через 30 дней. Подробнее [ниже](#контакты).\n\n\
    ## Дети\n\nПриложение не для детей младше 13 лет.\n\n\
    ## Контакты\n\nПишите на help@example.kz.\n\n\
    Последнее обновление: 12 декабря 2017 г.\n";

const KK: &str = "---\ntitle: \"Саясат\"\npermalink: /app/kk/privacy/\nsitemap: true\n---\n\n\
    Бұл саясат Notes қосымшасының не істейтінін түсіндіреді.\n\n\
    ## Қандай деректер жинаймыз\n\nБіз iOS нұсқасын және help@example.kz мекенжайын білеміз.\n\n\
    - аты;\n- телефон және оның үлгісі.\n\n\
    ## Сақтау мерзімі\n\nСервер журналдарын 30 күннен кейін жоямыз. Толығырақ [төменде](#байланыс).\n\n\
    ## Балалар\n\nҚосымша 13 жасқа толмаған балаларға арналмаған.\n\n\
    ## Байланыс\n\nhelp@example.kz мекенжайына жазыңыз.\n\n\
    Соңғы жаңарту: 2017 ж. 12 желтоқсан\n";

/// A workspace with the policy in Russian, in which the term is a fact.
fn begun() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = import(folder.path(), RU, "ru", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let plan = folder.path().join("policies/privacy/policy.toml");
    let text = read(folder.path(), "policies/privacy/policy.toml");
    fs::write(
        &plan,
        text.replace("[facts]\n", "[facts]\nterm = { duration = \"30 days\" } # ours\n"),
    )
    .expect("written");
    let texts = folder.path().join("locales/ru/privacy.ftl");
    let text = read(folder.path(), "locales/ru/privacy.ftl");
    let form = "{ $term ->\n        [one] { $term } день\n        [few] { $term } дня\n       \
                *[other] { $term } дней\n    }";
    assert!(text.contains("30 дней"), "{text}");
    fs::write(&texts, text.replace("30 дней", form)).expect("written");
    folder
}

#[test]
fn a_further_language_joins_the_clauses_that_are_there() {
    let folder = begun();
    let before = read(folder.path(), "policies/privacy/policy.toml");
    let ran = import(folder.path(), KK, "kk", &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("5 of 5 clauses paired for sure"), "{}", ran.stdout);
    assert!(ran.stderr.contains("`sitemap` is `true` on this page"), "{}", ran.stderr);
    let after = read(folder.path(), "policies/privacy/policy.toml");
    assert_eq!(after, before.replace("locales = [\"ru\"]", "locales = [\"ru\", \"kk\"]"));
    let texts = read(folder.path(), "locales/kk/privacy.ftl");
    for part in [
        "Сервер журналдарын { $term } күннен кейін жоямыз. Толығырақ [төменде](#kontakty).",
        "    .heading = Балалар\n",
        "- аты;\n    - телефон және оның үлгісі.",
        "{ $help-email } мекенжайына жазыңыз.",
        "last-updated = Соңғы жаңарту: { DATETIME($published, dateStyle: \"long\") }",
    ] {
        assert!(texts.contains(part), "no {part} in {texts}");
    }
    let made = run_in(folder.path(), &["generate"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let verified = import(folder.path(), KK, "kk", &["--verify"]);
    assert_eq!(verified.status, 0, "{}{}", verified.stdout, verified.stderr);

    // The page that was made says the same, and so does the one that was given.
    let whole = tree(&folder.path().join("locales"));
    let page = read(folder.path(), "dist/jekyll/app/kk/privacy.md");
    for page in [page.as_str(), KK] {
        let again = import(folder.path(), page, "kk", &[]);
        assert_eq!(again.status, 0, "{}", again.stderr);
        assert!(again.stdout.starts_with("nothing to do"), "{}", again.stdout);
    }
    assert_eq!(tree(&folder.path().join("locales")), whole);
    let other = import(folder.path(), &KK.replace("аты", "есімі"), "kk", &[]);
    assert_eq!(other.status, 2);
    assert!(other.stderr.contains("is there already with other text"), "{}", other.stderr);
}

#[test]
fn what_has_no_counterpart_is_told_and_waits() {
    let folder = begun();
    let before = tree(folder.path());
    let less = KK.replace("## Балалар\n\nҚосымша 13 жасқа толмаған балаларға арналмаған.\n\n", "");
    let more = less.replace(
        "## Сақтау мерзімі",
        "## Cookie файлдары\n\nСайтта жарнамалық cookie файлдары бар.\n\n## Сақтау мерзімі",
    );
    let ran = import(folder.path(), &more, "kk", &[]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    for part in [
        "the page lacks the clause `deti`",
        "“Приложение не для детей младше 13 лет.”",
        "no clause says what the page says here: “Cookie файлдары”",
        "nothing was written",
    ] {
        assert!(ran.stderr.contains(part), "no {part} in {}", ran.stderr);
    }
    fs::remove_file(folder.path().join("page.md")).expect("the page");
    let mut bare = before.clone();
    bare.retain(|path, _| !path.ends_with("page.md"));
    assert_eq!(tree(folder.path()), bare);
    let ran = import(folder.path(), &more, "kk", &["--partial"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let texts = read(folder.path(), "locales/kk/privacy.ftl");
    assert!(!texts.contains("deti") && !texts.contains("Cookie"), "{texts}");
    let draft = run_in(folder.path(), &["generate", "--draft"]);
    assert_eq!(draft.status, 0, "{}", draft.stderr);
}

#[test]
fn another_text_in_the_place_of_a_clause_is_not_taken_for_it() {
    let folder = begun();
    let page = KK.replace(
        "## Балалар\n\nҚосымша 13 жасқа толмаған балаларға арналмаған.",
        "## Cookie файлдары\n\nСайтта жарнамалық cookie файлдары бар.",
    );
    let ran = import(folder.path(), &page, "kk", &[]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    assert!(ran.stderr.contains("this may be the text of `deti`"), "{}", ran.stderr);
}

#[test]
fn a_doubt_is_shown_with_both_texts_and_can_be_accepted() {
    let folder = begun();
    let cut = KK.replace("білеміз.\n", "білеміз.\n\nБасқа ештеңе сұралмайды.\n");
    let ran = import(folder.path(), &cut, "kk", &[]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    assert!(ran.stderr.contains("the page says it in two parts"), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("accept it by `--accept kakie-dannye-my-sobiraem`"),
        "{}",
        ran.stderr
    );
    let wrong = import(folder.path(), &cut, "kk", &["--accept", "kakie-dannye-my-sobirayem"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("did you mean `kakie-dannye-my-sobiraem`?"), "{}", wrong.stderr);
    // It is at 73 %: that takes more than a sign that all is well.
    let all = import(folder.path(), &cut, "kk", &["--accept"]);
    assert_eq!(all.status, 1, "{}", all.stdout);
    assert!(all.stdout.contains("1 in doubt"), "{}", all.stdout);
    assert!(all.stderr.contains("--accept CLAUSE what you have read"), "{}", all.stderr);
    let named = ["--accept", "kakie-dannye-my-sobiraem"];
    let dry = import(folder.path(), &cut, "kk", &[&named[..], &["--dry-run"]].concat());
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    let named = import(folder.path(), &cut, "kk", &named);
    assert_eq!(named.status, 0, "{}", named.stderr);
    assert!(named.stdout.contains("1 accepted"), "{}", named.stdout);
    let told = run_in(folder.path(), &["import", "--help"]).stdout;
    assert!(told.contains("Likely is a confidence of 95 % at least"), "{told}");
    assert!(read(folder.path(), "locales/kk/privacy.ftl").contains("Басқа ештеңе сұралмайды."));
}

#[test]
fn a_page_in_another_language_or_in_two_is_told() {
    let folder = begun();
    let ran = import(folder.path(), RU, "kk", &[]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stderr.contains("most of the page is not in `kk`: it seems to be in `ru`"),
        "{}",
        ran.stderr
    );
    let copied = KK.replace(
        "Сервер журналдарын 30 күннен кейін жоямыз.",
        "Журналы сервера мы удаляем через 30 дней.",
    );
    let copied =
        copied.replace(" Толығырақ [төменде](#байланыс).", " Подробнее [ниже](#контакты).");
    let ran = import(folder.path(), &copied, "kk", &[]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    assert!(ran.stderr.contains("it says what the source says, word for word"), "{}", ran.stderr);
    let half = KK.replace(
        "Қосымша 13 жасқа толмаған балаларға арналмаған.",
        "Это приложение не для детей, и мы не собираем их данные, если они не достигли 13 лет.",
    );
    let ran = import(folder.path(), &half, "kk", &[]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    assert!(ran.stderr.contains("it seems to be in `ru`"), "{}", ran.stderr);
}

#[test]
fn a_page_that_lives_elsewhere_keeps_its_address() {
    let folder = begun();
    let page =
        KK.replace("/app/kk/privacy/", "/kaz/zhekelik/").replace("12 желтоқсан", "11 желтоқсан");
    let ran = import(folder.path(), &page, "kk", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("the page is dated 2017-12-11, and the policy 2017-12-12"),
        "{}",
        ran.stderr
    );
    let plan = read(folder.path(), "policies/privacy/policy.toml");
    assert!(plan.contains("\npermalinks = { kk = \"kaz/zhekelik\" }\n"), "{plan}");
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
    assert!(read(folder.path(), "dist/jekyll/kaz/zhekelik.md").contains("Балалар"));
}

#[test]
fn bad_pages_are_told_and_nothing_is_written() {
    let folder = begun();
    for (page, what) in [
        (b"".to_vec(), "the page is empty"),
        (b"---\ntitle x\n---\ntext\n".to_vec(), "has no name and value"),
        (b"caf\xe9".to_vec(), "no UTF-8"),
        (b"\xff\xfea\0b\0".to_vec(), "UTF-"),
        (b"a\0b".to_vec(), "it is no text"),
        (vec![b'a'; 9 << 20], "more than 4 MB"),
        ("## Ә\n\nб\n\n".repeat(6_000).into_bytes(), "more parts of the page are in no clause"),
    ] {
        fs::write(folder.path().join("page.md"), page).expect("a page");
        let before = tree(folder.path());
        let arguments = ["import", "page.md", "--policy", "privacy", "--locale", "kk"];
        let ran = run_in(folder.path(), &arguments);
        assert_eq!(ran.status, 1, "{what}: {}", ran.stderr);
        assert!(
            ran.stderr.contains(what) && ran.stderr.contains("nothing was written"),
            "{}",
            ran.stderr
        );
        assert_eq!(tree(folder.path()), before);
    }
}

#[test]
fn the_shipped_policy_comes_in_language_by_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = tempfile::tempdir().expect("a folder");
    let dist = folder.path().join("dist");
    let out = dist.to_string_lossy().into_owned();
    let ran = run_in(&root, &["generate", "--out", &out]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let page = |tag: &str| {
        let text = read(&dist, &format!("jekyll/kazkey/{tag}/privacy_policy.md"));
        let is_made = |line: &&str| {
            line.contains("relative_url")
                || line.starts_with("{:")
                || line.contains("</div>")
                || line.contains("<div ")
        };
        // As a person writes it: no anchors, no links to other languages.
        let plain = text.lines().filter(|line| !is_made(line)).map(|line| {
            let line = line.split(" {#").next().unwrap_or(line);
            match line.split_once("{: #") {
                Some((before, after)) => {
                    format!("{before}{}", after.split_once("} ").map_or("", |(_, rest)| rest))
                }
                None => line.to_owned(),
            }
        });
        plain.collect::<Vec<_>>().join("\n")
    };
    let space = tempfile::tempdir().expect("a folder");
    assert_eq!(import(space.path(), &page("ru"), "ru", &[]).status, 0);
    for tag in ["kk", "en"] {
        let ran = import(space.path(), &page(tag), tag, &[]);
        assert_eq!(ran.status, 0, "{tag}: {}{}", ran.stdout, ran.stderr);
        assert!(!ran.stdout.contains("doubt"), "{}", ran.stdout);
        assert_eq!(import(space.path(), &page(tag), tag, &["--verify"]).status, 0);
    }
    assert_eq!(run_in(space.path(), &["generate"]).status, 0);
}

#[test]
fn tools_of_mozilla_are_told_of_a_new_language() {
    let l10n = |locales: &str, reference: &str| {
        format!(
            "# Ours.\nbasepath = \".\"\nlocales = [{locales}]\n\n[[paths]]\n\
             reference = \"locales/{reference}/*.ftl\"\nl10n = \"locales/{{locale}}/*.ftl\"\n"
        )
    };
    for (before, after) in [
        (l10n("", "ru"), l10n("\"kk\"", "ru")),
        (l10n("\"de\"", "ru"), l10n("\"de\", \"kk\"", "ru")),
        (l10n("\"de\", \"kk\"", "ru"), l10n("\"de\", \"kk\"", "ru")),
        // There it is the language that others are compared with.
        (l10n("\"de\"", "kk"), l10n("\"de\"", "kk")),
        ("locales = what?\n".to_owned(), "locales = what?\n".to_owned()),
    ] {
        let folder = begun();
        fs::write(folder.path().join("l10n.toml"), &before).expect("written");
        let ran = import(folder.path(), KK, "kk", &["--dry-run"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert_eq!(read(folder.path(), "l10n.toml"), before);
        let ran = import(folder.path(), KK, "kk", &[]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert_eq!(read(folder.path(), "l10n.toml"), after);
        assert_eq!(ran.stdout.contains("\n  l10n.toml\n"), before != after, "{}", ran.stdout);
    }
}
