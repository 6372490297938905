//! A version with which the policy ends, and one by which it goes on after all.

use ereje::change::Action;
use ereje::diagnostic::Diagnostic;
use ereje::phrases::own_notice;
use ereje::version::{History, Release, Version};

use super::gate::Gate;
use crate::failure::Failure;
use crate::redlines::Weight;

impl Gate<'_> {
    /// That there is a policy which can end, and that it does not end already.
    ///
    /// # Errors
    /// Why it can not.
    pub(super) fn check_can_end(
        &self,
        version: &Version,
        history: &History,
    ) -> Result<(), Failure> {
        if !version.ends {
            return Ok(());
        }
        let Some(newest) = history.newest().map(|newest| &newest.version) else {
            let message = "there is no version yet, so there is nothing that could end";
            return Err(Failure::new(message).hint("leave `--ends` out, or remove the policy"));
        };
        if !newest.ends || history.replaced_by(version).any(|other| other.version == *newest) {
            return Ok(());
        }
        let Version { version: name, effective, .. } = newest;
        if *effective <= version.published {
            let message =
                format!("the policy has ended on {effective} already, with version {name}");
            return Err(Failure::new(message));
        }
        let message = format!("version {name} ends the policy on {effective} already");
        let hint = format!("to have it end on another day, add `--retracts {name}`");
        Err(Failure::new(message).hint(hint))
    }

    /// That the notice of a version which brings the policy back on a later day has words of
    /// its own: the usual ones say that an earlier version holds until then, and none does.
    pub(super) fn check_words_of_return(
        &self,
        version: &Version,
        base: Option<&Release>,
        found: &mut Vec<Diagnostic>,
    ) {
        let comes_back = base.is_some_and(|base| base.version.ends) && !version.ends;
        if !comes_back || version.effective <= version.published {
            return;
        }
        let id = own_notice(&version.policy, &version.version);
        let mut without = self.manifest.locales.iter().filter(|locale| {
            self.plan.notices.get(locale).is_some_and(|file| file.message(&id).is_none())
        });
        let Some(locale) = without.next() else { return };
        let message = format!(
            "the usual notice would say that an earlier version holds until {}, and none does: the \
             policy has ended",
            version.effective
        );
        let path = format!("locales/{locale}/notice.ftl");
        let told = Diagnostic::error("unannounced-change", path, message);
        let hint = format!("write your own words in each language: `{id} = …`");
        found.push(told.hint(hint).of_policy(&version.policy).of_locale(locale.tag()));
    }

    /// What is asked of readers where nobody says otherwise: nobody can agree to a policy
    /// that holds no more.
    pub(super) fn action_at_end(
        &self,
        version: &Version,
        usual: Action,
        found: &mut Vec<Diagnostic>,
    ) -> Action {
        if version.ends && self.options.action == Some(Action::Consent) {
            let message = "the policy ends, so there is nothing that readers could consent to";
            let hint = "give `--action inform` or `--action acknowledge`";
            found.push(self.fault("unexplained-release", message.to_owned(), hint));
        }
        match usual {
            Action::Consent if version.ends => Action::Inform,
            usual => usual,
        }
    }
}

/// What a change weighs, with what it means for the policy as a whole.
pub(super) fn weight_with_end(
    weight: Weight,
    version: &Version,
    newest: Option<&Version>,
) -> Weight {
    let ended = newest.is_some_and(|newest| newest.ends);
    match (version.ends, ended) {
        (true, _) => weight.and_material("the policy ends"),
        (false, true) => weight.and_material("the policy, which was to end, goes on"),
        (false, false) => weight,
    }
}
