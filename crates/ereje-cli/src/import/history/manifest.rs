//! What people go on working with: the files of the last revision.

use std::fmt::Write as _;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, is_safe_path, read_manifest, with_permalink};
use ereje::version::fact_value;

use super::replay::Replayed;
use crate::plan::texts_path;

/// The policy as it is now.
pub(super) struct Working {
    pub(super) manifest: Manifest,
    pub(super) locales: Vec<Locale>,
    /// `policy.toml` and the texts, by their paths.
    pub(super) files: Vec<(String, String)>,
    pub(super) told: Vec<Diagnostic>,
}

/// The files of the last revision that has a text in the source language; `None`
/// where none has.
pub(super) fn working(replayed: &Replayed, policy: &str, source: &Locale) -> Option<Working> {
    let last = replayed.revisions.iter().rev().find(|pages| pages.texts.contains_key(source))?;
    let mut found: Vec<_> = last
        .texts
        .iter()
        .filter_map(|(locale, nth)| Some((locale, replayed.texts[*nth].as_ref()?)))
        .collect();
    found.sort_by_key(|(locale, _)| (*locale != source, locale.tag()));
    let (_, of_source) = found.iter().find(|(locale, _)| *locale == source)?;
    let locales: Vec<Locale> = found.iter().map(|(locale, _)| (*locale).clone()).collect();
    let ever = replayed.revisions.iter().flat_map(|pages| pages.texts.keys());
    let mut former: Vec<&str> =
        ever.filter(|locale| !locales.contains(locale)).map(Locale::tag).collect();
    former.sort_unstable();
    former.dedup();
    let mut text = without_date(of_source.page.manifest());
    let listed = |tags: &[&str]| {
        let tags: Vec<String> = tags.iter().map(|tag| format!("\"{tag}\"")).collect();
        tags.join(", ")
    };
    let tags: Vec<&str> = locales.iter().map(Locale::tag).collect();
    let mut lines = format!("\nlocales = [{}]\n", listed(&tags));
    if !former.is_empty() {
        let _ = writeln!(lines, "former-locales = [{}]", listed(&former));
    }
    text = text.replacen(&format!("\nlocales = [{}]\n", listed(&[source.tag()])), &lines, 1);
    text = with_facts(text, of_source.manifest.facts.keys().cloned().collect(), &found);
    let path = format!("policies/{policy}/policy.toml");
    let last_of = |tag: &&str| {
        let pages = replayed.revisions.iter().rev();
        let mut last = pages.filter_map(|pages| pages.texts.iter().find(|one| one.0.tag() == *tag));
        let (locale, nth) = last.next()?;
        Some((locale, replayed.texts[*nth].as_ref()?))
    };
    let ended = former.iter().filter_map(last_of);
    let others = found.iter().copied().filter(|(locale, _)| *locale != source).chain(ended);
    text = with_addresses(text, (policy, &path), source, others)?;
    let manifest = read(policy, &path, &text)?;
    let mut files = vec![(path, text)];
    let mut told = Vec::new();
    for (locale, one) in found {
        files.push((texts_path(policy, locale), one.page.texts()));
        told.extend(one.page.told().iter().cloned());
    }
    Some(Working { manifest, locales, files, told })
}

/// Read with a date, as its versions will give it one.
fn read(policy: &str, path: &str, text: &str) -> Option<Manifest> {
    let dated = text.replacen("\n[front-matter]", "\npublished = 1970-01-01\n[front-matter]", 1);
    read_manifest(policy, path, &dated).0
}

/// The plan with the addresses of pages that live elsewhere than the pattern of the
/// source says, or that would have its address.
fn with_addresses<'r>(
    mut text: String,
    (policy, path): (&str, &str),
    source: &Locale,
    others: impl Iterator<Item = (&'r Locale, &'r super::replay::Text)>,
) -> Option<String> {
    let manifest = read(policy, path, &text)?;
    let mut taken = vec![manifest.permalink(source).to_owned()];
    for (locale, one) in others {
        let is_free = |link: &String| !taken.contains(link);
        let own = one.page.permalink().filter(|link| is_safe_path(link)).map(str::to_owned);
        let usual = manifest.permalink(locale).to_owned();
        let link = own.filter(is_free).or_else(|| Some(usual.clone()).filter(is_free));
        let link = link.unwrap_or_else(|| format!("{locale}/{policy}"));
        if link != usual {
            text = with_permalink(&text, locale.tag(), &link);
        }
        taken.push(link);
    }
    Some(text)
}

/// A plan without its day: versions bear the days.
fn without_date(manifest: &str) -> String {
    let mut out = String::with_capacity(manifest.len());
    let mut lines = manifest.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let is_date = |line: &str| line.starts_with("published = ");
        if lines.peek().is_some_and(|next| is_date(next)) {
            // The line before says what it is; an empty one follows.
            lines.next();
            lines.next();
            continue;
        }
        out.push_str(line);
    }
    out
}

/// The plan with the facts that only translations state.
fn with_facts(
    mut text: String,
    mut known: Vec<String>,
    found: &[(&Locale, &super::replay::Text)],
) -> String {
    let mut lines = String::new();
    for (name, fact) in found.iter().flat_map(|(_, text)| &text.manifest.facts) {
        if !known.contains(name) {
            known.push(name.clone());
            let _ = writeln!(lines, "{name} = {}", fact_value(fact));
        }
    }
    if lines.is_empty() {
        return text;
    }
    if text.contains("\n[facts]\n") {
        return text.replacen("\n[facts]\n", &format!("\n[facts]\n{lines}"), 1);
    }
    if let Some(at) = text.find("\n# How changes are announced.") {
        text.insert_str(at, &format!("\n[facts]\n{lines}"));
    }
    text
}
