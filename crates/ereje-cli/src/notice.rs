//! `notice preview`: notices as a phone would show them.

use std::path::Path;
use std::process::ExitCode;

use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::version::{History, Release};

use crate::arguments::{Format, NoticeArguments, ReleaseArguments};
use crate::failure::Failure;
use crate::plan::Plan;
use crate::workspace;
use crate::{release, terminal};

/// Runs `notice preview`: of a version that is released, or of the one that
/// would be.
pub(crate) fn preview(
    program: &str,
    given: Option<&Path>,
    options: &NoticeArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Some((inputs, mut plan, found)) = workspace::read(&root).or_tell(Format::Human) else {
        return Ok(ExitCode::FAILURE);
    };
    let manifest = workspace::policy(&plan, &options.policy)?;
    for tag in &options.locale {
        workspace::released_locale(&plan, manifest, tag)?;
    }
    if let Some(effective) = options.effective {
        let proposed = ReleaseArguments::preview(&options.policy, effective, options.published);
        let release = release::propose(&mut plan, &inputs, &proposed, found)?;
        return Ok(match release {
            Some(release) => {
                cards(&release, None, &plan, options);
                ExitCode::SUCCESS
            }
            None => ExitCode::FAILURE,
        });
    }
    let history = workspace::history(&plan, manifest, program)?;
    let release = match &options.version {
        Some(name) => history.get(name).ok_or_else(|| {
            let hint = format!("`{program} log {}` lists the versions", manifest.id);
            Failure::new(format!("there is no version `{name}`")).hint(hint)
        })?,
        None => history.newest().ok_or_else(|| Failure::new("there is no version"))?,
    };
    cards(release, Some(history), &plan, options);
    Ok(ExitCode::SUCCESS)
}

fn cards(release: &Release, history: Option<&History>, plan: &Plan, options: &NoticeArguments) {
    let version = &release.version;
    outln!("{} {}: {}", version.policy, version.version, version.action.name());
    let is_replaced = history.is_some_and(|history| history.is_replaced(release));
    let is_taken_back = history.is_some_and(|history| history.is_retracted(release));
    let has_notice = release.texts.iter().any(|(_, text)| text.notice.is_some());
    if has_notice && is_taken_back {
        outln!("  it was taken back: apps show it no more");
    } else if has_notice && is_replaced {
        outln!("  the version was replaced before its day: apps show it no more");
    }
    let wanted = |tag: &str| options.locale.is_empty() || options.locale.iter().any(|l| l == tag);
    let manifest = plan.manifests.iter().find(|manifest| manifest.id == version.policy);
    let asked = manifest.into_iter().flat_map(Manifest::all_locales);
    let asked = asked.filter(|locale| options.locale.iter().any(|tag| tag == locale.tag()));
    let with = release.texts.keys().filter(|locale| wanted(locale.tag()));
    let mut locales: Vec<&Locale> = with.chain(asked).collect();
    locales.sort_by_key(|locale| (manifest.map(|manifest| manifest.rank(locale)), *locale));
    locales.dedup();
    for locale in locales {
        let name = plan.languages.get(locale).map_or(locale.tag(), |l| l.language_name());
        outln!("\n{name} ({locale})");
        let Some(text) = release.texts.get(locale) else {
            outln!("  no text of this version: apps show the notice in {}", version.source_locale);
            continue;
        };
        let Some(notice) = &text.notice else {
            outln!("  no notice");
            continue;
        };
        if version.effective > version.published {
            outln!("  from {} to the day before {}:", version.published, version.effective);
            outln!("{}", terminal::card(&notice.coming));
        }
        // A version that was replaced before its day never was the one in force.
        if is_replaced {
            continue;
        }
        if version.effective < version.show_until {
            outln!("  from {} to the day before {}:", version.effective, version.show_until);
        } else {
            // What an import finds was shown by nobody.
            outln!("  shown on no day:");
        }
        outln!("{}", terminal::card(&notice.now));
    }
}
