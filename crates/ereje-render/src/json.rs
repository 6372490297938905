//! The policy as data, for apps that show it themselves.

use ereje::document::Document;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::history::EditionValues;

/// `app/<product>/<locale>/<policy>.json`.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct PolicyFile<'d> {
    /// Name and version of this format.
    pub(crate) schema: &'static str,
    pub(crate) product: &'d str,
    pub(crate) policy: &'d str,
    pub(crate) locale: &'d str,
    pub(crate) direction: &'static str,
    /// The language that binds.
    pub(crate) source_locale: &'d str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) draft: bool,
    pub(crate) title: &'d str,
    pub(crate) description: &'d str,
    /// The released version that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<&'d str>,
    /// ISO 8601.
    pub(crate) published: Option<String>,
    /// The first day on which the version is in force (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) effective: Option<&'d str>,
    pub(crate) last_updated: Rich<'d>,
    /// The page of the site, without a leading slash.
    pub(crate) path: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<&'d str>,
    pub(crate) clauses: Vec<ClauseData<'d>>,
    /// The same policy in all its languages.
    pub(crate) locales: &'d RawValue,
}

/// A text in two forms.
#[derive(Serialize)]
pub(crate) struct Rich<'d> {
    pub(crate) text: &'d str,
    pub(crate) html: &'d str,
}

/// A clause.
#[derive(Serialize)]
pub(crate) struct ClauseData<'d> {
    pub(crate) id: &'d str,
    /// `text`, `item` or `numbered`.
    pub(crate) kind: &'static str,
    /// Of the heading, or how deep the item is nested.
    pub(crate) level: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) heading: Option<&'d str>,
    pub(crate) text: Box<RawValue>,
    pub(crate) html: Box<RawValue>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) topics: &'d [String],
    /// The language it is in, where a draft has no translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) locale: Option<&'d str>,
}

/// A language of the policy.
#[derive(Serialize)]
pub(crate) struct LocaleData<'d> {
    pub(crate) locale: &'d str,
    pub(crate) name: &'d str,
    pub(crate) path: &'d str,
}

/// `app/<product>/index.json`: what there is to fetch.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct IndexFile<'d> {
    pub(crate) schema: &'static str,
    pub(crate) product: &'d str,
    pub(crate) policies: Vec<IndexEntry<'d>>,
}

/// A policy of the index.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct IndexEntry<'d> {
    pub(crate) policy: &'d str,
    pub(crate) source_locale: &'d str,
    pub(crate) published: Option<String>,
    /// Paths of the files by locale, relative to the index.
    pub(crate) locales: Vec<IndexLocale<'d>>,
}

/// A policy in one language.
#[derive(Serialize)]
pub(crate) struct IndexLocale<'d> {
    pub(crate) locale: &'d str,
    pub(crate) name: &'d str,
    pub(crate) title: &'d str,
    pub(crate) file: String,
}

/// A long text in JSON notation. Most have nothing that must be escaped but
/// quotation marks and line ends, which are found many bytes at once.
pub(crate) fn long_text(text: &str) -> Box<RawValue> {
    let bytes = text.as_bytes();
    let mut json = String::with_capacity(text.len() + text.len() / 16 + 2);
    json.push('"');
    let mut done = 0;
    for at in memchr::memchr3_iter(b'"', b'\\', b'\n', bytes) {
        json.push_str(&text[done..at]);
        json.push_str(match bytes[at] {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            _ => "\\n",
        });
        done = at + 1;
    }
    json.push_str(&text[done..]);
    json.push('"');
    // What this does not know of, such as a tab, makes the text no JSON.
    RawValue::from_string(json).unwrap_or_else(|_| raw(&text))
}

/// Any value in JSON notation.
pub(crate) fn raw(value: &impl Serialize) -> Box<RawValue> {
    // The types of this module have neither maps nor anything else that could fail.
    to_raw_value(value).unwrap_or_default()
}

/// Where the file of a policy lives, relative to its product's folder.
pub(crate) fn file_of(policy: &str, locale: &str) -> String {
    format!("{locale}/{policy}.json")
}

/// Where the file of a document lives, relative to the output for apps: of the
/// page in force at the policy's own place, of a version below it.
pub(crate) fn path_of(document: &Document, edition: Option<&EditionValues>) -> String {
    let (product, policy) = (&document.product, &document.policy);
    match edition.map(|edition| edition.suffix.as_str()) {
        None | Some("") => format!("{product}/{}", file_of(policy, document.locale.tag())),
        Some(version) => format!("{product}/{}/{policy}/{version}.json", document.locale),
    }
}

/// The bytes of a file, about `size` of them, with a final line end.
pub(crate) fn bytes(value: &impl Serialize, size: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size);
    // See `raw`.
    let _ = serde_json::to_writer(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_written_as_any_other() {
        for text in ["", "a \"b\" \\ c\nd", "tab\t, bell\u{7}, é, \u{2028}", "<a href=\"x\">"] {
            let plain = serde_json::to_string(text).expect("a text is JSON");
            assert_eq!(long_text(text).get(), plain);
        }
    }
}
