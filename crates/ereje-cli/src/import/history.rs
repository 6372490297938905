//! `import --history`: the whole past of a policy, one version for each revision
//! in which readers saw another text.

mod days;
mod folder;
mod manifest;
mod names;
mod replay;
mod source;
mod tell;
mod versions;
mod write;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, sort};
use ereje::locale::Locale;
use ereje::version::{History, ORIGIN_FILE, Origin};
use ereje::workspace::WORKSPACE_FILE;

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::store::is_taken;
use crate::{init, report, workspace};

/// Makes the policy with all its versions.
pub(super) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    source: &str,
) -> Result<ExitCode, Failure> {
    let policy = options.policy.as_str();
    workspace::check_policy_name(policy)?;
    let locale = workspace::tag(&options.locale)?;
    let others: Vec<Locale> =
        options.locales.iter().map(|tag| workspace::tag(tag)).collect::<Result<_, _>>()?;
    let root = match given {
        Some(given) => given.to_owned(),
        None => workspace::find(program, None).unwrap_or_else(|_| PathBuf::from(".")),
    };
    let mut past = source::read(source, &locale, &others)?;
    let mut told = Vec::new();
    let replay = replay::Replay { policy, source: &locale };
    let replayed = replay.of(&mut past, &mut told);
    let Some(working) = manifest::working(&replayed, policy, &locale) else {
        report::tell(&told, options.format);
        let hint = "look at the pages: none of them could be read";
        return Err(Failure::new(format!("no text came of {source}")).hint(hint));
    };
    let texts = surroundings(&root, policy, &working.locales);
    let made = versions::make(&past, replayed, &working.manifest, &texts, &mut told)?;
    let origin = Origin { is_shallow: past.is_shallow, revisions: made.revisions };
    let mut own = working.files;
    own.push((format!("policies/{policy}/{ORIGIN_FILE}"), origin.write()));
    // The table tells what versions are dated by.
    told.extend(working.told.into_iter().filter(|told| told.rule != "import-date"));
    if write::is_there(&root, policy, &own, &made.files) {
        outln!("nothing to do: `{policy}` has this past already");
        return Ok(ExitCode::SUCCESS);
    }
    write::check(&root, policy, &own, &made.files)?;
    let mut files = own;
    let is_new = !root.join(WORKSPACE_FILE).exists();
    // The pages of versions in languages that came to an end have words around the text, too.
    let former = &working.manifest.former_locales;
    let ever: Vec<Locale> = working.locales.iter().chain(former).cloned().collect();
    for (path, text) in ever.iter().flat_map(|locale| init::surroundings(policy, locale, is_new)) {
        if !is_taken(&root.join(&path)) && files.iter().all(|(known, _)| *known != path) {
            files.push((path, text));
        }
    }
    told.extend(ever.iter().filter_map(|locale| untranslated(locale, &files)));
    lower(&root, (policy, &working.locales), is_new, &mut files, &made.history, &mut told);
    sort(&mut told);
    report::tell(&told, options.format);
    if !options.dry_run {
        write::all(&root, policy, files, &made.files)?;
    }
    if options.format == Format::Human {
        tell::table(&origin, &made.told, &past);
        tell::summary(program, given, options, &made.history, &origin);
    }
    Ok(ExitCode::SUCCESS)
}

/// Lowers rules that the texts do not keep, looked at with the version that dates it:
/// the newest, as if no other was before it.
fn lower(
    root: &Path,
    (policy, locales): (&str, &[Locale]),
    is_new: bool,
    files: &mut Vec<(String, String)>,
    history: &History,
    told: &mut Vec<Diagnostic>,
) {
    let own = files.len();
    if let Some(newest) = history.newest() {
        let path = format!("policies/{policy}/versions/{}", newest.version.version);
        let version = History::default().add(newest.clone()).into_iter();
        files.extend(version.map(|(name, text)| (format!("{path}/{name}"), text)));
    }
    super::lower::apply(root, (policy, locales), is_new, files, told);
    files.truncate(own);
}

/// The sentences around the text in each language, and its terms.
struct Around {
    locale: Locale,
    notice: ereje::catalog::FtlFile,
}

fn surroundings(root: &Path, policy: &str, locales: &[Locale]) -> Vec<Around> {
    let one = |locale: &Locale| {
        let path = format!("locales/{locale}/notice.ftl");
        let known = std::fs::read_to_string(root.join(&path)).ok();
        let own = || {
            let files = init::surroundings(policy, locale, false).into_iter();
            let mut files = files.filter(|_| init::has_starter(locale));
            files.find(|(name, _)| *name == path).map(|(_, text)| text)
        };
        let notice = ereje::catalog::FtlFile::parse(&path, known.or_else(own)?);
        Some(Around { locale: locale.clone(), notice })
    };
    locales.iter().filter_map(one).collect()
}

fn untranslated(locale: &Locale, files: &[(String, String)]) -> Option<Diagnostic> {
    let path = format!("locales/{locale}/notice.ftl");
    let is_made = !init::has_starter(locale) && files.iter().any(|(made, _)| *made == path);
    is_made.then(|| {
        let message =
            format!("there are no sentences around the text in `{locale}`: they are English");
        Diagnostic::warning("import-notice", path, message)
            .hint("translate the file before you publish")
    })
}
