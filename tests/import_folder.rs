//! `import` of a folder of documents: a plan is proposed, and what is in doubt waits for
//! a person.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::documents::{
    PRIVACY_EN, PRIVACY_KK, PRIVACY_RU, TERMS_EN, TERMS_RU, THREE, carry_out, edit, folder, write,
};
use support::pages::{read, run_in};
use support::tree;

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
    // The command for a past can be typed as it is told.
    let past = folder(&[]);
    for day in ["2024-01-02", "2025-01-02"] {
        write(past.path(), &format!("Old Pages/{day}.md"), b"ABC 1. https://example.com");
    }
    let place = ["--locale", "en-GB", "--workspace", "my own"];
    let ran = run_in(past.path(), &[&["import", "Old Pages"][..], &place].concat());
    ran.refused(2, "Old Pages holds revisions by their days");
    let told =
        "import --history \"Old Pages\" --policy old-pages --locale en-GB --workspace \"my own\"\n";
    assert!(ran.stdout.ends_with(told), "{}", ran.stdout);
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
