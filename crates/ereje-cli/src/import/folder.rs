//! `import FOLDER`: looks which policies a folder of pages holds, and writes a plan
//! that a person reads before anything is made of it.

pub(in crate::import) mod pages;

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::Diagnostic;
use ereje::import_plan::{IMPORT_PLAN_FILE, ImportPlan};
use ereje::locale::Locale;
use ereje::workspace::{WORKSPACE_FILE, read_workspace};
use ereje_import::layout::{Asked, Page, Past, Proposal, propose};

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::store::replace;
use crate::{report, typed, workspace};

/// Looks at the folder and writes the plan.
pub(super) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    folder: &Path,
) -> Result<ExitCode, Failure> {
    refuse_options(options)?;
    let source = match options.locale.as_str() {
        "" => None,
        tag => Some(workspace::tag(tag)?),
    };
    let root = match given {
        Some(given) => Some(given.to_owned()),
        None => workspace::find(program, None).ok(),
    };
    let settings = root.and_then(|root| fs::read_to_string(root.join(WORKSPACE_FILE)).ok());
    let default = settings.and_then(|text| Some(read_workspace(&text).0?.default_locale));
    let mut listed = pages::list(folder)?;
    let texts = pages::read(folder, &mut listed);
    let site = pages::site(folder);
    let name = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let name = name.file_name().map(|name| name.to_string_lossy().into_owned());
    let asked = Asked {
        folder: name.as_deref().unwrap_or_default(),
        source: source.as_ref(),
        workspace: default.as_ref(),
        site: site.as_ref().map(|(locale, file)| (locale, file.as_str())),
    };
    let rows = texts.iter().map(|(path, text)| Page { path, text });
    let mut proposal = propose(&rows.collect::<Vec<_>>(), &asked);
    proposal.left_out.append(&mut listed.unread);
    proposal.left_out.sort();
    let again = Again { locale: source.as_ref(), workspace: given };
    if proposal.policies.is_empty() {
        return Err(nothing(program, folder, (&proposal, &again), &listed));
    }
    let path = options.plan.clone().unwrap_or_else(|| PathBuf::from(IMPORT_PLAN_FILE));
    let plan = ImportPlan {
        folder: seen_from(&path, folder),
        policies: proposal.policies.clone(),
        left_out: proposal.left_out.clone(),
    };
    let place = typed::in_workspace(given);
    let next = format!("{program} import --plan {}{place}", typed::word(&path));
    let text = plan.write(&about(folder, &proposal, &next));
    report::tell(&told(&path.display().to_string(), &proposal), options.format);
    if options.format == Format::Human {
        table(program, folder, (&proposal, texts.len(), listed.others), (&path, &again));
    }
    if options.dry_run {
        if options.format == Format::Human {
            outln!("no plan was written; run it again without --dry-run");
        }
        return Ok(ExitCode::SUCCESS);
    }
    let is_same = fs::read_to_string(&path).is_ok_and(|there| there == text);
    if !is_same && fs::symlink_metadata(&path).is_ok() && !options.replan {
        let message = format!("{} is there already, and nothing is overwritten", path.display());
        let hint = format!(
            "carry it out by `{next}`, write another one by --plan FILE, or write over it by --replan"
        );
        return Err(Failure::new(message).hint(hint));
    }
    if !is_same {
        replace(&path, text.as_bytes()).map_err(|error| Failure::io("write", &path, &error))?;
    }
    if options.format == Format::Human {
        let what = if is_same { "it stands already in" } else { "wrote" };
        outln!("{what} {}: read it, and change what is not right", path.display());
        outln!("next: {next}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Options that say what becomes of a page are in the plan.
fn refuse_options(options: &ImportArguments) -> Result<(), Failure> {
    for (option, is_given, hint) in [
        ("--policy", !options.policy.is_empty(), "ids are in the plan: change them there"),
        ("--verify", options.verify, "compare its pages one by one: `import PAGE --verify`"),
        ("--accept", options.accept.is_some(), "write `accept = true` for a page in the plan"),
        ("--partial", options.partial, "write `partial = true` for a page in the plan"),
    ] {
        if is_given {
            return Err(Failure::new(format!("{option} is for one page, not a folder")).hint(hint));
        }
    }
    Ok(())
}

/// Why there is nothing to propose.
fn nothing(
    program: &str,
    folder: &Path,
    (proposal, asked): (&Proposal, &Again<'_>),
    listed: &pages::Listed,
) -> Failure {
    let shown = folder.display();
    if !proposal.pasts.is_empty() {
        for past in &proposal.pasts {
            outln!("a past: {}", history(program, folder, past, asked));
        }
        let message = format!("{shown} holds revisions by their days, and no page of today");
        return Failure::new(message).hint("import each past by itself, by the commands above");
    }
    if let Some((path, why)) = proposal.left_out.first() {
        let rest = match proposal.left_out.len() - 1 {
            0 => String::new(),
            rest => format!("; nor of {rest} more"),
        };
        let message =
            format!("nothing can be made of the pages in {shown}: {path}, since {why}{rest}");
        let hint = if why.contains("language") {
            "name their language by --locale"
        } else {
            "name the folder that the policies are in, or one page with --policy and --locale"
        };
        return Failure::new(message).hint(hint);
    }
    let message = format!("there is no page of Markdown in {shown}");
    if let Some(path) = &listed.translation {
        return Failure::new(message).hint(format!(
            "translations come back one by one, such as `{program} import {}`",
            typed::word(&folder.join(path))
        ));
    }
    match listed.others {
        0 => Failure::new(message).hint("name the folder that the pages are in"),
        _ => Failure::new(message).hint(
            "turn its other documents into Markdown first, such as by `pandoc -t commonmark`",
        ),
    }
}

/// What was asked for, and counts for the commands that are told, too.
struct Again<'a> {
    locale: Option<&'a Locale>,
    workspace: Option<&'a Path>,
}

/// The command that imports a past.
fn history(program: &str, folder: &Path, past: &Past, asked: &Again<'_>) -> String {
    let place = if past.folder.is_empty() { folder.to_owned() } else { folder.join(&past.folder) };
    let id = past.id.as_deref().unwrap_or("ID");
    let locale = asked.locale.map(Locale::tag).or(past.language).unwrap_or("LOCALE");
    let workspace = typed::in_workspace(asked.workspace);
    let place = typed::word(&place);
    format!("{program} import --history {place} --policy {id} --locale {locale}{workspace}")
}

/// The comments at the top of the plan.
fn about(folder: &Path, proposal: &Proposal, next: &str) -> Vec<String> {
    let mut about = vec![
        format!(
            "What `ereje import {}` found, as a proposal. Read it, change what is not right, then \
             let it be carried out:\n  {next}\nUntil then nothing is made of it.",
            folder.display()
        ),
        "A policy has an id, a source locale (the language that it is written in first, and that \
         binds), and a page for each of its languages. Take policies and pages away as you like, \
         move them, give other ids. What can stand in place of a path:\n  \
         kk = { file = \"kk/privacy.md\", permalink = \"kk/privacy\" }  # where the page lives\n  \
         kk = { file = \"kk/privacy.md\", accept = [\"contact\"] }      # pairs in doubt that are right\n  \
         kk = { file = \"kk/privacy.md\", partial = true }            # leave out what has no counterpart"
            .to_owned(),
    ];
    about.extend(proposal.source.as_ref().map(|source| format!("{source}.")));
    about
}

/// What a person has to look at.
fn told(plan: &str, proposal: &Proposal) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    if let Some(source) = proposal.source.as_ref().filter(|source| source.is_guess) {
        let message = source.to_string();
        let hint = "say which language is written first by --locale, or change it in the plan";
        told.push(Diagnostic::warning("import-plan", plan, message).hint(hint));
    }
    let mut pages = proposal.policies.iter().flat_map(|policy| &policy.pages);
    let source = proposal.source.as_ref();
    if let Some(source) = source.filter(|source| pages.all(|page| page.locale != source.locale)) {
        let message = format!("no page is in `{}`", source.locale);
        let hint =
            "each policy begins in a language that it has: look at `source-locale` in the plan";
        told.push(Diagnostic::warning("import-plan", plan, message).hint(hint));
    }
    for (link, one, other) in &proposal.clashes {
        let message = format!("{one} and {other} have one address, `{link}`");
        let hint = "give one of them another `permalink` in the plan, or take it out";
        told.push(Diagnostic::warning("import-plan", plan, message).hint(hint));
    }
    told
}

/// So many lines of what is left out are shown.
const MOST_SHOWN: usize = 12;

fn table(
    program: &str,
    folder: &Path,
    (proposal, pages, others): (&Proposal, usize, usize),
    (plan, asked): (&Path, &Again<'_>),
) {
    let counted = |number: usize, what: &str, more: &str| {
        format!("{number} {}", if number == 1 { what } else { more })
    };
    let policies = &proposal.policies;
    outln!(
        "{}: {}, {}",
        folder.display(),
        counted(pages, "page", "pages"),
        counted(policies.len(), "policy", "policies")
    );
    let rows = policies.iter().map(|policy| {
        let tags: Vec<&str> = policy.pages.iter().map(|page| page.locale.tag()).collect();
        let first = policy.pages.first().map_or("", |page| page.file.as_str());
        (policy.id.as_str(), tags.join(", "), first)
    });
    let rows: Vec<(&str, String, &str)> = rows.collect();
    let wide = rows.iter().map(|(id, ..)| id.chars().count()).max().unwrap_or(0);
    let middle = rows.iter().map(|(_, tags, _)| tags.len()).max().unwrap_or(0);
    for (id, tags, first) in rows {
        outln!("  {id:wide$}  {tags:middle$}  {first}");
    }
    if let Some(source) = proposal.source.as_ref().filter(|source| !source.is_guess) {
        outln!("{source}");
    }
    if !proposal.left_out.is_empty() {
        outln!("left out:");
        let lines = left_out(&proposal.left_out);
        for line in lines.iter().take(MOST_SHOWN) {
            outln!("  {line}");
        }
        if lines.len() > MOST_SHOWN {
            outln!("  and more, all with their reasons in {}", plan.display());
        }
    }
    for past in &proposal.pasts {
        outln!("a past: {}", history(program, folder, past, asked));
    }
    if others > 0 {
        outln!("{} are no Markdown", counted(others, "other document", "other documents"));
    }
}

/// So many pages that are left out for one reason are named, each by itself.
const MOST_ALIKE: usize = 3;

/// What is left out, a line a page, or a reason where many have the same.
fn left_out(all: &[(String, String)]) -> Vec<String> {
    let mut by_reason: Vec<(&str, Vec<&str>)> = Vec::new();
    for (path, why) in all {
        match by_reason.iter_mut().find(|(known, _)| known == why) {
            Some((_, paths)) => paths.push(path),
            None => by_reason.push((why, vec![path])),
        }
    }
    let lines = by_reason.into_iter().flat_map(|(why, paths)| match paths.as_slice() {
        [first, ..] if paths.len() > MOST_ALIKE => {
            vec![format!("{first} and {} more: {why}", paths.len() - 1)]
        }
        _ => paths.iter().map(|path| format!("{path}: {why}")).collect(),
    });
    lines.collect()
}

/// The folder as the plan names it: from its own place, or as it was typed where that
/// is absolute.
fn seen_from(plan: &Path, folder: &Path) -> String {
    let own = plan.parent().filter(|own| !own.as_os_str().is_empty());
    let plain: PathBuf = folder.components().filter(|part| *part != Component::CurDir).collect();
    let relative = match own {
        None => Some(plain.clone()),
        Some(_) if folder.is_absolute() => None,
        Some(own) => between(own, folder),
    };
    let path = relative.unwrap_or(plain);
    let shown = path.to_string_lossy().replace('\\', "/");
    if shown.is_empty() { ".".to_owned() } else { shown }
}

/// The way from one folder to another.
fn between(from: &Path, to: &Path) -> Option<PathBuf> {
    let (from, to) = (fs::canonicalize(from).ok()?, fs::canonicalize(to).ok()?);
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    Some(up.chain(to.components().skip(shared)).collect())
}
