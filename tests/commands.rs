//! The command line itself: help, version, completions, usage.
#![allow(clippy::disallowed_methods, reason = "tests of programs")]

mod support;

use support::{Ran, Sandbox, ereje};

fn run(arguments: &[&str]) -> Ran {
    Ran::of(ereje().args(arguments).output().expect("ereje runs"))
}

#[test]
fn help_and_version_are_told() {
    let help = run(&["--help"]);
    assert_eq!(help.status, 0);
    for command in ["generate", "init", "completions"] {
        assert!(help.stdout.contains(command), "{}", help.stdout);
        assert_eq!(run(&[command, "--help"]).status, 0);
    }
    assert!(run(&["--version"]).stdout.starts_with("ereje "));
}

#[test]
fn every_shell_has_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]);
        assert_eq!(script.status, 0, "{shell}: {}", script.stderr);
        assert!(script.stdout.contains("generate"), "{shell}");
    }
}

#[test]
fn what_was_meant_is_suggested() {
    let typo = run(&["genrate"]);
    assert_eq!(typo.status, 2);
    assert!(typo.stderr.contains("generate"), "{}", typo.stderr);
    let nobody = Sandbox::new().run(&["generate", "--policy", "privcy"]);
    assert_eq!(nobody.status, 2);
    assert!(nobody.stderr.contains("there is no policy `privcy`"), "{}", nobody.stderr);
    assert!(nobody.stderr.contains("did you mean `privacy`?"), "{}", nobody.stderr);
    for command in [&["generate", "--policy", "x"][..], &["verify", "x"], &["log", "x"]] {
        let told = Sandbox::new().run(command).stderr;
        assert_eq!(told, "error: there is no policy `x`\n  help: there is `privacy`\n");
    }
    let told = Sandbox::new().run(&["status", "--locale", "de"]).stderr;
    assert!(told.contains("help: there are `en`, `ru`"), "{told}");
}

/// A name that a command does not take as it is typed is most often that of a policy.
#[test]
fn a_name_without_its_option_is_told_what_to_type() {
    let sandbox = Sandbox::new();
    for (typed, instead) in [
        (&["check", "cookies"][..], "check --policy cookies"),
        (&["--workspace", ".", "status", "cookies"], "status --policy cookies"),
        (&["generate", "de"], "generate --locale de"),
        (&["serve", "locales/de/cookies.ftl"], "serve --policy cookies --locale de"),
        (&["watch", "."], "watch --workspace ."),
        (&["notice", "cookies"], "notice preview cookies"),
        (&["history", "cookies"], "history report cookies"),
        (&["import", "a.xlf", "b.xlf"], "import b.xlf"),
    ] {
        let ran = sandbox.run(typed);
        let hint = format!("\n  help: write `ereje {instead}`");
        assert_eq!(ran.status, 2, "{typed:?}");
        assert!(ran.stderr.contains(&hint), "{typed:?}: {}", ran.stderr);
        assert_eq!(ran.stderr.lines().count(), 2, "{}", ran.stderr);
    }
    // What the parser knows it tells itself.
    let slip = sandbox.run(&["check", "explian"]);
    assert!(slip.stderr.contains("'explain'"), "{}", slip.stderr);
    let option = sandbox.run(&["status", "--polcy", "cookies"]);
    assert!(option.stderr.contains("'--policy'"), "{}", option.stderr);
}

#[test]
fn a_new_workspace_keeps_its_pages_out_of_git() {
    let init = |folder: &std::path::Path| {
        let mut command = ereje();
        command.args(["init", "new", "--locales", "en"]).current_dir(folder);
        let ran = Ran::of(command.output().expect("ereje runs"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout
    };
    let sandbox = Sandbox::new();
    let told = init(sandbox.path());
    assert!(told.contains("its .gitignore keeps the finished pages in dist out of git"), "{told}");
    let ignored = sandbox.read("new/.gitignore");
    assert!(ignored.lines().any(|line| line == "/dist/"), "{ignored}");
    // What a person wrote stays, and is asked to name the pages where it does not.
    for (own, is_asked) in [("node_modules\n", true), ("node_modules\n/dist\n", false)] {
        let sandbox = Sandbox::new();
        sandbox.write("new/.gitignore", own);
        let told = init(sandbox.path());
        assert_eq!(told.contains("have it name /dist/"), is_asked, "{told}");
        assert_eq!(sandbox.read("new/.gitignore"), own);
    }
}

/// What translators are told to type works in the languages that are there.
#[test]
fn the_guide_for_translators_is_of_its_workspace() {
    let sandbox = Sandbox::new();
    let init = |folder: &str, locales: &str| {
        let arguments = ["init", folder, "--policy", "cookies", "--locales", locales];
        let ran = Ran::of(
            ereje().args(arguments).current_dir(sandbox.path()).output().expect("ereje runs"),
        );
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        sandbox.read(&format!("{folder}/locales/README.md"))
    };
    let guide = init("three", "en,de,ar");
    for line in [
        "such as `en` or `de`. In it:",
        "ereje status --locale de",
        "ereje confirm cookies de contact",
        "ereje init --locales cs",
    ] {
        assert!(guide.contains(line), "{line}\n{guide}");
    }
    let guide = init("one", "en");
    assert!(guide.contains("ereje status --locale cs"), "{guide}");
    let is_open = |word: &&str| word.starts_with('@') && word.ends_with('@');
    assert!(!guide.split(['`', ' ', '\n']).any(|word| is_open(&word)), "{guide}");
    // Texts lead to it, as seen from the workspace.
    assert!(sandbox.read("one/locales/en/cookies.ftl").contains("explained in locales/README.md"));
}

/// A new workspace in the folder `new`.
fn init(sandbox: &Sandbox, source: &str, locales: &str) -> Ran {
    sandbox.run(&["init", "new", "--source-locale", source, "--locales", locales])
}

/// Most countries have no starter text of their own, and their languages have one.
#[test]
fn a_country_begins_with_the_text_of_its_language() {
    let sandbox = Sandbox::new();
    let init = |source: &str, locales: &str| init(&sandbox, source, locales);
    let ran = init("pt-BR", "pt-BR,en-GB,zh-TW,en-GB,sr");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for line in [
        "the policy `privacy` in pt-BR, en-GB, zh-TW\n",
        "the text in `zh-TW` is the one in `zh-Hant`",
        "to translate the one in `pt-BR`: ereje init --policy privacy --locales sr --workspace new\n",
    ] {
        assert!(ran.stdout.contains(line), "{line}\n{}", ran.stdout);
    }
    let new = sandbox.path().join("new");
    for arguments in [&["check"][..], &["generate"], &["status", "--require-complete"]] {
        let mut command = ereje();
        let ran = Ran::of(command.args(arguments).current_dir(&new).output().expect("ereje runs"));
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{arguments:?}");
    }
    assert!(sandbox.read("new/dist/text/example/en-GB/privacy.txt").contains("We"));
    std::fs::remove_dir_all(&new).expect("a folder to remove");
    let refused = init("en", "en,,de");
    refused.refused(2, "names no language");
    let refused = init("sr", "sr");
    refused.refused(2, "there is no starter text in `sr`");
    assert!(refused.stderr.contains("ereje import page.md --locale sr"), "{}", refused.stderr);
    assert!(init("de", "de, en").stdout.contains("`privacy` in de, en\n"));
}

#[test]
fn a_workspace_gets_a_further_policy() {
    let sandbox = Sandbox::new();
    let before = ["ereje.toml", "policies/privacy/policy.toml", "locales/ru/notice.ftl"];
    let before = before.map(|path| (path, sandbox.read(path)));
    sandbox.refuses(&["init"], 2, "has a policy `privacy`");
    let ran = sandbox.run(&["init", "--policy", "terms-of-use"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = "added the policy `terms-of-use` in en, ru; its text is one to begin with\n";
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
    for (path, text) in before {
        assert_eq!(sandbox.read(path), text, "{path}");
    }
    let product = |path: &str| {
        let text = sandbox.read(path);
        text.lines().find(|line| line.starts_with("product = ")).map(str::to_owned)
    };
    let both = ["privacy", "terms-of-use"].map(|id| product(&format!("policies/{id}/policy.toml")));
    assert_eq!(both[0], both[1]);
    // What is named otherwise there is said.
    for tag in ["en", "ru"] {
        let path = format!("locales/{tag}/terms.ftl");
        assert!(ran.stdout.contains(&format!("{path} has no `-product`")), "{}", ran.stdout);
        let terms = sandbox.read(&path);
        sandbox.write(&path, format!("{terms}\n-product = Orchard\n"));
    }
    assert_eq!(sandbox.run(&["check"]).status, 0);
    let ran = sandbox.run(&["generate"]);
    assert!(ran.stdout.contains("(2 policies in 2 languages)"), "{}{}", ran.stdout, ran.stderr);
    // A language of its own is added to what others use.
    let options = ["--policy", "cookies", "--locales", "de, sv", "--workspace", "."];
    sandbox.refuses(&[&["init", "elsewhere"], &options[..]].concat(), 2, "two folders are named");
    let ran = sandbox.run(&[&["init"], &options[..]].concat());
    assert!(ran.stdout.contains("`cookies` in en, de;"), "{}{}", ran.stdout, ran.stderr);
    assert!(sandbox.read("locales/de/notice.ftl").contains("language-name = Deutsch"));
    let begin = "ereje init --policy cookies --locales sv\n";
    assert!(ran.stdout.contains(begin), "{}", ran.stdout);
}

/// Terms that call themselves a privacy policy would be released so by somebody.
#[test]
fn only_a_privacy_policy_begins_as_one() {
    let sandbox = Sandbox::new();
    let all = "en,ar,de,es,fa,fr,he,hi,it,ja,kk,ko,nl,pl,pt,ru,th,tr,uk,zh-Hans,zh-Hant";
    let run = |arguments: &[&str]| {
        let mut command = ereje();
        command.args(arguments).current_dir(sandbox.at("new"));
        Ran::of(command.output().expect("ereje runs"))
    };
    assert_eq!(init(&sandbox, "en", all).status, 0);
    assert_eq!(run(&["init", "--policy", "terms-of-use"]).status, 0);
    let ran = run(&["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let ran = run(&["generate", "--policy", "terms-of-use"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    for (tag, title) in [("en", "Terms of use"), ("de", "Nutzungsbedingungen"), ("ja", "利用規約")]
    {
        let page = sandbox.read(&format!("new/dist/site/example/{tag}/terms-of-use/index.html"));
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
        let text = sandbox.read(&format!("new/locales/{tag}/terms-of-use.ftl"));
        assert!(!text.to_lowercase().contains("privacy"), "{text}");
    }
    // What a title is in other languages is not known, and waits for its translators.
    let ran = run(&["init", "--policy", "community-rules"]);
    let told = "its title is made of its name; translate it into ar, de, es, ";
    assert!(ran.stdout.contains(told), "{}", ran.stdout);
    assert!(
        sandbox.read("new/locales/en/community-rules.ftl").contains("\ntitle = Community rules\n")
    );
    let path = "new/locales/de/community-rules.ftl";
    let ran = run(&["check", "--policy", "community-rules", "--locale", "de"]);
    assert_eq!((ran.status, ran.stderr.matches("error[").count()), (1, 1), "{}", ran.stderr);
    assert!(ran.stderr.contains("take away the `# ` before its lines"), "{}", ran.stderr);
    sandbox.edit(path, "# title = Community rules", "title = Regeln");
    let ran = run(&["check", "--policy", "community-rules", "--locale", "de"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
}

/// A starter text in another script than that of the locale is none: readers of Latin
/// letters would be shown Cyrillic ones, or a page that runs from the wrong side.
#[test]
fn a_locale_in_another_script_has_no_starter_text() {
    let sandbox = Sandbox::new();
    let init = |source: &str, locales: &str| init(&sandbox, source, locales);
    init("kk-Arab", "kk-Arab").refused(2, "there is no starter text in `kk-Arab`");
    let ran = init("kk", "kk-Latn,fa-AF,zh-HK,zh-Latn,kk-KZ");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for line in [
        "the policy `privacy` in kk, fa-AF, zh-HK, kk-KZ\n",
        "the text in `zh-HK` is the one in `zh-Hant`",
        "init --policy privacy --locales kk-Latn --workspace new\n",
        "init --policy privacy --locales zh-Latn --workspace new\n",
    ] {
        assert!(ran.stdout.contains(line), "{line}\n{}", ran.stdout);
    }
    assert!(!sandbox.path().join("new/locales/kk-Latn").exists());
}

#[test]
fn a_policy_can_not_be_called_as_another_file_is() {
    // Where one were taken after all, nothing may come of it here.
    let sandbox = Sandbox::new();
    for (name, instead) in [("terms", "terms-of-use"), ("notice", "legal-notice")] {
        let ran = sandbox.run(&["init", "nowhere", "--policy", name]);
        ran.refused(2, "can not be the name of a policy");
        assert!(ran.stderr.contains(instead), "{}", ran.stderr);
    }
    // A file that somebody names is not what its policy is called.
    for (name, instead) in [
        ("privacy.md", "`privacy`"),
        ("Privacy.HTML", "`Privacy`"),
        ("docs/privacy.md", "`privacy`"),
        ("terms.md", "`terms-of-use`"),
        ("Privacy Policy.docx", "letters, digits and hyphens"),
    ] {
        for command in [&["init", "nowhere"][..], &["import", "--history", "old", "--locale", "en"]]
        {
            let ran = sandbox.run(&[command, &["--policy", name]].concat());
            ran.refused(2, &format!("`{name}` can not be the name of a policy"));
            assert!(ran.stderr.contains(instead), "{}", ran.stderr);
        }
    }
}

/// What is told to be typed next is one word a path, also where that has a space.
#[test]
fn a_command_that_is_told_can_be_copied() {
    let sandbox = Sandbox::new();
    let run = |arguments: &[&str]| {
        Ran::of(ereje().args(arguments).current_dir(sandbox.path()).output().expect("ereje runs"))
    };
    let ran = run(&["init", "мои тексты", "--source-locale", "en"]);
    assert!(ran.stdout.ends_with("generate --workspace \"мои тексты\"\n"), "{}", ran.stdout);
    sandbox.write("my page.md", "# Cookies\n\nThere are none.\n");
    let there = ["--policy", "cookies", "--locale", "en", "--workspace", "мои тексты"];
    let ran = run(&[&["import", "my page.md"][..], &there].concat());
    assert!(ran.stdout.ends_with("generate --workspace \"мои тексты\"\n"), "{}", ran.stdout);
    sandbox.write("meine seite.md", "# Cookies\n\nEs gibt keine.\n");
    let there = ["--policy", "cookies", "--locale", "de", "--accept", "--workspace", "мои тексты"];
    let ran = run(&[&["import", "meine seite.md"][..], &there].concat());
    assert!(ran.stdout.ends_with("generate --workspace \"мои тексты\"\n"), "{}", ran.stdout);
    let ran = run(&["status", "--workspace", "../no such"]);
    ran.refused(2, "there is no ereje.toml in ../no such");
    assert!(ran.stderr.ends_with("init \"../no such\"`\n"), "{}", ran.stderr);
}

/// A folder within a workspace is no place for another one.
#[test]
fn who_names_a_part_of_a_workspace_is_told_the_whole() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.at("new")).expect("a folder to make");
    for (here, given, whole) in [
        (".", "locales", "."),
        (".", "ereje.toml", "."),
        ("new", "../policies/privacy/policy.toml", ".."),
    ] {
        let mut command = ereje();
        command.args(["check", "--workspace", given]).current_dir(sandbox.at(here));
        let ran = Ran::of(command.output().expect("ereje runs"));
        ran.refused(2, &format!("there is no ereje.toml in {given}"));
        let hint = format!("name the folder of the workspace: `--workspace {whole}`\n");
        assert!(ran.stderr.ends_with(&hint), "{}", ran.stderr);
    }
}

#[test]
fn a_part_of_the_pages_is_told_as_what_it_is() {
    let sandbox = Sandbox::new();
    let of = |out: &str| {
        let ran = sandbox.run(&["generate", "--locale", "ru", "--out", out]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let (told, page) = ran.stdout.trim_end().split_once("; open ").expect("a page to open");
        let page = page.to_owned();
        assert!(sandbox.path().join(&page).is_file(), "{}", ran.stdout);
        (told.to_owned(), page)
    };
    let (told, page) = of("part");
    assert!(told.contains("(1 policy in 1 language) to "), "{told}");
    assert!(page.ends_with("/ru/privacy/index.html"), "{page}");
    // What is there already is counted, as its files are.
    assert_eq!(sandbox.run(&["generate", "--out", "whole"]).status, 0);
    let (told, page) = of("whole");
    assert!(told.contains("(1 policy in 2 languages) to "), "{told}");
    assert!(page.ends_with("site/index.html"), "{page}");
}

#[test]
fn the_output_folder_is_told_as_from_here() {
    let sandbox = Sandbox::new();
    let check = || {
        let mut command = ereje();
        command.args(["generate", "--check"]).current_dir(sandbox.path());
        Ran::of(command.output().expect("ereje runs"))
    };
    let told = check().stderr;
    assert!(told.ends_with("dist is not up to date: run `generate` without `--check`\n"), "{told}");
    sandbox.generate();
    let told = check().stdout;
    assert!(told.ends_with(" files in dist are as they would be written\n"), "{told}");
}
