//! The owner's own words about a version: in every language or in none, and under
//! a name that they are found by.

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje::phrases::{PHRASES, own_notice};
use ereje::version::{History, Release, Version};

use super::gate::Gate;

impl Gate<'_> {
    /// What the owner wrote about the version and no reader would see; of one that is
    /// `announced` for another day, also what was written of that.
    pub(super) fn check_words(
        &self,
        version: &Version,
        (history, announced): (&History, Option<&Release>),
        found: &mut Vec<Diagnostic>,
    ) {
        let id = own_notice(&version.policy, &version.version);
        let files = |locale| Some((locale, self.plan.notices.get(locale)?));
        let files = self.manifest.locales.iter().filter_map(files);
        let (with, without): (Vec<_>, Vec<_>) =
            files.partition(|(_, file)| file.message(&id).is_some());
        for (locale, file) in &without {
            let lost = self.lost_words(file, history).map(|lost| {
                let message = format!("`{lost}` is about no version, so these words are not shown");
                let told = file.fault("lost-words", lost, message).of_locale(locale.tag());
                told.hint(format!("call it `{id}`, or remove it")).of_policy(&version.policy)
            });
            found.extend(lost);
            let Some(Version { version: other, .. }) = announced.map(|one| &one.version) else {
                continue;
            };
            let said = own_notice(&version.policy, other);
            if let Some(message) = file.message(&said) {
                let told = format!(
                    "`{said}` is about {other}, so these words would not be shown of the same text \
                     on another day"
                );
                let told = file.fault("lost-words", message.id.name, told).of_locale(locale.tag());
                let hint = format!("call it `{id}`, or remove it");
                found.push(told.hint(hint).of_policy(&version.policy));
            }
        }
        let names = |files: &[(&Locale, &FtlFile)]| {
            files.iter().map(|(locale, _)| locale.tag()).collect::<Vec<_>>().join(", ")
        };
        if let Some((_, file)) = with.first().filter(|_| !without.is_empty()) {
            let message = format!(
                "the notice has your own words in {}, and other ones in {}",
                names(&with),
                names(&without)
            );
            let hint = format!("write `{id}` in these languages as well");
            let told = file.fault("words-apart", own(file, &id), message).hint(hint);
            let told = Diagnostic { level: Level::Warning, ..told.of_policy(&version.policy) };
            let mut told = vec![told];
            self.plan.judge.apply(&mut told);
            found.extend(told);
        }
    }

    /// Messages that are named like words about a version of the policy, where there
    /// is none of this name.
    fn lost_words<'f>(
        &self,
        file: &'f FtlFile,
        history: &History,
    ) -> impl Iterator<Item = &'f str> {
        let policy = &self.manifest.id;
        let known: Vec<String> = (history.releases().iter())
            .map(|release| own_notice(policy, &release.version.version))
            .collect();
        let start = own_notice(policy, "");
        // The name of another policy may begin like that of this one.
        let others = self.plan.manifests.iter().filter(|other| other.id.len() > policy.len());
        let others: Vec<String> = others.map(|other| own_notice(&other.id, "")).collect();
        let is_lost = move |id: &&str| {
            id.starts_with(&start)
                && !known.iter().any(|known| known == id)
                && !others.iter().any(|other| id.starts_with(other))
                && !PHRASES.iter().any(|(name, _)| name == id)
        };
        file.messages().map(|message| message.id.name).filter(is_lost)
    }
}

fn own<'f>(file: &'f FtlFile, id: &str) -> &'f str {
    file.message(id).map_or("", |message| message.id.name)
}
