//! The workspace that a command works on: found, and read for commands that
//! need all of it.

use std::collections::BTreeMap;
use std::iter::successors;
use std::path::{Path, PathBuf};

use ereje::diagnostic::{Diagnostic, it_has, nearest, sort, there_are};
use ereje::locale::{Locale, LocaleError};
use ereje::manifest::{Manifest, is_policy_name};
use ereje::version::History;
use ereje::workspace::WORKSPACE_FILE;
use rustc_hash::FxHashSet;

use crate::arguments::{Format, Only};
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::plan::{self, Plan};
use crate::{report, typed};

/// A workspace as it is on disk, and everything that is wrong with it.
pub(crate) struct Read {
    pub(crate) inputs: Inputs,
    /// Nothing where too much is wrong to go on.
    pub(crate) plan: Option<Plan>,
    pub(crate) found: Vec<Diagnostic>,
}

impl Read {
    /// All that a command goes on with. Where too much is wrong for that, it is told.
    pub(crate) fn or_tell(self, format: Format) -> Option<(Inputs, Plan, Vec<Diagnostic>)> {
        let Read { inputs, plan, mut found } = self;
        if plan.is_none() {
            sort(&mut found);
            report::tell(&found, format);
        }
        Some((inputs, plan?, found))
    }
}

/// Reads the workspace at `root`.
pub(crate) fn read(root: &Path) -> Read {
    of(|templates| Inputs::scan(root, templates))
}

/// Reads a workspace whose files are not on the disk.
pub(crate) fn read_held(files: &BTreeMap<String, Vec<u8>>) -> Read {
    of(|templates| Inputs::held(files.clone(), templates))
}

fn of(inputs: impl Fn(&str) -> Inputs) -> Read {
    // The folder of templates is only known from the settings.
    let first = inputs("");
    let (settings, mut found) = plan::workspace(&first);
    let Some(settings) = settings else { return Read { inputs: first, plan: None, found } };
    let mut inputs = inputs(&settings.outputs.templates);
    found.append(&mut inputs.found);
    let plan = plan::read(settings, None, &mut inputs, &mut found);
    Read { inputs, plan, found }
}

/// The folder with `ereje.toml`: the one given, or the nearest one above.
pub(crate) fn find(program: &str, given: Option<&Path>) -> Result<PathBuf, Failure> {
    let here = std::env::current_dir().map_err(|e| Failure::io("find", Path::new("."), &e))?;
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Some(given) = given {
        if given.join(WORKSPACE_FILE).is_file() {
            return Ok(absolute(given));
        }
        let message = format!("there is no {WORKSPACE_FILE} in {}", given.display());
        // What stands before `..` is no folder above it.
        let mut above = successors(Some(given), |path| path.file_name().and(path.parent())).skip(1);
        if let Some(above) = above.find(|folder| folder.join(WORKSPACE_FILE).is_file()) {
            let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
            let hint =
                format!("name the folder of the workspace: `--workspace {}`", typed::word(above));
            return Err(Failure::new(message).hint(hint));
        }
        return Err(Failure::new(message)
            .hint(format!("make a workspace there: `{program} init {}`", typed::word(given))));
    }
    let mut above = here.ancestors();
    above.find(|folder| folder.join(WORKSPACE_FILE).is_file()).map(Path::to_owned).ok_or_else(
        || {
            let message = format!("there is no {WORKSPACE_FILE} here or in a folder above");
            Failure::new(message).hint(format!("go to a workspace, or make one: `{program} init`"))
        },
    )
}

/// Refuses a name that a policy can not have.
pub(crate) fn check_policy_name(name: &str) -> Result<(), Failure> {
    let meant = without_ending(name);
    if is_policy_name(name) && meant == name {
        return Ok(());
    }
    let hint = match meant {
        "terms" => "`terms.ftl` is the file of names and legal terms; take such as `terms-of-use`",
        "notice" => "`notice.ftl` is the file of notices; take such as `legal-notice`",
        _ if meant != name && is_policy_name(meant) => {
            &format!("a policy has no name of a file: take such as `{meant}`")
        }
        _ => "use letters, digits and hyphens, such as `privacy`",
    };
    Err(Failure::new(format!("`{name}` can not be the name of a policy")).hint(hint))
}

/// What the file of a page or of texts is called, of whatever folder; any other name as
/// it is.
fn without_ending(name: &str) -> &str {
    let own = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match own.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) => {
            stem
        }
        _ => name,
    }
}

/// How the names of files end that a policy comes from or is kept in.
const ENDINGS: [&str; 11] =
    ["md", "markdown", "mdx", "html", "htm", "txt", "docx", "pdf", "ftl", "toml", "json"];

/// The locale of a tag that was typed.
pub(crate) fn tag(tag: &str) -> Result<Locale, Failure> {
    Locale::parse(tag).map_err(|error| match error {
        LocaleError::NotCanonical(canonical) => {
            Failure::new(format!("`{tag}` is not how this locale is written"))
                .hint(format!("write `{canonical}`"))
        }
        LocaleError::Malformed => Failure::new(format!("`{tag}` is no locale"))
            .hint("write a BCP 47 tag such as `ru`, `zh-Hant` or `pt-BR`"),
    })
}

/// The policy of this name.
pub(crate) fn policy<'p>(plan: &'p Plan, id: &str) -> Result<&'p Manifest, Failure> {
    let names = plan.manifests.iter().map(|manifest| manifest.id.as_str());
    let mut manifests = plan.manifests.iter();
    manifests.find(|manifest| manifest.id == id).ok_or_else(|| no_policy(id, names))
}

/// Says that there is no policy of this name, and which there are.
pub(crate) fn no_policy<'n>(id: &str, names: impl Iterator<Item = &'n str> + Clone) -> Failure {
    let hint = match nearest(id, names.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if names.clone().next().is_none() => {
            "there is none yet: `ereje init` makes one".to_owned()
        }
        None => there_are(names),
    };
    Failure::new(format!("there is no policy `{id}`")).hint(hint)
}

/// The language of this tag.
pub(crate) fn locale<'m>(manifest: &'m Manifest, tag: &str) -> Result<&'m Locale, Failure> {
    one_of(manifest, &manifest.locales.iter().collect::<Vec<_>>(), tag)
}

/// The language of this tag, which may be a former one: what was released in it can
/// still be asked for.
pub(crate) fn released_locale<'m>(
    plan: &Plan,
    manifest: &'m Manifest,
    tag: &str,
) -> Result<&'m Locale, Failure> {
    one_of(manifest, &manifest.all_locales().collect::<Vec<_>>(), tag).map_err(|unknown| {
        let releases = plan.history(&manifest.id).into_iter().flat_map(History::releases);
        let mut released = releases.flat_map(|release| &release.version.locales);
        if released.any(|locale| locale.tag() == tag) {
            // It was left out of the plan, and what was released is there all the same.
            let hint = format!(
                "versions were released in it: name it in `former-locales` of {}",
                manifest.path
            );
            return Failure::new(unknown.message).hint(hint);
        }
        unknown
    })
}

fn one_of<'m>(manifest: &Manifest, known: &[&'m Locale], tag: &str) -> Result<&'m Locale, Failure> {
    known.iter().find(|locale| locale.tag() == tag).copied().ok_or_else(|| {
        let message = format!("`{}` has no locale `{tag}`", manifest.id);
        let tags = known.iter().map(|locale| locale.tag());
        Failure::new(message).hint(locale_hint(tag, tags.clone(), it_has(tags)))
    })
}

/// What to type for a locale that is not known so: one that is known, where it is only
/// written otherwise.
pub(crate) fn locale_hint<'l>(
    tag: &str,
    mut known: impl Iterator<Item = &'l str>,
    otherwise: impl Into<String>,
) -> String {
    let meant = Locale::meant(tag).filter(|meant| known.any(|known| known == meant.tag()));
    meant.map_or_else(|| otherwise.into(), |meant| format!("write `{meant}`"))
}

/// The policies and languages that `only` names.
pub(crate) fn jobs<'p>(
    plan: &'p Plan,
    only: &Only,
) -> Result<Vec<(&'p Manifest, Vec<&'p Locale>)>, Failure> {
    for name in &only.policy {
        policy(plan, name)?;
    }
    let tags = each_once(plan.manifests.iter().flat_map(|manifest| &manifest.locales));
    if let Some(unknown) = only.locale.iter().find(|tag| !tags.contains(&tag.as_str())) {
        let known = there_are(tags.iter().copied());
        let known = match Locale::parse(unknown) {
            Ok(_) => format!("{known}; `ereje init --locales {unknown}` begins another one"),
            Err(_) => known,
        };
        let hint = locale_hint(unknown, tags.iter().copied(), known);
        return Err(Failure::new(format!("no policy has the locale `{unknown}`")).hint(hint));
    }
    let wanted = |list: &[String], name: &str| list.is_empty() || list.iter().any(|l| l == name);
    let policies = plan.manifests.iter().filter(|manifest| wanted(&only.policy, &manifest.id));
    let locales = |manifest: &'p Manifest| {
        let wanted = |locale: &&Locale| wanted(&only.locale, locale.tag());
        manifest.locales.iter().filter(wanted).collect::<Vec<_>>()
    };
    let jobs = policies.map(|manifest| (manifest, locales(manifest)));
    // A policy that has none of the languages is not meant, unless it is named.
    let jobs: Vec<_> = match only.locale.first() {
        Some(_) => jobs.filter(|(_, locales)| !locales.is_empty()).collect(),
        None => jobs.collect(),
    };
    if let (true, Some(id), Some(tag)) = (jobs.is_empty(), only.policy.first(), only.locale.first())
    {
        locale(policy(plan, id)?, tag)?;
    }
    Ok(jobs)
}

/// The tags of locales, each in the place of its first.
pub(crate) fn each_once<'l>(locales: impl Iterator<Item = &'l Locale>) -> Vec<&'l str> {
    let mut known = FxHashSet::default();
    locales.map(Locale::tag).filter(|tag| known.insert(*tag)).collect()
}

/// The versions of a policy, which must have some.
pub(crate) fn history<'p>(
    plan: &'p Plan,
    policy: &Manifest,
    program: &str,
) -> Result<&'p History, Failure> {
    plan.history(&policy.id).ok_or_else(|| {
        let hint = format!("release one: `{program} release {} --effective DATE`", policy.id);
        Failure::new(format!("no version of `{}` was released yet", policy.id)).hint(hint)
    })
}
