//! Tests of kinds: pairs of sentences in three languages.

use ereje::manifest::ClauseKind;
use ereje::markup::Markup;

use super::*;
use crate::redline::Redline;

fn change(old: &str, new: &str) -> ClauseChange {
    ClauseChange {
        id: "c".into(),
        related: Vec::new(),
        op: match (old, new) {
            ("", _) => Op::Added,
            (_, "") => Op::Removed,
            _ => Op::Changed,
        },
        moved: false,
        kind: ClauseKind::Text,
        under: None,
        words: None,
        heading: None,
        body: Redline::new(&Markup::parse(old), &Markup::parse(new)).markup(),
    }
}

fn kind_of(language: &str, topic: &str, old: &str, new: &str) -> Kind {
    let changes = Changes { clauses: vec![change(old, new)], unchanged: 0 };
    let topics = |_: &str| BTreeSet::from([topic.to_owned()]);
    weigh(&changes, language, topics)[0].kind
}

fn all_are(kind: Kind, language: &str, pairs: &[(&str, &str)]) {
    for (old, new) in pairs {
        assert_eq!(kind_of(language, "security", old, new), kind, "{old} → {new}");
    }
}

#[test]
fn english() {
    all_are(
        Kind::Material,
        "en",
        &[
            ("We keep it for 30 days.", "We keep it for 90 days."),
            ("It costs 9.99 EUR.", "It costs 9.99 USD 1."),
            ("Write to <a@b.de>.", "Write to <c@d.de>."),
            ("See [this](https://a.de).", "See [this](https://b.de)."),
            ("See https://a.de/b for it.", "See https://c.de/b for it."),
            ("Write to a@b.de now.", "Write to c@b.de now."),
            ("We sell data.", "We do not sell data."),
            ("We don't sell data.", "We sell data."),
            ("We share it with nobody.", "We share it with friends."),
            ("You may object.", "You must object."),
            ("You can object.", "You object."),
            ("We will tell you.", "We might tell you."),
            ("Only we read it.", "We read it."),
            ("a fee of 5 %", "a fee of 7 %"),
        ],
    );
    all_are(
        Kind::Editorial,
        "en",
        &[
            ("We recieve your letters.", "We receive your letters."),
            ("the web site", "the website"),
            ("We, and you.", "We and you."),
            ("Your data is safe", "Your data is safe."),
            ("your e-mail address", "your email address"),
            ("It is **safe**.", "It is safe."),
            ("\"Terms\"", "“Terms”"),
            ("the App", "the app"),
            ("a\nb", "a b c-d".trim_end_matches(" c-d")),
        ],
    );
    all_are(
        Kind::Clarification,
        "en",
        &[
            ("We guard your data.", "We guard your data with great care."),
            ("We guard your data.", "We protect your data."),
            ("from trial", "from trail"),
            ("the form", "the firm"),
            ("the user’s data", "the users data of all"),
            ("", "A new sentence."),
            ("An old sentence.", ""),
        ],
    );
}

#[test]
fn russian() {
    all_are(
        Kind::Material,
        "ru",
        &[
            ("Храним 30 дней.", "Храним 60 дней."),
            ("Мы передаём данные.", "Мы не передаём данные."),
            ("Мы не собираем никаких данных.", "Мы собираем данные."),
            ("Передаём без согласия.", "Передаём с согласия."),
            ("Можно отказаться.", "Отказаться нельзя."),
            ("Пользователь может отказаться.", "Пользователь обязан отказаться."),
            ("Вы вправе возразить.", "Вы возражаете."),
            ("Стоит 100 ₽.", "Стоит 200 ₽."),
            ("Пишите на <a@b.ru>.", "Пишите на <b@b.ru>."),
            ("Только мы читаем это.", "Мы читаем это."),
            ("Должны уведомить.", "Могут уведомить."),
        ],
    );
    all_are(
        Kind::Editorial,
        "ru",
        &[
            ("Мы продаём", "Мы продаем"),
            ("приложение KazKey", "Приложение KazKey"),
            ("данные, и файлы", "данные и файлы"),
            ("«данные»", "“данные”"),
            ("онлайн-сервис", "онлайн сервис"),
            ("расчитывать на это", "рассчитывать на это"),
            ("Это **важно**.", "Это важно."),
        ],
    );
    all_are(
        Kind::Clarification,
        "ru",
        &[
            ("Мы храним данные.", "Мы храним данные надёжно."),
            ("данные пользователя", "данные пользователю"),
            ("Мы защищаем данные.", "Мы бережём данные."),
            ("", "Новый пункт."),
        ],
    );
}

#[test]
fn kazakh() {
    all_are(
        Kind::Material,
        "kk",
        &[
            ("30 күн сақталады.", "90 күн сақталады."),
            ("Деректерді жинайды.", "Деректерді жинамайды."),
            ("Деректерді сатпайды.", "Деректерді сатады."),
            ("Бұл міндетті емес.", "Бұл міндетті."),
            ("Мұндай дерек жоқ.", "Мұндай дерек бар."),
            ("Жинауы мүмкін.", "Жинайды."),
            ("Хабарлауы тиіс.", "Хабарлайды."),
            ("Қарсы болуға құқылы.", "Қарсы болады."),
            ("Жаза алады.", "Жазады."),
            ("<a@b.kz> мекенжайына жазыңыз.", "<c@b.kz> мекенжайына жазыңыз."),
        ],
    );
    all_are(
        Kind::Editorial,
        "kk",
        &[
            ("деректер, файлдар", "деректер файлдар"),
            ("Қолданба", "қолданба"),
            ("«дерек»", "“дерек”"),
            ("интернет провайдер", "интернет-провайдер"),
            ("Бұл **маңызды**.", "Бұл маңызды."),
        ],
    );
    all_are(
        Kind::Clarification,
        "kk",
        &[
            ("Деректер қорғалады.", "Деректер жақсы қорғалады."),
            ("пайдаланушының дерегі", "пайдаланушыға дерегі"),
            ("", "Жаңа тармақ."),
        ],
    );
}

#[test]
fn what_a_clause_is_about_weighs() {
    let (old, new) = ("We guard your data.", "We guard your data with great care.");
    assert_eq!(kind_of("en", "recipients", old, new), Kind::Material);
    assert_eq!(kind_of("en", "recipients", "We, and you.", "We and you."), Kind::Editorial);
    assert_eq!(kind_of("en", "rights", "", new), Kind::Material);
    assert_eq!(kind_of("en", "contact", old, ""), Kind::Clarification);
}

#[test]
fn other_languages_are_weighed_by_figures_and_topics() {
    assert_eq!(kind_of("ar", "security", "٣٠ يوما", "٩٠ يوما"), Kind::Material);
    assert_eq!(kind_of("ar", "security", "٣٠ يوما", "30 يوما"), Kind::Editorial);
    assert_eq!(
        kind_of("ja", "security", "３０日保存します。", "９０日保存します。"),
        Kind::Material
    );
    assert_eq!(
        kind_of("de", "security", "Daten sind gut.", "Daten sind besser."),
        Kind::Clarification
    );
    // Of some languages only negations are known.
    assert_eq!(kind_of("de", "security", "ein Vertrag", "kein Vertrag"), Kind::Material);
    // One letter of a language whose words are not known may be a "not".
    assert_eq!(kind_of("ga", "security", "an conradh", "ní conradh"), Kind::Clarification);
    assert_eq!(kind_of("de", "security", "wir müssen", "wir müssten"), Kind::Clarification);
    assert!(knows("kk") && !knows("de"));
}

#[test]
fn a_wrong_number_in_a_translation_is_material() {
    let weigh = |old: &str, new: &str| {
        weigh_translation(&Changes { clauses: vec![change(old, new)], unchanged: 0 }, "kk")[0].kind
    };
    assert_eq!(weigh("30 күн", "90 күн"), Kind::Material);
    assert_eq!(weigh("жинайды", "жинамайды"), Kind::Material);
    assert_eq!(weigh("деректер қорғалады", "мәліметтер қорғалады"), Kind::Translation);
}

#[test]
fn reasons_are_told_in_words() {
    let changes = Changes {
        clauses: vec![change("We keep it for 30 days.", "We keep it for 90 days.")],
        unchanged: 0,
    };
    let reasons = weigh(&changes, "en", |_| BTreeSet::new());
    assert_eq!(reasons[0].in_words(), "`c`: figures changed: “30” became “90”");
}

#[test]
fn a_clause_of_its_own_weighs_what_its_sentences_weigh() {
    let kind = |old, new| kind_of("en", "security", old, new);
    assert_eq!(kind("", "We may sell data."), Kind::Material);
    assert_eq!(kind("", "A copy costs 5 EUR."), Kind::Material);
    assert_eq!(kind("We never sell data.", ""), Kind::Material);
    assert_eq!(kind("", "This text speaks to you."), Kind::Clarification);
    assert_eq!(kind("This text speaks to you.", ""), Kind::Clarification);
}

#[test]
fn another_name_alone_is_editorial() {
    let text = "We may sell data.";
    let renamed = ClauseChange { related: vec!["old".into()], ..change(text, text) };
    let changes = Changes { clauses: vec![renamed], unchanged: 0 };
    let reasons = weigh(&changes, "en", |_| BTreeSet::from(["purpose".to_owned()]));
    assert_eq!(reasons[0].kind, Kind::Editorial);
    assert_eq!(reasons[0].in_words(), "`c`: it only has another name; it was `old`");
}

#[test]
fn all_that_tells_is_told() {
    let pair = change("We announce it before 5 days.", "We may not announce it for 9 days.");
    let changes = Changes { clauses: vec![pair], unchanged: 0 };
    let reasons = weigh(&changes, "en", |_| BTreeSet::from(["rights".to_owned()]));
    let told: Vec<String> = reasons.iter().map(Reason::in_words).collect();
    assert_eq!(
        told,
        [
            "`c`: figures changed: “5” became “9”",
            "`c`: a negation changed: “not” was added",
            "`c`: what may or must be changed: “may” was added",
            "`c`: it is about rights",
        ]
    );
}

#[test]
fn an_address_in_the_text_weighs_as_a_link() {
    for (old, new) in [
        ("See https://a.de/1, please.", "See https://b.de/1, please."),
        ("See <https://a.de/1>, please.", "See <https://b.de/1>, please."),
    ] {
        let changes = Changes { clauses: vec![change(old, new)], unchanged: 0 };
        let why = "`c`: links changed: “https://a.de/1” became “https://b.de/1”";
        assert_eq!(weighed(&changes, "security"), [(Kind::Material, why.to_owned())]);
    }
}

/// Changes of clauses that were split or merged: what each was and is.
fn of_related(all: &[(&str, &str, &str, &[&str])]) -> Changes {
    let clauses = all.iter().map(|(id, old, new, related)| ClauseChange {
        id: (*id).to_owned(),
        related: related.iter().map(|id| (*id).to_owned()).collect(),
        ..change(old, new)
    });
    Changes { clauses: clauses.collect(), unchanged: 0 }
}

fn weighed(changes: &Changes, topic: &str) -> Vec<(Kind, String)> {
    let topics = |_: &str| BTreeSet::from([topic.to_owned()]);
    weigh(changes, "en", topics).into_iter().map(|why| (why.kind, why.in_words())).collect()
}

#[test]
fn what_goes_to_another_clause_as_it_is_says_nothing_new() {
    let kept = "We may collect your name.";
    let went = "We do not keep it for more than 90 days, as [here](https://a.de) is told.";
    let both = format!("{kept}\n\n{went}");
    let as_it_is = |id: &str| {
        let why = format!("`{id}`: words went to another clause, or came from one, as they are");
        (Kind::Clarification, why)
    };
    let split = of_related(&[("a", &both, kept, &[]), ("b", "", went, &["a"])]);
    assert_eq!(weighed(&split, "security"), [as_it_is("a"), as_it_is("b")]);
    let merged = of_related(&[("a", kept, &both, &["b"]), ("b", went, "", &["a"])]);
    assert_eq!(weighed(&merged, "security"), [as_it_is("a"), as_it_is("b")]);
    // What the clause is about weighs whatever its words are.
    let topic = (Kind::Material, "`b`: it is about retention".to_owned());
    assert_eq!(weighed(&split, "retention")[1], topic);
}

#[test]
fn what_is_changed_on_the_way_is_told() {
    let went = "We do not keep it for more than 90 days, as is told.";
    let both = format!("We collect your name.\n\n{went}");
    for (now, why) in [
        (went.replace("90", "30"), "`b`: figures changed: “30” was added"),
        (went.replace(" not", ""), "`a`: a negation changed: “not” was removed"),
        (went.replace("We do", "We may"), "`b`: what may or must be changed: “may” was added"),
    ] {
        let split =
            of_related(&[("a", &both, "We collect your name.", &[]), ("b", "", &now, &["a"])]);
        let told = weighed(&split, "security");
        assert!(told.contains(&(Kind::Material, why.to_owned())), "{told:?}");
    }
    // Words that are new besides are told.
    let more = format!("{went} Ask us.");
    let split = of_related(&[("a", &both, "We collect a name.", &[]), ("b", "", &more, &["a"])]);
    let clarified = |id: &str, why: &str| (Kind::Clarification, format!("`{id}`: {why}"));
    assert!(weighed(&split, "security").contains(&clarified("a", "its words changed")));
    let new = of_related(&[("b", "", "We collect your name.", &[])]);
    assert_eq!(weighed(&new, "security"), [clarified("b", "the clause is new")]);
    // Without a relation nothing is taken out.
    let apart = of_related(&[("a", &both, "We collect your name.", &[]), ("b", "", went, &[])]);
    assert!(weighed(&apart, "security").iter().all(|(kind, _)| *kind == Kind::Material));
}
