//! Where the pages of a policy live, and where they lived before.

use std::collections::BTreeMap;
use std::ops::Range;

use super::front_matter::fill;
use super::names::is_safe_path;
use super::permalinks::read_permalinks;
use crate::locale::Locale;
use crate::settings::Table;

/// The addresses of a policy, without a leading slash.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    /// Of the page in each locale.
    pub(super) pages: BTreeMap<Locale, String>,
    /// Where `permalink` stands in the manifest.
    pub(super) span: Range<usize>,
    /// In the order of the file.
    pub(super) former: Vec<FormerAddress>,
}

/// An address that was given up and leads to the page of today.
#[derive(Clone, Debug)]
pub(super) struct FormerAddress {
    pub(super) page: String,
    /// The language of the page; none where it is the language that binds.
    pub(super) locale: Option<Locale>,
    /// Where it stands in the manifest.
    pub(super) span: Range<usize>,
}

/// What is filled into patterns.
pub(super) struct Names<'n> {
    pub(super) policy: &'n str,
    pub(super) product: &'n str,
    pub(super) slug: &'n str,
}

const LOCALE: &str = "{locale}";

/// Reads `permalink`, `permalinks` and `former-permalinks`.
pub(super) fn read_addresses(
    root: &Table<'_>,
    names: &Names<'_>,
    locales: (&[Locale], &[Locale]),
) -> Addresses {
    let all = || locales.0.iter().chain(locales.1);
    let pattern = root.text("permalink").unwrap_or("{product}/{locale}/{slug}");
    let span = root.get("permalink").map_or(0..0, |value| value.span());
    let own = read_permalinks(root, &all());
    let mut pages = BTreeMap::new();
    for locale in all() {
        let (pattern, span) = own
            .iter()
            .find(|(tag, ..)| *tag == locale.tag())
            .map_or((pattern, &span), |(_, own, span)| (own, span));
        // What is wrong with a pattern is wrong with it in every language.
        let Some(page) = names.fill(root, pattern, Some(locale), span) else { break };
        pages.insert(locale.clone(), page);
    }
    let former = read_former(root, names, &all().cloned().collect::<Vec<_>>());
    // A pattern of all languages may have stayed the address of some of them.
    let is_given_up = |former: &FormerAddress| {
        let page = former.locale.as_ref().and_then(|locale| pages.get(locale));
        page != Some(&former.page)
    };
    Addresses { former: former.into_iter().filter(is_given_up).collect(), pages, span }
}

fn read_former(root: &Table<'_>, names: &Names<'_>, locales: &[Locale]) -> Vec<FormerAddress> {
    let mut former: Vec<FormerAddress> = Vec::new();
    let mut broken = None;
    for (pattern, locale, span) in former_patterns(root, locales) {
        // What is wrong with a pattern is told once.
        if broken.as_ref() == Some(&span) {
            continue;
        }
        match names.fill(root, pattern, locale, &span) {
            Some(page) => former.push(FormerAddress { page, locale: locale.cloned(), span }),
            None => broken = Some(span),
        }
    }
    former
}

/// The patterns in `former-permalinks`, once for each language that they are filled in
/// for; without one where they have no place for it.
fn former_patterns<'r, 'l>(
    root: &Table<'r>,
    locales: &'l [Locale],
) -> Vec<(&'r str, Option<&'l Locale>, Range<usize>)> {
    let fault = |span: Range<usize>| {
        let message = "`former-permalinks` must be a list of addresses".to_owned();
        let hint = "write `[\"legal/{locale}/privacy\"]`, or `[{ kk = \"kk/privacy\" }]` for the \
                    page in one language";
        root.fault("wrong-type", message, span, hint);
    };
    let Some(list) = root.get("former-permalinks") else { return Vec::new() };
    let Some(items) = list.items() else {
        fault(list.span());
        return Vec::new();
    };
    let mut patterns = Vec::new();
    for item in items {
        match (item.text(), item.pairs()) {
            (Some(pattern), _) if pattern.contains(LOCALE) => {
                patterns.extend(locales.iter().map(|one| (pattern, Some(one), item.span())));
            }
            (Some(pattern), _) => patterns.push((pattern, None, item.span())),
            (None, Some(pairs)) => {
                for (tag, span, value) in pairs {
                    let locale = locales.iter().find(|locale| locale.tag() == tag);
                    match (value.text(), locale) {
                        (Some(pattern), Some(_)) => patterns.push((pattern, locale, value.span())),
                        (Some(_), None) => no_locale(root, tag, span),
                        (None, _) => fault(value.span()),
                    }
                }
            }
            (None, None) => fault(item.span()),
        }
    }
    patterns
}

fn no_locale(root: &Table<'_>, tag: &str, span: Range<usize>) {
    let message =
        format!("`former-permalinks` has an address for `{tag}`, which is no locale here");
    let hint = "name the language in `locales` or `former-locales`, or take the address away";
    root.fault("unknown-key", message, span, hint);
}

impl Names<'_> {
    /// An address made of a pattern; nothing where that can not be one.
    fn fill(
        &self,
        root: &Table<'_>,
        pattern: &str,
        locale: Option<&Locale>,
        span: &Range<usize>,
    ) -> Option<String> {
        let link = fill(pattern, |name| match name {
            "product" => Some(self.product),
            "slug" => Some(self.slug),
            "policy" => Some(self.policy),
            "locale" => locale.map(Locale::tag),
            _ => None,
        });
        let (message, hint) = match link {
            Ok(link) if is_safe_path(&link) => return Some(link),
            Ok(link) => (
                format!("`{link}` can not be the address of a page"),
                "write names of letters, digits, `-`, `_` and `.` with `/` between them, none at \
                 the start or the end, no `..`",
            ),
            Err(unknown) => (
                format!("`{{{unknown}}}` means nothing in a permalink"),
                "use `{product}`, `{policy}`, `{locale}` and `{slug}`",
            ),
        };
        root.fault("bad-permalink", message, span.clone(), hint);
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::manifest::{Manifest, read_manifest};

    const TEXT: &str = "product = \"app\"\nslug = \"privacy\"\nsource-locale = \"en\"\n\
                        locales = [\"en\", \"kk\"]\nformer-locales = [\"ru\"]\n\
                        permalinks = { kk = \"kk/privacy\" }\n[[clause]]\nid = \"a\"\n";

    fn with(line: &str) -> (Option<Manifest>, Vec<String>) {
        let text = TEXT.replace("[[clause]]", &format!("former-permalinks = {line}\n[[clause]]"));
        let (manifest, found) = read_manifest("x", "policy.toml", &text);
        (manifest, found.into_iter().map(|found| found.message).collect())
    }

    fn former(line: &str) -> Vec<String> {
        let (manifest, found) = with(line);
        assert_eq!(found, [""; 0], "{line}");
        let manifest = manifest.expect("a manifest");
        let told = manifest.all_locales().flat_map(|locale| {
            manifest.former_permalinks(locale).map(move |page| format!("{locale}: {page}"))
        });
        told.collect()
    }

    #[test]
    fn an_address_that_was_given_up_leads_to_the_page_in_its_language() {
        let none: [&str; 0] = [];
        assert_eq!(former("[]"), none);
        assert_eq!(
            former("[\"{locale}/{policy}\"]"),
            ["en: en/x", "kk: kk/x", "ru: ru/x"],
            "former languages have pages, too"
        );
        assert_eq!(former("[\"legal\"]"), ["en: legal"], "the language that binds");
        assert_eq!(
            former("[{ kk = \"kaz\", ru = \"rus\" }, \"en\"]"),
            ["en: en", "kk: kaz", "ru: rus"]
        );
        // All moved from there but one.
        assert_eq!(former("[\"{locale}/privacy\"]"), ["en: en/privacy", "ru: ru/privacy"]);
    }

    #[test]
    fn what_can_be_no_address_is_told() {
        let told = |line: &str| with(line).1.join(", ");
        let list = "`former-permalinks` must be a list of addresses";
        assert_eq!(told("\"legal\""), list);
        assert_eq!(told("[1]"), list);
        assert_eq!(told("[{ kk = 1 }]"), list);
        assert_eq!(told("[\"../{locale}\"]"), "`../en` can not be the address of a page");
        assert_eq!(told("[\"{where}\"]"), "`{where}` means nothing in a permalink");
        let other = "`former-permalinks` has an address for `de`, which is no locale here";
        assert_eq!(told("[{ de = \"de\" }]"), other);
    }
}
