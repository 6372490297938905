//! `l10n.toml`: where a project that is set up for Mozilla's tools keeps its
//! texts. Of the format, which is documented at
//! <https://moz-l10n-config.readthedocs.io>, this reads where files are; what the
//! format says of builds and filters is for those tools.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostic::Diagnostic;
use crate::manifest::with_locales;
use crate::settings::{Settings, Table};

/// What the file is called in a workspace.
pub const L10N_FILE: &str = "l10n.toml";

/// The settings of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct L10n {
    /// The folder that all paths are relative to, relative to the file's own.
    pub basepath: String,
    /// The locales of the project, as the file writes them.
    pub locales: Vec<String>,
    /// Short names for parts of paths.
    pub env: BTreeMap<String, String>,
    /// Where files are; of two that mean the same file, the later one counts.
    pub paths: Vec<L10nPath>,
    /// Files of the same format whose paths belong to the project.
    pub includes: Vec<String>,
}

/// Where some files and their translations are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct L10nPath {
    /// Files of the source, with wildcards.
    pub reference: String,
    /// Their translations, with as many wildcards and `{locale}`.
    pub l10n: String,
    /// The locales that have them, where these are not those of the project.
    pub locales: Option<Vec<String>>,
}

/// Reads `l10n.toml`. The diagnostics say everything that is wrong with it.
#[must_use]
pub fn read_l10n(path: &str, text: &str) -> (L10n, Vec<Diagnostic>) {
    Settings::read(path, text, |root| {
        let env = root.table("env").filter(|_| root.get("env").is_some());
        let pairs = env.iter().flat_map(Table::entries);
        let pairs = pairs.filter_map(|(name, _, value)| Some((name.into(), value.text()?.into())));
        let includes = root.tables("includes");
        L10n {
            basepath: root.text("basepath").unwrap_or(".").to_owned(),
            locales: texts(&root, "locales").unwrap_or_default(),
            env: pairs.collect(),
            paths: root.tables("paths").iter().filter_map(read_path).collect(),
            includes: includes
                .iter()
                .filter_map(|table| Some(table.required("path", "\"other/l10n.toml\"")?.to_owned()))
                .collect(),
        }
    })
}

/// The text of an `l10n.toml` that has these languages, too: all but those that others
/// are compared with. Nothing where it has them, or can not be read.
#[must_use]
pub fn with_translations(text: &str, tags: &[&str]) -> Option<String> {
    let (settings, found) = read_l10n(L10N_FILE, text);
    let is_reference = |tag: &str| {
        let part = format!("/{tag}/");
        settings.paths.iter().any(|path| format!("/{}", path.reference).contains(&part))
    };
    let new: Vec<&str> = tags.iter().copied().filter(|tag| !is_reference(tag)).collect();
    let with = with_locales(text, &new);
    (found.is_empty() && with != text).then_some(with)
}

fn read_path(table: &Table<'_>) -> Option<L10nPath> {
    let l10n = table.required("l10n", "\"{l10n_base}/{locale}/**/*.ftl\"");
    // Without a reference it tells of files that are compared with nothing.
    let reference = table.text("reference")?;
    Some(L10nPath {
        reference: reference.to_owned(),
        l10n: l10n?.to_owned(),
        locales: texts(table, "locales"),
    })
}

fn texts(table: &Table<'_>, key: &str) -> Option<Vec<String>> {
    table.get(key)?;
    let texts = table.texts(key)?;
    Some(texts.into_iter().map(|(text, _)| text.to_owned()).collect())
}

/// So often a short name may stand for others.
const DEEPEST: usize = 10;

/// The longest path that short names can make.
const LONGEST: usize = 4096;

/// The path with its short names written out; what nobody defines is nothing.
#[must_use]
pub fn expand(path: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut path = path.to_owned();
    for _ in 0..DEEPEST {
        let mut out = String::new();
        let mut rest = path.as_str();
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            out.push_str(before);
            out.push_str(&value(name.trim()).unwrap_or_default());
            rest = after;
        }
        out.push_str(rest);
        let is_done = out == path || !out.contains('{') || out.len() > LONGEST;
        path = out;
        if is_done {
            break;
        }
    }
    path
}

/// A path with wildcards: `*` is any part of a name, `**` any number of folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wild {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    Name,
    Folders,
    Anything,
}

impl Wild {
    /// Reads a pattern.
    #[must_use]
    pub fn new(pattern: &str) -> Wild {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some(at) = rest.find('*') {
            if at > 0 {
                parts.push(Part::Words(rest[..at].to_owned()));
            }
            let star = &rest[at..];
            let (part, length) = match star {
                _ if star.starts_with("**/") => (Part::Folders, 3),
                _ if star.starts_with("**") => (Part::Anything, 2),
                _ => (Part::Name, 1),
            };
            parts.push(part);
            rest = &star[length..];
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest.to_owned()));
        }
        Wild { parts }
    }

    /// The folder below which everything is that can match.
    #[must_use]
    pub fn folder(&self) -> &str {
        match self.parts.first() {
            Some(Part::Words(words)) => words.rsplit_once('/').map_or("", |(folder, _)| folder),
            _ => "",
        }
    }

    /// What the wildcards stand for in `path`, if it matches.
    #[must_use]
    pub fn matches(&self, path: &str) -> Option<Vec<String>> {
        let mut values = Vec::new();
        let mut dead = HashSet::new();
        matches(&self.parts, path, &mut values, &mut dead).then(|| {
            values.reverse();
            values
        })
    }

    /// The path in which the wildcards stand for `values`.
    #[must_use]
    pub fn with(&self, values: &[String]) -> String {
        let mut values = values.iter();
        let value = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            _ => values.next().cloned().unwrap_or_default(),
        };
        self.parts.iter().map(value).collect()
    }
}

/// Matches from the end of both, so that values come in reverse. What failed once
/// is not tried again, or many wildcards would take a time without bounds.
fn matches(
    parts: &[Part],
    path: &str,
    values: &mut Vec<String>,
    dead: &mut HashSet<(usize, usize)>,
) -> bool {
    let Some((part, rest)) = parts.split_first() else { return path.is_empty() };
    if let Part::Words(words) = part {
        return path.strip_prefix(words).is_some_and(|path| matches(rest, path, values, dead));
    }
    if !dead.insert((parts.len(), path.len())) {
        return false;
    }
    let ends = path.char_indices().map(|(at, _)| at).chain([path.len()]);
    for end in ends.rev() {
        let value = &path[..end];
        let fits = match part {
            Part::Name => !value.contains('/'),
            Part::Folders => value.is_empty() || value.ends_with('/'),
            _ => true,
        };
        if fits && matches(rest, &path[end..], values, dead) {
            values.push(value.to_owned());
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_carry_what_they_stand_for() {
        let reference = Wild::new("app/en-US/**/*.ftl");
        let l10n = Wild::new("l10n/de/app/**/*.ftl");
        let to = |path: &str| reference.matches(path).map(|values| l10n.with(&values));
        assert_eq!(to("app/en-US/a/b/c.ftl").as_deref(), Some("l10n/de/app/a/b/c.ftl"));
        assert_eq!(to("app/en-US/c.ftl").as_deref(), Some("l10n/de/app/c.ftl"));
        assert_eq!(to("app/en-US/c.properties"), None);
        assert_eq!(reference.folder(), "app/en-US");
        assert!(Wild::new("a/*About.ftl").matches("a/b/xAbout.ftl").is_none());
        assert_eq!(Wild::new("a/**").matches("a/b/c.ftl"), Some(vec!["b/c.ftl".to_owned()]));
    }

    #[test]
    fn many_wildcards_take_bounded_time() {
        let pattern = format!("{}b", "*a".repeat(30));
        assert_eq!(Wild::new(&pattern).matches(&"a".repeat(200)), None);
    }

    #[test]
    fn short_names_are_written_out() {
        let value = |name: &str| match name {
            "l" => Some("{base}/{locale}/".to_owned()),
            "base" => Some("x".to_owned()),
            "locale" => Some("de".to_owned()),
            "loop" => Some("{loop}{loop}".to_owned()),
            _ => None,
        };
        assert_eq!(expand("{l}a/**", &value), "x/de/a/**");
        assert_eq!(expand("{none}a", &value), "a");
        assert!(expand("{loop}", &value).len() < 100_000);
    }

    #[test]
    fn a_file_of_the_format_is_read() {
        let text = "basepath = \"..\"\nlocales = [\"de\", \"fr\"]\n[env]\nl = \"{l10n_base}/{locale}/\"\n\
                    [[paths]]\nreference = \"a/en-US/**\"\nl10n = \"{l}a/**\"\nlocales = [\"de\"]\n\
                    [[includes]]\npath = \"b/l10n.toml\"\n[[filters]]\npath = \"x\"\naction = \"ignore\"\n";
        let (settings, found) = read_l10n("l10n.toml", text);
        assert_eq!(found, []);
        assert_eq!((settings.paths.len(), settings.includes.len()), (1, 1));
        assert_eq!(settings.paths[0].locales.as_deref(), Some(&["de".to_owned()][..]));
        let (_, found) = read_l10n("l10n.toml", "[[paths]]\nreference = \"a\"\n");
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn languages_are_added_but_for_the_one_that_others_are_compared_with() {
        let text = "locales = [\"de\"] # ours\n[[paths]]\nreference = \"a/en-US/**\"\nl10n = \"a/{locale}/**\"\n";
        let with = |tags: &[&str]| with_translations(text, tags);
        let expected = text.replace("[\"de\"]", "[\"de\", \"fr\", \"kk\"]");
        assert_eq!(with(&["de", "en-US", "fr", "kk"]), Some(expected));
        assert_eq!(with(&["de", "en-US"]), None);
        assert_eq!(with_translations(&text.replace("[\"de\"]", "[]"), &["en-US"]), None);
        // A file with mistakes is left alone.
        assert_eq!(with_translations(&text.replace("l10n =", "l10 ="), &["fr"]), None);
    }
}
