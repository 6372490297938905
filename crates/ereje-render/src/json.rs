//! The policy as data, for apps that show it themselves.

use ereje::document::Document;
use serde::Serialize;

use crate::history::EditionValues;

/// `app/<product>/<locale>/<policy>.json`, up to its clauses. After these come
/// the languages of the policy, as [`LocaleData`].
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct PolicyFile<'d> {
    /// `ereje-policy/1`.
    pub(crate) schema: &'static str,
    /// The product that it is about.
    pub(crate) product: &'d str,
    /// The policy's id.
    pub(crate) policy: &'d str,
    /// The language of the text (BCP 47).
    pub(crate) locale: &'d str,
    /// Which way it runs: `ltr` or `rtl`.
    pub(crate) direction: &'static str,
    /// The language that binds (BCP 47).
    pub(crate) source_locale: &'d str,
    /// Whether it is work in progress, and not in force.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) draft: bool,
    /// What it is called, without marks.
    pub(crate) title: &'d str,
    /// What it is, in a sentence, without marks.
    pub(crate) description: &'d str,
    /// The released version that it is; none where none was released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<&'d str>,
    /// The day on which the text was published (ISO 8601), if it was.
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
    /// The sentence that dates the text; stands at its end.
    pub(crate) last_updated: Rich<'d>,
    /// The page of the site, without a leading slash.
    pub(crate) path: &'d str,
    /// Its address, where that of the site is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<&'d str>,
}

/// A text in two forms.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Rich<'d> {
    /// Without marks: a line a paragraph, item or row.
    pub(crate) text: &'d str,
    /// As HTML.
    pub(crate) html: &'d str,
}

/// A clause, up to its `text` and its `html`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ClauseData<'d> {
    /// Its name in the policy; the same in every language and version.
    pub(crate) id: &'d str,
    /// `text`, `item` or `numbered`: items that follow each other are a list.
    pub(crate) kind: &'static str,
    /// Of the heading (2 to 6), or how deep the item is nested (from 1).
    pub(crate) level: u8,
    /// Its heading, without marks, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) heading: Option<&'d str>,
}

/// The rest of a clause.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ClauseEnd<'d> {
    /// What it is about, such as `retention`.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) topics: &'d [String],
    /// The language it is in, where a draft has no translation (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) locale: Option<&'d str>,
}

/// A language of the policy.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct LocaleData<'d> {
    /// Its tag (BCP 47).
    pub(crate) locale: &'d str,
    /// What it calls itself.
    pub(crate) name: &'d str,
    /// The page of the site in it, without a leading slash.
    pub(crate) path: &'d str,
}

/// `app/<product>/index.json`: what there is to fetch.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct IndexFile<'d> {
    /// `ereje-index/1`.
    pub(crate) schema: &'static str,
    /// The product.
    pub(crate) product: &'d str,
    /// Its policies.
    pub(crate) policies: Vec<IndexEntry<'d>>,
}

/// A policy of the index.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct IndexEntry<'d> {
    /// Its id.
    pub(crate) policy: &'d str,
    /// The language that binds (BCP 47).
    pub(crate) source_locale: &'d str,
    /// The day on which its text was published (ISO 8601), if it was.
    pub(crate) published: Option<String>,
    /// The languages that it is in.
    pub(crate) locales: Vec<IndexLocale<'d>>,
}

/// A policy in one language.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct IndexLocale<'d> {
    /// Its tag (BCP 47).
    pub(crate) locale: &'d str,
    /// What it calls itself.
    pub(crate) name: &'d str,
    /// The policy's title in it, without marks.
    pub(crate) title: &'d str,
    /// The policy as data, relative to this file.
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

/// `app/<product>/<locale>/<policy>.json`: the policy in one language, as data.
/// Each version is beside it, in the folder `<policy>`.
#[cfg(test)]
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(rename = "PolicyFile")]
pub(crate) struct WholePolicyFile<'d> {
    #[serde(flatten)]
    start: PolicyFile<'d>,
    /// The clauses, in the order of the page.
    clauses: Vec<WholeClause<'d>>,
    /// The languages of the policy, this one among them.
    locales: Vec<LocaleData<'d>>,
}

/// A clause.
#[cfg(test)]
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(rename = "Clause")]
struct WholeClause<'d> {
    #[serde(flatten)]
    start: ClauseData<'d>,
    #[serde(flatten)]
    words: Rich<'d>,
    #[serde(flatten)]
    end: ClauseEnd<'d>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_written_as_any_other() {
        for text in
            ["", "tab\tonly", "a \"b\" \\ c\nd", "tab\t, bell\u{7}, é, \u{2028}", "<a href=\"x\">"]
        {
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
