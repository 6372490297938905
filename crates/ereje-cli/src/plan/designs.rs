//! The templates of a workspace's own, over the built-in ones; and what stands among
//! them and makes nothing, so that a slip in a name does not bring the built-in design
//! back without a word.

use std::collections::BTreeMap;

use ereje::diagnostic::{Diagnostic, nearest};
use ereje::workspace::{WORKSPACE_FILE, Workspace};
use ereje_render::{BUILT_IN, Templates};

use crate::inputs::Inputs;

/// The folder of templates where `ereje.toml` names none.
const FOLDER: &str = "templates";

const SUFFIX: &str = ".tera";

/// Whether a file in the folder of templates is one, or may be meant to be one.
pub(crate) fn is_template(name: &str) -> bool {
    name.ends_with(SUFFIX) || name.ends_with(".css") || lacks_suffix(name)
}

fn lacks_suffix(name: &str) -> bool {
    BUILT_IN.iter().any(|(file, _)| file.strip_suffix(SUFFIX) == Some(name))
}

/// The templates, and what is worth telling of their folder.
pub(super) fn templates(
    workspace: &Workspace,
    inputs: &Inputs,
    found: &mut Vec<Diagnostic>,
) -> Option<Templates> {
    let named = &workspace.outputs.templates;
    let folder = format!("{named}/");
    let mut own = BTreeMap::new();
    let mut others = Vec::new();
    let mut wrong = Vec::new();
    let mut is_empty = named != FOLDER;
    for path in inputs.files.keys().filter(|path| path.starts_with(&folder)) {
        is_empty = false;
        let name = &path[folder.len()..];
        if !name.ends_with(SUFFIX) && !is_built_in(name) {
            others.push((path.as_str(), name));
            continue;
        }
        match inputs.read(path) {
            Ok(text) => {
                own.insert(name.to_owned(), (path.clone(), text));
            }
            Err(diagnostic) => wrong.push(diagnostic),
        }
    }
    if is_empty {
        let message = format!("`{named}`, which `outputs.templates` names, has no templates in it");
        let hint = "name the folder that has them, or take the line out; `ereje templates --help` tells \
                    how to begin with the built-in ones";
        wrong.push(Diagnostic::error("missing-file", WORKSPACE_FILE, message).hint(hint));
    }
    let unused = own.iter().filter(|(name, _)| !is_built_in(name) && !is_asked_for(name, &own));
    others.extend(unused.map(|(name, (path, _))| (path.as_str(), name.as_str())));
    found.extend(others.into_iter().map(|(path, name)| orphan(path, name)));
    if wrong.is_empty() {
        match Templates::new(&own) {
            Ok(templates) => return Some(templates),
            Err(told) => wrong = told,
        }
    }
    found.append(&mut wrong);
    None
}

fn is_built_in(name: &str) -> bool {
    BUILT_IN.iter().any(|(file, _)| *file == name)
}

/// Whether another template includes this one, extends it or takes macros from it.
fn is_asked_for(name: &str, own: &BTreeMap<String, (String, String)>) -> bool {
    let asked = name.strip_suffix(SUFFIX).unwrap_or(name);
    let asks = |text: &str| {
        ['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{quote}{asked}{quote}")))
    };
    own.iter().any(|(other, (_, text))| other != name && asks(text))
}

fn orphan(path: &str, name: &str) -> Diagnostic {
    // Of two names that end alike most letters are the same, whatever they say.
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let alike = BUILT_IN.iter().filter_map(|(file, _)| file.split_once('.'));
    let alike = alike.filter(|(_, of)| *of == ending).map(|(stem, _)| stem);
    let meant = match lacks_suffix(name) {
        true => Some(format!("{name}{SUFFIX}")),
        false => nearest(stem, alike).map(|stem| format!("{stem}.{ending}")),
    };
    let message = "no template has this name and none includes it, so nothing is made of it";
    let hint = match meant {
        Some(meant) => format!("is it `{meant}`? call it so"),
        None => "`ereje templates` lists those there are; or remove it".to_owned(),
    };
    Diagnostic::warning("orphan-file", path, message).hint(hint)
}
