//! The status for people: a table a policy, and below it what changed.

use super::{Coming, LocaleStatus, PolicyStatus, Status};

/// So many changes are shown in full; more are only named.
const SHOWN: usize = 20;

/// So many languages in which nothing is to be done have a line each.
const FEW: usize = 10;

/// Whether nothing is to be done in a translation.
fn is_done(locale: &LocaleStatus) -> bool {
    locale.complete && locale.to_review.is_empty() && !locale.is_source
}

/// Tells it; `again` is what a command for the same workspace begins and ends with.
pub(super) fn tell(status: &Status, again @ (program, place): (&str, &str)) {
    for policy in &status.policies {
        outln!("{}: {}", policy.policy, versions(policy));
        table(policy, again);
        outln!("");
    }
    let mut shown = 0;
    for policy in &status.policies {
        for locale in &policy.locales {
            let of = match status.policies.len() {
                1 => String::new(),
                _ => format!(" of `{}`", policy.policy),
            };
            changes(policy, locale, (again, &of), &mut shown);
        }
    }
    if shown > SHOWN {
        outln!(
            "{} more are not shown; `{program} status{place} --locale LOCALE` shows some",
            shown - SHOWN
        );
    }
}

/// Which versions there are, and whether the texts are one of them.
fn versions(policy: &PolicyStatus) -> String {
    let mut parts = Vec::new();
    if let Some(Coming { version, effective, .. }) = &policy.ended {
        parts.push(format!("the policy has ended on {effective}, with version {version}"));
    }
    match (&policy.in_force, &policy.newest) {
        _ if policy.ended.is_some() => {}
        (Some(version), _) => parts.push(format!("version {version} is in force")),
        (None, Some(_)) => parts.push("no version is in force yet".to_owned()),
        _ if !policy.is_sound => return "what was released can not be told".to_owned(),
        (None, None) => return "no version was released yet".to_owned(),
    }
    parts.extend(policy.coming.iter().map(|Coming { version, effective, ends }| match ends {
        true => format!("{version} ends the policy on {effective}"),
        false => format!("{version} from {effective}"),
    }));
    if let Some(newest) = &policy.newest {
        parts.extend(compared(policy, newest));
    }
    parts.join("; ")
}

/// How the texts stand to the newest version. What an error hides may differ as well.
fn compared(policy: &PolicyStatus, newest: &str) -> Vec<String> {
    let lists = policy.locales.iter().filter_map(|locale| locale.unreleased.as_ref());
    let mut ids: Vec<&str> = lists.flatten().map(String::as_str).collect();
    ids.sort_unstable();
    ids.dedup();
    let apart = policy.locales.iter().filter(|locale| locale.unreleased.is_none());
    let (hidden, new): (Vec<_>, Vec<_>) = apart.partition(|locale| locale.errors > 0);
    let mut parts = Vec::new();
    // Of languages that were not asked for nothing is known here.
    let all = policy.locales.iter().map(|locale| locale.locale.as_str()).collect::<Vec<_>>();
    let here = listed(&all).filter(|_| !policy.is_whole);
    let here = here.map_or_else(String::new, |tags| format!(" in {tags}"));
    if let Some(names) = listed(&ids) {
        let (s, differ) = if ids.len() == 1 { ("", "differs") } else { ("s", "differ") };
        parts.push(format!("{} message{s}{here} {differ} from {newest} ({names})", ids.len()));
    }
    let tags = |locales: &[&LocaleStatus]| {
        listed(&locales.iter().map(|locale| locale.locale.as_str()).collect::<Vec<_>>())
    };
    if let Some(tags) = tags(&hidden) {
        parts.push(format!("errors in {tags} keep it from being compared with {newest}"));
    }
    if let Some(tags) = tags(&new) {
        parts.push(format!("{newest} has no text in {tags}"));
    }
    let given_up = policy.given_up.iter().map(String::as_str).collect::<Vec<_>>();
    if let Some(tags) = listed(&given_up).filter(|_| policy.is_whole) {
        parts.push(format!("{newest} is the last one in {tags}"));
    }
    if let Some(was) = &policy.source_was {
        parts.push(format!("the source of {newest} is {was}"));
    }
    if parts.is_empty() {
        parts.push(format!("the texts{here} are those of {newest}"));
    }
    parts
}

/// Names, the first of many.
fn listed(names: &[&str]) -> Option<String> {
    let more = if names.len() > 5 { ", …" } else { "" };
    let shown = names.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| shown + more)
}

fn table(policy: &PolicyStatus, (program, place): (&str, &str)) {
    let head = ["", "translated", "missing", "stale", "to review", "errors", "words left"];
    let mut rows = vec![head.map(str::to_owned)];
    let number = |number: usize| if number == 0 { "–".to_owned() } else { number.to_string() };
    let done = policy.locales.iter().filter(|locale| is_done(locale)).count();
    for locale in policy.locales.iter().filter(|locale| done <= FEW || !is_done(locale)) {
        let mark = if locale.complete { "✓" } else { " " };
        let source = if locale.is_source { " (source)" } else { "" };
        let translated = locale.messages - locale.missing.len() - locale.untranslated.len();
        rows.push([
            format!("{mark} {}{source}", locale.locale),
            format!("{translated} of {}", locale.messages),
            number(locale.missing.len()),
            number(locale.stale.len()),
            number(locale.to_review.len()),
            number(locale.errors),
            number(locale.words_left),
        ]);
    }
    if done > FEW {
        let mut row = [(); 7].map(|()| number(0));
        row[0] = format!("✓ {done} more");
        row[1] = "all".to_owned();
        rows.push(row);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..head.len()).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let mut line = String::from(" ");
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.chars().count());
            line.push_str(&if at == 0 {
                format!(" {cell}{gap}")
            } else {
                format!("  {gap}{cell}")
            });
        }
        outln!("{}", line.trim_end());
    }
    // Of a language without a text there is nothing to record yet.
    let outdated = |locale: &&LocaleStatus| {
        locale.record == "outdated" && locale.missing.len() < locale.messages
    };
    let outdated = policy.locales.iter().filter(outdated).map(|locale| locale.locale.as_str());
    let outdated: Vec<&str> = outdated.collect();
    match outdated.as_slice() {
        [one] => {
            outln!("  the record of `{one}` is not up to date: run `{program} generate{place}`");
        }
        many => {
            if let Some(names) = listed(many) {
                outln!(
                    "  the records of {names} are not up to date: run `{program} generate{place}`"
                );
            }
        }
    }
    for locale in &policy.locales {
        if locale.record == "broken" {
            outln!(
                "  the record of `{}` can not be read: `{program} check{place}` tells why",
                locale.locale
            );
        }
        // The table tells where all is.
        if !locale.missing.is_empty() && locale.missing.len() < locale.messages {
            outln!("  missing in `{}`: {}", locale.locale, locale.missing.join(", "));
        }
        if !locale.untranslated.is_empty() {
            let ids = locale.untranslated.join(", ");
            outln!("  in the words of the source in `{}`: {ids}", locale.locale);
        }
        let number = locale.untranslated_sentences.len();
        if number > 0 {
            let s = if number == 1 { "" } else { "s" };
            let path = format!("locales/{}/notice.ftl", locale.locale);
            outln!("  in the words of the source: {number} sentence{s} of {path}");
        }
    }
}

/// Shows what a translation has to follow; `of` names the policy where there are several.
fn changes(
    policy: &PolicyStatus,
    locale: &LocaleStatus,
    ((program, place), of): ((&str, &str), &str),
    shown: &mut usize,
) {
    let groups = [
        (&locale.stale, "stale: the source changed, the translation did not"),
        (&locale.to_review, "to review: the translation was changed after the source"),
    ];
    for (changes, what) in groups {
        for change in changes {
            *shown += 1;
            if *shown > SHOWN {
                continue;
            }
            outln!("-- {}{of} in `{}` ({what})", change.message, locale.locale);
            outln!("{}", change.sides(&locale.locale));
            outln!(
                "   still holds? {program} confirm {} {} {}{place}\n",
                policy.policy,
                locale.locale,
                change.message
            );
        }
    }
}
