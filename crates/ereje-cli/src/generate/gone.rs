//! What readers knew and what is there no more: versions whose release somebody took
//! back by removing its folder, and pages at an address that was given up.

use std::collections::BTreeSet;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_render::page_paths;

use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::store::{OutputRecord, Record};

/// What tells of what this run removes although readers may know it.
pub(super) fn tell(
    (plan, inputs): (&Plan, &Inputs),
    known: &Record<'_>,
    obsolete: &[OutputRecord<'_>],
) -> Vec<Diagnostic> {
    if obsolete.is_empty() {
        return Vec::new();
    }
    let mut told = lost((plan, inputs), known, obsolete);
    let released = plan.manifests.iter().filter(|manifest| plan.history(&manifest.id).is_some());
    told.extend(released.filter_map(|manifest| moved(manifest, plan, known)));
    plan.judge.apply(&mut told);
    told
}

/// What tells that the pages of a policy with versions have another address than in the
/// last run, and nothing leads there from the old one: those of its versions do, too.
fn moved(manifest: &Manifest, plan: &Plan, known: &Record<'_>) -> Option<Diagnostic> {
    let outputs = &plan.workspace.outputs;
    let from = |locale: &Locale| {
        let job = known.jobs.get(&(manifest.id.clone(), locale.tag().to_owned()))?;
        let paths = || job.outputs.iter().map(|output| &*output.path);
        let is_there = |page: &String| paths().any(|path| path == page);
        if page_paths(manifest.permalink(locale), outputs).any(|page| is_there(&page)) {
            return None;
        }
        let is_kept = |link: &&str| {
            let mut former = manifest.former_permalinks(locale);
            let is_below = |home| link.strip_prefix(home).is_some_and(|end| end.starts_with('/'));
            former.any(|home| *link == home || is_below(home))
        };
        // The page of the policy has the shortest address of all that are below it.
        let home = |folder: &Option<String>, end: &str| {
            let folder = format!("{}/", folder.as_ref()?);
            let links = paths().filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(end));
            let links = links.filter(|link| !is_kept(link));
            links.min_by_key(|link| link.len()).map(str::to_owned)
        };
        home(&outputs.html, "/index.html").or_else(|| home(&outputs.jekyll, ".md"))
    };
    let moved: Vec<(&Locale, String)> =
        manifest.all_locales().filter_map(|locale| Some((locale, from(locale)?))).collect();
    let (locale, from) = moved.first()?;
    let others = match moved.len() - 1 {
        0 => String::new(),
        1 => ", and those in another language".to_owned(),
        more => format!(", and those in {more} other languages"),
    };
    let message = format!(
        "the pages in `{locale}` moved from `{from}` to `{}`{others}",
        manifest.permalink(locale)
    );
    let hint = format!(
        "links to what was in force lead to the old addresses: put {} policy.toml, and pages \
         stay there that lead to the new ones; or redirect them at your host, with all that is below",
        former_permalinks(manifest, &moved)
    );
    let told = Diagnostic::warning("moved-page", &manifest.path, message).hint(hint);
    Some(told.of_policy(&manifest.id))
}

/// The line of policy.toml that keeps these addresses, or what goes into it.
fn former_permalinks(manifest: &Manifest, moved: &[(&Locale, String)]) -> String {
    let is_one_of_several = moved.len() == 1 && manifest.all_locales().count() > 1;
    let mut patterns: Vec<String> = Vec::new();
    for (locale, from) in moved {
        let name = |name| if name == locale.tag() { "{locale}" } else { name };
        let pattern = from.split('/').map(name).collect::<Vec<_>>().join("/");
        let binds = **locale == manifest.source_locale;
        let pattern = if is_one_of_several || (pattern == *from && !binds) {
            format!("{{ {locale} = \"{from}\" }}")
        } else {
            format!("\"{pattern}\"")
        };
        if !patterns.contains(&pattern) {
            patterns.push(pattern);
        }
    }
    let patterns = patterns.join(", ");
    match manifest.former_pages().next() {
        None => format!("`former-permalinks = [{patterns}]` into"),
        Some(_) => format!("`{patterns}` into `former-permalinks` of"),
    }
}

/// What tells of each version of a policy that the last run made pages of, which this
/// run removes because the version itself is gone; of a policy that is gone as a whole
/// once. A language is another matter.
fn lost(
    (plan, inputs): (&Plan, &Inputs),
    known: &Record<'_>,
    obsolete: &[OutputRecord<'_>],
) -> Vec<Diagnostic> {
    let mut gone: BTreeSet<(&str, &str)> = BTreeSet::new();
    for path in known.inputs.keys().filter(|path| !inputs.files.contains_key(&***path)) {
        let Some((folder, "version.toml")) = path.rsplit_once('/') else { continue };
        let parts: Vec<&str> = folder.split('/').collect();
        let ["policies", policy, "versions", version] = parts[..] else { continue };
        gone.insert((policy, version));
    }
    if gone.is_empty() {
        return Vec::new();
    }
    let has_pages = |policy: &str, version: &str| {
        // What apps fetch is made behind all policies, under the policy's name.
        let (within, of_apps) = (format!("/{version}/"), format!("/{policy}/{version}.json"));
        let of_policy: BTreeSet<&str> = known
            .jobs
            .iter()
            .filter(|((of, _), _)| of == policy)
            .flat_map(|(_, job)| job.outputs.iter().map(|output| &*output.path))
            .collect();
        obsolete.iter().map(|output| &*output.path).any(|path| {
            path.ends_with(&of_apps) || (path.contains(&within) && of_policy.contains(path))
        })
    };
    gone.retain(|(policy, version)| has_pages(policy, version));
    let is_there = |id: &str| plan.manifests.iter().any(|manifest| manifest.id == id);
    let policies: BTreeSet<&str> =
        gone.iter().map(|(policy, _)| *policy).filter(|policy| !is_there(policy)).collect();
    let whole = |policy: &&str| {
        let message = match gone.iter().filter(|(of, _)| of == policy).count() {
            1 => "the pages of its version are".to_owned(),
            number => format!("the pages of its {number} versions are"),
        };
        let message =
            format!("there is no policy `{policy}` any more, so {message} removed from the output");
        let hint = "bring its folder back, and release a last version with `--ends`: pages and apps \
                    say then that the policy holds no more; what was released is not undone";
        let path = format!("policies/{policy}");
        Diagnostic::warning("lost-version", path, message).hint(hint).of_policy(policy)
    };
    let told = |(policy, version): &(&str, &str)| {
        let message = format!(
            "there is no version {version} any more, so what was made of it is removed from the \
             output"
        );
        let hint = "if anybody may have seen it, bring its folder back and release another version; \
                    what was released is not undone";
        let path = format!("policies/{policy}/versions/{version}");
        Diagnostic::warning("lost-version", path, message).hint(hint).of_policy(policy)
    };
    let single = gone.iter().filter(|(policy, _)| is_there(policy)).map(told);
    policies.iter().map(whole).chain(single).collect()
}
