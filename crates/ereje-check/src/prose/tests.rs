//! What counts as a word of a language.

use super::found::small_letters;
use super::*;

#[test]
fn characters_are_what_the_standard_says() {
    for character in (0..0x3000).filter_map(char::from_u32) {
        let (kind, place) = kind(KINDS.get(character));
        assert_eq!(kind & ALPHABETIC != 0, character.is_alphabetic(), "{character:?}");
        assert_eq!(kind & CAPITAL != 0, character.is_uppercase(), "{character:?}");
        assert_eq!(place.is_some(), character.is_alphabetic(), "{character:?}");
    }
}

#[test]
fn small_letters_are_counted_up_to_anything_else() {
    for byte in 0..=u8::MAX {
        for before in 0..20 {
            for behind in [0, 1, 9] {
                let letters = |number: usize| (b'a'..=b'z').cycle().take(number);
                let text = letters(before).chain([byte]).chain(letters(behind));
                let text: Vec<u8> = text.collect();
                let all = if byte.is_ascii_lowercase() { text.len() } else { before };
                assert_eq!(small_letters(&text), all, "{text:?}");
            }
        }
    }
}

#[test]
fn a_quick_look_finds_what_a_close_one_does() {
    let closely = |text: &str| {
        let (mut found, mut table) = (Found::with_room(text), KINDS.reader());
        let mut at = 0;
        while at < text.len() {
            at += found.look_closely(&text[at..], at, &mut table);
        }
        found.prose()
    };
    let said = |prose: &Prose, text: &str| -> Vec<(String, String)> {
        let words = prose.words(text).map(|word| (word.text.to_owned(), word.lower().into_owned()));
        words.collect()
    };
    let words = [
        "a",
        "Word",
        "IDs",
        "naïve",
        "слово",
        "d'e",
        "a.b",
        "x=y",
        "--c",
        "1a",
        "www.x",
        "कि",
        "漢",
    ];
    let signs = ["", ".", ",", "!", "?!", "...", ";", "-", ")", "%", "»", "、"];
    for word in words {
        for sign in signs {
            for text in [
                format!("{word}{sign}"),
                format!("ab {word}{sign} cd"),
                format!("({word}{sign}é  {sign}{word} "),
            ] {
                let (quick, close) = (Prose::without_marks(&text), closely(&text));
                assert_eq!(said(&quick, &text), said(&close, &text), "{text:?}");
                assert_eq!(quick.letters, close.letters, "{text:?}");
            }
        }
    }
}

#[test]
fn letters_are_those_of_words() {
    let letters = Prose::of("abc {$count} file.txt Привет, 漢字 x=y d’e").letters;
    assert_eq!(letters.dominant, None);
    assert!((letters.size - (3.0 + 6.0 + 2.0 * 2.8 + 2.0)).abs() < 1e-9, "{letters:?}");
    assert_eq!(Prose::of("only --this.one Слово").letters.dominant, None);
    assert_eq!(Prose::of("--this.one Слово").letters.dominant, Some("Cyrl"));
}

#[test]
fn only_language_has_words() {
    assert_eq!(
        words("Don't use --all=WORD or a.txt, 'sort -n' {$x} (https://example.com/a) B2B."),
        ["Don't", "use", "or", "sort"]
    );
    assert_eq!(words("«L’app», слово."), ["L’app", "слово"]);
    assert_eq!(
        words("<a data-l10n-name=\"more-link\">Learn more</a> or<br/>go < 5 > on, a<b."),
        ["Learn", "more", "or", "go", "on"]
    );
    assert_eq!(words("See <a href=\"{$url}\" title=\"a word\">this</a>."), ["See", "this"]);
    assert_eq!(
        words("'One'. *two*, three… -four, (five)? $six. non-seven.txt"),
        ["One", "two", "three", "five"]
    );
    assert_eq!(letters(&words("ab «вг» 12")), 4);
}
