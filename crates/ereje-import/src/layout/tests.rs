//! Folders as people keep them, and what is proposed of each.

mod whole;

use super::*;

const EN: &str = "We collect the name and the number of your phone, and we keep them for a year. You \
                  can ask us to remove all of it, and we will do so in the same week.";
const RU: &str = "Мы собираем имя и номер вашего телефона и храним их один год. Вы можете попросить \
                  нас удалить всё это, и мы сделаем это на той же неделе, если это возможно.";
const KK: &str = "Біз сіздің атыңыз бен телефон нөміріңізді жинаймыз және оларды бір жыл бойы \
                  сақтаймыз. Сіз бұл деректерді жоюды сұрай аласыз, біз оны осы аптада жасаймыз.";
const DE: &str = "Wir erheben den Namen und die Nummer von Ihrem Telefon und speichern sie für ein \
                  Jahr. Sie können uns bitten, das alles zu löschen, und wir werden es auch tun.";
const PT: &str = "Nós guardamos o nome e o número do seu telefone por um ano. Você pode pedir que \
                  tudo isso seja apagado, e nós faremos isso na mesma semana, sem que você pague.";
const ZH: &str =
    "我们收集您的姓名和电话号码，并保存一年。您可以要求我们删除这些信息，我们会在同一周内完成。";
/// Too short to tell anything.
const SHORT: &str = "ABC 1.";

/// A page of a folder: its path, its text, the lines of its front matter.
type Row<'r> = (&'r str, &'r str, &'r str);

/// Pages by their paths, with their texts.
type Pages<'p> = [(&'p str, &'p str)];

/// A shape of a folder: what it is, its pages, and the policies in it.
type Shape<'s> = (&'s str, &'s Pages<'s>, &'s [&'s str]);

fn proposed(rows: &[Row<'_>], asked: &Asked<'_>) -> Proposal {
    let texts: Vec<String> = rows
        .iter()
        .map(|(_, text, front)| {
            let front =
                if front.is_empty() { String::new() } else { format!("---\n{front}\n---\n") };
            format!("{front}{text}\n")
        })
        .collect();
    let pages = rows.iter().zip(&texts).map(|((path, ..), text)| Page { path, text });
    propose(&pages.collect::<Vec<_>>(), asked)
}

/// Each policy as a line: its id, and its pages, the source first.
fn lines(proposal: &Proposal) -> Vec<String> {
    let line = |policy: &PlannedPolicy| {
        assert_eq!(policy.pages[0].locale, policy.source_locale);
        let pages: Vec<String> = policy
            .pages
            .iter()
            .map(|page| match &page.permalink {
                Some(link) => format!("{} {} /{link}/", page.locale, page.file),
                None => format!("{} {}", page.locale, page.file),
            })
            .collect();
        format!("{}: {}", policy.id, pages.join(", "))
    };
    proposal.policies.iter().map(line).collect()
}

fn of<'r>(rows: &[(&'r str, &'r str)]) -> Vec<Row<'r>> {
    rows.iter().map(|(path, text)| (*path, *text, "")).collect()
}

#[test]
fn the_usual_shapes_are_known() {
    let table: &[Shape<'_>] = &[
        (
            "a folder a document",
            &[("privacy/ru.md", RU), ("privacy/kk.md", KK), ("privacy/en.md", EN)],
            &["privacy: en privacy/en.md, kk privacy/kk.md, ru privacy/ru.md"],
        ),
        (
            "a folder a language",
            &[("ru/privacy.md", RU), ("en/privacy.md", EN), ("ru/eula.md", RU)],
            &["eula: ru ru/eula.md", "privacy: ru ru/privacy.md, en en/privacy.md"],
        ),
        (
            "a point before the language",
            &[("privacy.ru.md", RU), ("privacy.en.md", EN), ("privacy.pt-BR.md", PT)],
            &["privacy: en privacy.en.md, pt-BR privacy.pt-BR.md, ru privacy.ru.md"],
        ),
        (
            "a hyphen or an underscore before it",
            &[("privacy-ru.md", RU), ("privacy_en.md", EN), ("cookie-policy_pt_br.md", PT)],
            &[
                "cookie-policy: pt-BR cookie-policy_pt_br.md",
                "privacy: en privacy_en.md, ru privacy-ru.md",
            ],
        ),
        (
            "no language on the pages of the default one",
            &[("privacy.md", RU), ("privacy.kk.md", KK), ("privacy-en.md", EN)],
            &["privacy: ru privacy.md, en privacy-en.md, kk privacy.kk.md"],
        ),
        (
            "the default language above the others",
            &[("docs/privacy.md", EN), ("docs/zh-Hans/privacy.md", ZH), ("docs/de/privacy.md", DE)],
            &[
                "privacy: en docs/privacy.md, de docs/de/privacy.md, zh-Hans docs/zh-Hans/privacy.md",
            ],
        ),
        (
            "Hugo by folder",
            &[
                ("content/ru/legal/privacy.md", RU),
                ("content/kk/legal/privacy.md", KK),
                ("content/ru/_index.md", RU),
                ("content/ru/legal/_index.md", RU),
            ],
            &["privacy: kk content/kk/legal/privacy.md, ru content/ru/legal/privacy.md"],
        ),
        (
            "Hugo by name, in bundles",
            &[
                ("content/legal/privacy.md", EN),
                ("content/legal/privacy.ru.md", RU),
                ("content/legal/cookies/index.md", EN),
                ("content/legal/cookies/index.ru.md", RU),
                ("content/imprint/_index.de.md", DE),
                ("content/_index.md", EN),
            ],
            &[
                "cookies: en content/legal/cookies/index.md, ru content/legal/cookies/index.ru.md",
                "imprint: de content/imprint/_index.de.md",
                "privacy: en content/legal/privacy.md, ru content/legal/privacy.ru.md",
            ],
        ),
        (
            "Docusaurus",
            &[
                ("docs/privacy.md", EN),
                ("i18n/ru/docusaurus-plugin-content-docs/current/privacy.md", RU),
                ("i18n/ru/docusaurus-plugin-content-docs/version-1.0/privacy.md", RU),
                ("versioned_docs/version-1.0/privacy.md", EN),
                ("src/pages/imprint.mdx", EN),
                ("i18n/ru/docusaurus-plugin-content-pages/imprint.mdx", RU),
                ("legal/cookies.md", EN),
                ("i18n/ru/docusaurus-plugin-content-docs-legal/current/cookies.md", RU),
            ],
            &[
                "cookies: en legal/cookies.md, ru i18n/ru/docusaurus-plugin-content-docs-legal/current/cookies.md",
                "imprint: en src/pages/imprint.mdx, ru i18n/ru/docusaurus-plugin-content-pages/imprint.mdx",
                "privacy: en docs/privacy.md, ru i18n/ru/docusaurus-plugin-content-docs/current/privacy.md",
            ],
        ),
        (
            "translations in a folder of their own",
            &[("privacy.md", EN), ("translations/pt_BR/privacy.md", PT)],
            &["privacy: en privacy.md, pt-BR translations/pt_BR/privacy.md"],
        ),
        (
            "countries for languages",
            &[("kz/privacy.md", KK), ("rus/privacy.md", RU), ("eng/privacy.md", EN)],
            &["privacy: en eng/privacy.md, kk kz/privacy.md, ru rus/privacy.md"],
        ),
        (
            "one document alone",
            &[("ru.md", RU), ("kk.md", KK)],
            &["legal-pages: kk kk.md, ru ru.md"],
        ),
        (
            "other names in each language",
            &[("ru/konfidencialnost.md", RU), ("de/datenschutz.md", DE)],
            &["datenschutz: de de/datenschutz.md, ru ru/konfidencialnost.md"],
        ),
    ];
    for (shape, rows, expected) in table {
        let asked = Asked { folder: "legal pages", ..Asked::default() };
        assert_eq!(lines(&proposed(&of(rows), &asked)), *expected, "{shape}");
    }
}

#[test]
fn a_word_that_could_be_a_language_is_none_without_evidence() {
    let table: &[Shape<'_>] = &[
        (
            "a department and a page that are words",
            &[("it/network.md", EN), ("terms/is.md", EN), ("terms/to.md", EN)],
            &["is: en terms/is.md", "network: en it/network.md", "to: en terms/to.md"],
        ),
        (
            "words of three letters",
            &[("en/faq.md", EN), ("en/tos.md", EN), ("app/price.md", EN)],
            &["faq: en en/faq.md", "price: en app/price.md", "tos: en en/tos.md"],
        ),
        (
            "the end of a name",
            &[("sign-in.md", EN), ("opt-in.md", EN), ("who-we-are-no.md", EN)],
            &[
                "opt-in: en opt-in.md",
                "sign-in: en sign-in.md",
                "who-we-are-no: en who-we-are-no.md",
            ],
        ),
        (
            "others beside it are enough, however short the texts are",
            &[("no/privacy.md", SHORT), ("en/privacy.md", SHORT), ("it/privacy.md", SHORT)],
            &["privacy: en en/privacy.md, it it/privacy.md, no no/privacy.md"],
        ),
        (
            "two words beside each other are not",
            &[("to/privacy.md", SHORT), ("is/privacy.md", SHORT), ("en/a.md", EN)],
            &["a: en en/a.md"],
        ),
        (
            "the words of the page are enough",
            &[("de/network.md", DE)],
            &["network: de de/network.md"],
        ),
    ];
    for (what, rows, expected) in table {
        let rows = of(rows);
        assert_eq!(lines(&proposed(&rows, &Asked::default())), *expected, "{what}");
    }
}

#[test]
fn front_matter_says_language_document_and_address() {
    let rows = [
        ("_pages/a.md", RU, "lang: ru\nref: privacy\npermalink: /ru/privacy/"),
        ("_pages/b.md", KK, "lang: kk\nref: privacy\npermalink: /kk/privacy/"),
        ("_pages/c.md", RU, "lang: ru\npermalink: /ru/conditions/"),
        ("_pages/d.md", KK, "lang: kk\npermalink: /kk/conditions/"),
    ];
    assert_eq!(
        lines(&proposed(&rows, &Asked { source: Some(&locale("ru")), ..Asked::default() })),
        [
            "a: ru _pages/a.md /ru/privacy/, kk _pages/b.md /kk/privacy/",
            "c: ru _pages/c.md /ru/conditions/, kk _pages/d.md /kk/conditions/",
        ]
    );
    // Sites that keep one address for all languages put the language before it.
    let rows = [
        ("ru/privacy.md", RU, "permalink: /privacy/"),
        ("kk/privacy.md", KK, "permalink: /privacy/"),
        ("en/privacy.md", EN, ""),
    ];
    let proposal = proposed(&rows, &Asked { source: Some(&locale("ru")), ..Asked::default() });
    assert_eq!(
        lines(&proposal),
        [
            "privacy: ru ru/privacy.md /privacy/, en en/privacy.md /en/privacy/, kk kk/privacy.md /kk/privacy/"
        ]
    );
    assert_eq!(proposal.clashes, []);
    let rows = [("privacy.md", EN, "permalink: /legal/"), ("eula.md", EN, "permalink: /legal/")];
    assert_eq!(proposed(&rows, &Asked::default()).clashes.len(), 1);
}

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect(tag)
}

#[test]
fn what_is_no_policy_stays_out_with_a_reason() {
    let rows = [
        ("README.md", EN, ""),
        ("CONTRIBUTING.md", EN, ""),
        ("en/index.md", EN, ""),
        ("en/privacy.md", EN, ""),
        ("en/cookies.md", "", "title: Cookies"),
        ("en/empty.md", "", ""),
        ("en/draft.md", EN, "draft: true"),
        ("en/broken.md", EN, "title x"),
        ("en/page.md", "<!DOCTYPE html><p>x</p>", ""),
        ("ru/privacy.md", EN, ""),
        ("ru/cookies.md", RU, ""),
        ("privacy.md", EN, ""),
        ("blog/2024-02-03-news.md", EN, ""),
        ("old/2024-01-01.md", EN, ""),
        ("old/2025-01-01.md", EN, ""),
    ];
    let proposal = proposed(&rows, &Asked::default());
    assert_eq!(lines(&proposal), ["cookies: ru ru/cookies.md", "privacy: en en/privacy.md"]);
    let out: Vec<String> =
        proposal.left_out.iter().map(|(path, why)| format!("{path}: {why}")).collect();
    assert_eq!(
        out,
        [
            "CONTRIBUTING.md: it is a page for who works on the repository",
            "README.md: it leads to the pages of its folder",
            "blog/2024-02-03-news.md: it is a post of a blog",
            "en/broken.md: its front matter can not be read: this line of the front matter has no name and value (line 2)",
            "en/cookies.md: it has front matter alone",
            "en/draft.md: its front matter says that it is not published",
            "en/empty.md: it is empty",
            "en/index.md: it leads to the pages of its folder",
            "en/page.md: the page is HTML, not Markdown",
            "old/: 2 revisions by their days, which `import --history` takes",
            "privacy.md: en/privacy.md is the same document in the same language",
            "ru/privacy.md: it stands where pages in `ru` are, and its text seems to be in `en`",
        ]
    );
    let past = &proposal.pasts[0];
    assert_eq!((past.folder.as_str(), past.pages.len(), past.language), ("old", 2, Some("en")));
    let unknown = proposed(&[("x.md", SHORT, "")], &Asked::default());
    let why = "nothing says in which language it is".to_owned();
    assert_eq!(unknown.left_out, [("x.md".to_owned(), why)]);
    let other = [("x.md", "АБВ где ёжз — АБВ где ёжз, АБВ где ёжз", ""), ("y.md", EN, "")];
    assert_eq!(lines(&proposed(&other, &Asked::default())), ["y: en y.md"]);
    let given = Asked { source: Some(&locale("fi")), ..Asked::default() };
    assert_eq!(lines(&proposed(&[("x.md", SHORT, "")], &given)), ["x: fi x.md"]);
}

#[test]
fn a_policy_whose_annexes_stand_in_its_folder_is_no_list_of_them() {
    let text =
        format!("# Privacy policy\n\n{}\nSee [who](annex/index.md) helps us.\n", EN.repeat(9));
    let list = format!("# Annexes\n\n{EN}\n{}", "- [One](one/index.md)\n".repeat(9));
    let rows = [
        ("index.md", text.as_str()),
        ("annexes/index.md", &list),
        ("annexes/one/index.md", EN),
        ("privacy/index.md", &text),
        ("privacy/annex/index.md", EN),
    ];
    let proposal = proposed(&of(&rows), &Asked::default());
    let taken: Vec<&str> =
        proposal.policies.iter().map(|policy| policy.pages[0].file.as_str()).collect();
    let wanted = ["privacy/annex/index.md", "annexes/one/index.md", "index.md", "privacy/index.md"];
    assert_eq!(taken, wanted);
    // The page of the whole folder has to be called a policy.
    let welcome = text.replace("Privacy policy", "Welcome");
    let rows = [("index.md", welcome.as_str()), ("privacy/index.md", &text)];
    assert_eq!(proposed(&of(&rows), &Asked::default()).policies.len(), 1);
    let rows = [("README.md", text.as_str()), ("privacy/index.md", &text)];
    assert_eq!(proposed(&of(&rows), &Asked::default()).policies.len(), 1);
}

#[test]
fn where_most_pages_are_no_policies_only_policies_are_proposed() {
    let rows = of(&[
        ("docs/start.md", EN),
        ("docs/install.md", EN),
        ("docs/privacy.md", EN),
        ("docs/legal/minors.md", EN),
        ("docs/faq.md", EN),
    ]);
    let ids = |asked: &Asked<'_>| -> Vec<String> {
        proposed(&rows, asked).policies.iter().map(|policy| policy.id.clone()).collect()
    };
    assert_eq!(ids(&Asked::default()), ["minors", "privacy"]);
    let all = ["faq", "install", "minors", "privacy", "start"];
    assert_eq!(ids(&Asked { folder: "policies", ..Asked::default() }), all);
}

#[test]
fn documents_that_are_called_the_same_get_ids_that_differ() {
    let rows = of(&[
        ("web/privacy.md", EN),
        ("app/privacy.md", EN),
        ("web/terms.md", EN),
        ("Политика данных.md", EN),
        ("01-Cookie_Policy.md", EN),
    ]);
    let proposal = proposed(&rows, &Asked::default());
    let ids: Vec<&str> = proposal.policies.iter().map(|policy| policy.id.as_str()).collect();
    assert_eq!(
        ids,
        ["app-privacy", "cookie-policy", "politika-dannykh", "terms-of-use", "web-privacy"]
    );
}

#[test]
fn the_source_locale_has_a_reason() {
    let both = [("ru/a.md", RU), ("kk/a.md", KK)];
    let more = [("ru/a.md", RU), ("kk/a.md", KK), ("ru/b.md", RU)];
    let bare = [("a.md", KK), ("a.ru.md", RU), ("b.ru.md", RU)];
    let (ru, kk, en) = (locale("ru"), locale("kk"), locale("en"));
    let asked = Asked::default();
    let table: &[(&Pages<'_>, Asked<'_>, &str, &str)] = &[
        (&both, asked, "kk", "`kk` and `ru` have as many documents each"),
        (&more, asked, "ru", "2 of 2 documents are in it, more than in any other"),
        (&bare, asked, "kk", "its pages have no language in their names"),
        (&both, Asked { source: Some(&ru), ..asked }, "ru", "--locale names it"),
        (
            &both,
            Asked { workspace: Some(&ru), ..asked },
            "ru",
            "it is the default-locale in ereje.toml",
        ),
        (&both, Asked { workspace: Some(&en), ..asked }, "kk", "`kk` and `ru`"),
        (&more, Asked { site: Some((&kk, "hugo.toml")), ..asked }, "kk", "hugo.toml names it"),
        (&[("a.md", DE)], asked, "de", "all pages are in it"),
    ];
    for (rows, asked, tag, why) in table {
        let source = proposed(&of(rows), asked).source.expect("a source locale");
        assert_eq!(source.locale.tag(), *tag, "{why}");
        assert!(source.why.starts_with(why), "{}", source.why);
        assert_eq!(source.is_guess, why.starts_with('`'), "{why}");
    }
}
