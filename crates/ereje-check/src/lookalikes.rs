//! Letters of different scripts that look alike.

use std::fmt;

use ereje::locale::Locale;

/// A script with letters that look like those of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Greek,
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Script::Latin => "Latin",
            Script::Cyrillic => "Cyrillic",
            Script::Greek => "Greek",
        })
    }
}

impl Script {
    /// The script of a letter, if it is one of these.
    pub(crate) fn of(letter: char) -> Option<Script> {
        match letter {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' => {
                letter.is_alphabetic().then_some(Script::Latin)
            }
            '\u{1E00}'..='\u{1EFF}' => Some(Script::Latin),
            '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Script::Greek),
            _ => None,
        }
    }

    /// The script that a language is written in, as far as its letters may be
    /// mistaken for others.
    fn of_locale(locale: &Locale) -> Script {
        const CYRILLIC: [&str; 20] = [
            "ab", "ba", "be", "bg", "ce", "cv", "kk", "kv", "ky", "mk", "mn", "os", "ru", "rue",
            "sah", "sr", "tg", "tt", "udm", "uk",
        ];
        let is_latin = locale.tag().contains("-Latn");
        match locale.language() {
            "el" => Script::Greek,
            language if CYRILLIC.contains(&language) && !is_latin => Script::Cyrillic,
            _ if locale.tag().contains("-Cyrl") => Script::Cyrillic,
            _ => Script::Latin,
        }
    }
}

/// Letters that look alike: Latin, Cyrillic, Greek; a space where there is none.
const ALIKE: [(char, char, char); 37] = [
    ('A', 'А', 'Α'),
    ('B', 'В', 'Β'),
    ('C', 'С', ' '),
    ('E', 'Е', 'Ε'),
    ('H', 'Н', 'Η'),
    ('I', 'І', 'Ι'),
    ('K', 'К', 'Κ'),
    ('M', 'М', 'Μ'),
    ('O', 'О', 'Ο'),
    ('P', 'Р', 'Ρ'),
    ('T', 'Т', 'Τ'),
    ('X', 'Х', 'Χ'),
    ('Y', 'У', 'Υ'),
    ('N', ' ', 'Ν'),
    ('Z', ' ', 'Ζ'),
    ('a', 'а', ' '),
    ('c', 'с', ' '),
    ('e', 'е', ' '),
    ('o', 'о', 'ο'),
    ('p', 'р', 'ρ'),
    ('x', 'х', ' '),
    ('y', 'у', ' '),
    ('i', 'і', ' '),
    ('v', ' ', 'ν'),
    ('k', 'к', ' '),
    ('j', 'ј', ' '),
    ('s', 'ѕ', ' '),
    ('h', 'һ', ' '),
    ('J', 'Ј', ' '),
    ('S', 'Ѕ', ' '),
    ('ə', 'ә', ' '),
    ('Ə', 'Ә', ' '),
    ('ɵ', 'ө', ' '),
    ('ë', 'ё', ' '),
    ('ï', 'ї', ' '),
    ('Ë', 'Ё', ' '),
    ('l', 'ӏ', ' '),
];

/// Letters of alphabets that not all languages of the script have: what looks
/// like one of them is meant so only where the language has it.
const OF_SOME: [(char, &[&str]); 10] = [
    ('і', &["kk", "uk", "be", "rue", "kv"]),
    ('І', &["kk", "uk", "be", "rue", "kv"]),
    ('ї', &["uk", "rue"]),
    ('ӏ', &["ce", "av", "kbd", "lez", "ady", "inh"]),
    ('ј', &["sr", "mk", "az"]),
    ('Ј', &["sr", "mk", "az"]),
    ('ѕ', &["mk"]),
    ('Ѕ', &["mk"]),
    ('һ', &["kk", "ba", "tt", "mn", "sah"]),
    ('к', &["ru", "kk", "uk", "be", "bg", "ky", "tt", "ba", "mn", "sr", "mk", "tg"]),
];

/// The letter of `script` that looks like `letter`.
fn alike(letter: char, script: Script) -> Option<char> {
    let found = ALIKE.iter().find(|(a, b, c)| [*a, *b, *c].contains(&letter))?;
    let letter = match script {
        Script::Latin => found.0,
        Script::Cyrillic => found.1,
        Script::Greek => found.2,
    };
    (letter != ' ').then_some(letter)
}

/// Whether there are bytes both of ASCII letters and of Greek or Cyrillic ones,
/// or of both of these.
pub(crate) fn may_mix(text: &str) -> bool {
    let (mut latin, mut greek, mut cyrillic) = (false, false, false);
    for byte in text.bytes() {
        latin |= byte.is_ascii_alphabetic() | (0xC3..=0xCA).contains(&byte);
        greek |= (byte == 0xCD) | (byte == 0xCE) | (byte == 0xCF);
        cyrillic |= (0xD0..=0xD4).contains(&byte);
    }
    (u8::from(latin) + u8::from(greek) + u8::from(cyrillic)) > 1
}

/// The letters of another script in a word that only look like what is meant, each
/// with the letter that is meant, and the script that they are of.
pub(crate) fn strangers<'w>(
    word: &'w str,
    locale: &Locale,
) -> Option<(Vec<(&'w str, char)>, Script)> {
    let letters: Vec<(usize, char, Script)> = word
        .char_indices()
        .filter_map(|(at, letter)| Some((at, letter, Script::of(letter)?)))
        .collect();
    let count = |script: Script| letters.iter().filter(|(.., of)| *of == script).count();
    let own = Script::of_locale(locale);
    let mut scripts = [Script::Latin, Script::Cyrillic, Script::Greek];
    // Of scripts with as many letters, the language's own is the word's.
    scripts.sort_by_key(|script| (std::cmp::Reverse(count(*script)), *script != own));
    let [home, guest, _] = scripts;
    if count(guest) == 0 || is_name_with_ending(&letters) {
        return None;
    }
    let pairs = [(home, guest), (guest, home)];
    pairs.into_iter().find_map(|(home, guest)| {
        let meant = |letter: char| {
            let meant = alike(letter, home)?;
            let some = OF_SOME.iter().find(|(of_some, _)| *of_some == meant);
            some.is_none_or(|(_, has)| has.contains(&locale.language())).then_some(meant)
        };
        let strangers = letters.iter().filter(|(.., script)| *script == guest);
        let pair = |(at, letter, _): &(usize, char, Script)| {
            Some((&word[*at..at + letter.len_utf8()], meant(*letter)?))
        };
        let found: Option<Vec<_>> = strangers.map(pair).collect();
        found.filter(|found| !found.is_empty()).map(|found| (found, guest))
    })
}

/// Whether a word is a Latin name with an ending in another script: `PCтің`,
/// `Aceті`. Who slips on a keyboard types single letters so.
fn is_name_with_ending(letters: &[(usize, char, Script)]) -> bool {
    let name = letters.iter().take_while(|(.., script)| *script == Script::Latin).count();
    let (name, ending) = letters.split_at(name);
    let capitals = name.iter().filter(|(_, letter, _)| letter.is_uppercase()).count();
    let is_name = name.len() > 1 && capitals == name.len()
        || name.len() > 2 && name.first().is_some_and(|(_, letter, _)| letter.is_uppercase());
    is_name
        && !ending.is_empty()
        && ending
            .iter()
            .all(|(_, letter, script)| *script != Script::Latin && letter.is_lowercase())
}

/// Whether every letter of a name looks like a Latin one and none is.
pub(crate) fn is_wholly_alike(name: &str) -> bool {
    let mut letters = name.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.all(|letter| {
            Script::of(letter).is_some_and(|script| script != Script::Latin)
                && alike(letter, Script::Latin).is_some()
        })
}

/// Whether a name has letters of more than one of these scripts.
pub(crate) fn is_mixed(name: &str) -> bool {
    let mut scripts = name.chars().filter_map(Script::of);
    scripts.next().is_some_and(|first| scripts.any(|script| script != first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strange(tag: &str, word: &str) -> Option<(String, char)> {
        let locale = Locale::parse(tag).expect(tag);
        strangers(word, &locale).map(|(all, _)| (all[0].0.to_owned(), all[0].1))
    }

    #[test]
    fn only_letters_that_look_alike_are_strangers() {
        // The letter that is typed, and the one that is meant.
        let told = |tag, word| strange(tag, word).map(|(typed, meant)| format!("{typed}{meant}"));
        assert_eq!(told("ru", "cогласие").as_deref(), Some("cс"));
        assert_eq!(told("kk", "тiл").as_deref(), Some("iі"));
        assert_eq!(told("kk", "қаhарман").as_deref(), Some("hһ"));
        assert_eq!(told("en", "dаta").as_deref(), Some("аa"));
        assert_eq!(told("ru", "сo").as_deref(), Some("oо"), "of two, the language decides");
        assert_eq!(told("en", "сo").as_deref(), Some("сc"));
        assert_eq!(told("el", "Oι"), Some("OΟ".to_owned()));
        for (tag, word) in [
            ("kk", "KazKeyді"),
            ("kk", "PCтің"),
            ("kk", "Aceті"),
            ("ru", "VPNа"),
            ("ru", "iфон"),
            ("en", "μm"),
            ("ru", "согласие"),
            ("en", "data"),
            ("kk", "Wi"),
            ("az", "və"),
        ] {
            assert_eq!(strange(tag, word), None, "{word}");
        }
    }
}
