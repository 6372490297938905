//! The mistakes that people make in a translation, one at a time.

use std::ops::Range;

use ereje::catalog::FtlFile;

/// A mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    DroppedVariable,
    MisspeltVariable,
    SwappedVariables,
    ChangedDigit,
    DroppedNegation,
    BrokenLink,
    ChangedAddress,
    DroppedItem,
    DroppedVariant,
    StarAtLineStart,
    BracketAtLineStart,
    LostIndentation,
    PastedSource,
    LookAlike,
    LeftNote,
}

/// What a person did to a file.
pub(super) struct Injected {
    /// The message that it was done to.
    pub(super) message: String,
    /// The file since.
    pub(super) text: String,
}

/// All of them.
pub(super) const FAULTS: [Fault; 15] = [
    Fault::DroppedVariable,
    Fault::MisspeltVariable,
    Fault::SwappedVariables,
    Fault::ChangedDigit,
    Fault::DroppedNegation,
    Fault::BrokenLink,
    Fault::ChangedAddress,
    Fault::DroppedItem,
    Fault::DroppedVariant,
    Fault::StarAtLineStart,
    Fault::BracketAtLineStart,
    Fault::LostIndentation,
    Fault::PastedSource,
    Fault::LookAlike,
    Fault::LeftNote,
];

impl Fault {
    pub(super) fn name(self) -> &'static str {
        match self {
            Fault::DroppedVariable => "a variable dropped",
            Fault::MisspeltVariable => "a variable misspelt",
            Fault::SwappedVariables => "two variables swapped",
            Fault::ChangedDigit => "a digit changed",
            Fault::DroppedNegation => "a “not” dropped",
            Fault::BrokenLink => "a link broken",
            Fault::ChangedAddress => "an address changed",
            Fault::DroppedItem => "a list item dropped",
            Fault::DroppedVariant => "a plural form dropped",
            Fault::StarAtLineStart => "a line begins with *",
            Fault::BracketAtLineStart => "a line begins with [",
            Fault::LostIndentation => "an indentation lost",
            Fault::PastedSource => "the source pasted",
            Fault::LookAlike => "a look-alike letter",
            Fault::LeftNote => "a note left",
        }
    }

    /// The file with this mistake in each message where it can be made.
    pub(super) fn inject(self, file: &FtlFile, source: &FtlFile) -> Vec<Injected> {
        let inject = |(id, body): (&str, Range<usize>)| {
            let old = &file.text()[body.clone()];
            let new = self.body(id, old, source)?;
            let text = [&file.text()[..body.start], &new, &file.text()[body.end..]].concat();
            (new != old).then(|| Injected { message: id.to_owned(), text })
        };
        bodies(file).into_iter().filter_map(inject).collect()
    }

    fn body(self, id: &str, body: &str, source: &FtlFile) -> Option<String> {
        let without = |range: Range<usize>| [&body[..range.start], &body[range.end..]].concat();
        match self {
            Fault::DroppedVariable => {
                let found = variables(body).into_iter().find(|found| found.is_alone)?;
                Some(without(found.placeable))
            }
            Fault::MisspeltVariable => {
                let found = variables(body).into_iter().next()?;
                Some([&body[..found.name.end], "x", &body[found.name.end..]].concat())
            }
            Fault::SwappedVariables => {
                let found = variables(body);
                let one = found.first()?;
                let name = |at: &Variable| &body[at.name.clone()];
                let other = found.iter().find(|other| name(other) != name(one))?;
                let (a, b) = (one.name.clone(), other.name.clone());
                let parts = [&body[..a.start], &body[b.clone()], &body[a.end..b.start]];
                Some(parts.concat() + &body[a] + &body[b.end..])
            }
            Fault::ChangedDigit => {
                let at = outside_braces(body).find(|at| body.as_bytes()[*at].is_ascii_digit())?;
                let digit = (body.as_bytes()[at] - b'0' + 1) % 10;
                Some(format!("{}{digit}{}", &body[..at], &body[at + 1..]))
            }
            Fault::DroppedNegation => {
                let words = [
                    " not ", " не ", " nicht ", " pas ", " no ", " não ", " non ", " nie ",
                    " inte ",
                ];
                let word = words.into_iter().find(|word| body.contains(word))?;
                Some(body.replacen(word, " ", 1))
            }
            Fault::BrokenLink => {
                let at = body.find("](")?;
                Some(without(at + 1..at + 2))
            }
            Fault::ChangedAddress => {
                let at = body.find("://")? + 3;
                Some([&body[..at], "x", &body[at..]].concat())
            }
            Fault::DroppedItem => {
                let line = lines(body)
                    .into_iter()
                    .skip(1)
                    .find(|line| body[line.clone()].trim_start().starts_with("- "))?;
                Some(without(line))
            }
            Fault::DroppedVariant => {
                let line = lines(body).into_iter().find(|line| {
                    let words = body[line.clone()].trim();
                    words.starts_with('[') && words.contains(']') && balanced(words)
                })?;
                Some(without(line))
            }
            Fault::StarAtLineStart => at_continuation(body, "* "),
            Fault::BracketAtLineStart => at_continuation(body, "[1] "),
            Fault::LostIndentation => {
                let line = continuation(body)?;
                let indent = body[line.clone()].len() - body[line.clone()].trim_start().len();
                Some(without(line.start..line.start + indent))
            }
            Fault::PastedSource => {
                let (_, from) = bodies(source).into_iter().find(|(name, _)| *name == id)?;
                let text = &source.text()[from];
                (text.chars().filter(|c| c.is_alphabetic()).count() > 40).then(|| text.to_owned())
            }
            Fault::LookAlike => {
                const ALIKE: [(char, char); 6] =
                    [('а', 'a'), ('е', 'e'), ('о', 'o'), ('с', 'c'), ('р', 'p'), ('і', 'i')];
                let at = outside_braces(body).find(|at| {
                    let inside = body[..*at].ends_with(|c: char| ('а'..='я').contains(&c));
                    inside && ALIKE.iter().any(|(own, _)| body[*at..].starts_with(*own))
                })?;
                let (own, other) = ALIKE.iter().find(|(own, _)| body[at..].starts_with(*own))?;
                Some(format!("{}{other}{}", &body[..at], &body[at + own.len_utf8()..]))
            }
            Fault::LeftNote => {
                let end = body.trim_end().len();
                let is_text = !body[..end].ends_with('}');
                is_text.then(|| format!("{} TODO{}", &body[..end], &body[end..]))
            }
        }
    }
}

/// The messages of a file: each name, and the bytes from it up to the next one.
fn bodies(file: &FtlFile) -> Vec<(&str, Range<usize>)> {
    let text = file.text();
    let of = |start: usize| {
        let mut end = start;
        for line in text[start..].split_inclusive('\n') {
            if end > start && !line.starts_with([' ', '\n', '\r', '}']) {
                break;
            }
            end += line.len();
        }
        start..end
    };
    let body = |message: &ereje::catalog::Message<'_>| of(file.span(message.id.name).start);
    file.messages().map(|message| (message.id.name, body(message))).collect()
}

struct Variable {
    /// From brace to brace.
    placeable: Range<usize>,
    name: Range<usize>,
    /// Whether nothing else is in the braces.
    is_alone: bool,
}

fn variables(body: &str) -> Vec<Variable> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(dollar) = body[at..].find('$').map(|dollar| at + dollar) {
        let start = dollar + 1;
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let end = start + body[start..].find(|c| !is_name(c)).unwrap_or(body.len() - start);
        let open = body[..dollar].rfind('{').unwrap_or(dollar);
        let close = body[end..].find('}').map_or(end, |close| end + close + 1);
        let is_alone = body[open..dollar].trim() == "{" && body[end..close].trim() == "}";
        found.push(Variable { placeable: open..close, name: start..end, is_alone });
        at = end;
    }
    found
}

/// The bytes at which characters begin that stand in no braces, behind the name.
fn outside_braces(body: &str) -> impl Iterator<Item = usize> + '_ {
    let start = body.find('=').map_or(0, |at| at + 1);
    let mut depth = 0_usize;
    body.char_indices().filter_map(move |(at, character)| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (at >= start && depth == 0 && character != '}').then_some(at)
    })
}

fn lines(body: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let line = |line: &str| {
        let range = at..at + line.len();
        at = range.end;
        range
    };
    body.split_inclusive('\n').map(line).collect()
}

/// A line of words that goes on with the text above.
fn continuation(body: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    lines(body).into_iter().enumerate().find_map(|(nth, line)| {
        let words = &body[line.clone()];
        let is_inside = depth > 0;
        depth += words.matches('{').count();
        depth = depth.saturating_sub(words.matches('}').count());
        let begins = words.trim_start().chars().next().is_some_and(char::is_alphabetic);
        (nth > 0 && !is_inside && words.starts_with(' ') && begins).then_some(line)
    })
}

fn at_continuation(body: &str, sign: &str) -> Option<String> {
    let line = continuation(body)?;
    let indent = body[line.clone()].len() - body[line.clone()].trim_start().len();
    let at = line.start + indent;
    Some([&body[..at], sign, &body[at..]].concat())
}

fn balanced(line: &str) -> bool {
    line.matches('{').count() == line.matches('}').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(fault: Fault, text: &str) -> Vec<String> {
        let file = FtlFile::parse("x.ftl", text.to_owned());
        let source = FtlFile::parse("s.ftl", String::new());
        fault.inject(&file, &source).into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn one_mistake_is_made_in_each_message() {
        let text = "a = x { $n } y\nb = { $n }, { $m } 12\n    more\n";
        assert_eq!(done(Fault::DroppedVariable, text)[0], text.replacen("{ $n }", "", 1));
        assert_eq!(
            done(Fault::SwappedVariables, text)[0],
            "a = x { $n } y\nb = { $m }, { $n } 12\n    more\n"
        );
        assert_eq!(done(Fault::ChangedDigit, text)[0], text.replace("12", "22"));
        assert_eq!(done(Fault::StarAtLineStart, text)[0], text.replace("more", "* more"));
        assert_eq!(done(Fault::LostIndentation, text)[0], text.replace("    more", "more"));
        assert_eq!(done(Fault::LookAlike, "a = данные\n")[0], "a = дaнные\n");
        assert!(done(Fault::DroppedItem, text).is_empty());
    }
}
