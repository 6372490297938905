//! The templates of a workspace, over the ones that are built in.

use std::collections::BTreeMap;

use ereje::diagnostic::{Diagnostic, nearest};
use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, ReportError, State, Tera};
use unicode_width::UnicodeWidthStr;

use crate::kramdown;

/// The built-in templates and style sheet, by file name.
pub const BUILT_IN: [(&str, &str); 18] = [
    ("base.html.tera", include_str!("../../../templates/base.html.tera")),
    ("dates.html.tera", include_str!("../../../templates/dates.html.tera")),
    ("dates.md.tera", include_str!("../../../templates/dates.md.tera")),
    ("feed.xml.tera", include_str!("../../../templates/feed.xml.tera")),
    ("history.html.tera", include_str!("../../../templates/history.html.tera")),
    ("history.md.tera", include_str!("../../../templates/history.md.tera")),
    ("home.html.tera", include_str!("../../../templates/home.html.tera")),
    ("index.html.tera", include_str!("../../../templates/index.html.tera")),
    ("language.html.tera", include_str!("../../../templates/language.html.tera")),
    ("language.md.tera", include_str!("../../../templates/language.md.tera")),
    ("moved.html.tera", include_str!("../../../templates/moved.html.tera")),
    ("policy.html.tera", include_str!("../../../templates/policy.html.tera")),
    ("policy.md.tera", include_str!("../../../templates/policy.md.tera")),
    ("policy.txt.tera", include_str!("../../../templates/policy.txt.tera")),
    ("redline.html.tera", include_str!("../../../templates/redline.html.tera")),
    ("redline.md.tera", include_str!("../../../templates/redline.md.tera")),
    ("report.html.tera", include_str!("../../../templates/report.html.tera")),
    (STYLE, include_str!("../../../templates/style.css")),
];

/// What designers read: each template, and what it can use.
pub const TEMPLATES_GUIDE: &str = include_str!("../../../templates/README.md");

const STYLE: &str = "style.css";
const SUFFIX: &str = ".tera";

/// Templates, ready to be filled in.
pub struct Templates {
    tera: Tera,
    style: String,
    /// Paths of the workspace's own templates by name, for diagnostics, with
    /// their text.
    own: BTreeMap<String, (String, String)>,
}

impl Templates {
    /// The built-in templates, replaced by those in `own`: file names in the
    /// folder of templates, with path and text.
    ///
    /// # Errors
    /// A diagnostic for what is no template, or is none that is used.
    pub fn new(own: &BTreeMap<String, (String, String)>) -> Result<Templates, Vec<Diagnostic>> {
        let mut found = Vec::new();
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        tera.register_filter("kramdown", |text: &str, _: Kwargs, _: &State<'_>| {
            let mut out = String::new();
            kramdown::escape(&mut out, text, false);
            out
        });
        tera.register_filter("underline", |text: &str, with: Kwargs, _: &State<'_>| {
            let sign = with.must_get::<&str>("with")?;
            Ok::<_, tera::Error>(sign.repeat(text.width()))
        });
        let mut style = String::new();
        let mut sources = Vec::new();
        for (path, text) in own.values() {
            // A page without a word would be published without a word.
            if path.ends_with(SUFFIX) && text.trim().is_empty() {
                let hint = "remove it, so that the built-in template counts again; or write it";
                let told = Diagnostic::error("template", path, "the template is empty");
                found.push(told.hint(hint));
            }
        }
        for (file, built_in) in BUILT_IN {
            let text = own.get(file).map_or(built_in, |(_, text)| text.as_str());
            if file == STYLE {
                text.trim().clone_into(&mut style);
            } else {
                sources.push((name_of(file), text));
            }
        }
        for (file, (_, text)) in own {
            let known = BUILT_IN.iter().any(|(name, _)| name == file);
            if !known && file.ends_with(SUFFIX) {
                // Parts that a workspace's own templates include.
                sources.push((name_of(file), text.as_str()));
            }
        }
        let own: BTreeMap<String, (String, String)> =
            own.iter().map(|(file, source)| (name_of(file).to_owned(), source.clone())).collect();
        if style.to_ascii_lowercase().contains("</style") {
            let path = own.get(STYLE).map_or(STYLE, |(path, _)| path);
            let message = "the style sheet contains `</style`, which would end it in the page";
            found.push(Diagnostic::error("template", path, message).hint("remove it"));
        }
        if let Err(error) = tera.add_raw_templates(sources.iter().map(|(n, t)| (*n, *t))) {
            let unknown = unknown(&error.to_string(), &own);
            if unknown.is_empty() {
                found.push(told(&error, "", &own));
            }
            found.extend(unknown);
        }
        if found.is_empty() { Ok(Templates { tera, style, own }) } else { Err(found) }
    }

    /// The style sheet.
    #[must_use]
    pub(crate) fn style(&self) -> &str {
        &self.style
    }

    /// Fills in the template `name`; the result has about `size` bytes.
    pub(crate) fn fill(
        &self,
        name: &str,
        values: &impl Serialize,
        size: usize,
    ) -> Result<Vec<u8>, Diagnostic> {
        self.values(name, values).and_then(|values| self.fill_with(name, &values, size))
    }

    /// Where the workspace's own template `name` is, or another one of its own that the
    /// page may be made of.
    pub(crate) fn own(&self, name: &str) -> Option<&str> {
        let (_, ending) = name.rsplit_once('.')?;
        let frame = format!("base.{ending}");
        let own = self.own.get(name).or_else(|| self.own.get(&frame));
        let like = |other: &&String| other.rsplit_once('.').is_some_and(|(_, of)| of == ending);
        let part = || self.own.keys().find(like).and_then(|name| self.own.get(name));
        own.or_else(part).map(|(path, _)| path.as_str())
    }

    /// Values as templates take them, for several of which `name` is one.
    pub(crate) fn values(
        &self,
        name: &str,
        values: &impl Serialize,
    ) -> Result<Context, Diagnostic> {
        Context::from_serialize(values).map_err(|error| told(&error, name, &self.own))
    }

    /// Fills in the template `name`; the result has about `size` bytes.
    pub(crate) fn fill_with(
        &self,
        name: &str,
        values: &Context,
        size: usize,
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut page = Vec::with_capacity(size);
        let filled = self.tera.render_to(name, values, &mut page);
        filled.map(|()| page).map_err(|error| told(&error, name, &self.own))
    }
}

fn name_of(file: &str) -> &str {
    file.strip_suffix(SUFFIX).unwrap_or(file)
}

const HINT: &str = "`ereje templates README.md` tells what a template can use";

/// An error of Tera at its place in the workspace's file.
fn told(
    error: &tera::Error,
    template: &str,
    own: &BTreeMap<String, (String, String)>,
) -> Diagnostic {
    let report: Option<&ReportError> = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let name = report.map_or(template, |report| report.filename());
    let source = own.get(name);
    let path = source.map_or_else(|| format!("built-in template {name}"), |(path, _)| path.clone());
    let message = match report {
        Some(report) => report.message().to_owned(),
        None => error.to_string().lines().next().unwrap_or_default().to_owned(),
    };
    let message = message.replace('\n', " ");
    let mut diagnostic = Diagnostic::error("template", path, lower_first(&message));
    if let (Some(report), Some((_, text))) = (report, source) {
        diagnostic = diagnostic.at(text, report.span().range.clone());
    }
    let known = BUILT_IN.iter().map(|(file, _)| name_of(file));
    match nearest(name, known) {
        Some(meant) if source.is_none() && meant != name => {
            diagnostic.hint(format!("did you mean `{meant}`?"))
        }
        _ => diagnostic.hint(HINT),
    }
}

/// Filters, tests and the like that do not exist. Of these Tera gives no places but
/// a report of all as text: what, `-->`, the template, a line and a column.
fn unknown(report: &str, own: &BTreeMap<String, (String, String)>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for one in report.split("error: ").skip(1) {
        let mut lines = one.lines();
        let message = lower_first(lines.next().unwrap_or_default());
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let Some((rest, column)) = place.and_then(|place| place.rsplit_once(':')) else { continue };
        let Some((name, line)) = rest.rsplit_once(':') else { continue };
        if !own.contains_key(name) {
            found.extend(missing_block(&message, name, own).filter(|told| !found.contains(told)));
            continue;
        }
        let (Some((path, text)), Ok(line), Ok(column)) =
            (own.get(name), line.parse::<usize>(), column.parse::<usize>())
        else {
            continue;
        };
        let before: usize = text.split_inclusive('\n').take(line.max(1) - 1).map(str::len).sum();
        let chars = text[before..].char_indices().chain([(text.len() - before, ' ')]);
        let start = before + chars.map(|(at, _)| at).nth(column.max(1) - 1).unwrap_or_default();
        let length = lines.map(|line| line.matches('^').count()).find(|length| *length > 0);
        let end = text.len().min(start + length.unwrap_or_default());
        let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
        let told = Diagnostic::error("template", path, message).at(text, start..end);
        found.push(told.hint(HINT));
    }
    found
}

/// A block of a built-in template that the workspace's own frame has no place for.
fn missing_block(
    message: &str,
    template: &str,
    own: &BTreeMap<String, (String, String)>,
) -> Option<Diagnostic> {
    let block = message.strip_prefix("block `")?.split('`').next()?;
    let (_, ending) = template.rsplit_once('.')?;
    let frame = format!("base.{ending}");
    let (path, _) = own.get(&frame)?;
    let message =
        format!("the block `{block}`, which built-in templates fill in, has no place here");
    let hint = format!(
        "add `{{% block {block} %}}{{% endblock {block} %}}` where the built-in {frame}{SUFFIX} has it"
    );
    Some(Diagnostic::error("template", path, message).hint(hint))
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
