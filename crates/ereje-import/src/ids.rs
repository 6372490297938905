//! Ids of clauses: readable names made of headings.

mod latin;
mod topics;

use std::collections::{BTreeMap, BTreeSet};

use ereje::manifest::{OPTIONAL_MESSAGES, PAGE_MESSAGES, TOP, is_identifier};
use unicode_normalization::UnicodeNormalization;

use crate::heads::Top;
use latin::letter;
use topics::topic;

/// Gives out ids, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids {
    taken: BTreeSet<String>,
    /// Where links of the page to a heading lead now, by the anchors that
    /// hosts and generators of sites make of headings.
    anchors: BTreeMap<String, String>,
    /// What a generator would name the title of the page by.
    top: Option<String>,
    slugs: BTreeMap<String, usize>,
    /// The number that the next id of a name gets, which is taken already.
    numbers: BTreeMap<String, usize>,
}

impl Ids {
    /// Those of a page below its title, which is no clause: links to it lead to the top.
    pub(crate) fn below(top: &Top) -> Ids {
        let title = slug(&top.words);
        let given = top.id.iter().cloned();
        let made = Some(title.clone()).filter(|_| top.is_heading);
        let anchors = given.chain(made).map(|anchor| (anchor, TOP.to_owned())).collect();
        let top = Some(title).filter(|title| !title.is_empty());
        Ids { anchors, top, ..Ids::default() }
    }

    /// The id of a heading with these words; `given` is the anchor that the
    /// page itself names, `place` where it stands, as `section-2-1`.
    pub(crate) fn of_heading(&mut self, words: &str, given: Option<&str>, place: &str) -> String {
        let slug = slug(words);
        let again = self.slugs.entry(slug.clone()).or_insert(0);
        let nth = |again: usize| if again == 0 { slug.clone() } else { format!("{slug}-{again}") };
        let own = nth(*again);
        // A title of the same words comes first.
        let is_below = self.anchors.get(&slug).is_some_and(|id| id == TOP);
        let anchor = nth(*again + usize::from(is_below));
        *again += 1;
        let wanted = given
            .map(|given| if is_identifier(given) { given.to_owned() } else { identifier(given) })
            .filter(|id| !id.is_empty())
            .or_else(|| {
                let own_id = identifier(&own);
                let is_name = is_identifier(&own) && own_id == own;
                Some(own_id).filter(|id| is_name || is_readable(id))
            })
            .or_else(|| topic(words).map(str::to_owned))
            .unwrap_or_else(|| place.to_owned());
        let id = self.free(&wanted);
        // What the page names counts before what a generator would.
        if let Some(given) = given {
            self.anchors.insert(given.to_owned(), id.clone());
        }
        self.anchors.entry(anchor).or_insert_with(|| id.clone());
        id
    }

    /// An id that is not taken yet, as near as can be to the one wanted.
    pub(crate) fn free(&mut self, wanted: &str) -> String {
        let is_kept =
            |id: &str| PAGE_MESSAGES.contains(&id) || OPTIONAL_MESSAGES.contains(&id) || id == TOP;
        let wanted = if is_kept(wanted) { format!("{wanted}-section") } else { wanted.to_owned() };
        let mut id = wanted.clone();
        let nth = self.numbers.entry(wanted.clone()).or_insert(2);
        while !self.taken.insert(id.clone()) {
            id = format!("{wanted}-{nth}");
            *nth += 1;
        }
        id
    }

    /// The id that an anchor of the page leads to.
    pub(crate) fn of_anchor(&self, anchor: &str) -> Option<String> {
        let other = self.target(&format!("#{anchor}"));
        let id = other.map_or_else(|| anchor.to_owned(), |link| link[1..].to_owned());
        self.taken.contains(&id).then_some(id)
    }

    /// Where a link within the page leads, if that is another id than it names.
    pub(crate) fn target(&self, link: &str) -> Option<String> {
        let anchor = link.strip_prefix('#')?;
        let decoded = percent_decoded(anchor);
        if self.taken.contains(anchor) && !self.anchors.contains_key(anchor) {
            return None;
        }
        let lowered = decoded.to_lowercase();
        let found =
            [anchor, &decoded, &lowered].into_iter().find_map(|name| self.anchors.get(name));
        if let Some(found) = found {
            return Some(format!("#{found}"));
        }
        let is_top = self.top.as_ref() == Some(&lowered);
        is_top.then(|| format!("#{TOP}"))
    }
}

/// The anchor that hosts of Markdown make of a heading: small letters, hyphens
/// for blanks, no other signs.
pub(crate) fn slug(words: &str) -> String {
    let kept = words.trim().to_lowercase();
    kept.chars()
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || c == '-' || c == '_' || is_combining(c) => Some(c),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        })
        .collect()
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A slug in Latin letters, as a name in Fluent; empty where none are left.
fn identifier(slug: &str) -> String {
    let mut latin = String::new();
    for c in slug.nfc() {
        match letter(c) {
            Some(letters) => latin.push_str(letters),
            None => {
                let base = c.nfd().find(|c| !is_combining(*c)).unwrap_or(c);
                if base.is_ascii_alphanumeric() || base == '_' {
                    latin.push(base.to_ascii_lowercase());
                } else if let Some(letters) = letter(base) {
                    latin.push_str(letters);
                } else if base == '-' || base.is_whitespace() {
                    latin.push('-');
                }
            }
        }
    }
    let named = latin.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let mut id = named.trim_end_matches('-').to_owned();
    // Names are for people; a heading of a whole sentence makes a long one.
    if id.len() > 64 {
        let end = id[..64].rfind('-').filter(|end| *end > 24).unwrap_or(64);
        id.truncate(end);
    }
    id.trim_end_matches('-').to_owned()
}

/// A name of a file or folder in small Latin letters and hyphens; empty where none
/// are left.
pub(crate) fn latin_name(name: &str) -> String {
    let small = name.to_lowercase();
    let words: String = small.chars().map(|c| if "_. ".contains(c) { '-' } else { c }).collect();
    let parts: Vec<String> =
        identifier(&words).split('-').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    parts.join("-")
}

/// A word in Latin letters, as far as there are some for it.
pub(crate) fn latin_of(word: &str) -> String {
    identifier(word).replace('-', "")
}

/// Whether a name says something: one letter that is left of a heading does not.
fn is_readable(id: &str) -> bool {
    id.bytes().filter(u8::is_ascii_alphabetic).count() > 1
}

/// A text with the bytes that it percent-encodes.
pub(crate) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(words: &str) -> String {
        Ids::default().of_heading(words, None, "section-1")
    }

    #[test]
    fn headings_become_names() {
        for (words, expected) in [
            ("What We Collect", "what-we-collect"),
            ("1. Scope", "scope"),
            ("Какие данные мы собираем", "kakie-dannye-my-sobiraem"),
            ("Қандай ақпарат жинаймыз", "qanday-aqparat-zhinaymyz"),
            ("Ваші права й їх захист", "vashi-prava-y-yikh-zakhist"),
            ("Τα δικαιώματά σας", "ta-dikaiomata-sas"),
            ("Änderungen für Größen", "anderungen-fur-grossen"),
            ("収集する情報", "collection"),
            ("حقوقك", "rights"),
            ("Cookieの使用", "cookie"),
            ("Title", "title-section"),
            ("其他", "section-1"),
            ("A", "a"),
        ] {
            assert_eq!(id(words), expected, "{words}");
        }
    }

    #[test]
    fn links_within_a_page_go_on_leading_there() {
        let mut ids = Ids::default();
        ids.of_heading("1. Scope", None, "section-1");
        ids.of_heading("Contact", Some("reach us"), "section-2");
        ids.of_heading("Права", None, "section-3");
        ids.of_heading("Права", None, "section-4");
        assert_eq!(ids.target("#1-scope").as_deref(), Some("#scope"));
        assert_eq!(ids.target("#reach us").as_deref(), Some("#reach-us"));
        assert_eq!(ids.target("#%D0%BF%D1%80%D0%B0%D0%B2%D0%B0-1").as_deref(), Some("#prava-1"));
        assert_eq!(ids.target("#nowhere"), None);
        assert_eq!(ids.target("https://a.b"), None);
    }

    #[test]
    fn links_to_the_title_lead_to_the_top() {
        let words = "Our Policy".to_owned();
        let title = Top { words, id: Some("start".to_owned()), is_heading: true };
        let mut ids = Ids::below(&title);
        let to = |ids: &Ids, link: &str| ids.target(link);
        assert_eq!(ids.of_heading("Our policy", None, "section-1"), "our-policy");
        assert_eq!(ids.of_heading("Our policy", None, "section-2"), "our-policy-1");
        for (link, led) in [
            ("#our-policy", Some("#top")),
            ("#Our-Policy", Some("#top")),
            ("#start", Some("#top")),
            ("#our-policy-1", Some("#our-policy")),
            ("#our-policy-2", Some("#our-policy-1")),
            ("#our", None),
        ] {
            assert_eq!(to(&ids, link).as_deref(), led, "{link}");
        }
        // Whether the frame of a site makes an anchor of such a title, nobody knows: a
        // heading of the page counts before it.
        let mut ids = Ids::below(&Top { is_heading: false, ..title });
        assert_eq!(to(&ids, "#our-policy").as_deref(), Some("#top"));
        ids.of_heading("Our policy", None, "section-1");
        assert_eq!(to(&ids, "#our-policy").as_deref(), Some("#our-policy"));
        ids.of_heading("Top", None, "section-2");
        assert_eq!(to(&ids, "#top").as_deref(), Some("#top-section"));
    }
}
