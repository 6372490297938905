//! The pages below a folder: which files are some, and what they say.

use std::fs;
use std::path::Path;

use ereje::locale::Locale;
use ereje_import::layout::{SITE_FILES, default_language};

use crate::failure::{Failure, reason};
use crate::import;

/// Endings of pages of Markdown.
const PAGES: [&str; 4] = ["md", "markdown", "mdown", "mdx"];

/// Endings of texts that are no Markdown, and could become some.
const OTHERS: [&str; 8] = ["html", "htm", "docx", "odt", "pdf", "rst", "adoc", "txt"];

/// Folders of tools and of what is made, never of what people write.
const SKIPPED: [&str; 12] = [
    "_data",
    "_includes",
    "_layouts",
    "_sass",
    "_site",
    "bower_components",
    "build",
    "dist",
    "node_modules",
    "target",
    "vendor",
    "venv",
];

/// More pages than any folder of policies has; who names the whole disk is told.
const MOST_PAGES: usize = 5_000;

/// So many files are looked at on the way.
const MOST_FILES: usize = 200_000;

/// So many folders above the pages may hold the settings of their site.
const ABOVE: usize = 3;

/// What is below a folder.
#[derive(Default)]
pub(in crate::import) struct Listed {
    /// Paths of pages, in order, with `/` between names.
    pub(in crate::import) paths: Vec<String>,
    /// What could not be looked at, with the reason.
    pub(super) unread: Vec<(String, String)>,
    /// How many texts are no Markdown.
    pub(super) others: usize,
    /// The first translation in XLIFF.
    pub(super) translation: Option<String>,
}

/// Lists the pages. Links to folders are not followed: they may lead in a circle.
pub(in crate::import) fn list(folder: &Path) -> Result<Listed, Failure> {
    let mut listed = Listed::default();
    let mut seen = 0;
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        let place = folder.join(&below);
        let entries = match fs::read_dir(&place) {
            Ok(entries) => entries,
            Err(error) if below.is_empty() => return Err(Failure::io("read", &place, &error)),
            Err(error) => {
                let why = format!("the folder can not be read: {}", reason(&error));
                listed.unread.push((below, why));
                continue;
            }
        };
        for entry in entries.filter_map(Result::ok) {
            seen += 1;
            if seen > MOST_FILES || listed.paths.len() > MOST_PAGES {
                let message = format!(
                    "{} holds more than {MOST_PAGES} pages or {MOST_FILES} files",
                    folder.display()
                );
                return Err(Failure::new(message).hint("name the folder that the policies are in"));
            }
            let name = entry.file_name();
            let shown = name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            let path =
                if below.is_empty() { shown.to_string() } else { format!("{below}/{shown}") };
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                if !SKIPPED.contains(&shown.as_ref()) {
                    folders.push(path);
                }
                continue;
            }
            let ending = Path::new(&name).extension().unwrap_or_default().to_ascii_lowercase();
            if ["xlf", "xliff"].iter().any(|known| ending == *known) {
                let first = listed.translation.get_or_insert_with(|| path.clone());
                if path < *first {
                    *first = path;
                }
            } else if OTHERS.iter().any(|known| ending == *known) {
                listed.others += 1;
            } else if PAGES.iter().any(|known| ending == *known) {
                if name.to_str().is_none() {
                    listed.unread.push((path, "its name is not UTF-8".to_owned()));
                } else if entry.path().is_file() {
                    listed.paths.push(path);
                } else {
                    let why = "it is a link that leads to no file".to_owned();
                    listed.unread.push((path, why));
                }
            }
        }
    }
    listed.paths.sort();
    listed.unread.sort();
    Ok(listed)
}

/// What the pages say; those that can not be read go to the others.
pub(super) fn read(folder: &Path, listed: &mut Listed) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in &listed.paths {
        let why = match import::read(&folder.join(path)) {
            Ok(Ok(text)) => {
                texts.push((path.clone(), text));
                continue;
            }
            Ok(Err(told)) => told.message.clone(),
            Err(failure) => failure.message,
        };
        listed.unread.push((path.clone(), why));
    }
    texts
}

/// The default language of the site that the folder belongs to, and the file that
/// names it.
pub(super) fn site(folder: &Path) -> Option<(Locale, String)> {
    let absolute = fs::canonicalize(folder).ok()?;
    absolute.ancestors().take(ABOVE).find_map(|above| {
        SITE_FILES.iter().find_map(|name| {
            let text = fs::read_to_string(above.join(name)).ok()?;
            Some((default_language(name, &text)?, (*name).to_owned()))
        })
    })
}
