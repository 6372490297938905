//! The page that compares two versions: changed clauses as one text with marks,
//! and the old text beside the new one.

mod texts;

use ereje::change::{Changes, ClauseChange, Op};
use ereje::diagnostic::Diagnostic;
use ereje::fact::Fact;
use ereje::manifest::Manifest;
use ereje::markup::Tag;
use ereje::phrases::Phrases;
use serde::Serialize;

use super::{Earlier, LinkValues, Pages, Rendered, redline_path};
use crate::links::{Policies, Ways, way_back};
use crate::page::served;
use crate::page::whole::{Part, whole};
use crate::site::{FrameValues, depth, jekyll_url, relative};
use crate::{Site, Templates, html};
pub use texts::RedlineMarkdown;
use texts::Texts;

#[derive(Serialize)]
struct RedlineValues<'v> {
    #[serde(flatten)]
    frame: FrameValues<'v>,
    title: String,
    /// The same for the tab of a browser, which shows few words.
    tab: String,
    policy_title: String,
    /// Nothing for a page that stands alone, as for all addresses below.
    policy_href: Option<String>,
    policy_url: Option<String>,
    permalink: Option<String>,
    legend: String,
    sides: String,
    unchanged: String,
    added: String,
    removed: String,
    /// From the old to the new, which is to the left where lines run there.
    arrow: &'static str,
    from: VersionLink,
    to: VersionLink,
    history: Option<LinkValues>,
    clauses: Vec<ClauseValues>,
}

#[derive(Serialize)]
struct VersionLink {
    name: String,
    href: Option<String>,
    url: Option<String>,
    effective: Option<String>,
}

#[derive(Serialize)]
struct ClauseValues {
    id: String,
    what: String,
    op: &'static str,
    /// What readers know it by.
    label: String,
    /// The heading that it stands under, which its text follows side by side.
    under: String,
    heading: Option<String>,
    html: String,
    /// The text before and after, each alone with its marks.
    before: Option<String>,
    after: Option<String>,
    markdown: String,
    previous: Option<StepValues>,
    next: Option<StepValues>,
}

/// The change before or after.
#[derive(Serialize)]
struct StepValues {
    id: String,
    label: String,
}

impl Pages<'_> {
    pub(super) fn redlines(
        &self,
        made: &mut Rendered,
        earlier: Earlier<'_>,
    ) -> Result<(), Diagnostic> {
        let policy_title = self.title();
        let has_home = self.timeline.shown(self.locale).is_some();
        for at in 0..self.with.len() {
            let Some(base) = self.bases[at] else { continue };
            let (from, to) = (self.with[base], self.with[at]);
            let path = redline_path(&from.version.version, &to.version.version);
            let are_replaced = [from, to].map(|one| self.timeline.history.is_replaced(one));
            let said = (&policy_title, has_home, are_replaced);
            let part = self.part(&[from, to], &path, &said);
            if made.keep(part, earlier) {
                continue;
            }
            let Some(changes) = self.changes(at) else { continue };
            let here = self.at(&path);
            let end = |at: usize| {
                let page = self.at(&self.with[at].version.version);
                VersionLink {
                    name: self.line(at).name.clone(),
                    href: Some(relative(&here, &page)),
                    url: Some(jekyll_url(&page)),
                    effective: Some(self.in_force_from(at)),
                }
            };
            let numbers = [
                ("from", Fact::Text(from.version.version.clone())),
                ("to", Fact::Text(to.version.version.clone())),
            ];
            let title = self.phrases.say("redline-title", numbers);
            let served = |page: &str| served(self.manifest, self.locale, page);
            let policies = Policies::new(self.site, self.manifest, self.locale);
            let back = "../".repeat(depth(&path));
            let back_in_jekyll = way_back(&served(&here), &served(self.home()));
            let alone = RedlineValues::alone(
                self.frame(&path, &policy_title, &title)?,
                self.phrases,
                (end(base), end(at)),
                changes,
                (
                    Ways::behind(&back).with(policies),
                    Ways::behind(&back_in_jekyll).with(policies.in_jekyll()),
                ),
            );
            let values = RedlineValues {
                title,
                tab: format!("{} {} {}", from.version.version, alone.arrow, to.version.version),
                policy_title: policy_title.clone(),
                policy_href: self.home_href(&here),
                policy_url: has_home.then(|| jekyll_url(self.home())),
                permalink: Some(here.clone()),
                history: Some(self.link(&here, super::CHANGES, "history")),
                ..alone
            };
            made.part(part, earlier, || {
                let mut files = Vec::new();
                let parts = |name: &str| values.parts(name);
                self.fill_both("redline", &here, (&values, &parts), &mut files).map(|()| files)
            })?;
        }
        Ok(())
    }
}

/// A page that compares two texts of a policy and stands alone, without links
/// to other pages. `from` and `to` are what they are called; the policy tells where its
/// own page is, which its links are seen from.
///
/// # Errors
/// What is wrong with the template.
pub fn render_redline(
    (title, manifest): (&str, &Manifest),
    (from, to): (&str, &str),
    changes: &Changes,
    phrases: &Phrases<'_>,
    site: &Site<'_>,
    templates: &Templates,
) -> Result<String, Diagnostic> {
    let Some(furniture) = site.languages.get(phrases.locale) else { return Ok(String::new()) };
    let end =
        |name: &str| VersionLink { name: name.to_owned(), href: None, url: None, effective: None };
    let frame = FrameValues::alone(furniture, title, templates);
    let served = site.served(manifest, phrases.locale);
    let policies = Policies::new(site, manifest, phrases.locale);
    let links = Ways::alone(site.origin(&served)).with(policies);
    let ends = (end(from), end(to));
    let alone = RedlineValues::alone(frame, phrases, ends, changes, (links, links));
    let title_of_both = format!("{from} {} {to}", alone.arrow);
    let values = RedlineValues {
        policy_title: title.to_owned(),
        tab: title_of_both.clone(),
        title: title_of_both,
        ..alone
    };
    let bytes = templates.fill("redline.html", &values, 32 << 10)?;
    let bytes = whole(templates, "redline.html", bytes, || values.parts("redline.html"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What happened to a clause, in a word.
pub(super) fn what(phrases: &Phrases<'_>, change: &ClauseChange) -> String {
    let id = match change.op {
        Op::Added => "change-added",
        Op::Removed => "change-removed",
        Op::Changed => "change-changed",
        Op::Moved => "change-moved",
    };
    let what = phrases.say(id, []);
    if change.moved && change.op != Op::Moved {
        return format!("{what} · {}", phrases.say("change-moved", []));
    }
    what
}

impl<'v> RedlineValues<'v> {
    /// What a page of them has to show.
    fn parts(&self, template: &str) -> Vec<Part<'_>> {
        let ends = [&self.from, &self.to].into_iter().filter_map(|end| {
            let what = format!("from when {} is in force", end.name);
            let hint = "let it show `from.effective` and `to.effective`, where they are there";
            Some(Part::said(template, what, end.effective.as_deref()?, hint))
        });
        let hint = "let it show `unchanged`";
        let what = "how many clauses are the same".to_owned();
        let unchanged = Part::said(template, what, &self.unchanged, hint);
        self.clauses
            .iter()
            .flat_map(|clause| clause.parts(template))
            .chain(ends)
            .chain([unchanged])
            .collect()
    }

    /// The values of a page that leads nowhere else.
    fn alone(
        frame: FrameValues<'v>,
        phrases: &Phrases<'_>,
        (from, to): (VersionLink, VersionLink),
        changes: &Changes,
        links: (Ways<'_>, Ways<'_>),
    ) -> RedlineValues<'v> {
        RedlineValues {
            frame,
            title: String::new(),
            tab: String::new(),
            policy_title: String::new(),
            policy_href: None,
            policy_url: None,
            permalink: None,
            legend: phrases.say("redline-legend", []),
            sides: phrases.say("redline-sides", []),
            unchanged: changes.unchanged_in_words(phrases),
            added: phrases.say("mark-added", []),
            removed: phrases.say("mark-removed", []),
            arrow: if phrases.locale.direction() == "rtl" { "←" } else { "→" },
            clauses: clause_values(phrases, &changes.clauses, &to, links),
            from,
            to,
            history: None,
        }
    }
}

impl ClauseValues {
    fn parts(&self, template: &str) -> Vec<Part<'_>> {
        let is_html = template.ends_with(".html");
        let made =
            |what: &str, words, hint| Part::made(format!("{what} of `{}`", self.id), words, hint);
        let mut parts = vec![match is_html {
            true => made("the change", &self.html, "let it show `clause.html | safe`"),
            false => made("the change", &self.markdown, "let it show `clause.markdown`"),
        }];
        let what = format!("what happened to `{}`", self.id);
        parts.push(Part::said(template, what, &self.what, "let it show `clause.what`"));
        let heading = self.heading.iter().filter(|_| is_html);
        let hint = "let it show `clause.heading | safe`, where there is one";
        parts.extend(heading.map(|heading| made("the heading", heading, hint)));
        parts
    }
}

fn clause_values(
    phrases: &Phrases<'_>,
    changes: &[ClauseChange],
    to: &VersionLink,
    links: (Ways<'_>, Ways<'_>),
) -> Vec<ClauseValues> {
    let texts = Texts::on_page(changes, to, links);
    let step = |at: Option<usize>| {
        let change = changes.get(at?)?;
        Some(StepValues { id: change.id.clone(), label: change.name(phrases) })
    };
    let one = |(at, change): (usize, &ClauseChange)| ClauseValues {
        id: change.id.clone(),
        what: what(phrases, change),
        op: change.op.name(),
        label: change.name(phrases),
        under: change.heading_above(phrases),
        heading: change.heading.as_ref().map(|heading| {
            let mut out = String::new();
            html::write_heading(&mut out, heading);
            out
        }),
        html: texts.html(change),
        before: (change.op != Op::Added).then(|| texts.side(change, Tag::Inserted)),
        after: (change.op != Op::Removed).then(|| texts.side(change, Tag::Deleted)),
        markdown: texts.jekyll(&change.body, phrases.locale),
        previous: step(at.checked_sub(1)),
        next: step(Some(at + 1)),
    };
    changes.iter().enumerate().map(one).collect()
}
