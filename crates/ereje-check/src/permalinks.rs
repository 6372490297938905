//! `duplicate-permalink`: two pages that would be written to one place. It
//! looks at all policies together, so it is no rule of one policy's texts.

use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;
use ereje::manifest::Manifest;

/// Reports every page whose address another page has, also where the addresses
/// differ only in case, as many file systems do not tell them apart.
/// `text` gives the text of a manifest, for the excerpt.
#[must_use]
pub fn check_permalinks<'t>(
    manifests: &[Manifest],
    text: impl Fn(&Manifest) -> &'t str,
) -> Vec<Diagnostic> {
    let mut taken: BTreeMap<String, (&Manifest, &str)> = BTreeMap::new();
    let mut found = Vec::new();
    for manifest in manifests {
        for locale in &manifest.locales {
            let link = manifest.permalink(locale);
            let Some((other, other_locale)) = taken.get(&link.to_lowercase()) else {
                taken.insert(link.to_lowercase(), (manifest, locale.tag()));
                continue;
            };
            let (owner, hint) = if other.id == manifest.id {
                let hint =
                    "put `{locale}` into `permalink`, so that each language has its own page";
                (format!("its page in `{other_locale}`"), hint)
            } else {
                let hint = "give one of them another `slug` or `permalink`";
                (format!("the policy `{}`", other.id), hint)
            };
            let message = format!("the page `{link}` of `{locale}` is also that of {owner}");
            found.push(
                Diagnostic::error("duplicate-permalink", &manifest.path, message)
                    .at(text(manifest), manifest.permalink_span())
                    .hint(hint)
                    .of_policy(&manifest.id)
                    .of_locale(locale.tag()),
            );
        }
    }
    found
}
