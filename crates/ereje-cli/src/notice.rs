//! `notice preview`: notices as a phone would show them.

use std::path::Path;
use std::process::ExitCode;

use ereje::version::Release;

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
                cards(&release, &plan, options);
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
    cards(release, &plan, options);
    Ok(ExitCode::SUCCESS)
}

fn cards(release: &Release, plan: &Plan, options: &NoticeArguments) {
    let version = &release.version;
    outln!("{} {}: {}", version.policy, version.version, version.action.name());
    let wanted = |tag: &str| options.locale.is_empty() || options.locale.iter().any(|l| l == tag);
    let texts = release.texts.iter().filter(|(locale, _)| wanted(locale.tag()));
    let mut texts: Vec<_> = texts.collect();
    let manifest = plan.manifests.iter().find(|manifest| manifest.id == version.policy);
    texts.sort_by_key(|(locale, _)| manifest.map(|manifest| manifest.rank(locale)));
    for (locale, text) in texts {
        let name = plan.languages.get(locale).map_or(locale.tag(), |l| l.language_name());
        outln!("\n{name} ({locale})");
        let Some(notice) = &text.notice else {
            outln!("  no notice");
            continue;
        };
        if version.effective > version.published {
            outln!("  from {} to the day before {}:", version.published, version.effective);
            outln!("{}", terminal::card(&notice.coming));
        }
        outln!("  from {} to the day before {}:", version.effective, version.show_until);
        outln!("{}", terminal::card(&notice.now));
    }
}
