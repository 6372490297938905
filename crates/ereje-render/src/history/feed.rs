//! The feed of versions, for feed readers: Atom (RFC 4287). Links are absolute
//! where the site's address is known; ids are not addresses, so that they stay
//! when the site moves.

use ereje::diagnostic::Diagnostic;
use ereje::digest::sha256;
use serde::Serialize;

use super::{CHANGES, Pages};
use crate::Output;
use crate::site::root;

/// The name of the feed, beside the list of versions.
pub(super) const FEED_FILE: &str = "feed.xml";

/// Its media type.
pub(super) const FEED_TYPE: &str = "application/atom+xml";

/// Who asks for a feed again and again has seen the older entries; the changelog
/// has them all.
pub(super) const MOST_ENTRIES: usize = 50;

#[derive(Serialize)]
struct FeedValues<'v> {
    lang: &'v str,
    title: String,
    subtitle: String,
    author: &'v str,
    id: String,
    page: String,
    /// Its own address, where it is known.
    own: Option<String>,
    updated: String,
    entries: Vec<EntryValues>,
}

#[derive(Serialize)]
struct EntryValues {
    id: String,
    title: String,
    updated: String,
    summary: String,
    href: String,
    redline: Option<String>,
}

impl Pages<'_> {
    pub(super) fn feed(&self, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        // Readers of feeds ask for them where they have always been.
        self.places(CHANGES).try_for_each(|place| self.feed_at(&place, files))
    }

    fn feed_at(&self, changes: &str, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        let outputs = &self.site.workspace.outputs;
        if let Some(folder) = &outputs.html {
            let path = format!("{folder}/{changes}/{FEED_FILE}");
            let bytes = self.feed_with(|to| self.site.for_engines(changes, to))?;
            files.push(Output { path, bytes });
        }
        if let Some(folder) = &outputs.jekyll {
            let path = format!("{folder}/{changes}/{FEED_FILE}");
            // Jekyll makes `page.html` of a page and serves it as `page`.
            let served = |to: &str| format!("{}{to}", root(changes));
            let link = |to: &str| self.site.absolute(to).unwrap_or_else(|| served(to));
            files.push(Output { path, bytes: self.feed_with(link)? });
        }
        Ok(())
    }

    /// The feed, with addresses of pages as `link` makes them.
    fn feed_with(&self, link: impl Fn(&str) -> String) -> Result<Vec<u8>, Diagnostic> {
        let changes = self.at(CHANGES);
        let title = self.title();
        let entries: Vec<EntryValues> = (0..self.with.len())
            .rev()
            .take(MOST_ENTRIES)
            .map(|at| {
                let (version, gist) = (&self.with[at].version, self.gist(at));
                let redline = self.redline_of(at).map(|page| link(&page));
                // What was said on the day of publication: an entry does not change by itself.
                let mut said = self.summary(at, version.published);
                if said == gist.effective {
                    said.clear();
                }
                let parts = [&gist.published, &gist.effective, &said];
                let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| {
                    if part.ends_with(['.', '。', '।']) {
                        (*part).clone()
                    } else {
                        format!("{part}.")
                    }
                });
                EntryValues {
                    id: self.permanent_id(&version.version),
                    title: format!("{title} · {}", self.line(at).name),
                    updated: format!("{}T00:00:00Z", version.published),
                    summary: parts.collect::<Vec<_>>().join(" "),
                    href: link(&self.at(&version.version)),
                    redline,
                }
            })
            .collect();
        let values = FeedValues {
            lang: self.locale.tag(),
            title: format!("{} · {}", self.title(), self.phrases.say("history", [])),
            subtitle: self.site.workspace.name.clone(),
            author: &self.site.workspace.name,
            id: self.permanent_id(""),
            page: link(&changes),
            own: self.site.absolute(&changes).map(|page| format!("{page}feed.xml")),
            updated: entries.first().map(|entry| entry.updated.clone()).unwrap_or_default(),
            entries,
        };
        self.templates.fill("feed.xml", &values, 8 << 10)
    }

    /// A UUID made of a digest (RFC 9562, version 8).
    fn permanent_id(&self, version: &str) -> String {
        let name = format!("{}/{}/{version}", self.manifest.id, self.locale);
        let hex = sha256(name.as_bytes());
        format!(
            "urn:uuid:{}-{}-8{}-a{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[13..16],
            &hex[17..20],
            &hex[20..32]
        )
    }
}
