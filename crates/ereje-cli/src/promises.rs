//! Whether what was built keeps what its text promises. It looks at the files as
//! they are about to be published, so that neither a template of one's own nor an
//! output that is switched off breaks a promise in silence.

use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::version::{Release, Version};
use ereje_render::{Output, Timeline, letters, letters_of_page, page_paths};
use serde_json::Value;

use crate::plan::Plan;

const DATE: &str = "date-at-bottom";
const NOTICE: &str = "main-page-notice";

/// The clause of a version that makes a promise.
fn promising<'v>(version: &'v Version, promise: &str) -> Option<&'v str> {
    let promises = |name: &String| name == promise;
    let clause = version.clauses.iter().find(|clause| clause.promises.iter().any(promises))?;
    Some(&clause.id)
}

fn broken(manifest: &Manifest, clause: &str, message: String, hint: &str) -> Diagnostic {
    let told = Diagnostic::error("promise-not-kept", &manifest.path, message).hint(hint);
    told.of_policy(&manifest.id).of_clause(clause)
}

/// Pages of a policy in one language that do not bear their date at the bottom
/// although a clause promises it: the one at its address, and that of the newest
/// version.
pub(crate) fn undated(
    manifest: &Manifest,
    locale: &Locale,
    timeline: Timeline<'_>,
    plan: &Plan,
    outputs: &[Output],
) -> Vec<Diagnostic> {
    let home = manifest.permalink(locale);
    let at_home = timeline.shown(locale).map(|release| (home.to_owned(), release));
    let newest = timeline.history.newest();
    let own = newest.map(|release| (format!("{home}/{}", release.version.version), release));
    let mut found = Vec::new();
    for (link, release) in at_home.into_iter().chain(own) {
        let Some(clause) = promising(&release.version, DATE) else { continue };
        let Some(document) = release.document(locale, manifest) else { continue };
        let date = letters(document.last_updated.text());
        let last = document.clauses.last().map_or("", |clause| clause.body.text());
        let last = letters(last);
        for path in page_paths(&link, &plan.workspace.outputs) {
            let Some(page) = outputs.iter().find(|output| output.path == path) else { continue };
            let shown = letters_of_page(&path, &String::from_utf8_lossy(&page.bytes));
            let end = shown.rfind(&last).map_or(0, |at| at + last.len());
            if shown[end..].contains(&date) {
                continue;
            }
            let message = format!(
                "{path} does not show “{}” below its clauses, as the clause `{clause}` promises",
                document.last_updated.text()
            );
            let hint = "let the template of that page show `last_updated` after the clauses";
            let told = broken(manifest, clause, message, hint);
            found.push(told.of_locale(locale.tag()));
        }
    }
    found
}

/// Changes that apps show no notice of although a clause promises one, as far as
/// the files for apps tell.
pub(crate) fn unannounced(
    manifest: &Manifest,
    timeline: Timeline<'_>,
    plan: &Plan,
    outputs: &[Output],
) -> Vec<Diagnostic> {
    let history = timeline.history;
    let Some(newest) = history.newest() else { return Vec::new() };
    let Some(clause) = promising(&newest.version, NOTICE) else { return Vec::new() };
    let Some(folder) = &plan.workspace.outputs.json else {
        let message = format!(
            "the clause `{clause}` promises a notice on the main page, and the files that tell apps \
             of it are switched off"
        );
        let hint = "take `enabled = false` out of `[outputs.json]` in ereje.toml";
        return vec![broken(manifest, clause, message, hint)];
    };
    // Each language has a file with all notices in it.
    let read = |locale: &Locale| {
        let path = format!("{folder}/{}/{locale}/notices.json", manifest.product);
        let file = outputs.iter().find(|output| output.path == path);
        let file = file.and_then(|output| serde_json::from_slice::<Value>(&output.bytes).ok());
        (path, file.unwrap_or_default())
    };
    let files: BTreeMap<&Locale, (String, Value)> =
        manifest.locales.iter().map(|locale| (locale, read(locale))).collect();
    let is_taken_back = |release: &Release| {
        let name = &release.version.version;
        history.releases().iter().any(|later| later.version.retracts.contains(name))
    };
    let owed = history.releases().iter().filter(|release| {
        let version = &release.version;
        version.previous.is_some()
            && version.severity.calls_for_notice()
            && timeline.on < version.show_until
            && !history.is_replaced(release)
            && !is_taken_back(release)
    });
    let mut found = Vec::new();
    for release in owed {
        let version = &release.version;
        let id = format!("{}/{}", manifest.id, version.version);
        // A language that is newer than the version has no notice of it.
        let told = files.iter().filter(|(locale, _)| release.texts.contains_key(locale));
        for (locale, (path, file)) in told {
            let mut notices = file["notices"].as_array().into_iter().flatten();
            let notice = notices.find(|notice| notice["id"] == id.as_str());
            let Some(notice) = notice.filter(|notice| notice["action"] != "none") else {
                let message = format!(
                    "{path} announces nothing of version {}, although the clause `{clause}` promises \
                     a notice on the main page",
                    version.version
                );
                let hint = "release a version that tells readers of it, with `--action inform`";
                found.push(broken(manifest, clause, message, hint));
                break;
            };
            let card = &notice["locales"][locale.tag()];
            let has = |key: &str| card[key].as_str().is_some_and(|words| !words.trim().is_empty());
            if has("title") && has("summary") {
                continue;
            }
            let message = format!(
                "{path} has no notice of version {}, although the clause `{clause}` promises one on \
                 the main page",
                version.version
            );
            let hint = "generate all languages at once, without `--locale`";
            found.push(broken(manifest, clause, message, hint).of_locale(locale.tag()));
        }
    }
    found
}
