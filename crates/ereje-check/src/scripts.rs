//! In which script letters are, and in which ones a locale may be written.

use ereje::locale::Locale;

use crate::characters::Table;

/// Where the letters of a script are, and its code (ISO 15924). Those that
/// Chinese, Japanese and Korean share are `Hani`.
const BLOCKS: &[(char, char, &str)] = &[
    ('A', '\u{24f}', "Latn"),
    ('\u{370}', '\u{3ff}', "Grek"),
    ('\u{400}', '\u{52f}', "Cyrl"),
    ('\u{531}', '\u{58f}', "Armn"),
    ('\u{5d0}', '\u{5f4}', "Hebr"),
    ('\u{620}', '\u{6ff}', "Arab"),
    ('\u{750}', '\u{77f}', "Arab"),
    ('\u{780}', '\u{7bf}', "Thaa"),
    ('\u{900}', '\u{97f}', "Deva"),
    ('\u{980}', '\u{9ff}', "Beng"),
    ('\u{a00}', '\u{a7f}', "Guru"),
    ('\u{a80}', '\u{aff}', "Gujr"),
    ('\u{b00}', '\u{b7f}', "Orya"),
    ('\u{b80}', '\u{bff}', "Taml"),
    ('\u{c00}', '\u{c7f}', "Telu"),
    ('\u{c80}', '\u{cff}', "Knda"),
    ('\u{d00}', '\u{d7f}', "Mlym"),
    ('\u{d80}', '\u{dff}', "Sinh"),
    ('\u{e00}', '\u{e7f}', "Thai"),
    ('\u{e80}', '\u{eff}', "Laoo"),
    ('\u{1000}', '\u{109f}', "Mymr"),
    ('\u{10a0}', '\u{10ff}', "Geor"),
    ('\u{1100}', '\u{11ff}', "Hang"),
    ('\u{1200}', '\u{137f}', "Ethi"),
    ('\u{1780}', '\u{17ff}', "Khmr"),
    ('\u{1e00}', '\u{1eff}', "Latn"),
    ('\u{3041}', '\u{30ff}', "Kana"),
    ('\u{3400}', '\u{9fff}', "Hani"),
    ('\u{ac00}', '\u{d7a3}', "Hang"),
    ('\u{fb50}', '\u{fdff}', "Arab"),
    ('\u{fe70}', '\u{feff}', "Arab"),
];

/// The codes of all scripts that are known here.
#[cfg(test)]
pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
    BLOCKS.iter().map(|(_, _, code)| *code)
}

/// Languages that are written in several scripts under one tag.
const OF_TWO_SCRIPTS: &[(&str, &[&str])] = &[
    ("az", &["Latn", "Cyrl", "Arab"]),
    ("bs", &["Latn", "Cyrl"]),
    ("ha", &["Latn", "Arab"]),
    ("ks", &["Arab", "Deva"]),
    ("ku", &["Latn", "Arab"]),
    ("mn", &["Cyrl"]),
    ("ms", &["Latn", "Arab"]),
    ("pa", &["Guru", "Arab"]),
    ("sd", &["Arab", "Deva"]),
    ("sr", &["Cyrl", "Latn"]),
    ("tk", &["Latn", "Cyrl"]),
    ("tt", &["Cyrl", "Latn"]),
    ("ug", &["Arab", "Cyrl", "Latn"]),
    ("uz", &["Latn", "Cyrl"]),
];

/// How many blocks there are, and one for letters of others.
pub(crate) const PLACES: usize = BLOCKS.len() + 1;

/// The place in [`BLOCKS`] of where a letter is, counted from one; 0 for other signs.
pub(crate) fn place(letter: char) -> u8 {
    let after = BLOCKS.partition_point(|(first, ..)| *first <= letter);
    let known = after.checked_sub(1).and_then(|at| BLOCKS.get(at));
    let is_there = known.is_some_and(|(_, last, _)| letter <= *last && letter.is_alphabetic());
    if is_there { u8::try_from(after).unwrap_or_default() } else { 0 }
}

static KNOWN: Table = Table::new(place);

/// The script of a letter, if it is a letter of a script that is known.
pub(crate) fn script(letter: char) -> Option<&'static str> {
    let place = usize::from(KNOWN.get(letter));
    place.checked_sub(1).map(|at| BLOCKS[at].2)
}

/// What the letters of a text say of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Letters {
    /// The script that at least four of five are in.
    pub(crate) dominant: Option<&'static str>,
    /// How long the text is in letters of an alphabet.
    pub(crate) size: f64,
}

impl Letters {
    /// Letters of which so many are at each place.
    pub(crate) fn of(counts: &[usize; PLACES]) -> Letters {
        let blocks = || BLOCKS.iter().zip(&counts[1..]).filter(|(_, count)| **count > 0);
        let all: usize = counts[1..].iter().sum();
        // Most texts have letters of one block alone.
        if let Some(((.., script), _)) = blocks().next().filter(|(_, count)| **count == all) {
            return Letters { dominant: Some(script), size: weight(script) * all as f64 };
        }
        let of_script = |script: &str| -> usize {
            blocks().filter(|((.., known), _)| *known == script).map(|(_, count)| count).sum()
        };
        // Nothing has none, and no script.
        let mut scripts = blocks().map(|((.., script), _)| *script);
        let dominant = scripts.find(|script| of_script(script) * 5 >= all * 4);
        let size = blocks().map(|((.., script), count)| weight(script) * *count as f64).sum();
        Letters { dominant, size }
    }
}

/// The script that at least four of five letters of a text are in.
pub(crate) fn dominant<'w>(words: impl Iterator<Item = &'w str>) -> Option<&'static str> {
    let mut counts = [0; PLACES];
    let mut places = KNOWN.reader();
    for letter in words.flat_map(str::chars) {
        counts[usize::from(places.get(letter))] += 1;
    }
    Letters::of(&counts).dominant
}

/// What a letter of a script says, from how long translations into its languages
/// usually are.
fn weight(script: &str) -> f64 {
    match script {
        "Hani" => 2.8,
        "Hang" => 2.0,
        "Kana" | "Ethi" => 1.6,
        "Arab" | "Hebr" => 1.25,
        _ => 1.0,
    }
}

/// Whether texts of a locale may be in a script; true where that is not known.
pub(crate) fn may_write(locale: &Locale, script: &str) -> bool {
    let Some(own) = locale.script() else { return true };
    // So it is of nearly all texts.
    if own == script {
        return true;
    }
    let several = OF_TWO_SCRIPTS.iter().find(|(language, _)| *language == locale.language());
    if let Some((_, several)) = several.filter(|_| !locale.tag().contains(own)) {
        return several.contains(&script);
    }
    match own {
        "Jpan" => ["Hani", "Kana"].contains(&script),
        "Kore" => ["Hani", "Hang"].contains(&script),
        "Hans" | "Hant" => script == "Hani",
        own => own == script || !BLOCKS.iter().any(|(_, _, known)| *known == own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_a_script() {
        let scripts: Vec<_> = "aяαあ漢한ا1!".chars().map(script).collect();
        let known = ["Latn", "Cyrl", "Grek", "Kana", "Hani", "Hang", "Arab"].map(Some);
        assert_eq!(scripts[..7], known);
        assert_eq!(scripts[7..], [None, None]);
        assert!(BLOCKS.is_sorted());
    }

    #[test]
    fn a_language_of_several_scripts_has_its_own() {
        for (language, scripts) in OF_TWO_SCRIPTS {
            let locale = Locale::parse(language).expect(language);
            let own = locale.script().expect(language);
            assert!(scripts.contains(&own), "{language} is in {own}");
        }
    }

    #[test]
    fn languages_may_have_several_scripts() {
        let may = |tag: &str, script| may_write(&Locale::parse(tag).expect(tag), script);
        assert!(may("kk", "Cyrl") && !may("kk", "Latn") && may("kk-Latn", "Latn"));
        assert!(may("sr", "Latn") && !may("sr-Cyrl", "Latn"));
        assert!(may("ja", "Kana") && may("ja", "Hani") && !may("zh-Hant", "Kana"));
        assert!(!may("ru", "Latn") && !may("de", "Cyrl"));
    }
}
