//! `log` and `show`: the history of a policy, as a reader would read it.

use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Level, it_has, sort};
use ereje::fact::{Date, Fact};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::Phrases;
use ereje::version::Release;
use ereje_render::{Site, Timeline, render_text};

use crate::arguments::Format;
use crate::failure::Failure;
use crate::history::time_zone;
use crate::plan::Plan;
use crate::workspace::{self, Read};
use crate::{clock, redlines, report};

/// Runs `log`.
pub(crate) fn log(
    program: &str,
    given: Option<&Path>,
    policy: &str,
    locale: Option<&str>,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Some(plan) = sound(workspace::read(&root)) else { return Ok(ExitCode::FAILURE) };
    let manifest = workspace::policy(&plan, policy)?;
    let history = workspace::history(&plan, manifest, program)?;
    let locale = language(&plan, manifest, locale)?;
    let phrases = phrases(&plan, locale)?;
    let on = clock::today(time_zone(history, manifest));
    let timeline =
        Timeline { history, on, compare: &redlines::compare, starts: &clock::seconds_at_start_of };
    for release in history.releases().iter().rev() {
        let Some(text) = release.texts.get(locale) else { continue };
        let version = &release.version;
        let name = Fact::Text(version.version.clone());
        let status = phrases.say(history.standing(release, on).phrase(), []);
        let name = phrases.say("version-name", [("version", name)]);
        outln!("{name} – {} ({status})", text.title);
        let day = |id, day| phrases.say(id, [("date", Fact::Date(day))]);
        outln!("  {}", day("version-published", version.published));
        // Of one that was replaced before its day that day never came.
        let effective = match version.ends {
            true => phrases.ends(version.effective),
            false => day("version-effective", version.effective),
        };
        let summary = text.notice.as_ref().map(|one| &history.card(release, one, on).summary);
        if !history.is_replaced(release) && summary != Some(&effective) {
            outln!("  {effective}");
        }
        if let Some(summary) = summary {
            outln!("  {summary}");
        } else if version.previous.is_none() {
            outln!("  {}", phrases.say("first-version", []));
        }
        if history.is_retracted(release) {
            outln!("  {}", phrases.say("notice-retracted", []));
        }
        tell_changes(release, timeline, manifest, &phrases);
        outln!("  sha256 {}\n", history.sums(&version.version).unwrap_or_default());
    }
    Ok(ExitCode::SUCCESS)
}

fn tell_changes(
    release: &Release,
    timeline: Timeline<'_>,
    manifest: &Manifest,
    phrases: &Phrases<'_>,
) {
    let document = |release: &Release| release.document(phrases.locale, manifest);
    let old = timeline.base(release).and_then(document);
    let Some((old, new)) = old.zip(document(release)) else { return };
    let changes = redlines::compare(&old, &new).as_seen();
    let has_notice = release.texts.get(phrases.locale).is_some_and(|text| text.notice.is_some());
    if changes.clauses.is_empty() && !has_notice {
        outln!("  {}", changes.unchanged_in_words(phrases));
    }
    for change in &changes.clauses {
        let what = phrases.say(redlines::phrase(change.op), []);
        outln!("  - {what}: {} ({})", change.name(phrases), change.id);
    }
}

/// Runs `show`.
pub(crate) fn show(
    program: &str,
    given: Option<&Path>,
    policy: &str,
    (at, locale): (Option<Date>, Option<&str>),
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Some(plan) = sound(workspace::read(&root)) else { return Ok(ExitCode::FAILURE) };
    let manifest = workspace::policy(&plan, policy)?;
    let history = workspace::history(&plan, manifest, program)?;
    let locale = language(&plan, manifest, locale)?;
    let at = at.unwrap_or_else(|| clock::today(time_zone(history, manifest)));
    let Some(release) = history.in_force(at) else {
        if let Some(end) = history.ended(at).map(|end| &end.version) {
            let message = format!(
                "nothing was in force on {at}: the policy has ended on {} ({}), with version {}",
                end.effective, end.time_zone, end.version
            );
            let last = history.in_force(end.effective.before());
            let hint = last.map(|last| {
                let day = end.effective.before();
                format!("{} was in force until then: `--at {day}` shows it", last.version.version)
            });
            return Err(hint.into_iter().fold(Failure::new(message), Failure::hint));
        }
        let first = history.releases().first().map(|release| &release.version);
        let first = first.map_or_else(String::new, |first| {
            format!("; version {} is in force from {}", first.version, first.effective)
        });
        return Err(Failure::new(format!("nothing was in force on {at}{first}")));
    };
    let version = &release.version;
    let Some(document) = release.document(locale, manifest) else {
        let message = format!("version {} has no texts in `{locale}`", version.version);
        let tags = version.locales.iter().map(Locale::tag);
        return Err(Failure::new(message).hint(it_has(tags)));
    };
    errln!(
        "version {} of {}, in force from {} ({})",
        version.version,
        version.policy,
        version.effective,
        version.time_zone
    );
    let none = |_: &Manifest| Vec::new();
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests, none);
    match render_text(&document, manifest, &site, &plan.templates) {
        Ok(text) => {
            report::write(&text);
            Ok(ExitCode::SUCCESS)
        }
        Err(diagnostic) => {
            report::tell(&[diagnostic], Format::Human);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The plan, where versions can be relied on; tells why not otherwise. Mistakes
/// in the texts of today do not matter to what was released.
fn sound(read: Read) -> Option<Plan> {
    let Read { plan, mut found, .. } = read;
    found.retain(|told| {
        let of_version = told.path.starts_with("policies/") || told.path.ends_with("notice.ftl");
        plan.is_none() || (of_version && told.level == Level::Error)
    });
    sort(&mut found);
    report::tell(&found, Format::Human);
    plan.filter(|_| found.is_empty())
}

fn language<'m>(
    plan: &Plan,
    manifest: &'m Manifest,
    tag: Option<&str>,
) -> Result<&'m Locale, Failure> {
    tag.map_or(Ok(&manifest.source_locale), |tag| workspace::released_locale(plan, manifest, tag))
}

fn phrases<'p>(plan: &'p Plan, locale: &'p Locale) -> Result<Phrases<'p>, Failure> {
    let missing = || Failure::new(format!("locales/{locale}/notice.ftl is missing"));
    plan.phrases(locale).ok_or_else(missing)
}
