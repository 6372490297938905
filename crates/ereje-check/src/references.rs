//! What a text may refer to: all that rules about references need to know, of a
//! policy and of any other Fluent file alike.

use std::cell::Cell;
use std::collections::{BTreeSet, HashSet};

use ereje::catalog::{Catalog, FtlFile, Reference, references};
use ereje::diagnostic::{nearest, only_near};

use crate::rules::Owner;

/// A file of messages, and what they may refer to.
pub struct References<'s> {
    /// The file.
    pub file: &'s FtlFile,
    /// The file of terms that belongs to it; its texts are looked at too.
    pub terms: Option<&'s FtlFile>,
    /// The variables that it may use.
    pub variables: Variables<'s>,
    /// The functions that it may call; nothing where any may exist.
    pub functions: Option<&'s [&'s str]>,
    /// What stands in other files.
    pub elsewhere: Option<&'s Elsewhere<'s>>,
    looks: Cell<usize>,
    /// The texts of both files that refer to anything, with what they refer to.
    pub(crate) used: Vec<Used<'s>>,
    /// The names of its messages. Going through the file for each name that is
    /// unknown would take the square of its length.
    pub(crate) messages: Vec<&'s str>,
    /// The names of the terms of both files.
    pub(crate) term_names: Vec<&'s str>,
}

/// A text that refers to something.
pub(crate) struct Used<'s> {
    /// Where it stands.
    pub(crate) file: &'s FtlFile,
    /// What it belongs to.
    pub(crate) owner: Owner<'s>,
    /// The attribute that it is the text of, if it is not the value.
    pub(crate) attribute: Option<&'s str>,
    /// What it refers to, in the order of the text.
    pub(crate) references: Vec<Reference<'s>>,
}

/// The variables that messages may use.
#[derive(Clone, Copy)]
pub enum Variables<'s> {
    /// The facts of a policy.
    Facts(&'s Catalog<'s>),
    /// Those that the message of the same name has in the source, as the program
    /// gives it no others.
    Source(&'s FtlFile),
    /// Those that each message is given; nothing of one that is not asked for.
    Given(fn(&str) -> Option<Vec<&'static str>>),
    /// Any: nothing but the program knows.
    Any,
}

/// Names of terms and messages that stand in other files.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere<'s> {
    /// Terms, without the hyphen.
    pub terms: HashSet<&'s str>,
    /// Messages.
    pub messages: HashSet<&'s str>,
}

impl<'s> Elsewhere<'s> {
    /// What `file` refers to and does not have: it must stand in other files.
    #[must_use]
    pub fn used_by(file: &'s FtlFile) -> Elsewhere<'s> {
        let mut used = Elsewhere::default();
        for (_, pattern) in crate::rules::patterns(file) {
            for reference in references(pattern) {
                match reference {
                    Reference::Term { name, .. } if file.term(name).is_none() => {
                        used.terms.insert(name);
                    }
                    Reference::Message { name, .. } if file.message(name).is_none() => {
                        used.messages.insert(name);
                    }
                    _ => {}
                }
            }
        }
        used
    }
}

/// The texts of a file that refer to anything.
fn used(file: &FtlFile) -> impl Iterator<Item = Used<'_>> {
    crate::rules::named_patterns(file).filter_map(move |(owner, attribute, pattern)| {
        let references = references(pattern);
        (!references.is_empty()).then_some(Used { file, owner, attribute, references })
    })
}

/// The names of messages that texts of these files refer to.
pub(crate) fn messages_used<'s>(files: impl Iterator<Item = &'s FtlFile>) -> HashSet<&'s str> {
    let all = files.flat_map(crate::rules::patterns).flat_map(|(_, pattern)| references(pattern));
    let name = |reference| match reference {
        Reference::Message { name, .. } => Some(name),
        _ => None,
    };
    all.filter_map(name).collect()
}

/// The functions that a file calls.
pub fn functions(file: &FtlFile) -> impl Iterator<Item = &str> {
    let all = crate::rules::patterns(file).flat_map(|(_, pattern)| references(pattern));
    all.filter_map(|reference| match reference {
        Reference::Function { name } => Some(name),
        _ => None,
    })
}

/// So many names of a file are compared with misspelt ones. It is enough for all
/// mistakes of a person; where every message of a large file refers to nothing,
/// hints are no help any more.
const MOST_LOOKS: usize = 100_000;

/// So many messages are followed to learn what variables a message has.
const MOST_FOLLOWED: usize = 100;

impl<'s> References<'s> {
    /// A file whose messages may refer to nothing outside it but these variables
    /// and functions.
    #[must_use]
    pub fn new(
        file: &'s FtlFile,
        terms: Option<&'s FtlFile>,
        variables: Variables<'s>,
        functions: Option<&'s [&'s str]>,
    ) -> References<'s> {
        let both = [Some(file), terms].into_iter().flatten();
        References {
            file,
            terms,
            variables,
            functions,
            elsewhere: None,
            looks: Cell::new(MOST_LOOKS),
            used: both.clone().flat_map(used).collect(),
            messages: file.messages().map(|message| message.id.name).collect(),
            term_names: both.flat_map(FtlFile::terms).map(|term| term.id.name).collect(),
        }
    }

    /// Whether it belongs to policies, whose terms have a file of their own.
    #[must_use]
    pub fn is_of_policies(&self) -> bool {
        matches!(self.variables, Variables::Facts(_) | Variables::Given(_))
    }

    /// The name that was probably meant, as long as looking for it takes a
    /// bounded time in all.
    pub fn meant<'k>(
        &self,
        typed: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<&'k str> {
        nearest(typed, self.bounded(known))
    }

    /// The same, where no other name is near enough.
    pub(crate) fn only_meant<'k>(
        &self,
        typed: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<&'k str> {
        // A name that was not looked at might be another one.
        only_near(typed, self.bounded(known)).filter(|_| self.looks.get() > 0)
    }

    fn bounded<'k>(
        &self,
        known: impl IntoIterator<Item = &'k str>,
    ) -> impl Iterator<Item = &'k str> {
        let left = &self.looks;
        known.into_iter().take_while(|_| {
            left.set(left.get().saturating_sub(1));
            left.get() > 0
        })
    }
}

/// The variables of a message of `source`, and of the messages that it refers to;
/// nothing where it is not there, or these are too many to follow.
pub(crate) fn variables_of<'s>(source: &'s FtlFile, id: &str) -> Option<BTreeSet<&'s str>> {
    let first = source.message(id)?;
    let mut variables = BTreeSet::new();
    let mut seen = BTreeSet::from([first.id.name]);
    let mut next = vec![first];
    while let Some(message) = next.pop() {
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        for reference in message.value.iter().chain(attributes).flat_map(references) {
            match reference {
                Reference::Variable { name, .. } => {
                    variables.insert(name);
                }
                Reference::Message { name, .. } if seen.insert(name) => {
                    if seen.len() > MOST_FOLLOWED {
                        return None;
                    }
                    next.extend(source.message(name));
                }
                _ => {}
            }
        }
    }
    Some(variables)
}
