//! Pages before the eyes of real tools: an HTML validator, axe-core in
//! Chromium, Jekyll. Where a tool is missing the test says that it was skipped;
//! with `EREJE_REQUIRE_TOOLS` set, as in CI, it fails.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::path::Path;
use std::process::Command;

use support::{Ran, Sandbox, TempDir, ereje, root, tools, tree};

/// A day on which version 1.0 of the shipped policy is in force, and 2.0 is
/// announced.
const BEFORE: &str = "2026-12-01";

/// What a folder's policies come out as, in a temporary folder.
fn generated(workspace: &Path, options: &[&str]) -> TempDir {
    let out = tempfile::tempdir().expect("a folder");
    let mut command = ereje();
    command.arg("--workspace").arg(workspace).arg("generate").args(options);
    let ran = Ran::of(command.arg("--out").arg(out.path()).output().expect("ereje runs"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    out
}

fn run(command: &mut Command) {
    let output = command.current_dir(root().join("checks")).output().expect("the tool runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}

#[test]
fn pages_are_valid_and_accessible() {
    if !tools(&["node", "chromium", "checks/node_modules"]) {
        return;
    }
    let shipped = generated(&root(), &["--on", BEFORE]);
    let orchard = Sandbox::copy_of(&root().join("tests/cases/orchard/input"));
    let orchard = generated(orchard.path(), &[]);
    let draft = Sandbox::new();
    draft.write("locales/ru/privacy.ftl", "title = Черновик\n");
    // A table that is wider than a screen, and than paper.
    let row = |cell: &str| format!("    |{}\n", format!(" {cell} |").repeat(12));
    let table = [row("Recipients"), row("---"), row("Processors")].concat();
    let table = format!("use =\n    Why {{ -app }} does it.\n\n{table}    .heading");
    draft.edit("locales/en/privacy.ftl", "use = Why { -app } does it.\n    .heading", &table);
    let draft = generated(draft.path(), &["--draft"]);
    // A page that `diff` makes stands alone.
    let compared = tempfile::tempdir().expect("a folder");
    let mut diff = ereje();
    diff.arg("--workspace").arg(root()).args(["diff", "1.0", "2.0", "--format", "html"]);
    let ran = Ran::of(diff.output().expect("ereje runs"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    std::fs::create_dir(compared.path().join("site")).expect("made");
    std::fs::write(compared.path().join("site/index.html"), ran.stdout).expect("written");
    // So does the report for the owner.
    let reported = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(reported.path().join("site")).expect("made");
    let past = Sandbox::after_one();
    past.edit("locales/ru/privacy.ftl", "это делает", "это и делает");
    past.release("2026-03-01", "2026-03-01", &["--action", "none"]);
    let ran = past.run(&["history", "report", "--on", "2026-12-31"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let page = past.read("privacy-history.html");
    assert!(page.contains("id=\"f1\"") && page.contains("class=\"redline\""));
    std::fs::write(reported.path().join("site/index.html"), page).expect("written");
    let all = [&shipped, &orchard, &draft, &compared, &reported].map(|out| out.path().join("site"));
    run(Command::new("node").arg("pages.mjs").args(&all));
    // The validator of the W3C, which looks at style sheets too.
    if tools(&["java", "checks/node_modules/vnu-jar"]) {
        let mut nu = Command::new("java");
        nu.args(["-jar", "node_modules/vnu-jar/build/dist/vnu.jar", "--errors-only"]);
        run(nu.arg("--skip-non-html").args(&all).arg(shipped.path().join("app")));
    }
}

/// The orchard's privacy policy with two versions, of which the second one has other
/// values and lacks two items of a list.
fn orchard_with_two_versions() -> Sandbox {
    let orchard = Sandbox::copy_of(&root().join("tests/cases/orchard/input"));
    let release = |published: &str, effective: &str| {
        let days = ["--published", published, "--effective", effective];
        let ran = orchard.run(&[&["release", "orchard-privacy"], &days[..]].concat());
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    };
    for locale in ["en", "de", "ar", "ja", "th", "zh-Hant"] {
        let starter = root().join(format!("crates/ereje-cli/starter/{locale}/notice.ftl"));
        let notice = std::fs::read_to_string(starter).expect("a starter");
        orchard.write(&format!("locales/{locale}/notice.ftl"), notice);
        let texts = format!("locales/{locale}/orchard-privacy.ftl");
        orchard.edit(&texts, "\ntitle = ", "\nshort-title = Orchard\ntitle = ");
    }
    release("2026-01-01", "2026-02-01");
    let plan = "policies/orchard-privacy/policy.toml";
    orchard.edit(
        plan,
        "published = 2023-02-28\n",
        "former-permalinks = [\"{locale}/orchard\", \"{locale}.html\"]\n",
    );
    let values = [("\"100 days", "\"60 days"), ("1000000", "2000000"), ("10 years", "12 years")];
    for (old, new) in [&values[..], &[("+49 30 901820", "+7 700 123-45-67")]].concat() {
        orchard.edit(plan, old, new);
    }
    for locale in ["en", "de", "ar", "ja", "th", "zh-Hant"] {
        let texts = format!("locales/{locale}/orchard-privacy.ftl");
        orchard.edit(&texts, "tel:+4930901820", "tel:+77001234567");
    }
    for item in ["data-name", "data-address"] {
        let clause = format!("[[clause]]\nid = \"{item}\"\nkind = \"item\"\nlevel = 2\n\n");
        orchard.edit(plan, &clause, "");
        for locale in ["en", "de", "ar", "ja", "th", "zh-Hant"] {
            let texts = format!("locales/{locale}/orchard-privacy.ftl");
            let mut is_item = false;
            let kept = |line: &&str| {
                is_item = line.starts_with(item) || (is_item && line.starts_with(' '));
                !is_item
            };
            let text = orchard.read(&texts);
            let lines: String = text.split_inclusive('\n').filter(kept).collect();
            orchard.write(&texts, lines);
        }
    }
    release("2026-03-01", "2026-04-01");
    orchard
}

#[test]
fn what_changed_is_told_by_name_and_in_order() {
    let orchard = orchard_with_two_versions();
    let out = generated(orchard.path(), &["--on", "2026-03-10"]);
    let files = tree(out.path());
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    // An item by its own words, and not as the heading above it.
    let redline = "orchard/en/privacy/changes/1.0-2.0";
    let name = "What we collect · your name and e-mail address";
    let page = text(&format!("site/{redline}/index.html"));
    assert!(page.contains(&format!("Removed:</span> <a href=\"#data-name\">{name}</a>")), "{page}");
    assert!(
        page.contains(&format!("<h2 id=\"__data-name\" class=\"what\">Removed: {name}</h2>")),
        "{page}"
    );
    let jekyll = text(&format!("jekyll/{redline}.md"));
    assert!(
        jekyll.contains("## Removed: What we collect · your name and e-mail address {#data-name}")
    );
    let changelog = text("site/orchard/en/privacy/changes/index.html");
    assert!(changelog.contains(&format!("#data-name\">{name}</a>")), "{changelog}");
    let log = orchard.run(&["log", "orchard-privacy", "--locale", "en"]).stdout;
    assert!(log.contains(&format!("  - Removed: {name} (data-name)\n")), "{log}");
    // What is not on the page is linked to where it is.
    assert!(
        page.contains("href=\"../../../../../orchard/en/privacy/2.0/index.html#data\">“What we")
    );
    assert!(jekyll.contains("({{ '/orchard/en/privacy/2.0/' | relative_url }}#data)"), "{jekyll}");
    let diff = ["diff", "1.0", "2.0", "--policy", "orchard-privacy", "--locale", "en", "--format"];
    let alone = orchard.run(&[&diff[..], &["html"]].concat()).stdout;
    assert!(alone.contains("“What we collect”") && !alone.contains("href=\"#data\""), "{alone}");
    // From right to left too, the old value comes first.
    let arabic = text("jekyll/orchard/ar/privacy/changes/1.0-2.0.md");
    let isolated = |name: &str, value: &str| {
        let auto = "<span markdown=\"span\" dir=\"auto\">";
        format!("<{name} markdown=\"span\" dir=\"rtl\">{auto}{value}</span></{name}>")
    };
    let both = isolated("del", "1,000,000\u{a0}JPY") + &isolated("ins", "2,000,000\u{a0}JPY");
    assert!(arabic.contains(&both), "{arabic}");
    if tools(&["node", "chromium", "checks/node_modules"]) {
        let redlines = out.path().join("site/orchard");
        run(Command::new("node").arg("pages.mjs").arg(redlines));
    }
}

#[test]
fn the_documented_receipts_of_a_web_app_hold() {
    if !tools(&["node"]) {
        return;
    }
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-01", &["--action", "consent"]);
    sandbox.generate();
    let mut command = Command::new("node");
    command.current_dir(root().join("checks")).arg("receipts.mjs").arg(sandbox.at("dist"));
    let output = command.args(["app", "2026-03-02", "ru"]).output().expect("node runs");
    let made = Ran::of(output);
    assert_eq!((made.status, made.stderr.as_str()), (0, ""));
    // They are of now, which is another day each time.
    let time = |line: &str| line.split("\"time\":\"").nth(1).map(|rest| rest[..24].to_owned());
    let mut text = made.stdout.clone();
    for now in made.stdout.lines().filter_map(time) {
        text = text.replace(&now, "2026-03-02T09:00:00Z");
    }
    sandbox.write("receipts.jsonl", text);
    let ran = sandbox.run(&["verify", "--receipt", "receipts.jsonl"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let said: Vec<&str> = ran.stdout.lines().skip(1).collect();
    let at = "version 2.0 of privacy in ru at 2026-03-02T09:00:00Z";
    let expected = [
        format!("receipts.jsonl:1: the reader consented to {at}"),
        format!("receipts.jsonl:2: the reader declined {at}"),
    ];
    assert_eq!(said, expected);
}

/// Two versions of a policy whose text has a relative link.
fn with_link_to_changes(permalink: &str, link: &str, outputs: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let accepted = "unsafe-link = { level = \"off\", reason = \"pages of our own site\" }";
    let settings = format!("{}{outputs}\n[lints]\n{accepted}\n", sandbox.read("ereje.toml"));
    sandbox.write("ereje.toml", settings);
    let title = "title = \"{title}\"";
    let front_matter = format!("[front-matter]\n{title}\npermalink = \"{permalink}\"\n\n[facts]");
    sandbox.edit(support::POLICY, "[facts]", &front_matter);
    for (locale, words) in [("en", "What"), ("ru", "Что")] {
        let texts = format!("locales/{locale}/privacy.ftl");
        sandbox.edit(&texts, &format!("intro = {words}"), &format!("intro = [1]({link}) {words}"));
    }
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    for locale in ["en", "ru"] {
        sandbox.edit(&format!("locales/{locale}/privacy.ftl"), "intro = [1]", "intro = Now [1]");
    }
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    sandbox
}

#[test]
fn jekyll_builds_what_readers_should_see() {
    if !tools(&["node", "jekyll", "checks/node_modules"]) {
        return;
    }
    let orchard = orchard_with_two_versions();
    let orchard = (orchard.path().to_owned(), "orchard/ar/privacy/changes/1.0-2.0/", "2026-03-10");
    // Links that a text has to pages of its site, served as folders and as files.
    let folders = with_link_to_changes("/{permalink}/", "changes/index.html", "");
    let folders = (folders.path().to_owned(), "/app/en/privacy/changes/1.0-1.1/", "2026-03-10");
    let alone = "\n[outputs.html]\nenabled = false\n";
    let files = with_link_to_changes("{permalink}", "privacy/changes", alone);
    let files = (files.path().to_owned(), "app/en/privacy/changes/1.0-1.1/", "2026-03-10");
    let shipped = (root(), "kazkey/ru/privacy_policy", BEFORE);
    for (workspace, page, on) in [shipped, orchard, folders, files] {
        let out = generated(&workspace, &["--on", on]);
        let mut command = Command::new("./jekyll.sh");
        run(command.arg(out.path().join("jekyll")).arg(out.path().join("text")).arg(page));
    }
}

#[test]
fn the_shipped_policy_is_what_it_should_be() {
    let out = generated(&root(), &["--on", BEFORE]);
    let files = tree(out.path());
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let dates =
        [("ru", "12 декабря 2017 г."), ("kk", "2017 ж. 12 желтоқсан"), ("en", "December 12, 2017")];
    for (locale, date) in dates {
        let page = format!("kazkey/{locale}/privacy_policy");
        for path in [
            format!("site/{page}/index.html"),
            format!("jekyll/{page}.md"),
            format!("text/{page}.txt"),
            format!("app/kazkey/{locale}/kazkey-privacy.json"),
        ] {
            assert!(text(&path).contains(date), "{path} has no {date}");
        }
        let html = text(&format!("site/{page}/index.html"));
        assert!(html.len() < 30 << 10, "the page of {locale} has {} bytes", html.len());
        assert!(html.contains("href=\"mailto:kazkey.support@shyngys.com\""));
        assert!(html.contains("hreflang=\"x-default\""));
        assert!(!html.contains("<script"));
        let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
        assert!(style.is_some_and(|style| style.len() < 10 << 10), "{style:?}");
    }
    assert!(text("jekyll/kazkey/ru/privacy_policy.md").starts_with(
        "---\ntitle: \"Политика конфиденциальности KazKey\"\n\
         description: \"Политика конфиденциальности KazKey\"\n\
         permalink: \"kazkey/ru/privacy_policy\"\nsitemap: false\nauthor_profile: false\n---\n"
    ));
}

#[test]
fn the_shipped_policy_changes_on_its_day() {
    let page = |day: &str, path: &str| {
        let out = generated(&root(), &["--on", day]);
        String::from_utf8_lossy(&tree(out.path())[path]).into_owned()
    };
    let path = "text/kazkey/en/privacy_policy.txt";
    assert!(!page("2026-12-22", path).contains("crash report"));
    assert!(page("2026-12-23", path).contains("crash report"));
    assert!(page("2026-12-23", path).contains("last updated on November 23, 2026"));
    let notices = page("2026-12-22", "app/kazkey/notices.json");
    let later = page("2026-12-23", "app/kazkey/notices.json");
    assert_eq!(notices, later, "apps switch by themselves");
}

#[test]
fn a_new_workspace_generates_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = "en,ar,de,es,fa,fr,he,hi,it,ja,kk,ko,nl,pl,pt,ru,th,tr,uk,zh-Hans,zh-Hant,sv";
    let mut command = ereje();
    command.current_dir(folder.path()).args([
        "init",
        "new",
        "--policy",
        "privacy",
        "--locales",
        all,
    ]);
    let ran = Ran::of(command.output().expect("ereje runs"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("no starter text in `sv`"), "{}", ran.stdout);
    let out = generated(&folder.path().join("new"), &[]);
    let pages = tree(out.path()).into_keys().filter(|path| path.starts_with("text/")).count();
    assert_eq!(pages, 21);
    // Again it begins the language that waits for a person; then there is nothing left.
    let again = Ran::of(command.output().expect("ereje runs"));
    assert!(again.stdout.contains("began sv\n"), "{}{}", again.stdout, again.stderr);
    let again = Ran::of(command.output().expect("ereje runs"));
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("is the source of `privacy`"), "{}", again.stderr);
}

#[test]
fn a_new_workspace_can_be_released_in_every_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = "en,ar,de,es,fa,fr,he,hi,it,ja,kk,ko,nl,pl,pt,ru,th,tr,uk,zh-Hans,zh-Hant";
    let run = |arguments: &[&str]| {
        let mut command = ereje();
        let ran = command.current_dir(folder.path()).args(arguments).output();
        let ran = Ran::of(ran.expect("ereje runs"));
        assert_eq!(ran.status, 0, "{arguments:?}: {}", ran.stderr);
        ran
    };
    run(&["init", ".", "--policy", "privacy", "--locales", all]);
    let release = ["release", "privacy", "--published"];
    run(&[&release[..], &["2026-01-01", "--effective", "2026-01-01"]].concat());
    let plan = folder.path().join("policies/privacy/policy.toml");
    let text = std::fs::read_to_string(&plan).expect("read");
    let dated = text.lines().find(|line| line.starts_with("published = ")).expect("a date");
    let text = text.replace(dated, "");
    let clause = "[[clause]]\nid = \"retention\"\ntopics = [\"retention\"]\n\n";
    assert!(text.contains(clause));
    std::fs::write(&plan, text.replace(clause, "") + "\n" + clause).expect("written");
    // The longest dates of the year.
    let days = ["2026-09-20", "--effective", "2026-09-28", "--action", "inform"];
    run(&[&release[..], &days].concat());
    let out = generated(folder.path(), &["--on", "2026-09-21"]);
    let files = tree(out.path());
    for locale in all.split(',') {
        let path = format!("site/example/{locale}/privacy/changes/1.0-1.1/index.html");
        let known = files.keys().filter(|path| path.contains("/changes/")).count();
        assert!(files.contains_key(&path), "{path} is none of {known}");
    }
}

#[test]
fn a_notice_reaches_its_reader() {
    if !tools(&["node", "chromium", "checks/node_modules"]) {
        return;
    }
    let shipped = generated(&root(), &["--on", BEFORE]);
    run(Command::new("node").arg("notices.mjs").arg(shipped.path()).arg("kazkey"));
}

#[test]
fn the_component_passes_the_vectors_and_is_small() {
    if !tools(&["node"]) {
        return;
    }
    run(Command::new("node").arg("vectors.mjs"));
}
