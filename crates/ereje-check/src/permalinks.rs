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
    let mut taken: BTreeMap<String, Owner<'_>> = BTreeMap::new();
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
            let Some(owner) = taken.get(&link.to_lowercase()) else {
                taken.insert(link.to_lowercase(), (manifest, locale));
                continue;
            };
            let hint = if owner.0.id == manifest.id {
                format!(
                    "put `{{locale}}` into `permalink`, so that each language has its own page; or \
                     only this one: `permalinks = {{ {locale} = \"{locale}/{link}\" }}`"
                )
            } else {
                "give one of them another `slug` or `permalink`".to_owned()
            };
            let owner = named(*owner, manifest);
            let message = format!("the page `{link}` of `{locale}` is also that of {owner}");
            let diagnostic = at_permalink(manifest, text(manifest), message, &hint);
            found.push(diagnostic.of_locale(locale.tag()));
        }
    }
    found.extend(former(manifests, &text, (&mut taken, &indexes)));
    found
}

/// Whose page is at an address.
type Owner<'m> = (&'m Manifest, &'m Locale);

/// The same of addresses that were given up: what is there now is what readers get.
fn former<'m, 't>(
    manifests: &'m [Manifest],
    text: &impl Fn(&Manifest) -> &'t str,
    (taken, indexes): (&mut BTreeMap<String, Owner<'m>>, &BTreeSet<&str>),
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for manifest in manifests {
        for (locale, link, span) in manifest.former_pages() {
            let message = if indexes.contains(link) {
                format!("the former address `{link}` is the index of that language")
            } else if let Some(owner) = taken.get(&link.to_lowercase()) {
                if owner.0.id == manifest.id && owner.1 == locale {
                    // It is there twice, or is the address of today.
                    format!("the page in `{locale}` has the former address `{link}` already")
                } else {
                    let owner = named(*owner, manifest);
                    format!("the former address `{link}` of `{locale}` is that of {owner}")
                }
            } else {
                taken.insert(link.to_lowercase(), (manifest, locale));
                continue;
            };
            let told = Diagnostic::error("duplicate-permalink", &manifest.path, message)
                .at(text(manifest), span)
                .hint("take it out of `former-permalinks`: only one page can be there");
            found.push(told.of_policy(&manifest.id).of_locale(locale.tag()));
        }
    }
    found
}

/// A page in words, seen from a policy.
fn named((owner, locale): Owner<'_>, from: &Manifest) -> String {
    if owner.id == from.id {
        format!("its page in `{locale}`")
    } else {
        format!("the policy `{}`", owner.id)
    }
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
