//! A plan of a folder is carried out as a person changed it, whole or not at all.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::documents::{
    PRIVACY_EN, PRIVACY_KK, PRIVACY_RU, TERMS_EN, TERMS_RU, THREE, carry_out, edit, folder, write,
};
use support::pages::{read, run_in};
use support::tree;

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
fn what_waits_for_a_person_is_not_hidden_by_what_pages_lose() {
    let tags = "Some <u>words</u> here.\n\n".repeat(30);
    let english = format!("{TERMS_EN}\n## More\n\n{tags}");
    let folder = folder(&[("en/terms.md", english.as_str()), ("ru/terms.md", TERMS_RU)]);
    run_in(folder.path(), &["import", "docs", "--locale", "en"]);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("error[import-missing]"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("import-html"), "{}", ran.stderr);
    assert!(ran.stderr.contains("are told once nothing waits any more"), "{}", ran.stderr);
    let listed = carry_out(folder.path(), &["--format", "json"]);
    assert!(listed.stdout.contains("import-html"), "{}", listed.stdout);
    edit(
        folder.path(),
        "ru = \"ru/terms.md\"",
        "ru = { file = \"ru/terms.md\", accept = true, partial = true }",
    );
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("import-html"), "{}", ran.stderr);
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

/// The title of a page is no clause, and has an anchor on the page that came in.
#[test]
fn a_link_to_the_title_leads_to_the_top() {
    let english =
        format!("{PRIVACY_EN}\n").replace("## Contact", "Go [up](#privacy-policy)\n\n## Contact");
    let russian = format!("{PRIVACY_RU}\n")
        .replace("## Контакты", "Назад [вверх](#политика-конфиденциальности)\n\n## Контакты");
    let terms = TERMS_EN.replace("[more](/rules)", "[more](en/privacy.md#privacy-policy)");
    let pages =
        [("en/privacy.md", english.as_str()), ("ru/privacy.md", &russian), ("terms.md", &terms)];
    let folder = folder(&pages);
    run_in(folder.path(), &["import", "docs", "--locale", "en"]);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stderr.contains("lowered"), "{}", ran.stderr);
    let checked = run_in(folder.path(), &["check"]);
    assert!(!checked.stderr.contains("anchor"), "{}", checked.stderr);
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
    for (path, link) in [
        ("locales/ru/privacy.ftl", "Назад [вверх](#top)"),
        ("dist/site/en/privacy/index.html", "<a href=\"#top\">up</a>"),
        ("dist/site/ru/privacy/index.html", "<a href=\"#top\">вверх</a>"),
        ("dist/jekyll/en/privacy.md", "[up](#top)"),
        ("dist/app/privacy/en/privacy.json", "<a href=\\\"#top\\\">up</a>"),
        ("dist/text/en/privacy.txt", "\n\nGo up\n\n"),
        (
            "dist/site/en/terms-of-use/index.html",
            "<a href=\"../../en/privacy/index.html\">more</a>",
        ),
    ] {
        let text = read(folder.path(), path);
        assert!(text.contains(link), "{path}: no {link} in {text}");
    }
    // Nobody but its author knows where a link to nothing but `#` is to lead.
    let law = read(folder.path(), "locales/en/terms-of-use.ftl")
        .replace("[more](policy:privacy)", "[more](#)");
    write(folder.path(), "locales/en/terms-of-use.ftl", law);
    let checked = run_in(folder.path(), &["check"]);
    assert_eq!(checked.stderr.matches("error[").count(), 1, "{}", checked.stderr);
    assert!(checked.stderr.contains("`#top` is the top of the page"), "{}", checked.stderr);
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
