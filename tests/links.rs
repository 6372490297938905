//! Links between generated pages lead to pages that are there, on any day.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use support::links::dead;
use support::{Sandbox, tree};

#[test]
fn no_link_is_dead_on_any_day() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shipped = Sandbox::new();
    for folder in ["locales", "policies"] {
        shipped.remove(folder);
        for (path, bytes) in tree(&root.join(folder)) {
            shipped.write(&format!("{folder}/{path}"), bytes);
        }
    }
    let frozen = Sandbox::copy_of(&root.join("tests/cases/frozen/input"));
    let mut seen = BTreeSet::new();
    for (workspace, days) in [
        (&shipped, ["2017-01-01", "2026-12-01", "2026-12-23"]),
        (&frozen, ["2000-01-01", "2026-06-01", "2030-01-01"]),
    ] {
        for day in days {
            let ran = workspace.run(&["generate", "--on", day]);
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            let files = workspace.dist();
            assert_eq!(dead(&files), Vec::<String>::new(), "on {day}");
            seen.extend(files.into_keys().filter(|path| path.ends_with(".html")));
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
}

/// A policy whose text has relative links, with two versions of it. `settings` go
/// below those of the workspace.
fn with_relative_links(settings: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let accepted = "unsafe-link = { level = \"off\", reason = \"pages of our own site\" }";
    let settings = format!("{settings}\n[lints]\n{accepted}\n");
    sandbox.write("ereje.toml", sandbox.read("ereje.toml") + &settings);
    let links = "See [the terms](../terms/#a), [more](more.html) and [Use](#use).";
    for locale in ["en", "ru"] {
        let path = format!("locales/{locale}/privacy.ftl");
        let text = sandbox.read(&path);
        let intro = text.lines().find(|line| line.starts_with("intro = ")).expect("the clause");
        let with = text.replace(intro, &format!("{intro} {links}"));
        sandbox.write(&path, with.replace("= **", "= [Terms](../terms/). **"));
    }
    let front_matter = "[front-matter]\npermalink = \"/{permalink}\"\n\n[facts]";
    sandbox.edit("policies/privacy/policy.toml", "[facts]", front_matter);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    for locale in ["en", "ru"] {
        sandbox.edit(&format!("locales/{locale}/privacy.ftl"), "See [the", "Read [the");
    }
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    let ran = sandbox.run(&["generate", "--on", "2026-04-02"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    sandbox
}

#[test]
fn a_relative_link_leads_to_the_same_page_from_everywhere() {
    let sandbox = with_relative_links("");
    let text = |path: &str| sandbox.read(&format!("dist/{path}"));
    // The policy's own page says it as the text does.
    let own = text("site/app/en/privacy/index.html");
    let linked = "<a href=\"../terms/#a\">the terms</a>, <a href=\"more.html\">more</a>";
    assert!(own.contains(linked), "{own}");
    assert!(own.contains("<a href=\"../terms/\">Terms</a>"), "{own}");
    let jekyll = text("jekyll/app/en/privacy.md");
    assert!(jekyll.contains("[the terms](../terms/#a), [more](more.html)"), "{jekyll}");
    // Others go back to where it is.
    let version = text("site/app/en/privacy/1.0/index.html");
    let linked = "<a href=\"../../terms/#a\">the terms</a>, <a href=\"../more.html\">more</a> \
                  and <a href=\"#use\">Use</a>";
    assert!(version.contains(linked), "{version}");
    assert!(version.contains("<a href=\"../../terms/\">Terms</a>"), "{version}");
    let redline = text("site/app/en/privacy/changes/1.0-1.1/index.html");
    assert_eq!(redline.matches("<a href=\"../../../terms/#a\">the terms</a>").count(), 3);
    assert!(redline.contains("href=\"../../more.html\""), "{redline}");
    // Jekyll serves `privacy` as a file, and `1.0/` as a folder.
    let version = text("jekyll/app/en/privacy/1.0.md");
    let linked = "[the terms](../../../terms/#a), [more](../../more.html) and [Use](#use)";
    assert!(version.contains(linked), "{version}");
    assert!(version.contains("[Terms](../../../terms/)"), "{version}");
    let redline = text("jekyll/app/en/privacy/changes/1.0-1.1.md");
    assert!(redline.contains("[the terms](../../../../terms/#a)"), "{redline}");
    // What is no page says it from the root of the site, as all its addresses.
    for path in ["text/app/en/privacy.txt", "text/app/en/privacy/1.0.txt"] {
        let plain = text(path);
        assert!(plain.contains("the terms (/app/en/terms/#a), "), "{plain}");
        assert!(plain.contains("more (/app/en/privacy/more.html) and Use."), "{plain}");
        assert!(plain.contains("Terms (/app/en/terms/)."), "{plain}");
    }
    for path in ["app/app/en/privacy.json", "app/app/en/privacy/1.0.json"] {
        let data = text(path);
        assert!(data.contains("<a href=\\\"/app/en/terms/#a\\\">the terms</a>"), "{data}");
        assert!(data.contains("<a href=\\\"/app/en/terms/\\\">Terms</a>"), "{data}");
    }
    let notice = text("app/app/notices/privacy/1.1.json");
    assert!(notice.contains("more (/app/en/privacy/more.html) and Use."), "{notice}");
    let alone = ["diff", "1.0", "1.1", "--locale", "en", "--format", "html"];
    let page = sandbox.run(&alone).stdout;
    assert!(page.contains("</ins>the terms, more and "), "{page}");
    // Who pastes Markdown somewhere sees what was written.
    let markdown = ["diff", "1.0", "1.1", "--locale", "en", "--format", "markdown"];
    let markdown = sandbox.run(&markdown).stdout;
    let linked = "[the terms](../terms/#a), [more](more.html) and [Use](#use)";
    assert!(markdown.contains(linked), "{markdown}");
}

#[test]
fn a_relative_link_is_written_in_full_where_the_site_is_known() {
    let sandbox = with_relative_links("\n[outputs.html]\nbase-url = \"https://a.example/legal\"\n");
    let text = |path: &str| sandbox.read(&format!("dist/{path}"));
    let page = text("site/app/en/privacy/1.0/index.html");
    assert!(page.contains("<a href=\"../../terms/#a\">the terms</a>"), "{page}");
    let full = "https://a.example/legal/app/en/terms/#a";
    let plain = text("text/app/en/privacy/1.0.txt");
    assert!(plain.contains(&format!("the terms ({full}), ")), "{plain}");
    let data = text("app/app/en/privacy.json");
    assert!(data.contains(&format!("<a href=\\\"{full}\\\">the terms</a>")), "{data}");
    let notice = text("app/app/notices/privacy/1.1.json");
    assert!(notice.contains(&format!("the terms ({full})")), "{notice}");
    let alone = ["diff", "1.0", "1.1", "--locale", "en", "--format", "html"];
    let page = sandbox.run(&alone).stdout;
    assert!(page.contains(&format!("<a href=\"{full}\">the terms</a>")), "{page}");
    let markdown = ["diff", "1.0", "1.1", "--locale", "en", "--format", "markdown"];
    let markdown = sandbox.run(&markdown).stdout;
    assert!(markdown.contains(&format!("[the terms]({full})")), "{markdown}");
    // Headings of that Markdown have no ids of clauses.
    let use_ = "[Use](https://a.example/legal/app/en/privacy/#use)";
    assert!(markdown.contains(use_), "{markdown}");
}
