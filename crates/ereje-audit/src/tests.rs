//! What a look back tells of a policy as a whole.

use ereje::audit::{Audit, Unjudged};
use ereje::change::Kind;
use ereje::locale::Locale;

use crate::PageEvidence;
use crate::samples::{Sample, en, told};

fn de() -> Locale {
    Locale::parse("de").expect("a locale")
}

#[test]
fn imported_versions_without_a_record_are_not_taken_for_released_ones() {
    let mut sample = Sample::default();
    sample.revision("2020-05-01", &[("en", "30", Some("1 May"), Some("2020-05-01"))]);
    sample.revision("2020-06-01", &[("en", "90", Some("1 June"), Some("2020-06-01"))]);
    sample.version("1.0", ("2020-08-01", "2020-09-01"), &[("en", "60")]);
    assert_eq!(sample.audit().without_origin(), [""; 0]);
    let kept = sample.revisions.clone();
    sample.revisions.clear();
    let audit = sample.audit();
    let lost = ["2020-05-01".to_owned(), "2020-06-01".to_owned()];
    assert_eq!(audit.unjudged.first(), Some(&Unjudged::NoOrigin { versions: lost.to_vec() }));
    assert_eq!(audit.without_origin(), lost);
    assert_eq!(told(&audit), ["no-notice-on-record Medium 2020-06-01 -"]);
    let seen = audit.editions.iter();
    let seen = seen.map(|one| (one.is_imported, one.is_announced, one.has_period));
    let expected = [(true, false, false), (true, false, false), (false, true, true)];
    assert_eq!(seen.collect::<Vec<_>>(), expected);
    // Of one of them alone, the record may be lost too.
    sample.revisions = kept[..1].to_vec();
    assert_eq!(sample.audit().without_origin(), ["2020-06-01"]);
}

#[test]
fn what_can_not_be_judged_is_listed() {
    let day = ("2020-01-01", "2020-01-01");
    let mut sample = Sample::default();
    sample.version("1.0", day, &[("en", "We sell nothing.")]);
    sample.unknown = Some("en");
    assert_eq!(sample.audit().unjudged, [Unjudged::OneVersion, Unjudged::OneLanguage]);
    sample.unknown = Some("de");
    sample.version("2.0", day, &[("en", "We sell nothing."), ("de", "Wir verkaufen nichts.")]);
    sample.version("3.0", day, &[("en", "We sell nothing.")]);
    sample.version("4.0", day, &[("en", "We sell nothing.")]);
    let expected = [
        Unjudged::NoProfile,
        Unjudged::LanguageFrom { locale: de(), version: "2.0".into() },
        Unjudged::LanguageGone { locale: de(), version: "3.0".into() },
        Unjudged::Words { locales: vec![de()] },
    ];
    assert_eq!(sample.audit().unjudged, expected);
}

#[test]
fn what_an_import_did_not_see_is_listed() {
    let mut sample = Sample::default();
    sample.plan("days = 30");
    let dated = |text| [("en", text, Some("1 May"), Some("2020-05-01"))];
    sample.revision("2020-05-01", &dated("a"));
    sample.revision("2020-05-02", &dated("a"));
    assert_eq!(sample.audit().unjudged, [Unjudged::OneVersion, Unjudged::OneLanguage]);
    // A language that is not looked at is not listed; of the one that is, its page is told.
    let page = |problem: Option<&str>| PageEvidence {
        path: "de.md".into(),
        problem: problem.map(str::to_owned),
        ..PageEvidence::default()
    };
    sample.revisions[0].pages.insert(de(), page(Some("it is not UTF-8")));
    assert_eq!(sample.audit().unjudged, [Unjudged::OneVersion, Unjudged::OneLanguage]);
    sample.revision("2020-06-01", &[("en", "b", None, None), ("de", "b", None, None)]);
    sample.revision("2020-07-01", &[("en", "c", None, None)]);
    sample.revisions[3].pages.insert(de(), page(None));
    sample.revisions[1].committed = None;
    sample.is_shallow = true;
    let left_out = |version: &str| Unjudged::PageLeftOut {
        version: version.into(),
        locale: de(),
        path: "de.md".into(),
    };
    let expected = [
        Unjudged::Periods { versions: 2 },
        Unjudged::Notices { versions: 2 },
        Unjudged::NoCommits { revisions: 1 },
        Unjudged::Shallow,
        Unjudged::Unreadable {
            revision: "commit 0".into(),
            path: "de.md".into(),
            why: "it is not UTF-8".into(),
        },
        left_out("2020-05-01"),
        left_out("2020-07-01"),
        Unjudged::LanguageFrom { locale: de(), version: "2020-06-01".into() },
    ];
    assert_eq!(sample.audit().unjudged, expected);
}

#[test]
fn each_change_of_a_text_or_its_title_has_a_redline() {
    let texts = |own| [("en", "We sell nothing."), ("de", own)];
    let day = ("2020-01-01", "2020-01-01");
    let mut sample = Sample::default();
    sample.version("1.0", day, &texts("Wir verkaufen nichts."));
    sample.version("2.0", day, &texts("Nichts wird verkauft."));
    sample.version("3.0", day, &texts("Nichts wird verkauft."));
    sample.version("4.0", day, &texts("Nichts wird verkauft."));
    "*Other* title".clone_into(&mut sample.releases[3].texts.get_mut(&de()).expect("a text").title);
    let audit = sample.audit();
    let redlines = audit.redlines.iter().map(|redline| {
        let (from, to, tag) = (redline.from.as_str(), redline.to.as_str(), redline.locale.tag());
        (from, to, tag, redline.title.clone(), redline.changes.clauses.len())
    });
    let title = Some(("T".to_owned(), "Other title".to_owned()));
    let expected = [("1.0", "2.0", "de", None, 1), ("3.0", "4.0", "de", title, 0)];
    assert_eq!(redlines.collect::<Vec<_>>(), expected);
    let changed = |audit: &Audit, at: usize| {
        let pages = audit.editions[at].pages.iter();
        pages.map(|page| page.is_changed).collect::<Vec<_>>()
    };
    assert_eq!(changed(&audit, 1), [false, true]);
    assert_eq!(changed(&audit, 2), [false, false]);
    assert_eq!(changed(&audit, 3), [false, true]);
}

#[test]
fn what_pages_said_of_their_day_is_shown() {
    let mut sample = Sample::default();
    let german = |text| ("de", text, Some("1. Mai 2020"), Some("2020-05-01"));
    sample.revision(
        "2020-05-01",
        &[("en", "a", Some("1 May 2020"), Some("2020-05-01")), german("a")],
    );
    // The same day in other words is no new date.
    sample.revision(
        "2020-06-01",
        &[("en", "b", Some("May 1, 2020"), Some("2020-05-01")), german("a")],
    );
    sample.version("1.0", ("2020-07-01", "2020-07-01"), &[("en", "c"), ("de", "c")]);
    sample.version("2.0", ("2020-08-01", "2020-08-01"), &[("en", "d"), ("de", "c")]);
    let frozen = sample.releases[2].texts.get(&en()).expect("a text").last_updated.clone();
    sample.releases[3].texts.get_mut(&en()).expect("a text").last_updated = frozen;
    let audit = sample.audit();
    let is_of_day = |line: &&String| line.starts_with("date-");
    let told = |audit: &Audit| told(audit).iter().filter(is_of_day).cloned().collect::<Vec<_>>();
    assert_eq!(
        told(&audit),
        ["date-unchanged Medium 2020-06-01 en", "date-unchanged Medium 2.0 en"]
    );
    let pages = audit.editions.iter().flat_map(|edition| &edition.pages);
    let seen = pages.map(|page| (page.line.as_deref().unwrap_or_default(), page.is_silent));
    let expected = [
        ("1 May 2020", false),
        ("1. Mai 2020", false),
        ("May 1, 2020", true),
        ("1. Mai 2020", false),
        ("Updated 2020-07-01", false),
        ("Updated 2020-07-01", false),
        ("Updated 2020-07-01", true),
        ("Updated 2020-08-01", false),
    ];
    assert_eq!(seen.collect::<Vec<_>>(), expected);
    // Of two versions of one day, the second one is dated truly too.
    sample.releases[3].version.published = sample.releases[2].version.published;
    assert_eq!(told(&sample.audit()), ["date-unchanged Medium 2020-06-01 en"]);
}

#[test]
fn a_clause_is_followed_under_another_name() {
    let both = |source, own| [("en", source), ("de", own)];
    let mut sample = Sample::default();
    let mut add = |nth: usize, id: &str, texts: &[(&str, &str)]| {
        let day = format!("2020-0{nth}-01");
        sample.version(&format!("{nth}.0"), (&day, &day), texts);
        sample.rename(id);
        sample.clause("start", "*Words* first", &both("We care.", "Wir sorgen."));
    };
    add(1, "use", &both("kept 30", "bewahrt 13"));
    add(2, "usage", &both("kept 30", "bewahrt 13"));
    add(3, "usage", &both("kept 30", "bewahrt 30"));
    add(4, "usage", &both("kept 30", "bewahrt 30"));
    add(5, "usage", &both("kept 90", "bewahrt 30"));
    add(6, "purpose", &both("kept 90", "bewahrt 30"));
    add(7, "purpose", &both("kept 90", "bewahrt 90"));
    let audit = sample.audit();
    let expected =
        ["facts-differ High 1.0 de use → 3.0", "translation-behind High 5.0 de usage → 7.0"];
    assert_eq!(told(&audit), expected);
    let headings = audit.findings.iter().map(|finding| finding.clause.as_ref()?.heading.as_deref());
    assert_eq!(headings.collect::<Vec<_>>(), [Some("Words first"); 2]);
    // Findings of one weight stand in the order of time, the weightier ones before.
    sample.releases[1].version.severity = Kind::Clarification;
    sample.releases[5].version.severity = Kind::Clarification;
    for at in [1, 5] {
        sample.releases[at].texts.iter_mut().for_each(|(_, text)| text.notice = None);
    }
    let expected = [
        "facts-differ High 1.0 de use → 3.0",
        "translation-behind High 5.0 de usage → 7.0",
        "severity-lowered Medium 2.0 -",
        "severity-lowered Medium 6.0 -",
    ];
    assert_eq!(told(&sample.audit()), expected);
}
