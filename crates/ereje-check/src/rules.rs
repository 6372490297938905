//! The table of rules.

mod broken_anchor;
mod broken_policy_link;
mod broken_tag;
mod control_character;
mod cyclic_reference;
mod double_space;
mod doubled_word;
mod duplicate_variant;
mod email_mismatch;
mod empty_text;
mod end_punctuation;
mod extra_attribute;
mod extra_heading;
mod extra_variable;
mod format_error;
mod glossary;
mod hand_typed_date;
mod hard_coded_fact;
mod heading_in_text;
mod heading_style;
mod image;
mod impossible_plural_category;
mod insecure_link;
mod leftover_note;
mod leftover_placeholder;
mod length_outlier;
mod link_mismatch;
mod malformed_link;
mod markup_mismatch;
mod missing_attribute;
mod missing_clause;
mod missing_heading;
mod missing_message;
mod missing_plural_category;
mod missing_variable;
mod mixed_script;
mod negation_mismatch;
mod not_normalized;
mod number_mismatch;
mod orphan_message;
mod paragraph_mismatch;
mod placeable_budget;
mod raw_html;
mod relies_on_rereading;
mod selector_not_in_source;
mod straight_quotes;
mod swapped_variables;
mod term_argument;
mod too_many_forms;
mod undated;
mod unknown_attribute;
mod unknown_function;
mod unknown_message;
mod unknown_reference;
mod unknown_variable;
mod unsafe_link;
mod untranslated;
mod unused_fact;
mod unused_term;
mod visible_asterisks;
mod wrong_language;

use std::collections::BTreeSet;
use std::ops::Range;

use ereje::catalog::{Choosing, FtlFile, Message, Pattern, Term};
use ereje::diagnostic::{Diagnostic, Level};
use ereje::document::Document;
use ereje::locale::Locale;

use crate::comparison::Text;
use crate::{About, Comparison, References, Report, Side, Subject, Translation};

/// A rule.
pub struct Rule {
    /// Its name, which reads as what one would allow by switching it off.
    pub name: &'static str,
    /// How much a finding weighs.
    pub level: Level,
    /// How much it weighs in a draft, where that differs.
    pub draft_level: Option<Level>,
    /// What it finds and why it matters, with examples.
    pub docs: &'static str,
    /// How it finds it.
    pub check: Check,
}

/// Looks at terms: their file, those that can use them, and which ones will be used once
/// all is translated.
pub type CheckTerms = fn(&FtlFile, &[&FtlFile], &dyn Fn(&str) -> bool, &mut Report<'_>);

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Check {
    /// The messages, before they become text.
    Messages(fn(&Subject<'_>, &mut Report<'_>)),
    /// What the messages refer to, of a policy or of any Fluent file.
    References(fn(&References<'_>, &mut Report<'_>)),
    /// The messages of any Fluent file, next to those of its source.
    Translation(fn(&Translation<'_>, &mut Report<'_>)),
    /// The text that readers would see.
    Document(fn(&Subject<'_>, &Document, &mut Report<'_>)),
    /// The messages and terms of one file, in its language.
    File(fn(&FtlFile, &Locale, &mut Report<'_>)),
    /// The terms of a language, with all files that can use them.
    Terms(CheckTerms),
    /// A text of a translation, next to the one of the source.
    Texts(fn(&Comparison<'_>, &mut Report<'_>)),
}

/// A rule with the documentation of its file.
macro_rules! documented {
    ($($module:ident),* $(,)?) => {
        &[$(Rule {
            docs: include_str!(concat!("rules/", stringify!($module), ".rs")),
            ..$module::RULE
        }),*]
    };
}

/// What rules about two texts can tell of a source alone.
pub(crate) fn check_source(source: Side<'_>, about: About<'_>, found: &mut Vec<Diagnostic>) {
    broken_tag::check_source(source, &mut Report::new(&broken_tag::RULE, about, found));
}

/// Every rule, by name.
pub const RULES: &[Rule] = documented![
    broken_anchor,
    broken_policy_link,
    broken_tag,
    control_character,
    cyclic_reference,
    double_space,
    doubled_word,
    duplicate_variant,
    email_mismatch,
    empty_text,
    end_punctuation,
    extra_attribute,
    extra_heading,
    extra_variable,
    format_error,
    glossary,
    hand_typed_date,
    hard_coded_fact,
    heading_in_text,
    heading_style,
    image,
    impossible_plural_category,
    insecure_link,
    leftover_note,
    leftover_placeholder,
    length_outlier,
    link_mismatch,
    malformed_link,
    markup_mismatch,
    missing_attribute,
    missing_clause,
    missing_heading,
    missing_message,
    missing_plural_category,
    missing_variable,
    mixed_script,
    negation_mismatch,
    not_normalized,
    number_mismatch,
    orphan_message,
    paragraph_mismatch,
    placeable_budget,
    raw_html,
    relies_on_rereading,
    selector_not_in_source,
    straight_quotes,
    swapped_variables,
    term_argument,
    too_many_forms,
    undated,
    unknown_attribute,
    unknown_function,
    unknown_message,
    unknown_reference,
    unknown_variable,
    unsafe_link,
    untranslated,
    unused_fact,
    unused_term,
    visible_asterisks,
    wrong_language,
];

impl Rule {
    const fn new(name: &'static str, level: Level, check: Check) -> Rule {
        Rule { name, level, draft_level: None, docs: "", check }
    }
}

/// The files whose messages and terms make the texts.
fn files<'s>(references: &References<'s>) -> impl Iterator<Item = &'s FtlFile> {
    [Some(references.file), references.terms].into_iter().flatten()
}

/// The names of a message's attributes.
fn attributes<'m>(message: &'m Message<'_>) -> BTreeSet<&'m str> {
    message.attributes.iter().map(|attribute| attribute.id.name).collect()
}

/// The part of a message's text that was typed as `snippet`, or the message's
/// name where a fact or term brought it in.
fn typed<'f>(file: &'f FtlFile, message: &str, snippet: &str) -> &'f str {
    typed_nth(file, message, snippet, 0)
}

/// The same of a snippet that stands so many times before.
fn typed_nth<'f>(file: &'f FtlFile, message: &str, snippet: &str, before: usize) -> &'f str {
    let Some(found) = file.message(message) else { return "" };
    let start = file.span(found.id.name).start;
    // Up to the next line that is not indented: the next message or comment.
    let rest = &file.text()[start..];
    let end = rest
        .match_indices('\n')
        .map(|(at, _)| at)
        .find(|at| {
            !rest[at + 1..].starts_with([' ', '\n', '\r', '}']) && !rest[at + 1..].is_empty()
        })
        .unwrap_or(rest.len());
    let mut places = rest[..end].match_indices(snippet).filter(|_| !snippet.is_empty());
    let first = places.next();
    match before.checked_sub(1).and_then(|more| places.nth(more)).or(first) {
        Some((at, _)) => &rest[at..at + snippet.len()],
        None => found.id.name,
    }
}

/// The part of one text that was typed as `snippet`, or its name where it was
/// not typed there.
pub(crate) fn typed_in<'f>(file: &'f FtlFile, text: &Text, snippet: &str) -> &'f str {
    let span = whole(file, text);
    match file.text()[span.clone()].find(snippet).filter(|_| !snippet.is_empty()) {
        Some(at) => &file.text()[span.start + at..span.start + at + snippet.len()],
        None => &file.text()[text.name.clone()],
    }
}

/// The bytes of a text, from its name up to the next attribute or message.
fn whole(file: &FtlFile, text: &Text) -> Range<usize> {
    let start = text.name.start;
    let mut end = start;
    for line in file.text()[start..].split_inclusive('\n') {
        let words = line.trim_start();
        let is_next = words.starts_with('.') && words.contains('=');
        let is_outside = !line.starts_with([' ', '\n', '\r', '}']);
        if end > start && (is_next || is_outside) {
            break;
        }
        end += line.len();
    }
    start..end
}

/// The patterns of a file with the name of the message or term they belong to;
/// a term's begins with a hyphen, as in the file.
pub(crate) fn patterns<'s>(
    file: &'s FtlFile,
) -> impl Iterator<Item = (Owner<'s>, &'s Pattern<'s>)> {
    named_patterns(file).map(|(owner, _, pattern)| (owner, pattern))
}

/// Likewise, each with the name of the attribute that it is the text of.
pub(crate) fn named_patterns<'s>(
    file: &'s FtlFile,
) -> impl Iterator<Item = (Owner<'s>, Option<&'s str>, &'s Pattern<'s>)> {
    file.messages().flat_map(of_message).chain(file.terms().flat_map(of_term))
}

/// The patterns of messages and terms that choose between variants anywhere: few do.
fn choosing_patterns(file: &FtlFile) -> impl Iterator<Item = (Owner<'_>, &Pattern<'_>)> {
    let messages = file.choosing().filter_map(|one| match one {
        Choosing::Message(message) => Some(message),
        Choosing::Term(_) => None,
    });
    let terms = file.choosing().filter_map(|one| match one {
        Choosing::Term(term) => Some(term),
        Choosing::Message(_) => None,
    });
    let all = messages.flat_map(of_message).chain(terms.flat_map(of_term));
    all.map(|(owner, _, pattern)| (owner, pattern))
}

fn of_message<'s>(
    message: &'s Message<'s>,
) -> impl Iterator<Item = (Owner<'s>, Option<&'s str>, &'s Pattern<'s>)> {
    let attributes = message.attributes.iter().map(|one| (Some(one.id.name), &one.value));
    let value = message.value.iter().map(|value| (None, value));
    value.chain(attributes).map(|(name, p)| (Owner::Message(message.id.name), name, p))
}

fn of_term<'s>(
    term: &'s Term<'s>,
) -> impl Iterator<Item = (Owner<'s>, Option<&'s str>, &'s Pattern<'s>)> {
    let attributes = term.attributes.iter().map(|one| (Some(one.id.name), &one.value));
    let value = [(None, &term.value)].into_iter();
    value.chain(attributes).map(|(name, p)| (Owner::Term(term.id.name), name, p))
}

/// What a pattern belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Owner<'s> {
    Message(&'s str),
    Term(&'s str),
}

impl<'s> Owner<'s> {
    pub(crate) fn name(self) -> &'s str {
        match self {
            Owner::Message(name) | Owner::Term(name) => name,
        }
    }
}

/// What was found, as part of a sentence.
fn listed(found: &[&str]) -> String {
    found.iter().map(|one| format!("“{one}”")).collect::<Vec<_>>().join(", ")
}
