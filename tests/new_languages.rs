//! Languages that begin in a workspace, from the command to the release.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::records::ok;
use support::{FIRST, POLICY, Ran, Sandbox};

const DE: &str = "locales/de/privacy.ftl";

/// The list of languages for tools of Mozilla's.
const L10N: (&str, &str) = (
    "l10n.toml",
    "basepath = \".\"\nlocales = [\"ru\"]\n\n[[paths]]\nreference = \"locales/en/*.ftl\"\n\
     l10n = \"locales/{locale}/*.ftl\"\n",
);

fn began(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    let ran = sandbox.run(&[&["init"], arguments].concat());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    ran
}

/// A workspace in which German has begun.
fn german() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(L10N.0, L10N.1);
    began(&sandbox, &["--locales", "de"]);
    sandbox
}

#[test]
fn translators_get_the_files_to_fill_in() {
    let sandbox = Sandbox::new();
    sandbox.write(L10N.0, L10N.1);
    let english = "# Where readers write to.\ncontact = Write";
    sandbox.edit("locales/en/privacy.ftl", "contact = Write", english);
    sandbox.edit(POLICY, "id = \"intro\"", "id = \"first\"");
    sandbox.edit(POLICY, "id = \"use\"", "id = \"intro\"");
    sandbox.edit(POLICY, "id = \"first\"", "id = \"use\"");
    let ran = began(&sandbox, &["--locales", "de, pt-BR"]);
    for line in [
        "began de, pt-BR\n",
        "  locales/de/privacy.ftl\n",
        "  l10n.toml\n",
        "notice.ftl is there in the words of de, pt-BR: read it\n",
        "export --format xliff --locale de --locale pt-BR\n",
    ] {
        assert!(ran.stdout.contains(line), "{line}: {}", ran.stdout);
    }
    assert!(ran.stdout.ends_with("status --locale de --locale pt-BR\n"), "{}", ran.stdout);
    assert!(sandbox.read(POLICY).contains("locales = [\"en\", \"ru\", \"de\", \"pt-BR\"]"));
    assert!(sandbox.read("l10n.toml").contains("locales = [\"ru\", \"de\", \"pt-BR\"]"));
    assert!(sandbox.read("locales/pt-BR/notice.ftl").contains("language-name = Português"));
    let terms = sandbox.read("locales/de/terms.ftl");
    assert!(terms.ends_with("\n\n# -app = App\n"), "{terms}");
    let text = sandbox.read(DE);
    assert!(text.starts_with("### `privacy`, translated from `en`."), "{text}");
    let expected = "\n\n# title = Privacy policy\n\n# description = How App treats your data\n\n\
                    # last-updated = **Last updated on { DATETIME($published) }**\n\n\
                    # use = Why { -app } does it.\n#     .heading = Use\n\n\
                    # intro = What { -app } does.\n\n# Where readers write to.\n\
                    # contact = Write to <{ $mail }>.\n#     .heading = Contact\n";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn what_waits_is_missing_and_told_once() {
    let sandbox = german();
    let ran = sandbox.run(&["check", "--locale", "de"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("error[empty-file]: nothing in this file is translated yet"));
    assert!(ran.stderr.contains("take away the `# ` before each message"), "{}", ran.stderr);
    sandbox.edit(DE, "# title = Privacy policy", "title = Datenschutz");
    let ran = sandbox.run(&["check", "--locale", "de"]);
    assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("5 messages are not translated yet"), "{}", ran.stderr);
    assert!(ran.stderr.contains("\n         line 11: intro\n"), "{}", ran.stderr);
    let ran = sandbox.run(&["status", "--locale", "de"]);
    assert!(ran.stdout.contains("de      1 of 6        5"), "{}", ran.stdout);
    let words = "`contact` is not translated: there is nothing to confirm";
    sandbox.refuses(&["confirm", "privacy", "de", "contact"], 2, words);
    let before = sandbox.read(DE);
    sandbox.run(&["check", "--fix=unsafe"]);
    assert_eq!(sandbox.read(DE), before);
    let ran = sandbox.run(&["generate", "--draft"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning[missing-clause]: 5 messages are not translated yet"));
    assert!(sandbox.read("dist/text/app/de/privacy.txt").contains("Datenschutz"));
    // A term that waits is told as what it is.
    sandbox.edit(DE, "title = Datenschutz", "title = Datenschutz { -app }");
    let ran = sandbox.run(&["check", "--locale", "de"]);
    let hint = "help: take away the `# ` before `-app` in locales/de/terms.ftl";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    sandbox.write("locales/de/terms.ftl", "-apt = Wohnung\n\n# -app = App\n");
    sandbox.run(&["check", "--fix=unsafe"]);
    assert!(sandbox.read(DE).contains("{ -app }"));
    // Of one alone the place is shown.
    for left in ["", "# intro = What { -app } does.\n"] {
        let page = "title = D\ndescription = D\nlast-updated = D\n";
        sandbox.write(DE, format!("{page}use = D\n{left}contact = D\n"));
        let ran = sandbox.run(&["check", "--locale", "de", "--rule", "missing-clause"]);
        let waits = !left.is_empty();
        let told = if waits { "`intro` is not translated yet" } else { "`intro` is missing" };
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
        assert_eq!(ran.stderr.contains("take away the `# `"), waits, "{}", ran.stderr);
    }
}

#[test]
fn a_language_without_a_starter_text_has_its_sentences_to_translate() {
    let sandbox = Sandbox::new();
    let ran = began(&sandbox, &["--locales", "tlh"]);
    assert!(!ran.stdout.contains("read it"), "{}", ran.stdout);
    let notice = sandbox.read("locales/tlh/notice.ftl");
    assert!(notice.contains("\n# language-name = English\n"), "{notice}");
    assert!(notice.lines().all(|line| line.is_empty() || line.starts_with('#')), "{notice}");
    let ran = sandbox.run(&["check", "--locale", "tlh"]);
    assert_eq!(ran.stderr.matches("error[empty-file]").count(), 2, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("error[").count(), 2, "{}", ran.stderr);
    // A draft shows the page all the same.
    let ran = sandbox.run(&["generate", "--draft"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let page = || sandbox.read("dist/site/app/tlh/privacy/index.html");
    assert!(page().contains(">tlh<"), "{}", page());
    let named = "language-name = tlhIngan Hol";
    sandbox.edit("locales/tlh/notice.ftl", "# language-name = English", named);
    let ran = sandbox.run(&["generate", "--draft"]);
    let told = "messages are not translated yet\n--> locales/tlh/notice.ftl";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(page().contains(">tlhIngan Hol<"), "{}", page());
    // Those of the source are followed as they change.
    sandbox.edit("locales/en/notice.ftl", "Not yet translated", "Nobody translated it yet");
    assert_eq!(sandbox.run(&["generate", "--draft"]).status, 0);
    assert!(page().contains("Nobody translated it yet; shown in English"), "{}", page());
    // What else is wrong with the sentences stops a draft, too.
    sandbox.edit("locales/tlh/notice.ftl", "= tlhIngan Hol", "= tlhIngan { -none }");
    for command in [&["generate", "--draft"][..], &["generate"]] {
        let ran = sandbox.run(command);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
    }
}

/// A delivery of all texts of the workspace in German.
fn delivered(sandbox: &Sandbox) -> Ran {
    assert_eq!(sandbox.run(&["export", "--format", "xliff", "--locale", "de"]).status, 0);
    let text = sandbox.read("export/de/privacy.xlf");
    assert!(!text.contains("<target"), "{text}");
    let mut parts = text.split("<source>");
    let mut back = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (source, rest) = part.split_once("</source>").expect("a source");
        let mut target = format!(">{source}<");
        for (english, german) in [
            ("Privacy policy", "Datenschutz"),
            ("How App treats your data", "Wie App Daten behandelt"),
            ("Last updated on ", "Stand vom "),
            ("What ", "Was es tut: "),
            ("Why ", "Warum: "),
            (" does it.", "."),
            (" does.", "."),
            ("Write to ", "Schreiben Sie an "),
            (">Use<", ">Zweck<"),
            (">Contact<", ">Kontakt<"),
        ] {
            target = target.replace(english, german);
        }
        let target = &target[1..target.len() - 1];
        back += &format!("<source>{source}</source><target>{target}</target>{rest}");
    }
    sandbox.write("back.xlf", back);
    let ran = sandbox.run(&["import", "back.xlf"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    ran
}

#[test]
fn what_comes_back_takes_the_place_of_what_waits() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&FIRST).status, 0);
    sandbox.edit(POLICY, "published = 2017-12-12\n", "");
    let english = "# Where readers write to.\ncontact = Write";
    sandbox.edit("locales/en/privacy.ftl", "contact = Write", english);
    began(&sandbox, &["--locales", "de"]);
    sandbox.edit("locales/de/terms.ftl", "# -app", "-app");
    let release = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
    let ran = sandbox.run(&release);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("nothing in this file is translated yet"), "{}", ran.stderr);
    let ran = delivered(&sandbox);
    let told = "changed 6 messages in locales/de/privacy.ftl";
    assert!(ran.stdout.starts_with(told), "{}", ran.stdout);
    let text = sandbox.read(DE);
    assert!(!text.contains("# title") && !text.contains("Privacy policy"), "{text}");
    let end = "\n\n# Where readers write to.\ncontact = Schreiben Sie an <{ $mail }>.\n    \
               .heading = Kontakt\n";
    assert!(text.ends_with(end), "{text}");
    let ran = sandbox.run(&["check", "--locale", "de"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let ran = sandbox.run(&["status", "--require-complete"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let ran = sandbox.run(&release);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    sandbox.generate();
    assert!(sandbox.read("dist/text/app/de/privacy.txt").contains("Datenschutz"));
}

#[test]
fn a_language_that_begins_with_a_delivery_joins_the_list_of_languages() {
    let sandbox = Sandbox::new();
    sandbox.write(L10N.0, L10N.1);
    sandbox.edit(POLICY, "\"ru\"", "\"ru\", \"de\"");
    // Its terms are there already.
    sandbox.write("locales/de/terms.ftl", "-app = App\n");
    sandbox.write("locales/de/notice.ftl", sandbox.read("locales/en/notice.ftl"));
    let ran = delivered(&sandbox);
    assert!(ran.stdout.starts_with("changed 6 messages"), "{}", ran.stdout);
    assert!(sandbox.read("l10n.toml").contains("locales = [\"ru\", \"de\"]"));
}

#[test]
fn what_is_there_stays_and_is_completed() {
    let sandbox = german();
    let words = "`privacy` has the language `de` already";
    let ran = sandbox.refuses(&["init", "--locales", "de"], 2, words);
    let hint = "left to translate: `ereje status --locale de`\n";
    assert!(ran.stderr.ends_with(hint), "{}", ran.stderr);
    // A page is no file of translations: it does not replace one either.
    sandbox.write("page.md", "# Datenschutz\n\nWas App tut.\n");
    let page = ["import", "page.md", "--policy", "privacy", "--locale", "de"];
    let ran = sandbox.refuses(&page, 2, "is there already with other text");
    let hint = "nothing is translated in it: remove it, and import the page again\n";
    assert!(ran.stderr.ends_with(hint), "{}", ran.stderr);
    sandbox.edit(DE, "# title = Privacy policy", "title = Datenschutz");
    // A further policy has not the languages that it does not name.
    began(&sandbox, &["--policy", "cookies", "--locales", "ru"]);
    let ran = began(&sandbox, &["--locales", "de"]);
    assert!(ran.stdout.contains("  locales/de/cookies.ftl\n"), "{}", ran.stdout);
    assert!(!ran.stdout.contains(DE) && !ran.stdout.contains("notice.ftl"), "{}", ran.stdout);
    assert!(sandbox.read(DE).contains("title = Datenschutz"));
    let ran = began(&sandbox, &["--policy", "cookies", "--locales", "de,fr"]);
    assert!(ran.stdout.contains("`cookies` has the language `de` already\n"), "{}", ran.stdout);
    assert!(!sandbox.at("locales/fr/privacy.ftl").exists());
    assert!(!sandbox.read(POLICY).contains("\"fr\""));
    // Who names a language by hand is told the command, which writes what is missing.
    sandbox.edit(POLICY, "\"de\"]", "\"de\", \"it\"]");
    let told = "`ereje init --locales it` begins it";
    for path in ["locales/it", "locales/it/privacy.ftl", "locales/it/notice.ftl"] {
        if sandbox.at(path).exists() {
            sandbox.remove(path);
        }
        let ran = sandbox.run(&["check"]);
        assert!(ran.stderr.contains(told), "{path}: {}", ran.stderr);
        began(&sandbox, &["--locales", "it", "--policy", "privacy"]);
        assert!(sandbox.at("locales/it/privacy.ftl").exists(), "{path}");
    }
    assert!(sandbox.at("locales/it/notice.ftl").exists());
    // Where the policy alone lacks it, the policy gets it.
    sandbox.edit(POLICY, ", \"it\"]", "]");
    began(&sandbox, &["--locales", "it", "--policy", "privacy"]);
    assert!(sandbox.read(POLICY).contains("\"de\", \"it\"]"));
}

#[test]
fn a_language_that_comes_back_is_no_former_one() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&FIRST).status, 0);
    sandbox.edit(POLICY, "published = 2017-12-12\n", "former-locales = [\"ru\"]\n");
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"en\"]");
    sandbox.remove("locales/ru/privacy.ftl");
    let ran = began(&sandbox, &["--locales", "ru"]);
    let plan = sandbox.read(POLICY);
    assert!(plan.contains("locales = [\"en\", \"ru\"]"), "{plan}");
    assert!(plan.contains("former-locales = []"), "{plan}");
    let told = "`privacy` was in `ru` before: its last texts are in your history";
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
    assert!(sandbox.at("locales/ru/privacy.ftl").exists());
    // Where its texts are there still, nothing stands behind marks.
    sandbox.edit(POLICY, "locales = [\"en\", \"ru\"]", "locales = [\"en\"]");
    let ran = began(&sandbox, &["--locales", "ru"]);
    assert!(ran.stdout.contains("its texts are there from before"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("take away"), "{}", ran.stdout);
}

#[test]
fn what_can_not_begin_is_told_in_a_sentence() {
    let sandbox = Sandbox::new();
    for (locales, words, hint) in [
        ("en", "`en` is the source of `privacy`", "name a language to translate it into"),
        ("pt_BR", "`pt_BR` is not how this locale is written", "write `pt-BR`"),
        ("german", "`german` is no locale", "write `de`"),
        ("Deutsch", "`Deutsch` is no locale", "write `de`"),
        ("Chinese", "`Chinese` is no locale", "write `zh-Hans` or `zh-Hant`"),
        ("klingon", "`klingon` is no locale", "write a BCP 47 tag"),
        ("de,,fr", "names no language before or after a comma", "write it without spaces"),
    ] {
        let ran = sandbox.refuses(&["init", "--locales", locales], 2, words);
        assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    }
    let source = ["init", "--locales", "de", "--source-locale", "ru"];
    sandbox.refuses(&source, 2, "--source-locale is for a policy that is new");
    let ran = sandbox.refuses(&["status", "--locale", "de"], 2, "no policy has the locale `de`");
    assert!(ran.stderr.contains("`ereje init --locales de` begins another one"), "{}", ran.stderr);
    // A place that is taken, and a source that can not be read, leave all as it is.
    sandbox.write("locales/de", "a file");
    let ran = sandbox.run(&["init", "--locales", "sv,de"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(!sandbox.at("locales/sv").exists() && !sandbox.read(POLICY).contains("sv"));
    sandbox.remove("locales/de");
    sandbox.edit("locales/en/privacy.ftl", "intro = ", "[intro = ");
    let ran = sandbox.run(&["init", "--locales", "de"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.ends_with("nothing was written\n"), "{}", ran.stderr);
    assert!(!sandbox.at("locales/de").exists() && !sandbox.read(POLICY).contains("\"de\""));
}

#[test]
fn a_folder_of_a_workspace_leads_to_it() {
    let sandbox = Sandbox::new();
    let mut command = support::ereje();
    command.args(["init", "--locales", "de"]).current_dir(sandbox.at("locales/en"));
    let ran = Ran::of(command.output().expect("ereje runs"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.at(DE).exists() && !sandbox.at("locales/en/ereje.toml").exists());
    let ran = sandbox.run(&["init", "my own"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let ran = began(&sandbox, &["--locales", "de", "--workspace", "my own"]);
    let end = "status --locale de --workspace \"my own\"\n";
    assert!(ran.stdout.ends_with(end), "{}", ran.stdout);
}

/// A policy in one language, whose address names none.
fn alone() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.remove("locales/ru");
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"en\"]");
    sandbox.edit(POLICY, "{product}/{locale}/{slug}", "privacy");
    sandbox
}

#[test]
fn a_language_that_would_have_the_page_of_another_gets_its_own() {
    let sandbox = alone();
    ok(sandbox.run(&["generate"]));
    let before = sandbox.dist();
    let ran = sandbox.run(&["init", "--locales", "ru,kk"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for tag in ["ru", "kk"] {
        let told =
            format!("its page in {tag} will be at {tag}/privacy: `permalinks` in {POLICY}\n");
        assert!(ran.stdout.contains(&told), "{}", ran.stdout);
    }
    let plan = sandbox.read(POLICY);
    let line = "permalinks = { ru = \"ru/privacy\", kk = \"kk/privacy\" }\n";
    assert!(plan.contains(line), "{plan}");
    let ran = sandbox.run(&["generate", "--draft"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let pages = sandbox.dist();
    assert!(before.keys().all(|path| pages.contains_key(path)), "nothing moves");
    assert!(pages.contains_key("site/kk/privacy/index.html"));
    // So do languages that are for tests alone.
    ok(alone().run(&["generate", "--pseudo"]));
}
