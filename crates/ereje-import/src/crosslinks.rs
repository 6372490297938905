//! Links from one page of a folder to another: which file they mean.

/// The file that a link on a page means, from the root of the folder, and its anchor;
/// `None` where it leads out of the folder or names no file.
#[must_use]
pub fn resolve<'t>(page: &str, target: &'t str) -> Option<(String, Option<&'t str>)> {
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor).filter(|anchor| !anchor.is_empty())),
        None => (target, None),
    };
    if !names_a_file(path) {
        return None;
    }
    let folder = match path.strip_prefix('/') {
        Some(_) => "",
        None => page.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut kept: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(path.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(kept.pop()?),
            name => kept.push(name),
        }
    }
    Some((kept.join("/").replace("%20", " "), anchor))
}

/// Whether a link leads to a page that is told by its place among the others.
pub(crate) fn names_a_file(target: &str) -> bool {
    !target.is_empty() && !target.starts_with("//") && !target.contains([':', '?', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_seen_from_its_page() {
        let file = |path: &str, anchor| Some((path.to_owned(), anchor));
        for (target, wanted) in [
            ("terms.md", file("en/terms.md", None)),
            ("./terms.md#use", file("en/terms.md", Some("use"))),
            ("../ru/terms.md#", file("ru/terms.md", None)),
            ("/terms/", file("terms", None)),
            ("our%20terms.md", file("en/our terms.md", None)),
            ("../../out.md", None),
            ("https://example.com/terms.md", None),
            ("//example.com/", None),
            ("mailto:a@b.de", None),
            ("#use", None),
            ("{{ site.url }}", None),
            ("", None),
        ] {
            assert_eq!(resolve("en/privacy.md", target), wanted, "{target}");
        }
        assert_eq!(resolve("privacy.md", "terms/"), file("terms", None));
    }
}
