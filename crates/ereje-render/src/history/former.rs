//! What stands at the addresses that a policy had before: pages that lead to those of
//! today, and the files that programs ask for, as they can not be led elsewhere.

use ereje::diagnostic::Diagnostic;

use super::{Earlier, Pages, Rendered, subpages};
use crate::moved::{Moved, is_file};
use crate::site::below;

impl Pages<'_> {
    /// A place below the policy's address, and below those that it had before.
    pub(super) fn places(&self, suffix: &str) -> impl Iterator<Item = String> {
        let former = self.manifest.former_permalinks(self.locale).filter(|one| !is_file(one));
        std::iter::once(self.home).chain(former).map(move |home| below(home, suffix))
    }

    /// Writes the pages that lead to those of today.
    pub(super) fn former(
        &self,
        made: &mut Rendered,
        earlier: Earlier<'_>,
    ) -> Result<(), Diagnostic> {
        let (manifest, locale) = (self.manifest, self.locale);
        if manifest.former_permalinks(locale).next().is_none() {
            return Ok(());
        }
        let title = self.title();
        let moved = Moved { manifest, locale, title: &title };
        let in_language = |(_, locales): &(_, Vec<_>)| locales.contains(&locale);
        let mut pages: Vec<String> = subpages(&self.timeline)
            .into_iter()
            .filter(in_language)
            .map(|(page, _)| page)
            .collect();
        let is_home = |page: &String| page.is_empty();
        // Of a language that was given up, it is there but has no other languages.
        if !pages.iter().any(is_home) && self.timeline.shown(locale).is_some() {
            pages.push(String::new());
        }
        for from in moved.addresses() {
            for suffix in &pages {
                let part = self.part(&[], &below(from, suffix), &title);
                let with = (self.site, self.templates);
                made.part(part, earlier, || moved.pages(from, suffix, with))?;
            }
        }
        Ok(())
    }
}
