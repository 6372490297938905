//! Why a part of a file could not be read as Fluent, in words that say what to
//! type instead. The parser itself only knows which character it expected.

mod braces;
mod mending;
mod strangers;

use std::collections::HashSet;
use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError};

use super::nesting::DEEPEST_BRACES;
use crate::diagnostic::Diagnostic;
use crate::fix::Fix;
pub(super) use braces::unclosed;

/// The most syntax errors that are told of one file; past that it is not a
/// file of messages at all.
const MAX_ERRORS: usize = 200;

/// A diagnostic for each error, and the ids of messages that could not be read.
pub(super) fn explain(
    path: &str,
    source: &str,
    errors: &[ParserError],
) -> (Vec<Diagnostic>, HashSet<String>) {
    let mut found = Vec::new();
    let junk = |error: &ParserError| error.slice.clone().unwrap_or_else(|| error.pos.clone());
    let broken = errors.iter().filter_map(|error| source.get(junk(error))).flat_map(ids);
    let broken = broken.collect();
    for error in errors.iter().take(MAX_ERRORS) {
        let junk = junk(error);
        let Cause { span, message, hint, fix } = cause(source, error, &junk);
        let told = Diagnostic::error("syntax", path, message).at(source, span).hint(hint);
        found.push(match fix {
            Some(fix) => told.fix(fix),
            None => told,
        });
    }
    if errors.len() > MAX_ERRORS {
        let message =
            format!("{} more lines of this file are no Fluent", errors.len() - MAX_ERRORS);
        found.push(
            Diagnostic::error("syntax", path, message).hint("is it a file of messages at all?"),
        );
    }
    (found, broken)
}

/// What tells of messages with braces too deep to be read, and their names.
pub(super) fn too_deep(
    path: &str,
    source: &str,
    parts: &[Range<usize>],
) -> Vec<(Diagnostic, Option<String>)> {
    let told = |part: &Range<usize>| {
        let line = source[part.clone()].lines().next().unwrap_or_default();
        let message = format!("the braces of this message are more than {DEEPEST_BRACES} deep");
        let at = part.start..part.start + line.len();
        let told = Diagnostic::error("syntax", path, message).at(source, at);
        (
            told.hint("close each brace; choices in choices can be messages of their own"),
            ids(line).next(),
        )
    };
    parts.iter().take(MAX_ERRORS).map(told).collect()
}

/// What tells of escapes that could be words as well, of which the parser says nothing.
pub(super) fn cut_short(
    path: &str,
    source: &str,
    (escapes, errors): (&[usize], &[ParserError]),
) -> Vec<Diagnostic> {
    let is_told = |at: &&usize| {
        errors.iter().filter_map(|error| error.slice.as_ref()).any(|junk| junk.contains(at))
    };
    let (message, hint) = ESCAPE;
    let told =
        |at: &usize| Diagnostic::error("syntax", path, message).at(source, *at..at + 2).hint(hint);
    escapes.iter().filter(|at| !is_told(at)).take(MAX_ERRORS).map(told).collect()
}

/// What is wrong with an escape, and what to do about it.
const ESCAPE: (&str, &str) = (
    "a backslash in quotation marks must be followed by `\\`, `\"` or a code such as `u00A0`",
    "write `\\\\` for the backslash itself",
);

/// The names at line starts that look like messages.
fn ids(junk: &str) -> impl Iterator<Item = String> + '_ {
    junk.lines().filter_map(|line| {
        let line = line.trim_start_matches(strangers::is_unseen);
        // Of one whose sign was forgotten, or is another one, the name is there as well.
        let name = line.split(['=', ':', '{', '＝']).next()?;
        let name = name.trim_end().trim_start_matches('-');
        crate::manifest::is_identifier(name).then(|| name.to_owned())
    })
}

/// Why something could not be read.
struct Cause {
    span: Range<usize>,
    message: String,
    hint: String,
    fix: Option<Fix>,
}

impl Cause {
    fn new(span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Cause {
        Cause { span, message: message.into(), hint: hint.into(), fix: None }
    }

    fn fix(self, fix: Option<Fix>) -> Cause {
        Cause { fix, ..self }
    }
}

fn cause(source: &str, error: &ParserError, junk: &Range<usize>) -> Cause {
    if junk.start == 0 && source.starts_with('\u{feff}') {
        let message = "the file begins with a byte-order mark, which swallows its first message";
        let hint = "save it as UTF-8 without byte-order mark (BOM)";
        return Cause::new(0..3, message, hint).fix(Some(Fix::safe(0..3, "")));
    }
    if let Some(cause) = strangers::cause(source, error.pos.start, junk) {
        return cause;
    }
    let line_end = |from: usize| source[from..].find('\n').map_or(source.len(), |at| from + at);
    let line = &source[junk.start..line_end(junk.start)];
    let text = line.trim_start_matches([' ', '\t']);
    let start = junk.start + line.len() - text.len();
    let whole = start..start + text.trim_end().len();
    if line[..line.len() - text.len()].contains('\t') {
        let message = "this line is indented with a tab, so it is cut off from the message above";
        let fix = mending::tabs(source, junk);
        let hint = "indent it with four spaces instead";
        return Cause::new(junk.start..whole.end, message, hint).fix(fix);
    }
    let above = source[..junk.start].trim_end_matches(['\r', '\n', ' ']);
    if line.len() > text.len() && above.lines().next_back().is_some_and(|one| one.starts_with('#'))
    {
        let message = "this line goes on behind a comment, which no text does";
        let hint = "take away the `#` before the line above, or move the note above the message";
        return Cause::new(whole, message, hint);
    }
    if line.len() > text.len()
        && let Some(first) = text.chars().next().filter(|c| "*[.}".contains(*c))
    {
        let strange = strangers::behind_name(source, start, junk);
        if let Some(cause) = strange.or_else(|| strangers::translated_name(text, start)) {
            return cause;
        }
        let message =
            format!("a line that starts with `{first}` is cut off from the message above");
        let hint = if first == '*' {
            "for a list item write `- `; for the sign itself write `{ \"*\" }`".to_owned()
        } else {
            format!(
                "write `{{ \"{first}\" }}` for the sign, or move it to the end of the line above"
            )
        };
        let cause = Cause::new(start..start + first.len_utf8(), message, hint);
        return if first == '}' { cause } else { cause.fix(mending::signs(source, start, junk)) };
    }
    if let ErrorKind::ExpectedMessageField { .. } = &error.kind
        && let Some(cause) = first_line_cut_off(source, junk)
    {
        return cause;
    }
    tabs_inside(source, junk).unwrap_or_else(|| by_kind(source, error, junk, whole))
}

/// A message that is not read for the tabs that lines in it are indented with.
fn tabs_inside(source: &str, junk: &Range<usize>) -> Option<Cause> {
    let fix = mending::tabs(source, junk)?;
    let span = fix.edits.first()?.span.clone();
    let message = "this line is indented with a tab, which is no indentation in Fluent";
    Some(Cause::new(span, message, "indent it with spaces instead").fix(Some(fix)))
}

/// A message without text whose first line is there, but begins with a sign.
fn first_line_cut_off(source: &str, junk: &Range<usize>) -> Option<Cause> {
    let rest = source.get(junk.clone())?;
    let at = rest.find('\n')? + 1;
    let text = rest[at..].trim_start_matches(' ');
    let first = text.chars().next().filter(|c| "*[".contains(*c))?;
    let start = junk.end - text.len();
    let message = format!("a line that starts with `{first}` is cut off from the message above");
    let hint =
        format!("begin the text on the line of the `=`, or write `{{ \"{first}\" }}` for the sign");
    Some(Cause::new(start..start + 1, message, hint).fix(mending::signs(source, start, junk)))
}

fn by_kind(source: &str, error: &ParserError, junk: &Range<usize>, line: Range<usize>) -> Cause {
    let at = error.pos.start.min(source.len())..error.pos.end.min(source.len());
    let text = &source[line.clone()];
    let looks_like_entry = text.split_once('=').is_some_and(|(name, _)| {
        crate::manifest::is_identifier(name.trim().trim_start_matches('-'))
    });
    let fix = match &error.kind {
        ErrorKind::MissingDefaultVariant => mending::default_variant(source, junk),
        _ if !looks_like_entry && line.start == junk.start => mending::indented(source, junk),
        _ => None,
    };
    if looks_like_entry
        && let ErrorKind::ExpectedToken(_)
        | ErrorKind::ExpectedInlineExpression
        | ErrorKind::ExpectedCharRange { .. }
        | ErrorKind::ExpectedLiteral = &error.kind
        && let Some(cause) = braces::cause(source, at.start, junk)
    {
        return cause;
    }
    if line.start == junk.start
        && let Some(name) = colon_for_sign(text)
    {
        let hint = format!(
            "write `{name} = …` if it is one; if the line goes on with the message above, indent it \
             with four spaces"
        );
        return Cause::new(at, "this line belongs to no message", hint).fix(fix);
    }
    let (message, hint) = match &error.kind {
        _ if !looks_like_entry && at.start <= line.end && junk.start == line.start => (
            "this line belongs to no message".to_owned(),
            "if it goes on with the message above, indent it with four spaces; a message is \
             written `name = text`, a comment `# text`",
        ),
        ErrorKind::ExpectedToken('}') | ErrorKind::ExpectedInlineExpression => (
            "something in braces is not right here".to_owned(),
            "write `{ $name }`, `{ -term }` or `{ message }`, with one brace on each side; a brace \
             itself is written `{ \"{\" }`",
        ),
        ErrorKind::UnbalancedClosingBrace => (
            "a closing brace without an opening one".to_owned(),
            "remove it, or write `{ \"}\" }` for the sign itself",
        ),
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => (
            "one variant of a choice must be marked as the default, and only one".to_owned(),
            "put `*` before the last, as in `*[other]`",
        ),
        ErrorKind::ExpectedMessageField { entry_id }
        | ErrorKind::ExpectedTermField { entry_id } => {
            let message = format!("`{entry_id}` has no text");
            return Cause::new(line, message, format!("write the text behind `{entry_id} = `"));
        }
        ErrorKind::MissingValue => {
            ("text is missing here".to_owned(), "write it behind the `=`, or remove the line")
        }
        ErrorKind::UnterminatedStringLiteral => (
            "a text in quotation marks is not closed on its line".to_owned(),
            "add the closing `\"`",
        ),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            (ESCAPE.0.to_owned(), ESCAPE.1)
        }
        ErrorKind::TermAttributeAsPlaceable => (
            "an attribute of a term can choose between variants, but not be shown".to_owned(),
            "show the term itself, or make the attribute a term of its own",
        ),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => (
            "a choice can only be made by a variable, a number or a function".to_owned(),
            "write `{ $name -> … }`",
        ),
        ErrorKind::ForbiddenCallee => (
            "the name of a function is written in capitals".to_owned(),
            "write `DATETIME(…)`, `NUMBER(…)` or `LIST(…)`",
        ),
        ErrorKind::PositionalArgumentFollowsNamed
        | ErrorKind::DuplicatedNamedArgument(_)
        | ErrorKind::ExpectedLiteral => (
            "the arguments in parentheses are not right".to_owned(),
            "write values first, then options, each once, as in `DATETIME($date, dateStyle: \"long\")`",
        ),
        ErrorKind::ExpectedToken('=') => (
            "an `=` is missing behind the name".to_owned(),
            "write `name = text`; if the line goes on with the message above, indent it",
        ),
        ErrorKind::ExpectedToken(_) | ErrorKind::ExpectedCharRange { .. } => (
            "this is no Fluent: another character is needed here".to_owned(),
            "a message is written `name = text`; lines that go on with it are indented",
        ),
    };
    Cause::new(at, message, hint).fix(fix)
}

/// The name of a line that is written `name: text`.
fn colon_for_sign(line: &str) -> Option<&str> {
    let (name, text) = line.split_once(':')?;
    let name = name.trim_end();
    (crate::manifest::is_identifier(name.trim_start_matches('-')) && text.starts_with(' '))
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::catalog::FtlFile;
    use crate::diagnostic::Diagnostic;
    use crate::fix::Safety;

    /// The first fault of a file, as `line:column message / hint`.
    fn first(text: &str) -> String {
        let file = FtlFile::parse("x.ftl", text.to_owned());
        let fault = file.diagnostics().first().expect("a fault");
        let place = fault.place.as_ref().expect("a place");
        let hint = fault.hint.as_deref().unwrap_or_default();
        format!("{}:{} {} / {hint}", place.line, place.column, fault.message)
    }

    #[test]
    fn a_line_that_is_cut_off_says_what_to_type() {
        for sign in ["*", "[", "."] {
            let told = first(&format!("a = one\n    {sign} two\nb = x\n"));
            assert!(told.starts_with("2:5 a line that starts with"), "{told}");
            assert!(told.contains(&format!("{{ \"{sign}\" }}")), "{told}");
        }
        assert!(first("a = one\n\ttwo\n").contains("tab"));
        assert!(first("a = one\ntwo three\n").contains("four spaces"));
        let told = first("a: one\nb = x\n");
        assert!(told.starts_with("1:2") && told.contains("write `a = …`"), "{told}");
    }

    /// As where only some lines of a message that waits were taken out of their comment.
    #[test]
    fn a_line_behind_a_comment_says_so() {
        for text in ["a = one\n#\n    two\n", "# a =\n\n    one\n", "a = one\n# two\n    .b = c\n"]
        {
            let told = first(text);
            assert!(told.starts_with("3:5 this line goes on behind a comment"), "{told}");
            assert!(told.contains("take away the `#`"), "{told}");
        }
    }

    #[test]
    fn a_first_line_that_is_cut_off_is_not_called_missing() {
        let told = first("a =\n    **Bold** text\nb = x\n");
        assert!(told.starts_with("2:5 a line that starts with `*`"), "{told}");
    }

    #[test]
    fn what_was_typed_instead_is_safe() {
        let text = "a = one\n    { \"*\" } two\n    - item\n    1. first\n    # sharp\n";
        let file = FtlFile::parse("x.ftl", text.to_owned());
        assert!(file.diagnostics().is_empty());
    }

    #[test]
    fn what_looks_like_a_choice_is_not_made_text_without_asking() {
        let safety = |text: &str| {
            let file = FtlFile::parse("x.ftl", text.to_owned());
            let fix = |found: &Diagnostic| found.fix.as_ref().map(|fix| fix.safety);
            file.diagnostics().first().and_then(fix)
        };
        assert_ne!(safety("a = $n ->\n    [one] x\n"), Some(Safety::Safe));
        assert_ne!(safety("a = $n ->\n   *[other] x\n }\n"), Some(Safety::Safe));
        assert_ne!(safety("a = x\n    .heading = { $x\n"), Some(Safety::Safe));
        assert_eq!(safety("a = x\n    ... and so on\n"), Some(Safety::Safe));
        assert_eq!(safety("a = x\n    [x](https://example.com)\n"), Some(Safety::Safe));
        assert_eq!(safety("a = x\n    **[other]** x\n"), Some(Safety::Safe));
    }

    #[test]
    fn a_byte_order_mark_is_named() {
        assert!(first("\u{feff}a = one\n").contains("byte-order mark"));
    }

    #[test]
    fn braces_and_choices_are_explained() {
        assert!(first("a = { $x y }\n").contains("braces"));
        assert!(first("a = x }\n").contains("closing brace"));
        assert!(first("a = { $x ->\n    [one] y\n }\n").contains("default"));
        assert!(first("a =\nb = x\n").contains("`a` has no text"));
        assert!(first("a = { number($x) }\n").contains("capitals"));
    }

    #[test]
    fn a_message_in_junk_is_known_to_be_broken() {
        let file = FtlFile::parse("x.ftl", "a = { $x\nb = c\n".to_owned());
        assert!(file.is_broken("a"));
        assert!(!file.is_broken("b"));
    }
}
