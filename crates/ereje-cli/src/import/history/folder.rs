//! A folder of pages, each with its day in its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ereje::fact::Date;
use ereje::locale::Locale;
use ereje_import::MAX_PAGE_BYTES;

use super::source::{LOCALE, Page, Past, Revision, named, written};
use crate::failure::Failure;

/// Reads the pages of the folder; with `{locale}` in its name, of the folder of
/// each language.
pub(super) fn read(source: &str, locale: &Locale, others: &[Locale]) -> Result<Past, Failure> {
    let beside = match source.split_once(LOCALE) {
        Some((before, _)) if others.is_empty() => names(Path::new(before))?,
        Some((before, _)) => names(Path::new(before)).unwrap_or_default(),
        None => Vec::new(),
    };
    let found = beside.iter().filter_map(|name| Some((named(name)?, name.as_str())));
    let is_there = |name: &str| Path::new(&source.replace(LOCALE, name)).is_dir();
    let found: Vec<_> = found.filter(|(_, name)| is_there(name)).collect();
    let locales = written(locale, others, &found);
    let mut past = Past { is_shallow: false, revisions: Vec::new(), notes: Vec::new() };
    let mut by_name: BTreeMap<String, Vec<&(Locale, String)>> = BTreeMap::new();
    for locale in &locales {
        let folder = source.replace(LOCALE, &locale.1);
        for name in names(Path::new(&folder))? {
            let is_page = name.ends_with(".md") || name.ends_with(".markdown");
            match day(&name) {
                Some(_) if is_page => by_name.entry(name).or_default().push(locale),
                _ if is_page => past.notes.push(format!(
                    "{folder}/{name} is left out: there is no date such as `2017-12-12` in its name"
                )),
                _ => {}
            }
        }
    }
    if by_name.is_empty() {
        let message = format!("there is no page in {source} whose name has a date");
        let hint = "name the pages by their days, such as `2017-12-12.md`";
        return Err(Failure::new(message).hint(hint));
    }
    let mut names: Vec<String> = by_name.keys().cloned().collect();
    names.sort_by_cached_key(|name| natural(name));
    if let Some(pair) = names.windows(2).find(|pair| day(&pair[1]) < day(&pair[0])) {
        let message = format!(
            "the names do not tell the order: {} comes before {}, and its date is a later one",
            pair[0], pair[1]
        );
        let hint =
            "begin the names with the date, or with a running number in the order of the dates";
        return Err(Failure::new(message).hint(hint));
    }
    for name in &names {
        let mut pages = BTreeMap::new();
        for (locale, written) in &by_name[name] {
            let folder = source.replace(LOCALE, written);
            // Where it is within the folder that was named, on any machine.
            let within = source.find(LOCALE).map(|at| source[at..].replace(LOCALE, written));
            let path = within.map_or_else(|| name.clone(), |within| format!("{within}/{name}"));
            pages.insert(locale.clone(), page(&Path::new(&folder).join(name), path)?);
        }
        past.revisions.push(Revision {
            id: name.clone(),
            committed: None,
            named: day(name),
            pages,
        });
    }
    Ok(past)
}

fn page(place: &Path, path: String) -> Result<Page, Failure> {
    let metadata = fs::metadata(place).map_err(|error| Failure::io("read", place, &error))?;
    let unread = |why: &str| Ok(Page::Unread { path: path.clone(), why: why.to_owned() });
    if !metadata.is_file() {
        return unread("this is a folder");
    }
    if metadata.len() > MAX_PAGE_BYTES as u64 {
        return unread("the page is too large");
    }
    let bytes = fs::read(place).map_err(|error| Failure::io("read", place, &error))?;
    Ok(Page::Written { path, bytes })
}

fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).map_err(|error| {
        Failure::io("read", folder, &error).hint("name a folder of pages, or `git:PATH@REPOSITORY`")
    })?;
    let names = entries.filter_map(Result::ok).map(|entry| entry.file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// The first day in a name.
fn day(name: &str) -> Option<Date> {
    let starts = name.char_indices().map(|(at, _)| at);
    let whole = |at: &usize| !name[..*at].ends_with(|c: char| c.is_ascii_digit());
    starts.filter(whole).find_map(|at| Date::parse(name.get(at..at + 10)?))
}

/// A name in parts, so that numbers are in the order of what they count.
fn natural(name: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    for c in name.chars() {
        let digit = c.to_digit(10);
        match (parts.last_mut(), digit) {
            (Some((number, text)), Some(digit)) if text.is_empty() => {
                *number = number.saturating_mul(10).saturating_add(digit.into());
            }
            (_, Some(digit)) => parts.push((digit.into(), String::new())),
            (Some((_, text)), None) if !text.is_empty() => text.push(c),
            (_, None) => parts.push((u64::MAX, c.to_string())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_order_of_what_they_count() {
        let mut names = ["10-2020-01-10.md", "2-2020-01-02.md", "2020-02-01.2.md", "2020-02-01.md"];
        names.sort_by_cached_key(|name| natural(name));
        assert_eq!(names[..2], ["2-2020-01-02.md", "10-2020-01-10.md"]);
        assert_eq!(day("001-2024-04-17.md"), Date::parse("2024-04-17"));
        assert_eq!(day("privacy 2024-04-17 (2).md"), Date::parse("2024-04-17"));
        assert_eq!(day("12024-04-17.md"), None);
        assert_eq!(day("ё-2024-13-17.md"), None);
    }
}
