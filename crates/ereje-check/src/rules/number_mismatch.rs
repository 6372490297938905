//! # `number-mismatch`
//!
//! A figure that the source has and the translation has not, or the reverse: 30
//! days in one language and 13 in the other. Digits of every script count alike,
//! and so do the ways to group them. A word says a number as well as a figure does:
//! up to twelve in every language, so such a figure is only told where another one
//! stands in its place, and beyond where the words of the language are known: those of
//! `ar`, `be`, `bg`, `ca`, `cs`, `da`, `de`, `el`, `en`, `es`, `et`, `fa`, `fi`,
//! `fr`, `he`, `hi`, `hr`, `hu`, `id`, `it`, `ja`, `kk`, `ko`, `lt`, `lv`, `nb`,
//! `nl`, `pl`, `pt`, `ro`, `ru`, `sk`, `sl`, `sr`, `sv`, `th`, `tr`, `uk`, `vi` and
//! `zh`.
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
//! ```ftl fails de
//! intro = Wir kodieren in base32 und speichern 4 Tage.
//! # source.ftl
//! intro = We encode in base64 and store for 3 days.
//! ```
//!
//! ```ftl passes de
//! intro = Alle 1 048 576 Bytes zählen.
//! use = Jeder hat einen Versuch in 30 Tagen.
//! # source.ftl
//! intro = All 1,048,576 bytes count.
//! use = Each has 1 try in 30 days.
//! ```
//!
//! ```ftl passes th
//! intro = เราเริ่มในปี 2560 และให้บริการมา 20 ปี
//! # source.ftl
//! intro = We began in 2017 and have served for two decades.
//! ```
//!
//! ```ftl passes de
//! intro = Der Dienst ist von 9.30 bis 17.30 Uhr erreichbar, außer am 31.12.
//! use = Im 21. Jahrhundert nutzen ihn 2.000.000 Menschen. Ab dem 31.12.1999.
//! # source.ftl
//! intro = Support is open from 9:30 AM to 5:30 PM, except on 12/31.
//! use = In the 21st century 2 million people use it. As of 12/31/1999.
//! ```
//!
//! ```ftl fails de
//! intro = Der Dienst ist von 9.30 bis 18.30 Uhr erreichbar.
//! # source.ftl
//! intro = Support is open from 9:30 AM to 5:30 PM.
//! ```
//!
//! ```ftl fails ja
//! intro = 300 万人が利用しています。
//! # source.ftl
//! intro = 2 million people use it.
//! ```
//!
//! ```ftl passes ja
//! intro = 200 万人が利用し、15億回以上ダウンロードされています。
//! # source.ftl
//! intro = 2 million people use it, with over 1.5 billion downloads.
//! ```
//!
//! ```ftl passes ru
//! intro = Мы удалим их в течение тридцати дней.
//! # source.ftl
//! intro = We delete them within 30 days.
//! ```
//!
//! ```ftl fails ru
//! intro = Мы удалим их в течение двадцати дней.
//! # source.ftl
//! intro = We delete them within 30 days.
//! ```
//!
//! ```ftl fails es
//! intro = Nuestra responsabilidad no superará los 600 dólares (quinientos dólares).
//! # source.ftl
//! intro = Our liability will not exceed $500 (five hundred dollars).
//! ```
//!
//! ```ftl passes de
//! intro = Sie haben dreißig Tage Zeit, wir 500 Euro (fünfhundert Euro).
//! # source.ftl
//! intro = You have thirty (30) days, we have five hundred euros (€500).
//! ```
//!
//! ```ftl passes ru
//! intro = Для людей XXI века.
//! # source.ftl
//! intro = For people of the 21st century.
//! ```
//!
//! ```ftl passes ar
//! intro = نحتفظ بالبيانات ١٬٠٠٠ يوم.
//! # source.ftl
//! intro = We keep data for 1,000 days.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule, listed};
use crate::comparison::lacking;
use crate::figures::{Figure, is_small};
use crate::numerals::Wording;
use crate::sketch::Sketch;
use crate::{Comparison, Form, Reading, Report};

pub(super) const RULE: Rule = Rule::new("number-mismatch", Level::Error, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    // As written, most texts have none or the same; then they have as read.
    let as_written = |reading: &Reading| Figures(reading.sketch().figures.clone());
    // How wide something is, each language decides for its own words.
    let is_style = texts.own.attribute.as_deref() == Some("style");
    if is_style || is_same(texts) || texts.odd(as_written).is_none() {
        return;
    }
    let (from, to) = (&texts.from.texts.locale, &texts.to.texts.locale);
    let read = |reading| Figures::of(Reading::text(reading));
    for reading in &texts.own.readings {
        let (own, wording) = (read(reading), Wording { text: reading.text(), locale: to });
        let differences = texts.source.readings.iter().map(|source| {
            let said = Wording { text: source.text(), locale: from };
            read(source).difference(&own).between(said, wording)
        });
        let of_a_choice = !reading.choices.is_empty();
        let nearest = differences.min_by_key(|found| found.missing.len() + found.extra.len());
        let Some(Difference { missing, extra }) = nearest else { continue };
        // In a form chosen by a count, a word may say the figure.
        if missing.is_empty() && extra.is_empty() || of_a_choice && extra.is_empty() {
            continue;
        }
        let [missing, extra] =
            [&missing, &extra].map(|list| list.iter().map(String::as_str).collect::<Vec<_>>());
        let message = match (missing.as_slice(), extra.as_slice()) {
            ([], extra) => format!("the source does not say {}", listed(extra)),
            (missing, []) => format!("the source says {}, this text does not", listed(missing)),
            (missing, extra) => {
                format!("the source says {}, this text {}", listed(missing), listed(extra))
            }
        };
        let first = |list: &[&str]| list.first().copied().unwrap_or_default().to_owned();
        let hint = match texts.to.texts.form {
            Form::Markdown => {
                "say the same figures; better still, make a fact of each in policy.toml"
            }
            Form::Plain => "say the same figures",
        };
        return report.at_texts(texts, (&first(&extra), &first(&missing)), message, hint);
    }
}

/// Whether all forms say the same figures in the same order.
fn is_same(texts: &Comparison<'_>) -> bool {
    let mut all = texts.source.readings.iter().chain(&texts.own.readings).map(Reading::sketch);
    all.next().is_none_or(|first| all.all(|other| other.figures == first.figures))
}

/// The figures of a text, in their order.
struct Figures(Vec<Figure>);

/// Two texts say the same figures also where they say them in another order.
impl PartialEq for Figures {
    fn eq(&self, other: &Figures) -> bool {
        let found = self.difference(other);
        found.missing.is_empty() && found.extra.is_empty()
    }
}

/// Takes out what is one number with a point in one text and two in the other: 9:30
/// is written 9.30 in many languages, and 12/31 31.12.
fn take_pairs(
    apart: &mut Vec<String>,
    joined: &mut Vec<String>,
    agrees: impl Fn(&str, &str) -> bool,
) {
    joined.retain(|number| {
        let Some((one, other)) = number.split_once('.').filter(|_| apart.len() > 1) else {
            return true;
        };
        let at = |number: &str| apart.iter().position(|apart| agrees(apart, number));
        let Some((one, other)) = at(one).zip(at(other)).filter(|(one, other)| one != other) else {
            return true;
        };
        apart.remove(one.max(other));
        apart.remove(one.min(other));
        false
    });
}

/// Figures that only one of two texts has.
struct Difference {
    missing: Vec<String>,
    extra: Vec<String>,
}

impl Difference {
    /// Whether another figure stands in the place of one.
    fn is_swap(&self) -> bool {
        !self.missing.is_empty() && !self.extra.is_empty()
    }

    /// What of it is a difference between two languages: not only in how they say
    /// it.
    fn between(mut self, source: Wording<'_>, own: Wording<'_>) -> Difference {
        let was_swap = self.is_swap();
        let agrees = |number: &str, other: &str| source.agrees(number, own, other);
        take_pairs(&mut self.missing, &mut self.extra, agrees);
        take_pairs(&mut self.extra, &mut self.missing, |other, number| agrees(number, other));
        self.missing.retain(|number| {
            let same = self.extra.iter().position(|extra| source.agrees(number, own, extra));
            same.map(|at| self.extra.swap_remove(at)).is_none() && !source.may_omit(number, own)
        });
        self.extra.retain(|number| !own.may_omit(number, source));
        if was_swap && !self.is_swap() {
            // What is left may be said in a word.
            let is_large = |number: &String| !is_small(number);
            self.missing.retain(is_large);
            self.extra.retain(is_large);
        }
        if self.missing.is_empty() && !self.extra.is_empty() && source.counts_otherwise()
            || self.extra.is_empty() && !self.missing.is_empty() && own.counts_otherwise()
        {
            return Difference { missing: Vec::new(), extra: Vec::new() };
        }
        self
    }
}

impl Figures {
    fn of(text: &str) -> Figures {
        Figures(Sketch::of(text).figures)
    }

    /// What this text has and the other one has not, and the reverse.
    fn difference(&self, other: &Figures) -> Difference {
        // Thousands set apart by a space, and lists that look like such.
        let joined = |figures: &Figures| -> String {
            figures.0.iter().map(|figure| figure.number.as_str()).collect()
        };
        let all = self.compared(other, |_| true);
        if all.missing.is_empty() && all.extra.is_empty() || joined(self) == joined(other) {
            return Difference { missing: Vec::new(), extra: Vec::new() };
        }
        let alone = self.compared(other, |figure| !figure.in_word);
        if alone.is_swap() {
            return alone;
        }
        if all.is_swap() {
            return all;
        }
        // FILE1 is another one than FILE2, whatever stands beside.
        let in_words = self.compared(other, |figure| figure.in_word);
        if in_words.is_swap() && in_words.missing.len() == in_words.extra.len() {
            return in_words;
        }
        // A figure may be said more often, or be one of a name as in FILE1.
        let mut found = self.compared(other, |figure| !figure.in_word && !figure.is_small());
        let has = |figures: &Figures, number: &String| {
            figures.0.iter().any(|figure| figure.number == *number)
        };
        found.missing.retain(|number| !has(other, number));
        found.extra.retain(|number| !has(self, number));
        found
    }

    fn compared(&self, other: &Figures, counts: impl Fn(&Figure) -> bool) -> Difference {
        let numbers = |figures: &Figures| -> Vec<String> {
            let counted = figures.0.iter().filter(|figure| counts(figure));
            counted.map(|figure| figure.number.clone()).collect()
        };
        let (own, others) = (numbers(self), numbers(other));
        let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect();
        Difference { missing: owned(lacking(&own, &others)), extra: owned(lacking(&others, &own)) }
    }
}
