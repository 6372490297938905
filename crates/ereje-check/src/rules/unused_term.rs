//! # `unused-term`
//!
//! A term of a language that no text of any policy uses, nor another term. It may be
//! left over, or be written out by hand somewhere, where a change of the term does
//! not reach it.
//!
//! Terms belong to all policies of a language, so they are looked at only where all
//! of its texts can be read, and use no term that is not there. A term that a text of
//! the source uses waits for that text's translation.
//!
//! ```ftl fails
//! intro = What { -app } is about.
//! # terms.ftl
//! -app = App
//! -user = the User
//! ```
//!
//! ```ftl passes
//! intro = What { -app } is about.
//! # terms.ftl
//! -app = { -maker } App
//! -maker = Acme
//! ```

use std::collections::HashSet;

use ereje::catalog::{FtlFile, Reference, references};
use ereje::diagnostic::Level;

use super::{Check, Rule, patterns};
use crate::Report;

pub(super) const RULE: Rule = Rule::new("unused-term", Level::Warning, Check::Terms(check));

fn check(
    terms: &FtlFile,
    texts: &[&FtlFile],
    is_awaited: &dyn Fn(&str) -> bool,
    report: &mut Report<'_>,
) {
    let used: HashSet<&str> = texts
        .iter()
        .copied()
        .chain([terms])
        .flat_map(patterns)
        .flat_map(|(_, pattern)| references(pattern))
        .filter_map(|reference| match reference {
            Reference::Term { name, .. } => Some(name),
            _ => None,
        })
        .collect();
    // A name that is not there may be this term's, misspelt.
    if used.iter().any(|name| terms.term(name).is_none()) {
        return;
    }
    let unused = terms.terms().map(|term| term.id.name).filter(|name| !used.contains(name));
    for name in unused.filter(|name| !is_awaited(name)) {
        let hint = format!("write `{{ -{name} }}` where a text says it, or remove the term");
        report.at(terms, name, format!("no text uses the term `-{name}`"), &hint);
    }
}
