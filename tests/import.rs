//! `import`: pages of Markdown become policies, whole and word for word.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::Path;

use support::pages::{folder, import, read, run_in};
use support::tree;

const PAGE: &str = "---\nlayout: page\ntitle: \"Политика\"\npermalink: /app/ru/privacy/\nsitemap: false\n---\n\n\
    Мы {{ site.name }}. Пишите на help@example.kz.\n\n\
    ## 1. Какие данные {#dannye}\n\n* Имя и **адрес**;\n* телефон:\n  1. рабочий,\n  2. домашний.\n\n\
    Подробнее [ниже](#2-права) и [там][p].\n\n## 2. Права\n\n### 2.1. Доступ\n\n\
    За 30 дней[^1].</br>\nИли <u>позвоните</u>.\n\n### 2.2. Удаление\n{: .no_toc }\n\n\
    | Что | Срок |\n|-----|-----:|\n| Логи | 30 дней |\n\n> *не* забудьте\n\n- a\n\n- b\n\n    код {x}\n\n\
    ```\n[y]\n  .z {w}\n```\n\n[p]: https://example.kz/p\n[^1]: Кроме выходных.\n\n\
    *Последнее обновление: 12 декабря 2017 г.*\n";

/// Where the sentences around the text are English, they still count as the language does.
#[test]
fn a_language_without_sentences_of_its_own_gets_pages_at_once() {
    for (locale, page, notice) in [
        ("cs", "# Soukromí\n\nVaše údaje nikomu nedáváme.\n", "[one] One clause"),
        ("lt", "# Privatumas\n\nJūsų duomenų niekam neduodame.\n", "[one] { $count } clauses"),
        ("sl", "# Zasebnost\n\nVaših podatkov ne damo nikomur.\n", "[two] { $count } more"),
        ("id", "# Privasi\n\nKami tidak memberikan data Anda.\n", "[1] one more clause"),
    ] {
        let at = folder();
        let ran = import(at.path(), page, locale, &[]);
        assert_eq!(ran.status, 0, "{locale}: {}", ran.stderr);
        let made = run_in(at.path(), &["generate"]);
        assert_eq!(made.status, 0, "{locale}: {}", made.stderr);
        let sentences = read(at.path(), &format!("locales/{locale}/notice.ftl"));
        assert!(sentences.contains(notice), "{locale}: {sentences}");
    }
}

/// Pages that were HTML once end paragraphs with a break and a no-break space.
#[test]
fn a_line_of_blanks_at_an_end_stops_no_import() {
    let at = folder();
    let page = "# Rules\n\nWe share what grows.  \n\u{a0}\n\n## Pears\n\n- Ripe ones.  \n  \u{a0}\n\n  \u{a0}\n\n  1. Soft ones.\n";
    let ran = import(at.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let texts = read(at.path(), "locales/en/privacy.ftl");
    assert!(texts.contains("intro = We share what grows.\n"), "{texts}");
}

/// A text may begin with the words of its title; neither is missing then.
#[test]
fn a_text_that_begins_as_its_title_lacks_nothing() {
    let at = folder();
    let page = "Pears\n=====\n\nPears are shared by all.\n\n*Last updated: May 7, 2025*\n";
    let ran = import(at.path(), page, "en", &[]);
    assert!(!ran.stderr.contains("import-difference"), "{}", ran.stderr);
    let verified = import(at.path(), page, "en", &["--verify"]);
    assert_eq!(verified.status, 0, "{}", verified.stderr);
}

/// A link in a heading leads on, and the number of an item without words stays.
#[test]
fn headings_lead_on_and_numbers_stand_alone() {
    let at = folder();
    let page = "# Rules of the orchard\n\nWe share what grows.\n\n\
        ## What [our orchard](https://orchard.example/) is\n\nTrees.\n\n\
        2.\n\n**No ladders.**\n\n2.1.\n\nBring none.\n";
    let ran = import(at.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(!ran.stderr.contains("import-difference"), "{}", ran.stderr);
    let made = run_in(at.path(), &["generate"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let html = read(at.path(), "dist/site/en/privacy/index.html");
    let heading = "<h2 id=\"__what-our-orchard-is\">What <a href=\"https://orchard.example/\">our \
        orchard</a> is</h2>";
    assert!(html.contains(heading), "{html}");
    assert!(html.contains("<ol start=\"2\"><li></li></ol>"), "{html}");
    let plain = read(at.path(), "dist/text/en/privacy.txt");
    assert!(plain.contains("Trees.\n\n2. \n\nNo ladders.\n\n2.1.\n"), "{plain}");
    let verified = import(at.path(), page, "en", &["--verify"]);
    assert!(!verified.stderr.contains("numbered list"), "{}", verified.stderr);
}

#[test]
fn a_page_comes_in_whole_and_out_again() {
    let first = folder();
    let ran = import(first.path(), PAGE, "ru", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.contains("made `privacy` in ru: 5 clauses, 1 fact, dated 2017-12-12"),
        "{}",
        ran.stdout
    );
    for told in ["import-template", "import-html", "import-footnote", "import-attributes"] {
        assert!(ran.stderr.contains(told), "no {told} in {}", ran.stderr);
    }
    let manifest = read(first.path(), "policies/privacy/policy.toml");
    for part in [
        "published = 2017-12-12",
        "permalink = \"app/{locale}/{slug}\"",
        "layout = \"page\"\ntitle = \"{title}\"\npermalink = \"/{permalink}/\"\nsitemap = false\n",
        "help-email = { email = \"help@example.kz\" }",
        "id = \"dannye\"\n\n[[clause]]\nid = \"prava\"\n\n[[clause]]\nid = \"dostup\"\nlevel = 3\n",
    ] {
        assert!(manifest.contains(part), "no {part} in {manifest}");
    }
    let texts = read(first.path(), "locales/ru/privacy.ftl");
    for part in [
        "last-updated = *Последнее обновление: { DATETIME($published, dateStyle: \"long\") }*\n",
        "Пишите на { $help-email }.\n",
        "[ниже](#prava) и [там](https://example.kz/p)",
        "prava =\n    .heading = 2. Права\n",
        "    { \"[\" }1] Кроме выходных.\n",
    ] {
        assert!(texts.contains(part), "no {part} in {texts}");
    }
    let made = run_in(first.path(), &["generate"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let html = read(first.path(), "dist/site/app/ru/privacy/index.html");
    assert!(html.contains("2. Права") && html.contains("код {x}"), "{html}");
    let verified = import(first.path(), PAGE, "ru", &["--verify"]);
    assert_eq!(verified.status, 0, "{}{}", verified.stdout, verified.stderr);

    let day = ["release", "privacy", "--published", "2026-01-10", "--effective", "2026-02-01"];
    let page = read(first.path(), "dist/jekyll/app/ru/privacy.md");
    let released = run_in(first.path(), &day);
    assert_eq!(released.status, 0, "{}", released.stderr);
    let plan = first.path().join("policies/privacy/policy.toml");
    let text = fs::read_to_string(&plan).expect("the plan");
    let undated = text.lines().filter(|line| !line.starts_with("published"));
    fs::write(&plan, undated.collect::<Vec<_>>().join("\n")).expect("written");
    for command in ["verify", "generate"] {
        let ran = run_in(first.path(), &[command]);
        assert_eq!(ran.status, 0, "a heading alone is frozen too: {}", ran.stderr);
    }

    // The page that was made is imported to the same files.
    let second = folder();
    let ran = import(second.path(), &page, "ru", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let manifest = |folder: &Path| {
        let text = read(folder, "policies/privacy/policy.toml");
        text.lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("published"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(manifest(second.path()), manifest(first.path()));
    let texts = "locales/ru/privacy.ftl";
    assert_eq!(read(second.path(), texts), read(first.path(), texts));
}

#[test]
fn what_is_lost_is_found() {
    let folder = folder();
    assert_eq!(import(folder.path(), PAGE, "ru", &[]).status, 0);
    let path = folder.path().join("locales/ru/privacy.ftl");
    let texts = fs::read_to_string(&path).expect("texts");
    fs::write(
        &path,
        texts
            .replace(" и **адрес**", "")
            .replace("(https://example.kz/p)", "(https://example.kz/q)"),
    )
    .expect("changed");
    let ran = import(folder.path(), PAGE, "ru", &["--verify"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stderr.contains("lacks these words of the page: “и адрес;”")
            || ran.stderr.contains("“Имя и адрес;”"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("lacks a link of the page, to https://example.kz/p"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_people_wrote_is_never_replaced() {
    let folder = folder();
    let dry = import(folder.path(), PAGE, "ru", &["--dry-run"]);
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    assert!(
        dry.stdout.contains("would make `privacy`")
            && dry.stdout.contains("locales/ru/privacy.ftl")
    );
    assert_eq!(tree(folder.path()).len(), 1, "nothing but the page");
    assert_eq!(import(folder.path(), PAGE, "ru", &[]).status, 0);
    let before = tree(folder.path());
    let again = import(folder.path(), PAGE, "ru", &[]);
    assert_eq!(again.status, 0);
    assert!(again.stdout.starts_with("nothing to do"), "{}", again.stdout);
    assert_eq!(tree(folder.path()), before);
    let other = import(folder.path(), &PAGE.replace("телефон", "почта"), "ru", &[]);
    assert_eq!(other.status, 2);
    assert!(other.stderr.contains("is there already with other text"), "{}", other.stderr);
    fs::write(folder.path().join("page.md"), PAGE).expect("the page");
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn an_interrupted_import_is_brought_to_its_end() {
    let folder = folder();
    assert_eq!(import(folder.path(), PAGE, "ru", &[]).status, 0);
    let whole = tree(folder.path());
    for path in whole.keys().filter(|path| !path.ends_with("page.md")) {
        fs::remove_file(folder.path().join(path)).expect("removed");
        let ran = import(folder.path(), PAGE, "ru", &[]);
        assert_eq!(ran.status, 0, "{path}: {}", ran.stderr);
        if path.ends_with(".ftl") && path.contains("privacy") || path.ends_with("policy.toml") {
            assert_eq!(tree(folder.path()), whole, "{path}");
        }
        fs::write(folder.path().join(path), &whole[path]).expect("written");
    }
}

#[test]
fn a_second_policy_joins_the_workspace() {
    let folder = folder();
    assert_eq!(import(folder.path(), PAGE, "ru", &[]).status, 0);
    let settings = read(folder.path(), "ereje.toml");
    fs::write(
        folder.path().join("terms.md"),
        "# Terms\n\nText from January 5, 2020.\n\n## Law\n\nUpdated 2024-05-06\n",
    )
    .expect("a page");
    let ran = run_in(folder.path(), &["import", "terms.md", "--policy", "rules", "--locale", "en"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(read(folder.path(), "ereje.toml"), settings);
    let texts = read(folder.path(), "locales/en/rules.ftl");
    assert!(texts.contains("title = Terms\n"), "{texts}");
    assert!(
        texts.contains("intro = Text from { DATETIME($date-2020-01-05, dateStyle: \"long\") }."),
        "{texts}"
    );
    assert!(
        texts.contains("last-updated = Updated { DATETIME($published, dateStyle: \"long\") }"),
        "{texts}"
    );
    let made = run_in(folder.path(), &["generate"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
}

#[test]
fn what_was_published_comes_in_though_it_keeps_no_rule() {
    let folder = folder();
    let page = "Mail [COMPANY NAME], see [here](#nowhere).\n\nLast updated: May 7, 2025\n";
    let ran = import(folder.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("import-lowered"), "{}", ran.stderr);
    let settings = read(folder.path(), "ereje.toml");
    assert!(settings.contains("broken-anchor = { level = \"warning\""), "{settings}");
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
}

#[test]
fn a_value_that_could_be_a_fact_is_underlined() {
    let folder = folder();
    let page = "# Privacy\n\nLast updated: May 1, 2026\n\n## Data\n\nUnder the law (§ 45), an authority may ask.\n\n\
                Kept for 30 days; logs for 12 hours.\n";
    let ran = import(folder.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = "these could be facts, the same in every language: “30 days” (line 9), “12 hours” (line 9)\n \
                --> page.md:9:10\n  |\n9 | Kept for 30 days; logs for 12 hours.\n  |          ^^^^^^^\n";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
}

#[test]
fn a_footnote_may_stand_before_what_it_is_written_behind() {
    let folder = folder();
    let page = "# Privacy\n\nLast updated: May 1, 2026\n\n## Data\n\nKept[^1].\n\n[^1]: For 30 days.\n\n\
                ## Rights\n\nAsk us.\n";
    let ran = import(folder.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("“30 days” (line 9)"), "{}", ran.stderr);
    assert_eq!(import(folder.path(), page, "en", &["--verify"]).status, 0);
}

#[test]
fn a_page_with_a_stale_date_is_told_where_the_date_is_set() {
    let folder = folder();
    let page = "# Privacy\n\n## Data\n\nKept for 30 days.\n\nLast updated: May 1, 2026\n";
    assert_eq!(import(folder.path(), page, "en", &[]).status, 0);
    let same = import(folder.path(), page, "en", &["--verify"]);
    assert_eq!((same.status, same.stderr.as_str()), (0, ""), "a title is no clause");
    let stale = page.replace("May 1, 2026", "April 3, 2026");
    let ran = import(folder.path(), &stale, "en", &["--verify"]);
    assert_eq!(ran.status, 1);
    for told in [
        "the page is of 2026-04-03 and the policy is of 2026-05-01, so that it lacks these words of \
         the page’s date: “April 3,”",
        "help: set `published = 2026-04-03` in policy.toml, if the page is right",
    ] {
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    assert!(
        !ran.stderr.contains(".ftl") && !ran.stderr.contains("the page lacks"),
        "{}",
        ran.stderr
    );
    let above = "# Privacy\n\nLast updated: April 3, 2026\n\n## Data\n\nKept for 30 days.\n";
    let ran = import(folder.path(), above, "en", &["--verify"]);
    assert!(ran.stderr.ends_with("if the page is right\n\n1 error\n"), "{}", ran.stderr);
    // Other words of that line are those of the text.
    let worded = page.replace("Last updated", "Reworded");
    let ran = import(folder.path(), &worded, "en", &["--verify"]);
    assert!(ran.stderr.contains("“Reworded:”"), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: put them into the .ftl file"), "{}", ran.stderr);
    // A version bears the day, and policy.toml must not.
    let day = ["release", "privacy", "--published", "2026-05-01", "--effective", "2026-05-01"];
    assert_eq!(run_in(folder.path(), &day).status, 0);
    let plan = read(folder.path(), "policies/privacy/policy.toml");
    let plan = plan.replace("published = 2026-05-01\n", "");
    fs::write(folder.path().join("policies/privacy/policy.toml"), plan).expect("written");
    let ran = import(folder.path(), &stale, "en", &["--verify"]);
    assert!(ran.stderr.contains("help: nothing to do: a version keeps its day"), "{}", ran.stderr);
    // A heading that is no title is one of the text.
    let other = page.replace("# Privacy\n", "# Privacy\n\n# Terms\n");
    let ran = import(folder.path(), &other, "en", &["--verify"]);
    assert!(ran.stderr.contains("the page has “heading 1” where the policy has nothing"));
}

#[test]
fn a_page_in_two_languages_is_told() {
    let folder = folder();
    let page = "# Privacy\n\nWe collect your address and keep it as long as you are with us.\n\n\
                Мы собираем ваш адрес и храним его, пока вы с нами.\n";
    let ran = import(folder.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning[import-languages]: 1 of 3 paragraphs"), "{}", ran.stderr);
    assert!(ran.stderr.contains("page.md:5:1"), "{}", ran.stderr);
}

#[test]
fn a_page_without_a_title_is_told_what_it_is_called() {
    for (page, called) in [
        ("## The app\n\nWe do it.\n", Some("“The app”, after its first heading")),
        ("We do it.\n", Some("“privacy”, after its id")),
        ("# Privacy\n\nWe do it.\n", None),
        ("---\ntitle: Privacy\n---\n## The app\n\nWe do it.\n", None),
    ] {
        let folder = folder();
        let ran = import(folder.path(), page, "en", &[]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let told = "warning[import-title]: the page has no title of its own: the policy is called ";
        let expected = called.map(|called| format!("{told}{called}\n"));
        let is_told = ran.stderr.contains(expected.as_deref().unwrap_or("import-title"));
        assert_eq!(is_told, called.is_some(), "{page}: {}", ran.stderr);
    }
}

#[test]
fn a_date_within_a_paragraph_is_that_of_the_page() {
    let folder = folder();
    let page = "# Privacy\n\n## Data\n\nKept for 30 days.\n\n## Contact\n\nThis policy was last updated \
                on 2025-08-17. If you have questions about it, write to us whenever you like.\n";
    let ran = import(folder.path(), page, "en", &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told =
        "warning[import-date]: the page says its date within a paragraph: it is dated 2025-08-17";
    assert!(ran.stderr.contains(told) && ran.stderr.contains("page.md:9:1"), "{}", ran.stderr);
    let plan = read(folder.path(), "policies/privacy/policy.toml");
    assert!(plan.contains("published = 2025-08-17"), "{plan}");
    // No word is taken away.
    assert!(read(folder.path(), "locales/en/privacy.ftl").contains("last updated"));
    let ran = import(folder.path(), page, "en", &["--verify"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
}
