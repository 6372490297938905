//! The days of a version: in order, and as far apart as laws and the policy itself
//! ask for.

use ereje::change::Action;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::profile::{self, Earliest};
use ereje::version::{Release, Version};

use super::gate::Gate;
use crate::clock;

impl Gate<'_> {
    /// The first day on which a change of this kind may take effect; nothing
    /// where nobody asks for time.
    pub(super) fn earliest(&self, version: &Version, is_first: bool) -> Option<Earliest> {
        if is_first {
            return None;
        }
        let notice = &self.manifest.notice;
        profile::earliest(version.severity, version.published, notice, &self.plan.profiles)
    }

    /// Days that run backwards, or follow each other too soon.
    pub(super) fn check_dates(
        &self,
        version: &Version,
        newest: Option<&Release>,
        found: &mut Vec<Diagnostic>,
    ) {
        let Version { published, effective, .. } = version;
        if effective < published {
            let message = format!(
                "the version would take effect on {effective}, before it is published on {published}"
            );
            let hint = "give a later `--effective`, or the day of publication by `--published`";
            found.push(self.fault("past-effective-date", message, hint));
        } else if let Some(earliest) = self.earliest(version, newest.is_none())
            && *effective < earliest.day
            && version.short_notice.is_none()
        {
            let message = format!(
                "published on {published}, the version may take effect on {} at the earliest, not \
                 on {effective}: {}",
                earliest.day, earliest.why
            );
            let hint = format!(
                "give `--effective {}`; where the law makes an exception, say which with \
                 `--short-notice`",
                earliest.day
            );
            found.push(self.fault("notice-too-short", message, &hint));
        }
        let today = clock::today(&version.time_zone);
        if *published > today {
            let message = format!(
                "the version says that it is published on {published}, and it is {today}: no other \
                 can be published before that day"
            );
            let hint = "leave `--published` out, or see to it that nobody sees the version sooner";
            let told = self.fault("future-publication", message, hint);
            let mut told = vec![Diagnostic { level: Level::Warning, ..told }];
            self.plan.judge.apply(&mut told);
            found.extend(told);
        }
        if let Some(newest) = newest
            && *published < newest.version.published
        {
            let message = format!(
                "the version would be published on {published}, before version {} of {}",
                newest.version.version, newest.version.published
            );
            let hint = "a version follows the one before in time too";
            found.push(self.fault("past-effective-date", message, hint));
        }
    }

    /// A change that readers would not be told of although they have to be.
    pub(super) fn check_is_announced(
        &self,
        version: &Version,
        base: Option<&Release>,
        found: &mut Vec<Diagnostic>,
    ) {
        let Some(base) = base else { return };
        let kind = version.severity;
        if version.action != Action::None {
            return;
        }
        // What the text in force promises counts as long as it is in force.
        let mut clauses = base.version.clauses.iter().chain(&version.clauses);
        let promises = |name: &String| name == "main-page-notice";
        let promised = kind.calls_for_notice().then(|| {
            let clause = clauses.find(|clause| clause.promises.iter().any(promises))?;
            Some(format!("the clause `{}` promises one on the main page", clause.id))
        });
        let asked = || profile::asks_for_notice(kind, &self.manifest.notice, &self.plan.profiles);
        let Some(why) = promised.flatten().or_else(asked) else { return };
        let message = format!("readers would get no notice of a {} change: {why}", kind.name());
        let hint = "give `--action inform`, or a lower `--severity` with your `--reason`";
        found.push(self.fault("unannounced-change", message, hint));
    }
}
