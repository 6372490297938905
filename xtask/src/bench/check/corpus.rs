//! The texts of a program in many languages, the same on every machine: files as
//! projects have them, with now and then a mistake of the kinds that people make.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use ereje::formats::plural_categories;
use ereje::locale::Locale;
use rayon::prelude::*;

use super::super::locales::{LANGUAGES, Language};
use super::super::random::Random;
use super::super::synthetic::words;

/// The locale of the reference.
pub(super) const REFERENCE: &str = "en";

/// How large the project is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub(super) locales: usize,
    /// Files of a locale.
    pub(super) files: usize,
    /// Messages of a file, about.
    pub(super) messages: usize,
}

/// Once in so many messages of a translation something is wrong.
const MISTAKES: usize = 40;

/// Writes the project to `root`: a folder a locale, with the same files in each.
pub(super) fn write(root: &Path, size: Size) -> io::Result<()> {
    let languages = &LANGUAGES[..size.locales.clamp(2, LANGUAGES.len())];
    languages.par_iter().try_for_each(|language| {
        for file in 0..size.files {
            let folder = root.join(language.tag).join(format!("part{}", file % 9));
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(format!("file{file}.ftl")), texts(language, file, size))?;
        }
        Ok(())
    })
}

/// What is written a message at a time.
struct Writer<'w> {
    language: &'w Language,
    /// The categories besides the default.
    categories: Vec<&'static str>,
    random: Random,
    out: String,
}

fn texts(language: &Language, file: usize, size: Size) -> String {
    let categories = Locale::parse(language.tag).map(|locale| plural_categories(&locale, false));
    let mut categories = categories.unwrap_or_default();
    categories.retain(|category| *category != "other");
    let random = Random::named(&format!("{}/file{file}", language.tag));
    let mut writer = Writer { language, categories, random, out: String::new() };
    // What is said where is the same in all languages, as in real translations.
    let mut shape = Random::named(&format!("file{file}"));
    let _ = write!(
        writer.out,
        "# This file is part of a corpus that measures how fast Ereje is.\n\n-brand-{file} = Bench\n"
    );
    let messages = shape.within(size.messages / 2, size.messages * 3 / 2).max(1);
    for nth in 0..messages {
        if nth % 12 == 0 {
            let _ = writeln!(writer.out, "\n## Section {}\n", nth / 12);
        }
        let (kind, length) = (shape.below(10), shape.within(2, 12));
        let is_wrong = language.tag != REFERENCE && writer.random.once_in(MISTAKES);
        match writer.random.below(6) {
            // A message that nobody has translated yet.
            0 if is_wrong => {}
            mistake => {
                let mistake = is_wrong.then_some(mistake);
                writer.message((file, nth), (kind, length), mistake);
            }
        }
    }
    writer.out
}

impl Writer<'_> {
    /// Writes a message of a kind, with a mistake or without.
    fn message(
        &mut self,
        (file, nth): (usize, usize),
        (kind, length): (usize, usize),
        mistake: Option<usize>,
    ) {
        let mut text = self.words(length);
        let name = if mistake == Some(1) { "nmae" } else { "name" };
        let days = if mistake == Some(2) { 31 } else { 30 };
        match kind {
            0 => text = format!("{{ ${name} }}: {text}"),
            1 => text = format!("{text} {{ ${name} }} {days} {{ -brand-{file} }}"),
            2 => text = format!("{text} https://example.com/help?part={days}"),
            3 => text = self.choice(&text, mistake),
            4 => text = format!("\n    {text}\n    {}", self.words(length)),
            _ => {}
        }
        let double = if mistake == Some(3) { "  " } else { "" };
        let _ = writeln!(self.out, "part-{file}-message-{nth} = {text}{double}");
        if kind == 5 {
            let (label, hint) = (self.words(2), self.words(length));
            let _ = writeln!(self.out, "    .label = {label}");
            if mistake != Some(4) {
                let _ = writeln!(self.out, "    .tooltiptext = {hint}");
            }
        }
        if mistake == Some(5) {
            // A line that is not indented ends the message there.
            let line = self.words(3);
            let _ = writeln!(self.out, "{line}");
        }
    }

    /// A choice by number, in each category that the language has.
    fn choice(&mut self, text: &str, mistake: Option<usize>) -> String {
        let mut out = "{ $count ->\n".to_owned();
        let missing = usize::from(mistake == Some(4));
        for category in self.categories.clone().into_iter().skip(missing) {
            let some = self.words(3);
            let _ = writeln!(out, "    [{category}] {{ $count }} {some}");
        }
        let _ = write!(out, "   *[other] {{ $count }} {text}\n}}");
        out
    }

    fn words(&mut self, count: usize) -> String {
        words(self.language, count, &mut self.random)
    }
}

#[cfg(test)]
mod tests {
    use ereje::catalog::FtlFile;

    use super::*;

    #[test]
    fn files_are_sound_but_for_the_mistakes_in_them() {
        let size = Size { locales: 4, files: 9, messages: 40 };
        let errors = |language: &Language, file| {
            FtlFile::parse("x.ftl", texts(language, file, size)).diagnostics().len()
        };
        let all = |language| (0..size.files).map(|file| errors(language, file)).sum::<usize>();
        assert_eq!(all(&LANGUAGES[0]), 0, "the reference has none");
        for language in &LANGUAGES[1..] {
            assert!(all(language) < 10, "{}", language.tag);
        }
    }
}
