//! What editors and pipelines read: it names what is there.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use support::{POLICY, Ran, Sandbox, TempDir, ereje, root, tools, tree};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a line `key = …` says, without brackets and quotation marks.
fn value(text: &str, key: &str) -> String {
    let start = format!("{key} = ");
    let line = text.lines().find_map(|line| line.strip_prefix(&start)).expect(key);
    line.replace(['[', ']', '"'], "")
}

#[test]
fn tools_of_mozilla_find_the_texts_of_this_repository() {
    let text = read(&root().join("l10n.toml"));
    let plan = read(&root().join("policies/kazkey-privacy/policy.toml"));
    let source = value(&plan, "source-locale");
    assert_eq!(value(&text, "reference"), format!("locales/{source}/*.ftl"));
    assert_eq!(value(&text, "l10n"), "locales/{locale}/*.ftl");
    let all = format!("{source}, {}", value(&text, "locales"));
    assert_eq!(all, value(&plan, "locales"), "l10n.toml has every translation");
}

#[test]
fn a_new_workspace_has_the_configuration_of_its_translations() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, locales, expected) in
        [("one", "", ""), ("two", "en,de", "en"), ("more", "de,ar,zh-Hant,de", "ar, zh-Hant")]
    {
        let dir = folder.path().join(name);
        let mut command = ereje();
        command.arg("init").arg(&dir).args(["--source-locale", "de"]);
        if !locales.is_empty() {
            command.args(["--locales", locales]);
        }
        let ran = Ran::of(command.output().expect("ereje runs"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let text = read(&dir.join("l10n.toml"));
        assert_eq!(value(&text, "locales"), expected);
        assert_eq!(value(&text, "reference"), "locales/de/*.ftl");
        assert!(!text.contains('@'), "{text}");
    }
    let mut command = ereje();
    command.arg("init").arg(folder.path().join("waiting")).args(["--locales", "en,sv"]);
    let told = Ran::of(command.output().expect("ereje runs")).stdout;
    let words =
        "to translate the one in `en`: ereje init --policy privacy --locales sv --workspace";
    assert!(told.contains(words), "{told}");
}

#[test]
fn hooks_and_the_action_run_what_there_is() {
    let hooks = read(&root().join(".pre-commit-hooks.yaml"));
    let entries: Vec<&str> =
        hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: ereje ")).collect();
    assert_eq!(entries, ["check", "check --locked"]);
    let action = read(&root().join("action.yml"));
    assert!(action.contains(" crates/ereje-cli ") && action.contains("/bin/ereje\" check"));
    let mut help = ereje();
    let help = Ran::of(help.args(["check", "--help"]).output().expect("ereje runs")).stdout;
    for option in ["--locked", "--format", "--workspace"] {
        assert!(help.contains(option), "{help}");
    }
}

#[cfg(unix)]
#[test]
fn the_action_does_what_its_inputs_say() {
    use std::os::unix::fs::PermissionsExt;
    if !tools(&["bash"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let program = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, text).expect("written");
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("set");
    };
    program("bin/cargo", "#!/bin/sh\npwd\nprintf '%s\\n' \"$@\"\n");
    program("temp/ereje/bin/ereje", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    let action = read(&root().join("action.yml"));
    let script = |name: &str| {
        let (_, step) = action.split_once(&format!("- name: {name}\n")).expect("the step");
        let step = step.split("\n    - name: ").next().expect("its lines");
        let (_, run) = step.split_once("run: ").expect("what it runs");
        run.trim_start_matches('|').to_owned()
    };
    let run = |name: &str, arguments: &str| {
        let paths = std::env::var("PATH").expect("PATH");
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script(name)])
            .current_dir(folder.path())
            .env("PATH", format!("{}/bin:{paths}", folder.path().display()))
            .env("RUNNER_TEMP", folder.path().join("temp"))
            .env("GITHUB_ACTION_PATH", root())
            .env("WORKSPACE", "legal texts")
            .env("ARGUMENTS", arguments);
        let ran = Ran::of(bash.output().expect("bash runs"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    // In its own folder: the one that is checked may ask rustup for another Rust.
    let installed = run("Install", "");
    let here = fs::canonicalize(&installed[0]).expect("a folder");
    assert_eq!(here, fs::canonicalize(root()).expect("a folder"), "{installed:?}");
    assert_eq!(installed[1], "install");
    let start = ["check", "--workspace", "legal texts", "--format", "github"];
    for (given, expected) in [
        ("", &[][..]),
        ("--locked", &["--locked"]),
        (" --locked  --locale de\n", &["--locked", "--locale", "de"]),
        ("--locked\n--locale de\n", &["--locked", "--locale", "de"]),
        ("$(pwd) ; *", &["$(pwd)", ";", "*"]),
    ] {
        assert_eq!(run("Check", given), [&start[..], expected].concat(), "{given:?}");
    }
}

#[test]
fn hooks_look_at_every_file_that_check_reads() {
    if !tools(&["grep"]) {
        return;
    }
    let hooks = read(&root().join(".pre-commit-hooks.yaml"));
    let patterns: Vec<&str> =
        hooks.lines().filter_map(|line| line.trim().strip_prefix("files: ")).collect();
    assert_eq!(patterns.len(), 2, "{hooks}");
    let sandbox = Sandbox::after_one();
    sandbox.write("profiles/own.toml", fs::read(root().join("profiles/eu-p2b.toml")).expect("it"));
    sandbox.edit(POLICY, "[facts]\n", "[notice]\nprofiles = [\"own\"]\n\n[facts]\n");
    let page = root().join("templates/policy.html.tera");
    sandbox.write("templates/policy.html.tera", fs::read(page).expect("it"));
    assert_eq!(sandbox.run(&["generate", "--draft"]).status, 0);
    sandbox.write("app/src/main.rs", "fn main() {}\n");
    let look = || {
        let ran = sandbox.run(&["check", "--locked"]);
        (ran.status, ran.stdout, ran.stderr)
    };
    let sound = look();
    assert_eq!(sound.0, 0, "{}", sound.2);
    // What anybody did to a file that tells `check` something is done in a commit that the hooks
    // look at, in a repository in whose subfolder the workspace is, too.
    let mut read_by_check = vec!["locales/ru/privacy.memory.toml".to_owned()];
    for (path, bytes) in tree(sandbox.path()) {
        sandbox.write(&path, [&bytes[..], b"\n{{ what is this?\n"].concat());
        if look() != sound {
            read_by_check.push(path.clone());
        }
        sandbox.write(&path, bytes);
    }
    for expected in ["SHA256SUMS", "version.toml", "own.toml", ".tera", ".sync.toml", "notice.ftl"]
    {
        assert!(read_by_check.iter().any(|path| path.ends_with(expected)), "{read_by_check:?}");
    }
    for pattern in patterns {
        let matches = |path: &str| {
            let mut grep = Command::new("grep");
            grep.args(["-E", "-q", "-e", pattern]).stdin(std::process::Stdio::piped());
            let mut grep = grep.spawn().expect("grep runs");
            let mut input = grep.stdin.take().expect("a pipe");
            input.write_all(path.as_bytes()).expect("written");
            drop(input);
            grep.wait().expect("it ends").success()
        };
        for path in &read_by_check {
            assert!(matches(path) && matches(&format!("legal/{path}")), "{pattern} misses {path}");
        }
        for path in ["app/src/main.rs", "dist/site/index.html", "README.md", "app/pyproject.toml"] {
            assert!(!matches(path), "{pattern} has {path}");
        }
    }
}

/// A block of commands of docs/publishing.md, by the words behind its fence.
fn block(fence: &str) -> String {
    let text = read(&root().join("docs/publishing.md"));
    let start = format!("```{fence}\n");
    let (_, rest) = text.split_once(&start).expect(fence);
    rest.split_once("\n```").expect("an end").0.to_owned() + "\n"
}

/// Runs commands in a workspace as a person would who has installed `ereje`.
fn shell(sandbox: &Sandbox, script: &str, target: &Path) -> Ran {
    let program = Path::new(env!("CARGO_BIN_EXE_ereje")).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    command.current_dir(sandbox.path()).arg("-c").arg(script);
    command.env("PATH", format!("{}:{path}", program.display())).env("TARGET", target);
    // Remotes that a person has set up are no part of this.
    command.env("RCLONE_CONFIG", "/dev/null").env("NO_COLOR", "1");
    Ran::of(command.output().expect("a shell runs"))
}

/// Everything that the indexes of a published folder name is there.
fn is_whole(target: &Path) -> usize {
    let read = |path: &str| -> serde_json::Value {
        serde_json::from_str(&read(&target.join(path))).expect("JSON")
    };
    let index = read("app/app/notices.json");
    let mut all = index["notices"].as_array().expect("notices").clone();
    let number = all.len();
    for file in index["files"].as_object().expect("files").values() {
        let file = read(&format!("app/app/{}", file.as_str().expect("a path")));
        all.extend(file["notices"].as_array().expect("notices").clone());
    }
    for notice in all {
        let (policy, version) = (notice["policy"].as_str(), notice["version"].as_str());
        let (policy, version) = (policy.expect("a policy"), version.expect("a version"));
        let file = target.join(format!("app/app/notices/{policy}/{version}.json"));
        assert!(file.is_file(), "{} is named and not there", file.display());
        for locale in notice["locales"].as_object().expect("languages").values() {
            for link in locale["links"].as_object().expect("links").values() {
                let Some(link) = link.as_str() else { continue };
                let page = target.join(link.trim_start_matches('/')).join("index.html");
                assert!(page.is_file(), "{} is named and not there", page.display());
            }
        }
    }
    number
}

/// What is put online is what was generated; a run that broke off leaves no index
/// that leads to nothing; a notice that was published is never replaced.
fn publishes(fence: &str, program: &str) {
    if !tools(&[program]) {
        return;
    }
    let script = block(fence);
    let sandbox = Sandbox::new();
    let promises = "id = \"use\"\npromises = [\"main-page-notice\", \"date-at-bottom\"]";
    sandbox.edit(POLICY, "id = \"use\"", promises);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.generate();
    let online = tempfile::tempdir().expect("a folder");
    let publish = |target: &TempDir, script: &str| shell(&sandbox, script, target.path());
    let all = |target: &TempDir| {
        let expected = sandbox.dist().into_iter().filter_map(|(path, bytes)| {
            let path = path.strip_prefix("site/").or(path.starts_with("app/").then_some(&*path));
            Some((path?.to_owned(), bytes))
        });
        assert_eq!(tree(target.path()), expected.collect(), "what is online is what was made");
    };
    for _ in 0..2 {
        let ran = publish(&online, &script);
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        all(&online);
    }
    is_whole(online.path());
    sandbox.set_days(30);
    sandbox.release("2026-03-01", "2026-03-15", &[]);
    // The text of the index before, and wherever the run breaks off.
    let command = format!("\n{program} ");
    let begins = script.match_indices(&command).map(|(at, _)| at + 1);
    let cuts: Vec<usize> = begins.chain([script.len()]).collect();
    assert!(cuts.len() >= 4, "{script}");
    let mut sizes = Vec::new();
    for cut in cuts {
        let copy = Sandbox::copy_of(online.path());
        let ran = shell(&sandbox, &script[..cut], copy.path());
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        sizes.push(is_whole(copy.path()));
    }
    assert!(sizes.first() < sizes.last(), "the new version is announced in the end: {sizes:?}");
    let ran = publish(&online, &script);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    all(&online);
    // A page moves: what never changes has its address in it.
    let line = "former-permalinks = [\"{product}/{locale}/privacy\"]\nslug = \"data\"\n";
    sandbox.edit(POLICY, "slug = \"privacy\"\n", line);
    let ran = publish(&online, &script);
    assert_ne!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    for script in [&block(&fence.replace("sh ", "sh moved ")), &script] {
        let ran = publish(&online, script);
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    }
    is_whole(online.path());
    let online_now = tree(online.path());
    for (path, bytes) in sandbox.dist() {
        let path = path.strip_prefix("site/").or(path.starts_with("app/").then_some(&*path));
        assert!(path.is_none_or(|path| online_now[path] == bytes), "{path:?}");
    }
    // Somebody wrote over what was published.
    let index = read(&online.path().join("app/app/notices.json"));
    let notice = online.path().join("app/app/notices/privacy/1.0.json");
    fs::write(&notice, "{}").expect("written");
    sandbox.set_days(31);
    sandbox.release("2026-04-01", "2026-04-15", &[]);
    let ran = publish(&online, &script);
    assert_ne!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(read(&online.path().join("app/app/notices.json")), index);
    // A promise that is not kept stops it before anything is put online.
    let before = tree(online.path());
    sandbox.edit("ereje.toml", "[workspace]", "[outputs.json]\nenabled = false\n[workspace]");
    let ran = publish(&online, &script);
    assert!(ran.stderr.contains("promise-not-kept"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(tree(online.path()), before);
}

#[test]
fn a_static_host_gets_the_index_last() {
    publishes("sh static-host", "rsync");
}

#[test]
fn object_storage_gets_the_index_last() {
    publishes("sh object-storage", "rclone");
}

#[test]
fn the_workflow_refuses_before_it_publishes() {
    let workflow = block("yaml github-pages");
    let at = |step: &str| workflow.find(step).unwrap_or_else(|| panic!("no {step}"));
    let steps =
        ["check --locked", "ereje verify", "generate --locked", "jekyll-build", "deploy-pages"];
    assert!(steps.map(at).is_sorted(), "{workflow}");
}
