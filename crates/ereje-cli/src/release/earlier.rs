//! What a new version does to those before it: it may replace one that was announced,
//! and take notices back.

use ereje::change::Action;
use ereje::diagnostic::Diagnostic;
use ereje::version::{History, Release, Version};

use super::gate::Gate;

/// What becomes of versions before `version`, as what it does and to which, in words.
pub(super) fn effects(history: &History, version: &Version) -> Vec<(&'static str, String)> {
    let replaced = |release: &Release| {
        let Version { version: name, effective, ends, .. } = &release.version;
        if *ends {
            let words = format!("{name}, which was to end the policy on {effective}");
            return ("replaces", words);
        }
        let words = match *effective > version.published {
            true => format!("{name}, announced for {effective}: it will never be in force"),
            false => format!("{name}, of the same day: it counts as never in force"),
        };
        ("replaces", words)
    };
    let taken_back = |release: &Release| {
        let name = &release.version.version;
        let after = "apps show it no more, pages say that it was withdrawn";
        ("takes back", format!("the notice of {name}: {after}"))
    };
    let named = version.retracts.iter().filter_map(|name| history.get(name));
    let named = named.filter(|release| has_notice(release)).map(taken_back);
    let ended = history.ended(version.published).map(|end| &end.version);
    let goes_on = ended.map(|end| {
        let Version { version: name, effective, .. } = end;
        ("brings back", format!("the policy, which has ended on {effective} with {name}"))
    });
    let ends = version.ends.then(|| {
        let words =
            format!("the policy: from {} on no version of it is in force", version.effective);
        ("ends", words)
    });
    let others = history.replaced_by(version).map(replaced).chain(named);
    ends.into_iter().chain(goes_on).chain(others).collect()
}

fn has_notice(release: &Release) -> bool {
    release.texts.iter().any(|(_, text)| text.notice.is_some())
}

/// Whether readers of the language that binds see everything that `taken_back` changed as
/// it was before.
fn undoes(release: &Release, taken_back: &Release, history: &History) -> bool {
    let before = history.base(&taken_back.version).and_then(Release::source);
    let sources = before.zip(taken_back.source()).zip(release.source());
    sources.is_some_and(|((before, after), now)| {
        let ids = before.clauses.iter().chain(&after.clauses).map(|clause| clause.id.as_str());
        ids.filter(|id| before.clause(id) != after.clause(id))
            .all(|id| now.clause(id) == before.clause(id))
    })
}

impl Gate<'_> {
    /// A question to readers that is taken back while what they were asked about stands:
    /// apps would ask nobody any more.
    pub(super) fn check_still_asks(
        &self,
        release: &Release,
        history: &History,
        found: &mut Vec<Diagnostic>,
    ) {
        let version = &release.version;
        if version.ends || version.reason.is_some() {
            return;
        }
        for taken_back in version.retracts.iter().filter_map(|name| history.get(name)) {
            let Version { version: name, action, effective, .. } = &taken_back.version;
            // Of what binds nobody yet it is enough to say so.
            let is_said = *effective > version.published && self.options.action.is_some();
            let asked = match action {
                Action::Consent => "their consent",
                Action::Acknowledge => "an acknowledgement",
                Action::Inform | Action::None => continue,
            };
            if *action <= version.action || is_said || undoes(release, taken_back, history) {
                continue;
            }
            let message = format!(
                "version {name} asks readers for {asked}, and is taken back by one that does not, \
                 although what it changed still stands: nobody would be asked any more"
            );
            let hint = format!(
                "give `--action {}`, or say with `--reason` why nobody has to answer; it is recorded",
                action.name()
            );
            found.push(self.fault("unexplained-release", message, &hint));
        }
    }

    /// Notices that are taken back, and can not be.
    pub(super) fn check_retracts(
        &self,
        version: &Version,
        history: &History,
        found: &mut Vec<Diagnostic>,
    ) {
        for name in &version.retracts {
            let Some(release) = history.get(name) else {
                let message =
                    format!("there is no version `{name}` whose notice could be taken back");
                let hint = format!("`ereje log {}` lists the versions", self.manifest.id);
                found.push(self.fault("bad-version", message, &hint));
                continue;
            };
            let without = format!("leave `--retracts {name}` out");
            if let Some(by) = history.retraction(release) {
                let by = &by.version.version;
                let message =
                    format!("the notice of version {name} was taken back already, by version {by}");
                let hint = format!("{without}; what {by} says is taken back by `--retracts {by}`");
                found.push(self.fault("bad-version", message, &hint));
            } else if !has_notice(release)
                && history.replaced_by(version).all(|other| other.version.version != *name)
            {
                let message = format!("version {name} has no notice that could be taken back");
                found.push(self.fault("bad-version", message, &without));
            }
        }
    }
}
