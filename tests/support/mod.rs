//! Running the real `ereje` on real folders.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "tests of files and programs")]

pub(crate) mod documents;
pub(crate) mod links;
pub(crate) mod pages;
pub(crate) mod past;
pub(crate) mod records;
pub(crate) mod running;
pub(crate) mod versions;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) use tempfile::TempDir;

/// The program under test.
pub(crate) fn ereje() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ereje"));
    command.env("NO_COLOR", "1");
    command
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Whether the tools are there; if not, says loudly what to do.
pub(crate) fn tools(needed: &[&str]) -> bool {
    let has = |tool: &str| match tool {
        folder if folder.contains('/') => root().join(folder).is_dir(),
        _ => {
            let paths = std::env::var_os("PATH").unwrap_or_default();
            std::env::split_paths(&paths).any(|folder| folder.join(tool).is_file())
        }
    };
    let missing: Vec<&str> = needed.iter().copied().filter(|tool| !has(tool)).collect();
    if missing.is_empty() {
        return true;
    }
    let told = format!(
        "SKIPPED a check by real tools: {} missing. checks/README.md tells how to install \
         them; .ci/run does it all",
        missing.join(", ")
    );
    assert!(std::env::var_os("EREJE_REQUIRE_TOOLS").is_none(), "{told}");
    // Not by a macro: the test runner would keep it to itself.
    let _ = writeln!(std::io::stderr(), "\n{told}");
    false
}

/// The plan of the small workspace's policy.
pub(crate) const POLICY: &str = "policies/privacy/policy.toml";

/// Where its released versions are.
pub(crate) const VERSIONS: &str = "policies/privacy/versions";

/// A first version, as anybody would release it.
pub(crate) const FIRST: [&str; 6] =
    ["release", "privacy", "--published", "2026-01-10", "--effective", "2026-02-01"];

/// What a run printed and how it ended.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        let status = output.status.code().unwrap_or(-1);
        Ran { status, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// What was told, as one text without the temporary folder's name.
    pub(crate) fn told(&self, folder: &Path) -> String {
        let all = format!("{}{}", self.stdout, self.stderr);
        all.replace(&folder.display().to_string(), "<workspace>")
    }

    /// Checks that the run was refused with one sentence that has these words.
    pub(crate) fn refused(&self, status: i32, words: &str) {
        let Ran { stderr, .. } = self;
        assert_eq!(self.status, status, "{words}: {stderr}");
        let errors: Vec<&str> = stderr.lines().filter(|line| line.starts_with("error")).collect();
        assert_eq!(errors.len(), 1, "{stderr}");
        assert!(errors[0].contains(words), "no “{words}” in: {stderr}");
        assert!(!stderr.contains("panicked"), "{stderr}");
    }
}

/// A workspace that a test may spoil.
pub(crate) struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    /// A small sound workspace: one policy with three clauses in two languages.
    pub(crate) fn new() -> Sandbox {
        let sandbox = Sandbox { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, text) in SMALL {
            sandbox.write(path, text);
        }
        sandbox
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(from: &Path) -> Sandbox {
        let sandbox = Sandbox { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, bytes) in tree(from) {
            sandbox.write(&path, bytes);
        }
        sandbox
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces text in a file; it must be there.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, text.replace(from, to));
    }

    pub(crate) fn remove(&self, path: &str) {
        let path = self.at(path);
        if path.is_dir() {
            fs::remove_dir_all(path).expect("removed");
        } else {
            fs::remove_file(path).expect("removed");
        }
    }

    /// Runs `ereje` in the workspace.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = ereje();
        command.current_dir(self.path()).args(arguments);
        Ran::of(command.output().expect("ereje runs"))
    }

    /// Generates, which must go well.
    pub(crate) fn generate(&self) -> Ran {
        let ran = self.run(&["generate"]);
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        ran
    }

    /// Releases the policy `privacy`, which must go well. Afterwards policy.toml
    /// bears no date, as the program asks for.
    pub(crate) fn release(&self, published: &str, effective: &str, more: &[&str]) -> Ran {
        let days = ["--published", published, "--effective", effective];
        let ran = self.run(&[&["release", "privacy"], &days[..], more].concat());
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        let plan = self.read(POLICY);
        let lines = plan.split_inclusive('\n').filter(|line| !line.starts_with("published = "));
        self.write(POLICY, lines.collect::<String>());
        ran
    }

    /// Gives the clause `use` another text in both languages, with a figure in
    /// it, so that the change is a material one.
    pub(crate) fn set_days(&self, days: u32) {
        for (locale, before, after) in [("en", "for", "days"), ("ru", "в течение", "дней")]
        {
            let path = format!("locales/{locale}/privacy.ftl");
            let text = self.read(&path);
            let line = text.lines().find(|line| line.starts_with("use = ")).expect("the clause");
            let start = line.split(" (").next().unwrap_or(line).trim_end_matches('.');
            let new = format!("{start} ({before} {days} {after}).");
            self.write(&path, text.replace(line, &new));
        }
    }

    /// The files of the released versions of `privacy`.
    pub(crate) fn versions(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.at(VERSIONS))
    }

    /// A workspace with version 1.0, and with a text that differs from it.
    pub(crate) fn after_one() -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.release("2026-01-10", "2026-02-01", &[]);
        sandbox.set_days(30);
        sandbox
    }

    /// What is in the folder of versions, hidden or not.
    pub(crate) fn entries(&self) -> BTreeSet<String> {
        let folder = fs::read_dir(self.at(VERSIONS)).into_iter().flatten();
        let names = folder.filter_map(Result::ok).map(|entry| entry.file_name());
        names.map(|name| name.to_string_lossy().into_owned()).collect()
    }

    /// Runs what must be refused with one sentence, and change nothing.
    pub(crate) fn refuses(&self, arguments: &[&str], status: i32, words: &str) -> Ran {
        let (before, entries) = (tree(self.path()), self.entries());
        let ran = self.run(arguments);
        ran.refused(status, words);
        let after = tree(self.path());
        let paths = before.keys().chain(after.keys());
        let changed: BTreeSet<&String> =
            paths.filter(|path| before.get(*path) != after.get(*path)).collect();
        assert!(changed.is_empty(), "{words}: {changed:?} changed");
        assert_eq!(self.entries(), entries, "{words}");
        ran
    }

    /// What was generated, without Ereje's own files.
    pub(crate) fn dist(&self) -> BTreeMap<String, Vec<u8>> {
        let own = |path: &String| path.starts_with(".ereje/");
        tree(&self.at("dist")).into_iter().filter(|(path, _)| !own(path)).collect()
    }
}

/// All files below a folder, by path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy();
                files.insert(name.replace('\\', "/"), bytes);
            }
        }
    }
    files
}

const SMALL: &[(&str, &str)] = &[
    ("ereje.toml", "[workspace]\nname = \"Small\"\ndefault-locale = \"en\"\n"),
    (
        "policies/privacy/policy.toml",
        "product = \"app\"\nslug = \"privacy\"\nsource-locale = \"en\"\nlocales = [\"en\", \"ru\"]\n\
         permalink = \"{product}/{locale}/{slug}\"\npublished = 2017-12-12\n\n\
         [facts]\nmail = { email = \"help@example.com\" }\n\n\
         [[clause]]\nid = \"intro\"\n\n[[clause]]\nid = \"use\"\n\n[[clause]]\nid = \"contact\"\n",
    ),
    (
        "locales/en/privacy.ftl",
        "title = Privacy policy\ndescription = How App treats your data\n\
         last-updated = **Last updated on { DATETIME($published) }**\n\
         intro = What { -app } does.\nuse = Why { -app } does it.\n    .heading = Use\n\
         contact = Write to <{ $mail }>.\n    .heading = Contact\n",
    ),
    ("locales/en/terms.ftl", "-app = App\n"),
    ("locales/en/notice.ftl", include_str!("notice.en.ftl")),
    (
        "locales/ru/privacy.ftl",
        "title = Политика конфиденциальности\ndescription = Как App обращается с данными\n\
         last-updated = **Обновлено { DATETIME($published) }**\n\
         intro = Что делает { -app }.\nuse = Зачем { -app } это делает.\n    .heading = Цели\n\
         contact = Пишите на <{ $mail }>.\n    .heading = Связь\n",
    ),
    ("locales/ru/terms.ftl", "-app = App\n"),
    ("locales/ru/notice.ftl", include_str!("notice.ru.ftl")),
];
