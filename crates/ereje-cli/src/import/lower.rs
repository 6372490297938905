//! Rules that an imported text does not keep: what is published already is
//! imported as it is, so they warn where they would stop.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::policy_link::PolicyLink;
use ereje::workspace::WORKSPACE_FILE;

use crate::arguments::Only;
use crate::workspace::read_held;

/// Later rules look only where earlier ones found no error.
pub(super) const MOST_ROUNDS: usize = 6;

/// Lowers in a new `ereje.toml` what the policy does not keep, with the reason;
/// tells so. A person's settings are left alone: there the errors are told.
pub(super) fn apply(
    root: &Path,
    (policy, locales): (&str, &[Locale]),
    is_new: bool,
    files: &mut [(String, String)],
    told: &mut Vec<Diagnostic>,
) {
    let mut lowered: BTreeMap<&'static str, Diagnostic> = BTreeMap::new();
    let settings = files.iter().position(|(path, _)| path == WORKSPACE_FILE);
    let plain = settings.map(|at| files[at].1.clone());
    for _ in 0..MOST_ROUNDS {
        let errors = errors(root, (policy, locales), is_new, files);
        let new: Vec<Diagnostic> = errors
            .into_iter()
            .filter(|error| !lowered.contains_key(error.rule) && can_be_lowered(error.rule))
            .collect();
        if new.is_empty() {
            break;
        }
        for error in new {
            lowered.entry(error.rule).or_insert(error);
        }
        let (Some(at), Some(plain)) = (settings, &plain) else { break };
        files[at].1 = format!("{plain}{}", levels(policy, &lowered));
    }
    told.extend(lowered.into_iter().map(|(rule, first)| self::told(rule, first, is_new)));
}

/// That a text does not keep a rule, and what became of that.
pub(super) fn told(rule: &str, first: Diagnostic, is_new: bool) -> Diagnostic {
    let (message, hint) = if is_new {
        (
            format!(
                "the text does not keep the rule `{rule}`, which is a warning for now: {}",
                first.message
            ),
            "mend the text, and take the level out of ereje.toml",
        )
    } else {
        (
            format!("the text does not keep the rule `{rule}`: {}", first.message),
            "mend the text, or set a level for the policy in ereje.toml, with the reason",
        )
    };
    let mut lowered = Diagnostic::warning("import-lowered", first.path, message).hint(hint);
    lowered.place = first.place;
    lowered
}

/// Whether an error is of a rule, which can weigh less.
pub(super) fn can_be_lowered(rule: &str) -> bool {
    ereje_check::rules::RULES.iter().any(|known| known.name == rule)
}

/// The lines of `ereje.toml` that lower rules for a policy.
pub(super) fn levels(policy: &str, lowered: &BTreeMap<&'static str, Diagnostic>) -> String {
    let mut out = format!(
        "\n# What the imported text does not keep yet. Mend it, and take these lines away.\n\
         [[levels]]\npolicy = \"{policy}\"\n[levels.lints]\n"
    );
    for rule in lowered.keys() {
        out.push_str(&format!(
            "{rule} = {{ level = \"warning\", reason = \"the text is imported as it was published\" }}\n"
        ));
    }
    out
}

fn errors(
    root: &Path,
    (policy, locales): (&str, &[Locale]),
    is_new: bool,
    files: &[(String, String)],
) -> Vec<Diagnostic> {
    let held = held(root, files, is_new);
    locales.iter().flat_map(|locale| look(&held, (policy, locale))).collect()
}

/// What stops a policy in a language from being made of these files.
pub(super) fn look(
    held: &BTreeMap<String, Vec<u8>>,
    (policy, locale): (&str, &Locale),
) -> Vec<Diagnostic> {
    let read = read_held(held);
    let mut found = read.found;
    if let Some(plan) = read.plan {
        let only = Only { policy: vec![policy.to_owned()], locale: vec![locale.tag().to_owned()] };
        // What can not be looked at is told by the next command.
        let _ = crate::check::look(&plan, &read.inputs, &only, false, &mut found);
    }
    found.retain(super::is_error);
    found
}

/// The plans of the policies that texts among these files lead to, and that are not among
/// them.
pub(super) fn linked(held: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let texts = held.iter().filter(|(path, _)| path.ends_with(".ftl"));
    let texts = texts.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    let plans = texts.flat_map(PolicyLink::all_in).map(|id| format!("policies/{id}/policy.toml"));
    plans.filter(|path| !held.contains_key(path)).collect()
}

/// The files of a workspace as they would be, without what was generated.
fn held(root: &Path, files: &[(String, String)], is_new: bool) -> BTreeMap<String, Vec<u8>> {
    let mut held = BTreeMap::new();
    if !is_new && let Ok(settings) = fs::read(root.join(WORKSPACE_FILE)) {
        held.insert(WORKSPACE_FILE.to_owned(), settings);
    }
    for (path, text) in files {
        held.insert(path.clone(), text.clone().into_bytes());
    }
    // What the locale has already counts too, and the policies that the texts lead to.
    for path in linked(&held) {
        held.extend(fs::read(root.join(&path)).ok().map(|bytes| (path, bytes)));
    }
    let folders: Vec<String> = files
        .iter()
        .filter_map(|(path, _)| path.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
        .filter(|folder| folder.starts_with("locales/"))
        .collect();
    for folder in folders {
        for name in ["terms.ftl", "notice.ftl"] {
            let path = format!("{folder}/{name}");
            if !held.contains_key(&path)
                && let Ok(bytes) = fs::read(root.join(&path))
            {
                held.insert(path, bytes);
            }
        }
    }
    held
}
