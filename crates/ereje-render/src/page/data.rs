//! The policy as data, for apps.

use ereje::locale::Locale;
use ereje::markup::Markup;

use super::{Page, rich};
use crate::json::{ClauseData, ClauseEnd, Object, PolicyFile, Rich};
use crate::plain;

impl Page<'_> {
    pub(super) fn data(&self) -> Vec<u8> {
        let document = self.document;
        let url = self.site.absolute(&document.permalink);
        let updated_text = plain::whole(&document.last_updated, self.links_in_files());
        let updated_html = rich(&document.last_updated, self.links_in_files());
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
            digest: self.edition.map(|edition| edition.digest.as_str()),
            ack_key: self.edition.map(|edition| edition.ack_key.as_str()),
            last_updated: Rich { text: &updated_text, html: &updated_html },
            path: &document.permalink,
            url: url.as_deref(),
        };
        let mut bytes = Vec::with_capacity(self.length() * 5 / 2 + (16 << 10));
        let mut object = Object::begin(&mut bytes, &file);
        self.clauses(object.field("clauses"));
        let locales = self.family.map_or("[]", |family| &family.data);
        object.field("locales").extend_from_slice(locales.as_bytes());
        object.end();
        bytes.push(b'\n');
        bytes
    }

    fn clauses(&self, out: &mut Vec<u8>) {
        let texts = self.plain.iter().zip(&self.html);
        out.push(b'[');
        for (nth, (clause, (text, html))) in self.document.clauses.iter().zip(texts).enumerate() {
            if nth > 0 {
                out.push(b',');
            }
            let start = ClauseData {
                id: &clause.id,
                kind: clause.kind.name(),
                level: clause.level,
                heading: clause.heading.as_ref().map(Markup::text),
            };
            let mut object = Object::begin(out, &start);
            object.long_text("text", text);
            object.long_text("html", html);
            let locale = clause.shown_in.as_ref().map(Locale::tag);
            object.fields(&ClauseEnd { topics: &clause.topics, locale });
            object.end();
        }
        out.push(b']');
    }
}
