//! Histories for tests.

use std::collections::BTreeMap;

use ereje::audit::Audit;
use ereje::change::{Action, Changes, ClauseChange, Kind, Op};
use ereje::document::Document;
use ereje::fact::{Date, Facts};
use ereje::locale::Locale;
use ereje::manifest::{ClauseKind, read_manifest};
use ereje::profile::read_profiles;
use ereje::version::{Card, ClauseText, Folder, History, NoticeText, Previous, Release};
use ereje::version::{SUMS_FILE, Version, VersionClause, VersionText};

use crate::{
    Comparisons, Difference, PageEvidence, Revision, Subject, Topics, Weighed, audit, weight_of,
};

/// A policy with one clause, `use`.
#[derive(Default)]
pub(crate) struct Sample {
    pub(crate) releases: Vec<Release>,
    pub(crate) revisions: Vec<Revision>,
    pub(crate) is_shallow: bool,
    /// The language whose words are not known.
    pub(crate) unknown: Option<&'static str>,
    plan: String,
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

pub(crate) fn en() -> Locale {
    Locale::parse("en").expect("a locale")
}

/// A line a finding: kind, weight, version, language, clause, and the version that it
/// ended with.
pub(crate) fn told(audit: &Audit) -> Vec<String> {
    let one = |finding: &ereje::audit::Finding| {
        let locale = finding.locale.as_ref().map_or("-", Locale::tag);
        let (name, weight) = (finding.matter.name(), finding.weight);
        let clause = finding.clause.iter().map(|clause| format!(" {}", clause.id));
        let end = finding.matter.end().map(|end| format!(" → {}", end.version));
        let more: String = clause.chain(end).collect();
        format!("{name} {weight:?} {} {locale}{more}", finding.version)
    };
    audit.findings.iter().map(one).collect()
}

/// What is found in versions with these texts, released month by month from January 2020.
pub(crate) fn versions(versions: &[[(&str, &str); 2]]) -> Vec<String> {
    let mut sample = Sample::default();
    for (nth, texts) in versions.iter().enumerate() {
        let day = format!("2020-0{}-01", nth + 1);
        sample.version(&format!("{}.0", nth + 1), (&day, &day), texts);
    }
    told(&sample.audit())
}

impl Sample {
    /// What stands in `[notice]`.
    pub(crate) fn plan(&mut self, plan: &str) {
        plan.clone_into(&mut self.plan);
    }

    /// Releases a version with these texts of its clause.
    pub(crate) fn version(
        &mut self,
        name: &str,
        (published, effective): (&str, &str),
        texts: &[(&str, &str)],
    ) {
        let locales: Vec<Locale> =
            texts.iter().map(|(tag, _)| Locale::parse(tag).expect("a locale")).collect();
        let clause = |text: &str| ClauseText { id: "use".into(), heading: None, text: text.into() };
        let card = Card { title: "t".into(), summary: "s".into() };
        let text = |text: &str| VersionText {
            title: "T".into(),
            description: String::new(),
            last_updated: format!("Updated {published}"),
            name: "T".into(),
            notice: Some(NoticeText { now: card.clone(), coming: card.clone() }),
            clauses: vec![clause(text)],
        };
        let version = Version {
            policy: "privacy".into(),
            version: name.into(),
            published: day(published),
            effective: day(effective),
            time_zone: "UTC".into(),
            show_until: Date::from_days_since_1970(day(effective).days_since_1970() + 61),
            severity: Kind::Material,
            floor: Kind::Material,
            action: Action::Inform,
            reason: None,
            short_notice: None,
            ends: false,
            retracts: Vec::new(),
            topics: Vec::new(),
            source_locale: locales[0].clone(),
            locales: locales.clone(),
            previous: None,
            facts: Facts::new(),
            clauses: vec![VersionClause {
                id: "use".into(),
                kind: ClauseKind::Text,
                level: 2,
                topics: Vec::new(),
                promises: Vec::new(),
                facts: Vec::new(),
                meaning: clause(texts[0].1).digest(),
            }],
        };
        let texts = locales.into_iter().zip(texts.iter().map(|(_, words)| text(words)));
        self.releases.push(Release { version, texts: texts.collect() });
    }

    /// Adds a clause to the newest version, before the one that it has.
    pub(crate) fn clause(&mut self, id: &str, heading: &str, texts: &[(&str, &str)]) {
        let release = self.releases.last_mut().expect("a version");
        let heading = (!heading.is_empty()).then(|| heading.to_owned());
        for (tag, text) in texts {
            let own = release.texts.get_mut(&Locale::parse(tag).expect("a locale"));
            let (id, heading, text) = (id.into(), heading.clone(), (*text).into());
            own.expect("a text").clauses.insert(0, ClauseText { id, heading, text });
        }
        let clauses = &mut release.version.clauses;
        clauses.insert(0, VersionClause { id: id.into(), ..clauses[0].clone() });
    }

    /// Calls the clause of the newest version otherwise.
    pub(crate) fn rename(&mut self, id: &str) {
        let release = self.releases.last_mut().expect("a version");
        for (_, text) in release.texts.iter_mut() {
            id.clone_into(&mut text.clauses.last_mut().expect("a clause").id);
        }
        id.clone_into(&mut release.version.clauses.last_mut().expect("a clause").id);
    }

    /// Imports a revision: pages with their text, the line with the date and its day.
    /// There is a version of it where a text changed, called by its day.
    pub(crate) fn revision(
        &mut self,
        committed: &str,
        pages: &[(&str, &str, Option<&str>, Option<&str>)],
    ) {
        let texts: Vec<(&str, &str)> = pages.iter().map(|page| (page.0, page.1)).collect();
        let says = |release: &Release| {
            let mut own = release.texts.iter().map(|(_, text)| text.clauses[0].text.as_str());
            texts.iter().all(|(_, text)| own.any(|one| one == *text))
        };
        let mut version = None;
        if !self.releases.last().is_some_and(says) {
            let of_day =
                self.releases.iter().filter(|one| one.version.version.starts_with(committed));
            let name = match of_day.count() {
                0 => committed.to_owned(),
                number => format!("{committed}.{}", number + 1),
            };
            self.version(&name, (committed, committed), &texts);
            // A notice about the past is shown on no day.
            let made = &mut self.releases.last_mut().expect("a version").version;
            made.show_until = made.effective;
            version = Some(name);
        }
        let page = |page: &(&str, &str, Option<&str>, Option<&str>)| {
            let (tag, _, line, dated) = page;
            let locale = Locale::parse(tag).expect("a locale");
            let evidence = PageEvidence {
                path: format!("{tag}.md"),
                line: line.map(str::to_owned),
                dated: dated.map(day),
                ..PageEvidence::default()
            };
            (locale, evidence)
        };
        self.revisions.push(Revision {
            version,
            revision: format!("commit {}", self.revisions.len()),
            committed: Some(format!("{committed}T10:00:00Z")),
            day: Some(day(committed)),
            pages: pages.iter().map(page).collect(),
        });
    }

    /// Audits them.
    pub(crate) fn audit(&self) -> Audit {
        let mut folders: Vec<Folder> = Vec::new();
        for release in &self.releases {
            let mut release = release.clone();
            release.version.previous = folders.last().map(|before| Previous {
                version: before.name.clone(),
                sums: ereje::digest::sha256(&before.files[SUMS_FILE]),
            });
            let files = release.files().into_iter();
            let name = release.version.version.clone();
            folders.push(Folder {
                path: format!("policies/privacy/versions/{name}"),
                name,
                files: files.map(|(name, text)| (name, text.into_bytes())).collect(),
                strange: Vec::new(),
            });
        }
        let (history, found) = History::read("privacy", &folders);
        assert_eq!(found, []);
        let plan = format!(
            "product = \"app\"\nslug = \"privacy\"\nsource-locale = \"en\"\n\
             locales = [\"en\", \"de\"]\n[notice]\n{}\n[[clause]]\nid = \"use\"\n",
            self.plan
        );
        let (manifest, found) = read_manifest("privacy", "policy.toml", &plan);
        assert_eq!(found, []);
        let knows = |locale: &Locale| self.unknown != Some(locale.tag());
        let subject = Subject {
            manifest: &manifest.expect("a manifest"),
            history: &history,
            revisions: &self.revisions,
            is_shallow: self.is_shallow,
            profiles: &read_profiles(&BTreeMap::new()).0,
            locales: &[],
            on: day("2020-12-31"),
            with: Comparisons { compare: &compare, weigh: &weigh, facts: &facts, knows: &knows },
        };
        audit(&subject).expect("versions")
    }
}

/// Clauses with other words are changed; the new ones are shown. One that no clause had
/// the name of is the one that is gone.
fn compare(old: &Document, new: &Document) -> Changes {
    let changed = new
        .clauses
        .iter()
        .filter(|clause| old.clause(&clause.id).is_none_or(|before| before.body != clause.body));
    let gone = old.clauses.iter().filter(|clause| new.clause(&clause.id).is_none());
    let gone: Vec<String> = gone.map(|clause| clause.id.clone()).collect();
    let is_new = |id: &str| old.clause(id).is_none();
    let change = |clause: &ereje::document::Clause| ClauseChange {
        id: clause.id.clone(),
        related: if is_new(&clause.id) { gone.clone() } else { Vec::new() },
        op: if is_new(&clause.id) && gone.is_empty() { Op::Added } else { Op::Changed },
        moved: false,
        kind: clause.kind,
        under: None,
        words: None,
        heading: None,
        body: clause.body.clone(),
    };
    Changes { clauses: changed.map(change).collect(), unchanged: 0 }
}

/// What ends with `!` differs in a sign alone; what has digits is a fact.
fn weigh(changes: &Changes, _: &Locale, _: &Topics<'_>) -> Vec<Weighed> {
    let one = |change: &ClauseChange| {
        let text = change.body.text();
        let kind = match text {
            text if text.ends_with('!') => Kind::Editorial,
            text if text.contains(|c: char| c.is_ascii_digit()) => Kind::Material,
            _ => Kind::Clarification,
        };
        Weighed { clause: change.id.clone(), kind, weight: weight_of(kind), why: "a reason".into() }
    };
    changes.clauses.iter().map(one).collect()
}

/// Digits have to be the same.
fn facts(
    (_, sources): (&Locale, &[&ClauseText]),
    (_, owns): (&Locale, &[&ClauseText]),
) -> Vec<Difference> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let pairs = sources.iter().zip(owns);
    let odd = pairs.filter(|(source, own)| digits(&source.text) != digits(&own.text));
    let told = odd.map(|(source, own)| Difference {
        clause: source.id.clone(),
        rule: "number-mismatch".into(),
        what: format!("{} and {}", digits(&source.text), digits(&own.text)),
    });
    told.collect()
}
