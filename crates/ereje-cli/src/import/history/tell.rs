//! What became of each revision, as a table.

use std::collections::BTreeMap;
use std::path::Path;

use ereje::locale::Locale;
use ereje::version::{DatedBy, History, Origin, Revision};

use super::replay::short;
use super::source::Past;
use crate::arguments::ImportArguments;
use crate::typed;

/// One line a revision.
pub(super) fn table(origin: &Origin, changed: &BTreeMap<String, usize>, past: &Past) {
    for note in &past.notes {
        outln!("{note}");
    }
    let head = ["revision", "version", "dated by", "clauses changed"].map(str::to_owned);
    let mut rows = vec![head];
    for revision in &origin.revisions {
        let row = match &revision.version {
            Some(version) => {
                let count = changed.get(version).copied().unwrap_or(0);
                let is_first = rows.iter().all(|row| row[2].is_empty() || row[1] == "version");
                let count = if is_first { "first version".into() } else { count.to_string() };
                [short(&revision.revision).to_owned(), version.clone(), by(revision).into(), count]
            }
            None => {
                let why = why_not(revision);
                [short(&revision.revision).to_owned(), "–".into(), String::new(), why]
            }
        };
        rows.push(row);
    }
    let wide = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths = [wide(0), wide(1), wide(2)];
    for [revision, version, by, rest] in &rows {
        let [a, b, c] = widths;
        outln!("  {revision:a$}  {version:b$}  {by:c$}  {rest}");
    }
}

/// What the day of a version was taken from, in words.
fn by(revision: &Revision) -> &'static str {
    match revision.dated_by {
        Some(DatedBy::Page) => "the page",
        Some(DatedBy::FrontMatter) => "its front matter",
        Some(DatedBy::Commit) => "the commit",
        Some(DatedBy::Name) => "the file's name",
        Some(DatedBy::Before) => "the version before",
        None => "",
    }
}

fn why_not(revision: &Revision) -> String {
    let problem = revision.pages.values().find_map(|page| page.problem.clone());
    match problem {
        Some(problem) => problem,
        None if revision.pages.is_empty() => "the page is gone".to_owned(),
        None => "readers saw the same text".to_owned(),
    }
}

/// What was made, and what comes next.
pub(super) fn summary(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    history: &History,
    origin: &Origin,
) {
    let releases = history.releases();
    let (Some(first), Some(last)) = (releases.first(), releases.last()) else { return };
    outln!(
        "{} `{}` in {}: {} versions of {} revisions, {} to {}",
        if options.dry_run { "would make" } else { "made" },
        options.policy,
        last.version.locales.iter().map(Locale::tag).collect::<Vec<_>>().join(", "),
        releases.len(),
        origin.revisions.len(),
        first.version.published,
        last.version.published,
    );
    if origin.is_shallow
        && let Some(oldest) = origin.revisions.first()
    {
        outln!(
            "the clone is shallow: its history begins at {}; `git fetch --unshallow` brings what came before",
            short(&oldest.revision)
        );
    }
    let place = typed::in_workspace(given);
    if options.dry_run {
        outln!("nothing was written; run it again without --dry-run");
    } else {
        outln!("next: {program} verify{place}, {program} generate{place}");
    }
}
