//! Words that decide what a sentence says: negations and modal verbs, by
//! language. The lists are data, in `words/`.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The words of one language.
pub(crate) struct Vocabulary {
    negations: HashSet<&'static str>,
    /// Words that only look like negations.
    others: HashSet<&'static str>,
    negative_endings: Vec<&'static str>,
    /// Letters that a stem ends in, and what negates the verb behind it.
    negative_verbs: Vec<(&'static str, &'static str)>,
    negative_verb_endings: Vec<&'static str>,
    modals: HashSet<&'static str>,
}

static ENGLISH: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(include_str!("../words/en.txt")));
static RUSSIAN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(include_str!("../words/ru.txt")));
static KAZAKH: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(include_str!("../words/kk.txt")));

/// The words of a language (its primary subtag), where they are known.
pub(crate) fn vocabulary(language: &str) -> Option<&'static Vocabulary> {
    Some(match language {
        "en" => &ENGLISH,
        "ru" => &RUSSIAN,
        "kk" => &KAZAKH,
        _ => return None,
    })
}

impl Vocabulary {
    fn read(text: &'static str) -> Vocabulary {
        let mut words = Vocabulary {
            negations: HashSet::new(),
            others: HashSet::new(),
            negative_endings: Vec::new(),
            negative_verbs: Vec::new(),
            negative_verb_endings: Vec::new(),
            modals: HashSet::new(),
        };
        let mut section = "";
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match (section, line.strip_prefix('[').and_then(|line| line.strip_suffix(']'))) {
                (_, Some(name)) => section = name,
                ("negation", None) => {
                    words.negations.insert(line);
                }
                ("no-negation", None) => {
                    words.others.insert(line);
                }
                ("negative-ending", None) => words.negative_endings.push(line),
                ("negative-verb", None) => words.negative_verbs.extend(line.split_once(' ')),
                ("negative-verb-ending", None) => words.negative_verb_endings.push(line),
                ("modal", None) => {
                    words.modals.insert(line);
                }
                (other, None) => debug_assert!(false, "the section {other} is not known"),
            }
        }
        words
    }

    /// Whether a word, in lower case, says that something is not so.
    pub(crate) fn is_negation(&self, word: &str) -> bool {
        let looks_like_one = self.negative_endings.iter().any(|ending| word.ends_with(ending))
            || self.negative_verb_endings.iter().any(|ending| {
                word.strip_suffix(ending).is_some_and(|stem| self.is_negated_stem(stem))
            });
        self.negations.contains(word) || looks_like_one && !self.others.contains(word)
    }

    fn is_negated_stem(&self, stem: &str) -> bool {
        self.negative_verbs.iter().any(|(letters, mark)| {
            let root = stem.strip_suffix(mark).filter(|root| root.chars().count() >= 2);
            root.and_then(|root| root.chars().last()).is_some_and(|last| letters.contains(last))
        })
    }

    /// Whether a word, in lower case, says what may, must or can be.
    pub(crate) fn is_modal(&self, word: &str) -> bool {
        self.modals.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn negations<'w>(language: &str, words: &[&'w str]) -> Vec<&'w str> {
        let known = vocabulary(language).expect("a vocabulary");
        words.iter().copied().filter(|word| known.is_negation(word)).collect()
    }

    #[test]
    fn negations_are_known() {
        let en = ["not", "don't", "doesn’t", "never", "cannot", "without"];
        assert_eq!(negations("en", &en), en);
        let ru = ["не", "нет", "ни", "без", "никаких", "нельзя", "кроме"];
        assert_eq!(negations("ru", &ru), ru);
        let kk = [
            "емес",
            "жоқ",
            "ешқандай",
            "жинамайды",
            "сатпайды",
            "жазбайды",
            "бермейді",
            "келіспейді",
            "болмаса",
            "рұқсат-етілмеген",
            "сақтамаймыз",
            "пайдаланбауға",
            "жібермейтін",
            "көрмейді",
        ];
        assert_eq!(negations("kk", &kk), kk);
    }

    #[test]
    fn words_that_look_like_negations_are_none() {
        let en = ["note", "nobler", "now", "know", "notice", "cant", "want"];
        assert!(negations("en", &en).is_empty());
        let ru = ["небо", "нетто", "ниже", "безопасность", "неделя", "необходимо", "недвижимость"];
        assert!(negations("ru", &ru).is_empty());
        let kk = [
            "алма",
            "мекеме",
            "бағдарлама",
            "қолданба",
            "жарнама",
            "қызмет",
            "маған",
            "табады",
            "қамтамасыз",
            "хабарлама",
            "мәлімет",
            "саясаты",
            "баптау",
            "өзгермелі",
            "пайдаланушы",
            "айналым",
            "қабылдау",
            "жазба",
            "байланыс",
            "тыйым",
            "көмек",
            "мерзімі",
            "немесе",
        ];
        assert!(negations("kk", &kk).is_empty(), "{:?}", negations("kk", &kk));
    }

    #[test]
    fn modal_words_are_known() {
        for (language, words) in [
            ("en", &["may", "must", "shall", "can", "will", "should"][..]),
            ("ru", &["может", "могут", "должен", "обязаны", "вправе", "право"]),
            ("kk", &["мүмкін", "керек", "тиіс", "міндетті", "құқылы", "алады"]),
        ] {
            let known = vocabulary(language).expect("a vocabulary");
            for word in words {
                assert!(known.is_modal(word), "{word}");
            }
        }
        assert!(vocabulary("de").is_none());
    }
}
