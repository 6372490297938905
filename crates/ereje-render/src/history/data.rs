//! `history.json`: all versions of a policy as data, for programs that have to
//! know what was in force on a day.

use ereje::locale::Locale;
use ereje::version::{Release, Standing};
use serde::Serialize;

use super::{BY_DATE, CHANGES, Pages, redline_path};
use crate::{Output, json};

/// Name and version of the format.
const HISTORY_SCHEMA: &str = "ereje-history/1";

/// The file, beside the page of versions by date.
pub(super) const HISTORY_FILE: &str = "history.json";

/// `history.json`: the versions of a policy, seen from one of its languages.
/// Addresses are absolute where the site's is known, else from the root of the
/// site.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct HistoryFile<'h> {
    /// `ereje-history/1`.
    schema: &'static str,
    /// The policy's id.
    policy: &'h str,
    /// The language (BCP 47).
    locale: &'h str,
    /// The policy's title in it.
    title: String,
    /// Pages about all versions.
    links: HistoryLinks,
    /// All versions in the order of their release, with those to come and those
    /// that never were in force.
    versions: Vec<HistoryVersion<'h>>,
}

/// Pages about all versions of a policy.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct HistoryLinks {
    /// The policy's own address; none where neither the version in force nor one
    /// to come has the language.
    policy: Option<String>,
    /// The page that tells on which days each version was in force.
    by_date: String,
    /// The page that tells what each version changed.
    changes: String,
    /// The Memento `TimeMap` (RFC 7089); none where the site's address is not known.
    timemap: Option<String>,
}

/// A version of a policy.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct HistoryVersion<'h> {
    /// Its name.
    version: &'h str,
    /// `in-force`, `coming`, `past`, or `replaced` (it never is in force, since a
    /// later one replaced it before its day), on the day that the file was made
    /// for. On any other day go by `effective` and `until`.
    status: &'static str,
    /// The day on which it was announced (ISO 8601).
    published: String,
    /// The first day on which it is in force (ISO 8601); of a replaced version, the
    /// day on which it would have been.
    effective: String,
    /// The first day on which it is no longer in force (ISO 8601), as far as is
    /// known; none where no other follows, and of a replaced version. Of one that ends
    /// the policy it is `effective`: it is in force on no day.
    until: Option<String>,
    /// Whether the policy ends on its `effective` day; there only where it does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ends: bool,
    /// Where its days begin: a name of the IANA time zone database.
    time_zone: &'h str,
    /// `material`, `clarification`, `editorial` or `translation`.
    severity: &'static str,
    /// What its notice asks of readers: `none`, `inform`, `acknowledge` or
    /// `consent`.
    action: &'static str,
    /// The language that binds.
    authoritative_locale: &'h str,
    /// The languages it was released in.
    locales: Vec<&'h str>,
    /// SHA-256 of its `SHA256SUMS`, which stands for it and all versions before.
    digest: String,
    /// Its text in the language of this file, else in the one that binds; none where
    /// the policy has given both up since.
    text: Option<VersionTextData<'h>>,
}

/// The text of a version in a language.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct VersionTextData<'h> {
    /// The language (BCP 47).
    locale: &'h str,
    /// Its own page, which stays.
    url: String,
    /// What it changed; none where there is nothing in this language to compare it
    /// with.
    redline: Option<String>,
    /// SHA-256 of the frozen file with the text that readers saw.
    digest: String,
}

fn status(standing: Standing) -> &'static str {
    match standing {
        Standing::InForce => "in-force",
        Standing::Coming => "coming",
        Standing::Past => "past",
        Standing::Replaced => "replaced",
    }
}

impl Pages<'_> {
    /// Writes `history.json`, beside the page of versions by date and for apps.
    pub(super) fn history_file(&self, files: &mut Vec<Output>) {
        let releases = self.timeline.history.releases();
        let file = HistoryFile {
            schema: HISTORY_SCHEMA,
            policy: &self.manifest.id,
            locale: self.locale.tag(),
            title: self.title(),
            links: HistoryLinks {
                policy: self.timeline.shown(self.locale).map(|_| self.address(self.home())),
                by_date: self.address(&self.at(BY_DATE)),
                changes: self.address(&self.at(CHANGES)),
                timemap: self.time_map_url(),
            },
            versions: releases.iter().map(|release| self.version_data(release)).collect(),
        };
        let bytes = json::bytes(&file, 1024 * (releases.len() + 1));
        for place in self.places(BY_DATE) {
            self.put_beside_pages(&format!("{place}/{HISTORY_FILE}"), &bytes, files);
        }
        if let Some(folder) = &self.site.workspace.outputs.json {
            let (product, policy) = (&self.manifest.product, &self.manifest.id);
            let path = format!("{folder}/{product}/{}/{policy}/{HISTORY_FILE}", self.locale);
            files.push(Output { path, bytes });
        }
    }

    fn version_data<'r>(&'r self, release: &'r Release) -> HistoryVersion<'r> {
        let version = &release.version;
        let history = self.timeline.history;
        HistoryVersion {
            version: &version.version,
            status: status(self.standing(release)),
            published: version.published.to_string(),
            effective: version.effective.to_string(),
            until: history.until(release).map(|day| day.to_string()),
            ends: version.ends,
            time_zone: &version.time_zone,
            severity: version.severity.name(),
            action: version.action.name(),
            authoritative_locale: version.source_locale.tag(),
            locales: version.locales.iter().map(Locale::tag).collect(),
            digest: format!("sha256:{}", history.sums(&version.version).unwrap_or_default()),
            text: self.text_data(release),
        }
    }

    fn text_data<'r>(&'r self, release: &'r Release) -> Option<VersionTextData<'r>> {
        let version = &release.version;
        let (locale, home) = self.readable_in(release)?;
        let base = self.timeline.base(release).filter(|base| base.texts.contains_key(locale));
        let page = |below: &str| self.address(&format!("{home}/{below}"));
        let digest = self.timeline.history.text_digest(&version.version, locale);
        Some(VersionTextData {
            locale: locale.tag(),
            url: page(&version.version),
            redline: base.map(|base| page(&redline_path(&base.version.version, &version.version))),
            digest: format!("sha256:{}", digest.unwrap_or_default()),
        })
    }

    /// The address of a page: absolute where the site's is known, else from its
    /// root.
    fn address(&self, page: &str) -> String {
        self.site.absolute(page).unwrap_or_else(|| format!("/{page}/"))
    }
}
