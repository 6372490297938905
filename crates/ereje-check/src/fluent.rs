//! Any Fluent file: all that rules can tell without a policy.

use std::collections::HashSet;

use ereje::catalog::{FtlFile, Message};
use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;

use crate::references::References;
use crate::rules::{Check, RULES};
use crate::{About, Report};

/// A translation of a Fluent file, next to its source.
pub struct Translation<'t> {
    /// Its messages, and what they may refer to.
    pub own: &'t References<'t>,
    /// The file that it translates.
    pub source: &'t FtlFile,
    /// The messages that both have, each with that of the source.
    messages: Vec<(&'t Message<'t>, &'t Message<'t>)>,
}

impl<'t> Translation<'t> {
    fn new(own: &'t References<'t>, source: &'t FtlFile) -> Translation<'t> {
        let pair = |message: &'t Message<'t>| Some((message, source.message(message.id.name)?));
        Translation { own, source, messages: own.file.messages().filter_map(pair).collect() }
    }

    /// The messages that both have, each with that of the source.
    pub(crate) fn messages(
        &self,
    ) -> impl ExactSizeIterator<Item = (&'t Message<'t>, &'t Message<'t>)> {
        self.messages.iter().copied()
    }
}

/// What is wrong with a file of messages in `locale`, by itself and, where it has
/// a source, next to that. Texts are compared by [`crate::check_texts`].
#[must_use]
pub fn check_fluent(
    own: &References<'_>,
    source: Option<&FtlFile>,
    locale: &Locale,
) -> Vec<Diagnostic> {
    let about = About { policy: None, locale: locale.tag(), draft: false };
    let mut found = own.file.diagnostics().to_vec();
    for diagnostic in &mut found {
        diagnostic.locale = Some(locale.tag().to_owned());
    }
    let translation = source.map(|source| Translation::new(own, source));
    for rule in RULES {
        let mut report = Report::new(rule, about, &mut found);
        match (rule.check, &translation) {
            // What could not be read to its end would be told twice.
            (Check::File(check), _) if own.file.diagnostics().is_empty() => {
                check(own.file, locale, &mut report);
            }
            (Check::References(check), _) => check(own, &mut report),
            (Check::Translation(check), Some(translation)) => check(translation, &mut report),
            _ => {}
        }
    }
    name_messages(own.file, &mut found);
    found
}

/// What of `told` about texts does not only follow from an error that was told of
/// the same message.
#[must_use]
pub fn on_their_own(told: Vec<Diagnostic>, before: &[Diagnostic]) -> Vec<Diagnostic> {
    let errors = before.iter().filter(|found| found.level == Level::Error);
    let wrong: HashSet<&str> = errors.filter_map(|found| found.clause.as_deref()).collect();
    let follows = |one: &Diagnostic| one.clause.as_deref().is_some_and(|id| wrong.contains(id));
    told.into_iter().filter(|one| !follows(one)).collect()
}

/// Says of what stands in a message that it does.
fn name_messages(file: &FtlFile, found: &mut [Diagnostic]) {
    let mut names: Vec<(usize, &str)> = Vec::new();
    for diagnostic in found.iter_mut().filter(|diagnostic| diagnostic.clause.is_none()) {
        let Some(place) = &diagnostic.place else { continue };
        if names.is_empty() {
            let messages = file.messages().map(|message| message.id.name);
            let terms = file.terms().map(|term| term.id.name);
            names = messages.chain(terms).map(|name| (file.span(name).start, name)).collect();
            names.sort_unstable();
        }
        let before = names.partition_point(|(start, _)| *start <= place.span.start);
        // What could not be read belongs to none.
        let is_in_one = diagnostic.rule != "syntax";
        let named = before.checked_sub(1).and_then(|at| names.get(at)).filter(|_| is_in_one);
        if let Some((start, name)) = named {
            let is_term = file.text()[..*start].ends_with('-');
            diagnostic.clause = Some(if is_term { format!("-{name}") } else { (*name).to_owned() });
        }
    }
}

#[cfg(test)]
mod tests;
