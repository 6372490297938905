//! Frozen files that stand exactly as this program writes them, read without a parser
//! of TOML. What was read is written again and compared
//! with the file, so nothing is taken for canonical that is not, and every
//! digest of a clause is looked at on the way. Any other file is read as TOML.

use super::{
    Card, ClauseText, NoticeText, Previous, SCHEMA, Version, VersionClause, VersionText, write,
};
use crate::change::{Action, Kind};
use crate::digest::is_sha256;
use crate::fact::{Date, Facts};
use crate::locale::Locale;
use crate::manifest::facts::read_facts;
use crate::manifest::{ClauseKind, is_identifier};
use crate::settings::Settings;

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

/// What the languages of a version have in common, in a file that is byte for byte as it
/// was written; `None` for any other.
pub(super) fn version(file: &str) -> Option<Version> {
    let mut reader = Reader { rest: file };
    reader.line()?;
    reader.line()?;
    if reader.quoted("schema")? != SCHEMA {
        return None;
    }
    let mut version = Version {
        policy: reader.quoted("policy")?,
        version: reader.quoted("version")?,
        published: Date::parse(reader.bare("published")?)?,
        effective: Date::parse(reader.bare("effective")?)?,
        time_zone: reader.quoted("time-zone")?,
        show_until: Date::parse(reader.bare("show-until")?)?,
        severity: Kind::named(&reader.quoted("severity")?)?,
        floor: Kind::named(&reader.quoted("floor")?)?,
        action: Action::named(&reader.quoted("action")?)?,
        reason: reader.quoted("reason"),
        short_notice: reader.quoted("short-notice"),
        retracts: reader.list("retracts").unwrap_or_default(),
        ends: reader.skip("ends = true\n").is_some(),
        topics: reader.list("topics")?,
        source_locale: Locale::parse(&reader.quoted("source-locale")?).ok()?,
        locales: {
            let tags = reader.list("locales")?;
            tags.iter().map(|tag| Locale::parse(tag).ok()).collect::<Option<_>>()?
        },
        previous: match reader.skip("\n[previous]\n") {
            Some(()) => {
                let version = reader.quoted("version")?;
                Some(Previous { version, sums: reader.quoted("sha256sums")? })
            }
            None => None,
        },
        facts: reader.facts()?,
        clauses: Vec::new(),
    };
    while reader.skip("\n[[clause]]\n").is_some() {
        version.clauses.push(VersionClause {
            id: reader.quoted("id")?,
            kind: ClauseKind::named(&reader.quoted("kind")?)?,
            level: reader.bare("level")?.parse().ok().filter(|level| (1..=6).contains(level))?,
            topics: reader.list("topics").unwrap_or_default(),
            promises: reader.list("promises").unwrap_or_default(),
            facts: reader.list("facts").unwrap_or_default(),
            meaning: reader.quoted("meaning")?,
        });
    }
    let before = version.previous.iter().map(|previous| &previous.version);
    let words = [&version.policy, &version.version, &version.time_zone].into_iter().chain(before);
    let are_filled = words.into_iter().all(|text| !text.trim().is_empty());
    let are_sound = version.previous.iter().all(|previous| is_sha256(&previous.sums))
        && version.clauses.iter().all(|one| is_identifier(&one.id) && is_sha256(&one.meaning));
    (are_filled && are_sound && write::version(&version) == file).then_some(version)
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

    /// `key = …` where the value is no text, if that comes next.
    fn bare(&mut self, key: &str) -> Option<&'f str> {
        self.rest = self.rest.strip_prefix(key)?.strip_prefix(" = ")?;
        self.line()
    }

    /// `key = ["…", "…"]`, if that comes next.
    fn list(&mut self, key: &str) -> Option<Vec<String>> {
        let list = self.bare(key)?.strip_prefix('[')?.strip_suffix(']')?;
        if list.is_empty() {
            return Some(Vec::new());
        }
        let names = list.strip_prefix('"')?.strip_suffix('"')?.split("\", \"");
        names.map(unescaped).collect()
    }

    /// The table of facts, if that comes next. They have many types, and are few.
    fn facts(&mut self) -> Option<Facts> {
        if !self.rest.starts_with("\n[facts]\n") {
            return Some(Facts::new());
        }
        let end = memchr::memmem::find(self.rest.as_bytes(), b"\n\n[")
            .map_or(self.rest.len(), |at| at + 1);
        let (facts, rest) = self.rest.split_at(end);
        self.rest = rest;
        let (facts, wrong) = Settings::read("", facts, |root| read_facts(&root));
        wrong.is_empty().then_some(facts)
    }

    fn card(&mut self) -> Option<Card> {
        Some(Card { title: self.quoted("title")?, summary: self.quoted("summary")? })
    }
}

/// A text without the escapes that the writer makes.
pub(crate) fn unescaped(text: &str) -> Option<String> {
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
    fn a_plan_is_read_as_toml_reads_it() {
        let (_, mut release) = release_of("One.");
        let version = &mut release.version;
        version.reason = Some("because of \"this\"\\".to_owned());
        version.retracts = vec!["0.9".to_owned(), "a\", \"b".to_owned()];
        version.topics = vec!["rights".to_owned()];
        version.previous = Some(Previous { version: "0.9".to_owned(), sums: "0".repeat(64) });
        version.facts.insert("who".to_owned(), crate::fact::Fact::Text("a \"[b]\"".to_owned()));
        version.clauses[0].facts = vec!["who".to_owned()];
        let file = write::version(version);
        assert_eq!(super::version(&file).as_ref(), Some(&release.version));
        for (old, new) in [
            ("level = 2", "level = 7"),
            ("level = 2", "level = 02"),
            ("# SHA256SUMS", "# Sums"),
            ("kind = \"text\"", "kind = \"texts\""),
            ("sha256sums = \"0", "sha256sums = \"x"),
            ("policy = \"", "policy = \"\\u0020"),
            ("[facts]", "[facts]\nmore = 1"),
        ] {
            let touched = file.replacen(old, new, 1);
            assert_ne!(touched, file, "{old}");
            assert_eq!(super::version(&touched), None, "{new}");
        }
        assert_eq!(super::version(&format!("{file}\n")), None);
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
