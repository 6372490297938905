//! The clauses of a page: one for each heading, with an id.

use std::ops::Range;

use ereje::diagnostic::Diagnostic;
use ereje::markup::{Markup, Part};

use crate::heads::Top;
use crate::ids::Ids;
use crate::{Wanted, advice};

/// A clause that a part of the page becomes.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) id: String,
    /// 2 to 6.
    pub(crate) level: u8,
    pub(crate) heading: Option<Markup>,
    pub(crate) body: Markup,
    /// Where it stands in the page.
    pub(crate) span: Range<usize>,
}

pub(crate) fn of(
    wanted: &Wanted<'_>,
    start: usize,
    (top, parts): (&Top, Vec<Part>),
    told: &mut Vec<Diagnostic>,
) -> (Vec<Clause>, Ids) {
    let mut ids = Ids::below(top);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut levels = Levels::default();
    let mut places: Vec<usize> = Vec::new();
    for part in parts {
        let level = part.heading.as_ref().map_or(levels.current(), |h| levels.of(h.level));
        if let Some(heading) = part.heading {
            let depth = usize::from(level) - 1;
            places.truncate(depth);
            match places.get_mut(depth - 1) {
                Some(count) => *count += 1,
                None => places.resize(depth, 1),
            }
            let numbers: Vec<String> = places.iter().map(usize::to_string).collect();
            let place = format!("section-{}", numbers.join("-"));
            let id = ids.of_heading(heading.text.text(), heading.id.as_deref(), &place);
            let span = start + heading.span.start..start + heading.span.end;
            let words = (!heading.text.is_empty()).then_some(heading.text);
            clauses.push(Clause { id, level, heading: words, body: Markup::default(), span });
        }
        for block in part.blocks {
            let span = start + block.span.start..start + block.span.end;
            if block.id.is_some() || clauses.is_empty() {
                let id = match block.id.as_deref() {
                    Some(given) => ids.of_heading("", Some(given), "intro"),
                    None => ids.free("intro"),
                };
                let body = Markup::default();
                clauses.push(Clause { id, level, heading: None, body, span: span.clone() });
            }
            if let Some(clause) = clauses.last_mut() {
                clause.body.append(&block.text);
                // A footnote comes last and may stand anywhere.
                clause.span.end = clause.span.end.max(span.end);
            }
        }
    }
    clauses.retain(|clause| clause.heading.is_some() || !is_nothing(&clause.body));
    for clause in &mut clauses {
        let target = |link: &str| Some(ids.target(link).unwrap_or_else(|| encoded(link)));
        clause.body = std::mem::take(&mut clause.body).with_links(target);
        clause.heading = clause.heading.take().map(|heading| heading.with_links(target));
    }
    if let Some(message) = levels.told() {
        let hint = "look at the levels in policy.toml; a page's own title is above all of them";
        told.push(advice("import-heading", wanted.path, message).hint(hint));
    }
    (clauses, ids)
}

/// The target of a link with those signs percent-encoded that some tool for
/// Markdown trips over, as the pages for Jekyll have them.
pub(crate) fn encoded(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    for c in target.chars() {
        match c {
            '(' | ')' | '<' | '>' | '"' | '\'' | '{' | '}' | '|' | '\\' | '`' | ' ' | '*' => {
                out.push_str(&format!("%{:02X}", c as u32));
            }
            c => out.push(c),
        }
    }
    out
}

fn is_nothing(body: &Markup) -> bool {
    body.is_empty() && body.links().is_empty()
}

/// Levels of headings as a policy has them: from 2, without gaps.
#[derive(Default)]
pub(crate) struct Levels {
    /// What the headings above have in the page, and here.
    above: Vec<(u8, u8)>,
    changed: bool,
    capped: bool,
}

impl Levels {
    fn current(&self) -> u8 {
        self.above.last().map_or(2, |(_, level)| *level)
    }

    /// The level that a heading gets.
    pub(crate) fn of(&mut self, typed: u8) -> u8 {
        while self.above.last().is_some_and(|(above, _)| *above >= typed) {
            self.above.pop();
        }
        let level = self.above.last().map_or(2, |(_, level)| level + 1);
        self.capped |= level > 6;
        let level = level.min(6);
        self.changed |= level != typed;
        self.above.push((typed, level));
        level
    }

    fn told(&self) -> Option<&'static str> {
        if self.capped {
            return Some("headings below the sixth level are set at the sixth");
        }
        self.changed.then_some("headings are set from the second level on, without gaps")
    }
}
