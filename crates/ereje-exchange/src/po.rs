//! PO files of gettext.

use std::fmt::Write as _;

use crate::rows::Row;
use crate::units::Texts;

/// The rows as a PO file: `msgctxt` is what names the text; stale ones and those to review
/// are fuzzy and tell what the source was.
#[must_use]
pub fn po(texts: &Texts<'_>, rows: &[Row]) -> String {
    let day =
        texts.manifest.published.map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string());
    let language = texts.locale.tag().replace('-', "_");
    let mut out = format!(
        "# {} in {}, for reading and for translation memories.\n\
         # A translation comes back as XLIFF: `ereje export --format xliff`.\n\
         msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: {}\\n\"\n\
         \"PO-Revision-Date: {day} 00:00+0000\\n\"\n\"Last-Translator: none\\n\"\n\
         \"Language-Team: {language}\\n\"\n\"Language: {language}\\n\"\n\"MIME-Version: 1.0\\n\"\n\
         \"Content-Type: text/plain; charset=UTF-8\\n\"\n\
         \"Content-Transfer-Encoding: 8bit\\n\"\n\"X-Generator: Ereje\\n\"\n",
        texts.manifest.id, texts.locale, texts.manifest.id
    );
    for row in rows {
        out.push('\n');
        if let Some(comment) = &row.comment {
            let _ = writeln!(out, "#. {comment}");
        }
        let _ = writeln!(out, "#: {}", texts.source.0.path());
        if row.state.is_open() {
            out.push_str("#, fuzzy\n");
            if let Some(before) = &row.before {
                for line in string("msgid", before).lines() {
                    let _ = writeln!(out, "#| {line}");
                }
            }
        }
        out.push_str(&string("msgctxt", &row.id()));
        out.push_str(&string("msgid", &row.source));
        out.push_str(&string("msgstr", &row.target));
    }
    out
}

/// A keyword with its text, a line of the file for each line of the text.
fn string(keyword: &str, text: &str) -> String {
    let quoted = |line: &str| {
        let mut out = String::from("\"");
        for c in line.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\t' => out.push_str("\\t"),
                '\r' => out.push_str("\\r"),
                c if c.is_control() && c.is_ascii() => {
                    let _ = write!(out, "\\{:03o}", c as u32);
                }
                c => out.push(c),
            }
        }
        out.push('"');
        out
    };
    if !text.contains('\n') {
        return format!("{keyword} {}\n", quoted(text));
    }
    let lines: String = text.split_inclusive('\n').map(|line| quoted(line) + "\n").collect();
    format!("{keyword} \"\"\n{lines}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_line_by_line() {
        assert_eq!(string("msgid", "a \"b\" \\c"), "msgid \"a \\\"b\\\" \\\\c\"\n");
        assert_eq!(string("msgid", "a\n\nb\u{1}"), "msgid \"\"\n\"a\\n\"\n\"\\n\"\n\"b\\001\"\n");
    }
}
