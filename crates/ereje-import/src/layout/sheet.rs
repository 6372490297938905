//! A page of a folder, as far as its place among others hangs on it.

use ereje::locale::Locale;
use ereje::markup::{Event, Tag, read_page};

use crate::front_matter::{self, FrontMatter};
use crate::{sound_text, wording};

/// Names under which front matter has the language of the page.
const LANGUAGE_KEYS: [&str; 4] = ["lang", "language", "locale", "lng"];

/// Names under which front matter has what all languages of a document share.
const SHARED_KEYS: [&str; 6] =
    ["ref", "translationKey", "translation_key", "page_id", "lang_ref", "lang-ref"];

/// Files that stand for the folder that they are in.
const INDEX_STEMS: [&str; 3] = ["index", "_index", "readme"];

/// A page that was looked at.
pub(super) struct Sheet<'p> {
    /// Its path below the folder.
    pub(super) path: &'p str,
    /// The folders that it is in.
    pub(super) dirs: Vec<&'p str>,
    /// Its name without the ending.
    pub(super) stem: &'p str,
    pub(super) front: FrontMatter,
    /// The language that its front matter names.
    pub(super) said: Option<Locale>,
    /// Its text, without front matter.
    pub(super) body: String,
}

impl<'p> Sheet<'p> {
    /// Reads the page.
    ///
    /// # Errors
    /// Why it can not be one, in a sentence.
    pub(super) fn read(path: &'p str, text: &str) -> Result<Sheet<'p>, String> {
        let mut dirs: Vec<&str> = path.split('/').collect();
        let name = dirs.pop().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let text = sound_text(path, text).map_err(|told| told.message)?;
        let front = front_matter::read(&text).map_err(|broken| {
            let line = text[..broken.span.start].matches('\n').count() + 1;
            format!("its front matter can not be read: {} (line {line})", broken.what)
        })?;
        let body = text[front.end..].to_owned();
        let said = LANGUAGE_KEYS.iter().find_map(|key| front.text(key)).and_then(Locale::meant);
        Ok(Sheet { path, dirs, stem, front, said, body })
    }

    /// Whether nothing stands below its front matter.
    pub(super) fn is_blank(&self) -> bool {
        self.body.trim().is_empty()
    }

    /// Whether its front matter keeps it from being published.
    pub(super) fn is_draft(&self) -> bool {
        self.front.text("draft") == Some("true") || self.front.text("published") == Some("false")
    }

    /// What it has in common with its translations, where front matter says so.
    pub(super) fn shared(&self) -> Option<String> {
        SHARED_KEYS.iter().find_map(|key| self.front.text(key)).map(str::to_lowercase)
    }

    /// Where it lives by its front matter, without slashes at the ends.
    pub(super) fn permalink(&self) -> Option<&str> {
        let rooted = |link: &&str| link.starts_with('/');
        let given = self.front.text("permalink").or_else(|| self.front.text("url").filter(rooted));
        let link = given?.trim_matches('/');
        ereje::manifest::is_safe_path(link).then_some(link)
    }

    /// Its title: that of the front matter, or its first heading.
    pub(super) fn title(&self) -> &str {
        let heading = || {
            let mut lines = self.body.lines();
            lines.find_map(|line| line.strip_prefix("# ")).map(str::trim)
        };
        self.front.text("title").or_else(heading).unwrap_or_default()
    }

    /// Whether it says something itself, and does not only lead to other pages: much of
    /// its text stands outside links, and long stretches of it without one.
    pub(super) fn has_text_of_its_own(&self) -> bool {
        let (letters, links) = beside_links(&self.body);
        letters >= 600 && letters >= 100 * links
    }

    /// Whether it is in the language of a locale; nothing where that is not known.
    pub(super) fn is_in(&self, locale: &Locale) -> Option<bool> {
        wording::is_in(&self.body, locale)
    }

    /// The language that it is in by its words.
    pub(super) fn language(&self) -> Option<&'static str> {
        wording::language(&self.body)
    }
}

/// How many letters of a text stand in no link and in no heading, and how many links
/// it has.
fn beside_links(text: &str) -> (usize, usize) {
    let (mut letters, mut links, mut depth) = (0, 0, 0_usize);
    let page = read_page(text);
    for block in page.parts.iter().flat_map(|part| &part.blocks) {
        for event in block.text.events() {
            match event {
                Event::Open(Tag::Link(_)) => (links, depth) = (links + 1, depth + 1),
                Event::Close(Tag::Link(_)) => depth = depth.saturating_sub(1),
                Event::Text(words) if depth == 0 => {
                    letters += words.chars().filter(|c| c.is_alphabetic()).count();
                }
                _ => {}
            }
        }
    }
    (letters, links)
}

/// Whether a name stands for the folder that the file is in.
pub(super) fn is_index(stem: &str) -> bool {
    INDEX_STEMS.iter().any(|known| stem.eq_ignore_ascii_case(known))
}
