//! `[lints]` and `[[suppress]]` of `ereje.toml`: how much findings weigh in this
//! workspace, and which ones are known and accepted.
//!
//! What is read here is what was typed; whether the rules exist, and which of
//! them may be lowered, is for those to say who know the rules.

use std::ops::Range;

use crate::diagnostic::{Level, Place, nearest};
use crate::fact::Date;
use crate::settings::{Table, Value};

/// How findings weigh, and which are accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lints {
    /// Rules that weigh other than they do by themselves.
    pub levels: Vec<Setting>,
    /// Findings that are known and accepted.
    pub suppressions: Vec<Suppression>,
}

/// The level of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The rule's name, as typed.
    pub rule: String,
    /// How much its findings weigh; nothing where it is off.
    pub level: Option<Level>,
    /// Why.
    pub reason: Option<String>,
    /// Where its name stands.
    pub place: Place,
}

/// Findings of a rule that are accepted. Without a policy, locale or clause it
/// counts for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The rule's name, as typed.
    pub rule: String,
    /// In this policy alone.
    pub policy: Option<String>,
    /// In this locale alone.
    pub locale: Option<String>,
    /// In this clause alone.
    pub clause: Option<String>,
    /// Why.
    pub reason: String,
    /// The last day on which it counts.
    pub expires: Option<Date>,
    /// Where the rule's name stands.
    pub place: Place,
}

/// What a level is called; nothing is what `off` stands for.
const LEVELS: [(&str, Option<Level>); 4] = [
    ("error", Some(Level::Error)),
    ("warning", Some(Level::Warning)),
    ("advice", Some(Level::Advice)),
    ("off", None),
];

/// Reads both from the root of `ereje.toml`.
pub(crate) fn read_lints(root: &Table<'_>) -> Lints {
    let levels = root.table("lints").map(|table| {
        let entries = table.entries();
        entries.filter_map(|(rule, span, value)| setting(&table, (rule, span), value)).collect()
    });
    let suppressions = root.tables("suppress");
    Lints {
        levels: levels.unwrap_or_default(),
        suppressions: suppressions.iter().filter_map(suppression).collect(),
    }
}

fn setting<'s>(
    table: &Table<'s>,
    (rule, span): (&'s str, Range<usize>),
    value: Value<'s>,
) -> Option<Setting> {
    let mut reason = None;
    let (name, at) = match value.text() {
        Some(name) => (name, value.span()),
        None => {
            let Some(details) = table.table_of(rule, value) else {
                let hint = format!("write `{rule} = \"warning\"`");
                table.fault("wrong-type", format!("`{rule}` has no level"), value.span(), &hint);
                return None;
            };
            details.only(&["level", "reason"]);
            if details.get("reason").is_some() {
                reason = Some(details.required("reason", "\"…\"")?.to_owned());
            }
            let name = details.required("level", "\"warning\"")?;
            (name, details.get("level").map_or(value.span(), |level| level.span()))
        }
    };
    let Some((_, level)) = LEVELS.iter().find(|(known, _)| *known == name) else {
        let hint = match nearest(name, LEVELS.iter().map(|(known, _)| *known)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "the levels are `error`, `warning`, `advice` and `off`".to_owned(),
        };
        table.fault("wrong-type", format!("`{name}` is no level"), at, &hint);
        return None;
    };
    Some(Setting { rule: rule.to_owned(), level: *level, reason, place: table.place(span) })
}

fn suppression(table: &Table<'_>) -> Option<Suppression> {
    table.only(&["rule", "policy", "locale", "clause", "reason", "expires"]);
    let rule = table.required("rule", "\"number-mismatch\"");
    let reason = table.required("reason", "\"why it is right as it is\"");
    let text = |key| table.text(key).map(str::to_owned);
    let (policy, locale, clause) = (text("policy"), text("locale"), text("clause"));
    let expires = table.date("expires");
    let is_sound = |key, is_read: bool| is_read || table.get(key).is_none();
    // One that could not be read must not count for more than was meant.
    let sound = [
        is_sound("policy", policy.is_some()),
        is_sound("locale", locale.is_some()),
        is_sound("clause", clause.is_some()),
        is_sound("expires", expires.is_some()),
    ];
    let place = table.place(table.get("rule").map_or(table.span(), |value| value.span()));
    let (rule, reason) = (rule?.to_owned(), reason?.to_owned());
    let read = Suppression { rule, policy, locale, clause, reason, expires, place };
    sound.iter().all(|sound| *sound).then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn read(text: &str) -> (Lints, Vec<String>) {
        let (lints, found) = Settings::read("ereje.toml", text, |root| read_lints(&root));
        let tell = |d: crate::diagnostic::Diagnostic| {
            let line = d.place.map_or(0, |place| place.line);
            format!("{line} {} / {}", d.message, d.hint.unwrap_or_default())
        };
        (lints, found.into_iter().map(tell).collect())
    }

    #[test]
    fn a_level_is_a_word_or_a_word_with_a_reason() {
        let (lints, found) = read(
            "[lints]\nimage = \"off\"\nraw-html = { level = \"advice\", reason = \"our own\" }\n",
        );
        assert_eq!(found, Vec::<String>::new());
        let levels: Vec<_> = lints
            .levels
            .iter()
            .map(|set| (set.rule.as_str(), set.level, set.reason.as_deref()))
            .collect();
        assert_eq!(
            levels,
            [("image", None, None), ("raw-html", Some(Level::Advice), Some("our own"))]
        );
        assert_eq!(lints.levels[1].place.line, 3);
    }

    #[test]
    fn every_fault_is_told() {
        let (lints, found) = read(
            "[lints]\nimage = \"warnign\"\nundated = 3\n\n\
             [[suppress]]\nrule = \"image\"\nexpires = \"soon\"\n\n\
             [[suppress]]\nrule = \"image\"\nlocale = 1\nreason = \"a\"\n",
        );
        assert_eq!(
            found,
            [
                "2 `warnign` is no level / did you mean `warning`?",
                "3 `undated` has no level / write `undated = \"warning\"`",
                "5 `reason` is missing in `[suppress]` / add `reason = \"why it is right as it is\"`",
                "7 `expires` must be a day such as `2026-11-15` / ",
                "11 `locale` must be text in quotation marks / ",
            ]
        );
        assert_eq!(lints, Lints::default(), "what could not be read counts for nothing");
    }

    #[test]
    fn a_suppression_says_what_it_counts_for() {
        let (lints, found) = read(
            "[[suppress]]\nrule = \"image\"\npolicy = \"privacy\"\n\
             clause = \"use\"\nreason = \"a\"\nexpires = 2027-01-31\n",
        );
        assert_eq!(found, Vec::<String>::new());
        let only = &lints.suppressions[0];
        assert_eq!(only.expires, Date::parse("2027-01-31"));
        assert_eq!((only.policy.as_deref(), only.locale.as_deref()), (Some("privacy"), None));
        assert_eq!(only.place.line, 2);
    }
}
