//! # `length-outlier`
//!
//! A translation that is much shorter or longer than its source, for the scripts
//! of both: half of a sentence is missing, or text of another clause is there.
//! Chinese needs a third of the letters that English does, which is taken into
//! account. Short texts vary too much to tell.
//!
//! ```ftl fails de
//! intro = Wir erheben Daten über Ihr Gerät.
//! # source.ftl
//! intro = We collect data about your device, such as its type, its language and the version of
//!     its system, and keep them for as long as you have an account with us.
//! ```
//!
//! ```ftl fails zh-Hans
//! intro = 我们收集数据。
//! # source.ftl
//! intro = We collect data about your device, such as its type, its language and the version of
//!     its system, and keep them for as long as you have an account with us.
//! ```
//!
//! ```ftl passes zh-Hans
//! intro = 我们会收集您的设备信息，例如设备类型、语言和系统版本，并在您持有我们的账户期间予以保存。
//! # source.ftl
//! intro = We collect data about your device, such as its type, its language and the version of
//!     its system, and keep them for as long as you have an account with us.
//! ```
//!
//! ```ftl passes ru
//! intro = Мы собираем данные о вашем устройстве: тип, язык и версию системы – и храним их, пока
//!     у вас есть учётная запись.
//! # source.ftl
//! intro = We collect data about your device, such as its type, its language and the version of
//!     its system, and keep them for as long as you have an account with us.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::{Comparison, Report};

pub(super) const RULE: Rule = Rule::new("length-outlier", Level::Advice, Check::Texts(check));

/// A source of less than so many letters tells nothing.
const LEAST: f64 = 60.0;
/// A translation is this much shorter or longer than expected…
const FACTOR: f64 = 2.5;
/// …or this much where the source has [`LONG`] letters.
const FACTOR_OF_LONG: f64 = 2.0;
const LONG: f64 = 250.0;

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let sources = texts.source.readings.iter().map(|reading| reading.letters().size);
    let shortest = sources.clone().fold(f64::INFINITY, f64::min);
    if shortest < LEAST {
        return;
    }
    let longest = sources.fold(0.0, f64::max);
    let factor = if shortest < LONG { FACTOR } else { FACTOR_OF_LONG };
    let outlier = texts.own.readings.iter().map(|own| own.letters().size).find_map(|own| {
        let is_short = own * factor < shortest;
        (is_short || own > longest * factor).then_some((own, is_short))
    });
    // An empty text is told by another rule.
    let Some((own, is_short)) = outlier.filter(|(own, _)| *own > 0.0) else { return };
    let message = if is_short {
        let share = own / shortest * 100.0;
        format!("this text says about {share:.0} percent of what its source does")
    } else {
        format!("this text is about {:.1} times as long as its source", own / longest)
    };
    let hint = "compare it with its source, sentence by sentence";
    report.at_texts(texts, ("", ""), message, hint);
}
