//! Braces in braces in braces: the parser and all that walks its tree go down one
//! call a level, so a text that nests without end would end the program.

use std::ops::Range;

/// The deepest braces that are read. Fluent resolves no more placeables than this
/// in one message.
pub(super) const DEEPEST_BRACES: usize = 100;

/// The messages, by their bytes, whose braces are too deep to be read. Signs in
/// text literals count, as nobody writes a hundred of them in one message.
pub(super) fn too_deep(text: &str) -> Vec<Range<usize>> {
    if deepest(text) <= DEEPEST_BRACES {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut at, mut start, mut depth, mut deepest) = (0, 0, 0_usize, 0);
    for line in text.split_inclusive('\n') {
        // No placeable goes on behind a line that begins a message.
        if depth > 0 && begins_entry(line) {
            if deepest > DEEPEST_BRACES {
                found.push(start..at);
            }
            (depth, deepest) = (0, 0);
        }
        if depth == 0 {
            if deepest > DEEPEST_BRACES {
                found.push(start..at);
            }
            (start, deepest) = (if begins_entry(line) { at } else { start.max(at) }, 0);
        }
        for brace in memchr::memchr2_iter(b'{', b'}', line.as_bytes()) {
            if line.as_bytes()[brace] == b'{' {
                depth += 1;
                deepest = deepest.max(depth);
            } else {
                depth = depth.saturating_sub(1);
            }
        }
        at += line.len();
    }
    if deepest > DEEPEST_BRACES {
        found.push(start..at);
    }
    found
}

/// How deep the braces of a text are at the most, were all of it one message.
fn deepest(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for brace in memchr::memchr2_iter(b'{', b'}', text.as_bytes()) {
        if text.as_bytes()[brace] == b'{' {
            depth += 1;
            deepest = deepest.max(depth);
        } else {
            depth = depth.saturating_sub(1);
        }
    }
    deepest
}

fn begins_entry(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
        && line.split_once('=').is_some_and(|(name, _)| {
            crate::manifest::is_identifier(name.trim_end().trim_start_matches('-'))
        })
}

/// The text with these parts as comments, byte for byte as long as before, so
/// that all other parts stay where they are.
pub(super) fn without(text: &str, parts: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for part in parts {
        out.push_str(&text[done..part.start]);
        for line in text[part.clone()].split_inclusive('\n') {
            let words = line.trim_end_matches(['\r', '\n']);
            let mut cut = words.len().min(2);
            while !words.is_char_boundary(cut) {
                cut += 1;
            }
            match cut {
                0 => {}
                1 => out.push('#'),
                _ => out.push_str(&format!("#{}", " ".repeat(cut - 1))),
            }
            out.push_str(&line[cut..]);
        }
        done = part.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::super::FtlFile;

    #[test]
    fn endless_braces_end_one_message_and_not_the_program() {
        let deep = "{\n".repeat(1_000_000);
        let file = FtlFile::parse("x.ftl", format!("a = one\nb = {deep}\nc = three\n"));
        assert!(file.message("a").is_some() && file.message("c").is_some());
        assert!(file.is_broken("b"));
        assert_eq!(file.diagnostics().len(), 1, "{:?}", file.diagnostics().first());
        assert_eq!(file.diagnostics()[0].place.as_ref().map(|place| place.line), Some(2));
    }

    #[test]
    fn what_people_write_is_not_too_deep() {
        let sign = "a = { \"{\" } sign\n".repeat(300);
        assert!(super::too_deep(&sign).is_empty());
        let nested = format!("a = {}x{}\n", "{ $n ->\n *[other] ".repeat(50), "\n }".repeat(50));
        assert!(super::too_deep(&nested).is_empty());
        assert!(FtlFile::parse("x.ftl", nested).diagnostics().is_empty());
    }
}
