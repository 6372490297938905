//! What people get wrong: each mistake is told in one clear message, and what
//! was generated before stays as it was.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::Sandbox;

/// Spoils a sound workspace that was generated, generates again, and gives
/// what was told. The output must be as it was.
fn told(spoil: impl FnOnce(&Sandbox)) -> String {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let before = sandbox.dist();
    assert!(!before.is_empty());
    spoil(&sandbox);
    let ran = sandbox.run(&["generate"]);
    assert!(ran.status == 1 || ran.status == 2, "status {}: {}", ran.status, ran.stderr);
    assert_eq!(sandbox.dist(), before, "the output changed");
    ran.told(sandbox.path())
}

/// How many errors were told.
fn errors(told: &str) -> usize {
    told.lines().filter(|line| line.starts_with("error")).count()
}

#[track_caller]
fn assert_one(told: &str, parts: &[&str]) {
    assert_eq!(errors(told), 1, "{told}");
    for part in parts {
        assert!(told.contains(part), "no `{part}` in:\n{told}");
    }
}

const RU: &str = "locales/ru/privacy.ftl";
const PLAN: &str = "policies/privacy/policy.toml";

#[test]
fn a_workspace_without_policies() {
    assert_one(&told(|s| s.remove("policies")), &["no policies", "help: "]);
    assert_one(&told(|s| s.write("ereje.toml", "")), &["`[workspace]` is missing"]);
}

#[test]
fn no_workspace_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = support::ereje();
    let ran = support::Ran::of(
        command.current_dir(folder.path()).arg("generate").output().expect("runs"),
    );
    assert_eq!(ran.status, 2);
    assert_one(&ran.stderr, &["ereje.toml", "init"]);
}

#[test]
fn missing_folders_and_files() {
    assert_one(&told(|s| s.remove("locales/ru")), &["locale `ru`", "locales/ru"]);
    assert_one(&told(|s| s.remove(RU)), &["texts of `privacy` are missing", RU]);
    assert_one(&told(|s| s.remove("locales/ru/notice.ftl")), &["notice.ftl"]);
    assert_one(&told(|s| s.remove("locales")), &["no folder of locales"]);
}

#[test]
fn a_mistake_in_the_sentences_hides_none_in_the_texts() {
    let spoil = |sandbox: &Sandbox| {
        sandbox.remove("locales/ru/notice.ftl");
        sandbox.write(RU, sandbox.read(RU).replacen("title = ", "title = { $nothing }", 1));
    };
    let sandbox = Sandbox::new();
    spoil(&sandbox);
    for told in [told(spoil), sandbox.run(&["check"]).told(sandbox.path())] {
        assert_eq!(errors(&told), 2, "{told}");
        assert!(told.contains("$nothing") && told.contains("notice.ftl"), "{told}");
    }
}

#[test]
fn empty_file() {
    assert_one(&told(|s| s.write(RU, "")), &["no messages", RU]);
    assert_one(&told(|s| s.write(RU, "# nothing yet\n")), &["no messages", RU]);
}

#[test]
fn wrong_encodings() {
    let bom = told(|s| s.write(RU, format!("\u{feff}{}", s.read(RU))));
    assert_one(&bom, &["byte-order mark", &format!("{RU}:1:1")]);
    let utf16 = |s: &Sandbox| {
        let units = s.read(RU).encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        s.write(RU, [vec![0xff, 0xfe], units].concat());
    };
    assert_one(&told(utf16), &["UTF-16", "save it as UTF-8"]);
    let latin = |s: &Sandbox| s.write(RU, b"title = caf\xe9\n");
    assert_one(&told(latin), &["0xE9", &format!("{RU}:1:12")]);
}

#[test]
fn line_ends_of_windows_are_fine() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let before = sandbox.dist();
    for path in [RU, "locales/ru/notice.ftl", "locales/ru/terms.ftl", PLAN, "ereje.toml"] {
        sandbox.write(path, sandbox.read(path).replace('\n', "\r\n"));
    }
    sandbox.generate();
    assert_eq!(sandbox.dist(), before);
}

#[test]
fn a_huge_file() {
    let huge = told(|s| s.write(RU, "a = b\n".repeat(9_000_000)));
    assert_one(&huge, &["too large", RU]);
    let little = told(|s| s.write(RU, "a = b\n".repeat(1_400_000)));
    assert_one(&little, &["9 MiB, where 8 are the most", RU]);
}

#[test]
fn locales_that_are_none() {
    let plan = |tag: &'static str| move |s: &Sandbox| s.edit(PLAN, "\"ru\"", &format!("\"{tag}\""));
    assert_one(&told(plan("russian")), &["`russian` is no locale", "BCP 47", PLAN]);
    assert_one(&told(plan("RU")), &["write `ru`"]);
    let folder = told(|s| s.write("locales/zh_hant/privacy.ftl", ""));
    assert_one(&folder, &["locales/zh_hant", "zh-Hant"]);
}

#[test]
fn texts_that_nobody_asked_for() {
    let sandbox = Sandbox::new();
    sandbox.write("locales/fr/privacy.ftl", sandbox.read(RU));
    sandbox.write("locales/fr/notice.ftl", "");
    sandbox.write("locales/ru/privcy.ftl", "title = Title\n");
    sandbox.write("locales/fr/notes/privcy.ftl", "title = Title\n");
    for command in ["check", "generate"] {
        let ran = sandbox.run(&[command]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        for part in [
            "warning[unlisted-locale]: `privacy` does not list the locale `fr`",
            "--> locales/fr/privacy.ftl",
            "add `\"fr\"` to `locales` in policies/privacy/policy.toml",
            "warning[orphan-file]: there is no policy `privcy`",
            "--> locales/ru/privcy.ftl",
            "make policies/privcy/policy.toml, or remove the file",
            "2 warnings",
        ] {
            assert!(ran.stderr.contains(part), "{part}: {}", ran.stderr);
        }
    }
    sandbox.remove(RU);
    let misnamed = sandbox.run(&["check"]).stderr;
    assert!(misnamed.contains("is it `privacy`? call the file `privacy.ftl`"), "{misnamed}");
}

#[test]
fn paths_that_lead_away() {
    let slug =
        |slug: &'static str| move |s: &Sandbox| s.edit(PLAN, "\"privacy\"", &format!("\"{slug}\""));
    for away in ["../x", "/etc", "a/b", "..", "c:"] {
        assert_one(&told(slug(away)), &["part of an address", &format!("{PLAN}:2:8")]);
    }
    let link = |link: &'static str| {
        move |s: &Sandbox| s.edit(PLAN, "\"{product}/{locale}/{slug}\"", &format!("\"{link}\""))
    };
    for away in [
        "/{locale}/x",
        "../{locale}",
        "{locale}/../x",
        "{locale}//x",
        "{locale}/x/",
        "a\\\\{locale}",
    ] {
        assert_one(
            &told(link(away)),
            &["can not be the address of a page", &format!("{PLAN}:5:13")],
        );
    }
    assert_one(&told(link("{language}/x")), &["`{language}` means nothing"]);
    assert_one(
        &told(|s| s.edit(PLAN, "\"intro\"", "\"../intro\"")),
        &["can not be the id of a clause"],
    );
    let out = told(|s| {
        s.write("ereje.toml", s.read("ereje.toml") + "[outputs.html]\npath = \"../../x\"\n");
    });
    assert_one(&out, &["no path below the output folder"]);
}

/// Adds a second policy like the first, with another plan.
fn second_policy(s: &Sandbox, plan: &str) {
    s.write("policies/terms-of-use/policy.toml", plan);
    for locale in ["en", "ru"] {
        let text = s.read(&format!("locales/{locale}/privacy.ftl"));
        s.write(&format!("locales/{locale}/terms-of-use.ftl"), text);
    }
}

#[test]
fn one_product_written_in_two_ways() {
    let told = told(|s| {
        let plan = s.read(PLAN).replace("\"app\"", "\"App\"").replace("\"privacy\"", "\"terms\"");
        second_policy(s, &plan);
    });
    let words = ["the product `App` is `app` in the policy `privacy`", "write it alike in both"];
    assert_one(&told, &words);
}

#[test]
fn two_pages_with_one_address() {
    let same = told(|s| second_policy(s, &s.read(PLAN)));
    assert_eq!(errors(&same), 2, "{same}");
    assert!(same.contains("is also that of the policy `privacy`"), "{same}");
    let languages = told(|s| s.edit(PLAN, "{product}/{locale}/{slug}", "{product}/{slug}"));
    assert_one(&languages, &["put `{locale}` into `permalink`"]);
    let index = told(|s| s.edit(PLAN, "{product}/{locale}/{slug}", "{locale}"));
    assert_eq!(errors(&index), 2, "{index}");
    assert!(index.contains("is also the index of that language"), "{index}");
}

#[test]
fn terms_that_never_end() {
    let cycle = told(|s| s.write("locales/ru/terms.ftl", "-app = { -b }\n-b = { -app }\n"));
    assert_one(
        &cycle,
        &["`-app` contains itself: `-app` → `-b` → `-app`", "locales/ru/terms.ftl:1:2"],
    );
    let laughs = told(|s| {
        let mut terms = "-a0 = ha\n".to_owned();
        for level in 1..=30 {
            let below = format!("{{ -a{} }}", level - 1).repeat(10);
            terms.push_str(&format!("-a{level} = {below}\n"));
        }
        s.write("locales/ru/terms.ftl", terms + "-app = { -a30 }\n");
    });
    assert!(laughs.contains("Fluent stops at 100"), "{laughs}");
    assert_eq!(errors(&laughs), 2, "one for each message that uses it: {laughs}");
    // What can not be made a text of is not empty besides.
    let title = told(|s| {
        s.write("locales/ru/terms.ftl", "-app = { -b }\n-b = { -app }\n");
        let text = s.read(RU);
        let title = text.lines().find(|line| line.starts_with("title = ")).expect("a title");
        s.write(RU, text.replace(title, "title = { -app }"));
    });
    assert_one(&title, &["`-app` contains itself"]);
}

#[test]
fn merges_that_were_not_brought_to_their_end() {
    let marked = |s: &Sandbox, path: &str, line: &str| {
        let both = format!("<<<<<<< HEAD\n{line}\n=======\n{line} \n>>>>>>> other\n");
        s.edit(path, line, &both);
    };
    let text = told(|s| marked(s, RU, "    .heading = "));
    let parts = ["a merge has left its marks here", "keep one of the two texts", RU];
    assert_one(&text, &parts);
    assert!(!text.contains("--fix"), "marks are no text: {text}");
    assert_one(&told(|s| marked(s, PLAN, "slug = ")), &["a merge has left its marks", PLAN]);
    // The list of languages of Mozilla's tools makes no page, and is checked all the same.
    let sandbox = Sandbox::new();
    sandbox.write("l10n.toml", "basepath = \".\"\nlocales = [\"ru\"]\n");
    assert_eq!(sandbox.run(&["check"]).status, 0);
    marked(&sandbox, "l10n.toml", "locales = [\"ru\"]");
    let ran = sandbox.run(&["check"]);
    assert_eq!(ran.status, 1);
    assert_one(&ran.stderr, &["a merge has left its marks here", "l10n.toml:2"]);
    assert_eq!(sandbox.run(&["generate"]).status, 0);
}

#[test]
fn what_is_no_file() {
    let terms = "locales/ru/terms.ftl";
    let folder = told(|s| {
        s.remove(terms);
        std::fs::create_dir(s.at(terms)).expect("a folder");
    });
    assert_one(&folder, &["this is no file", terms]);
    #[cfg(unix)]
    {
        let link = told(|s| {
            s.remove(terms);
            std::os::unix::fs::symlink("nowhere", s.at(terms)).expect("a link");
        });
        assert_one(&link, &["can not be read", terms]);
        // Reading a pipe would wait for somebody to write into it.
        let pipe = told(|s| {
            s.remove(terms);
            let made = std::process::Command::new("mkfifo").arg(s.at(terms)).status();
            assert!(made.expect("mkfifo runs").success());
        });
        assert_one(&pipe, &["this is no file", terms]);
    }
}

#[test]
fn templates_that_are_wrong() {
    let syntax = told(|s| s.write("templates/policy.txt.tera", "{{ title }}\n{% if %}\n"));
    assert_one(&syntax, &["templates/policy.txt.tera:2:"]);
    let unknown = told(|s| s.write("templates/policy.txt.tera", "{{ title }}\n\n{{ tilte }}\n"));
    assert_one(&unknown, &["templates/policy.txt.tera:3:", "tilte"]);
    let index = told(|s| s.write("templates/index.html.tera", "{% extends \"bsae.html\" %}"));
    assert_one(&index, &["bsae.html"]);
    // Of filters and functions that do not exist Tera gives no place but a text.
    let calls = "{% block main %}{# é #}{{ title | lowr }}\n{{ tody() }}{% endblock %}";
    let calls = told(|s| {
        s.write("templates/policy.html.tera", format!("{{% extends \"base.html\" %}}\n{calls}"));
    });
    for words in ["unknown filter `lowr`", "policy.html.tera:2:35", "unknown function `tody`"] {
        assert!(calls.contains(words), "no `{words}` in {calls}");
    }
    assert_eq!(errors(&calls), 2, "{calls}");
    // A page without a word would be published without a word.
    let empty = told(|s| s.write("templates/policy.html.tera", "\n"));
    assert_one(&empty, &["the template is empty", "templates/policy.html.tera", "remove it"]);
}

#[test]
fn settings_that_are_unknown() {
    let told = told(|s| {
        s.edit("ereje.toml", "default-locale", "defualt-locale");
    });
    assert!(
        told.contains("ereje.toml:3:1") && told.contains("did you mean `default-locale`?"),
        "{told}"
    );
    let broken = told_of_settings("[workspace\nname = 1\n");
    assert!(broken.contains("not valid TOML") && broken.contains("ereje.toml:1:"), "{broken}");
}

/// As a translation tool writes braces that somebody typed into it.
#[test]
fn braces_that_readers_see_are_shown_where_they_stand() {
    let told = told(|s| {
        s.edit(RU, "    .heading = Связь", "    .heading = Связь { \"{\" } $mail { \"}\" }");
    });
    let parts = ["error[leftover-placeholder]: `{ $mail }` was left", "privacy.ftl:8:22"];
    assert_one(&told, &parts);
}

#[test]
fn a_text_of_the_source_that_was_commented_out() {
    let told = told(|s| {
        s.edit("locales/en/privacy.ftl", "intro = ", "# intro = ");
    });
    assert_one(&told, &["error[missing-clause]: `intro` is commented out", "policy.toml"]);
    assert!(!told.contains("translate"), "{told}");
}

#[test]
fn a_language_of_the_index_that_no_policy_is_in() {
    let sandbox = Sandbox::new();
    assert!(!sandbox.run(&["check"]).stderr.contains("default-locale"));
    sandbox.edit("ereje.toml", "default-locale = \"en\"", "default-locale = \"xx\"");
    let ran = sandbox.run(&["check"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for part in [
        "warning[default-locale]: no policy is in `xx`, so the index page is in `en`, the first one",
        "ereje.toml:3:18",
        "help: name one of the languages of the policies: en, ru",
    ] {
        assert!(ran.stderr.contains(part), "no `{part}` in:\n{}", ran.stderr);
    }
}

fn told_of_settings(text: &'static str) -> String {
    told(|s| s.write("ereje.toml", text))
}

#[test]
fn all_mistakes_are_told_at_once_and_as_json() {
    let sandbox = Sandbox::new();
    sandbox.edit(RU, "intro = Что делает { -app }.", "intro = Что <b>делает</b> { -ap }.");
    sandbox.edit("locales/en/privacy.ftl", "<{ $mail }>", "[us](javascript:x) { $mial }");
    sandbox.edit("locales/ru/notice.ftl", "contents = Содержание\n", "");
    let ran = sandbox.run(&["generate", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let mut rules = Vec::new();
    for line in ran.stdout.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("an object a line");
        let object = value.as_object().expect("an object");
        for key in [
            "rule", "level", "path", "line", "column", "start", "end", "message", "hint", "policy",
            "locale", "clause",
        ] {
            assert!(object.contains_key(key), "{key} in {line}");
        }
        rules.push(value["rule"].as_str().expect("a name").to_owned());
    }
    assert_eq!(rules, ["unknown-variable", "missing-sentence", "unknown-reference"]);
    assert!(!sandbox.at("dist/site").exists());
}

#[cfg(unix)]
#[test]
fn a_locale_that_may_not_be_read_is_not_missing() {
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::after_one();
    let folder = sandbox.at("locales/ru");
    let mode = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode));
    mode(0o000).expect("changed");
    let is_bound = std::fs::read_dir(&folder).is_err();
    let release = ["release", "privacy", "--effective", "9000-01-01"];
    let ran = [&["generate"][..], &["check"], &release].map(|arguments| sandbox.run(arguments));
    mode(0o755).expect("changed");
    if !is_bound {
        let _ = writeln!(std::io::stderr(), "\nSKIPPED: an administrator may read anything");
        return;
    }
    for ran in ran {
        ran.refused(1, "can not be read: permission denied");
    }
    assert_eq!(sandbox.run(&release).status, 0);
}

#[test]
fn an_output_folder_that_holds_the_texts_is_refused() {
    for out in [".", "locales", "policies/privacy"] {
        let sandbox = Sandbox::new();
        let ran = sandbox.run(&["generate", "--out", out]);
        assert_eq!(ran.status, 2, "{out}");
        assert!(ran.stderr.contains("holds the texts themselves"), "{}", ran.stderr);
        assert!(!sandbox.at(out).join(".ereje").exists());
    }
}
