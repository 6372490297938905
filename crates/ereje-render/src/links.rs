//! Where the links of a text lead from the place that shows it. A text is written for
//! its policy's own page: links to clauses, and those that are relative, are seen from
//! there, and must lead to the same place from anywhere else.

use std::borrow::Cow;

use ereje::change::ClauseChange;
use ereje::policy_link::PolicyLink;

mod policies;

pub(crate) use policies::Policies;

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Led<'t> {
    /// To this address.
    To(Cow<'t, str>),
    /// On a Jekyll site, which alone knows where it is: to the page at `path` from its
    /// root, and to `rest` on it.
    InSite { path: Cow<'t, str>, rest: Cow<'t, str> },
    /// Nowhere that a reader could follow it to: its words stay.
    Nowhere,
}

/// Where the links of a text lead from the place that shows it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ways<'l> {
    pub(crate) relative: Relative<'l>,
    /// Of a page that shows some clauses alone: those, and where the others are.
    pub(crate) clauses: Option<Clauses<'l>>,
    /// Where other policies are; links to them are as they are written where nobody knows.
    pub(crate) policies: Option<Policies<'l>>,
}

/// Where links lead that begin with no scheme.
#[derive(Clone, Copy, Default)]
pub(crate) enum Relative<'l> {
    /// Where they say: this is the policy's own page.
    #[default]
    AsWritten,
    /// The page is elsewhere on the site: this is the way back, such as `../../`.
    Behind(&'l str),
    /// This is no page of a site, but a file of data.
    File(Origin<'l>),
    /// This is a page that stands alone.
    Alone(Origin<'l>),
}

/// The policy's own page, for what is no page of its site.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'l> {
    /// The address of the site, where it is known, without a slash at its end.
    pub(crate) site: Option<&'l str>,
    /// The page, from the root of the site, as it is served: `a/b` is a file in the
    /// folder `a`, `a/b/` is a folder.
    pub(crate) page: &'l str,
}

/// The clauses on a page of changes, and where links to other ones lead.
#[derive(Clone, Copy)]
pub(crate) struct Clauses<'l> {
    pub(crate) here: &'l [ClauseChange],
    pub(crate) others: Others<'l>,
}

/// Where the clauses are that a page does not show.
#[derive(Clone, Copy)]
pub(crate) enum Others<'l> {
    /// On the page at this address.
    On(&'l str),
    /// On the page at this path of a Jekyll site.
    InSite(&'l str),
    /// On no page that could be linked to.
    Nowhere,
}

impl<'l> Ways<'l> {
    /// Those on a page of the policy's site, from which `back` leads to its own page.
    pub(crate) fn behind(back: &'l str) -> Ways<'l> {
        let relative = match back {
            "" => Relative::AsWritten,
            back => Relative::Behind(back),
        };
        Ways { relative, ..Ways::default() }
    }

    /// Those in a file of data.
    pub(crate) fn in_file(origin: Origin<'l>) -> Ways<'l> {
        Ways { relative: Relative::File(origin), ..Ways::default() }
    }

    /// Those on a page that stands alone.
    pub(crate) fn alone(origin: Origin<'l>) -> Ways<'l> {
        Ways { relative: Relative::Alone(origin), ..Ways::default() }
    }

    /// The same, where other policies are there.
    pub(crate) fn with(self, policies: Policies<'l>) -> Ways<'l> {
        Ways { policies: Some(policies), ..self }
    }

    /// Where a link leads.
    pub(crate) fn lead<'t>(&self, target: &'t str) -> Led<'t>
    where
        'l: 't,
    {
        let as_written = Led::To(Cow::Borrowed(target));
        if let Some(id) = target.strip_prefix('#') {
            return match self.clauses {
                Some(Clauses { here, others }) if here.iter().all(|change| change.id != id) => {
                    others.lead(target)
                }
                _ => as_written,
            };
        }
        if let (Some(link), Some(policies)) = (PolicyLink::read(target), self.policies) {
            return policies.lead(link, self.relative);
        }
        match self.relative {
            Relative::AsWritten => as_written,
            Relative::Behind(_) if target.starts_with('/') => as_written,
            _ if !hangs_on_page(target) => as_written,
            Relative::Behind(back) => Led::To(Cow::Owned(format!("{back}{target}"))),
            Relative::Alone(Origin { site: None, .. }) => Led::Nowhere,
            Relative::File(origin) | Relative::Alone(origin) => {
                Led::To(Cow::Owned(origin.resolve(target)))
            }
        }
    }
}

impl<'l> Others<'l> {
    fn lead<'t>(self, target: &'t str) -> Led<'t>
    where
        'l: 't,
    {
        match self {
            Others::On(page) => Led::To(Cow::Owned(format!("{page}{target}"))),
            Others::InSite(path) => {
                Led::InSite { path: Cow::Borrowed(path), rest: Cow::Borrowed(target) }
            }
            Others::Nowhere => Led::Nowhere,
        }
    }
}

/// Whether where a link leads depends on the page that shows it, besides links to
/// clauses.
pub(crate) fn hangs_on_page(target: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"+-.".contains(&c))
    };
    if PolicyLink::read(target).is_some() {
        return true;
    }
    // `mailto`, `https`; what else stands before a colon is a name of a file.
    let has_scheme = target.split_once(':').is_some_and(|(scheme, _)| is_name(scheme));
    !has_scheme && !target.starts_with('#') && !target.is_empty()
}

impl Origin<'_> {
    /// A relative address as seen from the page, in full where the site's is known and
    /// else from its root (RFC 3986, 5.2).
    pub(crate) fn resolve(self, target: &str) -> String {
        let site = self.site.unwrap_or_default();
        let host_starts = site.find("://").map_or(0, |at| at + "://".len());
        let host_ends = site[host_starts..].find('/').map_or(site.len(), |at| host_starts + at);
        let (host, folders) = site.split_at(host_ends);
        if target.starts_with("//") {
            let scheme = site.find("//").map_or("", |at| &site[..at]);
            return format!("{scheme}{target}");
        }
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        let page = self.page.trim_start_matches('/');
        let before = match (path.is_empty(), path.starts_with('/')) {
            (true, _) => page,
            (_, true) => "",
            _ => folder_of(page),
        };
        let folders = if path.starts_with('/') { "" } else { folders };
        let mut kept: Vec<&str> = Vec::new();
        let mut is_folder = true;
        for name in [folders, before, path].iter().flat_map(|part| part.split('/')) {
            is_folder = matches!(name, "" | "." | "..");
            match name {
                "." | "" => {}
                ".." => drop(kept.pop()),
                name => kept.push(name),
            }
        }
        if path.is_empty() {
            is_folder = page.ends_with('/');
        }
        let slash = if is_folder && !kept.is_empty() { "/" } else { "" };
        format!("{host}/{}{slash}{rest}", kept.join("/"))
    }
}

/// The way from one page of a Jekyll site back to where links on another one are seen
/// from, both as they are served.
pub(crate) fn way_back(from: &str, to: &str) -> String {
    let (from, to) = (from.trim_start_matches('/'), to.trim_start_matches('/'));
    let folder = folder_of(to);
    let folders = |path: &str| path.matches('/').count();
    match from.strip_prefix(folder) {
        Some(below) => "../".repeat(folders(below)),
        None => "../".repeat(folders(from)) + folder,
    }
}

/// The folder that links on a page are seen from, with its slash.
fn folder_of(page: &str) -> &str {
    &page[..page.rfind('/').map_or(0, |at| at + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_decides_about_hangs_on_it() {
        for target in [
            "policy:terms",
            "../terms/",
            "terms.html",
            "/terms",
            "//a.de/b",
            "?a=b:c",
            "./a:b",
            "1:2",
        ] {
            assert!(hangs_on_page(target), "{target}");
        }
        for target in ["https://a.de/", "mailto:a@b.de", "tel:+1", "#use", "", "web+x:y"] {
            assert!(!hangs_on_page(target), "{target}");
        }
    }

    #[test]
    fn a_page_elsewhere_goes_back_first() {
        let links = Ways::behind("../../");
        let to = |target| match links.lead(target) {
            Led::To(to) => to.into_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(to("../terms/"), "../../../terms/");
        assert_eq!(to("?a"), "../../?a");
        for target in ["#use", "/terms", "https://a.de", "mailto:a@b.de"] {
            assert_eq!(to(target), target);
        }
        assert_eq!(Ways::behind("").lead("a"), Led::To("a".into()));
    }

    #[test]
    fn a_clause_that_is_not_here_is_where_the_others_are() {
        let here = [ClauseChange {
            id: "use".into(),
            related: Vec::new(),
            op: ereje::change::Op::Changed,
            moved: false,
            kind: ereje::manifest::ClauseKind::Text,
            under: None,
            words: None,
            heading: None,
            body: ereje::markup::Markup::default(),
        }];
        for (others, led) in [
            (Others::On("../2.0/"), Led::To("../2.0/#contact".into())),
            (Others::InSite("/a/"), Led::InSite { path: "/a/".into(), rest: "#contact".into() }),
            (Others::Nowhere, Led::Nowhere),
        ] {
            let links = Ways { clauses: Some(Clauses { here: &here, others }), ..Ways::default() };
            assert_eq!(links.lead("#contact"), led);
            assert_eq!(links.lead("#use"), Led::To("#use".into()));
        }
        assert_eq!(Ways::default().lead("#contact"), Led::To("#contact".into()));
    }

    #[test]
    fn a_file_has_addresses_in_full() {
        let page = "en/privacy/";
        let known = Origin { site: Some("https://a.de/legal"), page };
        for (target, full) in [
            ("../terms/", "https://a.de/legal/en/terms/"),
            ("more.html#x", "https://a.de/legal/en/privacy/more.html#x"),
            ("../../../../..", "https://a.de/"),
            ("..", "https://a.de/legal/en/"),
            ("?print", "https://a.de/legal/en/privacy/?print"),
            ("/terms", "https://a.de/terms"),
            ("//b.de/c/../d", "https://b.de/c/../d"),
        ] {
            assert_eq!(known.resolve(target), full);
        }
        let unknown = Origin { site: None, page };
        assert_eq!(unknown.resolve("../terms/"), "/en/terms/");
        assert_eq!(unknown.resolve("/terms?a"), "/terms?a");
        assert_eq!(unknown.resolve("//b.de/c"), "//b.de/c");
        let file = Origin { site: None, page: "/en/privacy" };
        assert_eq!(file.resolve("terms#a"), "/en/terms#a");
        assert_eq!(file.resolve("?a"), "/en/privacy?a");
        let alone = Ways::alone;
        assert_eq!(alone(unknown).lead("../terms/"), Led::Nowhere);
        assert_eq!(alone(known).lead("a"), Led::To("https://a.de/legal/en/privacy/a".into()));
        assert_eq!(alone(unknown).lead("https://b.de"), Led::To("https://b.de".into()));
    }

    #[test]
    fn jekyll_serves_a_page_as_a_file_or_as_a_folder() {
        assert_eq!(way_back("en/privacy/1.0/", "en/privacy"), "../../");
        assert_eq!(way_back("/en/privacy/1.0/", "/en/privacy/"), "../");
        assert_eq!(way_back("en/privacy/1.0.html", "en/privacy.html"), "../");
        assert_eq!(way_back("versions/1.0/", "en/privacy"), "../../en/");
        assert_eq!(way_back("en/privacy", "en/privacy"), "");
    }
}
