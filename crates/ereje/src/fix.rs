//! Mending a file without a person: edits of a few bytes, and nothing else.
//! Outside them the file stays the same, byte for byte, whatever is in it.

use std::collections::BTreeMap;
use std::ops::Range;

/// How what a diagnostic tells can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to change, in the file that the diagnostic speaks of.
    pub edits: Vec<Edit>,
    /// Whether a person may have meant something else.
    pub safety: Safety,
}

/// Whether a fix can change what a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// It can not: readers see what was typed.
    Safe,
    /// It is what was probably meant; somebody should look.
    Unsafe,
}

/// Bytes that are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes from the start of the file.
    pub span: Range<usize>,
    /// What takes their place.
    pub text: String,
}

impl Safety {
    /// The name used in every output format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
        }
    }
}

impl Fix {
    /// A fix that can not change what the text means: `span` becomes `text`.
    #[must_use]
    pub fn safe(span: Range<usize>, text: impl Into<String>) -> Fix {
        Fix { edits: vec![Edit { span, text: text.into() }], safety: Safety::Safe }
    }

    /// The same, of what was probably meant.
    #[must_use]
    pub fn likely(span: Range<usize>, text: impl Into<String>) -> Fix {
        Fix { safety: Safety::Unsafe, ..Fix::safe(span, text) }
    }
}

/// A file with fixes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Its text.
    pub text: String,
    /// How many fixes are in it.
    pub applied: usize,
    /// How many are not, since others change the same bytes: once the file was
    /// read again, they can be.
    pub left: usize,
}

/// Puts fixes into a text, in their order. One that touches what another one has
/// changed is left for the next time, whole; the same one twice counts once.
#[must_use]
pub fn mend<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> Mended {
    // By where they begin; no two of them touch.
    let mut chosen: BTreeMap<usize, &Edit> = BTreeMap::new();
    let (mut applied, mut left) = (0, 0);
    for fix in fixes {
        if fix.edits.iter().all(|edit| chosen.get(&edit.span.start) == Some(&edit)) {
            continue;
        }
        let fits = |edit: &Edit| {
            let before = chosen.range(..=edit.span.end).next_back();
            text.get(edit.span.clone()).is_some()
                && before.is_none_or(|(_, other)| !touch(&edit.span, &other.span))
        };
        if fix.edits.iter().all(fits) && are_apart(&fix.edits) {
            chosen.extend(fix.edits.iter().map(|edit| (edit.span.start, edit)));
            applied += 1;
        } else {
            left += 1;
        }
    }
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for edit in chosen.into_values() {
        mended.push_str(&text[done..edit.span.start]);
        mended.push_str(&edit.text);
        done = edit.span.end;
    }
    mended.push_str(&text[done..]);
    Mended { text: mended, applied, left }
}

fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Whether no two edits of one fix change the same bytes. Where one ends the next may
/// begin: what comes first is clear.
fn are_apart(edits: &[Edit]) -> bool {
    let mut spans: Vec<&Range<usize>> = edits.iter().map(|edit| &edit.span).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    spans.windows(2).all(|pair| pair[0].start < pair[1].start && pair[0].end <= pair[1].start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixes_that_touch_wait_for_each_other() {
        let fixes = [Fix::safe(0..1, "x"), Fix::safe(1..2, "y"), Fix::likely(3..3, "z")];
        let mended = mend("abcd", &fixes);
        assert_eq!(mended, Mended { text: "xbczd".into(), applied: 2, left: 1 });
        assert_eq!(mend("abcd", [&fixes[0], &fixes[0]]).applied, 1, "the same twice");
        assert_eq!(mend("é", [&Fix::safe(1..2, "x")]).left, 1, "half a character");
        let edit = |span, text: &str| Edit { span, text: text.into() };
        let both = |edits| mend("abcd", [&Fix { edits, safety: Safety::Safe }]);
        assert_eq!(both(vec![edit(1..2, "x"), edit(2..3, "y")]).text, "axyd", "side by side");
        assert_eq!(both(vec![edit(1..3, "x"), edit(2..3, "y")]).left, 1, "one in the other");
        assert_eq!(both(vec![edit(1..1, "x"), edit(1..1, "y")]).left, 1, "at the same place");
    }

    proptest::proptest! {
        #[test]
        fn outside_its_edits_a_file_stays_the_same(
            text in "[\\PC\n]{0,80}",
            edits in proptest::collection::vec((0_usize..90, 0_usize..9, "[ -~я]{0,4}"), 0..6),
        ) {
            let fixes: Vec<Fix> =
                edits.iter().map(|(at, length, new)| Fix::safe(*at..at + length, new.as_str())).collect();
            let mended = mend(&text, &fixes);
            proptest::prop_assert!(mended.applied + mended.left <= fixes.len());
            // Taking the edits back, from the end, gives the file again.
            let mut chosen: Vec<&Edit> = Vec::new();
            for fix in &fixes {
                let edit = &fix.edits[0];
                let fits = text.get(edit.span.clone()).is_some();
                if fits && chosen.iter().all(|other| !touch(&edit.span, &other.span)) {
                    chosen.push(edit);
                }
            }
            chosen.sort_by_key(|edit| edit.span.start);
            let (mut old, mut new) = (0, 0);
            for edit in chosen {
                let kept = edit.span.start - old;
                proptest::prop_assert_eq!(&mended.text[new..new + kept], &text[old..edit.span.start]);
                proptest::prop_assert!(mended.text[new + kept..].starts_with(&edit.text));
                (old, new) = (edit.span.end, new + kept + edit.text.len());
            }
            proptest::prop_assert_eq!(&mended.text[new..], &text[old..]);
        }
    }
}
