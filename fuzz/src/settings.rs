//! Files of settings: any TOML, and what is none, is read or told.

use ereje::l10n::{Wild, expand, read_l10n};
use ereje::manifest::{read_manifest, with_locales};
use ereje::workspace::{WORKSPACE_FILE, read_workspace};

use super::{assert_sound, text};

/// Reads a text as each of the files of settings.
pub fn settings(bytes: &[u8]) {
    let text = text(bytes);
    let (_, found) = read_workspace(&text);
    found.iter().for_each(|told| assert_sound(told, &text, &text));
    assert!(found.iter().all(|told| told.path == WORKSPACE_FILE));
    let (manifest, found) = read_manifest("a", "policy.toml", &text);
    found.iter().for_each(|told| assert_sound(told, &text, &text));
    if manifest.is_some_and(|_| found.is_empty()) {
        let _ = read_manifest("a", "policy.toml", &with_locales(&text, &["kk"]));
    }
    let (l10n, found) = read_l10n("l10n.toml", &text);
    found.iter().for_each(|told| assert_sound(told, &text, &text));
    for path in &l10n.paths {
        let value = |name: &str| l10n.env.get(name).cloned();
        let _ = Wild::new(&expand(&path.reference, &value));
    }
}
