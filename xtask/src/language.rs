//! `docs/language.md`: what readers see around the texts of policies, said with
//! every kind of number and date, for people to read.

mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::HEADING;
use ereje::fact::{Date, Fact, Facts};
use ereje::furniture::{FURNITURE, Furniture};
use ereje::locale::Locale;
use ereje::markup::Markup;
use ereje::phrases::{ENDING, PHRASES, Phrases};
use ereje::version::{Folder, History};
use samples::{DATES, cases};

/// Where the page is, below the root of the repository.
pub(crate) const PAGE: &str = "docs/language.md";

/// The languages of the page.
const LANGUAGES: [&str; 3] = ["ru", "kk", "en"];

/// What of a language surrounds policies, and the policies themselves.
struct Language {
    locale: Locale,
    notice: FtlFile,
    terms: Option<FtlFile>,
    furniture: Furniture,
    /// The texts of each policy, by its id.
    policies: BTreeMap<String, FtlFile>,
    /// The headings of all of them, as they stand in sentences: alone and quoted.
    headings: Vec<[String; 2]>,
}

/// A row of a table: what it is said with, and the sentence in each language.
type Row = (String, Vec<String>);

/// The page, of the files below `root`.
///
/// # Errors
/// What can not be read, or can not be said.
pub(crate) fn page(root: &Path) -> Result<String, String> {
    let languages = LANGUAGES.map(|tag| Language::read(&root.join("locales").join(tag), tag));
    let languages = languages.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut out = String::from(INTRO);
    out.push_str("\n## Around the text of a page\n\n");
    table(&mut out, "sentence", &furniture(&languages));
    out.push_str("\n## The date at the bottom of a policy\n\n");
    for policy in languages[0].policies.keys() {
        let _ = writeln!(out, "`{policy}`, published on:\n");
        table(&mut out, "`$published`", &last_updated(&languages, policy)?);
    }
    out.push_str("\n## About versions\n\n");
    let (alone, given): (Vec<_>, Vec<_>) =
        PHRASES.into_iter().chain(ENDING).partition(|(_, names)| names.is_empty());
    let mut rows = Vec::new();
    for (id, _) in alone {
        rows.push((format!("`{id}`"), said(&languages, id, &Facts::new)?));
    }
    table(&mut out, "sentence", &rows);
    for (id, names) in given {
        let names: Vec<_> = names.iter().map(|name| format!("`${name}`")).collect();
        let _ = writeln!(out, "\n### `{id}`\n");
        table(&mut out, &names.join(", "), &phrase(&languages, id)?);
    }
    out.push_str("\n## Notices as they were released\n\n");
    table(&mut out, "version, from when", &released(root)?);
    Ok(out)
}

const INTRO: &str = "\
<!-- Written by `cargo xtask docs` from `locales/*/notice.ftl` and the shipped policies. -->

# What readers see around the texts

Every sentence of `notice.ftl` as readers get it, said with the numbers and dates that grammar trips
over: 1, 2, 5, 11, 21, 22, 25, 101, 111; the first of each month, and the days 2, 11, 21 and 31. Whoever
speaks one of these languages can read its column and say what is wrong; the message to mend is the one
that the table is named after, in `locales/<locale>/notice.ftl` and in the starter of `init`.

What keeps the sentences right: nothing that would have to agree with a date, a number or a name of a
policy stands beside it. Russian has no \u{201c}с\u{201d} before a date (it would be \u{201c}со 2
марта\u{201d}) and no full stop after one (\u{201c}2027 г.\u{201d} has it). Kazakh sets dates and names where they
take no ending, and nouns after numbers stay in the singular. No verb in English agrees with the name of
a policy, which may be plural.
";

impl Language {
    /// Reads `notice.ftl`, `terms.ftl` and the policies' texts in `folder`.
    fn read(folder: &Path, tag: &str) -> Result<Language, String> {
        let locale = Locale::parse(tag).map_err(|_| format!("`{tag}` is no locale"))?;
        let mut files = BTreeMap::new();
        let told = |error: std::io::Error| format!("can not read {}: {error}", folder.display());
        for entry in fs::read_dir(folder).map_err(told)? {
            let path = entry.map_err(told)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if let Some(stem) = name.strip_suffix(".ftl") {
                let text = fs::read_to_string(&path).map_err(told)?;
                files.insert(stem.to_owned(), FtlFile::parse(format!("{tag}/{name}"), text));
            }
        }
        let terms = files.remove("terms");
        let notice =
            files.remove("notice").ok_or(format!("{}: no notice.ftl", folder.display()))?;
        let furniture = Furniture::read(&locale, &notice, terms.as_ref())
            .map_err(|wrong| wrong.into_iter().map(|one| one.message).collect::<String>())?;
        let headings = Vec::new();
        let mut language = Language { locale, notice, terms, furniture, policies: files, headings };
        for heading in language.read_headings() {
            let values = Facts::from([("heading".to_owned(), Fact::Text(heading.clone()))]);
            let quoted = language.say("quoted-heading", &values)?;
            language.headings.push([heading, quoted]);
        }
        Ok(language)
    }

    fn say(&self, id: &str, values: &Facts) -> Result<String, String> {
        let said = Phrases::new(&self.locale, &self.notice, self.terms.as_ref());
        let why = |why: Vec<String>| format!("{}: `{id}`: {}", self.locale, why.join("; "));
        said.try_say(id, values)
            .map_or_else(|| Err(why(vec!["missing".into()])), |r| r.map_err(why))
    }

    /// A line of a policy, as plain text.
    fn line(
        &self,
        policy: &str,
        (id, attribute): (&str, Option<&str>),
        published: Option<Date>,
    ) -> Option<String> {
        let file = self.policies.get(policy)?;
        let facts = Facts::new();
        let catalog = Catalog::new(&self.locale, file, self.terms.as_ref(), &facts, published);
        let text = catalog.format(id, attribute)?.ok()?;
        Some(Markup::parse_line(&text).text().trim().to_owned())
    }

    /// What notices call a policy.
    fn name(&self, policy: &str) -> Option<String> {
        let short = self.line(policy, ("short-title", None), None);
        short.or_else(|| self.line(policy, ("title", None), None))
    }

    /// The headings of all policies, in their order.
    fn read_headings(&self) -> Vec<String> {
        let of = |(policy, file): (&String, &FtlFile)| {
            let ids = file.messages().map(|message| message.id.name.to_owned()).collect::<Vec<_>>();
            ids.into_iter()
                .filter_map(|id| self.line(policy, (&id, Some(HEADING)), None))
                .collect::<Vec<_>>()
        };
        self.policies.iter().flat_map(of).collect()
    }
}

fn said(
    languages: &[Language],
    id: &str,
    values: &dyn Fn() -> Facts,
) -> Result<Vec<String>, String> {
    languages.iter().map(|language| language.say(id, &values())).collect()
}

/// The sentences around the text.
fn furniture(languages: &[Language]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for id in FURNITURE.into_iter().filter(|id| *id != "clause-missing") {
        let texts = languages.iter().map(|language| language.furniture.text(id).to_owned());
        rows.push((format!("`{id}`"), texts.collect()));
    }
    for shown in languages {
        let name = shown.furniture.language_name();
        let texts = languages.iter().map(|language| language.furniture.clause_missing(name));
        rows.push((format!("`clause-missing`, {}", shown.locale), texts.collect()));
    }
    rows
}

fn last_updated(languages: &[Language], policy: &str) -> Result<Vec<Row>, String> {
    let row = |date: &Date| {
        let line = |language: &Language| {
            language
                .line(policy, ("last-updated", None), Some(*date))
                .ok_or(format!("{}: {policy} has no `last-updated`", language.locale))
        };
        Ok((date.to_string(), languages.iter().map(line).collect::<Result<_, String>>()?))
    };
    DATES.iter().map(row).collect()
}

/// A phrase with all that it can be given.
fn phrase(languages: &[Language], id: &str) -> Result<Vec<Row>, String> {
    let mut all = PHRASES.iter().chain(&ENDING);
    let (_, names) = all.find(|(name, _)| *name == id).ok_or("no such phrase")?;
    let mut rows: Vec<Row> = Vec::new();
    for case in cases(names)? {
        let say = |language: &Language| language.say(id, &case.values(language)?);
        let texts = languages.iter().map(say).collect::<Result<Vec<_>, _>>()?;
        // What a sentence does not say makes no row of its own.
        if !rows.iter().any(|(_, known)| *known == texts) {
            rows.push((case.label(), texts));
        }
    }
    Ok(rows)
}

/// The cards of released versions, which never change.
fn released(root: &Path) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for policy in names_in(&root.join("policies"))? {
        let folder = root.join("policies").join(&policy).join("versions");
        let mut folders = Vec::new();
        for name in names_in(&folder).unwrap_or_default() {
            let mut files = BTreeMap::new();
            for file in names_in(&folder.join(&name))? {
                let bytes = fs::read(folder.join(&name).join(&file));
                files.insert(file, bytes.map_err(|error| format!("{policy}: {error}"))?);
            }
            folders.push(Folder { path: name.clone(), name, files, strange: Vec::new() });
        }
        let (history, wrong) = History::read(&policy, &folders);
        if let Some(wrong) = wrong.first() {
            return Err(wrong.message.clone());
        }
        for release in history.releases() {
            let notices: Vec<_> = LANGUAGES
                .iter()
                .map(|tag| {
                    let mut texts = release.texts.iter();
                    texts.find(|(locale, _)| locale.tag() == *tag)?.1.notice.as_ref()
                })
                .collect();
            for phase in ["coming", "now"] {
                let texts = notices.iter().map(|notice| {
                    notice.map_or_else(String::new, |notice| {
                        let card = if phase == "now" { &notice.now } else { &notice.coming };
                        format!("{}<br>{}", card.title, card.summary)
                    })
                });
                let texts: Vec<String> = texts.collect();
                if texts.iter().any(|text| !text.is_empty()) {
                    let what = &release.version.version;
                    rows.push((format!("`{policy}` {what}, {phase}"), texts));
                }
            }
        }
    }
    Ok(rows)
}

/// The names in a folder that are not hidden, in order.
fn names_in(folder: &Path) -> Result<Vec<String>, String> {
    let told = |error: std::io::Error| format!("can not read {}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        names.push(entry.map_err(told)?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

fn table(out: &mut String, first: &str, rows: &[Row]) {
    let cell = |text: &str| text.replace('|', "\\|");
    let heads: Vec<&str> = LANGUAGES.to_vec();
    let _ = writeln!(out, "| {first} | {} |", heads.join(" | "));
    let _ =
        writeln!(out, "| --- | {} |", heads.iter().map(|_| "---").collect::<Vec<_>>().join(" | "));
    for (label, texts) in rows {
        let texts: Vec<String> = texts.iter().map(|text| cell(text)).collect();
        let _ = writeln!(out, "| {} | {} |", cell(label), texts.join(" | "));
    }
}
