//! Levels and suppressions, each by itself.

use ereje::workspace::read_workspace;

use super::settings::SAFETY;
use super::*;

fn lints(text: &str) -> Lints {
    let text = format!("[workspace]\nname = \"A\"\ndefault-locale = \"en\"\n{text}");
    let (workspace, found) = read_workspace(&text);
    assert_eq!(found, []);
    workspace.expect("a workspace").lints
}

fn judge(text: &str) -> Judge {
    Judge::new(&lints(text), Date::parse("2026-11-15").expect("a day"))
}

fn found(rule: &'static str, level: Level) -> Diagnostic {
    let told = Diagnostic::error(rule, "locales/kk/privacy.ftl", "it is so");
    Diagnostic { level, ..told.of_policy("privacy").of_locale("kk").of_clause("use") }
}

/// The level that a finding has afterwards.
fn after(judge: &Judge, told: Diagnostic) -> Option<Level> {
    let mut found = vec![told];
    judge.apply(&mut found);
    judge.apply(&mut found);
    found.first().map(|told| told.level)
}

#[test]
fn levels_are_set_up_down_and_off() {
    let judge = judge(
        "[lints]\ninsecure-link = \"error\"\nnumber-mismatch = \"advice\"\nunknown-message = \"off\"\n",
    );
    assert_eq!(after(&judge, found("insecure-link", Level::Warning)), Some(Level::Error));
    assert_eq!(after(&judge, found("number-mismatch", Level::Error)), Some(Level::Advice));
    assert_eq!(after(&judge, found("unknown-message", Level::Warning)), None);
    assert_eq!(after(&judge, found("undated", Level::Error)), Some(Level::Error));
}

#[test]
fn the_narrowest_level_counts() {
    let judge = judge(
        "[lints]\nimage = \"warning\"\n\
         [[levels]]\npolicy = \"privacy\"\nlints = { image = \"error\", glossary = \"off\" }\n\
         [[levels]]\nclause = \"contact\"\nlints = { image = \"off\" }\n\
         [[levels]]\nlocale = \"kk\"\npolicy = \"privacy\"\nlints = { image = \"advice\" }\n",
    );
    let image = || found("image", Level::Error);
    assert_eq!(after(&judge, image()), Some(Level::Advice), "a locale in a policy");
    assert_eq!(after(&judge, image().of_locale("ru")), Some(Level::Error), "a policy");
    assert_eq!(after(&judge, image().of_clause("contact")), None, "a clause");
    let elsewhere = image().of_policy("terms");
    assert_eq!(after(&judge, elsewhere), Some(Level::Warning), "everywhere");
    assert_eq!(after(&judge, found("glossary", Level::Warning)), None);

    let weighs = |name: &str, policy, locale| {
        let rule = RULES.iter().find(|rule| rule.name == name).expect("a rule");
        judge.level(rule, Some(policy), locale)
    };
    assert_eq!(weighs("image", "privacy", "kk"), Some(Level::Advice));
    assert_eq!(weighs("image", "privacy", "ru"), Some(Level::Error));
    assert_eq!(weighs("image", "terms", "kk"), Some(Level::Warning));
    assert_eq!(weighs("glossary", "privacy", "kk"), None);
    assert_eq!(weighs("glossary", "terms", "kk"), Some(Level::Warning));
}

#[test]
fn a_rule_is_looked_at_where_one_clause_wants_it() {
    let judge = judge(
        "[lints]\nimage = \"off\"\n\
         [[levels]]\nclause = \"use\"\nlints = { image = \"warning\" }\n",
    );
    let rule = RULES.iter().find(|rule| rule.name == "image").expect("a rule");
    assert_eq!(judge.level(rule, Some("privacy"), "kk"), Some(Level::Warning));
    assert_eq!(after(&judge, found("image", Level::Error)), Some(Level::Warning));
    assert_eq!(after(&judge, found("image", Level::Error).of_clause("intro")), None);
}

#[test]
fn a_command_that_weighs_otherwise_means_it() {
    let judge = judge(
        "[lints]\nstale-translation = \"off\"\n\
         missing-clause = { level = \"error\", reason = \"as it is\" }\n",
    );
    let strict = found("stale-translation", Level::Error);
    assert_eq!(after(&judge, strict), Some(Level::Error), "a release is not talked into it");
    assert_eq!(after(&judge, found("stale-translation", Level::Warning)), None);
    let draft = found("missing-clause", Level::Warning);
    assert_eq!(after(&judge, draft), Some(Level::Warning));
}

#[test]
fn what_pages_can_not_do_without_is_never_dropped() {
    let judge = judge("[lints]\nempty-text = { level = \"off\", reason = \"a\" }\n");
    assert_eq!(after(&judge, found("toml-syntax", Level::Error)), Some(Level::Error));
    let mut furniture = found("empty-text", Level::Error);
    furniture.path = "locales/kk/notice.ftl".into();
    assert_eq!(after(&judge, furniture), Some(Level::Error));
}

#[test]
fn a_suppression_covers_what_it_names_and_knows_whether_it_is_needed() {
    let judge = judge(
        "[[suppress]]\nrule = \"number-mismatch\"\nlocale = \"kk\"\nclause = \"use\"\nreason = \"a\"\n\
         [[suppress]]\nrule = \"number-mismatch\"\npolicy = \"terms\"\nreason = \"a\"\n",
    );
    assert_eq!(judge.unused().len(), 2);
    let elsewhere = found("number-mismatch", Level::Error).of_locale("ru");
    assert_eq!(after(&judge, elsewhere), Some(Level::Error));
    assert_eq!(after(&judge, found("number-mismatch", Level::Error)), None);
    let unused = judge.unused();
    assert_eq!(unused.len(), 1, "{unused:?}");
    let place = unused[0].place.as_ref().expect("a place");
    assert_eq!((unused[0].level, place.line), (Level::Warning, 10));
}

#[test]
fn the_last_day_of_a_suppression_counts() {
    let text = "[[suppress]]\nrule = \"image\"\nreason = \"a\"\nexpires = 2026-11-15\n";
    assert_eq!(after(&judge(text), found("image", Level::Error)), None);
    assert_eq!(judge(text).next_expiry(), Date::parse("2026-11-15"));
    let over = Judge::new(&lints(text), Date::parse("2026-11-16").expect("a day"));
    assert_eq!(after(&over, found("image", Level::Error)), Some(Level::Error));
    assert_eq!((over.active(), over.expired().len(), over.unused().len()), (0, 1, 0));
    assert_eq!(over.expired()[0].level, Level::Warning);
}

#[test]
fn what_is_set_must_exist_and_be_explained() {
    let wrong = check_lints(&lints(
        "[lints]\nnumber-mismach = \"off\"\ntoml-syntax = \"off\"\nraw-html = \"warning\"\n\
         unsafe-link = { level = \"off\", reason = \"our own app\" }\nsyntax = \"error\"\n\
         [[levels]]\nlocale = \"kk\"\nlints = { mixed-script = \"off\", image = \"off\" }\n\
         [[levels]]\nlocale = \"kk\"\nlints = { image = \"error\" }\n\
         [[suppress]]\nrule = \"banana\"\nreason = \"a\"\n",
    ));
    let told: Vec<_> =
        wrong.iter().map(|told| (told.rule, told.hint.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        told,
        [
            ("unknown-rule", "did you mean `number-mismatch`?"),
            ("fixed-rule", "remove it here"),
            ("missing-reason", "write `raw-html = { level = \"warning\", reason = \"…\" }`"),
            ("missing-reason", "write `mixed-script = { level = \"off\", reason = \"…\" }`"),
            ("duplicate-level", "keep one of them; the other is in line 12"),
            ("unknown-rule", "`ereje check explain` lists the rules"),
        ]
    );
}

#[test]
fn rules_of_safety_exist() {
    for name in SAFETY {
        assert!(weight(name).is_some(), "{name}");
    }
}

#[test]
fn who_looks_at_one_rule_is_told_of_no_other() {
    let mut judge = Judge::default();
    judge.look_only_at(&["image".to_owned()]);
    assert_eq!(after(&judge, found("image", Level::Error)), Some(Level::Error));
    assert_eq!(after(&judge, found("raw-html", Level::Error)), None);
    assert_eq!(after(&judge, found("stale-translation", Level::Warning)), None);
    let unread = found("syntax", Level::Error);
    assert_eq!(after(&judge, unread), Some(Level::Error), "it was not looked at");
}
