//! Fixes: outside of their spans a file stays the same, and mending it again and
//! again comes to an end.

use ereje::catalog::FtlFile;
use ereje::diagnostic::Diagnostic;
use ereje::fix::{Fix, Safety, mend};
use ereje_check::{References, Variables, check_fluent};

use super::{Input, text};

/// So many fixes of a file are put in one by one.
const MOST_ALONE: usize = 20;

/// Mends a file until there is nothing left to mend.
pub fn fix(bytes: &[u8]) {
    let text = text(bytes);
    let input = Input::new(&text);
    let source = FtlFile::parse("source.ftl", input.source.to_owned());
    let mut text = input.messages.to_owned();
    // What hides behind one mistake is seen once that is mended: a line each time. Of
    // edits that touch each other every second one is put in at a time.
    let halves = text.len().checked_ilog2().unwrap_or_default() as usize;
    let mut rounds = text.lines().count() + halves + 8;
    loop {
        let found = found(&text, &source, &input);
        let fixes: Vec<&Fix> = found.iter().filter_map(|told| told.fix.as_deref()).collect();
        for fix in fixes.iter().take(MOST_ALONE) {
            alone(&text, fix);
        }
        let mended = mend(&text, fixes.iter().copied());
        assert!(mended.applied + mended.left <= fixes.len());
        if mended.applied == 0 {
            assert!(fixes.is_empty(), "nothing was put in of {fixes:?} in {text:?}");
            return;
        }
        if fixes.iter().all(|fix| fix.safety == Safety::Safe) {
            assert_kept(&text, &mended.text);
        }
        text = mended.text;
        rounds = rounds.checked_sub(1).unwrap_or_else(|| panic!("no end: {fixes:?} in {text:?}"));
    }
}

fn found(text: &str, source: &FtlFile, input: &Input<'_>) -> Vec<Diagnostic> {
    let file = FtlFile::parse("a.ftl", text.to_owned());
    let references = References::new(&file, None, Variables::Source(source), None);
    check_fluent(&references, Some(source), &input.locale)
}

/// One fix by itself: everything outside of its edits is as it was.
fn alone(text: &str, fix: &Fix) {
    let mended = mend(text, [fix]);
    assert_eq!((mended.applied, mended.left), (1, 0), "{fix:?} in {text:?}");
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span.start);
    let (mut rest, mut done) = (mended.text.as_str(), 0);
    for edit in edits {
        let kept = text[done..edit.span.start].len();
        assert_eq!(&rest[..kept], &text[done..edit.span.start]);
        rest = rest[kept..].strip_prefix(&edit.text).expect("the edit is there");
        done = edit.span.end;
    }
    assert_eq!(rest, &text[done..]);
}

/// No message is lost by mending others: it is there, or was cut off before and now
/// is seen to be wrong as a whole, or is told to have the name of a term.
fn assert_kept(before: &str, after: &str) {
    let file = |text: &str| FtlFile::parse("a.ftl", text.to_owned());
    let (old, new) = (file(before), file(after));
    for message in old.messages() {
        let name = message.id.name;
        let is_kept =
            new.message(name).is_some() || new.term(name).is_some() || new.is_broken(name);
        assert!(is_kept, "`{name}` is lost: {before:?} to {after:?}");
    }
}
