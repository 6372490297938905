//! The words of the report that are made here and not in its template. A report in
//! another language has another such file.

mod finding;

use ereje::audit::{Audit, Edition, Matter, Unjudged, Weight};

pub(super) use finding::words;

/// What a weight is called in data and style sheets.
pub(super) fn weight_name(weight: Weight) -> &'static str {
    match weight {
        Weight::High => "high",
        Weight::Medium => "medium",
        Weight::Low => "low",
    }
}

/// What a weight is called.
pub(super) fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::High => "High",
        Weight::Medium => "Medium",
        Weight::Low => "Low",
    }
}

/// What a kind of finding is called.
pub(super) fn label(matter: &Matter) -> &'static str {
    match matter {
        Matter::DateUnchanged { .. } => "Text changed under an unchanged date",
        Matter::DateMissing { .. } => "Page without a date",
        Matter::DateMalformed { .. } => "Date that can not be read",
        Matter::DateBackwards { .. } => "Date before the one it replaced",
        Matter::DatesDiffer { .. } => "Languages dated differently",
        Matter::DatedBeforeCommit { .. } => "Date before the commit",
        Matter::EffectiveBeforePublished { .. } => "In force before it was published",
        Matter::NoticeTooShort { .. } => "Notice too short",
        Matter::Behind { .. } => "Translation behind its source",
        Matter::FactsDiffer { .. } => "Languages state different facts",
        Matter::ClauseKept { .. } => "Clause that the binding text lacks",
        Matter::ClauseMissing { .. } => "Clause missing in a translation",
        Matter::Untranslated { .. } => "Clause left in the source language",
        Matter::NoNotice { .. } => "Change without a notice",
        Matter::NoNoticeOnRecord { .. } => "No notice on record",
        Matter::SeverityLowered { .. } => "Weight of a change lowered",
    }
}

/// A sentence of the rules without the signs of the terminal.
pub(super) fn without_marks(sentence: &str) -> String {
    sentence.replace('`', "")
}

/// A number of things.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Where the texts come from.
pub(super) fn sources(audit: &Audit) -> String {
    let imported = || audit.editions.iter().filter_map(|edition| edition.imported.as_ref());
    let commits = imported().filter(|one| one.committed.is_some()).count();
    let files = imported().count() - commits;
    let lost = audit.without_origin().len();
    let released = audit.editions.len() - commits - files - lost;
    let mut parts = Vec::new();
    if commits > 0 {
        parts
            .push(format!("{} imported from git commits", counted(commits, "version", "versions")));
    }
    if files > 0 {
        parts.push(format!("{} imported from files", counted(files, "version", "versions")));
    }
    if lost > 0 {
        let own = counted(lost, "version", "versions");
        parts.push(format!("{own} imported, of whose origin nothing is on record"));
    }
    if released > 0 {
        let own = counted(released, "version", "versions");
        parts.push(format!("{own} released with Ereje and frozen at that time"));
    }
    parts.join(", ")
}

/// Where a version comes from.
pub(super) fn source(edition: &Edition) -> String {
    let Some(imported) = &edition.imported else {
        let known = if edition.is_imported { "imported; no origin on record" } else { "released" };
        return known.to_owned();
    };
    let is_commit = imported.committed.is_some();
    let name = short(&imported.revision, is_commit);
    match &imported.committed {
        Some(when) => format!("commit {name} of {}", when.get(..10).unwrap_or(when)),
        None => name.to_owned(),
    }
}

/// A commit's id, as people write it.
pub(super) fn short(revision: &str, is_commit: bool) -> &str {
    if is_commit { revision.get(..12).unwrap_or(revision) } else { revision }
}

/// What kind of change a version is.
pub(super) fn kind(edition: &Edition) -> String {
    let (severity, floor) = (edition.severity, edition.floor);
    if severity == floor {
        return severity.name().to_owned();
    }
    format!("{} (its texts tell: {})", severity.name(), floor.name())
}

/// What could not be judged, and why.
pub(super) fn unjudged(unjudged: &Unjudged) -> String {
    match unjudged {
        Unjudged::OneVersion => "There is one version: no change could be judged.".into(),
        Unjudged::OneLanguage => {
            "One language was looked at: there is no translation to compare it with.".into()
        }
        Unjudged::Periods { versions } => format!(
            "Notice periods of {}: the page bore one day, which stands for publication and effect \
             alike.",
            counted(*versions, "imported version", "imported versions")
        ),
        Unjudged::Notices { versions } => format!(
            "Whether readers were told of {} by e-mail, in the app or otherwise: an import sees \
             the pages alone.",
            counted(*versions, "imported version", "imported versions")
        ),
        Unjudged::NoProfile => "Whether notice periods were long enough: the policy names neither \
                                a law (notice.profiles) nor a number of days (notice.days). The \
                                periods are shown as plain numbers."
            .into(),
        Unjudged::PageLeftOut { version, locale, path } => format!(
            "The page {path} ({locale}) was there in the revision of version {version}, which has \
             no text in that language: it was left out of the comparison."
        ),
        Unjudged::LanguageFrom { locale, version } => format!(
            "The language {locale} is there from version {version} on. It was taken to be in step \
             with its source then; facts and missing clauses were compared all the same."
        ),
        Unjudged::LanguageGone { locale, version } => format!(
            "The language {locale} is not in version {version}, which follows one that has it: \
             nothing of it can be judged while it is not there."
        ),
        Unjudged::Editorial { locale, changes } => format!(
            "{} of spelling, punctuation or markup alone in the source, which {locale} need not \
             follow and did not; until either text changed again, the facts of these clauses were \
             not compared.",
            counted(*changes, "change", "changes")
        ),
        Unjudged::Ahead { locale, clause, version } => format!(
            "Whether {locale} was behind with the clause {clause} from version {version} on: it \
             had changed one version before its source, and may have been ahead."
        ),
        Unjudged::Words { locales } => {
            let tags: Vec<&str> = locales.iter().map(ereje::locale::Locale::tag).collect();
            format!(
                "Negations and words such as “may” and “must” are not known in {}: the kind of a \
                 change there may be more than told.",
                tags.join(", ")
            )
        }
        Unjudged::NoOrigin { versions } => format!(
            "What the page said of its day, and when it was committed, in {}: imported, and \
             nothing is on record of where from. Only the versions' own records were judged, so \
             that findings which rest on page or commit can not appear: none here is no proof.",
            match versions.as_slice() {
                [first, .., last] => {
                    format!("{} versions, the first {first}, the last {last}", versions.len())
                }
                _ => format!("version {}", versions.concat()),
            }
        ),
        Unjudged::Shallow => "What came before the first version: the history was imported from a \
                              shallow clone, which lacks earlier commits."
            .into(),
        Unjudged::Unreadable { revision, path, why } => format!(
            "The page {path} in revision {}: {why}. It counts as unchanged.",
            short(revision, true)
        ),
        Unjudged::NoCommits { revisions } => format!(
            "When {} made: they come from files, whose names alone tell a day.",
            counted(*revisions, "revision was", "revisions were")
        ),
    }
}
