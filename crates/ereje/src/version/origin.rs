//! Where versions come from that were not released here: the revisions of pages
//! that `ereje import --history` replayed, in [`ORIGIN_FILE`] beside the
//! versions. What a page said of its own day stands there in its own words, also
//! where the version could not bear that day.

mod moment;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::quoted;
use crate::diagnostic::Diagnostic;
use crate::fact::Date;
use crate::locale::Locale;
use crate::settings::{Settings, Table};
use crate::version::is_version_name;
use crate::workspace::read_locale;
pub use moment::Moment;

/// The file in the folder of a policy that says where its versions come from.
pub const ORIGIN_FILE: &str = "history.toml";

/// The name of this format, as it stands in [`ORIGIN_FILE`].
const SCHEMA: &str = "ereje-origin/1";

const HINT: &str = "take the file back from your history, or import the past again elsewhere";

/// Where the versions of a policy come from: [`ORIGIN_FILE`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Whether there may have been earlier revisions, which a shallow clone lacks.
    pub is_shallow: bool,
    /// Each revision that touched a page, the first one first.
    pub revisions: Vec<Revision>,
}

/// A revision of the pages: a commit, or a file of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The version that was made of it; `None` where readers saw no other text.
    pub version: Option<String>,
    /// The full id of the commit, or the name of the file.
    pub revision: String,
    /// When it was committed, as `git log` tells; `None` of a file.
    pub committed: Option<Moment>,
    /// What the day was taken from that the version was published on; `None`
    /// where there is no version.
    pub dated_by: Option<DatedBy>,
    /// The pages that there were, by language.
    pub pages: BTreeMap<Locale, RevisionPage>,
}

/// What the day of a version was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatedBy {
    /// The line with the date on the page in the source language.
    Page,
    /// The front matter of that page.
    FrontMatter,
    /// The time of the commit.
    Commit,
    /// The name of the file.
    Name,
    /// The version before it: any day known of it is an earlier one.
    Before,
}

impl DatedBy {
    const ALL: [DatedBy; 5] =
        [DatedBy::Page, DatedBy::FrontMatter, DatedBy::Commit, DatedBy::Name, DatedBy::Before];

    /// Its name in [`ORIGIN_FILE`].
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DatedBy::Page => "page",
            DatedBy::FrontMatter => "front-matter",
            DatedBy::Commit => "commit",
            DatedBy::Name => "name",
            DatedBy::Before => "version-before",
        }
    }
}

/// A page of a revision, in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevisionPage {
    /// Where the page was, by `/`: below the repository or the folder.
    pub path: String,
    /// Whether its visible text, without the line with the date, differs from
    /// the revision before. True of the first one.
    pub changed: bool,
    /// The line with the date as it stands on the page.
    pub date_line: Option<String>,
    /// The day that the page says it is of.
    pub dated: Option<Date>,
    /// Whether that day stands in the front matter, and on no line of the page.
    pub dated_in_front_matter: bool,
    /// The line that says from when on the text holds, where that is another one.
    pub effective_line: Option<String>,
    /// The day that this line names.
    pub effective: Option<Date>,
    /// Why the page could not be read in this revision: it counts as unchanged.
    pub problem: Option<String>,
}

impl Origin {
    /// Reads [`ORIGIN_FILE`] at `path`.
    ///
    /// # Errors
    /// Everything that is wrong with it, if anything is.
    pub fn parse(path: &str, text: &str) -> Result<Origin, Vec<Diagnostic>> {
        let (origin, found) = Settings::read(path, text, |root| read(&root));
        match origin {
            Some(origin) if found.is_empty() => Ok(origin),
            _ => Err(found),
        }
    }

    /// The revision that a version was made of.
    #[must_use]
    pub fn of_version(&self, version: &str) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.version.as_deref() == Some(version))
    }

    /// The file: the same bytes for the same revisions.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(
            "# Where the versions of this policy come from, written by `ereje import --history`.\n",
        );
        line(&mut out, "schema", &quoted(SCHEMA));
        if self.is_shallow {
            line(&mut out, "shallow", "true");
        }
        for revision in &self.revisions {
            out.push_str("\n[[revision]]\n");
            if let Some(version) = &revision.version {
                line(&mut out, "version", &quoted(version));
            }
            line(&mut out, "revision", &quoted(&revision.revision));
            if let Some(moment) = revision.committed {
                line(&mut out, "committed", &moment.to_string());
            }
            if let Some(by) = revision.dated_by {
                line(&mut out, "dated-by", &quoted(by.name()));
            }
            for (locale, page) in &revision.pages {
                let _ = writeln!(out, "\n[revision.page.{locale}]");
                write_page(&mut out, page);
            }
        }
        out
    }
}

fn write_page(out: &mut String, page: &RevisionPage) {
    line(out, "path", &quoted(&page.path));
    line(out, "changed", if page.changed { "true" } else { "false" });
    if let Some(words) = &page.date_line {
        line(out, "date-line", &quoted(words));
    }
    if let Some(day) = page.dated {
        line(out, "dated", &day.to_string());
        let by = if page.dated_in_front_matter { DatedBy::FrontMatter } else { DatedBy::Page };
        line(out, "dated-by", &quoted(by.name()));
    }
    if let Some(words) = &page.effective_line {
        line(out, "effective-line", &quoted(words));
    }
    if let Some(day) = page.effective {
        line(out, "effective", &day.to_string());
    }
    if let Some(why) = &page.problem {
        line(out, "problem", &quoted(why));
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {value}");
}

fn read(root: &Table<'_>) -> Option<Origin> {
    if root.entries().next().is_none() {
        let message = "nothing stands in the file that says where versions come from".to_owned();
        root.fault("broken-origin", message, root.span(), HINT);
        return None;
    }
    root.only(&["schema", "shallow", "revision"]);
    if root.required("schema", &quoted(SCHEMA))? != SCHEMA {
        let span = root.get("schema").map_or(0..0, |value| value.span());
        let hint = "use a program that knows this version of the format";
        root.fault(
            "broken-origin",
            format!("the file is not of the format `{SCHEMA}`"),
            span,
            hint,
        );
        return None;
    }
    let revisions: Vec<_> = root.tables("revision").iter().map(read_revision).collect();
    let origin = Origin {
        is_shallow: root.boolean("shallow").unwrap_or(false),
        revisions: revisions.into_iter().collect::<Option<_>>()?,
    };
    Some(origin)
}

fn read_revision(table: &Table<'_>) -> Option<Revision> {
    table.only(&["version", "revision", "committed", "dated-by", "page"]);
    let version = table.text("version").map(str::to_owned);
    if let Some(name) = version.as_ref().filter(|name| !is_version_name(name)) {
        fault(table, "version", format!("`{name}` can not be the name of a version"));
    }
    let committed = table.get("committed").and_then(|value| {
        let moment = value.moment();
        if moment.is_none() {
            let message = "`committed` must be a time such as `2026-11-15T10:00:00Z`".to_owned();
            table.fault("wrong-type", message, value.span(), "");
        }
        moment
    });
    let dated_by = table.text("dated-by").and_then(|name| {
        let known = DatedBy::ALL.into_iter().find(|by| by.name() == name);
        if known.is_none() {
            fault(table, "dated-by", format!("`{name}` is nothing that a day is taken from"));
        }
        known
    });
    let mut pages = BTreeMap::new();
    if let Some(all) = table.table("page") {
        for (tag, span, _) in all.entries() {
            let page = all.table(tag).and_then(|page| read_page(&page));
            if let (Some(locale), Some(page)) = (read_locale(&all, tag, span), page) {
                pages.insert(locale, page);
            }
        }
    }
    let revision = table.required("revision", "\"…\"")?.to_owned();
    Some(Revision { version, revision, committed, dated_by, pages })
}

fn read_page(table: &Table<'_>) -> Option<RevisionPage> {
    let words = ["path", "date-line", "effective-line", "problem"];
    table.only(&[&words[..], &["changed", "dated", "dated-by", "effective"]].concat());
    let text = |key| table.text(key).map(str::to_owned);
    let by = table.text("dated-by");
    let is_known =
        [DatedBy::Page, DatedBy::FrontMatter].iter().any(|known| by == Some(known.name()));
    if let Some(by) = by.filter(|_| !is_known) {
        fault(table, "dated-by", format!("a page has its day from the page, not from `{by}`"));
    }
    if table.get("changed").is_none() {
        table.fault("missing-key", "`changed` is missing".into(), table.span(), HINT);
    }
    Some(RevisionPage {
        path: table.required("path", "\"…\"")?.to_owned(),
        changed: table.boolean("changed").unwrap_or(false),
        date_line: text("date-line"),
        dated: table.date("dated"),
        dated_in_front_matter: by == Some(DatedBy::FrontMatter.name()),
        effective_line: text("effective-line"),
        effective: table.date("effective"),
        problem: text("problem"),
    })
}

fn fault(table: &Table<'_>, key: &str, message: String) {
    let span = table.get(key).map_or(table.span(), |value| value.span());
    table.fault("broken-origin", message, span, HINT);
}
