//! The list of versions and the pages of old ones: those that stay from run to run are
//! those that would be made.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::versions::{afresh, announced, generate, has};
use support::{POLICY, Sandbox};

#[test]
fn pages_of_old_versions_that_stay_are_those_that_would_be_made() {
    let sandbox = announced();
    let day = "2026-07-01";
    let is_as_made = |what: &str| {
        generate(&sandbox, &["--on", day]);
        let (here, made) = (sandbox.dist(), afresh(&sandbox, day));
        assert!(here.keys().eq(made.keys()), "{what}");
        for (path, bytes) in here {
            assert!(made.get(&path) == Some(&bytes), "{path}, {what}");
        }
    };
    is_as_made("at first");
    sandbox.set_days(31);
    sandbox.release("2026-06-10", "2026-08-01", &[]);
    is_as_made("after another version");
    sandbox.edit("locales/en/notice.ftl", "This held once.", "This was so once.");
    is_as_made("after another sentence");
    let old = "dist/site/app/en/privacy/1.0/index.html";
    assert!(has(&sandbox, old, "This was so once."));
    sandbox.edit("locales/ru/notice.ftl", "language-name = ", "language-name = Наш ");
    is_as_made("after another name of a language");
    sandbox.remove(old);
    is_as_made("after a page was lost");
    sandbox.edit(POLICY, "slug = ", "# A policy.\nslug = ");
    is_as_made("after another setting");
}

/// Releases versions in turn, a month apart, up to a number.
fn release_up_to(sandbox: &Sandbox, numbers: std::ops::RangeInclusive<u32>) {
    for number in numbers {
        sandbox.set_days(number + 100);
        let month = |past: u32| (2026 + (past + 4) / 12, (past + 4) % 12 + 1);
        let ((year, published), (next, effective)) = (month(number), month(number + 1));
        let published = format!("{year}-{published:02}-01");
        sandbox.release(&published, &format!("{next}-{effective:02}-05"), &[]);
    }
}

#[test]
fn a_long_changelog_is_several_pages_and_those_of_old_versions_stay() {
    let day = "2031-01-01";
    let newest = "dist/site/app/en/privacy/changes/index.html";
    let old = "dist/site/app/en/privacy/changes/page-1/index.html";
    let section = |number: u32| format!("<section id=\"v{number}.0\"");
    let sandbox = announced();
    let is_as_made = |what: &str| {
        generate(&sandbox, &["--on", day]);
        assert!(sandbox.dist() == afresh(&sandbox, day), "{what}");
    };
    release_up_to(&sandbox, 3..=49);
    generate(&sandbox, &["--on", day]);
    assert!((1..=49).all(|number| has(&sandbox, newest, &section(number))));
    assert!(!has(&sandbox, newest, "Further back") && !sandbox.at(old).exists());

    release_up_to(&sandbox, 50..=50);
    is_as_made("with a second page");
    for number in 1..=50 {
        let (on, not_on) = if number > 25 { (newest, old) } else { (old, newest) };
        assert!(has(&sandbox, on, &section(number)), "{number}");
        assert!(!has(&sandbox, not_on, &section(number)), "{number}");
        // The page by date has all of them.
        let by_date = "dist/site/app/en/privacy/at/index.html";
        assert!(has(&sandbox, by_date, &section(number)), "{number}");
        // What led to a version on the one page there was leads to it still.
        let to = format!("page-1/index.html#v{number}.0\">{number}.0</a>");
        assert_eq!(has(&sandbox, newest, &format!("<a id=\"v{number}.0\"")), number <= 25);
        assert_eq!(has(&sandbox, newest, &to), number <= 25);
    }
    assert!(has(&sandbox, old, "<h1>Versions: No. 1.0 – No. 25.0</h1>"));
    assert!(has(&sandbox, old, "href=\"../feed.xml\""));
    assert!(has(&sandbox, old, "ru/privacy/changes/page-1/index.html\" hreflang=\"ru\""));
    assert!(has(
        &sandbox,
        "dist/jekyll/app/en/privacy/changes.md",
        "page-1#v25-0' | relative_url }}){: #v25-0}"
    ));
    let russian = "dist/site/app/ru/privacy/changes/index.html";
    assert!(has(&sandbox, russian, "<h2 id=\"_earlier\">Ещё раньше</h2>"));

    let written = || std::fs::metadata(sandbox.at(old)).and_then(|file| file.modified());
    let before = written().expect("a page");
    release_up_to(&sandbox, 51..=51);
    is_as_made("with another version");
    assert_eq!(written().expect("a page"), before);

    // What is new about an old version is told on its page.
    assert!(!has(&sandbox, old, "taken back"));
    sandbox.set_days(2);
    sandbox.release("2030-10-01", "2030-11-05", &["--retracts", "7.0"]);
    is_as_made("with a notice taken back");
    assert!(has(&sandbox, old, "taken back") && !has(&sandbox, newest, "taken back"));

    release_up_to(&sandbox, 53..=75);
    is_as_made("with a third page");
    let second = "dist/site/app/en/privacy/changes/page-2/index.html";
    assert!(has(&sandbox, second, "/changes/page-1/index.html\">Further back</a>"));
    assert!(has(&sandbox, second, "/changes/index.html\">Versions</a>"));
}
