//! What is wrong between braces: said of what was meant, and shown where it begins
//! and not where the parser gave up, which may be lines below.

use std::ops::Range;

use super::Cause;

/// Why what begins with a brace could not be read beyond the byte `at`.
pub(super) fn cause(source: &str, at: usize, junk: &Range<usize>) -> Option<Cause> {
    let open = unclosed(source, junk.start..at)?;
    let inside = &source[open + 1..at];
    let said = inside.trim();
    let next = source[at..].chars().next();
    if said.is_empty() && next == Some('}') {
        let hint = "write `{ $name }`, `{ -term }` or `{ message }`, or remove the braces";
        return Some(Cause::new(open..at + 1, "there is nothing between these braces", hint));
    }
    if let Some(quote) = next.filter(|next| "“”„‟«»‘’‚‹›".contains(*next)) {
        let message = format!("`{quote}` is no quotation mark of Fluent");
        let hint = format!("write `\"` for `{quote}` within the braces");
        return Some(Cause::new(at..at + quote.len_utf8(), message, hint));
    }
    if let Some(parenthesis) = parenthesis(inside).filter(|_| next != Some(')')) {
        let start = open + 1 + parenthesis;
        let is_cut = next.is_none_or(|next| next == '}' || inside[parenthesis..].contains('\n'));
        let message = "this parenthesis is not closed";
        return is_cut.then(|| Cause::new(start..start + 1, message, "add `)` before the `}`"));
    }
    let is_choice = inside.contains("->");
    if said.ends_with("->") && next == Some('}') {
        let hint = "give it variants, each on a line of its own, the last one as `*[other] …`";
        return Some(Cause::new(open..at + 1, "this choice has no variants", hint));
    }
    if said.ends_with("->") && next.is_some_and(|next| next == '[' || next == '*') {
        let end = source[at..].find([']', '\n']).map_or(at + 1, |end| at + end + 1);
        let hint = "begin a line with each variant and one with the closing brace";
        return Some(Cause::new(at..end, "a variant stands on a line of its own", hint));
    }
    let begins_variant = |rest: &str| rest.starts_with('[') || rest.starts_with("*[");
    if !is_choice && !said.is_empty() && begins_variant(&source[at..]) {
        let start = open + inside.len() - inside.trim_start().len() + 1;
        let message = "a choice has an arrow behind what it is made by";
        let hint = format!("write `{{ {said} ->` before its variants");
        return Some(Cause::new(start..start + said.len(), message, hint));
    }
    if is_choice && inside.ends_with('*') && next.is_some_and(char::is_alphabetic) {
        let line = source[at..].lines().next().unwrap_or_default();
        let name: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
        let message = "the name of a variant stands in square brackets";
        return Some(Cause::new(at..at + name.len(), message, format!("write `*[{name}]`")));
    }
    if let Some(name) = translated(&source[at..]).filter(|_| is_choice) {
        let message = format!("`{name}` is no name that a variant can have");
        let hint = "write the name that it has in the source, such as `[one]` or `*[other]`: names \
                    are not translated";
        let start = at + source[at..].find(name)?;
        return Some(Cause::new(start..start + name.len(), message, hint));
    }
    if inside.contains('\n') || next.is_none() {
        let hint = match is_choice {
            true => "add `}` behind its last variant, on a line of its own that is indented",
            false => "add `}` where it ends; a brace itself is written `{ \"{\" }`",
        };
        return Some(Cause::new(open..open + 1, "this brace is not closed", hint));
    }
    None
}

/// The name of a variant in letters that names do not have, where the text begins with it.
fn translated(rest: &str) -> Option<&str> {
    let name = rest.trim_start_matches(['*', '[', ' ']);
    let name = &name[..name.find([']', '\n'])?].trim_end();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    (is_name && !name.is_ascii()).then_some(*name)
}

/// Where the last brace that is open begins. Braces in quotation marks are signs.
pub(in super::super) fn unclosed(source: &str, part: Range<usize>) -> Option<usize> {
    let mut open = Vec::new();
    let mut is_quoted = false;
    let mut is_escaped = false;
    for (at, byte) in source.as_bytes().get(part.clone())?.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'\n' => is_quoted = false,
            b'"' if is_quoted || !open.is_empty() => is_quoted = !is_quoted,
            b'{' if !is_quoted => open.push(part.start + at),
            b'}' if !is_quoted => _ = open.pop(),
            _ => {}
        }
    }
    open.pop()
}

/// Where a parenthesis begins that is not closed.
fn parenthesis(inside: &str) -> Option<usize> {
    let open = inside.rfind('(')?;
    (!inside[open..].contains([')', '}'])).then_some(open)
}

#[cfg(test)]
mod tests {
    use crate::catalog::FtlFile;

    /// The only fault of a file, as `line:column message / hint`.
    fn told(text: &str) -> String {
        let file = FtlFile::parse("x.ftl", text.to_owned());
        let [fault] = file.diagnostics() else { panic!("{:?}", file.diagnostics()) };
        let place = fault.place.as_ref().expect("a place");
        let hint = fault.hint.as_deref().unwrap_or_default();
        format!("{}:{} {} / {hint}", place.line, place.column, fault.message)
    }

    #[test]
    fn what_is_not_closed_is_shown_where_it_begins() {
        for below in ["b = c\n", "\n# c\nb = c\n", "", "    more\n"] {
            let told = told(&format!("a = x {{ $y\n{below}"));
            assert!(told.starts_with("1:7 this brace is not closed"), "{told}");
        }
        let choice = told("a = { $n ->\n    [one] a\n   *[other] { $n } b\n\nb = c\n");
        assert!(choice.starts_with("1:5 this brace is not closed"), "{choice}");
        assert!(choice.contains("last variant"), "{choice}");
        let call = told("a = { FOO($x }\nb = c\n");
        assert!(call.starts_with("1:10 this parenthesis is not closed"), "{call}");
    }

    #[test]
    fn what_a_choice_lacks_is_said() {
        let arrow = told("a = { $n\n   [one] x\n   *[other] y\n}\n");
        assert!(arrow.starts_with("1:7 a choice has an arrow"), "{arrow}");
        assert!(arrow.ends_with("write `{ $n ->` before its variants"), "{arrow}");
        let brackets = told("a = { $n ->\n [one] x\n *other z\n}\n");
        assert!(brackets.starts_with("3:3 the name of a variant"), "{brackets}");
        assert!(brackets.ends_with("write `*[other]`"), "{brackets}");
        let other = told("a = { $n ->\n    [один] x\n   *[other] y\n}\n");
        assert!(other.starts_with("2:6 `один` is no name that a variant can have"), "{other}");
        let line = told("a = { $n -> [one] x *[other] y }\n");
        assert!(line.starts_with("1:13 a variant stands on a line of its own"), "{line}");
        assert!(told("a = { $n -> }\n").starts_with("1:5 this choice has no variants"));
    }

    #[test]
    fn marks_of_typographers_are_none_of_fluent() {
        let quotes = told("a = { NUMBER($n, style: ”percent”) }\n");
        assert!(quotes.starts_with("1:25 `”` is no quotation mark of Fluent"), "{quotes}");
        assert!(told("a = { “x” }\n").starts_with("1:7 `“`"));
        assert!(told("a = { }\n").starts_with("1:5 there is nothing between"));
    }
}
