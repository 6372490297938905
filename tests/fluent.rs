//! `check --fluent` and `check --l10n`: any project of Fluent files.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::Path;

use support::{Ran, TempDir, ereje};

/// A project of Fluent files.
struct Files {
    folder: TempDir,
}

impl Files {
    fn new(files: &[(&str, &str)]) -> Files {
        let project = Files { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = ereje();
        command.current_dir(self.path()).arg("check").args(arguments);
        let ran = Ran::of(command.output().expect("ereje runs"));
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
        ran
    }

    /// What is told, each as `path rule locale clause`, in order.
    fn told(&self, arguments: &[&str]) -> Vec<String> {
        let ran = self.run(&[arguments, &["--format", "json"]].concat());
        assert!(ran.status < 2, "{}", ran.stderr);
        ran.stdout.lines().map(short).collect()
    }
}

/// A line of JSON as `path rule locale clause`.
fn short(line: &str) -> String {
    let text = |key: &str| {
        let rest = line.split_once(&format!("\"{key}\":\"")).map_or("-", |(_, rest)| rest);
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    ["path", "rule", "locale", "clause"].map(text).join(" ")
}

const ENGLISH: &str = "\
hello = Hello, { $name }!
    .title = A greeting
files = { $count ->
    [one] one file
   *[other] { NUMBER($count) } files
 }
kept = Kept for 30 days by { -app }.
-app = App
";

const FRENCH: &str = "\
hello = Bonjour, { $name } !
    .title = Une salutation
files = { $count ->
    [one] un fichier
   *[other] { NUMBER($count) } fichiers
 }
kept = Conservé 30 jours par { -app }.
-app = App
";

#[test]
fn folders_are_matched_by_path() {
    let files = Files::new(&[
        ("l/en/a/main.ftl", ENGLISH),
        ("l/en/b.ftl", "bye = Bye\n"),
        ("l/fr/a/main.ftl", FRENCH),
        ("l/fr/b.ftl", "bye = Au revoir\n"),
        ("l/pt_BR/a/main.ftl", "helo = Oi, { $nome }!\n"),
        ("l/pt_BR/c.ftl", "x = y\n"),
    ]);
    let ran = files.run(&["--fluent", "l/en", "l/fr"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        "en  0 errors  0 warnings  the reference\nfr  0 errors  0 warnings  all 4 messages\n"
    );
    assert_eq!(
        files.told(&["--fluent", "l/en", "l/fr", "l/pt_BR"]),
        [
            "pt_BR/a/main.ftl missing-message pt-BR files",
            "pt_BR/a/main.ftl missing-message pt-BR hello",
            "pt_BR/a/main.ftl missing-message pt-BR kept",
            "pt_BR/a/main.ftl orphan-message pt-BR helo",
            "pt_BR/b.ftl missing-file pt-BR -",
            "pt_BR/c.ftl orphan-file pt-BR -",
        ]
    );
    let ran = files.run(&["--fluent", "l/en", "l/pt_BR/"]);
    assert!(
        ran.stdout.contains("pt-BR  0 errors  2 warnings  4 of 4 messages missing"),
        "{}",
        ran.stdout
    );
    assert!(ran.stderr.contains("did you mean `hello`?"), "{}", ran.stderr);
}

#[test]
fn what_the_reference_itself_breaks_is_told_there_and_once() {
    let files = Files::new(&[
        ("l/en/a.ftl", "a = A <b>word<b>\nb = x < y\nc = <kbd>K</kbd> and <FILE>\nd = <em>e\n"),
        (
            "l/de/a.ftl",
            "a = Ein <b>Wort<b>\nb = x < y\nc = <kbd>K</kbd> und <FILE>\nd = <em>e</em>\n",
        ),
        ("l/fr/a.ftl", "a = Un <b>mot<b>\nb = x < y\nc = <kbd>K et <FILE>\nd = <em>e\n"),
    ]);
    let ran = files.run(&["--fluent", "l/en", "l/de", "l/fr"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("-->")).collect();
    assert_eq!(told, [" --> en/a.ftl:1:7", " --> en/a.ftl:4:5", " --> fr/a.ftl:3:5"]);
    assert!(!ran.stderr.contains("::: en/a.ftl:1:7"), "nothing stands beside: {}", ran.stderr);
}

#[test]
fn files_named_by_their_locale_are_found_anywhere() {
    let files = Files::new(&[
        ("src/uu/ls/locales/en-US.ftl", ENGLISH),
        ("src/uu/ls/locales/fr-FR.ftl", &FRENCH.replace("30", "13")),
        ("src/uu/ls/locales/zh-Hans-CN.ftl", &FRENCH.replace("$name", "$naem")),
        ("src/uu/cp/locales/en-US.ftl", "bye = Bye\n"),
        ("src/uu/cp/locales/fr-FR.ftl", "bye = Au revoir\n"),
        ("src/uu/mv/locales/fr-FR.ftl", "bye = Au revoir\n"),
        ("src/web/en-US/page.ftl", "page = Page\n"),
        ("src/web/fr-FR/page.ftl", "page = { page }\n"),
    ]);
    let expected = [
        "uu/cp/locales/zh-Hans-CN.ftl missing-file zh-Hans-CN -",
        "uu/ls/locales/fr-FR.ftl number-mismatch fr-FR kept",
        "uu/ls/locales/zh-Hans-CN.ftl unknown-variable zh-Hans-CN hello",
        "uu/ls/locales/zh-Hans-CN.ftl impossible-plural-category zh-Hans-CN files",
        "uu/mv/locales/fr-FR.ftl orphan-file fr-FR -",
        "web/fr-FR/page.ftl cyclic-reference fr-FR page",
        "web/zh-Hans-CN/page.ftl missing-file zh-Hans-CN -",
    ];
    assert_eq!(files.told(&["--fluent", "src", "--reference", "en-US"]), expected);
    assert_eq!(files.told(&["--fluent", "en_US", "src"]), expected);
    assert_eq!(files.told(&["--fluent", "en_US", "src", "--locale", "fr_FR"]).len(), 3);
    let ran = files.run(&["--fluent", "en-US", "src"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("did you mean `$name`?"), "{}", ran.stderr);
    assert!(
        ran.stdout.contains("zh-Hans-CN  1 error   1 warning   2 of 5 messages missing"),
        "{}",
        ran.stdout
    );
}

#[test]
fn one_language_of_many_is_told_what_it_is_told_among_all() {
    let text =
        |name: &str| (format!("{name} = One\n"), format!("{name} = Two\n{name}-b = Three\n"));
    let mut files = Vec::new();
    for place in ["l10n", "app", "app/deep/l10n"] {
        for (nth, path) in ["a.ftl", "part/b.ftl", "part/deep/c.ftl"].into_iter().enumerate() {
            let (one, two) = text(&format!("m{nth}"));
            files.extend(["de", "fr"].map(|tag| (format!("{place}/{tag}/{path}"), one.clone())));
            files.push((format!("{place}/en/{path}"), two));
        }
    }
    // A folder whose name could be a language's, beside one of the reference; files that
    // translate nothing, one of them in the folder of another language.
    for (path, text) in [
        ("l10n/app/en/x.ftl", "x = One\ny = Two\n"),
        ("l10n/app/de/x.ftl", "x = Eins\n"),
        ("l10n/de/more/old.ftl", "old = Alt\n"),
        ("l10n/fr/old.ftl", "old = Vieux\n"),
        ("l10n/fr/more/de/old.ftl", "old = Alt\n"),
    ] {
        files.push((path.to_owned(), text.to_owned()));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let files = Files::new(&files);
    let all = files.told(&["--fluent", ".", "--reference", "en"]);
    for tag in ["de", "fr"] {
        let own = files.told(&["--fluent", ".", "--reference", "en", "--locale", tag]);
        let expected: Vec<_> =
            all.iter().filter(|told| told.contains(&format!(" {tag} "))).collect();
        assert!(expected.len() > 9, "{all:?}");
        assert_eq!(own.iter().collect::<Vec<_>>(), expected);
    }
    files.write(
        "l10n.toml",
        "locales = [\"de\", \"fr\"]\n[[paths]]\nreference = \"l10n/en/**/*.ftl\"\nl10n = \"l10n/{locale}/**/*.ftl\"\n",
    );
    let all = files.told(&["--l10n", "l10n.toml"]);
    let own = files.told(&["--l10n", "l10n.toml", "--locale", "fr"]);
    let expected: Vec<_> = all.iter().filter(|told| told.contains(" fr ")).collect();
    assert!(expected.len() > 3, "{all:?}");
    assert_eq!(own.iter().collect::<Vec<_>>(), expected);
    for (project, tag) in [
        (["--fluent", ".", "--reference", "en"].as_slice(), "app"),
        (&["--l10n", "l10n.toml"], "pl"),
    ] {
        let ran = files.run(&[project, &["--locale", tag]].concat());
        assert!(ran.stderr.contains(&format!("no translation in `{tag}`")), "{}", ran.stderr);
        assert!(ran.stderr.contains("there are `de`, `fr`"), "{}", ran.stderr);
    }
}

#[test]
fn two_files_are_enough() {
    let files = Files::new(&[("app.en.ftl", ENGLISH), ("app.fr.ftl", FRENCH), ("x.ftl", FRENCH)]);
    assert_eq!(files.told(&["--fluent", "app.en.ftl", "app.fr.ftl"]), [""; 0]);
    files.run(&["--fluent", "app.en.ftl", "x.ftl"]).refused(2, "language of x.ftl");
    files.run(&["--fluent", "app.en.ftl"]).refused(2, "nothing to compare");
}

#[test]
fn attributes_functions_and_references_are_those_of_the_reference() {
    let files = Files::new(&[
        ("en.ftl", "a = { -shared } { OWN($x) }\n    .title = A\n    .key = B\nb = B\n"),
        (
            "de.ftl",
            "a = { -shared } { OWN($x) } { OTHER($x) } { -none }\n    .titel = A\nb = { c }\n",
        ),
    ]);
    assert_eq!(
        files.told(&["--fluent", "en.ftl", "de.ftl"]),
        [
            "de.ftl missing-attribute de a",
            "de.ftl missing-attribute de a",
            "de.ftl unknown-function de a",
            "de.ftl unknown-reference de a",
            "de.ftl extra-attribute de a",
            "de.ftl unknown-reference de b",
            "en.ftl unknown-reference en a",
        ]
    );
}

#[test]
fn mozilla_s_settings_say_where_files_are() {
    let config = "basepath = \"..\"\nlocales = [\"fr\", \"ja-JP-mac\"]\n\
                  [env]\nl = \"{l10n_base}/{locale}/\"\n\
                  [[paths]]\nreference = \"app/locales/en-US/**/*.ftl\"\nl10n = \"{l}app/**/*.ftl\"\n\
                  [[filters]]\npath = \"x\"\naction = \"ignore\"\n\
                  [[includes]]\npath = \"web/l10n.toml\"\n";
    let web = "[[paths]]\nreference = \"en-US/*.ftl\"\nl10n = \"{l10n_base}/{locale}/web/*.ftl\"\n\
               locales = [\"fr\"]\n[[includes]]\npath = \"../config/l10n.toml\"\n";
    let files = Files::new(&[
        ("repo/config/l10n.toml", config),
        ("repo/app/locales/en-US/x/main.ftl", ENGLISH),
        ("repo/app/locales/en-US/x/main.properties", "a = b"),
        ("repo/web/l10n.toml", web),
        ("repo/web/en-US/page.ftl", "page = Page\n"),
        ("l10n/fr/app/x/main.ftl", &FRENCH.replace("$name", "$nom")),
        ("l10n/fr/app/old.ftl", "a = b\n"),
        ("l10n/fr/web/page.ftl", "page = Page\n"),
    ]);
    assert_eq!(
        files.told(&["--l10n", "repo/config/l10n.toml", "--l10n-base", "l10n"]),
        [
            "l10n/fr/app/old.ftl orphan-file fr -",
            "l10n/fr/app/x/main.ftl unknown-variable fr hello",
            "l10n/ja-JP-mac/app/x/main.ftl missing-file ja-JP-macos -",
        ]
    );
    files.run(&["--l10n", "none.toml"]).refused(2, "there is no file");
    files.write("bad.toml", "[[paths]]\nreference = \"a\"\n");
    files.run(&["--l10n", "bad.toml"]).refused(2, "`l10n` is missing");
}

#[test]
fn locales_that_no_settings_list_are_those_that_have_files() {
    let config = "basepath = \"core\"\n[[paths]]\nreference = \"templates/*.ftl\"\nl10n = \"{locale}/*.ftl\"\n";
    let files = Files::new(&[
        ("tmp/l10n.toml", config),
        ("tmp/core/templates/common.ftl", ENGLISH),
        ("tmp/core/fr/common.ftl", &FRENCH.replace("$name", "$nom")),
        ("tmp/core/about/common.ftl", FRENCH),
        ("tmp/core/de/old.ftl", "a = b\n"),
    ]);
    // What a folder further up is called is no language, though `tmp` is one.
    let ran = files.run(&["--l10n", "tmp/l10n.toml"]);
    ran.refused(2, "does not tell the language of the reference");
    assert_eq!(
        files.told(&["--l10n", "tmp/l10n.toml", "--reference", "en"]),
        [
            "de/common.ftl missing-file de -",
            "de/old.ftl orphan-file de -",
            "fr/common.ftl unknown-variable fr hello",
        ]
    );
    let two =
        format!("{config}[[paths]]\nreference = \"dom/*.ftl\"\nl10n = \"{{locale}}/*.ftl\"\n");
    files.write("tmp/two.toml", two);
    files.run(&["--l10n", "tmp/two.toml"]).refused(2, "does not tell the language");
    files.write("l10n.toml", "[[paths]]\nreference = \"en/*.ftl\"\nl10n = \"{locale}/*.ftl\"\n");
    files.write("en/a.ftl", ENGLISH);
    files.run(&["--l10n", "l10n.toml"]).refused(2, "lists no `locales`");
}

#[test]
fn the_language_of_the_reference_can_be_told() {
    let files = Files::new(&[
        ("l/templates/a.ftl", ENGLISH),
        ("l/fr/a.ftl", &FRENCH.replace("$name", "$nom")),
        ("l/de/a.ftl", &FRENCH.replace("30", "13")),
    ]);
    files.run(&["--fluent", "l/templates", "l/fr"]).refused(2, "language of l/templates");
    files.run(&["--fluent", "l/fr", "l/templates"]).refused(2, "language of l/templates");
    // As the shell writes `l/*`.
    let all = ["--fluent", "l/templates", "l/de", "l/fr", "l/templates", "--reference", "en"];
    assert_eq!(
        files.told(&all),
        ["de/a.ftl number-mismatch de kept", "fr/a.ftl unknown-variable fr hello"]
    );
}

#[test]
fn what_is_not_there_is_told_in_one_sentence() {
    let files = Files::new(&[("en/a.ftl", ENGLISH), ("fr/readme.txt", "")]);
    files.run(&["--fluent", "en", "fr"]).refused(2, "no `.ftl` files in fr");
    files.run(&["--fluent", "fr", "en"]).refused(2, "no `.ftl` files in fr");
    files.write("de/a.ftl", ENGLISH.replace("30", "13"));
    assert_eq!(
        files.told(&["--fluent", "en", "fr", "de"]),
        [
            "de/a.ftl untranslated de kept",
            "de/a.ftl number-mismatch de kept",
            "fr/a.ftl missing-file fr -",
        ]
    );
    files.run(&["--fluent", "en", "it"]).refused(2, "can not read it");
    files.run(&["--fluent", "en", "en"]).refused(2, "the reference itself");
    files.run(&["--fluent", "en", "--reference", "english"]).refused(2, "no locale");
    files.run(&["--fluent", "en", "--reference", "pt-BR"]).refused(2, "in `pt-BR`");
    files.run(&["--fluent", ".", "--reference", "en", "--locale", "fr"]).refused(2, "`fr`");
    files.run(&["--reference", "en"]).refused(2, "--reference");
    let regional = Files::new(&[("src/en-US.ftl", "a = x\n"), ("src/fr.ftl", "a = y\n")]);
    let ran = regional.run(&["--fluent", "src", "--reference", "en"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("did you mean `--reference en-US`?"), "{}", ran.stderr);
}

#[test]
fn files_that_can_not_be_read_are_one_error_each() {
    let files = Files::new(&[("en.ftl", ENGLISH)]);
    files.write("fr.ftl", b"hello = Bonjour\nfiles = caf\xe9\n");
    let huge = fs::File::create(files.path().join("de.ftl")).expect("made");
    huge.set_len(100 << 20).expect("a large file");
    files.write("ru.ftl", format!("\u{feff}{FRENCH}"));
    let told = files.told(&["--fluent", "en.ftl", "fr.ftl", "de.ftl", "ru.ftl"]);
    assert_eq!(told, ["de.ftl file-too-large de -", "fr.ftl not-utf8 fr -", "ru.ftl syntax ru -"]);
}

#[cfg(unix)]
#[test]
fn links_lead_neither_out_nor_in_circles() {
    use std::os::unix::fs::symlink;
    let files = Files::new(&[
        ("p/en/a.ftl", "a = A\n"),
        ("p/fr/a.ftl", "a = Â\n"),
        ("secret/b.ftl", "b = B\n"),
    ]);
    let at = |path: &str| files.path().join(path);
    symlink(at("p"), at("p/en/loop")).expect("linked");
    symlink(at("secret"), at("p/fr/out")).expect("linked");
    symlink(at("secret/b.ftl"), at("p/fr/b.ftl")).expect("linked");
    symlink(at("p/fr/a.ftl"), at("p/fr/c.ftl")).expect("linked");
    symlink(at("p/fr/d.ftl"), at("p/fr/d.ftl")).expect("linked");
    for arguments in [&["--fluent", "p/en", "p/fr"][..], &["--fluent", "en", "p"]] {
        let told: Vec<String> = files.told(arguments);
        assert_eq!(
            told,
            ["fr/b.ftl outside-link - -", "fr/c.ftl orphan-file fr -", "fr/d.ftl outside-link - -",]
        );
    }
}

#[test]
fn large_and_deep_files_end() {
    let many = |line: &dyn Fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    let nested =
        format!("a = {}x{}\n", "{ $n ->\n [mac] z\n *[other] ".repeat(50), "\n }".repeat(50));
    let files = Files::new(&[
        ("en/many.ftl", &many(&|n| format!("message-{n} = text {n}\n"))),
        ("fr/many.ftl", &many(&|n| format!("message-{n} = texte {n} {{ $x }}\n"))),
        ("de/many.ftl", "# nothing yet\n"),
        ("ru/many.ftl", &many(&|n| format!("mesage-{n} = {{ message-{} }}\n", n + 1))),
        ("en/nested.ftl", &nested),
        ("fr/nested.ftl", &nested.replace('x', "y")),
        ("de/nested.ftl", &format!("a = {}\n", "{".repeat(1_000_000))),
        ("ru/nested.ftl", "a = { a }{ a }\n"),
    ]);
    let told = files.told(&["--fluent", "en", "fr", "de", "ru"]);
    let of = |words: &str| told.iter().filter(|told| told.starts_with(words)).count();
    assert_eq!(of("de/many.ftl missing-message"), 20_000);
    assert_eq!(of("fr/many.ftl unknown-variable"), 20_000);
    assert_eq!((of("de/nested.ftl syntax"), of("fr/nested.ftl")), (1, 0));
}
