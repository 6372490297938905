//! One file of messages: whatever is in it, each part is found where it stands.

use ereje::catalog::{
    FtlFile, MOST_BRANCHES, Pattern, branches, canonical, literal_text, references, selects,
    typed_texts, variants,
};
use ereje::pseudo::Pseudo;

use super::{assert_sound, text};

/// Parses a file and asks everything that can be asked about it.
pub fn parse(bytes: &[u8]) {
    let text = text(bytes);
    let file = FtlFile::parse("a.ftl", text.to_string());
    assert_eq!(file.text().len(), text.len(), "no byte is lost or moved");
    for told in file.diagnostics() {
        assert_sound(told, &text, file.text());
        for edit in told.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(text.get(edit.span.clone()).is_some(), "{told:?} in {text:?}");
        }
    }
    for message in file.messages() {
        let name = message.id.name;
        assert_eq!(&file.text()[file.span(name)], name);
        assert!(file.message(name).is_some() || file.term(name).is_some());
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        message.value.iter().chain(attributes).for_each(|one| pattern(one, &file));
        let _ = canonical(name, &file, None);
    }
    for term in file.terms() {
        assert_eq!(&file.text()[file.span(term.id.name)], term.id.name);
        pattern(&term.value, &file);
    }
    for pseudo in Pseudo::ALL {
        let changed = FtlFile::parse("b.ftl", pseudo.file(&file));
        let names = |file: &FtlFile| {
            file.messages().map(|message| message.id.name.to_owned()).collect::<Vec<_>>()
        };
        if file.diagnostics().is_empty() {
            assert_eq!(names(&changed), names(&file), "a pseudo-locale of {text:?}");
        }
    }
}

fn pattern(pattern: &Pattern<'_>, file: &FtlFile) {
    let forms = branches(pattern, file, None);
    assert!((1..=MOST_BRANCHES).contains(&forms.all.len()));
    let _ = (literal_text(pattern), variants(pattern));
    for reference in references(pattern) {
        let _ = format!("{reference:?}");
    }
    for select in selects(pattern) {
        let _ = format!("{select:?}");
    }
    for typed in typed_texts(pattern).iter().flatten().filter(|typed| !typed.is_empty()) {
        assert_eq!(&file.text()[file.span(typed)], *typed);
    }
}
