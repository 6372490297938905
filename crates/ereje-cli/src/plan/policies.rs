//! The plan of each policy, dated by its versions.

use std::collections::{BTreeMap, BTreeSet};

use ereje::diagnostic::{Diagnostic, Level};
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, is_policy_name, read_manifest};
use ereje::profile::{PROFILES_FOLDER, Profiles, read_profiles};
use ereje::version::{History, Release};
use ereje_check::check_profiles;

use crate::inputs::Inputs;
use crate::{clock, history};

/// Stands for the day of a version that can not be read.
const ANY_DAY: Date = Date { year: 2000, month: 1, day: 1 };

pub(super) type Histories = BTreeMap<String, History>;

/// The profiles, built in and the workspace's own.
pub(super) fn profiles(inputs: &Inputs, found: &mut Vec<Diagnostic>) -> Profiles {
    let mut own = BTreeMap::new();
    let folder = format!("{PROFILES_FOLDER}/");
    for path in inputs.files.keys().filter(|path| path.starts_with(&folder)) {
        match inputs.read(path) {
            Ok(text) => {
                own.insert(path.clone(), text);
            }
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    let (profiles, wrong) = read_profiles(&own);
    found.extend(wrong);
    profiles
}

/// The plans of all policies with their versions.
pub(super) fn read(
    inputs: &mut Inputs,
    profiles: &Profiles,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Manifest>, Histories) {
    let mut manifests = Vec::new();
    let mut histories = Histories::new();
    let mut texts = BTreeMap::new();
    let policies = inputs.folders("policies");
    if policies.is_empty() {
        let message = "there are no policies in this workspace";
        let hint =
            "make a folder for one, with a policy.toml; `ereje init` in an empty folder shows how";
        found.push(Diagnostic::error("no-policies", "policies", message).hint(hint));
    }
    for id in policies {
        let path = format!("policies/{id}/policy.toml");
        if !is_policy_name(&id) {
            let message = format!("`{id}` can not be the name of a policy");
            let hint = "use letters, digits, `-` and `_`; `terms` and `notice` are other files";
            found.push(
                Diagnostic::error("unsafe-path", format!("policies/{id}"), message).hint(hint),
            );
            continue;
        }
        if !inputs.files.contains_key(&path) {
            let message = format!("the policy `{id}` has no policy.toml");
            let hint = "add one, or remove the folder";
            found.push(Diagnostic::error("missing-manifest", path, message).hint(hint));
            continue;
        }
        match inputs.read(&path) {
            Ok(text) => {
                let (manifest, wrong) = read_manifest(&id, &path, &text);
                // What could not be read may say what a profile asks for.
                let is_read = !wrong.iter().any(|told| told.level == Level::Error);
                found.extend(wrong);
                let (history, wrong) = history::read(&id, inputs);
                let is_sound = wrong.is_empty();
                found.extend(wrong);
                manifests.extend(manifest.map(|mut manifest| {
                    found.extend(check_notice(&manifest, &text));
                    let is_there = |id: &str| {
                        inputs.files.contains_key(&format!("{PROFILES_FOLDER}/{id}.toml"))
                    };
                    let lacks = check_profiles(&manifest, &text, profiles, is_there).into_iter();
                    found.extend(lacks.filter(|told| is_read || told.level == Level::Error));
                    if is_sound {
                        found.extend(lost_locales(&manifest, &history));
                        found.extend(date(&mut manifest, &history, &text));
                    } else if manifest.published.is_none() {
                        // Nothing is made of it; but that its versions can not be read is no
                        // fault of the texts that show their date.
                        manifest.published = Some(ANY_DAY);
                    }
                    manifest
                }));
                if is_sound {
                    histories.insert(id.clone(), history);
                }
                texts.insert(id, text);
            }
            Err(diagnostic) => found.push(diagnostic.of_policy(&id)),
        }
    }
    let text = |manifest: &Manifest| texts.get(&manifest.id).map_or("", String::as_str);
    found.extend(ereje_check::check_permalinks(&manifests, text));
    (manifests, histories)
}

/// Dates a policy from its newest version; one without versions dates itself.
fn date(manifest: &mut Manifest, history: &History, text: &str) -> Option<Diagnostic> {
    let span = manifest.published_span.clone();
    let fault = |rule, message: &str, hint: &str| {
        let fault = Diagnostic::error(rule, &manifest.path, message).at(text, span.clone());
        Some(fault.hint(hint).of_policy(&manifest.id))
    };
    let Some(newest) = history.newest() else {
        let hint = "add `published = 2026-11-15` with the day that the page shall bear";
        let undated = span.is_empty().then(|| fault("undated", "the policy has no date", hint));
        return undated.flatten();
    };
    let told = (!span.is_empty()).then(|| {
        let message = "the policy has versions, and they bear the dates";
        let mut told = fault("second-date", message, "remove the line")?;
        // It stood there before the first release, and does no harm.
        let published = |release: &Release| Some(release.version.published);
        if history.releases().iter().any(|release| published(release) == manifest.published) {
            told.level = Level::Warning;
        }
        Some(told)
    });
    manifest.published = Some(newest.version.published);
    told.flatten()
}

/// Languages that versions have and the policy does not know any more: links to
/// what was released in them would die.
fn lost_locales(manifest: &Manifest, history: &History) -> Option<Diagnostic> {
    let released = history.releases().iter().flat_map(|release| release.texts.keys());
    let lost: BTreeSet<&str> =
        released.filter(|locale| !manifest.has_pages_in(locale)).map(Locale::tag).collect();
    if lost.is_empty() {
        return None;
    }
    let tags: Vec<&str> = lost.into_iter().collect();
    let message = format!("versions were released in `{}`, which has no pages", tags.join("`, `"));
    let former: Vec<&str> =
        manifest.former_locales.iter().map(Locale::tag).chain(tags.iter().copied()).collect();
    let hint = format!(
        "write `former-locales = [\"{}\"]` below `locales`, so that links to what was in force do \
         not die",
        former.join("\", \"")
    );
    let told = Diagnostic::warning("lost-locale", &manifest.path, message);
    Some(told.hint(hint).of_policy(&manifest.id))
}

/// A time zone that nobody knows would move every date.
fn check_notice(manifest: &Manifest, text: &str) -> Option<Diagnostic> {
    let notice = &manifest.notice;
    if clock::is_time_zone(&notice.time_zone) {
        return None;
    }
    let message = format!("`{}` is no time zone", notice.time_zone);
    let hint = "write a name of the IANA time zone database, such as `Asia/Almaty`";
    let fault = Diagnostic::error("unknown-time-zone", &manifest.path, message);
    Some(fault.at(text, notice.time_zone_span.clone()).hint(hint).of_policy(&manifest.id))
}
