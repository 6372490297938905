//! Where the texts of a message stand in its file, so that one can be written anew
//! and everything else stays as it is.

use std::ops::Range;

use super::FtlFile;

/// Where a message stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// From its name to the end of its last line, with the line end.
    pub whole: Range<usize>,
    /// What stands behind the `=` of its value, up to the end of the value's last
    /// line. Comes also where it has no value: then it is the rest of that line.
    pub value: Range<usize>,
    /// The same of each attribute, by name.
    pub attributes: Vec<(String, Range<usize>)>,
}

impl FtlFile {
    /// Where the message of this name stands. Not to be asked of files that could
    /// not be read as a whole.
    #[must_use]
    pub fn spot(&self, id: &str) -> Option<Spot> {
        let message = self.message(id)?;
        let text = self.text();
        let name = self.span(message.id.name);
        let next = self.names().into_iter().find(|start| *start > name.start);
        let end = end_of_lines(text, name.start, next.unwrap_or(text.len()));
        let attributes: Vec<(&str, Range<usize>)> = message
            .attributes
            .iter()
            .map(|attribute| (attribute.id.name, self.span(attribute.id.name)))
            .collect();
        let line_of = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
        // An attribute's lines end where the next one's begin.
        let ends = attributes.iter().skip(1).map(|(_, span)| line_of(span.start)).chain([end]);
        let behind = |at: usize| text[at..].find('=').map_or(at, |sign| at + sign + 1);
        let value_end = attributes.first().map_or(end, |(_, span)| line_of(span.start));
        Some(Spot {
            whole: name.start..end,
            value: behind(name.end)..value_end,
            attributes: attributes
                .iter()
                .zip(ends)
                .map(|((name, span), end)| ((*name).to_owned(), behind(span.end)..end))
                .collect(),
        })
    }

    /// The comment that belongs to the message of this name: the lines right above
    /// it, without their signs.
    #[must_use]
    pub fn comment(&self, id: &str) -> Option<String> {
        let message = self.message(id)?;
        let above = &self.text()[..self.span(message.id.name).start];
        let mut lines: Vec<&str> = Vec::new();
        for line in above.lines().rev() {
            let Some(words) = line.strip_prefix('#') else { break };
            if words.starts_with('#') {
                break;
            }
            lines.push(words.trim());
        }
        lines.reverse();
        (!lines.is_empty()).then(|| lines.join(" ").trim().to_owned())
    }

    /// Where the names of messages and terms begin, in order.
    pub(super) fn names(&self) -> Vec<usize> {
        let terms = self.terms().map(|term| self.span(term.id.name).start.saturating_sub(1));
        let messages = self.messages().map(|message| self.span(message.id.name).start);
        let mut all: Vec<usize> = messages.chain(terms).collect();
        all.sort_unstable();
        all
    }
}

/// Where the last line ends that says something, of those from `start` to `end`:
/// before blank lines and comments.
pub(super) fn end_of_lines(text: &str, start: usize, end: usize) -> usize {
    let (mut at, mut last) = (start, start);
    for line in text[start..end].split_inclusive('\n') {
        if at > start && line.starts_with('#') {
            break;
        }
        at += line.len();
        if !line.trim().is_empty() {
            last = at;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_with_their_lines() {
        let text = "### all\n\n# One\n# and two\na = x\n    y\n\n    z\n  .b = c\n    .d =\n      e { $f ->\n   *[g] h\n}\n\n\n# { i }\nj = k\n-l = m\nn =\n    .o = p";
        let file = FtlFile::parse("x.ftl", text.to_owned());
        assert_eq!(file.diagnostics(), []);
        let a = file.spot("a").expect("a");
        assert_eq!(&text[a.value], " x\n    y\n\n    z\n");
        assert_eq!(&text[a.attributes[0].1.clone()], " c\n");
        assert_eq!(&text[a.attributes[1].1.clone()], "\n      e { $f ->\n   *[g] h\n}\n");
        assert!(text[a.whole].ends_with("}\n"));
        assert_eq!(&text[file.spot("j").expect("j").value], " k\n");
        let n = file.spot("n").expect("n");
        assert_eq!((&text[n.value], &text[n.attributes[0].1.clone()]), ("\n", " p"));
        assert_eq!(file.comment("a").as_deref(), Some("One and two"));
        assert_eq!(file.comment("n"), None);
    }
}
