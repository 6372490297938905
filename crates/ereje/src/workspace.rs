//! `ereje.toml`: what holds for all policies of a workspace.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::lints::{Lints, read_lints};
use crate::locale::{Locale, LocaleError};
use crate::settings::{Settings, Table};

/// The file that marks the root of a workspace.
pub const WORKSPACE_FILE: &str = "ereje.toml";

/// The settings of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// Shown on index pages.
    pub name: String,
    /// The locale of the root index page.
    pub default_locale: Locale,
    /// Where that is said.
    pub default_locale_at: Place,
    /// What is generated, and where to.
    pub outputs: Outputs,
    /// How many versions a product had of policies that it has no more: apps have counted
    /// them.
    pub former_versions: BTreeMap<String, u32>,
    /// How much findings weigh, and which are accepted.
    pub lints: Lints,
}

/// What is generated, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outputs {
    /// The folder for all of it, relative to the workspace or absolute.
    pub directory: String,
    /// The folder of templates, relative to the workspace.
    pub templates: String,
    /// Where the HTML site will live, without a final slash; makes links
    /// between languages absolute and adds canonical ones.
    pub base_url: Option<String>,
    /// Folder of each kind of output; `None` where it is switched off.
    pub jekyll: Option<String>,
    /// The HTML site.
    pub html: Option<String>,
    /// Plain text.
    pub text: Option<String>,
    /// JSON for apps.
    pub json: Option<String>,
}

/// Reads `ereje.toml`. The diagnostics say everything that is wrong with it;
/// there is a workspace when nothing essential is.
#[must_use]
pub fn read_workspace(text: &str) -> (Option<Workspace>, Vec<Diagnostic>) {
    Settings::read(WORKSPACE_FILE, text, |root| {
        root.only(&["workspace", "outputs", "former-versions", "lints", "levels", "suppress"]);
        let lints = read_lints(&root);
        let Some(workspace) = root.table("workspace") else {
            if root.get("workspace").is_none() {
                let hint = "add `[workspace]` with `name` and `default-locale`";
                root.fault("missing-key", "`[workspace]` is missing".into(), 0..0, hint);
            }
            return None;
        };
        workspace.only(&["name", "default-locale"]);
        let name = workspace.required("name", "\"My product\"").map(str::to_owned);
        let default_locale = workspace
            .required("default-locale", "\"en\"")
            .zip(workspace.get("default-locale"))
            .and_then(|(tag, value)| {
                let place = Place::new(text, value.span());
                Some((read_locale(&workspace, tag, value.span())?, place))
            });
        let outputs = read_outputs(&root)?;
        let former_versions = read_former_versions(&root);
        let (default_locale, default_locale_at) = default_locale?;
        let name = name?;
        Some(Workspace { name, default_locale, default_locale_at, outputs, former_versions, lints })
    })
}

fn read_former_versions(root: &Table<'_>) -> BTreeMap<String, u32> {
    let Some(table) = root.table("former-versions") else { return BTreeMap::new() };
    let read = table.entries().filter_map(|(product, ..)| {
        let number = table.integer(product)?;
        let read = u32::try_from(number).ok();
        if read.is_none() {
            let message = format!("`{number}` is no number of versions");
            let span = table.get(product).map_or(0..0, |value| value.span());
            table.fault("wrong-type", message, span, "write how many there were, such as `4`");
        }
        Some((product.to_owned(), read?))
    });
    read.collect()
}

fn read_outputs(root: &Table<'_>) -> Option<Outputs> {
    let mut outputs = Outputs {
        directory: "dist".into(),
        templates: "templates".into(),
        base_url: None,
        jekyll: Some("jekyll".into()),
        html: Some("site".into()),
        text: Some("text".into()),
        json: Some("app".into()),
    };
    let Some(table) = root.table("outputs") else {
        return root.get("outputs").is_none().then_some(outputs);
    };
    table.only(&["directory", "templates", "jekyll", "html", "text", "json"]);
    if let Some(directory) = table.text("directory") {
        outputs.directory = directory.into();
    }
    if let Some(templates) = table.text("templates") {
        outputs.templates = templates.into();
    }
    if let Some(url) = table.table("html").and_then(|html| read_base_url(&html)) {
        outputs.base_url = Some(url);
    }
    let kinds = [
        ("jekyll", &mut outputs.jekyll),
        ("html", &mut outputs.html),
        ("text", &mut outputs.text),
        ("json", &mut outputs.json),
    ];
    for (kind, folder) in kinds {
        let Some(settings) = table.table(kind) else {
            continue;
        };
        let html_only: &[&str] = if kind == "html" { &["base-url"] } else { &[] };
        settings.only(&[&["path", "enabled"], html_only].concat());
        if let Some(path) = settings.text("path") {
            if crate::manifest::is_safe_path(path) {
                *folder = Some(path.to_owned());
            } else {
                let message = format!("`{path}` is no path below the output folder");
                let hint = "write names of letters, digits, `-`, `_` and `.` with `/` between them";
                let span = settings.get("path").map_or(0..0, |value| value.span());
                settings.fault("unsafe-path", message, span, hint);
            }
        }
        if settings.boolean("enabled") == Some(false) {
            *folder = None;
        }
    }
    if outputs.html.is_some() && outputs.html == outputs.jekyll {
        let of = |kind| table.table(kind).filter(|settings| settings.get("path").is_some());
        if let Some(settings) = of("jekyll").or_else(|| of("html")) {
            let message = "the HTML site and the pages for Jekyll have files of the same names, and \
                           would be in one folder";
            let hint = "give each its own `path`, or switch one off with `enabled = false`";
            let span = settings.get("path").map_or(0..0, |value| value.span());
            settings.fault("duplicate-permalink", message.into(), span, hint);
        }
    }
    Some(outputs)
}

fn read_base_url(html: &Table<'_>) -> Option<String> {
    let url = html.text("base-url")?;
    let sound = (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|c: char| c.is_whitespace() || "\"<>?#".contains(c));
    if !sound {
        let span = html.get("base-url").map_or(0..0, |value| value.span());
        let hint = "write the address of the site's root, such as `https://example.com`";
        html.fault("wrong-type", format!("`{url}` is no address of a site"), span, hint);
        return None;
    }
    Some(url.trim_end_matches('/').to_owned())
}

/// Reads a locale tag that stands at `span` of the table's file.
pub(crate) fn read_locale(table: &Table<'_>, tag: &str, span: Range<usize>) -> Option<Locale> {
    match Locale::parse(tag) {
        Ok(locale) => Some(locale),
        Err(LocaleError::NotCanonical(canonical)) => {
            let hint = format!("write `{canonical}`");
            table.fault(
                "locale-tag",
                format!("`{tag}` is not how this locale is written"),
                span,
                &hint,
            );
            None
        }
        Err(LocaleError::Malformed) => {
            let hint = "write a BCP 47 tag such as `ru`, `zh-Hant` or `pt-BR`";
            table.fault("locale-tag", format!("`{tag}` is no locale"), span, hint);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_file_is_enough() {
        let text = "[workspace]\nname = \"A\"\ndefault-locale = \"ru\"\n";
        let (workspace, found) = read_workspace(text);
        assert_eq!(found, []);
        let outputs = workspace.expect("a workspace").outputs;
        assert_eq!(outputs.html.as_deref(), Some("site"));
    }

    #[test]
    fn pages_of_two_kinds_do_not_share_a_folder() {
        let read = |outputs: &str| {
            let text = format!("[workspace]\nname = \"A\"\ndefault-locale = \"ru\"\n{outputs}");
            let told = |told: &Diagnostic| {
                let line = told.place.as_ref().map_or(0, |place| place.line);
                format!("{line} {}", told.rule)
            };
            read_workspace(&text).1.iter().map(told).collect::<Vec<_>>()
        };
        let jekyll = "[outputs.jekyll]\npath = \"site\"\n";
        assert_eq!(read(jekyll), ["5 duplicate-permalink"]);
        assert_eq!(read("[outputs.html]\npath = \"jekyll\"\n"), ["5 duplicate-permalink"]);
        assert!(read(&format!("{jekyll}enabled = false\n")).is_empty());
        assert!(read("[outputs.text]\npath = \"site\"\n").is_empty());
    }

    #[test]
    fn former_versions_are_numbers() {
        let text = "[workspace]\nname = \"A\"\ndefault-locale = \"ru\"\n\
                    [former-versions]\napp = 4\nless = -1\nwords = \"4\"\n";
        let (workspace, found) = read_workspace(text);
        assert_eq!(found.iter().map(|d| d.rule).collect::<Vec<_>>(), ["wrong-type"; 2]);
        let former = workspace.expect("a workspace").former_versions;
        assert_eq!(former, BTreeMap::from([("app".to_owned(), 4)]));
    }

    #[test]
    fn paths_can_not_leave_the_output_folder() {
        let text = "[workspace]\nname = \"A\"\ndefault-locale = \"ru\"\n\
                    [outputs.html]\npath = \"../x\"\n[outputs.text]\nenabled = false\n";
        let (workspace, found) = read_workspace(text);
        assert_eq!(found.iter().map(|d| d.rule).collect::<Vec<_>>(), ["unsafe-path"]);
        assert_eq!(workspace.expect("a workspace").outputs.text, None);
    }
}
