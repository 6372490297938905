//! Showing what would be released, and what was.

use std::path::Path;

use ereje::locale::Locale;
use ereje::manifest::Manifest;

use super::gate::Proposal;
use crate::plan::Plan;
use crate::{redlines, report, terminal, typed};

/// Prints the version, its changes in every language, and its notices.
pub(super) fn proposal(proposal: &Proposal, plan: &Plan) {
    let colour = report::is_coloured(&std::io::stdout());
    let release = &proposal.release;
    let version = &release.version;
    outln!("{} {}", version.policy, version.version);
    match &version.previous {
        Some(previous) => outln!("  follows       {}", previous.version),
        None => outln!("  follows       nothing: this is the first version"),
    }
    for (does, to) in &proposal.effects {
        outln!("  {does:<13} {to}");
    }
    outln!("  published     {}", version.published);
    let from = if version.ends { "ends from    " } else { "in force from" };
    outln!("  {from} {} ({})", version.effective, version.time_zone);
    outln!("  languages     {}", {
        let tags: Vec<&str> = version.locales.iter().map(Locale::tag).collect();
        tags.join(", ")
    });
    if let Some(earliest) = &proposal.earliest {
        outln!("  not before    {}: {}", earliest.day, earliest.why);
    }
    if let Some(why) = &version.short_notice {
        outln!("  short notice  {why}");
    }
    if version.previous.is_some() {
        outln!("  kind          {}", version.severity.name());
        outln!("  at least      {}: {}", version.floor.name(), proposal.weight.in_words());
        if let Some(reason) = &version.reason {
            outln!("  reason        {reason}");
        }
        if let Some(caution) = proposal.weight.caution() {
            outln!("                {caution}");
        }
        outln!("  readers       {}", version.action.name());
        if version.action != ereje::change::Action::None {
            outln!("  shown until   {}", version.show_until);
        }
    }
    let in_order = version.locales.iter();
    for (locale, text) in in_order.filter_map(|one| Some((one, release.texts.get(one)?))) {
        // Of a first version there is nothing to compare, and no app shows it.
        if version.previous.is_none() && text.notice.is_none() {
            continue;
        }
        let name = plan.languages.get(locale).map_or(locale.tag(), |l| l.language_name());
        outln!("\n== {name} ({locale})");
        if let Some(changes) = proposal.changes.get(locale) {
            for (message, markup) in proposal.pages.get(locale).into_iter().flatten() {
                outln!("\n-- {message} (changed)\n{}", terminal::redline(markup, colour));
            }
            if changes.clauses.is_empty() {
                outln!("\nno clause changes");
            }
            for change in &changes.clauses {
                outln!("\n-- {} ({})", change.id, redlines::what(change));
                for markup in change.heading.iter().chain([&change.body]) {
                    outln!("{}", terminal::redline(markup, colour));
                }
            }
        }
        if let Some(notice) = &text.notice {
            if version.effective > version.published {
                outln!("\n   notice, before that day:\n{}", terminal::card(&notice.coming));
            }
            outln!("\n   notice, from that day:\n{}", terminal::card(&notice.now));
        } else if version.action != ereje::change::Action::None {
            outln!("\n   no notice: nothing changed in this language");
        }
    }
    to_review(proposal);
    outln!("");
}

/// Prints what nobody has confirmed: source and translation side by side.
pub(super) fn to_review(proposal: &Proposal) {
    for (locale, change) in &proposal.to_review {
        outln!("\n-- {} in `{locale}`, to review: it was changed after its source", change.message);
        outln!("{}", change.sides(locale.tag()));
    }
}

/// Says what was released, what that did to earlier versions, and what to do next.
pub(super) fn done(
    (program, given): (&str, Option<&Path>),
    manifest: &Manifest,
    proposal: &Proposal,
    was_dated: bool,
) {
    let release = &proposal.release;
    let version = &release.version;
    outln!(
        "released {} {} in {}: published {}, {} {} ({})",
        version.policy,
        version.version,
        match release.texts.len() {
            1 => "1 language".to_owned(),
            number => format!("{number} languages"),
        },
        version.published,
        if version.ends { "the end of the policy from" } else { "in force from" },
        version.effective,
        version.time_zone,
    );
    for (does, to) in &proposal.effects {
        outln!("it {does} {to}");
    }
    if was_dated {
        outln!("take `published` out of {}: versions bear the dates now", manifest.path);
    }
    outln!(
        "commit policies/{}/versions/{} and locales, then run `{program} generate{}` and publish",
        version.policy,
        version.version,
        typed::in_workspace(given)
    );
}
