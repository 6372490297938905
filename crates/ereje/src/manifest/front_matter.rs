//! What a policy says at the head of its Jekyll page, and patterns that are filled in.

use crate::settings::{Scalar, Table, list};

pub(super) fn read_front_matter(root: &Table<'_>) -> Vec<(String, Scalar)> {
    let Some(table) = root.table("front-matter") else {
        let text = |text: &str| Scalar::Text(text.into());
        return ["title", "description", "permalink"]
            .map(|name| (name.into(), text(&format!("{{{name}}}"))))
            .into();
    };
    let mut front_matter = Vec::new();
    for (name, _, value) in table.entries() {
        let Some(scalar) = value.scalar() else {
            let hint = "use text, a whole number, a date, `true`, `false` or a list of them";
            table.fault(
                "wrong-type",
                format!("`{name}` can not be written to front matter"),
                value.span(),
                hint,
            );
            continue;
        };
        for text in scalar.texts() {
            let Err(unknown) = fill(text, |name| FRONT_MATTER.contains(&name).then_some("")) else {
                continue;
            };
            let known = FRONT_MATTER.map(|name| format!("{{{name}}}"));
            let hint = format!("use {}", list(&known.each_ref().map(String::as_str)));
            let message = format!("`{{{unknown}}}` means nothing in front matter");
            table.fault("unknown-key", message, value.span(), &hint);
        }
        front_matter.push((name.to_owned(), scalar));
    }
    front_matter
}

/// What can be filled into front matter.
pub const FRONT_MATTER: [&str; 7] =
    ["title", "description", "permalink", "locale", "direction", "published", "policy"];

/// Fills `{name}` in a pattern.
///
/// # Errors
/// The first name that `value` does not know.
pub fn fill<'v>(pattern: &str, value: impl Fn(&str) -> Option<&'v str>) -> Result<String, String> {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else {
            break;
        };
        let name = &rest[open + 1..close];
        filled.push_str(&rest[..open]);
        filled.push_str(value(name).ok_or_else(|| name.to_owned())?);
        rest = &rest[close + 1..];
    }
    filled.push_str(rest);
    Ok(filled)
}
