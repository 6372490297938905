//! A further policy in a workspace that is there: terms of use beside a privacy policy.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::FtlFile;
use ereje::l10n::{L10N_FILE, with_translations};
use ereje::locale::Locale;

use super::{SOURCE, manifest, tags, tell, texts};
use crate::arguments::InitArguments;
use crate::failure::Failure;
use crate::store::{create, is_taken, replace_unchanged, taken};
use crate::workspace;

/// The term by which the texts call the product.
const PRODUCT: &str = "product";

/// What `policy.toml` of the starter calls it in addresses.
const NAME: &str = "product = \"example\"";

/// Adds the policy. It is in the languages of those that are there, unless others are
/// named; nothing that is there is written over.
pub(super) fn run(
    program: &str,
    root: &Path,
    options: &InitArguments,
) -> Result<ExitCode, Failure> {
    let policy = options.policy.as_str();
    if is_taken(&root.join("policies").join(policy)) {
        let message = format!("the workspace in {} has a policy `{policy}`", root.display());
        let hint = "for a further policy name it, as by `--policy terms-of-use`; for a workspace of \
                    its own name another folder";
        return Err(Failure::new(message).hint(hint));
    }
    let plan = workspace::read(root).plan;
    let known = plan.as_ref().and_then(|plan| plan.manifests.first());
    let own = known.map(|known| known.source_locale.tag());
    let source = options.source_locale.as_deref().or(own).unwrap_or(SOURCE);
    let mut locales: Vec<&str> = options.locales.iter().map(String::as_str).collect();
    if locales.is_empty() && own == Some(source) {
        locales.extend(known.iter().flat_map(|known| &known.locales).map(Locale::tag));
    }
    let (texts, waiting) = texts(program, source, &locales)?;
    let (path, plan_of_it) = manifest(policy, source, &texts);
    let plan_of_it = match known {
        Some(known) => plan_of_it.replace(NAME, &format!("product = \"{}\"", known.product)),
        None => plan_of_it,
    };
    let mut files = vec![(path, plan_of_it)];
    for text in &texts {
        let [words, terms, notice] = text.files(policy);
        if is_taken(&root.join(&words.0)) {
            return Err(taken(&root.join(&words.0)).hint("give the policy another name"));
        }
        files.push(words);
        let around = [terms, notice].into_iter().filter(|(path, _)| !is_taken(&root.join(path)));
        files.extend(around);
    }
    create(root, &files)?;
    list(root, &texts.iter().map(|text| text.locale.tag()).collect::<Vec<_>>())?;
    outln!("added the policy `{policy}` in {}; its text is one to begin with", tags(&texts));
    for path in texts.iter().filter_map(|text| without_product(root, &text.locale)) {
        outln!(
            "{path} has no `-{PRODUCT}`, as the text calls the product: add it, or use a term of yours"
        );
    }
    tell(program, root, (policy, source), (&texts, &waiting));
    Ok(ExitCode::SUCCESS)
}

/// Adds languages to the list for Mozilla's tools, where there is one.
fn list(root: &Path, tags: &[&str]) -> Result<(), Failure> {
    let path = root.join(L10N_FILE);
    let Ok(before) = fs::read_to_string(&path) else { return Ok(()) };
    let Some(after) = with_translations(&before, tags) else { return Ok(()) };
    match replace_unchanged(&path, before.as_bytes(), after.as_bytes()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::new(format!("{} was changed meanwhile", path.display()))
            .hint(format!("add {} to its `locales`", tags.join(", ")))),
        Err(error) => Err(Failure::io("write", &path, &error)),
    }
}

/// The terms of a language, where they were there before and do not name the product.
fn without_product(root: &Path, locale: &Locale) -> Option<String> {
    let path = format!("locales/{locale}/terms.ftl");
    let file = FtlFile::parse(path.as_str(), fs::read_to_string(root.join(&path)).ok()?);
    file.term(PRODUCT).is_none().then_some(path)
}
