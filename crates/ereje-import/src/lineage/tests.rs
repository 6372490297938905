//! Tests of ids through revisions.

use ereje::fact::Date;
use ereje::locale::Locale;

use super::*;
use crate::Wanted;

fn follow(lineage: &mut Lineage, text: &str) -> (Draft, Carried) {
    let locale = Locale::parse("en").expect("a locale");
    let fallback = Date { year: 2020, month: 1, day: 1 };
    let wanted = Wanted { path: "a.md", text, policy: "a", locale: &locale, fallback, bottom: "x" };
    let mut draft = Draft::read(&wanted).expect("a page");
    let carried = lineage.follow(&mut draft);
    (draft, carried)
}

fn ids(lineage: &mut Lineage, text: &str) -> Vec<String> {
    follow(lineage, text).0.ids().map(str::to_owned).collect()
}

const COLLECT: &str = "We collect your name, your address and the number of your phone.";
const SHARE: &str = "We share nothing of it with anybody outside of our company.";
const KEEP: &str = "Records are kept for ninety days and removed after that time.";

fn page(clauses: &[(&str, &str)]) -> String {
    let clauses = clauses.iter().map(|(heading, text)| format!("## {heading}\n\n{text}\n\n"));
    format!("# Policy\n\n{}", clauses.collect::<String>())
}

#[test]
fn what_was_edited_moved_or_renamed_keeps_its_id() {
    let mut lineage = Lineage::default();
    let first = page(&[("Data", COLLECT), ("Sharing", SHARE), ("Keeping", KEEP)]);
    assert_eq!(ids(&mut lineage, &first), ["data", "sharing", "keeping"]);
    let kept = KEEP.replace("ninety", "thirty");
    let second = page(&[("How long", &kept), ("Data", COLLECT), ("Sharing", "Something else.")]);
    let (draft, carried) = follow(&mut lineage, &second);
    assert_eq!(draft.ids().collect::<Vec<_>>(), ["keeping", "data", "sharing"]);
    assert_eq!(carried, Carried { same: 1, edited: 2, ..Carried::default() });
}

#[test]
fn an_id_never_means_two_things_and_comes_back_with_its_clause() {
    let mut lineage = Lineage::default();
    let first = page(&[("Data", COLLECT), ("Sharing", SHARE)]);
    ids(&mut lineage, &first);
    let (draft, carried) = follow(&mut lineage, &page(&[("Data", COLLECT)]));
    assert_eq!((draft.ids().collect::<Vec<_>>(), carried.gone), (vec!["data"], 1));
    let (draft, carried) = follow(&mut lineage, &first);
    assert_eq!(draft.ids().collect::<Vec<_>>(), ["data", "sharing"]);
    assert_eq!(carried, Carried { same: 1, back: 1, ..Carried::default() });
    // Another clause takes the name that a clause had whose heading changed.
    let third = page(&[("Data", KEEP), ("What we know", COLLECT), ("Sharing", SHARE)]);
    let ids = ids(&mut lineage, &third);
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
}

#[test]
fn links_within_the_page_follow() {
    let mut lineage = Lineage::default();
    let first = page(&[("Data", COLLECT), ("Sharing", "See [there](#data).")]);
    ids(&mut lineage, &first);
    let second = page(&[("What we know", COLLECT), ("Sharing", "See [there](#what-we-know).")]);
    let (draft, _) = follow(&mut lineage, &second);
    assert_eq!(draft.ids().collect::<Vec<_>>(), ["data", "sharing"]);
    assert_eq!(draft.clauses[1].body.links(), ["#data"]);
}

#[test]
fn an_address_that_takes_the_place_of_another_has_its_name() {
    let mut lineage = Lineage::default();
    let text = |email: &str| page(&[("Contact", &format!("Write to {email} for help with it."))]);
    let (first, _) = follow(&mut lineage, &text("help@example.com"));
    let (second, _) = follow(&mut lineage, &text("legal@example.org"));
    assert_eq!(first.facts, [("help-email".into(), Fact::Email("help@example.com".into()))]);
    assert_eq!(second.facts, [("help-email".into(), Fact::Email("legal@example.org".into()))]);
}

#[test]
fn ids_are_never_given_twice() {
    // All pages of some headings that are alike, one after the other.
    let mut lineage = Lineage::default();
    for number in 0..625_usize {
        let heading = |place: u32| {
            ["", "## a\n\n", "## a 1\n\n", "## a-1\n\n", "x y z\n\n"]
                [number / 5_usize.pow(place) % 5]
        };
        let text: String = (0..4).map(heading).collect();
        if !text.is_empty() {
            let ids = ids(&mut lineage, &text);
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{text}: {ids:?}");
        }
    }
}

#[test]
fn a_page_has_the_days_that_it_says() {
    let text = "# P\n\nEffective: April 1, 2021\n\n## A\n\nFounded on May 7, 2001.\n\nMore.\n\n\
                Last updated: May 1, 2021\n";
    let (draft, _) = follow(&mut Lineage::default(), text);
    let days = draft.days();
    assert_eq!(days.line.as_deref(), Some("Last updated: May 1, 2021"));
    assert_eq!(days.dated, Date::parse("2021-05-01"));
    assert_eq!(days.effective_line.as_deref(), Some("Effective: April 1, 2021"));
    assert_eq!(days.effective, Date::parse("2021-04-01"));
    let text = "---\nupdated: 2020-02-03\n---\n# P\n\nText.\n";
    let (draft, _) = follow(&mut Lineage::default(), text);
    assert_eq!(draft.days().dated, Date::parse("2020-02-03"));
    assert!(draft.days().in_front_matter && draft.days().line.is_none());
}
