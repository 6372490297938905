//! Receipts: what apps store of an acknowledgement that they may have to prove.

use std::ops::Range;

use ereje::diagnostic::{Diagnostic, Place};
use serde::Deserialize;
use serde_json::Value;

/// Name and version of the format.
pub(super) const RECEIPT_SCHEMA: &str = "ereje-receipt/1";

/// The rule that a receipt keeps which can be read.
const BROKEN: &str = "broken-receipt";

/// So many characters of a receipt are shown at the most.
const MAX_SHOWN: usize = 300;

/// What an app stores when a reader has done something about a version of a
/// policy. Fields of the app's own may stand beside these.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) struct Receipt {
    /// `ereje-receipt/1`.
    #[cfg_attr(test, schemars(extend("const" = RECEIPT_SCHEMA)))]
    #[allow(dead_code, reason = "looked at before the rest is read")]
    schema: String,
    /// The policy's id.
    pub(super) policy: String,
    /// The version that was shown.
    pub(super) version: String,
    /// The language of the text that was shown (BCP 47), which is not always the one
    /// of the app.
    pub(super) locale: String,
    /// The `digest` of that text, as `notices.json` and the policy's file have it.
    #[cfg_attr(test, schemars(regex(pattern = r"^sha256:[0-9a-f]{64}$")))]
    pub(super) digest: String,
    /// What the reader did.
    pub(super) action: Done,
    /// When, with the offset from UTC (RFC 3339).
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    pub(super) time: String,
    /// The `ack-key` of the version: tells for which later versions this still
    /// counts.
    #[cfg_attr(test, schemars(regex(pattern = r"^sha256:[0-9a-f]{64}$")))]
    pub(super) ack_key: Option<String>,
    /// The app and its version.
    #[allow(dead_code, reason = "for those who keep receipts")]
    app: Option<String>,
    /// Whose receipt it is: an id that means nothing outside the app; no name, no
    /// address.
    #[allow(dead_code, reason = "for those who keep receipts")]
    subject: Option<String>,
}

/// What a reader did.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub(super) enum Done {
    /// Saw the notice, and closed it or went on.
    Informed,
    /// Said that they had read it.
    Acknowledged,
    /// Agreed.
    Consented,
    /// Did not agree.
    Declined,
}

/// A receipt in its file.
pub(super) struct Record<'t> {
    /// The file, as it was named.
    pub(super) path: &'t str,
    text: &'t str,
    span: Range<usize>,
}

/// What some tools write before a text in UTF-8; between two of them, where files were
/// joined.
const MARK: char = '\u{feff}';

/// The receipts in a file: one JSON object, or one a line.
pub(super) fn records<'t>(path: &'t str, text: &'t str) -> Vec<Record<'t>> {
    let is_object = |text: &str| {
        let value: Result<Value, _> = serde_json::from_str(text);
        value.is_ok_and(|value| value.is_object())
    };
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let own = line.trim_start_matches(MARK);
        let from = start + line.len() - own.len();
        if !own.trim().is_empty() {
            lines.push(from..from + own.trim_end().len());
        }
        start += line.len();
    }
    let by_line = lines.len() > 1 && lines.iter().any(|line| is_object(&text[line.clone()]));
    if !by_line {
        lines.clear();
        let from = text.len() - text.trim_start_matches(MARK).len();
        lines.push(from..text.trim_end().len().max(from));
    }
    lines.into_iter().map(|span| Record { path, text, span }).collect()
}

impl Record<'_> {
    /// Reads the receipt.
    ///
    /// # Errors
    /// Why it is none.
    pub(super) fn read(&self) -> Result<Receipt, Diagnostic> {
        let text = &self.text[self.span.clone()];
        if text.trim().is_empty() {
            let told = Diagnostic::error(BROKEN, self.path, "the file has no receipt");
            return Err(told.hint("write one JSON object, or one a line"));
        }
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let message = format!("this is no JSON: {}", reason(&error));
            self.at(self.offset_of(&error), &message).hint("docs/receipts.md shows a receipt")
        })?;
        let hint = format!("a receipt is an object with `\"schema\": \"{RECEIPT_SCHEMA}\"`");
        if !value.is_object() {
            return Err(self.at(0, "this is no JSON object").hint(hint));
        }
        let schema = value.get("schema").and_then(Value::as_str);
        if schema != Some(RECEIPT_SCHEMA) {
            let message = match schema {
                Some(other) => format!("the format `{other}` is not known"),
                None => "this is no receipt: it names no `schema`".to_owned(),
            };
            return Err(self.broken("schema", &message).hint(hint));
        }
        serde_json::from_str(text).map_err(|error| {
            let reason = reason(&error);
            let field = reason.split('`').nth(1).unwrap_or_default();
            let field = if reason.starts_with("unknown variant") { "action" } else { field };
            let field = if reason.starts_with("invalid type") { "" } else { field };
            let message = format!("the receipt can not be read: {reason}");
            let told = if field.is_empty() {
                self.at(self.offset_of(&error), &message)
            } else {
                self.broken(field, &message)
            };
            told.hint("app/schema/receipt.json says what it has to have")
        })
    }

    /// That the field `name` can not be understood.
    pub(super) fn broken(&self, name: &str, message: &str) -> Diagnostic {
        self.of_field(BROKEN, name, message)
    }

    /// Something about the field `name`. Only the field is shown, since what stands
    /// beside it may speak of a person.
    pub(super) fn of_field(&self, rule: &'static str, name: &str, message: &str) -> Diagnostic {
        let text = &self.text[self.span.clone()];
        let span = field(text, name).unwrap_or(0..1);
        let (start, end) = (self.span.start + span.start, self.span.start + span.end);
        self.showing(rule, start..end, message)
    }

    /// Line of the file on which it begins, from 1.
    pub(super) fn line(&self) -> usize {
        self.text[..self.span.start].matches('\n').count() + 1
    }

    fn at(&self, offset: usize, message: &str) -> Diagnostic {
        let start = self.span.start + offset;
        let length = self.text.get(start..).and_then(|rest| rest.chars().next());
        let length = length.filter(|char| *char != '\n').map_or(0, char::len_utf8);
        self.showing(BROKEN, start..start + length, message)
    }

    fn showing(&self, rule: &'static str, span: Range<usize>, message: &str) -> Diagnostic {
        let mut place = Place::new(self.text, span);
        let shown = tame(&self.text[place.span.clone()]);
        let before = place.span.start - place.excerpt_start;
        place.excerpt = " ".repeat(before) + &shown;
        Diagnostic { place: Some(place), ..Diagnostic::error(rule, self.path, tame(message)) }
    }

    /// Where in the receipt an error is, in bytes.
    fn offset_of(&self, error: &serde_json::Error) -> usize {
        let text = &self.text[self.span.clone()];
        let before: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let mut at = (before + error.column().saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// What of a stranger's words can be shown in a terminal: not too much, and
/// nothing that a terminal would obey.
fn tame(text: &str) -> String {
    let tame = |char: char| if char.is_control() { char::REPLACEMENT_CHARACTER } else { char };
    let mut shown: String = text.chars().map(tame).take(MAX_SHOWN).collect();
    if text.chars().nth(MAX_SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// What is wrong, without the place, which is told otherwise.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// A field with its value, if that is a text.
fn field(text: &str, name: &str) -> Option<Range<usize>> {
    let key = format!("\"{name}\"");
    let start = text.find(&key)?;
    let behind = start + key.len();
    let value = text[behind..].trim_start().strip_prefix(':')?.trim_start();
    let quoted = value.strip_prefix('"');
    let Some(quoted) = quoted else { return Some(start..behind) };
    let mut escaped = false;
    let end = quoted.find(|char| {
        let ends = char == '"' && !escaped;
        escaped = char == '\\' && !escaped;
        ends
    })?;
    Some(start..text.len() - quoted.len() + end + 1)
}

#[cfg(test)]
mod tests;
