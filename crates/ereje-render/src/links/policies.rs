//! Links to other policies of the workspace: to the page in the reader's language, or in
//! the language that binds where the policy is not in that one.

use std::borrow::Cow;

use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::policy_link::PolicyLink;

use super::{Led, Relative};
use crate::site::{Site, jekyll_url, relative};

/// Where other policies are, for a text of one of them.
#[derive(Clone, Copy)]
pub(crate) struct Policies<'l> {
    site: &'l Site<'l>,
    /// The address of the policy that the text is of.
    home: &'l str,
    locale: &'l Locale,
    /// Whether the text goes to a Jekyll site, which serves pages at addresses of its own.
    in_jekyll: bool,
}

impl<'l> Policies<'l> {
    /// Those that a text of a policy in a language may lead to.
    pub(crate) fn new(
        site: &'l Site<'l>,
        manifest: &'l Manifest,
        locale: &'l Locale,
    ) -> Policies<'l> {
        Policies { site, home: manifest.permalink(locale), locale, in_jekyll: false }
    }

    /// The same for a text of a Jekyll site.
    pub(crate) fn in_jekyll(self) -> Policies<'l> {
        Policies { in_jekyll: true, ..self }
    }

    /// Where a link leads from the place that shows it.
    pub(super) fn lead<'t>(&self, link: PolicyLink<'t>, from: Relative<'_>) -> Led<'t> {
        let Some(manifest) = self.site.policy(link.policy) else { return Led::Nowhere };
        let is_there = manifest.has_pages_in(self.locale);
        let locale = if is_there { self.locale } else { &manifest.source_locale };
        let page = manifest.permalink(locale);
        let anchor = link.clause.map_or_else(String::new, |clause| format!("#{clause}"));
        let back = match from {
            Relative::AsWritten => "",
            Relative::Behind(back) => back,
            Relative::Alone(origin) if origin.site.is_none() => return Led::Nowhere,
            Relative::File(origin) | Relative::Alone(origin) => {
                let site = origin.site.unwrap_or_default();
                let page = self.site.served(manifest, locale);
                return Led::To(Cow::Owned(format!("{site}/{page}{anchor}")));
            }
        };
        if self.in_jekyll {
            return Led::InSite { path: Cow::Owned(jekyll_url(page)), rest: Cow::Owned(anchor) };
        }
        Led::To(Cow::Owned(format!("{back}{}{anchor}", relative(self.home, page))))
    }
}
