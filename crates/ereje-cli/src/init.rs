//! `init`: a new workspace from the starter that is built in; in one that is there, a
//! further policy or languages that begin.

mod further;
mod kind;
mod language;
mod names;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::{FtlFile, Message, canonical, standing_in};
use ereje::locale::Locale;
use ereje::sync::TextDigest;
use ereje::workspace::WORKSPACE_FILE;

use crate::arguments::InitArguments;
use crate::failure::Failure;
use crate::store::{create, is_taken, taken};
use crate::{clock, typed, workspace};

/// The texts of the starter in one language.
struct Starter {
    locale: &'static str,
    /// The text of a privacy policy.
    policy: &'static str,
    /// That of any other policy.
    page: &'static str,
    terms: &'static str,
    notice: &'static str,
}

macro_rules! starters {
    ($($locale:literal),* $(,)?) => {
        &[$(Starter {
            locale: $locale,
            policy: include_str!(concat!("../starter/", $locale, "/policy.ftl")),
            page: include_str!(concat!("../starter/", $locale, "/page.ftl")),
            terms: include_str!(concat!("../starter/", $locale, "/terms.ftl")),
            notice: include_str!(concat!("../starter/", $locale, "/notice.ftl")),
        }),*]
    };
}

const STARTERS: &[Starter] = starters![
    "ar", "de", "en", "es", "fa", "fr", "he", "hi", "it", "ja", "kk", "ko", "nl", "pl", "pt", "ru",
    "th", "tr", "uk", "zh-Hans", "zh-Hant",
];

const WORKSPACE: &str = include_str!("../starter/ereje.toml");
const MANIFEST: &str = include_str!("../starter/policy.toml");
const GUIDE: &str = include_str!("../starter/README.md");
const GUIDE_FILE: &str = "locales/README.md";
const L10N: &str = include_str!("../starter/l10n.toml");
const ATTRIBUTES: &str = include_str!("../starter/gitattributes");
const IGNORED: &str = include_str!("../starter/gitignore");

/// What git leaves alone: the finished pages, which are made again from the texts.
const IGNORE_FILE: &str = ".gitignore";

/// What a policy is called that nobody names.
const POLICY: &str = "privacy";

/// The language of a new workspace whose policies are written in nothing else first.
const SOURCE: &str = "en";

/// Runs `init`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &InitArguments,
) -> Result<ExitCode, Failure> {
    let policy = options.policy.as_deref().unwrap_or(POLICY);
    workspace::check_policy_name(policy)?;
    let dir = match (options.dir.as_deref(), given) {
        (Some(dir), Some(given)) if dir != given => {
            return Err(Failure::new("two folders are named: DIR and that of `--workspace`")
                .hint("leave one of them out"));
        }
        (dir, given) => dir.or(given),
    };
    // Without a folder it is the workspace that this one is in, as for every command.
    let found = if dir.is_none() { workspace::find(program, None).ok() } else { None };
    let (given, dir) = (dir, dir.or(found.as_deref()).unwrap_or(Path::new(".")));
    if dir.join(WORKSPACE_FILE).is_file() {
        return match begins_languages(dir, options) {
            true => language::run(program, (dir, given), options),
            false => further::run(program, (dir, given), options),
        };
    }
    let source = options.source_locale.as_deref().unwrap_or(SOURCE);
    let locales: Vec<&str> = options.locales.iter().map(String::as_str).collect();
    let (texts, waiting) = texts(program, source, &locales)?;
    let mut files = files(policy, source, &texts);
    if let Some(there) = files.iter().map(|(path, _)| dir.join(path)).find(|at| is_taken(at)) {
        return Err(taken(&there).hint("choose another folder"));
    }
    let ignores = !is_taken(&dir.join(IGNORE_FILE));
    if ignores {
        files.push((IGNORE_FILE.to_owned(), IGNORED.to_owned()));
    }
    create(dir, &files)?;
    outln!("made a workspace in {} with the policy `{policy}` in {}", dir.display(), tags(&texts));
    if ignores {
        outln!("its {IGNORE_FILE} keeps the finished pages in dist out of git");
    } else if !ignores_pages(&dir.join(IGNORE_FILE)) {
        outln!(
            "{IGNORE_FILE} is there already and stays as it is: have it name /dist/, so that the \
             finished pages are not committed"
        );
    }
    tell(program, given, (policy, source), (&texts, &waiting));
    Ok(ExitCode::SUCCESS)
}

/// Whether languages are meant and not a policy: some are named, for all policies or for
/// one that is there.
fn begins_languages(root: &Path, options: &InitArguments) -> bool {
    let policies = root.join("policies");
    let is_there = match &options.policy {
        Some(policy) => policies.join(policy).join("policy.toml").is_file(),
        None => std::fs::read_dir(policies).is_ok_and(|all| {
            all.filter_map(Result::ok).any(|entry| entry.path().join("policy.toml").is_file())
        }),
    };
    !options.locales.is_empty() && is_there
}

/// The texts in a source language and in others, each once, and the languages that
/// there are none in.
fn texts<'o>(
    program: &str,
    source: &str,
    locales: &[&'o str],
) -> Result<(Vec<Text>, Vec<&'o str>), Failure> {
    let mut texts = vec![text(source)?.ok_or_else(|| no_starter(program, source))?];
    let mut waiting = Vec::new();
    for &tag in locales {
        match text(tag)? {
            Some(text) if texts.iter().all(|known| known.locale != text.locale) => {
                texts.push(text);
            }
            Some(_) => {}
            None => waiting.push(tag),
        }
    }
    Ok((texts, waiting))
}

fn tags(texts: &[Text]) -> String {
    texts.iter().map(|text| text.locale.tag()).collect::<Vec<_>>().join(", ")
}

/// Says what is left to do with the texts.
fn tell(
    program: &str,
    given: Option<&Path>,
    (policy, source): (&str, &str),
    (texts, waiting): (&[Text], &[&str]),
) {
    for Text { locale, starter } in texts {
        if starter.locale != locale.tag() {
            let of = starter.locale;
            outln!(
                "the text in `{locale}` is the one in `{of}`: read it as people do who write `{locale}`"
            );
        }
    }
    let others = texts.get(1..).unwrap_or_default();
    if !kind::has_title(policy) && !others.is_empty() {
        outln!(
            "its title is made of its name; translate it into {}: it stands behind `# ` in \
             locales/{}/{policy}.ftl{}",
            tags(others),
            others[0].locale,
            if others.len() == 1 { "" } else { " and the like" }
        );
    }
    // `cargo xtask` is known in its own repository alone.
    let place = typed::in_workspace(given.filter(|given| *given != Path::new(".")));
    for tag in waiting {
        outln!(
            "there is no starter text in `{tag}`; to translate the one in `{source}`: \
             {program} init --policy {policy} --locales {tag}{place}"
        );
    }
    outln!("next: {program} generate{place}");
}

/// Whether a person's own list keeps the finished pages out of git.
fn ignores_pages(path: &Path) -> bool {
    let lines = std::fs::read_to_string(path).unwrap_or_default();
    lines.lines().any(|line| matches!(line.trim().trim_matches('/'), "dist" | "dist*" | "**/dist"))
}

/// What a new workspace says in a language.
struct Text {
    locale: Locale,
    /// Its words: those of the language, where a country has none of its own.
    starter: &'static Starter,
}

impl Text {
    /// Its files: the text of a policy, and what stands around it.
    fn files(&self, policy: &str, source: &Locale) -> [(String, String); 3] {
        let Text { locale, starter } = self;
        let file =
            |name: &str, text: &str| (format!("locales/{locale}/{name}.ftl"), text.to_owned());
        let own = kind::text(starter, policy, *locale == *source);
        [file(policy, &own), file("terms", starter.terms), file("notice", starter.notice)]
    }
}

/// The locale of a tag that was typed; of the name of a language it tells the tag.
fn tag(tag: &str) -> Result<Locale, Failure> {
    if tag.is_empty() {
        let failure = Failure::new("`--locales` names no language before or after a comma");
        return Err(failure.hint("write it without spaces: `--locales en,de`"));
    }
    workspace::tag(tag).map_err(|failure| match names::tags(tag) {
        Some(tags) => failure.hint(format!("write {tags}")),
        None => failure,
    })
}

/// The text in a language, if there is one in it or in a wider one.
fn text(tag: &str) -> Result<Option<Text>, Failure> {
    let locale = self::tag(tag)?;
    Ok(nearest(&locale).map(|starter| Text { locale, starter }))
}

fn no_starter(program: &str, tag: &str) -> Failure {
    let known: Vec<&str> = STARTERS.iter().map(|starter| starter.locale).collect();
    Failure::new(format!("there is no starter text in `{tag}`")).hint(format!(
        "begin in one of {} and add your language afterwards, or bring a text of your own: \
         `{program} import page.md --locale {tag}`",
        known.join(", ")
    ))
}

/// Whether there are texts in a language, or in a wider one.
pub(crate) fn has_starter(locale: &Locale) -> bool {
    nearest(locale).is_some()
}

/// The sentences around the texts in a language, where they are known in it: the path of
/// their file, and what is in it.
pub(crate) fn sentences(locale: &Locale) -> Option<(String, String)> {
    nearest(locale)
        .map(|starter| (format!("locales/{locale}/notice.ftl"), starter.notice.to_owned()))
}

/// The texts that a policy begins with in a language, with the terms of the starter or
/// these.
pub(crate) fn first_texts(
    policy: &str,
    locale: &Locale,
    terms: Option<&FtlFile>,
) -> BTreeSet<TextDigest> {
    let Some(starter) = nearest(locale) else { return BTreeSet::new() };
    // Policies of all names began with that of privacy once.
    let files = [kind::text(starter, policy, true), starter.policy.into()];
    let files = files.map(|text| FtlFile::parse("policy.ftl", text.into_owned()));
    let own = FtlFile::parse("terms.ftl", starter.terms.to_owned());
    let with = |terms| {
        let texts = files.iter().flat_map(|file| {
            let said = |message: &Message<'_>| canonical(message.id.name, file, terms);
            file.messages().filter_map(said).map(|text| TextDigest::of(&text)).collect::<Vec<_>>()
        });
        texts.collect::<Vec<_>>()
    };
    [Some(&own), terms].into_iter().flat_map(with).collect()
}

/// The starter of a locale, or of its language in the same script: a text in another
/// one is none that its readers could read.
fn nearest(locale: &Locale) -> Option<&'static Starter> {
    let is_near = |starter: &&Starter| {
        Locale::parse(starter.locale).is_ok_and(|known| {
            known.language() == locale.language() && known.script() == locale.script()
        })
    };
    STARTERS.iter().find(is_near)
}

fn of_locale(locale: &Locale) -> &'static Starter {
    nearest(locale)
        .or_else(|| STARTERS.iter().find(|starter| starter.locale == "en"))
        .unwrap_or(&STARTERS[0])
}

/// The pattern of the bottom line of a page in a language.
pub(crate) fn bottom_line(locale: &Locale) -> String {
    let mut lines = of_locale(locale).policy.lines();
    let line = lines.find_map(|line| line.strip_prefix("last-updated ="));
    line.unwrap_or("{ DATETIME($published, dateStyle: \"long\") }").trim().to_owned()
}

/// The files around an imported policy: those of its language, and of a
/// workspace that is new.
pub(crate) fn surroundings(policy: &str, locale: &Locale, is_new: bool) -> Vec<(String, String)> {
    let starter = of_locale(locale);
    let mut files = Vec::new();
    if is_new {
        let settings = WORKSPACE.replace("@NAME@", policy).replace("@SOURCE@", locale.tag());
        files.push((WORKSPACE_FILE.to_owned(), settings));
        files.push(("policies/.gitattributes".to_owned(), ATTRIBUTES.to_owned()));
        files.push((IGNORE_FILE.to_owned(), IGNORED.to_owned()));
        let locales = [format!("\"{}\"", locale.tag())];
        files.push((GUIDE_FILE.to_owned(), guide(policy, locale.tag(), &locales)));
    }
    let terms = "### Names and legal terms that must be the same everywhere, such as `-product = Example`.\n";
    files.push((format!("locales/{}/terms.ftl", locale.tag()), terms.to_owned()));
    files.push(sentences(locale).unwrap_or_else(|| {
        let counted = standing_in(locale, &FtlFile::parse("notice.ftl", starter.notice.to_owned()));
        (format!("locales/{locale}/notice.ftl"), counted)
    }));
    files
}

/// The guide for translators, with examples that are in this workspace: of its first
/// translation, if there is one. `locales` stand in quotation marks.
fn guide(policy: &str, source: &str, locales: &[String]) -> String {
    let translation = locales.get(1).map_or("cs", |locale| locale.trim_matches('"'));
    GUIDE.replace("@POLICY@", policy).replace("@SOURCE@", source).replace("@LOCALE@", translation)
}

fn files(policy: &str, source: &str, texts: &[Text]) -> Vec<(String, String)> {
    let locales = quoted(texts);
    let translations = locales.get(1..).unwrap_or_default().join(", ");
    let l10n = L10N.replace("@SOURCE@", source).replace("@TRANSLATIONS@", &translations);
    let workspace = WORKSPACE.replace("@NAME@", "Example").replace("@SOURCE@", source);
    let mut files = vec![
        (WORKSPACE_FILE.to_owned(), workspace),
        ("l10n.toml".to_owned(), l10n),
        manifest(policy, source, texts),
        ("policies/.gitattributes".to_owned(), ATTRIBUTES.to_owned()),
        (GUIDE_FILE.to_owned(), guide(policy, source, &locales)),
    ];
    files.extend(all_files(policy, texts));
    files
}

/// The files of all languages; the first one is the source.
fn all_files<'t>(
    policy: &'t str,
    texts: &'t [Text],
) -> impl Iterator<Item = (String, String)> + 't {
    let source = texts.first().map(|text| &text.locale);
    texts.iter().flat_map(move |text| text.files(policy, source.unwrap_or(&text.locale)))
}

/// The plan of a policy: its path, and what is in it.
fn manifest(policy: &str, source: &str, texts: &[Text]) -> (String, String) {
    let manifest = kind::manifest(policy)
        .replace("@POLICY@", policy)
        .replace("@SOURCE@", source)
        .replace("@LOCALES@", &quoted(texts).join(", "))
        .replace("@DATE@", &clock::today("UTC").to_string());
    (format!("policies/{policy}/policy.toml"), manifest)
}

/// The languages of texts in quotation marks.
fn quoted(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| format!("\"{}\"", text.locale)).collect()
}
