//! What people are told of a page that becomes a further language.

use std::ops::Range;

use ereje::diagnostic::{Diagnostic, Level};
use ereje::document::Clause;
use ereje::fact::Date;
use ereje::manifest::Manifest;
use ereje::version::quoted;

use super::{Asks, excerpt, planned};
use crate::align::Pair;
use crate::align::atoms::{Atom, Kind};
use crate::front_matter::FrontMatter;
use crate::heads::Head;
use crate::manifest::{former_permalinks, key};
use crate::{Wanted, refused, wording};

/// A date that is not that of the policy.
pub(super) fn date(
    wanted: &Wanted<'_>,
    manifest: &Manifest,
    day: Option<Date>,
    told: &mut Vec<Diagnostic>,
) {
    let (Some(day), Some(of_policy)) = (day, manifest.published) else { return };
    if day != of_policy {
        let message = format!("the page is dated {day}, and the policy {of_policy}");
        let hint = "look whether the page translates the text of that day: pages of all languages \
                    will bear the date of the policy";
        told.push(Diagnostic::warning("import-date", wanted.path, message).hint(hint));
    }
}

/// Front matter that can not be what it is on this page.
pub(super) fn front_matter(
    wanted: &Wanted<'_>,
    manifest: &Manifest,
    (front, head): (&FrontMatter, &Head),
    told: &mut Vec<Diagnostic>,
) {
    let (former, moved) = former_permalinks(front);
    if !former.is_empty() {
        let message = format!("`{}` of the front matter is left out", moved.join("` and `"));
        let locale = wanted.locale.tag();
        let pages: Vec<String> =
            former.iter().map(|page| format!("{{ {} = {} }}", key(locale), quoted(page))).collect();
        let hint = format!(
            "put {} into `former-permalinks` in policy.toml, and pages there lead to this one",
            pages.join(", ")
        );
        told.push(Diagnostic::warning("import-front-matter", wanted.path, message).hint(hint));
    }
    for (name, value) in &front.values {
        if moved.contains(&name.as_str()) {
            continue;
        }
        let is_date = head.dated_by.as_deref() == Some(name);
        if ["title", "description", "permalink"].contains(&name.as_str()) || is_date {
            continue;
        }
        let message = if manifest.front_matter.iter().all(|(known, _)| known != name) {
            format!("`{name}` of the front matter is left out: policy.toml has no such name")
        } else if let Some((planned, given)) = planned(manifest, name, front) {
            format!(
                "`{name}` is `{given}` on this page, and will be `{planned}` as in all languages"
            )
        } else {
            continue;
        };
        let _ = value;
        let hint = "look at `[front-matter]` in policy.toml: it is the same for all languages";
        told.push(Diagnostic::warning("import-front-matter", wanted.path, message).hint(hint));
    }
}

/// By piece, in which other language it seems to be.
///
/// # Errors
/// Where most of the page is in another language.
pub(super) fn languages(
    wanted: &Wanted<'_>,
    pieces: &[Atom],
    asks: Asks,
) -> Result<Vec<Option<String>>, Box<Diagnostic>> {
    let of = |piece: &Atom| wording::foreign(piece.text.text(), wanted.locale);
    let foreign: Vec<Option<String>> = pieces.iter().map(of).collect();
    let length = |piece: &Atom| piece.text.text().chars().count();
    let all: usize = pieces.iter().map(length).sum();
    let others: usize =
        pieces.iter().zip(&foreign).filter(|(_, f)| f.is_some()).map(|(p, _)| length(p)).sum();
    let most = (others * 10 > all * 6).then(|| {
        pieces.iter().zip(&foreign).find_map(|(piece, what)| Some((piece, what.clone()?)))
    });
    // Short paragraphs have too few small words, each by itself.
    let whole: Vec<&str> = pieces.iter().map(|piece| piece.text.text()).collect();
    let of_all =
        || Some((pieces.first()?, wording::foreign_page(&whole.join(" "), wanted.locale)?));
    if let Some((piece, what)) = most.flatten().or_else(of_all) {
        let message = format!("most of the page is not in `{}`: {what}", wanted.locale.tag());
        return Err(Box::new(
            refused(wanted.path, &message)
                .at(wanted.text, first_line(wanted, piece.span.clone()))
                .hint(match asks {
                    Asks::Options => "name the language of the page by --locale, or another page",
                    Asks::Plan => "name the page of that language in the plan",
                }),
        ));
    }
    Ok(foreign)
}

fn first_line(wanted: &Wanted<'_>, span: Range<usize>) -> Range<usize> {
    let line = wanted.text.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
    span.start..span.start + line.len()
}

/// What became of a clause, unless it is beyond doubt.
pub(super) fn clause(
    wanted: &Wanted<'_>,
    clause: &Clause,
    pair: &Pair,
    (pieces, is_taken, partial): (&[Atom], bool, bool),
    asks: Asks,
    told: &mut Vec<Diagnostic>,
) {
    let id = &clause.id;
    let source = clause.heading.as_ref().filter(|_| clause.body.is_empty()).unwrap_or(&clause.body);
    let source = match &clause.heading {
        Some(heading) if !clause.body.is_empty() => {
            format!("{} {}", excerpt(heading), excerpt(source))
        }
        _ => excerpt(source),
    };
    let level = if partial || is_taken { Level::Warning } else { Level::Error };
    if pair.is_missing() {
        let level = if partial { Level::Warning } else { Level::Error };
        let also = pair.doubts.iter().find(|doubt| doubt.starts_with("it may stand"));
        let also = also.map_or_else(String::new, |also| format!(": {also}"));
        let message = format!("the page lacks the clause `{id}`{also}");
        let missing = Diagnostic::error("import-missing", wanted.path, message).hint(format!(
            "it says {source}; add its translation to the page, or import the rest by {}",
            asks.partial()
        ));
        return told.push(Diagnostic { level, ..missing }.of_clause(id));
    }
    if pair.is_sure() {
        return;
    }
    let share = (pair.confidence * 100.0).floor();
    let why = match pair.doubts.as_slice() {
        [] => String::new(),
        doubts => format!("; {}", doubts.join("; ")),
    };
    let message = if is_taken {
        format!("`{id}` is taken from here, accepted at {share} %{why}")
    } else {
        format!("this may be the text of `{id}`, at {share} %{why}")
    };
    let hint = if is_taken {
        format!("`{id}` says {source}")
    } else {
        format!("`{id}` says {source}; {} if this says the same", asks.accept(id))
    };
    let doubt = Diagnostic::error("import-doubtful", wanted.path, message).hint(hint);
    let doubt = Diagnostic { level, ..doubt }.of_clause(id);
    let place = pair.pieces().next().map(|at| first_line(wanted, pieces[at].span.clone()));
    told.push(match place {
        Some(place) => doubt.at(wanted.text, place),
        None => doubt,
    });
}

/// So many parts of a page without a clause are told one by one.
const MOST_EXTRA: usize = 40;

/// Parts of the page that no clause says; gives how many there are.
pub(super) fn extra(
    wanted: &Wanted<'_>,
    pieces: &[Atom],
    extra: &[usize],
    (partial, asks): (bool, Asks),
    told: &mut Vec<Diagnostic>,
) -> usize {
    let level = if partial { Level::Warning } else { Level::Error };
    let (mut count, mut at) = (0, 0);
    while at < extra.len() {
        // A heading and what stands below it is one thing.
        let first = extra[at];
        let goes_on = |next: usize| {
            extra.get(next).is_some_and(|piece| {
                *piece == first + next - at && !matches!(pieces[*piece].kind, Kind::Heading(_))
            })
        };
        let mut end = at + 1;
        while goes_on(end) {
            end += 1;
        }
        let text = extra[at..end].iter().map(|piece| excerpt(&pieces[*piece].text));
        let text = text.take(2).collect::<Vec<_>>().join(" ");
        let message = format!("no clause says what the page says here: {text}");
        let hint = format!(
            "add a clause for it to the policy and its source text, or leave it out by {}",
            asks.partial()
        );
        let diagnostic = Diagnostic::error("import-extra", wanted.path, message)
            .at(wanted.text, first_line(wanted, pieces[first].span.clone()))
            .hint(hint);
        if count < MOST_EXTRA {
            told.push(Diagnostic { level, ..diagnostic });
        }
        count += 1;
        at = end;
    }
    if count > MOST_EXTRA {
        let message = format!("and {} more parts of the page are in no clause", count - MOST_EXTRA);
        let hint = "look whether it is a page of this policy";
        let more = Diagnostic::error("import-extra", wanted.path, message).hint(hint);
        told.push(Diagnostic { level, ..more });
    }
    count
}
