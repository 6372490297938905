//! The chain of versions: one for each revision in which readers saw another text.

use std::collections::BTreeMap;
use std::sync::Arc;

use ereje::change::{Action, Changes, Kind};
use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::Phrases;
use ereje::version::{
    DatedBy, FrozenTexts, History, NoticeText, Release, Revision, RevisionPage, Texts, Version,
    base_of, name_of_day,
};
use ereje_import::Days;
use rayon::prelude::*;

use super::Around;
use super::days::choose;
use super::replay::{Became, Pages, Replayed, Text, bottom_on};
use super::source::Past;
use crate::failure::Failure;
use crate::redlines::{self, Side};
use crate::release::{meanings, says_the_same, topics, usual_action, write_notices};

/// What became of the past.
pub(super) struct Made {
    pub(super) history: History,
    /// The files of the versions, by their paths within `versions`.
    pub(super) files: Vec<(String, String)>,
    pub(super) revisions: Vec<Revision>,
    /// For each version, how many clauses changed since the one before.
    pub(super) told: BTreeMap<String, usize>,
}

/// Makes the versions.
pub(super) fn make(
    past: &Past,
    replayed: Replayed,
    manifest: &Manifest,
    around: &[Around],
    told: &mut Vec<Diagnostic>,
) -> Result<Made, Failure> {
    let (releases, revisions) = outline(past, &replayed, manifest);
    drop(replayed);
    // All that does not wait for the version before, on every core.
    let prepared: Vec<Prepared> = (0..releases.len())
        .into_par_iter()
        .map(|at| prepare(&releases, at, manifest, around))
        .collect();
    let mut history = History::default();
    let mut files = Vec::new();
    let mut counts = BTreeMap::new();
    let mut silent: Vec<String> = Vec::new();
    for (mut release, prepared) in releases.into_iter().zip(prepared) {
        let Prepared { weighed, action, notices, is_silent, frozen } = prepared;
        let name = release.version.version.clone();
        release.version.severity = weighed.kind;
        release.version.floor = weighed.kind;
        release.version.action = action;
        for (locale, notice) in notices {
            if let Some(text) = release.texts.get_mut(&locale) {
                text.notice = Some(notice);
            }
        }
        let newest = history.newest();
        meanings(&mut release, newest, &weighed.of_step, weighed.step.calls_for_notice());
        let base = base_of(history.releases(), &release.version);
        release.version.topics = topics(&release.version, base, &weighed.changes);
        if is_silent {
            silent.push(name.clone());
        }
        let changed = weighed.of_step.get(&manifest.source_locale);
        counts.insert(name.clone(), changed.map_or(0, |changes| changes.clauses.len()));
        let written = history.add_frozen(release, frozen).into_iter();
        files.extend(written.map(|(file, text)| (format!("{name}/{file}"), text)));
    }
    if let Some(first) = silent.first() {
        let which = match silent.len() {
            1 => format!("version {first} has no notice"),
            many => format!("{many} of the versions have no notice, the first of them {first}"),
        };
        let message =
            format!("{which}: its sentences are too long, or there are none in a language");
        let told_of = Diagnostic::warning("import-history", manifest.path.clone(), message);
        told.push(told_of.hint("nothing to do: no app shows notices about the past"));
    }
    Ok(Made { history, files, revisions, told: counts })
}

/// The versions with their texts and days, and where they come from.
fn outline(past: &Past, replayed: &Replayed, manifest: &Manifest) -> (Vec<Release>, Vec<Revision>) {
    let mut releases: Vec<Release> = Vec::new();
    let mut revisions: Vec<Revision> = Vec::new();
    let mut before: Option<&Pages> = None;
    let source = &manifest.source_locale;
    for (revision, pages) in past.revisions.iter().zip(&replayed.revisions) {
        let text = |pages: &Pages, locale: &Locale| -> Option<&Text> {
            replayed.texts[*pages.texts.get(locale)?].as_ref()
        };
        let mut dated_by = None;
        let mut version = None;
        if let Some(of_source) = text(pages, source) {
            let was = before.and_then(|before| text(before, source));
            let committed = revision.committed.map(|moment| (moment.date, DatedBy::Commit));
            let own = committed.or(revision.named.map(|day| (day, DatedBy::Name)));
            let last = releases.last().map(|last| last.version.published);
            let fallback = (of_source.page.published(), DatedBy::Page);
            let days =
                choose(&of_source.days, was.map(|was| &was.days), own.unwrap_or(fallback), last);
            let name = name_of_day(days.published, |name| {
                releases
                    .iter()
                    .rev()
                    .take_while(|one| one.version.published == days.published)
                    .any(|one| one.version.version == name)
            });
            let mut release = Release {
                version: Version {
                    policy: manifest.id.clone(),
                    version: name.clone(),
                    published: days.published,
                    effective: days.effective,
                    time_zone: manifest.notice.time_zone.clone(),
                    // No app tells of what is past; what is announced, until its day.
                    show_until: days.effective,
                    severity: Kind::Material,
                    floor: Kind::Material,
                    action: Action::None,
                    reason: None,
                    short_notice: None,
                    ends: false,
                    retracts: Vec::new(),
                    topics: Vec::new(),
                    source_locale: source.clone(),
                    locales: Vec::new(),
                    previous: None,
                    facts: of_source.manifest.facts.clone(),
                    clauses: of_source.clauses.clone(),
                },
                texts: Texts::default(),
            };
            for locale in pages.texts.keys() {
                let Some(one) = text(pages, locale) else { continue };
                let mut frozen = Arc::clone(&one.frozen);
                if one.days.dated.is_none()
                    && let Some(line) = bottom_on(locale, days.published)
                {
                    Arc::make_mut(&mut frozen).last_updated = line;
                }
                release.texts.share(locale.clone(), frozen);
            }
            let mut locales: Vec<Locale> = release.texts.keys().cloned().collect();
            locales.sort_by_key(|locale| (locale != source, locale.tag().to_owned()));
            release.version.locales = locales;
            if releases.last().is_none_or(|last| !says_the_same(&release, last)) {
                version = Some(name);
                dated_by = Some(days.by);
                releases.push(release);
            }
        }
        let mut found = BTreeMap::new();
        for (locale, became) in &pages.touched {
            let page = match became {
                Became::Gone => continue,
                Became::Unread { path, why } => RevisionPage {
                    path: path.clone(),
                    problem: Some(why.clone()),
                    ..RevisionPage::default()
                },
                Became::Read => RevisionPage {
                    path: pages.paths.get(locale).cloned().unwrap_or_default(),
                    changed: false,
                    ..RevisionPage::default()
                },
            };
            found.insert(locale.clone(), page);
        }
        for locale in pages.texts.keys() {
            let Some(now) = text(pages, locale) else { continue };
            let was = before.and_then(|before| text(before, locale));
            let page = found.entry(locale.clone()).or_insert_with(|| RevisionPage {
                path: pages.paths.get(locale).cloned().unwrap_or_default(),
                ..RevisionPage::default()
            });
            page.changed = page.problem.is_none()
                && was.is_none_or(|was| !was.frozen.says_the_same(&now.frozen));
            if page.problem.is_none() {
                dated(page, &now.days);
            }
        }
        for (locale, apart) in &pages.apart {
            let page = found.entry(locale.clone()).or_insert_with(|| RevisionPage {
                path: pages.paths.get(locale).cloned().unwrap_or_default(),
                ..RevisionPage::default()
            });
            if page.problem.is_none() {
                // Against a page that was in a version it can not be told: it was touched.
                let was = before.and_then(|before| before.apart.get(locale));
                page.changed = was.map_or_else(
                    || pages.touched.contains_key(locale),
                    |was| was.said != apart.said,
                );
                dated(page, &apart.days);
            }
        }
        revisions.push(Revision {
            version,
            revision: revision.id.clone(),
            committed: revision.committed,
            dated_by,
            pages: found,
        });
        before = Some(pages);
    }
    (releases, revisions)
}

/// Notes what a page says of its days.
fn dated(page: &mut RevisionPage, days: &Days) {
    page.date_line.clone_from(&days.line);
    page.dated = days.dated;
    page.dated_in_front_matter = days.in_front_matter;
    page.effective_line.clone_from(&days.effective_line);
    page.effective = days.effective;
}

/// How much a version changes.
struct Weighed {
    /// From the version that its readers knew.
    kind: Kind,
    changes: BTreeMap<Locale, Changes>,
    /// From the version before.
    step: Kind,
    of_step: BTreeMap<Locale, Changes>,
}

/// What a version is, as far as that does not hang on the one before.
struct Prepared {
    weighed: Weighed,
    action: Action,
    notices: BTreeMap<Locale, NoticeText>,
    /// Whether something should be said, and can not.
    is_silent: bool,
    frozen: FrozenTexts,
}

fn prepare(releases: &[Release], at: usize, manifest: &Manifest, around: &[Around]) -> Prepared {
    let weighed = weigh(releases, at, manifest);
    let mut action = usual_action(weighed.kind, at == 0, manifest);
    let plain = &releases[at];
    if action == Action::None {
        let (notices, frozen) = (BTreeMap::new(), plain.frozen_texts());
        return Prepared { weighed, action, notices, is_silent: false, frozen };
    }
    let mut release = plain.clone();
    release.version.severity = weighed.kind;
    let mut wrong = Vec::new();
    let of = |locale: &Locale| around.iter().find(|around| around.locale == *locale);
    let phrases =
        |locale: &Locale| of(locale).map(|one| Phrases::new(&one.locale, &one.notice, None));
    write_notices(&mut release, &weighed.changes, phrases, &mut wrong);
    let is_whole = release.texts.keys().all(|locale| of(locale).is_some());
    let is_silent = !is_whole || !wrong.is_empty();
    if is_silent {
        // Nothing is said rather than something that does not fit or is English.
        action = Action::None;
        release.texts.iter_mut().for_each(|(_, text)| text.notice = None);
    }
    let notices = release.texts.iter();
    let notices = notices.filter_map(|(locale, text)| Some((locale.clone(), text.notice.clone()?)));
    let (notices, frozen) = (notices.collect(), release.frozen_texts());
    Prepared { weighed, action, notices, is_silent, frozen }
}

fn weigh(releases: &[Release], at: usize, manifest: &Manifest) -> Weighed {
    let (before, release) = (&releases[..at], &releases[at]);
    let compared = |old: &Release| {
        let (old, new) = Side::of_step(old, release, manifest);
        let changes = redlines::changes(&old, &new);
        (redlines::weigh_changes(&old, &new, &changes).kind, changes)
    };
    let first = || (Kind::Material, BTreeMap::new());
    let (step, of_step) = before.last().map_or_else(first, compared);
    let base = base_of(before, &release.version);
    let is_last = base.zip(before.last()).is_some_and(|(base, last)| std::ptr::eq(base, last));
    let (kind, changes) = if is_last || base.is_none() {
        (step, of_step.clone())
    } else {
        base.map_or_else(first, compared)
    };
    Weighed { kind, changes, step, of_step }
}
