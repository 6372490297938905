//! # `number-mismatch`
//!
//! A figure that the source has and the translation has not, or the reverse: 30
//! days in one language and 13 in the other. Digits of every script count alike,
//! and so do the ways to group them. Where a form is chosen by a count, its
//! figure may be a word: “one day”.
//!
//! ```ftl fails ru
//! intro = Мы храним данные 13 дней.
//! # source.ftl
//! intro = We keep data for 30 days.
//! ```
//!
//! ```ftl fails kk
//! intro = Деректер сақталады.
//! # source.ftl
//! intro = Data are kept for 30 days.
//! ```
//!
//! ```ftl passes ar
//! intro = نحتفظ بالبيانات ١٬٠٠٠ يوم.
//! # source.ftl
//! intro = We keep data for 1,000 days.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::comparison::between_facts;
use crate::figures::{figures, has_digits};
use crate::{Comparison, Reading, Report};

pub(super) const RULE: Rule = Rule::new("number-mismatch", Level::Error, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    // As written, most texts have none or the same; then they have as read.
    if !texts.any(has_digits)
        || texts.odd(|reading| sorted(between_facts(&reading.written))).is_none()
    {
        return;
    }
    let numbers = |reading: &Reading| sorted(between_facts(reading.text()));
    let Some((reading, own, expected)) = texts.odd(numbers) else { return };
    // In a form chosen by a count, a word may say the figure.
    if !reading.choices.is_empty() && own.iter().all(|n| expected.iter().any(|e| e.contains(n))) {
        return;
    }
    let nearest = expected.iter().min_by_key(|expected| different(expected, &own));
    let Some(source) = nearest else { return };
    let missing: Vec<&str> = lacking(source, &own);
    let extra: Vec<&str> = lacking(&own, source);
    let message = match (missing.as_slice(), extra.as_slice()) {
        ([], extra) => format!("the source does not say {}", listed(extra)),
        (missing, []) => format!("the source says {}, this text does not", listed(missing)),
        (missing, extra) => {
            format!("the source says {}, this text {}", listed(missing), listed(extra))
        }
    };
    let typed = extra.first().copied().unwrap_or_default();
    let hint = "say the same figures; better still, make a fact of each in policy.toml";
    let shown = missing.first().copied().unwrap_or_default();
    report.at_texts(texts, (typed, shown), message, hint);
}

fn sorted<'t>(words: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut numbers: Vec<String> = words.flat_map(figures).collect();
    numbers.sort_unstable();
    numbers
}

/// What the first list has more often than the second.
fn lacking<'l>(list: &'l [String], other: &[String]) -> Vec<&'l str> {
    let mut other: Vec<&String> = other.iter().collect();
    let mut lacking = Vec::new();
    for one in list {
        match other.iter().position(|known| *known == one) {
            Some(at) => {
                other.swap_remove(at);
            }
            None => lacking.push(one.as_str()),
        }
    }
    lacking
}

fn different(list: &[String], other: &[String]) -> usize {
    lacking(list, other).len() + lacking(other, list).len()
}

fn listed(numbers: &[&str]) -> String {
    numbers.iter().map(|number| format!("“{number}”")).collect::<Vec<_>>().join(", ")
}
