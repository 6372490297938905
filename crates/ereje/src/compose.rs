//! Manifest and catalog to document: which messages make a policy, in what
//! order. Each clause is formatted by itself; Fluent stops at 100 placeables,
//! so a policy must never be one message.

use crate::catalog::Catalog;
use crate::document::{Clause, Document, Failure};
use crate::manifest::Manifest;
use crate::markup::Markup;

/// The attribute that holds a clause's heading.
pub const HEADING: &str = "heading";

/// The policy in the catalog's locale. Clauses that the catalog lacks are left
/// out; what could not be shown is in [`Document::failures`].
#[must_use]
pub fn compose(manifest: &Manifest, catalog: &Catalog<'_>) -> Document {
    let mut failures = Vec::new();
    let mut show =
        |id: &str, attribute: Option<&'static str>| match catalog.format(id, attribute)? {
            Ok(text) => Some(text),
            Err(errors) => {
                failures.extend(errors.into_iter().map(|error| Failure {
                    message: id.to_owned(),
                    attribute,
                    error,
                }));
                None
            }
        };
    let title = show("title", None).unwrap_or_default();
    let description = show("description", None).unwrap_or_default();
    let last_updated = show("last-updated", None).unwrap_or_default();
    let mut clauses = Vec::with_capacity(manifest.clauses.len());
    for plan in &manifest.clauses {
        let heading = show(&plan.id, Some(HEADING));
        let body = match show(&plan.id, None) {
            Some(body) => body,
            // A heading above others needs no text of its own.
            None if heading.is_some() && catalog.is_heading_alone(&plan.id) => String::new(),
            None => continue,
        };
        clauses.push(Clause {
            id: plan.id.clone(),
            kind: plan.kind,
            level: plan.level,
            topics: plan.topics.clone(),
            heading: heading.map(|heading| Markup::parse_line(&heading)),
            body: Markup::parse(&body),
            shown_in: None,
        });
    }
    Document {
        policy: manifest.id.clone(),
        product: manifest.product.clone(),
        locale: catalog.locale.clone(),
        permalink: manifest.permalink(catalog.locale).to_owned(),
        title: Markup::parse_line(&title),
        description: Markup::parse_line(&description),
        published: manifest.published,
        last_updated: Markup::parse_line(&last_updated),
        clauses,
        draft: false,
        failures,
    }
}

/// Completes a draft: what it lacks is shown in the language of `source`, and
/// marked so.
pub fn complete_from(document: &mut Document, source: &Document, manifest: &Manifest) {
    document.draft = true;
    let own = std::mem::take(&mut document.clauses);
    let mut own = own.into_iter().peekable();
    for plan in &manifest.clauses {
        if let Some(clause) = own.next_if(|clause| clause.id == plan.id) {
            document.clauses.push(clause);
        } else if let Some(clause) = source.clause(&plan.id) {
            let shown_in = (source.locale != document.locale).then(|| source.locale.clone());
            document.clauses.push(Clause { shown_in, ..clause.clone() });
        }
    }
    let lines = [
        (&mut document.title, &source.title),
        (&mut document.description, &source.description),
        (&mut document.last_updated, &source.last_updated),
    ];
    for (line, from) in lines {
        if line.is_empty() {
            *line = from.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::FtlFile;
    use crate::locale::Locale;
    use crate::manifest::read_manifest;

    fn manifest() -> Manifest {
        let text = "product = \"p\"\nslug = \"s\"\nsource-locale = \"en\"\nlocales = [\"en\", \"ru\"]\n\
                    published = 2017-12-12\n[[clause]]\nid = \"a\"\n[[clause]]\nid = \"b\"\n";
        let (manifest, found) = read_manifest("x", "policy.toml", text);
        assert_eq!(found, []);
        manifest.expect("a manifest")
    }

    fn document(tag: &str, ftl: &str) -> Document {
        let (manifest, locale) = (manifest(), Locale::parse(tag).expect(tag));
        let file = FtlFile::parse("x.ftl", ftl.to_owned());
        let catalog = Catalog::new(&locale, &file, None, &manifest.facts, manifest.published);
        compose(&manifest, &catalog)
    }

    #[test]
    fn clauses_stand_in_the_order_of_the_manifest() {
        let made = document(
            "en",
            "title = T\nb = two\n    .heading = B\na = one\nlast-updated = { $published }\n",
        );
        let ids: Vec<_> = made.clauses.iter().map(|clause| clause.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(made.last_updated.text(), "December 12, 2017");
        assert_eq!(made.permalink, "p/en/s");
        assert!(made.failures.is_empty());
    }

    #[test]
    fn a_heading_needs_no_text() {
        let made = document(
            "en",
            "title = T\na =\n    .heading = A\nb = { $nothing }\n    .heading = B\n",
        );
        assert_eq!(made.clauses.len(), 1, "what can not be shown is no empty text");
        assert_eq!(made.clauses[0].heading.as_ref().map(Markup::text), Some("A"));
        assert!(made.clauses[0].body.is_empty());
    }

    #[test]
    fn a_draft_says_in_which_language_a_clause_is() {
        let source = document("en", "title = T\na = one\nb = two\n");
        let mut draft = document("ru", "title = З\nb = два\n");
        complete_from(&mut draft, &source, &manifest());
        assert!(draft.draft);
        assert_eq!(draft.clauses[0].shown_in.as_ref().map(Locale::tag), Some("en"));
        assert_eq!(draft.clauses[1].shown_in, None);
        assert_eq!(draft.title.text(), "З");
    }
}
