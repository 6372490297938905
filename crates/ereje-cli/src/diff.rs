//! `diff`: what changed between two texts of a policy.

mod side;
mod tell;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use ereje::change::{Changes, Op};
use ereje::diagnostic::Level;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::markup::Markup;

use crate::arguments::{DiffArguments, DiffFormat, Format};
use crate::failure::Failure;
use crate::plan::Plan;
use crate::redlines::{self, Side, Weight};
use crate::workspace::{self, Read};
use side::Place;

/// What changed in a policy.
struct Difference<'d> {
    manifest: &'d Manifest,
    /// What both texts are called.
    from: String,
    to: String,
    languages: Vec<InLanguage>,
    weight: Weight,
}

/// What changed in one language.
struct InLanguage {
    locale: Locale,
    title: String,
    /// What the page is called, where that changed.
    page: Vec<(&'static str, Markup)>,
    changes: Changes,
    /// How the changes of a translation stand to those of its source, in the
    /// order of `changes`; and clauses that only the source changed.
    follows: Vec<Follows>,
    behind: Vec<String>,
}

/// Whether a change of a translation follows one of its source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// It is the source.
    Itself,
    /// The source changed too.
    Source,
    /// The source did not change: the translation was corrected.
    Nothing,
}

/// Runs `diff`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &DiffArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Some((inputs, plan, found)) = workspace::read(&root).or_tell(Format::Human) else {
        return Ok(ExitCode::FAILURE);
    };
    let here = Read { inputs, plan: Some(plan), found };
    let Some(plan) = here.plan.as_ref() else { return Ok(ExitCode::FAILURE) };
    let from = Place::of(options.from.as_deref(), &root, plan)?;
    let to = Place::of(Some(options.to.as_deref().unwrap_or("working")), &root, plan)?;
    let places = [&from, &to];
    let manifests: Vec<&Manifest> = match &options.policy {
        Some(id) => vec![workspace::policy(plan, id)?],
        None => plan.manifests.iter().collect(),
    };
    let mut partial: BTreeSet<String> = BTreeSet::new();
    let mut differences = Vec::new();
    let mut without = Vec::new();
    for manifest in &manifests {
        let sides = places.map(|place| place.side(manifest, &here));
        match sides {
            [Some((from, old)), Some((to, new))] => {
                let sides =
                    places.into_iter().zip([&old, &new]).filter(|(_, side)| side.is_partial);
                partial.extend(sides.map(|(place, _)| place.lacks(program)));
                let languages = languages(plan, manifest, options, (&old, &new))?;
                let mut weight = redlines::weigh(&old, &new);
                // Programs are told languages by their tags.
                if options.format != DiffFormat::Json {
                    weight = weight.in_order_of(manifest);
                }
                differences.push(Difference { manifest, from, to, languages, weight });
            }
            [from, _] => without.push((manifest, from.is_some())),
        }
    }
    if differences.is_empty() {
        let is_broken = here.found.iter().any(|told| told.level == Level::Error);
        if without.is_empty() && is_broken {
            let failure = Failure::new("no policy of this workspace can be read");
            return Err(failure.hint(format!("`{program} check` tells why")));
        }
        return Err(nothing_to_compare(&without, program, (&from, &to)));
    }
    // What can not be shown would else seem to be removed, or new.
    for lacking in partial {
        errln!("warning: {lacking}");
    }
    tell::tell(&differences, options, plan)?;
    Ok(ExitCode::SUCCESS)
}

fn nothing_to_compare(
    without: &[(&&Manifest, bool)],
    program: &str,
    (from, to): (&Place, &Place),
) -> Failure {
    let Some((manifest, has_from)) = without.first() else {
        return Failure::new("there is no policy to compare");
    };
    let place = if *has_from { to } else { from };
    match place {
        Place::Newest | Place::Version(_) => {
            let hint = format!(
                "compare with a commit or a folder (`{program} diff git:HEAD`), or release one"
            );
            Failure::new(format!("`{}` has no {}", manifest.id, place.name())).hint(hint)
        }
        _ => Failure::new(format!("there is no policy `{}` in {}", manifest.id, place.name())),
    }
}

/// What changed in the languages that were asked for: the source, if none was.
fn languages(
    plan: &Plan,
    manifest: &Manifest,
    options: &DiffArguments,
    (old, new): (&Side, &Side),
) -> Result<Vec<InLanguage>, Failure> {
    for tag in &options.locale {
        workspace::released_locale(plan, manifest, tag)?;
    }
    let changes = |locale: &Locale| {
        let (old, new) = (old.documents.get(locale)?, new.documents.get(locale)?);
        Some(redlines::compare(old, new))
    };
    let of_source = changes(&new.source).unwrap_or_default();
    let is_in_source = |id: &str| of_source.clauses.iter().any(|change| change.id == id);
    let wanted = |locale: &&Locale| match options.locale.as_slice() {
        [] => **locale == new.source,
        tags => tags.iter().any(|tag| locale.tag() == tag),
    };
    let mut languages = Vec::new();
    for (locale, document) in new.documents.iter().filter(|(locale, _)| wanted(locale)) {
        // A language that is new was translated, not changed.
        let Some(changes) = changes(locale) else { continue };
        let is_source = *locale == new.source;
        let follows = changes.clauses.iter().map(|change| match is_source {
            true => Follows::Itself,
            false if is_in_source(&change.id) => Follows::Source,
            false => Follows::Nothing,
        });
        let follows = follows.collect();
        let is_here = |id: &str| changes.clauses.iter().any(|change| change.id == id);
        let moved_only = |op: Op| op == Op::Moved;
        let behind = of_source.clauses.iter().filter(|change| !moved_only(change.op));
        let behind = behind.map(|change| change.id.clone()).filter(|id| !is_here(id));
        let behind = behind.collect();
        let title = document.title.text().to_owned();
        let page = old.documents.get(locale).map(|old| redlines::page(old, document));
        let page = page.unwrap_or_default();
        languages.push(InLanguage {
            locale: locale.clone(),
            title,
            page,
            changes,
            follows,
            behind,
        });
    }
    // Programs are told them by their tags.
    if options.format != DiffFormat::Json {
        languages.sort_by_key(|language| manifest.rank(&language.locale));
    }
    Ok(languages)
}

/// What a page about a difference needs of the plan.
fn phrases<'p>(plan: &'p Plan, locale: &'p Locale) -> Result<ereje::phrases::Phrases<'p>, Failure> {
    let missing = || Failure::new(format!("locales/{locale}/notice.ftl is missing"));
    plan.phrases(locale).ok_or_else(missing)
}
