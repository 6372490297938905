//! What the lists of words say, and how they are kept.

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
        "келмейтінін",
        "қолданбасаңыз",
        "алмағанда",
        "болмауына",
    ];
    assert_eq!(negations("kk", &kk), kk);
}

#[test]
fn every_language_negates() {
    for (language, negated, other) in [
        ("be", "мы не збіраем", "мы збіраем"),
        ("bg", "не събираме", "събираме"),
        ("ca", "no recopilem", "recopilem"),
        ("el", "δεν συλλέγουμε", "συλλέγουμε"),
        ("el", "κανενα δεδομενο", "τα δεδομενα"),
        ("et", "me ei kogu", "me kogume"),
        ("hr", "ništa ne prikupljamo", "prikupljamo"),
        ("hu", "nem gyűjtünk", "gyűjtünk"),
        ("id", "kami tidak mengumpulkan", "kami mengumpulkan"),
        ("lt", "niekada nėra", "visada yra"),
        ("lv", "nekad nav", "vienmēr ir"),
        ("ro", "nu colectăm", "colectăm"),
        ("sk", "nikdy nie sú", "vždy sú"),
        ("sl", "ne zbiramo", "zbiramo"),
        ("sr", "не прикупљамо и nemamo", "прикупљамо"),
        ("tr", "sorumlu değildir", "sorumludur"),
        ("tr", "verisi yoktur", "verisi vardır"),
        ("vi", "chúng tôi không thu thập", "chúng tôi thu thập"),
    ] {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        assert!(!negations(language, &words(negated)).is_empty(), "{language}");
        assert!(negations(language, &words(other)).is_empty(), "{language}");
    }
}

#[test]
fn languages_of_many_same_words_are_alike() {
    assert!(are_alike("hr", "sr") && are_alike("sk", "cs") && are_alike("el", "el"));
    assert!(!are_alike("ru", "uk") && !are_alike("es", "pt") && !are_alike("el", "bg"));
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
        "әйтпесе",
        "бағдарламаңыз",
        "бағдарламасын",
        "мекемеде",
        "алмадан",
    ];
    assert!(negations("kk", &kk).is_empty(), "{:?}", negations("kk", &kk));
}

#[test]
fn lists_are_in_lower_case_and_say_a_word_once() {
    assert!(LANGUAGES.is_sorted(), "they are searched for");
    for language in LANGUAGES {
        let known = vocabulary(language).expect("a vocabulary");
        assert!(!known.negations.is_empty() && known.frequent.iter().count() >= 30, "{language}");
        for word in known.negations.iter().chain(known.frequent.iter()) {
            assert_eq!(word, word.to_lowercase(), "{language}");
            assert!(!word.contains(char::is_whitespace), "{language}: {word}");
        }
    }
    let english = vocabulary("en").expect("a vocabulary");
    assert!(english.is_near_negation("without") && english.is_near_negation("failed"));
    assert!(english.has_no_negation("no later than a day") && english.is_frequent("the"));
    assert!(!english.is_near_negation("notice"));
    assert!(english.negates("not") && !english.negates("without"));
    let polish = vocabulary("pl").expect("a vocabulary");
    assert!(polish.negates("nie") && !polish.negates("niemożliwe"));
}

#[test]
fn a_word_tells_the_languages_in_which_it_is_frequent() {
    let told = |word: &str| -> Vec<&str> {
        let all = languages_of(word);
        let has = |at: usize| all >> at & 1 == 1;
        LANGUAGES.iter().enumerate().filter(|(at, _)| has(*at)).map(|(_, one)| *one).collect()
    };
    assert!(told("strawberry").is_empty());
    for word in ["the", "de", "и", "және"] {
        let is_frequent = |one: &str| vocabulary(one).is_some_and(|one| one.is_frequent(word));
        let all: Vec<&str> = LANGUAGES.iter().copied().filter(|one| is_frequent(one)).collect();
        assert_eq!(told(word), all, "{word}");
        assert!(!all.is_empty(), "{word}");
    }
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
    assert!(vocabulary("ja").is_none());
}
