//! A version and the one after it, read as far as it takes to compare them.

use rustc_hash::FxHashSet;

use super::{ClauseText, Release, VersionClause};
use crate::document::Document;
use crate::locale::Locale;
use crate::manifest::Manifest;
use crate::markup::Markup;

impl Release {
    /// What readers saw in `locale` of this version and of the one that came after it,
    /// to be compared. Where no clause changed its place, the bodies of those that say
    /// the same in both are left empty: of two versions, few clauses differ.
    #[must_use]
    pub fn documents_of_step(
        &self,
        after: &Release,
        locale: &Locale,
        manifest: &Manifest,
    ) -> Option<(Document, Document)> {
        let same = self.same_clauses(after, locale).unwrap_or_default();
        let body = |clause: &ClauseText| {
            let is_same = same.contains(clause.id.as_str());
            if is_same { Markup::default() } else { Markup::parse(&clause.text) }
        };
        let before = self.document_with(locale, manifest, body)?;
        Some((before, after.document_with(locale, manifest, body)?))
    }

    /// The ids of the clauses that are the same in both, if all that are in both are
    /// in the same order and none could have been renamed.
    fn same_clauses<'r>(
        &'r self,
        after: &'r Release,
        locale: &Locale,
    ) -> Option<FxHashSet<&'r str>> {
        let clauses = |release: &'r Release| -> Option<Vec<(&'r VersionClause, &'r ClauseText)>> {
            Some(release.version.clauses.iter().zip(&release.texts.get(locale)?.clauses).collect())
        };
        let (old, new) = (clauses(self)?, clauses(after)?);
        let ids = |clauses: &[(&'r VersionClause, &'r ClauseText)]| -> FxHashSet<&'r str> {
            clauses.iter().map(|(plan, _)| plan.id.as_str()).collect()
        };
        let (of_old, of_new) = (ids(&old), ids(&new));
        let old_stay: Vec<_> =
            old.iter().filter(|(plan, _)| of_new.contains(plan.id.as_str())).collect();
        let new_stay: Vec<_> =
            new.iter().filter(|(plan, _)| of_old.contains(plan.id.as_str())).collect();
        let is_renamed = old_stay.len() < old.len() && new_stay.len() < new.len();
        let is_moved = !old_stay
            .iter()
            .map(|(plan, _)| &plan.id)
            .eq(new_stay.iter().map(|(plan, _)| &plan.id));
        if is_renamed || is_moved {
            return None;
        }
        let same = old_stay.iter().zip(new_stay).filter(|((old, was), (new, is))| {
            was == is && old.id == was.id && old.kind == new.kind && old.level == new.level
        });
        Some(same.map(|((old, _), _)| old.id.as_str()).collect())
    }
}
