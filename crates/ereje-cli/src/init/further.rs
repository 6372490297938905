//! A further policy in a workspace that is there: terms of use beside a privacy policy.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::FtlFile;
use ereje::locale::Locale;

use super::{POLICY, SOURCE, all_files, manifest, tags, tell, texts};
use crate::arguments::InitArguments;
use crate::failure::Failure;
use crate::plan::texts_path;
use crate::store::{is_taken, taken};
use crate::{import, workspace};

/// The term by which the texts call the product.
const PRODUCT: &str = "product";

/// What `policy.toml` of the starter calls it in addresses.
const NAME: &str = "product = \"example\"";

/// Adds the policy. It is in the languages of those that are there, unless others are
/// named; nothing that is there is written over.
pub(super) fn run(
    program: &str,
    (root, given): (&Path, Option<&Path>),
    options: &InitArguments,
) -> Result<ExitCode, Failure> {
    let policy = options.policy.as_deref().unwrap_or(POLICY);
    if is_taken(&root.join("policies").join(policy)) {
        let message = format!("the workspace in {} has a policy `{policy}`", root.display());
        let hint = "for a further policy name it, as by `--policy terms-of-use`; for a further language, \
                    by `--locales de`; for a workspace of its own name another folder";
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
        let path = root.join(texts_path(policy, &text.locale));
        if is_taken(&path) {
            return Err(taken(&path).hint("give the policy another name"));
        }
    }
    files.extend(all_files(policy, &texts));
    // Terms and sentences that are there stay as they are.
    import::write(root, &files, &[])?;
    outln!("added the policy `{policy}` in {}; its text is one to begin with", tags(&texts));
    for path in texts.iter().filter_map(|text| without_product(root, &text.locale)) {
        outln!(
            "{path} has no `-{PRODUCT}`, as the text calls the product: add it, or use a term of yours"
        );
    }
    tell(program, given, (policy, source), (&texts, &waiting));
    Ok(ExitCode::SUCCESS)
}

/// The terms of a language, where they were there before and do not name the product.
fn without_product(root: &Path, locale: &Locale) -> Option<String> {
    let path = format!("locales/{locale}/terms.ftl");
    let file = FtlFile::parse(path.as_str(), fs::read_to_string(root.join(&path)).ok()?);
    file.term(PRODUCT).is_none().then_some(path)
}
