//! One `.ftl` file: parsed once, every part of it findable by byte.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;

use super::names::{Names, Seeded};
use super::{Message, Term, escapes, junk, nesting, references, stars};
use crate::diagnostic::{Diagnostic, Place};
use crate::formats::PLURAL_CATEGORIES;
use crate::merge;

/// The largest `.ftl` file that is read, in bytes. The longest policies known
/// have well under one of these.
pub const MAX_FTL_BYTES: usize = 8 << 20;

/// A file of messages and terms.
#[derive(Debug)]
pub struct FtlFile {
    path: String,
    parsed: FluentResource,
    /// The messages and terms that select by plural, with their selectors put in
    /// the hands of ICU4X; made when a bundle asks for them first.
    counted: OnceLock<Option<FluentResource>>,
    messages: Names<usize>,
    terms: Names<usize>,
    /// Where the terms are among the entries: few files have any, and rules ask for
    /// all of them at each text.
    places_of_terms: Vec<usize>,
    /// Where those are that choose between variants, of which there are few as well.
    places_of_choices: Vec<usize>,
    broken: HashSet<String>,
    /// Messages from which attributes are cut off.
    cut_off: HashSet<String>,
    diagnostics: Vec<Diagnostic>,
    /// What stands behind `# ` to be translated, once somebody asks for it.
    pub(super) all_waiting: OnceLock<HashMap<String, Range<usize>>>,
    /// Where lines end, once somebody asks for the place of something.
    line_ends: OnceLock<Vec<usize>>,
}

/// What chooses between variants anywhere.
pub enum Choosing<'f> {
    /// A message.
    Message(&'f Message<'f>),
    /// A term.
    Term(&'f Term<'f>),
}

impl FtlFile {
    /// Parses `text`. What is wrong with it is in [`FtlFile::diagnostics`].
    #[must_use]
    pub fn parse(path: impl Into<String>, text: String) -> FtlFile {
        let path = path.into();
        let deep = nesting::too_deep(&text);
        let (text, too_deep) = match deep.first() {
            None => (text, Vec::new()),
            Some(_) => (nesting::without(&text, &deep), junk::too_deep(&path, &text, &deep)),
        };
        let (cut_short, stars) = (escapes::cut_short(&text), stars::alone(&text));
        // What people see is what they have typed, unless braces have changed it before.
        let is_changed = !cut_short.is_empty() || !stars.is_empty();
        let typed = (is_changed && deep.is_empty()).then(|| text.clone());
        let text = stars::without(escapes::without(text, &cut_short), &stars);
        let (parsed, errors) = match FluentResource::try_new(text) {
            Ok(parsed) => (parsed, Vec::new()),
            Err((parsed, errors)) => (parsed, errors),
        };
        let mut file = FtlFile {
            path,
            parsed,
            counted: OnceLock::new(),
            messages: Names::default(),
            terms: Names::default(),
            places_of_terms: Vec::new(),
            places_of_choices: Vec::new(),
            broken: HashSet::new(),
            cut_off: HashSet::new(),
            diagnostics: Vec::new(),
            all_waiting: OnceLock::new(),
            line_ends: OnceLock::new(),
        };
        let source = typed.as_deref().unwrap_or(file.parsed.source());
        let (found, broken) = junk::explain(&file.path, source, &errors);
        file.diagnostics = found;
        file.diagnostics.extend(junk::cut_short(&file.path, source, (&cut_short, &errors)));
        file.broken = broken;
        for (diagnostic, id) in too_deep {
            file.diagnostics.push(diagnostic);
            file.broken.extend(id);
        }
        file.index();
        // Marks of a merge are the one thing that is wrong; the rest follows from them.
        if let Some(conflict) = merge::conflict(&file.path, file.text(), merge::HINT) {
            file.diagnostics = vec![conflict];
        }
        file
    }

    /// Its path, relative to the workspace.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.parsed.source()
    }

    /// Everything wrong with the file by itself.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether a message of this name is in the file, but not to be read.
    #[must_use]
    pub fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }

    /// Whether attributes stand below a message that could not be read as its own.
    #[must_use]
    pub fn is_cut_off(&self, id: &str) -> bool {
        self.cut_off.contains(id)
    }

    /// The messages, in the order of the file.
    pub fn messages(&self) -> impl Iterator<Item = &Message<'_>> {
        self.parsed.entries().filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(message),
            _ => None,
        })
    }

    /// The terms, in the order of the file.
    pub fn terms(&self) -> impl Iterator<Item = &Term<'_>> {
        let entries = self.places_of_terms.iter().filter_map(|at| self.parsed.get_entry(*at));
        entries.filter_map(|entry| match entry {
            ast::Entry::Term(term) => Some(term),
            _ => None,
        })
    }

    /// The messages and the terms that choose between variants, in the order of the file.
    pub fn choosing(&self) -> impl Iterator<Item = Choosing<'_>> {
        let entries = self.places_of_choices.iter().filter_map(|at| self.parsed.get_entry(*at));
        entries.filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(Choosing::Message(message)),
            ast::Entry::Term(term) => Some(Choosing::Term(term)),
            _ => None,
        })
    }

    /// The message of this name.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<&Message<'_>> {
        match self.parsed.get_entry(*self.messages.get(id)?)? {
            ast::Entry::Message(message) => Some(message),
            _ => None,
        }
    }

    /// The term of this name, without its hyphen.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term<'_>> {
        match self.parsed.get_entry(*self.terms.get(id)?)? {
            ast::Entry::Term(term) => Some(term),
            _ => None,
        }
    }

    /// Where a slice of [`FtlFile::text`] stands: the parser keeps no spans, but
    /// every name and text in its tree is a slice of the source.
    #[must_use]
    pub fn span(&self, part: &str) -> Range<usize> {
        let source = self.text();
        let start = (part.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
        if !part.is_empty() && start <= source.len() && part.len() <= source.len() - start {
            start..start + part.len()
        } else {
            0..0
        }
    }

    /// An error at a slice of the text.
    #[must_use]
    pub fn fault(&self, rule: &'static str, part: &str, message: impl Into<String>) -> Diagnostic {
        let place = Some(self.place(self.span(part)));
        Diagnostic { place, ..Diagnostic::error(rule, &self.path, message) }
    }

    /// The place of these bytes of the text.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Place {
        let ends = || memchr::memchr_iter(b'\n', self.text().as_bytes()).collect();
        Place::among(self.text(), span, self.line_ends.get_or_init(ends))
    }

    /// What a bundle takes in, in this order: it keeps the first of two messages
    /// of one name.
    pub(super) fn for_bundle(&self) -> impl Iterator<Item = &FluentResource> {
        self.counted().into_iter().chain([&self.parsed])
    }

    fn counted(&self) -> Option<&FluentResource> {
        self.counted.get_or_init(|| self.with_icu_plurals()).as_ref()
    }

    fn index(&mut self) {
        let number = self.parsed.entries().count();
        let mut messages = Names::with_capacity_and_hasher(number, Seeded::default());
        let mut terms: Names<usize> = Names::default();
        let (mut places_of_terms, mut places_of_choices) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        let mut above = None;
        let mut cut_off = HashSet::new();
        for (at, entry) in self.parsed.entries().enumerate() {
            let (id, value, attributes) = match entry {
                ast::Entry::Message(message) => {
                    (message.id.name, message.value.as_ref(), &message.attributes)
                }
                ast::Entry::Term(term) => (term.id.name, Some(&term.value), &term.attributes),
                ast::Entry::Junk { content } => {
                    let is_attribute = |line: &str| line.trim_start().starts_with('.');
                    let cut = above.filter(|_| content.lines().any(is_attribute));
                    cut_off.extend(cut.map(str::to_owned));
                    continue;
                }
                _ => continue,
            };
            above = Some(id);
            let is_term = matches!(entry, ast::Entry::Term(_));
            places_of_terms.extend(is_term.then_some(at));
            let mut patterns = value.into_iter().chain(attributes.iter().map(|one| &one.value));
            places_of_choices.extend(patterns.any(references::chooses).then_some(at));
            let (same, other) =
                if is_term { (&mut terms, &messages) } else { (&mut messages, &terms) };
            if same.contains_key(id) {
                let message = format!("`{id}` is in this file twice");
                let hint =
                    "keep one of them; of two, Fluent would use the first and drop the other";
                found.push(self.fault("duplicate-message", id, message).hint(hint));
            } else if other.contains_key(id) {
                let message = format!("a term and a message are both called `{id}`");
                found.push(self.fault("duplicate-message", id, message).hint("rename one of them"));
            } else {
                same.insert(id.to_owned(), at);
            }
            let mut before = HashSet::new();
            for attribute in attributes.iter().filter(|_| attributes.len() > 1) {
                let name = attribute.id.name;
                if !before.insert(name) {
                    let message = format!("`{id}` has the attribute `.{name}` twice");
                    found.push(
                        self.fault("duplicate-attribute", name, message).hint("keep one of them"),
                    );
                }
            }
        }
        self.cut_off = cut_off;
        self.messages = messages;
        self.terms = terms;
        self.places_of_terms = places_of_terms;
        self.places_of_choices = places_of_choices;
        self.diagnostics.extend(found);
    }

    /// Fluent's own plural rules are those of an old CLDR and wrong for several
    /// locales, so a selector whose variants are plural categories or numbers
    /// is handed to a function that answers with ICU4X's category. Gives the
    /// messages and terms in which there is one.
    fn with_icu_plurals(&self) -> Option<FluentResource> {
        let mut edits: Vec<(usize, String)> = Vec::new();
        references::selects_of_file(&self.parsed, &mut |selector, variants| {
            let by_number = variants.iter().any(|variant| match &variant.key {
                ast::VariantKey::NumberLiteral { .. } => true,
                ast::VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(name),
            });
            let Some(span) = self.selector_span(selector).filter(|_| by_number) else {
                return;
            };
            let numbers: Vec<&str> = variants
                .iter()
                .filter_map(|variant| match &variant.key {
                    ast::VariantKey::NumberLiteral { value } => Some(*value),
                    ast::VariantKey::Identifier { .. } => None,
                })
                .collect();
            edits.push((span.start, "PLURAL-CATEGORY(".into()));
            edits.push((span.end, format!(", exact: \"{}\")", numbers.join(" "))));
        });
        if edits.is_empty() {
            return None;
        }
        edits.sort_by_key(|(at, _)| *at);
        let mut edits = edits.into_iter().peekable();
        let source = self.text();
        let mut text = String::new();
        let starts: Vec<usize> = self.starts().collect();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(source.len());
            let mut done = *start;
            while let Some((at, insert)) = edits.next_if(|(at, _)| *at < end) {
                text.push_str(&source[done..at]);
                text.push_str(&insert);
                done = at;
            }
            if done > *start {
                text.push_str(&source[done..end]);
            }
        }
        // A message with calls put in parses wherever the message itself did.
        Some(FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource))
    }

    /// Where messages and terms begin, in the order of the file.
    fn starts(&self) -> impl Iterator<Item = usize> {
        self.parsed.entries().filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(self.span(message.id.name).start),
            ast::Entry::Term(term) => Some(self.span(term.id.name).start.saturating_sub(1)),
            _ => None,
        })
    }

    /// The bytes of a selector, from its sigil or name up to the white space
    /// before the arrow.
    fn selector_span(&self, selector: &ast::InlineExpression<&str>) -> Option<Range<usize>> {
        let first = match selector {
            ast::InlineExpression::VariableReference { id } => {
                self.span(id.name).start.checked_sub(1)?
            }
            ast::InlineExpression::FunctionReference { id, .. } => self.span(id.name).start,
            ast::InlineExpression::NumberLiteral { value } => self.span(value).start,
            _ => return None,
        };
        let arrow = first + references::arrow_after(&self.text()[first..])?;
        let end = first + self.text()[first..arrow].trim_end().len();
        Some(first..end)
    }
}

#[cfg(test)]
mod tests;
