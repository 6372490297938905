//! The functions that messages can call, one set of closures per locale.
//! Fluent tells a function nothing of the locale, so each closure holds it.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::types::{
    FluentNumber, FluentNumberOptions, FluentNumberStyle, FluentNumberType, FluentType,
};
use fluent_bundle::{FluentArgs, FluentValue};
use intl_memoizer::{IntlLangMemoizer, Memoizable, concurrent};

use crate::fact::{Date, Fact};
use crate::formats::{self, DateStyle, ListStyle, MAX_DIGITS, NumberStyle};
use crate::locale::Locale;
use crate::markup::{escape, marked};

/// The functions that messages can call.
pub const FUNCTIONS: [&str; 3] = ["DATETIME", "LIST", "NUMBER"];

/// The function behind selectors by plural; written by Ereje, never by people.
pub(super) const PLURAL_CATEGORY: &str = "PLURAL-CATEGORY";

/// What went wrong in calls; a function can only answer with a value.
#[derive(Clone, Default)]
pub(super) struct Complaints(Arc<Mutex<Vec<(&'static str, String)>>>);

impl Complaints {
    fn add(&self, function: &'static str, what: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((function, what));
    }

    /// Takes what was collected: the function and what was wrong.
    pub(super) fn take(&self) -> Vec<(&'static str, String)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A fact that Fluent has no type for, and how it is shown when no function is
/// asked to.
#[derive(Clone, Debug, PartialEq)]
struct FactValue {
    fact: Fact,
    shown: String,
}

impl FluentType for FactValue {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.shown.clone().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.shown.clone().into()
    }
}

/// A fact as the value of a variable. Text is escaped, so that no value can
/// begin a list or end a link.
pub(super) fn value(fact: &Fact, locale: &Locale) -> FluentValue<'static> {
    let shown = match fact {
        Fact::Count(count) => {
            #[expect(clippy::cast_precision_loss, reason = "facts stay below 2^53")]
            return FluentValue::Number((*count as f64).into());
        }
        Fact::Duration(number, _) => return FluentValue::Number((*number).into()),
        // An address has no character that means something in the middle of a
        // word, and an escape would break it where it is made a link by `<…>`.
        Fact::Email(text) => return FluentValue::String(text.clone().into()),
        Fact::Url(text) | Fact::Text(text) => {
            return FluentValue::String(escape(text).into());
        }
        Fact::Date(date) => formats::date(locale, *date, DateStyle::Long),
        Fact::Money(amount, code) => formats::money(locale, amount, code),
        Fact::List(items) => formats::list(locale, items, ListStyle::And),
    };
    FluentValue::Custom(Box::new(FactValue { fact: fact.clone(), shown: escape(&shown) }))
}

fn fact<'v>(value: &'v FluentValue<'_>) -> Option<&'v Fact> {
    let FluentValue::Custom(custom) = value else {
        return None;
    };
    custom.as_ref().as_any().downcast_ref::<FactValue>().map(|value| &value.fact)
}

/// A call and where its complaints go.
struct Call<'c> {
    name: &'static str,
    complaints: &'c Complaints,
}

impl Call<'_> {
    fn fail<'a>(&self, what: impl Into<String>) -> FluentValue<'a> {
        self.complaints.add(self.name, what.into());
        FluentValue::Error
    }

    /// Complains about options that are not in `known`.
    fn options(&self, named: &FluentArgs, known: &[&str]) {
        for (name, _) in named.iter() {
            if !known.contains(&name) {
                self.complaints.add(self.name, format!("it has no option `{name}`"));
            }
        }
    }

    /// The text of an option, read by `read`.
    fn option<T>(
        &self,
        named: &FluentArgs,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
        known: &str,
    ) -> Option<T> {
        let value = named.get(name)?;
        let read = match value {
            FluentValue::String(text) => read(text),
            _ => None,
        };
        if read.is_none() {
            self.complaints.add(self.name, format!("`{name}` must be {known}"));
        }
        read
    }
}

/// `DATETIME($date, dateStyle: "short" | "medium" | "long" | "full")`.
pub(super) fn datetime<'a>(
    locale: &Locale,
    complaints: &Complaints,
    values: &[FluentValue<'a>],
    named: &FluentArgs,
) -> FluentValue<'a> {
    let call = Call { name: "DATETIME", complaints };
    call.options(named, &["dateStyle"]);
    let [value] = values else {
        return call.fail("it takes one date");
    };
    let known = "`\"short\"`, `\"medium\"`, `\"long\"` or `\"full\"`";
    let style = call.option(named, "dateStyle", DateStyle::named, known);
    match fact(value) {
        Some(Fact::Date(date)) => {
            let text = formats::date(locale, *date, style.unwrap_or(DateStyle::Long));
            FluentValue::String(escape(&text).into())
        }
        _ => call.fail("it takes a fact of the type `date`"),
    }
}

/// `LIST($names, type: "conjunction" | "disjunction" | "unit")`, or several
/// values in place of one list.
pub(super) fn list<'a>(
    locale: &Locale,
    complaints: &Complaints,
    values: &[FluentValue<'a>],
    named: &FluentArgs,
) -> FluentValue<'a> {
    let call = Call { name: "LIST", complaints };
    call.options(named, &["type"]);
    let known = "`\"conjunction\"`, `\"disjunction\"` or `\"unit\"`";
    let style = call.option(named, "type", ListStyle::named, known).unwrap_or(ListStyle::And);
    let mut items = Vec::new();
    for value in values {
        match (value, fact(value)) {
            (_, Some(Fact::List(names))) => items.extend(names.iter().map(|name| escape(name))),
            (FluentValue::String(text), _) => items.push(text.to_string()),
            _ => return call.fail("it takes facts of the types `list` and `text`, or words"),
        }
    }
    if items.is_empty() {
        return call.fail("it takes at least one value");
    }
    if locale.is_right_to_left() {
        // Each name by itself; the whole begins as right to left, though its
        // first name may be Latin.
        for item in &mut items {
            *item = format!("\u{2068}{item}\u{2069}");
        }
        return FluentValue::String(
            format!("\u{200F}{}", formats::list(locale, &items, style)).into(),
        );
    }
    FluentValue::String(formats::list(locale, &items, style).into())
}

const NUMBER_OPTIONS: [&str; 6] = [
    "type",
    "style",
    "useGrouping",
    "minimumIntegerDigits",
    "minimumFractionDigits",
    "maximumFractionDigits",
];

/// `NUMBER($count, …)` with the options of ECMA-402 listed above.
pub(super) fn number<'a>(
    complaints: &Complaints,
    values: &[FluentValue<'a>],
    named: &FluentArgs,
) -> FluentValue<'a> {
    let call = Call { name: "NUMBER", complaints };
    call.options(named, &NUMBER_OPTIONS);
    let [value] = values else {
        return call.fail("it takes one number");
    };
    let one_of =
        |known: &'static [&'static str]| move |text: &str| known.contains(&text).then_some(());
    call.option(named, "type", one_of(&["cardinal", "ordinal"]), "`\"cardinal\"` or `\"ordinal\"`");
    call.option(named, "style", one_of(&["decimal", "percent"]), "`\"decimal\"` or `\"percent\"`");
    call.option(named, "useGrouping", one_of(&["true", "false"]), "`\"true\"` or `\"false\"`");
    for name in &NUMBER_OPTIONS[3..] {
        let digits = |value: &FluentValue<'_>| match value {
            FluentValue::Number(n) => {
                n.value.fract() == 0.0 && n.value >= 0.0 && n.value <= MAX_DIGITS as f64
            }
            _ => false,
        };
        if named.get(*name).is_some_and(|value| !digits(value)) {
            complaints.add("NUMBER", format!("`{name}` must be a number from 0 to {MAX_DIGITS}"));
        }
    }
    let mut number = match (value, fact(value)) {
        (FluentValue::Number(number), _) => number.clone(),
        (_, Some(Fact::Money(amount, _))) => {
            let digits = amount.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let options = FluentNumberOptions {
                minimum_fraction_digits: Some(digits),
                maximum_fraction_digits: Some(digits),
                ..Default::default()
            };
            FluentNumber::new(amount.parse().unwrap_or_default(), options)
        }
        _ => {
            return call
                .fail("it takes a fact of the type `count`, `duration` or `money`, or a number");
        }
    };
    number.options.merge(named);
    if number.options.style == FluentNumberStyle::Percent {
        // The digits of a literal such as 0.25 are those of the share, not of
        // the hundredths that are shown.
        number.options.minimum_fraction_digits =
            named.get("minimumFractionDigits").and(number.options.minimum_fraction_digits);
    }
    FluentValue::Number(number)
}

/// What a selector by plural is rewritten to call: the variant's number where
/// it is one of `exact`, and else the category.
pub(super) fn plural_category<'a>(
    locale: &Locale,
    values: &[FluentValue<'a>],
    named: &FluentArgs,
) -> FluentValue<'a> {
    let number = match values {
        [FluentValue::Number(number)] => number.clone(),
        [other] => match fact(other) {
            Some(Fact::Money(amount, _)) => amount.parse::<f64>().unwrap_or_default().into(),
            // A text or a missing variable chooses by its own name, as in Fluent.
            _ => return other.clone(),
        },
        _ => return FluentValue::Error,
    };
    let exact = match named.get("exact") {
        Some(FluentValue::String(exact)) => exact.as_ref(),
        _ => "",
    };
    #[expect(clippy::float_cmp, reason = "an exact variant is exactly that number")]
    let is_exact = exact.split(' ').any(|n| n.parse::<f64>().is_ok_and(|n| n == number.value));
    if is_exact {
        return FluentValue::Number(number.value.into());
    }
    let ordinal = number.options.r#type == FluentNumberType::Ordinal;
    FluentValue::String(formats::plural_category(locale, &digits(&number), ordinal).into())
}

/// The digits that decide the category: 1.0 is `other` in English where 1 is
/// `one`.
fn digits(number: &FluentNumber) -> String {
    match number.options.minimum_fraction_digits.filter(|digits| *digits <= MAX_DIGITS) {
        Some(least)
            if number.value.to_string().split_once('.').map_or(0, |(_, f)| f.len()) < least =>
        {
            format!("{:.least$}", number.value)
        }
        _ => number.value.to_string(),
    }
}

/// Shows numbers as the locale writes them, everything else as it is, and marks what
/// would be read otherwise within emphasis than a word is.
pub(super) fn show(value: &FluentValue<'_>, intls: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let shown = show_number(number, intls)?;
            Some(marked(&shown).unwrap_or(shown))
        }
        FluentValue::String(text) => marked(text),
        FluentValue::Custom(value) => marked(&value.as_string(intls)),
        FluentValue::Error | FluentValue::None => None,
    }
}

fn show_number(number: &FluentNumber, intls: &IntlLangMemoizer) -> Option<String> {
    let style = NumberStyle {
        grouping: number.options.use_grouping,
        min_integer: number.options.minimum_integer_digits.unwrap_or(1),
        min_fraction: number.options.minimum_fraction_digits,
        max_fraction: number.options.maximum_fraction_digits,
        percent: number.options.style == FluentNumberStyle::Percent,
    };
    intls
        .with_try_get::<OfLocale, _, _>((), |of| {
            of.0.as_ref().map(|locale| formats::number(locale, &digits(number), style))
        })
        .ok()?
}

/// How a formatter learns its locale: through the bundle's memoizer.
struct OfLocale(Option<Locale>);

impl Memoizable for OfLocale {
    type Args = ();
    type Error = fmt::Error;

    fn construct(lang: unic_langid::LanguageIdentifier, (): ()) -> Result<Self, fmt::Error> {
        Ok(OfLocale(Locale::parse(&lang.to_string()).ok()))
    }
}

/// The date of the version, as the variable that every message can use.
pub(super) fn published(date: Date, locale: &Locale) -> FluentValue<'static> {
    value(&Fact::Date(date), locale)
}
