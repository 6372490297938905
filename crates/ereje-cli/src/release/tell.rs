//! Showing what would be released.

use ereje::change::Op;
use ereje::locale::Locale;
use ereje::version::Card;

use super::gate::Proposal;
use crate::plan::Plan;
use crate::{redlines, report};

/// How wide a card is shown, in characters.
const WIDTH: usize = 60;

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
    outln!("  published     {}", version.published);
    outln!("  in force from {} ({})", version.effective, version.time_zone);
    outln!("  languages     {}", {
        let tags: Vec<&str> = version.locales.iter().map(Locale::tag).collect();
        tags.join(", ")
    });
    if version.previous.is_some() {
        outln!("  kind          {}", version.severity.name());
        outln!("  at least      {}: {}", version.floor.name(), proposal.weight.in_words());
        if let Some(caution) = proposal.weight.caution() {
            outln!("                {caution}");
        }
        outln!("  readers       {}", version.action.name());
        if version.action != ereje::change::Action::None {
            outln!("  shown until   {}", version.show_until);
        }
    }
    for (locale, text) in &release.texts {
        let name = plan.languages.get(locale).map_or(locale.tag(), |l| l.language_name());
        outln!("\n== {name} ({locale})");
        if let Some(changes) = proposal.changes.get(locale) {
            for change in &changes.clauses {
                let what = match change.op {
                    Op::Added => "new",
                    Op::Removed => "removed",
                    Op::Changed => "changed",
                    Op::Moved => "moved",
                };
                outln!("\n-- {} ({what})", change.id);
                for markup in change.heading.iter().chain([&change.body]) {
                    outln!("{}", redlines::in_terminal(markup, colour));
                }
            }
        }
        if let Some(notice) = &text.notice {
            if version.effective > version.published {
                card("before that day", &notice.coming);
            }
            card("from that day", &notice.now);
        }
    }
    outln!("");
}

/// Prints a card as a home screen would show it.
fn card(when: &str, card: &Card) {
    let line = "─".repeat(WIDTH + 2);
    outln!("\n   notice, {when}:");
    outln!("  ┌{line}┐");
    for text in [&card.title, &card.summary] {
        for row in redlines::wrap(text, WIDTH) {
            let gap = " ".repeat(WIDTH.saturating_sub(row.chars().count()));
            outln!("  │ {row}{gap} │");
        }
    }
    outln!("  └{line}┘");
}
