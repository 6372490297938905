//! Links between generated pages lead to pages that are there, on any day.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use support::{Sandbox, tree};

/// The addresses that a page links to.
fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// The path that a relative link leads to, without its fragment.
fn target(from: &str, link: &str) -> Option<(String, Option<String>)> {
    let outside = ["http:", "https:", "mailto:", "data:", "urn:"];
    if outside.iter().any(|scheme| link.starts_with(scheme)) {
        return None;
    }
    let (path, fragment) =
        link.split_once('#').map_or((link, None), |(p, f)| (p, Some(f.to_owned())));
    if path.is_empty() {
        return Some((from.to_owned(), fragment));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{from}: {link} leaves the site"),
            part => parts.push(part),
        }
    }
    Some((parts.join("/"), fragment))
}

/// The links of feeds on the Jekyll site that lead to no page. Jekyll serves
/// `page.md` as `page`, so there is no file to be named.
fn dead_in_jekyll_feeds(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let feeds =
        files.iter().filter(|(path, _)| path.starts_with("jekyll/") && path.ends_with("feed.xml"));
    let mut dead = Vec::new();
    for (path, bytes) in feeds {
        let xml = String::from_utf8_lossy(bytes);
        let there = |link: &&str| {
            target(path, link).is_none_or(|(to, _)| files.contains_key(&format!("{to}.md")))
        };
        dead.extend(links(&xml).filter(|link| !there(link)).map(|link| format!("{path}: {link}")));
    }
    dead
}

fn dead(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut dead = dead_in_jekyll_feeds(files);
    let pages =
        |path: &str| path.ends_with(".html") || path.starts_with("site/") && path.ends_with(".xml");
    for (path, bytes) in files.iter().filter(|(path, _)| pages(path)) {
        let html = String::from_utf8_lossy(bytes);
        for link in links(&html) {
            let Some((to, fragment)) = target(path, link) else { continue };
            let Some(there) = files.get(&to) else {
                dead.push(format!("{path}: {link}"));
                continue;
            };
            let anchor = fragment.map(|id| format!("id=\"{id}\""));
            if anchor.is_some_and(|anchor| !String::from_utf8_lossy(there).contains(&anchor)) {
                dead.push(format!("{path}: {link} has no such anchor"));
            }
        }
    }
    dead
}

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
