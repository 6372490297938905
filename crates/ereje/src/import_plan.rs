//! `import-plan.toml`: which pages of a folder become which policies in which
//! languages. A command proposes it, a person reads and changes it, and only then
//! it is carried out.

mod write;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::locale::Locale;
use crate::manifest::{is_policy_name, is_safe_path};
use crate::settings::{Settings, Table, Value};
use crate::workspace::read_locale;

/// What a plan is called where no other name is given.
pub const IMPORT_PLAN_FILE: &str = "import-plan.toml";

/// A plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// The folder of the pages, from that of the plan, or absolute.
    pub folder: String,
    /// The policies, in the order of the plan.
    pub policies: Vec<PlannedPolicy>,
    /// Pages that stay out, with the reason.
    pub left_out: Vec<(String, String)>,
}

/// A policy and its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPolicy {
    /// The id that it gets.
    pub id: String,
    /// Where that stands in the plan.
    pub place: Place,
    /// The language that it is written in first.
    pub source_locale: Locale,
    /// Its pages, in the order in which languages are offered to readers.
    pub pages: Vec<PlannedPage>,
    /// What whoever proposed it says of it: comments, which nobody reads back.
    pub notes: Vec<String>,
}

/// A page, and how it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPage {
    /// Its language.
    pub locale: Locale,
    /// Its path below the folder, with `/` between names.
    pub file: String,
    /// Where it lives, without slashes at the ends; nothing where the page says it,
    /// or the policy.
    pub permalink: Option<String>,
    /// Which pairs in doubt are taken.
    pub accept: PlannedAccept,
    /// Whether clauses without a text and texts without a clause are left out.
    pub partial: bool,
    /// Where it stands in the plan.
    pub place: Place,
}

/// Which pairs of clauses and texts are taken though they are in doubt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PlannedAccept {
    /// None.
    #[default]
    Nothing,
    /// All that are likely.
    Likely,
    /// Those of these clauses.
    Clauses(Vec<String>),
}

/// Reads a plan. The diagnostics say everything that is wrong; there is a plan when
/// nothing is.
#[must_use]
pub fn read_import_plan(path: &str, text: &str) -> (Option<ImportPlan>, Vec<Diagnostic>) {
    let (plan, mut found) = Settings::read(path, text, |root| {
        root.only(&["folder", "policy", "left-out"]);
        let folder = root.required("folder", "\"docs\"")?.to_owned();
        let tables = root.tables("policy");
        let policies: Vec<PlannedPolicy> = tables.iter().filter_map(policy).collect();
        if tables.is_empty() {
            let hint = "add `[[policy]]` with `id`, `source-locale` and `[policy.pages]`";
            root.fault("missing-key", "the plan has no policy".to_owned(), root.span(), hint);
        }
        let left_out = root.table("left-out").map(|table| left_out(&table)).unwrap_or_default();
        Some(ImportPlan { folder, policies, left_out })
    });
    if let Some(plan) = &plan {
        found.extend(mismatches(path, plan));
    }
    (plan.filter(|_| found.is_empty()), found)
}

fn left_out(table: &Table<'_>) -> Vec<(String, String)> {
    let mut left_out = Vec::new();
    for (file, _, value) in table.entries() {
        match value.text() {
            Some(why) => left_out.push((file.to_owned(), why.to_owned())),
            None => {
                let message = format!("the reason of `{file}` must be text in quotation marks");
                table.fault("wrong-type", message, value.span(), "");
            }
        }
    }
    left_out
}

fn policy(table: &Table<'_>) -> Option<PlannedPolicy> {
    table.only(&["id", "source-locale", "pages"]);
    let id = table.required("id", "\"privacy\"");
    let place = table.get("id").map_or_else(|| table.span(), |value| value.span());
    if let Some(id) = id.filter(|id| !is_policy_name(id)) {
        let message = format!("`{id}` can not be the name of a policy");
        let hint = "use letters, digits and hyphens, such as `privacy`; `terms` and `notice` are \
                    names of other files";
        table.fault("import-plan", message, place.clone(), hint);
    }
    let source = table.required("source-locale", "\"en\"").and_then(|tag| {
        let span = table.get("source-locale").map_or_else(|| table.span(), |value| value.span());
        language(table, tag, span)
    });
    let pages = table.table("pages");
    if table.get("pages").is_none() {
        let hint = "add `[policy.pages]` with a line such as `en = \"en/privacy.md\"`";
        table.fault("missing-key", "the policy has no pages".to_owned(), place.clone(), hint);
    }
    let pages = pages.map(|pages| {
        let entries = pages.entries();
        let pages: Vec<Option<PlannedPage>> = entries
            .map(|(tag, span, value)| {
                let locale = language(&pages, tag, span.clone());
                let page = page(&pages, tag, value);
                let place = pages.place(span.start..value.span().end);
                page.and_then(|page| Some(PlannedPage { locale: locale?, place, ..page }))
            })
            .collect();
        pages
    });
    let pages: Vec<PlannedPage> = pages?.into_iter().collect::<Option<_>>()?;
    if pages.is_empty() {
        let hint = "add a line such as `en = \"en/privacy.md\"`, or take the policy away";
        table.fault("missing-key", "the policy has no pages".to_owned(), place.clone(), hint);
    }
    let (id, source_locale) = (id?.to_owned(), source?);
    let place = table.place(place);
    Some(PlannedPolicy { id, place, source_locale, pages, notes: Vec::new() })
}

/// A locale whose language there is: a plan is typed by hand, and `kz` is a country.
fn language(table: &Table<'_>, tag: &str, span: Range<usize>) -> Option<Locale> {
    let locale = read_locale(table, tag, span.clone())?;
    if locale.script().is_none() {
        let message = format!("`{tag}` is no language that is known");
        let hint = "write the tag of a language, such as `kk` for Kazakh, not of a country";
        table.fault("locale-tag", message, span, hint);
        return None;
    }
    Some(locale)
}

/// A page, yet without its language.
fn page(table: &Table<'_>, tag: &str, value: Value<'_>) -> Option<PlannedPage> {
    // Both are put in by whoever knows them.
    let nowhere = Place::new("", 0..0);
    let none = Locale::parse("en").ok()?;
    let mut page = PlannedPage {
        locale: none,
        file: String::new(),
        permalink: None,
        accept: PlannedAccept::Nothing,
        partial: false,
        place: nowhere,
    };
    if let Some(file) = value.text() {
        file.clone_into(&mut page.file);
        return Some(page);
    }
    let Some(inner) = table.table_of("pages", value) else {
        let message = format!("the page of `{tag}` must be a path or a table");
        let hint = format!("write `{tag} = \"{tag}/privacy.md\"`");
        table.fault("wrong-type", message, value.span(), &hint);
        return None;
    };
    inner.only(&["file", "permalink", "accept", "partial"]);
    inner.required("file", "\"en/privacy.md\"")?.clone_into(&mut page.file);
    if let Some(given) = inner.text("permalink") {
        let link = given.trim_matches('/');
        if !is_safe_path(link) {
            let message = format!("`{given}` can not be the address of a page");
            let hint = "write a path such as `en/privacy`";
            inner.fault("import-plan", message, inner.get("permalink")?.span(), hint);
            return None;
        }
        page.permalink = Some(link.to_owned());
    }
    page.partial = inner.boolean("partial").unwrap_or(false);
    page.accept = accept(&inner)?;
    Some(page)
}

fn accept(table: &Table<'_>) -> Option<PlannedAccept> {
    let Some(value) = table.get("accept") else { return Some(PlannedAccept::Nothing) };
    if let Some(ids) = value.texts() {
        return Some(PlannedAccept::Clauses(ids));
    }
    match value.boolean() {
        Some(true) => Some(PlannedAccept::Likely),
        Some(false) => Some(PlannedAccept::Nothing),
        None => {
            let message = "`accept` must be `true` or a list of clauses such as `[\"contact\"]`";
            table.fault("wrong-type", message.to_owned(), value.span(), "");
            None
        }
    }
}

/// What does not fit together: policies and pages that are named more than once, and
/// choices that there are none of.
fn mismatches(path: &str, plan: &ImportPlan) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut tell = |place: &Place, message: String, hint: &str| {
        let mut told = Diagnostic::error("import-plan", path, message).hint(hint);
        told.place = Some(place.clone());
        found.push(told);
    };
    // Folders and files that differ in capitals alone are one on many systems.
    let mut ids: BTreeMap<String, &str> = BTreeMap::new();
    let mut files: BTreeMap<&str, (&str, &Locale)> = BTreeMap::new();
    for policy in &plan.policies {
        if let Some(other) = ids.insert(policy.id.to_lowercase(), &policy.id) {
            let message = match other == policy.id {
                true => format!("two policies of the plan are called `{other}`"),
                false => format!("`{}` and `{other}` differ in capitals alone", policy.id),
            };
            tell(
                &policy.place,
                message,
                "give one of them another id, or bring their pages together",
            );
        }
        for page in &policy.pages {
            let is_source = page.locale == policy.source_locale;
            if is_source && (page.partial || page.accept != PlannedAccept::Nothing) {
                let message = "the clauses are made of this page, so there is nothing to accept";
                let hint = "take `accept` and `partial` away, or write them for further languages";
                tell(&page.place, message.to_owned(), hint);
            }
            if let Some((id, locale)) = files.insert(&page.file, (&policy.id, &page.locale)) {
                let message = format!("{} is the page of `{id}` in {locale} already", page.file);
                tell(&page.place, message, "leave it in one place");
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
