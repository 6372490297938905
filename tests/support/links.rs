//! Links of generated pages, and where they lead.

use std::collections::BTreeMap;

/// The addresses that a page links to.
pub(crate) fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// The path that a relative link leads to, without its fragment.
pub(crate) fn target(from: &str, link: &str) -> Option<(String, Option<String>)> {
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

/// The links of pages and feeds that lead to nothing.
pub(crate) fn dead(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
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
