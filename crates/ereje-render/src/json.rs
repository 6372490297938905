//! The policy as data, for apps that show it themselves.

use ereje::document::Document;
use serde::Serialize;

use crate::history::EditionValues;

/// `app/<product>/<locale>/<policy>.json`, up to its clauses. After these come
/// the languages of the policy, as [`LocaleData`].
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
    /// SHA-256 of the version's frozen file with this text, for receipts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) digest: Option<&'d str>,
    /// What an acknowledgement of this version counts for, for receipts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ack_key: Option<&'d str>,
    pub(crate) last_updated: Rich<'d>,
    /// The page of the site, without a leading slash.
    pub(crate) path: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<&'d str>,
}

/// A text in two forms.
#[derive(Serialize)]
pub(crate) struct Rich<'d> {
    pub(crate) text: &'d str,
    pub(crate) html: &'d str,
}

/// A clause, up to its `text` and its `html`.
#[derive(Serialize)]
pub(crate) struct ClauseData<'d> {
    pub(crate) id: &'d str,
    /// `text`, `item` or `numbered`.
    pub(crate) kind: &'static str,
    /// Of the heading, or how deep the item is nested.
    pub(crate) level: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) heading: Option<&'d str>,
}

/// The rest of a clause.
#[derive(Serialize)]
pub(crate) struct ClauseEnd<'d> {
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

/// An object that is written part by part, so that long texts in it are gone
/// over once and many bytes at a time.
pub(crate) struct Object<'o> {
    out: &'o mut Vec<u8>,
}

impl<'o> Object<'o> {
    /// Begins an object with the fields of a struct.
    pub(crate) fn begin(out: &'o mut Vec<u8>, first: &impl Serialize) -> Object<'o> {
        write(out, first);
        out.pop();
        Object { out }
    }

    /// Adds the fields of a struct.
    pub(crate) fn fields(&mut self, more: &impl Serialize) {
        let at = self.out.len();
        write(self.out, more);
        self.out.pop();
        if self.out.len() == at + 1 {
            self.out.pop();
        } else {
            self.out[at] = b',';
        }
    }

    /// Adds a field, and gives what its value is to be written to.
    pub(crate) fn field(&mut self, name: &str) -> &mut Vec<u8> {
        self.out.extend([b",\"", name.as_bytes(), b"\":"].concat());
        self.out
    }

    /// Adds a long text.
    pub(crate) fn long_text(&mut self, name: &str, text: &str) {
        long_text(self.field(name), text);
    }

    pub(crate) fn end(self) {
        self.out.push(b'}');
    }
}

/// A long text in JSON notation. Most have nothing that must be escaped but
/// quotation marks and line ends, which are found many bytes at once.
fn long_text(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let is_strange = |strange, byte: &u8| strange | ((*byte < b' ') & (*byte != b'\n'));
    if bytes.iter().fold(false, is_strange) {
        return write(out, &text);
    }
    out.push(b'"');
    let mut done = 0;
    for at in memchr::memchr3_iter(b'"', b'\\', b'\n', bytes) {
        out.extend_from_slice(&bytes[done..at]);
        out.extend_from_slice(match bytes[at] {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            _ => b"\\n",
        });
        done = at + 1;
    }
    out.extend_from_slice(&bytes[done..]);
    out.push(b'"');
}

/// Any value in JSON notation.
pub(crate) fn write(out: &mut Vec<u8>, value: &impl Serialize) {
    // The types of this module have neither maps nor anything else that could fail.
    let _ = serde_json::to_writer(out, value);
}

/// Likewise, as text.
pub(crate) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
    write(&mut bytes, value);
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_written_as_any_other() {
        for text in ["", "a \"b\" \\ c\nd", "tab\t, bell\u{7}, é, \u{2028}", "<a href=\"x\">"] {
            let (mut long, mut plain) = (Vec::new(), Vec::new());
            long_text(&mut long, text);
            write(&mut plain, &text);
            assert_eq!(long, plain, "{text}");
        }
    }

    #[test]
    fn an_object_is_put_together_of_parts() {
        let mut out = Vec::new();
        let mut object = Object::begin(&mut out, &Rich { text: "a", html: "b" });
        object.long_text("more", "c");
        object.fields(&ClauseEnd { topics: &[], locale: None });
        object.fields(&ClauseEnd { topics: &["d".into()], locale: None });
        object.field("list").extend(b"[]");
        object.end();
        let told = String::from_utf8_lossy(&out);
        assert_eq!(told, r#"{"text":"a","html":"b","more":"c","topics":["d"],"list":[]}"#);
    }
}
