//! Released versions of a synthetic policy, written by the model's own writer,
//! so that they verify without being released one by one.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ereje::catalog::{Catalog, FtlFile};
use ereje::change::{Action, Kind};
use ereje::digest::sha256;
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, read_manifest};
use ereje::phrases::PHRASES;
use ereje::version::{
    Card, ClauseText, NoticeText, Previous, Release, SUMS_FILE, Version, VersionClause,
    VersionText, freeze,
};
use rayon::prelude::*;

use super::locales::{LANGUAGES, Language};
use super::random::Random;
use super::synthetic::{Size, words};

/// The policy's id.
pub(super) const POLICY: &str = "p0";

/// So many clauses change with each version.
const CHANGED: usize = 3;

/// From one version to the next, in days.
const APART: i64 = 18;

/// A policy and how its texts came about.
pub(super) struct Chronicle<'r> {
    root: &'r Path,
    manifest: Manifest,
    versions: usize,
    /// The texts of the newest version, which are those of today.
    texts: BTreeMap<Locale, (&'static Language, VersionText)>,
}

impl<'r> Chronicle<'r> {
    /// Reads the texts of a synthetic workspace, gives it the sentences about
    /// versions, and takes the day of publication out of its settings.
    pub(super) fn read(root: &'r Path, size: Size, versions: usize) -> io::Result<Chronicle<'r>> {
        let wrong = |what: &str| io::Error::other(format!("the synthetic workspace: {what}"));
        let path = root.join("policies").join(POLICY).join("policy.toml");
        let text = fs::read_to_string(&path)?;
        let text: String =
            text.split_inclusive('\n').filter(|line| !line.starts_with("published")).collect();
        fs::write(&path, &text)?;
        let (manifest, found) = read_manifest(POLICY, "policy.toml", &text);
        let manifest = manifest.filter(|_| found.is_empty()).ok_or(wrong("policy.toml"))?;
        let mut texts = BTreeMap::new();
        for language in &LANGUAGES[..size.locales] {
            let locale = Locale::parse(language.tag).map_err(|_| wrong(language.tag))?;
            let folder = root.join("locales").join(language.tag);
            let read = |name: &str| {
                let text = fs::read_to_string(folder.join(name))?;
                io::Result::Ok(FtlFile::parse(name, text))
            };
            let (file, terms) = (read(&format!("{POLICY}.ftl"))?, read("terms.ftl")?);
            let day = Some(Date { year: 2026, month: 1, day: 15 });
            let catalog = Catalog::new(&locale, &file, Some(&terms), &manifest.facts, day);
            let text = freeze(&manifest, &catalog);
            let mut notice = fs::read_to_string(folder.join("notice.ftl"))?;
            notice.push_str(&phrases(language));
            fs::write(folder.join("notice.ftl"), notice)?;
            texts.insert(locale, (language, text));
        }
        Ok(Chronicle { root, manifest, versions, texts })
    }

    /// Writes all versions and gives the name of the newest, which is announced
    /// on the day `on` (since 1970) while the one before it is in force.
    pub(super) fn write(&self, on: i64) -> io::Result<String> {
        let folder: PathBuf = self.root.join("policies").join(POLICY).join("versions");
        let mut previous = None;
        let mut name = String::new();
        for number in 1..=self.versions {
            let release = self.release(number, on, previous.take());
            let files = release.files();
            name.clone_from(&release.version.version);
            let place = folder.join(&name);
            fs::create_dir_all(&place)?;
            files.par_iter().try_for_each(|(file, text)| fs::write(place.join(file), text))?;
            let sums = files.get(SUMS_FILE).map(|text| sha256(text.as_bytes())).unwrap_or_default();
            previous = Some(Previous { version: name.clone(), sums });
        }
        Ok(name)
    }

    fn release(&self, number: usize, on: i64, previous: Option<Previous>) -> Release {
        let back = i64::try_from(self.versions - number).unwrap_or(0) * APART;
        let published = on - back - 10;
        // Each is in force when the next one is announced; the newest is to come.
        let effective = published + APART - 1;
        let day = Date::from_days_since_1970;
        let texts: BTreeMap<Locale, VersionText> = self
            .texts
            .par_iter()
            .map(|(locale, (language, text))| {
                (locale.clone(), self.text(number, language, text, previous.is_some()))
            })
            .collect();
        let source = texts.get(&self.manifest.source_locale);
        let clauses = self.manifest.clauses.iter().enumerate().map(|(at, plan)| VersionClause {
            id: plan.id.clone(),
            kind: plan.kind,
            level: plan.level,
            topics: plan.topics.clone(),
            promises: Vec::new(),
            facts: Vec::new(),
            meaning: source
                .and_then(|text| text.clauses.get(at))
                .map_or_else(String::new, ClauseText::digest),
        });
        let version = Version {
            policy: POLICY.to_owned(),
            version: format!("{number}.0"),
            published: day(published),
            effective: day(effective),
            time_zone: "UTC".to_owned(),
            show_until: day(effective + 90),
            severity: Kind::Material,
            floor: Kind::Clarification,
            action: Action::Inform,
            reason: None,
            short_notice: None,
            ends: false,
            retracts: Vec::new(),
            topics: Vec::new(),
            source_locale: self.manifest.source_locale.clone(),
            locales: self.manifest.locales.clone(),
            previous,
            facts: self.manifest.facts.clone(),
            clauses: clauses.collect(),
        };
        Release { version, texts: texts.into_iter().collect() }
    }

    /// The texts of a version: those of today, but for the clauses that a later
    /// version changed.
    fn text(
        &self,
        number: usize,
        language: &Language,
        today: &VersionText,
        is_news: bool,
    ) -> VersionText {
        let mut text = today.clone();
        for (at, clause) in text.clauses.iter_mut().enumerate() {
            let next = (number + 1..=self.versions).find(|later| self.changes(*later, at));
            if let Some(next) = next {
                let mut random = Random::named(&format!("{}/{next}/{at}", language.tag));
                clause.text =
                    format!("{} {}\n", clause.text.trim_end(), words(language, 9, &mut random));
            }
        }
        let mut random = Random::named(&format!("{}/{number}", language.tag));
        let mut line = |most: usize| -> String {
            words(language, most / 5, &mut random)
                .chars()
                .take(most)
                .collect::<String>()
                .trim()
                .to_owned()
        };
        let mut card = || Card { title: line(50), summary: line(180) };
        text.notice = is_news.then(|| NoticeText { now: card(), coming: card() });
        text
    }

    /// Whether a version changed a clause.
    fn changes(&self, version: usize, clause: usize) -> bool {
        let all = self.manifest.clauses.len();
        (0..CHANGED).any(|nth| (version + nth * (all / CHANGED)) % all == clause)
    }
}

/// The sentences about versions, with everything that they are given.
fn phrases(language: &Language) -> String {
    let mut random = Random::named(&format!("{}/phrases", language.tag));
    let mut text = String::new();
    for (id, names) in PHRASES {
        let mut line = words(language, 2, &mut random);
        for name in names {
            match *name {
                "date" => line.push_str(" { DATETIME($date, dateStyle: \"long\") }"),
                "headings" => line.push_str(" { LIST($headings) }"),
                // Which of the two phases it is, no reader sees.
                "phase" => {}
                // Writing to a string does not fail.
                name => drop(write!(line, " {{ ${name} }}")),
            }
        }
        let _ = match id.split_once('.') {
            Some((_, attribute)) => writeln!(text, "    .{attribute} = {line}"),
            None => writeln!(text, "{id} = {line}"),
        };
    }
    text
}
