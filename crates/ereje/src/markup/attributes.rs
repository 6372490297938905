//! What other tools than CommonMark read in a page: attribute lists of Kramdown
//! and Python-Markdown, templates of Liquid.

use std::ops::Range;

use super::site_links::plain_targets;

/// An attribute list, `{: #id .class}` or `{#id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attributes {
    pub(super) span: Range<usize>,
    pub(super) id: Option<String>,
    /// Whether it says more than an id.
    pub(super) says_more: bool,
    /// Whether its id was given to what it stands behind.
    pub(super) is_used: bool,
}

/// The text with blanks in place of its attribute lists, so that all else stays
/// where it is; the lists; and where templates stand.
pub(super) fn set_apart(text: &str) -> (String, Vec<Attributes>, Vec<Range<usize>>) {
    let plain = plain_targets(text);
    let mut masked = plain.to_string();
    let (mut lists, mut templates) = (Vec::new(), Vec::new());
    for (start, line) in lines_of_text(&plain).filter(|(_, line)| line.contains('{')) {
        for (at, list) in lists_in(line) {
            let span = start + at.start..start + at.end;
            masked.replace_range(span.clone(), &" ".repeat(span.len()));
            lists.push(Attributes { span, ..list });
        }
        let within = templates_in(line).into_iter();
        templates.extend(within.map(|at| start + at.start..start + at.end));
    }
    (masked, lists, templates)
}

/// The lines of a text that stand in no block of code between fences, and where each
/// begins.
pub(super) fn lines_of_text(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fence: Option<String> = None;
    let mut end = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = end;
        end += line.len();
        let words = line.trim_start();
        let sign = words.chars().next().filter(|c| *c == '`' || *c == '~');
        let run: String = words.chars().take_while(|c| Some(*c) == sign).collect();
        match &fence {
            Some(open) if run.starts_with(open.as_str()) && words.trim() == run => fence = None,
            None if run.len() >= 3 && !words[run.len()..].contains('`') => fence = Some(run),
            None => return Some((start, line)),
            Some(_) => {}
        }
        None
    })
}

/// Whether a place stands in a span of code, as far as its line tells.
pub(super) fn in_code(line: &str, at: usize) -> bool {
    let mut signs = 0;
    let mut escaped = false;
    for byte in line[..at].bytes() {
        // A backslash means nothing in code.
        signs += usize::from(byte == b'`' && !(escaped && signs % 2 == 0));
        escaped = byte == b'\\' && !escaped;
    }
    signs % 2 == 1
}

fn lists_in(line: &str) -> Vec<(Range<usize>, Attributes)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = line[at..].find('{').map(|open| at + open) {
        at = open + 1;
        let Some(close) = line[open..].find('}').map(|close| open + close) else { break };
        let inner = &line[open + 1..close];
        let inner_list = inner.strip_prefix(':').filter(|rest| !rest.starts_with(':'));
        let is_extension = inner.starts_with("::");
        let is_id = inner.starts_with('#')
            && line[close + 1..].trim().is_empty()
            && inner.split_whitespace().all(|word| word.len() > 1 && word.starts_with(['#', '.']));
        if (inner_list.is_none() && !is_id && !is_extension) || in_code(line, open) {
            continue;
        }
        let words: Vec<&str> = inner_list.unwrap_or(inner).split_whitespace().collect();
        let id = words.iter().find_map(|word| {
            let word = word.strip_prefix('#').or_else(|| word.strip_prefix("id="))?;
            Some(word.trim_matches('"').to_owned()).filter(|id| !id.is_empty())
        });
        let says_more = words.len() > usize::from(id.is_some());
        let list = Attributes { span: 0..0, id, says_more, is_used: false };
        found.push((open..close + 1, list));
        at = close + 1;
    }
    found
}

fn templates_in(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        let mut at = 0;
        while let Some(from) = line[at..].find(open).map(|from| at + from) {
            let to = line[from..].find(close).map_or(line.trim_end().len(), |to| from + to + 2);
            if !in_code(line, from) {
                found.push(from..to);
            }
            at = to.max(from + 2);
        }
    }
    found.sort_by_key(|at| at.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_blanked_and_nothing_else_moves() {
        let text = "# A {#a}\n\nText.\n{: #b .c}\n\n`{: #no}` {{ site.x }}\n\n```\n{: #no}\n```\n\
                    *May*{: datetime=\"2025\"} {% if %}\n";
        let (masked, lists, templates) = set_apart(text);
        assert_eq!(masked.len(), text.len());
        let ids: Vec<_> = lists.iter().map(|list| (list.id.as_deref(), list.says_more)).collect();
        assert_eq!(ids, [(Some("a"), false), (Some("b"), true), (None, true)]);
        let shown: Vec<_> = templates.into_iter().map(|at| &text[at]).collect();
        assert_eq!(shown, ["{{ site.x }}", "{% if %}"]);
        assert!(masked.contains("`{: #no}`") && !masked.contains("{#a}"));
        let (masked, ..) = set_apart("## A \\` {b {#c}\n## `\\` d {#e}\n## `f \\ {#g}`\n");
        assert_eq!(masked.replace("    ", ""), "## A \\` {b \n## `\\` d \n## `f \\ {#g}`\n");
    }
}
