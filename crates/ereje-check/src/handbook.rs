//! The documentation of everything that is told: one text for the terminal, for
//! `docs/rules.md` and for tools that show findings.

use ereje::diagnostic::Level;

use crate::findings::FINDINGS;
use crate::rules::{Check, RULES};

/// What something that is told is about; each is a part of the handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The messages of a language, as they are written.
    Messages,
    /// The text of a language, as it is read.
    Text,
    /// A translation, next to its source.
    Translations,
    /// Files as a whole.
    Files,
    /// `ereje.toml` and `policy.toml`.
    Settings,
    /// Released versions and releases.
    Versions,
    /// Levels and suppressions.
    Lints,
}

impl About {
    const ALL: [About; 7] = [
        About::Messages,
        About::Text,
        About::Translations,
        About::Files,
        About::Settings,
        About::Versions,
        About::Lints,
    ];

    /// What the part is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            About::Messages => "Messages, as they are written",
            About::Text => "Text, as it is read",
            About::Translations => "Translations, beside their source",
            About::Files => "Files",
            About::Settings => "Settings and plans",
            About::Versions => "Versions and releases",
            About::Lints => "Levels and suppressions",
        }
    }

    fn of(check: Check) -> About {
        match check {
            Check::File(_) | Check::Messages(_) | Check::References(_) | Check::Terms(_) => {
                About::Messages
            }
            Check::Document(_) => About::Text,
            Check::Texts(_) | Check::Translation(_) => About::Translations,
        }
    }
}

/// The documentation of one thing that is told.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// How much it weighs in a draft, where that differs.
    pub draft_level: Option<Level>,
    /// Whether it weighs the same whatever `ereje.toml` says.
    pub is_fixed: bool,
    /// What it is about.
    pub about: About,
    /// What it finds and why it matters: Markdown, a paragraph a line.
    pub text: String,
    /// What it finds, and what not.
    pub examples: Vec<Example>,
}

/// An example of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule finds something in it.
    pub fails: bool,
    /// The language of a translation; nothing for the source.
    pub locale: Option<String>,
    /// The text, with its line ends.
    pub text: String,
}

impl Entry {
    /// The first sentence.
    #[must_use]
    pub fn summary(&self) -> &str {
        let first = self.text.lines().next().unwrap_or_default();
        first.find(". ").map_or(first, |end| &first[..=end])
    }

    /// How much it weighs, in words.
    #[must_use]
    pub fn weight(&self) -> String {
        let mut words = self.level.name().to_owned();
        if let Some(level) = self.draft_level {
            words.push_str(&format!(", in a draft {}", level.name()));
        }
        if self.is_fixed {
            words.push_str(", always");
        }
        words
    }
}

/// Everything that is told, part by part, by name in each.
#[must_use]
pub fn entries() -> Vec<Entry> {
    let rules = RULES.iter().map(|rule| {
        let (text, examples) = read(rule.docs);
        Entry {
            name: rule.name,
            level: rule.level,
            draft_level: rule.draft_level,
            is_fixed: false,
            about: About::of(rule.check),
            text,
            examples,
        }
    });
    let findings = FINDINGS.iter().map(|finding| Entry {
        name: finding.name,
        level: finding.level,
        draft_level: None,
        is_fixed: finding.is_fixed,
        about: finding.about,
        text: finding.docs.to_owned(),
        examples: Vec::new(),
    });
    let mut entries: Vec<Entry> = rules.chain(findings).collect();
    entries.sort_by_key(|entry| (entry.about, entry.name));
    entries
}

/// The text and the examples of a rule's file: its documentation without the
/// name, each paragraph on one line.
fn read(docs: &str) -> (String, Vec<Example>) {
    let lines = docs.lines().map_while(|line| line.strip_prefix("//!"));
    let (mut text, mut examples) = (String::new(), Vec::new());
    let mut open: Option<Example> = None;
    for line in lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).skip(1) {
        match &mut open {
            Some(_) if line == "```" => examples.extend(open.take()),
            Some(example) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            None if line.starts_with("```") => {
                let mut words = line.split(' ').skip(1);
                let fails = words.next() == Some("fails");
                let locale = words.next().map(str::to_owned);
                open = Some(Example { fails, locale, text: String::new() });
            }
            None if line.is_empty() => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
            }
            None => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                text.push_str(line);
            }
        }
    }
    text.truncate(text.trim_end().len());
    (text, examples)
}

/// `docs/rules.md`.
#[must_use]
pub fn page() -> String {
    let entries = entries();
    let mut page = INTRODUCTION.to_owned();
    for about in About::ALL {
        page.push_str(&format!(
            "\n## {}\n\n| name | level | |\n| --- | --- | --- |\n",
            about.title()
        ));
        let of_part = || entries.iter().filter(|entry| entry.about == about);
        for entry in of_part() {
            // Without examples there is no more to say than the line itself.
            let (name, words) = if entry.examples.is_empty() {
                (format!("`{}`", entry.name), entry.text.replace('\n', " "))
            } else {
                (format!("[`{0}`](#{0})", entry.name), entry.summary().to_owned())
            };
            let words = words.replace('|', "\\|");
            page.push_str(&format!("| {name} | {} | {words} |\n", entry.weight()));
        }
        for entry in of_part().filter(|entry| !entry.examples.is_empty()) {
            page.push_str(&section(entry));
        }
    }
    page
}

fn section(entry: &Entry) -> String {
    let mut out = format!("\n### `{}`\n\n*{}*\n", entry.name, entry.weight());
    for paragraph in entry.text.lines() {
        out.push_str(&format!("\n{paragraph}\n"));
    }
    for example in &entry.examples {
        out.push_str(&format!("\n{}:\n\n```ftl\n{}```\n", example.heading(), example.shown()));
    }
    out
}

impl Example {
    /// The text with what nobody sees made visible: a page about characters that
    /// turn text around must not be turned around by them.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown = String::with_capacity(self.text.len());
        for character in self.text.chars() {
            match character {
                '\n' => shown.push('\n'),
                '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}' => shown.push_str(&format!("<U+{:04X}>", u32::from(character))),
                _ if character.is_control() => {
                    shown.push_str(&format!("<U+{:04X}>", u32::from(character)));
                }
                _ => shown.push(character),
            }
        }
        shown
    }

    /// What stands above it.
    #[must_use]
    pub fn heading(&self) -> String {
        let word = if self.fails { "Fails" } else { "Passes" };
        let locale = self.locale.as_ref();
        locale.map_or(word.to_owned(), |locale| format!("{word}, in `{locale}`"))
    }
}

const INTRODUCTION: &str = "\
<!-- Written by `cargo xtask docs` from what each rule says of itself. -->

# What is told

`ereje check explain NAME` shows one of these in the terminal. `[lints]` in `ereje.toml` sets the level
of each, but of those that weigh the same *always*: without what they miss nothing could be made or
proved. The examples are run as tests; where a language stands above one, it is a translation, and what
follows `# source.ftl` is its source.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_is_read_with_its_examples() {
        let docs = "//! # `a`\n//!\n//! One thing.\n//! And more.\n//!\n//! Then.\n//!\n\
                    //! ```ftl fails kk\n//! a = b\n//!  c\n//! ```\n\nuse super;\n";
        let (text, examples) = read(docs);
        assert_eq!(text, "One thing. And more.\nThen.");
        let example =
            Example { fails: true, locale: Some("kk".into()), text: "a = b\n c\n".into() };
        assert_eq!(examples, [example]);
    }

    #[test]
    fn what_nobody_sees_is_shown() {
        let text = "a\u{200b}b\u{202e}\tc\n".to_owned();
        let example = Example { fails: true, locale: None, text };
        assert_eq!(example.shown(), "a<U+200B>b<U+202E><U+0009>c\n");
        assert!(page().chars().all(|c| c == '\n' || !c.is_control()));
    }

    #[test]
    fn which_languages_are_known_is_told() {
        use ereje::vocabulary::{COUNTED, LANGUAGES, SIGNED};
        let all = [LANGUAGES, &SIGNED, &COUNTED].concat();
        for (name, others) in [("negation-mismatch", COUNTED.as_slice()), ("number-mismatch", &[])]
        {
            let entries = entries();
            let entry = entries.iter().find(|entry| entry.name == name).expect("a rule");
            for language in &all {
                let is_told = entry.text.contains(&format!("`{language}`"));
                assert_eq!(is_told, !others.contains(language), "{name}: {language}");
            }
        }
    }

    #[test]
    fn everything_that_is_told_is_explained() {
        let entries = entries();
        for entry in &entries {
            assert!(entry.text.starts_with(|c: char| !c.is_lowercase()), "{}", entry.name);
            assert!(entry.summary().ends_with('.'), "{}: {}", entry.name, entry.summary());
        }
        let page = page();
        assert!(entries.iter().all(|entry| page.contains(&format!("`{}`", entry.name))));
        assert_eq!(page.matches("\n## ").count(), About::ALL.len());
    }
}
