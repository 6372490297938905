//! What characters are, looked up and not computed: every rule that knows words asks
//! it of every character of every language.

use std::sync::OnceLock;

/// How many characters a page has.
const PAGE: usize = 256;

/// A property of characters. A page of it is made when one of its characters comes
/// first; a text has characters of few pages.
pub(crate) struct Table {
    of: fn(char) -> u8,
    pages: [OnceLock<Box<[u8; PAGE]>>; PAGE],
}

impl Table {
    /// The property that `of` computes.
    pub(crate) const fn new(of: fn(char) -> u8) -> Table {
        Table { of, pages: [const { OnceLock::new() }; PAGE] }
    }

    /// The property of a character.
    pub(crate) fn get(&self, character: char) -> u8 {
        let (page, at) = (character as usize / PAGE, character as usize % PAGE);
        match self.pages.get(page) {
            Some(made) => made.get_or_init(|| self.page(page))[at],
            // Beyond the first plane there are few letters of living languages.
            None => (self.of)(character),
        }
    }

    /// Looks up one character after the other: most are of the page of the one before.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { table: self, page: PAGE, values: None }
    }

    fn page(&self, page: usize) -> Box<[u8; PAGE]> {
        let property = |at: usize| {
            let code = u32::try_from(page * PAGE + at).unwrap_or_default();
            char::from_u32(code).map_or(0, self.of)
        };
        Box::new(std::array::from_fn(property))
    }
}

/// Looks characters up in a table, in the order of a text.
pub(crate) struct Reader<'t> {
    table: &'t Table,
    /// The page of the last one; at first one that there is not.
    page: usize,
    values: Option<&'t [u8; PAGE]>,
}

impl Reader<'_> {
    /// The property of a character.
    pub(crate) fn get(&mut self, character: char) -> u8 {
        let (page, at) = (character as usize / PAGE, character as usize % PAGE);
        if page != self.page {
            let made = self.table.pages.get(page);
            self.values = made.map(|made| &**made.get_or_init(|| self.table.page(page)));
            self.page = page;
        }
        match self.values {
            Some(values) => values[at],
            None => (self.table.of)(character),
        }
    }
}

/// So many bytes are looked at together.
const PART: usize = 64;

/// A text in parts, each given with where it begins if `may` says of its bytes that they
/// may be of what is looked for, and as nothing else: so most of a text does not have to
/// be looked at by character. Characters begin in one part and may end in the next, so
/// their first bytes have to tell.
pub(crate) fn parts(
    text: &str,
    may: fn(&[u8]) -> bool,
) -> impl Iterator<Item = Option<(usize, &str)>> {
    let boundary = |from: usize| {
        (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
    };
    text.as_bytes().chunks(PART).enumerate().map(move |(nth, bytes)| {
        may(bytes).then(|| {
            let (at, end) = (boundary(nth * PART), boundary((nth + 1) * PART));
            (at, &text[at..end])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_the_text() {
        let text = format!("x{}", "жé漢𐐀".repeat(40));
        let all: Vec<_> = parts(&text, |_| true).flatten().collect();
        assert_eq!(all.iter().map(|(_, part)| *part).collect::<String>(), text);
        assert!(all.iter().all(|(at, part)| text[*at..].starts_with(part)));
        let some: Vec<_> = parts(&text, |bytes| bytes.contains(&b'x')).collect();
        assert!(
            some.len() > 3 && some.iter().enumerate().all(|(n, one)| one.is_some() == (n == 0))
        );
    }

    #[test]
    fn a_table_says_what_it_was_made_of() {
        static LETTERS: Table = Table::new(|c| u8::from(c.is_alphabetic()));
        let mut reader = LETTERS.reader();
        for character in ['a', '1', 'я', '\u{ffff}', '𐐀', '\u{10000}', '\u{10ffff}', '\0', 'b']
        {
            assert_eq!(LETTERS.get(character) == 1, character.is_alphabetic(), "{character:?}");
            assert_eq!(reader.get(character) == 1, character.is_alphabetic(), "{character:?}");
        }
    }
}
