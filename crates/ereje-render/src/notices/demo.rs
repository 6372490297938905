//! A home screen with the live notice, and the web component that shows it: for
//! those who build apps, beside the files that apps fetch.

use std::collections::BTreeSet;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use serde::Serialize;

use crate::history::Timeline;
use crate::site::{Site, root};
use crate::{Output, Templates};

/// Files that all products share, by name.
const FILES: [(&str, &str); 3] = [
    ("policy-notice.js", include_str!("../../../../web/policy-notice.js")),
    ("home.js", include_str!("../../../../web/home.js")),
    ("home.css", include_str!("../../../../web/home.css")),
];

#[derive(Serialize)]
struct HomeValues<'v> {
    name: &'v str,
    product: &'v str,
    /// Where links from the root of the site lead.
    site: String,
    languages: Vec<LanguageValues<'v>>,
    policies: Vec<PolicyValues<'v>>,
}

#[derive(Serialize)]
struct LanguageValues<'v> {
    tag: &'v str,
    name: &'v str,
}

#[derive(Serialize)]
struct PolicyValues<'v> {
    id: &'v str,
    versions: Vec<&'v str>,
    /// The version that a reader knows who is shown the newest notice.
    known: &'v str,
}

/// `app/<product>/home.html`.
pub(super) fn page(
    folder: &str,
    product: &str,
    policies: &[&(&Manifest, Timeline<'_>)],
    site: &Site<'_>,
    templates: &Templates,
) -> Result<Output, Diagnostic> {
    let path = format!("{folder}/{product}/home.html");
    let locales: BTreeSet<&Locale> =
        policies.iter().flat_map(|(manifest, _)| &manifest.locales).collect();
    let languages = locales.into_iter().filter_map(|locale| {
        let furniture = site.languages.get(locale)?;
        Some(LanguageValues { tag: locale.tag(), name: furniture.language_name() })
    });
    let policies = policies.iter().map(|(manifest, timeline)| {
        let releases = timeline.history.releases().iter();
        let known = timeline.history.newest().and_then(|newest| timeline.base(newest));
        PolicyValues {
            id: &manifest.id,
            versions: releases.map(|one| one.version.version.as_str()).collect(),
            known: known.map_or("", |one| &one.version.version),
        }
    });
    let html = site.workspace.outputs.html.as_deref().map(|html| format!("{html}/"));
    let values = HomeValues {
        name: &site.workspace.name,
        product,
        site: root(&format!("{folder}/{product}")) + &html.unwrap_or_default(),
        languages: languages.collect(),
        policies: policies.collect(),
    };
    let bytes = templates.fill("home.html", &values, 4 << 10)?;
    Ok(Output { path, bytes })
}

/// The component, and what its page needs.
pub(super) fn files(folder: &str) -> impl Iterator<Item = Output> {
    let output = move |(name, text): (&str, &str)| Output {
        path: format!("{folder}/{name}"),
        bytes: text.as_bytes().to_vec(),
    };
    FILES.into_iter().map(output)
}
