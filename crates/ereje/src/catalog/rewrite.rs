//! Changing the texts of a file by span: everything else in it stays as it is,
//! byte by byte.

use std::ops::Range;

use fluent_syntax::ast;

use super::{FtlFile, Pattern};

/// Stands for something that is filled in: a digit, so that it reads as a part
/// of a word or address, and never as markup.
const STAND_IN: &str = "0";

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the whole value of a message or of one of its attributes.
    Message,
    /// It is a part of a sentence: a term, or a variant of a selector.
    Part,
}

/// A change of a text: what of it is replaced, and by what.
pub type Edit = (Range<usize>, String);

/// The changes of a text.
#[derive(Clone, Debug, Default)]
pub struct Rewritten {
    /// In order. None reaches into what is filled in; those with empty ranges
    /// insert something.
    pub edits: Vec<Edit>,
    /// Where variants of selectors may be rewritten too.
    pub open: Vec<Range<usize>>,
}

/// The file with each of its texts changed as `change` says. A text is told as
/// it is typed, with a digit in the place of whatever is filled in.
pub fn rewrite(file: &FtlFile, change: &dyn Fn(&str, Place) -> Rewritten) -> String {
    let mut writer = Writer { file, change, edits: Vec::new() };
    let mut patterns: Vec<(&str, &Pattern<'_>, Place)> = Vec::new();
    for message in file.messages() {
        patterns.extend(message.value.iter().map(|value| (message.id.name, value, Place::Message)));
        let attributes = message.attributes.iter();
        patterns.extend(attributes.map(|one| (one.id.name, &one.value, Place::Message)));
    }
    for term in file.terms() {
        patterns.push((term.id.name, &term.value, Place::Part));
    }
    let mut starts: Vec<usize> = patterns.iter().map(|(name, ..)| file.span(name).start).collect();
    starts.sort_unstable();
    for (name, pattern, place) in patterns {
        let begin = file.span(name).end;
        let next = starts[starts.partition_point(|start| *start < begin)..].first();
        writer.pattern(pattern, place, begin..next.copied().unwrap_or(file.text().len()));
    }
    writer.finish()
}

/// A part of a pattern: where it stands in the text that is told, and where in
/// the file, unless it is filled in.
struct Part<'p> {
    told: Range<usize>,
    source: Option<Range<usize>>,
    variants: &'p [ast::Variant<&'p str>],
}

struct Writer<'w> {
    file: &'w FtlFile,
    change: &'w dyn Fn(&str, Place) -> Rewritten,
    edits: Vec<Edit>,
}

impl<'w> Writer<'w> {
    /// Changes a pattern that lies somewhere in `within`.
    fn pattern(&mut self, pattern: &'w Pattern<'w>, place: Place, within: Range<usize>) {
        let mut text = String::new();
        let mut parts = Vec::new();
        for element in &pattern.elements {
            let start = text.len();
            let (source, variants) = match element {
                ast::PatternElement::TextElement { value: "" } => continue,
                ast::PatternElement::TextElement { value } => {
                    text.push_str(value);
                    (Some(self.file.span(value)), &[][..])
                }
                ast::PatternElement::Placeable { expression } => {
                    text.push_str(STAND_IN);
                    (None, variants(expression))
                }
            };
            parts.push(Part { told: start..text.len(), source, variants });
        }
        let Rewritten { edits, open } = (self.change)(&text, place);
        for (range, new) in edits {
            if let Some(span) = self.span(&range, &parts, &within) {
                // A line may begin with a brace, and with nothing else.
                let is_unindented =
                    span.start > 0 && self.file.text()[..span.start].ends_with('\n');
                let new = if is_unindented { format!(" {new}") } else { new };
                self.edits.push((span, new));
            }
        }
        for part in &parts {
            let is_open =
                |open: &Range<usize>| open.start <= part.told.start && part.told.end <= open.end;
            if open.iter().any(is_open) {
                for variant in part.variants {
                    self.pattern(&variant.value, Place::Part, 0..0);
                }
            }
        }
    }

    /// Where a range of the text that was told stands in the file.
    fn span(
        &self,
        range: &Range<usize>,
        parts: &[Part<'_>],
        within: &Range<usize>,
    ) -> Option<Range<usize>> {
        let at = parts.iter().position(|part| range.start < part.told.end);
        let at = at.or(parts.len().checked_sub(1))?;
        let Part { told, source, .. } = &parts[at];
        if let Some(source) = source {
            let from = source.start + range.start.checked_sub(told.start)?;
            return (range.end <= told.end).then(|| from..from + range.len());
        }
        let place = match at.checked_sub(1) {
            _ if range.start >= told.end => self.last_brace(within.clone())?,
            None => self.opening_brace(within.clone())?,
            Some(before) => self.opening_brace(parts[before].source.as_ref()?.end..within.end)?,
        };
        range.is_empty().then_some(place..place)
    }

    /// The brace that opens what comes first in `within`.
    fn opening_brace(&self, within: Range<usize>) -> Option<usize> {
        let at = within.start;
        self.file.text().get(within)?.find('{').map(|brace| at + brace)
    }

    /// The place behind the brace that closes the pattern in `within`; what
    /// follows are blank lines, comments and the beginning of the next name.
    fn last_brace(&self, within: Range<usize>) -> Option<usize> {
        let start = within.start;
        let text = self.file.text().get(within)?;
        let mut end = 0;
        let mut at = 0;
        for (nth, line) in text.split_inclusive('\n').enumerate() {
            // Of the next attribute's line there is only its dot, of a term's its
            // hyphen.
            if nth > 0 && (line.starts_with('#') || [".", "-"].contains(&line.trim())) {
                break;
            }
            end = if line.trim().is_empty() { end } else { at + line.trim_end().len() };
            at += line.len();
        }
        text[..end].ends_with('}').then_some(start + end)
    }

    fn finish(mut self) -> String {
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let source = self.file.text();
        let (mut out, mut done) = (String::with_capacity(source.len() * 3 / 2), 0);
        for (range, new) in self.edits {
            if let Some(kept) = source.get(done..range.start) {
                out.push_str(kept);
                out.push_str(&new);
                done = range.end;
            }
        }
        out.push_str(&source[done..]);
        out
    }
}

/// The variants of a selector, within as many braces as may be.
fn variants<'p>(expression: &'p ast::Expression<&'p str>) -> &'p [ast::Variant<&'p str>] {
    match expression {
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => {
            variants(expression)
        }
        ast::Expression::Select { variants, .. } => variants,
        ast::Expression::Inline(_) => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Capitals for all letters, and brackets around whole messages.
    fn loud(text: &str) -> String {
        let file = FtlFile::parse("x.ftl", text.to_owned());
        assert_eq!(file.diagnostics(), []);
        rewrite(&file, &|text, place| {
            let mut edits = Vec::new();
            if place == Place::Message {
                edits.push((0..0, "<".to_owned()));
            }
            let letters = text.char_indices().filter(|(_, c)| c.is_lowercase());
            edits
                .extend(letters.map(|(at, c)| (at..at + c.len_utf8(), c.to_uppercase().collect())));
            if place == Place::Message {
                edits.push((text.len()..text.len(), ">".to_owned()));
            }
            Rewritten { edits, open: std::iter::once(0..text.len()).collect() }
        })
    }

    /// Brackets around all paragraphs.
    fn loud_blocks(text: &str) -> String {
        rewrite(&FtlFile::parse("x.ftl", text.to_owned()), &|text, _| {
            let mut edits = Vec::new();
            let mut at = 0;
            for block in text.split("\n\n") {
                edits.push((at..at, "<".to_owned()));
                edits.push((at + block.len()..at + block.len(), ">".to_owned()));
                at += block.len() + 2;
            }
            Rewritten { edits, open: Vec::new() }
        })
    }

    #[test]
    fn texts_change_and_nothing_else_does() {
        assert_eq!(
            loud(
                "# c\na = x { $y } z # w\n    .b = { c.d }q\n\n# e { $f }\n-t = { -u(v: \"w\") } g\nc = h\n  .d = i\n"
            ),
            "# c\na = <X { $y } Z # W>\n    .b = <{ c.d }Q>\n\n# e { $f }\n-t = { -u(v: \"w\") } G\nc = <H>\n  .d = <I>\n"
        );
    }

    #[test]
    fn brackets_go_around_what_is_filled_in() {
        assert_eq!(
            loud(
                "a =\n    { $n ->\n        [one] x { $m }\n       *[other] { NUMBER($n) }\n    }\n\n    # b\n\n# { c }\nd = { \"{}\" }\n    .e = { { $f } }\n"
            ),
            "a =\n    <{ $n ->\n        [one] X { $m }\n       *[other] { NUMBER($n) }\n    }\n\n    # B>\n\n# { c }\nd = <{ \"{}\" }>\n    .e = <{ { $f } }>\n"
        );
        assert_eq!(
            loud_blocks("a =\n    { $x }\n\n    { $y } z\n\n    w { $y }\n\n    v\n"),
            "a =\n    <{ $x }>\n\n    <{ $y } z>\n\n    <w { $y }>\n\n    <v>\n"
        );
        assert_eq!(loud("a = { $y ->\n*[b] c\n}\n-t = d\n"), "a = <{ $y ->\n*[b] C\n}>\n-t = D\n");
        assert_eq!(loud("a =\n{ $y }\n"), "a =\n <{ $y }>\n");
        assert_eq!(loud("a = x\n    { $y }\n\n# { z }\n"), "a = <X\n    { $y }>\n\n# { z }\n");
        assert_eq!(loud("a = { $y ->\n   *[b] c\n }\n"), "a = <{ $y ->\n   *[b] C\n }>\n");
    }
}
