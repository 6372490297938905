//! `profiles`: what laws and guidelines ask of changes.

use std::path::Path;
use std::process::ExitCode;

use ereje::change::Kind;
use ereje::diagnostic::{Level, nearest, sort};
use ereje::manifest::Manifest;
use ereje::profile::{PROFILES_FOLDER, Profile, Profiles, read_profiles};
use serde_json::json;

use crate::arguments::Format;
use crate::failure::Failure;
use crate::report;
use crate::terminal::wrap;
use crate::workspace::{self, Read};

/// How wide a line of text is.
const WIDTH: usize = 80;

/// What no profile is.
const CAUTION: &str =
    "Profiles are a help to counsel, and no legal advice: read the text they cite.";

/// Runs `profiles`: all of them, or one in full. Outside of a workspace it knows
/// those that are built in.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    name: Option<&str>,
    format: Format,
) -> Result<ExitCode, Failure> {
    let (profiles, manifests) = match workspace::find(program, given) {
        Err(failure) if given.is_some() => return Err(failure),
        Err(_) => (read_profiles(&std::collections::BTreeMap::new()).0, Vec::new()),
        Ok(root) => {
            let Read { plan, mut found, .. } = workspace::read(&root);
            // Other mistakes of the workspace are told by other commands.
            found.retain(|told| told.path.starts_with(PROFILES_FOLDER));
            sort(&mut found);
            report::tell(&found, format);
            if found.iter().any(|told| told.level == Level::Error) {
                return Ok(ExitCode::FAILURE);
            }
            match plan {
                Some(plan) => (plan.profiles, plan.manifests),
                None => (read_profiles(&std::collections::BTreeMap::new()).0, Vec::new()),
            }
        }
    };
    let wanted: Profiles = match name {
        None => profiles,
        Some(name) => match profiles.get(name) {
            Some(profile) => [(name.to_owned(), profile.clone())].into(),
            None => {
                let hint = match nearest(name, profiles.keys().map(String::as_str)) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("`{program} profiles` lists them"),
                };
                return Err(Failure::new(format!("there is no profile `{name}`")).hint(hint));
            }
        },
    };
    let lines: String = wanted
        .iter()
        .map(|(id, profile)| match format {
            Format::Json => format!("{}\n", data(id, profile, &manifests)),
            Format::Human if name.is_some() => whole(id, profile, &manifests),
            Format::Human => brief(id, profile, &manifests),
        })
        .collect();
    report::write(&lines);
    if format == Format::Human {
        if name.is_none() {
            outln!(
                "Name those that apply as `profiles` in `[notice]` of a policy.toml; \
                 `{program} profiles ID` tells one in full."
            );
        }
        outln!("{CAUTION}");
    }
    Ok(ExitCode::SUCCESS)
}

/// The policies that a profile applies to.
fn policies<'m>(id: &str, manifests: &'m [Manifest]) -> Vec<&'m str> {
    let applies =
        |manifest: &&Manifest| manifest.notice.profiles.iter().any(|(known, _)| known == id);
    manifests.iter().filter(applies).map(|manifest| manifest.id.as_str()).collect()
}

fn data(id: &str, profile: &Profile, manifests: &[Manifest]) -> serde_json::Value {
    let kinds: Vec<&str> = profile.notice_for.iter().map(|kind| kind.name()).collect();
    let period = profile.period.map(|period| {
        json!({
            "days": period.days,
            "full-days": period.full_days,
            "ends-on-working-day": period.ends_on_working_day,
        })
    });
    json!({
        "profile": id,
        "name": profile.name,
        "citation": profile.citation,
        "source": profile.source,
        "text-of": profile.text_of.to_string(),
        "concerns": profile.concerns,
        "asks": profile.asks,
        "exceptions": profile.exceptions,
        "topics": profile.topics,
        "promises": profile.promises,
        "notice-for": kinds,
        "period": period,
        "policies": policies(id, manifests),
    })
}

/// What it asks before a change takes effect.
fn period(profile: &Profile) -> String {
    let kinds: Vec<&str> = profile.notice_for.iter().copied().map(Kind::name).collect();
    let kinds = kinds.join(" or ");
    match profile.period {
        Some(period) => {
            let words = period.in_words();
            let monday = if period.ends_on_working_day { ", ending on a working day" } else { "" };
            format!("a notice {words} before a {kinds} change takes effect{monday}")
        }
        None if kinds.is_empty() => "no notice period".to_owned(),
        None => format!("a notice of a {kinds} change; no number of days"),
    }
}

fn brief(id: &str, profile: &Profile, manifests: &[Manifest]) -> String {
    let mut out = format!("{id}: {}\n", profile.name);
    for line in [period(profile), profile.citation.clone()] {
        for row in wrap(&line, WIDTH - 2) {
            out.push_str(&format!("  {row}\n"));
        }
    }
    let policies = policies(id, manifests);
    if !policies.is_empty() {
        out.push_str(&format!("  applies to {}\n", policies.join(", ")));
    }
    out + "\n"
}

fn whole(id: &str, profile: &Profile, manifests: &[Manifest]) -> String {
    let mut out = format!("{id}: {}\n\n", profile.name);
    let mut part = |label: &str, text: &str| {
        for (at, row) in wrap(text, WIDTH - 16).into_iter().enumerate() {
            out.push_str(&format!("  {:13} {row}\n", if at == 0 { label } else { "" }));
        }
    };
    let list = |names: &[String]| names.join(", ");
    part("text", &profile.citation);
    part("as of", &profile.text_of.to_string());
    part("to be read at", profile.source.as_deref().unwrap_or("(no address is given)"));
    part("concerns", &profile.concerns);
    for (at, sentence) in profile.asks.iter().enumerate() {
        part(if at == 0 { "asks that" } else { "" }, &format!("- {sentence}"));
    }
    part("exceptions", profile.exceptions.as_deref().unwrap_or("none are recorded"));
    part("period", &period(profile));
    if !profile.topics.is_empty() {
        part("topics", &list(&profile.topics));
    }
    if !profile.promises.is_empty() {
        part("promises", &list(&profile.promises));
    }
    let policies = policies(id, manifests);
    part(
        "applies to",
        &if policies.is_empty() { "no policy here".into() } else { policies.join(", ") },
    );
    out + "\n"
}
