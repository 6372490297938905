//! What came back, with its codes looked up: only ids are taken from a file, never
//! what it says that they stand for.

use std::collections::BTreeSet;

use ereje::markup::Paired;

use crate::codes::{Numbered, is_code, is_required};
use crate::content::{Content, Item, TermForm};
use crate::terms::Terms;
use crate::xliff::Inline;

/// A text that came back.
pub(crate) struct Resolved {
    pub(crate) content: Content,
    /// The numbers of its codes, in order.
    pub(crate) ids: Vec<usize>,
    /// Terms that are in no form that the language has: name, words.
    pub(crate) loose: Vec<(String, String)>,
}

/// Where codes are looked up: first in what is theirs, then in the others.
pub(crate) struct Codes<'c> {
    pub(crate) texts: Vec<&'c Numbered>,
    /// The terms by whose words forms are found.
    pub(crate) terms: &'c Terms<'c>,
}

impl Codes<'_> {
    fn code(&self, id: &str) -> Option<(&Item, usize)> {
        let number = id.parse().ok()?;
        let found = self.texts.iter().find_map(|text| text.code(number));
        found.map(|item| (item, number))
    }

    /// Looks the codes of a text up.
    ///
    /// # Errors
    /// What is wrong with them, as a part of a sentence about the text.
    pub(crate) fn resolve(&self, inlines: &[Inline]) -> Result<Resolved, String> {
        let mut out = Resolved { content: Content::default(), ids: Vec::new(), loose: Vec::new() };
        let mut open: Vec<(&str, Option<&TermForm>)> = Vec::new();
        for inline in inlines {
            let in_term = open.last().is_some_and(|(_, term)| term.is_some());
            match inline {
                Inline::Text(words) => out.content.items.push(Item::Text(words.clone())),
                Inline::Close(id) => match open.pop() {
                    Some((opened, term)) if opened == id => match term {
                        None => out.content.items.push(Item::Close),
                        Some(term) => self.close(term, &mut out),
                    },
                    _ => return Err(format!("ends the code {id} where it is not open")),
                },
                Inline::Alone(id) | Inline::Open(id) => {
                    let known = self.code(id);
                    let Some((item, number)) = known else {
                        return Err(format!("has a code {id}, which its source does not have"));
                    };
                    if in_term {
                        return Err(format!("has the code {id} inside a term"));
                    }
                    match (inline, item) {
                        (Inline::Open(id), Item::Term(term)) => {
                            open.push((id.as_str(), Some(term)));
                            // Where its words begin.
                            out.content.items.push(Item::Term(term.clone()));
                        }
                        (Inline::Open(id), Item::Open(_)) => {
                            open.push((id.as_str(), None));
                            out.content.items.push(item.clone());
                        }
                        (Inline::Alone(_), Item::Alone(_) | Item::Choice(_)) => {
                            out.content.items.push(item.clone());
                        }
                        _ => return Err(format!("has the code {id} in another form")),
                    }
                    out.ids.push(number);
                }
            }
        }
        if let Some((id, _)) = open.last() {
            return Err(format!("does not end the code {id}"));
        }
        out.content = out.content.tidied();
        Ok(out)
    }

    /// Ends a term: its words are those of a form, or stay as they are.
    fn close(&self, term: &TermForm, out: &mut Resolved) {
        let items = &mut out.content.items;
        let Some(at) = items.iter().rposition(|item| matches!(item, Item::Term(_))) else { return };
        let typed: String = items[at + 1..]
            .iter()
            .map(|item| match item {
                Item::Text(words) => words.as_str(),
                _ => "",
            })
            .collect();
        items.truncate(at);
        let words = typed.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let is_wanted = |form: &&TermForm| form.name == term.name && form.words == words;
        let form = |item| match item {
            Item::Term(term) => Some(term),
            _ => None,
        };
        let texts = self.texts.iter().flat_map(|text| text.content.items.iter());
        let used = texts.filter_map(|item| form(item.clone()));
        // A form that the text has already is taken before others with its words.
        let forms = self.terms.forms(&term.name).into_iter();
        let forms = forms.map(|form| TermForm {
            name: term.name.clone(),
            typed: form.typed,
            words: form.words,
        });
        let known: Vec<TermForm> = forms.collect();
        let is_there = |form: &TermForm| self.terms.words(&form.typed).trim() == form.words;
        let used: Vec<TermForm> = used.filter(is_there).collect();
        let found = used.iter().chain(&known).find(is_wanted);
        let blank = |is_there: bool| is_there.then(|| Item::Text(" ".to_owned()));
        items.extend(blank(typed.starts_with([' ', '\n', '\t'])));
        match found {
            Some(form) => items.push(Item::Term(form.clone())),
            None if words.is_empty() => drop(out.ids.pop()),
            None => {
                out.ids.pop();
                out.loose.push((term.name.clone(), words.clone()));
                items.push(Item::Text(words));
            }
        }
        items.extend(blank(typed.ends_with([' ', '\n', '\t'])));
    }
}

/// What is wrong with the codes of a translation, as a part of a sentence about it:
/// what the source says must be there once, unless the translation of today has it
/// otherwise.
pub(crate) fn miscounted(
    source: &Numbered,
    current: Option<&Numbered>,
    given: &Resolved,
) -> Option<String> {
    let count = |ids: &[usize], id: usize| ids.iter().filter(|one| **one == id).count();
    let texts = [Some(source), current];
    for (nth, text) in texts.into_iter().flatten().enumerate() {
        for (item, id) in text.items() {
            let Some(id) = id.filter(|_| is_code(item) && is_required(item)) else { continue };
            let is_of_source = nth == 0;
            let there = count(&given.ids, id);
            let before = current.map(|current| count(&current.ids, id));
            let is_fine = there == 1 || before == Some(there) || (!is_of_source && there == 0);
            if !is_fine {
                let shown = shown(item);
                return Some(match there {
                    0 => format!("lacks `{shown}` (code {id})"),
                    _ => format!("has `{shown}` (code {id}) {there} times"),
                });
            }
        }
    }
    None
}

/// What the source or the translation of today has and the one that came back has not,
/// though it may: as parts of a sentence. A term in a form that is not known is told
/// by itself.
pub(crate) fn lost(source: &Numbered, current: Option<&Numbered>, given: &Resolved) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut lost: Vec<(String, usize)> = Vec::new();
    let texts = [Some(source), current];
    for (item, id) in texts.into_iter().flatten().flat_map(Numbered::items) {
        let Some(id) = id.filter(|_| is_code(item) && !is_required(item)) else { continue };
        let name = match item {
            Item::Open(around) if around.kind == Paired::Strong => "bold".to_owned(),
            Item::Open(_) => "emphasis".to_owned(),
            Item::Term(term) if given.loose.iter().all(|(name, _)| *name != term.name) => {
                format!("`-{}`", term.name)
            }
            _ => continue,
        };
        // What the translation of today does without is not lost here.
        let was_there = current.is_none_or(|current| current.ids.contains(&id));
        if given.ids.contains(&id) || !was_there || !seen.insert(id) {
            continue;
        }
        match lost.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => *times += 1,
            None => lost.push((name, 1)),
        }
    }
    let in_words = |(name, times)| match times {
        1 => name,
        times => format!("{name} ({times} times)"),
    };
    lost.into_iter().map(in_words).collect()
}

fn shown(item: &Item) -> String {
    let text = match item {
        Item::Alone(code) => code.typed.shown(),
        Item::Open(around) => format!("{}…{}", around.open.shown(), around.close.shown()),
        Item::Choice(forms) => format!("{{ {} -> … }}", forms.selector),
        Item::Term(term) => term.typed.clone(),
        Item::Text(words) => words.clone(),
        Item::Close => String::new(),
    };
    text.replace('\n', "⏎")
}
