//! Pages that need not be made again: what decides about a page of an old
//! version seldom changes when a new one is released.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use ereje::diagnostic::Diagnostic;
use ereje::version::Release;
use xxhash_rust::xxh3::Xxh3Default;

use super::Pages;
use crate::Output;
use crate::index::Entry;

/// What an earlier run of the same program has left.
#[derive(Clone, Copy)]
pub struct Earlier<'e> {
    /// A digest of everything that decides about pages besides the versions
    /// themselves: settings, templates, the sentences around the texts.
    pub settings: u64,
    /// Whether the files that something decided about, by its digest, are there
    /// as they were written.
    pub is_there: &'e (dyn Fn(u64) -> bool + Sync),
    /// What it kept by digests, of [`Rendered::gists`].
    pub gists: &'e BTreeMap<u64, &'e str>,
}

impl Earlier<'_> {
    /// Nothing: every page is made.
    #[must_use]
    pub fn none() -> Earlier<'static> {
        static NOTHING: BTreeMap<u64, &str> = BTreeMap::new();
        Earlier { settings: 0, is_there: &|_| false, gists: &NOTHING }
    }
}

/// Everything that is made of a policy's versions in one language.
#[derive(Default)]
pub struct Rendered {
    /// What indexes say of it; nothing where no version has the language.
    pub entry: Option<Entry>,
    /// The files.
    pub outputs: Vec<Output>,
    /// Digests of what alone decided about some of them, with their places.
    pub parts: Vec<(u64, Range<usize>)>,
    /// Digests of what decided about files that are there already.
    pub kept: Vec<u64>,
    /// What the next run need not find out again, one line each, with digests of
    /// what decided about it.
    pub gists: Vec<(u64, String)>,
}

impl Rendered {
    /// Whether the files of a part are there and stay.
    pub(crate) fn keep(&mut self, part: u64, earlier: Earlier<'_>) -> bool {
        let is_there = (earlier.is_there)(part);
        if is_there {
            self.kept.push(part);
        }
        is_there
    }

    /// Adds the files of a part, which are only made where they are not there.
    pub(crate) fn part(
        &mut self,
        part: u64,
        earlier: Earlier<'_>,
        make: impl FnOnce() -> Result<Vec<Output>, Diagnostic>,
    ) -> Result<(), Diagnostic> {
        if !self.keep(part, earlier) {
            let start = self.outputs.len();
            self.outputs.extend(make()?);
            self.parts.push((part, start..self.outputs.len()));
        }
        Ok(())
    }
}

impl Pages<'_> {
    /// A digest of what decides about the page at `suffix`: the `releases` that it
    /// shows, and what is `said` of them for other reasons; 0 stands for none.
    pub(super) fn part(&self, releases: &[&Release], suffix: &str, said: &impl Hash) -> u64 {
        let mut hash = Xxh3Default::new();
        self.earlier.settings.hash(&mut hash);
        (self.manifest.id.as_str(), self.locale.tag(), suffix).hash(&mut hash);
        for release in releases {
            // Its digest stands for all files of the version.
            self.timeline.history.sums(&release.version.version).hash(&mut hash);
        }
        said.hash(&mut hash);
        // The page in other languages.
        self.site.hash_family(self.manifest, suffix, &self.at(suffix), &mut hash);
        hash.finish().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_made() {
        let mut made = Rendered::default();
        let earlier = Earlier { is_there: &|part| part == 7, ..Earlier::none() };
        let file = |path: &str| Ok(vec![Output { path: path.to_owned(), bytes: Vec::new() }]);
        made.part(7, earlier, || unreachable!("it is there")).expect("kept");
        made.part(8, earlier, || file("a")).expect("made");
        made.part(7, Earlier::none(), || file("b")).expect("made");
        assert_eq!(made.kept, [7]);
        assert_eq!(made.parts, [(8, 0..1), (7, 1..2)]);
        assert_eq!(made.outputs.len(), 2);
    }
}
