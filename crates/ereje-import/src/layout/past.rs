//! Folders of revisions: pages named by their days are the past of one page.

use std::collections::BTreeMap;

use ereje::fact::Date;

use super::Page;
use super::names::id_of;
use super::sheet::Sheet;

/// So many pages with days in their names are a past.
const LEAST: usize = 2;

/// A folder of revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its path below the folder that was looked at; empty for that one itself.
    pub folder: String,
    /// The paths of its revisions.
    pub pages: Vec<String>,
    /// The id that the policy could have; nothing where the folder has no name.
    pub id: Option<String>,
    /// The language of the last page, by its words.
    pub language: Option<&'static str>,
}

impl Past {
    /// Why its pages are left out.
    pub(super) fn why(&self) -> String {
        format!("{} revisions by their days, which `import --history` takes", self.pages.len())
    }

    /// What of it is left out: its folder, or its pages beside others.
    pub(super) fn places(&self) -> Vec<String> {
        if self.folder.is_empty() { self.pages.clone() } else { vec![format!("{}/", self.folder)] }
    }
}

/// Sets the revisions apart from the pages; `whole` is the name of the folder itself.
pub(super) fn apart<'p>(pages: &[Page<'p>], whole: &str) -> (Vec<Past>, Vec<Page<'p>>) {
    let folder = |path: &'p str| path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut dated: BTreeMap<&str, Vec<Page<'p>>> = BTreeMap::new();
    for page in pages.iter().filter(|page| has_day(page.path)) {
        // Posts of a blog have days too.
        let is_post = page.path.split('/').any(|dir| ["_posts", "_drafts", "blog"].contains(&dir));
        if !is_post {
            dated.entry(folder(page.path)).or_default().push(*page);
        }
    }
    dated.retain(|_, pages| pages.len() >= LEAST);
    let rest =
        pages.iter().filter(|page| !has_day(page.path) || !dated.contains_key(folder(page.path)));
    let rest = rest.copied().collect();
    let past = |(folder, pages): (&str, Vec<Page<'_>>)| {
        let last = pages.iter().max_by_key(|page| page.path);
        let language = last.and_then(|page| Sheet::read(page.path, page.text).ok()?.language());
        let name =
            if folder.is_empty() { whole } else { folder.rsplit('/').next().unwrap_or(whole) };
        let id = Some(id_of(name)).filter(|_| !name.is_empty());
        let pages = pages.iter().map(|page| page.path.to_owned()).collect();
        Past { folder: folder.to_owned(), pages, id, language }
    };
    (dated.into_iter().map(past).collect(), rest)
}

fn has_day(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut starts = name.char_indices().map(|(at, _)| at);
    starts.any(|at| name.get(at..at + 10).is_some_and(|day| Date::parse(day).is_some()))
}
