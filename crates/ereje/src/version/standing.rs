//! Which version is in force when, and which one its readers knew before.

use super::{Card, History, NoticeText, Release, Version};
use crate::fact::Date;

/// Where a version stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It binds.
    InForce,
    /// It will.
    Coming,
    /// It did.
    Past,
    /// It never did nor will: a later one replaced it before its day.
    Replaced,
}

impl Standing {
    /// The message of `notice.ftl` that says so.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Standing::InForce => "status-in-force",
            Standing::Coming => "status-coming",
            Standing::Past => "status-past",
            Standing::Replaced => "status-replaced",
        }
    }
}

/// Whether a version is never in force because of one that was released later:
/// because that takes effect no later, or because it takes the notice back
/// before the day has come.
fn replaces(later: &Version, version: &Version) -> bool {
    later.effective <= version.effective
        || (later.published < version.effective && later.retracts.contains(&version.version))
}

fn replaced_by(later: &[Release], version: &Version) -> bool {
    later.iter().any(|later| replaces(&later.version, version))
}

impl History {
    /// The version in force on a day: the last one that has taken effect by
    /// then, unless the policy ended with it. One that was replaced before its day
    /// never is.
    #[must_use]
    pub fn in_force(&self, on: Date) -> Option<&Release> {
        self.latest(on).filter(|release| !release.version.ends)
    }

    /// The version by which the policy has ended on a day, and that no other follows.
    #[must_use]
    pub fn ended(&self, on: Date) -> Option<&Release> {
        self.latest(on).filter(|release| release.version.ends)
    }

    /// The last version that has taken effect by a day, whether it is in force or ends
    /// the policy: what a reader of that day knows.
    #[must_use]
    pub fn latest(&self, on: Date) -> Option<&Release> {
        let mut releases = self.releases().iter().zip(&self.replaced).rev();
        let is = |(release, replaced): &(&Release, &bool)| {
            release.version.effective <= on && !**replaced
        };
        releases.find(is).map(|(release, _)| release)
    }

    /// The versions that are announced and take effect after a day, the next
    /// one first.
    pub fn coming(&self, on: Date) -> impl Iterator<Item = &Release> {
        // A later one takes effect later, or the earlier one is replaced.
        self.releases()
            .iter()
            .filter(move |release| release.version.effective > on && !self.is_replaced(release))
    }

    /// Where a version stands on a day.
    #[must_use]
    pub fn standing(&self, release: &Release, on: Date) -> Standing {
        let is = |other: &Release| other.version.version == release.version.version;
        if self.is_replaced(release) {
            Standing::Replaced
        } else if self.in_force(on).is_some_and(is) {
            Standing::InForce
        } else if release.version.effective > on && self.get(&release.version.version).is_some() {
            Standing::Coming
        } else {
            Standing::Past
        }
    }

    /// Whether a later version takes the notice about this one back.
    #[must_use]
    pub fn is_retracted(&self, release: &Release) -> bool {
        self.retraction(release).is_some()
    }

    /// The first version that takes the notice about this one back.
    #[must_use]
    pub fn retraction(&self, release: &Release) -> Option<&Release> {
        let name = &release.version.version;
        self.releases().iter().find(|other| other.version.retracts.contains(name))
    }

    /// The versions that never will be in force because of `version`, which is not
    /// released yet: those that one before it has replaced are not among them.
    pub fn replaced_by(&self, version: &Version) -> impl Iterator<Item = &Release> {
        let so_far = self.releases().iter().zip(&self.replaced);
        so_far
            .filter(|(release, replaced)| !**replaced && replaces(version, &release.version))
            .map(|(release, _)| release)
    }

    /// What the notice about a version says on a day.
    #[must_use]
    pub fn card<'n>(&self, release: &Release, notice: &'n NoticeText, on: Date) -> &'n Card {
        // Of a version that was replaced before its day it never was "now".
        if self.is_replaced(release) {
            &notice.coming
        } else {
            notice.on(on, release.version.effective)
        }
    }

    /// Whether a version was replaced before its day: it never is in force.
    #[must_use]
    pub fn is_replaced(&self, release: &Release) -> bool {
        let of_all = || replaced_by(self.releases(), &release.version);
        self.place(&release.version.version).map_or_else(of_all, |at| self.replaced[at])
    }

    /// Finds out once what is asked of each version again and again, of the one that
    /// was added last.
    pub(super) fn compare_last(&mut self) {
        let Some((last, before)) = self.releases().split_last() else { return };
        let are_replaced: Vec<bool> =
            before.iter().map(|earlier| replaces(&last.version, &earlier.version)).collect();
        let base = base(before, &last.version);
        let known = self.replaced.iter_mut().zip(are_replaced);
        known.for_each(|(replaced, by_last)| *replaced |= by_last);
        self.replaced.push(false);
        self.bases.push(base);
    }

    /// The first day on which a version is no longer in force, as far as is known:
    /// that on which the next one takes effect, or, of one that ends the policy, its own
    /// day. `None` where none follows, and of a version that was replaced before its day.
    #[must_use]
    pub fn until(&self, release: &Release) -> Option<Date> {
        let at = self.place(&release.version.version).filter(|&at| !self.replaced[at])?;
        if release.version.ends {
            return Some(release.version.effective);
        }
        let next = (at + 1..self.releases().len()).find(|&next| !self.replaced[next])?;
        Some(self.releases()[next].version.effective)
    }

    /// The version that the changes of `version` are told from: the one in
    /// force until its day, as far as was known when it was released. `version`
    /// may be one that is not released yet.
    #[must_use]
    pub fn base(&self, version: &Version) -> Option<&Release> {
        let releases = self.releases();
        let base = match self.place(&version.version) {
            Some(at) => self.bases[at],
            None => base(releases, version),
        };
        base.map(|at| &releases[at])
    }
}

/// The version that the changes of `version` are told from, of those `before` it.
#[must_use]
pub fn base_of<'r>(before: &'r [Release], version: &Version) -> Option<&'r Release> {
    base(before, version).map(|at| &before[at])
}

/// Where that version is.
fn base(before: &[Release], version: &Version) -> Option<usize> {
    let base = (0..before.len()).rev().find(|&at| {
        let later = before[at + 1..].iter().map(|later| &later.version);
        !later.chain([version]).any(|later| replaces(later, &before[at].version))
    });
    // A version that is replaced on its own first day was known all the same.
    base.or_else(|| before.len().checked_sub(1))
}

#[cfg(test)]
mod tests;
