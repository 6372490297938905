//! The `.ftl` file of a page. Each text is read back before it counts, so that
//! what readers see is what the page said.

mod back;
mod memory;

use std::ops::Range;
use std::sync::Arc;

use ereje::catalog::pattern;
use ereje::compose::HEADING;
use ereje::diagnostic::Diagnostic;
use ereje::fact::Fact;
use ereje::formats::DateStyle;
use ereje::markup::{Event, Markup, write as markdown};
use ereje::version::VersionText;

use crate::clauses::Clause;
use crate::dates::{Dates, name};
use crate::facts::{by_name, could_be, known, place_of, proposed};
use crate::heads::Head;
use crate::{Wanted, advice};

use back::{is_same, read_back};
pub use memory::Memory;
use memory::Written;

/// The file, and the facts that it uses.
pub(crate) struct Made {
    pub(crate) messages: Messages,
    pub(crate) facts: Vec<(String, Fact)>,
    /// What it says, and which facts each clause states, where somebody remembers it.
    pub(crate) frozen: (VersionText, Vec<Vec<String>>),
}

/// The messages of a file.
#[derive(Clone, Debug)]
pub(crate) struct Messages {
    /// What stands before the clauses.
    top: String,
    clauses: Vec<(String, Arc<Written>)>,
}

impl Messages {
    /// The file.
    pub(crate) fn ftl(&self) -> String {
        let lengths = self.clauses.iter().map(|(id, written)| {
            let heading = written.heading.as_ref().map_or(0, |heading| heading.len() + 20);
            id.len() + written.text.len() + heading + 4
        });
        let mut ftl = String::with_capacity(self.top.len() + lengths.sum::<usize>());
        ftl.push_str(&self.top);
        for (id, written) in &self.clauses {
            for part in ["\n", id, " =", &written.text] {
                ftl.push_str(part);
            }
            if let Some(heading) = &written.heading {
                for part in ["    .", HEADING, " =", heading] {
                    ftl.push_str(part);
                }
            }
        }
        ftl
    }
}

/// Fluent shows a hundred placeables in a message.
const MAX_PLACEABLES: usize = 90;

/// The longest line in which dates are looked for, in bytes: a paragraph is one.
const MAX_DATED: usize = 16 << 10;

pub(crate) fn write(
    wanted: &Wanted<'_>,
    head: &Head,
    clauses: &[Clause],
    named: &[(String, Fact)],
    mut memory: Option<&mut Memory>,
    told: &mut Vec<Diagnostic>,
) -> Result<Made, Box<Diagnostic>> {
    let bodies: Vec<&Markup> = clauses.iter().map(|clause| &clause.body).collect();
    let mut writer = Writer {
        wanted,
        proposed: proposed(&bodies, named),
        dates: Dates::new(wanted.locale),
        used: Vec::new(),
    };
    let (description, days) = writer.with_dates(&pattern(&line(&head.description), 4));
    let title = line(&head.title);
    let top = top(&title, head, &description);
    let mut messages = Messages { top, clauses: Vec::with_capacity(clauses.len()) };
    let mut frozen = (VersionText::default(), Vec::new());
    if let Some(memory) = memory.as_deref_mut() {
        frozen.0 = memory::around(wanted.locale, head, (&title, &description), &days);
        memory.expect(&writer.proposed);
    }
    writer.used = days;
    for clause in clauses {
        let known = memory.as_deref().and_then(|memory| memory.of(clause));
        let written = known.unwrap_or_else(|| Arc::new(writer.clause(clause)));
        let place = |diagnostic: Diagnostic| {
            diagnostic.at(wanted.text, clause.span.clone()).of_clause(&clause.id)
        };
        judge(wanted, &clause.id, written.kept, place, told)?;
        for fact in &written.facts {
            if !writer.used.contains(fact) {
                writer.used.push(fact.clone());
            }
        }
        if let Some(memory) = memory.as_deref_mut() {
            frozen.0.clauses.extend(written.clause(wanted.locale, &clause.id));
            frozen.1.push(written.stated());
            memory.keep(clause, &written);
        }
        messages.clauses.push((clause.id.clone(), written));
    }
    told.extend(could_be_facts(wanted, clauses, &bodies));
    Ok(Made { messages, facts: writer.used, frozen })
}

/// So many values are listed that could be facts; of more it is told how many.
const LISTED: usize = 12;

/// Tells which values could be facts, each with its line, the first one where it stands.
fn could_be_facts(
    wanted: &Wanted<'_>,
    clauses: &[Clause],
    bodies: &[&Markup],
) -> Option<Diagnostic> {
    let found = could_be(bodies, wanted.locale.language());
    let places: Vec<(&str, Range<usize>)> = found
        .iter()
        .map(|(value, at)| {
            let Range { start, end } = clauses[*at].span;
            let page = &wanted.text[start..end];
            let here = place_of(value, page).map(|at| start + at.start..start + at.end);
            // What stands in a footnote is elsewhere.
            let place = here.or_else(|| place_of(value, wanted.text));
            let line = || start..start + page.lines().next().unwrap_or_default().len();
            (value.as_str(), place.unwrap_or_else(line))
        })
        .collect();
    let (_, first) = places.first()?.clone();
    let one = |(value, place): &(&str, Range<usize>)| {
        let line = wanted.text[..place.start].matches('\n').count() + 1;
        format!("“{value}” (line {line})")
    };
    let mut listed = places.iter().take(LISTED).map(one).collect::<Vec<_>>().join(", ");
    if let Some(more) = places.len().checked_sub(LISTED).filter(|more| *more > 0) {
        listed.push_str(&format!(" and {more} more"));
    }
    let message = format!("these could be facts, the same in every language: {listed}");
    let hint = "declare those that matter below `[facts]` in policy.toml and use them by name";
    Some(advice("import-fact", wanted.path, message).at(wanted.text, first).hint(hint))
}

/// A clause of a policy that is there, in a further language.
pub(crate) struct Piece<'p> {
    pub(crate) id: &'p str,
    pub(crate) heading: Option<Markup>,
    pub(crate) body: Markup,
    /// Where it stands in the page.
    pub(crate) span: std::ops::Range<usize>,
    /// The facts that it can state.
    pub(crate) facts: Vec<(String, Fact)>,
}

/// The file of a further language. Facts are those that the policy has.
pub(crate) fn write_known(
    wanted: &Wanted<'_>,
    head: &Head,
    clauses: &[Piece<'_>],
    of_description: &[(String, Fact)],
    told: &mut Vec<Diagnostic>,
) -> Result<String, Box<Diagnostic>> {
    let writer =
        Writer { wanted, proposed: Vec::new(), dates: Dates::new(wanted.locale), used: Vec::new() };
    let mut ftl =
        top(&line(&head.title), head, &writer.known(&head.description, of_description, 4).0);
    for clause in clauses {
        ftl.push_str(&format!("\n{} =", clause.id));
        let place = |diagnostic: Diagnostic| {
            diagnostic.at(wanted.text, clause.span.clone()).of_clause(clause.id)
        };
        if clause.body.events().next().is_some() {
            let (text, kept) = writer.known(&clause.body, &clause.facts, 4);
            judge(wanted, clause.id, kept, place, told)?;
            ftl.push_str(&text);
        } else {
            ftl.push('\n');
        }
        if let Some(heading) = &clause.heading {
            ftl.push_str(&format!("    .{HEADING} ={}", pattern(&line(heading), 8)));
        }
    }
    Ok(ftl)
}

/// What stands before the clauses.
fn top(title: &str, head: &Head, description: &str) -> String {
    format!(
        "### Imported text. Markdown, one message a clause; policy.toml has their order.\n\n\
         # The title of the page, and one sentence for search engines.\n\
         title ={}description ={}\n\
         # The last line of the page. The date is written out in this language; it takes no endings.\n\
         last-updated ={}",
        pattern(title, 4),
        description,
        head.last_updated,
    )
}

/// Tells what of a clause could not be kept.
fn judge(
    wanted: &Wanted<'_>,
    id: &str,
    kept: Kept,
    place: impl Fn(Diagnostic) -> Diagnostic,
    told: &mut Vec<Diagnostic>,
) -> Result<(), Box<Diagnostic>> {
    match kept {
        Kept::All => {}
        Kept::Words => {
            let message =
                "emphasis or structure could not be kept in all of this clause; its words are";
            let hint = "look at it in the .ftl file";
            told.push(place(Diagnostic::warning("import-markup", wanted.path, message)).hint(hint));
        }
        Kept::Nothing => {
            let message = format!("the text of `{id}` can not be written so that it is read again");
            let hint = "simplify its lists, tables and emphasis, and import it again";
            return Err(Box::new(
                place(Diagnostic::error("import-page", wanted.path, message)).hint(hint),
            ));
        }
    }
    Ok(())
}

/// How much of a text was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kept {
    #[default]
    All,
    Words,
    Nothing,
}

struct Writer<'w> {
    wanted: &'w Wanted<'w>,
    proposed: Vec<(String, Fact)>,
    dates: Dates<'w>,
    used: Vec<(String, Fact)>,
}

impl Writer<'_> {
    /// A clause as a message.
    fn clause(&self, clause: &Clause) -> Written {
        let heading = clause.heading.as_ref().map(|heading| pattern(&line(heading), 8));
        if clause.body.events().next().is_none() {
            return Written { heading, text: "\n".to_owned(), ..Written::default() };
        }
        Written { heading, ..self.text(&clause.body, 4) }
    }

    /// A text: with facts by name where that reads the same.
    fn text(&self, body: &Markup, indent: usize) -> Written {
        let plain = pattern(&markdown(body), indent);
        let (dated, mut days) = self.with_dates(&plain);
        let (named, names) = by_name(&dated, &self.proposed);
        let placeables = named.matches("{ ").count();
        if placeables <= MAX_PLACEABLES && (!names.is_empty() || !days.is_empty()) {
            let proposed = self.proposed.iter().filter(|(name, _)| names.contains(name));
            days.extend(proposed.cloned());
            if let Some(shown) = self.shown(&named, &days)
                && is_same(&Markup::parse(&shown), body)
            {
                let shown = Some(shown);
                return Written { text: named, shown, facts: days, ..Written::default() };
            }
        }
        self.plainly(body, plain, indent)
    }

    /// The same with facts that are known.
    fn known(&self, body: &Markup, facts: &[(String, Fact)], indent: usize) -> (String, Kept) {
        let is_line = !matches!(body.events().next(), Some(Event::Open(_)));
        let plain = pattern(&if is_line { line(body) } else { markdown(body) }, indent);
        let (named, used) = known::by_name(&plain, self.wanted.locale, facts);
        let placeables = named.matches("{ ").count();
        let reads_same =
            |shown: Markup| is_same(&shown, body) || is_line && shown.text() == body.text();
        if placeables <= MAX_PLACEABLES
            && !used.is_empty()
            && self.shown(&named, &used).is_some_and(|shown| reads_same(Markup::parse(&shown)))
        {
            return (named, Kept::All);
        }
        if is_line {
            return (plain, Kept::All);
        }
        let written = self.plainly(body, plain, indent);
        (written.text, written.kept)
    }

    /// A text without facts, and without emphasis where it has to be.
    fn plainly(&self, body: &Markup, plain: String, indent: usize) -> Written {
        let whole = |text: String, shown: String, kept: Kept| Written {
            text,
            shown: Some(shown),
            kept,
            ..Written::default()
        };
        let shown = self.shown(&plain, &[]).map(|shown| (Markup::parse(&shown), shown));
        if let Some((read, shown)) = &shown
            && is_same(read, body)
        {
            return whole(plain, shown.clone(), Kept::All);
        }
        let flat = body.clone().without_emphasis();
        let simple = pattern(&markdown(&flat), indent);
        let words = |markup: &Markup| {
            markup.text().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        for text in [plain, simple] {
            if let Some(shown) = self.shown(&text, &[])
                && words(&Markup::parse(&shown)) == words(body)
            {
                return whole(text, shown, Kept::Words);
            }
        }
        Written { kept: Kept::Nothing, ..Written::default() }
    }

    /// Dates that are written as the language writes them, by name.
    fn with_dates(&self, text: &str) -> (String, Vec<(String, Fact)>) {
        let (mut out, mut facts) = (String::with_capacity(text.len()), Vec::new());
        for line in text.split_inclusive('\n') {
            if line.len() <= MAX_DATED {
                self.with_dates_of_line(line, &mut out, &mut facts);
            } else {
                out.push_str(line);
            }
        }
        (out, facts)
    }

    fn with_dates_of_line(&self, line: &str, out: &mut String, facts: &mut Vec<(String, Fact)>) {
        let mut rest = line;
        while let Some(found) = self.dates.find(rest) {
            // Two digits of a year could be those of another.
            let has_year = rest[found.span.clone()].contains(&found.date.year.to_string());
            let style = found.style.filter(|style| *style != DateStyle::Short || has_year);
            if let Some(style) = style {
                let named = format!("date-{}", found.date);
                out.push_str(&rest[..found.span.start]);
                out.push_str(&format!("{{ DATETIME(${named}, dateStyle: \"{}\") }}", name(style)));
                let fact = (named, Fact::Date(found.date));
                if !facts.contains(&fact) {
                    facts.push(fact);
                }
            } else {
                out.push_str(&rest[..found.span.end]);
            }
            rest = &rest[found.span.end..];
        }
        out.push_str(rest);
    }

    /// What readers see of a pattern.
    fn shown(&self, pattern: &str, facts: &[(String, Fact)]) -> Option<String> {
        read_back(self.wanted.locale, pattern, facts, None)
    }
}

/// A heading or title in one line.
fn line(markup: &Markup) -> String {
    let written = markdown(markup);
    let plain = written.replacen('\\', "", 1);
    if Markup::parse_line(&plain) == *markup && plain.len() < written.len() {
        plain
    } else {
        written
    }
}
