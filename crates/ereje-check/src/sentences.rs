//! The sentences of a text, and how to find them again in a file.

use crate::prose::words;

/// The sentences of a text, and the parts of one between colons and semicolons.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let ends = |at: usize, sign: char| {
        let next = text[at + sign.len_utf8()..].chars().next();
        let is_blank = next.is_none_or(char::is_whitespace);
        match sign {
            '.' | '!' | '?' | ':' | ';' => is_blank,
            '\n' => {
                text[at..].trim_start_matches([' ', '\n']).starts_with(['-', '•'])
                    || text[at + 1..].trim_start_matches(' ').starts_with('\n')
            }
            sign => "。！？：；".contains(sign),
        }
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices().filter(|(at, sign)| ends(*at, *sign)) {
        sentences.push(&text[start..at]);
        start = at + sign.len_utf8();
    }
    sentences.push(&text[start..]);
    sentences.retain(|sentence| !words(sentence).is_empty());
    sentences
}

/// What of a sentence stands before and with a word, as far as it is typed alike.
pub(crate) fn before<'s>(sentence: &'s str, word: &str) -> &'s str {
    let start = word.as_ptr() as usize - sentence.as_ptr() as usize;
    let above = &sentence[..start];
    let from = above.rfind(['}', '\n']).map_or(0, |at| at + 1);
    sentence[from..start + word.len()].trim_start()
}

/// How a sentence begins, as far as it is typed alike.
pub(crate) fn beginning(sentence: &str) -> &str {
    let sentence = sentence.trim();
    sentence[..sentence.find(['{', '\n']).unwrap_or(sentence.len())].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_their_readers_stop() {
        let ends = |text| sentences(text).into_iter().map(str::trim).collect::<Vec<_>>();
        assert_eq!(
            ends("One, two. Three: four; 5.5 six"),
            ["One, two", "Three", "four", "5.5 six"]
        );
        assert_eq!(ends("一。二！三"), ["一", "二", "三"]);
        assert_eq!(
            ends("List\n- one\n- two\nmore\n\nend."),
            ["List", "- one", "- two\nmore", "end"]
        );
        assert!(sentences(" … 5. ").is_empty());
    }

    #[test]
    fn what_is_shown_is_typed_alike() {
        let text = "In { $place } we do not";
        assert_eq!(before(text, &text[20..23]), "we do not");
        assert_eq!(beginning(" We sell\nnothing"), "We sell");
    }
}
