//! Files that are no page: what each of them is, and what to do with it instead.

use std::path::Path;

use ereje::diagnostic::Diagnostic;

/// What is told of a file whose name says that it is no page of Markdown.
pub(super) fn no_page(path: &Path) -> Option<Diagnostic> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    let (what, todo) = match ending.as_str() {
        "docx" | "odt" | "rtf" | "epub" => ("a text of a word processor", by_pandoc(path)?),
        "doc" | "pages" => ("a text of a word processor", "save it as .docx first".to_owned()),
        "pdf" => ("a PDF", "take the text that it was made from, saved as Markdown".to_owned()),
        "po" | "csv" | "json" => (
            "an export to read",
            "a translation comes back as XLIFF: `ereje export --format xliff`".to_owned(),
        ),
        "xlsx" | "xls" | "ods" => (
            "a table of a spreadsheet",
            "a translation comes back as XLIFF: `ereje export --format xliff`".to_owned(),
        ),
        "zip" | "mqxlz" | "sdlppx" | "sdlrpx" => (
            "a package of several files",
            "unpack it, and import what is in it; a translation comes back as XLIFF 2".to_owned(),
        ),
        "ftl" => (
            "a file of messages",
            "it is what an import makes: put it at locales/LOCALE/POLICY.ftl".to_owned(),
        ),
        _ => return None,
    };
    let message = format!("{what}, and no page of Markdown");
    Some(Diagnostic::error("import-page", path.display().to_string(), message).hint(todo))
}

fn by_pandoc(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let page = Path::new(name).with_extension("md");
    let typed = |name: &str| match name.contains(' ') {
        true => format!("\"{name}\""),
        false => name.to_owned(),
    };
    let (from, to) = (typed(name), typed(page.to_str()?));
    Some(format!("make one, such as by `pandoc {from} -t commonmark -o {to}`"))
}
