//! The terms of a language: what each says in all its forms, and which ones a
//! text uses.

use std::collections::{BTreeSet, HashSet};

use ereje::catalog::{FtlFile, Pattern, Reference, Term, branches, literal_text, references};

use crate::rules::{Owner, named_patterns};
use crate::{Side, Text};

/// All terms of a language.
pub(crate) fn terms<'s>(side: &Side<'s>) -> impl Iterator<Item = (&'s FtlFile, &'s Term<'s>)> {
    let files = [Some(side.file), side.terms].into_iter().flatten();
    files.flat_map(|file| file.terms().map(move |term| (file, term)))
}

/// What a term says in all its forms, or nothing where there is no such term.
pub(crate) fn forms(side: &Side<'_>, name: &str) -> Vec<String> {
    let mut files = [Some(side.file), side.terms].into_iter().flatten();
    let Some((file, term)) = files.find_map(|file| Some((file, file.term(name)?))) else {
        return Vec::new();
    };
    let found = branches(&term.value, file, side.terms).all.into_iter();
    let mut forms: Vec<String> = found.map(|branch| branch.text.trim().to_owned()).collect();
    forms.retain(|form| !form.is_empty() && !form.contains(['{', '\n']));
    forms.dedup();
    forms
}

/// The names of the terms that a text itself uses, as often as it does.
pub(crate) fn used<'s>(side: &Side<'s>, text: &Text) -> Vec<&'s str> {
    let Some(pattern) = pattern(side, text) else { return Vec::new() };
    let term = |reference| match reference {
        Reference::Term { name, .. } => Some(name),
        _ => None,
    };
    references(pattern).into_iter().filter_map(term).collect()
}

/// The names of the terms that texts of `source` use which are not in `own` yet: whoever
/// translates those will use them.
#[must_use]
pub fn awaited_terms(source: &FtlFile, own: &FtlFile) -> BTreeSet<String> {
    let there: HashSet<_> = named_patterns(own).map(|(owner, name, _)| (owner, name)).collect();
    let missing = named_patterns(source)
        .filter(|(owner, name, _)| {
            matches!(owner, Owner::Message(_)) && !there.contains(&(*owner, *name))
        })
        .flat_map(|(_, _, pattern)| references(pattern));
    let term = |reference| match reference {
        Reference::Term { name, .. } => Some(name.to_owned()),
        _ => None,
    };
    missing.filter_map(term).collect()
}

/// What is typed in a text itself: its terms and facts left out.
pub(crate) fn typed(side: &Side<'_>, text: &Text) -> String {
    pattern(side, text).map(literal_text).unwrap_or_default()
}

fn pattern<'s>(side: &Side<'s>, text: &Text) -> Option<&'s Pattern<'s>> {
    let message = side.file.message(&text.message)?;
    match &text.attribute {
        None => message.value.as_ref(),
        Some(_) => {
            // They stand in the file in their order, and there may be many.
            let start = |name: &str| side.file.span(name).start;
            let attributes = &message.attributes;
            let at = attributes.partition_point(|one| start(one.id.name) < text.name.start);
            attributes.get(at).map(|attribute| &attribute.value)
        }
    }
}
