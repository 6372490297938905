//! Two languages side by side: what a reader of the translation sees, and what
//! a reader of the source sees, in each form of a message.

use std::ops::Range;
use std::sync::OnceLock;

use ereje::catalog::{Branch, FtlFile, Pattern, Reference, branches, each_reference, variants};
use ereje::compose::HEADING;
use ereje::locale::Locale;
use ereje::markup::{Markup, MarkupBuilder};

mod facts;

use facts::as_words;
pub(crate) use facts::between_facts;

use crate::prose::{Prose, Word};
use crate::scripts::Letters;
use crate::sketch::Sketch;

/// The messages of a file, in all their forms, as their readers see them.
pub struct Texts {
    /// Their language.
    pub locale: Locale,
    /// How they are written.
    pub form: Form,
    /// In the order of the file.
    texts: Vec<Text>,
    /// Where they are, in the order of their names, each name once: texts are large to
    /// move about.
    by_name: Vec<usize>,
}

/// So much is written out of one file, in bytes. No file that people read comes
/// near; a term as long as a book, used by every message, would fill the memory.
const MOST_WORK: usize = 64 << 20;

/// A part of a text costs as much as so many bytes of it.
const PART: usize = 64;

/// How texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A policy: CommonMark, headings as one line of it.
    Markdown,
    /// The messages of any program: signs mean themselves.
    Plain,
}

/// A message or an attribute, in all its forms.
pub struct Text {
    /// The message.
    pub message: String,
    /// The attribute, if it is one.
    pub attribute: Option<String>,
    /// The name of an attribute with that of its message: `message.attribute`.
    both_names: Option<String>,
    /// Where its name stands in the file.
    pub name: Range<usize>,
    /// Its forms, at least one.
    pub readings: Vec<Reading>,
    /// Whether these are all of them.
    pub is_complete: bool,
    /// The variables that choose between forms, with the names of the variants.
    pub selectors: Vec<(String, Vec<String>)>,
    /// Whether it uses terms by itself.
    pub(crate) has_terms: bool,
    /// A word that negates in all its forms, as `negation-mismatch` finds it.
    pub(crate) negates: OnceLock<Option<String>>,
}

/// One form of a message.
pub struct Reading {
    /// What is written, terms written out. A fact in it is `{$name}`.
    pub written: String,
    form: Form,
    is_line: bool,
    markup: OnceLock<Markup>,
    sketch: OnceLock<Sketch>,
    prose: OnceLock<Prose>,
    /// What was chosen: each selector with the name of its variant.
    pub choices: Vec<(String, String)>,
}

impl Reading {
    /// What is read. It is made when somebody asks for it first: most texts have
    /// nothing that a rule would look for.
    pub fn markup(&self) -> &Markup {
        self.markup.get_or_init(|| read(&self.written, self.form, self.is_line))
    }

    /// What is read, without structure.
    #[must_use]
    pub fn text(&self) -> &str {
        match self.form {
            Form::Markdown => self.markup().text(),
            Form::Plain => &self.written,
        }
    }

    /// What of it counts when languages are compared.
    pub(crate) fn sketch(&self) -> &Sketch {
        self.sketch.get_or_init(|| Sketch::of(&self.written))
    }

    fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| match self.form {
            Form::Plain if !self.sketch().has_marks => Prose::without_marks(&self.written),
            _ => Prose::of(self.text()),
        })
    }

    /// Its words that are language, in their order.
    pub(crate) fn words(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.known_words().map(|word| word.text)
    }

    /// The same, with what is known of each.
    pub(crate) fn known_words(&self) -> impl ExactSizeIterator<Item = Word<'_>> + Clone {
        self.prose().words(self.text())
    }

    /// The letters of its words.
    pub(crate) fn letters(&self) -> Letters {
        self.prose().letters
    }

    /// The names of the facts that are stated, in words or as where a link leads,
    /// in their order.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.sketch().facts.iter().map(|at| &self.written[at.clone()])
    }
}

impl Texts {
    /// Reads the messages of `file`.
    #[must_use]
    pub fn of(locale: &Locale, file: &FtlFile, terms: Option<&FtlFile>, form: Form) -> Texts {
        let mut texts: Vec<Text> = Vec::new();
        let mut work = 0;
        for message in file.messages() {
            if work > MOST_WORK {
                break;
            }
            let id = message.id.name;
            if let Some(value) = &message.value {
                let (text, size) = Text::of((id, None), file.span(id), value, (file, terms), form);
                work += size;
                texts.push(text);
            }
            for attribute in &message.attributes {
                let name = attribute.id.name;
                let about = (id, Some(name));
                let (text, size) =
                    Text::of(about, file.span(name), &attribute.value, (file, terms), form);
                work += size;
                texts.push(text);
            }
        }
        let name = |at: &usize| texts[*at].full_name();
        let mut by_name: Vec<usize> = (0..texts.len()).collect();
        by_name.sort_by(|one, other| name(one).cmp(name(other)));
        // Of two of one name, Fluent shows the first.
        by_name.dedup_by(|later, first| name(later) == name(first));
        Texts { locale: locale.clone(), form, texts, by_name }
    }

    /// A message and its attributes.
    pub fn of_message(&self, message: &str) -> impl Iterator<Item = &Text> {
        let attribute = format!("{message}.");
        let from = |start: &str| {
            let at = self.by_name.partition_point(|at| self.texts[*at].full_name() < start);
            self.by_name[at..].iter().map(|at| &self.texts[*at])
        };
        let value = from(message).next().filter(|text| text.full_name() == message);
        let attributes = from(&attribute);
        let attributes =
            attributes.take_while(move |text| text.full_name().starts_with(&attribute));
        value.into_iter().chain(attributes)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Text> {
        self.by_name.iter().map(|at| &self.texts[*at])
    }
}

impl Text {
    /// Its name, by which it is found in another language.
    fn full_name(&self) -> &str {
        self.both_names.as_deref().unwrap_or(&self.message)
    }

    fn of(
        (message, attribute): (&str, Option<&str>),
        name: Range<usize>,
        pattern: &Pattern<'_>,
        (file, terms): (&FtlFile, Option<&FtlFile>),
        form: Form,
    ) -> (Text, usize) {
        let found = branches(pattern, file, terms);
        let size = found.parts * PART + found.all.iter().map(|one| one.text.len()).sum::<usize>();
        let is_line = attribute == Some(HEADING);
        let reading = |branch: Branch| Reading {
            written: branch.text,
            form,
            is_line,
            markup: OnceLock::new(),
            sketch: OnceLock::new(),
            prose: OnceLock::new(),
            choices: branch.choices,
        };
        let selectors = variants(pattern).into_iter().map(|(variable, keys)| {
            (variable.to_owned(), keys.into_iter().map(str::to_owned).collect())
        });
        let mut has_terms = false;
        each_reference(pattern, &mut |one| {
            has_terms |= matches!(one, Reference::Term { .. });
        });
        let text = Text {
            message: message.to_owned(),
            attribute: attribute.map(str::to_owned),
            both_names: attribute.map(|attribute| [message, ".", attribute].concat()),
            name,
            readings: found.all.into_iter().map(reading).collect(),
            is_complete: found.is_complete,
            selectors: selectors.collect(),
            has_terms,
            negates: OnceLock::new(),
        };
        (text, size)
    }
}

fn read(text: &str, form: Form, is_line: bool) -> Markup {
    match form {
        Form::Markdown if is_line => Markup::parse_line(&as_words(text)),
        Form::Markdown => Markup::parse(&as_words(text)),
        Form::Plain => {
            let mut plain = MarkupBuilder::default();
            plain.text(text);
            plain.finish()
        }
    }
}

/// The texts of a language, and the file that they stand in.
#[derive(Clone, Copy)]
pub struct Side<'s> {
    /// The texts.
    pub texts: &'s Texts,
    /// Where they stand.
    pub file: &'s FtlFile,
    /// The terms of their language that stand in a file of their own.
    pub terms: Option<&'s FtlFile>,
}

/// A text of a translation and the text of the source that it translates.
#[derive(Clone, Copy)]
pub struct Comparison<'c> {
    /// All texts of the source.
    pub from: Side<'c>,
    /// All texts of the translation.
    pub to: Side<'c>,
    /// The text of the source.
    pub source: &'c Text,
    /// The text of the translation.
    pub own: &'c Text,
}

impl<'c> Comparison<'c> {
    /// What both have, by name.
    pub fn of(from: Side<'c>, to: Side<'c>) -> impl Iterator<Item = Comparison<'c>> {
        let mut sources = from.texts.iter().peekable();
        to.texts.iter().filter_map(move |own| {
            // Both are in the order of names.
            while sources.next_if(|other| other.full_name() < own.full_name()).is_some() {}
            let source = sources.next_if(|other| other.full_name() == own.full_name())?;
            Some(Comparison { from, to, source, own })
        })
    }

    /// Whether any form of either text has something in it as written.
    pub fn any(&self, has: impl Fn(&str) -> bool) -> bool {
        let readings = self.source.readings.iter().chain(&self.own.readings);
        readings.map(|reading| reading.written.as_str()).any(has)
    }

    /// What every form of the translation should have one of: what `of` makes
    /// of each form of the source, and a form of the translation that has none
    /// of them, if there is one.
    pub fn odd<T: PartialEq>(
        &self,
        of: impl Fn(&Reading) -> T,
    ) -> Option<(&'c Reading, T, Vec<T>)> {
        // A form of the source that was not looked at may be the same.
        if !self.source.is_complete {
            return None;
        }
        let expected: Vec<T> = self.source.readings.iter().map(&of).collect();
        self.own
            .readings
            .iter()
            .find_map(|reading| {
                let is = of(reading);
                (!expected.contains(&is)).then_some((reading, is))
            })
            .map(|(reading, is)| (reading, is, expected))
    }
}

/// What the first list has more often than the second.
pub(crate) fn lacking<'l>(list: &'l [String], other: &[String]) -> Vec<&'l str> {
    let mut other: Vec<&String> = other.iter().collect();
    let mut lacking = Vec::new();
    for one in list {
        match other.iter().position(|known| *known == one) {
            Some(at) => {
                other.swap_remove(at);
            }
            None => lacking.push(one.as_str()),
        }
    }
    lacking
}

/// How many more either list has.
pub(crate) fn different(list: &[String], other: &[String]) -> usize {
    lacking(list, other).len() + lacking(other, list).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_no_words() {
        let file = FtlFile::parse("a.ftl", "a = From { $day } to { $other2 } 5 days.\n".to_owned());
        let locale = Locale::parse("en").expect("a locale");
        let texts = Texts::of(&locale, &file, None, Form::Markdown);
        let reading = &texts.iter().next().expect("a text").readings[0];
        assert_eq!(
            between_facts(reading.text()).collect::<Vec<_>>(),
            ["From ", " to ", " 5 days."]
        );
        assert_eq!(reading.facts().collect::<Vec<_>>(), ["day", "other2"]);
    }

    #[test]
    fn a_fact_is_emphasised_as_a_word_is() {
        use ereje::markup::{Event, Tag};
        let text = "a = 当社**{ $name }**は*{ $mail }*を<{ $mail }>[x]({ $url })。\n";
        let file = FtlFile::parse("a.ftl", text.to_owned());
        let locale = Locale::parse("ja").expect("a locale");
        let texts = Texts::of(&locale, &file, None, Form::Markdown);
        let reading = &texts.iter().next().expect("a text").readings[0];
        assert_eq!(reading.text(), "当社{$name}は{$mail}を<{$mail}>x。");
        assert_eq!(reading.markup().links(), ["{$url}"]);
        let is_emphasis =
            |event: &Event<'_>| matches!(event, Event::Open(Tag::Strong | Tag::Emphasis));
        assert_eq!(reading.markup().events().filter(is_emphasis).count(), 2);
    }
}
