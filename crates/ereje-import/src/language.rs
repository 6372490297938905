//! A page as a further language of a policy that is there: the texts of its
//! clauses, in the order of the policy, and what was paired how surely.

mod tell;

use std::collections::BTreeMap;

use ereje::catalog::{FtlFile, Reference, references};
use ereje::diagnostic::Diagnostic;
use ereje::document::Document;
use ereje::fact::{Date, Fact};
use ereje::manifest::{Manifest, TOP};
use ereje::markup::{Event, Markup, Tag, read_page};

use crate::align::{Alignment, LIKELY, Pair, align, atoms};
use crate::front_matter::FrontMatter;
use crate::heads::Top;
use crate::ids::{percent_decoded, slug};
use crate::texts::{self, Piece};
use crate::{Wanted, front_matter, heads, navigation, notes, refused, sound};

/// A policy as it is in a language that it has.
#[derive(Clone, Copy)]
pub struct Existing<'e> {
    /// Its plan.
    pub manifest: &'e Manifest,
    /// Its text in that language.
    pub document: &'e Document,
    /// The file of that text.
    pub file: &'e FtlFile,
    /// Where people say what they take.
    pub asks: Asks,
}

/// Where people say which pairs in doubt they take; hints name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    /// By options of the command.
    #[default]
    Options,
    /// In the plan of a folder.
    Plan,
}

impl Asks {
    /// How a clause is accepted.
    fn accept(self, id: &str) -> String {
        match self {
            Asks::Options => format!("accept it by `--accept {id}`"),
            Asks::Plan => format!("accept it by `accept = [\"{id}\"]` in the plan"),
        }
    }

    /// How what has no counterpart is left out.
    fn partial(self) -> &'static str {
        match self {
            Asks::Options => "--partial",
            Asks::Plan => "`partial = true` in the plan",
        }
    }
}

/// Which pairs of clauses and texts are taken though they are not sure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Accept {
    /// None.
    #[default]
    Nothing,
    /// All whose confidence is at least [`crate::LIKELY`].
    Likely,
    /// Those of these clauses.
    Clauses(Vec<String>),
}

/// A page as a further language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The `.ftl` file.
    pub texts: String,
    /// The day that the page bears, if it bears one.
    pub published: Option<Date>,
    /// Where the page lives by its own front matter, without slashes at the ends.
    pub permalink: Option<String>,
    /// Clauses that were paired for sure.
    pub sure: usize,
    /// Clauses that were paired because somebody said so.
    pub accepted: usize,
    /// Clauses whose pairing is in doubt and was not accepted.
    pub doubtful: usize,
    /// Clauses that the page lacks.
    pub missing: usize,
    /// Parts of the page that no clause says.
    pub extra: usize,
    /// Everything worth knowing.
    pub told: Vec<Diagnostic>,
}

impl Translation {
    /// Whether every clause has a text and every text a clause.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.doubtful == 0 && self.missing == 0 && self.extra == 0
    }
}

/// Pairs a page with the clauses of a policy. With `partial`, what is left over is
/// told as a warning and not as an error.
///
/// # Errors
/// Why nothing can be made of the page: it is no text, in another language, or too
/// far from the policy to be compared.
pub fn translate(
    wanted: &Wanted<'_>,
    existing: &Existing<'_>,
    accept: &Accept,
    partial: bool,
) -> Result<Translation, Box<Diagnostic>> {
    let text = sound(wanted)?;
    let (masked, left_out) = navigation::without_navigation(&text, existing.manifest);
    let wanted = &Wanted { text: &text, ..*wanted };
    let front = front_matter::read(&masked).map_err(|broken| {
        let hint = "write `name: value` in each line, between two lines of `---`";
        refused(wanted.path, broken.what).at(&text, broken.span).hint(hint)
    })?;
    let page = read_page(&masked[front.end..]);
    if page.parts.is_empty() {
        let hint = "name the page that holds the text";
        return Err(Box::new(refused(wanted.path, "the page is empty").hint(hint)));
    }
    let mut told = notes::told(wanted, &page, front.end);
    told.extend(
        left_out.into_iter().map(|span| navigation::navigation_left_out(wanted.path, &text, span)),
    );
    let heads = heads::of(wanted, &front, page, &mut told);
    let published = heads.is_dated.then_some(heads.head.published);
    tell::date(wanted, existing.manifest, published, &mut told);
    tell::front_matter(wanted, existing.manifest, (&front, &heads.head), &mut told);
    let top = heads.top;
    let (pieces, blocks) = atoms::of_page(heads.parts, front.end);
    let foreign = tell::languages(wanted, &pieces, existing.asks)?;
    let Some(mut alignment) = align(existing.document, &pieces) else {
        let message = "the page is too long, or too far from the policy, to be compared with it";
        let hint =
            "bring both to about the same number of paragraphs, or cut them into several policies";
        return Err(Box::new(refused(wanted.path, message).hint(hint)));
    };
    for (clause, pair) in existing.document.clauses.iter().zip(&mut alignment.pairs) {
        let what = pair.pieces().find_map(|at| foreign[at].clone());
        pair.doubts.extend(what);
        if is_copy(&clause.body, pair, &pieces) {
            pair.doubts.push("it says what the source says, word for word".to_owned());
        }
    }
    let ids = anchors(existing.document, &alignment, (&top, &pieces));
    let facts = Facts::of(existing);
    let mut translation = Translation {
        texts: String::new(),
        published,
        permalink: front.text("permalink").map(|link| link.trim_matches('/').to_owned()),
        sure: 0,
        accepted: 0,
        doubtful: 0,
        missing: 0,
        extra: 0,
        told,
    };
    let mut clauses = Vec::new();
    for (clause, pair) in existing.document.clauses.iter().zip(&alignment.pairs) {
        let is_taken = is_accepted(accept, &clause.id, pair);
        tell::clause(
            wanted,
            clause,
            pair,
            (&pieces, is_taken, partial),
            existing.asks,
            &mut translation.told,
        );
        match pair {
            pair if pair.is_missing() => {
                translation.missing += 1;
                continue;
            }
            pair if pair.is_sure() => translation.sure += 1,
            _ if is_taken => translation.accepted += 1,
            _ => {
                translation.doubtful += 1;
                continue;
            }
        }
        let body: Vec<&atoms::Atom> = pair.body.iter().map(|at| &pieces[*at]).collect();
        let is_item = clause.kind != ereje::manifest::ClauseKind::Text;
        let lead = |link: &str| {
            let anchor =
                link.strip_prefix('#').map(|anchor| percent_decoded(anchor).to_lowercase());
            let id = anchor.and_then(|anchor| ids.get(&anchor));
            Some(id.map_or_else(|| crate::clauses::encoded(link), |id| format!("#{id}")))
        };
        let span = pair
            .pieces()
            .map(|at| pieces[at].span.clone())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
        clauses.push(Piece {
            id: &clause.id,
            heading: pair.heading.map(|at| pieces[at].text.clone().with_links(lead)),
            body: atoms::joined(&body, &pieces, &blocks, is_item).with_links(lead),
            span: span.unwrap_or_default(),
            facts: facts.used_by(&clause.id),
        });
    }
    translation.extra = tell::extra(
        wanted,
        &pieces,
        &alignment.extra,
        (partial, existing.asks),
        &mut translation.told,
    );
    let known = facts.used_by("description");
    translation.texts =
        texts::write_known(wanted, &heads.head, &clauses, &known, &mut translation.told)?;
    translation.told.iter_mut().for_each(|told| {
        told.policy = Some(wanted.policy.to_owned());
        told.locale = Some(wanted.locale.tag().to_owned());
    });
    Ok(translation)
}

fn is_accepted(accept: &Accept, id: &str, pair: &Pair) -> bool {
    match accept {
        Accept::Nothing => false,
        Accept::Likely => pair.confidence >= LIKELY,
        Accept::Clauses(ids) => ids.iter().any(|known| known == id),
    }
}

/// Whether the page says in some words just what the clause says in its own language.
fn is_copy(body: &Markup, pair: &Pair, pieces: &[atoms::Atom]) -> bool {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let of_page: String = pair.body.iter().map(|at| solid(pieces[*at].text.text())).collect();
    body.text().split_whitespace().count() >= 4 && solid(body.text()) == of_page
}

/// Where links within the page lead, by its own anchors and by those that hosts
/// make of headings.
fn anchors<'a>(
    document: &'a Document,
    alignment: &Alignment,
    (top, pieces): (&Top, &[atoms::Atom]),
) -> BTreeMap<String, &'a str> {
    let mut owners: BTreeMap<usize, &str> = BTreeMap::new();
    for (clause, pair) in document.clauses.iter().zip(&alignment.pairs) {
        owners.extend(pair.pieces().map(|at| (at, clause.id.as_str())));
    }
    let (mut named, mut made) = (BTreeMap::new(), BTreeMap::new());
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    // The title is no clause: links to it lead to the top.
    let title = slug(&top.words);
    named.extend(top.id.iter().map(|id| (id.to_lowercase(), TOP)));
    if top.is_heading {
        made.insert(title.clone(), TOP);
        times.insert(title.clone(), 1);
    }
    for (at, piece) in pieces.iter().enumerate() {
        let owner = owners.get(&at).copied();
        if let (Some(id), Some(owner)) = (&piece.id, owner) {
            named.insert(id.to_lowercase(), owner);
        }
        if matches!(piece.kind, atoms::Kind::Heading(_)) {
            let slug = slug(piece.text.text());
            let again = times.entry(slug.clone()).or_insert(0);
            let anchor = if *again == 0 { slug } else { format!("{slug}-{again}") };
            *again += 1;
            made.extend(owner.map(|owner| (anchor, owner)));
        }
    }
    // What the page names counts before what a generator would.
    made.extend(named);
    if !title.is_empty() {
        made.entry(title).or_insert(TOP);
    }
    made
}

/// Which facts the clauses of a text state.
struct Facts<'e> {
    existing: &'e Existing<'e>,
    addresses: Vec<(String, Fact)>,
}

impl<'e> Facts<'e> {
    fn of(existing: &'e Existing<'e>) -> Facts<'e> {
        let is_address = |fact: &Fact| matches!(fact, Fact::Email(_) | Fact::Url(_));
        let all = existing.manifest.facts.iter().filter(|(_, fact)| is_address(fact));
        let addresses = all.map(|(name, fact)| (name.clone(), fact.clone())).collect();
        Facts { existing, addresses }
    }

    /// The facts that a message states, and all addresses.
    fn used_by(&self, id: &str) -> Vec<(String, Fact)> {
        let mut facts = self.addresses.clone();
        let Some(message) = self.existing.file.message(id) else { return facts };
        for pattern in message.value.iter() {
            for reference in references(pattern) {
                let Reference::Variable { name, .. } = reference else { continue };
                let is_known = facts.iter().any(|(known, _)| known == name);
                if let (false, Some(fact)) = (is_known, self.existing.manifest.facts.get(name)) {
                    facts.push((name.to_owned(), fact.clone()));
                }
            }
        }
        // Longer values come first: one may be a part of another.
        facts.sort_by_key(|(_, fact)| std::cmp::Reverse(format!("{fact:?}").len()));
        facts
    }
}

/// What the plan says of the front matter of a page in this language.
fn planned(manifest: &Manifest, name: &str, front: &FrontMatter) -> Option<(String, String)> {
    let (_, planned) = manifest.front_matter.iter().find(|(known, _)| known == name)?;
    let (_, given) = front.values.iter().find(|(known, _)| known == name)?;
    let shown = |scalar: &ereje::Scalar| format!("{scalar:?}");
    let is_filled = shown(planned).contains('{');
    (!is_filled && shown(planned) != shown(given)).then(|| (plain(planned), plain(given)))
}

fn plain(scalar: &ereje::Scalar) -> String {
    match scalar {
        ereje::Scalar::Text(text) | ereje::Scalar::Bare(text) => text.clone(),
        ereje::Scalar::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
    }
}

/// The words of a text, cut where they are many.
fn excerpt(text: &Markup) -> String {
    // Blocks have nothing between them.
    let mut spaced = String::new();
    for event in text.events() {
        match event {
            Event::Text(words) => spaced.push_str(words),
            Event::Open(Tag::Paragraph | Tag::Item | Tag::Cell) | Event::Break => spaced.push(' '),
            _ => {}
        }
    }
    let whole = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if whole.chars().count() <= 120 {
        return format!("“{whole}”");
    }
    let cut: String = whole.chars().take(110).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("“{} …”", &cut[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_likely_is_accepted_by_its_name_alone() {
        let pair = |confidence| Pair { confidence, ..Pair::default() };
        let named = Accept::Clauses(vec!["use".into()]);
        for (confidence, is_likely) in [(0.3, false), (0.73, false), (0.94, false), (0.95, true)] {
            let pair = pair(confidence);
            assert_eq!(is_accepted(&Accept::Likely, "use", &pair), is_likely, "{confidence}");
            assert!(is_accepted(&named, "use", &pair));
            assert!(!is_accepted(&named, "contact", &pair));
            assert!(!is_accepted(&Accept::Nothing, "use", &pair));
        }
    }
}
