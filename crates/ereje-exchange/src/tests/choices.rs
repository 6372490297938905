//! Choices between texts, whose forms are translated each by itself.

use ereje::sync::State;

use super::Both;
use crate::codes::Numbered;
use crate::units::Unit;

#[test]
fn forms_are_texts_of_their_own() {
    let source =
        "a = Kept for { $n ->\n        [one] { $n } day\n       *[other] { $n } days\n    }.\n";
    let both = Both::new("ar", source, "");
    let document = both.exported();
    for key in ["zero", "one", "two", "few", "many", "other"] {
        assert!(document.contains(&format!("<unit id=\"a:1.{key}\"")), "{key} in {document}");
    }
    assert!(document.contains("trgDir=\"rtl\""));
    let with_main = document.replacen(
        "</source>\n      </segment>",
        "</source>\n<target>مدة <ph id=\"1\"/>.</target></segment>",
        1,
    );
    let (taken, made) = both.taken(&with_main);
    assert_eq!(made.messages, Vec::<String>::new());
    assert!(taken.told[0].message.contains("is not translated"), "{:?}", taken.told);
    let whole = with_main.replace(
        "</source>\n      </segment>",
        "</source><target><ph id=\"1\"/> يوم</target></segment>",
    );
    let text = both.changed(&whole);
    assert!(text.starts_with("a = مدة { $n ->\n        [zero] { $n } يوم\n"), "{text}");
    assert!(text.ends_with("       *[other] { $n } يوم\n    }.\n"), "{text}");
    let again = Both::new("ar", source, &text);
    let document = again.exported();
    assert!(again.taken(&document).0.changes.is_empty());
    let text = again.changed(&document.replacen(" يوم</target>", " يومًا</target>", 1));
    assert!(text.contains("[zero] { $n } يومًا\n        [one] { $n } يوم\n"), "{text}");
}

#[test]
fn choices_by_one_number_are_told_apart() {
    let choice = |one: &str, other: &str| {
        format!("{{ $n ->\n        [one] {one}\n       *[other] {other}\n    }}")
    };
    let (days, they) = (choice("a day", "days"), choice("it is", "they are"));
    let source = format!("a = After {days} {they} gone.\n");
    let new = Both::new("kk", &source, "");
    let mut document = new.exported();
    for (id, words) in [
        ("a", "<ph id=\"1\"/> соң <ph id=\"2\"/> жоқ."),
        ("a:1.one", "бір күн"),
        ("a:1.other", "күндер"),
        ("a:2.one", "ол"),
        ("a:2.other", "олар"),
    ] {
        let unit = document.find(&format!("<unit id=\"{id}\"")).expect(id);
        let at = unit + document[unit..].find("</source>").expect("a source") + 9;
        document.insert_str(at, &format!("<target>{words}</target>"));
    }
    let own = format!("a = {} соң {} жоқ.\n", choice("бір күн", "күндер"), choice("ол", "олар"));
    assert_eq!(new.changed(&document), own);
    // What is there stays, whatever else of the text changes, and wherever it goes.
    let both = Both::new("kk", &source, &own);
    let document = both.exported();
    assert!(both.taken(&document).0.changes.is_empty());
    for form in ["бір күн", "күндер", "ол", "олар"] {
        let changed = document.replace(&format!("<target>{form}<"), "<target>басқа<");
        assert_ne!(changed, document, "{form}");
        assert_eq!(both.changed(&changed), own.replace(&format!("] {form}\n"), "] басқа\n"));
    }
    assert_eq!(
        both.changed(&document.replace(" жоқ.", " болмайды.")),
        own.replace("жоқ", "болмайды")
    );
    // What its source chooses and it does not is not put in with the words of the source.
    let half = Both::new("kk", &source, &format!("a = {} соң.\n", choice("бір күн", "күндер")));
    let document = half.exported().replace(" соң.</target>", " соң <ph id=\"2\"/>.</target>");
    let told = "xliff-unit: `a` has the choice by $n, whose forms can not be translated here";
    assert_eq!(half.told(&document), [told]);
    // A translation may choose more often than its source.
    let once = Both::new("kk", &format!("a = After {days}.\n"), &own);
    let document = once.exported();
    assert_eq!(
        once.changed(&document.replace(" жоқ.", " болмайды.")),
        own.replace("жоқ", "болмайды")
    );
}

/// The units of a policy: id, words of source and target, notes.
fn units(both: &Both) -> Vec<String> {
    let one = |unit: &Unit| {
        let words = |text: &Option<Numbered>| {
            text.as_ref().map_or("-".to_owned(), |text| text.content.words())
        };
        let notes: String =
            unit.notes.iter().map(|(of, words)| format!("\n  {of}: {words}")).collect();
        format!("{}: {} / {}{notes}", unit.id, words(&unit.source), words(&unit.target))
    };
    both.with(|_, units| units.iter().map(one).collect())
}

#[test]
fn a_form_is_told_with_what_is_known_of_it() {
    let source = "# Say it well.\na = To { -user } and { -user }: { $n ->\n        [0] no time\n        \
                  [one] { $n } day\n       *[other] { $n } days of { -app }\n    }.\n\
                  b = { $who ->\n        [me] mine\n       *[you] yours\n    }\n";
    let user = "\n  ereje:term: -user: Қолданушы (nominative), Қолданушының (genitive)";
    let app = "\n  ereje:term: -app: Апп";
    let form = |key: &str, by: &str| {
        format!("\n  ereje:form: the form `{key}` of what {by} chooses between")
    };
    // The forms of the language, each beside the one of the source that it is made of.
    let expected = [
        format!("a: To User and User: . / -\n  description: Say it well.{user}"),
        format!("a:1.0: no time / -{}", form("0", "$n")),
        format!("a:1.one:  day / -{}", form("one", "$n")),
        format!("a:1.few:  days of App / -{app}{}", form("few", "$n")),
        format!("a:1.many:  days of App / -{app}{}", form("many", "$n")),
        format!("a:1.other:  days of App / -{app}{}", form("other", "$n")),
        "b:  / -".to_owned(),
        format!("b:1.me: mine / -{}", form("me", "$who")),
        format!("b:1.you: yours / -{}", form("you", "$who")),
    ];
    assert_eq!(units(&Both::new("ru", source, "")), expected);
    // Those that a translation has are its own choice; one without any says so once.
    let own =
        "a = { -user }: { $n ->\n        [one] сутки\n       *[many] суток\n    }.\nb = Ваше.\n";
    let mut both = Both::new("ru", source, own);
    both.states.insert("a".to_owned(), State::Stale);
    both.redlines.insert("a".to_owned(), "-day- +days+".to_owned());
    both.redlines.insert("b".to_owned(), "of a text that is not stale".to_owned());
    let changed = "\n  ereje:source-change: -day- +days+";
    let expected = [
        format!(
            "a: To User and User: . / Қолданушы: .\n  description: Say it well.{changed}{user}"
        ),
        format!("a:1.one:  day / сутки{changed}{}", form("one", "$n")),
        format!("a:1.many:  days of App / суток{changed}{app}{}", form("many", "$n")),
        "b:  / Ваше.".to_owned(),
    ];
    assert_eq!(units(&both), expected);
    let flows =
        both.with(|_, units| units.iter().map(|unit| unit.flows.concat()).collect::<Vec<_>>());
    assert_eq!(flows, [vec!["a:1.one", "a:1.many"], vec![], vec![], vec![]]);
}
