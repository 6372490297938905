//! `export`, and `import` of what translators send back.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::process::Command;

use support::{Ran, Sandbox, ereje, root, tools, tree};

/// A workspace with everything that texts can have, in languages of several scripts.
fn rich() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(support::POLICY, "[\"en\", \"ru\"]", "[\"en\", \"ru\", \"ar\"]");
    sandbox.edit(
        support::POLICY,
        "[facts]\n",
        "[facts]\nkeep = { duration = \"30 days\" }\nsite = { url = \"https://example.com/a?b=c\" }\n",
    );
    let days = |one: &str, other: &str| {
        format!(
            "{{ $keep ->\n        [one] {{ $keep }} {one}\n       *[other] {{ $keep }} {other}\n    }}"
        )
    };
    let text = format!(
        "use =\n    We keep it for {}, see [**our** site]({{ $site }}).\\\n    Then:\n\n    - first `code`;\n      1. \
         deep,\n      2. deeper;\n    - second.\n",
        days("day", "days")
    );
    sandbox.edit("locales/en/privacy.ftl", "use = Why { -app } does it.\n", &text);
    for file in ["terms", "notice"] {
        let text = sandbox.read(&format!("locales/en/{file}.ftl"));
        sandbox.write(&format!("locales/ar/{file}.ftl"), text);
    }
    sandbox
}

fn export(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    let ran = sandbox.run(&[&["export"], arguments].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran
}

const RU: &str = "export/ru/privacy.xlf";

#[test]
fn what_leaves_comes_back_as_it_was() {
    let shipped = Sandbox::new();
    for folder in ["policies", "locales", "templates"] {
        shipped.remove(if folder == "templates" { "ereje.toml" } else { folder });
    }
    for (path, bytes) in ["policies", "locales"].iter().flat_map(|folder| {
        let files = tree(&root().join(folder)).into_iter();
        files.map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    }) {
        shipped.write(&path, bytes);
    }
    shipped.write("ereje.toml", "[workspace]\nname = \"KazKey\"\n");
    let cases = tree(&root().join("tests/cases"));
    let workspaces = cases.keys().filter_map(|path| path.strip_suffix("/ereje.toml"));
    let copies = workspaces.map(|path| Sandbox::copy_of(&root().join("tests/cases").join(path)));
    let mut count = 0;
    for sandbox in [shipped, rich(), Sandbox::new()].into_iter().chain(copies) {
        let before = tree(&sandbox.at("locales"));
        let ran = sandbox.run(&["export", "--format", "xliff"]);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
        for path in tree(&sandbox.at("export")).keys().filter(|path| path.ends_with(".xlf")) {
            let ran = sandbox.run(&["import", &format!("export/{path}")]);
            assert_eq!(ran.status, 0, "{path}: {}", ran.stderr);
            assert!(ran.stdout.starts_with("nothing to take"), "{path}: {}", ran.stdout);
            count += 1;
        }
        assert_eq!(tree(&sandbox.at("locales")), before);
    }
    assert!(count >= 5, "{count}");
}

#[test]
fn a_language_is_translated_from_nothing() {
    let sandbox = rich();
    export(&sandbox, &["privacy", "--format", "xliff", "--locale", "ar"]);
    let text = sandbox.read("export/ar/privacy.xlf");
    assert!(text.contains("srcLang=\"en\" trgLang=\"ar\"") && text.contains("trgDir=\"rtl\""));
    // Every source is copied over, in other words.
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        out.push_str(line);
        if line.trim_start().starts_with("<source>") {
            let target =
                line.replace("source>", "target>").replace("We keep it for", "نحتفظ به لمدة");
            out.push_str(&target.replace("second.", "ثانيًا."));
        }
    }
    sandbox.write("back.xlf", &out);
    let before = tree(sandbox.path());
    let ran = sandbox.run(&["import", "back.xlf", "--dry-run"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("would change 6 messages"), "{}", ran.stdout);
    assert_eq!(tree(sandbox.path()), before);
    let ran = sandbox.run(&["import", "back.xlf"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let ftl = sandbox.read("locales/ar/privacy.ftl");
    for part in [
        "title = Privacy policy\n",
        "نحتفظ به لمدة { $keep ->\n        [zero] { $keep } days\n        [one] { $keep } day\n",
        "    - ثانيًا.\n    .heading = Use\n",
        "contact = Write to <{ $mail }>.\n    .heading = Contact\n",
    ] {
        assert!(ftl.contains(part), "no {part} in {ftl}");
    }
    let record = sandbox.read("locales/ar/privacy.sync.toml");
    assert!(record.contains("\nuse = { source ="), "{record}");
    let ran = sandbox.run(&["import", "back.xlf"]);
    assert!(ran.stdout.starts_with("nothing to take"), "{}", ran.stdout);
    assert_eq!(sandbox.run(&["generate", "--locale", "ar", "--draft"]).status, 0);
}

#[test]
fn a_stale_text_says_what_changed_and_is_translated() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does.", "What { -app } does today.");
    export(&sandbox, &["--format", "xliff"]);
    let text = sandbox.read(RU);
    assert!(text.contains("state=\"initial\" subState=\"ereje:stale\""), "{text}");
    assert!(
        text.contains("<note category=\"ereje:source-change\">What App does{+ today+}."),
        "{text}"
    );
    let ran = sandbox.run(&["import", RU]);
    assert!(ran.stdout.contains("confirm privacy ru intro"), "{}", ran.stdout);
    sandbox.write(RU, text.replace("</pc>.</target>", "</pc> сегодня.</target>"));
    assert_eq!(sandbox.run(&["import", RU]).status, 0);
    assert!(
        sandbox.read("locales/ru/privacy.ftl").contains("intro = Что делает { -app } сегодня.\n")
    );
    let ran = sandbox.run(&["status", "--format", "json"]);
    assert!(
        ran.stdout.contains("\"stale\":[],\"to-review\":[{\"message\":\"intro\""),
        "{}",
        ran.stdout
    );
}

#[test]
fn no_work_of_translators_is_overwritten() {
    let sandbox = Sandbox::new();
    export(&sandbox, &["--format", "xliff"]);
    sandbox.edit("locales/en/privacy.ftl", "= Use", "= Uses");
    export(&sandbox, &["--format", "xliff"]);
    let text = sandbox.read(RU);
    assert!(text.contains(">Uses<"), "an export nobody touched is made again");
    sandbox.write(RU, text.replace("Цели<", "Назначение<"));
    sandbox.edit("locales/en/privacy.ftl", "= Contact", "= Contacts");
    let words = "somebody has worked in it";
    sandbox.refuses(&["export", "--format", "xliff"], 2, words);
    sandbox.edit("locales/en/privacy.ftl", "= Contacts", "= Contact");
    assert_eq!(sandbox.run(&["import", RU]).status, 0);
    sandbox.edit("locales/en/privacy.ftl", "= Uses", "= Use of data");
    // Its words are in the workspace now, but its source is another one.
    sandbox.refuses(&["export", "--format", "xliff"], 2, words);
    export(&sandbox, &["--format", "xliff", "--force"]);
    assert!(sandbox.read(RU).contains(">Use of data<"));
}

#[test]
fn wrong_files_are_told_in_a_sentence() {
    let sandbox = Sandbox::new();
    export(&sandbox, &["--format", "xliff"]);
    let text = sandbox.read(RU);
    sandbox.refuses(&["import", RU, "--locale", "en"], 2, "the file is of `ru`");
    sandbox.refuses(&["import", RU, "--policy", "terms"], 2, "the file is of `privacy`");
    sandbox.refuses(&["import", RU, "--verify"], 2, "--verify compares pages");
    let among_texts = ["export", "--format", "po", "--out", "policies"];
    sandbox.refuses(&among_texts, 2, "policies holds the texts themselves");
    sandbox.refuses(&["import", "none.xlf"], 2, "can not read none.xlf");
    sandbox.refuses(&["import", "locales"], 2, "");
    for (name, bytes, words, status) in [
        ("a.xlf", text.replace("trgLang=\"ru\"", "trgLang=\"fr\""), "has no locale `fr`", 2),
        ("b.xlf", text.replace("srcLang=\"en\"", "srcLang=\"de\""), "translated from `de`", 2),
        ("c.xlf", text.replace("id=\"privacy\"", "id=\"privacies\""), "no policy `privacies`", 2),
        ("d.xlf", text.replace("version=\"2.1\"", "version=\"1.2\""), "XLIFF 1.2", 1),
        ("e.xml", "<?xml version=\"1.0\"?><html/>".to_owned(), "no XLIFF", 1),
        ("f.xlf", text[..text.len() / 2].to_owned(), "broken", 1),
        ("g.xlf", String::new(), "the file is empty", 1),
        ("g2.xlf", "\u{feff} \n".to_owned(), "the file is empty", 1),
        ("h.xlf", "# A page".to_owned(), "there is no XML in it", 1),
        ("i.xlf", text.replace("<unit id=\"intro\"", "<unit id=\"intros\""), "no text `intros`", 1),
    ] {
        sandbox.write(name, bytes);
        sandbox.refuses(&["import", name], status, words);
    }
    sandbox.write("j.xlf", b"\xff\x00\x01binary\x80");
    sandbox.refuses(&["import", "j.xlf"], 2, "UTF-8");
    let wide: Vec<u8> =
        text.replace("Цели<", "Назначение<").encode_utf16().flat_map(u16::to_le_bytes).collect();
    sandbox.write("k.xlf", [&[0xff, 0xfe][..], &wide].concat());
    let would = sandbox.run(&["import", "k.xlf", "--dry-run"]).stdout;
    assert!(would.ends_with("run it again without --dry-run\n"), "{would}");
    let ran = sandbox.run(&["import", "k.xlf"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.ends_with("next: ereje check, ereje generate\n"), "{}", ran.stdout);
    assert!(sandbox.read("locales/ru/privacy.ftl").contains(".heading = Назначение\n"));
    sandbox.refuses(&["import", "page.md"], 2, "there is no page.md");
    sandbox.write("page.md", "# A page\n");
    let ran = sandbox.refuses(&["import", "page.md"], 2, "needs --policy ID and --locale LOCALE");
    let hint = "help: add such as `--policy privacy` for the policy that the page becomes and \
                `--locale en` for the language that it is in";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    let only = ["import", "page.md", "--policy", "privacy"];
    let ran = sandbox.refuses(&only, 2, "an import needs --locale LOCALE");
    assert!(!ran.stderr.contains("--policy"), "{}", ran.stderr);
    let ran = sandbox.refuses(&["export", "privacy"], 2, "an export needs --format FORMAT");
    let hint = "the formats are `xliff`, `markdown`, `po`, `csv`, `json`";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    sandbox.refuses(&["export", "--format", "xliff", "--locale", "en"], 2, "`en` is the source");
    sandbox.refuses(&["export", "other", "--format", "xliff"], 2, "there is no policy `other`");
}

#[test]
fn what_is_not_exported_is_told() {
    let sandbox = Sandbox::new();
    let told = |arguments: &[&str]| export(&sandbox, arguments).stderr;
    for format in ["xliff", "po", "csv", "json"] {
        let words = "not in these files, and translated by hand: locales/*/terms.ftl, \
                     locales/*/notice.ftl\n";
        assert_eq!(told(&["--format", format]), words);
    }
    let one = "not in these files, and translated by hand: locales/ru/terms.ftl, \
               locales/ru/notice.ftl\n";
    assert_eq!(told(&["--format", "xliff", "--locale", "ru"]), one);
    assert_eq!(told(&["--format", "markdown"]), "", "a page has all of its words");
    for locale in ["en", "ru"] {
        let text =
            sandbox.read(&format!("locales/{locale}/privacy.ftl")).replace("{ -app }", "App");
        sandbox.write(&format!("locales/{locale}/privacy.ftl"), text);
        sandbox.write(&format!("locales/{locale}/terms.ftl"), "# No term yet.\n");
    }
    let told = told(&["--format", "csv"]);
    assert_eq!(told, "not in these files, and translated by hand: locales/*/notice.ftl\n");
}

#[test]
fn other_formats_say_the_same() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let lines = "use =\n    Why:\n\n    - \"this\" \\\\ { $mail };\n    - **that**.\n";
    sandbox.edit("locales/en/privacy.ftl", "use = Why { -app } does it.\n", lines);
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does.", "=What \"{ -app }\", does.");
    for format in ["po", "csv", "json"] {
        export(&sandbox, &["privacy", "--format", format, "--locale", "ru"]);
    }
    let csv = sandbox.read("export/ru/privacy.csv");
    assert!(csv.starts_with("\u{feff}policy,clause,part,source,target,state\r\n"), "{csv}");
    assert!(
        csv.contains("privacy,intro,text,\"'=What \"\"App\"\", does.\",Что делает App.,stale\r\n"),
        "{csv}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&sandbox.read("export/ru/privacy.json")).expect("JSON");
    let texts = json["texts"].as_array().expect("texts");
    let intro = texts.iter().find(|text| text["clause"] == "intro").expect("intro");
    assert_eq!(intro["source-before"], "What App does.");
    assert_eq!(intro["state"], "stale");
    let po = sandbox.read("export/ru/privacy.po");
    assert!(po.contains("#, fuzzy\n#| msgid \"What App does.\"\nmsgctxt \"intro\"\nmsgid \"=What \\\"App\\\", does.\"\n"), "{po}");
    if tools(&["msgfmt"]) {
        let path = sandbox.at("export/ru/privacy.po");
        let ran = Command::new("msgfmt").args(["-c", "-o", "/dev/null"]).arg(path).output();
        let ran = Ran::of(ran.expect("msgfmt runs"));
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    }
}

#[test]
fn a_page_is_imported_to_the_same_page() {
    let sandbox = rich();
    export(&sandbox, &["privacy", "--format", "markdown", "--locale", "en"]);
    let first = sandbox.read("export/en/privacy.md");
    assert!(first.contains("## Use {#use}\n\nWe keep it for 30 days"), "{first}");
    let mut pages = vec![first];
    for _ in 0..2 {
        let other = tempfile::tempdir().expect("a folder");
        fs::write(other.path().join("page.md"), pages.last().expect("a page")).expect("written");
        let run = |arguments: &[&str]| {
            let ran =
                Ran::of(ereje().current_dir(other.path()).args(arguments).output().expect("runs"));
            assert_eq!(ran.status, 0, "{}", ran.stderr);
        };
        run(&["import", "page.md", "--policy", "privacy", "--locale", "en"]);
        run(&["export", "--format", "markdown"]);
        pages.push(fs::read_to_string(other.path().join("export/en/privacy.md")).expect("a page"));
    }
    let body = |page: &str| page.splitn(3, "---\n").nth(2).map(str::to_owned);
    assert_eq!(body(&pages[1]), body(&pages[0]));
    assert_eq!(pages[2], pages[1]);
}
