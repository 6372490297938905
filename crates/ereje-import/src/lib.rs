//! A page of Markdown as a policy: its clauses with ids, its front matter, its
//! facts and its date, as the files that people then edit. Files are read and
//! written elsewhere.

mod align;
mod bilingual;
mod clauses;
pub mod crosslinks;
mod dates;
mod facts;
mod front_matter;
mod heads;
mod ids;
mod language;
pub mod layout;
mod lineage;
mod manifest;
mod navigation;
mod notes;
mod texts;
pub mod verify;
mod wording;

pub use align::{LIKELY, SURE};
pub use language::{Accept, Asks, Existing, Translation, translate};
pub use navigation::{navigation_left_out, without_lines_to, without_navigation};
pub use texts::Memory;

use std::collections::BTreeMap;

use ereje::catalog::MAX_FTL_BYTES;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::fact::{Date, Fact};
use ereje::locale::Locale;
use ereje::markup::{Markup, read_page};
use ereje::version::VersionText;

use clauses::Clause;
use front_matter::FrontMatter;
pub use heads::Days;
use heads::Head;
use ids::Ids;
pub use lineage::{Carried, Lineage};

/// The largest page that is imported, in bytes: what it becomes has to fit into
/// a file of texts.
pub const MAX_PAGE_BYTES: usize = MAX_FTL_BYTES / 2;

/// A page, and what it is to become.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// The name that the page is told by.
    pub path: &'w str,
    /// What it says.
    pub text: &'w str,
    /// The id of the policy.
    pub policy: &'w str,
    /// The language of the page.
    pub locale: &'w Locale,
    /// The date of a page that bears none.
    pub fallback: Date,
    /// The pattern of the bottom line of a page that has none, such as
    /// `Last updated: { DATETIME($published, dateStyle: "long") }`.
    pub bottom: &'w str,
}

/// What a page became.
#[derive(Clone, Debug)]
pub struct Imported {
    /// `policy.toml`.
    pub manifest: String,
    /// The `.ftl` file.
    pub texts: String,
    /// The day that the page bears, or the one it was given.
    pub published: Date,
    /// How many clauses it has.
    pub clauses: usize,
    /// How many facts its texts use by name.
    pub facts: usize,
    /// What was read as something else than it was, and what is worth a look.
    pub told: Vec<Diagnostic>,
}

/// What a page became, with what its readers see.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// `policy.toml`.
    pub manifest: String,
    /// The day that the page bears, or the one it was given.
    pub published: Date,
    /// Where its front matter says that it lives, without slashes around it.
    pub permalink: Option<String>,
    /// Its text as a version holds it: what [`freeze`](ereje::version::freeze) would
    /// make of its files.
    pub text: VersionText,
    /// The facts that each clause states, by name, in their order.
    pub stated: Vec<Vec<String>>,
    /// What was read as something else than it was, and what is worth a look.
    pub told: Vec<Diagnostic>,
    messages: texts::Messages,
}

impl Frozen {
    /// The `.ftl` file.
    #[must_use]
    pub fn texts(&self) -> String {
        self.messages.ftl()
    }
}

/// Makes a policy of a page.
///
/// # Errors
/// Why nothing can be made of it: it is empty, too large, no Markdown, or its
/// front matter is broken.
pub fn import(wanted: &Wanted<'_>) -> Result<Imported, Box<Diagnostic>> {
    Draft::read(wanted)?.finish(wanted)
}

/// A page that was read: its clauses have ids, which may still become others,
/// and nothing is written yet.
#[derive(Clone, Debug)]
pub struct Draft {
    text: String,
    front: FrontMatter,
    head: Head,
    clauses: Vec<Clause>,
    /// Which of them an anchor of the page leads to.
    ids: Ids,
    /// Names of facts that stay with their values, from a revision before.
    facts: Vec<(String, Fact)>,
    told: Vec<Diagnostic>,
}

impl Draft {
    /// Reads the page of `wanted`.
    ///
    /// # Errors
    /// As [`import`].
    pub fn read(wanted: &Wanted<'_>) -> Result<Draft, Box<Diagnostic>> {
        let text = sound(wanted)?;
        let wanted = &Wanted { text: &text, ..*wanted };
        let front = front_matter::read(&text).map_err(|broken| {
            let hint = "write `name: value` in each line, between two lines of `---`";
            refused(wanted.path, broken.what).at(&text, broken.span).hint(hint)
        })?;
        let page = read_page(&text[front.end..]);
        if page.parts.is_empty() {
            let what =
                if front.end > 0 { "the page has front matter alone" } else { "the page is empty" };
            let hint = "name the page that holds the text";
            return Err(Box::new(refused(wanted.path, what).hint(hint)));
        }
        let mut told = notes::told(wanted, &page, front.end);
        told.extend(front.left_out.iter().map(|(name, span)| {
            let message = format!("`{name}` of the front matter was left out: it is more than a text, number, date or list");
            advice("import-front-matter", wanted.path, message)
                .at(&text, span.clone())
                .hint("keep what needs it in the configuration of the site")
        }));
        let heads::Heads { head, top, parts, .. } = heads::of(wanted, &front, page, &mut told);
        let (clauses, ids) = clauses::of(wanted, front.end, (&top, parts), &mut told);
        Ok(Draft { text, front, head, clauses, ids, facts: Vec::new(), told })
    }

    /// Writes it.
    ///
    /// # Errors
    /// Where there is no clause, or one can not be written so that it is read again.
    pub fn finish(self, wanted: &Wanted<'_>) -> Result<Imported, Box<Diagnostic>> {
        let (clauses, published) = (self.clauses.len(), self.head.published);
        if clauses == 0 {
            let hint = "name the page that holds the text";
            return Err(Box::new(refused(wanted.path, "the page has a title alone").hint(hint)));
        }
        let mixed = bilingual::check(wanted.path, &self.text, self.front.end, wanted.locale);
        let (manifest, made, mut told) = self.write(wanted, None)?;
        told.extend(mixed);
        let (texts, facts) = (made.messages.ftl(), made.facts.len());
        Ok(Imported { manifest, texts, published, clauses, facts, told })
    }

    /// Writes it, and freezes what its readers see. What `memory` knows from another
    /// revision in the same language is not written again; it takes in this one.
    ///
    /// # Errors
    /// As [`Draft::finish`].
    pub fn freeze(
        self,
        wanted: &Wanted<'_>,
        memory: &mut Memory,
    ) -> Result<Frozen, Box<Diagnostic>> {
        let published = self.head.published;
        let permalink = self.front.text("permalink").map(|link| link.trim_matches('/').to_owned());
        let (manifest, made, told) = self.write(wanted, Some(memory))?;
        let (text, stated) = made.frozen;
        let messages = made.messages;
        Ok(Frozen { manifest, published, permalink, text, stated, told, messages })
    }

    fn write(
        self,
        wanted: &Wanted<'_>,
        memory: Option<&mut Memory>,
    ) -> Result<(String, texts::Made, Vec<Diagnostic>), Box<Diagnostic>> {
        let Draft { text, front, head, clauses, facts, mut told, .. } = self;
        let wanted = &Wanted { text: &text, ..*wanted };
        let made = texts::write(wanted, &head, &clauses, &facts, memory, &mut told)?;
        let manifest = manifest::write(wanted, &front, &head, &clauses, &made.facts);
        told.iter_mut().for_each(|told| {
            told.policy = Some(wanted.policy.to_owned());
            told.locale = Some(wanted.locale.tag().to_owned());
        });
        Ok((manifest, made, told))
    }

    /// Pairs the page with the clauses of a policy, as a translation of it that nobody
    /// has looked at.
    ///
    /// # Errors
    /// As [`translate`].
    pub fn paired_with(
        &self,
        wanted: &Wanted<'_>,
        existing: &Existing<'_>,
    ) -> Result<Translation, Box<Diagnostic>> {
        let wanted = Wanted { text: &self.text, ..*wanted };
        translate(&wanted, existing, &Accept::Nothing, false)
    }

    /// What the page says of its days.
    #[must_use]
    pub fn days(&self) -> &Days {
        &self.head.days
    }

    /// All that its readers see but the line with the date, as one text: the same
    /// for two pages that say the same.
    #[must_use]
    pub fn said(&self) -> String {
        let lines = [&self.head.title, &self.head.description];
        let clauses = self.clauses.iter().flat_map(|clause| {
            clause.heading.iter().chain([&clause.body]).map(ereje::markup::write)
        });
        let texts: Vec<String> =
            lines.into_iter().map(ereje::markup::write).chain(clauses).collect();
        texts.join("\0")
    }

    /// Its clauses: the level of each, and whether it has a heading.
    pub fn shape(&self) -> impl Iterator<Item = (u8, bool)> {
        self.clauses.iter().map(|clause| (clause.level, clause.heading.is_some()))
    }

    /// The id that the page as it was read gave to what an anchor of it leads to.
    #[must_use]
    pub fn clause_at(&self, anchor: &str) -> Option<String> {
        self.ids.of_anchor(anchor)
    }

    /// The ids of its clauses, in page order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.clauses.iter().map(|clause| clause.id.as_str())
    }

    /// Has the facts that it shares with another page by the names that they have
    /// there.
    pub fn name_facts_as(&mut self, other: &Draft) {
        self.facts.clone_from(&other.facts);
    }

    /// Gives the clauses other ids, one each, in page order. Links within the
    /// page follow.
    pub fn rename(&mut self, ids: &[String]) {
        let targets: BTreeMap<String, String> = self
            .clauses
            .iter()
            .zip(ids)
            .filter(|(clause, id)| clause.id != **id)
            .map(|(clause, id)| (format!("#{}", clause.id), format!("#{id}")))
            .collect();
        for (clause, id) in self.clauses.iter_mut().zip(ids) {
            clause.id.clone_from(id);
            if targets.is_empty() {
                continue;
            }
            let target = |link: &str| targets.get(link).cloned();
            clause.body = std::mem::take(&mut clause.body).with_links(target);
            clause.heading = clause.heading.take().map(|heading| heading.with_links(target));
        }
    }
}

/// What tells that most of a page is in another language than that of a locale, in
/// words; nothing where it can well be in it, or can not be read.
#[must_use]
pub fn is_foreign(text: &str, locale: &Locale) -> Option<String> {
    let front = front_matter::read(text).ok()?;
    wording::foreign_page(&text[front.end..], locale)
}

/// The text with line ends as everywhere else, if it is a page at all.
fn sound(wanted: &Wanted<'_>) -> Result<String, Box<Diagnostic>> {
    sound_text(wanted.path, wanted.text)
}

fn sound_text(path: &str, text: &str) -> Result<String, Box<Diagnostic>> {
    let refuse = |what: &str, hint: &str| Err(Box::new(refused(path, what).hint(hint)));
    if text.len() > MAX_PAGE_BYTES {
        let most = MAX_PAGE_BYTES >> 20;
        return refuse(
            &format!("the page has more than {most} MB"),
            "cut it into several policies",
        );
    }
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(64).collect();
    let start = start.to_ascii_lowercase();
    if start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") {
        let hint = "save its text as Markdown, such as by `pandoc -f html -t commonmark`";
        return refuse("the page is HTML, not Markdown", hint);
    }
    if text.contains('\0') {
        return refuse("the page has a byte 0: it is no text", "name a page of Markdown");
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.contains('\r') {
        return Ok(text.to_owned());
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn refused(path: &str, what: &str) -> Diagnostic {
    Diagnostic::error("import-page", path, what)
}

fn advice(rule: &'static str, path: &str, message: impl Into<String>) -> Diagnostic {
    Diagnostic { level: Level::Advice, ..Diagnostic::warning(rule, path, message) }
}

/// A text of these words.
fn plain(words: &str) -> Markup {
    let mut builder = ereje::markup::MarkupBuilder::default();
    builder.text(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    builder.finish()
}
