//! Tests of which clauses are said to have changed.

use super::*;
use ereje::locale::Locale;
use ereje::manifest::ClauseKind;

pub(crate) fn document(clauses: &[(&str, &str, &str)]) -> Document {
    let clause = |(id, heading, text): &(&str, &str, &str)| Clause {
        id: (*id).into(),
        kind: ClauseKind::Text,
        level: 2,
        topics: Vec::new(),
        heading: (!heading.is_empty()).then(|| Markup::parse_line(heading)),
        body: Markup::parse(text),
        shown_in: None,
    };
    Document {
        policy: "p".into(),
        product: "p".into(),
        locale: Locale::parse("en").expect("a locale"),
        permalink: "p".into(),
        title: Markup::default(),
        description: Markup::default(),
        published: None,
        last_updated: Markup::default(),
        clauses: clauses.iter().map(clause).collect(),
        draft: false,
        failures: Vec::new(),
    }
}

const INTRO: (&str, &str, &str) = ("intro", "", "This text says what the app does with your data.");
const USE: (&str, &str, &str) = ("use", "Use", "We use what you tell us to answer your letters.");
const SHARE: (&str, &str, &str) = ("share", "Sharing", "Nobody gets your address from us, ever.");

fn told(old: &[(&str, &str, &str)], new: &[(&str, &str, &str)]) -> Vec<String> {
    let changes = compare(&document(old), &document(new));
    let tell = |change: &ClauseChange| {
        let related = change.related.join(",");
        let arrow = if related.is_empty() { String::new() } else { format!(" ~{related}") };
        let under = change.under.as_deref().unwrap_or("-");
        let also = if change.moved && change.op != Op::Moved { " and moved" } else { "" };
        format!("{}{also} {}{arrow} under {under}", change.op.name(), change.id)
    };
    changes.clauses.iter().map(tell).collect()
}

#[test]
fn clauses_are_known_by_their_ids() {
    assert!(told(&[INTRO, USE], &[INTRO, USE]).is_empty());
    let changed = ("use", "Use", "We use what you tell us to send you letters.");
    assert_eq!(told(&[INTRO, USE, SHARE], &[INTRO, changed, SHARE]), ["changed use under Use"]);
    assert_eq!(told(&[INTRO, SHARE], &[INTRO, USE, SHARE]), ["added use under Use"]);
    let retitled = ("use", "Purposes", USE.2);
    assert_eq!(told(&[USE], &[retitled]), ["changed use under Purposes"]);
}

#[test]
fn what_is_gone_is_told_where_it_stood() {
    let item = ("item", "", "To find out how often the app is opened.");
    assert_eq!(told(&[INTRO, USE, item, SHARE], &[INTRO, USE, SHARE]), ["removed item under Use"]);
    assert_eq!(told(&[USE, SHARE], &[USE]), ["removed share under Sharing"]);
}

#[test]
fn what_is_gone_is_told_between_what_stood_around_it() {
    let item = ("item", "", "To find out how often the app is opened.");
    let (using, sharing) = (("use", "Use", "We do not use it."), ("share", "Sharing", "Nobody."));
    assert_eq!(
        told(&[INTRO, USE, item, SHARE], &[INTRO, using, sharing]),
        ["changed use under Use", "removed item under Use", "changed share under Sharing"]
    );
    // A clause that stands elsewhere now does not say where the others stood.
    assert_eq!(
        told(&[INTRO, item, USE, SHARE], &[SHARE, INTRO, using]),
        ["moved share under Sharing", "removed item under -", "changed use under Use"]
    );
    let changes = compare(&document(&[INTRO, USE, SHARE]), &document(&[INTRO, using, SHARE]));
    assert_eq!(changes.unchanged, 2);
}

#[test]
fn a_short_clause_is_renamed_only_if_it_is_the_same() {
    let (one, same) = (("a", "", "Ask us."), ("b", "", "Ask us."));
    assert_eq!(told(&[INTRO, one], &[INTRO, same]), ["changed b ~a under -"]);
    let other = ("b", "", "Ask them.");
    assert_eq!(told(&[INTRO, one], &[INTRO, other]), ["added b under -", "removed a under -"]);
    // Of two that are the same each is taken once.
    let twice = [("b", "", "Ask us."), ("c", "", "Ask us.")];
    assert_eq!(told(&[one], &twice), ["changed b ~a under -", "added c under -"]);
    let (nothing, empty) = (("a", "", ""), ("b", "", ""));
    assert_eq!(told(&[nothing], &[empty]), ["added b under -", "removed a under -"]);
}

#[test]
fn a_clause_of_another_name_is_renamed() {
    let renamed = ("purposes", "Use", "We use what you tell us to answer all your letters.");
    assert_eq!(told(&[INTRO, USE], &[INTRO, renamed]), ["changed purposes ~use under Use"]);
    let other = ("purposes", "Money", "Advertisers pay for every click on their pictures.");
    assert_eq!(
        told(&[INTRO, USE], &[INTRO, other]),
        ["added purposes under Money", "removed use under Use"]
    );
}

#[test]
fn splits_and_merges_are_said() {
    let both = (
        "use",
        "Use",
        "We use what you tell us to answer your letters. We keep every letter for three years after that.",
    );
    let rest = ("keep", "", "We keep every letter for three years after that.");
    assert_eq!(told(&[both], &[USE, rest]), ["changed use under Use", "added keep ~use under Use"]);
    assert_eq!(
        told(&[USE, rest], &[both]),
        ["changed use under Use", "removed keep ~use under Use"]
    );
}

#[test]
fn a_clause_that_moved_is_the_same_elsewhere() {
    assert_eq!(told(&[INTRO, USE, SHARE], &[SHARE, INTRO, USE]), ["moved share under Sharing"]);
}

#[test]
fn a_redline_is_part_of_the_change() {
    let changed = ("use", "Use", "We use what you tell us to answer no letters.");
    let changes = compare(&document(&[USE]), &document(&[changed]));
    assert!(changes.clauses[0].body.text().contains("your no letters"));
}

#[test]
fn a_clause_that_was_changed_and_moved_is_told_as_both() {
    let changed = ("use", "Use", "We use what you tell us to send you letters.");
    assert_eq!(
        told(&[USE, INTRO, SHARE], &[INTRO, SHARE, changed]),
        ["changed and moved use under Use"]
    );
    let renamed = ("aim", "Use", USE.2);
    assert_eq!(
        told(&[USE, INTRO, SHARE], &[INTRO, SHARE, renamed]),
        ["changed and moved aim ~use under Use"]
    );
    let changes = compare(&document(&[USE]), &document(&[renamed]));
    assert!(changes.clauses[0].has_same_text());
}

#[test]
fn clauses_that_become_one_of_another_name_are_told_and_so_is_the_way_back() {
    let parts = [
        ("a", "", "We collect the address that you enter when you create an account with us."),
        ("b", "", "Records of payments are kept for as long as tax law of the country requires."),
        ("c", "", "You can ask for a copy of everything that the service has stored of yours."),
    ];
    let text = parts.map(|(_, _, text)| text).join(" ");
    let whole = ("all", "", text.as_str());
    assert_eq!(
        told(&parts, &[whole]),
        [
            "added all under -",
            "removed a ~all under -",
            "removed b ~all under -",
            "removed c ~all under -"
        ]
    );
    assert_eq!(
        told(&[whole], &parts),
        [
            "added a ~all under -",
            "added b ~all under -",
            "added c ~all under -",
            "removed all ~a,b,c under -"
        ]
    );
}

/// What the changes are called, without the headings that they stand under.
fn words(old: &[(&str, &str, &str)], new: &[(&str, &str, &str)]) -> Vec<Option<String>> {
    let changes = compare(&document(old), &document(new)).clauses;
    changes.into_iter().map(|change| change.words).collect()
}

#[test]
fn changes_under_one_heading_are_told_apart() {
    let some = |all: &[&str]| all.iter().map(|one| Some((*one).to_owned())).collect::<Vec<_>>();
    let one = ("one", "", "**To improve the app.** We count how often it is opened.");
    let two =
        ("two", "", "To find out why the app has stopped, and on which devices it does so most.");
    assert_eq!(
        words(&[USE, one, two], &[USE]),
        some(&[
            "To improve the app",
            "To find out why the app has stopped, and on which devices it…"
        ])
    );
    // What has a heading is known by it, unless others have the same one.
    assert_eq!(words(&[INTRO, USE], &[INTRO]), [None]);
    let other = ("other", "Use", "Nobody else gets to know it.");
    assert_eq!(
        words(&[USE, other], &[]),
        some(&["We use what you tell us to answer your letters", "Nobody else gets to know it"])
    );
    // As many words as it takes, and numbers where words are not enough.
    let long = "A text that begins with the same words as the one before it, of which there are more than a name holds";
    let (first, second) = (format!("{long}: apples."), format!("{long}: pears."));
    let both = [USE, ("a", "", first.as_str()), ("b", "", second.as_str())];
    assert_eq!(
        words(&both, &[USE]),
        some(&[first.trim_end_matches('.'), second.trim_end_matches('.')])
    );
    let same = [USE, ("a", "", "The same."), ("b", "", "The same.")];
    assert_eq!(words(&same, &[USE]), some(&["The same (1)", "The same (2)"]));
}
