//! The texts of a redline: with marks that are in the order of the text, and links
//! that lead somewhere.

use ereje::change::ClauseChange;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::markup::{Markup, Tag};

use super::VersionLink;
use crate::Site;
use crate::html;
use crate::kramdown;
use crate::lines::Lines;
use crate::links::{Clauses, Others, Policies, Relative, Ways};

/// Redlines of a policy in Markdown that is read somewhere else than its pages, with
/// elements for what was added and removed. Where the site's address is known, links
/// lead there in full; else they are as they were written.
pub struct RedlineMarkdown<'m> {
    locale: &'m Locale,
    /// The policy's own page, as it is served and as its address in full.
    page: String,
    address: Option<String>,
    site: &'m Site<'m>,
    policies: Policies<'m>,
}

impl<'m> RedlineMarkdown<'m> {
    /// Of a policy in a language.
    #[must_use]
    pub fn new(manifest: &'m Manifest, locale: &'m Locale, site: &'m Site<'m>) -> Self {
        let page = site.served(manifest, locale);
        let origin = site.origin(&page);
        let address = origin.site.map(|_| origin.resolve(""));
        let policies = Policies::new(site, manifest, locale);
        RedlineMarkdown { locale, address, site, page, policies }
    }

    /// One text.
    #[must_use]
    pub fn write(&self, markup: &Markup) -> String {
        let links = self.address.as_deref().map_or_else(Ways::default, |address| Ways {
            relative: Relative::File(self.site.origin(&self.page)),
            // Headings there have other anchors than clauses on a page.
            clauses: Some(Clauses { here: &[], others: Others::On(address) }),
            policies: Some(self.policies),
        });
        in_markdown(markup, kramdown::Setting::other(links), self.locale)
    }
}

fn in_markdown(markup: &Markup, setting: kramdown::Setting<'_>, locale: &Locale) -> String {
    let mut lines = Lines::default();
    kramdown::write(&mut lines, markup, None, setting.with_marks(locale.is_right_to_left()));
    let mut text = lines.finish();
    text.truncate(text.trim_end().len());
    text
}

/// How the texts of changed clauses are written. Ways to clauses that are not on the
/// page lead to the page of the new version, which has them; on a page that stands
/// alone they are words.
pub(super) struct Texts<'c> {
    html: Ways<'c>,
    jekyll: Ways<'c>,
}

impl<'c> Texts<'c> {
    /// Of a page that shows these changes; `to` is the new version, then where other
    /// links lead on the HTML site and on the Jekyll site.
    pub(super) fn on_page(
        here: &'c [ClauseChange],
        to: &'c VersionLink,
        (html, jekyll): (Ways<'c>, Ways<'c>),
    ) -> Texts<'c> {
        let links =
            |ways: Ways<'c>, others| Ways { clauses: Some(Clauses { here, others }), ..ways };
        Texts {
            html: links(html, to.href.as_deref().map_or(Others::Nowhere, Others::On)),
            jekyll: links(jekyll, to.url.as_deref().map_or(Others::Nowhere, Others::InSite)),
        }
    }

    fn html_setting<'s>(&self, change: &'s ClauseChange) -> html::Setting<'s>
    where
        'c: 's,
    {
        html::Setting { links: self.html, headed: Some(&change.id) }
    }

    pub(super) fn html(&self, change: &ClauseChange) -> String {
        let mut out = String::new();
        html::write(&mut out, &change.body, self.html_setting(change));
        out
    }

    /// The text before or after, without the words of the other one.
    pub(super) fn side(&self, change: &ClauseChange, hidden: Tag) -> String {
        let mut out = String::new();
        if let Some(heading) = &change.heading {
            out.push_str("<p class=\"heading\">");
            html::write_without(&mut out, heading, hidden, self.html_setting(change));
            out.push_str("</p>");
        }
        html::write_without(&mut out, &change.body, hidden, self.html_setting(change));
        out
    }

    /// The text for Jekyll.
    pub(super) fn jekyll(&self, markup: &Markup, locale: &Locale) -> String {
        in_markdown(markup, kramdown::Setting::jekyll(self.jekyll), locale)
    }
}
