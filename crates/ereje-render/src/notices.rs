//! What apps need to show a notice: `notices.json`, an index that is small
//! however long the history is, and one file a version that never changes.

mod demo;
pub(crate) mod format;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use ereje::change::{Changes, Op};
use ereje::diagnostic::Diagnostic;
use ereje::document::{Clause, Document};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::Phrases;
use ereje::version::{Card, Release};
use xxhash_rust::xxh3::Xxh3Default;

use self::format::{
    CardData, ChangeData, Links, LocaleNotice, NOTICE_SCHEMA, NOTICES_SCHEMA, Notice, NoticeFile,
    NoticesFile, Show, Words,
};
use crate::history::{Earlier, Rendered, Timeline, redline_path};
use crate::links::{Policies, Ways};
use crate::site::{Site, below};
use crate::templates::Templates;
use crate::{Output, json, plain};

/// The files about notices of all products that have released versions.
///
/// # Errors
/// What is wrong with the template of the home screen.
pub fn render_notices<'p, 'e>(
    policies: &[(&'p Manifest, Timeline<'_>)],
    phrases: &dyn Fn(&'p Locale) -> Option<Phrases<'p>>,
    site: &Site<'_>,
    templates: &Templates,
    earlier: &dyn Fn(&Manifest) -> Earlier<'e>,
) -> Result<Rendered, Diagnostic> {
    let Some(folder) = site.workspace.outputs.json.as_deref().filter(|_| !policies.is_empty())
    else {
        return Ok(Rendered::default());
    };
    let mut made = Rendered::default();
    let products: BTreeSet<&str> = policies.iter().map(|(one, _)| one.product.as_str()).collect();
    for product in products {
        let (notices, words) = (Vec::new(), BTreeMap::new());
        let (files, language) = (BTreeMap::new(), None);
        let former = site.workspace.former_versions.get(product).copied().unwrap_or(0);
        let serial = usize::try_from(former).unwrap_or(usize::MAX);
        let mut index =
            NoticesFile { schema: NOTICES_SCHEMA, serial, notices, words, files, language };
        let of_product: Vec<_> =
            policies.iter().filter(|(one, _)| one.product == product).collect();
        for (manifest, timeline) in &of_product {
            let locales = manifest.all_locales().filter_map(phrases);
            index.words.extend(
                locales.map(|phrases| (phrases.locale.tag().to_owned(), words_of(&phrases))),
            );
            let maker = Maker { manifest, timeline: *timeline, site };
            let folder = format!("{folder}/{product}/notices");
            maker.add(&mut index, &folder, (&mut made, earlier(manifest)))?;
        }
        for locale in index.words.keys() {
            let path = format!("{folder}/{product}/{locale}/notices.json");
            made.outputs.push(Output { path, bytes: json::bytes(&index.only(locale), 8 << 10) });
        }
        let named = index.words.keys().map(|tag| (tag.clone(), format!("{tag}/notices.json")));
        index.files = named.collect();
        index.language = of_product.first().map(|(one, _)| one.source_locale.tag().to_owned());
        let path = format!("{folder}/{product}/notices.json");
        made.outputs.push(Output { path, bytes: index.whole() });
        made.outputs.push(demo::page(folder, product, &of_product, site, templates)?);
    }
    made.outputs.extend(demo::files(folder));
    Ok(made)
}

/// The first 48 bits of a digest.
fn short(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// What stands on the buttons of a card.
fn words_of(phrases: &Phrases<'_>) -> Words {
    let say = |id: &str| phrases.say(id, []);
    Words {
        understood: say("button-understood"),
        agree: say("button-agree"),
        disagree: say("button-disagree"),
        changes: say("see-changes"),
        coming: say("read-coming"),
        current: say("read-current"),
    }
}

/// What a notice says, by language.
type Locales = BTreeMap<String, LocaleNotice>;

struct Maker<'m> {
    manifest: &'m Manifest,
    timeline: Timeline<'m>,
    site: &'m Site<'m>,
}

impl Maker<'_> {
    /// Adds a policy's notices to the index, and makes the files of its
    /// versions, below `folder`.
    fn add(
        &self,
        index: &mut NoticesFile,
        folder: &str,
        (made, earlier): (&mut Rendered, Earlier<'_>),
    ) -> Result<(), Diagnostic> {
        let releases = self.timeline.history.releases();
        index.serial += releases.len();
        for release in releases {
            let part = self.part(release, earlier.settings);
            let is_needed = self.is_needed(release);
            let is_there = (earlier.is_there)(part);
            let known = earlier.gists.get(&part).filter(|_| is_there && is_needed);
            let known = known.and_then(|known| serde_json::from_str::<Locales>(known).ok());
            let mut whole = None;
            if known.is_none() && (is_needed || !is_there) {
                whole = Some(self.in_locales(release));
            }
            if is_needed {
                let brief = |locales: &Locales| {
                    let brief = locales.iter().map(|(tag, one)| (tag.clone(), one.in_brief()));
                    brief.collect::<Locales>()
                };
                let mut locales = known.or_else(|| whole.as_ref().map(brief)).unwrap_or_default();
                made.gists.push((part, json::text(&locales)));
                // Languages that came later are news for the index alone.
                for locale in &self.manifest.locales {
                    let of_locale = locales.entry(locale.tag().to_owned());
                    of_locale.or_insert_with(|| fallback(release));
                }
                let notice = self.notice(release, locales);
                index.notices.push(Notice { status: self.status(release), ..notice });
            }
            if !is_needed && self.is_in_force_before(release) {
                // Nobody is told of it any more.
                let notice = self.notice(release, Locales::new());
                index.notices.push(Notice { status: self.status(release), ..notice });
            }
            let path = format!("{folder}/{}/{}.json", self.manifest.id, release.version.version);
            made.part(part, earlier, || {
                let notice = self.notice(release, whole.unwrap_or_default());
                let file = NoticeFile { schema: NOTICE_SCHEMA, notice };
                Ok(vec![Output { path, bytes: json::bytes(&file, 16 << 10) }])
            })?;
        }
        Ok(())
    }

    /// A digest of what decides about a version's own file; 0 stands for none.
    fn part(&self, release: &Release, settings: u64) -> u64 {
        let history = self.timeline.history;
        let mut hash = Xxh3Default::new();
        (settings, "notice", &self.manifest.id).hash(&mut hash);
        // Their digests stand for all files of the versions.
        for one in [Some(release), self.timeline.base(release)].into_iter().flatten() {
            history.sums(&one.version.version).hash(&mut hash);
        }
        hash.finish().max(1)
    }

    /// Whether an app may need a notice on some day from the publication of the
    /// newest version on.
    fn is_needed(&self, release: &Release) -> bool {
        let newest = self.timeline.history.newest();
        newest.is_some_and(|newest| {
            newest.version.version == release.version.version
                || release.version.show_until > newest.version.published
                || newest.version.retracts.contains(&release.version.version)
        })
    }

    /// Whether it is the version in force until those that are announced, or the one that
    /// ended the policy until then: what a reader knows who begins meanwhile.
    fn is_in_force_before(&self, release: &Release) -> bool {
        let history = self.timeline.history;
        let current = history.newest().and_then(|newest| history.latest(newest.version.published));
        current.is_some_and(|current| std::ptr::eq(current, release))
    }

    fn status(&self, release: &Release) -> &'static str {
        let name = &release.version.version;
        let mut later = self.timeline.history.releases().iter().rev();
        if later.any(|other| other.version.retracts.contains(name)) {
            return "retracted";
        }
        let mut later = self.timeline.history.releases().iter();
        if later.any(|other| self.superseded(other).contains(name)) {
            return "superseded";
        }
        "active"
    }

    /// The versions between a version and the one that its changes are told
    /// from.
    fn superseded(&self, release: &Release) -> Vec<String> {
        let Some(base) = self.timeline.base(release) else { return Vec::new() };
        let releases = self.timeline.history.releases().iter();
        releases
            .map(|release| &release.version.version)
            .skip_while(|name| **name != base.version.version)
            .skip(1)
            .take_while(|name| **name != release.version.version)
            .cloned()
            .collect()
    }

    /// What a notice says in each language of its version.
    fn in_locales(&self, release: &Release) -> Locales {
        let base = self.timeline.base(release);
        let locales = release.version.locales.iter().map(|locale| {
            let notice = self.in_locale(release, base, locale);
            (locale.tag().to_owned(), notice.unwrap_or_else(|| fallback(release)))
        });
        locales.collect()
    }

    fn notice(&self, release: &Release, locales: Locales) -> Notice {
        let version = &release.version;
        let base = self.timeline.base(release);
        let digest = |digest: &str| format!("sha256:{digest}");
        let clauses = version.clauses.iter();
        Notice {
            id: format!("{}/{}", version.policy, version.version),
            policy: version.policy.clone(),
            version: version.version.clone(),
            from: base.map(|base| base.version.version.clone()),
            supersedes: self.superseded(release),
            status: "active",
            severity: version.severity.name(),
            action: version.action.name(),
            topics: version.topics.clone(),
            published: version.published.to_string(),
            effective: version.effective.to_string(),
            time_zone: version.time_zone.clone(),
            show: Show {
                from: version.published.to_string(),
                until: version.show_until.to_string(),
            },
            ack_key: digest(&release.ack_key()),
            authoritative_locale: version.source_locale.tag().to_owned(),
            // They are compared with each other alone: a part of them will do.
            clauses: clauses.map(|one| (one.id.clone(), short(&one.meaning))).collect(),
            locales,
            ends: version.ends,
        }
    }

    fn in_locale(
        &self,
        release: &Release,
        base: Option<&Release>,
        locale: &Locale,
    ) -> Option<LocaleNotice> {
        // A language that was given up since has no pages to lead to.
        let text = release.texts.get(locale).filter(|_| self.manifest.has_pages_in(locale))?;
        let version = &release.version;
        let home = self.manifest.permalink(locale);
        let link = |suffix: &str| {
            let page = below(home, suffix);
            self.site.absolute(&page).unwrap_or_else(|| format!("/{page}/"))
        };
        // Only what changed is told.
        let step = base.and_then(|base| base.documents_of_step(release, locale, self.manifest));
        let (old, new) = match step {
            Some((old, new)) => (Some(old), new),
            None => (None, release.document(locale, self.manifest)?),
        };
        let redline = base
            .zip(old.as_ref())
            .map(|(base, _)| link(&redline_path(&base.version.version, &version.version)));
        let compare = |old| (self.timeline.compare)(old, &new).as_seen();
        let changes = old.as_ref().map_or_else(Changes::default, compare);
        let card =
            |card: &Card| CardData { title: card.title.clone(), summary: card.summary.clone() };
        // The first version has no notice, but a name.
        let now = text.notice.as_ref().map_or_else(
            || CardData { title: text.name.clone(), summary: String::new() },
            |notice| card(&notice.now),
        );
        let was_coming = version.effective > version.published;
        let coming = text.notice.as_ref().filter(|_| was_coming).map(|one| card(&one.coming));
        let page = redline.clone().unwrap_or_default();
        let served = self.site.served(self.manifest, locale);
        let policies = Policies::new(self.site, self.manifest, locale);
        let links = Ways::in_file(self.site.origin(&served)).with(policies);
        Some(LocaleNotice::Current {
            direction: locale.direction().into(),
            title: now.title,
            summary: now.summary,
            coming,
            changes: change_data(&changes, (old.as_ref(), &new), &page, links),
            links: Box::new(Links {
                policy: link(&version.version),
                redline,
                previous: base.filter(|_| old.is_some()).map(|base| link(&base.version.version)),
            }),
            digest: format!(
                "sha256:{}",
                self.timeline.history.text_digest(&version.version, locale).unwrap_or_default()
            ),
        })
    }
}

/// Says to show the notice in the language that binds.
fn fallback(release: &Release) -> LocaleNotice {
    LocaleNotice::Fallback { locale: release.version.source_locale.tag().to_owned() }
}

fn change_data(
    changes: &Changes,
    (old, new): (Option<&Document>, &Document),
    page: &str,
    links: Ways<'_>,
) -> Vec<ChangeData> {
    let text = |clause: &Clause| plain::whole(&clause.body, links);
    let one = |change: &ereje::change::ClauseChange| {
        let from = change.related.first().unwrap_or(&change.id);
        let before = old.and_then(|old| old.clause(from)).map(text);
        let after = new.clause(&change.id).map(text);
        ChangeData {
            clause: change.id.clone(),
            op: change.op.name().into(),
            heading: change.under.clone(),
            before: before.filter(|_| change.op != Op::Added),
            after: after.filter(|_| change.op != Op::Removed),
            url: format!("{page}#{}", change.id),
        }
    };
    changes.clauses.iter().map(one).collect()
}
