//! # `email-mismatch`
//!
//! An e-mail address that the source has and the translation has not, or the
//! reverse, as text or behind a link. Readers of one language would write to
//! somebody else, or to nobody, and a right that is exercised by writing would be
//! lost to them. In the messages of programs addresses that show what one looks like
//! (`yourname@example.com`) are left to the translators.
//!
//! ```ftl fails de
//! intro = Schreiben Sie an <hilfe@example.com>.
//! # source.ftl
//! intro = Write to <help@example.com>.
//! ```
//!
//! ```ftl fails ru
//! intro = Напишите нам, чтобы удалить учётную запись.
//! # source.ftl
//! intro = To delete your account, [write to us](mailto:help@example.com).
//! ```
//!
//! ```ftl fails ja
//! intro =
//!     { $country ->
//!         [jp] help@example.jpまでご連絡ください。
//!        *[other] help@example.comまでご連絡ください。
//!     }
//! # source.ftl
//! intro = Write to help@example.com{ $country ->
//!     [jp] {" "}from Japan
//!    *[other] {""}
//! }.
//! ```
//!
//! ```ftl passes tr
//! intro = Bize [help@example.com](mailto:help@example.com)'a yazın.
//! # source.ftl
//! intro = Write to <Help@example.com>.
//! ```
//!
//! ```ftl passes ja
//! intro = 連絡先は help\@example.com、または <help@example.com> です。
//! # source.ftl
//! intro = Write to us: <help@example.com>.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule, listed};
use crate::addresses::{emails, is_example};
use crate::comparison::{different, lacking};
use crate::{Comparison, Form, Reading, Report};

pub(super) const RULE: Rule = Rule::new("email-mismatch", Level::Error, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    // As written, most texts have none or the same; then they have as read.
    let mut all = texts.source.readings.iter().chain(&texts.own.readings);
    if !all.any(|reading| reading.sketch().has_at)
        || texts.odd(|reading| emails(&reading.written)).is_none()
    {
        return;
    }
    let form = texts.to.texts.form;
    let Some((_, own, expected)) = texts.odd(|reading| read(reading, form)) else { return };
    let nearest = expected.iter().min_by_key(|expected| different(expected, &own));
    let Some(source) = nearest else { return };
    let (missing, extra) = (lacking(source, &own), lacking(&own, source));
    if form == Form::Plain && !missing.is_empty() && missing.iter().all(|one| is_example(one)) {
        return;
    }
    let message = match (missing.as_slice(), extra.as_slice()) {
        ([], extra) => format!("the source does not name {}", listed(extra)),
        (missing, []) => format!("the source names {}, this text does not", listed(missing)),
        (missing, extra) => {
            format!("the source names {}, this text {}", listed(missing), listed(extra))
        }
    };
    let hint = "name the same addresses; better still, make a fact of each in policy.toml";
    let hint = if form == Form::Plain { "name the same addresses" } else { hint };
    let first = |list: &[&str]| list.first().copied().unwrap_or_default().to_owned();
    report.at_texts(texts, (&first(&extra), &first(&missing)), message, hint);
}

fn read(reading: &Reading, form: Form) -> Vec<String> {
    if form == Form::Plain {
        return emails(&reading.written);
    }
    let mut found = emails(reading.text());
    let targets = reading.markup().links().iter();
    found.extend(targets.filter_map(|link| link.strip_prefix("mailto:")).flat_map(emails));
    found.sort_unstable();
    found.dedup();
    found
}
