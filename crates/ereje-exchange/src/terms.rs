//! The forms of terms: translators elsewhere see the words, and which form those are
//! is found again by them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ereje::catalog::{FtlFile, Piece, canonical, pieces};

/// The terms of a language.
pub(crate) struct Terms<'t> {
    /// The policy's own file, whose terms come first, and `terms.ftl`.
    files: Vec<&'t FtlFile>,
    /// What was looked up already.
    known: RefCell<BTreeMap<String, String>>,
}

/// A form of a term: how it is typed, and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// The name of the form; empty for the one that comes without a name.
    pub name: String,
    /// With its braces.
    pub typed: String,
    /// What readers see.
    pub words: String,
}

impl<'t> Terms<'t> {
    /// The terms of a policy's file and of `terms.ftl`.
    #[must_use]
    pub(crate) fn new(own: Option<&'t FtlFile>, terms: Option<&'t FtlFile>) -> Terms<'t> {
        Terms { files: own.into_iter().chain(terms).collect(), known: RefCell::default() }
    }

    /// The words of a term as it is typed, with its braces.
    #[must_use]
    pub(crate) fn words(&self, typed: &str) -> String {
        if let Some(words) = self.known.borrow().get(typed) {
            return words.clone();
        }
        let asked = FtlFile::parse("a.ftl", format!("a = {typed}\n"));
        let name = typed.trim_start_matches(['{', ' ', '-']);
        let name = name.split([' ', '(', '}', '.']).next().unwrap_or_default();
        let file = self.files.iter().find(|file| file.term(name).is_some());
        let words = canonical("a", &asked, file.copied()).unwrap_or_default();
        self.known.borrow_mut().insert(typed.to_owned(), words.clone());
        words
    }

    /// The forms of a term that one name chooses; none where there is no such term.
    #[must_use]
    pub(crate) fn forms(&self, name: &str) -> Vec<Form> {
        let Some(term) = self.files.iter().find_map(|file| file.term(name)) else {
            return Vec::new();
        };
        let mut names: Vec<(String, String)> = vec![(String::new(), String::new())];
        for piece in pieces(&term.value) {
            let Piece::Choice(choice) = piece else { continue };
            let Some(variable) = choice.variable else { continue };
            for variant in choice.variants {
                names.push((variable.clone(), variant.key));
            }
        }
        let mut forms: Vec<Form> = Vec::new();
        for (variable, key) in names {
            let typed = match key.as_str() {
                "" => format!("{{ -{name} }}"),
                key => format!("{{ -{name}({variable}: \"{key}\") }}"),
            };
            let words = self.words(&typed).trim().to_owned();
            if let Some(plain) = forms.first_mut()
                && plain.words == words
                && !key.is_empty()
            {
                if plain.name.is_empty() {
                    plain.name = key;
                }
                continue;
            }
            forms.push(Form { name: key, typed, words });
        }
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_words() {
        let terms = "-user =\n    { $case ->\n       *[nominative] User\n        [genitive] User’s\n    }\n-app = App\n";
        let file = FtlFile::parse("terms.ftl", terms.to_owned());
        let terms = Terms::new(None, Some(&file));
        let told = |name: &str| {
            let forms = terms.forms(name).into_iter();
            forms.map(|form| format!("{}={}", form.typed, form.words)).collect::<Vec<_>>()
        };
        assert_eq!(told("user"), ["{ -user }=User", "{ -user(case: \"genitive\") }=User’s"]);
        assert_eq!(told("app"), ["{ -app }=App"]);
        assert!(told("none").is_empty());
    }
}
