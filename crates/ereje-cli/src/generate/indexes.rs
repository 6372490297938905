//! What hangs on no single job: the pages that lead to policies, and what apps fetch.

use std::collections::{BTreeMap, HashMap};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use ereje::diagnostic::Diagnostic;
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_render::{
    Earlier, Entry, GivenUp, Output, Rendered, Timeline, render_indexes, render_notices,
};

use super::run::{Done, Parts, Run, mark, of_record};
use crate::promises;
use crate::store::{JobRecord, OutputRecord};

impl<'r> Run<'r> {
    /// The index pages, once all that they list is known.
    pub(super) fn indexes(
        &self,
        done: &mut Done<'r>,
        notices: Result<Rendered, Diagnostic>,
        parts: &Parts<'r>,
    ) {
        let mut entries: BTreeMap<(String, Locale), Entry> = BTreeMap::new();
        let fresh: HashMap<&(String, String), &JobRecord<'_>> =
            done.records.iter().map(|(name, record)| (name, record)).collect();
        for manifest in &self.plan.manifests {
            for locale in manifest.all_locales() {
                let name = (manifest.id.clone(), locale.tag().to_owned());
                let record = fresh.get(&name).copied().or_else(|| self.known.jobs.get(&name));
                let Some(record) = record else {
                    // A run for one locale in an empty folder: the rest is not known.
                    return;
                };
                // A language that no version has yet is on no page.
                if let Some(entry) = record.entry.clone() {
                    entries.insert((name.0, locale.clone()), entry);
                }
            }
        }
        let mut given_up = GivenUp::new();
        for (manifest, timeline) in self.released().filter(|_| !self.options.draft) {
            let locales = manifest.all_locales().filter(|one| timeline.kept_up(one).is_none());
            given_up.extend(locales.map(|locale| (manifest.id.clone(), locale.clone())));
        }
        let templates = &self.plan.templates;
        let made = render_indexes(
            (&self.plan.manifests, (&entries, &given_up), &|manifest| self.published(manifest)),
            self.site,
            templates,
            self.options.draft,
        );
        let made = made.and_then(|mut outputs| {
            let start = outputs.len();
            let mut notices = notices?;
            outputs.append(&mut notices.outputs);
            Ok((outputs, start, notices))
        });
        let made = made.map_err(|wrong| vec![wrong]);
        match made.and_then(|(outputs, start, made)| Ok((self.kept(outputs)?, start, made))) {
            Ok((outputs, start, made)) => {
                if let Some((mut outputs, staged)) = self.put(("", ""), outputs) {
                    mark(&mut outputs, (&made.parts, start), (&made.kept, parts));
                    let gists = of_record(made.gists);
                    let record = JobRecord { outputs, gists, ..JobRecord::default() };
                    done.records.push((<(String, String)>::default(), record));
                    done.staged.extend(staged);
                }
            }
            Err(wrong) => {
                self.failed.store(true, Ordering::Relaxed);
                self.wrong.lock().unwrap_or_else(PoisonError::into_inner).extend(wrong);
            }
        }
    }
}

impl Run<'_> {
    /// When the text was published that the pages of a policy show.
    fn published(&self, manifest: &Manifest) -> Option<Date> {
        let timeline = self.days.timeline(manifest, self.plan).filter(|_| !self.options.draft);
        match timeline {
            Some(timeline) => {
                timeline.shown(&manifest.source_locale).map(|shown| shown.version.published)
            }
            None => manifest.published,
        }
    }

    /// The policies that have versions.
    fn released(&self) -> impl Iterator<Item = (&Manifest, Timeline<'_>)> {
        let manifests = self.plan.manifests.iter();
        manifests.filter_map(|one| Some((one, self.days.timeline(one, self.plan)?)))
    }

    /// The indexes, if they keep what texts promise; only who publishes has to.
    fn kept(&self, outputs: Vec<Output>) -> Result<Vec<Output>, Vec<Diagnostic>> {
        let released = self.released().filter(|_| self.options.publishes());
        let broken: Vec<_> = released
            .flat_map(|(one, timeline)| promises::unannounced(one, timeline, self.plan, &outputs))
            .collect();
        if broken.is_empty() { Ok(outputs) } else { Err(broken) }
    }

    /// What apps need to show notices; nothing in a draft, which announces
    /// nothing.
    pub(super) fn notices(&self, parts: &Parts<'_>) -> Result<Rendered, Diagnostic> {
        if self.options.draft {
            return Ok(Rendered::default());
        }
        let glance = self.store.glance(parts.len());
        let are_there =
            |files: &Vec<&OutputRecord<'_>>| glance.are_as_recorded(files.iter().copied());
        let is_there = |part| parts.get(&part).is_some_and(are_there);
        let gists = self.gists("", "");
        let earlier = |manifest: &Manifest| Earlier {
            settings: self.keys.notices(manifest, self.plan),
            is_there: &is_there,
            gists: &gists,
        };
        let policies: Vec<_> = self.released().collect();
        let phrases = |locale| self.plan.phrases(locale);
        render_notices(&policies, &phrases, self.site, &self.plan.templates, &earlier)
    }
}
