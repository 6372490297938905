//! A name typed where a command takes none: what to type instead. The parser knows
//! what it did not expect, and not what was meant.

use std::ffi::OsString;
use std::path::{Component, Path};

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use ereje::locale::Locale;
use ereje::workspace::WORKSPACE_FILE;

use super::Arguments;
use crate::failure::Failure;
use crate::typed;

/// Commands whose name is followed by another one, before the policy.
const FURTHER: [(&str, &str); 2] = [("notice", "preview"), ("history", "report")];

/// What to tell of a word that a command did not expect; nothing where the parser's own
/// words say more. `typed` is all that was typed, with the program's name first.
pub(crate) fn of(program: &str, error: &Error, typed: &[OsString]) -> Option<Failure> {
    let kind = match error.kind() {
        ErrorKind::UnknownArgument => ContextKind::InvalidArg,
        ErrorKind::InvalidSubcommand => ContextKind::InvalidSubcommand,
        _ => return None,
    };
    let Some(ContextValue::String(word)) = error.get(kind) else { return None };
    // A slip in a name that the parser knows is told by it.
    if word.starts_with('-') || error.get(ContextKind::SuggestedSubcommand).is_some() {
        return None;
    }
    let arguments = Arguments::command();
    let command = typed.iter().skip(1).find_map(|one| arguments.find_subcommand(one))?;
    let name = command.get_name();
    if let Some((_, next)) = FURTHER.iter().find(|(one, _)| *one == name) {
        let message = format!("`{name}` alone takes no name, and `{word}` is one");
        let meant = format!("write `{program} {name} {next} {word}`");
        return Some(Failure::new(message).hint(meant));
    }
    if name == "import" {
        let message =
            format!("`import` takes one file or folder at a time, and `{word}` is another");
        let next = typed::word(Path::new(word));
        return Some(
            Failure::new(message).hint(format!("write `{program} import {next}` after it")),
        );
    }
    // Who takes names already has enough of them.
    if command.get_positionals().next().is_some() {
        return None;
    }
    let takes = |name: &str| command.get_arguments().any(|one| one.get_long() == Some(name));
    if !takes("policy") || !takes("locale") {
        return None;
    }
    let message = format!("`{name}` takes names behind options alone, and `{word}` has none");
    Some(Failure::new(message).hint(format!("write `{program} {name} {}`", options(word))))
}

/// The options that say what a word most likely means.
fn options(word: &str) -> String {
    let path = Path::new(word);
    if path.join(WORKSPACE_FILE).is_file() {
        return format!("--workspace {}", typed::word(path));
    }
    let names: Vec<&str> = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    match names.as_slice() {
        [.., "locales", tag, file] if file.ends_with(".ftl") => {
            let policy = file.trim_end_matches(".ftl");
            match ["terms", "notice"].contains(&policy) {
                true => format!("--locale {tag}"),
                false => format!("--policy {policy} --locale {tag}"),
            }
        }
        [.., "locales", tag] => format!("--locale {tag}"),
        [.., "policies", policy] | [.., "policies", policy, _] => format!("--policy {policy}"),
        _ if is_language(word) => format!("--locale {word}"),
        _ => format!("--policy {}", typed::word(path)),
    }
}

/// Whether a word is a tag as people name their folders. Three letters alone are the
/// name of a policy (`tos`, `dpa`) rather than of a language.
fn is_language(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or_default();
    let is_short = first.len() == 2 || (first.len() == 3 && first != word);
    is_short && Locale::parse(word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn what_a_word_means_is_seen_by_how_it_is_written() {
        for (word, meant) in [
            ("cookies", "--policy cookies"),
            ("my policy", "--policy \"my policy\""),
            ("terms-of-use", "--policy terms-of-use"),
            ("tos", "--policy tos"),
            ("de", "--locale de"),
            ("zh-Hant", "--locale zh-Hant"),
            ("./locales/de/cookies.ftl", "--policy cookies --locale de"),
            ("/home/me/locales/de/terms.ftl", "--locale de"),
            ("locales/pt-BR/", "--locale pt-BR"),
            ("policies/cookies/policy.toml", "--policy cookies"),
            ("policies/cookies", "--policy cookies"),
        ] {
            assert_eq!(options(word), meant, "{word}");
        }
    }
}
