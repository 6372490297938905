//! Which version of each policy is in force on the day that is generated for.

use std::collections::BTreeMap;

use ereje::fact::Date;
use ereje::manifest::Manifest;
use ereje::version::History;
use ereje_render::Timeline;
use xxhash_rust::xxh3::Xxh3;

use crate::plan::Plan;
use crate::redlines;
use crate::{clock, history};

/// The day of each policy.
pub(super) struct Days {
    days: BTreeMap<String, Date>,
    /// When another version takes effect or a suppression ends, in nanoseconds
    /// since 1970: until then nothing changes by itself.
    pub(super) until: u64,
}

impl Days {
    /// The day asked for, or today where each policy is.
    pub(super) fn new(plan: &Plan, on: Option<Date>) -> Days {
        let mut days = Days { days: BTreeMap::new(), until: u64::MAX };
        if let Some(last) = plan.judge.next_expiry().filter(|_| on.is_none()) {
            // What a suppression covered is found again on the day after.
            days.until = clock::start_of(clock::days_after(last, 1), "UTC");
        }
        for manifest in &plan.manifests {
            let Some(history) = plan.history(&manifest.id) else { continue };
            let zone = history::time_zone(history, manifest);
            let day = on.unwrap_or_else(|| clock::today(zone));
            if on.is_none() {
                let effective = history.releases().iter().map(|release| release.version.effective);
                let next = effective.filter(|effective| *effective > day).min();
                let next = next.map_or(u64::MAX, |next| clock::start_of(next, zone));
                days.until = days.until.min(next);
            }
            days.days.insert(manifest.id.clone(), day);
        }
        days
    }

    /// The versions of a policy on its day, if it has any.
    pub(super) fn timeline<'t>(&self, manifest: &Manifest, plan: &'t Plan) -> Option<Timeline<'t>> {
        let history = plan.history(&manifest.id)?;
        let on = *self.days.get(&manifest.id)?;
        Some(Timeline {
            history,
            on,
            compare: &redlines::compare,
            starts: &clock::seconds_at_start_of,
        })
    }

    /// What of the day decides about pages: which version is in force, and whose
    /// day has come.
    pub(super) fn standing(&self, policy: &str, history: &History) -> u64 {
        let mut hash = Xxh3::new();
        if let Some(on) = self.days.get(policy) {
            if let Some(release) = history.in_force(*on) {
                hash.update(release.version.version.as_bytes());
            }
            for release in history.releases() {
                hash.update(&[u8::from(release.version.effective <= *on)]);
            }
        }
        hash.digest()
    }
}
