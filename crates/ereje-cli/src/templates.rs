//! `templates`: the built-in ones listed, printed, and copied to begin one's own with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::{Level, nearest, sort};
use ereje_render::{BUILT_IN, TEMPLATES_GUIDE};

use crate::arguments::Format;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::store::replace;
use crate::terminal::wrap;
use crate::{plan, report, typed, workspace};

/// What the guide is called beside the templates.
const GUIDE: &str = "README.md";

/// How wide names are, whose a template is, and what it makes.
const WIDTHS: (usize, usize, usize) = (19, 15, 62);

/// Where a workspace keeps its own: the folder, and how it is called there.
struct Own {
    folder: PathBuf,
    named: String,
}

/// Runs `templates`. Outside of a workspace it knows those that are built in.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    names: &[String],
    copy: bool,
) -> Result<ExitCode, Failure> {
    let wanted: Vec<(&str, &str)> =
        names.iter().map(|name| built_in(program, name)).collect::<Result<_, _>>()?;
    match (wanted.as_slice(), copy) {
        ([], _) => list(program, own(program, given, false)?.as_ref()),
        ([(_, text)], false) => report::write(text),
        (_, false) => {
            return Err(Failure::new("one file at a time can be printed")
                .hint("name one, or have them all copied with --copy"));
        }
        (_, true) => {
            let Some(own) = own(program, given, true)? else { return Ok(ExitCode::FAILURE) };
            copied(program, &own, &wanted)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A built-in file, by its name or by what Tera calls it.
fn built_in(program: &str, name: &str) -> Result<(&'static str, &'static str), Failure> {
    let all = || BUILT_IN.iter().copied().chain([(GUIDE, TEMPLATES_GUIDE)]);
    // People complete paths.
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let is_it = |known: &str| known == file || known.strip_suffix(".tera") == Some(file);
    all().find(|(known, _)| is_it(known)).ok_or_else(|| {
        let hint = match nearest(file, all().map(|(known, _)| known)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("`{program} templates` lists them"),
        };
        Failure::new(format!("there is no built-in template `{name}`")).hint(hint)
    })
}

/// Where the workspace keeps its own, if there is one; none where its settings can not be
/// read, which is told. A command that writes needs one.
fn own(program: &str, given: Option<&Path>, writes: bool) -> Result<Option<Own>, Failure> {
    let root = match workspace::find(program, given) {
        Err(failure) if given.is_some() || writes => return Err(failure),
        Err(_) => return Ok(None),
        Ok(root) => root,
    };
    let (settings, mut found) = plan::workspace(&Inputs::scan(&root, ""));
    found.retain(|told| told.level == Level::Error);
    sort(&mut found);
    report::tell(&found, Format::Human);
    let named = settings.map(|settings| settings.outputs.templates);
    Ok(named.map(|named| Own { folder: root.join(&named), named }))
}

/// Tells of each what it makes and whether the workspace has its own.
fn list(program: &str, own: Option<&Own>) {
    let purposes: Vec<(&str, &str)> = TEMPLATES_GUIDE
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once(" | "))
        .take(BUILT_IN.len())
        .collect();
    let purpose = |file: &str| {
        let named = |names: &str| names.split("`, `").any(|one| one.trim_end_matches('`') == file);
        purposes.iter().find(|(names, _)| named(names)).map_or("", |(_, purpose)| purpose)
    };
    for (file, text) in BUILT_IN {
        let whose = match own.map(|own| fs::read(own.folder.join(file))) {
            Some(Ok(yours)) if yours == text.as_bytes() => "yours, the same",
            Some(Ok(_)) => "yours",
            Some(Err(_)) | None => "built in",
        };
        let plain = purpose(file).replace('`', "");
        let (of_names, of_owners, of_purposes) = WIDTHS;
        let mut before = (file, whose);
        for line in wrap(&plain, of_purposes) {
            let (file, whose) = std::mem::take(&mut before);
            outln!("{file:<of_names$}  {whose:<of_owners$}  {line}");
        }
    }
    let folder = own.map_or("templates", |own| own.named.as_str());
    outln!("\n`{program} templates FILE` prints a built-in one; with --copy it is put into");
    outln!("`{folder}` of the workspace, where it counts in place of the built-in one.");
    outln!("`{program} templates {GUIDE}` tells what each of them can use.");
}

/// Puts copies into the workspace's folder, or none where one would take the place of a
/// file.
fn copied(program: &str, own: &Own, wanted: &[(&str, &str)]) -> Result<(), Failure> {
    for (file, _) in wanted {
        let place = own.folder.join(file);
        if place.symlink_metadata().is_ok() {
            let shown = format!("{}/{file}", own.named);
            let hint = format!(
                "it stays as it is, and nothing was copied; to see what you changed: \
                 `{program} templates {file} | diff - {}`",
                typed::word(Path::new(&shown))
            );
            return Err(Failure::new(format!("{shown} is there already")).hint(hint));
        }
    }
    fs::create_dir_all(&own.folder).map_err(|e| Failure::io("make", &own.folder, &e))?;
    for (file, text) in wanted {
        let place = own.folder.join(file);
        replace(&place, text.as_bytes()).map_err(|e| Failure::io("write", &place, &e))?;
        outln!("wrote {}/{file}", own.named);
    }
    outln!("change it, and `{program} serve` shows each change; `{program} templates {GUIDE}`");
    outln!("tells what it can use. Remove a file, and the built-in one counts again.");
    Ok(())
}
