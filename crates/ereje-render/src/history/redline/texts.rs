//! The texts of a redline: with marks that are in the order of the text, and links
//! that lead somewhere.

use ereje::change::ClauseChange;
use ereje::locale::Locale;
use ereje::markup::Markup;

use super::VersionLink;
use crate::kramdown;
use crate::lines::Lines;

/// A redline in Markdown, with elements for what was added and removed.
#[must_use]
pub fn redline_markdown(markup: &Markup, locale: &Locale) -> String {
    // Other Markdown looks into inline elements without being told.
    in_kramdown(markup, locale).replace(" markdown=\"span\"", "")
}

/// The same as Jekyll reads it. From right to left, marks say so: two figures side by
/// side would be one else, with the new one first.
fn in_kramdown(markup: &Markup, locale: &Locale) -> String {
    let mut lines = Lines::default();
    kramdown::write(&mut lines, markup, None);
    let text = lines.finish().trim_end().to_owned();
    if !locale.is_right_to_left() {
        return text;
    }
    let directed = |text: String, name: &str| {
        let bare = format!("<{name} markdown=\"span\">");
        text.replace(&bare, &format!("<{name} markdown=\"span\" dir=\"rtl\">"))
    };
    directed(directed(text, "ins"), "del")
}

/// Texts whose links to clauses that are not on the page lead to the page of the new
/// version, which has them; on a page that stands alone they are words.
pub(super) struct Elsewhere<'c> {
    pub(super) changes: &'c [ClauseChange],
    /// The page of the new version.
    pub(super) to: &'c VersionLink,
}

impl Elsewhere<'_> {
    fn is_elsewhere(&self, target: &str) -> bool {
        let id = target.strip_prefix('#');
        id.is_some_and(|id| self.changes.iter().all(|change| change.id != id))
    }

    fn led(&self, markup: &Markup, page: Option<&String>) -> Markup {
        let is_elsewhere = |target: &str| self.is_elsewhere(target);
        let markup = markup.clone();
        match page {
            _ if !markup.links().iter().any(|link| is_elsewhere(link)) => markup,
            None => markup.without_links(is_elsewhere),
            Some(page) => {
                markup.with_links(|target| is_elsewhere(target).then(|| format!("{page}{target}")))
            }
        }
    }

    pub(super) fn in_html(&self, markup: &Markup) -> Markup {
        self.led(markup, self.to.href.as_ref())
    }

    /// Likewise for Jekyll, which knows where the site is.
    pub(super) fn in_jekyll(&self, markup: &Markup, locale: &Locale) -> String {
        let text = in_kramdown(&self.led(markup, self.to.url.as_ref()), locale);
        let Some(url) = &self.to.url else { return text };
        text.replace(&format!("]({url}#"), &format!("]({{{{ '{url}' | relative_url }}}}#"))
    }
}
