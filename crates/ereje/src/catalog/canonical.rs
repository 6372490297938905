//! What a message says, whatever facts hold today and however its lines are
//! broken: terms are written out, facts stand by their names. Two texts are the
//! same to a translator where this is.

use std::cell::Cell;
use std::sync::LazyLock;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;
use memchr::memmem::Finder;

use super::{FtlFile, Message, Pattern};

pub(super) type Inline<'s> = ast::InlineExpression<&'s str>;

/// Terms and messages that refer to each other in a circle end here; the rules
/// report them.
pub(super) const DEEPEST: usize = 20;

/// So many parts of texts are written out in one message. A rule tells of those
/// that take more than Fluent resolves, which is a hundred.
const MOST_PARTS: usize = 100_000;

/// The message `id` of `file` as one text in CommonMark, its heading first;
/// `None` where there is no such message or it has neither.
#[must_use]
pub fn canonical(id: &str, file: &FtlFile, terms: Option<&FtlFile>) -> Option<String> {
    let writer = Writer::new(file, terms);
    let message = file.message(id)?;
    // A heading above others has no text of its own.
    let is_heading = message.attributes.iter().any(|one| one.id.name == crate::compose::HEADING);
    if message.value.is_none() && !is_heading {
        return None;
    }
    let mut out = String::new();
    for attribute in &message.attributes {
        let text = folded(&writer.text(&attribute.value, None, 0));
        if attribute.id.name == crate::compose::HEADING {
            out.insert_str(0, &format!("# {text}\n\n"));
        } else {
            out.push_str(&format!("{}: {text}\n\n", attribute.id.name));
        }
    }
    let Some(value) = &message.value else {
        out.truncate(out.trim_end().len());
        return Some(out);
    };
    let text = folded(&writer.text(value, None, 0));
    if out.is_empty() {
        return Some(text);
    }
    out.push_str(&text);
    Some(out)
}

/// A text of `file` as translators compare it: terms written out, facts by name, lines
/// folded.
#[must_use]
pub fn canonical_text(pattern: &Pattern<'_>, file: &FtlFile, terms: Option<&FtlFile>) -> String {
    folded(&Writer::new(file, terms).text(pattern, None, 0))
}

/// In a term, the text arguments that it was given, which are all that it can
/// see; nothing in a message, which sees all facts.
pub(super) type Scope<'s> = Option<&'s [(&'s str, &'s str)]>;

pub(super) struct Writer<'f> {
    pub(super) file: &'f FtlFile,
    pub(super) terms: Option<&'f FtlFile>,
    /// How many more parts may be written out: terms can multiply each other.
    left: Cell<usize>,
}

impl<'f> Writer<'f> {
    pub(super) fn new(file: &'f FtlFile, terms: Option<&'f FtlFile>) -> Writer<'f> {
        Writer { file, terms, left: Cell::new(MOST_PARTS) }
    }

    fn text(&self, pattern: &Pattern<'_>, given: Scope<'_>, depth: usize) -> String {
        let mut out = String::new();
        self.pattern(pattern, given, depth, &mut out);
        out
    }

    fn pattern(&self, pattern: &Pattern<'_>, given: Scope<'_>, depth: usize, out: &mut String) {
        if depth > DEEPEST {
            return;
        }
        for element in &pattern.elements {
            let Some(left) = self.left.get().checked_sub(1) else { return };
            self.left.set(left);
            match element {
                ast::PatternElement::TextElement { value } => out.push_str(value),
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, given, depth, out);
                }
            }
        }
    }

    fn expression(
        &self,
        expression: &ast::Expression<&str>,
        given: Scope<'_>,
        depth: usize,
        out: &mut String,
    ) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, given, depth, out),
            ast::Expression::Select { selector, variants } => {
                if let Some(chosen) = self.chosen(selector, given, depth) {
                    let named = variants.iter().find(|variant| key(variant) == chosen);
                    let variant = named.or_else(|| variants.iter().find(|variant| variant.default));
                    if let Some(variant) = variant {
                        self.pattern(&variant.value, given, depth + 1, out);
                    }
                    return;
                }
                // Which one is shown is decided by a fact: all of them are said.
                out.push('{');
                self.inline(selector, given, depth, out);
                out.push_str(" →");
                for variant in variants {
                    let text = self.text(&variant.value, given, depth + 1);
                    out.push_str(&format!(" {}: {};", key(variant), text.trim()));
                }
                out.push('}');
            }
        }
    }

    /// The name of the variant that is shown, where the text itself decides it.
    pub(super) fn chosen(
        &self,
        selector: &Inline<'_>,
        given: Scope<'_>,
        depth: usize,
    ) -> Option<String> {
        match selector {
            Inline::VariableReference { id } => {
                let (_, value) =
                    given?.iter().find(|(name, _)| *name == id.name).copied().unwrap_or_default();
                Some(value.to_owned())
            }
            Inline::TermReference { id, attribute: Some(attribute), .. } => {
                let term = self.term(id.name)?;
                let attribute = term.attributes.iter().find(|one| one.id.name == attribute.name)?;
                Some(self.text(&attribute.value, Some(&[]), depth + 1).trim().to_owned())
            }
            Inline::StringLiteral { value } => Some((*value).to_owned()),
            _ => None,
        }
    }

    pub(super) fn inline(
        &self,
        inline: &Inline<'_>,
        given: Scope<'_>,
        depth: usize,
        out: &mut String,
    ) {
        match inline {
            Inline::StringLiteral { value } => out.push_str(&unescape_unicode_to_string(value)),
            Inline::NumberLiteral { value } => out.push_str(value),
            Inline::VariableReference { id } => {
                let known = given.unwrap_or_default().iter().find(|(name, _)| *name == id.name);
                match known {
                    Some((_, value)) => out.push_str(value),
                    None => out.push_str(&format!("{{${}}}", id.name)),
                }
            }
            Inline::FunctionReference { id, arguments } => {
                out.push_str(&format!("{{{}(", id.name));
                for (at, argument) in arguments.positional.iter().enumerate() {
                    if at > 0 {
                        out.push_str(", ");
                    }
                    match argument {
                        Inline::VariableReference { id } => out.push_str(&format!("${}", id.name)),
                        argument => self.inline(argument, given, depth, out),
                    }
                }
                for argument in &arguments.named {
                    out.push_str(&format!(", {}: ", argument.name.name));
                    self.inline(&argument.value, given, depth, out);
                }
                out.push_str(")}");
            }
            Inline::TermReference { id, arguments, .. } => match self.term(id.name) {
                Some(term) => {
                    let given = given_to(arguments.as_ref());
                    self.pattern(&term.value, Some(&given), depth + 1, out);
                }
                None => out.push_str(&format!("{{-{}}}", id.name)),
            },
            Inline::MessageReference { id, attribute } => {
                match self.file.message(id.name).and_then(|message| part(message, attribute)) {
                    Some(pattern) => self.pattern(pattern, None, depth + 1, out),
                    None => out.push_str(&format!("{{{}}}", id.name)),
                }
            }
            Inline::Placeable { expression } => self.expression(expression, given, depth, out),
        }
    }

    pub(super) fn term(&self, name: &str) -> Option<&'f super::Term<'f>> {
        self.file.term(name).or_else(|| self.terms?.term(name))
    }
}

/// The text arguments that a term is given.
pub(super) fn given_to<'s>(
    arguments: Option<&ast::CallArguments<&'s str>>,
) -> Vec<(&'s str, &'s str)> {
    let named = arguments.into_iter().flat_map(|arguments| &arguments.named);
    named
        .filter_map(|argument| match &argument.value {
            Inline::StringLiteral { value } => Some((argument.name.name, *value)),
            _ => None,
        })
        .collect()
}

pub(super) fn part<'m, 's>(
    message: &'m Message<'s>,
    attribute: &Option<ast::Identifier<&str>>,
) -> Option<&'m Pattern<'s>> {
    match attribute {
        None => message.value.as_ref(),
        Some(name) => {
            let mut attributes = message.attributes.iter();
            attributes.find(|attribute| attribute.id.name == name.name).map(|one| &one.value)
        }
    }
}

pub(super) fn key<'s>(variant: &ast::Variant<&'s str>) -> &'s str {
    match &variant.key {
        ast::VariantKey::Identifier { name } => name,
        ast::VariantKey::NumberLiteral { value } => value,
    }
}

/// A text whose lines end where paragraphs and list items do, and nowhere else.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = &text[start..end];
        start = end + 1;
        let words = line.trim();
        if words.is_empty() {
            blank = !out.is_empty();
            continue;
        }
        let begins_block = begins_block(words);
        let ended_hard = out.ends_with("  ") || out.ends_with('\\');
        if blank {
            out.push_str("\n\n");
        } else if !out.is_empty() {
            out.push(if begins_block || ended_hard { '\n' } else { ' ' });
        }
        let indent = line.len() - line.trim_start().len();
        if out.ends_with('\n') && (begins_block || indent > 1) {
            out.push_str(&line[..indent]);
        }
        blank = false;
        if has_spaces_to_fold(words) {
            let mut words = words.split_whitespace();
            out.push_str(words.next().unwrap_or_default());
            for word in words {
                out.push(' ');
                out.push_str(word);
            }
        } else {
            out.push_str(words);
        }
        // A hard line break of CommonMark.
        if line.ends_with("  ") {
            out.push_str("  ");
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether there are two spaces in a row, or a tab.
fn has_spaces_to_fold(words: &str) -> bool {
    static TWO: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("  "));
    TWO.find(words.as_bytes()).is_some() || memchr::memchr(b'\t', words.as_bytes()).is_some()
}

/// Whether a line begins an item, a quotation, a row or the like.
fn begins_block(line: &str) -> bool {
    if line.starts_with(|first: char| first.is_ascii_alphabetic() || !first.is_ascii()) {
        return false;
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &line[digits..];
    let numbered = digits > 0 && (after.starts_with(". ") || after.starts_with(") "));
    numbered
        || ["- ", "* ", "+ ", "> ", "| ", "```"].iter().any(|mark| line.starts_with(mark))
        || line.chars().all(|c| matches!(c, '-' | '|' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(ftl: &str, terms: &str) -> String {
        let file = FtlFile::parse("a.ftl", ftl.to_owned());
        let terms = FtlFile::parse("terms.ftl", terms.to_owned());
        canonical("a", &file, Some(&terms)).expect("a message")
    }

    #[test]
    fn terms_are_written_out_and_facts_named() {
        let terms = "-app = App\n-user =\n    { $case ->\n       *[nominative] the User\n        \
                     [genitive] of the User\n    }\n";
        let text = said(
            "a = Data { -user(case: \"genitive\") } in { -app } go to { $mail }.\n    .heading = { -user }\n",
            terms,
        );
        assert_eq!(text, "# the User\n\nData of the User in App go to {$mail}.");
        let dated = said("a = On { DATETIME($day, dateStyle: \"long\") }{ \"\\u0020\" }.\n", "");
        assert_eq!(dated, "On {DATETIME($day, dateStyle: long)} .");
    }

    #[test]
    fn what_a_fact_decides_is_said_in_all_forms() {
        let text =
            said("a = for { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n } more\n", "");
        assert_eq!(text, "for {{$n} → one: {$n} day; other: {$n} days;} more");
    }

    #[test]
    fn where_lines_are_broken_does_not_matter() {
        let one = said("a =\n    One two three.\n\n    - item one\n    - item\n      two\n", "");
        let other = said("a = One two\n    three.\n\n    - item\n      one\n    - item two\n", "");
        assert_eq!(one, "One two three.\n\n- item one\n- item two");
        assert_eq!(one, other);
        assert_ne!(said("a = one\n\n    two\n", ""), said("a = one\n    two\n", ""));
    }

    #[test]
    fn a_heading_may_stand_alone() {
        assert_eq!(said("a =\n    .heading = A\n", ""), "# A");
    }

    #[test]
    fn circles_end() {
        let text = said("a = { b }\nb = x { a }\n", "");
        assert!(text.len() < 200, "{text}");
    }
}
