//! A version that has the text of the newest one: another day for what was announced,
//! or nothing at all.

use std::collections::BTreeMap;

use ereje::change::{Changes, Kind};
use ereje::digest::sha256;
use ereje::locale::Locale;
use ereje::version::{Release, Version};

use super::gate::Gate;
use crate::failure::Failure;

impl Gate<'_> {
    /// That it takes effect on another day than the newest one, which is announced and
    /// taken back by it.
    ///
    /// # Errors
    /// Why there is nothing to release.
    pub(super) fn check_is_postponed(
        &self,
        version: &Version,
        newest: &Version,
    ) -> Result<(), Failure> {
        let Version { version: name, effective, .. } = newest;
        let is_announced = *effective > version.published;
        let retracts = self.options.retracts.contains(name);
        let is_other_day = version.effective != *effective;
        if is_announced && retracts && is_other_day {
            return Ok(());
        }
        let message =
            format!("nothing has changed since version {name}: there is nothing to release");
        let failure = Failure::new(message);
        Err(match (is_announced, retracts) {
            (true, true) => failure.hint(format!("{effective} is its day already")),
            (true, false) => failure.hint(format!(
                "to have it take effect on another day than {effective}, add `--retracts {name}`"
            )),
            (false, _) if self.options.retracts.is_empty() => failure,
            (false, _) => failure.hint("a notice is taken back by a version that has another text"),
        })
    }
}

/// The kind of change that the owner gave to the same text when it was announced for
/// another day, where that was not what the texts tell; with the reason, which is on record.
pub(super) fn said_again(version: &mut Version, announced: &Version) -> Option<Kind> {
    let is_less = announced.severity < version.floor;
    // A reason is one for the change that it was given for.
    let holds = announced.floor == version.floor || !is_less;
    if is_less && holds && version.reason.is_none() {
        version.reason.clone_from(&announced.reason);
    }
    holds.then_some(announced.severity)
}

/// The meanings of clauses are those of the version that was announced with the same text
/// for another day: who knows of that is asked nothing again. But who was told of a later
/// day has to hear of a sooner one: the clauses that change have another meaning then.
pub(super) fn meanings_of_another_day(
    release: &mut Release,
    announced: &Version,
    changes: &BTreeMap<Locale, Changes>,
) {
    let Version { source_locale, effective, clauses, .. } = &mut release.version;
    let changed = changes.get(source_locale);
    for clause in clauses {
        let before = announced.clauses.iter().find(|before| before.id == clause.id);
        let meaning = before.map_or("", |before| before.meaning.as_str());
        let is_changed = changed
            .is_some_and(|changes| changes.clauses.iter().any(|change| change.id == clause.id));
        clause.meaning = match is_changed && *effective < announced.effective {
            true => sha256(format!("{meaning}\n{effective}\n").as_bytes()),
            false => meaning.to_owned(),
        };
    }
}
