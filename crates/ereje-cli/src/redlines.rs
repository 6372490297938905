//! What changed between two documents, for pages, notices and the terminal.

use std::collections::BTreeSet;

use ereje::change::{Changes, Kind, Op};
use ereje::document::Document;
use ereje::manifest::Manifest;
use ereje::markup::{Event, Markup, Tag};
use ereje::version::Release;
use ereje_diff::{Reason, knows, weigh_translation};

/// How much a change weighs, and why.
pub(crate) struct Weight {
    pub(crate) kind: Kind,
    /// What tells, by clause, the weightiest first.
    pub(crate) reasons: Vec<Told>,
    /// The language that binds, where its negations are not known.
    unknown: Option<String>,
}

/// A reason in a language.
pub(crate) struct Told {
    pub(crate) kind: Kind,
    pub(crate) words: String,
}

impl Weight {
    /// Of a first version, which changes nothing.
    pub(crate) fn first() -> Weight {
        Weight { kind: Kind::Material, reasons: Vec::new(), unknown: None }
    }

    /// Why, in a line.
    pub(crate) fn in_words(&self) -> String {
        let reasons = self.reasons.iter().filter(|reason| reason.kind == self.kind);
        let words: Vec<&str> = reasons.map(|reason| reason.words.as_str()).collect();
        match words.as_slice() {
            [] => "nothing else changed".to_owned(),
            all if all.len() <= 3 => all.join("; "),
            all => format!("{}; and {} more", all[..3].join("; "), all.len() - 3),
        }
    }

    /// What could not be looked at.
    pub(crate) fn caution(&self) -> Option<String> {
        let language = self.unknown.as_ref()?;
        Some(format!(
            "negations and words such as “may” and “must” are not known in `{language}`: look for \
             them yourself"
        ))
    }
}

/// How much a release changes from the version before: by the language that
/// binds, and by what translations changed on their own.
pub(crate) fn weigh(before: &Release, release: &Release, manifest: &Manifest) -> Weight {
    let source = &release.version.source_locale;
    let changes = |locale| {
        let old = before.document(locale, manifest)?;
        let new = release.document(locale, manifest)?;
        Some(compare(&old, &new))
    };
    let topics = |id: &str| -> BTreeSet<String> {
        let clauses = before.version.clauses.iter().chain(&release.version.clauses);
        clauses.filter(|clause| clause.id == id).flat_map(|clause| clause.topics.clone()).collect()
    };
    let of_source = changes(source).unwrap_or_default();
    let mut reasons = told(ereje_diff::weigh(&of_source, source.language(), topics), "");
    reasons.extend(changed_facts(before, release));
    let in_source: BTreeSet<&str> =
        of_source.clauses.iter().map(|change| change.id.as_str()).collect();
    for locale in release.texts.keys().filter(|locale| *locale != source) {
        let Some(mut own) = changes(locale) else { continue };
        own.clauses.retain(|change| !in_source.contains(change.id.as_str()));
        let language = locale.language();
        reasons.extend(told(weigh_translation(&own, language), &format!(" in `{locale}`")));
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.kind));
    // A title, or a new language, changes no clause.
    let kind = reasons.first().map_or(Kind::Editorial, |reason| reason.kind);
    let unknown = (!knows(source.language())).then(|| source.tag().to_owned());
    Weight { kind, reasons, unknown }
}

fn told(reasons: Vec<Reason>, place: &str) -> Vec<Told> {
    let tell =
        |reason: Reason| Told { kind: reason.kind, words: format!("{}{place}", reason.in_words()) };
    reasons.into_iter().map(tell).collect()
}

/// Facts that are not what they were, where a clause states them.
fn changed_facts(before: &Release, release: &Release) -> Vec<Told> {
    let stated = |release: &Release, name: &str| {
        let clauses = release.version.clauses.iter();
        clauses.flat_map(|clause| &clause.facts).any(|fact| fact == name)
    };
    let facts = release.version.facts.iter();
    let changed = facts.filter(|(name, fact)| {
        stated(release, name) && before.version.facts.get(*name).is_some_and(|old| old != *fact)
    });
    let tell =
        |name: &String| Told { kind: Kind::Material, words: format!("the fact `{name}` changed") };
    changed.map(|(name, _)| tell(name)).collect()
}

/// Compares two documents of one language.
pub(crate) fn compare(old: &Document, new: &Document) -> Changes {
    ereje_diff::compare(old, new)
}

/// The message that says what happened to a clause.
pub(crate) fn phrase(op: Op) -> &'static str {
    match op {
        Op::Added => "change-added",
        Op::Removed => "change-removed",
        Op::Changed => "change-changed",
        Op::Moved => "change-moved",
    }
}

/// A redline as lines for a terminal: with signs that need no colour, and with
/// colour where there is one.
pub(crate) fn in_terminal(markup: &Markup, colour: bool) -> String {
    let (added, removed, plain) =
        if colour { ("\u{1b}[32m", "\u{1b}[31m", "\u{1b}[0m") } else { ("", "", "") };
    let mut out = String::new();
    let line = |out: &mut String| {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    };
    for event in markup.events() {
        match event {
            Event::Text(text) => out.push_str(text),
            Event::Break | Event::Rule => out.push('\n'),
            Event::Open(Tag::Inserted) => out.push_str(&format!("{added}{{+")),
            Event::Close(Tag::Inserted) => close(&mut out, "+}", plain),
            Event::Open(Tag::Deleted) => out.push_str(&format!("{removed}[-")),
            Event::Close(Tag::Deleted) => close(&mut out, "-]", plain),
            Event::Open(Tag::Item) => {
                line(&mut out);
                out.push_str("- ");
            }
            Event::Open(Tag::Paragraph) if !out.ends_with("- ") => line(&mut out),
            Event::Open(Tag::Row | Tag::HeadRow | Tag::CodeBlock) => line(&mut out),
            Event::Close(Tag::Cell) => out.push_str(" | "),
            Event::Close(Tag::Link(link)) => {
                let target = markup.link(link);
                if !out.trim_end().ends_with(target.trim_start_matches("mailto:")) {
                    out.push_str(&format!(" <{target}>"));
                }
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Ends marked words; the space behind them stays outside.
fn close(out: &mut String, sign: &str, plain: &str) {
    let end = out.trim_end().len();
    let space = out.split_off(end);
    out.push_str(&format!("{sign}{plain}{space}"));
}

/// Text in rows of at most `width` characters, broken between words.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    for word in text.split(' ') {
        let row = rows.last().map_or(0, |row| row.chars().count());
        if row > 0 && row + 1 + word.chars().count() > width {
            rows.push(String::new());
        }
        if let Some(row) = rows.last_mut() {
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
    }
    rows
}
