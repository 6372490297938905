//! # `glossary`
//!
//! A defined term that the source uses and the translation does not, nor the words
//! of it; or that the translation types out instead of using it. What is called by
//! two names is read as two things, and a term that is typed out stays behind when
//! its wording is changed. A term is one of `terms.ftl`.
//!
//! ```ftl fails de
//! intro = Die Anwendung erhebt nichts.
//! # terms.ftl
//! -personal-data = personenbezogene Daten
//! # source.ftl
//! intro = The app collects no { -personal-data }.
//! # terms.ftl
//! -personal-data = personal data
//! ```
//!
//! ```ftl fails ru
//! intro = Приложение не собирает персональные данные.
//! # terms.ftl
//! -personal-data =
//!     { $case ->
//!        *[nominative] персональные данные
//!         [genitive] персональных данных
//!     }
//! # source.ftl
//! intro = The app does not collect { -personal-data }.
//! # terms.ftl
//! -personal-data = personal data
//! ```
//!
//! ```ftl passes kk
//! intro = { -app(case: "nominative") } дербес деректерді жинамайды.
//! # terms.ftl
//! -app =
//!     { $case ->
//!        *[nominative] қолданба
//!         [genitive] қолданбаның
//!     }
//! -personal-data = дербес деректер
//! # source.ftl
//! intro = The { -app } does not collect { -personal-data }.
//! # terms.ftl
//! -app = app
//! -personal-data = personal data
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::prose::words;
use crate::terms::{forms, typed, used};
use crate::{Comparison, Report};

pub(super) const RULE: Rule = Rule::new("glossary", Level::Warning, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    if !texts.source.has_terms {
        return;
    }
    let wanted = used(&texts.from, texts.source);
    let own = used(&texts.to, texts.own);
    let times = |list: &[&str], name: &str| list.iter().filter(|used| **used == name).count();
    let mut told: Vec<&str> = Vec::new();
    for name in &wanted {
        let forms = forms(&texts.to, name);
        // The same words may be said once where the source says them twice.
        if forms.is_empty() || told.contains(name) || times(&own, name) > 0 {
            continue;
        }
        told.push(name);
        let written = typed(&texts.to, texts.own);
        if let Some(form) = forms.iter().find(|form| types_out(&written, form)) {
            let message = format!("“{form}” is typed out, the source uses the term `-{name}`");
            let hint = format!("use the term: `{{ -{name} }}`, in the form that fits");
            report.at_texts(texts, (form, &format!("-{name}")), message, &hint);
        } else if !texts.own.readings.iter().any(|r| forms.iter().any(|f| has_words(r.text(), f))) {
            let message = format!("the source uses the term `-{name}`, this text does not");
            let hint = format!("use the term: `{{ -{name} }}`, in the form that fits");
            report.at_texts(texts, ("", &format!("-{name}")), message, &hint);
        }
    }
}

/// Whether a text has a form of a term word by word, and not in a longer word.
fn types_out(written: &str, form: &str) -> bool {
    let is_end = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    form.chars().count() >= 4
        && written.match_indices(form).any(|(at, _)| {
            let (before, after) = (&written[..at], &written[at + form.len()..]);
            is_end(before.chars().next_back()) && is_end(after.chars().next())
        })
}

/// Whether a text has all words of a form of a term, as far as words keep their
/// letters when they are inflected.
fn has_words(text: &str, form: &str) -> bool {
    let lower = text.to_lowercase();
    let stems = words(form).into_iter().map(|word| {
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        letters[..letters.len() - letters.len() / 3].iter().collect::<String>()
    });
    stems.into_iter().all(|stem| lower.contains(&stem))
}
