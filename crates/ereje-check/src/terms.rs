//! The terms of a language: what each says in all its forms.

use ereje::catalog::{FtlFile, Term, branches};

use crate::Side;

/// All terms of a language.
pub(crate) fn terms<'s>(side: &Side<'s>) -> impl Iterator<Item = (&'s FtlFile, &'s Term<'s>)> {
    let files = [Some(side.file), side.terms].into_iter().flatten();
    files.flat_map(|file| file.terms().map(move |term| (file, term)))
}

/// What a term says in all its forms, or nothing where there is no such term.
pub(crate) fn forms(side: &Side<'_>, name: &str) -> Vec<String> {
    let Some((file, term)) = terms(side).find(|(_, term)| term.id.name == name) else {
        return Vec::new();
    };
    let found = branches(&term.value, file, side.terms).all.into_iter();
    let mut forms: Vec<String> = found.map(|branch| branch.text.trim().to_owned()).collect();
    forms.retain(|form| !form.is_empty() && !form.contains(['{', '\n']));
    forms.dedup();
    forms
}
