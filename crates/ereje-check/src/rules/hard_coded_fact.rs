//! # `hard-coded-fact`
//!
//! An e-mail address or an amount of money typed into the source text, or what a
//! fact of the policy says typed instead of the fact. It has to be changed in every
//! language by hand, and each can be forgotten. A fact is declared once in
//! policy.toml, and all languages show the same.
//!
//! Told in the source language alone: when its text states the fact, the
//! translations are asked to do so as well. Dates have `hand-typed-date`.
//!
//! ```ftl fails
//! intro = Write to <privacy@example.org>.
//! ```
//!
//! ```ftl fails
//! intro = We answer at help@example.com.
//! ```
//!
//! ```ftl fails
//! intro = A copy costs 20 EUR.
//! ```
//!
//! ```ftl fails
//! intro = A copy costs $9.99 for each page.
//! ```
//!
//! ```ftl fails
//! # { $retention } is declared.
//! intro = We keep letters for 30 days, or { $retention }.
//! ```
//!
//! ```ftl passes
//! intro = Write to <{ $support-email }>. See Article 20 EU, US 9 and the [law](https://example.com/30).
//! ```

use std::collections::HashSet;

use ereje::catalog::{Reference, literal_text, references};
use ereje::diagnostic::Level;
use ereje::fact::Fact;

use super::{Check, Owner, Rule, patterns, typed_nth};
use crate::addresses::emails;
use crate::figures::{figure_at, next_digit};
use crate::{Report, Subject};

pub(super) const RULE: Rule = Rule::new("hard-coded-fact", Level::Warning, Check::Messages(check));

/// The codes of the currencies that are traded most, and that of Kazakhstan.
const CURRENCIES: [&str; 22] = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "INR", "JPY", "KRW",
    "KZT", "MXN", "NOK", "PLN", "RUB", "SEK", "TRY", "UAH", "USD",
];
const SIGNS: [char; 9] = ['$', '€', '£', '¥', '₸', '₽', '₴', '₹', '₩'];

/// Numbers up to this one are too frequent to be taken for the length of time that
/// happens to have the same.
const USUAL: u32 = 12;

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    if *subject.catalog.locale != subject.manifest.source_locale {
        return;
    }
    // What no text states is told by `unused-fact`.
    let stated: HashSet<&str> = patterns(subject.file())
        .flat_map(|(_, pattern)| references(pattern))
        .filter_map(|reference| match reference {
            Reference::Variable { name, .. } => Some(name),
            _ => None,
        })
        .collect();
    for (owner, pattern) in patterns(subject.file()) {
        let Owner::Message(message) = owner else { continue };
        let text = literal_text(pattern);
        for (found, hint) in facts(&text, subject, &stated) {
            let place = (subject.file(), typed_nth(subject.file(), message, &found, 0));
            report.at_clause(place, message, format!("“{found}” is typed by hand"), &hint);
        }
    }
}

/// What could be facts in a text, and how to write each.
fn facts(text: &str, subject: &Subject<'_>, stated: &HashSet<&str>) -> Vec<(String, String)> {
    let declared = |is: &dyn Fn(&Fact) -> bool| {
        let mut facts = subject.manifest.facts.iter();
        let fact = facts.find(|(name, fact)| is(fact) && stated.contains(name.as_str()));
        fact.map(|(name, _)| format!("write `{{ ${name} }}`"))
    };
    let declare = |name: &str, value: String| {
        format!(
            "declare it in policy.toml, as `{name} = {{ {value} }}` below `[facts]`, and write \
             `{{ ${name} }}`"
        )
    };
    let mut found = Vec::new();
    for email in emails(text) {
        let known =
            declared(&|fact| matches!(fact, Fact::Email(own) if own.to_lowercase() == email));
        let hint =
            known.unwrap_or_else(|| declare("contact-email", format!("email = \"{email}\"")));
        found.push((email, hint));
    }
    for fact in subject.manifest.facts.values() {
        if let Fact::Url(url) = fact
            && text.contains(url.as_str())
        {
            found.extend(declared(&|other| other == fact).map(|hint| (url.clone(), hint)));
        }
    }
    found.extend(figures(text).into_iter().filter_map(|(typed, number, is_money)| {
        let known = declared(&|fact| match fact {
            Fact::Money(amount, _) => is_money && *amount == number,
            Fact::Duration(length, _) => {
                !is_money && *length > USUAL && length.to_string() == number
            }
            _ => false,
        });
        let hint = match (known, is_money) {
            (Some(hint), _) => hint,
            (None, true) => declare("fee", format!("money = \"{number} EUR\"")),
            (None, false) => return None,
        };
        Some((typed, hint))
    }));
    found
}

/// The figures of a text as typed and as a number, and whether each is an amount.
fn figures(text: &str) -> Vec<(String, String, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(text.as_bytes(), at, |_| false) {
        let (figure, end) = figure_at(text, start);
        at = end.max(start + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        let Some(figure) = figure.filter(|figure| !figure.in_word) else { continue };
        let before = text[..start].trim_end();
        let behind = text[end..].trim_start();
        let is_address = text[..start]
            .rsplit(char::is_whitespace)
            .next()
            .is_some_and(|word| word.contains("://") || word.contains('@'));
        let has_code = |text: &str, code: &str| {
            text.strip_suffix(code).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        let is_money = before.ends_with(SIGNS)
            || behind.starts_with(SIGNS)
            || CURRENCIES.iter().any(|code| {
                let rest = behind.strip_prefix(code);
                has_code(before, code)
                    || rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            });
        if !is_address {
            found.push((text[start..end].to_owned(), figure.number, is_money));
        }
    }
    found
}
