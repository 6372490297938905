//! The policy as data, for apps.

use ereje::locale::Locale;
use ereje::markup::Markup;

use super::{Page, rich};
use crate::json::{self, ClauseData, PolicyFile, Rich};
use crate::plain;

impl Page<'_> {
    pub(super) fn data(&self) -> Vec<u8> {
        let document = self.document;
        let url = self.site.absolute(&document.permalink);
        let updated_text = plain::whole(&document.last_updated);
        let updated_html = rich(&document.last_updated);
        let texts = self.plain.iter().zip(&self.html);
        let clauses = document.clauses.iter().zip(texts).map(|(clause, (text, html))| ClauseData {
            id: &clause.id,
            kind: clause.kind.name(),
            level: clause.level,
            heading: clause.heading.as_ref().map(Markup::text),
            text: json::long_text(text),
            html: json::long_text(html),
            topics: &clause.topics,
            locale: clause.shown_in.as_ref().map(Locale::tag),
        });
        let empty = json::raw(&[(); 0]);
        let file = PolicyFile {
            schema: "ereje-policy/1",
            product: &document.product,
            policy: &document.policy,
            locale: self.locale().tag(),
            direction: self.locale().direction(),
            source_locale: self.manifest.source_locale.tag(),
            draft: document.draft,
            title: document.title.text(),
            description: document.description.text(),
            version: self.edition.map(|edition| edition.version.as_str()),
            published: self.published(),
            effective: self.edition.map(|edition| edition.effective_day.as_str()),
            last_updated: Rich { text: &updated_text, html: &updated_html },
            path: &document.permalink,
            url: url.as_deref(),
            clauses: clauses.collect(),
            locales: self.family.map_or(&empty, |family| &family.data),
        };
        json::bytes(&file, self.length() * 5 / 2 + (16 << 10))
    }
}
