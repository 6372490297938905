//! `[lints]`, `[[levels]]` and `[[suppress]]` of `ereje.toml`: how much findings
//! weigh in this workspace, in one of its policies, languages or clauses, and which
//! ones are known and accepted.
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

/// Where something counts: everywhere, but for what is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// In this policy alone.
    pub policy: Option<Named>,
    /// In this locale alone.
    pub locale: Option<Named>,
    /// In this clause alone.
    pub clause: Option<Named>,
}

/// A name, and where it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name, as typed.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

impl Scope {
    /// Whether it counts there.
    #[must_use]
    pub fn covers(&self, policy: Option<&str>, locale: Option<&str>, clause: Option<&str>) -> bool {
        let fits = |named: &Option<Named>, is: Option<&str>| {
            named.as_ref().is_none_or(|named| Some(named.name.as_str()) == is)
        };
        fits(&self.policy, policy) && fits(&self.locale, locale) && fits(&self.clause, clause)
    }

    /// How narrow it is: a clause is narrower than a locale, a locale than a policy,
    /// and what names more of them than what names less.
    #[must_use]
    pub fn rank(&self) -> (bool, bool, bool) {
        (self.clause.is_some(), self.locale.is_some(), self.policy.is_some())
    }

    /// Whether both name the same.
    #[must_use]
    pub fn is_same(&self, other: &Scope) -> bool {
        let name = |named: &Option<Named>| named.as_ref().map(|named| named.name.clone());
        let names = |scope: &Scope| [&scope.policy, &scope.locale, &scope.clause].map(name);
        names(self) == names(other)
    }
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
    /// Where it counts.
    pub scope: Scope,
    /// Where its name stands.
    pub place: Place,
}

/// Findings of a rule that are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The rule's name, as typed.
    pub rule: String,
    /// Where they are accepted.
    pub scope: Scope,
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

/// Reads them from the root of `ereje.toml`.
pub(crate) fn read_lints(root: &Table<'_>) -> Lints {
    let everywhere = settings(root, &Scope::default());
    let narrower = root.tables("levels");
    let narrower = narrower.iter().filter_map(levels).flatten();
    let suppressions = root.tables("suppress");
    Lints {
        levels: everywhere.into_iter().chain(narrower).collect(),
        suppressions: suppressions.iter().filter_map(suppression).collect(),
    }
}

/// The levels in the table `lints` of a table.
fn settings(table: &Table<'_>, scope: &Scope) -> Vec<Setting> {
    let Some(table) = table.table("lints") else { return Vec::new() };
    let entries = table.entries();
    let read = entries.filter_map(|(rule, span, value)| setting(&table, (rule, span), value));
    read.map(|set| Setting { scope: scope.clone(), ..set }).collect()
}

/// One of `[[levels]]`.
fn levels(table: &Table<'_>) -> Option<Vec<Setting>> {
    table.only(&["policy", "locale", "clause", "lints"]);
    let scope = scope(table)?;
    if scope == Scope::default() {
        let message = "`[[levels]]` names no policy, locale or clause".to_owned();
        let hint = "name one; levels that count everywhere stand in `[lints]`";
        table.fault("missing-key", message, table.span(), hint);
        return None;
    }
    if table.get("lints").is_none() {
        let message = "`lints` is missing in `[[levels]]`".to_owned();
        let hint = "add the levels that count there, as in `lints = { image = \"warning\" }`";
        table.fault("missing-key", message, table.span(), hint);
    }
    Some(settings(table, &scope))
}

/// Where something counts; nothing where that can not be read, as it must not
/// count for more than was meant.
fn scope(table: &Table<'_>) -> Option<Scope> {
    let named = |key: &str| match (table.get(key), table.text(key)) {
        (None, _) => Some(None),
        (Some(value), Some(name)) => {
            Some(Some(Named { name: name.to_owned(), place: table.place(value.span()) }))
        }
        (Some(_), None) => None,
    };
    let (policy, locale, clause) = (named("policy"), named("locale"), named("clause"));
    Some(Scope { policy: policy?, locale: locale?, clause: clause? })
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
    let (rule, scope) = (rule.to_owned(), Scope::default());
    Some(Setting { rule, level: *level, reason, scope, place: table.place(span) })
}

fn suppression(table: &Table<'_>) -> Option<Suppression> {
    table.only(&["rule", "policy", "locale", "clause", "reason", "expires"]);
    let rule = table.required("rule", "\"number-mismatch\"");
    let reason = table.required("reason", "\"why it is right as it is\"");
    let scope = scope(table);
    let expires = table.date("expires");
    let is_sound = expires.is_some() || table.get("expires").is_none();
    let place = table.place(table.get("rule").map_or(table.span(), |value| value.span()));
    let (rule, reason) = (rule?.to_owned(), reason?.to_owned());
    let read = Suppression { rule, scope: scope?, reason, expires, place };
    is_sound.then_some(read)
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
        let name = |named: &Option<Named>| named.as_ref().map(|named| named.name.clone());
        let Scope { policy, locale, .. } = &only.scope;
        assert_eq!((name(policy), name(locale)), (Some("privacy".into()), None));
        assert_eq!(only.place.line, 2);
    }

    #[test]
    fn levels_may_count_for_a_part_alone() {
        let (lints, found) = read(
            "[lints]\nimage = \"off\"\n\
             [[levels]]\nlocale = \"kk\"\nclause = \"use\"\n\
             lints = { image = \"error\", glossary = { level = \"off\", reason = \"a\" } }\n\
             [[levels]]\npolicy = \"terms\"\n[levels.lints]\nimage = \"advice\"\n",
        );
        assert_eq!(found, Vec::<String>::new());
        let all = lints.levels.iter();
        let all: Vec<_> = all.map(|set| (set.rule.as_str(), set.scope.rank())).collect();
        let (clause, policy) = ((true, true, false), (false, false, true));
        let everywhere = (false, false, false);
        assert_eq!(
            all,
            [("image", everywhere), ("image", clause), ("glossary", clause), ("image", policy)]
        );
        let kk = &lints.levels[1].scope;
        assert!(kk.covers(Some("privacy"), Some("kk"), Some("use")));
        assert!(!kk.covers(Some("privacy"), Some("kk"), None));
        assert!(clause > policy && policy > everywhere);
    }

    #[test]
    fn levels_that_name_no_part_are_told() {
        let (lints, found) = read(
            "[[levels]]\nlints = { image = \"off\" }\n\
             [[levels]]\nlocale = 1\nlints = { image = \"off\" }\n\
             [[levels]]\nlocale = \"kk\"\nimage = \"off\"\n",
        );
        assert_eq!(
            found,
            [
                "1 `[[levels]]` names no policy, locale or clause / \
                 name one; levels that count everywhere stand in `[lints]`",
                "4 `locale` must be text in quotation marks / ",
                "8 unknown key `image` in `[levels]` / \
                 the keys here are `policy`, `locale`, `clause` and `lints`",
                "6 `lints` is missing in `[[levels]]` / \
                 add the levels that count there, as in `lints = { image = \"warning\" }`",
            ]
        );
        assert_eq!(lints.levels, []);
    }
}
