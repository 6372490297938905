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
    /// then. One that was replaced before its day never is.
    #[must_use]
    pub fn in_force(&self, on: Date) -> Option<&Release> {
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
    /// that on which the next one takes effect. `None` where none does, and of a
    /// version that never is in force.
    #[must_use]
    pub fn until(&self, release: &Release) -> Option<Date> {
        let at = self.place(&release.version.version).filter(|&at| !self.replaced[at])?;
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
mod tests {
    use super::super::chain::tests::history;
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    fn names<'r>(releases: impl IntoIterator<Item = &'r Release>) -> Vec<&'r str> {
        releases.into_iter().map(|release| release.version.version.as_str()).collect()
    }

    fn base<'h>(history: &'h History, version: &str) -> Option<&'h str> {
        let release = history.get(version).expect(version);
        history.base(&release.version).map(|base| base.version.version.as_str())
    }

    #[test]
    fn versions_that_are_announced_take_effect_in_turn() {
        let history = history(&[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("2.0", "2020-04-01", "2020-06-01", None),
            ("3.0", "2020-05-10", "2020-07-01", None),
        ]);
        let in_force =
            |on| history.in_force(day(on)).map(|release| release.version.version.as_str());
        assert_eq!(in_force("2020-05-15"), Some("1.0"));
        assert_eq!(in_force("2020-06-15"), Some("2.0"));
        assert_eq!(in_force("2020-07-01"), Some("3.0"));
        assert_eq!(names(history.coming(day("2020-05-15"))), ["2.0", "3.0"]);
        assert_eq!(names(history.coming(day("2020-06-15"))), ["3.0"]);
        assert_eq!(base(&history, "3.0"), Some("2.0"));
        assert_eq!(base(&history, "2.0"), Some("1.0"));
        assert_eq!(base(&history, "1.0"), None);
    }

    #[test]
    fn what_is_replaced_before_its_day_never_is_in_force() {
        for retracts in [None, Some("2.0")] {
            // At the same day, or later with the notice taken back.
            let effective = if retracts.is_none() { "2020-06-01" } else { "2020-06-20" };
            let history = history(&[
                ("1.0", "2020-01-01", "2020-01-01", None),
                ("2.0", "2020-04-01", "2020-06-01", None),
                ("2.1", "2020-05-10", effective, retracts),
            ]);
            assert!(history.is_replaced(history.get("2.0").expect("2.0")));
            let new = |effective: &str| Version {
                published: day("2020-05-15"),
                effective: day(effective),
                retracts: vec!["1.0".to_owned(), "2.0".to_owned()],
                ..history.get("2.1").expect("2.1").version.clone()
            };
            // Neither what was in force nor what is replaced already.
            assert_eq!(names(history.replaced_by(&new("2020-06-21"))), [""; 0]);
            assert_eq!(names(history.replaced_by(&new(effective))), ["2.1"]);
            assert_eq!(names(history.coming(day("2020-05-15"))), ["2.1"]);
            assert_eq!(names(history.in_force(day("2020-06-20"))), ["2.1"]);
            assert_eq!(names(history.in_force(day("2020-05-31"))), ["1.0"]);
            assert_eq!(base(&history, "2.1"), Some("1.0"));
            assert_eq!(base(&history, "2.0"), Some("1.0"));
        }
    }

    #[test]
    fn a_version_is_in_force_until_the_next_one_takes_effect() {
        let history = history(&[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("2.0", "2020-04-01", "2020-06-01", None),
            ("2.1", "2020-05-10", "2020-06-20", Some("2.0")),
            ("3.0", "2020-07-01", "2020-07-01", None),
        ]);
        let until = |version| {
            let until = history.until(history.get(version).expect(version));
            until.map(|day| day.to_string())
        };
        assert_eq!(until("1.0").as_deref(), Some("2020-06-20"));
        assert_eq!(until("2.0"), None, "it never was in force");
        assert_eq!(until("2.1").as_deref(), Some("2020-07-01"));
        assert_eq!(until("3.0"), None, "nothing follows");
        // Every day has the one version that is in force on it.
        for at in 0..250 {
            let on = Date::from_days_since_1970(day("2020-01-01").days_since_1970() + at);
            let spans = |release: &&Release| {
                !history.is_replaced(release)
                    && release.version.effective <= on
                    && history.until(release).is_none_or(|until| on < until)
            };
            let spanned = names(history.releases().iter().filter(spans));
            assert_eq!(spanned, names(history.in_force(on)), "{on}");
        }
    }

    #[test]
    fn a_notice_that_is_taken_back_later_does_not_undo_its_version() {
        let history = history(&[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("2.0", "2020-04-01", "2020-06-01", None),
            ("2.1", "2020-06-10", "2020-06-10", Some("2.0")),
        ]);
        assert_eq!(names(history.in_force(day("2020-06-05"))), ["2.0"]);
        assert_eq!(base(&history, "2.1"), Some("2.0"));
    }

    #[test]
    fn a_version_of_the_same_day_is_known_all_the_same() {
        let history = history(&[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("1.1", "2020-01-01", "2020-01-01", None),
        ]);
        assert_eq!(base(&history, "1.1"), Some("1.0"));
        assert_eq!(names(history.in_force(day("2020-01-01"))), ["1.1"]);
    }

    #[test]
    fn each_day_a_version_stands_somewhere() {
        let history = history(&[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("2.0", "2020-04-01", "2020-06-01", None),
            ("2.1", "2020-05-10", "2020-06-20", Some("2.0")),
            ("3.0", "2020-07-01", "2020-07-10", None),
            // Published on the very day of the one whose notice it takes back.
            ("4.0", "2020-07-10", "2020-07-20", Some("3.0")),
        ]);
        use Standing::{Coming, InForce, Past, Replaced};
        for (on, expected) in [
            ("2019-12-31", [Coming, Replaced, Coming, Coming, Coming]),
            ("2020-01-01", [InForce, Replaced, Coming, Coming, Coming]),
            ("2020-06-20", [Past, Replaced, InForce, Coming, Coming]),
            ("2020-07-09", [Past, Replaced, InForce, Coming, Coming]),
            ("2020-07-10", [Past, Replaced, Past, InForce, Coming]),
            ("2020-07-20", [Past, Replaced, Past, Past, InForce]),
        ] {
            let releases = history.releases().iter();
            let stand: Vec<_> = releases.map(|one| history.standing(one, day(on))).collect();
            assert_eq!(stand, expected, "{on}");
            let coming = expected.iter().filter(|standing| **standing == Coming).count();
            assert_eq!(history.coming(day(on)).count(), coming, "{on}");
        }
    }
}
