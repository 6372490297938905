//! One page of Markdown as a new policy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, sort};
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, read_manifest};
use ereje::workspace::WORKSPACE_FILE;
use ereje_check::check_permalinks;
use ereje_import::{Imported, Wanted, import};

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::plan::texts_path;
use crate::store::{create, is_taken};
use crate::{clock, init, report, typed, workspace};

/// Makes the policy, or compares the page with it.
pub(super) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
) -> Result<ExitCode, Failure> {
    let policy = options.policy.as_str();
    workspace::check_policy_name(policy)?;
    let locale = workspace::tag(&options.locale)?;
    let Some(page) = &options.page else {
        return Err(Failure::new("no page is named").hint("name a page of Markdown"));
    };
    let name = page.display().to_string();
    let text = match super::read(page)? {
        Ok(text) => text,
        Err(diagnostic) => return Ok(super::refuse(*diagnostic, options.format)),
    };
    if options.verify {
        return super::compare::run(program, given, options, (&name, &text));
    }
    let root = match given {
        Some(given) => given.to_owned(),
        None => workspace::find(program, None).unwrap_or_else(|_| PathBuf::from(".")),
    };
    if let Some(joined) =
        super::language::join(program, given, &root, options, (&locale, &name, &text))?
    {
        return Ok(joined);
    }
    let known = |path: &str| fs::read_to_string(root.join(path)).ok();
    let made = match make(&known, (policy, &locale), (&name, &text)) {
        Ok(made) => made,
        Err(diagnostic) => return Ok(super::refuse(*diagnostic, options.format)),
    };
    let Made { own, clauses, facts, published, mut told } = made;
    if own.iter().all(|(path, text)| known(path).as_deref() == Some(text)) {
        outln!("nothing to do: `{policy}` says the same already");
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(taken) = taken_address(&root, policy, &own[0]) {
        return Ok(super::refuse(taken, options.format));
    }
    // What an interrupted run has made already is not made again.
    let differs = |(path, text): &&(String, String)| {
        is_taken(&root.join(path)) && known(path).as_deref() != Some(text)
    };
    if let Some((path, _)) = own.iter().find(differs) {
        let path = root.join(path);
        let message = format!(
            "{} is there already with other text, and nothing is overwritten",
            path.display()
        );
        let hint = "an import makes a new policy: choose another --policy, or move the file away";
        return Err(Failure::new(message).hint(hint));
    }
    let is_new = !root.join(WORKSPACE_FILE).exists();
    let mut files: Vec<(String, String)> = own.into();
    let is_there = |path: &str| is_taken(&root.join(path));
    files.extend(around(&is_there, policy, &locale, is_new, &mut told));
    super::lower::apply(
        &root,
        (policy, std::slice::from_ref(&locale)),
        is_new,
        &mut files,
        &mut told,
    );
    sort(&mut told);
    report::tell(&told, options.format);
    if options.format == Format::Human {
        summary(program, given, options, &(clauses, facts, published), &files);
    }
    if !options.dry_run {
        files.retain(|(path, _)| !is_taken(&root.join(path)));
        super::in_order(&mut files);
        create(&root, &files)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// That a policy which is there has the address of a page already.
fn taken_address(root: &Path, policy: &str, (path, text): &(String, String)) -> Option<Diagnostic> {
    let mut manifests: Vec<(Manifest, String)> = Vec::new();
    for entry in fs::read_dir(root.join("policies")).ok()?.filter_map(Result::ok) {
        let Ok(id) = entry.file_name().into_string() else { continue };
        let Ok(text) = fs::read_to_string(entry.path().join("policy.toml")) else { continue };
        if id != policy {
            let path = format!("policies/{id}/policy.toml");
            manifests.extend(read_manifest(&id, &path, &text).0.map(|manifest| (manifest, text)));
        }
    }
    manifests.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    manifests.push((read_manifest(policy, path, text).0?, text.clone()));
    let (manifests, texts): (Vec<_>, Vec<_>) = manifests.into_iter().unzip();
    let text_of = |manifest: &Manifest| {
        let at = manifests.iter().position(|one| one.id == manifest.id);
        at.map_or("", |at| texts[at].as_str())
    };
    let found = check_permalinks(&manifests, text_of);
    let own = found.into_iter().find(|told| told.path == *path && super::is_error(told))?;
    Some(
        own.hint(
            "write another `permalink` in the front matter of the page, or in that policy.toml",
        ),
    )
}

/// A new policy as its files.
pub(super) struct Made {
    /// `policy.toml` and the texts: their paths, and what they say.
    pub(super) own: [(String, String); 2],
    pub(super) clauses: usize,
    pub(super) facts: usize,
    pub(super) published: Date,
    pub(super) told: Vec<Diagnostic>,
}

/// Makes a policy of a page. `known` reads a file of the workspace.
pub(super) fn make(
    known: &dyn Fn(&str) -> Option<String>,
    (policy, locale): (&str, &Locale),
    (name, text): (&str, &str),
) -> Result<Made, Box<Diagnostic>> {
    let manifest_path = format!("policies/{policy}/policy.toml");
    let fallback = known(&manifest_path)
        .and_then(|text| read_manifest(policy, &manifest_path, &text).0?.published)
        .unwrap_or_else(|| clock::today("UTC"));
    let bottom = init::bottom_line(locale);
    let wanted = Wanted { path: name, text, policy, locale, fallback, bottom: &bottom };
    let Imported { manifest, texts, clauses, facts, mut told, published, .. } = import(&wanted)?;
    if let Some(read) = read_manifest(policy, &manifest_path, &manifest).0 {
        let file = FtlFile::parse(texts_path(policy, locale), texts.clone());
        told.extend(super::compare::lost((&read, locale), &file, (name, text)));
    }
    let own = [(manifest_path, manifest), (texts_path(policy, locale), texts)];
    Ok(Made { own, clauses, facts, published, told })
}

/// The files around a policy in a language that are not there yet.
pub(super) fn around(
    is_there: &dyn Fn(&str) -> bool,
    name: &str,
    locale: &Locale,
    is_new: bool,
    told: &mut Vec<Diagnostic>,
) -> Vec<(String, String)> {
    let mut files = init::surroundings(name, locale, is_new);
    files.retain(|(path, _)| !is_there(path));
    let notice = files.iter().find(|(path, _)| path.ends_with("/notice.ftl"));
    if let Some((path, _)) = notice.filter(|_| !init::has_starter(locale)) {
        let message =
            format!("there are no sentences around the text in `{locale}`: they are English");
        told.push(
            Diagnostic::warning("import-notice", path, message)
                .hint("translate the file before you publish"),
        );
    }
    files
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
    let place = typed::in_workspace(given);
    if options.dry_run {
        outln!("nothing was written; run it again without --dry-run");
    } else {
        outln!("next: {program} generate{place}");
    }
}
