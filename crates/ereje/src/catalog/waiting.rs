//! Messages that wait for their translation: the file of a language that begins has
//! those of the source commented out, to be translated in place.

use std::collections::HashMap;
use std::ops::Range;

use super::FtlFile;
use super::spots::end_of_lines;
use crate::manifest::is_identifier;

/// What makes a line of a file a comment that belongs to a message.
const SIGN: &str = "# ";

/// What to do with a message that waits.
pub const UNCOMMENT: &str = "take away the `# ` before its lines, and translate them";

/// A message or term of a file, and what is said of it there.
struct Entry<'f> {
    /// Its name, that of a term with its hyphen.
    name: &'f str,
    /// The heading of the part of the file that it stands in.
    group: &'f str,
    /// The comment that belongs to it.
    notes: &'f str,
    text: &'f str,
}

/// The file that a translation begins with: the messages and terms of `source` with
/// their notes, each behind `# ` until somebody translates it. Those that `order` names
/// come first. What the file of the source says of itself is not true of this one, and
/// has its place taken by `head`.
#[must_use]
pub fn to_translate(head: &str, source: &FtlFile, order: &[&str]) -> String {
    let mut entries = entries(source);
    let place = |entry: &Entry<'_>| order.iter().position(|name| *name == entry.name);
    entries.sort_by_key(|entry| place(entry).unwrap_or(order.len()));
    let mut out = String::new();
    for line in head.lines() {
        out.push_str(format!("### {line}").trim_end());
        out.push('\n');
    }
    let mut group = "";
    for entry in entries {
        if entry.group != group {
            group = entry.group;
            out.push('\n');
            out.extend(group.lines().flat_map(|line| [line, "\n"]));
        }
        out.push('\n');
        out.extend(entry.notes.lines().flat_map(|line| [line, "\n"]));
        for line in entry.text.lines() {
            // A line of blanks alone says nothing.
            out.push_str(if line.trim().is_empty() { SIGN.trim_end() } else { SIGN });
            out.push_str(if line.trim().is_empty() { "" } else { line });
            out.push('\n');
        }
    }
    out
}

/// The messages and terms of a file, in its order.
fn entries(file: &FtlFile) -> Vec<Entry<'_>> {
    let text = file.text();
    let mut found = Vec::new();
    let (mut done, mut group) = (0, "");
    let starts = file.names();
    for (nth, start) in starts.iter().enumerate() {
        let next = starts.get(nth + 1).copied().unwrap_or(text.len());
        let end = end_of_lines(text, *start, next);
        let above = &text[done..*start];
        if let Some(heading) = last_group(above) {
            group = heading;
        }
        let whole = &text[*start..end];
        let name = whole.split('=').next().unwrap_or_default().trim_end();
        found.push(Entry { name, group, notes: last_run(above, is_note), text: whole });
        done = end;
    }
    found
}

fn is_note(line: &str) -> bool {
    line.starts_with('#') && !line.starts_with("##")
}

/// The lines that `text` ends with and that are all alike.
fn last_run(text: &str, is_alike: fn(&str) -> bool) -> &str {
    let lines = text.split_inclusive('\n').rev();
    let length: usize = lines.take_while(|line| is_alike(line)).map(str::len).sum();
    &text[text.len() - length..]
}

/// The last heading of a part of the file; an empty one ends the part before.
fn last_group(text: &str) -> Option<&str> {
    let is_heading = |line: &str| line.starts_with("##") && !line.starts_with("###");
    let (mut end, mut at) = (None, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        if is_heading(line) {
            end = Some(at);
        }
    }
    let heading = last_run(&text[..end?], is_heading);
    Some(if heading.trim_matches(['#', '\n', '\r', ' ']).is_empty() { "" } else { heading })
}

impl FtlFile {
    /// Where a message waits for its translation: the lines that say it behind `# `, with
    /// the end of the last one. The name of a term has its hyphen.
    #[must_use]
    pub fn waiting(&self, name: &str) -> Option<Range<usize>> {
        self.all_waiting.get_or_init(|| all_waiting(self.text())).get(name).cloned()
    }
}

/// All that waits in a file. Of the same in one row of comments the last one counts, as a
/// note above it may show it, too; of several rows the first.
fn all_waiting(text: &str) -> HashMap<String, Range<usize>> {
    let mut all = HashMap::new();
    let mut row: HashMap<&str, Range<usize>> = HashMap::new();
    let mut open = None;
    let mut at = 0;
    for line in text.split_inclusive('\n').chain([""]) {
        let start = at;
        at += line.len();
        let Some(words) = line.strip_prefix('#').filter(|words| !words.starts_with('#')) else {
            open = None;
            for (name, range) in row.drain() {
                all.entry(name.to_owned()).or_insert(range);
            }
            continue;
        };
        let words = words.strip_prefix(' ').unwrap_or(words).trim_end();
        let name = words.split_once('=').map_or("", |(name, _)| name.trim_end());
        if is_identifier(name.strip_prefix('-').unwrap_or(name)) {
            row.insert(name, start..at);
            open = Some(name);
        } else if !words.is_empty() && !words.starts_with([' ', '{', '}']) {
            open = None;
        } else if let Some(range) = open.and_then(|name| row.get_mut(name))
            && !words.is_empty()
        {
            range.end = at;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "### Of the source\n\n## The page\n\n# The title of the page.\ntitle = T\n\n\
                          # alone\n\n## The clauses\n\nintro =\n    One.\n\n    Two { $n ->\n        [one] day\n\
                          \u{20}      *[other] days\n}\n    .heading = H\n# Two\n# lines\nuse = U\n\n##\n\n-app = App\n";

    #[test]
    fn a_translation_begins_with_its_source_behind_signs() {
        let source = FtlFile::parse("en/x.ftl", SOURCE.to_owned());
        assert_eq!(source.diagnostics(), []);
        let made = to_translate("Of this one.", &source, &["-app", "use", "title"]);
        assert_eq!(
            made,
            "### Of this one.\n\n# -app = App\n\n## The clauses\n\n# Two\n# lines\n# use = U\n\n## The page\n\n\
             # The title of the page.\n# title = T\n\n## The clauses\n\n# intro =\n#     One.\n#\n\
             #     Two { $n ->\n#         [one] day\n#        *[other] days\n# }\n#     .heading = H\n"
        );
        // It has no message yet, and is nothing that can not be read.
        let file = FtlFile::parse("de/x.ftl", made.clone());
        assert_eq!((file.diagnostics(), file.messages().count()), (&[][..], 0));
        // Taking the signs away gives the texts of the source.
        let lines = made.lines().map(|line| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with(['#', 'T', 'l']) => line,
            Some(rest) => rest.strip_prefix(' ').unwrap_or(rest),
            None => line,
        });
        let typed: String = lines.flat_map(|line| [line, "\n"]).collect();
        let typed = typed.replace("The title of the page.\n", "").replace("Two\nlines\n", "");
        let file = FtlFile::parse("de/x.ftl", typed);
        assert_eq!(file.diagnostics(), []);
        for id in ["title", "intro", "use"] {
            assert_eq!(file.message(id), source.message(id), "{id}");
        }
        assert!(file.term("app").is_some());
    }

    #[test]
    fn what_waits_is_found_with_its_lines() {
        let source = FtlFile::parse("en/x.ftl", SOURCE.to_owned());
        let file = FtlFile::parse("de/x.ftl", to_translate("Head", &source, &[]));
        let waits = |file: &FtlFile, name: &str| {
            file.waiting(name).map(|range| file.text()[range].to_owned())
        };
        assert_eq!(waits(&file, "title").as_deref(), Some("# title = T\n"));
        let intro = waits(&file, "intro").expect("it waits");
        assert!(intro.starts_with("# intro =\n#     One.\n#\n"), "{intro}");
        assert!(intro.ends_with("# }\n#     .heading = H\n"), "{intro}");
        assert_eq!(waits(&file, "use").as_deref(), Some("# use = U\n"));
        assert_eq!(waits(&file, "-app").as_deref(), Some("# -app = App\n"));
        assert_eq!(waits(&file, "app"), None);
        // As people leave files: without blank lines, with a note that shows the message, with
        // lines that end as on Windows.
        let text =
            "# Write:\n# a = x\n# and so on\n#a = y\n#   z\n#\n# b = c\r\n# Of d\nd = e\n# a = f\n";
        let file = FtlFile::parse("de/x.ftl", text.to_owned());
        assert_eq!(waits(&file, "a").as_deref(), Some("#a = y\n#   z\n"));
        assert_eq!(waits(&file, "b").as_deref(), Some("# b = c\r\n"));
        assert_eq!(waits(&file, "d"), None);
    }
}
