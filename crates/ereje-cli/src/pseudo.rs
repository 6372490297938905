//! `--pseudo`: the pseudo-locales as files that are not on the disk, made of the
//! texts that are, so that everything else treats them as any other language.

use std::collections::BTreeMap;
use std::path::Path;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::manifest::{Manifest, read_manifest, with_languages};
use ereje::pseudo::Pseudo;

use crate::failure::Failure;
use crate::inputs::Inputs;

/// Lays the pseudo-locales over the workspace: their texts, and policies that
/// list them. What can not be read is told by whoever reads it again.
pub(crate) fn lay(inputs: &mut Inputs) {
    let policies = policies(inputs);
    let Some((first, _)) = policies.first() else { return };
    let shared = first.source_locale.tag().to_owned();
    for pseudo in Pseudo::ALL {
        // Somebody's own locale of that name stays what it is.
        let folder = format!("locales/{}/", pseudo.tag());
        if inputs.files.keys().any(|path| path.starts_with(&folder)) {
            continue;
        }
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (manifest, _) in &policies {
            // The terms of a locale are shared by its policies, so all of them are
            // made of one language as far as they have it.
            let has_shared = manifest.locales.iter().any(|locale| locale.tag() == shared);
            let from = if has_shared { &shared } else { manifest.source_locale.tag() };
            for name in ["terms", "notice", &manifest.id] {
                let path = format!("locales/{from}/{name}.ftl");
                if inputs.files.contains_key(&path)
                    && let Ok(text) = inputs.read(&path)
                {
                    let made = || pseudo.file(&FtlFile::parse(path, text));
                    texts.entry(format!("{folder}{name}.ftl")).or_insert_with(made);
                }
            }
        }
        for (path, text) in texts {
            inputs.lay(path, text);
        }
    }
    for (manifest, text) in policies {
        let text = with_languages(&manifest.id, &text, &Pseudo::ALL.map(Pseudo::tag));
        inputs.lay(manifest.path, text);
    }
}

/// The policies that can be read, with the texts of their files.
fn policies(inputs: &mut Inputs) -> Vec<(Manifest, String)> {
    let read = |id: String| {
        let path = format!("policies/{id}/policy.toml");
        let text = inputs.files.contains_key(&path).then(|| inputs.read(&path).ok())??;
        Some((read_manifest(&id, &path, &text).0?, text))
    };
    let paths = inputs.files.keys().filter_map(|path| path.strip_prefix("policies/"));
    let ids = paths.filter_map(|path| path.strip_suffix("/policy.toml"));
    ids.map(str::to_owned).filter_map(read).collect()
}

/// Pages in no language do not belong among those that are published.
pub(crate) fn refuse_pages(pages: &Path, out: &Path) -> Result<(), Failure> {
    let same = out == pages
        || out.canonicalize().is_ok_and(|out| pages.canonicalize().is_ok_and(|real| real == out));
    if same {
        let message = format!("{} is for the pages that are published", out.display());
        return Err(Failure::new(message).hint("choose another folder for pseudo-locales"));
    }
    Ok(())
}

/// A mistake of the source text is told where it was made, not once more for
/// each pseudo-locale.
pub(crate) fn hush(found: &mut Vec<Diagnostic>) {
    let is_pseudo = |told: &Diagnostic| {
        Pseudo::ALL.iter().any(|pseudo| told.locale.as_deref() == Some(pseudo.tag()))
    };
    // Of what is no language, style is no matter.
    found.retain(|told| told.level == Level::Error || !is_pseudo(told));
    if !found.iter().all(is_pseudo) {
        found.retain(|told| !is_pseudo(told));
    }
}
