//! How an audit compares texts: with the redlines of `diff` and the rules of `check`.

use ereje::audit::{Difference, Weight};
use ereje::catalog::{FtlFile, pattern};
use ereje::change::Changes;
use ereje::locale::Locale;
use ereje::version::ClauseText;
use ereje_audit::{Clauses, Comparisons, Topics, Weighed, weight_of};
use ereje_check::{Form, Side, Texts, check_texts};
use ereje_diff::{Reason, Tell};

use crate::redlines;

/// The rules whose findings are facts that differ.
const RULES: [&str; 3] = ["number-mismatch", "link-mismatch", "email-mismatch"];

pub(super) fn comparisons() -> Comparisons<'static> {
    Comparisons { compare: &redlines::compare, weigh: &weigh, facts: &facts, knows: &knows }
}

fn knows(locale: &Locale) -> bool {
    ereje_diff::knows(locale.language())
}

fn weigh(changes: &Changes, locale: &Locale, topics: &Topics<'_>) -> Vec<Weighed> {
    let reasons = ereje_diff::weigh(changes, locale.language(), |id| topics(id));
    let one = |reason: Reason| Weighed {
        why: reason.in_words(),
        kind: reason.kind,
        // Most links that change lead to the same page at another address.
        weight: match reason.what {
            Tell::Links(..) => Weight::Medium,
            _ => weight_of(reason.kind),
        },
        clause: reason.clause,
    };
    reasons.into_iter().map(one).collect()
}

/// What the rules of `check` tell of frozen clauses. They look at Fluent files, so the
/// clauses become such, each a message.
fn facts((source, sources): Clauses<'_>, (own, owns): Clauses<'_>) -> Vec<Difference> {
    let file = |locale: &Locale, clauses: &[&ClauseText]| {
        let text: String = clauses.iter().map(|clause| message(clause)).collect();
        FtlFile::parse(format!("{locale}.ftl"), text)
    };
    let (from, to) = (file(source, sources), file(own, owns));
    let texts = |locale, file| Texts::of(locale, file, None, Form::Markdown);
    let (from_texts, to_texts) = (texts(source, &from), texts(own, &to));
    let told = check_texts(
        Side { texts: &from_texts, file: &from, terms: None },
        Side { texts: &to_texts, file: &to, terms: None },
        None,
        (false, &|rule| RULES.contains(&rule.name)),
    );
    let one = |told: ereje::diagnostic::Diagnostic| {
        let (rule, what) = (told.rule.to_owned(), told.message);
        Some(Difference {
            clause: told.clause?,
            rule,
            what: what.replace("this text", "the translation"),
        })
    };
    let mut differences: Vec<Difference> = told.into_iter().filter_map(one).collect();
    differences.sort();
    differences.dedup();
    differences
}

fn message(clause: &ClauseText) -> String {
    let mut out = clause.id.clone() + " =";
    if clause.text.trim().is_empty() {
        out.push('\n');
    } else {
        out.push_str(&pattern(&clause.text, 4));
    }
    if let Some(heading) = &clause.heading {
        out.push_str("    .heading =");
        out.push_str(&pattern(heading, 8));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str, own: &str) -> Vec<String> {
        let locale = |tag| Locale::parse(tag).expect("a locale");
        let clause =
            |text: &str| ClauseText { id: "use".into(), heading: None, text: text.to_owned() };
        let (from, to) = (clause(source), clause(own));
        let found = facts((&locale("en"), &[&from]), (&locale("de"), &[&to]));
        found.into_iter().map(|one| format!("{}: {}", one.rule, one.what)).collect()
    }

    #[test]
    fn frozen_clauses_are_compared_by_the_rules_of_check() {
        let number = "number-mismatch: the source says “30”, the translation “13”";
        assert_eq!(told("Kept {30} days.", "{13} Tage bewahrt."), [number]);
        assert_eq!(told("Kept\n\n* 30 days.", "Bewahrt\n\n* 30 Tage."), [""; 0]);
        let mail = "email-mismatch: the source names “a@b.example”, the translation “c@b.example”";
        assert_eq!(told("Write to <a@b.example>.", "An <c@b.example>."), [mail]);
        let link = told("[Terms](https://a.example/x)", "[AGB](https://a.example/y)");
        assert!(link[0].starts_with("link-mismatch: the source leads to"), "{link:?}");
    }
}
