//! Paths in commands that are told to people, so that what they copy is what was meant.

use std::path::Path;

/// A path as a shell takes it for one word.
pub(crate) fn word(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:@+,=%".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) && !(path.contains('\\') && cfg!(unix)) {
        return path;
    }
    // Within these a shell looks for more than the end, and they are known on every system.
    if !path.contains(['"', '$', '`', '\\', '!']) || cfg!(windows) {
        return format!("\"{path}\"");
    }
    format!("'{}'", path.replace('\'', "'\\''"))
}

/// The option that names the workspace again, where it was named.
pub(crate) fn in_workspace(given: Option<&Path>) -> String {
    given.map_or_else(String::new, |given| format!(" --workspace {}", word(given)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_shell_takes_a_path_for_one_word() {
        for (path, wanted) in [
            ("docs/privacy.md", "docs/privacy.md"),
            ("мои/страница.md", "мои/страница.md"),
            ("my policies", "\"my policies\""),
            ("a;b", "\"a;b\""),
            ("it's (new)", "\"it's (new)\""),
            ("$HOME of 'us'", "'$HOME of '\\''us'\\'''"),
        ] {
            assert_eq!(word(Path::new(path)), wanted);
        }
        assert_eq!(in_workspace(Some(Path::new("my own"))), " --workspace \"my own\"");
        assert_eq!(in_workspace(None), "");
    }
}
