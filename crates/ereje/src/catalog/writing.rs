//! Texts as Fluent messages: what would end a message or begin a placeable is
//! written so that it does not.

/// So many braces are written as placeables; Fluent shows a hundred of those.
const MAX_BRACES: usize = 60;

/// The pattern of a message or attribute that says a text: what stands behind its
/// `=`, with the line end. `indent` is how far its further lines stand in, in blanks.
#[must_use]
pub fn pattern(text: &str, indent: usize) -> String {
    let braces = text.bytes().filter(|b| *b == b'{' || *b == b'}').count();
    let many = braces > MAX_BRACES;
    if !text.contains('\n') && !text.starts_with([' ', '\t']) {
        return format!(" {}\n", inline(text, many));
    }
    let mut lines = text.lines();
    let mut out = String::from("\n");
    // Other white space than blanks is words to Fluent: a line of it is one that is seen.
    let is_blank = |line: &str| line.bytes().all(|byte| byte == b' ');
    let is_at_margin =
        |line: &str| !is_blank(line) && !line.starts_with([' ', '*', '[', '.', '{', '}']);
    // Behind the `=` these signs are themselves, so that `**bold**` stays readable. Another
    // line has to show how far the text is set in.
    if text.starts_with(['*', '[', '.']) && text.lines().skip(1).any(is_at_margin) {
        out = format!(" {}\n", inline(lines.next().unwrap_or_default(), many));
    }
    // Where none does, the least deep one would be taken for it, and its blanks be lost.
    let has_margin = text.lines().any(is_at_margin);
    for line in lines {
        if is_blank(line) {
            out.push('\n');
            continue;
        }
        let words = line.trim_start_matches(' ');
        let depth = line.len() - words.len();
        out.extend(std::iter::repeat_n(' ', indent));
        let blanks = &line[..depth];
        // These signs begin a variant, a default one and an attribute; blanks
        // before a placeable would be lost.
        match words.chars().next().filter(|c| "[*.{}".contains(*c)) {
            Some(sign) => {
                out.push_str(&format!("{{ \"{blanks}{sign}\" }}"));
                out.push_str(&inline(&words[1..], many));
            }
            None => {
                match has_margin || blanks.is_empty() {
                    true => out.push_str(blanks),
                    false => out.push_str(&format!("{{ \"{blanks}\" }}")),
                }
                out.push_str(&inline(words, many));
            }
        }
        out.push('\n');
    }
    out
}

/// Words inside a line of a message, with what would not be itself there in
/// quotation marks.
#[must_use]
pub fn in_line(text: &str) -> String {
    inline(text, false)
}

fn inline(text: &str, many: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in memchr::memchr2_iter(b'{', b'}', text.as_bytes()) {
        out.push_str(&text[done..at]);
        let brace = &text[at..=at];
        if many {
            out.push_str(if brace == "{" { "&#123;" } else { "&#125;" });
        } else {
            out.push_str("{ \"");
            out.push_str(brace);
            out.push_str("\" }");
        }
        done = at + 1;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::{Catalog, FtlFile};
    use crate::fact::Facts;
    use crate::locale::Locale;

    /// What a text says that was written and read again.
    fn read_back(text: &str) -> String {
        let locale = Locale::parse("en").expect("en");
        let ftl = format!("before = x\na ={}after = y\n", pattern(text, 4));
        let file = FtlFile::parse("x.ftl", ftl.clone());
        assert_eq!(file.diagnostics(), [], "{ftl}");
        assert!(file.message("after").is_some());
        let facts = Facts::default();
        let catalog = Catalog::new(&locale, &file, None, &facts, None);
        catalog.format("a", None).expect("a message").expect("a text")
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_the_same(
            first in "(  ?)?[ab*\\[.{}-][ab*.]{0,2}",
            rest in proptest::collection::vec("(  ?  ?)?[ab*\\[\\].{}\t-][ab .*]{0,3}|", 0..5),
            last in "( {1,5})?[ab*\\[.{}-]b?",
        ) {
            let lines: Vec<&str> = rest.iter().map(String::as_str).collect();
            let lines = [&[first.as_str()], lines.as_slice(), &[last.as_str()]].concat();
            // A line of nothing but blanks is none to Fluent.
            let lines: Vec<&str> = lines
                .into_iter()
                .map(|line| if line.trim_matches(' ').is_empty() { "" } else { line })
                .collect();
            let text = lines.join("\n");
            prop_assert_eq!(read_back(&text), text);
        }
    }

    #[test]
    fn no_sign_ends_a_message() {
        for text in [
            "One line.",
            "[a](b) {c} }",
            "[a](b)\n\n*c* d\n\n.e\n\n- f\n  [g](h)\n  {x}\n\n}i",
            "```\n[x]\n   .y\n{{z}}\n```",
            "a\\\n*b*",
            "**a** b\nc",
            "*a\n  b\n\nc",
            ".a\n\nb\n[c]",
            "**a** b\n  c",
            "  a",
            "*a\n\n  b\n    c",
            // These are no blanks to Fluent.
            "a\n\u{a0}\nb\n  \u{3000}\n  c",
            "\t\n  a",
        ] {
            assert_eq!(read_back(text), text);
        }
        assert_eq!(pattern("**a** {b\nc", 4), " **a** { \"{\" }b\n    c\n");
        assert_eq!(pattern("*a*\n  b", 4), "\n    { \"*\" }a*\n    { \"  \" }b\n");
    }
}
