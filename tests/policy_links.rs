//! Links from one policy to another lead to its page in the reader's language, wherever
//! that page is.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::Sandbox;
use support::documents::{
    PRIVACY_EN, PRIVACY_RU, TERMS_EN, TERMS_RU, carry_out, edit, folder, write,
};
use support::pages::{read, run_in};
use support::tree;

const RULES: &str = "policies/rules/policy.toml";

const RULES_EN: &str = "title = Rules\ndescription = Rules of App\nlast-updated = From { $published }\n\
    intro = These are our rules.\nlaw = The law of Kazakhstan holds.\n";
const RULES_RU: &str = "title = Правила\ndescription = Правила App\nlast-updated = С { $published }\n\
    intro = Это наши правила.\nlaw = Применяется право Казахстана.\n";

/// A workspace whose policy links to another one, which is in English alone.
fn linked() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(
        RULES,
        "product = \"app\"\nslug = \"rules\"\nsource-locale = \"en\"\nlocales = [\"en\"]\n\
         permalink = \"{product}/{locale}/{slug}\"\npublished = 2026-01-01\n\n\
         [[clause]]\nid = \"intro\"\n\n[[clause]]\nid = \"law\"\n",
    );
    sandbox.write("locales/en/rules.ftl", RULES_EN);
    for locale in ["en", "ru"] {
        let path = format!("locales/{locale}/privacy.ftl");
        let text = sandbox.read(&path);
        let intro = text.lines().find(|line| line.starts_with("intro = ")).expect("the clause");
        let links = "[Rules](policy:rules), [Law](policy:rules#law).";
        sandbox.write(&path, text.replace(intro, &format!("{intro} {links}")));
    }
    sandbox
}

#[test]
fn a_link_to_a_policy_leads_to_its_page_in_the_language_of_the_text() {
    let sandbox = linked();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    for locale in ["en", "ru"] {
        sandbox.edit(&format!("locales/{locale}/privacy.ftl"), "[Rules]", "*New* [Rules]");
    }
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    let generate = ["generate", "--on", "2026-04-02"];
    assert_eq!(sandbox.run(&generate).status, 0);
    let has = |path: &str, words: &str| {
        let text = sandbox.read(&format!("dist/{path}"));
        assert!(text.contains(words), "{path} lacks {words}: {text}");
    };
    has("site/app/en/privacy/index.html", "<a href=\"../../../app/en/rules/index.html\">Rules</a>");
    has(
        "site/app/en/privacy/index.html",
        "<a href=\"../../../app/en/rules/index.html#law\">Law</a>",
    );
    // Where the policy is not in the language, the text that binds.
    has("site/app/ru/privacy/index.html", "href=\"../../../app/en/rules/index.html#law\"");
    has("site/app/en/privacy/1.0/index.html", "href=\"../../../../app/en/rules/index.html#law\"");
    let redline = "app/en/privacy/changes/1.0-1.1";
    has(&format!("site/{redline}/index.html"), "href=\"../../../../../app/en/rules/index.html\"");
    has("jekyll/app/en/privacy.md", "[Law]({{ '/app/en/rules' | relative_url }}#law)");
    has(&format!("jekyll/{redline}.md"), "[Law]({{ '/app/en/rules' | relative_url }}#law)");
    has("text/app/en/privacy.txt", "Law (/app/en/rules/#law)");
    has("app/app/en/privacy.json", "<a href=\\\"/app/en/rules/#law\\\">Law</a>");
    has("app/app/notices/privacy/1.1.json", "Law (/app/en/rules/#law)");
    // What is frozen names the policy, and no address.
    let frozen = tree(&sandbox.at("policies/privacy/versions/1.0"));
    let named = "policy:rules#law";
    assert!(frozen.values().any(|bytes| String::from_utf8_lossy(bytes).contains(named)));

    // The other policy moves, and is translated: links follow, those of old versions too.
    sandbox.edit(RULES, "slug = \"rules\"", "slug = \"house-rules\"");
    sandbox.edit(RULES, "[\"en\"]", "[\"en\", \"ru\"]");
    sandbox.write("locales/ru/rules.ftl", RULES_RU);
    let ran = sandbox.run(&generate);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    has("site/app/ru/privacy/index.html", "href=\"../../../app/ru/house-rules/index.html#law\"");
    has("site/app/ru/privacy/1.0/index.html", "../../../../app/ru/house-rules/index.html#law");
    has("app/app/notices/privacy/1.1.json", "Law (/app/en/house-rules/#law)");
    let afresh = ["generate", "--on", "2026-04-02", "--check"];
    assert_eq!(sandbox.run(&afresh).status, 0);

    // Where the site is known, files have addresses in full; a page that stands alone, too.
    let alone = ["diff", "1.0", "1.1", "--locale", "en", "--format", "html"];
    let page = sandbox.run(&alone).stdout;
    assert!(page.contains("Rules, Law.") && !page.contains("policy:"), "{page}");
    let settings = "\n[outputs.html]\nbase-url = \"https://a.example/legal\"\n";
    sandbox.write("ereje.toml", sandbox.read("ereje.toml") + settings);
    assert_eq!(sandbox.run(&generate).status, 0);
    let full = "https://a.example/legal/app/en/house-rules/#law";
    has("text/app/en/privacy.txt", &format!("Law ({full})"));
    let page = sandbox.run(&alone).stdout;
    assert!(page.contains(&format!("<a href=\"{full}\">Law</a>")), "{page}");
    let shown = sandbox.run(&["show", "privacy", "--at", "2026-02-02", "--locale", "en"]);
    assert!(shown.stdout.contains(&format!("Law ({full})")), "{}{}", shown.stdout, shown.stderr);
}

#[test]
fn a_link_to_a_policy_that_is_not_there_is_told() {
    let sandbox = linked();
    sandbox.generate();
    let before = tree(&sandbox.at("dist"));
    // A clause that goes is missed where it is linked to, though nothing else changed there.
    sandbox.edit(RULES, "[[clause]]\nid = \"law\"\n", "");
    sandbox.edit("locales/en/rules.ftl", "law = The law of Kazakhstan holds.\n", "");
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 1);
    for locale in ["en", "ru"] {
        let place = format!("locales/{locale}/privacy.ftl:");
        assert!(ran.stderr.contains(&place), "{}", ran.stderr);
    }
    assert!(ran.stderr.contains("`rules` has no clause that is called `law`"), "{}", ran.stderr);
    assert!(tree(&sandbox.at("dist")) == before);

    sandbox.edit("locales/ru/privacy.ftl", "(policy:rules#law)", "(policy:rulez)");
    sandbox.edit("locales/en/privacy.ftl", "(policy:rules#law)", "(../rules.md)");
    let ran = sandbox.run(&["check"]);
    assert!(ran.stderr.contains("no policy is called `rulez`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean `policy:rules`?"), "{}", ran.stderr);
    let hint = "write `policy:rules`, which leads to that policy in each language";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);

    // Of a policy whose plan can not be read nobody knows what is in it.
    sandbox.edit("locales/en/privacy.ftl", "(../rules.md)", "(policy:rules#law)");
    sandbox.edit("locales/ru/privacy.ftl", "(policy:rulez)", "(policy:rules#law)");
    sandbox.write(RULES, "product = ");
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 1);
    assert!(!ran.stderr.contains("broken-policy-link"), "{}", ran.stderr);
}

#[test]
fn links_between_pages_that_come_in_lead_from_policy_to_policy() {
    let privacy = PRIVACY_EN.replace(
        "Write to",
        "See [law](../en/terms.md#law), [all](terms.md), [fees](terms.md#fees), [us](about.md), [site](/terms/#law), [kids](privacy.md#children) or write to",
    );
    let russian =
        PRIVACY_RU.replace("Пишите", "См. [право](terms.md#право), [всё](/ru/terms) или пишите");
    let pages = [
        ("en/privacy.md", privacy.as_str()),
        ("en/terms.md", TERMS_EN),
        ("ru/privacy.md", &russian),
        ("ru/terms.md", TERMS_RU),
    ];
    let folder = folder(&pages);
    run_in(folder.path(), &["import", "docs", "--locale", "en"]);
    let accept = "{ file = \"ru/terms.md\", accept = true }";
    edit(folder.path(), "ru = \"ru/terms.md\"", &format!("ru = {accept}"));
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stderr.contains("broken-policy-link"), "{}", ran.stderr);
    assert!(!read(folder.path(), "ereje.toml").contains("broken-policy-link"));
    let text = read(folder.path(), "locales/en/privacy.ftl");
    let links = "[law](policy:terms-of-use#law), [all](policy:terms-of-use),";
    let site = "[site](policy:terms-of-use#law)";
    let text = text.replace("\n    ", " ");
    assert!(text.contains(links) && text.contains(site), "{text}");
    assert!(text.contains("[kids](#children)"), "{text}");
    // No clause is called so; no page of the plan is.
    assert!(
        text.contains("[fees](policy:terms-of-use)") && text.contains("[us](about.md)"),
        "{text}"
    );
    let text = read(folder.path(), "locales/ru/privacy.ftl").replace("\n    ", " ");
    assert!(
        text.contains("[право](policy:terms-of-use#law), [всё](policy:terms-of-use)"),
        "{text}"
    );
    let verify_ru =
        ["import", "docs/ru/privacy.md", "--policy", "privacy", "--locale", "ru", "--verify"];
    let ran = run_in(folder.path(), &verify_ru);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    // Again nothing, and the page says the same.
    let again = carry_out(folder.path(), &[]);
    assert!(again.stdout.contains("nothing to do"), "{}{}", again.stdout, again.stderr);
    let verify =
        ["import", "docs/en/privacy.md", "--policy", "privacy", "--locale", "en", "--verify"];
    let ran = run_in(folder.path(), &verify);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.stderr, "");
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);

    // The plan says which policy the page became, as long as it is there.
    let texts = read(folder.path(), "locales/en/privacy.ftl");
    let other = texts.replace("[all](policy:terms-of-use)", "[all](policy:privacy)");
    write(folder.path(), "locales/en/privacy.ftl", other);
    let lacks =
        "lacks a link of the page, to terms.md#fees, which the plan made `policy:terms-of-use`";
    run_in(folder.path(), &verify).refused(1, lacks);
    write(folder.path(), "locales/en/privacy.ftl", texts);
    fs::remove_file(folder.path().join("import-plan.toml")).expect("gone");
    let ran = run_in(folder.path(), &verify);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let leads = "where the page leads to terms.md, the policy leads to `policy:terms-of-use`";
    assert!(ran.stderr.contains(leads), "{}", ran.stderr);
    assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
}

#[test]
fn an_anchor_in_any_script_leads_to_its_clause() {
    let privacy = PRIVACY_RU.replace("Пишите", "См. [право](terms.md#право) или пишите");
    let folder = folder(&[("privacy.md", &privacy), ("terms.md", TERMS_RU)]);
    run_in(folder.path(), &["import", "docs", "--locale", "ru"]);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let text = read(folder.path(), "locales/ru/privacy.ftl");
    let plan = read(folder.path(), "policies/terms-of-use/policy.toml");
    let (_, link) = text.split_once("[право](policy:terms-of-use#").expect("a clause");
    let id = link.split(')').next().expect("its end");
    assert!(plan.ends_with(&format!("[[clause]]\nid = \"{id}\"\n")), "{id}: {plan}");
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
}

#[test]
fn a_switcher_of_languages_is_no_text_in_any_language() {
    let with = |line: &str, text: &str| text.replacen("\n\n", &format!("\n\n{line}\n\n"), 1);
    let english = with("[Русский](../privacy.ru.md) | **English**", PRIVACY_EN);
    let russian = with("[English](en/privacy.md) · [Русский](privacy.ru.md)", PRIVACY_RU);
    let folder = folder(&[("en/privacy.md", &english), ("privacy.ru.md", &russian)]);
    run_in(folder.path(), &["import", "docs", "--locale", "en"]);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let told =
        "note[import-navigation]: a line that leads to other pages of this policy is left out";
    assert_eq!(ran.stderr.matches(told).count(), 2, "{}", ran.stderr);
    for (tag, page) in [("en", "docs/en/privacy.md"), ("ru", "docs/privacy.ru.md")] {
        let text = read(folder.path(), &format!("locales/{tag}/privacy.ftl"));
        assert!(!text.contains("Русский") && !text.contains("English"), "{text}");
        let verify = ["import", page, "--policy", "privacy", "--locale", tag, "--verify"];
        let ran = run_in(folder.path(), &verify);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    }
}

#[test]
fn links_that_a_generator_fills_in_lead_from_policy_to_policy() {
    let privacy = PRIVACY_EN.replace(
        "Write to",
        "See [law]({{ site.baseurl }}/terms/#law), [all]({{ '/terms/' | relative_url }}), \
         [it]({% link en/terms.md %}), [this]({{< ref \"terms.md\" >}}), \
         [data]({{ site.data.links.a }}) or write to",
    );
    let terms = format!("---\npermalink: /terms/\n---\n\n{TERMS_EN}");
    let folder = folder(&[("en/privacy.md", &privacy), ("en/terms.md", &terms)]);
    run_in(folder.path(), &["import", "docs", "--locale", "en"]);
    let ran = carry_out(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let text = read(folder.path(), "locales/en/privacy.ftl").replace("\n    ", " ");
    let links = "See [law](policy:terms-of-use#law), [all](policy:terms-of-use), \
                 [it](policy:terms-of-use), [this](policy:terms-of-use), ";
    assert!(text.contains(links), "{text}");
    // What is not known is told, as ever.
    assert_eq!(ran.stderr.matches("warning[import-template]").count(), 1, "{}", ran.stderr);
    let verify =
        ["import", "docs/en/privacy.md", "--policy", "privacy", "--locale", "en", "--verify"];
    let ran = run_in(folder.path(), &verify);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(run_in(folder.path(), &["generate"]).status, 0);
}
