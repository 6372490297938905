//! # `selector-not-in-source`
//!
//! A translation whose words depend on something that its source does not speak
//! of: a variable that the source text does not use, or one that chooses between
//! words there and not here. Readers of the two languages are then told different
//! things in cases that nobody compared.
//!
//! To choose by plural where the source need not is right for many languages, as
//! long as the source has the number.
//!
//! ```ftl fails de
//! intro = Wir löschen Ihre Daten{ $region ->
//!     [eu] {" "}nach 30 Tagen
//!    *[world] {" "}
//! }.
//! # source.ftl
//! intro = We delete your data after 30 days, in { $region }.
//! ```
//!
//! ```ftl fails ru
//! intro = { $count ->
//!     [one] Он
//!     [few] Они
//!     [many] Они
//!    *[other] Они
//! } видят ваши 30 слов.
//! # source.ftl
//! intro = They see your 30 words.
//! ```
//!
//! ```ftl passes ru
//! intro = Мы храним данные { $retention ->
//!     [one] { $retention } день
//!     [few] { $retention } дня
//!     [many] { $retention } дней
//!    *[other] { $retention } дня
//! }.
//! # source.ftl
//! intro = We keep data for up to { $retention } days.
//! ```
//!
//! ```ftl passes kk
//! intro = { $platform ->
//!     [ios] App Store
//!    *[android] Google Play
//! } арқылы.
//! # source.ftl
//! intro = From { $platform ->
//!     [android] Google Play
//!    *[other] the App Store
//! }.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::plurals::is_by_count;
use crate::{Comparison, Report};

pub(super) const RULE: Rule =
    Rule::new("selector-not-in-source", Level::Warning, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    for (variable, keys) in &texts.own.selectors {
        if texts.source.selectors.iter().any(|(known, _)| known == variable) {
            continue;
        }
        let name = format!("{{${variable}}}");
        let chooses = |choices: &[(String, String)]| choices.iter().any(|(by, _)| *by == name);
        let mut readings = texts.source.readings.iter();
        let is_used =
            readings.any(|reading| reading.written.contains(&name) || chooses(&reading.choices));
        if is_used && is_by_count(keys.iter().map(String::as_str)) {
            continue;
        }
        let (message, hint) = if is_used {
            let message =
                format!("the words depend on `${variable}` here, in the source they do not");
            (message, "say in one text what the source says, or let the source choose as well")
        } else {
            let message = format!("the source does not speak of `${variable}`");
            (message, "say what the source says, without this choice")
        };
        report.at_texts(texts, (&format!("${variable}"), ""), message, hint);
        return;
    }
}
