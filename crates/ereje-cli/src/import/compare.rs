//! Whether a policy says what a page says: `import --verify` asks it of the workspace,
//! and an import of the policy that it has made of the page.

use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_import::Wanted;
use ereje_import::verify::{Known, Verdict, compare};

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::plan::texts_path;
use crate::{clock, report, typed, workspace};

pub(super) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    (name, text): (&str, &str),
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Some((inputs, plan, _)) = workspace::read(&root).or_tell(options.format) else {
        return Ok(ExitCode::FAILURE);
    };
    let manifest = workspace::policy(&plan, &options.policy)?;
    let locale = workspace::locale(manifest, &options.locale)?;
    let path = texts_path(&manifest.id, locale);
    let Ok(texts) = inputs.read(&path) else {
        return Err(Failure::new(format!("{path} can not be read")).hint(format!(
            "import the page first: `{program} import {}` without --verify",
            typed::word(Path::new(name))
        )));
    };
    let file = FtlFile::parse(path, texts);
    if !file.diagnostics().is_empty() {
        report::tell(file.diagnostics(), options.format);
        return Ok(ExitCode::FAILURE);
    }
    let terms = plan.terms.get(locale);
    let is_released = plan.history(&manifest.id).is_some_and(|history| !history.is_empty());
    let ways = super::plan::ways(&root, (&manifest.id, locale), Path::new(name));
    let plain = ways.as_ref().map(|ways| ways.without_switcher(text));
    let text = plain.as_deref().unwrap_or(text);
    let judge = |led: &dyn Fn(&str) -> Option<String>| {
        let known = Known { is_released, led };
        verdict((manifest, locale), (&file, terms), (name, text), known)
    };
    let verdict = ways.map_or_else(|| judge(&|_| None), |ways| ways.ask(judge));
    report::tell(&verdict.told, options.format);
    if options.format == Format::Human {
        match verdict.missing {
            0 => outln!("all {} words of {name} are in `{}`", verdict.words, manifest.id),
            missing => outln!(
                "{missing} of {} words of {name} are not in `{}`",
                verdict.words,
                manifest.id
            ),
        }
    }
    let is_whole = verdict.told.iter().all(|told| !super::is_error(told));
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How a page and what a policy says in a language differ.
fn verdict(
    (manifest, locale): (&Manifest, &Locale),
    (file, terms): (&FtlFile, Option<&FtlFile>),
    (name, text): (&str, &str),
    known: Known<'_>,
) -> Verdict {
    let catalog = Catalog::new(locale, file, terms, &manifest.facts, manifest.published);
    let document = compose(manifest, &catalog);
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let (text, _) = ereje_import::without_navigation(&text, manifest);
    let wanted = Wanted {
        path: name,
        text: &text,
        policy: &manifest.id,
        locale,
        fallback: clock::today("UTC"),
        bottom: "",
    };
    compare(&wanted, &document, known)
}

/// What of a page did not get into the policy that was made of it: there should be
/// nothing, and whoever brings in a text that binds must not learn of it later.
pub(super) fn lost(
    (manifest, locale): (&Manifest, &Locale),
    texts: &FtlFile,
    page: (&str, &str),
) -> impl Iterator<Item = Diagnostic> {
    let known = Known { is_released: false, led: &|_| None };
    let told = verdict((manifest, locale), (texts, None), page, known).told;
    let lost = told.into_iter().filter(super::is_error);
    lost.map(|told| Diagnostic { level: Level::Warning, ..told })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ereje::manifest::read_manifest;

    #[test]
    fn what_a_policy_lacks_of_its_page_is_a_warning() {
        let plan = "product = \"p\"\nslug = \"s\"\nsource-locale = \"en\"\nlocales = [\"en\"]\n\
                    published = 2020-01-01\n[[clause]]\nid = \"a\"\n";
        let manifest = read_manifest("x", "policy.toml", plan).0.expect("a manifest");
        let page = ("page.md", "## We do\n\nWe sell *nothing* to anybody.\n");
        let told = |text: &str| {
            let texts = format!("title = T\na = {text}\n    .heading = We do\n");
            let file = FtlFile::parse("x.ftl", texts);
            let lost = lost((&manifest, &manifest.source_locale), &file, page);
            lost.map(|told| (told.level, told.message)).collect::<Vec<_>>()
        };
        assert_eq!(told("We sell *nothing* to anybody."), []);
        let [(Level::Warning, message)] = &told("We sell *nothing*.")[..] else {
            panic!("one warning")
        };
        assert!(message.contains("“nothing to anybody.”"), "{message}");
    }
}
