//! How what could not be read can be mended: by edits after which it is read, and
//! no message is lost. Each is tried on the part of the file that it concerns.

use std::collections::HashSet;
use std::ops::Range;

use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::parser::parse_runtime;

use crate::catalog::escapes::readable;
use crate::fix::{Edit, Fix, Safety, mend};

/// The sign at `start` that cuts its line off, in braces, which mean the sign
/// itself; and with it those of the lines that go on with it.
pub(super) fn signs(source: &str, start: usize, junk: &Range<usize>) -> Option<Fix> {
    let safety = safety_of(&source[start..junk.end])?;
    let sign = source[start..].chars().next()?;
    let first = Edit { span: start..start + sign.len_utf8(), text: in_braces(sign) };
    let rest = source[start..junk.end].find('\n').map_or(junk.end, |end| start + end + 1);
    let goes_on = are_balanced(&source[start..rest]);
    let edits = [first].into_iter().chain(lines(source, rest..junk.end, goes_on, 4));
    proven(source, junk, Fix { edits: edits.collect(), safety })
}

fn in_braces(sign: char) -> String {
    format!("{{ \"{sign}\" }}")
}

/// Inside braces that are open signs mean something else.
fn are_balanced(line: &str) -> bool {
    line.matches('{').count() == line.matches('}').count()
}

/// What makes lines be read: spaces for tabs, and braces around the signs that
/// would cut a line off, where it `is_text`.
fn lines(source: &str, part: Range<usize>, mut is_text: bool, unit: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    let (first, mut at) = (part.start, part.start);
    for line in source[part].split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - words.len()];
        if !words.trim_end().is_empty() {
            // What is not indented, or is an attribute, is no text any more; the first
            // line may be that of the name.
            is_text &= at == first || !indent.is_empty() && !words.starts_with(['.', '}']);
            let sign = words.chars().next().filter(|c| is_text && "*[".contains(*c));
            let sign = sign.filter(|_| safety_of(words) == Some(Safety::Safe));
            let spaces = indent.replace('\t', &" ".repeat(unit));
            let end = at + indent.len();
            match sign {
                Some(sign) if spaces == indent => {
                    edits.push(Edit { span: end..end + 1, text: in_braces(sign) });
                }
                Some(sign) => {
                    edits.push(Edit { span: at..end + 1, text: spaces + &in_braces(sign) });
                }
                None if spaces != indent => edits.push(Edit { span: at..end, text: spaces }),
                None => {}
            }
        }
        is_text &= are_balanced(line);
        at += line.len();
    }
    edits
}

/// Whether a line that begins with a sign can be nothing but text; nothing where
/// it is more likely a part of a choice or an attribute.
fn safety_of(line: &str) -> Option<Safety> {
    let line = line.lines().next().unwrap_or_default().trim_end();
    let (name, after) = match line.strip_prefix('.') {
        None => {
            let key = line.strip_prefix('*').unwrap_or(line).strip_prefix('[');
            let Some((key, after)) = key.and_then(|key| key.split_once(']')) else {
                return Some(Safety::Safe);
            };
            (key.trim(), after)
        }
        Some(words) => {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            words.split_at(words.find(|c| !is_part(c)).unwrap_or(words.len()))
        }
    };
    let is_name = crate::manifest::is_identifier(name) || name.parse::<f64>().is_ok();
    match line.starts_with('.') {
        _ if !is_name => Some(Safety::Safe),
        // An attribute whose `=` is missing begins like that, too.
        true => (!after.trim_start().starts_with('=')).then_some(Safety::Unsafe),
        false => after.starts_with(['(', '[']).then_some(Safety::Safe),
    }
}

/// Spaces for the tabs that lines are indented with, as many as the lines of the
/// message above have.
pub(super) fn tabs(source: &str, junk: &Range<usize>) -> Option<Fix> {
    let above = &source[entry_before(source, junk.start)..junk.start];
    let mut indents = above.lines().map(|line| line.len() - line.trim_start_matches(' ').len());
    let unit = indents.find(|width| *width > 0).unwrap_or(4);
    if !source[junk.clone()].contains('\t') {
        return None;
    }
    let edits = lines(source, junk.clone(), true, unit);
    proven(source, junk, Fix { edits, safety: Safety::Safe })
}

/// A line that belongs to no message, as one that goes on with the message above.
pub(super) fn indented(source: &str, junk: &Range<usize>) -> Option<Fix> {
    proven(source, junk, Fix::likely(junk.start..junk.start, "    "))
}

/// A choice without a default, with the variant for everything else as such.
pub(super) fn default_variant(source: &str, junk: &Range<usize>) -> Option<Fix> {
    let mut keys = source[junk.clone()].match_indices("[other]");
    let (at, _) = keys.next()?;
    let at = junk.start + at;
    let is_only = keys.next().is_none() && !source[..at].ends_with('*');
    proven(source, junk, Fix::likely(at..at, "*")).filter(|_| is_only)
}

/// The fix, if what it mends is read then, and no message or term that is read now
/// is not.
pub(super) fn proven(source: &str, junk: &Range<usize>, fix: Fix) -> Option<Fix> {
    let first = fix.edits.iter().map(|edit| edit.span.start).min()?;
    let from = entry_before(source, junk.start);
    let part = source.get(from..junk.end)?;
    let moved = |edit: &Edit| Edit {
        span: edit.span.start - from..edit.span.end - from,
        text: edit.text.clone(),
    };
    let edits = fix.edits.iter().map(moved).collect();
    let mended = mend(part, [&Fix { edits, safety: fix.safety }]);
    let (before, after) = (readable(part), readable(&mended.text));
    let (before, after) = (Read::of(&before), Read::of(&after));
    let reads_on = after.unread.is_none_or(|unread| unread > first - from);
    (mended.applied == 1 && reads_on && before.names.is_subset(&after.names)).then_some(fix)
}

/// What is read of a part of a file.
struct Read<'p> {
    names: HashSet<(&'p str, bool)>,
    /// The first byte of what is not.
    unread: Option<usize>,
}

impl<'p> Read<'p> {
    fn of(part: &'p str) -> Read<'p> {
        let (Resource { body }, errors) = match parse_runtime(part) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let name = |entry: &Entry<&'p str>| match entry {
            Entry::Message(message) => Some((message.id.name, false)),
            Entry::Term(term) => Some((term.id.name, true)),
            _ => None,
        };
        let junk = errors.iter().map(|error| error.slice.clone().unwrap_or(error.pos.clone()));
        Read {
            names: body.iter().filter_map(name).collect(),
            unread: junk.map(|junk| junk.start).min(),
        }
    }
}

/// Where the message or comment above a byte begins.
fn entry_before(source: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(above) = source[..end].strip_suffix('\n') {
        let start = above.rfind('\n').map_or(0, |at| at + 1);
        if above[start..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '#') {
            return start;
        }
        end = start;
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::catalog::FtlFile;
    use crate::fix::{Safety, mend};

    /// The file with its first fault mended, and how safe that is.
    fn mended(text: &str) -> Option<(String, Safety)> {
        let file = FtlFile::parse("x.ftl", text.to_owned());
        let fix = file.diagnostics().first()?.fix.as_deref()?;
        Some((mend(text, [fix]).text, fix.safety))
    }

    fn safely(text: &str) -> String {
        let (text, safety) = mended(text).expect("a fix");
        assert_eq!(safety, Safety::Safe);
        assert!(FtlFile::parse("x.ftl", text.clone()).diagnostics().is_empty(), "{text}");
        text
    }

    #[test]
    fn all_lines_that_are_cut_off_are_mended_at_once() {
        assert_eq!(
            safely("a = one\r\n    * two { $x }\r\n\r\n    - three\r\n    * four\r\n    .b = five"),
            "a = one\r\n    { \"*\" } two { $x }\r\n\r\n    - three\r\n    { \"*\" } four\r\n    .b = five"
        );
        assert_eq!(
            safely("a =\n    **Bold** text\nb = x\n"),
            "a =\n    { \"*\" }*Bold** text\nb = x\n"
        );
        assert_eq!(safely("a = one\n    [x](y)\n"), "a = one\n    { \"[\" }x](y)\n");
        assert_eq!(safely("a = one\n    ... two\n"), "a = one\n    { \".\" }.. two\n");
        assert_eq!(safely("\u{feff}a = one\n"), "a = one\n");
    }

    #[test]
    fn signs_behind_tabs_are_mended_with_them() {
        assert_eq!(
            safely("a =\r\n\t* one\r\n    * two\r\n\t\t- three\r\n\t.b = four\r\n"),
            "a =\r\n    { \"*\" } one\r\n    { \"*\" } two\r\n        - three\r\n    .b = four\r\n"
        );
    }

    #[test]
    fn tabs_become_what_the_message_is_indented_with() {
        assert_eq!(
            safely("a =\n  - one\n\t- two\n\t\t- three\n"),
            "a =\n  - one\n  - two\n    - three\n"
        );
        assert_eq!(safely("a =\n\tone\n\ttwo\n"), "a =\n    one\n    two\n");
        assert_eq!(
            safely("a = { $n ->\n\t[one] x\n\t*[other] y\n}\n"),
            "a = { $n ->\n    [one] x\n    *[other] y\n}\n"
        );
    }

    #[test]
    fn what_may_be_no_text_is_left_alone() {
        assert_eq!(mended("a = one\n    [other] two\n"), None, "a variant");
        assert_eq!(mended("a = one\n    *[ 1 ] two\n"), None, "a variant");
        assert_eq!(mended("a = one\n    .b =\n"), None, "an attribute");
        assert_eq!(mended("    * two\n"), None, "there is no message above");
        assert_eq!(mended("# a\n    * two\n"), None, "there is no message above");
        assert_eq!(mended("a = one\n    * two { $x\n"), None, "`a` would be lost");
        assert_eq!(mended("a = one\n    * two }\n"), None, "`a` would be lost");
    }

    #[test]
    fn a_guess_says_that_it_is_one() {
        let likely = |text: &str| mended(text).filter(|(_, safety)| *safety == Safety::Unsafe);
        let text = |text: &str| likely(text).map(|(text, _)| text).unwrap_or_default();
        assert_eq!(text("a = one\ntwo three\n"), "a = one\n    two three\n");
        assert_eq!(text("a = one\n    .net two\n"), "a = one\n    { \".\" }net two\n");
        assert_eq!(text("a = { $n ->\n [other] x\n}\n"), "a = { $n ->\n *[other] x\n}\n");
        assert_eq!(text("a = one\n\ntwo three\n"), "a = one\n\n    two three\n");
        assert_eq!(text("# a\ntwo three\n"), "");
    }
}
