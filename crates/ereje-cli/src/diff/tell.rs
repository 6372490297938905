//! A difference for the terminal, as a page, as Markdown, as JSON.

use ereje::change::ClauseChange;
use ereje::markup::{Event, Markup, Tag};
use ereje_render::{RedlineMarkdown, Site, render_redline};
use serde::Serialize;

use super::{Difference, Follows, InLanguage, phrases};
use crate::arguments::{DiffArguments, DiffFormat};
use crate::failure::Failure;
use crate::plan::Plan;
use crate::{redlines, report, terminal};

pub(super) fn tell(
    differences: &[Difference<'_>],
    options: &DiffArguments,
    plan: &Plan,
) -> Result<(), Failure> {
    match options.format {
        DiffFormat::Terminal => {
            for difference in differences {
                in_terminal(difference, options.explain, plan);
            }
        }
        DiffFormat::Html => report::write(&page(differences, plan)?),
        DiffFormat::Markdown => {
            for difference in differences {
                report::write(&markdown(difference, options.explain, plan)?);
            }
        }
        DiffFormat::Json => {
            let values = Json {
                schema: "ereje-diff/1",
                policies: differences.iter().map(PolicyJson::of).collect(),
            };
            outln!("{}", serde_json::to_string(&values).unwrap_or_default());
        }
    }
    Ok(())
}

fn follows(follows: Follows) -> &'static str {
    match follows {
        Follows::Itself => "",
        Follows::Source => "; the source changed too",
        Follows::Nothing => "; the source did not change: a correction",
    }
}

fn in_terminal(difference: &Difference<'_>, explain: bool, plan: &Plan) {
    let colour = report::is_coloured(&std::io::stdout());
    let weight = &difference.weight;
    outln!("{}: {} → {}", difference.manifest.id, difference.from, difference.to);
    let nothing = weight.reasons.is_empty()
        && difference.languages.iter().all(|language| language.changes.clauses.is_empty());
    if nothing {
        outln!("nothing changed");
        return;
    }
    outln!("the kind of change is at least {}", weight.kind.name());
    // What changed elsewhere than in the clauses that follow would else go untold.
    let no_clause = difference.languages.iter().all(|shown| shown.changes.clauses.is_empty());
    if explain || no_clause {
        for reason in &weight.reasons {
            outln!("  {}: {}", reason.kind.name(), reason.words);
        }
    }
    if let Some(caution) = weight.caution() {
        outln!("  {caution}");
    }
    for language in &difference.languages {
        let name = plan.languages.get(&language.locale);
        let name = name.map_or(language.locale.tag(), |language| language.language_name());
        outln!("\n== {name} ({}): {}", language.locale, language.title);
        for (name, markup) in &language.page {
            outln!("\n-- {name} (changed)\n{}", terminal::redline(markup, colour));
        }
        for (change, how) in language.changes.clauses.iter().zip(&language.follows) {
            outln!("\n-- {} ({}{})", change.id, redlines::what(change), follows(*how));
            for markup in change.heading.iter().chain([&change.body]) {
                outln!("{}", terminal::redline(markup, colour));
            }
        }
        let unchanged = language.changes.unchanged;
        outln!("\n{unchanged} clause{} unchanged", if unchanged == 1 { "" } else { "s" });
        if !language.behind.is_empty() {
            outln!("changed in the source and not here: {}", language.behind.join(", "));
        }
    }
    outln!("");
}

/// The one page that was asked for.
fn page(differences: &[Difference<'_>], plan: &Plan) -> Result<String, Failure> {
    let [Difference { manifest, from, to, languages, .. }] = differences else {
        return Err(Failure::new("a page shows one policy").hint("choose it with `--policy`"));
    };
    if languages.is_empty() {
        let message = format!("{from} and {to} have no such language in common");
        return Err(Failure::new(message).hint("`--explain` says which languages are new or gone"));
    }
    let [InLanguage { locale, title, changes, .. }] = languages.as_slice() else {
        return Err(Failure::new("a page is in one language").hint("choose it with `--locale`"));
    };
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests, |_| Vec::new());
    let phrases = complete(plan, locale)?;
    let policy = (title.as_str(), *manifest);
    let changes = changes.clone().as_seen();
    render_redline(policy, (from, to), &changes, &phrases, &site, &plan.templates)
        .map_err(|wrong| Failure::new(wrong.message))
}

/// The sentences about versions, all of which a page needs.
fn complete<'p>(
    plan: &'p Plan,
    locale: &'p ereje::locale::Locale,
) -> Result<ereje::phrases::Phrases<'p>, Failure> {
    let phrases = phrases(plan, locale)?;
    let Some(wrong) = phrases.check().into_iter().next() else { return Ok(phrases) };
    let failure = Failure::new(format!("{}: {}", wrong.path, wrong.message));
    Err(wrong.hint.into_iter().fold(failure, Failure::hint))
}

fn markdown(difference: &Difference<'_>, explain: bool, plan: &Plan) -> Result<String, Failure> {
    let mut out =
        format!("# {}: {} → {}\n", difference.manifest.id, difference.from, difference.to);
    if explain {
        for reason in &difference.weight.reasons {
            out.push_str(&format!("\n- {}: {}", reason.kind.name(), reason.words));
        }
        out.push('\n');
    }
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests, |_| Vec::new());
    for language in &difference.languages {
        let phrases = complete(plan, &language.locale)?;
        let redline = RedlineMarkdown::new(difference.manifest, &language.locale, &site);
        out.push_str(&format!("\n## {} ({})\n", language.title, language.locale));
        for (name, markup) in &language.page {
            out.push_str(&format!("\n### {name}\n\n{}\n", redline.write(markup)));
        }
        let changes = language.changes.clone().as_seen();
        for change in &changes.clauses {
            let what = phrases.say(redlines::phrase(change.op), []);
            let heading = match &change.heading {
                Some(heading) => redline.write(heading),
                None => change.name(&phrases),
            };
            let body = redline.write(&change.body);
            out.push_str(&format!("\n### {what}: {heading}\n\n{body}\n"));
        }
        let unchanged = changes.unchanged_in_words(&phrases);
        if !unchanged.is_empty() {
            out.push_str(&format!("\n{unchanged}\n"));
        }
    }
    Ok(out)
}

#[derive(Serialize)]
struct Json {
    schema: &'static str,
    policies: Vec<PolicyJson>,
}

#[derive(Serialize)]
struct PolicyJson {
    policy: String,
    from: String,
    to: String,
    kind: &'static str,
    reasons: Vec<ReasonJson>,
    locales: Vec<LocaleJson>,
}

#[derive(Serialize)]
struct ReasonJson {
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct LocaleJson {
    locale: String,
    title: String,
    /// What the page is called, where that changed.
    page: Vec<PageJson>,
    unchanged: usize,
    /// Clauses that only the source changed.
    behind: Vec<String>,
    changes: Vec<ChangeJson>,
}

#[derive(Serialize)]
struct PageJson {
    message: &'static str,
    text: Vec<PieceJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    clause: String,
    op: &'static str,
    /// Whether it stands elsewhere, with the same words or with others.
    moved: bool,
    related: Vec<String>,
    under: Option<String>,
    /// Whether the source changed too; nothing for the source itself.
    #[serde(rename = "source-changed")]
    source_changed: Option<bool>,
    heading: Option<Vec<PieceJson>>,
    text: Vec<PieceJson>,
}

/// Words that are the same, were inserted or were deleted.
#[derive(Serialize)]
struct PieceJson {
    change: &'static str,
    text: String,
}

impl PolicyJson {
    fn of(difference: &Difference<'_>) -> PolicyJson {
        let reasons = difference.weight.reasons.iter();
        PolicyJson {
            policy: difference.manifest.id.clone(),
            from: difference.from.clone(),
            to: difference.to.clone(),
            kind: difference.weight.kind.name(),
            reasons: reasons
                .map(|reason| ReasonJson { kind: reason.kind.name(), text: reason.words.clone() })
                .collect(),
            locales: difference.languages.iter().map(LocaleJson::of).collect(),
        }
    }
}

impl LocaleJson {
    fn of(language: &InLanguage) -> LocaleJson {
        let changes = language.changes.clauses.iter().zip(&language.follows);
        let change = |(change, follows): (&ClauseChange, &Follows)| ChangeJson {
            clause: change.id.clone(),
            op: change.op.name(),
            moved: change.moved,
            related: change.related.clone(),
            under: change.under.clone(),
            source_changed: (*follows != Follows::Itself).then_some(*follows == Follows::Source),
            heading: change.heading.as_ref().map(pieces),
            text: pieces(&change.body),
        };
        let page = language.page.iter();
        let page = page.map(|(message, markup)| PageJson { message, text: pieces(markup) });
        LocaleJson {
            locale: language.locale.tag().to_owned(),
            title: language.title.clone(),
            page: page.collect(),
            unchanged: language.changes.unchanged,
            behind: language.behind.clone(),
            changes: changes.map(change).collect(),
        }
    }
}

/// The words of a redline in their order; blocks are apart by a blank line.
fn pieces(markup: &Markup) -> Vec<PieceJson> {
    let mut pieces: Vec<PieceJson> = Vec::new();
    let mut change = "same";
    let mut push = |change: &'static str, text: &str| match pieces.last_mut() {
        Some(last) if last.change == change => last.text.push_str(text),
        _ => pieces.push(PieceJson { change, text: text.to_owned() }),
    };
    let mut begun = false;
    for event in markup.events() {
        match event {
            Event::Text(text) => {
                push(change, text);
                begun = true;
            }
            Event::Break => push(change, "\n"),
            Event::Open(Tag::Inserted) => change = "inserted",
            Event::Open(Tag::Deleted) => change = "deleted",
            Event::Close(Tag::Inserted | Tag::Deleted) => change = "same",
            Event::Open(Tag::Paragraph | Tag::Item | Tag::Row | Tag::HeadRow | Tag::CodeBlock)
                if begun =>
            {
                push("same", "\n\n");
                begun = false;
            }
            _ => {}
        }
    }
    pieces
}
