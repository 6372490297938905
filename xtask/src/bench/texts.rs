//! The clauses of a synthetic policy in a language, before they are written
//! down as Fluent or as Markdown.

use super::locales::Language;
use super::random::Random;
use super::scripts::Script;

/// How large the workspace is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub(super) locales: usize,
    pub(super) policies: usize,
    pub(super) clauses: usize,
    /// In a clause, about.
    pub(super) words: usize,
}

/// What a clause is in every language.
pub(super) struct Shape {
    pub(super) id: String,
    pub(super) item: bool,
    pub(super) headed: bool,
    pub(super) level: usize,
    paragraphs: usize,
    bullets: usize,
}

/// The clauses of any policy: mostly sections with a heading, now and then
/// several paragraphs, a list, or two items.
pub(super) fn shapes(clauses: usize) -> Vec<Shape> {
    let shape = |at: usize| {
        let item = matches!(at % 10, 7 | 8);
        Shape {
            id: format!("clause-{:02}", at + 1),
            item,
            headed: !item && at % 10 != 3,
            level: if at % 6 == 5 { 3 } else { 2 },
            paragraphs: if !item && at % 5 == 2 { 3 } else { 1 },
            bullets: if !item && at % 10 == 4 { 4 } else { 0 },
        }
    };
    (0..clauses).map(shape).collect()
}

/// A part of a sentence.
pub(super) enum Piece {
    Word(String),
    Bold(String),
    /// Words and address.
    Link(String, String),
    /// The term `-brand`.
    Brand,
    /// The term `-user`, in the plural.
    Users,
    /// The fact `support-email`.
    Email,
    /// The fact `effective`.
    Effective,
    /// The fact `retention`, with a word for one and one for more.
    Retention(String, String),
}

/// A part of a sentence and the sign right behind it.
pub(super) struct Token {
    pub(super) piece: Piece,
    pub(super) tail: &'static str,
}

pub(super) enum Block {
    Paragraph(Vec<Token>),
    List(Vec<Vec<Token>>),
}

pub(super) struct Clause {
    pub(super) heading: Option<String>,
    pub(super) blocks: Vec<Block>,
}

/// The words of a language.
pub(super) struct Vocabulary {
    pub(super) language: &'static Language,
    words: Vec<String>,
}

impl Vocabulary {
    pub(super) fn of(language: &'static Language) -> Vocabulary {
        let mut random = Random::named(language.tag);
        let syllables: Vec<&str> = language.script.syllables().split(' ').collect();
        let longest = language.script.longest_word();
        let mut word = || -> String {
            let length = random.within(1, longest);
            (0..length).map(|_| syllables[random.below(syllables.len())]).collect()
        };
        Vocabulary { language, words: (0..1500).map(|_| word()).collect() }
    }

    pub(super) fn script(&self) -> Script {
        self.language.script
    }

    /// Word number so and so, for what is the same in all texts.
    pub(super) fn fixed(&self, number: usize) -> &str {
        &self.words[number % self.words.len()]
    }

    /// A few fixed words, as a title or a label.
    pub(super) fn phrase(&self, from: usize, words: usize) -> String {
        let words: Vec<&str> = (from..from + words).map(|number| self.fixed(number)).collect();
        capital(&words.join(self.script().space()))
    }
}

/// Writes the texts of one policy in one language.
pub(super) struct Author<'v> {
    vocabulary: &'v Vocabulary,
    random: Random,
    words: usize,
    clauses: usize,
}

impl<'v> Author<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary, policy: &str, size: Size) -> Author<'v> {
        let random = Random::named(&format!("{}/{policy}", vocabulary.language.tag));
        Author { vocabulary, random, words: size.words, clauses: size.clauses }
    }

    pub(super) fn clause(&mut self, shape: &Shape) -> Clause {
        let heading = shape.headed.then(|| {
            let words = self.random.within(2, 5);
            capital(&self.words(words))
        });
        // Without spaces, a "word" here is half of one.
        let total = if self.space().is_empty() { self.words * 5 / 4 } else { self.words };
        let bullet = total / 12;
        let spread = total / 10;
        let total = self.random.within(total - spread, total + spread);
        let running = total.saturating_sub(bullet * shape.bullets).max(shape.paragraphs);
        let mut blocks = Vec::new();
        for at in 0..shape.paragraphs {
            let mut tokens = Vec::new();
            if shape.item && at == 0 {
                let lead = capital(&self.words(3));
                tokens.push(Token { piece: Piece::Bold(lead), tail: self.script().stop() });
            }
            self.sentences(running / shape.paragraphs, &mut tokens);
            blocks.push(Block::Paragraph(tokens));
        }
        if shape.bullets > 0 {
            let items = (0..shape.bullets).map(|_| {
                let mut tokens = Vec::new();
                self.sentences(bullet, &mut tokens);
                tokens
            });
            blocks.push(Block::List(items.collect()));
        }
        Clause { heading, blocks }
    }

    fn script(&self) -> Script {
        self.vocabulary.script()
    }

    fn space(&self) -> &'static str {
        self.script().space()
    }

    /// A word; the first of the vocabulary come up most, as in any language.
    fn word(&mut self) -> &'v str {
        let all = &self.vocabulary.words;
        let at = self.random.below(all.len()) * self.random.below(1000) / 1000;
        &all[at]
    }

    fn words(&mut self, number: usize) -> String {
        let words: Vec<&str> = (0..number).map(|_| self.word()).collect();
        words.join(self.space())
    }

    /// Sentences of so many words in all.
    fn sentences(&mut self, words: usize, tokens: &mut Vec<Token>) {
        let mut left = words.max(1);
        while left > 0 {
            let length = self.random.within(8, 18).min(left);
            for at in 0..length {
                let piece = self.piece(at == 0);
                let tail = match at {
                    _ if at + 1 == length => self.script().stop(),
                    _ if self.random.once_in(9) => self.script().comma(),
                    _ => "",
                };
                tokens.push(Token { piece, tail });
            }
            left -= length;
        }
    }

    fn piece(&mut self, first: bool) -> Piece {
        // A line must not begin with a sign that means something to Fluent, so
        // the first of a sentence is always a word.
        if first {
            return Piece::Word(capital(self.word()));
        }
        match self.random.below(900) {
            0..5 => Piece::Bold(self.words(2)),
            5..8 => {
                let target = match self.random.below(2) {
                    0 => format!("#clause-{:02}", self.random.within(1, self.clauses)),
                    _ => format!("https://example.com/{}", self.random.below(1000)),
                };
                Piece::Link(self.words(2), target)
            }
            8..14 => Piece::Brand,
            14..20 => Piece::Users,
            20 => Piece::Email,
            21 => Piece::Effective,
            22 => Piece::Retention(self.words(1), self.words(1)),
            _ => Piece::Word(self.word().to_owned()),
        }
    }
}

/// With a capital first letter, where the script has one.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    // Georgian has capitals, but no sentence begins with one.
    let is_georgian = ('\u{10D0}'..='\u{10FF}').contains(&first);
    if is_georgian { word.to_owned() } else { first.to_uppercase().chain(letters).collect() }
}
