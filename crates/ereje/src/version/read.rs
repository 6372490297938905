//! Frozen files to versions. They were written by this program, so whatever is
//! wrong in them was done to them afterwards.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{
    Card, ClauseText, NoticeText, Previous, Release, SCHEMA, Texts, VERSION_FILE, Version,
    VersionClause, VersionText, texts, verbatim,
};
use crate::change::{Action, Kind};
use crate::diagnostic::Diagnostic;
use crate::digest::is_sha256;
use crate::fact::Date;
use crate::locale::Locale;
use crate::manifest::facts::read_facts;
use crate::manifest::{ClauseKind, is_identifier};
use crate::settings::{Settings, Table};
use crate::workspace::read_locale;

const HINT: &str =
    "a released version never changes: take the file back from your history or a backup";

/// Reads the files of a version's folder: [`VERSION_FILE`] and one file a
/// language, by name.
///
/// # Errors
/// Everything that keeps it from being what was released.
pub fn read_release(
    folder: &str,
    files: &BTreeMap<String, String>,
) -> Result<Release, Vec<Diagnostic>> {
    of_texts(folder, &files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect())
}

/// The same of texts that stand elsewhere.
pub(super) fn of_texts(
    folder: &str,
    files: &BTreeMap<&str, &str>,
) -> Result<Release, Vec<Diagnostic>> {
    let path = format!("{folder}/{VERSION_FILE}");
    let Some(text) = files.get(VERSION_FILE) else {
        let message = "the version has no version.toml";
        return Err(vec![Diagnostic::error("broken-version", path, message).hint(HINT)]);
    };
    let (version, mut found) = of_version(&path, text);
    let mut texts = BTreeMap::new();
    for locale in version.iter().flat_map(|version| &version.locales) {
        let name = format!("{locale}.toml");
        let path = format!("{folder}/{name}");
        let Some(file) = files.get(name.as_str()) else {
            let message = format!("the version has no texts in `{locale}`");
            found.push(Diagnostic::error("broken-version", path, message).hint(HINT));
            continue;
        };
        let plan = version.as_ref().map_or(&[][..], |version| &version.clauses);
        let (read, wrong) = of_language(&path, file, locale, plan);
        found.extend(wrong);
        texts.extend(read.map(|read| (locale.clone(), read)));
    }
    match version {
        Some(version) if found.is_empty() => {
            Ok(Release { version, texts: texts.into_iter().collect() })
        }
        _ => Err(found),
    }
}

/// Reads [`VERSION_FILE`] alone, with texts that are read by `read` when they are
/// asked for: the bytes of a file by its name.
pub(super) fn of_plan(
    folder: &str,
    text: &str,
    read: impl Fn(&str) -> Result<String, Vec<Diagnostic>> + Send + Sync + 'static,
) -> Result<Release, Vec<Diagnostic>> {
    let path = format!("{folder}/{VERSION_FILE}");
    let (version, found) = of_version(&path, text);
    let Some(version) = version.filter(|_| found.is_empty()) else { return Err(found) };
    let (folder, plan) = (folder.to_owned(), version.clauses.clone());
    let later: texts::Read = Arc::new(move |locale| {
        let name = format!("{locale}.toml");
        let file = read(&name)?;
        let (text, wrong) = of_language(&format!("{folder}/{name}"), &file, locale, &plan);
        text.filter(|_| wrong.is_empty()).ok_or(wrong)
    });
    Ok(Release { texts: Texts::later(&version.locales, &later), version })
}

/// What the languages have in common.
fn of_version(path: &str, text: &str) -> (Option<Version>, Vec<Diagnostic>) {
    match verbatim::version(text) {
        Some(version) => (Some(version), Vec::new()),
        None => Settings::read(path, text, |root| read_version(&root)),
    }
}

/// The texts of a language.
fn of_language(
    path: &str,
    file: &str,
    locale: &Locale,
    plan: &[VersionClause],
) -> (Option<VersionText>, Vec<Diagnostic>) {
    if let Some(text) = verbatim::read(file, locale, plan) {
        return (Some(text), Vec::new());
    }
    let (read, wrong) = Settings::read(path, file, |root| read_text(&root, locale, plan));
    (read, wrong.into_iter().map(|wrong| wrong.of_locale(locale.tag())).collect())
}

fn read_version(root: &Table<'_>) -> Option<Version> {
    root.only(&[
        "schema",
        "policy",
        "version",
        "published",
        "effective",
        "time-zone",
        "show-until",
        "severity",
        "floor",
        "action",
        "reason",
        "short-notice",
        "retracts",
        "ends",
        "topics",
        "source-locale",
        "locales",
        "previous",
        "facts",
        "clause",
    ]);
    if root.required("schema", SCHEMA)? != SCHEMA {
        let hint = "use a program that knows this version of the format";
        let message = format!("the file is not of the format `{SCHEMA}`");
        root.fault("broken-version", message, span(root, "schema"), hint);
        return None;
    }
    let words = |key| root.required(key, "\"…\"").map(str::to_owned);
    let kind = |key| named(root, key, Kind::named);
    let day = |key: &'static str| -> Option<Date> {
        there(root, key, "2026-11-15")?;
        root.date(key)
    };
    let locale = |(tag, place)| read_locale(root, tag, place);
    let names = |key| {
        let texts = root.texts(key).unwrap_or_default();
        texts.into_iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    };
    let clauses: Vec<_> = root.tables("clause").iter().map(read_clause).collect();
    there(root, "locales", "[\"en\"]")?;
    Some(Version {
        policy: words("policy")?,
        version: words("version")?,
        published: day("published")?,
        effective: day("effective")?,
        time_zone: words("time-zone")?,
        show_until: day("show-until")?,
        severity: kind("severity")?,
        floor: kind("floor")?,
        action: named(root, "action", Action::named)?,
        reason: root.text("reason").map(str::to_owned),
        short_notice: root.text("short-notice").map(str::to_owned),
        retracts: names("retracts"),
        ends: root.boolean("ends").unwrap_or(false),
        topics: names("topics"),
        source_locale: locale((
            root.required("source-locale", "\"en\"")?,
            span(root, "source-locale"),
        ))?,
        locales: root.texts("locales")?.into_iter().map(locale).collect::<Option<_>>()?,
        previous: match root.table("previous") {
            Some(table) => Some(read_previous(&table)?),
            None => None,
        },
        facts: read_facts(root),
        clauses: clauses.into_iter().collect::<Option<_>>()?,
    })
}

/// Tells where `key` is missing, which every version has. What has to be something else
/// than text would be passed over in silence, and the version or its text with it.
fn there(table: &Table<'_>, key: &str, example: &str) -> Option<()> {
    if table.get(key).is_none() {
        table.required(key, example);
        return None;
    }
    Some(())
}

fn span(table: &Table<'_>, key: &str) -> Range<usize> {
    table.get(key).map_or(table.span(), |value| value.span())
}

fn named<T>(table: &Table<'_>, key: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    let name = table.required(key, "\"…\"")?;
    let found = find(name);
    if found.is_none() {
        let message = format!("`{name}` is no `{key}` that this program knows");
        table.fault("broken-version", message, span(table, key), HINT);
    }
    found
}

fn digest(table: &Table<'_>, key: &str) -> Option<String> {
    let text = table.required(key, "\"…\"")?;
    if is_sha256(text) {
        return Some(text.to_owned());
    }
    table.fault("broken-version", format!("`{key}` is no digest"), span(table, key), HINT);
    None
}

fn read_previous(table: &Table<'_>) -> Option<Previous> {
    table.only(&["version", "sha256sums"]);
    let version = table.required("version", "\"1.0\"")?.to_owned();
    Some(Previous { version, sums: digest(table, "sha256sums")? })
}

fn read_id(table: &Table<'_>) -> Option<String> {
    let id = table.required("id", "\"intro\"")?;
    if is_identifier(id) {
        return Some(id.to_owned());
    }
    let message = format!("`{id}` can not be the id of a clause");
    table.fault("broken-version", message, span(table, "id"), HINT);
    None
}

fn read_level(table: &Table<'_>) -> Option<u8> {
    there(table, "level", "2")?;
    let level = table.integer("level")?;
    let read = u8::try_from(level).ok().filter(|level| (1..=6).contains(level));
    if read.is_none() {
        let message = format!("`{level}` is no `level` that a clause can have");
        table.fault("broken-version", message, span(table, "level"), HINT);
    }
    read
}

fn read_clause(table: &Table<'_>) -> Option<VersionClause> {
    table.only(&["id", "kind", "level", "topics", "promises", "facts", "meaning"]);
    let names = |key| {
        let texts = table.texts(key).unwrap_or_default();
        texts.into_iter().map(|(name, _)| name.to_owned()).collect()
    };
    Some(VersionClause {
        id: read_id(table)?,
        kind: named(table, "kind", ClauseKind::named)?,
        level: read_level(table)?,
        topics: names("topics"),
        promises: names("promises"),
        facts: names("facts"),
        meaning: digest(table, "meaning")?,
    })
}

fn read_text(root: &Table<'_>, locale: &Locale, plan: &[VersionClause]) -> Option<VersionText> {
    root.only(&["locale", "title", "description", "last-updated", "name", "notice", "clause"]);
    let words = |key| root.required(key, "\"…\"").map(str::to_owned);
    if root.required("locale", "\"en\"")? != locale.tag() {
        let message = format!("the file is not in the language of its name, `{locale}`");
        root.fault("broken-version", message, span(root, "locale"), HINT);
    }
    let clauses: Vec<_> =
        root.tables("clause").iter().map(read_clause_text).collect::<Option<_>>()?;
    let ids = clauses.iter().map(|clause| clause.id.as_str());
    if !ids.eq(plan.iter().map(|clause| clause.id.as_str())) {
        let message = "the clauses are not those of version.toml in their order".into();
        root.fault("broken-version", message, 0..0, HINT);
        return None;
    }
    let notice = match root.table("notice") {
        Some(table) => {
            table.only(&["now", "coming"]);
            Some(NoticeText {
                now: read_card(&table, "now")?,
                coming: read_card(&table, "coming")?,
            })
        }
        None => None,
    };
    Some(VersionText {
        title: words("title")?,
        // A page needs no description.
        description: root.text("description").unwrap_or_default().to_owned(),
        last_updated: words("last-updated")?,
        name: words("name")?,
        notice,
        clauses,
    })
}

fn read_card<'t>(notice: &Table<'t>, phase: &'t str) -> Option<Card> {
    there(notice, phase, "{ title = \"…\", summary = \"…\" }")?;
    let table = notice.table(phase)?;
    table.only(&["title", "summary"]);
    let words = |key| table.required(key, "\"…\"").map(str::to_owned);
    Some(Card { title: words("title")?, summary: words("summary")? })
}

fn read_clause_text(table: &Table<'_>) -> Option<ClauseText> {
    table.only(&["id", "heading", "text", "sha256"]);
    there(table, "text", "\"…\"")?;
    let clause = ClauseText {
        id: read_id(table)?,
        heading: table.text("heading").map(str::to_owned),
        text: table.text("text")?.to_owned(),
    };
    if digest(table, "sha256")? != clause.digest() {
        let message = format!("the clause `{}` is not what was released", clause.id);
        table.fault("changed-version", message, span(table, "text"), HINT);
    }
    Some(clause)
}

#[cfg(test)]
mod tests;
