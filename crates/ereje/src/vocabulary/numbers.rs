//! Numbers that are written in words: “thirty days”, «тридцать дней».

use std::sync::LazyLock;

use super::{Part, section, vocabulary};
use crate::digits::digit;

/// Whether a text, in lower case, has a word that may say a number beyond twelve, as far
/// as the words of its language (a primary subtag) are known.
#[must_use]
pub fn says_number(language: &str, text: &str, number: f64) -> bool {
    let says =
        |words: &[NumberWord]| words.iter().any(|word| word.may_say(number) && word.is_in(text));
    match vocabulary(language) {
        Some(known) => says(&known.numbers),
        None => alone(language).is_some_and(says),
    }
}

/// The languages of which numbers are known in words, and no other words.
pub const COUNTED: [&str; 5] = ["ar", "fa", "he", "hi", "th"];

/// The numbers of languages of which no other words are known.
fn alone(language: &str) -> Option<&'static [NumberWord]> {
    macro_rules! numbers {
        ($language:literal) => {{
            static WORDS: LazyLock<Vec<NumberWord>> = LazyLock::new(|| {
                let text = include_str!(concat!("../../words/", $language, ".txt"));
                section(text, "number").filter_map(NumberWord::read).collect()
            });
            &WORDS
        }};
    }
    Some(match language {
        "ar" => numbers!("ar"),
        "fa" => numbers!("fa"),
        "he" => numbers!("he"),
        "hi" => numbers!("hi"),
        "th" => numbers!("th"),
        _ => return None,
    })
}

/// A word that says a number beyond twelve, or begins to: “twenty” does of
/// twenty-five, and “thousand” of five thousand.
pub(super) struct NumberWord {
    value: f64,
    word: Word,
}

enum Word {
    Part(Part),
    Whole(&'static str),
    /// Several words, or one with a sign in it.
    Phrase(&'static str),
}

impl NumberWord {
    /// Reads `20 twent*`.
    pub(super) fn read(line: &'static str) -> Option<NumberWord> {
        let (value, word) = line.split_once(' ')?;
        let whole = || match word.chars().all(char::is_alphanumeric) {
            true => Word::Whole(word),
            false => Word::Phrase(word),
        };
        let word = Part::read(word).map_or_else(whole, Word::Part);
        Some(NumberWord { value: value.parse().ok()?, word })
    }

    /// Whether a text, in lower case, has it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        // Behind a figure it says its noughts: 2 million.
        let mut behind_figure = false;
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
            let was_behind = behind_figure;
            behind_figure = word.ends_with(|c| digit(c).is_some());
            !was_behind
        });
        match &self.word {
            Word::Part(part) => words.any(|word| part.is_in(word)),
            Word::Whole(whole) => words.any(|word| word == *whole),
            Word::Phrase(phrase) => text.contains(phrase),
        }
    }

    /// Whether it can be what says a number: words for less may stand beside it.
    pub(super) fn may_say(&self, number: f64) -> bool {
        let is_from = |from: f64, to: f64| from <= number && number < to;
        match self.value {
            // The twenties may be years of the last two centuries.
            tens @ 20.0..100.0 => [0.0, 1900.0, 2000.0]
                .iter()
                .any(|century| is_from(century + tens, century + tens + 10.0)),
            100.0 => is_from(100.0, 1000.0),
            1000.0 => is_from(1000.0, 1e6),
            large @ 1e6.. => is_from(large, f64::INFINITY),
            value => (value - number).abs() < 0.5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LANGUAGES, vocabulary};
    use super::says_number;

    #[test]
    fn numbers_are_said_in_words() {
        for (language, text, numbers) in [
            ("en", "fifteen days, thirty-one of them, in two hundred years", &[15, 31, 200][..]),
            ("en", "the mid-nineties", &[90, 1990]),
            ("ru", "в течение тридцати дней, пятьсот рублей", &[30, 500]),
            ("kk", "отыз күн ішінде, он бес мың теңге", &[30, 15, 15_000]),
            ("de", "binnen fünfundzwanzig Tagen".to_lowercase().as_str(), &[25]),
            ("fr", "soixante-quinze jours", &[75]),
            ("uk", "п’ятнадцять днів", &[15]),
            ("tr", "on dört gün, yirmi", &[14, 20]),
            ("pl", "cztery tysiące reklam", &[4000]),
            ("be", "на працягу трыццаці дзён", &[30]),
            ("bg", "в срок от трийсет дни, двеста лева", &[30, 200]),
            ("ca", "trenta-cinc dies", &[35]),
            ("el", "εντός τριάντα ημερών, διακόσια ευρώ", &[30, 200]),
            ("et", "kolmekümne päeva jooksul", &[30]),
            ("hr", "u roku od trideset dana", &[30]),
            ("hu", "harminc napon belül, ötezer forint", &[30, 5000]),
            ("id", "dalam waktu tiga puluh hari", &[30]),
            ("lt", "per trisdešimt dienų", &[30]),
            ("lv", "trīsdesmit dienu laikā", &[30]),
            ("ro", "în termen de treizeci de zile", &[30]),
            ("sk", "do tridsiatich dní", &[30]),
            ("sl", "v petintridesetih dneh", &[35]),
            ("sr", "у року од тридесет дана, dvesta dinara", &[30, 200]),
            ("vi", "trong vòng ba mươi ngày", &[30]),
            ("ar", "خلال خمسة وثلاثين يوما، مائتا ريال", &[35, 200]),
            ("ar", "خمسة عشر يوما", &[15]),
            ("fa", "ظرف سی روز، پانصد ریال", &[30, 500]),
            ("he", "בתוך שלושים ימים, וחמש עשרה", &[30, 15]),
            ("hi", "तीस दिनों के भीतर, पाँच सौ", &[30, 500]),
            ("hi", "पच्चीस दिन", &[25]),
            ("th", "ภายในสามสิบวัน และยี่สิบห้าวัน", &[30, 25]),
        ] {
            for number in numbers {
                assert!(says_number(language, text, f64::from(*number)), "{text}: {number}");
            }
            for other in [13, 40, 2_000_000] {
                assert!(!says_number(language, text, f64::from(other)), "{text}: {other}");
            }
        }
    }

    #[test]
    fn words_of_other_numbers_do_not_count() {
        for (language, text) in [
            ("en", "thirteen days in forty-one years"),
            ("ru", "сотрудники за сорок дней, тринадцать раз"),
            ("kk", "жүзеге асыру, мың үш, қырық күн"),
            ("es", "pacientes suficientes, cuarenta"),
            ("en", "30 thousand, 2 million, 5,5 hundred"),
        ] {
            for number in [30.0, 100.0, 300.0, 14.0, 3e6] {
                assert!(!says_number(language, text, number), "{text}: {number}");
            }
        }
    }

    #[test]
    fn every_language_knows_them_all() {
        for language in LANGUAGES.iter().chain(&super::COUNTED) {
            let own = super::alone(language).unwrap_or_default();
            let numbers = vocabulary(language).map_or(own, |known| &known.numbers);
            let tens = (2..10).map(|ten| f64::from(ten * 10));
            let all = (13..20).map(f64::from).chain(tens).chain([100.0, 1000.0, 1e6]);
            for value in all {
                let is_it = |one: f64| (one - value).abs() < 0.5;
                assert!(numbers.iter().any(|one| is_it(one.value)), "{language}: {value}");
            }
        }
    }
}
