//! What stands in the folder of locales and is in no plan: nobody would see it.

use ereje::diagnostic::{Diagnostic, nearest};
use ereje::locale::{Locale, LocaleError};
use ereje::manifest::Manifest;
use ereje::workspace::{WORKSPACE_FILE, Workspace};

use super::policies::Histories;
use super::texts_path;
use crate::inputs::Inputs;

/// Files of a locale that belong to all policies.
const SHARED: [&str; 2] = ["notice", "terms"];

/// Tells folders whose name is no locale, and translations that no policy asks for.
/// Of a policy without a manifest nothing can be said.
pub(super) fn check(
    (manifests, histories): (&[Manifest], &Histories),
    inputs: &mut Inputs,
    found: &mut Vec<Diagnostic>,
) {
    let policies = inputs.folders("policies");
    for name in inputs.folders("locales") {
        match Locale::parse(&name) {
            Ok(locale) => found.extend(unasked(&locale, (manifests, histories), &policies, inputs)),
            Err(error) => found.push(misnamed(&name, error)),
        }
    }
}

/// Tells a language of the index page that no policy is in.
pub(super) fn default_locale(workspace: &Workspace, manifests: &[Manifest]) -> Option<Diagnostic> {
    let default = &workspace.default_locale;
    let mut all: Vec<&str> = Vec::new();
    for tag in manifests.iter().flat_map(Manifest::all_locales).map(Locale::tag) {
        if !all.contains(&tag) {
            all.push(tag);
        }
    }
    let first = all.first().filter(|_| !all.contains(&default.tag()))?;
    let message =
        format!("no policy is in `{default}`, so the index page is in `{first}`, the first one");
    let told = Diagnostic::warning("default-locale", WORKSPACE_FILE, message);
    let hint = format!("name one of the languages of the policies: {}", all.join(", "));
    Some(Diagnostic { place: Some(workspace.default_locale_at.clone()), ..told.hint(hint) })
}

fn misnamed(name: &str, error: LocaleError) -> Diagnostic {
    let (message, hint) = match error {
        LocaleError::NotCanonical(canonical) => (
            format!("`{name}` is not how this locale is written"),
            format!("call the folder `{canonical}`"),
        ),
        LocaleError::Malformed => (
            format!("`{name}` is no locale"),
            "call the folder by a BCP 47 tag such as `ru`, `zh-Hant` or `pt-BR`".to_owned(),
        ),
    };
    Diagnostic::error("locale-tag", format!("locales/{name}"), message).hint(hint)
}

/// The files of a locale that no policy asks for.
fn unasked<'i>(
    locale: &'i Locale,
    (manifests, histories): (&'i [Manifest], &'i Histories),
    policies: &'i [String],
    inputs: &'i Inputs,
) -> impl Iterator<Item = Diagnostic> {
    let folder = format!("locales/{locale}/");
    let below = inputs.files.range(folder.clone()..).map(|(path, _)| path);
    let below = below.take_while(move |path| path.starts_with(&folder));
    below.filter_map(move |path| {
        let name = path.rsplit('/').next()?.strip_suffix(".ftl")?;
        let is_deeper = path.split('/').count() != 3;
        if is_deeper || SHARED.contains(&name) {
            return None;
        }
        if let Some(manifest) = manifests.iter().find(|manifest| manifest.id == name) {
            // Of a language that has versions the plan says more.
            let was_released = histories.get(name).is_some_and(|history| {
                history.releases().iter().any(|release| release.texts.contains_key(locale))
            });
            let is_unlisted = !was_released && !manifest.has_pages_in(locale);
            return is_unlisted.then(|| unlisted(path, locale, manifest));
        }
        (!policies.iter().any(|policy| policy == name)).then(|| {
            let lacks = |policy: &&str| !inputs.files.contains_key(&texts_path(policy, locale));
            orphan(path, name, policies.iter().map(String::as_str).filter(lacks))
        })
    })
}

fn unlisted(path: &str, locale: &Locale, manifest: &Manifest) -> Diagnostic {
    let message = format!(
        "`{}` does not list the locale `{locale}`, so this translation is neither checked nor shown",
        manifest.id
    );
    let hint = format!("add `\"{locale}\"` to `locales` in {}", manifest.path);
    Diagnostic::warning("unlisted-locale", path, message)
        .hint(hint)
        .of_policy(&manifest.id)
        .of_locale(locale.tag())
}

/// Texts of no policy; of those in `lacking` this language has none yet.
fn orphan<'p>(path: &str, name: &str, lacking: impl Iterator<Item = &'p str>) -> Diagnostic {
    let message = format!("there is no policy `{name}`, so nothing shows these texts");
    let hint = match nearest(name, lacking) {
        Some(policy) => format!("is it `{policy}`? call the file `{policy}.ftl`"),
        None => format!("make policies/{name}/policy.toml, or remove the file"),
    };
    Diagnostic::warning("orphan-file", path, message).hint(hint)
}
