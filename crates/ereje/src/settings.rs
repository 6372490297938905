//! Reading a TOML file key by key, so that every mistake in it is reported at
//! once, each at its place, an unknown key with the nearest known one.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::fact::Date;
use crate::merge;
use crate::version::Moment;

/// A TOML file being read.
pub(crate) struct Settings<'t> {
    path: &'t str,
    text: &'t str,
    found: RefCell<Vec<Diagnostic>>,
    /// The keys that may stand at the top of the file.
    top: RefCell<Vec<String>>,
}

impl<'t> Settings<'t> {
    /// Parses `text` and hands its root table to `read`. Gives what `read` made
    /// of it and everything that was wrong.
    pub(crate) fn read<R>(
        path: &'t str,
        text: &'t str,
        read: impl FnOnce(Table<'_>) -> R,
    ) -> (R, Vec<Diagnostic>) {
        let (root, errors) = DeTable::parse_recoverable(text);
        let settings = Settings { path, text, found: RefCell::default(), top: RefCell::default() };
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            let message = format!("not valid TOML: {}", error.message().replace('\n', "; "));
            settings.report(Diagnostic::error("toml-syntax", path, message).at(text, span));
        }
        let table = Table { settings: &settings, table: root.get_ref(), span: 0..0, name: "" };
        let result = read(table);
        let mut found = settings.found.into_inner();
        if !errors.is_empty() {
            // What a broken file seems to lack is noise beside why it is broken.
            found.retain(|diagnostic| diagnostic.rule == "toml-syntax");
            if let Some(conflict) = merge::conflict(path, text, merge::HINT) {
                found = vec![conflict];
            }
        }
        (result, found)
    }

    fn report(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }
}

/// A table of the file; reports through the file it belongs to.
#[derive(Clone)]
pub(crate) struct Table<'s> {
    settings: &'s Settings<'s>,
    table: &'s DeTable<'s>,
    span: Range<usize>,
    name: &'s str,
}

impl<'s> Table<'s> {
    /// Reports every key that is not in `known`.
    pub(crate) fn only(&self, known: &[&str]) {
        let is_top = self.name.is_empty();
        if is_top {
            *self.settings.top.borrow_mut() = known.iter().map(|&key| key.to_owned()).collect();
        }
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let is_of_top = !is_top && self.settings.top.borrow().iter().any(|key| key == name);
            let hint = match nearest(name, known.iter().copied()) {
                // What is added at the end of a file falls into its last table.
                _ if is_of_top => "move it above the first line in square brackets".to_owned(),
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the keys here are {}", list(known)),
            };
            self.fault(
                "unknown-key",
                format!("unknown key `{name}`{}", self.within()),
                key.span(),
                &hint,
            );
        }
    }

    fn within(&self) -> String {
        if self.name.is_empty() { String::new() } else { format!(" in `[{}]`", self.name) }
    }

    /// Reports an error at a place of the file.
    pub(crate) fn fault(
        &self,
        rule: &'static str,
        message: String,
        span: Range<usize>,
        hint: &str,
    ) {
        let settings = self.settings;
        let diagnostic = Diagnostic::error(rule, settings.path, message).at(settings.text, span);
        settings.report(if hint.is_empty() { diagnostic } else { diagnostic.hint(hint) });
    }

    /// A place of the file, to be told of later.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.settings.text, span)
    }

    /// The table that is the value of a key, if it is one.
    pub(crate) fn table_of(&self, key: &'s str, value: Value<'s>) -> Option<Table<'s>> {
        self.below(value.value, key)
    }

    /// Where the table itself stands.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Its keys, in the order of the file, with their places and values.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'s str, Range<usize>, Value<'s>)> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), Value { value }))
    }

    /// The value of `key`, if it is there.
    pub(crate) fn get(&self, key: &str) -> Option<Value<'s>> {
        self.table.iter().find(|(k, _)| k.get_ref() == key).map(|(_, value)| Value { value })
    }

    fn typed<T>(&self, key: &str, what: &str, read: impl Fn(&Value<'s>) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        let read = read(&value);
        if read.is_none() {
            self.fault("wrong-type", format!("`{key}` must be {what}"), value.span(), "");
        }
        read
    }

    /// The text of `key`.
    pub(crate) fn text(&self, key: &str) -> Option<&'s str> {
        self.typed(key, "text in quotation marks", Value::text)
    }

    /// The text of `key`, which must be there.
    pub(crate) fn required(&self, key: &str, example: &str) -> Option<&'s str> {
        if self.get(key).is_none() {
            let hint = format!("add `{key} = {example}`");
            self.fault(
                "missing-key",
                format!("`{key}` is missing{}", self.within()),
                self.span(),
                &hint,
            );
        }
        self.text(key).filter(|text| {
            let filled = !text.trim().is_empty();
            if !filled && let Some(value) = self.get(key) {
                self.fault("wrong-type", format!("`{key}` is empty"), value.span(), "");
            }
            filled
        })
    }

    /// The `true` or `false` of `key`.
    pub(crate) fn boolean(&self, key: &str) -> Option<bool> {
        self.typed(key, "`true` or `false`", Value::boolean)
    }

    /// The whole number of `key`.
    pub(crate) fn integer(&self, key: &str) -> Option<i64> {
        self.typed(key, "a whole number", Value::integer)
    }

    /// The day of `key`.
    pub(crate) fn date(&self, key: &str) -> Option<Date> {
        self.typed(key, "a day such as `2026-11-15`", Value::date)
    }

    /// The texts of `key`, each with its place.
    pub(crate) fn texts(&self, key: &str) -> Option<Vec<(&'s str, Range<usize>)>> {
        self.typed(key, "a list of texts such as `[\"a\", \"b\"]`", |value| {
            let array = value.value.get_ref().as_array()?;
            array.iter().map(|item| Some((item.get_ref().as_str()?, item.span()))).collect()
        })
    }

    /// The table of `key`; an empty one where there is none.
    pub(crate) fn table(&self, key: &'s str) -> Option<Table<'s>> {
        self.typed(key, "a table", |value| self.below(value.value, key))
    }

    /// The tables of `[[key]]`.
    pub(crate) fn tables(&self, key: &'s str) -> Vec<Table<'s>> {
        self.typed(key, &format!("written as `[[{key}]]`"), |value| {
            let array = value.value.get_ref().as_array()?;
            array.iter().map(|item| self.below(item, key)).collect::<Option<Vec<_>>>()
        })
        .unwrap_or_default()
    }

    fn below(&self, value: &'s Spanned<DeValue<'s>>, name: &'s str) -> Option<Table<'s>> {
        let table = value.get_ref().as_table()?;
        Some(Table { settings: self.settings, table, span: value.span(), name })
    }
}

/// A value of the file and its place.
#[derive(Clone, Copy)]
pub(crate) struct Value<'s> {
    value: &'s Spanned<DeValue<'s>>,
}

impl<'s> Value<'s> {
    /// Where it stands.
    pub(crate) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&'s str> {
        self.value.get_ref().as_str()
    }

    /// The `true` or `false`, if it is one.
    pub(crate) fn boolean(&self) -> Option<bool> {
        self.value.get_ref().as_bool()
    }

    /// The whole number, if it is one.
    pub(crate) fn integer(&self) -> Option<i64> {
        let integer = self.value.get_ref().as_integer()?;
        i64::from_str_radix(integer.as_str(), integer.radix()).ok()
    }

    /// The day, written as a TOML date or as text.
    pub(crate) fn date(&self) -> Option<Date> {
        match self.value.get_ref() {
            DeValue::String(text) => Date::parse(text),
            DeValue::Datetime(moment) if moment.time.is_none() => Date::parse(&moment.to_string()),
            _ => None,
        }
    }

    /// The moment, written as a TOML time in UTC.
    pub(crate) fn moment(&self) -> Option<Moment> {
        let moment = self.value.get_ref().as_datetime()?;
        Moment::parse(&moment.to_string())
    }

    /// The texts, if it is a list of them.
    pub(crate) fn texts(&self) -> Option<Vec<String>> {
        let array = self.value.get_ref().as_array()?;
        array.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
    }

    /// What is in it, if it is a list.
    pub(crate) fn items(&self) -> Option<Vec<Value<'s>>> {
        let array = self.value.get_ref().as_array()?;
        Some(array.iter().map(|value| Value { value }).collect())
    }

    /// The entries, if it is a table.
    pub(crate) fn pairs(&self) -> Option<Vec<(&'s str, Range<usize>, Value<'s>)>> {
        let table = self.value.get_ref().as_table()?;
        let pair = |(key, value): (&'s Spanned<_>, &'s _)| {
            let name: &'s std::borrow::Cow<'s, str> = key.get_ref();
            (name.as_ref(), key.span(), Value { value })
        };
        Some(table.iter().map(pair).collect())
    }

    /// The same value as YAML would write it: JSON, which is YAML too.
    pub(crate) fn scalar(&self) -> Option<Scalar> {
        Some(match self.value.get_ref() {
            DeValue::String(text) => Scalar::Text(text.to_string()),
            DeValue::Boolean(boolean) => Scalar::Bare(boolean.to_string()),
            DeValue::Integer(_) => Scalar::Bare(self.integer()?.to_string()),
            DeValue::Array(items) => {
                let items = items.iter().map(|value| Value { value }.scalar());
                Scalar::List(items.collect::<Option<_>>()?)
            }
            DeValue::Datetime(_) => Scalar::Bare(self.date()?.to_string()),
            _ => return None,
        })
    }
}

/// A value of the front matter of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// Text, in which `{title}` and the like are filled in.
    Text(String),
    /// A number, date or boolean, as it is written.
    Bare(String),
    /// Several of them.
    List(Vec<Scalar>),
}

impl Scalar {
    /// The texts in it.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            Scalar::Text(text) => vec![text],
            Scalar::Bare(_) => Vec::new(),
            Scalar::List(items) => items.iter().flat_map(Scalar::texts).collect(),
        }
    }
}

/// `a`, `b` and `c`, for messages.
pub(crate) fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => "none".into(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let (_, found) = Settings::read("x.toml", text, |root| {
            root.only(&["product", "locales", "published"]);
            root.required("product", "\"name\"");
            root.texts("locales");
            root.date("published");
        });
        let tell = |d: Diagnostic| {
            let place = d.place.expect("a place");
            format!(
                "{}:{} {} / {}",
                place.line,
                place.column,
                d.message,
                d.hint.unwrap_or_default()
            )
        };
        found.into_iter().map(tell).collect()
    }

    #[test]
    fn every_fault_is_reported_at_its_place() {
        assert_eq!(
            faults("prodcut = \"a\"\nlocales = [1]\npublished = 2023-02-30x\n").len(),
            1,
            "broken TOML is told alone"
        );
        assert_eq!(
            faults("prodcut = \"a\"\nlocales = [1]\npublished = \"2023-02-30\"\n"),
            [
                "1:1 unknown key `prodcut` / did you mean `product`?",
                "1:1 `product` is missing / add `product = \"name\"`",
                "2:11 `locales` must be a list of texts such as `[\"a\", \"b\"]` / ",
                "3:13 `published` must be a day such as `2026-11-15` / ",
            ]
        );
    }

    #[test]
    fn a_sound_file_has_no_faults() {
        assert!(faults("product = \"a\"\nlocales = [\"ru\"]\npublished = 2017-12-12\n").is_empty());
    }
}
