//! What is said of a finding.

use ereje::audit::{Audit, End, EndedBy, Finding, Matter};
use ereje::change::Kind;
use ereje::locale::Locale;

use super::{counted, label, short, without_marks};

/// What is said of a finding.
pub(in crate::report) struct Words<'a> {
    pub(in crate::report) title: String,
    /// Terms and what they are here.
    pub(in crate::report) facts: Vec<(&'static str, String)>,
    /// What happened, in sentences.
    pub(in crate::report) what: Vec<String>,
    pub(in crate::report) todo: String,
    /// Words of the policy: what they are, their language, and they themselves.
    pub(in crate::report) quotes: Vec<(String, &'a Locale, String)>,
}

/// Says it.
pub(in crate::report) fn words<'a>(audit: &'a Audit, finding: &'a Finding) -> Words<'a> {
    let locale = finding.locale.as_ref();
    let clause = finding.clause.as_ref();
    let mut title = format!("{}: version {}", label(&finding.matter), finding.version);
    title.extend(locale.map(|locale| format!(", {locale}")));
    title.extend(clause.and_then(|clause| Some(format!(", “{}”", clause.heading.as_ref()?))));
    let (mut what, todo) = told(audit, finding);
    what.extend(lasted(audit, finding));
    let own = locale.unwrap_or(&audit.source);
    let mut quotes = Vec::new();
    match &finding.matter {
        Matter::DateUnchanged { line: Some(line), .. } | Matter::DateMalformed { line, .. } => {
            quotes.push(("Date line".to_owned(), own, line.clone()));
        }
        Matter::FactsDiffer { source, own: words, .. } => {
            quotes.push((format!("In {} (binds)", audit.source), &audit.source, source.clone()));
            quotes.push((format!("In {own}"), own, words.clone()));
        }
        Matter::ClauseKept { own: words, .. } | Matter::Untranslated { own: words, .. } => {
            quotes.push((format!("In {own}"), own, words.clone()));
        }
        Matter::ClauseMissing { source, .. } => {
            quotes.push((format!("In {} (binds)", audit.source), &audit.source, source.clone()));
        }
        _ => {}
    }
    Words { title, facts: facts(audit, finding), what, todo, quotes }
}

/// Where it is: precise enough to look it up.
fn facts(audit: &Audit, finding: &Finding) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let edition = audit.edition(&finding.version);
    if let Some(edition) = edition {
        let day = format!("{}, dated {} on record", edition.version, edition.published);
        facts.push(("Version", day));
        if let Some(imported) = &edition.imported {
            let name = short(&imported.revision, imported.committed.is_some());
            let when =
                imported.committed.as_ref().map_or(String::new(), |when| format!(", {when}"));
            let term = if imported.committed.is_some() { "Commit" } else { "File" };
            facts.push((term, format!("{name}{when}")));
        }
    }
    if let Some(locale) = &finding.locale {
        let binds = if *locale == audit.source { " (binds)" } else { "" };
        facts.push(("Language", format!("{locale}{binds}")));
    }
    if let Some(clause) = &finding.clause {
        let heading = clause.heading.as_deref().unwrap_or("before the first heading");
        facts.push(("Clause", format!("{heading} (id {})", clause.id)));
    }
    facts
}

/// How long it lasted.
fn lasted(audit: &Audit, finding: &Finding) -> Option<String> {
    let days = usize::try_from(audit.days(finding)?).unwrap_or_default();
    let days = counted(days, "day", "days");
    let Some(End { version, day, by }) = finding.matter.end() else {
        return Some(format!("It is still so in the newest version, {days} by {}.", audit.on));
    };
    let how = match by {
        EndedBy::Translation => "when the translation changed",
        EndedBy::Source => "when the binding text changed",
        EndedBy::Clause => "when the clause went away",
        EndedBy::Language => "when the language went away",
    };
    Some(format!("It ended with version {version} of {day}, {how}: {days}."))
}

/// What happened, and what to do.
fn told(audit: &Audit, finding: &Finding) -> (Vec<String>, String) {
    let edition = audit.edition(&finding.version);
    match &finding.matter {
        Matter::DateUnchanged { line, day, since, kind, reasons, followed } => {
            let date = day.map_or_else(
                || line.clone().map_or(String::new(), |line| format!("“{line}”")),
                |day| day.to_string(),
            );
            let mut what = vec![format!(
                "The text that readers see changed while the page went on to bear the date {date}, \
                 as since version {since}. By its words the change is {}.",
                kind.name()
            )];
            what.extend(because(finding, reasons));
            what.extend(
                followed
                    .map(|day| format!("A revision of {day} changed the date alone afterwards.")),
            );
            let todo = match kind {
                Kind::Material | Kind::Clarification => {
                    "Establish from when on this text was shown, and treat readers of that time as \
                     bound by what they could know. Give every change of the text its date."
                }
                _ => "No duty is likely to follow; note it, and give every change its date.",
            };
            (what, todo.into())
        }
        Matter::DateMissing { versions } => (
            vec![format!("The page bears no date in {}.", range(versions))],
            "Readers can not tell which text they saw: keep commits or backups as evidence, and \
             put a date on the page."
                .into(),
        ),
        Matter::DateMalformed { versions, .. } => (
            vec![format!(
                "The page has a line for its date, and no day of the calendar could be read from \
                 it, in {}.",
                range(versions)
            )],
            "Correct the date. Where it names a day that does not exist, decide which day was \
             meant and record why."
                .into(),
        ),
        Matter::DateBackwards { day, before } => (
            vec![format!(
                "The page took the date {day}, which lies before {before}, the date that it \
                          had borne until then."
            )],
            "Establish which of the two texts was shown when; do not rely on the date of either \
             page alone."
                .into(),
        ),
        Matter::DatesDiffer { days } => {
            let list: Vec<String> =
                days.iter().map(|(locale, day)| format!("{day} in {locale}")).collect();
            (
                vec![format!(
                    "Pages that changed together were dated differently: {}.",
                    list.join(", ")
                )],
                "Decide which day holds for all languages, and correct the others.".into(),
            )
        }
        Matter::DatedBeforeCommit { day, committed } => (
            vec![format!(
                "The page took the date {day}; its commit is of {committed}, {} later. If the page \
                 was published with its commit, it was dated back.",
                counted(
                    usize::try_from(committed.days_since_1970() - day.days_since_1970())
                        .unwrap_or_default(),
                    "day",
                    "days"
                )
            )],
            "A commit tells when a text was recorded, not when it was published: look up when it \
             went online."
                .into(),
        ),
        Matter::EffectiveBeforePublished { effective, published } => (
            vec![format!(
                "The text is in force from {effective}, and was published on {published} only."
            )],
            "A change does not bind readers before they could know it: treat it as in force from \
             its publication on, or from a later day."
                .into(),
        ),
        Matter::NoticeTooShort { earliest, reason } => {
            let mut what = Vec::new();
            if let Some(edition) = edition {
                let days =
                    edition.effective.days_since_1970() - edition.published.days_since_1970();
                what.push(format!(
                    "Published on {}, in force from {}: {}. The first day allowed was {}: {}.",
                    edition.published,
                    edition.effective,
                    counted(usize::try_from(days).unwrap_or_default(), "day", "days"),
                    earliest.day,
                    without_marks(&earliest.why)
                ));
            }
            match reason {
                Some(reason) => {
                    what.push(format!("The reason on record: “{reason}”."));
                    (what, "Confirm that the exception named applied.".into())
                }
                None => (
                    what,
                    "Check whether an exception applied. If none did, treat the change as not in \
                     force before the first day allowed."
                        .into(),
                ),
            }
        }
        Matter::Behind { kind, reasons, .. } => {
            let mut what = vec![format!(
                "The clause changed in {} (binds), and not in the translation. The change is {}.",
                audit.source,
                kind.name()
            )];
            what.extend(because(finding, reasons));
            let edition = audit.edition(&finding.version);
            let was_confirmed = edition.is_some_and(|edition| !edition.is_imported);
            if was_confirmed {
                what.push(
                    "A release refuses what its record tells to be stale: somebody had confirmed \
                     that this translation still holds, or the record had been lost."
                        .into(),
                );
            }
            let todo = if finding.matter.end().is_some() {
                "Establish whether readers of the translation relied on the old text in that time."
            } else if was_confirmed {
                "Read both texts. If the translation does not say it, release one that does; until \
                 then tell its readers which language binds."
            } else {
                "Bring the translation up to date, or record that it still holds; until then tell \
                 its readers which language binds."
            };
            (what, todo.into())
        }
        Matter::FactsDiffer { differences, .. } => {
            let one = |difference: &ereje::audit::Difference| {
                format!("{} ({}).", capital(&difference.what), difference.rule)
            };
            let mut what: Vec<String> = differences.iter().map(one).collect();
            what.push(
                "The translation was not behind: neither text was waiting for the other.".into(),
            );
            let todo = "Decide which is right and correct the other; where the wrong one favours \
                        readers, assume that they may rely on it.";
            (what, todo.into())
        }
        Matter::ClauseKept { was_dropped, .. } => {
            let what = match was_dropped {
                true => "The binding text dropped the clause, and the translation kept it.",
                false => "The translation has a clause that the binding text never had.",
            };
            (
                vec![what.into()],
                "Remove it from the translation, or restore it in the binding text; until then its \
                 readers may rely on it."
                    .into(),
            )
        }
        Matter::ClauseMissing { was_there, .. } => {
            let what = match was_there {
                true => "The translation lost a clause that the binding text has.",
                false => "The translation never got a clause that the binding text has.",
            };
            (
                vec![what.into()],
                "Translate the clause; its readers were not told what it says.".into(),
            )
        }
        Matter::Untranslated { .. } => (
            vec![format!("The clause stands word for word as in {}.", audit.source)],
            "Translate it, or mark it as text in another language.".into(),
        ),
        Matter::NoNotice { kind, why } => {
            let mut what = vec![format!(
                "The change was released as {} and has no notice{}.",
                kind.name(),
                if finding.locale.is_some() { " in this language" } else { "" }
            )];
            what.extend(why.iter().map(|why| format!("{}.", capital(&without_marks(why)))));
            (
                what,
                "Tell readers now, and record how. Where they were told by other means, file the \
                 proof with this version."
                    .into(),
            )
        }
        Matter::NoNoticeOnRecord { versions } => {
            let material = versions.iter().filter(|(_, kind)| *kind == Kind::Material).count();
            let names: Vec<&str> = versions.iter().map(|(name, _)| name.as_str()).collect();
            (
                vec![format!(
                    "Of {} that change more than spelling or markup there is no record of a \
                     notice; {} material by its words. The versions: {}.",
                    counted(versions.len(), "imported version", "imported versions"),
                    match material {
                        0 => "none is".to_owned(),
                        1 => "1 is".to_owned(),
                        more => format!("{more} are"),
                    },
                    names.join(", ")
                )],
                "Look for e-mails, notices in apps and announcements of these days, and file them \
                 with the versions; what is left went out without a notice."
                    .into(),
            )
        }
        Matter::SeverityLowered { severity, floor, reason } => (
            vec![
                format!(
                    "The texts tell a {} change; it was released as {}, for which readers get no \
                     notice.",
                    floor.name(),
                    severity.name()
                ),
                match reason {
                    Some(reason) => format!("The reason on record: “{reason}”."),
                    None => "No reason is on record.".into(),
                },
            ],
            "Read the redline and confirm the reason; where it does not hold, tell readers now."
                .into(),
        ),
    }
}

/// The first reasons; the redline has all.
fn because(finding: &Finding, reasons: &[String]) -> Option<String> {
    const MOST: usize = 3;
    if reasons.is_empty() {
        return None;
    }
    // Of a finding about a clause, its name is told already.
    let own = finding.clause.as_ref().map(|clause| format!("`{}`: ", clause.id));
    let first: Vec<String> = reasons
        .iter()
        .take(MOST)
        .map(|reason| own.as_deref().and_then(|own| reason.strip_prefix(own)).unwrap_or(reason))
        .map(without_marks)
        .collect();
    let more = match reasons.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    Some(format!("What tells: {}{more}.", first.join("; ")))
}

/// Versions in a row.
fn range(versions: &[String]) -> String {
    match versions {
        [] => String::new(),
        [one] => format!("version {one}"),
        [first, .., last] => {
            format!("{} versions in a row, from {first} to {last}", versions.len())
        }
    }
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
