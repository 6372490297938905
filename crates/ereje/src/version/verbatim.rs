//! Frozen texts that stand in their file exactly as this program writes them,
//! read without a parser of TOML. What was read is written again and compared
//! with the file, so nothing is taken for canonical that is not, and every
//! digest of a clause is looked at on the way. Any other file is read as TOML.

use super::{Card, ClauseText, NoticeText, VersionClause, VersionText, write};
use crate::locale::Locale;
use crate::manifest::is_identifier;

/// The texts in a file that is byte for byte as it was written, with the clauses
/// of `plan`; `None` for any other.
pub(super) fn read(file: &str, locale: &Locale, plan: &[VersionClause]) -> Option<VersionText> {
    let mut reader = Reader { rest: file };
    reader.line()?;
    if reader.quoted("locale")? != locale.tag() {
        return None;
    }
    let (title, description) = (reader.quoted("title")?, reader.quoted("description")?);
    let (last_updated, name) = (reader.quoted("last-updated")?, reader.quoted("name")?);
    let notice = match reader.skip("\n[notice.now]\n") {
        Some(()) => {
            let now = reader.card()?;
            reader.skip("\n[notice.coming]\n")?;
            Some(NoticeText { now, coming: reader.card()? })
        }
        None => None,
    };
    let mut clauses = Vec::with_capacity(plan.len());
    while reader.skip("\n[[clause]]\n").is_some() {
        let id = reader.quoted("id")?;
        let heading = reader.quoted("heading");
        clauses.push(ClauseText { id, heading, text: reader.block("text")? });
        reader.quoted("sha256")?;
    }
    // What has to be filled is told by whoever reads files of any form.
    let filled = [&title, &last_updated, &name].iter().all(|text| !text.trim().is_empty());
    let cards = notice.iter().flat_map(|notice| [&notice.now, &notice.coming]);
    let are_whole =
        cards.flat_map(|card| [&card.title, &card.summary]).all(|text| !text.trim().is_empty());
    let ids = || clauses.iter().map(|clause| clause.id.as_str());
    let are_planned = ids().eq(plan.iter().map(|clause| clause.id.as_str()));
    if !filled || !are_whole || !are_planned || !ids().all(is_identifier) {
        return None;
    }
    let text = VersionText { title, description, last_updated, name, notice, clauses };
    (write::text(locale, &text) == file).then_some(text)
}

/// What is left of a file.
struct Reader<'f> {
    rest: &'f str,
}

impl<'f> Reader<'f> {
    fn skip(&mut self, start: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(start)?;
        Some(())
    }

    /// The rest of the line, without its end.
    fn line(&mut self) -> Option<&'f str> {
        let end = memchr::memchr(b'\n', self.rest.as_bytes())?;
        let line = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        Some(line)
    }

    /// `key = "…"`, if that comes next.
    fn quoted(&mut self, key: &str) -> Option<String> {
        let value = self.rest.strip_prefix(key)?.strip_prefix(" = \"")?;
        self.rest = value;
        unescaped(self.line()?.strip_suffix('"')?)
    }

    /// `key = """…"""` over several lines, if that comes next.
    fn block(&mut self, key: &str) -> Option<String> {
        let value = self.rest.strip_prefix(key)?.strip_prefix(" = \"\"\"\n")?;
        let bytes = value.as_bytes();
        let mut at = 0;
        let end = loop {
            at += memchr::memchr2(b'"', b'\\', bytes.get(at..)?)?;
            if bytes[at] == b'"' {
                break at;
            }
            // What is escaped ends nothing.
            at += 2;
        };
        self.rest = value[end..].strip_prefix("\"\"\"\n")?;
        unescaped(&value[..end])
    }

    fn card(&mut self) -> Option<Card> {
        Some(Card { title: self.quoted("title")?, summary: self.quoted("summary")? })
    }
}

/// A text without the escapes that the writer makes.
fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        let mut after = rest[at + 1..].chars();
        match after.next()? {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'u' => {
                let digits = after.as_str().get(..4)?;
                out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                after = after.as_str()[4..].chars();
            }
            same @ ('"' | '\\') => out.push(same),
            _ => return None,
        }
        rest = after.as_str();
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::chain::tests::release_of;
    use super::super::read_release;
    use super::*;

    fn plan(release: &super::super::Release) -> &[VersionClause] {
        &release.version.clauses
    }

    proptest::proptest! {
        #[test]
        fn what_was_written_is_read_back(
            text in "[\\PC\n\t\"\\\\\u{2068}\u{85}\r]{0,60}",
            line in "[\\PC\t\"\\\\\u{200E}]{0,20}",
            card in "[a-zа-я\"\\\\\n]{1,20}x",
        ) {
            let (locale, mut release) = release_of(&text);
            let own = release.texts.get_mut(&locale).expect("a text");
            own.description.clone_from(&line);
            own.clauses[0].heading = Some(line);
            let one = Card { title: card.clone(), summary: card };
            own.notice = Some(NoticeText { now: one.clone(), coming: one });
            let file = write::text(&locale, own);
            let read = read(&file, &locale, plan(&release));
            proptest::prop_assert_eq!(read.as_ref(), release.texts.get(&locale));
        }

        /// One character that is another one: either way of reading says no, or
        /// both read the same.
        #[test]
        fn nothing_is_read_that_toml_is_not(at in 0usize..700, other in "[\"\\\\\n#= a\\[\u{1}]") {
            let (locale, release) = release_of("Write to \"us\".\n\nSecond\\line.");
            let mut file: Vec<char> = write::text(&locale, release.texts.get(&locale).expect("a text")).chars().collect();
            let at = at % file.len();
            file[at] = other.chars().next().expect("one");
            let file: String = file.into_iter().collect();
            if let Some(text) = read(&file, &locale, plan(&release)) {
                let mut files = release.files();
                files.insert(format!("{locale}.toml"), file);
                let slow = read_release("x", &files).expect("a release");
                proptest::prop_assert_eq!(Some(&text), slow.texts.get(&locale));
            }
        }
    }

    #[test]
    fn what_was_touched_is_not_taken_for_what_was_written() {
        let (locale, release) = release_of("One.");
        let file = write::text(&locale, release.texts.get(&locale).expect("a text"));
        assert!(read(&file, &locale, plan(&release)).is_some());
        assert!(read(&file, &locale, &[]).is_none(), "clauses that are not planned");
        for (old, new) in [
            ("One.", "Two."),
            ("title = ", "title  = "),
            ("# The", "# A"),
            ("[[clause]]", "[[clauses]]"),
        ] {
            let touched = file.replacen(old, new, 1);
            assert_ne!(touched, file);
            assert!(read(&touched, &locale, plan(&release)).is_none(), "{new}");
        }
        assert!(read(&format!("{file}\n"), &locale, plan(&release)).is_none());
        assert!(read(&file[..file.len() - 1], &locale, plan(&release)).is_none());
    }
}
