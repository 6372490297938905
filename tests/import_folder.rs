//! `import` of a folder of documents: a plan is proposed, a person changes it, and it
//! is carried out whole or not at all.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::Path;

use support::{Ran, ereje, tree};

const PRIVACY_EN: &str = "# Privacy policy\n\nThis policy explains what the app Lantern does with your data.\n\n\
    ## What we collect\n\nWe learn the version of iOS and the address help@example.kz.\n\n\
    - your name;\n- your phone and its model.\n\n\
    ## How long we keep it\n\nWe delete the logs of the server after 30 days. More is said [below](#contact).\n\n\
    ## Children\n\nThe app is not for children younger than 13 years.\n\n\
    ## Contact\n\nWrite to help@example.kz.\n\nLast updated: December 12, 2017\n";

const PRIVACY_RU: &str = "# Политика конфиденциальности\n\nЭта политика объясняет, что приложение Lantern делает с вашими данными.\n\n\
    ## Какие данные мы собираем\n\nМы узнаём версию iOS и адрес help@example.kz.\n\n\
    - имя;\n- телефон и его модель.\n\n\
    ## Срок хранения\n\nЖурналы сервера мы удаляем через 30 дней. Подробнее [ниже](#контакты).\n\n\
    ## Дети\n\nПриложение не для детей младше 13 лет.\n\n\
    ## Контакты\n\nПишите на help@example.kz.\n\nПоследнее обновление: 12 декабря 2017 г.\n";

const PRIVACY_KK: &str = "# Құпиялылық саясаты\n\nБұл саясат Lantern қосымшасының деректеріңізбен не істейтінін түсіндіреді.\n\n\
    ## Қандай деректер жинаймыз\n\nБіз iOS нұсқасын және help@example.kz мекенжайын білеміз.\n\n\
    - аты;\n- телефон және оның үлгісі.\n\n\
    ## Сақтау мерзімі\n\nСервер журналдарын 30 күннен кейін жоямыз. Толығырақ [төменде](#байланыс).\n\n\
    ## Балалар\n\nҚосымша 13 жасқа толмаған балаларға арналмаған.\n\n\
    ## Байланыс\n\nhelp@example.kz мекенжайына жазыңыз.\n\nСоңғы жаңарту: 2017 ж. 12 желтоқсан\n";

const TERMS_EN: &str = "# Terms of use\n\n## Who may use the app\n\nAnybody who is older than 16 years may use the app.\n\n\
    ## What you may not do\n\nYou may not sell the app or parts of it to others.\n\n\
    ## Law\n\nThe law of Kazakhstan holds for these terms, and [more](/rules) is said elsewhere.\n";

const TERMS_RU: &str = "# Условия использования\n\n## Кто может пользоваться\n\nПриложением может пользоваться каждый, кто старше 16 лет.\n\n\
    ## Чего нельзя\n\nВы не можете продавать приложение или его части другим.\n\n\
    ## Право\n\nК этим условиям применяется право Казахстана, а [остальное](/rules) сказано отдельно.\n";

/// A folder `docs` with these pages, beside which a workspace comes to be.
fn folder(pages: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in pages {
        write(folder.path(), &format!("docs/{path}"), text);
    }
    folder
}

fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(ereje().current_dir(folder).args(arguments).output().expect("ereje runs"))
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Changes the plan as a person would.
fn edit(folder: &Path, from: &str, to: &str) {
    let plan = read(folder, "import-plan.toml");
    assert!(plan.contains(from), "no {from} in {plan}");
    write(folder, "import-plan.toml", plan.replacen(from, to, 1));
}

fn carry_out(folder: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["import", "--plan", "import-plan.toml"];
    arguments.extend(more);
    run_in(folder, &arguments)
}

const THREE: [(&str, &str); 3] =
    [("ru/privacy.md", PRIVACY_RU), ("kk/privacy.md", PRIVACY_KK), ("en/privacy.md", PRIVACY_EN)];

#[test]
fn a_folder_becomes_a_plan_and_the_plan_a_workspace() {
    let folder = folder(&THREE);
    write(folder.path(), "docs/README.md", "# Lantern\n\nAll documents of the app are here.\n");
    let pages = tree(folder.path());
    let ran = run_in(folder.path(), &["import", "docs", "--locale", "ru", "--dry-run"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(tree(folder.path()), pages);
    let ran = run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for part in [
        "docs: 4 pages, 1 policy\n",
        "  privacy  ru, en, kk  ru/privacy.md\n",
        "  README.md: it leads to the pages of its folder\n",
        "next: ereje import --plan import-plan.toml\n",
    ] {
        assert!(ran.stdout.contains(part), "no {part} in {}", ran.stdout);
    }
    let mut made = tree(folder.path());
    assert!(made.remove("import-plan.toml").is_some());
    assert_eq!(made, pages, "nothing is made but the plan");

    let dry = carry_out(folder.path(), &["--dry-run"]);
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    assert!(dry.stdout.contains("would write 1 policy in 14 files"), "{}", dry.stdout);
    assert!(!folder.path().join("ereje.toml").exists());
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("kk  5 of 5 clauses paired for sure"), "{}", ran.stdout);
    let plan = read(folder.path(), "policies/privacy/policy.toml");
    assert!(plan.contains("locales = [\"ru\", \"en\", \"kk\"]"), "{plan}");
    let guide = read(folder.path(), "locales/README.md");
    assert!(guide.contains("such as `ru` or"), "translators find their guide: {guide}");
    for command in [&["generate"][..], &["check"]] {
        let ran = run_in(folder.path(), command);
        assert_eq!(ran.status, 0, "{command:?}: {}", ran.stderr);
    }
    for (path, _) in THREE {
        let path = format!("docs/{path}");
        let arguments = ["import", &path, "--policy", "privacy", "--locale", &path[5..7]];
        let ran = run_in(folder.path(), &[&arguments[..], &["--verify"]].concat());
        assert_eq!(ran.status, 0, "{path}: {}", ran.stderr);
    }

    // Again, it is there already, and the plan says what it said.
    let whole = tree(folder.path());
    let ran = carry_out(folder.path(), &[]);
    assert!(ran.stdout.starts_with("nothing to do"), "{}{}", ran.stdout, ran.stderr);
    let ran = run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(tree(folder.path()), whole);
}

#[test]
fn an_interrupted_run_is_brought_to_its_end() {
    let folder = folder(&THREE);
    run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    assert_eq!(carry_out(folder.path(), &[]).status, 0);
    let whole = tree(folder.path());
    for gone in ["ereje.toml", "policies/privacy/policy.toml", "locales/kk/privacy.ftl"] {
        fs::remove_file(folder.path().join(gone)).expect("gone");
        let ran = carry_out(folder.path(), &[]);
        assert_eq!(ran.status, 0, "{gone}: {}{}", ran.stdout, ran.stderr);
        let differs = tree(folder.path()) != whole;
        assert!(!differs, "{gone}: {}", ran.stdout);
    }
}

#[test]
fn a_plan_that_was_changed_is_not_written_over() {
    let folder = folder(&THREE);
    run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    edit(folder.path(), "id = \"privacy\"", "id = \"data-protection\"");
    let changed = read(folder.path(), "import-plan.toml");
    let ran = run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    ran.refused(2, "import-plan.toml is there already, and nothing is overwritten");
    assert_eq!(read(folder.path(), "import-plan.toml"), changed);
    let other = run_in(folder.path(), &["import", "docs", "--locale", "ru", "--plan", "p/q.toml"]);
    other.refused(2, "can not write p/q.toml");
    write(folder.path(), "p/x", "");
    let other = run_in(folder.path(), &["import", "./docs/", "--plan", "p/q.toml"]);
    assert_eq!(other.status, 0, "{}", other.stderr);
    assert!(read(folder.path(), "p/q.toml").contains("folder = \"../docs\"\n"));
    let ran = run_in(folder.path(), &["import", "--plan", "p/q.toml", "--dry-run"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let ran = run_in(folder.path(), &["import", "docs", "--locale", "ru", "--replan"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(read(folder.path(), "import-plan.toml").contains("id = \"privacy\""));
}

#[test]
fn what_is_in_doubt_waits_and_all_of_it_is_told_at_once() {
    let less =
        PRIVACY_KK.replace("## Балалар\n\nҚосымша 13 жасқа толмаған балаларға арналмаған.\n\n", "");
    let folder = folder(&[
        ("privacy.md", PRIVACY_RU),
        ("privacy.kk.md", &less),
        ("terms.md", TERMS_RU),
        ("terms.en.md", TERMS_EN),
    ]);
    run_in(folder.path(), &["import", "docs"]);
    let before = tree(folder.path());
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    for part in [
        "the page lacks the clause `deti`",
        "or import the rest by `partial = true` in the plan",
        "this may be the text of `chego-nelzya`",
        "accept it by `accept = [\"chego-nelzya\"]` in the plan if this says the same",
        "nothing was written: look at what is told above\n",
        "  privacy: kk = { file = \"privacy.kk.md\", accept = [\"kontakty\"], partial = true }\n",
        "  terms-of-use: en = { file = \"terms.en.md\", accept = [\"chego-nelzya\"",
    ] {
        assert!(ran.stderr.contains(part), "no {part} in {}", ran.stderr);
    }
    assert_eq!(tree(folder.path()), before);
    edit(
        folder.path(),
        "kk = \"privacy.kk.md\"",
        "kk = { file = \"privacy.kk.md\", accept = true, partial = true }",
    );
    edit(folder.path(), "en = \"terms.en.md\"", "en = { file = \"terms.en.md\", accept = true }");
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(!read(folder.path(), "locales/kk/privacy.ftl").contains("deti"));
    assert!(read(folder.path(), "locales/en/terms-of-use.ftl").contains("You may not sell"));
    edit(folder.path(), "accept = true", "accept = [\"kontakti\"]");
    let ran = carry_out(folder.path(), &[]);
    ran.refused(1, "`privacy` has no clause `kontakti` to accept");
    assert!(ran.stderr.contains("did you mean `kontakty`?"), "{}", ran.stderr);
}

#[test]
fn rules_are_lowered_for_each_policy_in_settings_that_are_new() {
    let linked = PRIVACY_EN.replace("Write to", "[See](/more) or write to");
    let pages = [("privacy.md", linked.as_str()), ("terms.md", TERMS_EN)];
    let folder = folder(&pages);
    run_in(folder.path(), &["import", "docs"]);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let settings = read(folder.path(), "ereje.toml");
    for policy in ["privacy", "terms-of-use"] {
        let lowered = format!("[[levels]]\npolicy = \"{policy}\"\n[levels.lints]\nunsafe-link =");
        assert!(settings.contains(&lowered), "{settings}");
    }
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);

    // The settings come last: what an interrupted run lacks of them is lowered again.
    fs::remove_file(folder.path().join("ereje.toml")).expect("gone");
    assert_eq!(carry_out(folder.path(), &[]).status, 0);
    assert_eq!(read(folder.path(), "ereje.toml"), settings);

    // Settings of a person stay as they are, and it is told.
    for policy in ["policies/terms-of-use", "locales/en/terms-of-use.ftl"] {
        let path = folder.path().join(policy);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("gone");
    }
    let bare = settings.split("\n# What the imported").next().expect("a part").to_owned();
    write(folder.path(), "ereje.toml", &bare);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(
        ran.stderr.contains("the text does not keep the rule `unsafe-link`: "),
        "{}",
        ran.stderr
    );
    assert_eq!(read(folder.path(), "ereje.toml"), bare);
}

#[test]
fn addresses_of_a_jekyll_site_stay() {
    let page = |front: &str, text: &str| format!("---\n{front}\n---\n{text}");
    let folder = folder(&[
        ("_pages/one.md", &page("lang: ru\nref: privacy\npermalink: /ru/privacy/", PRIVACY_RU)),
        ("_pages/two.md", &page("lang: kk\nref: privacy\npermalink: /kaz/privacy/", PRIVACY_KK)),
        ("_pages/three.md", &page("lang: en\nref: privacy", PRIVACY_EN)),
        ("_config.yml", "lang: ru\n"),
        ("_site/privacy.md", PRIVACY_RU),
    ]);
    let ran = run_in(folder.path(), &["import", "docs"]);
    assert!(
        ran.stdout.contains("`ru` is the source locale: _config.yml names it"),
        "{}",
        ran.stdout
    );
    edit(folder.path(), "id = \"one\"", "id = \"privacy\"");
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let plan = read(folder.path(), "policies/privacy/policy.toml");
    assert!(plan.contains("\npermalink = \"{locale}/{slug}\"\n"), "{plan}");
    assert!(plan.contains("\npermalinks = { kk = \"kaz/privacy\" }\n"), "{plan}");
    assert!(plan.contains("\nlang = \"{locale}\"\n"), "{plan}");
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
    let kk = read(folder.path(), "dist/jekyll/kaz/privacy.md");
    assert!(kk.contains("lang: \"kk\"\n") && kk.contains("permalink: \"/kaz/privacy/\"\n"), "{kk}");
    assert!(folder.path().join("dist/jekyll/en/privacy.md").exists());
}

#[test]
fn an_address_in_the_plan_counts_before_that_of_the_page() {
    let page = |link: &str, text: &str| format!("---\npermalink: {link}\n---\n{text}");
    let folder = folder(&[
        ("privacy.md", &page("/legal/", PRIVACY_EN)),
        ("terms.md", &page("/legal/", TERMS_EN)),
    ]);
    let ran = run_in(folder.path(), &["import", "docs"]);
    assert!(
        ran.stderr.contains("privacy.md and terms.md have one address, `legal`"),
        "{}",
        ran.stderr
    );
    let before = tree(folder.path());
    let ran = carry_out(folder.path(), &[]);
    ran.refused(1, "the page `legal` of `en` is also that of the policy `privacy`");
    assert!(ran.stderr.contains("--> import-plan.toml:"), "{}", ran.stderr);
    assert_eq!(tree(folder.path()), before);
    edit(
        folder.path(),
        "\"terms.md\", permalink = \"legal\"",
        "\"terms.md\", permalink = \"/terms/\"",
    );
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
    assert!(folder.path().join("dist/jekyll/legal.md").exists());
    assert!(folder.path().join("dist/jekyll/terms.md").exists());
}

#[test]
fn a_workspace_keeps_what_it_has() {
    let folder = folder(&THREE[..2]);
    run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    assert_eq!(carry_out(folder.path(), &[]).status, 0);
    let plan = "policies/privacy/policy.toml";
    let ours =
        read(folder.path(), plan).replace("[facts]\n", "[facts]\nage = { number = 13 } # ours\n");
    write(folder.path(), plan, &ours);

    // A further language comes to the policy that is there.
    write(folder.path(), "docs/en/privacy.md", PRIVACY_EN);
    let ran = carry_out(folder.path(), &[]);
    assert!(
        ran.stderr.contains("the plan does not say what becomes of en/privacy.md"),
        "{}",
        ran.stderr
    );
    let ran = run_in(folder.path(), &["import", "docs", "--replan"]);
    assert!(
        ran.stdout.contains("`ru` is the source locale: it is the default-locale in ereje.toml")
    );
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("ru  there already\n"), "{}", ran.stdout);
    assert_eq!(read(folder.path(), plan), ours.replace("\"kk\"]", "\"kk\", \"en\"]"));

    // Another text does not take its place, in the source locale or in another one.
    for (path, file, word, other) in [
        ("docs/ru/privacy.md", "locales/ru/privacy.ftl", "имя", "фамилия"),
        ("docs/kk/privacy.md", "locales/kk/privacy.ftl", "аты", "тегі"),
    ] {
        let page = read(folder.path(), path);
        write(folder.path(), path, page.replace(word, other));
        let before = tree(folder.path());
        let what = format!("{file} is there already with other text, and nothing is overwritten");
        carry_out(folder.path(), &[]).refused(1, &what);
        assert_eq!(tree(folder.path()), before);
        write(folder.path(), path, page);
    }
    edit(folder.path(), "source-locale = \"ru\"", "source-locale = \"kk\"");
    let what = "`privacy` is in the workspace already, with the source locale `ru`";
    carry_out(folder.path(), &[]).refused(1, what);
}

#[test]
fn a_plan_that_can_not_be_carried_out_says_why_and_writes_nothing() {
    let folder = folder(&THREE);
    run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    let plan = read(folder.path(), "import-plan.toml");
    write(folder.path(), "docs/latin.md", b"caf\xe9");
    write(folder.path(), "docs/copy.md", PRIVACY_EN);
    write(folder.path(), "docs/blank.md", "---\ntitle: x\n---\n");
    for (from, to, what) in [
        ("folder = \"docs\"", "folder = \"dosc\"", "the folder dosc of the plan is not there"),
        ("kk = \"kk/privacy.md", "kk = \"kk/privcy.md", "there is no page docs/kk/privcy.md"),
        (
            "ru = \"ru/privacy.md",
            "ru = \"copy.md",
            "most of docs/copy.md is not in `ru`: it is in Latin",
        ),
        ("kk = \"kk/privacy.md", "kk = \"latin.md", "no UTF-8"),
        ("ru/privacy.md", "blank.md", "the page has front matter alone"),
        ("kk = \"kk/privacy.md", "kk = \"blank.md", "the page is empty"),
        ("kk = \"kk/", "kz = \"kk/", "`kz` is no language that is known"),
        (
            "en = \"en/privacy.md\"",
            "en = \"kk/privacy.md\"",
            "kk/privacy.md is the page of `privacy`",
        ),
        (
            "kk = \"kk/privacy.md",
            "kk = \"en/privacy.md",
            "en/privacy.md is the page of `privacy` in en already",
        ),
        ("source-locale", "source-lcoale", "unknown key `source-lcoale`"),
        (
            "source-locale = \"ru\"",
            "source-locale = \"de\"",
            "`privacy` has no page in its source locale `de`",
        ),
        ("[policy.pages]", "[policy.pages", "not valid TOML"),
    ] {
        assert!(plan.contains(from), "{from}");
        write(folder.path(), "import-plan.toml", plan.replacen(from, to, 1));
        let before = tree(folder.path());
        let ran = carry_out(folder.path(), &[]);
        assert_eq!(ran.status, 1, "{to}: {}", ran.stdout);
        assert!(ran.stderr.contains(what), "{to}: no “{what}” in {}", ran.stderr);
        assert!(ran.stderr.contains("nothing was written"), "{to}: {}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
        assert_eq!(tree(folder.path()), before, "{to}");
    }
    run_in(folder.path(), &["import", "--plan", "no.toml"]).refused(2, "there is no plan no.toml");
    run_in(folder.path(), &["import", "docs/ru/privacy.md", "--plan", "import-plan.toml"])
        .refused(2, "docs/ru/privacy.md is no folder");
}

#[test]
fn a_folder_of_which_nothing_can_be_made_says_why() {
    let latin = folder(&[]);
    write(latin.path(), "docs/privacy.md", b"caf\xe9");
    for (folder, what, hint) in [
        (
            folder(&[("x/.git/privacy.md", PRIVACY_EN)]),
            "there is no page of Markdown in docs",
            "name the folder",
        ),
        (
            folder(&[("node_modules/a/privacy.md", PRIVACY_EN)]),
            "there is no page of Markdown in docs",
            "name",
        ),
        (folder(&[("privacy.html", "x")]), "there is no page of Markdown in docs", "pandoc"),
        (folder(&[("privacy.md", "")]), "privacy.md, since it is empty", "name the folder"),
        (
            folder(&[("privacy.md", "---\ntitle: x\n---\n")]),
            "since it has front matter alone",
            "name",
        ),
        (folder(&[("privacy.md", "ABC 1.")]), "nothing says in which language it is", "--locale"),
        (
            folder(&[("p/2024-01-02.md", PRIVACY_EN), ("p/2025-01-02.md", PRIVACY_EN)]),
            "docs holds revisions by their days",
            "past",
        ),
        (latin, "is no UTF-8", "name the folder"),
    ] {
        let ran = run_in(folder.path(), &["import", "docs"]);
        ran.refused(2, what);
        assert!(ran.stderr.contains(hint), "{}", ran.stderr);
        assert!(!folder.path().join("import-plan.toml").exists(), "{what}");
    }
    let folder = folder(&THREE);
    let ran = run_in(folder.path(), &["import", "docs", "--locale", "de", "--dry-run"]);
    assert!(ran.stderr.contains("warning[import-plan]: no page is in `de`"), "{}", ran.stderr);
    run_in(folder.path(), &["import", "nowhere"]).refused(2, "there is no nowhere");
    for option in [&["--policy", "x"][..], &["--verify"], &["--accept"], &["--partial"]] {
        let ran = run_in(folder.path(), &[&["import", "docs"], option].concat());
        ran.refused(2, &format!("{} is for one page, not a folder", option[0]));
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_or_nowhere_do_no_harm() {
    let folder = folder(&THREE[..1]);
    std::os::unix::fs::symlink("..", folder.path().join("docs/ru/circle")).expect("a link");
    std::os::unix::fs::symlink("gone.md", folder.path().join("docs/ru/eula.md")).expect("a link");
    let ran = run_in(folder.path(), &["import", "docs"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let plan = read(folder.path(), "import-plan.toml");
    assert!(plan.contains("\"ru/eula.md\" = \"it is a link that leads to no file\""), "{plan}");
    assert_eq!(plan.matches("\nru = \"ru/privacy.md\"").count(), 1, "{plan}");
    assert!(!plan.contains("circle"), "{plan}");
}

#[test]
fn findings_can_be_told_to_programs() {
    let folder = folder(&THREE);
    let ran = run_in(folder.path(), &["import", "docs", "--format", "json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("is a guess for the source locale"), "{}", ran.stdout);
    let ran = carry_out(folder.path(), &["--format", "json", "--dry-run"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.lines().all(|line| line.starts_with('{')), "{}", ran.stdout);
}
