//! Versions that are compared step by step, and as a whole.

use ereje::change::Action;
use ereje::fact::Date;
use ereje::manifest::{ClauseKind, read_manifest};
use ereje::version::{ClauseText, Texts, Version, VersionClause, VersionText};

use super::*;

/// A version of clauses, each with its id, level, heading and text.
fn release(clauses: &[(&str, u8, &str, &str)]) -> Release {
    let locale = Locale::parse("en").expect("en");
    let day = Date { year: 2020, month: 1, day: 1 };
    let plans = clauses.iter().map(|(id, level, ..)| VersionClause {
        id: (*id).to_owned(),
        kind: ClauseKind::Text,
        level: *level,
        topics: Vec::new(),
        promises: Vec::new(),
        facts: Vec::new(),
        meaning: String::new(),
    });
    let texts = clauses.iter().map(|(id, _, heading, text)| ClauseText {
        id: (*id).to_owned(),
        heading: Some((*heading).to_owned()),
        text: (*text).to_owned(),
    });
    let text = VersionText { clauses: texts.collect(), ..VersionText::default() };
    Release {
        version: Version {
            policy: "p".to_owned(),
            version: "1.0".to_owned(),
            published: day,
            effective: day,
            time_zone: "UTC".to_owned(),
            show_until: day,
            severity: Kind::Material,
            floor: Kind::Material,
            action: Action::None,
            reason: None,
            short_notice: None,
            ends: false,
            retracts: Vec::new(),
            topics: Vec::new(),
            source_locale: locale.clone(),
            locales: vec![locale.clone()],
            previous: None,
            facts: Facts::new(),
            clauses: plans.collect(),
        },
        texts: Texts::from_iter([(locale, text)]),
    }
}

#[test]
fn a_step_is_compared_as_two_whole_texts_are() {
    const ONE: &str = "We keep what you give us for thirty days, and not longer than that.";
    const TWO: &str = "Nobody else sees any of it, unless a court in our country orders so.";
    const MORE: &str = "You can ask what we know about you, at any time and without a fee.";
    let manifest = "product = \"p\"\nslug = \"p\"\nsource-locale = \"en\"\nlocales = [\"en\"]\n\
                    published = 2020-01-01\n[[clause]]\nid = \"a\"\n";
    let manifest = read_manifest("p", "policy.toml", manifest).0.expect("a plan");
    let (a, b, c) = (("a", 2, "A", ONE), ("b", 2, "B", TWO), ("c", 2, "C", MORE));
    let both = format!("{ONE} {MORE}");
    let texts: [Vec<(&str, u8, &str, &str)>; 10] = [
        vec![a, b, c],
        vec![a, b],
        vec![b, a, c],
        vec![a, ("b", 3, "B", TWO), c],
        vec![a, ("b", 2, "Beta", TWO), c],
        vec![a, ("b", 2, "B", MORE), c],
        vec![a, b, ("d", 2, "D", MORE)],
        vec![("d", 2, "D", MORE), a, b],
        vec![("a", 2, "A", &both), b],
        vec![],
    ];
    for old in &texts {
        for new in &texts {
            let (old, new) = (release(old), release(new));
            let whole = [&old, &new].map(|one| Side::of_release(one, &manifest));
            let (before, after) = Side::of_step(&old, &new, &manifest);
            assert_eq!(changes(&before, &after), changes(&whole[0], &whole[1]));
            let kinds = (weigh(&before, &after), weigh(&whole[0], &whole[1]));
            assert_eq!(kinds.0.in_words(), kinds.1.in_words());
        }
    }
}
