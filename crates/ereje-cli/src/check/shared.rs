//! What the policies of a workspace share in a language: its terms, and the sentences
//! around the texts.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_check::rules::Rule;
use ereje_check::{awaited_terms, check_file, check_furniture, check_terms, unasked};

use crate::inputs::Inputs;
use crate::plan::{self, Plan, texts_path};

/// What policies share in a locale: what is wrong with it besides errors, which
/// were told when it was read.
pub(super) fn shared(plan: &Plan, inputs: &Inputs, locale: &Locale) -> Vec<Diagnostic> {
    let wanted = |rule: &Rule| {
        let is_asked = plan.judge.level(rule, None, locale.tag()).is_some();
        is_asked && !plan::stops(&plan.judge, rule, locale)
    };
    let terms = plan.terms.get(locale);
    let of_terms = |file| check_file(file, locale, None, (false, &wanted));
    let mut found = terms.map_or_else(Vec::new, of_terms);
    if let Some(file) = plan.notices.get(locale) {
        found.extend(check_furniture(file, terms, locale, &wanted));
        let policies: Vec<&str> = policies(inputs).collect();
        found.extend(unasked(file, locale, &policies));
    }
    found.retain(|told| told.level != Level::Error);
    found
}

/// The policies that there are, whether or not their plans can be read.
fn policies(inputs: &Inputs) -> impl Iterator<Item = &str> {
    let below = inputs.files.keys().filter_map(|path| path.strip_prefix("policies/"));
    below.filter_map(|path| path.strip_suffix("/policy.toml"))
}

/// Terms that no text of their language uses; nothing where one of its texts can
/// not be read, since that may be the one that does.
pub(super) fn unused_terms(
    plan: &Plan,
    inputs: &Inputs,
    locale: &Locale,
) -> Option<Vec<Diagnostic>> {
    let terms = plan.terms.get(locale)?;
    if policies(inputs).count() != plan.manifests.len() {
        return None;
    }
    let policies = plan.manifests.iter().filter(|manifest| manifest.locales.contains(locale));
    let policies: Vec<&Manifest> = policies.collect();
    let read = policies.iter().map(|manifest| texts(manifest, locale, inputs));
    let texts: Vec<FtlFile> = read.collect::<Option<_>>()?;
    let notices = plan.notices.get(locale)?;
    let all: Vec<&FtlFile> = texts.iter().chain([notices]).collect();
    let is_sound = |file: &&FtlFile| file.diagnostics().is_empty();
    // Sources are read for those terms alone that nothing here uses: mostly there is none.
    let awaited = OnceCell::new();
    let is_awaited = |name: &str| {
        let awaited = awaited.get_or_init(|| {
            let mut awaited = BTreeSet::new();
            for (manifest, own) in policies.iter().zip(&texts) {
                let source = self::texts(manifest, &manifest.source_locale, inputs);
                awaited.append(&mut awaited_terms(&source.filter(|file| is_sound(&file))?, own));
                if let Some(source) = plan.notices.get(&manifest.source_locale) {
                    awaited.append(&mut awaited_terms(source, notices));
                }
            }
            Some(awaited)
        });
        awaited.as_ref().is_none_or(|awaited| awaited.contains(name))
    };
    all.iter().all(is_sound).then(|| check_terms(terms, &all, &is_awaited, locale))
}

/// The texts of a policy in a language, if they can be read.
fn texts(manifest: &Manifest, locale: &Locale, inputs: &Inputs) -> Option<FtlFile> {
    let path = texts_path(&manifest.id, locale);
    let text = inputs.files.contains_key(&path).then(|| inputs.read(&path).ok())??;
    Some(FtlFile::parse(path, text))
}
