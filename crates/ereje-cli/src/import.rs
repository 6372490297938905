//! `import`: a page of Markdown becomes a policy of the workspace, which is made
//! where there is none. What people wrote is never replaced.

mod compare;
mod lower;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::fact::Date;
use ereje::locale::{Locale, LocaleError};
use ereje::manifest::is_segment;
use ereje::manifest::read_manifest;
use ereje::workspace::WORKSPACE_FILE;
use ereje_import::{Imported, MAX_PAGE_BYTES, Wanted, import};

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::{clock, init, report, workspace};

/// Runs `import`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
) -> Result<ExitCode, Failure> {
    let policy = options.policy.as_str();
    if !is_segment(policy) || ["terms", "notice"].contains(&policy) {
        return Err(Failure::new(format!("`{policy}` can not be the name of a policy"))
            .hint("use letters, digits and hyphens, such as `privacy`"));
    }
    let locale = locale(&options.locale)?;
    let name = options.page.display().to_string();
    let text = match page(&options.page)? {
        Ok(text) => text,
        Err(diagnostic) => return Ok(refuse(&[*diagnostic])),
    };
    if options.verify {
        return compare::run(program, given, options, (&name, &text));
    }
    let root = match given {
        Some(given) => given.to_owned(),
        None => workspace::find(program, None).unwrap_or_else(|_| PathBuf::from(".")),
    };
    let manifest_path = format!("policies/{policy}/policy.toml");
    let known = |path: &str| fs::read_to_string(root.join(path)).ok();
    let fallback = known(&manifest_path)
        .and_then(|text| read_manifest(policy, &manifest_path, &text).0?.published)
        .unwrap_or_else(|| clock::today("UTC"));
    let wanted = Wanted {
        path: &name,
        text: &text,
        policy,
        locale: &locale,
        fallback,
        bottom: &init::bottom_line(&locale),
    };
    let Imported { manifest, texts, clauses, facts, mut told, published, .. } =
        match import(&wanted) {
            Ok(imported) => imported,
            Err(diagnostic) => return Ok(refuse(&[*diagnostic])),
        };
    let texts_path = format!("locales/{}/{policy}.ftl", locale.tag());
    let own = [(manifest_path, manifest), (texts_path, texts)];
    if own.iter().all(|(path, text)| known(path).as_deref() == Some(text)) {
        outln!("nothing to do: `{policy}` says the same already");
        return Ok(ExitCode::SUCCESS);
    }
    if let Some((path, _)) =
        own.iter().find(|(path, _)| fs::symlink_metadata(root.join(path)).is_ok())
    {
        let message = format!(
            "{} is there already with other text, and nothing is overwritten",
            root.join(path).display()
        );
        return Err(
            Failure::new(message).hint("choose another --policy, or move what is there away first")
        );
    }
    let is_new = !root.join(WORKSPACE_FILE).exists();
    let mut files: Vec<(String, String)> = own.into();
    for (path, text) in init::surroundings(policy, &locale, is_new) {
        if fs::symlink_metadata(root.join(&path)).is_err() {
            files.push((path, text));
        }
    }
    if !init::has_starter(&locale) && files.iter().any(|(path, _)| path.ends_with("/notice.ftl")) {
        let path = format!("locales/{}/notice.ftl", locale.tag());
        let message =
            format!("there are no sentences around the text in `{locale}`: they are English");
        told.push(
            Diagnostic::warning("import-notice", path, message)
                .hint("translate the file before you publish"),
        );
    }
    lower::apply(&root, (policy, &locale), is_new, &mut files, &mut told);
    sort(&mut told);
    report::tell(&told, options.format);
    if options.format == Format::Human {
        summary(program, given, options, &(clauses, facts, published), &files);
    }
    if !options.dry_run {
        write(&root, &files)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn summary(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    (clauses, facts, published): &(usize, usize, Date),
    files: &[(String, String)],
) {
    let counted = |number: usize, what: &str| {
        format!("{number} {what}{}", if number == 1 { "" } else { "s" })
    };
    outln!(
        "{} `{}` in {}: {}, {}, dated {published}",
        if options.dry_run { "would make" } else { "made" },
        options.policy,
        options.locale,
        counted(*clauses, "clause"),
        counted(*facts, "fact"),
    );
    for (path, _) in files {
        outln!("  {path}");
    }
    let place = given.map_or_else(String::new, |given| format!(" --workspace {}", given.display()));
    if options.dry_run {
        outln!("nothing was written; run it again without --dry-run");
    } else {
        outln!("next: {program} generate{place}");
    }
}

fn refuse(told: &[Diagnostic]) -> ExitCode {
    report::tell(told, Format::Human);
    errln!("nothing was written");
    ExitCode::FAILURE
}

fn locale(tag: &str) -> Result<Locale, Failure> {
    Locale::parse(tag).map_err(|error| match error {
        LocaleError::NotCanonical(canonical) => {
            Failure::new(format!("`{tag}` is not how this locale is written"))
                .hint(format!("write `{canonical}`"))
        }
        LocaleError::Malformed => Failure::new(format!("`{tag}` is no locale"))
            .hint("write a BCP 47 tag such as `ru`, `zh-Hant` or `pt-BR`"),
    })
}

/// What a page says; what is wrong with its bytes.
type Page = Result<String, Box<Diagnostic>>;

fn page(path: &Path) -> Result<Page, Failure> {
    let shown = path.display().to_string();
    let metadata = fs::metadata(path).map_err(|error| Failure::io("read", path, &error))?;
    if metadata.is_dir() {
        return Err(Failure::new(format!("{shown} is a folder")).hint("name a page of Markdown"));
    }
    if metadata.len() > MAX_PAGE_BYTES as u64 {
        let message = format!("the page has more than {} MB", MAX_PAGE_BYTES >> 20);
        return Ok(Err(Box::new(
            Diagnostic::error("import-page", shown, message).hint("cut it into several policies"),
        )));
    }
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    Ok(String::from_utf8(bytes).map_err(|error| Box::new(crate::inputs::not_utf8(&shown, &error))))
}

/// Writes all files, or none: what was written goes away again where one of
/// them can not be.
fn write(root: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let mut written: Vec<PathBuf> = Vec::new();
    let mut one = |path: &str, text: &str| -> Result<(), Failure> {
        let path = root.join(path);
        let parent = path.parent().unwrap_or(root);
        fs::create_dir_all(parent)
            .map_err(|error| Failure::io("make the folder", parent, &error))?;
        fs::File::create_new(&path)
            .and_then(|mut file| {
                written.push(path.clone());
                file.write_all(text.as_bytes())
            })
            .map_err(|error| Failure::io("write", &path, &error))
    };
    let failed = files.iter().find_map(|(path, text)| one(path, text).err());
    match failed {
        None => Ok(()),
        Some(failure) => {
            for path in written {
                // Each was made by this run.
                let _ = fs::remove_file(path);
            }
            Err(failure)
        }
    }
}

/// The files of a workspace as they would be, without what was generated.
fn held(root: &Path, files: &[(String, String)], is_new: bool) -> BTreeMap<String, Vec<u8>> {
    let mut held = BTreeMap::new();
    if !is_new && let Ok(settings) = fs::read(root.join(WORKSPACE_FILE)) {
        held.insert(WORKSPACE_FILE.to_owned(), settings);
    }
    for (path, text) in files {
        held.insert(path.clone(), text.clone().into_bytes());
    }
    // What the locale has already counts too.
    let folders: Vec<String> = files
        .iter()
        .filter_map(|(path, _)| path.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
        .filter(|folder| folder.starts_with("locales/"))
        .collect();
    for folder in folders {
        for name in ["terms.ftl", "notice.ftl"] {
            let path = format!("{folder}/{name}");
            if !held.contains_key(&path)
                && let Ok(bytes) = fs::read(root.join(&path))
            {
                held.insert(path, bytes);
            }
        }
    }
    held
}

/// Whether a diagnostic stops a run.
fn is_error(told: &Diagnostic) -> bool {
    told.level == Level::Error
}
