//! `duplicate-permalink`: two pages that would be written to one place. It
//! looks at all policies together, so it is no rule of one policy's texts.

use std::collections::{BTreeMap, BTreeSet};

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
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
    let locales = manifests.iter().flat_map(|manifest| &manifest.locales);
    let indexes: BTreeSet<&str> = locales.map(Locale::tag).collect();
    let mut found: Vec<Diagnostic> = manifests
        .iter()
        .enumerate()
        .filter_map(|(at, one)| product(one, &manifests[..at]))
        .collect();
    for manifest in manifests {
        for locale in &manifest.locales {
            let link = manifest.permalink(locale);
            // An address that could not be made is told where it was read.
            if link.is_empty() {
                continue;
            }
            if indexes.contains(link) {
                let message = format!("the page `{link}` is also the index of that language");
                found.push(at_permalink(manifest, text(manifest), message, "add `/{slug}` to it"));
                continue;
            }
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
            let diagnostic = at_permalink(manifest, text(manifest), message, hint);
            found.push(diagnostic.of_locale(locale.tag()));
        }
    }
    found
}

/// A product whose name another policy writes with other capitals: the files for
/// apps of both would be one folder on many systems, and two on others.
fn product(manifest: &Manifest, before: &[Manifest]) -> Option<Diagnostic> {
    let is_like = |other: &&Manifest| {
        other.product != manifest.product && other.product.eq_ignore_ascii_case(&manifest.product)
    };
    let other = before.iter().find(is_like)?;
    let message = format!(
        "the product `{}` is `{}` in the policy `{}`",
        manifest.product, other.product, other.id
    );
    let told = Diagnostic::error("duplicate-permalink", &manifest.path, message);
    Some(
        told.hint("write it alike in both, or give one of them another name")
            .of_policy(&manifest.id),
    )
}

fn at_permalink(manifest: &Manifest, text: &str, message: String, hint: &str) -> Diagnostic {
    Diagnostic::error("duplicate-permalink", &manifest.path, message)
        .at(text, manifest.permalink_span())
        .hint(hint)
        .of_policy(&manifest.id)
}
