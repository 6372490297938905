//! A text is shown as it was typed, whatever its clauses are called and its facts say.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::Sandbox;

/// The ids of a page, in its order.
fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_clause_may_be_called_as_a_part_of_the_page() {
    let sandbox = Sandbox::new();
    let table =
        |cell: &str| format!("text =\n    Why.\n\n    | a |\n    |---|\n    | {cell} |\n    .");
    sandbox.edit(support::POLICY, "id = \"use\"", "id = \"text\"");
    sandbox.edit(support::POLICY, "id = \"contact\"", "id = \"sides\"");
    for locale in ["en", "ru"] {
        let path = format!("locales/{locale}/privacy.ftl");
        let text = sandbox.read(&path).replace("\ncontact = ", "\nsides = ");
        let (before, rest) = text.split_once("\nuse = ").expect("the clause");
        let (_, heading) = rest.split_once("\n    .").expect("its heading");
        sandbox.write(&path, format!("{before}\n{}{heading}", table("1")));
    }
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    for locale in ["en", "ru"] {
        let path = format!("locales/{locale}/privacy.ftl");
        sandbox.edit(&path, "| 1 |", "| 2 |");
    }
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    sandbox.generate();
    for path in ["", "1.0/", "changes/1.0-2.0/"] {
        let page = sandbox.read(&format!("dist/site/app/en/privacy/{path}index.html"));
        let mut all = ids(&page);
        assert!(page.contains(" aria-labelledby=\"__text\">") && all.contains(&"__text"), "{page}");
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count, "{path}: {all:?}");
    }
}

#[test]
fn emphasis_of_a_fact_hangs_on_no_sign_in_it() {
    let sandbox = Sandbox::new();
    let maker = "[facts]\nmaker = { text = \"(Example)\" }\n";
    sandbox.edit(support::POLICY, "[facts]\n", maker);
    for (locale, word) in [("en", "The"), ("ru", "Эта")] {
        let path = format!("locales/{locale}/privacy.ftl");
        sandbox.edit(&path, "intro = ", &format!("intro = {word}**{{ $maker }}**x. "));
    }
    let ran = sandbox.run(&["check"]);
    assert_eq!((ran.status, ran.stderr.contains("markup-mismatch")), (0, false), "{}", ran.stderr);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.generate();
    let bdi = "The<strong><bdi>(Example)</bdi></strong>x. ";
    for (path, shown) in [
        ("site/app/en/privacy/index.html", bdi),
        ("site/app/en/privacy/1.0/index.html", bdi),
        (
            "jekyll/app/en/privacy.md",
            "The**<span markdown=\"span\" dir=\"auto\">(Example)</span>**x. ",
        ),
        ("text/app/en/privacy.txt", "The\u{2068}(Example)\u{2069}x. "),
        ("app/app/en/privacy.json", "The\u{2068}(Example)\u{2069}x. "),
        ("app/app/en/privacy.json", "The<strong><bdi>(Example)</bdi></strong>x. "),
    ] {
        let text = sandbox.read(&format!("dist/{path}"));
        assert!(text.contains(shown), "{path}\n{text}");
    }
}

#[test]
fn a_clause_that_was_renamed_in_the_plan_alone_is_not_told_to_be_removed() {
    let sandbox = Sandbox::new();
    sandbox.edit(support::POLICY, "id = \"use\"", "id = \"purposes\"");
    let told = sandbox.run(&["check", "--locale", "en"]).stderr;
    assert!(told.contains("`use` is on no page of this policy"), "{told}");
    assert!(told.contains("if it is the text of `purposes`, call it so; else"), "{told}");
    // Which of several it was nobody knows.
    sandbox.edit(support::POLICY, "id = \"contact\"", "id = \"addresses\"");
    let told = sandbox.run(&["check", "--locale", "en"]).stderr;
    assert_eq!(told.matches("help: remove it, or add a clause of this id").count(), 2, "{told}");
}

/// The owner renames a fact: one act of theirs, however many texts use it.
#[test]
fn a_fact_that_was_renamed_is_told_once_and_mended_everywhere() {
    let sandbox = Sandbox::new();
    let old = ["en", "ru"].map(|tag| sandbox.read(&format!("locales/{tag}/privacy.ftl")));
    for path in ["locales/en/privacy.ftl", "locales/ru/privacy.ftl"] {
        sandbox.edit(path, "<{ $mail }>.", "<{ $mail }>,\n    <{ $mail }>.");
    }
    sandbox.edit(support::POLICY, "mail = {", "mails = {");
    let told = sandbox.run(&["check"]).stderr;
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    for part in [
        "error[unknown-variable]: `$mail` is no fact of this policy, and is used 4 times\n",
        "help: did you mean `$mails`?",
        "locales/en/privacy.ftl, lines 7, 8\n",
        "locales/ru/privacy.ftl, lines 7, 8\n",
        "\n4 errors\n",
    ] {
        assert!(told.contains(part), "no `{part}` in:\n{told}");
    }
    assert_eq!(sandbox.run(&["check", "--format", "json"]).stdout.lines().count(), 4);
    let ran = sandbox.run(&["check", "--fix=unsafe"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.read("locales/ru/privacy.ftl").contains("<{ $mails }>"));
    // A name that is not like the old one is told, and not put into any text unasked.
    sandbox.write("locales/en/privacy.ftl", &old[0]);
    sandbox.write("locales/ru/privacy.ftl", &old[1]);
    sandbox.edit(support::POLICY, "mails = {", "support-address = {");
    let ran = sandbox.run(&["check", "--fix=unsafe"]);
    let hint = "help: if it was renamed to `$support-address`, which this text does not use, write \
                that; else add `mail = { … }` to `[facts]` of policy.toml";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
    assert_eq!(sandbox.read("locales/en/privacy.ftl"), old[0]);
    // Where several facts are unused, none of them is more likely than another.
    sandbox.edit(support::POLICY, "[facts]\n", "[facts]\nfounded = { date = \"2017-12-12\" }\n");
    let told = sandbox.run(&["check"]).stderr;
    assert!(told.contains("help: add `mail = { … }`"), "{told}");
}
